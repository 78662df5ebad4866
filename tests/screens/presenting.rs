//! The presentation: its closed set of keys, what it shows, and that nothing leads from it to the desk by accident.

use std::path::PathBuf;

use std::sync::LazyLock;

use crossterm::event::KeyCode;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample;
use t12::scorecard::{Answer, Board, Position};
use t12::tui::key::Key;
use t12::tui::model::Slide;
use t12::tui::{Message, update};
use t12::workspace::Workspace;

use super::board::Draft;
use super::{Program, SHIPPED, SMALL, Start, today};

/// The small world with all that is private in it.
static PRIVATE: LazyLock<Board> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
    Workspace::open(&[folder], today()).board
});

fn slide(program: &Program) -> Option<(Slide, usize)> {
    program.model.presentation.as_ref().map(|shown| (shown.slide, shown.at))
}

fn after(keys: &str) -> Program {
    Program::after(&SHIPPED, keys)
}

#[test]
fn it_goes_from_the_opening_gap_by_gap_to_the_closing_and_back() {
    let mut program = after("P");
    assert_eq!(slide(&program), Some((Slide::Opening, 0)));
    program.press("<space> <right> <pgdn>");
    assert_eq!(slide(&program), Some((Slide::Gap, 2)));
    program.press("<bs> <left>");
    assert_eq!(slide(&program), Some((Slide::Gap, 0)));
    program.press("<pgup>");
    assert_eq!(slide(&program), Some((Slide::Opening, 0)));
    let mut program = Program::after(&SMALL, "P <space> <space> <space>");
    assert_eq!(slide(&program).map(|(slide, _)| slide), Some(Slide::Closing));
    // In small letters, which can be read here.
    program.press("<resize:80x15>");
    assert!(program.text().contains("2 of 2 gaps looked at"), "{}", program.text());
    program.press("<space>");
    assert_eq!(slide(&program).map(|(slide, _)| slide), Some(Slide::Closing));
}

#[test]
fn the_closing_lists_what_was_looked_at_by_the_numbers_of_the_gaps() {
    let mut program = after("P 7 <enter> w 2 w 4 5 <enter> <space>");
    assert_eq!(slide(&program).map(|(slide, _)| slide), Some(Slide::Closing));
    let text = program.text();
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| line.starts_with(['4', '7'])).collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert!(lines[0].starts_with("7 ") && lines[0].contains("what-if, same level"), "{text}");
    assert!(lines[1].starts_with("45 ") && !lines[1].contains("what-if"), "{text}");
}

#[test]
fn a_number_goes_to_its_gap_and_the_overview_to_the_marked_one() {
    let mut program = after("P 1 2 <enter>");
    assert_eq!(slide(&program), Some((Slide::Gap, 11)));
    program.press("<tab> <pgdn>");
    assert_eq!(slide(&program), Some((Slide::Overview, 12)));
    program.press("<enter>");
    assert_eq!(slide(&program), Some((Slide::Gap, 12)));
    program.press("9 9 9 <enter>");
    assert_eq!(slide(&program), Some((Slide::Gap, 12)), "there is no such gap");
    assert!(program.text().contains(&format!("Gap 999: there are {}", program_gaps(&program))));
    program.press("<esc> 4 5 <enter>");
    assert_eq!(program.model.presentation.as_ref().map(|shown| shown.at + 1), Some(program_gaps(&program)));
}

#[test]
fn the_list_of_gaps_closes_as_it_was_opened() {
    for keys in ["<tab>", "<esc>", "q"] {
        let mut program = after("P 1 2 <enter> <tab> <down> <down>");
        program.press(keys);
        assert_eq!(slide(&program), Some((Slide::Gap, 11)), "{keys}");
        let looked_at = program.model.presentation.as_ref().map(|shown| shown.looked_at().len());
        assert_eq!(looked_at, Some(1), "what was only marked was not looked at");
    }
}

#[test]
fn the_first_and_the_last_screen_are_one_key_away() {
    let mut program = after("P <space> w 2 <end>");
    assert_eq!(slide(&program).map(|(slide, _)| slide), Some(Slide::Closing));
    assert!(program.text().contains("what-if"), "{}", program.text());
    program.press("<home>");
    assert_eq!(slide(&program).map(|(slide, _)| slide), Some(Slide::Opening));
}

#[test]
fn a_what_if_is_taken_back_by_one_key_and_goes_on_where_it_was() {
    let mut program = after("P <space> w <right> <right>");
    let whose = program.model.supposed_whom();
    program.press("<bs>");
    assert_eq!(program.model.what_ifs(), 1);
    program.press("w w");
    assert_eq!(program.model.supposed_whom(), whose, "the same as before");
    program.press("u");
    assert_eq!(program.model.what_ifs(), 0);
    program.press("<space> w");
    assert_ne!(program.model.supposed_whom().map(|(_, column)| column), whose.map(|(_, column)| column));
}

