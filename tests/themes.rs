//! Every shipped theme is whole and can be read: all roles, and contrasts that also serve weak eyes and projectors.

#![expect(clippy::panic, reason = "a test says what is wrong by panicking")]

use std::fs;
use std::path::Path;

use palette::Srgb;
use palette::color_difference::Wcag21RelativeContrast;
use serde::Deserialize;

const THEMES: [&str; 5] = ["contrast", "cvd", "dark", "mono", "paper"];
const COLOURED: [&str; 4] = ["contrast", "cvd", "dark", "paper"];

/// Every role, in the order the files keep.
const ROLES: [&str; 33] = [
    "canvas",
    "text",
    "muted",
    "title",
    "accent",
    "key",
    "frame",
    "link",
    "selection",
    "cursor",
    "focus",
    "match",
    "tab-active",
    "tab",
    "level-0",
    "level-1",
    "level-2",
    "level-3",
    "level-4",
    "level-unknown",
    "level-na",
    "band-same",
    "band-narrow",
    "band-material",
    "band-wide",
    "band-opposite",
    "side-first",
    "side-second",
    "low-confidence",
    "changed",
    "notice",
    "warning",
    "error",
];
const LEVELS: [&str; 5] = ["level-0", "level-1", "level-2", "level-3", "level-4"];
const BANDS: [&str; 5] = ["band-same", "band-narrow", "band-material", "band-wide", "band-opposite"];
/// What is seen as a mark; everything else is read as text.
const MARKS: [&str; 9] = [
    "level-unknown",
    "level-na",
    "band-same",
    "band-narrow",
    "band-material",
    "band-wide",
    "band-opposite",
    "side-first",
    "side-second",
];
/// A frame is not read, and low confidence only adds a line under what is there.
const NOT_READ: [&str; 2] = ["frame", "low-confidence"];

/// The sixteen colours as an unconfigured xterm shows them.
const SIXTEEN: [(&str, &str); 16] = [
    ("black", "#000000"),
    ("red", "#cd0000"),
    ("green", "#00cd00"),
    ("yellow", "#cdcd00"),
    ("blue", "#0000ee"),
    ("magenta", "#cd00cd"),
    ("cyan", "#00cdcd"),
    ("gray", "#e5e5e5"),
    ("dark-gray", "#7f7f7f"),
    ("light-red", "#ff0000"),
    ("light-green", "#00ff00"),
    ("light-yellow", "#ffff00"),
    ("light-blue", "#5c5cff"),
    ("light-magenta", "#ff00ff"),
    ("light-cyan", "#00ffff"),
    ("white", "#ffffff"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Theme {
    kind: String,
    version: u32,
    id: String,
    title: String,
    background: String,
    roles: serde_yaml::Mapping,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the shape of the file: each modifier is a switch of its own"
)]
struct Role {
    fg: Option<String>,
    bg: Option<String>,
    fg16: Option<String>,
    bg16: Option<String>,
    bold: bool,
    italic: bool,
    underline: bool,
    reverse: bool,
    dim: bool,
}

impl Theme {
    fn read(id: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("themes/{id}.yaml"));
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        serde_yaml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    }

    fn role(&self, name: &str) -> Role {
        let value = self.roles.get(name).unwrap_or_else(|| panic!("{}: no role {name}", self.id));
        serde_yaml::from_value(value.clone()).unwrap_or_else(|e| panic!("{}: {name}: {e}", self.id))
    }

    /// The colours a role ends up with, the canvas filling what it leaves open: text, then ground.
    fn colours(&self, name: &str) -> (String, String) {
        let (role, canvas) = (self.role(name), self.role("canvas"));
        (role.fg.or(canvas.fg).unwrap_or_default(), role.bg.or(canvas.bg).unwrap_or_default())
    }

    /// The same among the sixteen colours, as their names.
    fn colours_of_16(&self, name: &str) -> (String, String) {
        let (role, canvas) = (self.role(name), self.role("canvas"));
        (role.fg16.or(canvas.fg16).unwrap_or_default(), role.bg16.or(canvas.bg16).unwrap_or_default())
    }
}

/// Contrast of two `#rrggbb` colours after WCAG 2.1, 1 to 21.
fn contrast(a: &str, b: &str) -> f32 {
    let colour = |hex: &str| -> Srgb<f32> {
        hex.parse::<Srgb<u8>>().unwrap_or_else(|e| panic!("{hex}: {e}")).into_format()
    };
    colour(a).relative_contrast(colour(b))
}

fn of_sixteen(name: &str) -> &'static str {
    SIXTEEN.iter().find(|(n, _)| *n == name).unwrap_or_else(|| panic!("{name} is none of the sixteen")).1
}

fn read_roles() -> impl Iterator<Item = &'static str> {
    ROLES.into_iter().filter(|role| !NOT_READ.contains(role))
}

#[test]
fn the_folder_holds_exactly_these_themes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes");
    let mut found: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    found.sort();
    assert_eq!(found, THEMES);
}

