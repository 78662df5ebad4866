use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::error::Error;
use super::find;
use super::options::{Asked, Seen};
use crate::report::compare::Compare;

/// Any two side by side: who is fuller where, and how much is the same
#[derive(Debug, Args)]
pub(super) struct CompareArguments {
    /// The two to compare, as in EU US, in place of the poles
    ///
    /// A lens behind an @ looks at one of them in its own way, so that one jurisdiction can be compared with itself: EU
    /// EU@in-force, or US US@2027-12-31. Lenses are as-recorded, in-force, medium, high and a date.
    #[arg(value_names = ["A", "B"], num_args = 2)]
    sides: Vec<Seen>,
    /// List only what fits: terms such as gap>=2 fuller:EU area:ai -status:proposed
    ///
    /// All terms must hold; a comma means or, a hyphen in front not. Gaps are those between the two, and the terms of a
    /// position hold together for one position of the two or of `jurisdiction:`.
    #[arg(long, value_name = "TERMS", allow_hyphen_values = true)]
    filter: Option<String>,
    #[command(flatten)]
    asked: Asked,
}

impl CompareArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let mut opened = context.open(&[], &self.asked.output)?;
        let mut comparison = opened.comparison(&self.asked.compared)?;
        let profiles = match self.sides.as_slice() {
            [first, second] => [
                find::profile(&opened.board, first, comparison.lens)?,
                find::profile(&opened.board, second, comparison.lens)?,
            ],
            _ => comparison.profiles(),
        };
        if profiles[0] == profiles[1] {
            return Err(Error::Usage(SAME.to_owned()));
        }
        comparison.poles = profiles.map(|profile| profile.column);
        let figured = context.computed(opened, &comparison);
        let basis = figured.basis();
        let beside = basis.figures.side_by_side(basis.board, profiles);
        let filter = figured.filter(self.filter.as_deref())?;
        let compare = Compare { basis, beside: &beside };
        figured.write(&compare.listed(&filter), self.asked.format(), context)
    }
}

const SAME: &str = "the two are the same; give one of them a lens, as in: t12 compare EU EU@in-force";
