//! The filter language: its laws, what each field finds, how faults are told, and its page in the documentation.

#![allow(clippy::unwrap_used, reason = "helpers of a test")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::LazyLock;

use proptest::prelude::*;
use t12::analysis::{Comparison, Figures};
use t12::filter::{FIELDS, Field, Filter, Of, Scope, Takes, complete};
use t12::scorecard::{Board, Column, MeasureIndex, PartialDate};
use t12::workspace::Workspace;

/// A board with its figures.
struct World {
    board: Board,
    figures: Figures,
    columns: Vec<Column>,
}

static SHIPPED: LazyLock<World> = LazyLock::new(|| read("scorecards"));
static SMALL: LazyLock<World> = LazyLock::new(|| read("tests/fixtures/small"));

fn today() -> PartialDate {
    PartialDate::parse("2026-11-21").unwrap()
}

fn read(folder: &str) -> World {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let board = Workspace::open(&[folder], today()).board.public();
    let figures = Figures::compute(&board, &Comparison::of(&board));
    let columns = board.columns().collect();
    World { board, figures, columns }
}

impl World {
    fn parse(&self, line: &str) -> Filter {
        let parsed = Filter::parse(line, &self.board);
        assert!(parsed.faults.is_empty(), "{line}: {:?}", parsed.faults);
        parsed.filter
    }

    fn found_in(&self, filter: &Filter, scope: Scope<'_>) -> BTreeSet<MeasureIndex> {
        let matcher = filter.on(&self.board, &self.figures, today());
        self.board.measure_indexes().filter(|&measure| matcher.accepts(measure, scope)).collect()
    }

    /// The measures a line finds by the positions of the poles.
    fn found(&self, line: &str) -> BTreeSet<MeasureIndex> {
        self.found_in(&self.parse(line), Scope::Poles)
    }

    /// The ids of the measures a line finds by the positions of the poles.
    fn ids(&self, line: &str) -> Vec<&str> {
        self.found(line).into_iter().map(|measure| &*self.board.measure(measure).id).collect()
    }

    /// The ids of the measures a line finds by the positions of every column.
    fn ids_in_columns(&self, line: &str) -> Vec<&str> {
        let found = self.found_in(&self.parse(line), Scope::Columns(&self.columns));
        found.into_iter().map(|measure| &*self.board.measure(measure).id).collect()
    }
}

#[test]
fn every_example_and_every_word_of_the_table_is_understood_and_printed_as_typed() {
    let board = &SHIPPED.board;
    for field in &FIELDS {
        assert_eq!(SHIPPED.parse(field.example).to_string(), field.example);
        for offer in field.offers(board) {
            let line = format!("{}:{}", field.name, offer.word);
            assert_eq!(SHIPPED.parse(&line).to_string(), line);
        }
        assert_eq!(field.offers(board).is_empty(), matches!(field.takes, Takes::Written(_)));
    }
}

#[test]
fn the_measure_and_its_gap_are_asked() {
    assert_eq!(SMALL.ids(""), ["brightness", "colour", "strength", "knots"]);
    assert_eq!(SMALL.ids("area:la"), ["brightness", "colour"]);
    assert_eq!(SMALL.ids("gap>=3"), ["brightness"]);
    assert_eq!(SMALL.ids("gap:3 fuller:uni"), ["brightness"]);
    assert_eq!(SMALL.ids("fuller:ORB -area:ropes"), ["colour"]);
    assert_eq!(SMALL.ids("weight>1 weight<=1.5"), ["brightness"]);
    assert_eq!(SMALL.ids("next<=2027-02"), ["brightness"]);
    assert_eq!(SMALL.ids("next>2027-05"), [""; 0]);
}

#[test]
fn terms_of_a_position_hold_together_for_one_position() {
    // A pole's position is in force, the other pole's of low confidence: no position is both.
    assert_eq!(SMALL.ids("status:in_force area:lamps confidence:high"), ["brightness", "colour"]);
    assert!(SMALL.ids("status:proposed").contains(&"brightness"));
    assert!(!SMALL.ids("status:proposed confidence:high").contains(&"brightness"));
    assert!(SMALL.ids("status:proposed confidence:low").contains(&"brightness"));
    // Tirnach is no pole.
    assert!(!SMALL.ids("status:in_force confidence:medium").contains(&"brightness"));
    assert!(SMALL.ids("jurisdiction:TIR status:in_force confidence:medium").contains(&"brightness"));
    assert!(SMALL.ids_in_columns("status:in_force confidence:medium").contains(&"brightness"));
    assert!(SMALL.ids("jurisdiction:ZED open:yes").contains(&"brightness"));
    assert!(!SMALL.ids("-jurisdiction:UNI status:in_force area:lamps").contains(&"brightness"));
}

