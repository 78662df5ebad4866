//! Orders under drawn weights against figures that are computed anew with those weights, and shares that can be worked out
//! by hand.

use super::board::Draft;
use super::model::{MIXED, Model, models};
use super::{FIRST, SECOND, figures};
use proptest::prelude::*;
use t12::analysis::robustness::{self, Draws, GapRanking, Robustness, Rule, Weighed};
use t12::analysis::{Comparison, Figures, Moves, Objective, Wanted};
use t12::report::align::Align;
use t12::report::document::{Block, Document};
use t12::report::explain::{self, Explain, Figure};
use t12::report::words::Glyphs;
use t12::report::{Basis, Twin};
use t12::scorecard::{Board, Column, MeasureIndex, PartialDate, Weight, WeightChoice, WeightSet};

#[test]
fn an_order_of_too_many_pairs_says_so_and_what_to_do() {
    let codes: Vec<String> =
        (0..252u8).map(|n| format!("{}{}", char::from(b'A' + n / 26), char::from(b'A' + n % 26))).collect();
    let positions: Vec<String> = codes.iter().map(|code| format!("{code} 1")).collect();
    let measures = (0..64).fold(Draft::new(&codes.join(" ")).area("1"), |draft, _| {
        draft.measure("1 shared", &positions.join(", "))
    });
    let (board, today) = (measures.build(), PartialDate::parse("2026-11-21").unwrap());
    let figures = Figures::compute(&board, &Comparison::of(&board));
    let basis = Basis { board: &board, figures: &figures, today, glyphs: Glyphs::Unicode };
    let says_why = |document: Document| {
        let why =
            |block: &Block| matches!(block, Block::Paragraph(text) if text.contains("Take a smaller group"));
        document.blocks.iter().any(why)
    };
    assert!(says_why(Align::new(basis, None).drawn(Draws::default()).document()));
    assert!(!says_why(Align::new(basis, None).document()), "not asked for");
    let explained =
        serde_json::to_value(Explain::new(basis, Figure::Robustness(explain::Order::Pairs)).json()).unwrap();
    assert!(explained["limits"].to_string().contains("Take a smaller group"), "{}", explained["limits"]);
}

/// Competition ranks of values, the highest first, with 1e-12 taken for equal; those without one after all others.
fn ranks(values: &[Option<f64>]) -> Vec<u32> {
    let above = |value: Option<f64>| {
        values.iter().filter(move |other| match (other, value) {
            (Some(other), Some(value)) => *other > value + 1e-12,
            (other, None) => other.is_some(),
            (None, Some(_)) => false,
        })
    };
    values.iter().map(|&value| above(value).count() as u32 + 1).collect()
}

/// The model with weights that are small enough to be drawn from and written down again as thousandths.
fn with_small_weights(mut model: Model) -> Model {
    for row in model.areas.iter_mut().flat_map(|area| &mut area.rows) {
        row.weight %= 81;
    }
    model
}

/// The figures of a board whose measures weigh this much, in thousandths.
fn weighed(board: &Board, weights: &[u32]) -> Figures {
    let mut board = board.clone();
    let named = |(index, &weight): (usize, &u32)| {
        (MeasureIndex(index as u32), Weight::from_thousandths(weight).unwrap())
    };
    let weights = weights.iter().enumerate().map(named).collect();
    board.weight_sets.push(WeightSet { name: "drawn".into(), weights });
    let choice = WeightChoice::Named("drawn".into());
    Figures::compute(&board, &Comparison { weights: choice, ..Comparison::of(&board) })
}

fn pairs_of(figures: &Figures) -> Vec<[Column; 2]> {
    let group = &figures.comparison().group;
    let pairs = group.iter().enumerate();
    pairs.flat_map(|(place, &a)| group[place + 1..].iter().map(move |&b| [a, b])).collect()
}

/// Everything that is ranked, by values from figures with these weights.
type Order = fn(&Figures, &Figures) -> Vec<Option<f64>>;

fn pairs(_: &Figures, drawn: &Figures) -> Vec<Option<f64>> {
    pairs_of(drawn).iter().map(|&[a, b]| drawn.alignment(a, b)).collect()
}

fn agreement(_: &Figures, drawn: &Figures) -> Vec<Option<f64>> {
    let group = &drawn.comparison().group;
    group.iter().map(|column| drawn.overall().agreement[column.index()]).collect()
}

fn closeness(_: &Figures, drawn: &Figures) -> Vec<Option<f64>> {
    drawn.closeness().columns.iter().map(|nearness| nearness.mean).collect()
}

/// Width first: a step of it is more than any weight.
fn gaps_by_width(base: &Figures, drawn: &Figures) -> Vec<Option<f64>> {
    let known = base.gaps().iter().filter_map(|gap| Some((gap.measure, gap.width()?)));
    known.map(|(measure, width)| Some(f64::from(width) * 1e14 + drawn.gap(measure).weight as f64)).collect()
}

fn gaps_weighted(base: &Figures, drawn: &Figures) -> Vec<Option<f64>> {
    let known = base.gaps().iter().filter(|gap| gap.gap.is_some());
    known.map(|gap| Some(drawn.gap(gap.measure).weighted_steps() as f64)).collect()
}

