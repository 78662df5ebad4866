use super::anchors::Anchor;
use super::arena::{BROKEN, Cell, Form};
use super::build::{Builder, Next};
use super::fault::{FaultKind, Related, Syntax};
use super::{ALIAS_ALLOWANCE, ALIAS_FACTOR, MAX_ALIAS_CHAIN, MAX_DEPTH};
use crate::text::Span;

impl Builder<'_> {
    /// An alias that the parser could not resolve: its anchor may stand in an earlier part of the text.
    pub(super) fn alias_by_name(&mut self, name: &str, at: Span) -> Next {
        let anchor = self.anchors.by_name(name);
        if anchor.is_none() && !self.anchors.may_be_lost(name) {
            let is_name = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
            let kind = if is_name {
                FaultKind::UnknownAlias { name: name.to_owned() }
            } else {
                FaultKind::Syntax(Syntax::ReservedStart { character: '*' })
            };
            self.fault(kind, at, None);
        }
        self.alias(anchor, at)
    }

    /// An alias to `anchor`, or to a value that was left out. It stays a pointer; what it stands for is counted, so
    /// that reading the whole tree is bounded before anybody reads it.
    pub(super) fn alias(&mut self, anchor: Option<Anchor>, at: Span) -> Next {
        self.last_end = at.end;
        let Some(anchor) = anchor else {
            return self.broken_alias(at);
        };
        if let Some(kind) = self.alias_fault(&anchor, at) {
            let related = Related { span: anchor.place, label: "the anchor" };
            let once = matches!(kind, FaultKind::AliasBudget { .. } | FaultKind::Depth);
            if once && self.is_told(&kind) {
                return self.broken_alias(at);
            }
            self.fault(kind, at, Some(related));
            return self.broken_alias(at);
        }
        self.aliased += anchor.bytes;
        if let Some(frame) = self.frames.last_mut() {
            frame.height = frame.height.max(anchor.height);
            frame.chain = frame.chain.max(anchor.chain + 1);
        }
        self.place(Cell { link: anchor.cell, ..Cell::new(Form::Alias, at.start, at.end) }).0
    }

    fn alias_fault(&self, anchor: &Anchor, at: Span) -> Option<FaultKind> {
        let name = || at.of(self.text).trim_start_matches('*').to_owned();
        let budget = ALIAS_FACTOR * self.text.len() as u64 + ALIAS_ALLOWANCE;
        if anchor.open {
            Some(FaultKind::AliasCycle { name: name() })
        } else if anchor.chain >= MAX_ALIAS_CHAIN {
            Some(FaultKind::AliasChain { name: name() })
        } else if self.frames.len() + anchor.height as usize > MAX_DEPTH {
            Some(FaultKind::Depth)
        } else if self.aliased + anchor.bytes > budget {
            Some(FaultKind::AliasBudget { name: name() })
        } else {
            None
        }
    }

    fn broken_alias(&mut self, at: Span) -> Next {
        self.place(Cell { flags: BROKEN, ..Cell::new(Form::Null, at.start, at.end) }).0
    }
}
