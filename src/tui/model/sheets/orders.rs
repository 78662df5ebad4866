use std::sync::Arc;

use crate::analysis::robustness::{self, Draws, GapRanking, Robustness};
use crate::analysis::{Figures, Move, Objective};
use crate::report::words;
use crate::scorecard::{Column, MeasureIndex};
use crate::tui::background::{Computed, Drawn, Job, Kind};
use crate::tui::model::{Direction, GapColumn, Model, MovesForm, View};

/// The most gaps that weights are drawn for: ranking some thousands again and again takes many seconds.
const MOST_GAPS: usize = 2000;
/// The most values of pairs on measures that weights are drawn for: a thousand draws of them take a quarter of a second.
const MOST_PAIR_VALUES: usize = 200_000;

/// Whether the orders that views show survive other weights: computed off the drawing thread when such a view is on
/// screen, once for the figures there are.
#[derive(Clone, Debug, Default)]
pub(super) struct Orders {
    /// The gaps, by what [`Self::ranking`] says.
    gaps: Order<MeasureIndex>,
    /// What the gaps were asked for by.
    ranking: GapRanking,
    /// The moves that are listed, by what they give.
    moves: Order<Move>,
    /// The jurisdictions of the group by their mean alignment with the others of it.
    group: Order<Column>,
}

/// Whether one order survives other weights.
#[derive(Clone, Debug)]
pub(super) struct Order<Thing> {
    /// The figures it was asked for.
    of_generation: Option<u64>,
    answer: Answer<Thing>,
}

/// What is known of an order.
#[derive(Clone, Debug)]
enum Answer<Thing> {
    /// Nothing yet.
    Computing,
    /// Nothing, since there are too many to draw weights for.
    TooMany,
    /// How it fares.
    Found(Arc<Robustness<Thing>>),
}

impl<Thing> Default for Order<Thing> {
    fn default() -> Self {
        Self { of_generation: None, answer: Answer::Computing }
    }
}

impl<Thing: PartialEq> Order<Thing> {
    /// Asks for the order under the figures of that number; tells whether it was another until now.
    fn want(&mut self, generation: u64) -> bool {
        if self.of_generation == Some(generation) {
            return false;
        }
        *self = Self { of_generation: Some(generation), answer: Answer::Computing };
        true
    }

    fn is_known(&self) -> bool {
        !matches!(self.answer, Answer::Computing)
    }

    /// Takes in what was found; what is out of date is dropped.
    fn take(&mut self, generation: u64, found: Option<&Arc<Robustness<Thing>>>) {
        if self.of_generation == Some(generation) {
            self.answer = found.cloned().map_or(Answer::TooMany, Answer::Found);
        }
    }

    /// Whether the order is robust, and between which ranks one of its things lies.
    fn told(&self, thing: &Thing) -> String {
        match &self.answer {
            Answer::Computing => "Computing whether the order is robust.".to_owned(),
            Answer::TooMany => "Too many to say whether the order is robust.".to_owned(),
            Answer::Found(found) => {
                let ranks = found.ranks.iter().find(|ranks| ranks.thing == *thing);
                let own = ranks.map(|ranks| words::in_most_draws(ranks.interval)).unwrap_or_default();
                format!("{} {own}", words::verdict(found))
            }
        }
    }
}

