use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::error::Error;
use super::find;
use super::options::{Asked, Drawn};
use crate::analysis::{By, Decider};
use crate::report::Basis;
use crate::report::moves::{self, Moves};

/// What would bring the group closer: single steps of those who decide, by what each gives
///
/// The program computes, the group decides. Raising alignment is not in itself good policy; a list of moves is
/// arithmetic on levels.
#[derive(Debug, Args)]
pub(super) struct MovesArguments {
    /// Folders or files to read
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What the moves are to raise: the alignment of the group, of the pair of poles, or of one with the others
    #[arg(long, default_value = "group", value_name = "group|pair|CODE")]
    objective: String,
    /// Only moves of those who decide: union, member, single, or codes such as JP,KR
    ///
    /// A union decides for the members that inherit from it; a single jurisdiction is neither a union nor a member.
    #[arg(long, value_name = "WHO", value_delimiter = ',')]
    by: Vec<String>,
    /// List moves that lower a level too
    #[arg(long)]
    lower: bool,
    /// The most steps of a move
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=4))]
    steps: u8,
    /// A sequence of this many single steps, each the one that gives most after those before it
    ///
    /// A heuristic: another sequence may give more.
    #[arg(long, value_name = "K", conflicts_with_all = ["steps", "limit", "robust"])]
    greedy: Option<usize>,
    /// List the first moves only
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// List only what fits: terms such as area:ai status:proposed gap>=2
    ///
    /// All terms must hold; a comma means or, a hyphen in front not. The terms of a position hold for the one that moves.
    #[arg(long, value_name = "TERMS", allow_hyphen_values = true)]
    filter: Option<String>,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    drawn: Drawn,
}

impl MovesArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let figured = context.figured(&self.paths, &self.asked)?;
        let filter = figured.filter(self.filter.as_deref())?;
        let basis = figured.basis();
        let moves = Moves::new(basis, self.sought(&basis)?, &filter);
        figured.write(&self.drawn.on(moves, Moves::drawn), self.asked.format(), context)
    }

    fn sought(&self, basis: &Basis<'_>) -> Result<moves::Asked, Error> {
        let Basis { board, figures, .. } = basis;
        let objective = find::objective(board, figures.comparison().poles, &self.objective)?;
        let by = self.by.iter().map(|who| {
            let kind = Decider::ALL.into_iter().find(|kind| kind.key() == who);
            kind.map_or_else(|| find::column(board, who).map(By::Column), |kind| Ok(By::Kind(kind)))
        });
        Ok(moves::Asked {
            objective,
            by: by.collect::<Result<_, _>>()?,
            lowering: self.lower,
            steps: self.steps,
            most: self.limit,
            sequence: self.greedy,
        })
    }
}
