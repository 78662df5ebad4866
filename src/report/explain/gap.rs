//! The gap between the poles on a measure, and its part of the whole.

use super::case::{Case, share_words};
use super::explanation::{Explanation, Inputs, Outcome, Value, Working};
use super::expression::Expression;
use super::kind::Kind;
use crate::analysis::{Band, Gap, Side};
use crate::report::words;
use crate::scorecard::{Confidence, Level, MeasureIndex};

pub(super) fn explain(case: &Case<'_>, measure: MeasureIndex) -> Explanation {
    let gap = case.basis.figures.gap(measure);
    let poles = case.basis.poles();
    let mut working = Working::default();
    let positions = positions(case, measure);
    steps(&mut working, gap);
    if let Some(words) = words::could_be(gap) {
        could_be(&mut working, gap, poles, &positions, &words);
    }
    let in_words = crate::report::gaps::in_words(gap, poles);
    Explanation {
        inputs: vec![sides(poles, gap), positions],
        steps: working.steps,
        result: Outcome { value: gap.gap.into(), words: in_words },
        yardsticks: vec!["Bands: 0 same level, 1 narrow, 2 material, 3 wide, 4 opposite ends.".to_owned()],
        ..Explanation::new(
            Kind::Gap,
            [case.id(measure)],
            format!("{} and {}, {}", poles[0], poles[1], case.measure_words(measure)),
        )
    }
    .remarked(remarks(case, gap))
}

fn sides(poles: [&str; 2], gap: &Gap) -> Inputs {
    let columns = [("pole", "Pole"), ("lo", "Lowest"), ("hi", "Highest"), ("from", "Taken from")];
    let mut inputs = Inputs::new("poles", "Poles", columns);
    for (code, side) in poles.into_iter().zip([&gap.first, &gap.second]) {
        let levels = side.reach.levels().map(|levels| levels.map(Level::number));
        let [lo, hi] = [0, 1].map(|end: usize| levels.map(|levels| levels[end]));
        inputs.rows.push(vec![code.into(), lo.into(), hi.into(), taken_from(side).into()]);
    }
    inputs
}

fn taken_from(side: &Side) -> &'static str {
    if side.members_decide { "the span of its members" } else { "its own level" }
}

/// The positions behind the poles, and how far a level of low confidence could be off.
fn positions(case: &Case<'_>, measure: MeasureIndex) -> Inputs {
    let columns = [
        ("pole", "Pole"),
        ("jurisdiction", "Position of"),
        ("level", "Level"),
        ("confidence", "Confidence"),
        ("could_be_lo", "Could be from"),
        ("could_be_hi", "to"),
    ];
    let mut inputs = Inputs::new("positions", "Positions", columns);
    let (board, figures) = (case.basis.board, case.basis.figures);
    let comparison = figures.comparison();
    let mut supposed = Vec::new();
    for (number, pole) in comparison.poles.into_iter().enumerate() {
        for &column in figures.columns_of_pole(board, measure, number) {
            let cell = figures.cell(board, measure, column);
            supposed.push(case.supposed(measure, &[column]));
            // A supposed level rests on no position that could be unsure.
            let confidence = board.grounds(cell).and_then(|position| position.confidence);
            let off = u8::from(confidence == Some(Confidence::Low));
            let level = cell.answer.level().map(Level::number);
            inputs.rows.push(vec![
                case.code(pole).into(),
                case.code(column).into(),
                level.map_or_else(|| words::answer(cell.answer).into(), Value::from),
                confidence.map(|confidence| confidence.key().to_owned()).into(),
                level.map(|level| level.saturating_sub(off)).into(),
                level.map(|level| (level + off).min(Level::HIGHEST)).into(),
            ]);
        }
    }
    inputs.supposing(supposed)
}

fn steps(working: &mut Working, gap: &Gap) {
    let (Some([lo, hi]), Some([other_lo, other_hi])) = (gap.first.reach.levels(), gap.second.reach.levels())
    else {
        let why = match gap.band {
            Band::NotComparable => "The question does not apply to a side",
            Band::OpenQuestion => "A side is unknown",
            _ => "Both show one position, whatever its level",
        };
        working.finding("gap", why, gap.gap);
        return;
    };
    let n = |level: Level| Expression::whole(level.number());
    let zero = || Expression::whole(0);
    let second = working.step(
        "second_fuller",
        "Steps by which the second is fuller",
        &zero().max(n(other_lo) - n(hi)),
    );
    let first =
        working.step("first_fuller", "Steps by which the first is fuller", &zero().max(n(lo) - n(other_hi)));
    working.step("gap", "Gap, second minus first", &(second - first));
}

