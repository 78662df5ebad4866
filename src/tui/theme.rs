//! Themes: how each meaning looks on the terminal at hand.

mod depth;
mod nearest;
mod offer;
mod role;

use ratatui::style::{Color, Modifier, Style};

pub use crate::workspace::shipped_themes as ids;
pub use depth::ColourDepth;
pub use offer::{Offer, how_to_keep, names, offers};
pub use role::Role;

use crate::format::{Colour, Colour16, Paint};
use crate::workspace::{self, ThemeError};

/// The theme for terminals without colours.
pub const MONO: &str = "mono";

/// The background of a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    /// Light text on dark.
    Dark,
    /// Dark text on light.
    Light,
}

impl Background {
    /// The id of the shipped theme made for it.
    pub fn theme(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "paper",
        }
    }
}

/// A theme resolved for one colour depth: one ready style a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    id: Box<str>,
    title: Box<str>,
    depth: ColourDepth,
    styles: [Style; Role::COUNT],
}

impl Theme {
    /// The theme `id`, or the one in a file of that path, for terminals of that colour depth. Without colours every theme looks the same,
    /// so there the one made for it is taken, whatever was asked for.
    ///
    /// # Errors
    /// There is no theme of that name.
    pub fn load(id: &str, depth: ColourDepth) -> Result<Self, ThemeError> {
        let wanted = workspace::theme(id)?;
        let file = if depth == ColourDepth::None { workspace::theme(MONO)? } else { wanted };
        let mut styles = [Style::new(); Role::COUNT];
        for role in Role::ALL {
            styles[role.index()] =
                file.paint(role.key()).map_or_else(Style::new, |paint| style(paint, depth));
        }
        Ok(Self { id: file.id, title: file.title, depth, styles })
    }

    /// The name it is asked for by.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The name people read.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The colour depth it was resolved for.
    pub fn depth(&self) -> ColourDepth {
        self.depth
    }

    /// How a role looks: only what the role sets, to be laid over what is there.
    pub fn style(&self, role: Role) -> Style {
        self.styles[role.index()]
    }
}

fn style(paint: Paint, depth: ColourDepth) -> Style {
    let modifiers = [
        (paint.bold, Modifier::BOLD),
        (paint.italic, Modifier::ITALIC),
        (paint.underline, Modifier::UNDERLINED),
        (paint.reverse, Modifier::REVERSED),
        (paint.dim, Modifier::DIM),
    ];
    let set = modifiers.into_iter().filter(|(set, _)| *set).map(|(_, modifier)| modifier).collect();
    Style { fg: colour(paint.fg, depth), bg: colour(paint.bg, depth), ..Style::new() }.add_modifier(set)
}

fn colour(wanted: Option<Colour>, depth: ColourDepth) -> Option<Color> {
    let Colour { rgb, twin } = wanted?;
    match (depth, rgb) {
        (ColourDepth::True, Some([r, g, b])) => Some(Color::Rgb(r, g, b)),
        (ColourDepth::Indexed256, Some(rgb)) => Some(Color::Indexed(nearest::indexed(rgb))),
        (ColourDepth::None, _) => None,
        _ => Some(named(twin)),
    }
}

fn named(colour: Colour16) -> Color {
    match colour {
        Colour16::Default => Color::Reset,
        Colour16::Black => Color::Black,
        Colour16::Red => Color::Red,
        Colour16::Green => Color::Green,
        Colour16::Yellow => Color::Yellow,
        Colour16::Blue => Color::Blue,
        Colour16::Magenta => Color::Magenta,
        Colour16::Cyan => Color::Cyan,
        Colour16::Gray => Color::Gray,
        Colour16::DarkGray => Color::DarkGray,
        Colour16::LightRed => Color::LightRed,
        Colour16::LightGreen => Color::LightGreen,
        Colour16::LightYellow => Color::LightYellow,
        Colour16::LightBlue => Color::LightBlue,
        Colour16::LightMagenta => Color::LightMagenta,
        Colour16::LightCyan => Color::LightCyan,
        Colour16::White => Color::White,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scorecard::Level;

    const DEPTHS: [ColourDepth; 4] =
        [ColourDepth::True, ColourDepth::Indexed256, ColourDepth::Ansi16, ColourDepth::None];

    fn themes() -> impl Iterator<Item = Theme> {
        ids().flat_map(|id| DEPTHS.map(|depth| Theme::load(id, depth).unwrap()))
    }

    #[test]
    fn every_shipped_theme_loads_under_its_own_name() {
        for id in ids() {
            let theme = Theme::load(id, ColourDepth::True).unwrap();
            assert_eq!(theme.id(), id);
            assert!(!theme.title().is_empty());
        }
    }

    #[test]
    fn the_roles_are_those_of_the_files() {
        assert!(Role::ALL.iter().map(|role| role.key()).eq(crate::format::ROLES.names()));
    }

    #[test]
    fn an_unknown_theme_names_the_known_ones() {
        let error = Theme::load("drak\u{1b}", ColourDepth::True).unwrap_err().to_string();
        assert_eq!(
            error,
            "there is no theme `drak␛`; themes are dark, paper, contrast, cvd, mono, or a theme file"
        );
        assert!(Theme::load("drak", ColourDepth::None).is_err());
    }

    #[test]
    fn the_selection_is_visible_in_every_theme_and_depth() {
        for theme in themes() {
            let [canvas, cursor, selection] =
                [Role::Canvas, Role::Cursor, Role::Selection].map(|role| theme.style(role));
            let stands_out = |style: Style| {
                (style.bg.is_some() && style.bg != canvas.bg)
                    || style.add_modifier.contains(Modifier::REVERSED)
            };
            assert!(stands_out(cursor) && stands_out(selection), "{} {:?}", theme.id(), theme.depth());
            assert_ne!(cursor, selection, "{} {:?}", theme.id(), theme.depth());
        }
    }

    #[test]
    fn levels_next_to_each_other_differ_where_there_are_colours() {
        for theme in themes().filter(|theme| theme.id() != MONO) {
            let grounds: Vec<_> = Level::all().map(|level| theme.style(Role::level(level)).bg).collect();
            assert!(
                grounds.windows(2).all(|pair| pair[0] != pair[1]),
                "{} {:?}: {grounds:?}",
                theme.id(),
                theme.depth()
            );
        }
    }

    #[test]
    fn without_colours_nothing_has_a_colour() {
        for theme in ids().map(|id| Theme::load(id, ColourDepth::None).unwrap()) {
            assert_eq!(theme.id(), MONO);
            assert!(
                Role::ALL
                    .iter()
                    .all(|&role| theme.style(role).fg.is_none() && theme.style(role).bg.is_none())
            );
        }
    }

    #[test]
    fn text_and_ground_are_never_the_same_colour() {
        for theme in themes() {
            for &role in Role::ALL {
                let style = theme.style(role);
                let ground = style.bg.or(theme.style(Role::Canvas).bg);
                assert!(
                    style.fg.is_none() || style.fg != ground,
                    "{} {:?} {role:?}",
                    theme.id(),
                    theme.depth()
                );
            }
        }
    }
}
