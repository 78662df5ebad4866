use std::collections::BTreeMap;

use super::{Case, Findings};
use crate::diagnostic::Problem;
use crate::diagnostic::catalogue::UNKNOWN_JURISDICTION;
use crate::scorecard::{BoardPlan, Code};
use crate::text::{Span, nearest};

/// Who is compared: the codes of the board and whose members they are.
pub(super) struct Roster {
    /// The codes in column order with the unions they are members of.
    columns: Vec<(Code, Option<Code>)>,
    /// The unions, by member.
    unions: BTreeMap<Code, Option<Code>>,
    /// Whether codes that are not here are welcome, or cannot be judged because the board has errors.
    open: bool,
    /// Whether this is the default board because the workspace has none.
    default: bool,
    /// Days after which content counts as stale.
    pub(super) stale_after_days: u32,
}

impl Roster {
    /// The roster of the workspace's board, or of the default one where there is none.
    pub(super) fn of(case: &Case<'_>) -> Self {
        match case.boards().next() {
            Some((_, subject, plan)) => Self::new(plan, plan.open || !subject.sound),
            None => Self { default: true, ..Self::new(&BoardPlan::default(), true) },
        }
    }

    fn new(plan: &BoardPlan, open: bool) -> Self {
        let columns: Vec<(Code, Option<Code>)> = plan
            .jurisdictions
            .iter()
            .map(|entry| (entry.code, entry.member_of.map(|(union, _)| union)))
            .collect();
        let unions = columns.iter().copied().collect();
        Self { columns, unions, open, default: false, stale_after_days: plan.stale_after_days }
    }

    /// The codes in column order.
    pub(super) fn codes(&self) -> impl Iterator<Item = Code> {
        self.columns.iter().map(|&(code, _)| code)
    }

    /// The union a code is a member of.
    pub(super) fn union_of(&self, code: Code) -> Option<Code> {
        self.unions.get(&code).copied().flatten()
    }

    /// What to do about a missing position.
    pub(super) fn help_for_missing(&self) -> &'static str {
        if self.default {
            "write a board.yaml that says who is compared: there is none, so the default board counts"
        } else {
            "write the position, or `{level: unknown}` where it was looked for"
        }
    }

    /// Whether the board may know a code.
    pub(super) fn knows(&self, code: Code) -> bool {
        self.open || self.unions.contains_key(&code)
    }

    /// Tells a code that the board does not know.
    pub(super) fn require(&self, code: Code, file: u16, at: Span, problems: &mut Findings) {
        if self.knows(code) {
            return;
        }
        problems.push(unknown(code.as_str(), &self.columns, file, at));
    }

    /// Tells a text that is no code the board knows.
    pub(super) fn require_text(&self, text: &str, file: u16, at: Span, problems: &mut Findings) {
        match Code::parse(text) {
            Some(code) => self.require(code, file, at, problems),
            None => problems.push(unknown(text, &self.columns, file, at)),
        }
    }
}

fn unknown(text: &str, columns: &[(Code, Option<Code>)], file: u16, at: Span) -> Problem {
    let codes = || columns.iter().map(|(code, _)| code.as_str());
    let problem =
        Problem::new(&UNKNOWN_JURISDICTION, file, at, format!("the board has no jurisdiction `{text}`"))
            .label("unknown jurisdiction");
    if let Some(meant) = nearest(text, codes()) {
        return problem.help(format!("did you mean `{meant}`?"));
    }
    let known: Vec<&str> = codes().take(20).collect();
    problem.help(format!("it has {}; add it to `jurisdictions` of the board, or remove it", known.join(", ")))
}
