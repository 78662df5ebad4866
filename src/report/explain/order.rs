//! Whether an order survives other weights: by the rule, which needs no draws, and by drawn weights.

use super::case::Case;
use super::explanation::{Explanation, Inputs, Outcome, Value, Working};
use super::expression::Expression;
use super::kind::Kind;
use crate::analysis::robustness::{self, Draws, GapRanking, Ranks, Robustness, Rule, Weighed};
use crate::analysis::{Move, Objective, Wanted};
use crate::report::words;
use crate::scorecard::{Column, MeasureIndex};

/// An order whose robustness can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The known gaps between the poles.
    Gaps(GapRanking),
    /// The single steps that raise a level, by what they give.
    Moves(Objective),
    /// The pairs of the group by their alignment.
    Pairs,
    /// The jurisdictions of the group by their mean alignment with the others.
    Closeness,
    /// The jurisdictions of the group by their agreement with it.
    Agreement,
}

impl Order {
    /// Every order; that of moves by what they give the group.
    pub const ALL: [Self; 6] = [
        Self::Gaps(GapRanking::Width),
        Self::Gaps(GapRanking::Weighted),
        Self::Moves(Objective::Group),
        Self::Pairs,
        Self::Closeness,
        Self::Agreement,
    ];

    /// The word of the command line and of exports.
    pub fn key(self) -> &'static str {
        match self {
            Self::Gaps(GapRanking::Width) => "gaps",
            Self::Gaps(GapRanking::Weighted) => "weighted-gaps",
            Self::Moves(_) => "moves",
            Self::Pairs => "pairs",
            Self::Closeness => "closeness",
            Self::Agreement => "agreement",
        }
    }

    /// What is ordered by what, for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Gaps(GapRanking::Width) => "The gaps by width, then weight",
            Self::Gaps(GapRanking::Weighted) => "The gaps by weight × steps",
            Self::Moves(_) => "The raising moves by gain",
            Self::Pairs => "The pairs of the group by alignment",
            Self::Closeness => "The group by mean alignment",
            Self::Agreement => "The group by agreement with it",
        }
    }
}

/// An order with what drawn weights make of it.
struct Ranked {
    /// Its things under the weights in use; nothing where weights cannot be drawn for it.
    things: Option<Vec<Thing>>,
    drawn: Option<Drawn>,
    /// What the rule compares, first to last; empty where no thing rests on one measure.
    weighed: Vec<Weighed>,
    /// How many parts of what the rule compares make one of what people read.
    parts: f64,
    /// What one of its things is called.
    thing: &'static str,
}

struct Thing {
    name: String,
    /// What no weight changes and counts first.
    tier: Option<u8>,
    value: Option<f64>,
    rank: u32,
    interval: [u32; 2],
    equal: u32,
}

/// In which weights of a measure times that of its area are kept.
const MILLIONTHS: f64 = 1e6;

/// What all things have in common under drawn weights.
struct Drawn {
    draws: Draws,
    first_stays: u32,
    share: Option<f64>,
    words: String,
}

/// What a thing of an order is called and ranked by.
type Told = (String, Option<u8>, Option<f64>);

pub(super) fn explain(case: &Case<'_>, order: Order) -> Explanation {
    let ranked = ranked(case, order);
    let mut working = Working::default();
    if !ranked.weighed.is_empty() {
        rule(&mut working, &ranked);
    }
    let result = match &ranked.drawn {
        Some(drawn) => {
            draws(&mut working, drawn);
            Outcome { value: drawn.share.into(), words: drawn.words.clone() }
        }
        None => {
            Outcome { value: Value::Nothing, words: "no value: weights cannot be drawn for it".to_owned() }
        }
    };
    let inputs =
        vec![things(ranked.things.as_deref().unwrap_or_default()), weights(case, order), areas(case)];
    let (of, about) = named(case, order);
    let why_not = match (&ranked.drawn, order) {
        (Some(_), _) => "",
        (None, Order::Moves(_)) => words::NOT_DRAWN_FOR_ONE,
        (None, _) => words::TOO_MANY_TO_DRAW,
    };
    Explanation {
        inputs,
        steps: working.steps,
        result,
        yardsticks: vec![
            "An order counts as robust where the first stays first in nine of ten draws; by the rule, where no weights \
             within it put another first. The rule knows no weights of areas: across areas it is indicative."
                .to_owned(),
        ],
        ..Explanation::new(Kind::Robustness, of, about)
    }
    .also(why_not)
}

