use super::{MatrixColumn, Model, View};
use crate::scorecard::{Answer, Column, MeasureIndex, OptionalColumn};

/// A column of the board, in one form or the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoardColumn {
    /// The area.
    Area,
    /// Where the first pole is fuller.
    FirstFuller,
    /// At the same level.
    Same,
    /// Where the second pole is fuller.
    SecondFuller,
    /// The widest gap.
    Widest,
    /// The next dated step.
    Next,
    /// A jurisdiction's agreement with the group.
    Jurisdiction(Column),
}

impl BoardColumn {
    /// The columns of the first form.
    pub const SIDES: [Self; 6] =
        [Self::Area, Self::FirstFuller, Self::Same, Self::SecondFuller, Self::Widest, Self::Next];
}

/// A column of the list of gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GapColumn {
    /// The rank: the order of the list itself.
    Rank,
    /// The width.
    Width,
    /// The level of the first pole.
    First,
    /// The level of the second pole.
    Second,
    /// The measure.
    Measure,
    /// The area.
    Area,
    /// Weight times width.
    Weight,
    /// How the group stands.
    Group,
    /// The next dated step of a pole: what can be influenced soonest.
    Next,
}

impl GapColumn {
    /// The columns from left to right; those of the poles' levels only where there is a reason to look at them.
    pub fn all(with_poles: bool) -> impl Iterator<Item = Self> {
        let poles = with_poles.then_some([Self::First, Self::Second]).into_iter().flatten();
        let rest = [Self::Measure, Self::Area, Self::Weight, Self::Group, Self::Next];
        [Self::Rank, Self::Width].into_iter().chain(poles).chain(rest)
    }

    /// The words over it; a pole's are its code.
    pub fn title(self) -> &'static str {
        match self {
            Self::Rank => "#",
            Self::Width => "gap",
            Self::First | Self::Second => "",
            Self::Measure => "measure",
            Self::Area => "area",
            Self::Weight => "weight",
            Self::Group => "group 0-4",
            Self::Next => "next step",
        }
    }

    /// The pole whose level stands in the column, 0 or 1.
    pub fn pole(self) -> Option<usize> {
        match self {
            Self::First => Some(0),
            Self::Second => Some(1),
            _ => None,
        }
    }
}

impl From<OptionalColumn> for GapColumn {
    fn from(column: OptionalColumn) -> Self {
        match column {
            OptionalColumn::Area => Self::Area,
            OptionalColumn::Weight => Self::Weight,
            OptionalColumn::Group => Self::Group,
            OptionalColumn::Next => Self::Next,
        }
    }
}

/// Which way a table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The most, the widest, the first in the alphabet or the soonest comes first.
    Down,
    /// The other way round.
    Up,
}

/// How the tables are sorted, where they are not in their own order.
#[derive(Clone, Debug, Default)]
pub struct Sorted {
    /// The board.
    pub board: Option<(BoardColumn, Direction)>,
    /// The matrix.
    pub matrix: Option<(MatrixColumn, Direction)>,
    /// The list of gaps.
    pub gaps: Option<(GapColumn, Direction)>,
}

impl Model {
    /// Sorts the view by the column of its cursor: down, up, off.
    pub fn sort(&mut self) {
        match self.view {
            View::Board => {
                self.sorted.board = turned(self.sorted.board, self.board_column);
                self.sort_board();
            }
            View::Matrix => {
                self.sorted.matrix = turned(self.sorted.matrix, self.matrix.column);
                self.sort_matrix();
            }
            View::Gaps => {
                self.sorted.gaps = turned(self.sorted.gaps, self.gap_column);
                self.sort_gaps();
            }
            _ => self.turn_sheet_order(),
        }
    }

    /// Puts every table in the order it had, with the figures there are now.
    pub(super) fn restore_order(&mut self) {
        self.sort_board();
        self.sort_matrix();
        self.sort_gaps();
        self.sheets.outdate();
    }

    /// Puts the board in its own order.
    pub(super) fn unsort_board(&mut self) {
        self.sorted.board = None;
        self.sort_board();
    }

    fn sort_board(&mut self) {
        let mut order: Vec<u32> = (0..self.board.areas.len())
            .filter(|&area| self.shows_area(area))
            .map(|area| area as u32)
            .collect();
        if let Some((column, direction)) = self.sorted.board {
            sort_by(&mut order, direction, |area| self.board_key(column, area as usize));
        }
        self.areas.reorder(order);
    }

    fn board_key(&self, column: BoardColumn, area: usize) -> SortKey {
        let overview = self.overview.area(area);
        match column {
            BoardColumn::Area => SortKey::text(self.board.areas[area].short_title()),
            BoardColumn::FirstFuller => SortKey::most(i64::from(overview.counts.first_fuller)),
            BoardColumn::SecondFuller => SortKey::most(i64::from(overview.counts.second_fuller)),
            BoardColumn::Same => SortKey::most(i64::from(overview.counts.same)),
            BoardColumn::Widest => overview.widest.map_or(SortKey::Nothing, |measure| self.rank_key(measure)),
            BoardColumn::Next => overview.next.map_or(SortKey::Nothing, |measure| self.date_key(measure)),
            BoardColumn::Jurisdiction(column) => {
                let agreement = self.figures.areas()[area].agreement[column.index()];
                agreement.map_or(SortKey::Nothing, |share| SortKey::most((share * 1e12) as i64))
            }
        }
    }

