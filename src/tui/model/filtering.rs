use super::{Asked, Model, Place, Renumbering, Search, View};
use crate::analysis::SideBySide;
use crate::filter::{Completion, Fault, Filter, Scope, complete};
use crate::scorecard::{Column, MeasureIndex, Touched};
use crate::tui::prompt::Prompt;

/// The filter in force and the line it is typed in.
#[derive(Clone, Debug, Default)]
pub struct Filtering {
    filter: Filter,
    /// Whether each measure is accepted by the positions of the poles; empty where everything is.
    accepted: Vec<bool>,
    /// How many measures of each area are; empty where all are.
    by_area: Vec<u32>,
    /// The line being typed.
    pub typing: Option<Typing>,
}

/// A filter being typed.
#[derive(Clone, Debug)]
pub struct Typing {
    /// The filter that was in force.
    before: Filter,
    /// Where the cursor was.
    began: Place,
    /// What cannot be understood.
    pub faults: Vec<Fault>,
    /// How what is typed may go on.
    pub completion: Completion,
    /// The offer that was taken last, with the line it was made for.
    pub taken: Option<Taken>,
}

/// An offer that stands in the line and may be changed for another.
#[derive(Clone, Debug)]
pub struct Taken {
    line: String,
    /// Its place among the offers.
    pub at: usize,
}

impl Filtering {
    /// The filter in force.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Whether a measure is accepted by the positions of the poles.
    pub fn has(&self, measure: MeasureIndex) -> bool {
        self.accepted.get(measure.index()).is_none_or(|&accepted| accepted)
    }

    /// How many measures are accepted by the positions of the poles; nothing where no filter is in force.
    fn found(&self) -> Option<usize> {
        (!self.filter.is_empty()).then(|| self.by_area.iter().map(|&found| found as usize).sum())
    }
}

impl Model {
    /// Whether the board shows an area: one with a measure that the filter accepts.
    pub fn shows_area(&self, area: usize) -> bool {
        self.filtering.by_area.get(area).is_none_or(|&found| found > 0)
    }

    /// How many measures the view shows of how many; nothing where no filter is in force.
    pub fn found(&self) -> Option<(usize, usize)> {
        let found = self.filtering.found()?;
        Some(match self.view {
            View::Board | View::Gaps => (found, self.board.measures.len()),
            View::Matrix => {
                let area = self.board.areas.get(self.matrix.area);
                (self.matrix.rows.len(), area.map_or(0, |area| area.measures.len()))
            }
            view => self.sheets.table(view).map(|table| (table.rows.len(), table.of()))?,
        })
    }

    /// Whether the matrix shows a measure: one that the filter accepts by the positions of the columns shown.
    pub fn matrix_has(&self, measure: MeasureIndex) -> bool {
        let columns = self.matrix_columns();
        let Self { filtering, board, figures, today, .. } = self;
        filtering.filter.on(board, figures, *today).accepts(measure, Scope::Columns(&columns))
    }

    /// The measures of the area that the matrix shows, in reading order.
    pub(super) fn shown_in_matrix(&self) -> Vec<u32> {
        let Some(area) = self.board.areas.get(self.matrix.area) else { return Vec::new() };
        if self.filtering.filter.is_empty() {
            return area.measures.clone().collect();
        }
        let columns = self.matrix_columns();
        let matcher = self.filtering.filter.on(&self.board, &self.figures, self.today);
        let accepted = area.measures().filter(|&measure| matcher.accepts(measure, Scope::Columns(&columns)));
        accepted.map(|measure| measure.0).collect()
    }

    fn matrix_columns(&self) -> Vec<Column> {
        self.figures.comparison().poles.into_iter().chain(self.matrix.members.iter().copied()).collect()
    }

    /// Puts another filter in force.
    pub fn set_filter(&mut self, filter: Filter) {
        self.filtering.filter = filter;
        self.apply_filter();
        self.restore_order();
        self.gather(self.view);
        self.forget_details();
        if let Some(search) = self.search.take() {
            self.search = Some(self.search_for(search.query(), Some(&search)));
        }
    }

    /// Finds what the filter accepts with the figures there are now.
    pub(super) fn apply_filter(&mut self) {
        let Self { filtering, board, figures, today, .. } = self;
        filtering.accepted.clear();
        filtering.by_area.clear();
        if !filtering.filter.is_empty() {
            let matcher = filtering.filter.on(board, figures, *today);
            let accepts = |measure| matcher.accepts(measure, Scope::Poles);
            filtering.accepted = board.measure_indexes().map(accepts).collect();
            let count = |area: &crate::scorecard::Area| {
                area.measures().filter(|measure| filtering.accepted[measure.index()]).count() as u32
            };
            filtering.by_area = board.areas.iter().map(count).collect();
        }
        self.count_again();
    }

    /// Finds what the filter accepts on the measures that a what-if touched.
    pub(super) fn filter_again(&mut self, touched: &Touched) {
        if touched.everything {
            self.apply_filter();
        } else {
            let Self { filtering, board, figures, today, .. } = self;
            if !filtering.filter.is_empty() {
                let matcher = filtering.filter.on(board, figures, *today);
                for &measure in &touched.measures {
                    let found = &mut filtering.by_area[board.measure(measure).area];
                    let accepts = matcher.accepts(measure, Scope::Poles);
                    let accepted = std::mem::replace(&mut filtering.accepted[measure.index()], accepts);
                    *found = *found + u32::from(accepts) - u32::from(accepted);
                }
            }
            self.count_again();
        }
        if let Some(search) = self.search.take() {
            self.search = Some(self.search_for(search.query(), Some(&search)));
        }
    }

