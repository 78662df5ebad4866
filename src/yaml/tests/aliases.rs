use super::*;

#[track_caller]
fn reads(text: &str, expected: &str) {
    let parsed = parse(text);
    assert_eq!((tree(parsed.root()), told(&parsed)), (expected.to_owned(), vec![]), "{text}");
}

#[track_caller]
fn refuses(text: &str, faults: &[&str]) -> String {
    let parsed = parse(text);
    assert_eq!(told(&parsed), faults, "{text}");
    tree(parsed.root())
}

#[test]
fn aliases_are_followed_and_know_both_places() {
    let text = "a: &x {k: v}\nb: *x\n";
    reads(text, r#"{a: {k: "v"}, b: {k: "v"}}"#);
    let parsed = parse(text);
    let node = parsed.root().get("b").unwrap();
    assert_eq!((node.place().of(text), node.span().of(text)), ("*x", "{k: v}"));
    assert_eq!(parsed.root().get("a").unwrap().alias_of(), None);
    reads("a: &x 1\nb: &x 2\nc: *x\n", r#"{a: "1", b: "2", c: "2"}"#);
    reads("a: &x k\n*x : v\n", r#"{a: "k", k: "v"}"#);
}

#[test]
fn merge_keys_give_way_to_explicit_keys_and_to_earlier_merges() {
    reads("a: &x {k: 1, l: 2}\nb:\n  <<: *x\n  k: 3\n", r#"{a: {k: "1", l: "2"}, b: {k: "3", l: "2"}}"#);
    reads(
        "a: &x {k: 1}\nb: &y {k: 2, l: 3}\nc: {<<: [*x, *y]}\n",
        r#"{a: {k: "1"}, b: {k: "2", l: "3"}, c: {k: "1", l: "3"}}"#,
    );
    reads(
        "a: &x {k: 1}\nb: &y {<<: *x, l: 2}\nc: {<<: *y}\n",
        r#"{a: {k: "1"}, b: {l: "2", k: "1"}, c: {l: "2", k: "1"}}"#,
    );
    reads("a: {'<<': 1}\n", r#"{a: {<<: "1"}}"#);
    let text = "a: &x {k: 1}\nb: {<<: *x}\n";
    let parsed = parse(text);
    let entry = parsed.root().get("b").unwrap().entries().next().unwrap();
    assert_eq!((entry.value.place().of(text), entry.value.span().of(text)), ("*x", "1"));
    let tree = refuses("a: {<<: 1, k: 2}\n", &["1:9 `<<` takes a mapping or a list of mappings"]);
    assert_eq!(tree, r#"{a: {k: "2"}}"#);
}

#[test]
fn cycles_and_unknown_names_are_refused() {
    assert_eq!(refuses("a: &x [*x, 1]\n", &["1:8 `*x` stands inside `&x` itself"]), r#"{a: [!~, "1"]}"#);
    refuses("&x a: &y\n  <<: *y\n", &["2:7 `*y` stands inside `&y` itself"]);
    refuses("&r\na: *r\n", &["2:4 `*r` stands inside `&r` itself"]);
    assert_eq!(refuses("a: *x\nb: &x 1\n", &["1:4 no anchor `&x` is written above"]), r#"{a: !~, b: "1"}"#);
}

#[test]
fn an_anchor_in_lost_text_is_not_reported_missing_and_one_before_it_is_kept() {
    refuses("a: &x 1: 2\nb: *x\n", &["1:8 `: ` inside a value without quotes"]);
    refuses("a: [&x 1\nb: *x\n", &["1:4 the bracket `[` is not closed"]);
    let tree = refuses("a: &x 1\nb: c: d\ne: *x\n", &["2:5 `: ` inside a value without quotes"]);
    assert_eq!(tree, r#"{a: "1", b: !"c", e: "1"}"#);
}

#[test]
fn bombs_are_refused_where_they_go_off() {
    let mut laughs = String::from("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for n in 1..10 {
        let alias = format!("*a{}", n - 1);
        writeln!(laughs, "a{n}: &a{n} [{}]", [alias.as_str(); 9].join(", ")).unwrap();
    }
    let parsed = parse(&laughs);
    assert_eq!(parsed.faults().len(), 1);
    assert!(matches!(&parsed.faults()[0].kind, FaultKind::AliasBudget { .. }), "{:?}", told(&parsed));
    let related = parsed.faults()[0].related.map(|related| related.span.of(&laughs));
    assert!(related.is_some_and(|anchor| anchor.starts_with("&a")), "{related:?}");
    assert!(tree(parsed.root()).len() < 20 * (laughs.len() + ALIAS_ALLOWANCE as usize));

    let quadratic = format!("a: &x {}\nb: [{}]\n", "y".repeat(100_000), "*x, ".repeat(20_000));
    let parsed = parse(&quadratic);
    assert_eq!(told(&parsed).len(), 1);
    assert!(matches!(&parsed.faults()[0].kind, FaultKind::AliasBudget { name } if name == "x"));
    let shown: usize = parsed.root().get("b").unwrap().items().map(|item| item.text().len()).sum();
    assert!(shown <= 10 * quadratic.len() + ALIAS_ALLOWANCE as usize);
}

#[test]
fn empty_lines_after_a_block_scalar_count_too() {
    let text = format!("a: &x |+\n{}b: [{}]\n", "\n".repeat(100_000), "*x, ".repeat(1_000));
    assert_eq!(parse(&text).faults().len(), 1);
}

#[test]
fn very_many_refused_keys_on_one_line_take_no_time_each() {
    let text = format!("{{{}}}", "[a],".repeat(200_000));
    assert_eq!(parse(&text).faults().len(), MAX_FAULTS + 1);
}

#[test]
fn aliases_that_lead_through_each_other_have_an_end() {
    let chain = |links: usize| {
        let mut text = String::from("- &a0 x\n");
        for n in 1..=links {
            writeln!(text, "- &a{n} [*a{}]", n - 1).unwrap();
        }
        text
    };
    assert_eq!(told(&parse(&chain(32))), Vec::<String>::new());
    assert_eq!(told(&parse(&chain(33))), ["34:9 `*a32` leads through more than 32 aliases"]);
    let deep =
        format!("a: &x {}1{}\nb: {}*x{}\n", "[".repeat(40), "]".repeat(40), "[".repeat(40), "]".repeat(40));
    assert_eq!(told(&parse(&deep)), ["2:44 values nest more than 64 levels deep"]);
}
