//! What stands on every screen: who is compared, how it is looked at, and what else is to know.

use crate::analysis::Units;
use crate::report::words::{self, plural};
use crate::scorecard::Column;
use crate::tui::model::Model;

/// Who is compared: the poles and the group.
pub(super) fn who(model: &Model) -> String {
    let comparison = model.figures.comparison();
    let glyphs = model.glyph_set();
    let code = |column: Column| model.board.jurisdiction(column).code;
    let [first, second] = comparison.poles.map(code);
    let group = words::group(&model.board, &comparison.group);
    format!("{first} {} {second} {} {group}", glyphs.poles, glyphs.dot)
}

/// How it is looked at: the lens, the weights, and who counts once where that is otherwise than usual.
pub(super) fn how(model: &Model) -> String {
    let comparison = model.figures.comparison();
    let dot = model.glyph_set().dot;
    let (lens, weights) = (words::lens(comparison.lens), words::weights(&comparison.weights));
    let how = format!("{lens} {dot} {weights} weights");
    match comparison.units {
        Units::Decision => how,
        units @ Units::Members => format!("{how} {dot} {}", words::units(units)),
    }
}

/// From this width on there is room to say what to do about a wrong config beside what is wrong.
const ROOMY: u16 = 100;

/// What else is to know: what changed, problems, a workspace that cannot be written, the theme. On a narrow screen how it is looked
/// at takes the place of what changes no figure.
pub(super) fn status(model: &Model, narrow: bool) -> String {
    let mut parts = Vec::new();
    if let Some(trouble) = &model.settings.trouble {
        let problems = plural(trouble.count, "config problem");
        let says_how = model.size.width >= ROOMY;
        let key = model.keymap.first_of("problems");
        parts.push(if says_how { format!("{problems}: {key} lists them") } else { problems });
    }
    let changed = model.news.changed.len();
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
    if narrow && model.settings.trouble.is_none() {
        parts.push(how(model));
    } else if !narrow && (model.settings.trouble.is_none() || model.size.width >= ROOMY) {
        parts.extend(model.news.reloaded.as_ref().map(|at| format!("reloaded {at}")));
        parts.extend(model.embedded.then(|| "embedded, read-only".to_owned()));
        parts.push(model.theme_on_screen().id().to_owned());
    }
    parts.join(&format!(" {} ", model.glyph_set().dot))
}
