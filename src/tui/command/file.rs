use std::path::Path;

use super::{Argument, Command, Topic, always};
use crate::scorecard::{Column, MeasureIndex};
use crate::tui::layer::{Init, Layer};
use crate::tui::message::{Edit, Effect};
use crate::tui::model::{Model, Subject};
use crate::workspace::Target;

pub(super) const TOPIC: Topic = Topic {
    title: "Files",
    commands: &[
        Command {
            id: "edit",
            title: "Edit",
            help: "Opens your editor where what the cursor stands on is written.",
            keys: &["e"],
            argument: None,
            hint: Some("edit"),
            available: always,
            run: |model, _| edit(model),
        },
        Command {
            id: "init",
            title: "Write the scorecards",
            help: "Writes the scorecards inside the program into a folder, to edit them.",
            keys: &[],
            argument: Some(Argument::free("DIR")),
            hint: None,
            available: |model| model.embedded,
            run: |_, folder| vec![Effect::Init(folder.into())],
        },
    ],
};

fn edit(model: &mut Model) -> Vec<Effect> {
    if model.embedded {
        model.layers.push(Layer::Init(Init));
        return Vec::new();
    }
    let Some(edit) = what_to_edit(model) else {
        model.tell("There is no file to edit here.".to_owned());
        return Vec::new();
    };
    vec![Effect::Edit(edit)]
}

/// What the cursor stands on, in its file: the cell, the measure or the area.
fn what_to_edit(model: &Model) -> Option<Edit> {
    let file = |area: usize| -> Option<&Path> {
        let number = usize::from(model.board.areas.get(area)?.file);
        model.news.files.all.get(number)?.path.as_deref()
    };
    let of_measure = |measure: MeasureIndex, code: Option<Column>| {
        let entry = model.board.measure(measure);
        let code = code.map(|column| model.board.jurisdiction(column).code.as_str().into());
        let target = Target::Entry { measure: Some(entry.id.clone()), code };
        Some(Edit { file: file(entry.area)?.to_owned(), target, remark: None })
    };
    match model.subject()? {
        Subject::Area(area) | Subject::Agreement(area, _) => {
            let target = Target::Entry { measure: None, code: None };
            Some(Edit { file: file(area)?.to_owned(), target, remark: None })
        }
        Subject::Measure(measure) | Subject::Compared(measure, _) => of_measure(measure, None),
        Subject::Cell(measure, column) | Subject::Move(measure, column, _) => {
            let root = model.board.cell(measure, column).root;
            let remark = (root != column).then(|| inherited(model, column, root));
            Some(Edit { remark, ..of_measure(measure, Some(root))? })
        }
        Subject::Pair(..) | Subject::Jurisdiction(_) | Subject::Entity(..) => None,
    }
}

fn inherited(model: &Model, column: Column, root: Column) -> String {
    let name = |column| model.board.jurisdiction(column).short_name();
    format!("{} takes over the position of {}: that one was opened", name(column), name(root))
}
