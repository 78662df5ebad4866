use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::scorecard::{Answer, Level, MeasureIndex};

/// A folder of its own that is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let path = std::env::temp_dir().join(format!("t12-workspace-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        for (file, text) in files {
            fs::write(path.join(file), text).unwrap();
        }
        Self(path)
    }

    fn open(&self) -> Workspace {
        Workspace::open(std::slice::from_ref(&self.0), today())
    }

    fn join(&self, file: &str) -> PathBuf {
        self.0.join(file)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn today() -> PartialDate {
    PartialDate::parse("2026-11-21").unwrap()
}

fn codes(workspace: &Workspace) -> Vec<&str> {
    workspace.problems.iter().map(|problem| problem.rule.code).collect()
}

const BOARD: &str = "kind: board\nversion: 1\ntitle: Two\npoles: [AA, BB]\njurisdictions:\n  AA: {name: Aland}\n  BB: {name: Beland}\n";

fn scorecard(id: &str, positions: &str) -> String {
    format!(
        "kind: scorecard\nversion: 1\nid: {id}\ntitle: Title\nas_of: 2026-10-01\nmeasures:\n  - id: one\n    title: \
         One\n    question: Is there one?\n    scale: {{0: No., 3: Yes.}}\n    positions: {positions}\n"
    )
}

const BOTH: &str = "{AA: {level: 0, status: none, confidence: high, sources: [{title: A survey}]}, BB: {level: \"3\", status: in_force, confidence: high, sources: [{title: The act}]}}";

#[test]
fn the_embedded_workspace_is_sound_and_complete() {
    let workspace = Workspace::embedded(today());
    let loud: Vec<_> = workspace.problems.iter().filter(|p| p.severity() != Severity::Note).collect();
    assert!(loud.is_empty(), "{loud:#?}");
    assert_eq!(workspace.board.areas.len(), 6);
    assert_eq!(workspace.board.registers.len(), 1);
    assert_eq!(workspace.board.jurisdictions.len(), 13);
    let first = &workspace.board.areas[0];
    assert_eq!(&*first.id, "export-controls");
    assert!(workspace.board.text(first.summary).starts_with("The area compares how the Union"));
}

#[test]
fn the_default_board_has_the_columns_of_the_shipped_one() {
    let default = Board::assemble(BoardPlan::default(), Parts::default());
    let shipped = Workspace::embedded(today()).board;
    assert_eq!(default.jurisdictions, shipped.jurisdictions);
    assert_eq!(default.groups[0], shipped.groups[0]);
}

#[test]
fn a_folder_is_one_board_with_what_it_lists_first() {
    let board = format!("{BOARD}areas: [zeta]\n");
    let folder = Folder::new(
        "order",
        &[
            ("board.yaml", &board),
            ("a.yaml", &scorecard("alpha", BOTH)),
            ("z.yml", &scorecard("zeta", BOTH)),
            ("notes.txt", "not read"),
            (".hidden.yaml", "not: read"),
        ],
    );
    let workspace = folder.open();
    assert_eq!(codes(&workspace), [""; 0]);
    let ids: Vec<&str> = workspace.board.areas.iter().map(|area| &*area.id).collect();
    assert_eq!(ids, ["zeta", "alpha"]);
    let cell = workspace.board.cell(MeasureIndex(1), workspace.board.poles[1]);
    assert_eq!(cell.answer, Answer::Known(Level::new(3).unwrap()));
}

#[test]
fn an_error_stops_its_file_and_no_other() {
    let broken = scorecard("broken", BOTH).replace("status: none", "status: nome");
    let folder = Folder::new(
        "stop",
        &[("board.yaml", BOARD), ("a.yaml", &broken), ("b.yaml", &scorecard("good", BOTH))],
    );
    let workspace = folder.open();
    assert_eq!(codes(&workspace), ["T104"]);
    assert_eq!(workspace.board.areas.len(), 1);
    assert_eq!(&*workspace.board.areas[0].id, "good");
}

#[test]
fn without_a_board_codes_become_columns() {
    let folder = Folder::new("open", &[("a.yaml", &scorecard("alpha", BOTH))]);
    let workspace = folder.open();
    let last: Vec<String> =
        workspace.board.jurisdictions[13..].iter().map(|found| found.code.to_string()).collect();
    assert_eq!(last, ["AA", "BB"]);
}

#[test]
fn a_file_takes_the_board_beside_it_and_misses_no_areas() {
    let board = format!("{BOARD}areas: [alpha, other]\n");
    let folder = Folder::new("file", &[("board.yaml", &board), ("a.yaml", &scorecard("alpha", BOTH))]);
    let workspace = Workspace::open(&[folder.join("a.yaml")], today());
    assert_eq!(codes(&workspace), [""; 0]);
    assert_eq!(workspace.board.jurisdictions.len(), 2);
    assert_eq!(codes(&folder.open()), ["T211"]);
}

#[test]
fn a_second_board_is_an_error_wherever_it_comes_from() {
    let first = Folder::new("first", &[("board.yaml", BOARD)]);
    let second = Folder::new("second", &[("board.yaml", BOARD)]);
    let workspace = Workspace::open(&[first.0.clone(), second.0.clone()], today());
    assert_eq!(codes(&workspace), ["T202"]);
    assert_eq!(workspace.problems[0].file, 1);
    let twice = Workspace::open(&[first.0.clone(), first.join("board.yaml")], today());
    assert_eq!(codes(&twice), [""; 0]);
}

#[test]
fn a_workspace_has_a_most_of_files() {
    let folder = Folder::new("many", &[]);
    for number in 0..=find::MOST_FILES {
        fs::write(folder.join(&format!("{number:05}.yaml")), "").unwrap();
    }
    let workspace = folder.open();
    let told = workspace.problems.iter().filter(|problem| problem.rule.code == "T012");
    assert_eq!((told.count(), workspace.files.len()), (1, find::MOST_FILES + 1));
}

#[test]
fn nothing_to_read_is_said() {
    let folder = Folder::new("empty", &[("empty.yaml", "# nothing\n")]);
    assert_eq!(codes(&folder.open()), ["T013"]);
    fs::remove_file(folder.join("empty.yaml")).unwrap();
    assert_eq!(codes(&folder.open()), ["T014"]);
    let nowhere = Workspace::open(&[Path::new("/nowhere/at/all").into()], today());
    assert_eq!(codes(&nowhere), ["T012"]);
}

#[test]
fn every_address_of_a_register_is_looked_at() {
    let register = "kind: entities\nversion: 1\nid: register\ntitle: Register\nas_of: 2026-10-01\nlists:\n  - {id: one, \
                    name: One, jurisdiction: AA, url: http://a.example, check_source: http://b.example}\nentities:\n  \
                    - id: firm\n    name: Firm\n    listings: {one: {status: listed, source: http://c.example}}\n";
    let folder = Folder::new("addresses", &[("board.yaml", BOARD), ("register.yaml", register)]);
    assert_eq!(codes(&folder.open()), ["T308"; 3]);
}
