//! Every text a file may hold, filled with what terminals obey and readers are misled by: none of it reaches the
//! terminal, a copy or a saved screen.

use std::fs;

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use t12::analysis::Comparison;
use t12::diagnostic::Severity;
use t12::scorecard::PartialDate;
use t12::text::is_hidden;
use t12::tui::key::Key;
use t12::tui::model::{Model, Setup};
use t12::tui::terminal::Screen;
use t12::tui::theme::{ColourDepth, Theme};
use t12::tui::view::{draw, draw_with};
use t12::tui::widget::spots::Spots;
use t12::tui::{Effect, Message, snapshot, update};
use t12::workspace::Workspace;

/// What a hostile or careless text is made of.
const PIECES: [&str; 24] = [
    "\u{1b}[2J",
    "\u{1b}]52;c;eA==\u{7}",
    "\u{1b}]8;;http://x\u{1b}\\",
    "\u{9b}31m",
    "\u{9d}0;t\u{9c}",
    "\u{90}q",
    "\u{202e}",
    "\u{2066}",
    "\u{200f}",
    "\u{feff}",
    "\u{e0041}",
    "\u{2028}",
    "\u{0}",
    "\u{8}\u{8}",
    "\r\n",
    "\t",
    "\u{7f}",
    "word ",
    "漢字",
    "👩\u{200d}🚀",
    "e\u{301}\u{301}",
    "<b>&amp;\"'",
    "=cmd|'/C'!A0",
    "\\e[0m",
];

/// Keys that lead through every view, every detail and every layer, and copy from them.
const WALK: &str = "v v j <enter> l l l z <pgdn> z o <down> y <esc> y Y 3 j z y <esc> ? <pgdn> <esc> : <down> <esc> / a \
                    <enter> n <esc> f a <enter> <esc> c <down> <esc> t <esc> ! <esc> s 2 L $ z <esc> 1 v l";

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 1..4)
        .prop_map(|pieces| format!("x{}", pieces.concat()))
}

/// Texts one after the other, round and round, each written so that YAML reads every character of it.
struct Texts {
    texts: Vec<String>,
    next: usize,
}

impl Texts {
    fn next(&mut self) -> String {
        self.next += 1;
        let text = &self.texts[self.next % self.texts.len()];
        let escaped = |c: char| {
            if c.is_ascii_alphanumeric() { c.to_string() } else { format!("\\U{:08X}", u32::from(c)) }
        };
        format!("\"{}\"", text.chars().map(escaped).collect::<String>())
    }

    /// Puts a text for each `@`.
    fn fill(&mut self, template: &str) -> String {
        let parts: Vec<&str> = template.split('@').collect();
        let (last, before) = parts.split_last().unwrap();
        let mut filled = String::new();
        for part in before {
            filled += part;
            filled += &self.next();
        }
        filled + last
    }
}

const BOARD: &str = "{kind: board, version: 1, title: @, poles: [EU, US], jurisdictions: {EU: {name: @, short: @}, \
    US: {name: @, short: @}, FI: {name: @, member_of: EU}}, groups: {@: [US, FI]}, weight_sets: {@: {a/one: 2}}}";

const SCORECARD: &str = "{kind: scorecard, version: 1, id: a, title: @, short: @, summary: @, as_of: 2026, caveats: \
    [{text: @}, {text: @, applies_to: [one/US]}], measures: [{id: one, title: @, short: @, question: @, why: @, weight: 2, \
    weight_note: @, approaches: {@: @, law: @}, scale: {0: @, 1: @, 2: @, 3: @, 4: @}, relation: conflicting, \
    relation_note: @, positions: {EU: {level: 4, approach: law, status: adopted, level_now: 1, instrument: @, since: 2020, \
    next: [{date: 2027, what: @, level: 3}], use: some, headline: @, summary: @, confidence: low, sources: [{title: @, \
    publisher: @, url: @}, {title: @, url: \"https://example.org/x\"}], note: @, reply: @, contested: {level: 2, reason: @}, \
    reviewed: {on: 2026, by: @}}, US: {level: 0, status: none, headline: @, confidence: high, sources: [{title: @}]}}}]}";

