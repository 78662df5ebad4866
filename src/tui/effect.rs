//! The outside world: the clipboard and the browser. An effect does what it is told and says what came of it.

use std::process::{Command, Stdio};

use crossterm::Command as _;
use crossterm::clipboard::CopyToClipboard;

use super::message::{Notice, Tone};
use crate::text::visible;

/// Terminals take about 100,000 characters of base64, which are this many bytes.
const LONGEST_COPY: usize = 74_000;

/// What the outside world says of itself.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Surroundings {
    /// The terminal is a window of tmux.
    pub(super) tmux: bool,
    /// There is a screen that a browser could open on.
    pub(super) desktop: bool,
}

impl Surroundings {
    /// Reads the environment, `variable` giving its variables.
    pub(super) fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
        let needs_display = cfg!(all(unix, not(target_os = "macos")));
        Self {
            tmux: is_set("TMUX"),
            desktop: !needs_display || ["DISPLAY", "WAYLAND_DISPLAY", "BROWSER"].into_iter().any(is_set),
        }
    }
}

/// The bytes that put `text` on the clipboard, and what to say of it. No bytes where it is too long.
pub(super) fn copy(text: &str, surroundings: Surroundings) -> (String, Notice) {
    let clean: Vec<_> = text.lines().map(visible).collect();
    let clean = clean.join("\n");
    let characters = clean.chars().count();
    if clean.len() > LONGEST_COPY {
        let text = format!("Not copied: {characters} characters are more than terminals take");
        return (String::new(), Notice { tone: Tone::Warning, text });
    }
    let mut plain = String::new();
    // A string takes whatever is written to it.
    let _ = CopyToClipboard::to_clipboard_from(&clean).write_ansi(&mut plain);
    let count = if characters == 1 { "1 character".to_owned() } else { format!("{characters} characters") };
    if surroundings.tmux {
        // tmux takes the first where `set-clipboard` is on and passes the second on where `allow-passthrough` is.
        let wrapped = format!("{plain}\u{1b}Ptmux;{}\u{1b}\\", plain.replace('\u{1b}', "\u{1b}\u{1b}"));
        let text = format!("Sent {count} to the clipboard through tmux (needs: set -g set-clipboard on)");
        return (wrapped, Notice { tone: Tone::Notice, text });
    }
    (
        plain,
        Notice { tone: Tone::Notice, text: format!("Sent {count} to the clipboard through the terminal") },
    )
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
    command.args(arguments).arg(link).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else { return false };
    // Someone has to take note of its end, else it stays in the list of processes.
    std::thread::spawn(move || child.wait());
    true
}

#[cfg(target_os = "macos")]
const OPENER: [&str; 1] = ["open"];
#[cfg(windows)]
const OPENER: [&str; 2] = ["rundll32", "url.dll,FileProtocolHandler"];
#[cfg(not(any(windows, target_os = "macos")))]
const OPENER: [&str; 1] = ["xdg-open"];

/// Whether a link goes to the web and holds nothing but the characters of a link.
fn is_web_link(link: &str) -> bool {
    let host = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"));
    let is_part =
        |c: char| !c.is_whitespace() && !crate::text::is_hidden(c) && !matches!(c, '"' | '<' | '>' | '`');
    host.is_some_and(|host| host.starts_with(char::is_alphanumeric) && link.chars().all(is_part))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Surroundings = Surroundings { tmux: false, desktop: true };

    #[test]
    fn copies_are_sent_as_osc_52_and_counted_in_characters() {
        let (bytes, notice) = copy("né", PLAIN);
        assert_eq!(bytes, "\u{1b}]52;c;bsOp\u{1b}\\");
        assert_eq!(notice.text, "Sent 2 characters to the clipboard through the terminal");
    }

    #[test]
    fn tmux_gets_it_bare_and_wrapped() {
        let (bytes, notice) = copy("a", Surroundings { tmux: true, ..PLAIN });
        assert_eq!(bytes, "\u{1b}]52;c;YQ==\u{1b}\\\u{1b}Ptmux;\u{1b}\u{1b}]52;c;YQ==\u{1b}\u{1b}\\\u{1b}\\");
        assert!(notice.text.contains("1 character ") && notice.text.contains("tmux"));
    }

    #[test]
    fn too_much_is_not_sent() {
        let (bytes, notice) = copy(&"é".repeat(LONGEST_COPY / 2 + 1), PLAIN);
        assert_eq!((bytes.as_str(), notice.tone), ("", Tone::Warning));
        assert!(notice.text.contains("37001 characters"));
    }

    #[test]
    fn what_is_copied_holds_nothing_hidden() {
        assert_eq!(copy("a\u{1b}[2J\nb", PLAIN).0, copy("a␛[2J\nb", PLAIN).0);
    }

    #[test]
    fn only_the_web_is_opened() {
        assert!(is_web_link("https://eur-lex.europa.eu/eli/reg/2021/821/oj?x=1#a"));
        for other in [
            "file:///etc/passwd",
            "https://",
            "https:///x",
            "http://-x",
            "https://a b",
            "https://a\u{1b}",
            "-x",
        ] {
            assert!(!is_web_link(other), "{other:?}");
        }
        assert_eq!(open_link("javascript:alert(1)", PLAIN).tone, Tone::Warning);
    }
}
