use std::ops::Range;

use crate::scorecard::{Answer, Board, Cell, Column, Competence, Level, MeasureIndex};

use super::lanes::{self, Bundle, Code, LANES};
use super::{Lens, Profile, Weights};

/// What a column answers on a measure, as far as comparing needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A known level.
    Known(Level),
    /// Unknown.
    Unknown,
    /// The question does not apply, or is not this jurisdiction's to answer.
    NotApplicable,
}

/// The levels of a board through a lens, one byte a cell in both orders: by measure for groups, by column for pairs.
///
/// A union answers nothing on what its members decide: there it counts as not applicable in every pair and group.
/// In the order by column, the measures of an area stand by weight, so that the measures of one weight are some whole
/// bundles.
#[derive(Clone, Debug)]
pub struct Grid {
    columns: usize,
    by_measure: Vec<Code>,
    by_column: Vec<Bundle>,
    roots: Vec<Column>,
    weights: Weights,
    /// The measures in the order by column; nothing where a bundle is filled up.
    order: Vec<Option<MeasureIndex>>,
    classes: Vec<WeightClass>,
    areas: Vec<Range<usize>>,
}

/// How many different weights an area may have before its measures stand by the bits of their weights instead, a
/// measure once for each bit that is set: a weight has at most 17 bits, however many different ones there are.
const MOST_WEIGHTS: usize = 16;

/// Measures of an area that are weighed alike: those of one weight, or those with one bit set in their weight.
#[derive(Clone, Debug)]
pub(super) struct WeightClass {
    /// In thousandths.
    pub(super) weight: u32,
    /// How many measures there are.
    pub(super) measures: u32,
    /// Whether they are counted here; where measures stand by bits, they are counted once, with weight 0.
    pub(super) counted: bool,
    /// Their bundles in a column's row.
    pub(super) bundles: Range<usize>,
}

impl Grid {
    /// Reads a board through a lens.
    pub fn new(board: &Board, lens: Lens, weights: Weights) -> Self {
        Self::of(board, &Profile::all(board, lens), weights, |_, cell| cell.root)
    }

    /// Reads two profiles alone, as columns 0 and 1. Through two lenses one entry is two positions, so that neither is
    /// known where the other is.
    pub(super) fn of_two(board: &Board, profiles: [Profile; 2], weights: Weights) -> Self {
        let [first, second] = profiles;
        let one_lens = first.lens == second.lens;
        Self::of(board, &profiles, weights, |column, cell| if one_lens { cell.root } else { column })
    }

    /// Reads profiles as the grid's columns. `root` names the entry that a column's cell uses.
    fn of(
        board: &Board,
        profiles: &[Profile],
        weights: Weights,
        root: impl Fn(Column, Cell) -> Column,
    ) -> Self {
        let columns = profiles.len();
        let mut grid = Self {
            columns,
            by_measure: Vec::with_capacity(columns * board.measures.len()),
            by_column: Vec::new(),
            roots: Vec::with_capacity(columns * board.measures.len()),
            weights,
            order: Vec::new(),
            classes: Vec::new(),
            areas: Vec::with_capacity(board.areas.len()),
        };
        let mut reader = Reader::new(board, profiles);
        for measure in board.measure_indexes() {
            for (column, (code, cell)) in (0..).map(Column).zip(reader.row(measure)) {
                grid.by_measure.push(code);
                grid.roots.push(root(column, cell));
            }
            let first = measure.index() * columns;
            reader.unknown.mark(&mut grid.by_measure[first..], &grid.roots[first..]);
        }
        grid.lay_out_columns(board, |_| true);
        grid
    }

    /// The same levels with only some measures in the order by column, so that pairs are compared over these alone.
    pub(super) fn narrowed(&self, board: &Board, accepts: impl Fn(MeasureIndex) -> bool) -> Self {
        let mut narrowed = Self { classes: Vec::new(), areas: Vec::new(), ..self.clone() };
        narrowed.lay_out_columns(board, accepts);
        narrowed
    }

    fn lay_out_columns(&mut self, board: &Board, accepts: impl Fn(MeasureIndex) -> bool) {
        self.order = self.order_by_weight(board, accepts);
        self.by_column = transpose(&self.by_measure, self.columns, &self.order);
    }

