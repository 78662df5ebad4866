use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs};

/// Where a person's own theme of that name would be: a path as it stands where it is written as one, else
/// `themes/NAME.yaml` in the first folder for settings that has it.
pub fn theme_file(name: &str) -> Option<PathBuf> {
    let path = Path::new(name);
    let written_as_path = path.components().count() > 1 || path.extension().is_some_and(is_yaml);
    if written_as_path {
        return Some(path.to_path_buf());
    }
    let files = config_folders(|name| std::env::var_os(name).map(PathBuf::from)).into_iter();
    files.map(|folder| folder.join("themes").join(format!("{name}.yaml"))).find(|file| file.is_file())
}

/// The names of a person's own themes, in their order: `themes/NAME.yaml` in any folder for settings.
pub fn own_themes() -> Vec<String> {
    let folders = config_folders(|name| std::env::var_os(name).map(PathBuf::from));
    let files = folders.iter().filter_map(|folder| folder.join("themes").read_dir().ok()).flatten().flatten();
    let paths = files.map(|file| file.path()).filter(|path| path.extension() == Some("yaml".as_ref()));
    let names = paths.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    names.collect::<BTreeSet<String>>().into_iter().collect()
}

/// The file a person's settings stand in, or would: `config.yaml` in the first folder for settings.
pub fn settings_file() -> Option<PathBuf> {
    let folders = config_folders(|name| std::env::var_os(name).map(PathBuf::from));
    let files = || folders.iter().map(|folder| folder.join("config.yaml"));
    files().find(|file| file.is_file()).or_else(|| files().next())
}

/// A path as people write it: their home folder as `~`.
pub fn from_home(path: &Path) -> String {
    let home = BaseDirs::new().map(|folders| folders.home_dir().to_path_buf());
    let below = home.and_then(|home| path.strip_prefix(home).ok().map(|rest| Path::new("~").join(rest)));
    below.as_deref().unwrap_or(path).to_string_lossy().into_owned()
}

fn is_yaml(extension: &std::ffi::OsStr) -> bool {
    extension == "yaml" || extension == "yml"
}

/// The folders for settings, the first one first: `T12_CONFIG_DIR`, `XDG_CONFIG_HOME/t12`, `~/.config/t12` and the
/// platform's own. Those that keep settings under `~/.config` on every machine find them there on macOS too.
fn config_folders(variable: impl Fn(&str) -> Option<PathBuf>) -> Vec<PathBuf> {
    let told = variable("T12_CONFIG_DIR");
    let xdg = variable("XDG_CONFIG_HOME").filter(|folder| folder.is_absolute());
    let home = BaseDirs::new().map(|folders| folders.home_dir().join(".config"));
    let platform = ProjectDirs::from("", "", "t12").map(|folders| folders.config_dir().to_path_buf());
    let mut folders: Vec<PathBuf> = told.into_iter().collect();
    folders.extend([xdg, home].into_iter().flatten().map(|folder| folder.join("t12")));
    folders.extend(platform);
    folders.dedup();
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

    #[test]
    fn the_folder_that_is_told_comes_first() {
        let folders = config_folders(|name| {
            let folder = if name == "T12_CONFIG_DIR" { "/told" } else { "/xdg" };
            Some(PathBuf::from(folder))
        });
        assert_eq!(folders[..2], [PathBuf::from("/told"), PathBuf::from("/xdg/t12")]);
    }
}
