use super::{ConfigFile, ThemeFile};
use crate::diagnostic::{Problem, Severity};
use crate::scorecard::{BoardPlan, Register, Scenario, Scorecard};
use crate::text::Span;

/// What one file says.
#[derive(Clone, Debug)]
pub enum Content {
    /// Who is compared.
    Board(BoardPlan),
    /// A policy area.
    Scorecard(Scorecard),
    /// The register of entities by lists.
    Register(Register),
    /// What-ifs with a name.
    Scenario(Scenario),
    /// The colours of the terminal program.
    Theme(ThemeFile),
    /// How a person likes the program to be.
    Config(ConfigFile),
}

/// A file as far as it could be read, with everything that is wrong in it.
#[derive(Debug)]
pub struct Document {
    /// What it says; nothing where not even its kind could be read. Where problems are errors it is incomplete, good
    /// for finding more problems and for nothing else.
    pub content: Option<Content>,
    /// Where it says its kind: the place to mark the file as a whole.
    pub kind_at: Span,
    /// Its problems, in no particular order.
    pub problems: Vec<Problem>,
    /// Where it holds what only those may see who ask for private fields.
    pub private: Vec<Span>,
}

impl Document {
    /// Whether the file has no errors.
    pub fn is_sound(&self) -> bool {
        self.problems.iter().all(|problem| problem.severity() != Severity::Error)
    }
}
