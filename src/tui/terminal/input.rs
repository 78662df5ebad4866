//! Bytes of a terminal to keys.
//!
//! The event reader of crossterm 0.29 waits for edges: after a burst of more than 1,024 bytes it leaves the rest
//! unread until the next key, and blocks inside a sequence that is cut short. This decoder takes whatever bytes
//! there are.

use crossterm::event::KeyCode;

use super::sequence::{First, first};
use crate::tui::key::Key;
use crate::tui::mouse::Mouse;
use crate::tui::theme::Background;

/// What a person or the terminal sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key press.
    Key(Key),
    /// Something done with the mouse.
    Mouse(Mouse),
    /// Pasted text.
    Paste(String),
    /// The terminal's answer about its background, or its word that it changed.
    Background(Background),
    /// The terminal's answer about what it is. Terminals answer in order, so an unanswered question before it
    /// stays unanswered.
    Attributes,
}

/// Pasted text is cut at this many bytes.
const LONGEST_PASTE: usize = 1 << 20;

const PASTE_END: &[u8] = b"\x1b[201~";

/// Decodes what a terminal sends, in whatever pieces it arrives.
#[derive(Debug, Default)]
pub struct Decoder {
    bytes: Vec<u8>,
    read: usize,
    pasted: Option<Vec<u8>>,
}

impl Decoder {
    /// Takes more bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.bytes.drain(..self.read);
        self.read = 0;
        self.bytes.extend_from_slice(bytes);
    }

    /// Whether a sequence has begun that may go on: wait a moment, then call [`Self::give_up`].
    pub fn is_waiting(&self) -> bool {
        self.pasted.is_none() && self.read < self.bytes.len()
    }

    /// Nothing more came: a lone escape is the Esc key, other beginnings are nothing.
    pub fn give_up(&mut self) -> Option<Input> {
        let rest = &self.bytes[self.read..];
        let escape = rest == [0x1b];
        self.bytes.clear();
        self.read = 0;
        escape.then_some(Input::Key(Key::new(KeyCode::Esc)))
    }

    /// The rest of a paste, once it has ended.
    fn paste(&mut self) -> Option<Input> {
        let pasted = self.pasted.as_mut()?;
        let rest = &self.bytes[self.read..];
        let end = rest.windows(PASTE_END.len()).position(|window| window == PASTE_END);
        // What may be the beginning of the end stays for the next time.
        let taken = end.unwrap_or_else(|| rest.len().saturating_sub(PASTE_END.len() - 1));
        let room = LONGEST_PASTE.saturating_sub(pasted.len());
        pasted.extend_from_slice(&rest[..taken.min(room)]);
        self.read += taken;
        end?;
        self.read += PASTE_END.len();
        let text = self.pasted.take()?;
        Some(Input::Paste(String::from_utf8_lossy(&text).into_owned()))
    }
}