#[test]
fn a_supposed_level_of_a_pole_is_told_beside_that_of_the_files() {
    let mut program = Program::after(&SMALL, "<resize:200x60> P <space> w 2");
    assert!(program.text().contains("Union of Norlanda: what-if level 2, recorded 4"), "{}", program.text());
}

fn program_gaps(program: &Program) -> usize {
    program.model.presentation.as_ref().map_or(0, |shown| shown.measures().len())
}

#[test]
fn what_a_remote_sends_never_leads_to_the_desk() {
    for keys in [
        "<f5>",
        "<esc> <esc>",
        "<esc> <pgdn>",
        "b b",
        ". .",
        "<esc> <f5> <esc> b",
        "3 <esc>",
        "? x",
        "4",
        "<up> <down> <left> <right>",
        "<tab> <down> <up>",
        "<c-c> <c-z> <c-l> <c-p> <c-o>",
        "<home> <end> <del> <s-tab>",
    ] {
        let mut program = after(&format!("P <space> {keys} <pgup> <pgdn>"));
        assert!(program.model.presentation.is_some(), "{keys}");
        let text = program.text();
        assert!(!text.contains("Board") && !text.contains("Matrix"), "{keys}\n{text}");
    }
}

#[test]
fn both_keys_that_leave_it_ask_and_say_what_becomes_of_a_what_if() {
    for asks in ["q", "<esc>"] {
        for leaves in ["q", "<enter>"] {
            assert!(after(&format!("P <space> {asks} {leaves}")).model.presentation.is_none());
        }
        let mut program = after(&format!("P <space> <space> {asks} <esc>"));
        assert_eq!(slide(&program), Some((Slide::Gap, 1)), "it goes on where it was");
        program.press("w 2 w <resize:80x15>");
        program.press(asks);
        assert!(program.text().contains("1 what-if in it: kept at the desk."), "{}", program.text());
    }
    let mut program = after("");
    program.model.present(None, true).unwrap();
    program.press("<space> w 2 w q");
    assert!(program.text().contains("not written, and gone when it is left"), "{}", program.text());
}

#[test]
fn a_blank_screen_is_blank() {
    let mut program = after("P <space> b");
    assert_eq!(program.text().trim(), "");
    program.press("<pgdn>");
    assert_eq!(slide(&program), Some((Slide::Gap, 0)), "the first key brings the screen back");
    assert!(!program.text().trim().is_empty());
}

#[test]
fn a_gap_shows_question_strip_headlines_and_rubric_and_no_advice() {
    let mut program = Program::after(&SMALL, "<resize:100x20> P <space>");
    let text = program.text();
    for told in ["How bright does a lamp", "Every lamp shines", "with inspections", "level 1"] {
        assert!(text.contains(told), "{told}\n{text}");
    }
    program.press("v");
    assert!(program.text().contains("Lamp Act"), "{}", program.text());
    assert!(!program.text().contains("https"), "{}", program.text());
}

#[test]
fn the_room_sees_a_what_if_and_it_stays_for_the_desk() {
    // In small letters, which can be read here.
    let mut program = Program::after(&SMALL, "<resize:80x18> P <space>");
    assert!(program.text().contains("fuller by 3"), "{}", program.text());
    program.press("w 2");
    let text = program.text();
    assert!(text.contains("fuller by 1") && text.contains("What if"), "{text}");
    let (measure, column) = program.model.supposed_whom().unwrap();
    let supposed = program.model.figures.cell(&program.model.board, measure, column).answer;
    assert!(matches!(supposed, Answer::Known(level) if level.number() == 2));
    program.press("<right> + w q q");
    assert!(program.model.presentation.is_none());
    assert_eq!(program.model.what_ifs(), 2);
}

#[test]
fn another_screen_ends_the_what_if_so_that_digits_are_numbers_again() {
    let mut program = after("P <space> w 2 <pgdn>");
    assert!(program.text().contains("w what if"), "{}", program.text());
    program.press("4 <enter>");
    assert_eq!(slide(&program), Some((Slide::Gap, 3)));
    assert_eq!(program.model.what_ifs(), 1, "the level that was supposed stays, and no other is");
}

#[test]
fn the_theme_is_light_until_it_is_changed_and_the_desk_keeps_its_own() {
    let mut program = after("P");
    assert_eq!(program.model.theme_on_screen().id(), "paper");
    program.press("t");
    assert_eq!(program.model.theme_on_screen().id(), "dark");
    program.press("t q q");
    assert_eq!(program.model.theme_on_screen().id(), "dark");
}

#[test]
fn who_wants_no_colours_has_none_before_a_room_either() {
    let mut program = Program::start(&SHIPPED, Start { theme: "mono", ..Start::default() });
    program.press("P <space>");
    assert_eq!(program.model.theme_on_screen().id(), "mono");
}

