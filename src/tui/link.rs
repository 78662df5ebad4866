//! Addresses that may be opened or become links of the terminal: to the web, and nothing hidden in them.

/// Terminals take no longer addresses.
const LONGEST: usize = 2_000;

/// Whether a link goes to the web and holds nothing but the characters of a link.
pub(super) fn is_web_link(link: &str) -> bool {
    let is_part =
        |c: char| !c.is_whitespace() && !crate::text::is_hidden(c) && !matches!(c, '"' | '<' | '>' | '`');
    names_a_host(link) && link.chars().all(is_part)
}

/// Whether an address may stand in a sequence to the terminal: a link to the web, written in the characters that such a
/// sequence takes. Every frame asks for every link it shows.
pub(super) fn may_be_sent(link: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'`');
    link.len() <= LONGEST && names_a_host(link) && link.bytes().all(is_part)
}

fn names_a_host(link: &str) -> bool {
    let host = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"));
    host.is_some_and(|host| host.starts_with(char::is_alphanumeric))
}

/// Whether the terminal is known to show links, `variable` giving its variables. Some print them as text, and what
/// stands between may cut them. `T12_LINKS` says it for those who know better.
pub(super) fn are_shown(variable: impl Fn(&str) -> Option<String>) -> bool {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    if let Some(told) = set("T12_LINKS").and_then(|word| says_of_links(&word)) {
        return told;
    }
    let term = set("TERM").unwrap_or_default();
    if matches!(term.as_str(), "" | "dumb" | "linux" | "Eterm") || term.starts_with("vt") {
        return false;
    }
    let in_tmux = set("TMUX").is_some() || term.starts_with("tmux");
    if in_tmux {
        let is_named = set("TERM_PROGRAM").is_some_and(|program| program == "tmux");
        return is_named && set("TERM_PROGRAM_VERSION").is_some_and(|version| passes_links(&version));
    }
    set("STY").is_none() && !term.starts_with("screen")
}

/// What a word of `T12_LINKS` says: whether addresses are links of the terminal. Nothing where it is no such word.
pub fn says_of_links(word: &str) -> Option<bool> {
    match word {
        "0" | "no" | "off" | "false" => Some(false),
        "1" | "yes" | "on" | "true" => Some(true),
        _ => None,
    }
}

/// Whether tmux of that version keeps links: 3.4 and later, also `3.3a` and `next-3.5`.
fn passes_links(version: &str) -> bool {
    let digits = version.trim_start_matches(|c: char| !c.is_ascii_digit());
    let mut numbers = digits.split('.').map(|part| {
        let end = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
        part[..end].parse::<u32>().unwrap_or(0)
    });
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) >= (3, 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_a_link() {
        assert!(is_web_link("https://eur-lex.europa.eu/eli/reg/2021/821/oj?x=1#a"));
        for other in [
            "file:///etc/passwd",
            "https://",
            "https:///x",
            "http://-x",
            "https://a b",
            "https://a\u{1b}",
            "javascript:alert(1)",
            "-x",
        ] {
            assert!(!is_web_link(other) && !may_be_sent(other), "{other:?}");
        }
    }

    #[test]
    fn what_is_sent_to_the_terminal_is_plain() {
        assert!(may_be_sent("https://a.example/%C3%BC"));
        assert!(!may_be_sent("https://a.example/ü") && is_web_link("https://a.example/ü"));
        assert!(!may_be_sent(&format!("https://a.example/{}", "x".repeat(LONGEST))));
    }

    #[test]
    fn links_are_off_where_they_would_be_text_or_get_lost() {
        let shown = |variables: &[(&str, &str)]| {
            are_shown(|name| {
                variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert!(shown(&[("TERM", "xterm-256color")]) && shown(&[("TERM", "foot")]));
        for off in ["dumb", "linux", "vt100", "screen", "screen-256color", ""] {
            assert!(!shown(&[("TERM", off)]), "{off}");
        }
        assert!(!shown(&[("TERM", "xterm"), ("STY", "1.tty")]));
        let tmux = |version| {
            shown(&[
                ("TERM", "tmux-256color"),
                ("TMUX", "x"),
                ("TERM_PROGRAM", "tmux"),
                ("TERM_PROGRAM_VERSION", version),
            ])
        };
        assert_eq!(
            ["3.3a", "2.9", "3.4", "3.10", "next-3.5", "4", ""].map(tmux),
            [false, false, true, true, true, true, false]
        );
        assert!(!shown(&[("TERM", "screen-256color"), ("TMUX", "x")]), "a tmux that does not say which");
        assert!(
            !shown(&[("TERM", "xterm"), ("T12_LINKS", "0")])
                && shown(&[("TERM", "screen"), ("T12_LINKS", "1")])
        );
    }
}
