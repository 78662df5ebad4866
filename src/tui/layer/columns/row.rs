use super::choice::Setting;
use crate::scorecard::{Column, OptionalColumn};
use crate::tui::model::{GapColumn, Model, View};

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// Who or what is compared.
    Setting(Setting),
    /// A column of the list of gaps, shown or hidden.
    Gaps(GapColumn),
    /// A jurisdiction, shown or hidden.
    Jurisdiction(Column),
    /// Hides everyone outside the group.
    OnlyGroup,
    /// Shows everyone in the board's order.
    AsOnBoard,
}

/// Every line: the settings, the jurisdictions in their order, what changes all of them at once.
pub(super) fn rows(model: &Model) -> Vec<Row> {
    let comparison = model.figures.comparison();
    let members = model.columns.members(&model.board, comparison);
    let settings = Setting::here(model).into_iter().map(Row::Setting);
    let jurisdictions = comparison.poles.into_iter().chain(members).map(Row::Jurisdiction);
    let of_gaps = OptionalColumn::ALL.map(GapColumn::from).map(Row::Gaps);
    let of_gaps = of_gaps.into_iter().filter(|_| model.view == View::Gaps);
    settings.chain(of_gaps).chain(jurisdictions).chain([Row::OnlyGroup, Row::AsOnBoard]).collect()
}

impl Row {
    /// Whether a text in lower case stands in the line.
    pub(super) fn holds(self, model: &Model, wanted: &str) -> bool {
        let (name, text) = self.words(model);
        format!("{name} {text}").to_lowercase().contains(wanted)
    }

    /// The name of the line and what it says.
    pub(super) fn words(self, model: &Model) -> (String, String) {
        match self {
            Self::Setting(setting) => (setting.title().to_owned(), setting.value(model)),
            Self::Gaps(column) => (column.title().to_owned(), "column of this list".to_owned()),
            Self::Jurisdiction(column) => {
                let jurisdiction = model.board.jurisdiction(column);
                (jurisdiction.code.to_string(), jurisdiction.name.to_string())
            }
            Self::OnlyGroup => ("Only the group".to_owned(), "hides everyone else".to_owned()),
            Self::AsOnBoard => ("As on the board".to_owned(), "shows everyone, in its order".to_owned()),
        }
    }
}
