//! What a config asks of the program, as far as the program can do it.

use std::fmt;
use std::path::Path;

use super::keymap::{Keymap, with_own};
use super::theme::{self, Background, ColourDepth, Theme};
use crate::diagnostic::catalogue::{NOT_A_CONFIG, UNKNOWN_THEME};
use crate::diagnostic::{File, Problem, in_order};
use crate::format::{ConfigFile, Content, Named, ThemeEntry};
use crate::text::{nearest, visible};
use crate::workspace::{ConfigRead, ThemeError, read_config};

/// The number of the config among its files: it is the only one.
const FILE: u16 = 0;

/// The theme to start with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeChoice {
    /// That one, by its id or the path of its file.
    Always(String),
    /// By the background of the terminal.
    ByBackground {
        /// On light terminals.
        light: String,
        /// On dark terminals, and where nobody knows.
        dark: String,
    },
}

impl ThemeChoice {
    /// The theme for a background. Terminals that do not tell theirs are mostly dark.
    pub fn on(&self, background: Option<Background>) -> &str {
        match (self, background.unwrap_or(Background::Dark)) {
            (Self::Always(theme), _)
            | (Self::ByBackground { light: theme, .. }, Background::Light)
            | (Self::ByBackground { dark: theme, .. }, Background::Dark) => theme,
        }
    }
}

/// What people read: `paper`, or `light: paper, dark: dark`.
impl fmt::Display for ThemeChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Always(theme) => f.write_str(&visible(theme)),
            Self::ByBackground { light, dark } => {
                write!(f, "light: {}, dark: {}", visible(light), visible(dark))
            }
        }
    }
}

impl Default for ThemeChoice {
    /// The shipped one for each background.
    fn default() -> Self {
        let [light, dark] = [Background::Light, Background::Dark].map(|ground| ground.theme().to_owned());
        Self::ByBackground { light, dark }
    }
}

impl From<&ThemeEntry> for ThemeChoice {
    /// What is left open is the shipped one.
    fn from(entry: &ThemeEntry) -> Self {
        let name = |named: &Option<Named>, ground: Background| match named {
            Some((name, _)) => name.to_string(),
            None => ground.theme().to_owned(),
        };
        match entry {
            ThemeEntry::Always((name, _)) => Self::Always(name.to_string()),
            ThemeEntry::ByBackground { light, dark } => Self::ByBackground {
                light: name(light, Background::Light),
                dark: name(dark, Background::Dark),
            },
        }
    }
}

/// A config the program can follow.
#[derive(Debug)]
pub struct Settled {
    /// The file.
    pub file: File,
    /// The config without what cannot be followed.
    pub config: ConfigFile,
    /// The keys of all commands.
    pub keymap: Keymap,
    /// What is wrong with it, in the order of its places; its file has the number 0.
    pub problems: Vec<Problem>,
}

/// Reads a config and holds it against the commands and themes there are. What is wrong with it, even that it cannot be
/// read, is told and left as the program has it.
pub fn settle(file: &Path) -> Settled {
    let ConfigRead { file, document } = read_config(file);
    let mut problems = document.problems;
    let mut config = match document.content {
        Some(Content::Config(config)) => config,
        Some(_) => {
            let problem = Problem::new(&NOT_A_CONFIG, FILE, document.kind_at, "this file is not a config");
            problems.push(problem.label("another kind").help("a config begins with `kind: config`"));
            ConfigFile::default()
        }
        None => ConfigFile::default(),
    };
    let (keymap, found) = with_own(&mut config.keys, FILE);
    problems.extend(found);
    config.theme = config.theme.and_then(|theme| known(theme, &mut problems));
    in_order(&mut problems);
    Settled { file, config, keymap, problems }
}

/// What is left of the choice of themes where those that cannot be taken are told.
fn known(theme: ThemeEntry, problems: &mut Vec<Problem>) -> Option<ThemeEntry> {
    let mut loads = |named: &Named| match unknown_theme(named, FILE) {
        None => true,
        Some(problem) => {
            problems.push(problem);
            false
        }
    };
    match theme {
        ThemeEntry::Always(named) => loads(&named).then_some(ThemeEntry::Always(named)),
        ThemeEntry::ByBackground { light, dark } => {
            Some(ThemeEntry::ByBackground { light: light.filter(&mut loads), dark: dark.filter(&mut loads) })
        }
    }
}

/// What is wrong with a theme that is asked for. A person's own is read whole; the shipped ones are sound.
fn unknown_theme((name, at): &Named, file: u16) -> Option<Problem> {
    if theme::ids().any(|id| id == &**name) {
        return None;
    }
    let problem = Problem::new(&UNKNOWN_THEME, file, *at, "");
    match Theme::load(name, ColourDepth::None).err()? {
        ThemeError::Unknown { .. } => {
            let help = match nearest(name, theme::ids()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => {
                    format!("themes are {}, or a theme file", theme::ids().collect::<Vec<_>>().join(", "))
                }
            };
            let message = format!("there is no theme `{name}`");
            Some(Problem { message, ..problem }.label("unknown theme").help(help))
        }
        unreadable => {
            let problem = Problem { message: unreadable.to_string(), ..problem };
            Some(problem.label("cannot be taken"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn named(name: &str, at: u32) -> Named {
        (name.into(), Span::at(at))
    }

    /// What is left of a choice of themes, and what is told.
    fn known_of(theme: ThemeEntry) -> (Option<ThemeEntry>, Vec<Problem>) {
        let mut problems = Vec::new();
        (known(theme, &mut problems), problems)
    }

    #[test]
    fn a_theme_by_background_is_taken_side_by_side() {
        let light = Some(named("papper", 3));
        let (theme, problems) =
            known_of(ThemeEntry::ByBackground { light, dark: Some(named("contrast", 9)) });
        let told: Vec<_> =
            problems.iter().map(|p| (p.span.start, p.message.as_str(), p.help.as_deref())).collect();
        assert_eq!(told, [(3, "there is no theme `papper`", Some("did you mean `paper`?"))]);
        let choice = ThemeChoice::from(&theme.unwrap());
        assert_eq!(choice.on(Some(Background::Light)), "paper");
        assert_eq!((choice.on(Some(Background::Dark)), choice.on(None)), ("contrast", "contrast"));
        assert_eq!(choice.to_string(), "light: paper, dark: contrast");
    }

    #[test]
    fn a_theme_that_cannot_be_read_is_told_and_none_is_chosen() {
        let (theme, problems) = known_of(ThemeEntry::Always(named("./no such.yaml", 7)));
        let told: Vec<_> = problems.iter().map(|p| (p.rule.code, p.span.start)).collect();
        assert_eq!((theme, told), (None, vec![("T605", 7)]));
        assert!(problems[0].message.contains("no such.yaml"), "{}", problems[0].message);
    }

    #[test]
    fn one_theme_is_for_every_background() {
        let choice = ThemeChoice::from(&ThemeEntry::Always(named("cvd", 0)));
        assert_eq!(
            [Some(Background::Light), None].map(|ground| choice.on(ground).to_owned()),
            ["cvd", "cvd"]
        );
        assert_eq!(ThemeChoice::default().on(Some(Background::Light)), "paper");
    }
}