fn gains(base: &Figures, drawn: &Figures, objective: Objective) -> Vec<Option<f64>> {
    let list = Moves::new(base, objective).list(&Wanted::RAISING);
    let drawn = Moves::new(drawn, objective);
    let gain = |measure, column, to| drawn.to(measure, column, to).map_or(0.0, |step| step.gain);
    list.moves.iter().map(|ranked| ranked.step).map(|s| Some(gain(s.measure, s.column, s.to))).collect()
}

const POLES: Objective = Objective::Pair([FIRST, SECOND]);

fn moves_of_the_group(base: &Figures, drawn: &Figures) -> Vec<Option<f64>> {
    gains(base, drawn, Objective::Group)
}

fn moves_of_the_poles(base: &Figures, drawn: &Figures) -> Vec<Option<f64>> {
    gains(base, drawn, POLES)
}

/// What a ranking says of each thing: its rank, the ends of its interval, its rank at equal weights; and the largest
/// change of rank without one measure.
struct Told {
    ranks: Vec<[u32; 4]>,
    shift: Option<(MeasureIndex, u32)>,
}

fn told<Thing>(found: Robustness<Thing>) -> Told {
    let shift = found.without_one.map(|shift| (shift.measure, shift.from.abs_diff(shift.to)));
    let ranks = found.ranks.iter().map(|one| [one.rank, one.interval[0], one.interval[1], one.equal]);
    Told { ranks: ranks.collect(), shift }
}

fn all(base: &Figures, draws: Draws) -> Vec<(&'static str, Order, Told)> {
    let moves = |objective| {
        let list = Moves::new(base, objective).list(&Wanted::RAISING);
        let steps: Vec<_> = list.moves.iter().map(|ranked| ranked.step).collect();
        told(robustness::moves(base, objective, &steps, draws).unwrap())
    };
    vec![
        ("pairs", pairs as Order, told(robustness::pairs(base, draws).unwrap())),
        ("agreement", agreement, told(robustness::agreement(base, draws).unwrap())),
        ("closeness", closeness, told(robustness::closeness(base, draws).unwrap())),
        ("gaps by width", gaps_by_width, told(robustness::gaps(base, GapRanking::Width, draws))),
        ("gaps by weight", gaps_weighted, told(robustness::gaps(base, GapRanking::Weighted, draws))),
        ("moves of the group", moves_of_the_group, moves(Objective::Group)),
        ("moves of the poles", moves_of_the_poles, moves(POLES)),
    ]
}