#[test]
fn words_are_found_in_titles_ids_and_what_positions_say() {
    assert_eq!(SMALL.ids("BRIGHT area:lamps"), ["brightness"]);
    assert_eq!(SMALL.ids("\"draft lamp bill\""), ["brightness"]);
    assert_eq!(SMALL.ids("-lamp -light"), SMALL.ids("-lamp,light"));
    assert_eq!(SMALL.ids("SECRET-NOTE-ONE"), [""; 0]);
}

#[test]
fn stale_and_next_depend_on_the_day() {
    let later = PartialDate::parse("2028-01-01").unwrap();
    let stale = SMALL.parse("stale:yes");
    let matcher = stale.on(&SMALL.board, &SMALL.figures, later);
    assert!(SMALL.board.measure_indexes().all(|measure| matcher.accepts(measure, Scope::Poles)));
    assert_eq!(SMALL.ids("stale:yes"), [""; 0]);
}

fn told(line: &str) -> Vec<(String, String)> {
    let parsed = Filter::parse(line, &SHIPPED.board);
    parsed.faults.iter().map(|fault| (fault.span.of(line).to_owned(), fault.help())).collect()
}

#[test]
fn a_wrong_word_is_marked_with_what_is_allowed_and_the_rest_counts() {
    let line = "gap>=2 statsu:proposed status:propsed area:quantum fuller>=EU level>=na é gap:9 next:soon";
    let told = told(line);
    let marked: Vec<&str> = told.iter().map(|(word, _)| &**word).collect();
    assert_eq!(marked, ["statsu", "propsed", "quantum", "fuller", "na", "9", "soon"]);
    assert!(told[0].1.starts_with("Did you mean `status`?"), "{told:?}");
    assert!(told[1].1.starts_with("Did you mean `proposed`? Allowed: none, proposed,"), "{told:?}");
    assert!(told[2].1.contains("ai-regulation"), "{told:?}");
    assert!(told[6].1.contains("2027-06"), "{told:?}");
    assert_eq!(Filter::parse(line, &SHIPPED.board).filter.to_string(), "gap>=2 é");
}

#[test]
fn what_is_still_being_typed_is_not_called_wrong() {
    for line in ["status:", "-", "gap>=2 area:", "gap>=", ","] {
        let faults = Filter::parse(line, &SHIPPED.board).faults;
        assert!(faults.len() == 1 && faults[0].unfinished, "{line}: {faults:?}");
    }
    assert_eq!(SHIPPED.parse("status:proposed,").to_string(), "status:proposed");
}

#[test]
fn fields_and_values_complete_what_is_typed() {
    let offers = |line: &str| -> (String, Vec<String>) {
        let found = complete(line, line.len(), &SHIPPED.board);
        (found.span.of(line).to_owned(), found.offers.into_iter().map(|offer| offer.word).collect())
    };
    assert_eq!(offers("gap>=2 sta"), ("sta".into(), vec!["status:".into(), "stale:".into()]));
    assert_eq!(offers("-conf").1, ["confidence:"]);
    assert_eq!(offers("").1.len(), FIELDS.len());
    assert_eq!(offers("status:prop"), ("prop".into(), vec!["proposed".into()]));
    assert_eq!(offers("status:proposed,ad"), ("ad".into(), vec!["adopted".into()]));
    assert!(!offers("status:proposed,").1.contains(&"proposed".to_owned()));
    // A name finds its code.
    assert_eq!(offers("jurisdiction:japan").1, ["JP"]);
    assert_eq!(offers("next<=").1, [""; 0]);
    assert_eq!(complete("status:prop gap>=2", 11, &SHIPPED.board).offers[0].word, "proposed");
}

const PAGE: &str = include_str!("../docs/filter.md");

/// The table of fields as the page has it.
fn table() -> String {
    let mut table =
        "| field | of a | takes | finds by | example |\n| --- | --- | --- | --- | --- |\n".to_owned();
    for field in &FIELDS {
        let Field { name, of, compares, help, example, .. } = field;
        let takes = field.takes();
        let signs = if *compares { " (also `>=` `<=` `>` `<`)" } else { "" };
        writeln!(table, "| `{name}` | {} | {takes}{signs} | {help} | `{example}` |", of.words()).unwrap();
    }
    table
}

#[test]
fn the_page_has_the_table_of_fields() {
    let (start, end) = ("<!-- fields -->\n", "<!-- /fields -->");
    let page = PAGE.replace("\r\n", "\n");
    let (before, rest) = page.split_once(start).unwrap();
    let (kept, after) = rest.split_once(end).unwrap();
    let made = format!("\n{}\n", table());
    if std::env::var_os("T12_REGENERATE").is_some() {
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/filter.md");
        std::fs::write(file, [before, start, &made, end, after].concat()).unwrap();
    } else {
        assert!(
            kept == made,
            "docs/filter.md is not current: run `T12_REGENERATE=1 cargo test --test filter`"
        );
    }
}

