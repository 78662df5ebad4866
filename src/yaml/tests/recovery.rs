use super::*;

/// The tree, the faults: what people get to see of a broken text.
fn seen(text: &str) -> (String, Vec<String>) {
    let parsed = parse(text);
    (tree(parsed.root()), told(&parsed))
}

/// Asserts the one fault of a text, and what is read of the rest.
#[track_caller]
fn one(text: &str, fault: &str, rest: &str) {
    assert_eq!(seen(text), (rest.to_owned(), vec![fault.to_owned()]), "{text}");
}

#[test]
fn says_what_is_wrong_in_one_line_of_many() {
    one("x:\n  a: b: c\n  d: 1\n", "2:7 `: ` inside a value without quotes", r#"{x: {a: !"b", d: "1"}}"#);
    one(
        "x:\n  a: \"b \"c\" d\"\n  e: 1\n",
        "2:10 text goes on after the closing \"",
        r#"{x: {a: !~, e: "1"}}"#,
    );
    one("x:\n  a: 'it's'\n  e: 1\n", "2:10 text goes on after the closing '", r#"{x: {a: !~, e: "1"}}"#);
    one("x:\n  a: \"\\q\"\n  e: 1\n", "2:7 this backslash begins no known escape", r#"{x: {a: !~, e: "1"}}"#);
    one("x:\n  a: @b\n  e: 1\n", "2:6 a value may not begin with `@`", r#"{x: {a: !~, e: "1"}}"#);
    one("x:\n  a: *b c\n  e: 1\n", "2:6 a value may not begin with `*`", r#"{x: {a: !~, e: "1"}}"#);
    one("x:\n  a: **b**\n  e: 1\n", "2:6 a value may not begin with `*`", r#"{x: {a: !~, e: "1"}}"#);
    one(
        "x:\n  a: \u{201c}b: c\u{201d}\n  e: 1\n",
        "2:6 typographic quotes do not quote in YAML",
        r#"{x: {a: !"“b", e: "1"}}"#,
    );
    one(
        "x:\n  a: {b: C: d, e: f}\n  g: 1\n",
        "2:11 `: ` inside a value without quotes",
        r#"{x: {a: !{b: !"C"}, g: "1"}}"#,
    );
    one(
        "x:\n  a: {b: 1 c: 2}\n  g: 1\n",
        "2:13 a comma or a closing bracket is missing",
        r#"{x: {a: !{b: !"1 c"}, g: "1"}}"#,
    );
}

#[test]
fn finds_the_line_where_a_quote_or_bracket_was_opened() {
    one(
        "x:\n  a: \"b\n  c: 1\n  d: \"2\"\n",
        "2:6 the quote \" is not closed",
        r#"{x: {a: !~, c: "1", d: "2"}}"#,
    );
    one("x:\n  a: 'b\n  c: 1\n", "2:6 the quote ' is not closed", r#"{x: {a: !~, c: "1"}}"#);
    one("a: \"b\n", "1:4 the quote \" is not closed", "{a: !~}");
    one(
        "x:\n  a: [b, c\n  d: 1\n  e: 2\n",
        "2:6 the bracket `[` is not closed",
        r#"{x: {a: !["b"], d: "1", e: "2"}}"#,
    );
    one(
        "x:\n  - {a: b, c: d\n  - {a: 1}\ne: 2\n",
        "2:5 the bracket `{` is not closed",
        r#"{x: ![{a: "1"}], e: "2"}"#,
    );
    one(
        "x:\n  - {a: \"b, c: d}\n  - {a: \"1\"}\ne: 2\n",
        "2:9 the quote \" is not closed",
        r#"{x: ![{a: "1"}], e: "2"}"#,
    );
}

#[test]
fn tells_indentation_and_missing_signs_apart() {
    let indentation = "this line is not indented like its neighbours";
    one("x:\n  a: 1\n   b: 2\n  c: 3\n", &format!("3:4 {indentation}"), r#"{x: !{a: "1", c: "3"}}"#);
    one(
        "x:\n    a: 1\n   b: 2\n    c: 3\nd: 4\n",
        &format!("3:4 {indentation}"),
        r#"{x: !{a: "1", c: "3"}, d: "4"}"#,
    );
    one("x:\n    a: 1\n  b: 2\nc: 3\n", &format!("3:3 {indentation}"), r#"!{x: !{a: "1"}, c: "3"}"#);
    one(
        "x:\n  - a: 1\n   - b: 2\n  - c: 3\n",
        &format!("3:4 {indentation}"),
        r#"{x: ![!{a: "1"}, {c: "3"}]}"#,
    );
    one("x:\n\ty: 1\nz: 2\n", "2:1 a tab stands where only spaces may indent", r#"!{x: !~, z: "2"}"#);
    one(
        "x:\n  a: 1\n\tb: 2\n  c: 3\n",
        "3:1 a tab stands where only spaces may indent",
        r#"{x: !{a: "1", c: "3"}}"#,
    );
    one("x:\n  a:1\n  b: 2\nc: 3\n", "2:4 a space is missing after `:`", r#"{x: !{b: "2"}, c: "3"}"#);
    one("x:\n  a: 1\n  b:2\n  c: 3\n", "3:4 a space is missing after `:`", r#"{x: !{a: "1", c: "3"}}"#);
    one(
        "x:\n  - a:1\n    b: 2\n  - c: 3\n",
        "2:6 a space is missing after `:`",
        r#"{x: [!{b: "2"}, {c: "3"}]}"#,
    );
    one("x:\n  - a\n  -b\n  - c\n", "3:3 a space is missing after `-`", r#"{x: !["a", "c"]}"#);
    one("x:\n  a: 1\n  b 2\n  c: 3\n", "3:3 expected `key: value`", r#"{x: !{a: "1", c: "3"}}"#);
    one("kind board\nversion: 1\n", "1:1 expected `key: value`", r#"!{version: "1"}"#);
    one("a:\u{a0}1\nb: 2\n", "1:3 a no-break space stands where a space is needed", r#"!{b: "2"}"#);
}

#[test]
fn the_markers_of_a_merge_conflict_are_named() {
    let conflict =
        "a: 1\nx:\n  - b: 2\n<<<<<<< HEAD\n    c: 3\n=======\n    c: 4\n>>>>>>> other\n    d: 5\ne: 6\n";
    let lines: Vec<String> =
        told(&parse(conflict)).into_iter().filter(|fault| fault.contains("merge")).collect();
    let named = |line: u32| format!("{line}:1 a merge conflict is left in the file");
    assert_eq!(lines, [named(4), named(6), named(8)]);
    let told = told(&parse("t: X\n<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> other\nb: 1\n"));
    let [first, second, third] = [named(2), named(4), named(6)];
    assert_eq!(told, [first, second, "5:1 the key `a` is written twice".to_owned(), third]);
    assert_eq!(seen("a: ======= b\n").1, Vec::<String>::new());
}

#[test]
fn the_same_key_twice_is_told_and_the_first_one_kept() {
    one("a: 1\n'a': 2\n", "2:1 the key `a` is written twice", r#"{a: "1"}"#);
    let parsed = parse("a: 1\nb: 2\n\"\\x61\": 3\n");
    assert_eq!(told(&parsed), ["3:1 the key `a` is written twice"]);
    assert_eq!(parsed.faults()[0].related.map(|related| related.span), Some(Span::new(0, 1)));
    let many: String = (0..100).map(|n| ["k", &(n % 60).to_string(), ": 1\n"].concat()).collect();
    let parsed = parse(&many);
    assert_eq!(parsed.faults().len(), 40);
    assert_eq!(told(&parsed)[0], "61:1 the key `k0` is written twice");
    assert_eq!(parsed.root().entries().count(), 60);
}

/// One way to break a measure: the line of its title, changed.
type Break = fn(&str) -> String;

const WAYS: [(&str, Break); 5] = [
    ("indentation", |line| format!("  {line}")),
    ("stray quote", |line| line.replace("title: ", "title: \"")),
    ("tab", |line| line.replacen("    ", "  \t", 1)),
    ("double colon", |line| line.replace("title: ", "title: note: ")),
    ("open bracket", |line| line.replace("title: ", "title: [")),
];

/// A shipped file with the titles of its ten measures broken, and the broken lines.
fn with_broken_measures(way: impl Fn(usize) -> Break) -> (String, Vec<u32>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scorecards/export-controls.yaml");
    let text = std::fs::read_to_string(path).unwrap();
    let (mut changed, mut broken) = (String::new(), Vec::new());
    for (line, number) in text.lines().zip(1..) {
        if line.starts_with("    title: ") && broken.len() < 10 {
            changed.push_str(&way(broken.len())(line));
            broken.push(number);
        } else {
            changed.push_str(line);
        }
        changed.push('\n');
    }
    assert_eq!(broken.len(), 10);
    (changed, broken)
}

#[track_caller]
fn assert_ten_faults(name: &str, text: &str, broken: &[u32]) {
    let parsed = parse(text);
    let lines = crate::text::Lines::new(text);
    let found: Vec<u32> = parsed.faults().iter().map(|fault| lines.place(fault.span.start).line).collect();
    assert_eq!(found, broken, "{name}: {:?}", told(&parsed));
    let measures = parsed.root().get("measures").unwrap();
    assert_eq!(measures.items().count(), 10, "{name}: all measures are there");
    for measure in measures.items() {
        assert!(measure.get("id").is_some() && measure.get("positions").is_some(), "{name}: {measure:?}");
        let title_lost = measure.get("title").is_none_or(Node::is_broken);
        assert!(title_lost || measure.is_broken(), "{name}: {measure:?}");
    }
    for key in ["kind", "version", "id", "as_of", "caveats"] {
        assert!(parsed.root().get(key).is_some(), "{name}: {key}");
    }
    assert!(!parsed.root().is_broken(), "{name}");
}

#[test]
fn ten_broken_measures_give_ten_faults_on_their_lines() {
    for (name, way) in WAYS {
        let (text, broken) = with_broken_measures(|_| way);
        assert_ten_faults(name, &text, &broken);
    }
    let (text, broken) = with_broken_measures(|nth| WAYS[nth % 5].1);
    assert_ten_faults("all ways", &text, &broken);
}

#[test]
fn the_search_for_more_errors_has_an_end() {
    let text = "a: b: c\n".repeat(2_000);
    let parsed = parse(&text);
    assert_eq!(parsed.faults().last().map(|fault| &fault.kind), Some(&FaultKind::TooMany));
    assert!(parsed.faults().len() <= MAX_FAULTS + 1);
}

#[test]
fn what_could_not_be_read_is_known() {
    let text = "x:\n  a: [b\n  c: 1\ny: 2\n";
    let parsed = parse(text);
    assert!(parsed.has_gap_in(parsed.root().get("x").unwrap().span()));
    assert!(!parsed.has_gap_in(parsed.root().get("y").unwrap().span()));
}
