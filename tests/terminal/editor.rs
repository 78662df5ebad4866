//! `e`: the person's editor gets the terminal and a place in a file, and the program comes back to the same screen.
//! The editors are scripts that say how they were called and wait for Enter.

use std::fs;

use rustix::process::Signal;

use super::desk::Desk;
use super::pty::{DARK, Terminal};
use super::{assert_clean, quit};

/// On the matrix of ropes.
const ROPES: &str = "Who may tie knots";

/// The program with an editor, on the first measure of the ropes, in the column of a jurisdiction.
fn start(desk: &Desk, editor: &str, columns: &str) -> Terminal {
    let cards = desk.cards();
    let terminal = Terminal::start(&[cards.to_str().unwrap()], &[("EDITOR", editor)], DARK);
    terminal.wait_for("Lighthouse rules");
    terminal.press(&format!("2L{columns}"));
    terminal.wait_for(ROPES);
    terminal
}

/// Says how it was called and waits for Enter.
const SAYS: &str =
    "printf 'called:'; printf ' [%s]' \"$@\"; printf ' end\\n'; read line; echo \"got: $line.\"";

fn wait_for_editor(terminal: &Terminal, text: &str) {
    let lines = |screen: &vt100::Screen| screen.contents().replace('\n', "");
    terminal.wait_until(text, |screen| !screen.alternate_screen() && lines(screen).contains(text));
}

fn wait_for_program(terminal: &Terminal, text: &str) {
    terminal.wait_until(text, |screen| screen.alternate_screen() && screen.contents().contains(text));
}

/// All lines but the one above the keys. How a line is drawn decides whether blanks at its end count as written: a
/// screen drawn key by key may have some that the same screen drawn at once has not.
fn without_status(screen: &str) -> String {
    let lines: Vec<&str> = screen.lines().map(str::trim_end).collect();
    // The screen is empty between the program that draws and the editor that does.
    let status = lines.len().saturating_sub(2);
    let [above, below] = [lines.get(..status), lines.get(status + 1..)].map(Option::unwrap_or_default);
    [above, below].concat().join("\n")
}

#[test]
fn it_opens_at_the_cell_and_comes_back_to_the_same_screen() {
    let desk = Desk::new("round-trip");
    let editor = desk.editor("nvim", SAYS);
    let terminal = start(&desk, &format!("{editor} --noplugin 'a b'"), "");
    // What this key does not do is said when all else is drawn.
    terminal.press("Q");
    let before = without_status(&terminal.wait_for("does nothing here"));
    terminal.press("e");
    let file = desk.file();
    let called = format!("called: [--noplugin] [a b] [-c] [call cursor(19,7)] [{}] end", file.display());
    wait_for_editor(&terminal, &called);
    // What is typed now is the editor's, keys that mean something here too.
    terminal.press("q\r");
    terminal.wait_until("the screen as it was", |screen| {
        screen.alternate_screen() && without_status(&screen.contents()) == before
    });
    assert!(terminal.output().contains("got: q."), "{:?}", terminal.output());
    quit(terminal);
}

#[test]
fn the_template_of_the_config_comes_before_the_environment() {
    let desk = Desk::new("config");
    let editor = desk.editor("mine", SAYS);
    let config = desk.0.join("config");
    fs::create_dir_all(&config).unwrap();
    let text = format!("kind: config\nversion: 1\neditor: \"{editor} -l {{line}} -c{{column}} {{file}}\"\n");
    fs::write(config.join("config.yaml"), text).unwrap();
    let cards = desk.cards();
    let variables = [("T12_CONFIG_DIR", config.to_str().unwrap()), ("VISUAL", "not-this-one")];
    let terminal = Terminal::start(&[cards.to_str().unwrap()], &variables, DARK);
    terminal.wait_for("Lighthouse rules");
    terminal.press("2Le");
    wait_for_editor(&terminal, &format!("called: [-l] [19] [-c7] [{}] end", desk.file().display()));
    terminal.press("\r");
    wait_for_program(&terminal, ROPES);
    quit(terminal);
}

