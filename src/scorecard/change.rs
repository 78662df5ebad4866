//! What changed between two boards, told by what the files mean: a line that moved is no change.

use super::{Board, Column, Contested, MeasureIndex, NextStep, Position, Review, Source, Texts};

/// A position with the texts its prose stands in.
#[derive(Clone, Copy)]
struct Said<'b> {
    texts: &'b Texts,
    position: &'b Position,
    /// The name of its kind of instrument.
    approach: Option<&'b str>,
}

impl Board {
    /// Whether a cell says something else than a cell of an earlier board did: by another position of its own, or by
    /// the position of another jurisdiction. One that inherits from the same jurisdiction as before did not change
    /// itself.
    pub fn says_something_else(
        &self,
        (measure, column): (MeasureIndex, Column),
        earlier: &Self,
        (before, column_before): (MeasureIndex, Column),
    ) -> bool {
        let (now, then) = (self.cell(measure, column), earlier.cell(before, column_before));
        let code = |board: &Self, column: Column| board.jurisdiction(column).code;
        if code(self, now.root) != code(earlier, then.root) {
            return true;
        }
        if now.root != column {
            return false;
        }
        let says = self.position(now).map(|position| self.said(measure, position));
        let said = earlier.position(then).map(|position| earlier.said(before, position));
        match (says, said) {
            (Some(says), Some(said)) => !says.same(said),
            (says, said) => says.is_some() != said.is_some(),
        }
    }

    fn said<'b>(&'b self, measure: MeasureIndex, position: &'b Position) -> Said<'b> {
        let approaches = &self.measure(measure).approaches;
        let approach = position.approach.and_then(|number| approaches.get(usize::from(number)));
        Said { texts: &self.texts, position, approach: approach.map(|approach| &*approach.name) }
    }
}

impl Said<'_> {
    /// Whether both say the same in every field.
    fn same(self, other: Self) -> bool {
        // Every field by its name, so that none is forgotten: places in the file say nothing.
        let Position {
            level,
            level_at: _,
            level_now,
            approach: _,
            status,
            status_at: _,
            instrument,
            since,
            next,
            usage,
            headline,
            summary,
            confidence,
            sources,
            note,
            reply,
            marking,
            contested,
            reviewed,
            at: _,
        } = self.position;
        let then = other.position;
        let text = |now, before| self.texts.get(now) == other.texts.get(before);
        let facts = (level, level_now, status, since, usage, confidence, marking)
            == (
                &then.level,
                &then.level_now,
                &then.status,
                &then.since,
                &then.usage,
                &then.confidence,
                &then.marking,
            );
        let step = |now: &NextStep, before: &NextStep| {
            (now.date, now.level) == (before.date, before.level) && text(now.what, before.what)
        };
        let source = |now: &Source, before: &Source| {
            (now.date, now.unread) == (before.date, before.unread)
                && text(now.title, before.title)
                && text(now.publisher, before.publisher)
                && text(now.url, before.url)
        };
        let contest = |now: &Contested, before: &Contested| {
            now.level == before.level && text(now.reason, before.reason)
        };
        let review = |now: &Review, before: &Review| now.on == before.on && text(now.by, before.by);
        facts
            && self.approach == other.approach
            && text(*instrument, then.instrument)
            && text(*headline, then.headline)
            && text(*summary, then.summary)
            && text(*note, then.note)
            && text(*reply, then.reply)
            && all(next, &then.next, step)
            && all(sources, &then.sources, source)
            && all(contested.as_slice(), then.contested.as_slice(), contest)
            && all(reviewed.as_slice(), then.reviewed.as_slice(), review)
    }
}

fn all<T>(now: &[T], before: &[T], same: impl Fn(&T, &T) -> bool) -> bool {
    now.len() == before.len() && now.iter().zip(before).all(|(now, before)| same(now, before))
}
