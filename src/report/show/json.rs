use serde::Serialize;

use super::Place;
use crate::report::json::{ByCode, VERSION, written};
use crate::report::words;
use crate::scorecard::{
    Answer, Approach, Area, Board, Caveat, Column, Confidence, Level, Marking, MeasureIndex, NextStep,
    Position, Relation, Source, Status, Use, Weight,
};

/// The JSON of `t12 show`.
#[derive(Debug, Serialize)]
pub struct ShowJson<'a> {
    t12: u32,
    area: &'a str,
    measure: Option<&'a str>,
    jurisdiction: Option<&'a str>,
    #[serde(flatten)]
    shown: Shown<'a>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Shown<'a> {
    Area(AreaJson<'a>),
    Measure(MeasureJson<'a>),
    Position(PositionJson<'a>),
}

#[derive(Debug, Serialize)]
struct AreaJson<'a> {
    title: &'a str,
    short: Option<&'a str>,
    summary: Option<String>,
    as_of: String,
    weight: f64,
    caveats: Vec<CaveatJson>,
    measures: Vec<MeasureJson<'a>>,
}

#[derive(Debug, Serialize)]
struct CaveatJson {
    text: String,
    applies_to: Vec<String>,
}

#[derive(Debug, Serialize)]
struct MeasureJson<'a> {
    id: &'a str,
    title: &'a str,
    short: Option<&'a str>,
    question: Option<String>,
    why: Option<String>,
    weight: f64,
    weight_note: Option<String>,
    competence: &'static str,
    approaches: Vec<ApproachJson<'a>>,
    scale: [Option<String>; 5],
    relation: Option<&'static str>,
    relation_note: Option<String>,
    positions: ByCode<PositionJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ApproachJson<'a> {
    name: &'a str,
    meaning: Option<String>,
}

#[derive(Debug, Default, Serialize)]
struct PositionJson<'a> {
    inherited_from: Option<&'a str>,
    state: &'static str,
    level: Option<u8>,
    supposed: bool,
    rubric: Option<String>,
    state_now: Option<&'static str>,
    level_now: Option<u8>,
    approach: Option<&'a str>,
    status: Option<&'static str>,
    instrument: Option<String>,
    since: Option<String>,
    next: Vec<StepJson>,
    #[serde(rename = "use")]
    usage: Option<&'static str>,
    headline: Option<String>,
    summary: Option<String>,
    confidence: Option<&'static str>,
    sources: Vec<SourceJson>,
    reply: Option<String>,
    marking: Option<&'static str>,
    contested: Option<ContestedJson>,
    reviewed: Option<ReviewJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    caveats: Vec<String>,
}

#[derive(Debug, Serialize)]
struct StepJson {
    date: String,
    what: Option<String>,
    level: Option<u8>,
}

#[derive(Debug, Serialize)]
struct SourceJson {
    title: Option<String>,
    publisher: Option<String>,
    url: Option<String>,
    date: Option<String>,
    unread: bool,
}

#[derive(Debug, Serialize)]
struct ContestedJson {
    level: u8,
    reason: Option<String>,
}

#[derive(Debug, Serialize)]
struct ReviewJson {
    on: String,
    by: Option<String>,
}

pub(super) fn json(board: &Board, place: Place) -> ShowJson<'_> {
    let at = |index: MeasureIndex| (&*board.area_of(index).id, Some(&*board.measure(index).id));
    let (area, measure, jurisdiction, shown) = match place {
        Place::Area(number) => {
            let area = &board.areas[number];
            (&*area.id, None, None, Shown::Area(area_json(board, area)))
        }
        Place::Measure(index) => {
            let (area, measure) = at(index);
            (area, measure, None, Shown::Measure(measure_json(board, index)))
        }
        Place::Position(index, column) => {
            let (area, measure) = at(index);
            let code = board.jurisdiction(column).code.as_str();
            (area, measure, Some(code), Shown::Position(position_json(board, index, column)))
        }
    };
    ShowJson { t12: VERSION, area, measure, jurisdiction, shown }
}

fn area_json<'a>(board: &'a Board, area: &'a Area) -> AreaJson<'a> {
    AreaJson {
        title: &area.title,
        short: area.short.as_deref(),
        summary: written(board, area.summary),
        as_of: area.as_of.to_string(),
        weight: weight(area.weight),
        caveats: area.caveats.iter().map(|caveat| caveat_json(board, caveat)).collect(),
        measures: area.measures().map(|index| measure_json(board, index)).collect(),
    }
}