    /// Has the overview count what is shown.
    fn count_again(&mut self) {
        let shown = &self.filtering;
        self.overview.count(&self.board, &self.figures, |measure| shown.has(measure));
        let measures = || self.board.measure_indexes().filter(|&measure| shown.has(measure));
        self.overview.note_before(self.what_if.before().map(|before| before.counts_of(measures())));
    }

    /// Reads the filter again on another board; tells whether all of it still means something there.
    pub(super) fn renew_filter(&mut self, numbers: &Renumbering) -> bool {
        let here = self.place();
        let again = |filter: &Filter| Filter::parse(&filter.to_string(), &self.board);
        let parsed = again(&self.filtering.filter);
        let before = self.filtering.typing.as_ref().map(|typing| again(&typing.before).filter);
        if let (Some(typing), Some(before)) = (&mut self.filtering.typing, before) {
            typing.before = before;
            typing.began = typing.began.clone().renumbered(numbers).unwrap_or(here);
        }
        self.filtering.filter = parsed.filter;
        self.apply_filter();
        parsed.faults.is_empty()
    }

    /// Searches among what the view shows; `before` is a search of the same board that the query may go on from.
    pub(super) fn search_for(&self, query: &str, before: Option<&Search>) -> Search {
        let poles = self.figures.comparison().poles;
        let is_hidden = |column| self.columns.hides(column) && !poles.contains(&column);
        let mut search = Search::new(&self.board, query, before, is_hidden);
        if !self.filtering.filter.is_empty() {
            let columns = self.matrix_columns();
            let Self { board, figures, .. } = self;
            let beside = self.sheets.compare.beside().filter(|_| self.view == View::Compare);
            let gaps = beside.map_or(figures.gap_list(), SideBySide::gap_list);
            let matcher = self.filtering.filter.on_gaps(board, figures, gaps, self.today);
            search.keep(board, |measure| match self.view {
                View::Compare => matcher.accepts(measure, Scope::Poles),
                View::Matrix => matcher.accepts(measure, Scope::Columns(&columns)),
                _ => self.filtering.has(measure),
            });
        }
        search
    }

    /// Takes the last term away.
    pub fn drop_last_term(&mut self) {
        let mut filter = self.filtering.filter.clone();
        filter.terms.pop();
        self.set_filter(filter);
    }

    /// Opens the line for a filter, with what is in force.
    pub fn begin_filter(&mut self) {
        let before = self.filtering.filter.clone();
        let mut line = before.to_string();
        if !line.is_empty() {
            line.push(' ');
        }
        let mut prompt = Prompt::new(self.history.of(Asked::Filter).to_vec());
        prompt.set(&line, line.len());
        self.prompt = Some(prompt);
        let (faults, completion) = Default::default();
        self.filtering.typing = Some(Typing { before, began: self.place(), faults, completion, taken: None });
        self.filter_as_typed();
    }

    /// Filters by what is typed so far; what cannot be understood does not count.
    pub fn filter_as_typed(&mut self) {
        if let Some(typing) = &mut self.filtering.typing {
            typing.taken = None;
        }
        self.read_typed();
        self.offer();
    }

    /// Takes the next or the previous offer into the line. The only one is taken for good.
    pub fn take_offer(&mut self, forward: bool) {
        let (Some(prompt), Some(typing)) = (&mut self.prompt, &mut self.filtering.typing) else { return };
        let offers = &typing.completion.offers;
        let Some(last) = offers.len().checked_sub(1) else { return };
        let taken = match typing.taken.take() {
            None => Taken { line: prompt.text().to_owned(), at: if forward { 0 } else { last } },
            Some(taken) if forward => Taken { at: if taken.at == last { 0 } else { taken.at + 1 }, ..taken },
            Some(taken) => Taken { at: taken.at.checked_sub(1).unwrap_or(last), ..taken },
        };
        let (range, word) = (typing.completion.span.range(), &offers[taken.at].word);
        let line = [&taken.line[..range.start], word, &taken.line[range.end..]].concat();
        prompt.set(&line, range.start + word.len());
        let is_only = last == 0;
        typing.taken = (!is_only).then_some(taken);
        self.read_typed();
        if is_only {
            self.offer();
        }
    }

    /// Ends the typing and keeps the filter, unless something in it cannot be understood.
    pub fn accept_filter(&mut self) {
        let Some(typing) = &self.filtering.typing else { return };
        if typing.faults.iter().any(|fault| !fault.unfinished) {
            return;
        }
        self.filtering.typing = None;
        self.prompt = None;
        let line = self.filtering.filter.to_string();
        self.history.add(Asked::Filter, &line);
    }

    /// Gives up the typing: the filter and the cursor are what they were.
    pub fn cancel_filter(&mut self) {
        let Some(typing) = self.filtering.typing.take() else { return };
        self.prompt = None;
        self.set_filter(typing.before);
        self.stand_at(&typing.began);
    }

    /// Puts in force what the line says, the cursor where it was before as far as it is still shown.
    fn read_typed(&mut self) {
        let (Some(prompt), Some(typing)) = (&self.prompt, &mut self.filtering.typing) else { return };
        let parsed = Filter::parse(prompt.text(), &self.board);
        typing.faults = parsed.faults;
        let began = typing.began.clone();
        if parsed.filter != self.filtering.filter {
            self.set_filter(parsed.filter);
            self.stand_at(&began);
        }
    }

    fn offer(&mut self) {
        if let (Some(prompt), Some(typing)) = (&self.prompt, &mut self.filtering.typing) {
            typing.completion = complete(prompt.text(), prompt.byte_cursor(), &self.board);
        }
    }
}
