use super::argument::fitting;
use super::{Argument, Command, Topic, Value};
use crate::analysis::Objective;
use crate::report::Basis;
use crate::report::moves::objective as in_words;
use crate::scorecard::Code;
use crate::tui::message::Effect;
use crate::tui::model::{Model, View};

pub(super) const TOPIC: Topic = Topic {
    title: "Moves",
    commands: &[
        Command {
            id: "objective",
            title: "What moves are to raise",
            help: "The alignment of the group, the pair of poles, or CODE with the others.",
            keys: &[],
            argument: Some(Argument::of("group|pair|CODE", objectives)),
            hint: None,
            available: |model| model.view == View::Moves,
            run: |model, argument| objective(model, argument),
        },
        Command {
            id: "lowering",
            title: "Moves that lower a level",
            help: "Lists moves that lower a level too, or no longer.",
            keys: &["g d"],
            argument: None,
            hint: None,
            available: |model| model.view == View::Moves,
            run: |model, _| lowering(model),
        },
    ],
};

/// What is said where none of these is named.
pub(super) const GOALS: &str =
    "Moves can raise the alignment of the group, of the pair, or of a CODE with the others.";

/// What moves can raise, as it goes on from what is typed.
pub(super) fn objectives(model: &Model, typed: &str) -> Vec<Value> {
    let own = [("group", "the alignment of the group"), ("pair", "the alignment of the poles")];
    let codes = model.board.jurisdictions.iter().map(|found| (found.code.as_str(), &*found.name));
    let found = fitting(typed, own.into_iter().chain(codes));
    found.into_iter().map(|(name, note)| Value::whole(name, note)).collect()
}

fn objective(model: &mut Model, typed: &str) -> Vec<Effect> {
    let Some(wanted) = named(model, typed.trim()) else {
        model.warn(GOALS.to_owned());
        return Vec::new();
    };
    model.set_moves(|moves| moves.objective = wanted);
    let basis =
        Basis { board: &model.board, figures: &model.figures, today: model.today, glyphs: model.glyphs };
    let told = format!("{} is what these moves raise.", in_words(&basis, wanted));
    model.tell(told);
    Vec::new()
}

/// What moves are to raise, by its word.
pub(super) fn named(model: &Model, word: &str) -> Option<Objective> {
    match word.to_ascii_lowercase().as_str() {
        "group" => Some(Objective::Group),
        "pair" => Some(Objective::Pair(model.figures.comparison().poles)),
        _ => {
            let code = Code::parse(&word.to_ascii_uppercase())?;
            model.board.column(code).map(Objective::Mean)
        }
    }
}

fn lowering(model: &mut Model) -> Vec<Effect> {
    model.set_moves(|moves| moves.lowering = !moves.lowering);
    let told = if model.sheets.moves.lowering {
        "Moves that lower a level are listed too."
    } else {
        "Only moves that raise a level are listed."
    };
    model.tell(told.to_owned());
    Vec::new()
}
