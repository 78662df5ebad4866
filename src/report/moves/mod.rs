//! `t12 moves`: what would bring the group, a pair or one jurisdiction and the others closer.

mod json;

use crate::analysis::robustness::{self, Draws, Ranks, Robustness, Rule, Weighed};
use crate::analysis::{By, Move, MoveList, Moves as Search, Objective, RankedMove, Wanted};
use crate::filter::{Filter, Matcher};
use crate::report::basis::Basis;
use crate::report::document::{Document, Field, Table};
use crate::report::robustness::RanksJson;
use crate::report::twin::Twin;
use crate::report::words::{self, plural};
use crate::scorecard::{Board, Column, Level, MeasureIndex, NextStep, PartialDate, Status};
pub use json::MovesJson;

/// Which moves are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// What they are to raise.
    pub objective: Objective,
    /// Whose moves; anyone's where it is empty.
    pub by: Vec<By>,
    /// Whether moves that lower a level are listed too.
    pub lowering: bool,
    /// The most steps of a move, from 1.
    pub steps: u8,
    /// The most moves to list; all where there is none.
    pub most: Option<usize>,
    /// The length of the sequence that is asked for in place of the list.
    pub sequence: Option<usize>,
}

/// Moves, most gain first, or a sequence of them.
#[derive(Clone, Debug)]
pub struct Moves<'a> {
    /// What they are taken from.
    pub basis: Basis<'a>,
    /// What was asked for.
    pub asked: Asked,
    /// The filter as it is typed; empty where everything is left.
    filter: String,
    /// The objective before any move.
    value: Option<f64>,
    list: MoveList,
    /// How many there are without the filter.
    of: usize,
    /// How the moves that are listed rank among each other under drawn weights, where that was asked for.
    robustness: Option<Robustness<Move>>,
    /// Why weights were not drawn though that was asked for.
    undrawn: &'static str,
}

impl Twin for Moves<'_> {
    type Json<'j>
        = MovesJson<'j>
    where
        Self: 'j;

    fn document(&self) -> Document {
        let mut document = Document::titled(format!("{}: moves", self.basis.board.title));
        document.paragraph(self.basis.standing());
        document.paragraph(format!("{} {}", self.standing(), words::COMPUTED_NOT_DECIDED));
        document.paragraph(self.listed());
        let mut table = self.headed();
        table.rows = self.rows().map(|row| self.row(&row)).collect();
        document.table(table);
        document.paragraph(self.order());
        document.paragraph(self.legend());
        document.paragraph(self.basis.what_if_note());
        document.paragraph(words::YARDSTICK);
        document.paragraph(words::NOT_GOOD_BY_ITSELF);
        document.paragraph(words::FULLER_IS_NOT_BETTER);
        document
    }

    fn table(&self) -> Table {
        let mut table =
            Table::new(MovesJson::COLUMNS.into_iter().chain(RanksJson::DRAWN).chain(["supposed"]));
        table.rows = self.json().rows().collect();
        table
    }

    fn json(&self) -> MovesJson<'_> {
        MovesJson::of(self)
    }
}

/// A row: a move, and in a sequence what all moves up to it give together.
struct Row<'m> {
    ranked: &'m RankedMove,
    total: Option<f64>,
    ranks: Option<&'m Ranks<Move>>,
}

impl<'a> Moves<'a> {
    /// The moves of a board that are asked for, as far as a filter leaves them. The terms of a position hold for the
    /// position that moves.
    pub fn new(basis: Basis<'a>, asked: Asked, filter: &Filter) -> Self {
        let matcher = filter.on(basis.board, basis.figures, basis.today);
        let search = basis.figures.moves(asked.objective);
        let filter = filter.to_string();
        let list = found(&basis, &asked, &search, Some(&matcher));
        let of = if filter.is_empty() || asked.sequence.is_some() {
            list.found
        } else {
            found(&basis, &Asked { most: Some(0), ..asked.clone() }, &search, None).found
        };
        Self { value: search.value(), basis, asked, filter, list, of, robustness: None, undrawn: "" }
    }

