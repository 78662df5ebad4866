//! The arithmetic of a figure: of the one under the cursor, or of one that no cursor stands on, by its name.

use super::argument::fitting;
use super::goto::{column, unknown};
use super::{Argument, Command, Value, always, moves};
use crate::report::explain::{Figure, Kind, Order, Over};
use crate::scorecard::{Column, MeasureIndex};
use crate::tui::layer::{Explain, Layer};
use crate::tui::message::Effect;
use crate::tui::model::{Model, NO_FIGURE};

pub(super) const COMMAND: Command = Command {
    id: "explain",
    title: "Explain a figure",
    help: "That of the cursor, or one by name: formula, numbers that go in, every step.",
    keys: &["x"],
    argument: Some(Argument::of("FIGURE", values)),
    hint: None,
    available: always,
    run: explain,
};

/// The figure of the cursor, by name.
const HERE: &str = "here";

/// What follows the name of a figure.
#[derive(Clone, Copy)]
enum Of {
    /// Nothing: there is one of it.
    Nothing(Figure),
    /// Nothing: it is that of the measure under the cursor.
    MeasureHere(fn(MeasureIndex) -> Figure),
    /// A code.
    One(fn(Column) -> Figure),
    /// Two codes.
    Two(fn([Column; 2]) -> Figure),
    /// An order; behind that of moves what they are to raise.
    Order,
}

/// The figures that no cursor stands on, or not in every view; those of all areas first.
const FIGURES: [(Kind, Of); 15] = [
    (Kind::Group, Of::Nothing(Figure::Group(None))),
    (Kind::Sides, Of::Nothing(Figure::Sides(None))),
    (Kind::Counts, Of::Nothing(Figure::Counts(None))),
    (Kind::Closest, Of::Nothing(Figure::Closest)),
    (Kind::Closeness, Of::One(Figure::Closeness)),
    (Kind::Agreement, Of::One(|column| Figure::Agreement(column, Over::Board))),
    (Kind::Without, Of::One(Figure::Without)),
    (Kind::Bridge, Of::One(Figure::Bridge)),
    (Kind::Tree, Of::Nothing(Figure::Tree)),
    (Kind::Join, Of::Two(Figure::Join)),
    (Kind::Silhouette, Of::Nothing(Figure::Silhouette(None))),
    (Kind::Robustness, Of::Order),
    (Kind::Stress, Of::Two(|pair| Figure::Stress(pair, None))),
    (Kind::Instruments, Of::Two(Figure::Instruments)),
    (Kind::Middle, Of::MeasureHere(Figure::Middle)),
];

fn explain(model: &mut Model, typed: &str) -> Vec<Effect> {
    let typed = typed.trim();
    if typed.is_empty() || typed == HERE {
        match model.figure() {
            Ok(figure) => model.layers.push(Layer::Explain(Explain::new(figure))),
            Err(why) => model.tell(why.to_owned()),
        }
        return Vec::new();
    }
    match named(model, typed) {
        Ok(figure) if takes_long(model, figure) => {
            model.warn(format!("That takes long on so large a board: t12 explain {typed} computes it"));
        }
        Ok(figure) => model.layers.push(Layer::Explain(Explain::new(figure))),
        Err(why) => model.warn(why),
    }
    Vec::new()
}

/// The most values of pairs on measures that a figure is computed over while one waits: a thousand draws of them take a
/// quarter of a second.
const MOST_PAIR_VALUES: usize = 200_000;

/// Whether a figure is one over all pairs or units, and there are too many to compute it while one waits.
fn takes_long(model: &Model, figure: Figure) -> bool {
    let one_by_one = matches!(
        figure,
        Figure::Sides(_)
            | Figure::Counts(_)
            | Figure::Stress(..)
            | Figure::Instruments(_)
            | Figure::Middle(_)
    );
    let columns = model.board.jurisdictions.len();
    let pairs = columns * columns.saturating_sub(1) / 2;
    !one_by_one && pairs * model.board.measures.len() > MOST_PAIR_VALUES
}

/// The figure that is named.
fn named(model: &Model, typed: &str) -> Result<Figure, String> {
    let mut words = typed.split_whitespace();
    let name = words.next().unwrap_or_default();
    let words: Vec<&str> = words.collect();
    let Some((kind, of)) = find(name) else {
        return Err(no_such(model, name));
    };
    let code = |name| column(&model.board, name);
    match (of, words.as_slice()) {
        (Of::Nothing(figure), []) => Ok(figure),
        (Of::MeasureHere(figure), []) => model.measure().map(figure).ok_or_else(|| NO_FIGURE.to_owned()),
        (Of::One(figure), [one]) => code(one).map(figure),
        (Of::Two(figure), [first, second]) => {
            let pair = [code(first)?, code(second)?];
            if pair[0] == pair[1] {
                Err("Name two different jurisdictions".to_owned())
            } else {
                Ok(figure(pair))
            }
        }
        (Of::Order, [order, goal @ ..]) if goal.len() <= 1 => {
            self::order(model, order, goal.first().copied()).map(Figure::Robustness)
        }
        _ => Err(format!("It is written: explain {}", written(kind, of))),
    }
}

