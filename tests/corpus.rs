//! One bad folder a rule, told with its rule, line and column and nothing else; near misses that must stay clean; and
//! the rules document, which is made from the same catalogue.
//!
//! A folder holds the files of a workspace, or a `config.yaml`, and `expected.txt`: what is told, as `file:line:column: severity[CODE]`.
//! `places.txt` names what is opened where that is not the folder itself.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use t12::check::preference;
use t12::diagnostic::{File, Problem, Severity, catalogue};
use t12::scorecard::{Board, BoardPlan, PartialDate, Parts};
use t12::text::Lines;
use t12::tui::settings::{Settled, settle};
use t12::workspace::Workspace;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn open(places: &[PathBuf]) -> Workspace {
    Workspace::open(places, PartialDate::parse("2026-11-21").unwrap())
}

/// What is told of the files of a folder: of the config where it has one, else of the workspace.
fn told_of(folder: &Path) -> String {
    let config = folder.join("config.yaml");
    if !config.is_file() {
        let workspace = open(&places(folder));
        return told(&workspace.files, &workspace.problems, folder);
    }
    let Settled { file, config, mut problems, .. } = settle(&config);
    problems.extend(preference(&config, 0, &Board::assemble(BoardPlan::default(), Parts::default())).1);
    told(&[file], &problems, folder)
}

/// What is told, one line a problem, file names relative to the folder.
fn told(files: &[File], problems: &[Problem], folder: &Path) -> String {
    let mut lines = String::new();
    for Problem { rule, file, span, .. } in problems {
        let file = &files[usize::from(*file)];
        let name = Path::new(&*file.name);
        let name = name.strip_prefix(folder).unwrap_or(name).to_string_lossy().replace('\\', "/");
        let place = Lines::new(&file.text).place(span.start);
        writeln!(lines, "{name}:{place}: {}[{}]", rule.severity, rule.code).unwrap();
    }
    lines
}

fn places(folder: &Path) -> Vec<PathBuf> {
    match fs::read_to_string(folder.join("places.txt")) {
        Ok(names) => names.lines().map(|name| folder.join(name)).collect(),
        Err(_) => vec![folder.to_owned()],
    }
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        fs::read_dir(of).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    found.sort();
    assert!(!found.is_empty());
    found
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap().to_str().unwrap().to_owned()
}

/// The folders of bad files.
fn bad() -> Vec<PathBuf> {
    folders(&root().join("tests/corpus")).into_iter().filter(|folder| name(folder).starts_with('T')).collect()
}

#[test]
fn every_bad_folder_is_told_with_its_rule_and_place() {
    for folder in bad() {
        let expected = fs::read_to_string(folder.join("expected.txt")).unwrap().replace("\r\n", "\n");
        assert_eq!(told_of(&folder), expected, "{}", folder.display());
        let code = name(&folder)[..4].to_owned();
        assert!(expected.contains(&format!("[{code}]")), "{} does not show its rule", folder.display());
    }
}

#[test]
fn near_misses_are_clean() {
    for folder in folders(&root().join("tests/corpus/clean")) {
        let workspace = open(&places(&folder));
        assert_eq!(told(&workspace.files, &workspace.problems, &folder), "", "{}", folder.display());
        assert_eq!(workspace.board.areas.len(), 1, "{}", folder.display());
    }
}

#[test]
fn a_config_that_says_everything_rightly_is_clean() {
    assert_eq!(told_of(&root().join("tests/corpus/clean-config")), "");
}

/// How a text is made.
type Make = fn() -> String;

/// Files too large to keep: the rule, and how they are made.
const MADE: [(&str, Make); 3] = [
    ("T007", || format!("kind: scorecard\nmeasures: [{}]\n", "a,".repeat(2_000_001))),
    ("T008", || " ".repeat((64 << 20) + 1)),
    ("T015", || "kind: scorecard\n".to_owned() + &"a: b: c\n".repeat(2_000)),
];

#[test]
fn files_beyond_the_limits_are_told_by_their_limit() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus");
    fs::create_dir_all(&folder).unwrap();
    for (code, make) in MADE {
        let path = folder.join(format!("{code}.yaml"));
        fs::write(&path, make()).unwrap();
        let codes: BTreeSet<&str> = open(&[path]).problems.iter().map(|problem| problem.rule.code).collect();
        assert!(codes.contains(code), "{code}: {codes:?}");
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn every_rule_has_a_bad_example_named_after_it() {
    let kept: BTreeSet<String> = bad().iter().map(|folder| name(folder)).collect();
    let made = MADE.map(|(code, _)| code);
    let rules: BTreeSet<String> = catalogue::all()
        .filter(|rule| !made.contains(&rule.code))
        .map(|rule| format!("{}-{}", rule.code, rule.name))
        .collect();
    assert_eq!(kept, rules);
}

#[test]
fn ten_broken_measures_give_ten_problems_in_one_run() {
    let breaks: [(&str, &str); 5] = [
        ("    title:", "     title:"),
        ("    question: Must", "    question: Must: they:"),
        ("    title: Lights", "\ttitle: Lights"),
        ("    title: Lights", "    title: \"Lights"),
        ("level: 2", "level: 7"),
    ];
    let good = fs::read_to_string(root().join("tests/corpus/clean/not-yet-stale/harbours.yaml")).unwrap();
    let (head, measure) = good.split_once("measures:\n").unwrap();
    let mut text = format!("{head}measures:\n");
    let mut starts = Vec::new();
    for number in 0..10 {
        let (from, to) = breaks[number % breaks.len()];
        starts.push(text.lines().count() as u32 + 1);
        let own = measure.replace("id: lights", &format!("id: lights-{number}"));
        assert!(own.contains(from));
        text.push_str(&own.replacen(from, to, 1));
    }
    let problems = t12::format::read(&text, 0).problems;
    let lines = Lines::new(&text);
    let measures: BTreeSet<usize> = problems
        .iter()
        .map(|problem| starts.partition_point(|&start| start <= lines.place(problem.span.start).line))
        .collect();
    assert_eq!(measures, (1..=10).collect());
    assert!(problems.iter().all(|problem| problem.severity() == Severity::Error));
    assert_eq!(problems.len(), 10, "{problems:#?}");
}

#[test]
fn the_rules_document_is_current() {
    let path = root().join("docs/rules.md");
    let made = catalogue::document();
    if std::env::var_os("T12_REGENERATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &made).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == made, "docs/rules.md is not current: run `T12_REGENERATE=1 cargo test --test corpus`");
}
