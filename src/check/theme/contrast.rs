use super::Case;
use super::look::{Depth, Look, Looks};
use crate::diagnostic::Problem;
use crate::diagnostic::catalogue::LOW_CONTRAST;
use crate::format::{Background, ROLES, ThemeFile};

/// What a role is to the eye, and so how much contrast it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It is read.
    Text,
    /// It is seen as a mark.
    Mark,
    /// It is neither: a frame, or a line below what is there.
    Neither,
}

impl Kind {
    /// What a role is to the eye.
    pub fn of(role: &str) -> Self {
        match role {
            "frame" | "low-confidence" => Self::Neither,
            "level-unknown" | "level-na" | "side-first" | "side-second" => Self::Mark,
            band if band.starts_with("band-") => Self::Mark,
            _ => Self::Text,
        }
    }

    /// The word for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Mark => "a mark",
            Self::Neither => "",
        }
    }

    /// The least contrast it needs, 0 where it needs none. Among sixteen colours there is less to choose from, and
    /// people set them as they can read them.
    pub(super) fn needs(self, depth: Depth) -> f32 {
        match (self, depth) {
            (Self::Text, Depth::True) => 7.0,
            (Self::Mark, Depth::True) => 4.5,
            (Self::Text, Depth::Sixteen) => 4.1,
            (Self::Mark, Depth::Sixteen) => 3.0,
            (Self::Neither, _) => 0.0,
        }
    }
}

/// The contrast of a role as it was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The role.
    pub role: &'static str,
    /// What it is to the eye.
    pub kind: Kind,
    /// Text and ground as `#rrggbb`; empty where they are the terminal's own.
    pub colours: [String; 2],
    /// The contrast, 1 to 21; nothing where both colours are the terminal's own.
    pub contrast: Option<f32>,
    /// The least it needs, 0 where it needs none.
    pub needs: f32,
}

/// The contrast of every role in true colour, in the order of the files. The theme is a whole one.
pub fn measure(whole: &ThemeFile) -> Vec<Measured> {
    let looks = Looks { theme: whole, depth: Depth::True };
    let measured = |role: &'static str| {
        let (look, kind) = (looks.look(role), Kind::of(role));
        let hex = |shown: Option<super::look::Shown>| shown.map(super::look::Shown::hex).unwrap_or_default();
        Measured {
            role,
            kind,
            colours: [hex(look.text), hex(look.ground)],
            contrast: look.contrast(whole.background),
            needs: kind.needs(Depth::True),
        }
    };
    ROLES.names().map(measured).collect()
}

pub(super) fn judge(case: Case<'_>, depth: Depth, problems: &mut Vec<Problem>) {
    let looks = case.looks(depth);
    for role in ROLES.names() {
        let (look, kind) = (looks.look(role), Kind::of(role));
        let needs = kind.needs(depth);
        let Some(is) = look.contrast(case.whole.background).filter(|&is| is < needs) else { continue };
        let place = depth.place();
        let colours = in_words(&look, case.whole.background);
        let message = format!("{place}`{role}` has a contrast of {is:.1}:1, {colours}");
        let word = kind.word();
        problems.push(
            case.problem(&LOW_CONTRAST, &[role, "canvas"], message)
                .label(format!("{is:.1}:1, and {word} needs {needs:.1}:1"))
                .help("move the text and its ground further apart in lightness"),
        );
    }
}

/// The colours of a look: `#444444 on #000000`, the terminal's own by the ground the theme is made for.
fn in_words(look: &Look, background: Background) -> String {
    let own = match background {
        Background::Dark => "a dark terminal's own",
        Background::Light => "a light terminal's own",
        Background::Any => "the terminal's own, dark or light",
    };
    let [text, ground] =
        [look.text, look.ground].map(|shown| shown.map_or_else(|| own.to_owned(), super::look::Shown::hex));
    format!("{text} on {ground}")
}
