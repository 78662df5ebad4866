//! What a search finds: in positions by their words, in measures, areas, jurisdictions and entities by their names.

mod stops;

use std::collections::BTreeSet;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::{Asked, Model};
use crate::scorecard::{Board, Column, MeasureIndex};
use crate::tui::prompt::Prompt;
use stops::Stops;

/// A search in force: what was searched, where it was found on the board, in reading order, and where on screen.
#[derive(Clone, Debug, Default)]
pub struct Search {
    query: String,
    /// The words of the query in lower case.
    words: Vec<String>,
    /// Every position that says them, also those that are not shown: more letters find nothing outside of these.
    said: Vec<(MeasureIndex, Column)>,
    hits: Vec<Hit>,
    measures: BTreeSet<u32>,
    areas: BTreeSet<u32>,
    stops: Stops,
}

/// A place on the board where the search found something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Hit {
    measure: MeasureIndex,
    column: Option<Column>,
}

impl Search {
    /// Finds a query on a board, in positions that are not hidden. A query that goes on from `before`, on the same
    /// board, is looked for only where that was found.
    pub(super) fn new(
        board: &Board,
        query: &str,
        before: Option<&Self>,
        is_hidden: impl Fn(Column) -> bool,
    ) -> Self {
        let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
        let goes_on = |before: &&Self| {
            let is_in = |known: &String| words.iter().any(|word| word.contains(known.as_str()));
            !before.words.is_empty() && before.words.iter().all(is_in)
        };
        let says = |&(measure, column): &(MeasureIndex, Column)| says(board, measure, column, &words);
        let said = match before.filter(goes_on) {
            _ if words.is_empty() => Vec::new(),
            Some(before) => before.said.iter().copied().filter(says).collect(),
            None => {
                let columns = |measure| board.columns().map(move |column| (measure, column));
                board.measure_indexes().flat_map(columns).filter(says).collect()
            }
        };
        let hits = hits(board, query, &said, is_hidden);
        let query = query.to_owned();
        let mut search = Self { query, words, said, hits, ..Self::default() };
        search.note_rows(board);
        search
    }

    /// Keeps what was found in some measures only.
    pub(super) fn keep(&mut self, board: &Board, is_shown: impl Fn(MeasureIndex) -> bool) {
        self.hits.retain(|hit| is_shown(hit.measure));
        self.note_rows(board);
    }

    fn note_rows(&mut self, board: &Board) {
        self.measures = self.hits.iter().map(|hit| hit.measure.0).collect();
        self.areas = self.hits.iter().map(|hit| board.measure(hit.measure).area as u32).collect();
    }

    /// What was searched.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// How many places of the view on screen were found: rows, in a matrix cells and measures of every area.
    pub fn found(&self) -> usize {
        self.stops.len()
    }

    /// Whether something was found in a row of the view on screen, where that is a list.
    pub fn in_row(&self, row: usize) -> bool {
        self.stops.are_in_row(row)
    }

    /// Whether something was found in a position, or of its measure.
    pub fn in_cell(&self, measure: MeasureIndex, column: Column) -> bool {
        let first = self.hits.partition_point(|hit| hit.measure < measure);
        let of_measure = self.hits[first..].iter().take_while(|hit| hit.measure == measure);
        of_measure.into_iter().any(|hit| hit.column.is_none_or(|found| found == column))
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
        let before = self.search.take();
        if !query.is_empty() {
            self.search = Some(self.search_for(&query, before.as_ref()));
            self.show_first_stop();
        }
    }

    /// Ends the typing of a search and keeps it in force.
    pub fn accept_search(&mut self) {
        self.prompt = None;
        let Some(search) = &self.search else { return };
        let query = search.query.clone();
        match (search.found(), search.hits.len()) {
            (0, 0) => {
                self.warn(format!("Nothing found for {query}"));
                self.search = None;
            }
            (0, _) => self.tell_where_found(),
            _ => {}
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
}

/// Where a query is found, in reading order: cells by words in their prose; those of a jurisdiction whose code the
/// query is, or the beginning of whose name; measures and areas by title and id where nothing in them is found.
fn hits(
    board: &Board,
    query: &str,
    said: &[(MeasureIndex, Column)],
    is_hidden: impl Fn(Column) -> bool,
) -> Vec<Hit> {
    let mut titles = Titles::new(query);
    let jurisdiction = named(board, query).filter(|&column| !is_hidden(column));
    let mut said = said.iter().copied().filter(|&(_, column)| !is_hidden(column)).peekable();
    let mut hits = Vec::new();
    for area in &board.areas {
        let before_area = hits.len();
        for measure in area.measures() {
            let before = hits.len();
            let mut columns: Vec<Column> = jurisdiction.into_iter().collect();
            while let Some((_, column)) = said.next_if(|&(at, _)| at == measure) {
                columns.push(column);
            }
            columns.sort_unstable();
            columns.dedup();
            hits.extend(columns.into_iter().map(|column| Hit { measure, column: Some(column) }));
            let found = board.measure(measure);
            if hits.len() == before && titles.accept_any(&found.title, &found.id, found.short.as_deref()) {
                hits.push(Hit { measure, column: None });
            }
        }
        let first = area.measures().next();
        if let Some(measure) = first.filter(|_| hits.len() == before_area)
            && titles.accept_any(&area.title, &area.id, area.short.as_deref())
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
        code || (query.len() >= LETTERS_OF_A_NAME && jurisdiction.name.to_lowercase().starts_with(&query))
    })
}

/// Whether the words stand in what is written of a position itself; what is inherited is found where it is written.
fn says(board: &Board, measure: MeasureIndex, column: Column, words: &[String]) -> bool {
    let cell = board.cell(measure, column);
    let Some(position) = board.position(cell).filter(|_| cell.root == column) else { return false };
    let prose = [position.headline, position.instrument, position.summary];
    // Most cells of a large board have a level and no word.
    if prose.iter().all(|prose| prose.is_empty()) {
        return false;
    }
    let text: String = prose.iter().map(|&prose| board.text(prose).to_lowercase() + "\n").collect();
    words.iter().all(|word| text.contains(word.as_str()))
}

/// Looks for what is searched in names.
#[derive(Debug)]
pub struct Names<'s> {
    /// What was found on the board.
    pub search: &'s Search,
    titles: Titles,
}

/// The letters from which on a query may be the beginning of a name: fewer are a code.
const LETTERS_OF_A_NAME: usize = 4;

impl<'s> Names<'s> {
    fn new(search: &'s Search) -> Self {
        Self { search, titles: Titles::new(search.query()) }
    }

    /// Whether one of the names is meant: it holds every word, or the letters in order, close together.
    pub fn mean_any<'n>(&mut self, names: impl IntoIterator<Item = &'n str>) -> bool {
        names.into_iter().any(|name| {
            let lower = name.to_lowercase();
            self.search.words.iter().all(|word| lower.contains(word.as_str())) || self.titles.accept(name)
        })
    }

    /// Whether a jurisdiction is meant, by its code or by its name.
    pub fn mean_jurisdiction(&mut self, code: &str, name: &str) -> bool {
        let query = self.search.query().trim();
        query.eq_ignore_ascii_case(code) || (query.len() >= LETTERS_OF_A_NAME && self.mean_any([name]))
    }
}

/// Loose search in titles: letters in order, close together.
#[derive(Debug)]
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

    fn accept_any(&mut self, title: &str, id: &str, short: Option<&str>) -> bool {
        self.accept(title) || self.accept(id) || short.is_some_and(|short| self.accept(short))
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
