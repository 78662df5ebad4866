//! What the figures of any two have in common: who they are, and what each answers on every measure.

use super::case::Case;
use super::explanation::{Explanation, Inputs, Value};
use super::kind::Kind;
use crate::analysis::{Grid, Lens, Profile, Standing};
use crate::scorecard::{Column, MeasureIndex};

/// Two columns of a grid, over an area or all of them.
#[derive(Clone, Debug)]
pub(super) struct Two<'c> {
    pub(super) case: &'c Case<'c>,
    pub(super) grid: &'c Grid,
    pub(super) columns: [Column; 2],
    /// The same on the board.
    who: [Column; 2],
    /// As the command line takes them.
    pub(super) names: [String; 2],
    pub(super) area: Option<usize>,
}

/// What the two answer on one measure.
pub(super) struct OnMeasure {
    pub(super) measure: MeasureIndex,
    pub(super) weight: f64,
    pub(super) standings: [Standing; 2],
    /// Whether the question applies to both.
    pub(super) comparable: bool,
    /// Whether both use one entry, so that no step is between them even where its level is unknown.
    pub(super) same_root: bool,
}

impl<'c> Two<'c> {
    /// Two jurisdictions as the figures see them.
    pub(super) fn jurisdictions(case: &'c Case<'c>, columns: [Column; 2], area: Option<usize>) -> Self {
        let names = columns.map(|column| case.code(column).to_owned());
        Self { case, grid: case.basis.figures.grid(), columns, who: columns, names, area }
    }

    /// Two profiles, in a grid of their own.
    pub(super) fn profiles(
        case: &'c Case<'c>,
        grid: &'c Grid,
        profiles: [Profile; 2],
        area: Option<usize>,
    ) -> Self {
        let names =
            profiles.map(|Profile { column, lens }| format!("{}@{}", case.code(column), option(lens)));
        let who = profiles.map(|profile| profile.column);
        Self { case, grid, columns: [Column(0), Column(1)], who, names, area }
    }

    /// An explanation of a figure of theirs, nothing told yet.
    pub(super) fn explanation(&self, kind: Kind) -> Explanation {
        let [first, second] = &self.names;
        let area = self.area.map(|area| self.case.area_id(area));
        let about = format!("{first} and {second}, {}", self.case.area_words(self.area));
        Explanation::new(kind, self.names.iter().cloned().chain(area), about)
    }

    /// Every measure with what the two answer: `row` tells whether a measure counts as known and what stands in the other
    /// columns.
    pub(super) fn measures<const N: usize>(
        &self,
        columns: [(&'static str, &str); N],
        row: impl Fn(&OnMeasure) -> (bool, [Value; N]),
    ) -> Inputs {
        let [first, second] = self.names.each_ref().map(String::as_str);
        let heading = [
            ("measure", "Measure"),
            ("comparable_weight", "Comparable"),
            ("known_weight", "Known"),
            ("first", first),
            ("second", second),
        ];
        let mut inputs = Inputs::new("measures", "Measures", heading.into_iter().chain(columns));
        for measure in self.case.measures(self.area) {
            let on = self.on(measure);
            let (known, rest) = row(&on);
            let [first, second] = on.standings.map(answer);
            let mut values = vec![
                self.case.id(measure).into(),
                on.comparable.then_some(on.weight).into(),
                known.then_some(on.weight).into(),
                first,
                second,
            ];
            values.extend(rest);
            inputs.rows.push(values);
        }
        let supposed = self.case.measures(self.area).map(|measure| self.case.supposed(measure, &self.who));
        inputs.supposing(supposed)
    }

    fn on(&self, measure: MeasureIndex) -> OnMeasure {
        let standings = self.columns.map(|column| self.grid.standing(measure, column));
        let [root, other_root] = self.columns.map(|column| self.grid.root(measure, column));
        OnMeasure {
            measure,
            weight: self.case.weight(measure),
            standings,
            comparable: !standings.contains(&Standing::NotApplicable),
            same_root: root == other_root,
        }
    }
}

/// A lens as the command line takes it.
fn option(lens: Lens) -> String {
    match lens {
        Lens::AsRecorded => "as-recorded".to_owned(),
        Lens::InForce => "in-force".to_owned(),
        Lens::AtLeast(confidence) => confidence.key().to_owned(),
        Lens::On(date) => date.to_string(),
    }
}

/// A level, or in words why there is none.
pub(super) fn answer(standing: Standing) -> Value {
    match standing {
        Standing::Known(level) => level.number().into(),
        Standing::Unknown => "unknown".into(),
        Standing::NotApplicable => "not applicable".into(),
    }
}
