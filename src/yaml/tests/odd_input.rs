use super::*;

/// What the rows of the table expect: the tree, or the faults.
enum Expected {
    Tree(&'static str),
    Faults(&'static [&'static str]),
}
use Expected::{Faults, Tree};

#[test]
fn odd_and_hostile_texts_are_read_right_or_refused_with_their_place() {
    let control =
        |code: &str, place: &str| format!("{place} the control character U+{code} may not stand in a file");
    let rows: &[(&str, &str, Expected)] = &[
        ("empty", "", Tree("~")),
        ("only a comment", "# x\n", Tree("~")),
        ("only a marker", "---\n", Tree("~")),
        ("byte order mark", "\u{feff}a: é\n", Tree(r#"{a: "é"}"#)),
        ("CRLF", "a: 1\r\nb:\r\n  - 2\r\n", Tree(r#"{a: "1", b: ["2"]}"#)),
        ("lone CR", "a: 1\rb: 2\r", Tree(r#"{a: "1", b: "2"}"#)),
        ("no final line end", "a: 1\nb: 2", Tree(r#"{a: "1", b: "2"}"#)),
        ("tab after the key", "a:\t1\n", Tree(r#"{a: "1"}"#)),
        ("a line with only a tab", "a: 1\n\t\nb: 2\n", Tree(r#"{a: "1", b: "2"}"#)),
        ("tab indentation", "a:\n\tb: 1\n", Faults(&["2:1 a tab stands where only spaces may indent"])),
        (
            "words that look like more",
            "a: [NO, on, 2021-09-09, 017, 1_000, 1e3]\n",
            Tree(r#"{a: ["NO", "on", "2021-09-09", "017", "1_000", "1e3"]}"#),
        ),
        ("null in its ways", "a:\nb: ~\nc: null\nd: ''\n", Tree(r#"{a: ~, b: "~", c: "null", d: ""}"#)),
        ("escapes that act", "a: \"\\e[2J\\0\\u202e\"\n", Tree(r#"{a: "\u{1b}[2J\0\u{202e}"}"#)),
        ("bidi in plain text", "a: x\u{202e}y\n", Tree(r#"{a: "x\u{202e}y"}"#)),
        ("two documents", "a: 1\n---\nb: 2\n", Faults(&["2:1 a second document begins here"])),
        ("two documents by dots", "a: 1\n...\nb: 2\n", Faults(&["3:1 a second document begins here"])),
        ("dots at the end", "---\na: 1\n...\n", Tree(r#"{a: "1"}"#)),
        ("percent", "a: %x\nb: 1\n", Faults(&["1:4 a value may not begin with `%`"])),
        ("a list as key", "[a, b]: 1\nc: 2\n", Faults(&["1:1 a key must be one word or phrase"])),
        ("a mapping as key", "? {a: b}\n: 1\nc: 2\n", Faults(&["1:3 a key must be one word or phrase"])),
        ("no key", ": 1\nc: 2\n", Faults(&["1:1 a key must be one word or phrase"])),
        ("own tag", "a: !t 1\n", Faults(&["1:4 this tag has no meaning here"])),
        ("own tag on a mapping", "a: !t {b: 1}\n", Faults(&["1:4 this tag has no meaning here"])),
        ("known tag", "a: !!str 12\nb: !!int 3\nc: ! 4\n", Tree(r#"{a: "12", b: "3", c: "4"}"#)),
        ("explicit keys", "? a\n: 1\n? b\n", Tree(r#"{a: "1", b: ~}"#)),
        ("a pair in a list", "[a: b, c]\n", Tree(r#"[{a: "b"}, "c"]"#)),
    ];
    for (name, text, expected) in rows {
        let parsed = parse(text);
        match expected {
            Tree(expected) => {
                assert_eq!((tree(parsed.root()).as_str(), told(&parsed)), (*expected, vec![]), "{name}");
            }
            Faults(expected) => assert_eq!(told(&parsed), *expected, "{name}"),
        }
        check_laws(text);
    }
    for (text, code) in
        [("a: x\0y", "0000"), ("a: x\u{1b}y", "001B"), ("a: \"x\u{7}\"", "0007"), ("a: x\u{9b}y", "009B")]
    {
        let column = 4 + text[3..].chars().position(char::is_control).unwrap();
        assert_eq!(told(&parse(text)), [control(code, &format!("1:{column}"))], "{text:?}");
    }
    assert_eq!(told(&parse("a: |\n  x\n  y\u{8}z\nb: 1\n")), [control("0008", "3:4")]);
}

#[test]
fn plainness_and_nothing_are_told_apart() {
    let parsed = parse("- 3\n- '3'\n- !!str 3\n- |\n  3\n- ~\n- '~'\n-\n- NULL\n");
    let plain: Vec<bool> = parsed.root().items().map(Node::is_plain).collect();
    let null: Vec<bool> = parsed.root().items().map(Node::is_null).collect();
    let verbatim: Vec<bool> = parsed.root().items().map(Node::is_verbatim).collect();
    assert_eq!(plain, [true, false, false, false, true, false, false, true]);
    assert_eq!(null, [false, false, false, false, true, false, true, true]);
    assert_eq!(verbatim, [true, true, true, false, true, true, false, true]);
}

#[test]
fn places_hold_the_value_as_written_and_nothing_after_it() {
    let text = "a: >- # c\n  x\n  y\n\n# z\nb: \"q\"  # c\nc:\n  - d\n  - {e: f}\n# end\n";
    let parsed = parse(text);
    let raw: Vec<&str> = parsed.root().entries().map(|entry| entry.value.raw()).collect();
    assert_eq!(raw, [">- # c\n  x\n  y", "\"q\"", "- d\n  - {e: f}"]);
}

#[test]
fn nesting_has_a_limit_of_its_own_and_no_depth_crashes() {
    let nested = |depth: usize| format!("{}x{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(told(&parse(&nested(MAX_DEPTH))), Vec::<String>::new());
    assert_eq!(told(&parse(&nested(MAX_DEPTH + 1))), ["1:65 values nest more than 64 levels deep"]);
    for bomb in [
        "[".repeat(100_000),
        "{a: ".repeat(10_000),
        "- ".repeat(10_000),
        "? ".repeat(10_000),
        "a: [".repeat(5_000),
    ] {
        let parsed = parse(&bomb);
        assert!(
            parsed.faults().iter().any(|fault| fault.kind == FaultKind::Depth),
            "{:?}",
            told(&parsed).first()
        );
        tree(parsed.root());
    }
}

#[test]
fn too_many_values_and_too_much_text_are_refused() {
    let many = "- \n".repeat(MAX_NODES + 10);
    let parsed = parse(&many);
    assert_eq!(told(&parsed).len(), 1);
    assert_eq!(parsed.faults()[0].kind, FaultKind::Nodes);
    assert_eq!(parsed.cells.len(), MAX_NODES);
    let large = " ".repeat(MAX_BYTES + 1);
    assert_eq!(told(&parse(&large)), ["1:1 the file is larger than 64 MiB"]);
}
