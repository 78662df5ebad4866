//! The outside world: the clipboard and the browser. An effect does what it is told and says what came of it.

use std::io;
use std::process::{Child, Command, Stdio};

use crossterm::Command as _;
use crossterm::clipboard::CopyToClipboard;

use super::link::is_web_link;
use super::message::{Notice, Tone};
use crate::text::visible;

/// Terminals take about 100,000 characters of base64, which are this many bytes.
const LONGEST_COPY: usize = 74_000;

/// GNU screen passes on strings of at most 768 bytes, older ones of 256.
const LONGEST_STRING_OF_SCREEN: usize = 250;

/// What the outside world says of itself.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Surroundings {
    /// What stands between the program and the terminal.
    pub(super) window: Window,
    /// There is a screen that a browser could open on.
    pub(super) desktop: bool,
}

/// What stands between the program and the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Window {
    /// Nothing.
    #[default]
    Terminal,
    /// A window of tmux.
    Tmux,
    /// A window of GNU screen.
    Screen,
}

impl Surroundings {
    /// Reads the environment, `variable` giving its variables.
    pub(super) fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
        let needs_display = cfg!(all(unix, not(target_os = "macos")));
        let window = match (is_set("TMUX"), is_set("STY")) {
            (true, _) => Window::Tmux,
            (false, true) => Window::Screen,
            (false, false) => Window::Terminal,
        };
        Self {
            window,
            desktop: !needs_display || ["DISPLAY", "WAYLAND_DISPLAY", "BROWSER"].into_iter().any(is_set),
        }
    }
}

/// The bytes that put `text` on the clipboard, and what to say of it, calling it `what`. No bytes where it is too long.
/// Tabs and line breaks stay; whatever else would act on a terminal it is pasted into becomes visible.
pub(super) fn copy(what: &str, text: &str, surroundings: Surroundings) -> (String, Notice) {
    let clean = text.lines().map(|line| line.split('\t').map(visible).collect::<Vec<_>>().join("\t"));
    let clean = clean.collect::<Vec<_>>().join("\n");
    let characters = clean.chars().count();
    if clean.len() > LONGEST_COPY {
        let text = format!("Not copied: {characters} characters are more than terminals take");
        return (String::new(), Notice { tone: Tone::Warning, text });
    }
    let mut plain = String::new();
    // A string takes whatever is written to it.
    let _ = CopyToClipboard::to_clipboard_from(&clean).write_ansi(&mut plain);
    let (bytes, through) = match surroundings.window {
        Window::Terminal => (plain, "through the terminal"),
        // tmux takes the first where `set-clipboard` is on and passes the second on where `allow-passthrough` is.
        Window::Tmux => {
            let wrapped = format!("\u{1b}Ptmux;{}\u{1b}\\", plain.replace('\u{1b}', "\u{1b}\u{1b}"));
            (plain + &wrapped, "through tmux (needs: set -g set-clipboard on)")
        }
        Window::Screen => (passed_on_by_screen(&plain), "through screen"),
    };
    let count = if characters == 1 { "1 character".to_owned() } else { format!("{characters} characters") };
    let text = format!("Sent {what} to the clipboard, {count}, {through}");
    (bytes, Notice { tone: Tone::Notice, text })
}

/// The sequence in the pieces that GNU screen passes on as they are. Its end becomes a BEL: the other end of a string
/// would end screen's own.
fn passed_on_by_screen(sequence: &str) -> String {
    let sequence = sequence.replace("\u{1b}\\", "\u{7}");
    let mut wrapped = String::new();
    for piece in sequence.as_bytes().chunks(LONGEST_STRING_OF_SCREEN) {
        wrapped.push_str("\u{1b}P");
        wrapped.push_str(&String::from_utf8_lossy(piece));
        wrapped.push_str("\u{1b}\\");
    }
    wrapped
}

/// Opens a link in the browser, without a shell and without waiting for it.
pub(super) fn open_link(link: &str, surroundings: Surroundings) -> Notice {
    let shown = visible(link);
    if !is_web_link(link) {
        let text = format!("Not opened: {shown} is not a link to http or https");
        return Notice { tone: Tone::Warning, text };
    }
    if surroundings.desktop && started(link) {
        return Notice { tone: Tone::Notice, text: format!("Opened {shown}") };
    }
    Notice { tone: Tone::Warning, text: format!("No browser here; the link is {shown}") }
}

