use std::collections::BTreeSet;
use std::ops::Range;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::{Asked, MatrixColumn, Model, View};
use crate::scorecard::{Board, Column, MeasureIndex};
use crate::tui::prompt::Prompt;

/// A search in force: what was searched and where it was found, in reading order.
#[derive(Clone, Debug)]
pub struct Search {
    query: String,
    /// The words of the query in lower case.
    words: Vec<String>,
    /// Every position that says them, also those that are not shown: more letters find nothing outside of these.
    said: Vec<(MeasureIndex, Column)>,
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
        let measures = hits.iter().map(|hit| hit.measure.0).collect();
        let areas = hits.iter().map(|hit| board.measure(hit.measure).area as u32).collect();
        Self { query: query.to_owned(), words, said, hits, measures, areas }
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
        let before = self.search.take();
        let search = self.search_for(&query, before.as_ref());
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

    /// Goes to the next or the previous place that was found, in views that show no single cells to the next row.
    pub fn next_match(&mut self, forward: bool) {
        let Some(search) = &self.search else { return };
        let hits = &search.hits;
        let Some(last) = hits.len().checked_sub(1) else { return };
        let here = self.hits_here(hits);
        let next = if forward { here.end } else { here.start.wrapping_sub(1) };
        let round = next > last;
        let hit = hits[if !round {
            next
        } else if forward {
            0
        } else {
            last
        }];
        // Where the cursor stands on no match it goes on from where it is, which is no turn.
        if round && !here.is_empty() {
            let text = if forward {
                "From the last match to the first."
            } else {
                "From the first match to the last."
            };
            self.tell(text.to_owned());
        }
        self.show_hit(hit);
    }

    /// Which of the matches the cursor stands on, counted from 1.
    pub fn match_number(&self) -> Option<usize> {
        let here = self.hits_here(&self.search.as_ref()?.hits);
        (!here.is_empty()).then_some(here.start + 1)
    }

    /// The hits the cursor stands on, as exactly as the view can tell: those of its row, in a matrix of its cell. Empty
    /// where there are none, at the place where they would be.
    fn hits_here(&self, hits: &[Hit]) -> Range<usize> {
        let row = self.measures_of_row();
        let start = hits.partition_point(|hit| hit.measure.0 < row.start);
        let end = start + hits[start..].partition_point(|hit| hit.measure.0 < row.end);
        if self.view != View::Matrix || start == end {
            return start..end;
        }
        let MatrixColumn::Jurisdiction(column) = self.matrix.column else {
            // In front of the cells of its row, and on a match of the measure itself.
            let of_measure = hits[start].column.is_none();
            return start..start + usize::from(of_measure);
        };
        let is_at = |hit: &Hit| hit.column.is_none_or(|wanted| wanted == column);
        let before = hits[start..end].partition_point(|hit| hit.column.is_some_and(|wanted| wanted < column));
        let at = start + before;
        at..at + usize::from(hits[..end].get(at).is_some_and(is_at))
    }

    /// The measures of the cursor's row, by their numbers; none where there is no row.
    fn measures_of_row(&self) -> Range<u32> {
        match self.view {
            View::Board => self.area().map_or(0..0, |area| self.board.areas[area].measures.clone()),
            _ => self.measure().map_or(0..0, |measure| measure.0..measure.0.saturating_add(1)),
        }
    }

    /// The first hit at or after the cursor, in reading order.
    fn position_in(&self, hits: &[Hit]) -> Option<usize> {
        let from = self.measures_of_row().start;
        let at = hits.partition_point(|hit| hit.measure.0 < from);
        (at < hits.len()).then_some(at)
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
        code || (query.len() > 3 && jurisdiction.name.to_lowercase().starts_with(&query))
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