#[test]
fn entities_listings_and_jurisdictions_are_opened_where_they_are_written() {
    let desk = Desk::new("things");
    let editor = desk.editor("micro", SAYS);
    let terminal = start(&desk, &editor, "");
    let (register, board) = (desk.cards().join("wreckers.yaml"), desk.cards().join("board.yaml"));
    // An entity, its listing, a list without an entry for it, a jurisdiction among the others, one side of a measure.
    let places = [
        ("7", "+26:5", &register, "Salt Crew"),
        ("ll", "+34:7", &register, "Wreck"),
        ("Gl", "+50:5", &register, "There is no entry for orbis-board yet"),
        ("5gg", "+7:3", &board, "Norlanda"),
    ];
    for (keys, at, file, afterwards) in places {
        terminal.press(&format!("{keys}e"));
        wait_for_editor(&terminal, &format!("called: [{at}] [{}] end", file.display()));
        terminal.press("\r");
        wait_for_program(&terminal, afterwards);
    }
    quit(terminal);
}

#[test]
fn for_an_inherited_cell_it_opens_the_one_that_counts_and_says_so() {
    let desk = Desk::new("inherited");
    let editor = desk.editor("hx", SAYS);
    let terminal = start(&desk, &editor, "lll");
    terminal.press("e");
    wait_for_editor(&terminal, &format!("[{}:19:7] end", desk.file().display()));
    terminal.press("\r");
    wait_for_program(&terminal, "Kestria takes over the position of Norlanda: that one was opened");
    quit(terminal);
}

#[test]
fn an_editor_that_fails_is_told_and_the_screen_stays() {
    let desk = Desk::new("fails");
    let terminal = start(&desk, &desk.editor("ed", "exit 3"), "");
    terminal.press("e");
    wait_for_program(&terminal, "ed ended with exit code 3");
    terminal.wait_for(ROPES);
    quit(terminal);
}

#[test]
fn an_editor_that_is_not_there_is_named() {
    let desk = Desk::new("missing");
    let terminal = start(&desk, "no-such-editor --wait", "");
    terminal.press("e");
    wait_for_program(&terminal, "There is no editor `no-such-editor` (EDITOR)");
    quit(terminal);
}

#[test]
fn a_file_that_is_gone_is_told_and_no_editor_opened() {
    let desk = Desk::new("gone");
    let terminal = start(&desk, &desk.editor("ed", SAYS), "");
    fs::remove_file(desk.file()).unwrap();
    terminal.press("e");
    wait_for_program(&terminal, "there is no such file");
    assert!(!terminal.output().contains("called:"));
    quit(terminal);
}

#[test]
fn an_editor_that_is_killed_leaves_the_terminal_as_it_was() {
    let desk = Desk::new("killed");
    let script = "printf '\\033[?1049h\\033[?1000h\\033[?25l'; stty raw -echo; kill -9 $$";
    let terminal = start(&desk, &desk.editor("ed", script), "");
    terminal.press("e");
    wait_for_program(&terminal, "ed was ended by signal 9");
    terminal.wait_until("no reports of the mouse", |screen| {
        screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    });
    quit(terminal);
}

#[test]
fn a_size_that_changes_meanwhile_counts() {
    let desk = Desk::new("resized");
    let terminal = start(&desk, &desk.editor("ed", SAYS), "");
    terminal.press("e");
    wait_for_editor(&terminal, "end");
    terminal.resize(80, 24);
    terminal.press("\r");
    terminal.wait_until("the last line at its new place", |screen| {
        let keys = screen.contents().lines().nth(23).map(|line| line.contains("help"));
        screen.alternate_screen() && keys == Some(true)
    });
    quit(terminal);
}

#[test]
fn an_interrupt_is_the_editors_own_affair() {
    let desk = Desk::new("interrupt");
    // An interrupt may end a `read` or come before it, and whatever the editor leaves unread is the program's.
    let script =
        "trap 'echo interrupted' INT; echo ready; until read line && [ \"$line\" = over ]; do :; done";
    let terminal = start(&desk, &desk.editor("ed", script), "");
    terminal.press("e");
    wait_for_editor(&terminal, "ready");
    terminal.press("\x03");
    wait_for_editor(&terminal, "interrupted");
    terminal.press("over\r");
    wait_for_program(&terminal, ROPES);
    quit(terminal);
}

#[test]
fn told_to_end_it_ends_the_editor_and_itself() {
    let desk = Desk::new("end");
    let script = "trap 'echo farewell; exit 1' TERM; echo ready; while :; do sleep 0.02; done";
    let terminal = start(&desk, &desk.editor("ed", script), "");
    terminal.press("e");
    wait_for_editor(&terminal, "ready");
    terminal.signal(Signal::TERM);
    let left = terminal.left();
    assert_eq!(left.code, 143);
    assert!(left.output.contains("farewell"));
    assert_clean(&left);
}

