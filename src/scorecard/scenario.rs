use super::{Answer, AreaEntry, Board, Code, MeasureIndex, Prose, Suppositions, WeightEntry};
use crate::text::Span;

/// What-ifs with a name, as their file says them. A scenario is no fact: it never changes a scorecard.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Its id.
    pub id: Box<str>,
    /// Where the id is written.
    pub id_at: Span,
    /// Full title.
    pub title: Box<str>,
    /// Why it is worth looking at.
    pub note: Prose,
    /// The supposed levels, in the order written.
    pub levels: Vec<SupposedLevel>,
    /// The supposed weights of measures.
    pub weights: Vec<WeightEntry>,
    /// The supposed weights of areas.
    pub areas: Vec<AreaEntry>,
    /// Who is supposed to be in the group or outside of it.
    pub members: Vec<(Code, Membership, Span)>,
}

/// The level a jurisdiction is supposed to have on a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupposedLevel {
    /// The area's id.
    pub area: Box<str>,
    /// The measure's id.
    pub measure: Box<str>,
    /// The jurisdiction.
    pub code: Code,
    /// What it is supposed to answer.
    pub answer: Answer,
    /// Where it is written.
    pub at: Span,
}

/// Whether a jurisdiction is supposed to be in the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Membership {
    /// In the group.
    In,
    /// Outside of it.
    Out,
}

impl Membership {
    /// Both.
    pub const ALL: [Self; 2] = [Self::In, Self::Out];

    /// The word files use.
    pub fn key(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }
}

impl Board {
    /// The scenario of that id.
    pub fn scenario(&self, id: &str) -> Option<&Scenario> {
        self.scenarios.iter().find(|scenario| *scenario.id == *id)
    }

    /// What a scenario supposes on this board. What names nothing that is there is left out; the checks tell it.
    pub fn suppositions_of(&self, scenario: &Scenario) -> Suppositions {
        let area = |id: &str| self.areas.iter().position(|area| *area.id == *id);
        let measure = |of: &str, id: &str| self.find_measure(&self.areas[area(of)?], id);
        let level = |own: &SupposedLevel| {
            let at: (MeasureIndex, _) = (measure(&own.area, &own.measure)?, self.column(own.code)?);
            Some((at, own.answer))
        };
        let weight = |own: &WeightEntry| Some((measure(&own.area, &own.measure)?, own.weight));
        let members = scenario.members.iter();
        Suppositions {
            levels: scenario.levels.iter().filter_map(level).collect(),
            weights: scenario.weights.iter().filter_map(weight).collect(),
            areas: scenario.areas.iter().filter_map(|own| Some((area(&own.id)?, own.weight))).collect(),
            members: members
                .filter_map(|&(code, word, _)| Some((self.column(code)?, word == Membership::In)))
                .collect(),
        }
    }

    /// What is supposed on the board as the file of a scenario has it.
    pub fn scenario_as_yaml(&self, id: &str) -> String {
        let supposed = self.supposed();
        let path =
            |measure: MeasureIndex| format!("{}/{}", self.area_of(measure).id, self.measure(measure).id);
        let mut text =
            format!("kind: scenario\nversion: 1\nid: {id}\ntitle: {id}\n# note: why it is looked at\n");
        let mut part = |name: &str, lines: Vec<String>| {
            if !lines.is_empty() {
                text.extend([name, ":\n"]);
                text.extend(lines);
            }
        };
        let answer = |answer: Answer| match answer {
            Answer::Known(level) => level.to_string(),
            Answer::Unknown => "unknown".to_owned(),
            Answer::NotApplicable => "na".to_owned(),
        };
        let code = |column| self.jurisdiction(column).code;
        let levels = supposed.levels.iter();
        let levels = levels.map(|(&(m, c), &a)| format!("  {}/{}: {}\n", path(m), code(c), answer(a)));
        part("levels", levels.collect());
        let weights = supposed.weights.iter().map(|(&m, weight)| format!("  {}: {weight}\n", path(m)));
        part("weights", weights.collect());
        let areas = supposed.areas.iter();
        part("areas", areas.map(|(&a, weight)| format!("  {}: {weight}\n", self.areas[a].id)).collect());
        let word = |is_in: bool| if is_in { Membership::In } else { Membership::Out }.key();
        let members = supposed.members.iter();
        part("members", members.map(|(&c, &is_in)| format!("  {}: {}\n", code(c), word(is_in))).collect());
        text
    }
}
