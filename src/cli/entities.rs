use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::error::Error;
use super::find;
use super::options::Asked;
use crate::analysis::Listings;
use crate::filter::Listed;
use crate::report::entities::Entities;

/// Companies and state bodies by restrictive lists: who is listed where
#[derive(Debug, Args)]
pub(super) struct EntitiesArguments {
    /// Tell everything of one entity: its id, its name or another name of it, or a beginning only it has
    #[arg(value_name = "ENTITY", conflicts_with = "filter")]
    entity: Option<String>,
    /// List only what fits: terms such as only:US poles:1 listing:removed jurisdiction:EU country:CN
    ///
    /// All terms must hold; a comma means or, a hyphen in front not. The terms of a listing hold together, for one list
    /// of `jurisdiction:` and `list:`, else of any.
    #[arg(long, value_name = "TERMS", allow_hyphen_values = true)]
    filter: Option<String>,
    #[command(flatten)]
    asked: Asked,
}

impl EntitiesArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let figured = context.figured(&[], &self.asked)?;
        let (basis, board) = (figured.basis(), figured.board());
        let listings = Listings::of(board);
        let entities = if let Some(name) = &self.entity {
            Entities::one(basis, &listings, find::entity(board, &listings, name)?)
        } else {
            let filter = find::filter_on(&[Listed::Entities], board, self.filter.as_deref())?;
            Entities::new(basis, &listings, &filter)
        };
        figured.write(&entities, self.asked.format(), context)
    }
}
