//! Whether the orders of Gaps, Moves and Blocs survive other weights, as their details say it.

use t12::scorecard::Column;
use t12::tui::background::{Kind, Outcome};
use t12::tui::key::Key;
use t12::tui::model::{GapColumn, View};
use t12::tui::{Effect, Message, update};

use super::{Program, SHIPPED};

/// What the detail of the row of the cursor says of the order.
fn told(program: &Program) -> String {
    let model = &program.model;
    match model.view {
        View::Moves => model.move_order(&model.sheets.moves.current().unwrap().step),
        View::Blocs => model.group_order(Column(u16::try_from(model.rows().cursor().unwrap()).unwrap())),
        _ => model.gap_order(model.measure().unwrap()),
    }
}

fn is_computing(program: &Program) -> bool {
    told(program).ends_with("Computing whether the order is robust.")
}

#[test]
fn the_details_say_whether_the_order_is_robust() {
    for keys in ["3", "6", "5 j"] {
        let told = told(&Program::after(&SHIPPED, keys));
        assert!(told.contains("Order robust: ") || told.contains("Order not robust: "), "{keys} {told}");
        assert!(told.contains("seed 12. This one has rank "), "{keys} {told}");
    }
}

#[test]
fn nothing_is_said_where_the_order_is_none_of_draws() {
    for keys in ["2", "6 v", "5 f \"area:ai\" <enter>"] {
        assert_eq!(told(&Program::after(&SHIPPED, keys)), "", "{keys}");
    }
}

#[test]
fn the_gaps_are_judged_in_the_order_they_are_listed_in() {
    let mut program = Program::after(&SHIPPED, "3");
    let by_width = told(&program);
    assert!(by_width.starts_with("Order "), "{by_width}");
    program.press("l l l l s");
    assert_eq!(program.model.sorted.gaps.map(|(column, _)| column), Some(GapColumn::Weight));
    let by_weight = told(&program);
    assert!(by_weight.starts_with("Order ") && by_weight != by_width, "{by_weight}");
    program.press("s");
    assert!(told(&program).starts_with("By weight, most first: Order "), "{}", told(&program));
    program.press("h s");
    assert!(told(&program).starts_with("By width, widest first: Order "), "{}", told(&program));
}

fn orders(effects: Vec<Effect>) -> Vec<Outcome> {
    let jobs = effects.into_iter().filter_map(|effect| {
        let Effect::Compute(job) = effect else { return None };
        (job.kind != Kind::Pairs).then(|| job.run())
    });
    jobs.collect()
}

#[test]
fn the_order_is_drawn_once_and_dropped_where_it_is_out_of_date() {
    for view in ["3", "6", "5"] {
        let mut program = Program::after(&SHIPPED, "");
        let key = |program: &mut Program, key: &str| {
            orders(update(&mut program.model, Message::Key(Key::parse(key).unwrap())))
        };
        let mut first = key(&mut program, view);
        assert_eq!(first.len(), 1, "{view}");
        assert!(key(&mut program, "j").is_empty(), "asked for once");
        assert!(is_computing(&program), "{view} {}", told(&program));
        assert!(key(&mut program, "=").is_empty(), "one of a kind at a time");
        let mut second = orders(update(&mut program.model, Message::Computed(first.remove(0))));
        assert_eq!(second.len(), 1, "what is out of date is asked for anew");
        assert!(is_computing(&program), "{view} {}", told(&program));
        assert!(orders(update(&mut program.model, Message::Computed(second.remove(0)))).is_empty());
        assert!(!is_computing(&program), "{view} {}", told(&program));
        assert!(key(&mut program, "j").is_empty(), "known until something changes");
    }
}