/// Lines that are mostly right.
fn line() -> impl Strategy<Value = String> {
    let words: Vec<String> = FIELDS
        .iter()
        .flat_map(|field| {
            let offers = field
                .offers(&SHIPPED.board)
                .into_iter()
                .map(|offer| format!("{}:{}", field.name, offer.word));
            offers.chain([field.example.to_owned()]).collect::<Vec<_>>()
        })
        .chain(["chip".into(), "\"export control\"".into(), "ai,chip".into(), "gap<2,4".into()])
        .collect();
    let word = (any::<bool>(), prop::sample::select(words));
    prop::collection::vec(word.prop_map(|(not, word)| format!("{}{word}", if not { "-" } else { "" })), 0..4)
        .prop_map(|words| words.join(" "))
}

/// A term and its opposite leave out `jurisdiction:`, which says whose positions are asked.
fn term() -> impl Strategy<Value = String> {
    line().prop_filter_map("one term of a measure or a position", |line| {
        let word = line.split_whitespace().next()?.trim_start_matches('-').to_owned();
        let field = FIELDS.iter().find(|field| word.starts_with(field.name));
        let is_of_measures = field.is_none_or(|field| matches!(field.of, Of::Measure | Of::Position));
        (is_of_measures && !word.contains('"')).then_some(word)
    })
}

proptest! {
    #[test]
    fn any_text_is_read_and_completed(line in "\\PC{0,40}|[-a-z:,\"<>= 0-9]{0,30}", cursor in 0usize..50) {
        let parsed = Filter::parse(&line, &SMALL.board);
        for fault in &parsed.faults {
            prop_assert!(line.get(fault.span.range()).is_some() && !fault.help().is_empty());
        }
        let completion = complete(&line, cursor, &SMALL.board);
        prop_assert!(line.get(completion.span.range()).is_some());
    }

    #[test]
    fn what_is_printed_reads_the_same(line in "[-a-zA-Z:,\"<>= 0-9é]{0,30}") {
        let filter = Filter::parse(&line, &SMALL.board).filter;
        let printed = filter.to_string();
        let again = Filter::parse(&printed, &SMALL.board);
        prop_assert_eq!(&again.faults, &[]);
        prop_assert_eq!(&again.filter, &filter);
        prop_assert_eq!(again.filter.to_string(), printed);
    }

    #[test]
    fn right_lines_are_printed_and_read_the_same(line in line()) {
        let filter = SHIPPED.parse(&line);
        prop_assert_eq!(&SHIPPED.parse(&filter.to_string()), &filter);
    }

    #[test]
    fn the_opposite_finds_what_the_term_does_not_and_its_opposite_the_same(term in term(), poles in any::<bool>()) {
        let scope = if poles { Scope::Poles } else { Scope::Columns(&SHIPPED.columns) };
        let found = |line: &str| SHIPPED.found_in(&SHIPPED.parse(line), scope);
        let (some, others) = (found(&term), found(&format!("-{term}")));
        prop_assert!(some.is_disjoint(&others));
        prop_assert_eq!(some.len() + others.len(), SHIPPED.board.measures.len());
        prop_assert_eq!(found(&format!("--{term}")), some);
    }

    #[test]
    fn commas_unite(field in prop::sample::select(FIELDS.iter().filter(|f| !matches!(f.takes, Takes::Written(_))).collect::<Vec<_>>()), at in any::<[prop::sample::Index; 2]>()) {
        let offers = field.offers(&SHIPPED.board);
        let [a, b] = at.map(|at| &offers[at.index(offers.len())].word);
        let found = |values: &str| SHIPPED.found(&format!("{}:{values}", field.name));
        let both: BTreeSet<_> = found(a).union(&found(b)).copied().collect();
        prop_assert_eq!(found(&format!("{a},{b}")), both);
    }

    #[test]
    fn terms_narrow_and_their_order_does_not_count(first in line(), second in line()) {
        let whole = SHIPPED.found(&format!("{first} {second}"));
        prop_assert_eq!(&whole, &SHIPPED.found(&format!("{second} {first}")));
        let only_measures = |line: &str| SHIPPED.parse(line).terms.iter().all(|term| {
            term.field.is_none_or(|field| field.of == Of::Measure)
        });
        if only_measures(&first) && only_measures(&second) {
            let both: BTreeSet<_> = SHIPPED.found(&first).intersection(&SHIPPED.found(&second)).copied().collect();
            prop_assert_eq!(whole, both);
        }
    }
}
