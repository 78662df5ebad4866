use crate::analysis::{Figures, Upcoming};
use crate::scorecard::{Board, MeasureIndex, PartialDate};

/// What the overviews show of every area and measure, gathered once for each comparison so that drawing only reads it.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    areas: Vec<AreaOverview>,
    upcoming: Vec<Option<Upcoming>>,
    rows: Vec<u32>,
    most_blocks: u16,
}

/// What the board shows of one area.
#[derive(Clone, Debug, Default)]
pub struct AreaOverview {
    /// How many measures have a gap of 1, 2, 3 and 4 steps, with the first pole fuller and with the second.
    pub blocks: [[u16; 4]; 2],
    /// The measure with the widest gap, where there is any gap.
    pub widest: Option<MeasureIndex>,
    /// The measure with the next dated step of a pole.
    pub next: Option<MeasureIndex>,
}

impl Overview {
    /// Gathers the overview of a board.
    pub fn new(board: &Board, figures: &Figures, today: PartialDate) -> Self {
        let upcoming: Vec<Option<Upcoming>> =
            board.measure_indexes().map(|measure| figures.upcoming(board, measure, today)).collect();
        let mut overview = Self {
            areas: vec![AreaOverview::default(); board.areas.len()],
            rows: vec![0; board.measures.len()],
            upcoming,
            most_blocks: 0,
        };
        for (row, gap) in figures.gaps().iter().enumerate() {
            overview.rows[gap.measure.index()] = row as u32;
            let area = &mut overview.areas[board.measure(gap.measure).area];
            if let (Some(side), Some(width @ 1..)) = (gap.fuller(), gap.width()) {
                area.widest.get_or_insert(gap.measure);
                area.blocks[side][usize::from(width) - 1] += 1;
            }
        }
        for measure in board.measure_indexes() {
            let date = |other: Option<MeasureIndex>| {
                other.and_then(|other| overview.upcoming[other.index()]).map(|step| step.date)
            };
            let area = board.measure(measure).area;
            let (known, new) = (date(overview.areas[area].next), date(Some(measure)));
            if new.is_some_and(|new| known.is_none_or(|known| new < known)) {
                overview.areas[area].next = Some(measure);
            }
        }
        let widths = overview.areas.iter().flat_map(|area| area.blocks.map(|side| side.iter().sum()));
        overview.most_blocks = widths.max().unwrap_or(0);
        overview
    }

    /// What the board shows of an area.
    pub fn area(&self, area: usize) -> &AreaOverview {
        &self.areas[area]
    }

    /// The most blocks any area has on one side.
    pub fn most_blocks(&self) -> u16 {
        self.most_blocks
    }

    /// The next dated step of a pole on a measure.
    pub fn upcoming(&self, measure: MeasureIndex) -> Option<Upcoming> {
        self.upcoming[measure.index()]
    }

    /// The place of a measure in the list of gaps, from 0.
    pub fn row(&self, measure: MeasureIndex) -> u32 {
        self.rows[measure.index()]
    }
}