#[test]
fn nothing_private_is_shown_though_the_desk_shows_it() {
    let mut program = Program::after(&PRIVATE, "2 L");
    let mut shown = String::new();
    program.press("P");
    for keys in ["", "<tab>", "<enter>", "v", "<pgdn>", "v", "<pgdn>", "<pgdn>", "w 1", "<esc>", "x"] {
        program.press(keys);
        shown += &program.text();
    }
    for secret in ["SECRET", "2026-12-24", "1999-09-09"] {
        assert!(!shown.contains(secret), "{secret}\n{shown}");
    }
    program.press("q q");
    assert!(program.model.presentation.is_none());
    let withheld = |board: &Board| {
        board.measure_indexes().any(|measure| {
            board
                .columns()
                .any(|column| board.position(board.cell(measure, column)).is_some_and(Position::is_withheld))
        })
    };
    assert!(!withheld(&program.model.board), "the desk has everything again");
}

/// Every key that a keyboard sends, with and without its control and alt keys.
fn any_key() -> impl Strategy<Value = Key> {
    let named = [
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Backspace,
        KeyCode::Delete,
        KeyCode::Insert,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
    ];
    let codes = (' '..='~').map(KeyCode::Char).chain((1..=12).map(KeyCode::F)).chain(named);
    let plain = sample::select(codes.collect::<Vec<_>>());
    (plain, 0u8..8).prop_map(|(code, with)| Key { code, ctrl: with == 1, alt: with == 2 })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn ten_keys_whatever_they_are_show_nothing_private(
        keys in vec(any_key(), 10), is_all_there_is in any::<bool>(),
    ) {
        let mut program = Program::after(&PRIVATE, if is_all_there_is { "" } else { "2 L P" });
        if is_all_there_is {
            program.model.present(None, true).unwrap();
        }
        for key in keys {
            update(&mut program.model, Message::Key(key));
            // Whoever leaves for the desk sees what the desk shows.
            if program.model.presentation.is_none() {
                prop_assert!(!is_all_there_is, "there is no desk behind it");
                break;
            }
            let text = program.text();
            for secret in ["SECRET", "2026-12-24", "1999-09-09"] {
                prop_assert!(!text.contains(secret), "{secret}\n{text}");
            }
            prop_assert!(!text.contains("Matrix"), "{text}");
        }
    }
}

#[test]
fn what_to_press_is_on_every_screen() {
    for size in ["60x15", "80x24", "100x30", "200x60"] {
        let mut program = after(&format!("<resize:{size}> P"));
        for (keys, told) in [
            ("", "Space next"),
            ("<tab>", "Enter show"),
            ("<enter>", "v evidence"),
            ("v", "levels  "),
            ("v w", "0-4 set"),
            ("", "u take back"),
            ("w 9", "Gap 9: Enter shows it"),
            ("9 9 <enter> <space>", "Left back"),
            ("<esc>", "Enter or q leaves it"),
        ] {
            program.press(keys);
            let text = program.text();
            assert!(text.contains(told), "{size} {keys}\n{text}");
        }
    }
}

#[test]
fn leaving_says_what_was_looked_at_and_stands_on_the_last_gap() {
    let mut program = after("3 P <space> <space> <space> w 2 w q q");
    let gaps = 45;
    assert_eq!(
        program.notice(),
        format!("Presented 3 of {gaps} gaps. One what-if stays: u takes it back, X drops it.")
    );
    assert_eq!(program.rows().thing(program.rows().row()), program.model.gaps.cursor());
    program.press("P 7 <enter>");
    let shown = program.model.presentation.as_ref().and_then(|shown| shown.measure());
    program.press("q q");
    assert_eq!(program.model.measure(), shown);
    assert!(after("P q q").notice().is_empty(), "nothing was looked at");
}

/// Whether a line is drawn with half cells.
fn is_drawn(line: &&str) -> bool {
    line.contains(['▀', '▄'])
}

#[test]
fn a_large_screen_has_large_letters_and_none_leaves_words_out() {
    let mut program = after("<resize:100x30> P <space>");
    let mut large = 0;
    for _ in 0..program_gaps(&program) {
        let text = program.text();
        large += usize::from(text.lines().take(3).any(|line| is_drawn(&line)));
        assert!(text.lines().filter(is_drawn).count() >= 6, "levels and names are large:\n{text}");
        assert!(!text.contains('…'), "all of it fits:\n{text}");
        program.press("<space>");
    }
    assert!(large * 5 >= program_gaps(&program) * 4, "{large} titles are large");
    let mut program = after("<resize:80x24> P <space>");
    for _ in 0..program_gaps(&program) {
        let text = program.text();
        assert!(!text.contains('…'), "all of it fits:\n{text}");
        program.press("<space>");
    }
}