fn find(name: &str) -> Option<(Kind, Of)> {
    FIGURES.into_iter().find(|(kind, _)| kind.key().eq_ignore_ascii_case(name))
}

/// That a figure has no such name; one that only a cursor stands on is told to be there.
fn no_such(model: &Model, name: &str) -> String {
    match Kind::ALL.into_iter().find(|kind| kind.key().eq_ignore_ascii_case(name)) {
        Some(kind) => {
            let key = model.keymap.first_of(COMMAND.id);
            format!("{}: {key} explains it where the cursor stands on it", kind.title())
        }
        None => unknown("figure", name, FIGURES.iter().map(|(kind, _)| kind.key())),
    }
}

/// An order by its word, that of moves with what they are to raise.
fn order(model: &Model, name: &str, goal: Option<&str>) -> Result<Order, String> {
    let order =
        find_order(name).ok_or_else(|| unknown("order", name, Order::ALL.into_iter().map(Order::key)))?;
    match (order, goal) {
        (_, None) => Ok(order),
        (Order::Moves(_), Some(goal)) => {
            moves::named(model, goal).map(Order::Moves).ok_or_else(|| moves::GOALS.to_owned())
        }
        (_, Some(_)) => Err(format!("It is written: explain {} {}", Kind::Robustness.key(), order.key())),
    }
}

/// A figure with what follows its name.
fn written(kind: Kind, of: Of) -> String {
    let follows = match of {
        Of::Nothing(_) | Of::MeasureHere(_) => "",
        Of::One(_) => " CODE",
        Of::Two(_) => " CODE CODE",
        Of::Order => " ORDER",
    };
    format!("{}{follows}", kind.key())
}

/// The figures, that of the cursor first; behind the name of one what it is of.
fn values(model: &Model, typed: &str) -> Vec<Value> {
    let typed = typed.trim_start();
    let Some((name, rest)) = typed.split_once(' ') else { return figures(model, typed) };
    let Some((kind, of)) = find(name) else { return Vec::new() };
    let behind = match of {
        Of::Nothing(_) | Of::MeasureHere(_) => Vec::new(),
        Of::One(_) => codes(model, rest, None),
        Of::Two(_) => match rest.trim_start().split_once(' ') {
            None => codes(model, rest, None).into_iter().map(first_of_two).collect(),
            Some((first, second)) => {
                codes(model, second, Some(first)).into_iter().map(|value| value.behind(first)).collect()
            }
        },
        Of::Order => orders(model, rest.trim_start()),
    };
    behind.into_iter().map(|value| value.behind(kind.key())).collect()
}

fn figures(model: &Model, typed: &str) -> Vec<Value> {
    let has_figure = typed.is_empty() && model.figure().is_ok();
    let here = has_figure.then(|| Value::whole(HERE, "The figure under the cursor"));
    let stands = |of: Of| !matches!(of, Of::MeasureHere(_)) || model.measure().is_some();
    let known = FIGURES.into_iter().filter(|&(_, of)| stands(of)).map(|(kind, _)| (kind.key(), kind.title()));
    let value = |(name, title): (&'static str, &'static str)| {
        let is_whole = find(name).is_some_and(|(_, of)| matches!(of, Of::Nothing(_) | Of::MeasureHere(_)));
        Value { then: (!is_whole).then_some(' '), is_whole, ..Value::whole(name, title) }
    };
    here.into_iter().chain(fitting(typed, known).into_iter().map(value)).collect()
}

/// The codes but one.
fn codes(model: &Model, typed: &str, but: Option<&str>) -> Vec<Value> {
    let codes = model.board.jurisdictions.iter().map(|found| (found.code.as_str(), &*found.name));
    let others = codes.filter(|(code, _)| but.is_none_or(|but| !code.eq_ignore_ascii_case(but)));
    fitting(typed, others).into_iter().map(|(code, name)| Value::whole(code, name)).collect()
}

fn first_of_two(value: Value) -> Value {
    Value { then: Some(' '), is_whole: false, ..value }
}

fn orders(model: &Model, typed: &str) -> Vec<Value> {
    let Some((name, goal)) = typed.split_once(' ') else {
        let value = |(name, title): (&str, &str)| {
            let then = takes_goal(name).then_some(' ');
            Value { then, ..Value::whole(name, title) }
        };
        let orders = Order::ALL.map(|order| (order.key(), order.title()));
        return fitting(typed, orders).into_iter().map(value).collect();
    };
    let goals = if takes_goal(name) { moves::objectives(model, goal) } else { Vec::new() };
    goals.into_iter().map(|value| value.behind(name)).collect()
}

/// Whether what is to be raised may follow the name of an order.
fn takes_goal(name: &str) -> bool {
    find_order(name).is_some_and(|order| matches!(order, Order::Moves(_)))
}

fn find_order(name: &str) -> Option<Order> {
    Order::ALL.into_iter().find(|order| order.key().eq_ignore_ascii_case(name))
}
