//! The changes for calendars: iCalendar, RFC 5545.
//!
//! Each change is an event of one whole day. A date known to the month or the year alone stands on the first day it can
//! mean, what is still to come after that day on the last, and the summary says how exact it is: a bar over a whole year
//! would hide every other day of a calendar, and a day that has passed is not looked at. The stamp is the day that
//! counts as today.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::{Timeline, told};
use crate::analysis::{Change, Event, Phase};
use crate::scorecard::{Board, PartialDate};

/// The octets of a line without its line end (RFC 5545, 3.1).
const LINE: usize = 75;

/// Writes the changes as a calendar.
///
/// # Errors
/// Where the writer fails.
pub fn write_ics(timeline: &Timeline<'_>, out: &mut dyn Write) -> io::Result<()> {
    let board = timeline.basis.board;
    let mut calendar = Calendar(String::new());
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//t12//t12 timeline//EN");
    calendar.line("CALSCALE", "GREGORIAN");
    calendar.text("X-WR-CALNAME", &board.title);
    let mut seen = BTreeMap::new();
    for event in &timeline.events {
        let id = id(timeline, event.what);
        // Two steps of one position may say the same: the second one is told apart by its number.
        let times = seen.entry(id.clone()).and_modify(|times| *times += 1).or_insert(1);
        let id = if *times > 1 { format!("{id}-{times}") } else { id };
        of_event(&mut calendar, timeline, event, &id);
    }
    calendar.line("END", "VCALENDAR");
    out.write_all(calendar.0.as_bytes())
}

fn of_event(calendar: &mut Calendar, timeline: &Timeline<'_>, event: &Event, id: &str) {
    let board = timeline.basis.board;
    let told = told(board, timeline.listings, event.what);
    calendar.line("BEGIN", "VEVENT");
    calendar.line("UID", &format!("{id}@t12"));
    calendar.line("DTSTAMP", &format!("{}T000000Z", basic(timeline.basis.today)));
    calendar.line("DTSTART;VALUE=DATE", &basic(day(event, timeline.basis.today)));
    let overdue = if event.phase == Phase::Overdue { "Overdue: " } else { "" };
    let summary = format!("{overdue}{}{} {}: {}", precision(event.date), told.who, told.subject, told.what);
    calendar.text("SUMMARY", &summary);
    calendar.text("DESCRIPTION", &about(board, event.what));
    calendar.text("CATEGORIES", event.phase.key());
    // The day is not taken: nobody is busy because a law begins to apply.
    calendar.line("TRANSP", "TRANSPARENT");
    calendar.line("END", "VEVENT");
}

/// The day of the calendar a change stands on.
fn day(event: &Event, today: PartialDate) -> PartialDate {
    let first = event.date.first_day();
    if event.phase == Phase::Coming && first < today { event.date.last_day() } else { first }
}

/// What stands in front of a date that is not known to the day.
fn precision(date: PartialDate) -> String {
    if date == date.first_day() { String::new() } else { format!("Some day in {date}: ") }
}

/// The measure in full with its area and question; nothing for listings, whose summary says it all.
fn about(board: &Board, change: Change) -> String {
    let Some((measure, _)) = change.cell() else { return String::new() };
    let found = board.measure(measure);
    let question = board.text(found.question);
    let parts = [&*board.area_of(measure).title, &*found.title, &*question];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}

/// What names a change for ever. A step is named by its words, not by its date: one that is put off stays itself.
fn id(timeline: &Timeline<'_>, change: Change) -> String {
    let (board, listings) = (timeline.basis.board, timeline.listings);
    if let Some((entity, list)) = change.listing() {
        let (entity, list) = (&listings.entity(board, entity).id, &listings.list(board, list).id);
        return format!("{entity}.{list}.{}", change.key());
    }
    let Some((measure, column)) = change.cell() else { return change.key().to_owned() };
    let (area, id) = (&board.area_of(measure).id, &board.measure(measure).id);
    let place = format!("{area}.{id}.{}.{}", board.jurisdiction(column).code, change.key());
    let step = match change {
        Change::Step(_, _, number) => board
            .position(board.cell(measure, column))
            .and_then(|position| position.next.get(number as usize)),
        _ => None,
    };
    match step {
        Some(step) => format!("{place}.{:016x}", fnv(&board.text(step.what))),
        None => place,
    }
}

/// FNV-1a of 64 bits (Fowler, Noll and Vo): short, and the same on every machine and in every version.
fn fnv(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A whole date as RFC 5545 writes it: `20270101`.
fn basic(date: PartialDate) -> String {
    date.to_string().replace('-', "")
}

/// A calendar as it is written.
struct Calendar(String);

impl Calendar {
    /// Adds a property with a text; nothing where there is none (RFC 5545, 3.3.11).
    fn text(&mut self, name: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        let mut escaped = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                c => escaped.push(c),
            }
        }
        self.line(name, &escaped);
    }

    /// Adds a line, folded so that no part of it is longer than 75 octets and no character is torn.
    fn line(&mut self, name: &str, value: &str) {
        let mut taken = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if taken + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                taken = 1;
            }
            self.0.push(c);
            taken += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(text: &str) -> String {
        let mut calendar = Calendar(String::new());
        calendar.text("SUMMARY", text);
        calendar.0
    }

    #[test]
    fn what_means_something_to_calendars_is_escaped() {
        assert_eq!(written("a, b; c\\d"), "SUMMARY:a\\, b\\; c\\\\d\r\n");
        assert_eq!(written(""), "");
    }

    #[test]
    fn what_is_not_known_to_the_day_stands_where_it_is_looked_at_and_says_so() {
        let date = |text| PartialDate::parse(text).unwrap();
        let today = date("2026-11-21");
        let stands = |phase, text| {
            let what = Change::Began(crate::scorecard::MeasureIndex(0), crate::scorecard::Column(0));
            (basic(day(&Event { phase, date: date(text), what }, today)), precision(date(text)))
        };
        let told = |day: &str, precision: &str| (day.to_owned(), precision.to_owned());
        assert_eq!(stands(Phase::Coming, "2027-03-02"), told("20270302", ""));
        assert_eq!(stands(Phase::Coming, "2027"), told("20270101", "Some day in 2027: "));
        assert_eq!(stands(Phase::Coming, "2026"), told("20261231", "Some day in 2026: "));
        assert_eq!(stands(Phase::Past, "2024-02"), told("20240201", "Some day in 2024-02: "));
    }

    #[test]
    fn the_hash_is_the_published_one() {
        // Test vectors of the authors: isthe.com/chongo/src/fnv/test_fnv.c.
        assert_eq!(fnv(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv("foobar"), 0x8594_4171_f739_67e8);
    }

    proptest! {
        #[test]
        fn lines_are_short_and_unfold_to_what_was_said(text in "[a-zé漢😀 ]{1,300}") {
            let line = written(&text);
            prop_assert!(line.ends_with("\r\n"));
            prop_assert!(line.split("\r\n").all(|part| part.len() <= LINE));
            prop_assert_eq!(line.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
        }
    }
}
