//! Themes by name: the program's, those beside a file, and a person's own, completed by what they extend.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use thiserror::Error;

use super::config::{theme_file, theme_files};
use super::{ReadProblem, read};
use crate::check::{Subject, theme};
use crate::diagnostic::catalogue::{THEME_LOOP, UNKNOWN_BASE};
use crate::diagnostic::{File, Problem};
use crate::format::{self, Content, ThemeFile};
use crate::text::{Lines, nearest, visible};

const SHIPPED: [(&str, &str); 5] = [
    ("dark", include_str!("../../themes/dark.yaml")),
    ("paper", include_str!("../../themes/paper.yaml")),
    ("contrast", include_str!("../../themes/contrast.yaml")),
    ("cvd", include_str!("../../themes/cvd.yaml")),
    ("mono", include_str!("../../themes/mono.yaml")),
];

/// Why a theme could not be taken.
#[derive(Debug, Error)]
pub enum ThemeError {
    /// There is no theme of that name.
    #[error("there is no theme `{}`; themes are {}, or a theme file", visible(.id), shipped_names())]
    Unknown {
        /// The name that was asked for.
        id: String,
    },
    /// The theme's file cannot be read.
    #[error("the theme `{}` cannot be read: {reason}; t12 check tells all of it", visible(.id))]
    Unreadable {
        /// The theme.
        id: String,
        /// What is wrong with it, and where.
        reason: String,
    },
    /// The file of a person's own theme cannot be read as text.
    #[error("{0}")]
    File(ReadProblem),
}

fn shipped_names() -> String {
    shipped_themes().collect::<Vec<_>>().join(", ")
}

/// The names of the themes that are part of the program, in the order they are offered.
pub fn shipped_themes() -> impl Iterator<Item = &'static str> {
    SHIPPED.iter().map(|(name, _)| *name)
}

/// The theme of that name, with every role: one of the program's, else a person's own, else the one in a file of that path.
///
/// # Errors
/// There is none, it cannot be read, or it extends one that cannot be taken.
pub fn theme(name: &str) -> Result<ThemeFile, ThemeError> {
    let place = Place::named(name, None).ok_or_else(|| ThemeError::Unknown { id: name.to_owned() })?;
    let text = place.text().map_err(ThemeError::File)?;
    let unreadable = |reason| ThemeError::Unreadable { id: place.name(), reason };
    let own = decode(&text).map_err(unreadable)?;
    whole(&own, &place).map_err(|fault| {
        let at = own.extends.as_ref().map(|extends| extends.at).unwrap_or_default();
        unreadable(format!("{} {}", Lines::new(&text).place(at.start), fault.words()))
    })
}

/// Checks the themes among the files of a workspace: that what they extend is there, and that the whole can be read.
/// Themes with errors are left out.
pub(super) fn check<'f>(files: impl Iterator<Item = (&'f Subject, &'f File)>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for ((subject, file), number) in files.zip(0..) {
        let Some(Content::Theme(own)) = subject.content.as_ref().filter(|_| subject.sound) else { continue };
        match whole(own, &Place::File(PathBuf::from(&*file.name))) {
            Ok(whole) => problems.extend(theme::judge(number, own, &whole)),
            Err(fault) => problems.push(fault.problem(number, own)),
        }
    }
    problems
}

/// Where a theme is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Shipped(usize),
    File(PathBuf),
}

impl Place {
    /// Where the theme of a name is: among the program's, beside the theme that names it, among a person's own.
    fn named(name: &str, from: Option<&Self>) -> Option<Self> {
        if let Some(number) = SHIPPED.iter().position(|(known, _)| *known == name) {
            return Some(Self::Shipped(number));
        }
        let beside = match from {
            Some(Self::File(path)) => path.parent().map(|folder| theme_files(folder, name)),
            _ => None,
        };
        let beside = beside.into_iter().flatten().find(|path| path.is_file());
        beside.or_else(|| theme_file(name)).map(Self::File)
    }

