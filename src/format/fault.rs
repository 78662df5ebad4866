//! What the YAML reader found, as problems with their rules.

use crate::diagnostic::catalogue::{
    ALIAS_BUDGET, ALIAS_LOOP, DUPLICATE_KEY, NOT_YAML, RAW_CONTROL, SECOND_DOCUMENT, TOO_DEEP, TOO_LARGE,
    TOO_MANY_NODES, TOO_MANY_PROBLEMS, UNKNOWN_ANCHOR, WRONG_TYPE,
};
use crate::diagnostic::{Problem, Rule};
use crate::yaml::{Fault, FaultKind};

/// The problem that a fault is.
pub(super) fn problem(fault: Fault, file: u16) -> Problem {
    let Fault { kind, span, related } = fault;
    let mut problem = Problem::new(rule(&kind), file, span, kind.to_string());
    problem.help = kind.help().map(Into::into);
    match related {
        Some(related) => problem.related(related.span, related.label),
        None => problem,
    }
}

fn rule(kind: &FaultKind) -> &'static Rule {
    match kind {
        FaultKind::Syntax(_) | FaultKind::Tag => &NOT_YAML,
        FaultKind::DuplicateKey { .. } => &DUPLICATE_KEY,
        FaultKind::KeyNotScalar | FaultKind::MergeValue => &WRONG_TYPE,
        FaultKind::UnknownAlias { .. } => &UNKNOWN_ANCHOR,
        FaultKind::AliasCycle { .. } => &ALIAS_LOOP,
        FaultKind::AliasChain { .. } | FaultKind::AliasBudget { .. } => &ALIAS_BUDGET,
        FaultKind::Depth => &TOO_DEEP,
        FaultKind::Nodes => &TOO_MANY_NODES,
        FaultKind::Size => &TOO_LARGE,
        FaultKind::SecondDocument => &SECOND_DOCUMENT,
        FaultKind::ControlCharacter(_) => &RAW_CONTROL,
        FaultKind::TooMany => &TOO_MANY_PROBLEMS,
    }
}
