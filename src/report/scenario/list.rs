use serde::Serialize;

use crate::report::document::{Document, Field, Table};
use crate::report::json::{VERSION, written};
use crate::report::twin::Twin;
use crate::scorecard::{Board, Scenario};

/// All scenarios of a board.
#[derive(Clone, Copy, Debug)]
pub struct List<'a> {
    /// The board.
    pub board: &'a Board,
}

/// What is said where there is none.
const NONE: &str = "There is no scenario: :save-scenario in the program writes one.";

impl Twin for List<'_> {
    type Json<'j>
        = ListJson<'j>
    where
        Self: 'j;

    fn document(&self) -> Document {
        let mut document = Document::default();
        document.table(self.rows(["Scenario", "Title", "What-ifs", "Note"]));
        if self.board.scenarios.is_empty() {
            document.paragraph(NONE);
        }
        document
    }

    fn table(&self) -> Table {
        self.rows(["id", "title", "what_ifs", "note"])
    }

    fn json(&self) -> ListJson<'_> {
        let scenarios = self.board.scenarios.iter().map(|scenario| EntryJson::of(self.board, scenario));
        ListJson { t12: VERSION, scenarios: scenarios.collect() }
    }
}

impl List<'_> {
    /// The scenarios, one a row.
    fn rows(self, headings: [&str; 4]) -> Table {
        let mut table = Table::new(headings).wrapping(&[1, 3]);
        for EntryJson { id, title, note, what_ifs } in self.json().scenarios {
            table.row(vec![
                Field::text(id),
                Field::text(title),
                Field::figure(&what_ifs),
                Field::text(note.unwrap_or_default()),
            ]);
        }
        table
    }
}

/// The JSON of `t12 scenario list`.
#[derive(Debug, Serialize)]
pub struct ListJson<'a> {
    t12: u32,
    scenarios: Vec<EntryJson<'a>>,
}

#[derive(Debug, Serialize)]
struct EntryJson<'a> {
    id: &'a str,
    title: &'a str,
    note: Option<String>,
    what_ifs: usize,
}

impl<'a> EntryJson<'a> {
    fn of(board: &Board, scenario: &'a Scenario) -> Self {
        let Scenario { id, title, note, .. } = scenario;
        Self { id, title, note: written(board, *note), what_ifs: board.suppositions_of(scenario).len() }
    }
}