#[test]
fn where_the_editor_is_suspended_the_shell_gets_the_terminal() {
    let desk = Desk::new("suspended");
    let editor = desk.editor("ed", "echo ready; read line; read line; echo over");
    let shell = Terminal::run(&["sh", "-i"], &[("PS1", "shell> "), ("EDITOR", &editor)], DARK);
    let at_prompt = |screen: &vt100::Screen| {
        !screen.alternate_screen() && screen.contents().trim_end().ends_with("shell>")
    };
    shell.wait_until("the shell's prompt", at_prompt);
    let cards = desk.cards();
    shell.press(&format!("{} {}\r", env!("CARGO_BIN_EXE_t12"), cards.display()));
    shell.wait_for("Lighthouse rules");
    shell.press("e");
    wait_for_editor(&shell, "ready");
    shell.press("\x1a");
    shell.wait_until("the prompt during the pause", at_prompt);
    shell.press("echo back $((40 + 2))\r");
    shell.wait_for("back 42");
    shell.press("fg\r");
    shell.press("\r\r");
    wait_for_program(&shell, "Lighthouse rules");
    assert!(shell.output().contains("over"));
    shell.press("q");
    shell.wait_until("the prompt after the program", at_prompt);
    shell.press("exit\r");
    let left = shell.left();
    assert!(left.clean, "{:?}", left.output);
}

#[test]
fn an_editor_with_its_own_window_does_not_take_the_terminal() {
    let desk = Desk::new("beside");
    let told = desk.0.join("told");
    let editor = desk.editor("code", &format!("echo \"$@\" >'{}'; exit 4", told.display()));
    let terminal = start(&desk, &format!("{editor} --wait"), "");
    terminal.press("e");
    terminal.wait_for("code ended with exit code 4");
    let told = fs::read_to_string(told).unwrap();
    assert_eq!(told, format!("--wait --goto {}:19:7\n", desk.file().display()));
    assert_eq!(terminal.output().matches("\u{1b}[?1049l").count(), 0);
    quit(terminal);
}

#[test]
fn what_the_editor_saves_is_on_the_screen() {
    let desk = Desk::new("saves");
    let script = "sed 's/Strength of ropes/Power of ropes/' \"$1\" >\"$1.new\" && mv \"$1.new\" \"$1\"";
    let terminal = start(&desk, &desk.editor("ed", script), "");
    terminal.press("e");
    wait_for_program(&terminal, "Power of ropes");
    quit(terminal);
}

#[test]
fn scorecards_inside_the_program_are_written_first() {
    let desk = Desk::new("init");
    let editor = desk.editor("hx", SAYS);
    let line = format!("cd '{}' && exec '{}'", desk.0.display(), env!("CARGO_BIN_EXE_t12"));
    let terminal = Terminal::run(&["sh", "-c", &line], &[("EDITOR", &editor)], DARK);
    terminal.wait_for("Market access and forums");
    terminal.press("e");
    terminal.wait_for("there is no file to edit");
    assert!(!desk.0.join("scorecards").exists(), "nobody said yes");
    terminal.press("\r");
    terminal.wait_for("files into scorecards; they are on the screen now");
    terminal.press("2e");
    wait_for_editor(&terminal, "called: [./scorecards/export-controls.yaml:");
    terminal.press("\r");
    wait_for_program(&terminal, "Human-rights criterion");
    let file = desk.0.join("scorecards/export-controls.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("\nshort: Export controls", "\nshort: Followed", 1)).unwrap();
    terminal.wait_for("Followed");
    quit(terminal);
}

#[test]
fn a_problem_of_the_list_is_opened_at_its_place() {
    let desk = Desk::new("problem");
    let editor = desk.editor("kak", SAYS);
    let text = fs::read_to_string(desk.file()).unwrap();
    fs::write(desk.file(), text.replacen("\nsummary:", "\nsumary:", 1)).unwrap();
    let terminal = Terminal::start(&[desk.cards().to_str().unwrap()], &[("EDITOR", &editor)], DARK);
    terminal.wait_for("Lighthouse rules");
    terminal.press("!");
    terminal.wait_for("open the editor there");
    terminal.press("\r");
    wait_for_editor(&terminal, &format!("called: [+5:1] [{}] end", desk.file().display()));
    terminal.press("\r");
    wait_for_program(&terminal, "open the editor there");
    // The first closes the list.
    terminal.press("q");
    quit(terminal);
}