const REGISTER: &str = "{kind: entities, version: 1, id: r, title: @, short: @, summary: @, as_of: 2026, caveats: [{text: \
    @}], lists: [{id: l, name: @, jurisdiction: US, authority: @, legal_basis: @, effect: @, url: @, formats: [@], \
    checked_to: 2026, check_source: @}], entities: [{id: e, name: @, aliases: [@], country: @, sector: @, why: @, \
    headline: @, listings: {l: {status: listed, since: 2020, reason: @, scope: @, remark: @, source: @}}}]}";

/// The program on such a workspace, private fields included, so that all of it is shown.
fn program(texts: Vec<String>, size: (u16, u16)) -> Model {
    let folder = super::folder("texts");
    let mut texts = Texts { texts, next: 0 };
    for (name, template) in [("board.yaml", BOARD), ("a.yaml", SCORECARD), ("r.yaml", REGISTER)] {
        fs::write(folder.join(name), texts.fill(template)).unwrap();
    }
    let today = PartialDate::parse("2026-11-21").unwrap();
    let workspace = Workspace::open(&[folder], today);
    let errors = workspace.problems.iter().filter(|problem| problem.severity() == Severity::Error);
    assert_eq!(errors.map(|problem| &*problem.message).collect::<Vec<_>>(), [""; 0]);
    assert_eq!(workspace.board.measures.len(), 1);
    let theme = Theme::load("dark", ColourDepth::True).unwrap();
    let comparison = Comparison::of(&workspace.board);
    Model::new(workspace.board, Setup::new(comparison, theme, today, size))
}

/// What is left of the bytes for the terminal without the sequences that the program itself writes.
fn stripped(bytes: &[u8]) -> String {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let mut rest = text.as_str();
    let mut left = String::new();
    while let Some(at) = rest.find('\u{1b}') {
        left += &rest[..at];
        rest = &rest[at + 1..];
        if let Some(control) = rest.strip_prefix('[') {
            let end = control.find(|c: char| c.is_ascii_alphabetic()).unwrap();
            assert!(
                control[..end].chars().all(|c| c.is_ascii_digit() || matches!(c, ';' | '?' | ':')),
                "{control}"
            );
            assert!("mHKJXCGhl".contains(&control[end..=end]), "{control}");
            rest = &control[end + 1..];
        } else if let Some(link) = rest.strip_prefix("]8;") {
            let end = link.find("\u{1b}\\").unwrap();
            let address = link[..end].split_once(';').unwrap().1;
            assert!(address.is_empty() || address == "https://example.org/x", "{address:?}");
            rest = &link[end + 2..];
        } else {
            panic!("an escape that no view writes: {rest:.20?}");
        }
    }
    left + rest
}

fn assert_harmless(text: &str, what: &str) -> Result<(), TestCaseError> {
    let found = text.chars().find(|&c| is_hidden(c) && c != '\n');
    prop_assert!(found.is_none(), "{:?} in {}", found, what);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn no_control_or_bidi_byte_reaches_the_terminal(
        texts in prop::collection::vec(text(), 3..9),
        size in prop::sample::select(vec![(80_u16, 24_u16), (120, 36), (200, 60)]),
    ) {
        let mut model = program(texts.clone(), size);
        let mut screen = Screen::new(size.0, size.1);
        let mut effects = vec![];
        for token in WALK.split_whitespace() {
            effects.extend(update(&mut model, Message::Key(Key::parse(token).unwrap())));
            if matches!(token, "/" | "f" | ":") {
                effects.extend(update(&mut model, Message::Paste(texts[0].clone())));
            }
            let left = stripped(screen.frame(|canvas| draw_with(&model, canvas, &mut Spots::default())));
            assert_harmless(&left, token)?;
            let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
            draw(&model, &mut buffer);
            assert_harmless(&snapshot::text(&buffer), &format!("the text of the screen after {token}"))?;
            assert_harmless(&snapshot::svg(&buffer), &format!("the picture after {token}"))?;
        }
        prop_assert!(effects.iter().any(|effect| matches!(effect, Effect::Copy { .. })), "nothing was copied");
    }
}