    pub(super) fn sort_matrix(&mut self) {
        let mut order = self.shown_in_matrix();
        if let Some((column, direction)) = self.sorted.matrix {
            sort_by(&mut order, direction, |measure| self.matrix_key(column, MeasureIndex(measure)));
        }
        let measures = || order.iter().map(|&measure| MeasureIndex(measure));
        self.matrix.counts = self.figures.counts_of(measures());
        self.matrix.counts_before = self.what_if.before().map(|before| before.counts_of(measures()));
        self.matrix.rows.reorder(order);
    }

    fn matrix_key(&self, column: MatrixColumn, measure: MeasureIndex) -> SortKey {
        match column {
            MatrixColumn::Measure => SortKey::text(self.board.measure(measure).short_title()),
            MatrixColumn::Gap => self.rank_key(measure),
            MatrixColumn::Jurisdiction(column) => self.level_key(measure, column),
        }
    }

    /// By level, then what is unknown.
    fn level_key(&self, measure: MeasureIndex, column: Column) -> SortKey {
        match self.figures.cell(&self.board, measure, column).answer {
            Answer::Known(level) => SortKey::most(i64::from(level.number())),
            Answer::Unknown => SortKey::most(-1),
            Answer::NotApplicable => SortKey::Nothing,
        }
    }

    fn sort_gaps(&mut self) {
        let shown = self.figures.gaps().iter().filter(|gap| self.filtering.has(gap.measure));
        let mut order: Vec<u32> = shown.map(|gap| gap.measure.0).collect();
        if let Some((column, direction)) = self.sorted.gaps {
            sort_by(&mut order, direction, |measure| self.gap_key(column, MeasureIndex(measure)));
        }
        self.gaps.reorder(order);
    }

    fn gap_key(&self, column: GapColumn, measure: MeasureIndex) -> SortKey {
        let gap = self.figures.gap(measure);
        match column {
            GapColumn::Rank => self.rank_key(measure),
            GapColumn::Width => gap.gap.map_or(SortKey::Nothing, |steps| SortKey::first(i64::from(steps))),
            GapColumn::First => self.level_key(measure, self.figures.comparison().poles[0]),
            GapColumn::Second => self.level_key(measure, self.figures.comparison().poles[1]),
            GapColumn::Measure => SortKey::text(self.board.measure(measure).short_title()),
            GapColumn::Area => SortKey::first(i64::from(self.board.measure(measure).area as u32)),
            GapColumn::Weight if gap.gap.is_none() => SortKey::Nothing,
            GapColumn::Weight => SortKey::most(gap.weighted_steps().cast_signed()),
            GapColumn::Group => {
                let spread = self.figures.tally(measure).dispersion();
                spread.map_or(SortKey::Nothing, |share| SortKey::most((share * 1e12) as i64))
            }
            GapColumn::Next => self.date_key(measure),
        }
    }

    /// By the place in the list of gaps.
    fn rank_key(&self, measure: MeasureIndex) -> SortKey {
        SortKey::first(i64::from(self.overview.row(measure)))
    }

    /// By the date of the poles' next step.
    fn date_key(&self, measure: MeasureIndex) -> SortKey {
        self.overview
            .upcoming(measure)
            .map_or(SortKey::Nothing, |step| SortKey::first(step.date.day_number()))
    }
}

/// What rows are sorted by. Where there is nothing, the row comes last both ways.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SortKey {
    /// The smallest comes first.
    Number(i64),
    /// The first in the alphabet comes first.
    Text(String),
    /// Comes last.
    Nothing,
}

impl SortKey {
    /// By a number: the smallest comes first.
    pub fn first(number: i64) -> Self {
        Self::Number(number)
    }

    /// By a number: the largest comes first.
    pub fn most(number: i64) -> Self {
        Self::Number(-number)
    }

    /// By a text, without regard to capitals.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_lowercase())
    }
}

/// Sorts by the keys; equal rows and rows without a key keep their order.
pub(super) fn sort_by(order: &mut [u32], direction: Direction, key: impl Fn(u32) -> SortKey) {
    match direction {
        Direction::Down => order.sort_by_cached_key(|&thing| key(thing)),
        Direction::Up => order.sort_by_cached_key(|&thing| {
            let key = key(thing);
            (key == SortKey::Nothing, std::cmp::Reverse(key))
        }),
    }
}

pub(super) fn turned<C: PartialEq>(current: Option<(C, Direction)>, column: C) -> Option<(C, Direction)> {
    match current {
        Some((sorted, Direction::Down)) if sorted == column => Some((column, Direction::Up)),
        Some((sorted, Direction::Up)) if sorted == column => None,
        _ => Some((column, Direction::Down)),
    }
}
