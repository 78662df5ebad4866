use insta::assert_snapshot;
use unicode_width::UnicodeWidthStr;

use super::{FORMATS, TWINS, on, t12, written};

fn small(arguments: &[&str]) -> String {
    written(&mut on("small", arguments))
}

#[test]
fn every_twin_as_a_table() {
    assert_snapshot!("board", small(&["board"]));
    assert_snapshot!("gaps", small(&["gaps"]));
    assert_snapshot!("gaps_robust", small(&["gaps", "--robust"]));
    assert_snapshot!("board_robust", small(&["board", "--robust"]));
    assert_snapshot!("moves_robust", small(&["moves", "--robust"]));
    assert_snapshot!("blocs_robust", small(&["blocs", "--robust"]));
    assert_snapshot!("compare", small(&["compare"]));
    assert_snapshot!("compare_lenses", small(&["compare", "uni", "uni@in-force"]));
    assert_snapshot!("blocs", small(&["blocs"]));
    assert_snapshot!("blocs_ascii", small(&["blocs", "--filter", "area:lamps", "--glyphs", "ascii"]));
    assert_snapshot!("align", small(&["align"]));
    assert_snapshot!("align_robust", small(&["align", "--robust"]));
    assert_snapshot!("moves", small(&["moves"]));
    assert_snapshot!("moves_in_sequence", small(&["moves", "--greedy", "3"]));
    assert_snapshot!("matrix", small(&["matrix", "lamps"]));
    assert_snapshot!("matrix_ascii", small(&["matrix", "lamps", "--glyphs", "ascii"]));
    assert_snapshot!("entities", small(&["entities"]));
    assert_snapshot!("entity", small(&["entities", "salt-crew"]));
    assert_snapshot!("timeline", small(&["timeline"]));
    assert_snapshot!("show_area", small(&["show", "lamps"]));
    assert_snapshot!("show_measure", small(&["show", "lamps/colour"]));
    assert_snapshot!("show_position", small(&["show", "lamps/brightness/KES"]));
}

#[test]
fn every_twin_as_markdown_and_csv() {
    for format in ["markdown", "csv"] {
        assert_snapshot!(format!("board_{format}"), small(&["board", "--format", format]));
        assert_snapshot!(format!("gaps_{format}"), small(&["gaps", "--format", format]));
        assert_snapshot!(format!("compare_{format}"), small(&["compare", "--format", format]));
        assert_snapshot!(format!("blocs_{format}"), small(&["blocs", "--format", format]));
        assert_snapshot!(format!("matrix_{format}"), small(&["matrix", "lamps", "--format", format]));
        assert_snapshot!(format!("entities_{format}"), small(&["entities", "--format", format]));
        assert_snapshot!(format!("timeline_{format}"), small(&["timeline", "--format", format]));
        assert_snapshot!(format!("show_{format}"), small(&["show", "lamps/colour", "--format", format]));
    }
}

#[test]
fn every_twin_as_json() {
    assert_snapshot!("gaps_json", small(&["gaps", "--format", "json"]));
    assert_snapshot!("moves_json", small(&["moves", "--limit", "2", "--format", "json"]));
    assert_snapshot!("entity_json", small(&["entities", "salt-crew", "--format", "json"]));
    assert_snapshot!("timeline_ics", small(&["timeline", "--format", "ics"]));
    assert_snapshot!("show_json", small(&["show", "lamps/brightness/KES", "--format", "json"]));
}

#[test]
fn tables_fit_a_narrow_place_without_losing_a_word() {
    for arguments in TWINS {
        let wide = small(arguments);
        let narrow = written(on("small", arguments).env("COLUMNS", "60"));
        assert!(narrow.lines().all(|line| line.width() <= 60), "{narrow}");
        let bare = |text: &str| -> Vec<char> {
            let mut bare: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
            bare.sort_unstable();
            bare
        };
        // Further blocks of a table repeat its frozen columns, so there may be more, never less.
        let (mut rest, mut missing) = (bare(&narrow), Vec::new());
        for c in bare(&wide) {
            match rest.binary_search(&c) {
                Ok(place) => drop(rest.remove(place)),
                Err(_) => missing.push(c),
            }
        }
        assert!(missing.is_empty(), "{missing:?} of {narrow}");
    }
}

#[test]
fn poles_group_and_weights_are_those_asked_for() {
    let told = small(&["gaps", "--poles", "tir,zed", "--group", "islands", "--weights", "bright"]);
    assert!(told.contains("TIR and ZED · group islands · as recorded · bright weights"), "{told}");
    let all = small(&["board", "--group", "all", "--weights", "equal"]);
    assert!(all.contains("group all · as recorded · equal weights"), "{all}");
}