impl Model {
    /// Asks whether the order on screen survives other weights, where that is not known yet.
    pub(in crate::tui) fn ask_for_order(&mut self) {
        let (generation, ranking) = (self.sheets.generation, self.gap_ranking());
        let orders = &mut self.sheets.orders;
        if self.view == View::Gaps && orders.ranking != ranking {
            (orders.gaps, orders.ranking) = (Order::default(), ranking);
        }
        let (kind, is_new, is_known) = match self.view {
            View::Gaps => (Kind::GapOrder, orders.gaps.want(generation), orders.gaps.is_known()),
            View::Moves => (Kind::MoveOrder, orders.moves.want(generation), orders.moves.is_known()),
            View::Blocs => (Kind::GroupOrder, orders.group.want(generation), orders.group.is_known()),
            _ => return,
        };
        if is_new {
            self.detail.outdate();
        }
        if is_known || self.background.is_under_way(kind) {
            return;
        }
        match self.view {
            View::Gaps if self.board.measures.len() > MOST_GAPS => {
                self.sheets.orders.gaps.take(generation, None);
            }
            View::Gaps => self.draw_order(kind, move |figures, draws| {
                Drawn::Gaps(ranking, Arc::new(robustness::gaps(figures, ranking, draws)))
            }),
            View::Moves if self.sheets.moves.form == MovesForm::List => {
                let (objective, moves) = (self.sheets.moves.objective, self.sheets.moves.steps());
                self.draw_order(kind, move |figures, draws| {
                    Drawn::Moves(robustness::moves(figures, objective, &moves, draws).map(Arc::new))
                });
            }
            View::Blocs if self.pair_values() > MOST_PAIR_VALUES => {
                self.sheets.orders.group.take(generation, None);
            }
            View::Blocs => self.draw_order(kind, |figures, draws| {
                Drawn::Group(robustness::closeness(figures, draws).map(Arc::new))
            }),
            _ => {}
        }
    }

    /// How many values the pairs of the group have on all measures together, known or not.
    fn pair_values(&self) -> usize {
        let members = self.figures.comparison().group.len();
        members * members.saturating_sub(1) / 2 * self.board.measures.len()
    }

    fn draw_order(&mut self, kind: Kind, drawn: impl Fn(&Figures, Draws) -> Drawn + Send + Sync + 'static) {
        let figures = self.figures.clone();
        let work = move || Computed::Order(drawn(&figures, Draws::default()));
        self.background.ask(Job::new(kind, self.sheets.generation, work));
    }

    /// Takes in how an order fares, and has the detail written anew.
    pub(super) fn take_order(&mut self, generation: u64, drawn: &Drawn) {
        let orders = &mut self.sheets.orders;
        match drawn {
            // Of another order meanwhile: it is asked for again.
            Drawn::Gaps(ranking, _) if *ranking != orders.ranking => {}
            Drawn::Gaps(_, found) => orders.gaps.take(generation, Some(found)),
            Drawn::Moves(found) => orders.moves.take(generation, found.as_ref()),
            Drawn::Group(found) => orders.group.take(generation, found.as_ref()),
        }
        self.detail.outdate();
    }

    /// What the order of the gaps is judged by: what they are sorted by, where weights can change that, else the width.
    fn gap_ranking(&self) -> GapRanking {
        match self.sorted.gaps {
            Some((GapColumn::Weight, _)) => GapRanking::Weighted,
            _ => GapRanking::Width,
        }
    }

    /// Whether the order of the gaps is robust, in words, in the view that shows it; where that is in another order, of
    /// which order it is.
    pub fn gap_order(&self, measure: MeasureIndex) -> String {
        if self.view != View::Gaps {
            return String::new();
        }
        let told = self.sheets.orders.gaps.told(&measure);
        match self.sorted.gaps {
            None | Some((GapColumn::Rank | GapColumn::Weight, Direction::Down)) => told,
            Some((GapColumn::Weight, Direction::Up)) => format!("By weight, most first: {told}"),
            Some(_) => format!("By width, widest first: {told}"),
        }
    }

    /// Whether the order of the moves is robust, in words; empty where the order is none of draws: a sequence, and the mean
    /// of one jurisdiction, whose gains are sums over pairs that each weigh differently.
    pub fn move_order(&self, step: &Move) -> String {
        let moves = &self.sheets.moves;
        match (moves.form, moves.objective) {
            (MovesForm::List, Objective::Group | Objective::Pair(_)) => self.sheets.orders.moves.told(step),
            _ => String::new(),
        }
    }

    /// Whether the order by mean alignment is robust, in words, for a jurisdiction of the group. It is the order over all
    /// measures, so nothing is said of it where a filter leaves only some.
    pub fn group_order(&self, column: Column) -> String {
        let is_of_it = self.figures.comparison().group.contains(&column);
        if !is_of_it || !self.filtering.filter().is_empty() {
            return String::new();
        }
        format!("By mean alignment with the group: {}", self.sheets.orders.group.told(&column))
    }
}
