use crate::analysis::{Lens, Units};
use crate::report::words;
use crate::scorecard::{BoardPlan, Column, Confidence, WeightChoice};
use crate::tui::model::Model;

/// Something of the comparison that can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// The pole that gaps are measured from.
    FirstPole,
    /// The pole that gaps are measured to.
    SecondPole,
    /// The group whose spread is measured.
    Group,
    /// The weights of the measures.
    Weights,
    /// Which answer of a position is looked at.
    Lens,
    /// Who counts once in the group.
    Units,
}

impl Setting {
    /// Every setting, in the order of the list.
    pub(super) const ALL: [Self; 6] =
        [Self::FirstPole, Self::SecondPole, Self::Group, Self::Weights, Self::Lens, Self::Units];

    /// The name people read.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::FirstPole => "First pole",
            Self::SecondPole => "Second pole",
            Self::Group => "Group",
            Self::Weights => "Weights",
            Self::Lens => "Lens",
            Self::Units => "Units",
        }
    }

    /// What it is now.
    pub(super) fn value(self, model: &Model) -> String {
        let comparison = model.figures.comparison();
        match self {
            Self::FirstPole => named(model, comparison.poles[0]),
            Self::SecondPole => named(model, comparison.poles[1]),
            Self::Group => words::group(&model.board, &comparison.group),
            Self::Weights => words::weights(&comparison.weights).to_owned(),
            Self::Lens => words::lens(comparison.lens),
            Self::Units => words::units(comparison.units).to_owned(),
        }
    }
}

/// A value a setting can take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// A jurisdiction for the pole of that number.
    Pole(usize, Column),
    /// The members of a group.
    Group(Vec<Column>),
    /// Weights of measures.
    Weights(WeightChoice),
    /// A lens.
    Lens(Lens),
    /// Who counts once.
    Units(Units),
}

impl Choice {
    /// The values a setting can take, in the order of the board.
    pub(super) fn of(setting: Setting, model: &Model) -> Vec<Self> {
        let board = &model.board;
        match setting {
            Setting::FirstPole => board.columns().map(|column| Self::Pole(0, column)).collect(),
            Setting::SecondPole => board.columns().map(|column| Self::Pole(1, column)).collect(),
            Setting::Group => {
                let own = board.groups.iter().filter(|group| &*group.name != BoardPlan::ALL);
                let own = own.map(|group| Self::Group(group.members.clone()));
                own.chain([Self::Group(board.columns().collect())]).collect()
            }
            Setting::Weights => {
                let sets = board.weight_sets.iter().map(|set| WeightChoice::Named(set.name.clone()));
                let choices = [WeightChoice::Authored, WeightChoice::Equal].into_iter().chain(sets);
                choices.map(Self::Weights).collect()
            }
            Setting::Lens => {
                let sure = [Confidence::Medium, Confidence::High].map(Lens::AtLeast);
                [Lens::AsRecorded, Lens::InForce].into_iter().chain(sure).map(Self::Lens).collect()
            }
            Setting::Units => Units::ALL.into_iter().map(Self::Units).collect(),
        }
    }

    /// Whether it is what the setting is now.
    pub(super) fn is_current(&self, model: &Model) -> bool {
        let comparison = model.figures.comparison();
        match self {
            Self::Pole(number, column) => comparison.poles[*number] == *column,
            Self::Group(members) => comparison.group == *members,
            Self::Weights(choice) => comparison.weights == *choice,
            Self::Lens(lens) => comparison.lens == *lens,
            Self::Units(units) => comparison.units == *units,
        }
    }

    /// What people read.
    pub(super) fn words(&self, model: &Model) -> String {
        match self {
            Self::Pole(_, column) => named(model, *column),
            Self::Group(members) => {
                let count = words::plural(members.len(), "jurisdiction");
                format!("{}  {count}", words::group(&model.board, members))
            }
            Self::Weights(choice) => words::weights(choice).to_owned(),
            Self::Lens(lens) => words::lens(*lens),
            Self::Units(Units::Decision) => "decision units  a union and who inherits once".to_owned(),
            Self::Units(Units::Members) => "members counted  every jurisdiction".to_owned(),
        }
    }

    /// Makes it so. The other pole as this pole swaps the two.
    pub(super) fn apply(&self, model: &mut Model) {
        if self.is_current(model) {
            return;
        }
        model.compare(|comparison| match self {
            Self::Pole(number, column) => {
                if comparison.poles[1 - number] == *column {
                    comparison.poles.swap(0, 1);
                } else {
                    comparison.poles[*number] = *column;
                }
            }
            Self::Group(members) => comparison.group.clone_from(members),
            Self::Weights(choice) => comparison.weights = choice.clone(),
            Self::Lens(lens) => comparison.lens = *lens,
            Self::Units(units) => comparison.units = *units,
        });
    }
}

fn named(model: &Model, column: Column) -> String {
    let jurisdiction = model.board.jurisdiction(column);
    format!("{}  {}", jurisdiction.code, jurisdiction.name)
}
