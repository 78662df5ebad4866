use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::error::Error;
use super::find;
use super::options::{Asked, Seen};
use crate::analysis::{Comparison, Objective, Profile};
use crate::report::explain::{Explain, Explainable, Figure, Kind, Order, Over, Step};
use crate::report::show::Place;
use crate::scorecard::{Board, Column, Level, MeasureIndex};

/// The arithmetic of a figure: its formula, the numbers that go in, and every step
///
/// Without a figure it lists what can be explained.
#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// Which figure: gap, pair, group, spread ...
    #[arg(value_name = "FIGURE", value_parser = kind)]
    figure: Option<Kind>,
    /// Whose: AREA/MEASURE, CODE CODE, AREA ... as the list says
    #[arg(value_name = "OF")]
    of: Vec<String>,
    #[command(flatten)]
    asked: Asked,
}

impl ExplainArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let Some(kind) = self.figure else {
            context.write(&Explainable, self.asked.format())?;
            return Ok(ExitCode::SUCCESS);
        };
        let figured = context.figured(&[], &self.asked)?;
        let comparison = figured.basis().figures.comparison();
        let figure = Named { board: figured.board(), comparison, kind, names: &self.of }.figure()?;
        figured.write(&Explain::new(figured.basis(), figure), self.asked.format(), context)
    }
}

fn kind(name: &str) -> Result<Kind, String> {
    let found = Kind::ALL.into_iter().find(|kind| kind.key() == name);
    found.ok_or_else(|| format!("the figures are {}", Kind::ALL.map(Kind::key).join(", ")))
}

/// A figure as the command line names it.
struct Named<'a> {
    board: &'a Board,
    /// Whose poles the moves of a pair are of, and whose lens is looked through where none is named.
    comparison: &'a Comparison,
    kind: Kind,
    names: &'a [String],
}

