//! Words planted in every private field reach nobody who did not ask: not through any command of the terminal program
//! from any place, its copies and links, nor through the problems of files however broken.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use t12::analysis::Comparison;
use t12::diagnostic::{File, Problem};
use t12::report::problems::{Form, Look, write};
use t12::scorecard::PartialDate;
use t12::tui::key::Key;
use t12::tui::model::{Model, Setup};
use t12::tui::theme::{ColourDepth, Theme};
use t12::tui::view::draw;
use t12::tui::{Edition, Effect, Message, command, snapshot, update};
use t12::workspace::Workspace;

/// What is planted, and the dates of what is marked.
const SECRETS: [&str; 3] = ["SECRET", "2026-12-24", "1999-09-09"];

fn today() -> PartialDate {
    PartialDate::parse("2026-11-21").unwrap()
}

fn planted() -> PathBuf {
    fixture("small")
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

fn assert_open(told: &str, after: &str) {
    for secret in SECRETS {
        assert!(!told.contains(secret), "{secret} after {after}:\n{told}");
    }
}

/// The program on the workspace with the planted words, as everyone sees it.
struct Program {
    model: Model,
    size: (u16, u16),
}

impl Program {
    fn new() -> Self {
        Self::on(Workspace::open(&[planted()], today()).public())
    }

    /// The program where a scenario supposes levels in the place of what is marked and beside it.
    fn supposing() -> Self {
        let scenario = fixture("scenarios/marked.yaml");
        let mut workspace = Workspace::open(&[planted(), scenario], today()).public();
        let supposed = workspace.board.suppositions_of(&workspace.board.scenarios[0]);
        workspace.board.suppose(supposed);
        assert_eq!(workspace.board.supposed().len(), 3);
        Self::on(workspace)
    }

    fn on(workspace: Workspace) -> Self {
        let size = (140, 40);
        let theme = Theme::load("dark", ColourDepth::True).unwrap();
        let comparison = Comparison::of(&workspace.board);
        let setup = Setup::new(comparison, theme, today(), size);
        Self { model: Model::new(workspace.board, setup), size }
    }

    /// Presses a key and looks at the screen and at what leaves the program.
    fn press(&mut self, token: &str, after: &str) {
        let effects = update(&mut self.model, Message::Key(Key::parse(token).unwrap()));
        self.look(&effects, after);
    }

    fn look(&self, effects: &[Effect], after: &str) {
        let area = ratatui::layout::Rect::new(0, 0, self.size.0, self.size.1);
        let mut buffer = ratatui::buffer::Buffer::empty(area);
        draw(&self.model, &mut buffer);
        assert_open(&snapshot::text(&buffer), after);
        for effect in effects {
            assert_open(&format!("{effect:?}"), after);
        }
    }
}

/// The keys that lead to every cell of the planted workspace and to every other place.
fn places() -> Vec<String> {
    let mut places = vec!["1".to_owned(), "1 j".to_owned(), "1 v".to_owned()];
    places.extend((0..4).map(|row| format!("3 {}", "j ".repeat(row))));
    places.extend((0..4).map(|row| format!("4 {}", "j ".repeat(row))));
    places.extend(["6", "6 j j", "6 v j"].map(str::to_owned));
    for area in ["2", "2 L"] {
        for row in 0..2 {
            places.extend((0..7).map(|column| format!("{area} {}{}", "j ".repeat(row), "l ".repeat(column))));
        }
    }
    places
}

/// Looks into what has opened, to its end, and copies from it.
const INSIDE: [&str; 8] = ["s", "c", "r", "<down>", "y", "<enter>", "Y", "<esc>"];

#[test]
fn no_place_shows_or_copies_what_is_private() {
    for place in places() {
        let mut program = Program::new();
        for token in place.split_whitespace().chain(["o", "<down>", "y", "<esc>", "z", "y", "Y", "<pgdn>"]) {
            program.press(token, &place);
        }
    }
}

#[test]
fn no_place_of_a_scenario_shows_or_copies_what_is_private() {
    for place in places() {
        let mut program = Program::supposing();
        for token in
            place.split_whitespace().chain(["o", "<down>", "y", "<esc>", "x", "y", "<esc>", "z", "y", "Y"])
        {
            program.press(token, &place);
        }
    }
}

#[test]
fn no_list_of_changes_shows_or_copies_what_is_private() {
    let edition = |private| Edition::read(&fixture("small-earlier"), today(), private).unwrap();
    let mut program = Program::new();
    let effects = update(&mut program.model, Message::Edition(edition(false)));
    program.look(&effects, "change");
    for _ in 0..6 {
        program.press("y", "change");
        program.press("j", "change");
    }
    // It is there for those who ask.
    let mut program = Program::on(Workspace::open(&[planted()], today()));
    update(&mut program.model, Message::Edition(edition(true)));
    program.model.layers.iter().for_each(|layer| assert!(format!("{layer:?}").contains("SECRET-STEP-ONCE")));
    assert_eq!(program.model.layers.len(), 1);
}

#[test]
fn no_command_shows_or_sends_what_is_private() {
    let mut seen = BTreeSet::new();
    // Everything, the row with a marked position, and that position.
    for place in ["1", "3 j j", "4 j", "2 L $ h"] {
        for found in command::all().filter(|found| !matches!(found.id, "quit" | "suspend")) {
            let mut program = Program::new();
            let after = format!("{place} {}", found.id);
            for token in place.split_whitespace() {
                program.press(token, &after);
            }
            if (found.available)(&program.model) {
                seen.insert(found.id);
                let effects = (found.run)(&mut program.model, "1");
                program.model.prepare();
                program.look(&effects, &after);
                for token in INSIDE {
                    program.press(token, &after);
                }
            }
        }
    }
    assert!(seen.contains("copy-citation") && seen.contains("sources") && seen.contains("search"));
}

fn told(form: Form, files: &[File], problems: &[Problem]) -> String {
    let mut out = Vec::new();
    write(form, Look::default(), files, problems, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The form that shows lines, and one that tells all texts of a problem.
const FORMS: [Form; 2] = [Form::Human, Form::Json];

/// What breaks a file without taking the words that make something private.
const SLIPS: [&str; 12] = ["\t", ": ", "- ", "\"", "'", "[", "}", "*a", "{", "\n", "\n  - id: x\n", "\u{1b}"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn problems_of_a_broken_file_quote_nothing_private(
        at in any::<prop::sample::Index>(),
        slip in prop::sample::select(&SLIPS[..]),
        lamps in any::<bool>(),
    ) {
        let name = if lamps { "lamps.yaml" } else { "ropes.yaml" };
        let whole = fs::read_to_string(planted().join(name)).unwrap();
        let mut text = whole.clone();
        let mut at = at.index(whole.len());
        while !whole.is_char_boundary(at) {
            at -= 1;
        }
        // Where the word itself that makes something private is cut, nobody can tell what it was.
        let cuts = |key: &str| whole.match_indices(key).any(|(start, _)| start < at && at <= start + key.len());
        prop_assume!(!cuts("note:") && !cuts("marking:"));
        text.insert_str(at, slip);
        let document = t12::format::read(&text, 0);
        let private = document.private.as_slice().into();
        let files = [File { name: name.into(), path: None, text: text.as_str().into(), private }];
        let problems: Vec<Problem> =
            document.problems.into_iter().map(|problem| problem.public(&files)).collect();
        for form in FORMS {
            let told = told(form, &files, &problems);
            prop_assert!(!told.contains("SECRET"), "{slip:?} at {at}:\n{told}");
        }
    }
}
