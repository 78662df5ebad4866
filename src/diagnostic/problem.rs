use super::{Rule, Severity};
use crate::text::Span;

/// Something wrong in a file, told like a good compiler tells it.
///
/// The texts may quote what the file says; whoever shows them makes them visible first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The rule that is broken.
    pub rule: &'static Rule,
    /// The number of the file it is in.
    pub file: u16,
    /// The place in it.
    pub span: Span,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What stands at the mark; may be empty.
    pub label: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Whether its line may not be shown; see [`Problem::public`].
    pub line_is_private: bool,
}

/// Another place that belongs to a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The number of the file it is in.
    pub file: u16,
    /// The place in it.
    pub span: Span,
    /// What is there.
    pub label: String,
}

impl Problem {
    /// A problem at a place, to be completed with [`label`](Self::label), [`help`](Self::help) and
    /// [`related`](Self::related).
    pub fn new(rule: &'static Rule, file: u16, span: Span, message: impl Into<String>) -> Self {
        let message = message.into();
        let (label, help, related) = (String::new(), None, Vec::new());
        Self { rule, file, span, message, label, help, related, line_is_private: false }
    }

    /// Says what stands at the mark.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Points at another place of the same file.
    #[must_use]
    pub fn related(self, span: Span, label: impl Into<String>) -> Self {
        let file = self.file;
        self.related_in(file, span, label)
    }

    /// Points at a place of another file.
    #[must_use]
    pub fn related_in(mut self, file: u16, span: Span, label: impl Into<String>) -> Self {
        self.related.push(Related { file, span, label: label.into() });
        self
    }

    /// What the violation does.
    pub fn severity(&self) -> Severity {
        self.rule.severity
    }
}

/// Puts problems into the order they are told: file, place, rule, message.
pub fn in_order(problems: &mut [Problem]) {
    problems.sort_by(|a, b| {
        (a.file, a.span, a.rule.code, &a.message).cmp(&(b.file, b.span, b.rule.code, &b.message))
    });
}

/// How many problems there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Tally {
    /// Counts the problems.
    pub fn of(problems: &[Problem]) -> Self {
        let count = |severity| problems.iter().filter(|problem| problem.severity() == severity).count();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        }
    }

    /// Whether the check fails: errors always, warnings where it is strict, notes never.
    pub fn fails(self, strict: bool) -> bool {
        self.errors > 0 || (strict && self.warnings > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::catalogue::{TOO_LONG, UNKNOWN_KEY, UNREAD_SOURCE};

    #[test]
    fn problems_come_by_file_then_place_then_rule() {
        let at = |file, start, rule| Problem::new(rule, file, Span::at(start), "");
        let mut problems =
            [at(1, 0, &UNKNOWN_KEY), at(0, 9, &TOO_LONG), at(0, 9, &UNKNOWN_KEY), at(0, 2, &TOO_LONG)];
        in_order(&mut problems);
        let told: Vec<_> = problems.iter().map(|p| (p.file, p.span.start, p.rule.code)).collect();
        assert_eq!(told, [(0, 2, "T501"), (0, 9, "T101"), (0, 9, "T501"), (1, 0, "T101")]);
    }

    #[test]
    fn notes_never_fail_and_warnings_only_when_strict() {
        let tally = |rule| Tally::of(&[Problem::new(rule, 0, Span::default(), "")]);
        assert!(!tally(&UNREAD_SOURCE).fails(true));
        assert!(!tally(&TOO_LONG).fails(false) && tally(&TOO_LONG).fails(true));
        assert!(tally(&UNKNOWN_KEY).fails(false));
    }
}
