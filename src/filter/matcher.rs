use super::text::Words;
use super::{Compare, Filter, Listed, Term, Value};
use crate::analysis::{Decider, Figures, GapList, Lens};
use crate::scorecard::{Board, Column, MeasureIndex, PartialDate, Position};

/// Whose positions are looked at where the filter does not say.
#[derive(Clone, Copy, Debug)]
pub enum Scope<'a> {
    /// Those of the two that are compared.
    Poles,
    /// Those of these columns.
    Columns(&'a [Column]),
}

/// A filter on a board and its figures.
///
/// What costs least is asked first: the gap and the measure, then the positions, then what has to be read.
#[derive(Debug)]
pub struct Matcher<'a> {
    board: &'a Board,
    figures: &'a Figures,
    gaps: &'a GapList,
    today: PartialDate,
    measure: Vec<&'a Term>,
    whose: Whose,
    position: Vec<&'a Term>,
    words: Vec<Words>,
}

/// Which columns the terms of a jurisdiction leave.
#[derive(Debug, Default)]
struct Whose {
    /// Those that every such term names; nothing where there is none.
    only: Option<Vec<Column>>,
    without: Vec<Column>,
}

impl Filter {
    /// The filter on a board and its figures; `today` decides what is stale and what is to come.
    pub fn on<'a>(&'a self, board: &'a Board, figures: &'a Figures, today: PartialDate) -> Matcher<'a> {
        self.on_gaps(board, figures, figures.gap_list(), today)
    }

    /// The filter on gaps between others than the poles: what it asks of gaps and their sides, it asks of these.
    pub fn on_gaps<'a>(
        &'a self,
        board: &'a Board,
        figures: &'a Figures,
        gaps: &'a GapList,
        today: PartialDate,
    ) -> Matcher<'a> {
        let mut matcher = Matcher {
            board,
            figures,
            gaps,
            today,
            measure: Vec::new(),
            whose: Whose::default(),
            position: Vec::new(),
            words: Vec::new(),
        };
        for term in self.terms.iter().filter(|term| term.asks_about(Listed::Measures)) {
            match term.values.first() {
                Some(Value::Text(_)) => matcher.words.push(Words::new(term)),
                Some(Value::Jurisdiction(_)) => matcher.whose.add(term, board),
                Some(value) if value.is_of_a_position() => matcher.position.push(term),
                Some(_) => matcher.measure.push(term),
                None => {}
            }
        }
        matcher
    }
}