fn caveat_json(board: &Board, caveat: &Caveat) -> CaveatJson {
    let applies_to = caveat.applies_to.iter().map(|standing| match &standing.cell {
        Some(cell) => format!("{}/{cell}", standing.row),
        None => standing.row.to_string(),
    });
    CaveatJson { text: board.text(caveat.text).into_owned(), applies_to: applies_to.collect() }
}

fn measure_json(board: &Board, index: MeasureIndex) -> MeasureJson<'_> {
    let measure = board.measure(index);
    let position = |column: Column| (board.jurisdiction(column).code, position_json(board, index, column));
    MeasureJson {
        id: &measure.id,
        title: &measure.title,
        short: measure.short.as_deref(),
        question: written(board, measure.question),
        why: written(board, measure.why),
        weight: weight(measure.weight),
        weight_note: written(board, measure.weight_note),
        competence: measure.competence.key(),
        approaches: measure.approaches.iter().map(|approach| approach_json(board, approach)).collect(),
        scale: measure.scale.map(|sentence| written(board, sentence)),
        relation: measure.relation.map(Relation::key),
        relation_note: written(board, measure.relation_note),
        positions: ByCode(board.columns().map(position).collect()),
    }
}

fn approach_json<'a>(board: &Board, approach: &'a Approach) -> ApproachJson<'a> {
    ApproachJson { name: &approach.name, meaning: written(board, approach.meaning) }
}

fn position_json(board: &Board, index: MeasureIndex, column: Column) -> PositionJson<'_> {
    let (measure, cell) = (board.measure(index), board.cell(index, column));
    let root = board.jurisdiction(cell.root).code.as_str();
    let rubric = cell.answer.level().and_then(|level| measure.scale.get(usize::from(level.number())));
    let caveats = board.caveats(index, column).map(|caveat| board.text(caveat.text).into_owned());
    let empty = PositionJson {
        inherited_from: (cell.root != column).then_some(root),
        state: words::state(cell.answer),
        level: number(cell.answer),
        supposed: cell.supposed,
        rubric: rubric.and_then(|&sentence| written(board, sentence)),
        caveats: caveats.collect(),
        ..PositionJson::default()
    };
    let Some(position) = board.position(cell) else { return empty };
    let approach = position.approach.and_then(|number| measure.approaches.get(usize::from(number)));
    PositionJson { approach: approach.map(|approach| &*approach.name), ..filled(board, position, empty) }
}

fn filled<'a>(board: &Board, position: &Position, empty: PositionJson<'a>) -> PositionJson<'a> {
    PositionJson {
        state_now: position.level_now.map(words::state),
        level_now: position.level_now.and_then(number),
        status: position.status.map(Status::key),
        instrument: written(board, position.instrument),
        since: position.since.map(|date| date.to_string()),
        next: position.next.iter().map(|step| step_json(board, step)).collect(),
        usage: position.usage.map(Use::key),
        headline: written(board, position.headline),
        summary: written(board, position.summary),
        confidence: position.confidence.map(Confidence::key),
        sources: position.sources.iter().map(|source| source_json(board, source)).collect(),
        reply: written(board, position.reply),
        marking: Some(Marking::key(position.marking)),
        contested: position.contested.as_ref().map(|contested| ContestedJson {
            level: contested.level.number(),
            reason: written(board, contested.reason),
        }),
        reviewed: position
            .reviewed
            .as_ref()
            .map(|review| ReviewJson { on: review.on.to_string(), by: written(board, review.by) }),
        note: written(board, position.note),
        ..empty
    }
}

fn step_json(board: &Board, step: &NextStep) -> StepJson {
    StepJson {
        date: step.date.to_string(),
        what: written(board, step.what),
        level: step.level.map(Level::number),
    }
}

fn source_json(board: &Board, source: &Source) -> SourceJson {
    SourceJson {
        title: written(board, source.title),
        publisher: written(board, source.publisher),
        url: written(board, source.url),
        date: source.date.map(|date| date.to_string()),
        unread: source.unread,
    }
}

fn number(answer: Answer) -> Option<u8> {
    answer.level().map(Level::number)
}

fn weight(weight: Weight) -> f64 {
    f64::from(weight.thousandths()) / 1000.0
}