/// Whether the system's opener of links could be started.
fn started(link: &str) -> bool {
    let [program, arguments @ ..] = OPENER;
    let mut command = Command::new(program);
    let Ok(mut child) = start_beside(command.args(arguments).arg(link)) else { return false };
    // Someone has to take note of its end, else it stays in the list of processes.
    std::thread::spawn(move || child.wait());
    true
}

/// Starts a program that has nothing to do with the terminal.
pub(super) fn start_beside(command: &mut Command) -> io::Result<Child> {
    // In our group it would stop with us when we are suspended.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()
}

#[cfg(target_os = "macos")]
const OPENER: [&str; 1] = ["open"];
#[cfg(windows)]
const OPENER: [&str; 2] = ["rundll32", "url.dll,FileProtocolHandler"];
#[cfg(not(any(windows, target_os = "macos")))]
const OPENER: [&str; 1] = ["xdg-open"];

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Surroundings = Surroundings { window: Window::Terminal, desktop: true };

    #[test]
    fn copies_are_sent_as_osc_52_and_said_with_what_they_are() {
        let (bytes, notice) = copy("the row", "né", PLAIN);
        assert_eq!(bytes, "\u{1b}]52;c;bsOp\u{1b}\\");
        assert_eq!(notice.text, "Sent the row to the clipboard, 2 characters, through the terminal");
    }

    #[test]
    fn tmux_gets_it_bare_and_wrapped() {
        let (bytes, notice) = copy("the row", "a", Surroundings { window: Window::Tmux, ..PLAIN });
        assert_eq!(bytes, "\u{1b}]52;c;YQ==\u{1b}\\\u{1b}Ptmux;\u{1b}\u{1b}]52;c;YQ==\u{1b}\u{1b}\\\u{1b}\\");
        assert!(notice.text.contains("1 character,") && notice.text.contains("tmux"));
    }

    #[test]
    fn screen_gets_it_in_pieces_it_passes_on() {
        let (bytes, notice) =
            copy("the row", &"long ".repeat(200), Surroundings { window: Window::Screen, ..PLAIN });
        let pieces: Vec<&str> = bytes.split("\u{1b}\\").filter(|piece| !piece.is_empty()).collect();
        let inner = pieces.iter().map(|piece| piece.strip_prefix("\u{1b}P").unwrap());
        assert!(pieces.len() > 3 && pieces.iter().all(|piece| piece.len() <= 256));
        let passed_on: String = inner.collect();
        assert!(passed_on.starts_with("\u{1b}]52;c;") && passed_on.ends_with('\u{7}'));
        assert!(notice.text.ends_with("through screen"), "{}", notice.text);
    }

    #[test]
    fn the_environment_tells_what_stands_between() {
        let window =
            |set: &'static str| Surroundings::of(|name| (name == set).then(|| "1".to_owned())).window;
        assert_eq!(
            [window("TMUX"), window("STY"), window("TERM")],
            [Window::Tmux, Window::Screen, Window::Terminal]
        );
    }

    #[test]
    fn too_much_is_not_sent() {
        let (bytes, notice) = copy("the row", &"é".repeat(LONGEST_COPY / 2 + 1), PLAIN);
        assert_eq!((bytes.as_str(), notice.tone), ("", Tone::Warning));
        assert!(notice.text.contains("37001 characters"));
    }

    #[test]
    fn what_is_copied_holds_nothing_hidden_but_tabs_and_line_ends() {
        assert_eq!(copy("it", "a\u{1b}[2J\tb\nc", PLAIN).0, copy("it", "a␛[2J\tb\nc", PLAIN).0);
        assert_eq!(copy("it", "a\tb", PLAIN).0, "\u{1b}]52;c;YQli\u{1b}\\");
    }

    #[test]
    fn only_the_web_is_opened() {
        assert_eq!(open_link("javascript:alert(1)", PLAIN).tone, Tone::Warning);
    }
}
