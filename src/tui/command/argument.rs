use crate::tui::model::Model;

/// What a command takes.
#[derive(Clone, Copy)]
pub struct Argument {
    /// The word for it, in capitals.
    pub name: &'static str,
    /// The values that go on from what is typed of it, best first; none where anything may be typed.
    pub values: fn(&Model, &str) -> Vec<Value>,
}

impl Argument {
    /// An argument that can be anything.
    pub const fn free(name: &'static str) -> Self {
        Self { name, values: |_, _| Vec::new() }
    }

    /// An argument whose values are known.
    pub const fn of(name: &'static str, values: fn(&Model, &str) -> Vec<Value>) -> Self {
        Self { name, values }
    }
}

/// A value of an argument, as the palette offers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The whole argument with this value at its end.
    pub text: String,
    /// What it is, for people.
    pub note: String,
    /// What has to be typed before more can follow.
    pub then: Option<char>,
    /// Whether the command can run with it as it is.
    pub is_whole: bool,
}

impl Value {
    /// A value that is all there is to say.
    pub fn whole(text: impl Into<String>, note: impl Into<String>) -> Self {
        Self { text: text.into(), note: note.into(), then: None, is_whole: true }
    }

    /// The same behind words that are typed already.
    pub(super) fn behind(self, words: &str) -> Self {
        Self { text: format!("{words} {}", self.text), ..self }
    }
}

/// Of those names with their notes, the ones that fit what is typed: the name itself first, then those that begin with
/// it, then those with a word of the note that does, then those where it stands anywhere. Capitals do not count.
pub(super) fn fitting<'n, N: AsRef<str>>(
    typed: &str,
    names: impl IntoIterator<Item = (N, &'n str)>,
) -> Vec<(N, &'n str)> {
    let typed = typed.trim().to_lowercase();
    let rank = |(name, note): &(N, &str)| {
        let name = name.as_ref().to_lowercase();
        match () {
            () if name == typed => Some(0),
            () if name.starts_with(&typed) => Some(1),
            () if format!(" {}", note.to_lowercase()).contains(&format!(" {typed}")) => Some(2),
            () if name.contains(&typed) => Some(3),
            () => None,
        }
    };
    let mut found: Vec<(u8, (N, &str))> =
        names.into_iter().filter_map(|named| Some((rank(&named)?, named))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, named)| named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_itself_comes_first_and_then_what_begins_with_it() {
        let names = [("small", ""), ("allies", ""), ("ALL", ""), ("harbour", "all of the coast"), ("x", "y")];
        let found: Vec<&str> = fitting("all", names).into_iter().map(|(name, _)| name).collect();
        assert_eq!(found, ["ALL", "allies", "harbour", "small"]);
        assert_eq!(fitting("", names).len(), names.len());
    }
}