impl Matcher<'_> {
    /// Whether it asks for positions, so that the scope decides.
    pub fn asks_for_positions(&self) -> bool {
        !self.position.is_empty() || self.whose.is_asked()
    }

    /// Whether a measure is what is looked for.
    pub fn accepts(&self, measure: MeasureIndex, scope: Scope<'_>) -> bool {
        self.accepts_gap(measure)
            && (!self.asks_for_positions() || self.accepts_positions(measure, scope))
            && self.has_words(measure)
    }

    /// Whether a measure is what is looked for, whatever its positions are: for lists of positions, before
    /// [`Matcher::accepts_position`].
    pub fn accepts_measure(&self, measure: MeasureIndex) -> bool {
        let mut terms = self.measure.iter().filter(|term| !term.is_of_next());
        terms.all(|term| term.one(|value| self.holds(measure, term.compare, value)))
            && self.has_words(measure)
    }

    /// Whether the position of one column is what is looked for. The next step is its own, not a pole's.
    pub fn accepts_position(&self, measure: MeasureIndex, column: Column) -> bool {
        self.whose.only.as_ref().is_none_or(|only| only.contains(&column))
            && !self.whose.without.contains(&column)
            && self.measure.iter().filter(|term| term.is_of_next()).all(|term| {
                let steps = self
                    .board
                    .position(self.board.cell(measure, column))
                    .map_or(&[][..], |found| &found.next);
                let to_come = steps.iter().filter(|step| step.date.last_day() >= self.today.first_day());
                let next = to_come.map(|step| step.date).min();
                term.one(|value| match (value, next) {
                    (Value::Next(date), Some(next)) => date_holds(term.compare, next, *date),
                    _ => false,
                })
            })
            && self.is_so(measure, column, self.figures.comparison().lens)
    }

    fn accepts_gap(&self, measure: MeasureIndex) -> bool {
        self.measure.iter().all(|term| term.one(|value| self.holds(measure, term.compare, value)))
    }

    fn has_words(&self, measure: MeasureIndex) -> bool {
        self.words.iter().all(|words| words.found(self.board, measure))
    }

    /// Whether a measure and the position of one column are what is looked for.
    pub fn accepts_cell(&self, measure: MeasureIndex, column: Column) -> bool {
        let is_named = self.whose.only.as_ref().is_none_or(|only| only.contains(&column));
        is_named
            && !self.whose.without.contains(&column)
            && self.measure.iter().all(|term| term.one(|value| self.holds(measure, term.compare, value)))
            && self.is_so(measure, column, self.figures.comparison().lens)
            && self.words.iter().all(|words| words.found_at(self.board, measure, column))
    }

    fn accepts_positions(&self, measure: MeasureIndex, scope: Scope<'_>) -> bool {
        let lens = self.figures.comparison().lens;
        let through = |columns: &[Column]| self.fits(measure, columns.iter().map(|&column| (column, lens)));
        match (&self.whose.only, scope) {
            (Some(only), _) => through(only),
            (None, Scope::Columns(columns)) => through(columns),
            (None, Scope::Poles) => self.fits(measure, self.gaps.deciding(self.board, measure)),
        }
    }

    /// Whether one position is all that is asked for. Where every term says what a position must not be, none may be
    /// it: otherwise the opposite of a term would be accepted beside the term itself.
    fn fits(&self, measure: MeasureIndex, columns: impl Iterator<Item = (Column, Lens)>) -> bool {
        let mut columns = columns.filter(|(column, _)| !self.whose.without.contains(column));
        if self.position.is_empty() {
            return columns
                .any(|(column, _)| self.board.position(self.board.cell(measure, column)).is_some());
        }
        if self.position.iter().all(|term| term.not) {
            columns.all(|(column, lens)| self.is_so(measure, column, lens))
        } else {
            columns.any(|(column, lens)| self.is_so(measure, column, lens))
        }
    }

    /// Whether all terms of a position hold for a column.
    fn is_so(&self, measure: MeasureIndex, column: Column, lens: Lens) -> bool {
        let cell = self.board.cell(measure, column);
        let position = self.board.grounds(cell);
        self.position.iter().all(|term| {
            term.one(|value| match value {
                Value::Level(asked) => {
                    let answer = lens.answer(self.board, cell);
                    match (answer.level(), asked.level()) {
                        (Some(level), Some(asked)) => term.compare.holds(level, asked),
                        _ => answer == *asked,
                    }
                }
                Value::Open(yes) => {
                    let contested = position.is_some_and(|position| position.contested.is_some());
                    (contested || cell.answer == crate::scorecard::Answer::Unknown) == *yes
                }
                Value::Stale(yes) => {
                    position.is_some_and(|position| self.is_stale(measure, position)) == *yes
                }
                Value::Decides(kind) => Decider::of(self.board, column) == *kind,
                _ => position.is_some_and(|position| self.says(measure, position, value)),
            })
        })
    }

    /// Whether a position says what is asked for.
    fn says(&self, measure: MeasureIndex, position: &Position, value: &Value) -> bool {
        match value {
            Value::Status(status) => position.status == Some(*status),
            Value::Confidence(confidence) => position.confidence == Some(*confidence),
            Value::Approach(name) => {
                let approaches = &self.board.measure(measure).approaches;
                let own = position.approach.and_then(|number| approaches.get(usize::from(number)));
                own.is_some_and(|approach| approach.name == *name)
            }
            _ => false,
        }
    }

    fn is_stale(&self, measure: MeasureIndex, position: &Position) -> bool {
        let looked_at = self.board.area_of(measure).as_of;
        let looked_at = position.reviewed.as_ref().map_or(looked_at, |review| review.on.max(looked_at));
        looked_at.last_day().day_number() + i64::from(self.board.stale_after_days) < self.today.day_number()
    }

    /// Whether a measure and its gap are what a value asks for.
    fn holds(&self, index: MeasureIndex, compare: Compare, value: &Value) -> bool {
        let gap = self.gaps.of(index);
        match value {
            Value::Gap(steps) => gap.width().is_some_and(|width| compare.holds(width, *steps)),
            Value::Band(band) => gap.band == *band,
            Value::Tag(tag) => gap.tags.has(*tag),
            Value::Fuller(None) => gap.gap == Some(0),
            Value::Fuller(Some(code)) => gap.fuller().is_some_and(|pole| {
                let pole = self.gaps.profiles()[pole];
                self.board.jurisdiction(pole.column).code == *code
            }),
            Value::Area(beginning) => self.board.area_of(index).id.starts_with(&**beginning),
            Value::Weight(weight) => {
                compare.holds(self.figures.grid().weights().measure(index), weight.thousandths())
            }
            Value::Next(date) => self
                .gaps
                .upcoming(self.board, index, self.today)
                .is_some_and(|step| date_holds(compare, step.date, *date)),
            _ => false,
        }
    }
}

impl Term {
    fn is_of_next(&self) -> bool {
        matches!(self.values.first(), Some(Value::Next(_)))
    }

    /// Whether one of the values holds, or none where the opposite is asked for.
    pub(super) fn one(&self, holds: impl Fn(&Value) -> bool) -> bool {
        self.values.iter().any(holds) != self.not
    }
}

impl Whose {
    fn is_asked(&self) -> bool {
        self.only.is_some() || !self.without.is_empty()
    }

    fn add(&mut self, term: &Term, board: &Board) {
        let named = term.values.iter().filter_map(|value| match value {
            Value::Jurisdiction(code) => board.column(*code),
            _ => None,
        });
        if term.not {
            self.without.extend(named);
        } else {
            let named: Vec<Column> = named.collect();
            self.only = Some(match self.only.take() {
                None => named,
                Some(before) => before.into_iter().filter(|column| named.contains(column)).collect(),
            });
        }
    }
}

/// Dates are known to the year, the month or the day: a step in 2027 may have come by June 2027, but has not certainly.
pub(super) fn date_holds(compare: Compare, there: PartialDate, asked: PartialDate) -> bool {
    let ([first, last], [from, to]) = [there, asked].map(|date| [date.first_day(), date.last_day()]).into();
    match compare {
        Compare::Is => first <= to && last >= from,
        Compare::AtLeast => last >= from,
        Compare::AtMost => first <= to,
        Compare::Above => first > to,
        Compare::Below => last < from,
    }
}
