use crate::analysis::{Counts, Figures, Upcoming};
use crate::scorecard::{Board, MeasureIndex, PartialDate};

/// What the overviews show of every area and measure, gathered once for each comparison so that drawing only reads it.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    areas: Vec<AreaOverview>,
    counts: Counts,
    counts_before: Option<Counts>,
    upcoming: Vec<Option<Upcoming>>,
    rows: Vec<u32>,
    most_blocks: u16,
}

/// What the board shows of one area.
#[derive(Clone, Debug, Default)]
pub struct AreaOverview {
    /// How many measures have a gap of 1, 2, 3 and 4 steps, with the first pole fuller and with the second.
    pub blocks: [[u16; 4]; 2],
    /// The gaps in numbers.
    pub counts: Counts,
    /// The measure with the widest gap, where there is any gap.
    pub widest: Option<MeasureIndex>,
    /// The measure with the next dated step of a pole.
    pub next: Option<MeasureIndex>,
}

impl Overview {
    /// Gathers the overview of a whole board.
    pub fn new(board: &Board, figures: &Figures, today: PartialDate) -> Self {
        let upcoming: Vec<Option<Upcoming>> =
            board.measure_indexes().map(|measure| figures.upcoming(board, measure, today)).collect();
        let rows = vec![0; board.measures.len()];
        let mut overview = Self { upcoming, rows, ..Self::default() };
        overview.follow(figures);
        overview.count(board, figures, |_| true);
        overview
    }

    /// Takes note of the order that figures have after a what-if. The measures are to be counted again.
    pub fn follow(&mut self, figures: &Figures) {
        for (row, gap) in figures.gaps().iter().enumerate() {
            self.rows[gap.measure.index()] = row as u32;
        }
    }

    /// Counts the measures that are shown, and no others.
    pub fn count(&mut self, board: &Board, figures: &Figures, is_shown: impl Fn(MeasureIndex) -> bool) {
        let mut areas = vec![AreaOverview::default(); board.areas.len()];
        for gap in figures.gaps().iter().filter(|gap| is_shown(gap.measure)) {
            let area = &mut areas[board.measure(gap.measure).area];
            if let (Some(side), Some(width @ 1..)) = (gap.fuller(), gap.width()) {
                area.widest.get_or_insert(gap.measure);
                area.blocks[side][usize::from(width) - 1] += 1;
            }
        }
        for (area, shown) in board.areas.iter().zip(&mut areas) {
            let measures = || area.measures().filter(|&measure| is_shown(measure));
            let date = |measure: MeasureIndex| self.upcoming(measure).map(|step| step.date);
            shown.next = measures().filter(|&measure| date(measure).is_some()).min_by_key(|&m| date(m));
            shown.counts = figures.counts_of(measures());
        }
        let widths = areas.iter().flat_map(|area| area.blocks.map(|side| side.iter().sum()));
        self.most_blocks = widths.max().unwrap_or(0);
        self.counts = figures.counts_of(board.measure_indexes().filter(|&measure| is_shown(measure)));
        self.areas = areas;
    }

    /// The gaps of all areas in numbers.
    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// The same without any what-if, while there are any.
    pub fn counts_before(&self) -> Option<&Counts> {
        self.counts_before.as_ref()
    }

    /// Takes note of the counts without any what-if.
    pub fn note_before(&mut self, counts: Option<Counts>) {
        self.counts_before = counts;
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
