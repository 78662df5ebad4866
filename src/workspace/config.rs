//! Where settings are: the config file, and a person's own themes beside it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs};

use super::find::is_yaml;
use super::load::{self, Bytes};
use crate::diagnostic::File;
use crate::diagnostic::catalogue::{EMPTY_FILE, NO_KIND, WRONG_TYPE};
use crate::format::Document;

/// The name of the config in its folder.
const CONFIG: &str = "config.yaml";
/// The other ending of YAML files: a config of that name is not passed over.
const CONFIG_YML: &str = "config.yml";

/// A place where the config is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigPlace {
    /// The file.
    pub file: PathBuf,
    /// What makes it a place: an option, a variable of the environment, or where people keep settings.
    pub by: &'static str,
}

impl ConfigPlace {
    /// Whether anything is there. A link that leads nowhere is something: somebody wanted a config there.
    pub fn is_taken(&self) -> bool {
        self.file.symlink_metadata().is_ok()
    }
}

/// The config as it was read, as far as it could be.
#[derive(Debug)]
pub struct ConfigRead {
    /// Its name and text.
    pub file: File,
    /// What it says and what is wrong with it; its file has the number 0.
    pub document: Document,
}

/// Every place where the config is looked for, the first one first: the file `told` and no other, else the folder of
/// `T12_CONFIG_DIR` and no other, else those where people keep settings.
pub fn config_places(told: Option<&Path>) -> Vec<ConfigPlace> {
    if let Some(file) = told {
        return vec![ConfigPlace { file: file.to_owned(), by: "--config" }];
    }
    let folders = config_folders(from_environment).into_iter();
    folders.flat_map(|(folder, by)| config_files(&folder).map(move |file| ConfigPlace { file, by })).collect()
}

/// Where the config is in its folder: the other ending only where somebody used it.
fn config_files(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let other = folder.join(CONFIG_YML);
    let used = other.symlink_metadata().is_ok();
    std::iter::once(folder.join(CONFIG)).chain(used.then_some(other))
}

/// The rules about a file that does not say what it is. Of a config that is known.
const KINDLESS: [&str; 3] = [EMPTY_FILE.code, NO_KIND.code, WRONG_TYPE.code];
const KINDLESS_HELP: &str = "begin it with `kind: config` and `version: 1`; nothing in it counts until then, and every \
                             default does (`t12 config default` prints a whole file)";

/// Reads a config. What is wrong with it, even that it cannot be read, is among its problems.
pub fn read_config(file: &Path) -> ConfigRead {
    let fetched = load::fetch(&Bytes::At(file.to_owned()));
    let load::Loaded { file, mut document } = load::decode(&file.to_string_lossy(), fetched, 0);
    if document.content.is_none() {
        for problem in document.problems.iter_mut().filter(|it| KINDLESS.contains(&it.rule.code)) {
            problem.help = Some(KINDLESS_HELP.to_owned());
        }
    }
    ConfigRead { file, document }
}

/// Where a person's own theme of that name would be: a path as it stands where it is written as one, else
/// `themes/NAME.yaml` or `.yml` in the first folder for settings that has it.
pub fn theme_file(name: &str) -> Option<PathBuf> {
    let path = Path::new(name);
    if path.components().count() > 1 || is_yaml(path) {
        return Some(path.to_path_buf());
    }
    let folders = config_folders(from_environment).into_iter();
    let files = folders.flat_map(|(folder, _)| theme_files(&folder.join("themes"), name));
    files.into_iter().find(|file| file.is_file())
}

/// Where the theme of a name may be in a folder.
pub(super) fn theme_files(folder: &Path, name: &str) -> [PathBuf; 2] {
    ["yaml", "yml"].map(|ending| folder.join(format!("{name}.{ending}")))
}

