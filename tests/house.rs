//! The house as `src/lib.rs` draws it: who may use whom, which module knows which crate, how files are named, how
//! long they are.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of a test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Crates that only these modules may name; a crate that is not listed may be named anywhere.
const GUARDED_CRATES: [(&str, &[&str]); 9] = [
    ("granit_parser", &["yaml"]),
    ("serde_yaml", &["report"]),
    ("notify", &["workspace"]),
    ("ratatui", &["tui"]),
    ("crossterm", &["tui", "cli"]),
    ("tui_input", &["tui"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
];

/// The only files of the command line that may name the terminal program: one starts it, one lists its keys, one reads
/// its settings, one writes down its defaults.
const DOORS_TO_THE_PROGRAM: [&str; 4] =
    ["cli/program.rs", "cli/keys.rs", "cli/settings.rs", "cli/config/default.rs"];

/// Names that say nothing of what is inside.
const EMPTY_NAMES: [&str; 8] = ["util", "utils", "common", "helper", "helpers", "types", "misc", "shared"];

const LONGEST_FILE: usize = 400;

/// One file below `src`.
struct Source {
    /// As it is named below `src`, with `/`.
    name: String,
    text: String,
}

impl Source {
    /// Its path of modules: `["tui", "view", "board"]`.
    fn modules(&self) -> Vec<&str> {
        let path = self.name.trim_end_matches(".rs");
        path.split('/').filter(|part| !matches!(*part, "mod" | "lib" | "main")).collect()
    }

    /// The module below the crate that it belongs to.
    fn house_module(&self) -> Option<&str> {
        self.modules().first().copied()
    }

    /// Its code: every line that is no comment.
    fn code(&self) -> String {
        let lines = self.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.flat_map(|line| [line, "\n"]).collect()
    }

    /// The modules of the crate that its code names by `crate::` or by climbing with `super::`.
    fn uses(&self) -> BTreeSet<String> {
        let code = self.code();
        let mut found = BTreeSet::new();
        for (start, _) in code.match_indices("crate::") {
            found.extend(named_at(&code[start + "crate::".len()..]));
        }
        // As many steps up as the file is deep lead to the root of the crate.
        let climb = "super::".repeat(self.modules().len());
        for (start, _) in code.match_indices(&climb).filter(|_| !climb.is_empty()) {
            let longer = code[..start].ends_with("super::");
            let further = code[start + climb.len()..].starts_with("super::");
            if !longer && !further && !inside_tests(&code, start) {
                found.extend(named_at(&code[start + climb.len()..]));
            }
        }
        if let Some(own) = self.house_module() {
            found.remove(own);
        }
        found
    }

    /// Whether its code names a crate.
    fn names(&self, name: &str) -> bool {
        let code = self.code();
        code.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == name)
    }
}

/// The modules that stand behind `crate::`: one name, or the first names of a list in braces.
fn named_at(code: &str) -> Vec<String> {
    let name = |text: &str| -> String {
        text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let Some(list) = code.strip_prefix('{') else { return vec![name(code)] };
    let (mut names, mut depth, mut start) = (Vec::new(), 0, 0);
    for (place, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                names.push(name(&list[start..place]));
                start = place + 1;
                if c == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// Whether a place of the code lies in the tests at the end of the file, which are one module deeper.
fn inside_tests(code: &str, place: usize) -> bool {
    code.find("\nmod tests {").is_some_and(|tests| tests < place)
}

/// All files below `src`, in the order of their names.
fn sources() -> Vec<Source> {
    let root = Path::new(ROOT).join("src");
    let mut sources: Vec<Source> = rust_files(&root)
        .into_iter()
        .map(|path| {
            let parts: Vec<&str> =
                path.strip_prefix(&root).unwrap().iter().map(|part| part.to_str().unwrap()).collect();
            Source { name: parts.join("/"), text: fs::read_to_string(&path).unwrap() }
        })
        .collect();
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(sources.len() > 100, "the sources were not found");
    sources
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// One row of the map in `src/lib.rs`: a module and those it may use.
struct Room {
    name: String,
    may_use: BTreeSet<String>,
}

/// The map of the house, in its order.
fn map() -> Vec<Room> {
    let text = fs::read_to_string(Path::new(ROOT).join("src/lib.rs")).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("//! | [`"));
    let mut rooms: Vec<Room> = Vec::new();
    for row in rows {
        let name = row.split('`').next().unwrap().to_owned();
        let last = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        let may_use = if last.starts_with("every module") {
            rooms.iter().map(|room| room.name.clone()).collect()
        } else {
            last.split('`').skip(1).step_by(2).map(str::to_owned).collect()
        };
        rooms.push(Room { name, may_use });
    }
    rooms
}

#[test]
fn the_map_shows_every_module_and_each_uses_only_those_above_it() {
    let map = map();
    let lib = fs::read_to_string(Path::new(ROOT).join("src/lib.rs")).unwrap();
    let declared: BTreeSet<&str> = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ").or_else(|| line.strip_prefix("mod ")))
        .map(|rest| rest.trim_end_matches(';'))
        .collect();
    let shown: BTreeSet<&str> = map.iter().map(|room| room.name.as_str()).collect();
    assert_eq!(shown, declared);
    let mut above = BTreeSet::new();
    for room in map {
        assert!(room.may_use.is_subset(&above), "{} may use what stands below it", room.name);
        above.insert(room.name);
    }
}

#[test]
fn the_map_keeps_the_walls_that_carry() {
    let map: BTreeMap<String, BTreeSet<String>> =
        map().into_iter().map(|room| (room.name, room.may_use)).collect();
    let only = |module: &str, may_use: &[&str]| {
        let expected: BTreeSet<String> = may_use.iter().map(|&name| name.to_owned()).collect();
        assert_eq!(map[module], expected, "{module}");
    };
    only("text", &[]);
    only("scorecard", &["text"]);
    only("analysis", &["scorecard"]);
    only("diagnostic", &["text"]);
    only("yaml", &["text"]);
    for (module, may_use) in &map {
        assert!(!may_use.contains("cli"), "{module} may use the command line");
        assert!(module == "cli" || !may_use.contains("tui"), "{module} may use the terminal program");
    }
}

#[test]
fn every_module_uses_only_what_the_map_allows_and_all_of_it() {
    let map: BTreeMap<String, BTreeSet<String>> =
        map().into_iter().map(|room| (room.name, room.may_use)).collect();
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut forbidden = Vec::new();
    for source in sources() {
        let Some(module) = source.house_module().filter(|module| *module != "bin") else { continue };
        for name in source.uses() {
            if !map.contains_key(&name) {
                forbidden.push(format!("{} names crate::{name}, which is no module", source.name));
            } else if !map[module].contains(&name) {
                forbidden.push(format!("{} names {name}", source.name));
            }
            used.entry(module.to_owned()).or_default().insert(name);
        }
    }
    assert!(forbidden.is_empty(), "against the map of src/lib.rs:\n{}", forbidden.join("\n"));
    for (module, may_use) in map.iter().filter(|(module, _)| *module != "cli") {
        let needed = used.remove(module).unwrap_or_default();
        assert_eq!(may_use, &needed, "the map of src/lib.rs allows {module} what it does not use");
    }
}

#[test]
fn the_command_line_knows_the_program_through_its_doors_only() {
    for source in sources().iter().filter(|source| source.house_module() == Some("cli")) {
        let knows = source.uses().contains("tui");
        let is_door = DOORS_TO_THE_PROGRAM.contains(&source.name.as_str());
        assert_eq!(knows, is_door, "{}", source.name);
    }
}

#[test]
fn crates_of_one_trade_are_named_in_one_module() {
    let mut named = BTreeSet::new();
    for source in sources() {
        for (name, modules) in GUARDED_CRATES {
            if source.names(name) {
                let module = source.house_module().unwrap_or("the crate itself");
                assert!(modules.contains(&module), "{} names {name}", source.name);
                named.insert((name, module.to_owned()));
            }
        }
    }
    let expected: BTreeSet<(&str, String)> = GUARDED_CRATES
        .iter()
        .flat_map(|(name, modules)| modules.iter().map(|module| (*name, (*module).to_owned())))
        .collect();
    assert_eq!(named, expected, "a crate is guarded that nobody names");
}

#[test]
fn names_say_what_is_inside() {
    for source in sources() {
        for part in source.modules() {
            assert!(!EMPTY_NAMES.contains(&part), "{}", source.name);
        }
    }
}

#[test]
fn no_file_does_two_things_at_length() {
    let long: Vec<String> = sources()
        .iter()
        .map(|source| (source.text.lines().count(), &source.name))
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .map(|(lines, name)| format!("{name}: {lines}"))
        .collect();
    assert!(long.is_empty(), "files of more than {LONGEST_FILE} lines: {}", long.join(", "));
}

#[test]
fn every_public_module_says_what_it_is() {
    let sources: BTreeMap<String, Source> =
        sources().into_iter().map(|source| (source.modules().join("::"), source)).collect();
    let mut looked_at = 0;
    for (path, source) in &sources {
        for line in source.text.lines() {
            let Some(name) = line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(';')) else {
                continue;
            };
            let child = if path.is_empty() { name.to_owned() } else { format!("{path}::{name}") };
            assert!(
                sources[&child].text.starts_with("//! "),
                "{child} does not begin with its documentation"
            );
            looked_at += 1;
        }
    }
    assert!(looked_at > 20, "the modules were not found");
}

#[test]
fn the_checks_that_people_are_told_are_those_that_run() {
    let read = |name: &str| fs::read_to_string(Path::new(ROOT).join(name)).unwrap();
    let (script, page) = (read(".ci/run"), read("CONTRIBUTING.md"));
    let run: Vec<&str> = script.lines().filter_map(|line| line.trim().strip_prefix("step cargo ")).collect();
    let run_in: Vec<&str> = script.lines().filter_map(|line| line.trim().strip_prefix("step env ")).collect();
    let block = page.split_once("`.ci/run` runs exactly these").unwrap().1.split("```").nth(1).unwrap();
    let told: Vec<&str> = block.lines().filter_map(|line| line.strip_prefix("cargo ")).collect();
    let told_in: Vec<&str> =
        block.lines().filter(|line| !line.starts_with("cargo ") && !line.is_empty()).collect();
    let (offline, online) = run.split_last().unwrap();
    assert_eq!((online, run_in), (told.as_slice(), told_in));
    assert!(page.contains(&format!("Without a network the last one is `cargo {offline}`.")), "{offline}");
    assert!(run.len() > 5);
}

#[test]
fn uses_are_found_however_they_are_written() {
    let source = |name: &str, text: &str| Source { name: name.to_owned(), text: text.to_owned() };
    let uses = |name: &str, text: &str| source(name, text).uses().into_iter().collect::<Vec<_>>();
    assert_eq!(uses("report/a.rs", "use crate::tui::Model;\nlet x = crate::yaml::parse();"), ["tui", "yaml"]);
    assert_eq!(
        uses("report/a.rs", "use crate::{\n    text::{a, b}, cli,\n    report::words,\n};"),
        ["cli", "text"]
    );
    assert_eq!(uses("report/a.rs", "use super::super::yaml;\nuse super::words;"), ["yaml"]);
    assert_eq!(uses("report/mod.rs", "use super::yaml;"), ["yaml"]);
    assert_eq!(uses("report/a.rs", "// crate::tui\n/// [`crate::tui`]"), [""; 0]);
    assert_eq!(uses("report/a.rs", "\nmod tests {\n    use super::super::words;\n}"), [""; 0]);
    assert!(source("scorecard/a.rs", "use ratatui::style::Color;").names("ratatui"));
    assert!(!source("scorecard/a.rs", "use ratatui_like::Color; // ratatui").names("clap"));
}