impl Iterator for Decoder {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        loop {
            if self.pasted.is_some() {
                return self.paste();
            }
            let rest = self.bytes.get(self.read..).filter(|rest| !rest.is_empty())?;
            match first(rest) {
                First::Read(length, input) => {
                    self.read += length;
                    if input.is_some() {
                        return input;
                    }
                }
                First::Paste(length) => {
                    self.read += length;
                    self.pasted = Some(Vec::new());
                }
                First::Incomplete => return None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::mouse::Act;

    fn decode(bytes: &[u8]) -> Vec<Input> {
        let mut decoder = Decoder::default();
        decoder.feed(bytes);
        let mut inputs: Vec<_> = decoder.by_ref().collect();
        inputs.extend(decoder.give_up());
        inputs
    }

    fn keys(tokens: &str) -> Vec<Input> {
        tokens.split(' ').map(|token| Input::Key(Key::parse(token).unwrap())).collect()
    }

    #[test]
    fn keys_of_xterm_and_others_are_read() {
        assert_eq!(decode(b"jG?\r\t \x7f"), keys("j G ? <enter> <tab> <space> <bs>"));
        assert_eq!(decode(b"\x1b[A\x1bOB\x1b[Z\x1b[H\x1b[4~"), keys("<up> <down> <s-tab> <home> <end>"));
        assert_eq!(decode(b"\x1bOP\x1b[[B\x1b[13~\x1b[24~\x1b[1;2S"), keys("<f1> <f2> <f3> <f12> <f4>"));
        assert_eq!(decode(b"\x04\x1bx\x1b\x1b[A"), keys("<c-d> <a-x> <esc> <up>"));
        assert_eq!(decode("é→\u{1b}ß".as_bytes()), keys("é → <a-ß>"));
        assert_eq!(decode(b"\x1b[100;5u\x1b[103;2u\x1b[27u"), keys("<c-d> G <esc>"));
        assert_eq!(decode(b"\x1b[1;5C"), [Input::Key(Key { ctrl: true, ..Key::new(KeyCode::Right) })]);
    }

    #[test]
    fn what_says_nothing_here_is_passed_over() {
        assert_eq!(decode(b"\x1b[Ij\x1b[O\x1b[<0;3;4mk"), keys("j k"));
        assert_eq!(decode(b"\x1bP1+r544e\x1b\\j\x1b_Gi=1;OK\x1b\\\x1b[?2026;2$yk\x1b[12;40R"), keys("j k"));
        assert_eq!(decode(b"\xff\xc3(j\x1b[\x18k"), keys("( j <c-x> k"));
    }

    #[test]
    fn the_background_is_answered_in_every_form() {
        let answers = |bytes: &[u8]| decode(bytes);
        let [dark, light] = [Background::Dark, Background::Light].map(|found| [Input::Background(found)]);
        assert_eq!(answers(b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\"), dark);
        assert_eq!(answers(b"\x1b]11;rgb:ff/fd/f6\x07"), light);
        assert_eq!(answers(b"\x1b]11;rgba:ffff/ffff/ffff/ffff\x07"), light);
        assert_eq!(answers(b"\x1b]10;rgb:ff/ff/ff\x07"), []);
        assert_eq!(answers(b"\x1b]11;rgb:fffff//\x07"), []);
        assert_eq!(answers(b"\x1b[?62;22c"), [Input::Attributes]);
        assert_eq!((answers(b"\x1b[?997;1n"), answers(b"\x1b[?997;2n")), (dark.into(), light.into()));
        assert_eq!(answers(b"\x1b[?997;3n\x1b[0n"), []);
    }

    #[test]
    fn the_mouse_is_read_in_the_form_that_has_no_bounds() {
        let done = |bytes: &[u8]| match decode(bytes).as_slice() {
            [Input::Mouse(mouse)] => Some((mouse.act, mouse.at.x, mouse.at.y)),
            _ => None,
        };
        assert_eq!(done(b"\x1b[<0;3;4M"), Some((Act::Click, 2, 3)));
        assert_eq!(done(b"\x1b[<65;300;1M"), Some((Act::WheelDown, 299, 0)));
        assert_eq!(done(b"\x1b[<80;1;1M"), Some((Act::WheelUp, 0, 0)), "with control held");
        let nothing: [&[u8]; 6] = [
            b"\x1b[<0;3;4m",
            b"\x1b[<2;3;4M",
            b"\x1b[<32;3;4M",
            b"\x1b[<0;0;4M",
            b"\x1b[<0;3M",
            b"\x1b[<0;99999;1M",
        ];
        assert!(
            nothing.iter().all(|bytes| decode(bytes).is_empty()),
            "releases, other buttons, motion, no place"
        );
    }

    #[test]
    fn the_old_form_of_the_mouse_is_not_taken_for_keys() {
        assert_eq!(decode(b"j\x1b[M !!k"), keys("j k"));
        assert_eq!(decode(b"\x1b[Mq"), []);
    }

    #[test]
    fn pasted_text_is_not_keys() {
        assert_eq!(
            decode(b"a\x1b[200~q\x1b[Aq\n\x1b[201~b"),
            [keys("a"), vec![Input::Paste("q\u{1b}[Aq\n".to_owned())], keys("b")].concat()
        );
    }

    #[test]
    fn a_lone_escape_waits_for_more() {
        let mut decoder = Decoder::default();
        decoder.feed(b"\x1b");
        assert_eq!(decoder.next(), None);
        assert!(decoder.is_waiting());
        decoder.feed(b"[A");
        assert_eq!(decoder.next(), Some(Input::Key(Key::new(KeyCode::Up))));
        assert!(!decoder.is_waiting());
    }

    #[test]
    fn a_burst_is_read_to_its_end() {
        assert_eq!(decode(&b"\x1b[B".repeat(5_000)).len(), 5_000);
    }

    proptest! {
        #[test]
        fn pieces_read_like_the_whole(
            parts in proptest::collection::vec(
                prop_oneof![
                    Just(b"\x1b[200~".to_vec()), Just(b"\x1b[201~".to_vec()), Just(b"\x1b]11;rgb:1/2/3\x07".to_vec()),
                    Just(b"\x1b[1;5A".to_vec()), Just(b"\x1b".to_vec()), Just("é".as_bytes().to_vec()),
                    proptest::collection::vec(any::<u8>(), 0..6),
                ],
                0..12,
            ),
            cuts in proptest::collection::vec(1..5_usize, 1..40),
        ) {
            let bytes = parts.concat();
            let mut decoder = Decoder::default();
            let (mut rest, mut pieces) = (&bytes[..], Vec::new());
            for cut in cuts.iter().cycle() {
                if rest.is_empty() { break; }
                let (piece, after) = rest.split_at((*cut).min(rest.len()));
                decoder.feed(piece);
                pieces.extend(decoder.by_ref());
                rest = after;
            }
            pieces.extend(decoder.give_up());
            prop_assert_eq!(pieces, decode(&bytes));
        }
    }
}
