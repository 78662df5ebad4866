use serde::Serialize;

use super::Listed;
use super::side::approach;
use crate::analysis::{Finding, Gap, Profile, Reach, Side, Tag};
use crate::report::basis::Basis;
use crate::report::document::Field;
use crate::report::json::{AlignmentJson, ComparisonJson, CountsJson, VERSION, weight, written};
use crate::report::selection::SelectionJson;
use crate::report::words;
use crate::scorecard::{Level, MeasureIndex};

/// The columns of `t12 compare --format csv`.
pub(super) const HEADINGS: [&str; 18] = [
    "finding",
    "area",
    "measure",
    "gap",
    "band",
    "rank",
    "weight",
    "tags",
    "lowest_first",
    "highest_first",
    "approach_first",
    "headline_first",
    "lowest_second",
    "highest_second",
    "approach_second",
    "headline_second",
    "members_decide",
    "supposed",
];

/// The JSON of `t12 compare`.
#[derive(Debug, Serialize)]
pub struct CompareJson<'a> {
    t12: u32,
    comparison: ComparisonJson<'a>,
    sides: [ProfileJson<'a>; 2],
    filter: Option<SelectionJson<'a>>,
    counts: CountsJson,
    first_fuller: u32,
    second_fuller: u32,
    alignment: AlignmentJson,
    instruments: InstrumentsJson,
    measures: Vec<MeasureJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ProfileJson<'a> {
    jurisdiction: &'a str,
    name: &'a str,
    lens: String,
}

#[derive(Debug, Serialize)]
struct InstrumentsJson {
    common: u32,
    same: u32,
}

#[derive(Debug, Serialize)]
struct MeasureJson<'a> {
    finding: &'static str,
    area: &'a str,
    measure: &'a str,
    gap: Option<i8>,
    band: &'static str,
    rank: Option<u32>,
    weight: f64,
    tags: Vec<&'static str>,
    sides: [SideJson<'a>; 2],
}

#[derive(Debug, Serialize)]
struct SideJson<'a> {
    level: Option<u8>,
    span: Option<[u8; 2]>,
    members_decide: bool,
    supposed: bool,
    rubric: Option<String>,
    approach: Option<&'a str>,
    headline: Option<String>,
}

impl<'a> CompareJson<'a> {
    pub(super) fn of(listed: &'a Listed<'_>) -> Self {
        let compare = &listed.compare;
        let counts = listed.counts();
        let instruments = compare.beside.instruments();
        Self {
            t12: VERSION,
            comparison: ComparisonJson::of(&compare.basis),
            sides: compare.beside.profiles().map(|profile| ProfileJson::of(&compare.basis, profile)),
            filter: listed.listed.json(),
            counts: CountsJson::from(&counts),
            first_fuller: counts.first_fuller,
            second_fuller: counts.second_fuller,
            alignment: AlignmentJson::from(compare.beside.pair()),
            instruments: InstrumentsJson { common: instruments.common, same: instruments.same },
            measures: listed.gaps().map(|gap| MeasureJson::of(listed, gap)).collect(),
        }
    }

    /// The measures as rows of a table.
    pub(super) fn rows(&self) -> impl Iterator<Item = Vec<Field>> {
        self.measures.iter().map(MeasureJson::row)
    }
}

impl<'a> ProfileJson<'a> {
    fn of(basis: &Basis<'a>, profile: Profile) -> Self {
        let jurisdiction = basis.board.jurisdiction(profile.column);
        Self {
            jurisdiction: jurisdiction.code.as_str(),
            name: &jurisdiction.name,
            lens: words::lens(profile.lens),
        }
    }
}

impl<'a> MeasureJson<'a> {
    fn of(listed: &'a Listed<'_>, gap: &Gap) -> Self {
        let basis = &listed.compare.basis;
        let [first, second] = listed.compare.beside.profiles();
        Self {
            finding: Finding::of(gap).key(),
            area: &basis.board.area_of(gap.measure).id,
            measure: &basis.board.measure(gap.measure).id,
            gap: gap.gap,
            band: gap.band.key(),
            rank: gap.rank,
            weight: weight(gap.weight),
            tags: gap.tags.iter().map(Tag::key).collect(),
            sides: [
                SideJson::of(basis, gap.measure, first, &gap.first),
                SideJson::of(basis, gap.measure, second, &gap.second),
            ],
        }
    }

    fn row(&self) -> Vec<Field> {
        let mut row = vec![
            Field::text(self.finding),
            Field::text(self.area),
            Field::text(self.measure),
            Field::maybe(self.gap),
            Field::text(self.band),
            Field::maybe(self.rank),
            Field::figure(&self.weight),
            Field::text(self.tags.join(" ")),
        ];
        row.extend(self.sides.iter().flat_map(SideJson::fields));
        let decided = self.sides.iter().any(|side| side.members_decide);
        row.push(Field::text(if decided { "yes" } else { "no" }));
        let supposed = ["first", "second"].into_iter().zip(&self.sides).filter(|(_, side)| side.supposed);
        row.push(Field::text(supposed.map(|(side, _)| side).collect::<Vec<_>>().join(" ")));
        row
    }
}

impl<'a> SideJson<'a> {
    fn of(basis: &Basis<'a>, measure: MeasureIndex, profile: Profile, side: &Side) -> Self {
        let board = basis.board;
        let level = match side.reach {
            Reach::Known { lo, hi } if lo == hi => Some(lo.number()),
            _ => None,
        };
        let own = board.position(board.cell(measure, profile.column)).filter(|_| !side.members_decide);
        let headline = own.map(|position| words::headline(board, position));
        Self {
            level,
            span: side.reach.levels().map(|levels| levels.map(Level::number)),
            members_decide: side.members_decide,
            supposed: basis.supposes(measure, profile.column, side),
            rubric: level.and_then(|level| written(board, board.measure(measure).scale[usize::from(level)])),
            approach: if side.members_decide { None } else { approach(board, measure, profile) },
            headline: headline.filter(|headline| !headline.is_empty()),
        }
    }

    fn fields(&self) -> [Field; 4] {
        [
            Field::maybe(self.span.map(|[lo, _]| lo)),
            Field::maybe(self.span.map(|[_, hi]| hi)),
            Field::text(self.approach.unwrap_or_default()),
            Field::text(self.headline.as_deref().unwrap_or_default()),
        ]
    }
}
