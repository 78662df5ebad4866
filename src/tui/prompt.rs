//! The line a person types: what is in it, and what its keys do.

use crossterm::event::KeyCode;
use tui_input::{Input, InputRequest};

use super::key::Key;
use crate::text::is_hidden;

/// A line being typed.
#[derive(Clone, Debug, Default)]
pub struct Prompt {
    input: Input,
    history: Vec<String>,
    /// The place in the history that is shown; past its end is what the person typed.
    at: usize,
}

/// What a key did to the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// The text or the cursor changed.
    Changed,
    /// It is finished.
    Accepted,
    /// It is given up.
    Cancelled,
    /// The line has no use for the key.
    Ignored,
}

impl Prompt {
    /// An empty line; up and down bring back the lines of the history, oldest first.
    pub fn new(history: Vec<String>) -> Self {
        Self { at: history.len(), history, input: Input::default() }
    }

    /// Puts a text into the line, the cursor before that byte of it.
    pub fn set(&mut self, text: &str, cursor: usize) {
        let before = text.get(..cursor).unwrap_or(text).chars().count();
        self.input = Input::new(text.to_owned()).with_cursor(before);
    }

    /// The bytes left of the cursor.
    pub fn byte_cursor(&self) -> usize {
        self.text().char_indices().nth(self.input.cursor()).map_or(self.text().len(), |(at, _)| at)
    }

    /// What is typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The columns left of the cursor.
    pub fn cursor(&self) -> u16 {
        self.input.visual_cursor() as u16
    }

    /// Takes a key.
    pub fn key(&mut self, key: Key) -> Typed {
        let request = match (key.code, key.ctrl) {
            (KeyCode::Enter, _) => return Typed::Accepted,
            (KeyCode::Esc, _) | (KeyCode::Char('c'), true) => return Typed::Cancelled,
            (KeyCode::Up, _) => return self.recall(self.at.saturating_sub(1)),
            (KeyCode::Down, _) => return self.recall(self.at + 1),
            (KeyCode::Char('a'), true) | (KeyCode::Home, _) => InputRequest::GoToStart,
            (KeyCode::Char('e'), true) | (KeyCode::End, _) => InputRequest::GoToEnd,
            (KeyCode::Char('w'), true) => InputRequest::DeletePrevWord,
            (KeyCode::Char('u'), true) => InputRequest::DeleteLine,
            (KeyCode::Char('k'), true) => InputRequest::DeleteTillEnd,
            (KeyCode::Char(character), false) if !key.alt && !is_hidden(character) => {
                InputRequest::InsertChar(character)
            }
            (KeyCode::Backspace, _) => InputRequest::DeletePrevChar,
            (KeyCode::Delete, _) => InputRequest::DeleteNextChar,
            (KeyCode::Left, _) => InputRequest::GoToPrevChar,
            (KeyCode::Right, _) => InputRequest::GoToNextChar,
            _ => return Typed::Ignored,
        };
        self.input.handle(request);
        self.at = self.history.len();
        Typed::Changed
    }

    /// Whether the line is one of the history, as it was.
    pub fn is_recalling(&self) -> bool {
        self.at < self.history.len()
    }

    /// Takes pasted text without what nobody sees in it; line breaks and controls become blanks.
    pub fn paste(&mut self, text: &str) {
        let blank = |c: char| if c.is_control() { ' ' } else { c };
        for character in text.chars().map(blank).filter(|&c| !is_hidden(c)) {
            self.input.handle(InputRequest::InsertChar(character));
        }
    }

    fn recall(&mut self, at: usize) -> Typed {
        if at > self.history.len() {
            return Typed::Ignored;
        }
        self.at = at;
        self.input = Input::new(self.history.get(at).cloned().unwrap_or_default());
        Typed::Changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn type_keys(prompt: &mut Prompt, tokens: &[&str]) {
        for token in tokens {
            prompt.key(Key::parse(token).unwrap());
        }
    }

    #[test]
    fn the_editing_keys_work() {
        let mut prompt = Prompt::default();
        type_keys(&mut prompt, &["a", "b", "<space>", "c", "d", "<c-w>"]);
        assert_eq!(prompt.text(), "ab ");
        type_keys(&mut prompt, &["<c-a>", "x", "<c-k>"]);
        assert_eq!((prompt.text(), prompt.cursor()), ("x", 1));
        type_keys(&mut prompt, &["<c-u>"]);
        assert_eq!(prompt.text(), "");
    }

    #[test]
    fn up_and_down_walk_the_history() {
        let mut prompt = Prompt::new(vec!["old".into(), "new".into()]);
        type_keys(&mut prompt, &["<up>", "<up>", "<up>"]);
        assert_eq!(prompt.text(), "old");
        type_keys(&mut prompt, &["<down>", "<down>"]);
        assert_eq!(prompt.text(), "");
    }

    #[test]
    fn pasted_line_breaks_become_blanks_and_what_is_hidden_goes() {
        let mut prompt = Prompt::default();
        prompt.paste("one\ntwo\u{1b}\u{202e}\u{e0041}");
        assert_eq!(prompt.text(), "one two ");
    }
}
