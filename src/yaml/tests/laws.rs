use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;

#[test]
fn shipped_files_are_read_without_faults_and_exactly() {
    for text in scorecards() {
        assert_eq!(told(&parse(&text)), Vec::<String>::new());
        check_laws(&text);
        check_laws(&text.replace('\n', "\r\n"));
        check_laws(&text.replace('\n', "\r"));
        check_laws(&format!("\u{feff}{text}"));
        check_laws(text.trim_end());
    }
}

/// Found by fuzzing: the quote that nothing closes ends in the next line, and is cut at the end of its own.
#[test]
fn a_quoted_scalar_that_lost_its_end_reads_as_it_is_written() {
    let lines =
        ["  a: {b: 1}", "  c: {d: \"#686e", "  e: {f:\" #7c5a86\", g: 2}", "  h: {i: \"#9b1f1d\"}", ""];
    check_laws(&lines.join("\n"));
}

/// What a slip of the hand or a hostile hand may do to a text, at a place given as a share of it.
#[derive(Clone, Debug)]
enum Change {
    Insert(Index, &'static str),
    Delete(Index, usize),
    RepeatLine(Index),
    Indent(Index, usize),
    Outdent(Index),
}

const INSERTS: &[&str] = &[
    ":",
    ": ",
    " #",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    ",",
    "- ",
    "\n",
    "\r",
    "\t",
    "&a ",
    "*a",
    "<<: *a",
    "|",
    ">-",
    "|2+",
    "? ",
    "!x ",
    "---\n",
    "...\n",
    "\u{feff}",
    "\0",
    "\u{1b}[2J",
    "\u{9b}",
    "\u{a0}",
    "\u{202e}",
    "\u{2028}",
    "\u{201c}",
    "é",
    "日本",
    "\\",
    "\n\n",
    "%YAML 1.2\n",
    "@",
    "`",
    "key: ",
    "\n    - ",
];

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => (any::<Index>(), select(INSERTS)).prop_map(|(at, insert)| Change::Insert(at, insert)),
        2 => (any::<Index>(), 1..30_usize).prop_map(|(at, length)| Change::Delete(at, length)),
        1 => any::<Index>().prop_map(Change::RepeatLine),
        1 => (any::<Index>(), 1..5_usize).prop_map(|(at, spaces)| Change::Indent(at, spaces)),
        1 => any::<Index>().prop_map(Change::Outdent),
    ]
}

fn apply(text: &mut String, change: &Change) {
    let place = |at: &Index, text: &str| text.floor_char_boundary(at.index(text.len() + 1));
    let line = |at: &Index, text: &str| super::outline::line_start(text, place(at, text));
    match change {
        Change::Insert(at, insert) => text.insert_str(place(at, text), insert),
        Change::Delete(at, length) => {
            let start = place(at, text);
            let end = text.floor_char_boundary((start + length).min(text.len()));
            text.replace_range(start..end.max(start), "");
        }
        Change::RepeatLine(at) => {
            let start = line(at, text);
            let again = text[start..super::outline::next_line(text, start)].to_owned();
            text.insert_str(start, &again);
        }
        Change::Indent(at, spaces) => text.insert_str(line(at, text), &" ".repeat(*spaces)),
        Change::Outdent(at) => {
            let start = line(at, text);
            if text[start..].starts_with(' ') {
                text.remove(start);
            }
        }
    }
}

/// Some lines of a shipped file.
fn excerpt() -> impl Strategy<Value = String> {
    (select(scorecards()), any::<Index>(), 1..120_usize).prop_map(|(text, start, count)| {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let start = start.index(lines.len());
        lines[start..(start + count).min(lines.len())].concat()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_scorecards_keep_the_laws(
        mut text in excerpt(),
        changes in prop::collection::vec(change(), 0..6),
        line_end in select(&["\n", "\n", "\r\n", "\r"][..]),
    ) {
        for change in &changes {
            apply(&mut text, change);
        }
        check_laws(&text.replace('\n', line_end));
    }

    #[test]
    fn any_place_can_be_decoded(text in "[a-b \n\r\"'|>\\\\0-9xuUé-]{0,40}", start in any::<Index>(), end in any::<Index>()) {
        let place = |at: Index| text.floor_char_boundary(at.index(text.len() + 1)) as u32;
        let _ = decode(&text, Span::new(place(start), place(end)));
    }

    #[test]
    fn block_scalars_keep_the_laws(
        before in select(&["", "--- ", "k: ", "- ", "- - ", "a:\n  b: ", "a:\n- ", "? ", "k:\n  ", "- &x k: &y ", "k: # |\n  !!str "][..]),
        header in "[|>][-+]?[1-4]?[-+]?( #c)?",
        lines in prop::collection::vec("( ){0,6}\t?[ab#:-]?( ){0,2}", 0..6),
        after in select(&["", "\n", "\nk2: v\n", "\n- x\n", "\n# c\n", "\n...\n"][..]),
        line_end in select(&["\n", "\r\n", "\r"][..]),
    ) {
        let text = format!("{before}{header}\n{}{after}", lines.join("\n"));
        check_laws(&text.replace('\n', line_end));
    }

    #[test]
    fn soup_keeps_the_laws(text in "[a-c \n\r\t:\\-?\\[\\]{},&*!|>'\"%@`#<~0-9é\u{a0}+\\\\.]{0,60}") {
        check_laws(&text);
    }
}
