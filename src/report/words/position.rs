use super::{Glyphs, Mark};
use crate::scorecard::{Answer, Board, Cell, Code, Column, Confidence, Level, PartialDate, Position};

/// A level with its name: `level 3`.
pub fn level(level: Level) -> String {
    format!("level {level}")
}

/// What a position answers: its level's number, `unknown` or `not applicable`.
pub fn answer(answer: Answer) -> String {
    match answer {
        Answer::Known(level) => level.to_string(),
        Answer::Unknown => "unknown".to_owned(),
        Answer::NotApplicable => "not applicable".to_owned(),
    }
}

/// The state of an answer as files, filters and JSON name it.
pub fn state(answer: Answer) -> &'static str {
    match answer {
        Answer::Known(_) => "known",
        Answer::Unknown => "unknown",
        Answer::NotApplicable => "na",
    }
}

/// How sure the authors are: `high confidence`.
pub fn confidence(confidence: Confidence) -> String {
    format!("{} confidence", confidence.key())
}

/// A dated step and whose it is: `2027-01 US: the act applies`.
pub fn next_step(date: PartialDate, code: Code, what: &str) -> String {
    format!("{date} {code}: {what}")
}

/// A level with its mark behind it, the mark of inheritance in front: `3●`, `↑3`. A mark that stands for the whole
/// cell stands alone.
pub fn level_with_mark(answer: Answer, mark: Option<Mark>, glyphs: Glyphs) -> String {
    let glyph = mark.map(|mark| mark.glyph(glyphs).to_string()).unwrap_or_default();
    match (answer.level(), mark) {
        (Some(level), Some(Mark::Inherited)) => format!("{glyph}{level}"),
        (Some(level), _) => format!("{level}{glyph}"),
        (None, _) => glyph,
    }
}

/// What a cell answers with its marks: `3●`, `↑3`, `2◇` where the level is supposed, `↑2◇` where that of its parent is.
pub fn marked(board: &Board, column: Column, cell: Cell, glyphs: Glyphs) -> String {
    let mark = Mark::of_cell(board, column, cell);
    let told = level_with_mark(cell.answer, mark, glyphs);
    if mark == Some(Mark::Supposed) { told } else { format!("{told}{}", what_if(cell.supposed, glyphs)) }
}

/// The mark of a level that is supposed, to stand behind it; nothing where it is not.
pub fn what_if(supposed: bool, glyphs: Glyphs) -> String {
    if supposed { Mark::Supposed.glyph(glyphs).to_string() } else { String::new() }
}

/// What that mark says, as a legend; empty where no level of a board is supposed.
pub fn what_if_note(board: &Board, glyphs: Glyphs) -> String {
    if board.supposed().levels.is_empty() {
        return String::new();
    }
    format!("{} what-if: supposed, and no fact", Mark::Supposed.glyph(glyphs))
}

/// A position's headline; where the position is withheld, that it is.
pub fn headline(board: &Board, position: &Position) -> String {
    if position.is_withheld() {
        Mark::Withheld.words().to_owned()
    } else {
        board.text(position.headline).into_owned()
    }
}
