/// How many colours the terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColourDepth {
    /// 24 bits.
    True,
    /// The 256 of xterm: a cube of 216 and 24 greys.
    Indexed256,
    /// The 16 of the terminal's own palette.
    Ansi16,
    /// None, or the person wants none.
    None,
}

/// Terminals that show 24 bits of colour and say so in `TERM` only.
const TRUE_COLOUR_TERMS: [&str; 6] = ["direct", "kitty", "alacritty", "wezterm", "foot", "ghostty"];

impl ColourDepth {
    /// What the environment says of the terminal, `variable` giving its variables. `NO_COLOR` is left to
    /// [`wants_no_colour`](crate::report::wants_no_colour): someone who names a theme means it.
    pub fn of_terminal(variable: impl Fn(&str) -> Option<String>) -> Self {
        let term = variable("TERM").unwrap_or_default();
        let says = |name: &str, wanted: &[&str]| {
            variable(name).is_some_and(|value| wanted.contains(&value.as_str()))
        };
        if matches!(term.as_str(), "dumb" | "vt100" | "vt220") {
            Self::None
        } else if says("COLORTERM", &["truecolor", "24bit"])
            || TRUE_COLOUR_TERMS.iter().any(|name| term.contains(name))
            || variable("WT_SESSION").is_some()
            || cfg!(windows)
        {
            Self::True
        } else if term.contains("256") {
            Self::Indexed256
        } else {
            Self::Ansi16
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depth(variables: &[(&str, &str)]) -> ColourDepth {
        ColourDepth::of_terminal(|name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    #[cfg(not(windows))]
    fn the_environment_tells_the_depth() {
        assert_eq!(depth(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]), ColourDepth::True);
        assert_eq!(depth(&[("TERM", "xterm-kitty")]), ColourDepth::True);
        assert_eq!(depth(&[("TERM", "xterm"), ("WT_SESSION", "1")]), ColourDepth::True);
        assert_eq!(depth(&[("TERM", "screen-256color")]), ColourDepth::Indexed256);
        assert_eq!(depth(&[("TERM", "linux")]), ColourDepth::Ansi16);
        assert_eq!(depth(&[("TERM", "dumb"), ("COLORTERM", "truecolor")]), ColourDepth::None);
    }
}
