//! Every shipped theme is whole and can be read: all roles, and contrasts that also serve weak eyes and projectors.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

use std::fs;
use std::path::Path;

use serde::Deserialize;
use t12::scorecard::PartialDate;
use t12::workspace::Workspace;

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

/// What is wrong with a text as the file of a theme, by rule and message.
fn judged(text: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("judged-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{:?}.yaml", std::thread::current().id()));
    fs::write(&path, text).unwrap();
    let workspace = Workspace::open(&[path], PartialDate::parse("2026-11-21").unwrap());
    workspace.problems.iter().map(|problem| format!("{} {}", problem.rule.code, problem.message)).collect()
}

fn shipped(id: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("themes/{id}.yaml"))).unwrap()
}

/// A theme with one line of its roles written otherwise.
fn with_role(id: &str, role: &str, paint: &str) -> String {
    let lines = shipped(id);
    let start = format!("  {role}:");
    assert!(lines.lines().any(|line| line.starts_with(&start)), "{role}");
    let line =
        |line: &str| if line.starts_with(&start) { format!("{start} {paint}") } else { line.to_owned() };
    lines.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_shipped_theme_passes_its_own_check() {
    for id in THEMES {
        assert_eq!(judged(&shipped(id)), Vec::<String>::new(), "{id}");
    }
}

/// The complaint heard most about terminal programs: text that cannot be read on light terminals.
#[test]
fn no_text_of_the_light_theme_is_faint_and_a_faint_one_is_told() {
    let [light, faint] =
        [shipped("paper"), with_role("paper", "muted", "{fg: \"#b8b8b8\", fg16: dark-gray}")];
    assert!(light.contains("background: light") && judged(&light).is_empty());
    let told = judged(&faint);
    assert!(told.iter().any(|line| line.starts_with("T701 `muted` has a contrast of 1.")), "{told:?}");
}

/// The same complaint's cause: a colour chosen for a dark ground, on a ground that the terminal chooses.
#[test]
fn a_colour_on_an_unknown_ground_is_told_and_no_colour_is_not() {
    let told = judged(&with_role("mono", "accent", "{fg: \"#ffd787\", fg16: light-yellow}"));
    assert!(told.iter().any(|line| line.contains("on the terminal's own, dark or light")), "{told:?}");
    assert_eq!(judged(&shipped("mono")), Vec::<String>::new());
}

#[test]
fn a_selection_that_cannot_be_seen_is_told() {
    for (id, role, paint) in [
        ("dark", "selection", "{bg: \"#12171e\", bg16: black}"),
        ("dark", "cursor", "{bg: \"#33445a\", bg16: blue}"),
        ("mono", "selection", "{}"),
        ("mono", "cursor", "{reverse: true}"),
    ] {
        let told = judged(&with_role(id, role, paint));
        let expected = format!("T702 `{role}` looks like");
        assert!(told.iter().any(|line| line.starts_with(&expected)), "{id} {role}: {told:?}");
    }
}

#[test]
fn levels_and_bands_that_do_not_rise_are_told() {
    let told = judged(&with_role(
        "dark",
        "level-3",
        "{fg: \"#0d1218\", fg16: black, bg: \"#0c5c5c\", bg16: light-cyan}",
    ));
    assert!(told.iter().any(|line| line.contains("`level-3` is not one step on from `level-2`")), "{told:?}");
    let told = judged(&with_role("dark", "band-wide", "{fg: \"#d0a4de\", fg16: light-magenta}"));
    assert!(told.iter().any(|line| line.contains("`band-wide` is not stronger")), "{told:?}");
}

/// The complaint about meaning in red and green, for the two sides: pairs that one kind of eye takes for one colour.
#[test]
fn sides_that_some_eyes_take_for_one_are_told_by_the_eye() {
    for (first, second, eye) in [
        ("#d98c8c", "#9bb45f", "deuteranopia"),
        ("#b48a5c", "#8f9a5a", "protanopia"),
        ("#5aa0e5", "#52aab0", "tritanopia"),
    ] {
        let first = format!("{{fg: \"{first}\", fg16: light-blue}}");
        let text = with_role("dark", "side-first", &first);
        let line = text.lines().find(|line| line.starts_with("  side-second:")).unwrap();
        let text = text.replace(line, &format!("  side-second: {{fg: \"{second}\", fg16: light-yellow}}"));
        let told = judged(&text);
        assert!(told.contains(&format!("T703 the two sides look alike with {eye}")), "{eye}: {told:?}");
    }
}

#[test]
fn the_poles_lie_between_blue_and_orange() {
    for id in COLOURED {
        let theme = Theme::read(id);
        let [first, second] = ["side-first", "side-second"].map(|side| {
            let hex = theme.role(side).fg.unwrap();
            [1, 3, 5].map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap())
        });
        assert!(first[2] > first[1] && first[1] > first[0], "{id}: {first:?} is no blue");
        assert!(second[0] > second[1] && second[1] > second[2], "{id}: {second:?} is no orange");
    }
}

#[test]
fn a_theme_that_extends_another_says_only_what_differs() {
    let head = "kind: theme\nversion: 1\nid: ours\ntitle: Ours\nbackground: dark\n";
    let changed = "roles:\n  accent: {fg: \"#ffd787\", fg16: light-yellow}\n";
    assert_eq!(judged(&format!("{head}extends: dark\n{changed}")), Vec::<String>::new());
    let alone = judged(&format!("{head}{changed}"));
    assert!(alone.len() == 1 && alone[0].starts_with("T102 the roles of a theme needs"), "{alone:?}");
}

/// Blinking disturbs, and some people it harms: no file can ask for it.
#[test]
fn no_theme_can_blink() {
    let told = judged(&with_role("dark", "error", "{fg: \"#fe9b97\", fg16: light-red, blink: true}"));
    assert!(told.iter().any(|line| line.starts_with("T101 `blink`")), "{told:?}");
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
