//! Ten breaks in one file are ten problems, and nothing else is said because of them.

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
    let folder = folder(&format!("broken {name}"));
    for file in ["board.yaml", "ai-regulation.yaml"] {
        std::fs::write(folder.join(file), shipped(file)).unwrap();
    }
    std::fs::write(folder.join("export-controls.yaml"), &changed).unwrap();
    let workspace = Workspace::open(&[folder], PartialDate::parse("2026-11-21").unwrap());
    let lines = Lines::new(&changed);
    let broken_file = workspace.files.iter().position(|file| file.name.contains("export-controls")).unwrap();
    let here = workspace.problems.iter().filter(|problem| usize::from(problem.file) == broken_file);
    let errors = here.filter(|problem| problem.severity() == t12::diagnostic::Severity::Error);
    let told =
        errors.map(|problem| (lines.place(problem.span.start).line, problem.message.clone())).collect();
    (broken, told)
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