    /// With ranks under drawn weights among the moves that are listed. A sequence has none, nor have moves towards the mean
    /// of one jurisdiction, which say why.
    #[must_use]
    pub fn drawn(mut self, draws: Draws) -> Self {
        if self.asked.sequence.is_none() {
            let steps: Vec<Move> = self.list.moves.iter().map(|ranked| ranked.step).collect();
            self.robustness = robustness::moves(self.basis.figures, self.asked.objective, &steps, draws);
            if self.robustness.is_none() {
                self.undrawn = words::NOT_DRAWN_FOR_ONE;
            }
        }
        self
    }

    /// Whether the order holds under other weights, by the rule and, where weights were drawn, by the draws.
    fn order(&self) -> String {
        let Basis { board, figures, .. } = self.basis;
        if self.asked.sequence.is_some() {
            return String::new();
        }
        let title = |measure: MeasureIndex| board.measure(measure).short_title().to_owned();
        if let Some(found) = &self.robustness {
            let step = |step: &Move| format!("{} on {}", self.basis.code(step.column), title(step.measure));
            return words::robustness(found, step, title);
        }
        let rule = Rule::default();
        let order = Weighed::moves(figures, self.list.moves.iter().map(|ranked| &ranked.step));
        let by_rule = rule.first_holds(&order).map(|above| words::rule(rule, above, "move"));
        format!("{} {}", self.undrawn, by_rule.unwrap_or_default()).trim().to_owned()
    }

    fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let mut total = 0.0;
        self.list.moves.iter().enumerate().map(move |(place, ranked)| {
            total += ranked.step.gain;
            let ranks = self.robustness.as_ref().and_then(|found| found.ranks.get(place));
            Row { ranked, total: self.asked.sequence.map(|_| total), ranks }
        })
    }

    /// What the moves are to raise, in words.
    fn objective(&self) -> String {
        objective(&self.basis, self.asked.objective)
    }

    /// Where the objective stands.
    fn standing(&self) -> String {
        let Self { basis, value, .. } = self;
        let value = words::maybe_share(*value);
        let coverage = match self.asked.objective {
            Objective::Group => basis.figures.overall().alignment.coverage,
            Objective::Pair([first, second]) => basis.figures.pair(first, second).overall.alignment.coverage,
            Objective::Mean(column) => {
                let compared = basis.figures.compared_with(column).count();
                return format!("{} is {value}, over {}.", self.objective(), plural(compared, "pair"));
            }
        };
        format!("{} is {value}, coverage {}.", self.objective(), words::maybe_share(coverage))
    }

    fn listed(&self) -> String {
        let Self { list, asked, filter, of, .. } = self;
        if asked.sequence.is_some() {
            return "One single step after the other, each the one that gives most after those before it. This is a \
                    heuristic: another sequence may give more."
                .to_owned();
        }
        let kind = match (asked.steps, asked.lowering) {
            (1, false) => "raise a level by one step",
            (1, true) => "raise or lower a level by one step",
            (_, false) => "raise a level",
            (_, true) => "raise or lower a level",
        };
        let filtered = if filter.is_empty() {
            plural(list.found, "move")
        } else {
            format!("Filter {filter}: {} of {}", list.found, plural(*of, "move"))
        };
        let limited = if list.moves.len() < list.found {
            format!(" The first {} are listed.", list.moves.len())
        } else {
            String::new()
        };
        format!("{filtered} that {kind} and bring them closer.{limited}")
    }

    fn legend(&self) -> String {
        let pairs = match self.asked.objective {
            Objective::Group => "how many pairs of the group come",
            Objective::Pair(_) => "whether the two come",
            Objective::Mean(_) => "how many of the others come",
        };
        format!(
            "Pairs: {pairs} a step closer or go a step further apart by this move alone. Points: hundredths of the \
             alignment."
        )
    }

    /// The table as people read it with the row of one move alone.
    pub fn one(&self, ranked: &RankedMove) -> Table {
        let mut table = self.headed();
        table.row(self.row(&Row { ranked, total: None, ranks: None }));
        table
    }

    fn headed(&self) -> Table {
        let mut headings = vec![
            "Rank",
            "Who moves",
            "Measure",
            "Area",
            "Step",
            "From",
            "To",
            "Pairs",
            "Points",
            "Who decides",
            "Status",
            "Next step",
        ];
        if self.asked.sequence.is_some() {
            headings[0] = "Move";
            headings.insert(9, "Total");
        }
        if self.robustness.is_some() {
            headings[0] = "Rank (drawn)";
        }
        let last = headings.len() - 1;
        Table::new(headings).wrapping(&[2, 3, 5, 6, 7, last - 2, last]).freezing(3)
    }

    fn row(&self, row: &Row<'_>) -> Vec<Field> {
        let (Basis { board, figures, glyphs, .. }, step) = (&self.basis, &row.ranked.step);
        let measure = board.measure(step.measure);
        let rubric = |level: Level| board.text(measure.scale[usize::from(level.number())]).into_owned();
        let cell = board.cell(step.measure, step.column);
        let from = format!("{}{}", step.from, words::what_if(cell.supposed, *glyphs));
        let grounds = board.grounds(cell);
        let status = grounds.and_then(|position| position.status);
        let mut fields = vec![
            Field::Figure(rank(row)),
            Field::text(words::carrying(board, figures, step.measure, step.column)),
            Field::text(measure.short_title()),
            Field::text(board.area_of(step.measure).short_title()),
            Field::text(words::from_to(&from, &step.to.to_string(), *glyphs)),
            Field::text(rubric(step.from)),
            Field::text(rubric(step.to)),
            Field::text(words::closer_and_further(step)),
            Field::Figure(words::points(step.gain)),
            Field::text(words::decides(board, step.measure, step.column)),
            Field::text(status.map_or("", Status::words)),
            Field::text(next(&self.basis, step.measure, step.column)),
        ];
        if let Some(total) = row.total {
            fields.insert(9, Field::Figure(words::points(total)));
        }
        fields
    }
}

