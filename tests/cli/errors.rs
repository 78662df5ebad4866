use super::{on, t12, written};

/// Exit code and standard error of a command that writes nothing else.
fn refused(arguments: &[&str]) -> (i32, String) {
    let output = t12().args(arguments).output().unwrap();
    assert!(output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stdout));
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn an_unknown_name_is_wrong_usage_and_names_the_nearest() {
    for (arguments, expected) in [
        (&["matrix", "lamp-posts"][..], "there is no area `lamp-posts`"),
        (&["matrix", "lmaps"], "Did you mean `lamps`?"),
        (&["show", "lamps/brigthness"], "Did you mean `brightness`?"),
        (&["show", "lamps/colour/KIS"], "Did you mean `KES`?"),
        (&["show", "a/b/c/d"], "AREA/MEASURE/JURISDICTION"),
        (&["gaps", "--poles", "UNI,QQQ"], "there is no jurisdiction `QQQ`"),
        (&["gaps", "--group", "harbor"], "Did you mean `harbour`?"),
        (&["gaps", "--weights", "brigt"], "Did you mean `bright`?"),
        (&["align", "--area", "rops"], "Did you mean `ropes`?"),
    ] {
        let mut given = arguments.to_vec();
        given.extend(["-w", "tests/fixtures/small"]);
        let (code, said) = refused(&given);
        assert_eq!(code, 2, "{said}");
        assert!(said.starts_with("t12: ") && said.contains(expected), "{said}");
    }
}

#[test]
fn a_wrong_word_of_a_filter_is_marked_with_what_is_allowed() {
    let arguments = ["gaps", "-w", "tests/fixtures/small", "--filter", "gap>=1 é sttus:proposed fuller:UN"];
    let expected = "\
t12: in the filter: there is no field `sttus`
  gap>=1 é sttus:proposed fuller:UN
           ^^^^^
  Did you mean `status`? Allowed: gap, fuller, area, band, tag, weight, next, jurisdiction, level, status, confidence, \
         decides, approach, open, stale, listing, list, country, by, only and 3 more
in the filter: fuller does not take `UN`
  gap>=1 é sttus:proposed fuller:UN
                                 ^^
  Did you mean `UNI`? Allowed: UNI, ORB, KES, VAL, TIR, ZED, neither
";
    assert_eq!(refused(&arguments), (2, expected.to_owned()));
    let (code, said) = refused(&["matrix", "lamps", "-w", "tests/fixtures/small", "--filter=status:"]);
    assert_eq!(code, 2);
    assert!(said.contains("status needs a value") && said.contains("in_force"), "{said}");
}

#[test]
fn a_beginning_that_only_one_id_has_is_enough() {
    let output = on("small", &["show", "la/bri/kes"]).output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("Lamps of lighthouses"));
}

#[test]
fn a_path_that_leads_nowhere_is_named_and_a_misspelt_command_recognised() {
    let (code, said) = refused(&["gaps", "nowhere\u{1b}[31m"]);
    assert_eq!((code, said.as_str()), (2, "t12: there is no file or folder `nowhere␛[31m`\n"));
    let (code, said) = refused(&["gasp"]);
    assert_eq!(code, 2);
    assert!(said.contains("did you mean: t12 gaps"), "{said}");
}

#[test]
fn options_of_the_terminal_program_do_not_go_unheard() {
    assert_eq!(refused(&["--theme", "dark", "gaps"]).0, 2);
    assert_eq!(refused(&["--poles", "UNI,ORB", "gaps"]).0, 2);
    let output =
        t12().args(["-w", "tests/fixtures/small", "gaps"]).env("T12_THEME", "dark").output().unwrap();
    assert!(output.status.success());
}

#[test]
fn without_a_terminal_the_plain_commands_are_named() {
    let (code, said) = refused(&[]);
    assert_eq!(code, 2);
    assert!(said.contains("t12 board") && said.contains("t12 gaps"), "{said}");
}

#[test]
fn what_is_wrong_in_the_files_is_one_line_with_what_to_do() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("half-broken");
    std::fs::create_dir_all(&folder).unwrap();
    for file in ["board.yaml", "lamps.yaml"] {
        std::fs::copy(format!("tests/fixtures/small/{file}"), folder.join(file)).unwrap();
    }
    std::fs::write(folder.join("ropes.yaml"), "kind: scorecard\nversion: [\n").unwrap();
    let output = t12().arg("gaps").arg(&folder).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("run: t12 check") && said.contains("half-broken"), "{said}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("Brightness"));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_error_and_changes_no_verdict() {
    use std::io::Read;
    use std::process::{Command, Stdio};
    // Ten thousand bad values: more than a pipe holds.
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("many-problems");
    std::fs::create_dir_all(&folder).unwrap();
    let bad = format!("kind: scorecard\nversion: 1\nmeasures: [{}]\n", "1, ".repeat(10_000));
    std::fs::write(folder.join("bad.yaml"), bad).unwrap();
    let bad = folder.to_str().unwrap();
    for (arguments, code) in [
        (&["show", "export-controls", "--format", "json", "-w", "scorecards"][..], 0),
        (&["check", "--format", "concise", bad], 1),
        (&["check", "--format", "sarif", bad], 1),
    ] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_t12"))
            .args(arguments)
            .env_clear()
            .env("T12_CONFIG_DIR", "tests/no-settings")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = [0; 1];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(code), &b""[..]), "{arguments:?}");
    }
}

#[test]
fn an_empty_variable_says_nothing_and_a_bad_one_is_named() {
    let told = |day: &str| {
        let output = on("small", &["gaps"]).env("T12_TODAY", day).env("T12_THEME", "").output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(told("").0, 0);
    let (code, said) = told("2026-02-30");
    assert_eq!(code, 2);
    assert!(said.starts_with("t12: T12_TODAY is `2026-02-30`: 2026-02 has 28 days"), "{said}");
    let output = on("small", &["--keys", "j"]).env("T12_THEME", "").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_screen_says_where_to_look_when_files_have_problems() {
    let bad = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/T105-bad-date");
    let screen = written(t12().args(["-w", bad, "--keys", "j", "--size", "100x30"]));
    assert!(screen.contains("1 problem: ! lists them") && screen.contains("(left out"), "{screen}");
}
