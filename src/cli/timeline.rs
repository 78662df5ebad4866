use std::process::ExitCode;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::context::Context;
use super::error::Error;
use super::find;
use super::options::{Asked, Format};
use crate::analysis::{Listings, Phase, Window};
use crate::filter::Listed;
use crate::report::timeline::{Timeline, write_ics};
use crate::scorecard::PartialDate;

/// What changed, what is coming: every date of positions and listings
#[derive(Debug, Args)]
pub(super) struct TimelineArguments {
    /// Only what has come, is overdue or is to come; may be several, with commas
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PHASE")]
    phase: Vec<PhaseArgument>,
    /// From this date on: a year, a month or a day
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<PartialDate>,
    /// Until this date, that included
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<PartialDate>,
    /// List only what fits: terms such as jurisdiction:EU area:ai status:proposed listing:listed
    ///
    /// All terms must hold, those of a position for the position that changes, those of a listing for that listing. A
    /// term that says nothing about positions leaves out all of them, one that says nothing about listings all of those.
    #[arg(long, value_name = "TERMS", allow_hyphen_values = true)]
    filter: Option<String>,
    #[command(flatten)]
    asked: Asked<TimelineFormat>,
}

/// How a change stands to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum PhaseArgument {
    /// It has come
    Past,
    /// A step whose date has passed, and the files do not say what came of it
    Overdue,
    /// Its date has not certainly passed
    Coming,
}

impl From<PhaseArgument> for Phase {
    fn from(argument: PhaseArgument) -> Self {
        match argument {
            PhaseArgument::Past => Self::Past,
            PhaseArgument::Overdue => Self::Overdue,
            PhaseArgument::Coming => Self::Coming,
        }
    }
}

/// How the timeline is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TimelineFormat {
    /// Like the result of any command.
    Twin(Format),
    /// For calendars.
    Ics,
}

impl Default for TimelineFormat {
    fn default() -> Self {
        Self::Twin(Format::default())
    }
}

impl ValueEnum for TimelineFormat {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [TimelineFormat; Format::ALL.len() + 1] = {
            let [table, markdown, csv, json, yaml] = Format::ALL;
            [
                TimelineFormat::Twin(table),
                TimelineFormat::Twin(markdown),
                TimelineFormat::Twin(csv),
                TimelineFormat::Twin(json),
                TimelineFormat::Twin(yaml),
                TimelineFormat::Ics,
            ]
        };
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Self::Twin(format) => format.to_possible_value(),
            Self::Ics => Some(PossibleValue::new("ics").help("For calendars: iCalendar, RFC 5545")),
        }
    }
}

impl TimelineArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let figured = context.figured(&[], &self.asked)?;
        let listings = Listings::of(figured.board());
        let listed = [Listed::Measures, Listed::Entities];
        let filter = find::filter_on(&listed, figured.board(), self.filter.as_deref())?;
        let window = Window { from: self.since, until: self.until };
        let phases: Vec<Phase> = self.phase.iter().copied().map(Phase::from).collect();
        let timeline = Timeline::new(figured.basis(), &listings, &phases, window, &filter);
        match self.asked.format() {
            TimelineFormat::Twin(format) => figured.write(&timeline, format, context),
            TimelineFormat::Ics => {
                write_ics(&timeline, context.out)?;
                Ok(figured.exit_code())
            }
        }
    }
}

/// Reads a date, as exact as it is known.
fn date(text: &str) -> Result<PartialDate, String> {
    PartialDate::parse(text).map_err(|error| error.to_string())
}
