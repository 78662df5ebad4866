//! Whether a theme can be read: contrast, what has to be told apart, and the eyes that see colours otherwise.
//!
//! A theme is judged with what it extends already in it; a problem is told at the nearest thing its own file says.

mod apart;
mod contrast;
mod look;
mod vision;

use look::{Depth, Looks};

use crate::diagnostic::Problem;
use crate::diagnostic::Rule;
use crate::format::ThemeFile;
use crate::text::Span;

pub use contrast::{Kind, Measured, measure};

/// A theme on trial.
#[derive(Clone, Copy, Debug)]
struct Case<'t> {
    /// The number of its file.
    file: u16,
    /// What the file says.
    own: &'t ThemeFile,
    /// The theme with what it extends.
    whole: &'t ThemeFile,
}

impl<'t> Case<'t> {
    fn looks(self, depth: Depth) -> Looks<'t> {
        Looks { theme: self.whole, depth }
    }

    /// A problem of some roles, told at the first of them that the file itself paints, else where it names what it
    /// extends.
    fn problem(self, rule: &'static Rule, roles: &[&str], message: String) -> Problem {
        let painted = roles.iter().find_map(|role| self.own.painted(role).map(|painted| painted.at));
        let extends = || self.own.extends.as_ref().map(|extends| extends.at);
        Problem::new(rule, self.file, painted.or_else(extends).unwrap_or(Span::default()), message)
    }
}

/// Judges a theme: what its file says, number `file`, and the `whole` of it with what it extends. The problems come in no
/// particular order.
pub fn judge(file: u16, own: &ThemeFile, whole: &ThemeFile) -> Vec<Problem> {
    let case = Case { file, own, whole };
    let mut problems = Vec::new();
    for depth in Depth::ALL {
        contrast::judge(case, depth, &mut problems);
        apart::judge(case, depth, &mut problems);
    }
    vision::judge(case, &mut problems);
    problems
}
