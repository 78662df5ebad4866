//! Ten breaks in one file are ten problems, and nothing else is said because of them.

use t12::diagnostic::Severity;
use t12::scorecard::PartialDate;
use t12::text::Lines;
use t12::workspace::Workspace;

use super::{folder, shipped};

/// One way to break the line of a title.
type Break = fn(&str) -> String;

const WAYS: [(&str, Break); 6] = [
    ("indentation", |line| format!("  {line}")),
    ("less indentation", |line| line[1..].to_owned()),
    ("stray quote", |line| line.replace("title: ", "title: \"")),
    ("tab", |line| line.replacen("    ", "  \t", 1)),
    ("double colon", |line| line.replace("title: ", "title: note: ")),
    ("open bracket", |line| line.replace("title: ", "title: [")),
];

/// The problems of a workspace whose export controls are broken in that way: their lines, and what is said.
fn check(name: &str, way: impl Fn(usize) -> Break) -> (Vec<u32>, Vec<(u32, String)>) {
    let (mut changed, mut broken) = (String::new(), Vec::new());
    for (line, number) in shipped("export-controls.yaml").lines().zip(1..) {
        if line.starts_with("    title: ") && broken.len() < 10 {
            changed.push_str(&way(broken.len())(line));
            broken.push(number);
        } else {
            changed.push_str(line);
        }
        changed.push('\n');
    }
    (broken, errors(&format!("broken {name}"), &changed))
}

/// The errors of a workspace in which the export controls say `text`: their lines, and what is said.
fn errors(name: &str, text: &str) -> Vec<(u32, String)> {
    let folder = folder(name);
    for file in ["board.yaml", "ai-regulation.yaml"] {
        std::fs::write(folder.join(file), shipped(file)).unwrap();
    }
    std::fs::write(folder.join("export-controls.yaml"), text).unwrap();
    let workspace = Workspace::open(&[folder], PartialDate::parse("2026-11-21").unwrap());
    let lines = Lines::new(text);
    let file = workspace.files.iter().position(|file| file.name.contains("export-controls")).unwrap();
    let here = workspace.problems.iter().filter(|problem| usize::from(problem.file) == file);
    let errors = here.filter(|problem| problem.severity() == Severity::Error);
    errors.map(|problem| (lines.place(problem.span.start).line, problem.message.clone())).collect()
}

#[test]
fn ten_broken_measures_are_ten_errors_and_no_more() {
    for (name, way) in WAYS {
        let (broken, told) = check(name, |_| way);
        let lines: Vec<u32> = told.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, broken, "{name}: {told:#?}");
    }
}

#[test]
fn ten_measures_broken_in_all_ways_are_ten_errors_and_no_more() {
    let (broken, told) = check("in all ways", |nth| WAYS[nth % WAYS.len()].1);
    let lines: Vec<u32> = told.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, broken, "{told:#?}");
}

/// One way to break any line; nothing where the line does not lend itself to it.
type Slip = fn(&str) -> Option<String>;

const SLIPS: [(&str, Slip); 7] = [
    ("indented", |line| Some(format!(" {line}"))),
    ("outdented", |line| line.strip_prefix(' ').map(str::to_owned)),
    ("tabbed", |line| line.strip_prefix("  ").map(|rest| format!("\t{rest}"))),
    ("quoted", |line| line.contains(": ").then(|| line.replacen(": ", ": \"", 1))),
    ("colon", |line| line.contains(": ").then(|| line.replacen(": ", ": n: ", 1))),
    ("bracketed", |line| line.contains(": ").then(|| line.replacen(": ", ": [", 1))),
    ("cut", |line| line.strip_suffix(['"', '\'', ']', '}']).map(str::to_owned)),
];

#[test]
fn one_slip_anywhere_is_at_most_one_error() {
    let text = shipped("export-controls.yaml");
    let lines: Vec<&str> = text.lines().collect();
    for (name, slip) in SLIPS {
        for nth in (3..lines.len()).step_by(131) {
            let Some(changed) = slip(lines[nth]) else { continue };
            let mut lines = lines.clone();
            lines[nth] = &changed;
            let told = errors("slip", &(lines.join("\n") + "\n"));
            assert!(told.len() <= 1, "{name} in line {}: {changed:?}: {told:#?}", nth + 1);
        }
    }
}

#[test]
fn a_misspelt_key_is_one_problem_also_where_it_is_needed() {
    let misspelt = shipped("export-controls.yaml").replacen("        status: ", "        stauts: ", 1);
    let told: Vec<String> = errors("misspelt", &misspelt).into_iter().map(|(_, message)| message).collect();
    assert_eq!(told, ["`stauts` is not a key of a position"]);
}

#[test]
fn a_no_break_space_in_a_key_is_named_because_nobody_can_see_it() {
    let folder = folder("no-break");
    std::fs::write(folder.join("a.yaml"), "kind: scorecard\n\u{a0}short: A\n").unwrap();
    let workspace = Workspace::open(&[folder], PartialDate::parse("2026-11-21").unwrap());
    let helps: Vec<&str> = workspace.problems.iter().filter_map(|problem| problem.help.as_deref()).collect();
    assert!(helps.iter().any(|help| help.contains("U+00A0")), "{helps:?}");
}
