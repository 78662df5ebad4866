use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;

use crate::analysis::{Comparison, Figures};
use crate::filter::Filter;
use crate::report::{Basis, Twin};
use crate::scorecard::{Board, PartialDate};

use super::context::{Context, Opened};
use super::error::Error;
use super::find;
use super::options::{Asked, Format};

/// A board with the figures that are asked of it: what every command with figures begins with.
pub(super) struct Figured {
    opened: Opened,
    figures: Figures,
    today: PartialDate,
}

impl Figured {
    /// The board.
    pub(super) fn board(&self) -> &Board {
        &self.opened.board
    }

    /// What a twin of it rests on.
    pub(super) fn basis(&self) -> Basis<'_> {
        let Opened { board, glyphs, .. } = &self.opened;
        Basis { board, figures: &self.figures, today: self.today, glyphs: *glyphs }
    }

    /// The filter of measures that is asked for; everything where none is.
    ///
    /// # Errors
    /// Where a word of it cannot be understood, or says nothing about measures.
    pub(super) fn filter(&self, line: Option<&str>) -> Result<Filter, Error> {
        find::filter(self.board(), line)
    }

    /// Writes a twin of it in the form that is asked for, and gives the exit code.
    ///
    /// # Errors
    /// Where the writer fails.
    pub(super) fn write(
        &self,
        twin: &impl Twin,
        format: Format,
        context: &mut Context,
    ) -> Result<ExitCode, Error> {
        context.write(twin, format)?;
        Ok(self.exit_code())
    }

    /// 0, or 1 where what was written leaves files out.
    pub(super) fn exit_code(&self) -> ExitCode {
        self.opened.exit_code()
    }
}

impl Context<'_> {
    /// Opens the workspace of `--workspace` and the paths given, and computes what is asked of it.
    ///
    /// # Errors
    /// Where a path leads nowhere, or a jurisdiction, group, weight set or scenario is not the board's.
    pub(super) fn figured<F>(&mut self, paths: &[PathBuf], asked: &Asked<F>) -> Result<Figured, Error>
    where
        F: ValueEnum + Default + Send + Sync + 'static,
    {
        let mut opened = self.open(paths, &asked.output)?;
        let comparison = opened.comparison(&asked.compared)?;
        Ok(self.computed(opened, &comparison))
    }

    /// Computes the figures of a comparison on a board that is open.
    pub(super) fn computed(&self, opened: Opened, comparison: &Comparison) -> Figured {
        let figures = Figures::compute(&opened.board, comparison);
        Figured { opened, figures, today: self.today }
    }
}
