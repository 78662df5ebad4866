//! Text without a screen: a line is asked for and answered below it, and nothing needs more than ASCII to be drawn.

use super::{on, t12, written};

/// What the program says to these lines, one after the other, on the small workspace.
fn said(lines: &str, arguments: &[&str]) -> String {
    let mut command = on("small", arguments);
    written(command.env("T12_ACCESSIBLE", "1").write_stdin(lines))
}

/// The answer to the only line.
fn answer(line: &str) -> String {
    let text = said(&format!("{line}\n"), &[]);
    text.split("t12> ").nth(1).unwrap().to_owned()
}

#[test]
fn it_opens_with_the_board_and_leaves_at_the_end_of_the_input() {
    let text = said("", &[]);
    assert!(text.starts_with("Lighthouse rules") && text.contains("Fuller is not better."), "{text}");
    assert_eq!(text.matches("t12> ").count(), 1);
    assert!(text.contains("help"), "{text}");
    assert!(!said("quit\nboard\n", &[]).contains("t12> t12> "));
}

#[test]
fn the_gaps_are_walked_in_words() {
    let text = said("\nnext\n\nprevious\nprevious\n", &[]);
    let answers: Vec<&str> = text.split("t12> ").skip(1).collect();
    assert!(answers[0].starts_with("Gap 1 of 2: "), "{text}");
    assert!(answers[0].contains("fuller by") && answers[0].contains("Union of Norlanda: level "), "{text}");
    assert!(answers[1].starts_with("Gap 2 of 2: "), "{text}");
    assert_eq!(answers[2].trim(), "This was the last gap.");
    assert!(answers[3].starts_with("Gap 1 of 2: "), "{text}");
    assert_eq!(answers[4].trim(), "This was the first gap.");
}

#[test]
fn every_command_is_answered_as_on_the_command_line() {
    for line in [
        "board",
        "gaps --filter area:ropes",
        "compare",
        "matrix lamps",
        "blocs",
        "align",
        "change tests/fixtures/small-earlier",
        "show ropes/strength/TIR",
        "keys",
    ] {
        let mut command = on("small", &line.split(' ').collect::<Vec<_>>());
        let alone = written(command.env("T12_ACCESSIBLE", "1"));
        let told = answer(line);
        assert_eq!(told.trim_end(), alone.trim_end(), "{line}");
        assert!(!told.contains("---"), "{line}: rules are not read aloud\n{told}");
    }
}

#[test]
fn each_row_of_a_table_names_what_it_tells() {
    let text = answer("matrix lamps");
    let row = text.lines().find(|line| line.starts_with("- Measure: ")).unwrap();
    assert!(row.contains("; UNI: ") && row.contains("; Gap: "), "{row}");
}

#[test]
fn what_the_program_was_started_with_holds_for_every_line() {
    let text = said("gaps\ngaps --poles UNI,ORB\n", &["--poles", "TIR,ZED"]);
    let answers: Vec<&str> = text.split("t12> ").collect();
    assert!(answers[0].contains("TIR and ZED"), "{text}");
    assert!(answers[1].contains("TIR and ZED") && answers[2].contains("UNI and ORB"), "{text}");
}

#[test]
fn a_line_that_cannot_be_followed_is_told_and_the_next_one_is_asked_for() {
    for (line, told) in [
        ("gasp", "There is no command gasp. Did you mean gaps?"),
        ("--poles UNI,ORB", "There is no command --poles."),
        ("matrix towers", "there is no area `towers`"),
        ("gaps --sort colour", "invalid value 'colour'"),
        ("gaps --filter colour:red", "colour"),
        ("help gaps", "--filter"),
        ("help", "previous"),
        ("\u{1b}[2J", "There is no command"),
    ] {
        let text = said(&format!("{line}\nboard\n"), &[]);
        let answers: Vec<&str> = text.split("t12> ").collect();
        assert!(answers[1].contains(told), "{line}: {}", answers[1]);
        assert!(answers[2].contains("Lighthouse rules"), "{line}");
        assert!(!text.contains('\u{1b}'), "{line}: {text:?}");
    }
}

#[test]
fn nothing_but_the_words_of_the_files_leaves_ascii() {
    let lines = "board\ngaps\nmatrix lamps\nalign\nkeys\nhelp\nnext\nnext\n";
    let drawn = |c: char| ('\u{2190}'..='\u{2bff}').contains(&c);
    let text = said(lines, &[]);
    assert!(!text.contains(drawn), "{}", text.lines().find(|line| line.contains(drawn)).unwrap_or_default());
    let marks = written(on("small", &["matrix", "lamps", "--glyphs", "unicode"]).env("T12_ACCESSIBLE", "1"));
    assert!(marks.contains(drawn), "who asks for other marks gets them");
}

#[test]
fn keys_are_played_as_ever_and_zero_asks_for_nothing() {
    let mut played = t12();
    let screen = written(played.args(["--keys", "3"]).env("T12_ACCESSIBLE", "1"));
    assert!(screen.contains("3 Gaps"), "{screen}");
    let mut zero = t12();
    let table = written(zero.arg("gaps").env("T12_ACCESSIBLE", "0"));
    assert!(table.contains("----"), "{table}");
}
