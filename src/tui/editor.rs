//! The person's own editor: which one it is, and how it is told the place in a file. Never by way of a shell.

use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

use thiserror::Error;

use crate::text::visible;
use crate::workspace::Place;

/// The editor where nobody names one.
const USUAL: &str = if cfg!(windows) { "notepad" } else { "vi" };

/// An editor as a person names it: a program with arguments of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Editor {
    program: String,
    arguments: Vec<String>,
    /// Who named it, for messages.
    named_by: &'static str,
}

/// Why there is no editor.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("The editor `{}` has a quote that does not end ({named_by})", visible(.value))]
pub(super) struct EditorProblem {
    value: String,
    named_by: &'static str,
}

/// How to call an editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Call {
    /// The program, found as any other.
    pub(super) program: String,
    /// Everything behind it.
    pub(super) arguments: Vec<OsString>,
    /// Whether it opens a window of its own, so that the terminal stays ours and nobody waits for it.
    pub(super) beside: bool,
    /// Who named it, for messages.
    pub(super) named_by: &'static str,
}

/// How an editor takes a place.
#[derive(Clone, Copy)]
enum Manner {
    /// `-c 12 FILE`: what every vi understands.
    Vi,
    /// `-c 'call cursor(12,5)' FILE`, the column in bytes.
    Vim,
    /// `+12:5 FILE`.
    Plus,
    /// `+12,5 FILE`.
    PlusComma,
    /// `FILE:12:5`.
    Behind,
    /// `--goto FILE:12:5`.
    Goto,
    /// `FILE`.
    FileOnly,
}

impl Editor {
    /// The editor of the configuration; without one that of `VISUAL`, then that of `EDITOR`, then the usual one.
    ///
    /// # Errors
    /// The one that counts cannot be read.
    pub(super) fn chosen(
        configured: Option<&str>,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, EditorProblem> {
        let named = [("the configuration", configured.map(str::to_owned))]
            .into_iter()
            .chain(["VISUAL", "EDITOR"].map(|name| (name, variable(name))));
        for (named_by, value) in named {
            if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
                return Self::read(value, named_by);
            }
        }
        Self::read(USUAL.to_owned(), "the usual one; set EDITOR to have another")
    }

    fn read(value: String, named_by: &'static str) -> Result<Self, EditorProblem> {
        // A program may live in a folder with blanks in its name.
        let words = if Path::new(&value).is_file() {
            vec![value]
        } else {
            shell_words::split(&value).map_err(|_| EditorProblem { value, named_by })?
        };
        let mut words = words.into_iter();
        Ok(Self { program: words.next().unwrap_or_default(), arguments: words.collect(), named_by })
    }

    /// How to call it with a place in a file. Arguments of its own that hold `{file}` are a template and are filled
    /// in; otherwise its name tells how it takes a place.
    pub(super) fn call(&self, file: &Path, place: Place) -> Call {
        let (manner, beside) = manner(&self.program);
        let file = safe(file);
        let arguments = if self.arguments.iter().any(|word| word.contains("{file}")) {
            self.arguments.iter().map(|word| filled(word, &file, place)).collect()
        } else {
            let mut arguments: Vec<OsString> = self.arguments.iter().map(OsString::from).collect();
            arguments.extend(self.missing_options(manner, beside));
            arguments.extend(spelled(manner, &file, place));
            arguments
        };
        Call { program: self.program.clone(), arguments, beside, named_by: self.named_by }
    }

    /// Options that the person did not write and that a place needs.
    fn missing_options(&self, manner: Manner, beside: bool) -> Option<OsString> {
        let has = |names: [&str; 2]| self.arguments.iter().any(|word| names.contains(&word.as_str()));
        match manner {
            Manner::Goto if !has(["--goto", "-g"]) => Some("--goto".into()),
            // Else it would take its leave at once, and nobody could say how it ended.
            Manner::Vim if beside && !has(["-f", "--nofork"]) => Some("-f".into()),
            _ => None,
        }
    }
}

