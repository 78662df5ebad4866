use std::collections::BTreeSet;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::{Asked, MatrixColumn, Model, View};
use crate::scorecard::{Board, Column, MeasureIndex, Position};
use crate::tui::prompt::Prompt;

/// A search in force: what was searched and where it was found, in reading order.
#[derive(Clone, Debug)]
pub struct Search {
    query: String,
    hits: Vec<Hit>,
    measures: BTreeSet<u32>,
    areas: BTreeSet<u32>,
}

/// A place where the search found something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Hit {
    measure: MeasureIndex,
    column: Option<Column>,
}

impl Search {
    /// Finds a query on a board.
    pub fn new(board: &Board, query: &str) -> Self {
        let hits = find(board, query);
        let measures = hits.iter().map(|hit| hit.measure.0).collect();
        let areas = hits.iter().map(|hit| board.measure(hit.measure).area as u32).collect();
        Self { query: query.to_owned(), hits, measures, areas }
    }

    /// Keeps what was found in some measures only.
    pub(super) fn keep(&mut self, is_shown: impl Fn(MeasureIndex) -> bool) {
        self.hits.retain(|hit| is_shown(hit.measure));
        self.measures.retain(|&measure| is_shown(MeasureIndex(measure)));
    }

    /// What was searched.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// How many places were found.
    pub fn found(&self) -> usize {
        self.hits.len()
    }

    /// Whether something was found in a measure.
    pub fn in_measure(&self, measure: u32) -> bool {
        self.measures.contains(&measure)
    }

    /// Whether something was found in an area.
    pub fn in_area(&self, area: u32) -> bool {
        self.areas.contains(&area)
    }
}

impl Model {
    /// Opens the line for a search.
    pub fn begin_search(&mut self) {
        self.search_began = Some(self.place());
        self.prompt = Some(Prompt::new(self.history.of(Asked::Search).to_vec()));
    }

    /// Searches for what is typed so far and shows the first place from where the search began: what fewer letters
    /// found does not count.
    pub fn search_as_typed(&mut self) {
        self.back_to_beginning();
        let query = self.prompt.as_ref().map(|prompt| prompt.text().to_owned()).unwrap_or_default();
        if query.is_empty() {
            self.search = None;
            return;
        }
        let search = self.search_for(&query);
        let next = self.position_in(&search.hits).unwrap_or(0);
        let hit = search.hits.get(next).copied();
        self.search = Some(search);
        if let Some(hit) = hit {
            self.show_hit(hit);
        }
    }

    /// Ends the typing of a search and keeps it in force.
    pub fn accept_search(&mut self) {
        self.prompt = None;
        let Some(search) = &self.search else { return };
        let query = search.query.clone();
        if search.hits.is_empty() {
            self.warn(format!("Nothing found for {query}"));
            self.search = None;
        }
        self.history.add(Asked::Search, &query);
    }

    /// Gives up the typing of a search: the cursor is where it began.
    pub fn cancel_search(&mut self) {
        self.back_to_beginning();
        self.prompt = None;
        self.search = None;
    }

    fn back_to_beginning(&mut self) {
        if let Some(place) = self.search_began.clone() {
            self.undo_jumps(&place);
        }
    }