/// The bands it could be, from the levels the positions could have.
fn could_be(working: &mut Working, gap: &Gap, poles: [&str; 2], positions: &Inputs, words: &str) {
    let ends = |row: &Vec<Value>| Some([row.get(4)?.as_number()?, row.get(5)?.as_number()?]);
    let pole = |name: &str| -> Vec<[f64; 2]> {
        let own = positions.rows.iter().filter(|row| row.first().map(Value::words).as_deref() == Some(name));
        own.filter_map(ends).collect()
    };
    let [first, second] = poles.map(pole);
    if gap.gap.is_some() && !first.is_empty() && !second.is_empty() {
        let least_of = |rows: &[[f64; 2]], end: usize| rows.iter().map(|row| row[end]).fold(4.0, f64::min);
        let most_of = |rows: &[[f64; 2]], end: usize| rows.iter().map(|row| row[end]).fold(0.0, f64::max);
        let n = Expression::of;
        let zero = || Expression::whole(0);
        // The lowest level of a pole is as low as its lowest position could be, its highest as high as its highest.
        let lowest = |rows: &[[f64; 2]]| [least_of(rows, 0), least_of(rows, 1)];
        let highest = |rows: &[[f64; 2]]| [most_of(rows, 0), most_of(rows, 1)];
        let ([low, high], [other_low, other_high]) =
            ([lowest(&first), highest(&first)], [lowest(&second), highest(&second)]);
        let least = zero().max(n(other_low[0]) - n(high[1])).max(n(low[0]) - n(other_high[1]));
        let most = zero().max(n(other_low[1]) - n(high[0])).max(n(low[1]) - n(other_high[0]));
        working.step("could_be_least", "The narrowest it could be", &least);
        working.step("could_be_most", "The widest it could be", &most);
    }
    if gap.gap.is_none() {
        let known = gap.first.reach.levels().or(gap.second.reach.levels());
        let n = |level: Level| Expression::whole(level.number());
        let widest = known.map_or_else(
            || Expression::whole(Level::HIGHEST),
            |[lo, hi]| n(lo).max(Expression::whole(Level::HIGHEST) - n(hi)),
        );
        working.step("could_be_most", "The widest it could be", &widest);
    }
    working.finding("could_be", "In words", words);
}

fn remarks(case: &Case<'_>, gap: &Gap) -> [String; 2] {
    let tags: Vec<&str> = gap.tags.iter().map(crate::analysis::Tag::words).collect();
    let tags = if tags.is_empty() { String::new() } else { format!("To be known: {}.", tags.join(", ")) };
    let poles = case.basis.poles();
    let act = [&gap.first, &gap.second].into_iter().zip(poles).find_map(|(side, code)| {
        let own = side.own.level().filter(|_| side.members_decide)?;
        Some(format!("{code}'s own act stands at {own} and does not count: its members decide."))
    });
    [tags, act.unwrap_or_default()]
}

/// The part of all weighted steps, and the rank.
pub(super) fn explain_share(case: &Case<'_>, measure: MeasureIndex) -> Explanation {
    let figures = case.basis.figures;
    let gap = figures.gap(measure);
    let known = known_gaps(case, gap);
    let mut working = Working::default();
    let all = working.sum("all", "Weighted steps of all known gaps", &known, "weighted_steps");
    if let Some(width) = gap.width() {
        let n = Expression::of;
        let area = case.basis.board.measure(measure).area;
        let own = n(case.weight(measure)) * n(case.area_weight(area)) * Expression::whole(width);
        let own = working.step("own", "Weighted steps of this gap", &own);
        if all.value() > 0.0 {
            working.step("share", "Share", &(own / all));
        }
        let before = working.sum("before", "Gaps that are wider, or as wide and heavier", &known, "before");
        working.step("rank", "Rank", &(Expression::whole(1) + before));
    }
    let poles = case.basis.poles();
    let rank = words::rank(gap);
    Explanation {
        inputs: vec![known],
        steps: working.steps,
        result: Outcome {
            value: gap.share.into(),
            words: match gap.share {
                Some(_) => format!("{} of all weighted steps; rank {rank}", share_words(gap.share)),
                None if gap.rank.is_some() => format!("no share; rank {rank}"),
                None => "no value: the gap is not known".to_owned(),
            },
        },
        ..Explanation::new(
            Kind::Share,
            [case.id(measure)],
            format!("{} and {}, {}", poles[0], poles[1], case.measure_words(measure)),
        )
    }
}

/// Every known gap with its weighted steps, and whether it comes before the one in question.
fn known_gaps(case: &Case<'_>, asked: &Gap) -> Inputs {
    let columns = [
        ("measure", "Measure"),
        ("weight", "Weight"),
        ("area_weight", "Weight of its area"),
        ("gap", "Gap"),
        ("weighted_steps", "Weights × steps"),
        ("before", "Comes before"),
    ];
    let mut inputs = Inputs::new("gaps", "Known gaps", columns);
    let mut supposed = Vec::new();
    for gap in case.basis.figures.gaps() {
        let Some(width) = gap.width() else { continue };
        supposed.push(case.supposed_between_poles(gap.measure));
        let area = case.basis.board.measure(gap.measure).area;
        let before = asked.width().is_some_and(|own| (width, gap.weight) > (own, asked.weight));
        inputs.rows.push(vec![
            case.id(gap.measure).into(),
            case.weight(gap.measure).into(),
            case.area_weight(area).into(),
            gap.gap.into(),
            (gap.weighted_steps() as f64 / 1e6).into(),
            u8::from(before).into(),
        ]);
    }
    inputs.supposing(supposed)
}
