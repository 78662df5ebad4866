//! The line of views and the standing comparison, in the roomiest form that fits.

use std::borrow::Cow;

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
pub(super) struct Tabs<'m> {
    form: Form,
    /// The keys of the views.
    keys: [Cow<'m, str>; View::ALL.len()],
    standing: [String; 3],
    shown: usize,
}

impl<'m> Tabs<'m> {
    pub(super) fn of(model: &'m Model, room: u16) -> Self {
        let standing = standing::parts(model);
        let keys = View::ALL.map(|(_, command, _)| model.keymap.first_of(command));
        let between = width(model.glyph_set().dot) + 2;
        let fits = |&(form, shown): &(Form, usize)| {
            let names = View::ALL.iter().zip(&keys).map(|(tab, keys)| form.width(model, tab, keys) + 1);
            let parts: u16 = standing[..shown].iter().map(|part| width(part) + between).sum();
            names.sum::<u16>() + parts - between < room
        };
        let narrowest = FORMS[FORMS.len() - 1];
        let (form, shown) = FORMS.into_iter().find(fits).unwrap_or(narrowest);
        Self { form, keys, standing, shown }
    }

    /// What of the standing comparison did not fit; empty where all of it did.
    pub(super) fn left_over(&self) -> &[String] {
        &self.standing[self.shown..]
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, model: &Model, layout: &Layout) {
        let y = layout.tabs.y;
        let mut x = u16::from(self.form != Form::Roomy);
        for (tab, keys) in View::ALL.iter().zip(&self.keys) {
            let role = if tab.0 == model.view { Role::TabActive } else { Role::Tab };
            let label = self.form.label(model, tab, keys);
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

impl Form {
    fn label(self, model: &Model, &(view, _, name): &(View, &str, &str), keys: &str) -> String {
        match self {
            Self::Roomy => format!(" {keys} {name} "),
            Self::Keys if view != model.view => keys.to_owned(),
            Self::Tight | Self::Keys => format!("{keys} {name}"),
        }
    }

    /// How many columns the label takes.
    fn width(self, model: &Model, &(view, _, name): &(View, &str, &str), keys: &str) -> u16 {
        match self {
            Self::Roomy => width(keys) + width(name) + 3,
            Self::Keys if view != model.view => width(keys),
            Self::Tight | Self::Keys => width(keys) + width(name) + 1,
        }
    }
}

fn joined(model: &Model, parts: &[String]) -> String {
    parts.join(&format!(" {} ", model.glyph_set().dot))
}
