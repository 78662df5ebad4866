//! The line that stays while files have errors: the first of them, what is shown instead, and where the rest is.

use super::layout::Layout;
use crate::diagnostic::Severity;
use crate::report::problems::Listed;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widget::pen::{Pen, width};

/// Whether there is anything to say.
pub(super) fn is_needed(model: &Model) -> bool {
    first_error(model).is_some()
}

/// Draws the line, where it is needed.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, layout: &Layout) {
    let Some(error) = first_error(model).filter(|_| layout.banner.height > 0) else { return };
    let y = layout.banner.y;
    let end = layout.banner.right().saturating_sub(1);
    let told = told(error);
    let mut x = 1 + pen.say(1, y, end, "error", Role::Error) + 1;
    let mut rest = rest(model, error, true);
    if x + width(&told) + 1 + width(&rest) > end {
        rest = self::rest(model, error, false);
    }
    x += pen.say(x, y, end.saturating_sub(x + width(&rest) + 1), &told, Role::Warning);
    pen.say(x + 1, y, end.saturating_sub(x + 1), &rest, Role::Muted);
}

/// The error that is told: one that keeps something from the screen, as the problems come.
fn first_error(model: &Model) -> Option<&Listed> {
    model.news.files.problems.first().filter(|first| first.severity == Severity::Error)
}

/// `ai.yaml:12: unknown key`, with what was likely meant.
fn told(error: &Listed) -> String {
    let name = error.name.rsplit(['/', '\\']).next().unwrap_or(&error.name);
    let help = error.help.as_deref().filter(|help| help.starts_with("did you mean"));
    let help = help.map(|help| format!("; {help}")).unwrap_or_default();
    format!("{name}:{}: {}{help}", error.line, error.message)
}

/// What is shown instead, and where there is room for it where the rest is: the status line says that too.
fn rest(model: &Model, error: &Listed, whole: bool) -> String {
    let kept = model.news.files.kept.contains(&error.file);
    let shown = if kept { "last good version shown" } else { "left out" };
    if whole {
        format!("({shown}; {} problems)", model.keymap.first_of("problems"))
    } else {
        format!("({shown})")
    }
}
