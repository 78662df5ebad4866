//! What-ifs about weights and members: what measures and areas weigh, and who is in the group.

use super::Model;
use crate::analysis::Weights;
use crate::scorecard::{Column, MeasureIndex, Weight};

/// Something that has a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighed {
    /// An area, by its place on the board; it weighs against the other areas.
    Area(usize),
    /// A measure, which weighs against the others of its area.
    Measure(MeasureIndex),
}

impl Weighed {
    /// What it weighs among those weights, 0 to 100.
    fn among(self, weights: &Weights) -> Weight {
        let thousandths = match self {
            Self::Area(area) => weights.area(area),
            Self::Measure(measure) => weights.measure(measure),
        };
        Weight::from_thousandths(thousandths).unwrap_or_default()
    }
}

impl Model {
    /// What something weighs now.
    pub fn weight(&self, of: Weighed) -> Weight {
        of.among(self.figures.grid().weights())
    }

    /// What something weighs without any what-if, by the weights that are chosen.
    pub fn weight_before(&self, of: Weighed) -> Weight {
        of.among(self.what_if.before().unwrap_or(&self.figures).grid().weights())
    }

    /// Whether a weight is supposed.
    pub fn is_weight_supposed(&self, of: Weighed) -> bool {
        let supposed = self.board.supposed();
        match of {
            Weighed::Area(area) => supposed.areas.contains_key(&area),
            Weighed::Measure(measure) => supposed.weights.contains_key(&measure),
        }
    }

    /// Supposes what something weighs. What it weighs anyway is no what-if.
    pub fn suppose_weight(&mut self, of: Weighed, weight: Weight) {
        let mut wanted = self.board.supposed().clone();
        let supposed = (weight != self.weight_before(of)).then_some(weight);
        match (of, supposed) {
            (Weighed::Area(area), Some(weight)) => drop(wanted.areas.insert(area, weight)),
            (Weighed::Area(area), None) => drop(wanted.areas.remove(&area)),
            (Weighed::Measure(measure), Some(weight)) => drop(wanted.weights.insert(measure, weight)),
            (Weighed::Measure(measure), None) => drop(wanted.weights.remove(&measure)),
        }
        let name = match of {
            Weighed::Area(area) => self.board.areas[area].short_title(),
            Weighed::Measure(measure) => self.board.measure(measure).short_title(),
        };
        let words = format!("the weight of {name} from {} to {weight}", self.weight(of));
        self.suppose(words, wanted);
    }

    /// Supposes a weight some whole steps from the one there is, 0 to 100.
    pub fn step_weight(&mut self, of: Weighed, steps: i32) {
        let now = self.weight(of).thousandths();
        let next = now.saturating_add_signed(steps.saturating_mul(1000)).min(Weight::HEAVIEST);
        if let Some(weight) = Weight::from_thousandths(next) {
            self.suppose_weight(of, weight);
        }
    }

    /// Whether someone is in the group now.
    pub fn is_member(&self, column: Column) -> bool {
        self.figures.comparison().group.contains(&column)
    }

    /// Whether someone is in the group that is chosen, without any what-if.
    pub fn was_member(&self, column: Column) -> bool {
        self.figures.chosen().group.contains(&column)
    }

    /// Supposes whether someone is in the group. A group keeps at least one member: without any there is nobody to
    /// count.
    pub fn suppose_member(&mut self, column: Column, is_in: bool) {
        let code = self.board.jurisdiction(column).code;
        if !is_in && self.figures.comparison().group == [column] {
            self.tell(format!("{code} is the last one in the group"));
            return;
        }
        let mut wanted = self.board.supposed().clone();
        if is_in == self.was_member(column) {
            wanted.members.remove(&column);
        } else {
            wanted.members.insert(column, is_in);
        }
        let words = if is_in { "in the group" } else { "outside the group" };
        self.suppose(format!("{code} {words}"), wanted);
    }
}