/// How a program takes a place, by its name, and whether it has a window of its own.
fn manner(program: &str) -> (Manner, bool) {
    let name = Path::new(program).file_name().and_then(|name| name.to_str()).unwrap_or_default();
    // `vim.basic` and `code.cmd` are what they begin with.
    let name = name.split('.').next().unwrap_or_default().to_lowercase();
    match name.as_str() {
        "vi" | "view" | "ex" => (Manner::Vi, false),
        "vim" | "nvim" | "rvim" => (Manner::Vim, false),
        "gvim" | "gview" | "mvim" => (Manner::Vim, true),
        "hx" | "helix" => (Manner::Behind, false),
        "emacs" | "emacsclient" | "micro" | "kak" => (Manner::Plus, false),
        "nano" | "rnano" => (Manner::PlusComma, false),
        "code" | "code-insiders" | "codium" | "vscodium" => (Manner::Goto, true),
        "zed" | "zeditor" | "subl" | "sublime_text" => (Manner::Behind, true),
        _ => (Manner::FileOnly, false),
    }
}

fn spelled(manner: Manner, file: &Path, place: Place) -> Vec<OsString> {
    let (line, column) = (place.at.line, place.at.column);
    let whole = OsString::from(file);
    let behind = || {
        let mut joined = whole.clone();
        joined.push(format!(":{line}:{column}"));
        joined
    };
    match manner {
        Manner::Vi => vec!["-c".into(), line.to_string().into(), whole],
        Manner::Vim => vec!["-c".into(), format!("call cursor({line},{})", place.byte_column).into(), whole],
        Manner::Plus => vec![format!("+{line}:{column}").into(), whole],
        Manner::PlusComma => vec![format!("+{line},{column}").into(), whole],
        Manner::Behind | Manner::Goto => vec![behind()],
        Manner::FileOnly => vec![whole],
    }
}

/// A word of a template with its names filled in. What is filled in is not looked at again.
fn filled(word: &str, file: &Path, place: Place) -> OsString {
    let mut made = OsString::new();
    let mut rest = word;
    while let Some((before, behind)) = rest.split_once('{') {
        made.push(before);
        let named = behind.split_once('}');
        match named {
            Some(("file", _)) => made.push(file),
            Some(("line", _)) => made.push(place.at.line.to_string()),
            Some(("column", _)) => made.push(place.at.column.to_string()),
            _ => made.push("{"),
        }
        rest = match named {
            Some(("file" | "line" | "column", after)) => after,
            _ => behind,
        };
    }
    made.push(rest);
    made
}