/// The rank and, where weights were drawn, those it has in nine of ten draws: `3 (2 to 7)`.
fn rank(row: &Row<'_>) -> String {
    let rank = words::move_rank(row.ranked);
    match row.ranks {
        Some(found) => format!("{rank} ({})", words::ranks(found.interval)),
        None => rank,
    }
}

/// What moves are to raise, in words: `The alignment of EU and US`.
pub fn objective(basis: &Basis<'_>, objective: Objective) -> String {
    match objective {
        Objective::Group => {
            format!("The alignment of {}", words::group(basis.board, &basis.figures.comparison().group))
        }
        Objective::Pair([first, second]) => {
            format!("The alignment of {} and {}", basis.code(first), basis.code(second))
        }
        Objective::Mean(column) => format!("The mean alignment of {} with the others", basis.code(column)),
    }
}

fn found(basis: &Basis<'_>, asked: &Asked, search: &Search<'_>, matcher: Option<&Matcher<'_>>) -> MoveList {
    let board = basis.board;
    let wanted = Wanted {
        lowering: asked.lowering,
        steps: asked.steps,
        most: asked.most,
        measure: &|measure| matcher.is_none_or(|matcher| matcher.accepts_measure(measure)),
        mover: &|measure, column| {
            By::any(&asked.by, board, column)
                && matcher.is_none_or(|matcher| matcher.accepts_position(measure, column))
        },
    };
    match asked.sequence {
        None => search.list(&wanted),
        Some(count) => in_sequence(search, &wanted, count),
    }
}

/// The moves of a sequence, numbered.
fn in_sequence(search: &Search<'_>, wanted: &Wanted<'_>, count: usize) -> MoveList {
    let steps = search.greedy(wanted, count);
    let moves: Vec<RankedMove> =
        steps.into_iter().zip(1..).map(|(step, rank)| RankedMove { rank, tied: false, step }).collect();
    MoveList { found: moves.len(), moves }
}

/// The earliest dated step of a column's position that is still to come, in words; empty where there is none.
fn next(basis: &Basis<'_>, measure: MeasureIndex, column: Column) -> String {
    upcoming(basis.board, measure, column, basis.today)
        .map(|step| {
            words::next_step(step.date, basis.board.jurisdiction(column).code, &basis.board.text(step.what))
        })
        .unwrap_or_default()
}

/// The earliest dated step of a column's position that has not certainly come before `today`.
pub fn upcoming(
    board: &Board,
    measure: MeasureIndex,
    column: Column,
    today: PartialDate,
) -> Option<&NextStep> {
    let steps = board.position(board.cell(measure, column)).map_or(&[][..], |position| &position.next);
    let to_come = steps.iter().filter(|step| step.date.last_day() >= today.first_day());
    to_come.min_by_key(|step| step.date)
}
