//! Small random boards that both computations read: the program as a board, the slow one as plain numbers.

use super::board::Draft;
use proptest::prelude::*;
use t12::scorecard::{Board, Weight};

/// What a column says on a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    Level(u8),
    Unknown,
    NotApplicable,
    /// Takes over what a column before it says.
    Inherits(usize),
}

#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// In thousandths.
    pub(crate) weight: u32,
    pub(crate) members_decide: bool,
    pub(crate) says: Vec<Says>,
}

#[derive(Clone, Debug)]
pub(crate) struct Area {
    /// In thousandths.
    pub(crate) weight: u32,
    pub(crate) rows: Vec<Row>,
}

/// Columns are numbers; column 0 is a union where others are members of it.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) member: Vec<bool>,
    pub(crate) in_group: Vec<bool>,
    pub(crate) areas: Vec<Area>,
}

impl Model {
    pub(crate) fn columns(&self) -> usize {
        self.member.len()
    }

    pub(crate) fn group(&self) -> Vec<usize> {
        (0..self.columns()).filter(|&column| self.in_group[column]).collect()
    }

    pub(crate) fn board(&self) -> Board {
        let name = |column: &usize| format!("C{column}");
        let columns: Vec<String> = (0..self.columns())
            .map(|column| name(&column) + if self.member[column] { "<C0" } else { "" })
            .collect();
        let group: Vec<String> = self.group().iter().map(name).collect();
        let mut draft = Draft::new(&columns.join(" ")).group(&group.join(" "));
        for area in &self.areas {
            draft = draft.area(&written(area.weight));
            for row in &area.rows {
                let competence = if row.members_decide { "member-state" } else { "shared" };
                let positions: Vec<String> = row.says.iter().enumerate().map(position).collect();
                draft = draft.measure(&format!("{} {competence}", written(row.weight)), &positions.join(","));
            }
        }
        draft.build()
    }

    /// The places of all own entries that are unknown: area, row, column.
    pub(crate) fn unknowns(&self) -> Vec<[usize; 3]> {
        let mut found = Vec::new();
        for (a, area) in self.areas.iter().enumerate() {
            for (r, row) in area.rows.iter().enumerate() {
                let unknown = (0..row.says.len()).filter(|&column| row.says[column] == Says::Unknown);
                found.extend(unknown.map(|column| [a, r, column]));
            }
        }
        found
    }

    /// The model with one entry replaced.
    pub(crate) fn with(&self, [area, row, column]: [usize; 3], says: Says) -> Self {
        let mut model = self.clone();
        model.areas[area].rows[row].says[column] = says;
        model
    }

    /// Every way to answer all unknown entries.
    pub(crate) fn completions(&self) -> Vec<Self> {
        self.unknowns().into_iter().fold(vec![self.clone()], |models, place| {
            models
                .iter()
                .flat_map(|model| (0..5).map(|level| model.with(place, Says::Level(level))))
                .collect()
        })
    }

    /// The model with every entry changed.
    pub(crate) fn map(&self, change: impl Fn(Says) -> Says) -> Self {
        let mut model = self.clone();
        let rows = model.areas.iter_mut().flat_map(|area| &mut area.rows);
        rows.flat_map(|row| &mut row.says).for_each(|says| *says = change(*says));
        model
    }
}

fn written(thousandths: u32) -> String {
    Weight::from_thousandths(thousandths).unwrap().to_string()
}

fn position((column, says): (usize, &Says)) -> String {
    match says {
        Says::Level(level) => format!("C{column} {level}"),
        Says::Unknown => format!("C{column} ?"),
        Says::NotApplicable => format!("C{column} -"),
        Says::Inherits(from) => format!("C{column} ^C{from}"),
    }
}

/// How often entries are known, unknown, not applicable and inherited.
pub(crate) type Mix = [u32; 4];

/// Everything occurs.
pub(crate) const MIXED: Mix = [6, 2, 1, 2];
/// Everything is known, and everyone's own.
pub(crate) const COMPLETE: Mix = [1, 0, 0, 0];
/// Few are unknown, so that all completions can be tried.
pub(crate) const NEARLY: Mix = [12, 1, 1, 1];

/// Random models of two to five columns.
pub(crate) fn models(mix: Mix) -> impl Strategy<Value = Model> {
    (2..=5_usize).prop_flat_map(move |columns| {
        let flags = || prop::collection::vec(any::<bool>(), columns);
        let areas = prop::collection::vec(area(columns, mix), 1..4);
        (flags(), flags(), areas).prop_map(|(mut member, mut in_group, areas)| {
            member[0] = false;
            in_group[1] = true;
            Model { member, in_group, areas }
        })
    })
}

/// Models of three columns with one area of many measures of many weights.
pub(crate) fn many_weights() -> impl Strategy<Value = Model> {
    prop::collection::vec(row(3, MIXED), 20..60).prop_map(|rows| Model {
        member: vec![false; 3],
        in_group: vec![true; 3],
        areas: vec![Area { weight: 1000, rows }],
    })
}

fn area(columns: usize, mix: Mix) -> impl Strategy<Value = Area> {
    let weight = prop_oneof![4 => Just(1000_u32), 1 => Just(0), 2 => 1..3000_u32];
    let rows = prop::collection::vec(row(columns, mix), 1..5);
    (weight, rows).prop_map(|(weight, rows)| Area { weight, rows })
}

fn row(columns: usize, mix: Mix) -> impl Strategy<Value = Row> {
    let weight = prop_oneof![4 => Just(1000_u32), 1 => Just(0), 3 => 1..100_000_u32];
    let says: Vec<_> = (0..columns).map(|column| says(column, mix)).collect();
    let members_decide = if mix == COMPLETE { Just(false).boxed() } else { any::<bool>().boxed() };
    (weight, members_decide, says).prop_map(|(weight, members_decide, mut says)| {
        if members_decide {
            // What a union's members decide cannot be inherited.
            says.iter_mut()
                .filter(|says| matches!(says, Says::Inherits(_)))
                .for_each(|s| *s = Says::Level(2));
        }
        Row { weight, members_decide, says }
    })
}

fn says(column: usize, [known, unknown, not_applicable, inherits]: Mix) -> impl Strategy<Value = Says> {
    let from = 0..column.max(1);
    let inherits = if column == 0 { 0 } else { inherits };
    prop_oneof![
        known => (0..5_u8).prop_map(Says::Level),
        unknown => Just(Says::Unknown),
        not_applicable => Just(Says::NotApplicable),
        inherits => from.prop_map(Says::Inherits),
    ]
}