impl Named<'_> {
    fn figure(&self) -> Result<Figure, Error> {
        Ok(match self.kind {
            Kind::Gap => Figure::Gap(self.measure()?),
            Kind::Share => Figure::Share(self.measure()?),
            Kind::Sides => Figure::Sides(self.area(0)?),
            Kind::Counts => Figure::Counts(self.area(0)?),
            Kind::Pair => self.any_two()?,
            Kind::Stress => Figure::Stress(self.pair()?, self.area(2)?),
            Kind::Instruments => Figure::Instruments(self.pair()?),
            Kind::Group => Figure::Group(self.area(0)?),
            Kind::Spread => Figure::Spread(self.measure()?),
            Kind::Middle => Figure::Middle(self.measure()?),
            Kind::Agreement => Figure::Agreement(self.column(0)?, self.over(1)?),
            Kind::Weight => Figure::Weight(self.measure()?),
            Kind::Move => Figure::Move(self.step()?),
            Kind::Without => Figure::Without(self.one()?),
            Kind::Bridge => Figure::Bridge(self.one()?),
            Kind::Closeness => Figure::Closeness(self.one()?),
            Kind::Closest => self.nothing(Figure::Closest)?,
            Kind::Robustness => Figure::Robustness(self.order()?),
            Kind::Join => Figure::Join(self.pair_alone()?),
            Kind::Tree => self.nothing(Figure::Tree)?,
            Kind::Silhouette if self.names.is_empty() => Figure::Silhouette(None),
            Kind::Silhouette => Figure::Silhouette(Some(self.one()?)),
        })
    }

    /// What is wrong with the names, and how they are written.
    fn wrong(&self) -> Error {
        Error::Usage(format!("it is written: t12 explain {} {}", self.kind.key(), self.kind.arguments()))
    }

    /// The name at a place, the last there may be.
    fn last(&self, place: usize) -> Result<Option<&str>, Error> {
        if self.names.len() > place + 1 {
            return Err(self.wrong());
        }
        Ok(self.names.get(place).map(String::as_str))
    }

    fn measure(&self) -> Result<MeasureIndex, Error> {
        match find::place(self.board, self.last(0)?.ok_or_else(|| self.wrong())?)? {
            Place::Measure(measure) => Ok(measure),
            Place::Area(_) | Place::Position(..) => Err(self.wrong()),
        }
    }

    fn area(&self, place: usize) -> Result<Option<usize>, Error> {
        self.last(place)?.map(|name| find::area(self.board, name)).transpose()
    }

    fn over(&self, place: usize) -> Result<Over, Error> {
        let Some(name) = self.last(place)? else { return Ok(Over::Board) };
        match find::place(self.board, name)? {
            Place::Area(area) => Ok(Over::Area(area)),
            Place::Measure(measure) => Ok(Over::Measure(measure)),
            Place::Position(..) => Err(self.wrong()),
        }
    }

    fn column(&self, place: usize) -> Result<Column, Error> {
        find::column(self.board, self.names.get(place).ok_or_else(|| self.wrong())?)
    }

    /// Two jurisdictions, or profiles where a lens stands behind an `@`.
    fn any_two(&self) -> Result<Figure, Error> {
        let area = self.area(2)?;
        if !self.names.iter().take(2).any(|name| name.contains('@')) {
            return Ok(Figure::Pair(self.pair()?, area));
        }
        let profiles = [self.profile(0)?, self.profile(1)?];
        if profiles[0] == profiles[1] { Err(self.wrong()) } else { Ok(Figure::Profiles(profiles, area)) }
    }

    fn profile(&self, place: usize) -> Result<Profile, Error> {
        let seen: Seen = self.names.get(place).ok_or_else(|| self.wrong())?.parse().map_err(Error::Usage)?;
        find::profile(self.board, &seen, self.comparison.lens)
    }

    /// One jurisdiction and nothing else.
    fn one(&self) -> Result<Column, Error> {
        self.last(0)?;
        self.column(0)
    }

    /// Two different jurisdictions and nothing else.
    fn pair_alone(&self) -> Result<[Column; 2], Error> {
        self.last(1)?;
        self.pair()
    }

    /// A figure that there is one of.
    fn nothing(&self, figure: Figure) -> Result<Figure, Error> {
        if self.names.is_empty() { Ok(figure) } else { Err(self.wrong()) }
    }

    /// Whose level on what, the level it leads to, and what that is to raise.
    fn step(&self) -> Result<Step, Error> {
        let place = find::place(self.board, self.names.first().ok_or_else(|| self.wrong())?)?;
        let Place::Position(measure, column) = place else { return Err(self.wrong()) };
        let level = self.names.get(1).and_then(|level| level.parse().ok()).and_then(Level::new);
        let to = level.ok_or_else(|| self.wrong())?;
        Ok(Step { measure, column, to, objective: self.objective(2)? })
    }

    /// What moves are to raise: the group's alignment where nothing is named.
    fn objective(&self, place: usize) -> Result<Objective, Error> {
        self.last(place)?
            .map_or(Ok(Objective::Group), |name| find::objective(self.board, self.comparison.poles, name))
    }

    fn order(&self) -> Result<Order, Error> {
        let name = self.names.first().ok_or_else(|| self.wrong())?;
        let order = Order::ALL.into_iter().find(|order| order.key() == name);
        let order = order.ok_or_else(|| {
            Error::Usage(format!("the orders are {}", Order::ALL.map(Order::key).join(", ")))
        })?;
        if matches!(order, Order::Moves(_)) {
            return Ok(Order::Moves(self.objective(1)?));
        }
        self.last(0).map(|_| order)
    }

    /// Two different jurisdictions; what follows them is an area or nothing.
    fn pair(&self) -> Result<[Column; 2], Error> {
        let pair = [self.column(0)?, self.column(1)?];
        if pair[0] == pair[1] { Err(self.wrong()) } else { Ok(pair) }
    }
}
