use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::context::Context;
use super::error::Error;
use super::options::{Asked, Drawn};
use crate::analysis::GapOrder;
use crate::report::gaps::Gaps;

/// What is worth the group's time: every gap between the poles, widest first
#[derive(Debug, Args)]
pub(super) struct GapsArguments {
    /// Folders or files to read
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The order of the list; ranks are those by width in every order
    #[arg(long, value_enum, default_value_t, value_name = "ORDER")]
    sort: SortArgument,
    /// List only what fits: terms such as gap>=2 fuller:EU area:ai -status:proposed
    ///
    /// All terms must hold; a comma means or, a hyphen in front not. The terms of a position hold together, for one
    /// position of a pole or of `jurisdiction:`. Ranks and shares stay those of the whole list.
    #[arg(long, value_name = "TERMS", allow_hyphen_values = true)]
    filter: Option<String>,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    drawn: Drawn,
}

/// How the list is ordered. What an order leaves open stays in the order by width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum SortArgument {
    /// Widest first, then heaviest
    #[default]
    Width,
    /// Steps times weight, most first
    Weight,
    /// What a pole changes soonest first
    Window,
    /// Area by area
    Area,
    /// Where the first pole is fuller, then the second
    Side,
}

impl From<SortArgument> for GapOrder {
    fn from(argument: SortArgument) -> Self {
        match argument {
            SortArgument::Width => Self::Width,
            SortArgument::Weight => Self::Weighted,
            SortArgument::Window => Self::Window,
            SortArgument::Area => Self::Area,
            SortArgument::Side => Self::Side,
        }
    }
}

impl GapsArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let figured = context.figured(&self.paths, &self.asked)?;
        let filter = figured.filter(self.filter.as_deref())?;
        let gaps = Gaps::new(figured.basis(), self.sort.into(), &filter);
        figured.write(&self.drawn.on(gaps, Gaps::drawn), self.asked.format(), context)
    }
}
