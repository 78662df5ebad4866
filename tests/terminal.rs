//! The real program in a real terminal: it starts, keeps up, and leaves the terminal as it was.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "terminal/desk.rs"]
mod desk;
#[path = "terminal/editor.rs"]
mod editor;
#[path = "terminal/pace.rs"]
mod pace;
#[path = "terminal/present.rs"]
mod present;
#[path = "terminal/pty.rs"]
mod pty;
#[path = "terminal/reload.rs"]
mod reload;
#[path = "terminal/watch.rs"]
mod watch;

use assert_cmd::Command;
use pty::{DARK, LIGHT, Left, Terminal};
use rustix::process::Signal;

const TITLE: &str = "Transatlantic technology alignment";
/// What the board says when all of it is drawn.
const DRAWN: &str = "Market access and forums";

fn assert_clean(left: &Left) {
    assert!(left.clean, "the terminal is not as it was: {:?}", left.output);
    assert!(left.settings_kept, "the settings of the terminal are not what they were");
}

/// Leaves by the key for it, and the terminal as it was.
fn quit(terminal: Terminal) -> Left {
    terminal.press("q");
    let left = terminal.left();
    assert_eq!(left.code, 0);
    assert_clean(&left);
    left
}

#[test]
fn it_starts_and_quits() {
    let terminal = Terminal::start(&[], &[], DARK);
    terminal.wait_for(DRAWN);
    terminal.wait_until("the alternate screen", vt100::Screen::alternate_screen);
    let left = quit(terminal);
    assert!(!left.screen.contains(TITLE));
}

#[test]
fn signals_leave_a_clean_terminal_and_their_number() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let terminal = Terminal::start(&[], &[], DARK);
        terminal.wait_for(TITLE);
        terminal.signal(signal);
        let left = terminal.left();
        assert_eq!(left.code, code);
        assert_clean(&left);
    }
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_speaks() {
    let program = std::env::current_exe().unwrap();
    let test = "panic_with_the_terminal_taken";
    let command =
        [program.to_str().unwrap(), test, "--exact", "--ignored", "--nocapture", "--test-threads=1"];
    let left = Terminal::run(&command, &[("RUST_BACKTRACE", "0")], DARK).left();
    assert_clean(&left);
    let sentence = "t12 stopped because of a bug: boom ␛[2J (tests/terminal.rs:";
    let left_alternate = left.output.find("\u{1b}[?1049l").unwrap();
    let spoke = left.output.find(sentence).unwrap_or_else(|| panic!("{:?}", left.output));
    assert!(left_alternate < spoke);
    assert!(left.output.contains("please report it."));
    assert!(!left.output.contains("stack backtrace"));
}

#[test]
#[ignore = "a program of its own for the test of panics"]
fn panic_with_the_terminal_taken() {
    let guard = t12::tui::terminal::Guard::take().unwrap();
    guard.show(b"a frame").unwrap();
    panic!("boom \u{1b}[2J");
}

#[test]
fn it_follows_every_size_down_to_one_cell() {
    let terminal = Terminal::start(&[], &[], DARK);
    terminal.wait_for(TITLE);
    for round in 0..40_u16 {
        terminal.resize(1 + round * 37 % 200, 1 + round * 11 % 60);
    }
    terminal.resize(1, 1);
    terminal.wait_until("one cell", |screen| !screen.contents().is_empty());
    terminal.resize(120, 36);
    terminal.wait_for(DRAWN);
    quit(terminal);
}

#[test]
fn without_colours_the_cursor_row_stands_out() {
    let terminal = Terminal::start(&[], &[("NO_COLOR", "1")], DARK);
    terminal.wait_for(DRAWN);
    let cells = |screen: &vt100::Screen| -> Vec<vt100::Cell> {
        (0..30)
            .flat_map(|y| (0..100).map(move |x| (y, x)))
            .filter_map(|(y, x)| screen.cell(y, x).cloned())
            .collect()
    };
    terminal.wait_until("a reversed row and no colour", |screen| {
        let cells = cells(screen);
        let plain = |cell: &vt100::Cell| [cell.fgcolor(), cell.bgcolor()] == [vt100::Color::Default; 2];
        cells.iter().all(plain) && cells[400..].iter().filter(|cell| cell.inverse()).count() >= 80
    });
    let output = terminal.output();
    assert!(!output.contains("]11;?"), "there is nothing to choose");
    terminal.press("q");
    assert_eq!(terminal.left().code, 0);
}

#[test]
fn an_empty_no_color_counts_as_unset() {
    let terminal = Terminal::start(&[], &[("NO_COLOR", "")], DARK);
    terminal.wait_for(DRAWN);
    assert!(terminal.output().contains("38;2;"));
    terminal.press("q");
    terminal.left();
}

