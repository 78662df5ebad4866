//! What stands on every screen: who is compared, how it is looked at, and what else is to know.

use super::tabs::Tabs;
use crate::analysis::Units;
use crate::report::words::{self, plural};
use crate::scorecard::Column;
use crate::tui::model::Model;

/// The standing comparison: the poles, the group, and how it is looked at, by lens, weights, and who counts once
/// where that is otherwise than usual.
pub(super) fn parts(model: &Model) -> [String; 3] {
    let comparison = model.figures.comparison();
    let glyphs = model.glyph_set();
    let code = |column: Column| model.board.jurisdiction(column).code;
    let [first, second] = comparison.poles.map(code);
    let (lens, weights) = (words::lens(comparison.lens), words::weights(&comparison.weights));
    let how = format!("{lens} {} {weights} weights", glyphs.dot);
    let how = match comparison.units {
        Units::Decision => how,
        units @ Units::Members => format!("{how} {} {}", glyphs.dot, words::units(units)),
    };
    [format!("{first} {} {second}", glyphs.poles), words::group(&model.board, &comparison.group), how]
}

/// From this width on there is room to say what to do about a wrong config beside what is wrong.
const ROOMY: u16 = 100;

/// What else is to know: what changed, problems, a workspace that cannot be written, the theme, and what of the
/// standing comparison is left over from the line of views. On a narrow screen that takes the place of what changes no
/// figure.
pub(super) fn status(model: &Model, tabs: &Tabs<'_>, narrow: bool) -> String {
    let mut parts = Vec::new();
    if let Some(trouble) = &model.settings.trouble {
        let problems = plural(trouble.count, "config problem");
        let says_how = model.size.width >= ROOMY;
        let key = model.keymap.first_of("problems");
        parts.push(if says_how { format!("{problems}: {key} lists them") } else { problems });
    }
    let supposed = model.what_ifs();
    if supposed > 0 {
        parts.push(format!("what-if: {supposed}"));
    }
    let changed = model.news.changed.len() + model.news.listings.len();
    if changed > 0 {
        parts.push(format!("{changed} changed"));
    }
    let loud = model.news.files.loud();
    if loud > 0 {
        let problems = plural(loud, "problem");
        // Whoever misses something on the screen learns where to look.
        let key = model.keymap.first_of("problems");
        parts.push(if narrow { problems } else { format!("{problems}: {key} lists them") });
    }
    parts.extend(model.settings.mouse.then(|| "mouse".to_owned()));
    // The first problem of the config stands at the left and has to be read.
    let left_over = if model.settings.trouble.is_none() { tabs.left_over() } else { &[] };
    parts.extend_from_slice(left_over);
    let has_room = !narrow && left_over.is_empty() && model.settings.trouble.is_none();
    if has_room || model.size.width >= ROOMY {
        parts.extend(model.news.reloaded.as_ref().map(|at| format!("reloaded {at}")));
        parts.extend(model.embedded.then(|| "embedded, read-only".to_owned()));
        parts.push(model.theme_on_screen().id().to_owned());
    }
    parts.join(&format!(" {} ", model.glyph_set().dot))
}