    /// Goes to the next or the previous place that was found.
    pub fn next_match(&mut self, forward: bool) {
        let Some(search) = &self.search else { return };
        let count = search.hits.len();
        let here = self.here();
        let at = search.hits.iter().position(|hit| self.is_at(*hit, here));
        let from = self.position_in(&search.hits);
        let next = match (at, forward) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at + count - 1,
            (None, true) => from.unwrap_or(0),
            (None, false) => from.unwrap_or(0) + count - 1,
        };
        if let Some(&hit) = search.hits.get(next % count.max(1)) {
            if (forward && at.is_some_and(|at| at + 1 == count)) || (!forward && at == Some(0)) {
                self.tell(
                    if forward {
                        "From the last match to the first."
                    } else {
                        "From the first match to the last."
                    }
                    .to_owned(),
                );
            }
            self.show_hit(hit);
        }
    }

    /// Which of the matches the cursor stands on, counted from 1.
    pub fn match_number(&self) -> Option<usize> {
        let here = self.here();
        let hits = &self.search.as_ref()?.hits;
        hits.iter().position(|hit| self.is_at(*hit, here)).map(|at| at + 1)
    }

    fn here(&self) -> (Option<u32>, MatrixColumn) {
        let row = match self.view {
            View::Board => self.areas.cursor(),
            View::Matrix | View::Gaps => self.measure().map(|measure| measure.0),
        };
        (row, self.matrix.column)
    }

    /// Whether the cursor stands on a hit, as exactly as the view can tell.
    fn is_at(&self, hit: Hit, (row, column): (Option<u32>, MatrixColumn)) -> bool {
        match self.view {
            View::Board => row == Some(self.board.measure(hit.measure).area as u32),
            View::Gaps => row == Some(hit.measure.0),
            View::Matrix => {
                let at_column = hit.column.is_none_or(|wanted| column == MatrixColumn::Jurisdiction(wanted));
                row == Some(hit.measure.0) && at_column
            }
        }
    }

    /// The first hit at or after the cursor, in reading order.
    fn position_in(&self, hits: &[Hit]) -> Option<usize> {
        let from = match (self.view, self.area()) {
            (View::Board, Some(area)) => self.board.areas[area].measures.start,
            _ => self.measure().map_or(0, |measure| measure.0),
        };
        hits.iter().position(|hit| hit.measure.0 >= from)
    }

    fn show_hit(&mut self, hit: Hit) {
        match self.view {
            View::Board => {
                self.areas.set(self.board.measure(hit.measure).area as u32);
            }
            view => self.jump_to_measure(view, hit.measure),
        }
        if let (View::Matrix, Some(column)) = (self.view, hit.column) {
            self.matrix.column = MatrixColumn::Jurisdiction(column);
        }
    }
}

/// Where a query is found, in reading order: measures by title and id, cells by words in their prose; a query that
/// is a jurisdiction's code or the beginning of its name finds its cells.
fn find(board: &Board, query: &str) -> Vec<Hit> {
    let mut titles = Titles::new(query);
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let mut hits = Vec::new();
    let jurisdiction = named(board, query);
    for measure in board.measure_indexes() {
        let before = hits.len();
        for column in board.columns() {
            let cell = board.cell(measure, column);
            let own = board.position(cell).filter(|_| cell.root == column);
            if jurisdiction == Some(column) || own.is_some_and(|position| says(board, position, &words)) {
                hits.push(Hit { measure, column: Some(column) });
            }
        }
        let found = board.measure(measure);
        if hits.len() == before
            && (titles.accept(&found.title)
                || titles.accept(&found.id)
                || found.short.as_deref().is_some_and(|short| titles.accept(short)))
        {
            hits.push(Hit { measure, column: None });
        }
    }
    hits
}

fn named(board: &Board, query: &str) -> Option<Column> {
    let query = query.trim().to_lowercase();
    board.columns().find(|&column| {
        let jurisdiction = board.jurisdiction(column);
        let code = jurisdiction.code.as_str().to_lowercase() == query;
        code || (query.len() > 3 && jurisdiction.name.to_lowercase().starts_with(&query))
    })
}

fn says(board: &Board, position: &Position, words: &[String]) -> bool {
    let prose = [position.headline, position.instrument, position.summary];
    let text: String = prose.iter().map(|&prose| board.text(prose).to_lowercase() + "\n").collect();
    !words.is_empty() && words.iter().all(|word| text.contains(word.as_str()))
}

/// Loose search in titles: letters in order, close together.
struct Titles {
    matcher: Matcher,
    pattern: Pattern,
    needed: u32,
    buffer: Vec<char>,
}

/// The score a letter earns at least where the letters of a word stand together: fewer means they are scattered.
const SCORE_PER_LETTER: u32 = 22;

impl Titles {
    fn new(query: &str) -> Self {
        let pattern = Pattern::new(query, CaseMatching::Smart, Normalization::Smart, AtomKind::Fuzzy);
        let letters = query.chars().filter(|c| !c.is_whitespace()).count() as u32;
        Self {
            matcher: Matcher::new(Config::DEFAULT),
            pattern,
            needed: letters * SCORE_PER_LETTER,
            buffer: Vec::new(),
        }
    }

    fn accept(&mut self, text: &str) -> bool {
        let score = self.pattern.score(Utf32Str::new(text, &mut self.buffer), &mut self.matcher);
        score.is_some_and(|score| score >= self.needed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_may_be_left_out_but_not_scattered() {
        let accepts = |query: &str, title: &str| Titles::new(query).accept(title);
        assert!(accepts("chip", "Advanced chip controls"));
        assert!(accepts("advchip", "Advanced chip controls"));
        assert!(accepts("controls chip", "Advanced chip controls"));
        assert!(!accepts("chip", "Checks on human rights in supply"));
        assert!(!accepts("Chip", "Advanced chip controls"));
    }
}
