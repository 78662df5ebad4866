use std::fmt;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Stops its file.
    Error,
    /// Should be looked at; fails a strict check.
    Warning,
    /// Good to know; never fails anything.
    Note,
}

impl Severity {
    /// The word people read.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// What a rule is about: the first digit of its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// T0xx: whether the file can be read at all.
    Syntax,
    /// T1xx: keys and values.
    Shape,
    /// T2xx: names that point at something.
    References,
    /// T3xx: what the levels rest on.
    Evidence,
    /// T4xx: what time has done to the content.
    Time,
    /// T5xx: how texts read.
    Text,
    /// T6xx: what a config asks of the program.
    Settings,
    /// T7xx: how themes look.
    Themes,
}

impl Family {
    /// The heading of the family.
    pub fn title(self) -> &'static str {
        match self {
            Self::Syntax => "Syntax and limits",
            Self::Shape => "Shape",
            Self::References => "References",
            Self::Evidence => "Evidence",
            Self::Time => "Time",
            Self::Text => "Text",
            Self::Settings => "Settings",
            Self::Themes => "Themes",
        }
    }
}

/// A rule that files are held to, with its page.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// `T` and three digits; the first digit is the family.
    pub code: &'static str,
    /// A short name in lower case with hyphens.
    pub name: &'static str,
    /// What a violation does.
    pub severity: Severity,
    /// The rule in one line.
    pub title: &'static str,
    /// Why it exists.
    pub why: &'static str,
    /// An example that breaks it.
    pub bad: &'static str,
    /// The same, right.
    pub good: &'static str,
}

impl Rule {
    /// The family its code belongs to.
    pub fn family(&self) -> Family {
        match self.code.as_bytes().get(1) {
            Some(b'0') => Family::Syntax,
            Some(b'1') => Family::Shape,
            Some(b'2') => Family::References,
            Some(b'3') => Family::Evidence,
            Some(b'4') => Family::Time,
            Some(b'6') => Family::Settings,
            Some(b'7') => Family::Themes,
            _ => Family::Text,
        }
    }

    /// The rule's page in Markdown, as `t12 check --explain` prints it and the rules document holds it.
    pub fn page(&self) -> String {
        let Self { code, name, severity, title, why, bad, good } = self;
        format!(
            "## {code} {name} ({severity})\n\n{title}.\n\n{why}\n\nBad:\n\n```yaml\n{bad}\n```\n\nGood:\n\n```yaml\n{good}\n```\n"
        )
    }
}