#[test]
fn the_shell_gets_the_terminal_and_gives_it_back() {
    let shell = Terminal::run(&["sh", "-i"], &[("PS1", "shell> ")], DARK);
    let prompt = |screen: &vt100::Screen| {
        !screen.alternate_screen() && screen.contents().trim_end().ends_with("shell>")
    };
    shell.wait_until("the shell's prompt", prompt);
    shell.press(&format!("{}\r", env!("CARGO_BIN_EXE_t12")));
    shell.wait_for(DRAWN);
    shell.press("\x1a");
    shell.wait_until("the prompt during the pause", prompt);
    shell.press("echo back $((40 + 2))\r");
    shell.wait_for("back 42");
    shell.press("fg\r");
    shell.wait_until("the program again", |screen| {
        screen.alternate_screen() && screen.contents().contains(DRAWN)
    });
    shell.press("3");
    shell.press("q");
    shell.wait_until("the prompt after the program", prompt);
    shell.press("exit\r");
    let left = shell.left();
    assert!(left.clean, "{:?}", left.output);
}

#[test]
fn without_a_shell_it_does_not_fall_asleep() {
    let terminal = Terminal::start(&[], &[], DARK);
    terminal.wait_for(TITLE);
    terminal.press("\x1a");
    terminal.wait_for("no shell to go back to");
    terminal.press("q");
    assert_eq!(terminal.left().code, 0);
}

#[test]
fn a_light_terminal_gets_the_light_theme() {
    let terminal = Terminal::start(&[], &[], LIGHT);
    terminal.wait_for(DRAWN);
    terminal.wait_until("a light ground", is_light);
    terminal.press("q");
    assert_eq!(terminal.left().code, 0);
}

/// Whether the ground of the view is light.
fn is_light(screen: &vt100::Screen) -> bool {
    let ground = screen.cell(5, 50).map(vt100::Cell::bgcolor);
    matches!(ground, Some(vt100::Color::Rgb(r, g, b)) if r.min(g).min(b) > 200)
}

#[test]
fn the_theme_follows_the_terminal_until_somebody_chooses_one() {
    let [to_light, to_dark] = ["\x1b[?997;2n", "\x1b[?997;1n"];
    let terminal = Terminal::start(&[], &[], DARK);
    terminal.wait_for(DRAWN);
    assert!(terminal.output().contains("\x1b[?2031h"));
    terminal.press(to_light);
    terminal.wait_until("a light ground", is_light);
    terminal.press(to_dark);
    terminal.wait_until("a dark ground", |screen| !is_light(screen));
    terminal.press(":theme cvd\r");
    terminal.wait_for("cvd");
    terminal.press(to_light);
    terminal.press("3");
    terminal.wait_until("the list of gaps on the same ground", |screen| {
        screen.contents().contains("weight group") && !is_light(screen)
    });
    terminal.press("q");
    let left = terminal.left();
    assert!(left.output.contains("\x1b[?2031l"));
    assert_clean(&left);
}

#[test]
fn keys_pressed_before_it_draws_are_not_lost() {
    let terminal = Terminal::start(&[], &[], DARK);
    quit(terminal);
}

#[test]
fn a_burst_of_keys_is_taken_to_its_end() {
    let terminal = Terminal::start(&[], &[], DARK);
    terminal.wait_for(DRAWN);
    terminal.press(&"\x1b[B\x1b[A".repeat(500));
    terminal.press("q");
    assert_eq!(terminal.left().code, 0);
}

#[test]
fn a_terminal_that_does_not_answer_is_not_waited_for() {
    let terminal = Terminal::start(&[], &[], "");
    terminal.wait_for(DRAWN);
    // The answer comes after all: it decides about the theme, and none of it counts as keys.
    terminal.press(LIGHT);
    terminal.wait_until("a light ground", is_light);
    quit(terminal);
}

#[test]
fn a_copy_goes_to_the_clipboard_of_the_terminal() {
    let terminal = Terminal::start(&[], &[], DARK);
    terminal.wait_for(DRAWN);
    terminal.press("3");
    terminal.wait_for("weight");
    terminal.press("y");
    terminal.wait_for("to the clipboard,");
    assert!(terminal.output().contains("\u{1b}]52;c;"));
    terminal.press("q");
    assert_eq!(terminal.left().code, 0);
}

