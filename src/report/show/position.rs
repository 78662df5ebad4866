use crate::report::document::{Document, Field, Table};
use crate::report::words;
use crate::scorecard::{
    Answer, Board, Cell, Column, Confidence, Marking, MeasureIndex, NextStep, PartialDate, Position, Source,
    Status, Use,
};

/// A position for people: the level and why, what it rests on, what is coming.
pub(super) fn document(board: &Board, index: MeasureIndex, column: Column) -> Document {
    let (measure, cell) = (board.measure(index), board.cell(index, column));
    let title =
        format!("{}: {}: {}", board.area_of(index).title, measure.title, board.jurisdiction(column).name);
    let mut document = Document::titled(title);
    let Some(position) = board.position(cell) else {
        document.paragraph(if cell.supposed { "No entry." } else { "No entry: unknown." });
        document.facts(
            [("Level", level(board, index, cell)), ("What-if", what_if(board, index, column))]
                .into_iter()
                .filter(|_| cell.supposed),
        );
        return document;
    };
    if position.marking == Marking::Clear {
        document.paragraph(board.text(position.headline));
    } else {
        document.paragraph(format!("Marked {}.", position.marking.key()));
        document.paragraph(words::headline(board, position));
    }
    document.facts(facts(board, index, column, position));
    document.paragraph(board.text(position.summary));
    let steps = position.next.iter().map(|step| next_step(board, step));
    document.list("Next steps", steps.collect());
    document.list("Sources", position.sources.iter().map(|source| cited(board, source)).collect());
    said(board, position, &mut document);
    let caveats = board.caveats(index, column).map(|caveat| board.text(caveat.text).into_owned());
    document.list("To bear in mind", caveats.collect());
    document
}

