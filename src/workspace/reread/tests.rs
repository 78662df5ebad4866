use std::fs;
use std::path::PathBuf;

use super::*;
use crate::scorecard::{Answer, Board};

const BOARD: &str = "kind: board\nversion: 1\ntitle: Two\npoles: [AA, BB]\njurisdictions:\n  AA: {name: Aland}\n  BB: {name: Beland}\n";

fn scorecard(id: &str, level: &str) -> String {
    format!(
        "kind: scorecard\nversion: 1\nid: {id}\ntitle: Title of {id}\nas_of: 2026-10-01\nmeasures:\n  - id: one\n    \
         title: One\n    question: Is there one?\n    scale: {{0: No., 3: Yes.}}\n    positions:\n      AA: {{level: \
         {level}, status: in_force, confidence: high, headline: A word on {id}., sources: [{{title: A survey}}]}}\n"
    )
}

fn today() -> PartialDate {
    PartialDate::parse("2026-11-21").unwrap()
}

/// A folder of its own with a board and two areas, and a reader that has seen it.
struct Desk {
    folder: PathBuf,
    reader: Reader,
}

impl Desk {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("t12-reread-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let mut desk = Self { reader: reader(&folder), folder };
        desk.write("board.yaml", BOARD);
        desk.write("lamps.yaml", &scorecard("lamps", "3"));
        desk.write("ropes.yaml", &scorecard("ropes", "0"));
        desk.reader = reader(&desk.folder);
        desk
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.folder.join(file), text).unwrap();
    }

    fn remove(&self, file: &str) {
        fs::remove_file(self.folder.join(file)).unwrap();
    }

    fn changed(&mut self) -> Workspace {
        match self.reader.look(false) {
            Look::Changed(workspace) => *workspace,
            other => panic!("{other:?}"),
        }
    }

    /// What it says now, which is what it says when it is opened now.
    fn as_opened(&mut self) -> Workspace {
        let workspace = self.changed();
        let fresh = Workspace::open(std::slice::from_ref(&self.folder), today());
        assert_eq!(told(&workspace.board), told(&fresh.board));
        assert_eq!(workspace.problems, fresh.problems);
        assert!(workspace.kept.is_empty());
        workspace
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn reader(folder: &std::path::Path) -> Reader {
    Reader::new(&Workspace::open(&[folder.to_owned()], today()), today()).unwrap()
}

/// Areas with the levels and headlines of their positions.
fn told(board: &Board) -> Vec<String> {
    let cells =
        board.measure_indexes().flat_map(|measure| board.columns().map(move |column| (measure, column)));
    let cells = cells.map(|(measure, column)| {
        let cell = board.cell(measure, column);
        let headline = board.position(cell).map(|position| board.text(position.headline).into_owned());
        let level = match cell.answer {
            Answer::Known(level) => level.to_string(),
            _ => "?".to_owned(),
        };
        format!("{} {} {level} {headline:?}", board.area_of(measure).id, board.jurisdiction(column).code)
    });
    std::iter::once(board.title.to_string()).chain(cells).collect()
}

fn level(workspace: &Workspace, area: &str) -> Option<u8> {
    let board = &workspace.board;
    let area = board.areas.iter().find(|found| *found.id == *area)?;
    board
        .cell(area.measures().next()?, board.columns().next()?)
        .answer
        .level()
        .map(crate::scorecard::Level::number)
}

#[test]
fn nothing_changed_is_nothing_said() {
    let mut desk = Desk::new("same");
    assert!(matches!(desk.reader.look(true), Look::Same));
    desk.write("ropes.yaml", &scorecard("ropes", "0"));
    assert!(matches!(desk.reader.look(true), Look::Same), "written anew with the same words");
    desk.write("notes.txt", "no scorecard");
    assert!(matches!(desk.reader.look(true), Look::Same));
}

#[test]
fn a_save_is_read_and_the_rest_stays() {
    let mut desk = Desk::new("save");
    desk.write("ropes.yaml", &scorecard("ropes", "3"));
    assert_eq!(level(&desk.as_opened(), "ropes"), Some(3));
    assert!(matches!(desk.reader.look(false), Look::Same));
    desk.write("ropes.yaml", &scorecard("ropes", "0"));
    assert_eq!(level(&desk.as_opened(), "ropes"), Some(0), "of the same length, within the same tick");
}

#[test]
fn a_broken_file_stays_as_it_was_until_it_is_repaired() {
    let mut desk = Desk::new("broken");
    desk.write("ropes.yaml", &scorecard("ropes", "3"));
    desk.as_opened();
    for broken in [scorecard("ropes", "9"), "kind: scorecard\nmeasures: [".to_owned(), "\u{1}".to_owned()] {
        desk.write("ropes.yaml", &broken);
        let workspace = desk.changed();
        assert_eq!(level(&workspace, "ropes"), Some(3), "{broken}");
        assert_eq!(workspace.kept, BTreeSet::from([2]));
        assert!(told(&workspace.board).last().unwrap().starts_with("ropes BB"));
        assert!(workspace.tally().errors > 0 && workspace.problems.iter().any(|problem| problem.file == 2));
    }
    desk.write("ropes.yaml", &scorecard("ropes", "0"));
    assert_eq!(level(&desk.as_opened(), "ropes"), Some(0));
}

#[test]
fn a_broken_board_keeps_its_titles_and_jurisdictions() {
    let mut desk = Desk::new("broken-board");
    desk.write("board.yaml", "kind: board\ntitle: [");
    desk.write("ropes.yaml", &scorecard("ropes", "3"));
    let workspace = desk.changed();
    assert_eq!((&*workspace.board.title, level(&workspace, "ropes")), ("Two", Some(3)));
    assert_eq!(workspace.kept, BTreeSet::from([0]));
    desk.remove("board.yaml");
    let workspace = desk.changed();
    assert_eq!(&*workspace.board.title, "Two");
    let gone: Vec<&str> = workspace.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert!(gone.iter().any(|message| message.starts_with("the board is gone")), "{gone:?}");
    desk.write("lamps.yaml", &scorecard("lamps", "0"));
    assert_eq!(&*desk.changed().board.title, "Two", "also after the next save");
    desk.write("board.yaml", &BOARD.replace("Two", "Three"));
    assert_eq!(&*desk.as_opened().board.title, "Three");
}

#[test]
fn files_come_and_go_and_keep_their_words() {
    let mut desk = Desk::new("come");
    desk.write("anvils.yaml", &scorecard("anvils", "3"));
    assert_eq!(desk.as_opened().board.areas.len(), 3);
    desk.remove("lamps.yaml");
    assert_eq!(desk.as_opened().board.areas.len(), 2);
    desk.write("ropes.yaml", "broken: [");
    desk.remove("anvils.yaml");
    let workspace = desk.changed();
    assert!(
        told(&workspace.board).iter().any(|line| line.contains("A word on ropes.")),
        "under another number"
    );
    desk.remove("ropes.yaml");
    assert_eq!(desk.as_opened().board.areas.len(), 0, "a file that is gone is no longer kept");
}

#[test]
fn a_folder_that_is_gone_leaves_the_board_as_it_was() {
    let mut desk = Desk::new("gone");
    let before = told(&Workspace::open(std::slice::from_ref(&desk.folder), today()).board);
    fs::remove_dir_all(&desk.folder).unwrap();
    let workspace = desk.changed();
    assert_eq!(told(&workspace.board), before);
    assert!(workspace.tally().errors > 0);
    assert!(matches!(desk.reader.look(false), Look::Same));
    fs::create_dir_all(&desk.folder).unwrap();
    assert_eq!(told(&desk.changed().board), before, "an empty folder is no board either");
    desk.write("board.yaml", BOARD);
    desk.write("ropes.yaml", &scorecard("ropes", "3"));
    let workspace = desk.as_opened();
    assert_eq!((workspace.board.areas.len(), level(&workspace, "ropes")), (1, Some(3)));
}

#[test]
fn a_file_that_is_being_written_is_given_a_moment() {
    let mut desk = Desk::new("half");
    let whole = scorecard("ropes", "3");
    desk.write("ropes.yaml", &whole);
    desk.as_opened();
    for half in ["", "\n", &whole[..whole.len() / 2]] {
        desk.write("ropes.yaml", half);
        assert!(matches!(desk.reader.look(true), Look::Unfinished), "{half:?}");
    }
    desk.remove("ropes.yaml");
    assert!(matches!(desk.reader.look(true), Look::Unfinished), "on its way to another name, or back");
    desk.write("ropes.yaml", &whole);
    assert!(matches!(desk.reader.look(true), Look::Same));
    desk.write("ropes.yaml", "");
    assert_eq!(level(&desk.changed(), "ropes"), Some(3), "empty at last: an error that keeps what was");
}

#[test]
fn a_file_that_fails_because_of_another_stays_too() {
    let mut desk = Desk::new("other");
    desk.write("board.yaml", &BOARD.replace("AA", "CC"));
    let workspace = desk.changed();
    assert_eq!(workspace.kept, BTreeSet::from([1, 2]), "they name a jurisdiction that is gone");
    assert_eq!(workspace.board.areas.len(), 2);
    desk.write("board.yaml", BOARD);
    assert_eq!(level(&desk.as_opened(), "lamps"), Some(3));
}

#[test]
#[cfg(unix)]
fn a_pipe_that_appears_is_a_problem_and_no_wait() {
    let mut desk = Desk::new("pipe");
    let made = std::process::Command::new("mkfifo").arg(desk.folder.join("ropes2.yaml")).status().unwrap();
    assert!(made.success());
    let workspace = desk.as_opened();
    assert!(workspace.problems.iter().any(|problem| problem.message.contains("named pipe")));
    assert!(matches!(desk.reader.look(false), Look::Same));
    let known = reader(&desk.folder).look(false);
    assert!(matches!(known, Look::Same), "also where it stood there from the beginning: {known:?}");
}