/// The values of those that have one in both.
fn in_both(values: &[Option<f64>], others: &[Option<f64>]) -> Vec<Option<f64>> {
    values.iter().zip(others).map(|(value, other)| value.filter(|_| other.is_some())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn ranks_under_drawn_weights_are_those_of_figures_computed_with_them(model in models(MIXED), seed in any::<u64>()) {
        let board = with_small_weights(model).board();
        let base = figures(&board);
        let draws = Draws { count: 1, seed, ..Draws::default() };
        let drawn = weighed(&board, &draws.weights(base.grid().weights()).next().unwrap());
        let equal = weighed(&board, &vec![1000; board.measures.len()]);
        for (name, order, told) in all(&base, draws) {
            let expected = [&base, &drawn, &drawn, &equal].map(|figures| ranks(&order(&base, figures)));
            for (thing, found) in told.ranks.iter().enumerate() {
                let expected = expected.each_ref().map(|ranks| ranks[thing]);
                prop_assert_eq!(*found, expected, "{} {}", name, thing);
            }
        }
    }

    #[test]
    fn leaving_one_measure_out_is_computing_without_its_weight(model in models(MIXED)) {
        let board = with_small_weights(model).board();
        let base = figures(&board);
        let weights: Vec<u32> = base.measures().map(|measure| base.grid().weights().measure(measure)).collect();
        for (name, order, told) in all(&base, Draws { count: 0, ..Draws::default() }) {
            let mut largest = None;
            for measure in base.measures().filter(|measure| weights[measure.index()] > 0) {
                let mut others = weights.clone();
                others[measure.index()] = 0;
                let all = order(&base, &base);
                let mut without = order(&base, &weighed(&board, &others));
                // What rests on the measure alone goes with it.
                if name.starts_with("gaps") {
                    let known = base.gaps().iter().filter(|gap| gap.gap.is_some());
                    let own = known.map(|gap| gap.measure).position(|known| known == measure);
                    if let Some(place) = own {
                        without[place] = None;
                    }
                } else if name.starts_with("moves") {
                    let objective = if name.ends_with("poles") { POLES } else { Objective::Group };
                    let list = Moves::new(&base, objective).list(&Wanted::RAISING).moves;
                    for (place, _) in list.iter().enumerate().filter(|(_, one)| one.step.measure == measure) {
                        without[place] = None;
                    }
                }
                let (before, after) = (ranks(&in_both(&all, &without)), ranks(&in_both(&without, &all)));
                let kept = (0..all.len()).filter(|&thing| all[thing].is_some() && without[thing].is_some());
                let most = kept.map(|thing| before[thing].abs_diff(after[thing])).max().unwrap_or(0);
                if most > largest.map_or(0, |(_, most)| most) {
                    largest = Some((measure, most));
                }
            }
            prop_assert_eq!(told.shift, largest, "{}", name);
        }
    }

    #[test]
    fn without_uncertainty_every_draw_is_the_order_in_use(model in models(MIXED)) {
        let base = figures(&model.board());
        for (name, _, told) in all(&base, Draws { delta: 0, count: 3, seed: 1 }) {
            for [rank, low, high, _] in told.ranks {
                prop_assert_eq!([rank; 2], [low, high], "{}", name);
            }
        }
    }
}

/// Gaps of 4 and 3 steps of one weight.
fn four_and_three() -> Figures {
    figures(&Draft::new("EU US").area("1").measure("1", "EU 0, US 4").measure("1", "EU 0, US 3").build())
}

#[test]
fn the_share_of_draws_is_the_chance_that_the_first_stays_first() {
    // 4a < 3b for a and b uniform in .75..1.25: the triangle below a = .75b holds .0234 of .25, which is 9.4 %.
    let found = robustness::gaps(
        &four_and_three(),
        GapRanking::Weighted,
        Draws { count: 20_000, ..Draws::default() },
    );
    assert!((found.share().unwrap() - 0.906).abs() < 0.01, "{found:?}");
    assert!(found.is_robust() && found.first_stays_equal);
    assert_eq!(found.ranks.iter().map(|one| one.interval).collect::<Vec<_>>(), [[1, 2], [1, 2]]);
}

#[test]
fn a_wider_gap_stays_above_whatever_the_weights_are() {
    let figures = four_and_three();
    let found = robustness::gaps(&figures, GapRanking::Width, Draws::default());
    assert_eq!((found.first_stays, found.firsts), (1000, 1));
    let rule = Rule::default();
    let holds = |by| rule.first_holds(&Weighed::gaps(&figures, by)).map(|above| above.is_robust);
    // 4 is less than 1.667 times 3.
    assert_eq!((holds(GapRanking::Width), holds(GapRanking::Weighted)), (Some(true), Some(false)));
}

#[test]
fn those_who_share_the_first_place_stand_for_each_other() {
    let board = Draft::new("EU US").area("1").measure("1", "EU 0, US 3").measure("1", "EU 3, US 0").build();
    let found = robustness::gaps(&figures(&board), GapRanking::Weighted, Draws::default());
    assert_eq!((found.firsts, found.first_stays), (2, 1000));
    assert_eq!(found.ranks[0].interval, [1, 2]);
}

#[test]
fn the_same_seed_draws_the_same_and_another_draws_otherwise() {
    let figures = four_and_three();
    let found = |seed| robustness::gaps(&figures, GapRanking::Weighted, Draws { seed, ..Draws::default() });
    assert_eq!(found(1), found(1));
    assert_ne!(found(1).first_stays, found(2).first_stays);
}

#[test]
fn drawn_weights_stay_within_a_quarter_and_nothing_stays_nothing() {
    let board = Draft::new("EU US").area("1").measure("4", "EU 0, US 4").measure("0", "EU 0, US 3").build();
    let figures = figures(&board);
    let drawn: Vec<Vec<u32>> = Draws::default().weights(figures.grid().weights()).collect();
    let heavy = || drawn.iter().map(|weights| weights[0]);
    assert!(heavy().all(|weight| (3_000_000..=5_000_000).contains(&weight)));
    assert!(heavy().min() < Some(3_020_000) && heavy().max() > Some(4_980_000));
    assert!(drawn.iter().all(|weights| weights[1] == 0));
}

#[test]
fn levels_that_may_be_read_wrongly_give_alignment_a_range() {
    let range = |positions: &str| {
        let board =
            Draft::new("EU US FI<EU").area("1").measure("1", positions).measure("1", "EU ?, US 1").build();
        let found = robustness::misclassify(&board, &figures(&board), [FIRST, SECOND], Draws::default());
        found.map(|found| found.interval)
    };
    // Equal twice with .95: 90 % equal, 9.5 % one step apart, .1 % two.
    assert_eq!(range("EU 2 confidence=high, US 2 confidence=high"), Some([0.75, 1.0]));
    // With .60 each: .44 equal, .48 one step, .08 two.
    assert_eq!(range("EU 2 confidence=low, US 2 confidence=low"), Some([0.5, 1.0]));
    // From the ends there is one way only: 0, 1 or 2 steps less than 4.
    assert_eq!(range("EU 0 confidence=low, US 4"), Some([0.0, 0.5]));
    assert_eq!(range("EU ?, US 4"), None);
    let board = Draft::new("EU US FI<EU").area("1").measure("1", "EU 2 confidence=low, US 2, FI ^EU").build();
    let inherited = robustness::misclassify(&board, &figures(&board), [FIRST, Column(2)], Draws::default());
    assert_eq!(inherited.map(|found| found.interval), Some([1.0, 1.0]));
}
