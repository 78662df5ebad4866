use super::{Editions, has_moved};
use crate::analysis::change::MeasureChange;
use crate::analysis::{Band, Reach};
use crate::report::document::{Field, Table};
use crate::report::words;
use crate::scorecard::{Board, Code, MeasureIndex, NextStep};

/// What changed on one measure, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The measure; nothing where the later edition does not have it.
    pub measure: Option<MeasureIndex>,
    /// Its title.
    pub title: String,
    /// The title of its area.
    pub area: String,
    /// The gap before and now: `EU fuller by 2 → same level`; empty where levels are not compared.
    pub gap: String,
    /// What became of it: `converging`.
    pub course: String,
    /// The rest, a sentence each.
    pub details: Vec<String>,
}

/// What is said of a measure whose rubric reads otherwise.
const ANOTHER_RUBRIC: &str = "another rubric";

/// An announced step whose day has passed while the position stayed as it was.
pub(super) struct Late {
    pub(super) code: String,
    pub(super) date: String,
    pub(super) what: String,
}

impl Editions<'_> {
    /// What is to be told, measure by measure: those of both in reading order, those only the later edition has, those only
    /// the earlier one has.
    pub fn told(&self) -> Vec<Told> {
        let changed = self.changed().map(|change| self.tell(change));
        let alone = |board: &Board, measure, now: Option<MeasureIndex>, edition: &str| Told {
            measure: now,
            title: board.measure(measure).short_title().to_owned(),
            area: board.area_of(measure).short_title().to_owned(),
            gap: String::new(),
            course: format!("only in the {edition} edition"),
            details: Vec::new(),
        };
        let board = self.basis.board;
        let added = self.added().map(|measure| alone(board, measure, Some(measure), "later"));
        let removed = self.removed().map(|measure| alone(self.earlier, measure, None, "earlier"));
        changed.chain(added).chain(removed).collect()
    }

    fn tell(&self, change: &MeasureChange) -> Told {
        let board = self.basis.board;
        let measure = change.measure[1];
        let mut details = Vec::new();
        if change.is_broken {
            details.push("A sentence of its rubric reads otherwise: levels are not compared.".to_owned());
        }
        details.extend(self.who(change).map(|who| format!("{}.", words::capitalised(&who))));
        let moved = self.positions(change);
        if !moved.is_empty() {
            details.push(format!("Levels: {moved}."));
        }
        let spread = self.spread(change);
        if !spread.is_empty() {
            details.push(format!("Spread D of the group: {spread}."));
        }
        let late =
            self.late(change).map(|Late { code, date, what }| format!("Delayed: {date} {code}: {what}"));
        details.extend(late);
        Told {
            measure: Some(measure),
            title: board.measure(measure).short_title().to_owned(),
            area: board.area_of(measure).short_title().to_owned(),
            gap: self.gap(change),
            course: course(change),
            details,
        }
    }

    /// The measures on which something but an announced step changed, one a row.
    pub(super) fn moved(&self) -> Table {
        let headings = ["Measure", "Area", "Gap", "Course", "Which pole", "Levels", "Spread D"];
        let mut table = Table::new(headings).wrapping(&[0, 1, 2, 4, 5]);
        for change in self.changed().filter(|change| has_moved(change)) {
            let told = self.tell(change);
            table.row(vec![
                Field::text(told.title),
                Field::text(told.area),
                Field::text(told.gap),
                Field::text(told.course),
                Field::text(self.who(change).unwrap_or_default()),
                Field::text(self.positions(change)),
                Field::text(self.spread(change)),
            ]);
        }
        table
    }

    /// The announced steps that did not come, one a row.
    pub(super) fn delayed(&self) -> Table {
        let mut table = Table::new(["Delayed since", "Jurisdiction", "Step", "Measure"]).wrapping(&[2, 3]);
        for change in self.changed() {
            let title = self.basis.board.measure(change.measure[1]).short_title();
            for Late { code, date, what } in self.late(change) {
                table.row(vec![Field::text(date), Field::text(code), Field::text(what), Field::text(title)]);
            }
        }
        table
    }

    /// The gap before and now; the one gap where it is the same.
    fn gap(&self, change: &MeasureChange) -> String {
        if change.is_broken {
            return String::new();
        }
        let [before, now] = [0, 1].map(|edition| self.gap_in(change, edition));
        if before == now { now } else { self.arrow(&before, &now) }
    }

    /// The gap in one of the editions, in words.
    fn gap_in(&self, change: &MeasureChange, edition: usize) -> String {
        let reach = change.poles.each_ref().map(|pole| pole.reach[edition]);
        let band = match change.gap[edition] {
            Some(steps) if steps != 0 => {
                let fuller = self.basis.poles()[usize::from(steps > 0)];
                return format!("{fuller} fuller by {}", steps.unsigned_abs());
            }
            Some(_) if reach.iter().all(|&reach| is_one_level(reach)) => Band::SameLevel,
            Some(_) => Band::WithinSpan,
            None if reach.contains(&Reach::NotApplicable) => Band::NotComparable,
            None => Band::OpenQuestion,
        };
        words::band(band).to_owned()
    }

    /// Which of the poles moved, in words.
    fn who(&self, change: &MeasureChange) -> Option<String> {
        change.attribution.map(|attribution| attribution.words(change.course, self.basis.poles()))
    }

    /// Who is at another level than before: `US 0 → 2, JP unknown → 1`.
    fn positions(&self, change: &MeasureChange) -> String {
        let told = change.moved.iter().map(|moved| {
            let [before, now] = moved.answer.map(words::answer);
            format!("{} {}", self.basis.code(moved.column), self.arrow(&before, &now))
        });
        told.collect::<Vec<_>>().join(", ")
    }

    /// Dispersion before and now, where it is another.
    fn spread(&self, change: &MeasureChange) -> String {
        match change.dispersion {
            [Some(before), Some(now)] if !change.is_broken && (before - now).abs() > 1e-12 => {
                self.arrow(&words::hundredths(before), &words::hundredths(now))
            }
            _ => String::new(),
        }
    }

    /// The announced steps of a measure that did not come.
    pub(super) fn late(&self, change: &MeasureChange) -> impl Iterator<Item = Late> {
        change.delayed.iter().map(|late| {
            let code = self.basis.board.jurisdiction(late.column).code;
            let what = self.step(change.measure[0], code, late.step);
            let what = what.map(|step| self.earlier.text(step.what).into_owned()).unwrap_or_default();
            Late { code: code.to_string(), date: late.date.to_string(), what }
        })
    }

    /// A step that a position of the earlier edition announced, by its place among them.
    fn step(&self, measure: MeasureIndex, code: Code, step: usize) -> Option<&NextStep> {
        let cell = self.earlier.cell(measure, self.earlier.column(code)?);
        self.earlier.position(cell)?.next.get(step)
    }

    fn arrow(&self, before: &str, now: &str) -> String {
        words::from_to(before, now, self.basis.glyphs)
    }
}

/// What became of a gap, in a word; empty where that cannot be said.
fn course(change: &MeasureChange) -> String {
    match change.course {
        _ if change.is_broken => ANOTHER_RUBRIC.to_owned(),
        Some(course) => course.key().to_owned(),
        None => String::new(),
    }
}

fn is_one_level(reach: Reach) -> bool {
    matches!(reach, Reach::Known { lo, hi } if lo == hi)
}

/// What measures are called, with their areas.
pub(super) fn names(board: &Board, measures: impl Iterator<Item = MeasureIndex>) -> Vec<String> {
    let name = |measure| {
        format!("{}: {}", board.area_of(measure).short_title(), board.measure(measure).short_title())
    };
    measures.map(name).collect()
}