/// The names of a person's own themes, in their order: `themes/NAME.yaml` or `.yml` in any folder for settings.
pub fn own_themes() -> Vec<String> {
    let folders = config_folders(from_environment);
    let files =
        folders.iter().filter_map(|(folder, _)| folder.join("themes").read_dir().ok()).flatten().flatten();
    let paths = files.map(|file| file.path()).filter(|path| is_yaml(path));
    let names = paths.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    names.collect::<BTreeSet<String>>().into_iter().collect()
}

/// The file a person's settings stand in, or would: the one that is used, else the first place for it.
pub fn settings_file() -> Option<PathBuf> {
    let places = config_places(None);
    let used = places.iter().find(|place| place.is_taken()).or_else(|| places.first());
    used.map(|place| place.file.clone())
}

/// A path as people write it: their home folder as `~`.
pub fn from_home(path: &Path) -> String {
    let home = BaseDirs::new().map(|folders| folders.home_dir().to_path_buf());
    let below = home.and_then(|home| path.strip_prefix(home).ok().map(|rest| Path::new("~").join(rest)));
    below.as_deref().unwrap_or(path).to_string_lossy().into_owned()
}

/// A path of the environment; an empty one says nothing.
fn from_environment(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The folders for settings, the first one first, each with what makes it one: that of `T12_CONFIG_DIR` alone, else
/// `XDG_CONFIG_HOME/t12`, `~/.config/t12` and the platform's own. Those that keep settings under `~/.config` on every
/// machine find them there on macOS too.
fn config_folders(variable: impl Fn(&str) -> Option<PathBuf>) -> Vec<(PathBuf, &'static str)> {
    if let Some(told) = variable("T12_CONFIG_DIR") {
        return vec![(told, "T12_CONFIG_DIR")];
    }
    let xdg = variable("XDG_CONFIG_HOME").filter(|folder| folder.is_absolute());
    let home = BaseDirs::new().map(|folders| folders.home_dir().join(".config"));
    let platform = ProjectDirs::from("", "", "t12").map(|folders| folders.config_dir().to_path_buf());
    let mut folders: Vec<(PathBuf, &'static str)> = [
        (xdg.map(|folder| folder.join("t12")), "XDG_CONFIG_HOME"),
        (home.map(|folder| folder.join("t12")), "home folder"),
        (platform, "this system"),
    ]
    .into_iter()
    .filter_map(|(folder, by)| Some((folder?, by)))
    .collect();
    folders.dedup_by(|(later, _), (earlier, _)| later == earlier);
    folders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_written_as_a_path_is_one() {
        for path in ["mine.yaml", "./mine", "a/mine.yml"] {
            assert_eq!(theme_file(path), Some(PathBuf::from(path)));
        }
        assert_eq!(theme_file("no theme of that name"), None);
    }

    /// The folders where these variables are set.
    fn folders(variables: &[(&str, &str)]) -> Vec<PathBuf> {
        let variable = |name: &str| {
            let set = variables.iter().find(|(known, _)| *known == name);
            set.map(|(_, folder)| PathBuf::from(folder))
        };
        config_folders(variable).into_iter().map(|(folder, _)| folder).collect()
    }

    #[test]
    fn the_folder_that_is_told_is_the_only_one() {
        let told = folders(&[("T12_CONFIG_DIR", "/told"), ("XDG_CONFIG_HOME", "/xdg")]);
        assert_eq!(told, [PathBuf::from("/told")]);
    }

    #[test]
    fn the_folder_of_xdg_comes_before_the_one_at_home() {
        let found = folders(&[("XDG_CONFIG_HOME", "/xdg")]);
        assert_eq!(found[0], PathBuf::from("/xdg/t12"));
        assert!(found[1..].iter().any(|folder| folder.ends_with(".config/t12")), "{found:?}");
        let relative = folders(&[("XDG_CONFIG_HOME", "xdg")]);
        assert!(relative.iter().all(|folder| folder.is_absolute()), "{relative:?}");
    }

    #[test]
    fn a_file_that_is_told_is_the_only_place() {
        let places = config_places(Some(Path::new("mine.yaml")));
        assert_eq!(places, [ConfigPlace { file: "mine.yaml".into(), by: "--config" }]);
    }
}
