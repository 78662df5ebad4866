use super::{Argument, Command, Topic, always};
use crate::format::Sought;
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

/// What the cursor stands on, in its file: the cell, the measure or the area, the entity, the jurisdiction.
fn what_to_edit(model: &Model) -> Option<Edit> {
    if let Some((measure, column)) = model.cell_under_cursor() {
        let root = model.board.cell(measure, column).root;
        let remark = (root != column).then(|| inherited(model, column, root));
        return Some(Edit { remark, ..of_measure(model, measure, Some(root))? });
    }
    match model.subject()? {
        Subject::Area(area) | Subject::Agreement(area, _) => {
            sought(model, model.board.areas.get(area)?.file, Sought::File)
        }
        Subject::Measure(measure)
        | Subject::Compared(measure, _)
        | Subject::Cell(measure, _)
        | Subject::Move(measure, ..) => of_measure(model, measure, None),
        Subject::Pair(column, _) | Subject::Jurisdiction(column) => {
            let code = model.board.jurisdiction(column).code.as_str().into();
            sought(model, model.board.file?, Sought::Jurisdiction(code))
        }
        Subject::Entity(entity, list) => {
            let listings = model.sheets.entities.listings();
            let id = listings.entity(&model.board, entity).id.clone();
            let thing = match list {
                Some(list) => Sought::Listing(id, listings.list(&model.board, list).id.clone()),
                None => Sought::Entity(id),
            };
            sought(model, listings.file(&model.board, entity)?, thing)
        }
    }
}

fn of_measure(model: &Model, measure: MeasureIndex, code: Option<Column>) -> Option<Edit> {
    let entry = model.board.measure(measure);
    let id = entry.id.clone();
    let thing = match code {
        Some(column) => Sought::Position(id, model.board.jurisdiction(column).code.as_str().into()),
        None => Sought::Measure(id),
    };
    sought(model, model.board.areas.get(entry.area)?.file, thing)
}

/// Something in the file of that number, where that is a file on disk.
fn sought(model: &Model, file: u16, thing: Sought) -> Option<Edit> {
    let file = model.news.files.all.get(usize::from(file))?.path.as_deref()?.to_owned();
    Some(Edit { file, target: Target::Sought(thing), remark: None })
}

fn inherited(model: &Model, column: Column, root: Column) -> String {
    let name = |column| model.board.jurisdiction(column).short_name();
    format!("{} takes over the position of {}: that one was opened", name(column), name(root))
}
