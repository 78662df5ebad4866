use std::path::PathBuf;
use std::process::ExitCode;
use std::slice;

use clap::Args;

use super::context::Context;
use super::error::Error;
use super::options::Asked;
use crate::report::change::Editions;
use crate::text::visible;

/// What changed between two editions of a workspace: which gaps closed or opened, who moved, what is late
///
/// Both are looked at with the poles, the lens and the weights of the later one. Measures are the same where their ids are;
/// where a sentence of a rubric reads otherwise, levels are not compared.
#[derive(Debug, Args)]
pub(super) struct ChangeArguments {
    /// The earlier edition: its folder
    #[arg(value_name = "EARLIER")]
    earlier: PathBuf,
    /// The later edition, in place of the workspace that is read otherwise
    #[arg(value_name = "LATER")]
    later: Option<PathBuf>,
    /// List only what fits in the later edition: terms such as area:ai jurisdiction:JP -status:proposed
    ///
    /// All terms must hold; a comma means or, a hyphen in front not. The terms of a position hold together, for one
    /// position of any jurisdiction or of `jurisdiction:`.
    #[arg(long, value_name = "TERMS", allow_hyphen_values = true)]
    filter: Option<String>,
    #[command(flatten)]
    asked: Asked,
}

impl ChangeArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let output = &self.asked.output;
        let earlier = context.edition(slice::from_ref(&self.earlier), output)?;
        if earlier.board.measures.is_empty() {
            let place = self.earlier.to_string_lossy();
            return Err(Error::Usage(format!("there are no scorecards in `{}`", visible(&place))));
        }
        let mut later = match &self.later {
            Some(later) => context.open_at(slice::from_ref(later), output)?,
            None => context.open(&[], output)?,
        };
        let comparison = later.comparison(&self.asked.compared)?;
        let figured = context.computed(later, &comparison);
        let filter = figured.filter(self.filter.as_deref())?;
        let editions = Editions::between(&earlier.board, figured.basis(), &filter);
        let editions = editions.map_err(|why| Error::Usage(why.to_string()))?;
        let code = figured.write(&editions, self.asked.format(), context)?;
        Ok(if earlier.has_errors { ExitCode::from(super::PROBLEMS_FOUND) } else { code })
    }
}
