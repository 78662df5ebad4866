use crate::scorecard::{Board, Column};
use crate::tui::model::{Model, Renumbering, Weighed};

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// An area or a measure and what it weighs.
    Weight(Weighed),
    /// A jurisdiction, in the group or outside of it.
    Member(Column),
}

/// The lines that hold a text in lower case: every area with its measures below it, then every jurisdiction.
pub(super) fn rows(board: &Board, wanted: &str) -> Vec<Row> {
    let weights = board.areas.iter().enumerate().flat_map(|(number, area)| {
        let measures = area.measures().map(|measure| Row::Weight(Weighed::Measure(measure)));
        [Row::Weight(Weighed::Area(number))].into_iter().chain(measures)
    });
    weights.chain(board.columns().map(Row::Member)).filter(|row| row.holds(board, wanted)).collect()
}

impl Row {
    fn holds(self, board: &Board, wanted: &str) -> bool {
        let holds = |text: &str| text.to_lowercase().contains(wanted);
        match self {
            Self::Weight(Weighed::Area(area)) => {
                let area = &board.areas[area];
                holds(&area.title) || holds(area.short_title())
            }
            Self::Weight(Weighed::Measure(measure)) => {
                let measure = board.measure(measure);
                holds(&measure.title) || holds(measure.short_title())
            }
            Self::Member(column) => {
                let jurisdiction = board.jurisdiction(column);
                holds(jurisdiction.code.as_str()) || holds(&jurisdiction.name)
            }
        }
    }

    /// Whether a part of the list begins here: an area, or the first jurisdiction.
    pub(super) fn begins_part(self) -> bool {
        matches!(self, Self::Weight(Weighed::Area(_)) | Self::Member(Column(0)))
    }

    /// What the line says in words that a person reads: the name, and the weight or the membership.
    pub(super) fn words(self, model: &Model) -> (&str, String) {
        let board = &model.board;
        match self {
            Self::Weight(of) => {
                let name = match of {
                    Weighed::Area(area) => board.areas[area].short_title(),
                    Weighed::Measure(measure) => board.measure(measure).short_title(),
                };
                let was = self.is_supposed(model).then(|| format!(", was {}", model.weight_before(of)));
                (name, format!("{}{}", model.weight(of), was.unwrap_or_default()))
            }
            Self::Member(column) => {
                let word = |is_in: bool| if is_in { "in" } else { "out" };
                let was =
                    self.is_supposed(model).then(|| format!(", was {}", word(model.was_member(column))));
                let now = word(model.is_member(column));
                (&board.jurisdiction(column).name, format!("{now}{}", was.unwrap_or_default()))
            }
        }
    }

    /// Whether what the line says is supposed.
    pub(super) fn is_supposed(self, model: &Model) -> bool {
        match self {
            Self::Weight(of) => model.is_weight_supposed(of),
            Self::Member(column) => model.board.supposed().members.contains_key(&column),
        }
    }

    /// The same line over another board, where what it is about is there.
    pub(super) fn renumbered(self, numbers: &Renumbering) -> Option<Self> {
        Some(match self {
            Self::Weight(Weighed::Area(area)) => Self::Weight(Weighed::Area(numbers.area(area)?)),
            Self::Weight(Weighed::Measure(measure)) => {
                Self::Weight(Weighed::Measure(numbers.measure(measure)?))
            }
            Self::Member(column) => Self::Member(numbers.column(column)?),
        })
    }
}
