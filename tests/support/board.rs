//! Boards from a few words: `Draft::new("EU US FI<EU").area("1").measure("1 shared", "EU 3, US 1, FI ^EU").build()`.
//!
//! A jurisdiction `FI<EU` is a member of the EU. A position is a code, then `0` to `4`, `?` for unknown, `-` for not
//! applicable or `^CODE` for inherited, then details: `now=1 status=adopted confidence=low approach=0 contested=3
//! next=2027-01-01:3` (`next=2027` for a step without a level).

#![expect(clippy::expect_used, clippy::panic, reason = "a board in a test is written wrongly or rightly")]

use t12::scorecard::{
    Answer, AreaEntry, Board, BoardPlan, Code, Competence, Confidence, Contested, Entry, GroupEntry,
    JurisdictionEntry, Level, MeasureEntry, NextStep, PartialDate, Parts, Position, Prose, Said, Scorecard,
    Status, Weight, WeightChoice,
};
use t12::text::Span;

/// A board in the making.
pub(crate) struct Draft {
    plan: BoardPlan,
    scorecards: Vec<Scorecard>,
}

impl Draft {
    /// A board with these jurisdictions; the first two are the poles, all are the group.
    pub(crate) fn new(jurisdictions: &str) -> Self {
        let jurisdictions: Vec<JurisdictionEntry> =
            jurisdictions.split_whitespace().map(jurisdiction).collect();
        let plan = BoardPlan {
            title: "Test".into(),
            poles: [0, 1].map(|pole| (jurisdictions[pole].code, Span::default())),
            jurisdictions,
            groups: Vec::new(),
            group: None,
            areas: Vec::new(),
            weights: (WeightChoice::Authored, Span::default()),
            weight_sets: Vec::new(),
            stale_after_days: BoardPlan::STALE_AFTER_DAYS,
            views: Vec::new(),
            open: false,
        };
        Self { plan, scorecards: Vec::new() }
    }

    /// The group to start with.
    pub(crate) fn group(mut self, members: &str) -> Self {
        let members = members.split_whitespace().map(|text| (code(text), Span::default())).collect();
        self.plan.groups.push(GroupEntry { name: "group".into(), members });
        self.plan.group = Some(("group".into(), Span::default()));
        self
    }

    /// A further area with its weight.
    pub(crate) fn area(mut self, weight: &str) -> Self {
        let id: Box<str> = format!("area-{}", self.scorecards.len()).into();
        self.plan.areas.push(AreaEntry {
            id: id.clone(),
            at: Span::default(),
            weight: Weight::parse(weight).expect("a weight"),
        });
        self.scorecards.push(Scorecard {
            id: id.clone(),
            id_at: Span::default(),
            title: id,
            short: None,
            summary: Prose::default(),
            as_of: PartialDate::parse("2026").expect("a date"),
            as_of_at: Span::default(),
            caveats: Vec::new(),
            measures: Vec::new(),
        });
        self
    }

    /// A further measure of the last area: weight and competence, then the positions.
    pub(crate) fn measure(mut self, head: &str, positions: &str) -> Self {
        let (weight, competence) = head.split_once(' ').unwrap_or((head, "shared"));
        let measures = &mut self.scorecards.last_mut().expect("an area first").measures;
        let id: Box<str> = format!("measure-{}", measures.len()).into();
        measures.push(MeasureEntry {
            id: id.clone(),
            id_at: Span::default(),
            title: id,
            short: None,
            question: Prose::default(),
            why: Prose::default(),
            weight: Weight::parse(weight).expect("a weight"),
            weight_note: Prose::default(),
            competence: one_of(Competence::ALL, Competence::key, competence),
            approaches: Vec::new(),
            scale: [Prose::default(); 5],
            relation: None,
            relation_note: Prose::default(),
            positions: positions.split(',').filter(|text| !text.trim().is_empty()).map(entry).collect(),
            at: Span::default(),
        });
        self
    }

    /// The board.
    pub(crate) fn build(self) -> Board {
        let scorecards = self.scorecards.into_iter().zip(0..).map(|(card, file)| (file, card)).collect();
        Board::assemble(self.plan, Parts { scorecards, ..Parts::default() })
    }
}

fn code(text: &str) -> Code {
    Code::parse(text).expect("a code")
}

fn jurisdiction(text: &str) -> JurisdictionEntry {
    let (own, union) = text.split_once('<').map_or((text, None), |(own, union)| (own, Some(union)));
    JurisdictionEntry {
        code: code(own),
        code_at: Span::default(),
        name: own.into(),
        short: None,
        member_of: union.map(|union| (code(union), Span::default())),
    }
}

fn entry(text: &str) -> Entry {
    let mut words = text.split_whitespace();
    let own = code(words.next().expect("a code"));
    let level = words.next().expect("a level");
    let says = match level.strip_prefix('^') {
        Some(from) => Said::Inherits { from: code(from), at: Span::default() },
        None => Said::Own(Box::new(words.fold(Position::bare(answer(level)), detail))),
    };
    Entry { code: own, code_at: Span::default(), says }
}

fn answer(text: &str) -> Answer {
    match text {
        "?" => Answer::Unknown,
        "-" => Answer::NotApplicable,
        number => Answer::Known(level(number)),
    }
}

fn level(text: &str) -> Level {
    text.parse().ok().and_then(Level::new).expect("a level from 0 to 4")
}

fn one_of<T: Copy, const N: usize>(all: [T; N], key: fn(T) -> &'static str, word: &str) -> T {
    all.into_iter().find(|&one| key(one) == word).expect("a word of the format")
}

fn detail(mut position: Position, text: &str) -> Position {
    let (key, value) = text.split_once('=').expect("key=value");
    match key {
        "now" => position.level_now = Some(answer(value)),
        "status" => position.status = Some(one_of(Status::ALL, Status::key, value)),
        "confidence" => position.confidence = Some(one_of(Confidence::ALL, Confidence::key, value)),
        "approach" => position.approach = Some(value.parse().expect("a number")),
        "contested" => {
            position.contested = Some(Contested { level: level(value), reason: Prose::default() });
        }
        "next" => position.next.push(step(value)),
        _ => panic!("no detail {key}"),
    }
    position
}

fn step(text: &str) -> NextStep {
    let (date, to) = text.split_once(':').map_or((text, None), |(date, to)| (date, Some(level(to))));
    NextStep {
        date: PartialDate::parse(date).expect("a date"),
        date_at: Span::default(),
        what: Prose::default(),
        level: to,
    }
}
