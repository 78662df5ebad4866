//! Files that change while they are looked at: everything is found again by its id, and what changed is marked.

use proptest::prelude::*;
use t12::scorecard::Board;
use t12::tui::layer::Layer;
use t12::tui::snapshot::styled;
use t12::tui::{Effect, Files, Fresh, Message, update};
use t12::workspace::Workspace;

use super::{Program, SMALL, today};

/// The small world with some words of its files replaced; a file whose text becomes empty is left out.
pub(super) fn edited(edits: &[(&str, &str, &str)]) -> Fresh {
    let folder = tempfolder();
    for file in ["board.yaml", "lamps.yaml", "ropes.yaml", "wreckers.yaml"] {
        let path = format!("{}/tests/fixtures/small/{file}", env!("CARGO_MANIFEST_DIR"));
        let mut text = std::fs::read_to_string(path).unwrap();
        for (of, from, to) in edits.iter().filter(|(of, ..)| *of == file) {
            assert!(text.contains(from), "{of} does not say {from}");
            text = text.replacen(from, to, 1);
        }
        if !text.is_empty() {
            std::fs::write(folder.join(file), text).unwrap();
        }
    }
    let workspace = Workspace::open(std::slice::from_ref(&folder), today());
    std::fs::remove_dir_all(&folder).unwrap();
    Fresh::of(workspace, false)
}