/// The lines down to that of the question, and where it is.
fn above_the_question(program: &mut Program) -> String {
    let measure = program.model.presentation.as_ref().and_then(|shown| shown.measure()).unwrap();
    let question = program.model.board.text(program.model.board.measure(measure).question).into_owned();
    let begins: String = question.chars().take(20).collect();
    let text = program.text();
    text[..text.find(&begins).unwrap()].to_owned()
}

#[test]
fn a_title_stays_as_it_is_whatever_is_supposed() {
    for size in ["80x24", "100x30"] {
        let mut program = after(&format!("<resize:{size}> P <space>"));
        for gap in 0..program_gaps(&program) {
            let recorded = above_the_question(&mut program);
            for keys in ["w 0", "4 <right> 0", "4 <left> <bs> w"] {
                program.press(keys);
                assert_eq!(above_the_question(&mut program), recorded, "{size}, gap {gap}, {keys}");
            }
            assert!(!program.text().contains('…'), "{}", program.text());
            program.press("<space>");
        }
    }
}

#[test]
fn the_verdict_is_in_large_letters_where_there_is_room() {
    for (size, is_large) in [("80x24", false), ("120x36", true), ("200x60", true)] {
        let mut program = after(&format!("<resize:{size}> P <space>"));
        assert_eq!(program.text().contains("wide: US fuller by 3"), !is_large, "{size}\n{}", program.text());
    }
    let mut program = after("<resize:120x36> P <space>");
    let large = |program: &mut Program| program.text().lines().filter(is_drawn).count();
    let (before, mut least) = (large(&mut program), usize::MAX);
    program.press("w");
    for level in ["0", "1", "3"] {
        program.press(level);
        least = least.min(large(&mut program));
    }
    assert!(least >= before, "it stays large while the room looks at what changes");
}

#[test]
fn long_evidence_is_scrolled_and_the_next_gap_stays_one_key_away() {
    let mut program = after("<resize:80x24> P <space> v");
    let top = program.text();
    assert!(top.contains("16 of 25 lines") && top.contains("j k scroll"), "{top}");
    assert!(!top.contains('…'), "the last line says that there is more: {top}");
    program.press("j");
    assert_ne!(program.text(), top);
    program.press("j j j j j j j j j j j j");
    let bottom = program.text();
    assert!(bottom.contains("25 of 25 lines"), "{bottom}");
    program.press("j k");
    assert!(program.text().contains("24 of 25 lines"), "{}", program.text());
    program.press("<resize:200x60>");
    assert!(!program.text().contains(" lines"), "all of it fits: {}", program.text());
    program.press("<resize:80x24> k k k k k k k k");
    assert_eq!(program.text(), top);
    program.press("j <pgdn>");
    assert_eq!(slide(&program), Some((Slide::Gap, 1)));
    program.press("<pgup> v");
    assert_eq!(program.text(), top, "from its beginning again");
}

#[test]
fn the_list_names_gaps_as_their_screens_do_with_verdict_and_area() {
    let mut program = after("<resize:120x36> P <tab>");
    let text = program.text();
    let first = text.lines().find(|line| line.trim_start().starts_with("1 ")).unwrap().to_owned();
    for told in ["Vendor limits beyond mobile", "wide: US fuller by 3", "Trusted networks"] {
        assert!(first.contains(told), "{first}");
    }
    program.press("<resize:80x24>");
    let text = program.text();
    assert!(text.contains("Vendor limits beyond mobile") && text.contains("wide: US fuller by 3"), "{text}");
    program.press("<enter>");
    assert!(program.text().contains("Vendor limits beyond mobile"), "{}", program.text());
}

#[test]
fn names_that_do_not_fit_are_counted() {
    let codes: Vec<String> =
        (0..60u8).map(|n| format!("{}{}", char::from(b'A' + n / 20), char::from(b'A' + n % 20))).collect();
    let all: Vec<String> = codes.iter().skip(1).map(|code| format!("{code} 2")).collect();
    let board =
        Draft::new(&codes.join(" ")).area("1").measure("1 shared", &format!("AA 3, {}", all.join(", ")));
    let mut program = Program::after(&board.build(), "P <space>");
    assert!(program.text().contains(" more"), "{}", program.text());
}

#[test]
fn every_screen_of_it_fits_every_size() {
    for (width, height) in [(60, 15), (80, 24), (100, 30), (200, 60)] {
        let mut program = after(&format!("<resize:{width}x{height}> P"));
        for keys in ["", "<tab>", "<enter>", "<pgdn>", "v", "w 2", "<esc>", "<esc>"] {
            program.press(keys);
            assert!(!program.text().trim().is_empty(), "{width}x{height} {keys}");
        }
    }
}
