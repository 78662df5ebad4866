//! Keys as people press and read them.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use thiserror::Error;

use crate::text::visible;

/// One key press, the same for every terminal: a character carries its own shift (`G`, `?`), shift and Tab is
/// [`KeyCode::BackTab`], and control with a letter has the letter in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// With control.
    pub ctrl: bool,
    /// With alt.
    pub alt: bool,
}

/// A token of the key grammar that names no key.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{}` is not a key; keys are single characters or names like <enter>, <s-tab>, <f1>, <c-d>", visible(.0))]
pub struct UnknownKey(pub String);

/// The names of the key grammar and the words people read.
const NAMES: [(KeyCode, &str, &str); 16] = [
    (KeyCode::Enter, "enter", "Enter"),
    (KeyCode::Esc, "esc", "Esc"),
    (KeyCode::Tab, "tab", "Tab"),
    (KeyCode::BackTab, "s-tab", "S-Tab"),
    (KeyCode::Char(' '), "space", "Space"),
    (KeyCode::Backspace, "bs", "Backspace"),
    (KeyCode::Delete, "del", "Del"),
    (KeyCode::Insert, "ins", "Ins"),
    (KeyCode::Up, "up", "Up"),
    (KeyCode::Down, "down", "Down"),
    (KeyCode::Left, "left", "Left"),
    (KeyCode::Right, "right", "Right"),
    (KeyCode::Home, "home", "Home"),
    (KeyCode::End, "end", "End"),
    (KeyCode::PageUp, "pgup", "PgUp"),
    (KeyCode::PageDown, "pgdn", "PgDn"),
];

impl Key {
    /// The key of that code, without control or alt.
    pub const fn new(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// The key that types `character`.
    pub const fn char(character: char) -> Self {
        Self::new(KeyCode::Char(character))
    }

    /// Control and the key that types `character`. Enter, Tab, Backspace and Esc are what terminals
    /// send for control with `m`, `i`, `h` and `[`.
    pub const fn ctrl(character: char) -> Self {
        match character.to_ascii_lowercase() {
            'm' => Self::new(KeyCode::Enter),
            'i' => Self::new(KeyCode::Tab),
            'h' => Self::new(KeyCode::Backspace),
            '[' => Self::new(KeyCode::Esc),
            letter => Self { code: KeyCode::Char(letter), ctrl: true, alt: false },
        }
    }

    /// The key of a terminal event: pressed or held down, never its release (terminals that report releases
    /// would do everything twice), and no bare modifier.
    pub fn pressed(event: KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let shift = event.modifiers.contains(KeyModifiers::SHIFT);
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        let code = match event.code {
            KeyCode::Tab if shift => KeyCode::BackTab,
            KeyCode::Char(letter) if ctrl => return Some(Self { alt, ..Self::ctrl(letter) }),
            KeyCode::Char(letter) if shift => KeyCode::Char(letter.to_ascii_uppercase()),
            KeyCode::Modifier(_) | KeyCode::Null => return None,
            code => code,
        };
        Some(Self { code, ctrl, alt })
    }

    /// The key a token of the key grammar names: `j`, `G`, `?`, `<enter>`, `<s-tab>`, `<f1>`, `<c-d>`, `<a-x>`.
    ///
    /// # Errors
    /// The token names no key.
    pub fn parse(token: &str) -> Result<Self, UnknownKey> {
        let unknown = || UnknownKey(token.to_owned());
        if let Some(character) = only_char(token) {
            return Ok(Self::char(character));
        }
        let name = token.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).ok_or_else(unknown)?;
        named(name).ok_or_else(unknown)
    }

    /// The character the key types, where it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(character) if !self.ctrl && !self.alt => Some(character),
            _ => None,
        }
    }
}

/// The key of a name as it stands between `<` and `>`. Names read the same in any case, characters do not.
fn named(name: &str) -> Option<Key> {
    let lower = name.to_ascii_lowercase();
    if let Some((code, ..)) = NAMES.iter().find(|(_, known, _)| *known == lower) {
        return Some(Key::new(*code));
    }
    if let Some(number) = lower.strip_prefix('f').and_then(|rest| rest.parse().ok()) {
        return (1..=12).contains(&number).then_some(Key::new(KeyCode::F(number)));
    }
    if let Some(character) = lower.strip_prefix("c-").and_then(only_char) {
        return Some(Key::ctrl(character));
    }
    let character =
        name.get(..2).filter(|start| start.eq_ignore_ascii_case("a-")).and_then(|_| only_char(&name[2..]))?;
    Some(Key { alt: true, ..Key::char(character) })
}