/// The order as the command line takes it, and for people.
fn named(case: &Case<'_>, order: Order) -> (Vec<String>, String) {
    let about = match order {
        Order::Moves(objective) => {
            format!("{}; {}", order.title(), crate::report::moves::objective(&case.basis, objective))
        }
        _ => order.title().to_owned(),
    };
    let goal = match order {
        Order::Moves(Objective::Pair(_)) => Some("pair".to_owned()),
        Order::Moves(Objective::Mean(column)) => Some(case.code(column).to_owned()),
        _ => None,
    };
    ([order.key().to_owned()].into_iter().chain(goal).collect(), about)
}

fn ranked(case: &Case<'_>, order: Order) -> Ranked {
    let (figures, draws) = (case.basis.figures, Draws::default());
    let code = |column: Column| case.code(column).to_owned();
    match order {
        Order::Gaps(by) => {
            let found = robustness::gaps(figures, by, draws);
            let told = |&measure: &MeasureIndex| gap(case, by, measure);
            let ranked = Ranked::new(case, "gap", Some(found), Weighed::gaps(figures, by), told);
            Ranked { parts: MILLIONTHS, ..ranked }
        }
        Order::Moves(objective) => {
            let list = figures.moves(objective).list(&Wanted::RAISING).moves;
            let steps: Vec<Move> = list.into_iter().map(|ranked| ranked.step).collect();
            let found = robustness::moves(figures, objective, &steps, draws);
            let told = |step: &Move| {
                let name = format!("{}/{} to {}", case.id(step.measure), code(step.column), step.to);
                (name, None, Some(step.gain))
            };
            Ranked::new(case, "move", found, Weighed::moves(figures, steps.iter()), told)
        }
        Order::Pairs => {
            let told = |&[first, second]: &[Column; 2]| {
                let name = format!("{} {}", code(first), code(second));
                (name, None, figures.alignment(first, second))
            };
            Ranked::new(case, "pair", robustness::pairs(figures, draws), Vec::new(), told)
        }
        Order::Closeness => {
            let told = |&column: &Column| (code(column), None, figures.mean_alignment(column));
            Ranked::new(case, "jurisdiction", robustness::closeness(figures, draws), Vec::new(), told)
        }
        Order::Agreement => {
            let told = |&column: &Column| (code(column), None, figures.overall().agreement[column.index()]);
            Ranked::new(case, "jurisdiction", robustness::agreement(figures, draws), Vec::new(), told)
        }
    }
}

fn gap(case: &Case<'_>, by: GapRanking, measure: MeasureIndex) -> Told {
    let gap = case.basis.figures.gap(measure);
    let (tier, value) = match by {
        GapRanking::Width => (gap.width(), gap.weight),
        GapRanking::Weighted => (None, gap.weighted_steps()),
    };
    (case.id(measure), tier, Some(value as f64 / MILLIONTHS))
}

impl Ranked {
    fn new<T>(
        case: &Case<'_>,
        thing: &'static str,
        found: Option<Robustness<T>>,
        weighed: Vec<Weighed>,
        told: impl Fn(&T) -> Told,
    ) -> Self {
        let Some(found) = found else {
            return Self { things: None, drawn: None, weighed, parts: 1.0, thing };
        };
        let title = |measure| case.measure_words(measure).to_owned();
        let drawn = Drawn {
            draws: found.draws,
            first_stays: found.first_stays,
            share: found.share(),
            words: words::robustness(&found, |thing| told(thing).0, title),
        };
        let one = |ranks: &Ranks<T>| {
            let (name, tier, value) = told(&ranks.thing);
            let Ranks { rank, interval, equal, .. } = *ranks;
            Thing { name, tier, value, rank, interval, equal }
        };
        let mut things: Vec<Thing> = found.ranks.iter().map(one).collect();
        things.sort_by_key(|thing| thing.rank);
        Self { things: Some(things), drawn: Some(drawn), weighed, parts: 1.0, thing }
    }
}

