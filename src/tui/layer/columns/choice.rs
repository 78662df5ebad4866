use crate::analysis::{Lens, Units};
use crate::report::words;
use crate::scorecard::{BoardPlan, Column, Confidence, WeightChoice};
use crate::tui::model::{Model, Seen, View};

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
    /// One of the two that are compared side by side.
    Side(usize),
    /// The lens of its own that one of the two is looked at through.
    SideLens(usize),
}

impl Setting {
    /// The settings of the whole program, in the order of the list.
    pub(super) const ALL: [Self; 6] =
        [Self::FirstPole, Self::SecondPole, Self::Group, Self::Weights, Self::Lens, Self::Units];

    /// The settings of the comparison of two.
    const OF_TWO: [Self; 4] = [Self::Side(0), Self::SideLens(0), Self::Side(1), Self::SideLens(1)];

    /// The settings of the view on screen, then those of the whole program.
    pub(super) fn here(model: &Model) -> Vec<Self> {
        let of_two = if model.view == View::Compare { &Self::OF_TWO[..] } else { &[] };
        of_two.iter().copied().chain(Self::ALL).collect()
    }

    /// The name people read.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::FirstPole => "First pole",
            Self::SecondPole => "Second pole",
            Self::Group => "Group",
            Self::Weights => "Weights",
            Self::Lens => "Lens",
            Self::Units => "Units",
            Self::Side(0) => "First here",
            Self::Side(_) => "Second here",
            Self::SideLens(_) => "  its lens",
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
            Self::Side(side) => named(model, model.compared()[side].column),
            Self::SideLens(side) => lens_of_its_own(model.compared()[side].lens),
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
    /// A jurisdiction for that side of the two.
    Side(usize, Column),
    /// A lens of its own for that side, or none.
    SideLens(usize, Option<Lens>),
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
            Setting::Lens => lenses().map(Self::Lens).collect(),
            Setting::Units => Units::ALL.into_iter().map(Self::Units).collect(),
            Setting::Side(side) => board.columns().map(|column| Self::Side(side, column)).collect(),
            Setting::SideLens(side) => {
                let own = lenses().map(Some);
                [None].into_iter().chain(own).map(|lens| Self::SideLens(side, lens)).collect()
            }
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
            Self::Side(side, column) => model.compared()[*side].column == *column,
            Self::SideLens(side, lens) => model.compared()[*side].lens == *lens,
        }
    }

    /// What people read.
    pub(super) fn words(&self, model: &Model) -> String {
        match self {
            Self::Pole(_, column) | Self::Side(_, column) => named(model, *column),
            Self::Group(members) => {
                let count = words::plural(members.len(), "jurisdiction");
                format!("{}  {count}", words::group(&model.board, members))
            }
            Self::Weights(choice) => words::weights(choice).to_owned(),
            Self::Lens(lens) => words::lens(*lens),
            Self::SideLens(_, lens) => lens_of_its_own(*lens),
            Self::Units(Units::Decision) => "decision units  a union and who inherits once".to_owned(),
            Self::Units(Units::Members) => "members counted  every jurisdiction".to_owned(),
        }
    }

    /// Makes it so. The other pole as this pole swaps the two.
    pub(super) fn apply(&self, model: &mut Model) {
        if self.is_current(model) {
            return;
        }
        match self {
            Self::Side(side, column) => return choose(model, *side, |seen| seen.column = *column),
            Self::SideLens(side, lens) => return choose(model, *side, |seen| seen.lens = *lens),
            _ => {}
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
            Self::Side(..) | Self::SideLens(..) => {}
        });
    }
}

/// Changes one of the two. Where that makes both the same, the other one becomes what this one was.
fn choose(model: &mut Model, side: usize, change: impl FnOnce(&mut Seen)) {
    let before = model.compared();
    let mut two = before;
    change(&mut two[side]);
    if two[0] == two[1] {
        two[1 - side] = before[side];
    }
    model.compare_two(two);
}

/// The lenses to choose from.
fn lenses() -> impl Iterator<Item = Lens> {
    let sure = [Confidence::Medium, Confidence::High].map(Lens::AtLeast);
    [Lens::AsRecorded, Lens::InForce].into_iter().chain(sure)
}

fn lens_of_its_own(lens: Option<Lens>) -> String {
    lens.map_or("as the whole program".to_owned(), words::lens)
}

fn named(model: &Model, column: Column) -> String {
    let jurisdiction = model.board.jurisdiction(column);
    format!("{}  {}", jurisdiction.code, jurisdiction.name)
}