#[test]
#[cfg(target_os = "linux")]
fn a_link_is_opened_as_it_stands_and_without_a_shell() {
    use std::os::unix::fs::PermissionsExt;

    let folder = std::env::temp_dir().join(format!("t12-opener-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let [opener, told] = ["xdg-open", "opened"].map(|name| folder.join(name));
    std::fs::write(
        &opener,
        "#!/bin/sh\nprintf '%s %s' \"$#\" \"$1\" >\"$OPENED.part\"; mv \"$OPENED.part\" \"$OPENED\"\n",
    )
    .unwrap();
    std::fs::set_permissions(&opener, std::fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let variables = [("PATH", path.as_str()), ("DISPLAY", ":0"), ("OPENED", told.to_str().unwrap())];

    let terminal = Terminal::start(&[], &variables, DARK);
    terminal.wait_for(DRAWN);
    terminal.press("3");
    terminal.wait_for("weight");
    terminal.press("o");
    terminal.wait_for("http");
    terminal.press("\r");
    terminal.wait_for("Opened http");
    let until = std::time::Instant::now() + pty::PATIENCE;
    while !told.exists() {
        assert!(std::time::Instant::now() < until, "nothing was opened");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let told = std::fs::read_to_string(&told).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(told.starts_with("1 http"), "{told}");
    // The first closes the list of sources.
    terminal.press("qq");
    assert_eq!(terminal.left().code, 0);
}

#[test]
fn a_wrong_theme_is_said_before_the_terminal_is_touched() {
    let left = Terminal::start(&["--theme", "drak"], &[], DARK).left();
    assert_eq!(left.code, 2);
    assert!(left.output.contains("there is no theme `drak`"), "{:?}", left.output);
    assert!(!left.output.contains('\u{1b}'), "{:?}", left.output);
}

#[test]
fn a_jurisdiction_that_is_not_there_is_said_on_a_clean_terminal() {
    let left = Terminal::start(&["--poles", "EU,XX"], &[], DARK).left();
    assert_eq!(left.code, 2);
    assert!(left.screen.contains("there is no jurisdiction `XX`"), "{:?}", left.screen);
    assert_clean(&left);
}

#[test]
fn where_nothing_is_asked_the_screen_comes_with_the_first_frame() {
    let left = Terminal::start(&["--theme", "dark", "--poles", "EU,XX"], &[], DARK).left();
    assert!(!left.output.contains('\u{1b}') && left.settings_kept, "{:?}", left.output);
    let terminal = Terminal::start(&["--theme", "dark"], &[], DARK);
    terminal.wait_for(DRAWN);
    let output = terminal.output();
    let (screen, frame) = (output.find("\u{1b}[?1049h").unwrap(), output.find("\u{1b}[?2026h").unwrap());
    assert!(screen < frame && frame < 50, "{output:?}");
    quit(terminal);
}

#[test]
fn without_a_terminal_it_names_the_plain_commands() {
    let mut command = Command::cargo_bin("t12").unwrap();
    let output = command
        .env_clear()
        .env("T12_CONFIG_DIR", "tests/no-settings")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("t12 board") && told.contains("t12 gaps"), "{told}");
    assert!(output.stdout.is_empty());
}

#[test]
fn the_mouse_is_taken_when_it_is_wanted_and_given_back() {
    let terminal = Terminal::start(&[], &[], DARK);
    terminal.wait_for(DRAWN);
    assert!(!terminal.output().contains("\u{1b}[?1000h"), "the mouse is the terminal's");
    terminal.press("M");
    terminal.wait_for("The mouse works here");
    assert!(terminal.output().contains("\u{1b}[?1000h\u{1b}[?1006h"));
    // The name of the list of gaps.
    terminal.press("\u{1b}[<0;24;2M\u{1b}[<0;24;2m");
    terminal.wait_for("group 0-4");
    let left = quit(terminal);
    assert!(left.output.contains("\u{1b}[?1006l\u{1b}[?1000l"));
}

/// Opens the first source that is on the screen and tells what was written to the terminal.
fn written_with(variables: &[(&str, &str)]) -> String {
    let terminal = Terminal::start(&[], variables, DARK);
    terminal.wait_for(DRAWN);
    terminal.press("3");
    terminal.wait_for("weight");
    terminal.press("o");
    terminal.wait_for("http");
    terminal.press("qq");
    terminal.left().output
}

#[test]
fn sources_are_links_of_the_terminal_where_it_knows_them_and_nobody_says_no() {
    let output = written_with(&[]);
    assert!(output.contains("\u{1b}]8;id=t12;https://"), "{output:?}");
    assert!(output.contains("\u{1b}]8;;\u{1b}\\"), "the link ends");
    for off in [&[("T12_LINKS", "0")][..], &[("TERM", "screen-256color")][..], &[("TERM", "linux")][..]] {
        let output = written_with(off);
        assert!(!output.contains("\u{1b}]8;id"), "{off:?}");
    }
}