    fn name(&self) -> String {
        match self {
            Self::Shipped(number) => SHIPPED[*number].0.to_owned(),
            Self::File(path) => path.to_string_lossy().into_owned(),
        }
    }

    fn text(&self) -> Result<Cow<'static, str>, ReadProblem> {
        match self {
            Self::Shipped(number) => Ok(Cow::Borrowed(SHIPPED[*number].1)),
            Self::File(path) => read(path).map(|text: Arc<str>| Cow::Owned(String::from(&*text))),
        }
    }
}

/// A theme's text as a theme, or the first thing that is wrong with it and where.
fn decode(text: &str) -> Result<ThemeFile, String> {
    let document = format::read(text, 0);
    match document.content {
        Some(Content::Theme(theme)) if document.problems.is_empty() => Ok(theme),
        _ => Err(document.problems.first().map_or_else(
            || "it is not a theme; its `kind` is another".to_owned(),
            |problem| format!("{} {}", Lines::new(text).place(problem.span.start), problem.message),
        )),
    }
}

/// Why what a theme extends cannot be taken.
enum Fault {
    Unknown(String),
    Loop(Vec<String>),
    Unreadable(String, String),
}

impl Fault {
    fn words(&self) -> String {
        match self {
            Self::Unknown(name) => format!("there is no theme `{}` to extend", visible(name)),
            Self::Loop(names) => format!("the themes extend each other: {}", visible(&names.join(" -> "))),
            Self::Unreadable(name, reason) => {
                format!("the theme `{}`, which it extends, cannot be read: {reason}", visible(name))
            }
        }
    }

    fn problem(&self, file: u16, own: &ThemeFile) -> Problem {
        let at = own.extends.as_ref().map(|extends| extends.at).unwrap_or_default();
        let rule = if matches!(self, Self::Loop(_)) { &THEME_LOOP } else { &UNKNOWN_BASE };
        let problem = Problem::new(rule, file, at, self.words());
        match self {
            Self::Unknown(name) => {
                problem.label("unknown theme").help(match nearest(name, shipped_themes()) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("extend {}, or a theme in a file beside this one", shipped_names()),
                })
            }
            Self::Loop(_) => {
                problem.label("leads back here").help("one of them has to paint every role itself")
            }
            Self::Unreadable(..) => problem.label("cannot be extended").help("mend that theme first"),
        }
    }
}

/// A theme with every role it does not paint itself taken from the theme it extends, and so on.
fn whole(own: &ThemeFile, place: &Place) -> Result<ThemeFile, Fault> {
    let mut whole = own.clone();
    let mut chain = vec![(place.clone(), own.id.to_string())];
    let mut next = own.extends.clone();
    while let Some(extends) = next {
        let from = chain.last().map(|(place, _)| place);
        let base =
            Place::named(&extends.name, from).ok_or_else(|| Fault::Unknown(extends.name.to_string()))?;
        if chain.iter().any(|(known, _)| is_same(known, &base)) {
            let names = chain.into_iter().map(|(_, name)| name).chain([extends.name.to_string()]);
            return Err(Fault::Loop(names.collect()));
        }
        let unreadable = |reason| Fault::Unreadable(extends.name.to_string(), reason);
        let text = base.text().map_err(|problem| match problem.cause {
            super::ReadCause::Missing => Fault::Unknown(extends.name.to_string()),
            _ => unreadable(problem.to_string()),
        })?;
        let theme = decode(&text).map_err(unreadable)?;
        whole = whole.completed_by(&theme);
        next = theme.extends;
        chain.push((base, extends.name.to_string()));
    }
    Ok(whole)
}

/// Whether two places are one, also where a file is reached in two ways.
fn is_same(one: &Place, other: &Place) -> bool {
    match (one, other) {
        (Place::File(one), Place::File(other)) => {
            let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
            real(one) == real(other)
        }
        _ => one == other,
    }
}