    /// Reads one measure of a whole board again, whose cells answer otherwise now.
    pub(super) fn read_again(&mut self, board: &Board, lens: Lens, measure: MeasureIndex) {
        let profiles = Profile::all(board, lens);
        let mut reader = Reader::new(board, &profiles);
        let cells = measure.index() * self.columns..(measure.index() + 1) * self.columns;
        let (codes, roots) = (&mut self.by_measure[cells.clone()], &mut self.roots[cells.clone()]);
        for ((code, root), (read, cell)) in codes.iter_mut().zip(roots.iter_mut()).zip(reader.row(measure)) {
            (*code, *root) = (read, cell.root);
        }
        reader.unknown.mark(codes, roots);
        let bundles = self.order.len() / LANES;
        for class in self.areas[board.measure(measure).area].clone() {
            let Some(slot) = self.slot(class, measure) else { continue };
            for (column, &code) in self.by_measure[cells.clone()].iter().enumerate() {
                self.by_column[column * bundles + slot / LANES][slot % LANES] = code;
            }
        }
    }

    /// Where a measure of a weight class stands in the order by column: there the measures of a class stand in reading
    /// order.
    fn slot(&self, class: usize, measure: MeasureIndex) -> Option<usize> {
        let class = &self.classes[class];
        let first = class.bundles.start * LANES;
        let measures = &self.order[first..first + class.measures as usize];
        measures.binary_search(&Some(measure)).ok().map(|at| first + at)
    }

    /// The measures in the order by column, nothing where a bundle is filled up; notes the weight classes on the way.
    fn order_by_weight(
        &mut self,
        board: &Board,
        accepts: impl Fn(MeasureIndex) -> bool,
    ) -> Vec<Option<MeasureIndex>> {
        let mut order = Vec::with_capacity(board.measures.len());
        for area in &board.areas {
            let first_class = self.classes.len();
            let mut measures: Vec<MeasureIndex> =
                area.measures().filter(|&measure| accepts(measure)).collect();
            measures.sort_by_key(|&measure| self.weights.measure(measure));
            let weight = |measure: &MeasureIndex| self.weights.measure(*measure);
            let by_weight = measures.chunk_by(|a, b| weight(a) == weight(b));
            if by_weight.clone().count() <= MOST_WEIGHTS {
                let classes = by_weight.map(|class| lay_out(&mut order, class, weight(&class[0]), true));
                self.classes.extend(classes);
            } else {
                measures.sort_unstable();
                self.classes.push(lay_out(&mut order, &measures, 0, true));
                self.classes.extend((0..u32::BITS).filter_map(|bit| {
                    let has_bit = |measure: &&MeasureIndex| weight(measure) & (1 << bit) != 0;
                    let class: Vec<MeasureIndex> = measures.iter().filter(has_bit).copied().collect();
                    (!class.is_empty()).then(|| lay_out(&mut order, &class, 1 << bit, false))
                }));
            }
            self.areas.push(first_class..self.classes.len());
        }
        order
    }

    /// The weights in use.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// How many measures the order by column has.
    pub(super) fn measures(&self) -> usize {
        self.classes.iter().filter(|class| class.counted).map(|class| class.measures as usize).sum()
    }

    /// How many areas there are.
    pub fn areas(&self) -> usize {
        self.areas.len()
    }

    /// What a column answers on a measure.
    pub fn standing(&self, measure: MeasureIndex, column: Column) -> Standing {
        lanes::standing(self.by_measure[measure.index() * self.columns + column.index()])
    }

    /// Whose own entry a column uses on a measure.
    pub fn root(&self, measure: MeasureIndex, column: Column) -> Column {
        self.roots[measure.index() * self.columns + column.index()]
    }

    /// Steps between two columns on a measure, 0 to 4. Those that use one entry are no step apart, also where its level
    /// is unknown. Nothing where a level is unknown otherwise or the question does not apply.
    pub fn steps(&self, measure: MeasureIndex, first: Column, second: Column) -> Option<u8> {
        match (self.standing(measure, first), self.standing(measure, second)) {
            (Standing::Known(first), Standing::Known(second)) => {
                Some(first.number().abs_diff(second.number()))
            }
            (Standing::Unknown, Standing::Unknown) => {
                (self.root(measure, first) == self.root(measure, second)).then_some(0)
            }
            _ => None,
        }
    }