/// The rule: the first against the one that comes nearest to passing it.
fn rule(working: &mut Working, ranked: &Ranked) {
    let rule = Rule::default();
    let delta = Expression::of(f64::from(rule.delta) / 1000.0);
    let one = || Expression::whole(1);
    let what = "How often the first must be worth the other: (1 + d) / (1 - d)";
    working.step("needed", what, &((one() + delta.clone()) / (one() - delta)));
    match rival(&ranked.weighed) {
        Some([first, other]) => {
            let [first, other] = [first, other].map(|value| value / ranked.parts);
            let first = working.known("first", "What the first is ranked by", first);
            let other = working.known("other", "The highest below it on another measure", other);
            if other.value() > 0.0 {
                working.step("ratio", "How often it is worth that", &(first / other));
            }
        }
        None => working.finding("other", "None of its width below it on another measure", Value::Nothing),
    }
    let holds = rule.first_holds(&ranked.weighed);
    let said = holds.map_or_else(
        || "All share the first place".to_owned(),
        |above| words::rule(rule, above, ranked.thing),
    );
    working.finding("rule", said, holds.map(|above| u8::from(above.is_robust)));
}

/// Of those that share the first place, the one that the others come least near to, and the highest of these.
fn rival(order: &[Weighed]) -> Option<[f64; 2]> {
    let first = order.first()?;
    let shares = |other: &&Weighed| other.tier == first.tier && (other.value - first.value).abs() <= 1e-12;
    let firsts = order.iter().take_while(shares).count();
    let (firsts, rest) = order.split_at(firsts);
    let highest = |first: &Weighed| {
        let rivals = rest.iter().filter(|other| other.tier == first.tier && other.measure != first.measure);
        rivals.map(|other| other.value).reduce(f64::max)
    };
    let highest = firsts.iter().map(highest).collect::<Option<Vec<f64>>>()?;
    Some([first.value, highest.into_iter().reduce(f64::min)?])
}

fn draws(working: &mut Working, drawn: &Drawn) {
    let Draws { delta, count, seed } = drawn.draws;
    working.finding("delta", "How far each weight may be off, d", f64::from(delta) / 1000.0);
    working.finding("seed", "Seed of the random numbers u", seed as f64);
    let all = working.known("draws", "Draws, each of all weights: w × (1 + d × (2 × u - 1))", count);
    let stays = working.known("first_stays", "Draws in which the first stays first", drawn.first_stays);
    if count > 0 {
        working.step("share", "Share", &(stays / all));
    }
}

fn things(things: &[Thing]) -> Inputs {
    let columns = [
        ("rank", "Rank"),
        ("thing", "What"),
        ("width", "Width"),
        ("value", "Ranked by"),
        ("lowest_rank", "Rank in nine of ten draws, from"),
        ("highest_rank", "to"),
        ("equal_rank", "Rank with equal weights"),
    ];
    let mut inputs = Inputs::new("order", "The order", columns);
    for thing in things {
        let [low, high] = thing.interval;
        inputs.rows.push(vec![
            thing.rank.into(),
            thing.name.as_str().into(),
            thing.tier.into(),
            thing.value.into(),
            low.into(),
            high.into(),
            thing.equal.into(),
        ]);
    }
    inputs
}

/// The weights that are drawn, in the order they are drawn in; for moves with those that their gains are divided by.
fn weights(case: &Case<'_>, order: Order) -> Inputs {
    let divides = |measure| case.basis.figures.tally(measure).known() >= 2;
    let with_agreement = matches!(order, Order::Moves(_)).then_some(("own_weight", "Weight with a"));
    let columns = [("measure", "Measure"), ("weight", "Weight")].into_iter().chain(with_agreement);
    let mut inputs = Inputs::new("measures", "The weights that are drawn, in this order", columns);
    for measure in case.basis.board.measure_indexes() {
        let weight = case.weight(measure);
        let own = with_agreement.map(|_| divides(measure).then_some(weight).into());
        inputs.rows.push([case.id(measure).into(), weight.into()].into_iter().chain(own).collect());
    }
    inputs
}

fn areas(case: &Case<'_>) -> Inputs {
    super::mean::areas(case, [], |_| [])
}