fn tempfolder() -> std::path::PathBuf {
    use std::sync::atomic::{AtomicU32, Ordering};
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("t12-reload-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The board names measures of the lamps in its weights; without the lamps it may not.
const UNWEIGHED: (&str, &str, &str) =
    ("board.yaml", "{lamps/colour: 3, lamps/brightness: 0.5}", "{ropes/strength: 2}");

impl Program {
    pub(super) fn reload(&mut self, fresh: Fresh) {
        let effects = update(&mut self.model, Message::Reloaded(Box::new(fresh), "14:02".to_owned()));
        for effect in effects {
            if let Effect::Compute(job) = effect {
                update(&mut self.model, Message::Computed(job.run()));
            }
        }
    }

    pub(super) fn reload_board(&mut self, board: Board) {
        self.reload(Fresh { board, files: Files::default() });
    }
}

const STRENGTH: (&str, &str, &str) = ("ropes.yaml", "Every rope is tested", "Every second rope is tested");

#[test]
fn the_same_files_change_nothing() {
    for keys in [
        "",
        "j v l l s",
        "2 j l l",
        "2 L l l l l s z",
        "3 j j s",
        "J <tab> j j",
        "3 / \"rope\" <enter> n",
        "f \"gap>=1\" <enter> 2",
        "? \"jump\"",
        ": \"ga\"",
        "c j j",
        "2 l o",
        "t j",
        "/ \"knot\"",
        "f \"gap\"",
        "3 j g",
    ] {
        let mut program = Program::after(&SMALL, keys);
        let (before, place) = (program.press(""), program.place());
        program.reload_board(SMALL.clone());
        program.model.news.reloaded = None;
        assert_eq!((styled(&program.press("")), program.place()), (styled(&before), place), "{keys}");
        assert_eq!(program.model.news.changed.len(), 0, "{keys}");
    }
}

#[test]
fn what_changed_is_marked_and_counted_until_it_is_looked_at() {
    let mut program = Program::after(&SMALL, "");
    let below = ("ropes.yaml", "Ferries need strong ropes here too", "All ferries do");
    program.reload(edited(&[STRENGTH, below]));
    let text = program.text();
    assert!(text.contains("2 changed") && text.contains("reloaded 14:02"), "{text}");
    assert!(text.contains("◆Ropes") && !text.contains("◆Lamps"), "{text}");
    program.press("] c");
    assert_eq!(program.place(), "matrix ropes/strength ORB");
    assert!(program.text().contains("2 changed"), "it stays while it is looked at");
    program.press("g c");
    assert_eq!(program.place(), "matrix ropes/strength VAL");
    let text = program.text();
    assert!(text.contains("1 changed") && text.contains("◆"), "{text}");
    program.press("h");
    assert!(!program.text().contains("changed") && !program.text().contains("◆"));
    program.press("[ c");
    assert_eq!(program.notice(), "Nothing changed since you looked.");
}

/// Who stands under the cursor of Entities, and in which column.
fn listing_of(program: &Program) -> (String, usize) {
    let state = &program.model.sheets.entities;
    let entity = state.listings().entity(&program.model.board, state.entity().unwrap());
    (entity.id.to_string(), state.table.column)
}

#[test]
fn listings_that_changed_are_marked_until_they_are_looked_at() {
    let cleared = ("wreckers.yaml", "orbis-roll: {status: not_listed}", "orbis-roll: {status: listed}");
    let gone = ("wreckers.yaml", "      zedonian-list: {status: listed}\n", "");
    let mut program = Program::after(&SMALL, "2 L");
    program.reload(edited(&[STRENGTH, cleared, gone]));
    assert!(program.text().contains("3 changed"), "{}", program.text());
    // From the cells to the listings, through them, and round.
    program.press("] c");
    assert_eq!(program.place(), "matrix ropes/strength VAL");
    program.press("] c");
    assert_eq!(listing_of(&program), ("fog-company".to_owned(), 4));
    let text = program.text();
    assert!(text.contains("◆Fog Company") && text.contains("◆=Reef Brothers"), "{text}");
    assert!(!text.contains("◆Salt Crew") && text.contains("2 changed"), "{text}");
    program.press("] c");
    assert_eq!(listing_of(&program), ("reef-brothers".to_owned(), 2));
    assert!(program.text().contains("◆●"), "the listing itself: {}", program.text());
    program.press("k ] c k");
    assert!(!program.text().contains('◆'), "{}", program.text());
    program.press("] c");
    assert_eq!(program.notice(), "Nothing changed since you looked.");
}

#[test]
fn the_way_among_changes_goes_round_from_listings_to_cells() {
    let cleared = ("wreckers.yaml", "orbis-roll: {status: not_listed}", "orbis-roll: {status: listed}");
    let mut program = Program::after(&SMALL, "2 L w 3 w 7");
    program.reload(edited(&[cleared]));
    program.press("[ c");
    assert!(program.place().starts_with("matrix ropes/strength"), "{}", program.place());
    program.press("[ c");
    assert_eq!(listing_of(&program), ("reef-brothers".to_owned(), 2));
    assert_eq!(program.notice(), "From the first change to the last.");
}

#[test]
fn what_the_filter_hides_is_no_next_change() {
    let mut program = Program::after(&SMALL, "f \"area:ropes\" <enter>");
    let lamps = ("lamps.yaml", "Every lamp shines to the horizon", "Every lamp shines");
    program.reload(edited(&[lamps]));
    program.press("] c");
    assert_eq!(program.notice(), "The filter hides all that changed.");
    assert!(program.place().starts_with("board"), "{}", program.place());
    program.reload(edited(&[lamps, STRENGTH]));
    for _ in 0..2 {
        program.press("] c");
        assert_eq!(program.place(), "matrix ropes/strength VAL");
    }
    program.press("F ] c");
    assert_eq!(program.place(), "matrix lamps/brightness UNI");
}

#[test]
fn lines_that_moved_are_no_change_and_inheriting_is_none_either() {
    let mut program = Program::after(&SMALL, "2 L");
    program.reload(edited(&[("ropes.yaml", "measures:", "# a remark\n\n\nmeasures:")]));
    assert!(program.model.news.changed.is_empty());
    program.reload(edited(&[("ropes.yaml", "headline: Ferries need", "headline: Some ferries need")]));
    let cells: Vec<_> = program.model.news.changed.cells().collect();
    assert_eq!(cells.len(), 1, "the Union alone, not the one who inherits from it");
}

#[test]
fn a_measure_that_is_gone_leaves_the_cursor_on_the_nearest_and_says_so() {
    let mut program = Program::after(&SMALL, "2 j l l l");
    assert_eq!(program.place(), "matrix lamps/colour KES");
    program.reload(edited(&[
        ("lamps.yaml", "id: colour", "id: hue"),
        ("lamps.yaml", "[colour]", "[hue]"),
        ("board.yaml", "lamps/colour", "lamps/hue"),
    ]));
    assert_eq!(program.place(), "matrix lamps/brightness KES");
    assert!(
        program.notice().starts_with("KES on Colour") && program.notice().contains("is gone"),
        "{}",
        program.notice()
    );
}

#[test]
fn an_area_that_is_gone_leaves_the_next_one_and_its_return_brings_nothing_else() {
    let mut program = Program::after(&SMALL, "2");
    let board = edited(&[]).board;
    let lamps =
        std::fs::read_to_string(format!("{}/tests/fixtures/small/lamps.yaml", env!("CARGO_MANIFEST_DIR")))
            .unwrap();
    program.reload(edited(&[("lamps.yaml", &lamps, ""), UNWEIGHED]));
    assert_eq!(program.place(), "matrix ropes/strength UNI");
    program.reload_board(board);
    assert_eq!(program.place(), "matrix ropes/strength UNI");
    assert!(program.model.news.changed.is_empty(), "a whole area that comes back is no change");
}

#[test]
fn the_comparison_is_kept_as_far_as_it_goes() {
    let mut program = Program::after(&SMALL, ": \"poles TIR ZED\" <enter> : \"group islands\" <enter>");
    program.reload(edited(&[("board.yaml", "poles: [UNI, ORB]", "poles: [ORB, UNI]")]));
    let code = |program: &Program, at: usize| {
        program.model.board.jurisdiction(program.model.figures.comparison().poles[at]).code.to_string()
    };
    assert_eq!([code(&program, 0), code(&program, 1)], ["TIR", "ZED"]);
    assert_eq!(program.model.figures.comparison().group.len(), 2);
    let mut program = Program::after(&SMALL, "");
    program.reload(edited(&[("board.yaml", "poles: [UNI, ORB]", "poles: [ORB, UNI]")]));
    assert_eq!(code(&program, 0), "ORB", "what was as the board says is as it says now");
}

#[test]
fn problems_are_listed_and_followed() {
    let mut program = Program::after(&SMALL, "");
    program.press("!");
    assert_eq!(program.notice(), "There are no problems in the files.");
    let broken = edited(&[("ropes.yaml", "status: in_force", "staus: in_force")]);
    program.reload(broken.clone());
    let text = program.text();
    assert!(
        text.contains("error ropes.yaml:21: `staus` is not a key") && text.contains("(left out"),
        "{text}"
    );
    program.press("!");
    let text = program.text();
    assert!(text.contains("help: did you mean `status`?") && text.contains("^^^^^"), "{text}");
    program.press("/ \"nothing like it\"");
    assert!(program.text().contains("No problem of that kind."));
    program.press("<esc>");
    program.reload(edited(&[]));
    assert!(matches!(program.model.layers.as_slice(), [Layer::Problems(_)]));
    assert!(!program.text().contains("staus"));
    program.reload(broken);
    assert!(program.text().contains("`staus` is not a key"));
}

#[test]
fn what_is_private_shows_in_no_problem() {
    let fresh = edited(&[("lamps.yaml", "note: SECRET-NOTE-ONE is", "note: \"SECRET-NOTE-ONE\\u202e is")]);
    assert!(!fresh.files.problems.is_empty());
    let mut program = Program::after(&SMALL, "");
    program.reload(fresh);
    assert!(!program.press("!").content.is_empty());
    assert!(!program.text().contains("SECRET"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_goes_and_comes_the_cursor_stays_on_what_is_left(
        start in 0usize..6, moves in proptest::collection::vec(0usize..4, 1..5),
    ) {
        let keys = ["j v l", "2 l l", "2 L j l l l", "3 j", "2 j / \"rope\" <enter>", "f \"gap>=0\" <enter> 3 j j"];
        let lamps = std::fs::read_to_string(format!("{}/tests/fixtures/small/lamps.yaml", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let mut program = Program::after(&SMALL, keys[start]);
        for which in moves {
            let fresh = match which {
                0 => edited(&[]),
                1 => edited(&[("lamps.yaml", &lamps, ""), UNWEIGHED]),
                2 => edited(&[("lamps.yaml", "id: colour", "id: hue"), ("lamps.yaml", "[colour]", "[hue]"), UNWEIGHED]),
                _ => edited(&[("board.yaml", "areas:\n  - lamps", "areas:")]),
            };
            let before = program.place();
            let row = before.split_whitespace().nth(1).unwrap_or_default().to_owned();
            let left = fresh.board.measure_indexes().any(|measure| {
                row == format!("{}/{}", fresh.board.area_of(measure).id, fresh.board.measure(measure).id)
            });
            program.reload(fresh);
            program.text();
            if left {
                prop_assert_eq!(program.place(), before);
            }
        }
    }
}