#[test]
fn lens_and_units_are_those_asked_for() {
    let told = small(&["gaps", "--lens", "in-force", "--units", "members"]);
    assert!(told.contains("group harbour · members counted · in force · authored weights"), "{told}");
    for lens in ["medium", "2027-06", "as recorded"] {
        let told = small(&["board", "--lens", lens, "--format", "json"]);
        let json: serde_json::Value = serde_json::from_str(&told).unwrap();
        let said = json["comparison"]["lens"].as_str().unwrap();
        assert!(said.contains(lens), "{said}");
        assert_eq!(json["comparison"]["units"], "decision");
    }
    let areas = |options: &[&str]| {
        let told = small(&[&["board", "--format", "json"], options].concat());
        let json: serde_json::Value = serde_json::from_str(&told).unwrap();
        assert!(json["areas"].is_array());
        json["areas"].clone()
    };
    assert_ne!(areas(&[]), areas(&["--units", "members"]), "inheriting members count by themselves");
    assert_ne!(areas(&[]), areas(&["--lens", "high"]), "what is less sure is unknown");
}

#[test]
fn the_same_command_writes_the_same_bytes() {
    for arguments in TWINS {
        for format in FORMATS {
            let run = || written(on("small", arguments).args(["--format", format]));
            assert_eq!(run(), run());
        }
    }
}

#[test]
fn a_piped_table_has_one_line_a_row_and_no_colour() {
    let told = small(&["gaps"]);
    let rows = told.lines().filter(|line| line.contains("harbour") || line.contains("Brightness"));
    assert_eq!(rows.count(), 2);
    assert!(!told.contains('\u{1b}'));
}

#[test]
fn nothing_from_a_file_acts_on_the_terminal_or_a_spreadsheet() {
    let hostile = [
        &["board"][..],
        &["gaps"],
        &["compare"],
        &["blocs"],
        &["align"],
        &["matrix", "lamps"],
        &["entities"],
        &["timeline"],
        &["change", "tests/fixtures/hostile"],
        &["show", "lamps"],
        &["show", "lamps/brightness"],
        &["show", "lamps/brightness/EU"],
    ];
    for arguments in hostile {
        for format in FORMATS {
            let told = written(on("hostile", arguments).args(["--format", format, "--private"]));
            let text = told.replace("\r\n", "\n");
            let acts = text.chars().find(|&c| c != '\n' && t12::text::is_hidden(c));
            assert_eq!(acts, None, "{arguments:?} {format}");
        }
    }
    let csv = written(on("hostile", &["show", "lamps/brightness", "--format", "csv"]).arg("--private"));
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let fields: Vec<String> = reader
        .records()
        .flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert!(fields.iter().any(|field| field.starts_with("'@SUM")), "{fields:?}");
    let formula = fields.iter().find(|field| field.starts_with(['=', '+', '-', '@']));
    assert_eq!(formula, None);
}

#[test]
fn markdown_keeps_a_title_with_a_border_in_one_cell() {
    let told = small(&["show", "lamps", "--format", "markdown"]);
    let row = told.lines().find(|line| line.starts_with("| colour")).unwrap();
    assert!(row.contains("light \\| and"), "{row}");
}

#[test]
fn the_shipped_scorecards_add_up() {
    let told = written(t12().args(["gaps", "--format", "json", "-w", "scorecards"]));
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let count = |key: &str| told["counts"][key].as_u64().unwrap();
    let all = ["same", "one", "two_or_more", "open", "not_comparable"].map(count).iter().sum::<u64>();
    assert_eq!(all, told["gaps"].as_array().unwrap().len() as u64);
    assert!(count("both") + count("neither") <= count("same"));
}

#[test]
fn the_help_of_every_command() {
    assert_snapshot!("help", written(t12().arg("--help").env_remove("T12_TODAY")));
    for command in
        ["board", "gaps", "moves", "compare", "blocs", "align", "matrix", "entities", "timeline", "show"]
    {
        assert_snapshot!(
            format!("help_{command}"),
            written(t12().args([command, "--help"]).env_remove("T12_TODAY"))
        );
    }
}

#[test]
fn completions_and_the_manual_name_every_command() {
    let manual = written(t12().arg("man"));
    for shell in ["bash", "zsh", "fish"] {
        let script = written(t12().args(["completions", shell]));
        for command in
            ["board", "gaps", "moves", "compare", "blocs", "align", "matrix", "entities", "timeline", "show"]
        {
            assert!(script.contains(command) && manual.contains(command));
        }
    }
}
