//! The tree beside the matrix: its leaves are the rows, and two branches meet the farther to the right, the less they
//! agree.

use ratatui::layout::Rect;

use crate::analysis::{Branch, Merge, Structure, Tree};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widget::pen::Pen;

/// Where a branch leaves what it joined: the row of the tree, and the column.
#[derive(Clone, Copy, Debug, Default)]
struct Joint {
    row: usize,
    column: usize,
}

/// Two branches meeting.
#[derive(Clone, Copy, Debug)]
struct Meeting {
    branches: [Joint; 2],
    joint: Joint,
    is_root: bool,
}

/// Draws the part of the tree beside the visible rows. In another order than its own there is no tree to draw.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, room: Rect) {
    let blocs = &model.sheets.blocs;
    let Some(pairs) = blocs.pairs().filter(|_| blocs.table.sorted.is_none()) else { return };
    let top = blocs.table.rows.top();
    let style = pen.theme.style(Role::Muted);
    for meeting in meetings(pairs.structure(), usize::from(room.width)) {
        for stroke in strokes(&meeting) {
            let Some(y) = stroke.row.checked_sub(top).filter(|&y| y < usize::from(room.height)) else {
                continue;
            };
            let glyph = match stroke.form {
                Form::Along => pen.glyphs.rule,
                Form::Down => pen.glyphs.bar,
                Form::UpperEnd => pen.glyphs.corners[1],
                Form::LowerEnd => pen.glyphs.corners[3],
                Form::UpperOut => pen.glyphs.tee,
                Form::Out => pen.glyphs.branch,
            };
            let (x, y) = (room.x + stroke.column as u16, room.y + y as u16);
            pen.text(x, y, 1, glyph, style);
        }
    }
}

/// Where the branches meet, in so many columns.
fn meetings(structure: &Structure, width: usize) -> Vec<Meeting> {
    let (tree, last) = (structure.tree(), width.saturating_sub(1));
    let mut rows = vec![0; structure.columns().len()];
    for (row, leaf) in tree.leaves().into_iter().enumerate() {
        rows[leaf] = row;
    }
    let columns = columns(tree, last);
    let mut joints: Vec<Joint> = Vec::with_capacity(tree.merges().len());
    let mut found = Vec::with_capacity(tree.merges().len());
    for (number, merge) in tree.merges().iter().enumerate() {
        let branches = merge.branches.map(|branch| match branch {
            Branch::Leaf(thing) => Joint { row: rows[thing], column: 0 },
            Branch::Merge(number) => joints[number],
        });
        let [upper, lower] = branches;
        let joint = Joint { row: usize::midpoint(upper.row, lower.row), column: columns[number] };
        joints.push(joint);
        found.push(Meeting { branches, joint, is_root: number + 1 == tree.merges().len() });
    }
    found
}

/// The column of each merge by its height, to the right of what it joins and to the left of where it goes on as long
/// as there is room.
fn columns(tree: &Tree, last: usize) -> Vec<usize> {
    let highest = tree.merges().last().map_or(0.0, |merge| merge.height);
    let merges = tree.merges();
    let joined = |merge: &Merge| {
        merge.branches.map(|branch| if let Branch::Merge(number) = branch { Some(number) } else { None })
    };
    let mut columns = Vec::with_capacity(merges.len());
    for merge in merges {
        let scaled = if highest > 0.0 { (merge.height / highest * last as f64).round() as usize } else { 0 };
        let below = joined(merge).into_iter().flatten().map(|number| columns[number] + 1).max();
        columns.push(scaled.max(below.unwrap_or(1)).min(last));
    }
    for (number, merge) in merges.iter().enumerate().rev() {
        for below in joined(merge).into_iter().flatten() {
            columns[below] = columns[below].min(columns[number].saturating_sub(1));
        }
    }
    columns
}

/// A character of the tree.
struct Stroke {
    row: usize,
    column: usize,
    form: Form,
}

/// What a character of the tree connects.
enum Form {
    /// Left and right.
    Along,
    /// Above and below.
    Down,
    /// Left and below.
    UpperEnd,
    /// Left and above.
    LowerEnd,
    /// Left, below and right: where what two rows joined goes on in the upper one.
    UpperOut,
    /// Above, below and right.
    Out,
}

fn strokes(meeting: &Meeting) -> Vec<Stroke> {
    let Meeting { branches: [upper, lower], joint, is_root } = *meeting;
    let mut strokes = Vec::new();
    for branch in [upper, lower] {
        let from = if branch.column == 0 { 0 } else { branch.column + 1 };
        strokes.extend((from..joint.column).map(|column| Stroke {
            row: branch.row,
            column,
            form: Form::Along,
        }));
    }
    for row in upper.row..=lower.row {
        let form = match row {
            row if row == upper.row && row == joint.row && !is_root => Form::UpperOut,
            row if row == upper.row => Form::UpperEnd,
            row if row == lower.row => Form::LowerEnd,
            row if row == joint.row && !is_root => Form::Out,
            _ => Form::Down,
        };
        strokes.push(Stroke { row, column: joint.column, form });
    }
    strokes
}