/// The path so that no editor takes it for an option, a command or an address.
fn safe(file: &Path) -> PathBuf {
    match file.components().next() {
        Some(Component::Normal(_)) => Path::new(".").join(file),
        _ => file.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::LineColumn;

    const PLACE: Place = Place { at: LineColumn { line: 12, column: 5 }, byte_column: 6, landmark: None };

    fn editor(value: &str) -> Editor {
        Editor::read(value.to_owned(), "EDITOR").unwrap()
    }

    /// The call of an editor with the file `a b.yaml`, words separated by `|`.
    fn call(value: &str) -> String {
        let call = editor(value).call(Path::new("a b.yaml"), PLACE);
        let words: Vec<String> = std::iter::once(call.program)
            .chain(call.arguments.iter().map(|word| word.to_string_lossy().into_owned()))
            .collect();
        words.join("|")
    }

    #[test]
    fn the_configuration_comes_first_then_visual_then_editor_then_the_usual() {
        let both = |name: &str| Some(name.to_lowercase());
        let only_editor = |name: &str| (name == "EDITOR").then(|| "ed".to_owned());
        let program =
            |configured, variable: &dyn Fn(&str) -> _| Editor::chosen(configured, variable).unwrap().program;
        assert_eq!(program(Some("hx"), &both), "hx");
        assert_eq!(program(None, &both), "visual");
        assert_eq!(program(Some(" "), &only_editor), "ed");
        assert_eq!(program(None, &|_| Some(String::new())), USUAL, "an empty one counts as unset");
        assert_eq!(program(None, &|_| None), USUAL);
    }

    #[test]
    fn every_editor_is_told_the_place_in_its_manner() {
        for (value, expected) in [
            ("vi", "vi|-c|12|./a b.yaml"),
            ("/usr/bin/vim.basic", "/usr/bin/vim.basic|-c|call cursor(12,6)|./a b.yaml"),
            ("nvim --clean", "nvim|--clean|-c|call cursor(12,6)|./a b.yaml"),
            ("gvim", "gvim|-f|-c|call cursor(12,6)|./a b.yaml"),
            ("gvim --nofork", "gvim|--nofork|-c|call cursor(12,6)|./a b.yaml"),
            ("hx", "hx|./a b.yaml:12:5"),
            ("emacsclient -t", "emacsclient|-t|+12:5|./a b.yaml"),
            ("nano", "nano|+12,5|./a b.yaml"),
            ("micro", "micro|+12:5|./a b.yaml"),
            ("kak", "kak|+12:5|./a b.yaml"),
            ("code --wait", "code|--wait|--goto|./a b.yaml:12:5"),
            ("Code.exe -g", "Code.exe|-g|./a b.yaml:12:5"),
            ("zed", "zed|./a b.yaml:12:5"),
            ("subl -n", "subl|-n|./a b.yaml:12:5"),
            ("ed", "ed|./a b.yaml"),
        ] {
            assert_eq!(call(value), expected);
        }
    }

    #[test]
    fn only_editors_with_a_window_of_their_own_run_beside() {
        let beside = |value| editor(value).call(Path::new("a"), PLACE).beside;
        assert!(["code --wait", "codium", "zed", "subl", "gvim"].into_iter().all(beside));
        assert!(!["vim", "hx", "emacs", "nano", "micro", "kak", "something"].into_iter().any(beside));
    }

    #[test]
    fn a_template_is_filled_in_and_nothing_is_added() {
        assert_eq!(call("vim --at={line},{column} {file}"), "vim|--at=12,5|./a b.yaml");
        assert_eq!(call("'my editor' '{file}:{line}' '{x} {'"), "my editor|./a b.yaml:12|{x} {");
        let odd = editor("ed {file}").call(Path::new("{line}.yaml"), PLACE);
        assert_eq!(odd.arguments, ["./{line}.yaml"], "what is filled in is not a template");
    }

    #[test]
    fn words_are_split_as_a_shell_does_and_no_shell_is_asked() {
        assert_eq!(call("ed $(x) ';' \"a  b\" `y` > z"), "ed|$(x)|;|a  b|`y`|>|z|./a b.yaml");
        let problem = Editor::chosen(None, |_| Some("ed 'x".to_owned())).unwrap_err();
        assert_eq!(problem.to_string(), "The editor `ed 'x` has a quote that does not end (VISUAL)");
    }

    #[test]
    #[cfg(unix)]
    fn a_program_with_blanks_in_its_path_is_taken_whole() {
        let program = std::env::temp_dir().join(format!("t12 editor {}", std::process::id()));
        std::fs::write(&program, "").unwrap();
        let found = editor(program.to_str().unwrap());
        std::fs::remove_file(&program).unwrap();
        assert_eq!((found.program.as_str(), found.arguments.len()), (program.to_str().unwrap(), 0));
    }

    #[test]
    fn no_path_can_be_taken_for_an_option() {
        for (path, expected) in [
            ("-c.yaml", "./-c.yaml"),
            ("+5", "./+5"),
            ("scp://host/a", "./scp://host/a"),
            ("/a/b", "/a/b"),
            ("../a", "../a"),
            ("./a", "./a"),
        ] {
            assert_eq!(safe(Path::new(path)).to_str(), Some(expected));
        }
    }
}