    /// The slices of equal weight of an area.
    pub(super) fn classes(&self, area: usize) -> &[WeightClass] {
        &self.classes[self.areas[area].clone()]
    }

    /// A column's answers in the order by column.
    pub(super) fn row(&self, column: Column) -> &[Bundle] {
        let bundles = self.by_column.len() / self.columns.max(1);
        &self.by_column[column.index() * bundles..][..bundles]
    }
}

/// Which columns are unions: jurisdictions that others are members of.
pub(super) fn unions(board: &Board) -> Vec<bool> {
    let mut unions = vec![false; board.jurisdictions.len()];
    for union in board.jurisdictions.iter().filter_map(|jurisdiction| jurisdiction.member_of) {
        unions[union.index()] = true;
    }
    unions
}

/// Reads what profiles answer, one measure after the other.
struct Reader<'b> {
    board: &'b Board,
    profiles: &'b [Profile],
    unions: Vec<bool>,
    unknown: UnknownRoots,
}

impl<'b> Reader<'b> {
    fn new(board: &'b Board, profiles: &'b [Profile]) -> Self {
        let unknown = UnknownRoots::new(board.jurisdictions.len().max(profiles.len()));
        Self { board, profiles, unions: unions(board), unknown }
    }

    /// What every profile answers on a measure, and its cell.
    fn row(&self, measure: MeasureIndex) -> impl Iterator<Item = (Code, Cell)> {
        let members_decide = self.board.measure(measure).competence == Competence::MemberState;
        self.profiles.iter().map(move |profile| {
            let cell = self.board.cell(measure, profile.column);
            let answer = match profile.lens.answer(self.board, cell) {
                _ if members_decide && self.unions[profile.column.index()] => Answer::NotApplicable,
                answer => answer,
            };
            (lanes::code(answer), cell)
        })
    }
}

/// Same root, same position: on one measure, unknown cells get one code for each root, so that comparing two columns
/// sees that they agree without looking for their roots.
struct UnknownRoots {
    codes: Vec<Option<Code>>,
}

impl UnknownRoots {
    fn new(columns: usize) -> Self {
        Self { codes: vec![None; columns] }
    }

    /// A board has at most 250 columns, hence at most 250 such roots on a measure: as many as there are codes.
    fn mark(&mut self, cells: &mut [Code], roots: &[Column]) {
        if !cells.contains(&lanes::UNKNOWN) {
            return;
        }
        self.codes.fill(None);
        let mut next = lanes::UNKNOWN;
        for (cell, root) in cells.iter_mut().zip(roots).filter(|(code, _)| **code == lanes::UNKNOWN) {
            *cell = *self.codes[root.index()].get_or_insert_with(|| {
                let code = next;
                next = (next + 1).min(lanes::LAST_UNKNOWN);
                code
            });
        }
    }
}

/// Gives a class the next whole bundles of the order by column.
fn lay_out(
    order: &mut Vec<Option<MeasureIndex>>,
    class: &[MeasureIndex],
    weight: u32,
    counted: bool,
) -> WeightClass {
    let first = order.len() / LANES;
    order.extend(class.iter().copied().map(Some));
    order.resize(order.len().next_multiple_of(LANES), None);
    WeightClass { weight, measures: class.len() as u32, counted, bundles: first..order.len() / LANES }
}

fn transpose(by_measure: &[Code], columns: usize, order: &[Option<MeasureIndex>]) -> Vec<Bundle> {
    let bundles = order.len() / LANES;
    let mut by_column = vec![[lanes::NOT_APPLICABLE; LANES]; columns * bundles];
    for (slot, measure) in order.iter().enumerate().filter_map(|(slot, &measure)| Some((slot, measure?))) {
        let row = &by_measure[measure.index() * columns..][..columns];
        for (column, &code) in row.iter().enumerate() {
            by_column[column * bundles + slot / LANES][slot % LANES] = code;
        }
    }
    by_column
}
