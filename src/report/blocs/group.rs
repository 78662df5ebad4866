use serde::Serialize;

use crate::analysis::robustness::{self, Draws, Robustness};
use crate::analysis::{Bridges, Closeness, Figures, WithoutEach};
use crate::report::basis::Basis;
use crate::report::document::{Document, Field, Table};
use crate::report::robustness::{Jurisdiction, RanksJson, RobustnessJson};
use crate::report::words;
use crate::scorecard::Column;

/// Who of the group is close to the rest, who stands apart, who between the poles, and what the group is without each.
#[derive(Clone, Debug)]
pub(super) struct Group {
    closeness: Closeness,
    bridges: Option<Bridges>,
    without: WithoutEach,
    /// How the order by mean alignment fares under drawn weights, where that was asked for.
    robustness: Option<Robustness<Column>>,
    /// Why that is not told though it was asked for.
    undrawn: &'static str,
}

impl Group {
    pub(super) fn of(figures: &Figures) -> Self {
        let (closeness, bridges) = (figures.closeness(), figures.bridges());
        Self { closeness, bridges, without: figures.without_each(), robustness: None, undrawn: "" }
    }

    /// With ranks by mean alignment under drawn weights; with the reason where the group is too large to draw for.
    pub(super) fn draw(&mut self, figures: &Figures, draws: Draws) {
        self.robustness = robustness::closeness(figures, draws);
        if self.robustness.is_none() {
            self.undrawn = words::TOO_MANY_TO_DRAW;
        }
    }

    pub(super) fn tell(&self, basis: &Basis<'_>, document: &mut Document) {
        document.heading("The group");
        let codes = |columns: &mut dyn Iterator<Item = Column>| {
            columns.map(|column| basis.code(column)).collect::<Vec<_>>().join(", ")
        };
        let closest = codes(&mut self.closeness.closest.iter().copied());
        if !closest.is_empty() {
            document.paragraph(format!("Closest to the rest: {closest}."));
        }
        if let Some(found) = &self.robustness {
            let code = |&column: &Column| basis.code(column).to_owned();
            let title = |measure| basis.board.measure(measure).short_title().to_owned();
            document.paragraph(format!("By mean alignment: {}", words::robustness(found, code, title)));
        }
        document.paragraph(self.undrawn);
        let apart = self.closeness.columns.iter().filter(|nearness| nearness.stands_apart());
        let apart = codes(&mut apart.map(|nearness| nearness.column));
        let apart = if apart.is_empty() { "nobody".to_owned() } else { apart };
        document.paragraph(format!("Stands apart (modified z below -3.5): {apart}."));
        let [first, second] = basis.poles();
        let bridges = self.bridges.iter().flat_map(Bridges::found);
        let bridges = codes(&mut bridges.map(|bridge| bridge.column));
        let bridges = if bridges.is_empty() { "nobody".to_owned() } else { bridges };
        document.paragraph(format!(
            "Closer to both {first} and {second} than these are to each other, most first: {bridges}."
        ));
        document.table(self.table(basis));
    }

    fn table(&self, basis: &Basis<'_>) -> Table {
        let headings =
            ["Jurisdiction", "Mean alignment", "With", "Modified z", "Between the poles", "Group without it"];
        let mut table = Table::new(headings).wrapping(&[1, 3, 4, 5]);
        for nearness in self.closeness.by_mean() {
            let points = |value: f64| format!("{:+.1} points", value * 100.0);
            let gain = self.gain(nearness.column);
            let without = self.without.difference(nearness.column);
            table.row(vec![
                Field::text(basis.code(nearness.column)),
                Field::Figure(words::maybe_share(nearness.mean)),
                Field::figure(&nearness.compared),
                Field::Figure(nearness.modified_z.map_or(words::NO_VALUE.to_owned(), |z| format!("{z:.1}"))),
                Field::Figure(gain.map_or(words::NO_VALUE.to_owned(), points)),
                Field::Figure(without.map_or(words::NO_VALUE.to_owned(), points)),
            ]);
        }
        table
    }

    fn gain(&self, column: Column) -> Option<f64> {
        self.bridges
            .iter()
            .flat_map(|bridges| &bridges.columns)
            .find(|bridge| bridge.column == column)
            .map(|bridge| bridge.gain)
    }

    fn ranks(&self, column: Column) -> Option<RanksJson> {
        let found = self.robustness.as_ref()?;
        found.ranks.iter().find(|ranks| ranks.thing == column).map(RanksJson::of)
    }

    pub(super) fn json<'a>(&self, basis: &Basis<'a>) -> GroupJson<'a> {
        let columns = self.closeness.columns.iter().map(|nearness| {
            let bridge = self
                .bridges
                .iter()
                .flat_map(|bridges| &bridges.columns)
                .find(|bridge| bridge.column == nearness.column);
            MemberJson {
                jurisdiction: basis.code(nearness.column),
                mean_alignment: nearness.mean,
                compared: nearness.compared,
                modified_z: nearness.modified_z,
                stands_apart: nearness.stands_apart(),
                bridge_gain: bridge.map(|bridge| bridge.gain),
                bridge_detour: bridge.and_then(|bridge| bridge.detour),
                without_it: self.without.difference(nearness.column),
                ranks: self.ranks(nearness.column),
            }
        });
        GroupJson {
            closest: self.closeness.closest.iter().map(|&column| basis.code(column)).collect(),
            alignment: self.without.with_all,
            members: columns.collect(),
            robustness: self.robustness.as_ref().map(|found| {
                RobustnessJson::of(basis.board, found, |&column| Jurisdiction::of(basis, column))
            }),
        }
    }
}

/// The group in the JSON of `t12 blocs`.
#[derive(Debug, Serialize)]
pub(super) struct GroupJson<'a> {
    closest: Vec<&'a str>,
    alignment: Option<f64>,
    members: Vec<MemberJson<'a>>,
    robustness: Option<RobustnessJson<Jurisdiction<'a>>>,
}

#[derive(Debug, Serialize)]
struct MemberJson<'a> {
    jurisdiction: &'a str,
    mean_alignment: Option<f64>,
    compared: u32,
    modified_z: Option<f64>,
    stands_apart: bool,
    bridge_gain: Option<f64>,
    bridge_detour: Option<f64>,
    without_it: Option<f64>,
    ranks: Option<RanksJson>,
}
