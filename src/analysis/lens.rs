use crate::scorecard::{
    Answer, Board, Cell, Column, Confidence, MeasureIndex, NextStep, PartialDate, Position, Status,
};

/// Which answer of a position is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lens {
    /// The level as recorded: the content of the regime as enacted, once fully applied.
    #[default]
    AsRecorded,
    /// What legally applies today.
    InForce,
    /// The level as recorded where its confidence is at least this, else unknown.
    AtLeast(Confidence),
    /// The level as recorded with every foreseeable step up to this date applied.
    On(PartialDate),
}

impl Lens {
    /// What [`Self::parse`] takes, for people.
    pub const WORDS: [&str; 5] = ["as recorded", "in force", "medium", "high", "a date such as 2027-12"];

    /// Reads a lens as people write it: `as recorded`, `in force`, the least confidence, or a date.
    pub fn parse(text: &str) -> Option<Self> {
        let words = text.trim().to_lowercase().replace(['-', '_'], " ");
        let confidence = || Confidence::ALL.into_iter().find(|confidence| confidence.key() == words);
        match words.as_str() {
            "as recorded" => Some(Self::AsRecorded),
            "in force" => Some(Self::InForce),
            _ => confidence()
                .map(Self::AtLeast)
                .or_else(|| PartialDate::parse(text.trim().trim_start_matches("on ")).ok().map(Self::On)),
        }
    }

    /// The lens as [`Self::parse`] takes it.
    pub fn word(self) -> String {
        match self {
            Self::AsRecorded => "as recorded".to_owned(),
            Self::InForce => "in force".to_owned(),
            Self::AtLeast(confidence) => confidence.key().to_owned(),
            Self::On(date) => date.to_string(),
        }
    }

    /// A cell as it is seen through the lens.
    pub fn cell(self, board: &Board, measure: MeasureIndex, column: Column) -> Cell {
        let mut cell = board.cell(measure, column);
        cell.answer = self.answer(board, cell);
        cell
    }

    /// What a cell answers through the lens. A cell that inherits answers what its root answers; a supposed level is
    /// seen through every lens.
    pub fn answer(self, board: &Board, cell: Cell) -> Answer {
        board.grounds(cell).map_or(cell.answer, |position| self.read(position))
    }

    /// The steps of a position that will have come on the lens's date without saying which level follows: what cannot
    /// be foreseen, and is not guessed. By their places in the position's `next`; none for the other lenses.
    pub fn not_foreseeable(self, position: &Position) -> impl Iterator<Item = usize> {
        let until = match self {
            Self::On(date) => Some(date.last_day()),
            Self::AsRecorded | Self::InForce | Self::AtLeast(_) => None,
        };
        let open = move |step: &NextStep| {
            step.level.is_none() && until.is_some_and(|until| step.date.last_day() <= until)
        };
        position.next.iter().enumerate().filter(move |(_, step)| open(step)).map(|(place, _)| place)
    }

    /// What a position answers through the lens.
    pub fn read(self, position: &Position) -> Answer {
        match self {
            Self::AsRecorded => position.level,
            Self::InForce => in_force(position),
            Self::AtLeast(wanted) => at_least(wanted, position),
            Self::On(date) => on(date, position),
        }
    }
}

/// `level_now` where it is given, the level where it is what applies, else unknown.
fn in_force(position: &Position) -> Answer {
    if let Some(now) = position.level_now {
        return now;
    }
    let applies = position.status.is_some_and(Status::applies_as_recorded);
    match position.level {
        Answer::Known(_) if !applies => Answer::Unknown,
        answer => answer,
    }
}

/// A level whose confidence is not given counts as low.
fn at_least(wanted: Confidence, position: &Position) -> Answer {
    let sure = position.confidence.unwrap_or(Confidence::Low) >= wanted;
    match position.level {
        Answer::Known(_) if !sure => Answer::Unknown,
        answer => answer,
    }
}

/// The level of the latest step that has certainly come by the end of `date`: a step dated to a year or a month counts
/// from its last day. Of two steps on one date the one written later holds. Steps without a level change nothing.
fn on(date: PartialDate, position: &Position) -> Answer {
    let until = date.last_day();
    position
        .next
        .iter()
        .filter(|step| step.date.last_day() <= until)
        .filter_map(|step| Some((step.date.last_day(), step.level?)))
        .max_by_key(|&(day, _)| day)
        .map_or(position.level, |(_, level)| Answer::Known(level))
}