#[test]
fn every_theme_says_what_it_is_and_sets_every_role_in_one_order() {
    for id in THEMES {
        let theme = Theme::read(id);
        assert_eq!((theme.kind.as_str(), theme.version, theme.id.as_str()), ("theme", 1, id));
        assert!(!theme.title.is_empty());
        assert!(["dark", "light", "any"].contains(&theme.background.as_str()), "{id}: {}", theme.background);
        let names: Vec<&str> = theme.roles.keys().filter_map(|key| key.as_str()).collect();
        assert_eq!(names, ROLES, "{id}");
    }
}

#[test]
fn a_colour_always_has_its_twin_among_the_sixteen() {
    for id in THEMES {
        let theme = Theme::read(id);
        for name in ROLES {
            let role = theme.role(name);
            assert_eq!(role.fg.is_some(), role.fg16.is_some(), "{id}: {name}");
            assert_eq!(role.bg.is_some(), role.bg16.is_some(), "{id}: {name}");
        }
    }
}

#[test]
fn text_has_a_contrast_of_7_and_a_mark_of_4_5() {
    for id in COLOURED {
        let theme = Theme::read(id);
        for name in read_roles() {
            let (fg, bg) = theme.colours(name);
            let least = if MARKS.contains(&name) { 4.5 } else { 7.0 };
            let is = contrast(&fg, &bg);
            assert!(is >= least, "{id}: {name}: {fg} on {bg} is {is:.2}, below {least}");
        }
    }
}

#[test]
fn the_sixteen_colours_can_be_read_too() {
    for id in COLOURED {
        let theme = Theme::read(id);
        for name in read_roles() {
            let (fg, bg) = theme.colours_of_16(name);
            let least = if MARKS.contains(&name) { 3.0 } else { 4.1 };
            let is = contrast(of_sixteen(&fg), of_sixteen(&bg));
            assert!(is >= least, "{id}: {name}: {fg} on {bg} is {is:.2}, below {least}");
        }
    }
}

#[test]
fn levels_move_away_from_the_canvas_in_steps_the_eye_can_tell_apart() {
    for id in COLOURED {
        let theme = Theme::read(id);
        let canvas = theme.role("canvas").bg.unwrap();
        let grounds: Vec<String> = LEVELS.iter().map(|level| theme.colours(level).1).collect();
        for pair in grounds.windows(2) {
            assert!(contrast(&pair[0], &pair[1]) >= 1.3, "{id}: {} beside {}", pair[0], pair[1]);
            assert!(contrast(&pair[1], &canvas) > contrast(&pair[0], &canvas), "{id}: {}", pair[1]);
        }
        let mut grounds_of_16: Vec<String> =
            LEVELS.iter().map(|level| theme.colours_of_16(level).1).collect();
        grounds_of_16.dedup();
        assert_eq!(grounds_of_16.len(), LEVELS.len(), "{id}");
    }
}

#[test]
fn bands_gain_strength_with_the_width_of_the_gap() {
    for id in COLOURED {
        let theme = Theme::read(id);
        let strength: Vec<f32> =
            BANDS.iter().map(|band| theme.colours(band)).map(|(fg, bg)| contrast(&fg, &bg)).collect();
        assert!(strength.windows(2).all(|pair| pair[1] > pair[0] * 1.1), "{id}: {strength:?}");
    }
}

#[test]
fn the_poles_differ_in_lightness_and_lie_between_blue_and_orange() {
    for id in COLOURED {
        let theme = Theme::read(id);
        let [first, second] = ["side-first", "side-second"].map(|side| theme.colours(side).0);
        assert!(contrast(&first, &second) >= 1.3, "{id}: {first} and {second}");
        let [first, second] = [first, second].map(|hex| hex.parse::<Srgb<u8>>().unwrap());
        assert!(first.blue > first.green && first.green > first.red, "{id}: {first:?} is no blue");
        assert!(second.red > second.green && second.green > second.blue, "{id}: {second:?} is no orange");
    }
}

#[test]
fn where_one_is_stands_out_from_the_canvas_and_from_the_row() {
    for id in COLOURED {
        let theme = Theme::read(id);
        let ground = |name| theme.colours(name).1;
        assert!(contrast(&ground("selection"), &ground("canvas")) >= 1.3, "{id}: selection");
        assert!(contrast(&ground("cursor"), &ground("selection")) >= 3.0, "{id}: cursor");
    }
}

#[test]
fn the_theme_without_colours_has_none_and_marks_places_by_reverse() {
    let theme = Theme::read("mono");
    assert_eq!(theme.background, "any");
    for name in ROLES {
        let role = theme.role(name);
        assert!([role.fg, role.bg, role.fg16, role.bg16].iter().all(Option::is_none), "{name}");
        assert!(!role.dim, "{name}: dim text is too faint on many terminals");
    }
    for name in ["selection", "cursor", "focus", "tab-active"] {
        assert!(theme.role(name).reverse, "{name}");
    }
    let [selection, cursor] = ["selection", "cursor"].map(|name| theme.role(name));
    assert!(cursor.bold && cursor.underline && !selection.bold && !selection.underline);
}

#[test]
fn low_confidence_and_change_show_without_colour() {
    for id in THEMES {
        let theme = Theme::read(id);
        assert!(theme.role("low-confidence").underline, "{id}");
        let changed = theme.role("changed");
        assert!(changed.bold && changed.italic, "{id}");
    }
}
