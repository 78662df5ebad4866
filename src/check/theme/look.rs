use palette::Srgb;
use palette::color_difference::Wcag21RelativeContrast;

use crate::format::{Background, Colour, Colour16, Paint, ThemeFile};

/// How many colours the theme is judged for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    /// 24 bits, as the file gives them.
    True,
    /// Sixteen, as xterm shows them where nobody chose others.
    Sixteen,
}

impl Depth {
    pub(super) const ALL: [Self; 2] = [Self::True, Self::Sixteen];

    /// Where that is, as the beginning of a sentence that needs no words for the usual one.
    pub(super) fn place(self) -> &'static str {
        match self {
            Self::True => "",
            Self::Sixteen => "in sixteen colours ",
        }
    }
}

/// How the roles of a theme look at a depth.
#[derive(Clone, Copy)]
pub(super) struct Looks<'t> {
    pub(super) theme: &'t ThemeFile,
    pub(super) depth: Depth,
}

/// A colour to measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shown {
    rgb: Srgb<f32>,
}

/// A text and its ground; nothing where the terminal's own colour is meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    pub(super) text: Option<Shown>,
    pub(super) ground: Option<Shown>,
}

impl Look {
    /// The contrast of the text on its ground, 1 to 21; the least there may be where the terminal's own colours have
    /// part in it. Nothing where both are the terminal's own: whoever chose them can read them.
    pub(super) fn contrast(&self, background: Background) -> Option<f32> {
        if self.text.is_none() && self.ground.is_none() {
            return None;
        }
        let own: &[[Shown; 2]] = match background {
            Background::Dark => &[[WHITE, BLACK]],
            Background::Light => &[[BLACK, WHITE]],
            Background::Any => &[[WHITE, BLACK], [BLACK, WHITE]],
        };
        let of =
            |[text, ground]: &[Shown; 2]| self.text.unwrap_or(*text).contrast(self.ground.unwrap_or(*ground));
        own.iter().map(of).reduce(f32::min)
    }
}

const WHITE: Shown = Shown { rgb: Srgb::new(1.0, 1.0, 1.0) };
const BLACK: Shown = Shown { rgb: Srgb::new(0.0, 0.0, 0.0) };

impl Shown {
    /// The contrast to another colour after WCAG 2.1, 1 to 21.
    pub(super) fn contrast(self, other: Self) -> f32 {
        self.rgb.relative_contrast(other.rgb)
    }

    /// The colour itself.
    pub(super) fn rgb(self) -> Srgb<f32> {
        self.rgb
    }

    /// The colour as files write it.
    pub(super) fn hex(self) -> String {
        let Srgb { red, green, blue, .. } = self.rgb.into_format::<u8>();
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Looks<'_> {
    /// What a role sets.
    pub(super) fn paint(&self, role: &str) -> Paint {
        self.theme.paint(role).unwrap_or_default()
    }

    /// How a role looks on the canvas, which fills what the role leaves open.
    pub(super) fn look(&self, role: &str) -> Look {
        let (paint, canvas) = (self.paint(role), self.paint("canvas"));
        let [text, ground] =
            [paint.fg.or(canvas.fg), paint.bg.or(canvas.bg)].map(|colour| self.shown(colour));
        if paint.reverse { Look { text: ground, ground: text } } else { Look { text, ground } }
    }

    fn shown(&self, colour: Option<Colour>) -> Option<Shown> {
        let Colour { rgb, twin } = colour?;
        match (self.depth, rgb) {
            (Depth::True, Some([red, green, blue])) => {
                Some(Shown { rgb: Srgb::new(red, green, blue).into_format() })
            }
            _ => xterm(twin),
        }
    }
}

/// One of the sixteen colours as an xterm shows it where nobody chose another.
fn xterm(colour: Colour16) -> Option<Shown> {
    let [red, green, blue]: [u8; 3] = match colour {
        Colour16::Default => return None,
        Colour16::Black => [0x00, 0x00, 0x00],
        Colour16::Red => [0xcd, 0x00, 0x00],
        Colour16::Green => [0x00, 0xcd, 0x00],
        Colour16::Yellow => [0xcd, 0xcd, 0x00],
        Colour16::Blue => [0x00, 0x00, 0xee],
        Colour16::Magenta => [0xcd, 0x00, 0xcd],
        Colour16::Cyan => [0x00, 0xcd, 0xcd],
        Colour16::Gray => [0xe5, 0xe5, 0xe5],
        Colour16::DarkGray => [0x7f, 0x7f, 0x7f],
        Colour16::LightRed => [0xff, 0x00, 0x00],
        Colour16::LightGreen => [0x00, 0xff, 0x00],
        Colour16::LightYellow => [0xff, 0xff, 0x00],
        Colour16::LightBlue => [0x5c, 0x5c, 0xff],
        Colour16::LightMagenta => [0xff, 0x00, 0xff],
        Colour16::LightCyan => [0x00, 0xff, 0xff],
        Colour16::White => [0xff, 0xff, 0xff],
    };
    Some(Shown { rgb: Srgb::new(red, green, blue).into_format() })
}