fn facts(
    board: &Board,
    index: MeasureIndex,
    column: Column,
    position: &Position,
) -> [(&'static str, String); 11] {
    let (measure, cell) = (board.measure(index), board.cell(index, column));
    let root = &board.jurisdiction(cell.root).name;
    let approach = position.approach.and_then(|number| measure.approaches.get(usize::from(number)));
    [
        ("Level", level(board, index, cell)),
        ("What-if", what_if(board, index, column)),
        ("The level above", level_above(board, index, cell)),
        ("Inherited from", if cell.root == column { String::new() } else { root.to_string() }),
        (
            "What applies today",
            position.level_now.map(|now| format!("level {}", words::answer(now))).unwrap_or_default(),
        ),
        ("Status", position.status.map_or("", Status::words).to_owned()),
        ("Instrument", board.text(position.instrument).into_owned()),
        ("Kind of instrument", approach.map(|approach| approach.name.to_string()).unwrap_or_default()),
        ("Since", position.since.map(|date| date.to_string()).unwrap_or_default()),
        ("Use", position.usage.map_or("", Use::key).to_owned()),
        ("Confidence", position.confidence.map_or("", Confidence::key).to_owned()),
    ]
}

fn level(board: &Board, index: MeasureIndex, cell: Cell) -> String {
    let words = words::answer(cell.answer);
    let sentence = cell.answer.level().and_then(|level| rubric(board, index, level.number()));
    sentence.map_or(words.clone(), |sentence| format!("{words}: {sentence}"))
}

/// That the level is supposed, and what the files say; empty where it is not.
fn what_if(board: &Board, index: MeasureIndex, column: Column) -> String {
    if !board.cell(index, column).supposed {
        return String::new();
    }
    let recorded = words::answer(board.recorded(index, column).answer);
    format!("the level is supposed; what follows is what the files say of level {recorded}")
}

fn level_above(board: &Board, index: MeasureIndex, cell: Cell) -> String {
    let above = cell.answer.level().map(|level| level.number() + 1);
    let told = above.and_then(|above| Some(format!("{above}: {}", rubric(board, index, above)?)));
    told.unwrap_or_default()
}

fn rubric(board: &Board, index: MeasureIndex, level: u8) -> Option<String> {
    let sentence = board.text(*board.measure(index).scale.get(usize::from(level))?);
    (!sentence.is_empty()).then(|| sentence.into_owned())
}

fn next_step(board: &Board, step: &NextStep) -> String {
    let what = format!("{}: {}", step.date, board.text(step.what));
    step.level.map_or(what.clone(), |level| format!("{what} (then level {level})"))
}

/// A source as it is cited: title, publisher, date, address, and whether it was only cited.
fn cited(board: &Board, source: &Source) -> String {
    let date = source.date.map(|date| date.to_string()).unwrap_or_default();
    let [title, publisher, url] = [source.title, source.publisher, source.url].map(|prose| board.text(prose));
    let unread = if source.unread { "cited, not read" } else { "" };
    let parts = [&*title, &*publisher, &*date, &*url, unread];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What people have said about the position: the jurisdiction, reviewers, those who argue for another level.
fn said(board: &Board, position: &Position, document: &mut Document) {
    let contested = position.contested.as_ref();
    let contested = contested.map(|other| format!("level {}: {}", other.level, board.text(other.reason)));
    let reviewed = position.reviewed.as_ref();
    let reviewed = reviewed.map(|review| format!("{} by {}", review.on, board.text(review.by)));
    document.facts([
        ("Reply", board.text(position.reply).into_owned()),
        ("Contested", contested.unwrap_or_default()),
        ("Reviewed", reviewed.unwrap_or_default()),
        ("Note", board.text(position.note).into_owned()),
    ]);
}

/// Positions for spreadsheets, one row each; all columns where none is named.
pub(super) fn table(
    board: &Board,
    measures: impl Iterator<Item = MeasureIndex>,
    only: Option<Column>,
) -> Table {
    let mut table = Table::new([
        "area",
        "measure",
        "jurisdiction",
        "inherited_from",
        "state",
        "level",
        "level_now",
        "approach",
        "status",
        "instrument",
        "since",
        "headline",
        "summary",
        "confidence",
        "sources",
        "marking",
        "supposed",
    ]);
    for index in measures {
        let columns = board.columns().filter(|&column| only.is_none_or(|only| only == column));
        table.rows.extend(columns.map(|column| table_row(board, index, column)));
    }
    table
}

fn table_row(board: &Board, index: MeasureIndex, column: Column) -> Vec<Field> {
    let (measure, cell) = (board.measure(index), board.cell(index, column));
    let position = board.position(cell);
    let inherited = (cell.root != column).then(|| board.jurisdiction(cell.root).code.to_string());
    let approach = position.and_then(|position| measure.approaches.get(usize::from(position.approach?)));
    let since = position.and_then(|position| position.since);
    let prose = |pick: fn(&Position) -> crate::scorecard::Prose| {
        position.map(|position| board.text(pick(position)).into_owned()).unwrap_or_default()
    };
    let sources = position.map_or(&[][..], |position| &position.sources);
    let sources: Vec<String> = sources.iter().map(|source| board.text(source.url).into_owned()).collect();
    let now = position.and_then(|position| position.level_now).and_then(Answer::level);
    let key = |found: Option<&'static str>| Field::text(found.unwrap_or_default());
    vec![
        Field::text(&*board.area_of(index).id),
        Field::text(&*measure.id),
        Field::text(board.jurisdiction(column).code.as_str()),
        Field::text(inherited.unwrap_or_default()),
        Field::text(words::state(cell.answer)),
        Field::maybe(cell.answer.level()),
        Field::maybe(now),
        Field::text(approach.map(|approach| approach.name.to_string()).unwrap_or_default()),
        key(position.and_then(|position| position.status).map(Status::key)),
        Field::text(prose(|position| position.instrument)),
        Field::text(since.map(|date: PartialDate| date.to_string()).unwrap_or_default()),
        Field::text(prose(|position| position.headline)),
        Field::text(prose(|position| position.summary)),
        key(position.and_then(|position| position.confidence).map(Confidence::key)),
        Field::text(sources.join(" ")),
        key(position.map(|position| position.marking.key())),
        Field::text(if cell.supposed { "yes" } else { "no" }),
    ]
}