fn only_char(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.as_str().is_empty())
}

/// What people read in help and hints: `j`, `Enter`, `ctrl-d`, `S-Tab`, `Space`, `PgDn`, `F1`.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("ctrl-")?;
        }
        if self.alt {
            f.write_str("alt-")?;
        }
        if let Some((.., words)) = NAMES.iter().find(|(code, ..)| *code == self.code) {
            return f.write_str(words);
        }
        match self.code {
            KeyCode::Char(character) => f.write_str(&visible(character.encode_utf8(&mut [0; 4]))),
            KeyCode::F(number) => write!(f, "F{number}"),
            other => write!(f, "{other}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn event(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        Key::pressed(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn shift_is_the_same_from_every_terminal() {
        assert_eq!(event(KeyCode::Char('g'), KeyModifiers::SHIFT), Some(Key::char('G')));
        assert_eq!(event(KeyCode::Char('G'), KeyModifiers::SHIFT), Some(Key::char('G')));
        assert_eq!(event(KeyCode::Char('G'), KeyModifiers::NONE), Some(Key::char('G')));
        assert_eq!(event(KeyCode::Tab, KeyModifiers::SHIFT), Some(Key::new(KeyCode::BackTab)));
        assert_eq!(event(KeyCode::BackTab, KeyModifiers::SHIFT), Some(Key::new(KeyCode::BackTab)));
        assert_eq!(
            event(KeyCode::Char('D'), KeyModifiers::CONTROL | KeyModifiers::SHIFT),
            Some(Key::ctrl('d'))
        );
    }

    #[test]
    fn held_keys_count_and_releases_do_not() {
        let kind = |kind| Key::pressed(KeyEvent::new_with_kind(KeyCode::Char('j'), KeyModifiers::NONE, kind));
        assert_eq!(kind(KeyEventKind::Repeat), Some(Key::char('j')));
        assert_eq!(kind(KeyEventKind::Release), None);
    }

    #[test]
    fn tokens_name_keys() {
        let parse = |token: &str| Key::parse(token).unwrap();
        assert_eq!(parse("G"), Key::char('G'));
        assert_eq!(parse("<"), Key::char('<'));
        assert_eq!(parse("<Enter>"), Key::new(KeyCode::Enter));
        assert_eq!(parse("<c-d>"), Key::ctrl('d'));
        assert_eq!(parse("<C-D>"), Key::ctrl('d'));
        assert_eq!(parse("<c-i>"), parse("<tab>"));
        assert_eq!(parse("<a-X>"), Key { alt: true, ..Key::char('X') });
        assert_eq!(parse("<f12>"), Key::new(KeyCode::F(12)));
        for wrong in ["", "jj", "<f0>", "<f13>", "<c-ab>", "<>", "<nothing>", "<é-x>"] {
            assert_eq!(Key::parse(wrong), Err(UnknownKey(wrong.to_owned())));
        }
    }

    #[test]
    fn people_read_words() {
        let shown: Vec<_> =
            ["j", "<enter>", "<c-d>", "<s-tab>", "<space>", "<pgdn>", "<f1>", "<a-x>", "<up>"]
                .map(|token| Key::parse(token).unwrap().to_string())
                .into();
        assert_eq!(shown, ["j", "Enter", "ctrl-d", "S-Tab", "Space", "PgDn", "F1", "alt-x", "Up"]);
    }

    proptest! {
        #[test]
        fn any_token_is_a_key_or_named_in_the_error(token in "\\PC{0,6}|<[a-z]?-?\\PC{0,3}>") {
            match Key::parse(&token) {
                Ok(key) => prop_assert!(!key.to_string().is_empty()),
                Err(UnknownKey(named)) => prop_assert_eq!(named, token),
            }
        }
    }
}
