//! The line of views and the standing comparison, in the roomiest form that fits.

use ratatui::layout::Rect;

use super::layout::Layout;
use super::standing;
use crate::tui::model::{Model, View};
use crate::tui::theme::Role;
use crate::tui::widget::pen::{Pen, width};
use crate::tui::widget::spots::Spot;

/// How the names of the views are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Each with a blank around it.
    Roomy,
    /// Each with its key and name.
    Tight,
    /// The name of the view on screen only; of the others their keys.
    Keys,
}

/// The forms by how much they show, with how many parts of the standing comparison: the poles, the group, how it is
/// looked at.
const FORMS: [(Form, usize); 8] = [
    (Form::Roomy, 3),
    (Form::Tight, 3),
    (Form::Roomy, 2),
    (Form::Tight, 2),
    (Form::Tight, 1),
    (Form::Keys, 3),
    (Form::Keys, 2),
    (Form::Keys, 1),
];

/// The line as it fits.
pub(super) struct Tabs {
    form: Form,
    standing: [String; 3],
    shown: usize,
}

impl Tabs {
    pub(super) fn of(model: &Model, room: u16) -> Self {
        let standing = standing::parts(model);
        let fits = |&(form, shown): &(Form, usize)| {
            let names: u16 = View::ALL.iter().map(|tab| width(&label(model, form, tab)) + 1).sum();
            names + width(&joined(model, &standing[..shown])) < room
        };
        let narrowest = FORMS[FORMS.len() - 1];
        let (form, shown) = FORMS.into_iter().find(fits).unwrap_or(narrowest);
        Self { form, standing, shown }
    }

    /// What of the standing comparison did not fit; empty where all of it did.
    pub(super) fn left_over(&self) -> &[String] {
        &self.standing[self.shown..]
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, model: &Model, layout: &Layout) {
        let y = layout.tabs.y;
        let mut x = u16::from(self.form != Form::Roomy);
        for tab in &View::ALL {
            let role = if tab.0 == model.view { Role::TabActive } else { Role::Tab };
            let label = label(model, self.form, tab);
            let taken = pen.say(x, y, width(&label), &label, role);
            pen.spots.note(Rect::new(x, y, taken, 1), Spot::View(tab.0));
            x += taken + 1;
        }
        // The last column stays free where there is room for that.
        let room = layout.tabs.right().saturating_sub(x);
        let standing = joined(model, &self.standing[..self.shown]);
        let room = if width(&standing) < room { room - 1 } else { room };
        let style = pen.theme.style(Role::Text);
        pen.right(x, y, room, &standing, style);
    }
}

fn label(model: &Model, form: Form, &(view, command, name): &(View, &'static str, &'static str)) -> String {
    let keys = model.keymap.first_of(command);
    match form {
        Form::Roomy => format!(" {keys} {name} "),
        Form::Keys if view != model.view => keys,
        Form::Tight | Form::Keys => format!("{keys} {name}"),
    }
}

fn joined(model: &Model, parts: &[String]) -> String {
    parts.join(&format!(" {} ", model.glyph_set().dot))
}
