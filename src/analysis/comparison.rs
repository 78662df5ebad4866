use crate::scorecard::{Board, Column, MeasureIndex, WeightChoice};

use super::{Lens, Profile};

/// What is compared with what, and how it is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The two poles. Gaps are second minus first.
    pub poles: [Column; 2],
    /// The group whose spread is measured, in column order.
    pub group: Vec<Column>,
    /// Which weights of measures count.
    pub weights: WeightChoice,
    /// Which answer of a position is looked at.
    pub lens: Lens,
    /// Who counts once in the group.
    pub units: Units,
    /// The coverage below which a pair has no point value in an area, per mille.
    pub threshold: u32,
}

/// Who counts once in a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Units {
    /// One unit for each jurisdiction that decides: a union and the members that inherit from it count once.
    #[default]
    Decision,
    /// Every column counts.
    Members,
}

impl Units {
    /// Both ways to count.
    pub const ALL: [Self; 2] = [Self::Decision, Self::Members];

    /// The word of files, options and exports.
    pub fn key(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Members => "members",
        }
    }

    /// Reads that word, in capitals or not.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|units| units.key().eq_ignore_ascii_case(text.trim()))
    }
}

impl Comparison {
    /// The coverage from which a pair has a point value, per mille.
    pub const THRESHOLD: u32 = 500;

    /// The comparison a board starts with.
    pub fn of(board: &Board) -> Self {
        let group = board
            .group
            .and_then(|number| board.groups.get(number))
            .map_or_else(|| board.columns().collect(), |group| group.members.clone());
        Self {
            poles: board.poles,
            group,
            weights: board.weights.clone(),
            lens: Lens::AsRecorded,
            units: Units::Decision,
            threshold: Self::THRESHOLD,
        }
    }

    /// The poles as they are looked at.
    pub fn profiles(&self) -> [Profile; 2] {
        self.poles.map(|column| Profile { column, lens: self.lens })
    }
}

/// The weights in use: of measures in their areas, and of areas on the board, in thousandths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    measures: Vec<u32>,
    areas: Vec<u32>,
    area_of: Vec<u32>,
    area_sums: Vec<u64>,
}

impl Weights {
    /// The weights a choice means on a board. A named set the board does not have means the authored weights; a
    /// measure the set does not name keeps its authored weight. What is supposed holds over every choice.
    pub fn of(board: &Board, choice: &WeightChoice) -> Self {
        let mut measures: Vec<u32> = match choice {
            WeightChoice::Equal => vec![1000; board.measures.len()],
            WeightChoice::Authored | WeightChoice::Named(_) => {
                board.measures.iter().map(|measure| measure.weight.thousandths()).collect()
            }
        };
        if let WeightChoice::Named(name) = choice
            && let Some(set) = board.weight_sets.iter().find(|set| set.name == *name)
        {
            for &(measure, weight) in &set.weights {
                measures[measure.index()] = weight.thousandths();
            }
        }
        let supposed = board.supposed();
        for (&measure, weight) in &supposed.weights {
            measures[measure.index()] = weight.thousandths();
        }
        let mut areas: Vec<u32> = board.areas.iter().map(|area| area.weight.thousandths()).collect();
        for (&area, weight) in &supposed.areas {
            areas[area] = weight.thousandths();
        }
        Self::new(board, measures, areas)
    }

    /// Weights of a board's measures and areas, in thousandths or in any smaller part: only proportions matter.
    pub(super) fn new(board: &Board, measures: Vec<u32>, areas: Vec<u32>) -> Self {
        let area_of: Vec<u32> = board.measures.iter().map(|measure| measure.area as u32).collect();
        let mut area_sums = vec![0; board.areas.len()];
        for (&area, &weight) in area_of.iter().zip(&measures) {
            area_sums[area as usize] += u64::from(weight);
        }
        Self { measures, areas, area_of, area_sums }
    }

    /// The weights of all measures in their areas, in thousandths, in reading order.
    pub(super) fn all(&self) -> &[u32] {
        &self.measures
    }

    /// The weight of a measure in its area, in thousandths.
    pub fn measure(&self, measure: MeasureIndex) -> u32 {
        self.measures[measure.index()]
    }

    /// The weight of an area, in thousandths.
    pub fn area(&self, area: usize) -> u32 {
        self.areas[area]
    }

    /// The area a measure belongs to, as its place among the board's areas.
    pub fn area_of(&self, measure: MeasureIndex) -> usize {
        self.area_of[measure.index()] as usize
    }

    /// The weight of a measure times that of its area, in millionths.
    pub fn product(&self, measure: MeasureIndex) -> u64 {
        u64::from(self.measure(measure)) * u64::from(self.areas[self.area_of(measure)])
    }

    /// The effective weight of a measure, 0 to 1: its area's share of the board times its share of the area. Nothing
    /// where all weights are 0.
    pub fn effective(&self, measure: MeasureIndex) -> Option<f64> {
        let area = self.area_of(measure);
        let all: u64 = self.areas.iter().map(|&weight| u64::from(weight)).sum();
        let below = u128::from(all) * u128::from(self.area_sums[area]);
        (below > 0).then(|| self.product(measure) as f64 / below as f64)
    }
}
