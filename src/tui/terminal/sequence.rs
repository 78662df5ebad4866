//! What one escape sequence of a terminal says.

use crossterm::event::KeyCode;
use ratatui::layout::Position;

use super::input::Input;
use crate::tui::key::Key;
use crate::tui::mouse::{Act, Mouse};
use crate::tui::theme::Background;

/// The first thing in a run of bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum First {
    /// So many bytes and what they say. Nothing, where it is nothing to this program.
    Read(usize, Option<Input>),
    /// Pasted text begins after so many bytes.
    Paste(usize),
    /// There is not yet enough to tell.
    Incomplete,
}

/// Sequences that never end are given up at this length.
const LONGEST: usize = 4096;

/// Reads the first key or answer of `bytes`, which are not empty.
pub(super) fn first(bytes: &[u8]) -> First {
    match bytes {
        [0x1b] => First::Incomplete,
        [0x1b, 0x1b, ..] => key(1, Key::new(KeyCode::Esc)),
        [0x1b, b'[', rest @ ..] => control_sequence(rest),
        [0x1b, b'O', rest @ ..] => single_shift(rest),
        [0x1b, b']' | b'P' | b'_' | b'^' | b'X', ..] => control_string(bytes),
        [0x1b, rest @ ..] => match first(rest) {
            First::Read(length, Some(Input::Key(pressed))) => key(length + 1, Key { alt: true, ..pressed }),
            other => other,
        },
        _ => plain(bytes),
    }
}

fn key(length: usize, pressed: Key) -> First {
    First::Read(length, Some(Input::Key(pressed)))
}

/// A character or a control that is one byte.
fn plain(bytes: &[u8]) -> First {
    match bytes[0] {
        b'\r' => key(1, Key::new(KeyCode::Enter)),
        b'\t' => key(1, Key::new(KeyCode::Tab)),
        0x7f => key(1, Key::new(KeyCode::Backspace)),
        0 => key(1, Key::ctrl(' ')),
        byte @ 1..=0x1a => key(1, Key::ctrl((byte - 1 + b'a') as char)),
        byte @ 0x1c..=0x1f => key(1, Key::ctrl((byte + b'@') as char)),
        byte if byte < 0x80 => key(1, Key::char(byte as char)),
        byte => character(bytes, byte),
    }
}

/// A character of several bytes. What is not UTF-8 is nothing.
fn character(bytes: &[u8], lead: u8) -> First {
    let length = match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return First::Read(1, None),
    };
    let Some(sequence) = bytes.get(..length) else {
        let whole_so_far = bytes[1..].iter().all(|byte| byte & 0xc0 == 0x80);
        return if whole_so_far { First::Incomplete } else { First::Read(1, None) };
    };
    match std::str::from_utf8(sequence).ok().and_then(|text| text.chars().next()) {
        Some(typed) => key(length, Key::char(typed)),
        None => First::Read(1, None),
    }
}

/// After `ESC O`: function and cursor keys in application mode.
fn single_shift(rest: &[u8]) -> First {
    let Some(&last) = rest.first() else { return First::Incomplete };
    let code = if last == b'M' { Some(KeyCode::Enter) } else { letter(last) };
    First::Read(3, code.map(|code| Input::Key(Key::new(code))))
}

/// After `ESC [`: numbers, then the byte that says what it is.
fn control_sequence(rest: &[u8]) -> First {
    if rest.first() == Some(&b'[') {
        // The Linux console has its own form of F1 to F5.
        let Some(&last) = rest.get(1) else { return First::Incomplete };
        let code = (b'A'..=b'E').contains(&last).then(|| KeyCode::F(last - b'A' + 1));
        return First::Read(4, code.map(|code| Input::Key(Key::new(code))));
    }
    let Some(end) = rest.iter().position(|byte| !(0x20..=0x3f).contains(byte)) else {
        return if rest.len() > LONGEST { First::Read(2, None) } else { First::Incomplete };
    };
    if !(0x40..=0x7e).contains(&rest[end]) {
        return First::Read(2 + end, None);
    }
    let numbers = std::str::from_utf8(&rest[..end]).unwrap_or_default();
    if (numbers, rest[end]) == ("", b'M') {
        // The old form of mouse events, with three bytes of any value behind it, from terminals that know no other.
        let length = 2 + end + 1 + 3;
        return if rest.len() + 2 < length { First::Incomplete } else { First::Read(length, None) };
    }
    if (numbers, rest[end]) == ("200", b'~') {
        return First::Paste(2 + end + 1);
    }
    First::Read(2 + end + 1, sequence_input(numbers, rest[end]))
}

fn sequence_input(numbers: &str, last: u8) -> Option<Input> {
    if last == b'c' && numbers.starts_with('?') {
        return Some(Input::Attributes);
    }
    if let Some(mouse) = numbers.strip_prefix('<') {
        return self::mouse(mouse, last).map(Input::Mouse);
    }
    if last == b'n' {
        return colour_scheme(numbers).map(Input::Background);
    }
    let mut fields = numbers.split(';').map(|field| field.split(':').next().unwrap_or_default());
    let number = fields.next().unwrap_or_default();
    let modifiers = fields.next().and_then(|field| field.parse::<u8>().ok()).unwrap_or(1).saturating_sub(1);
    let code = match last {
        b'~' => numbered(number.parse().ok()?)?,
        b'u' => KeyCode::Char(char::from_u32(number.parse().ok()?)?),
        b'Z' => KeyCode::BackTab,
        _ if matches!(number, "" | "1") => letter(last)?,
        _ => return None,
    };
    Some(Input::Key(with_modifiers(code, modifiers)))
}

/// What the mouse did, in the form of xterm's mode 1006: button and bits, column and row from 1. Of the buttons the
/// left one counts, when it is pressed.
fn mouse(numbers: &str, last: u8) -> Option<Mouse> {
    const SHIFT_ALT_CONTROL: u16 = 4 + 8 + 16;
    let mut fields = numbers.split(';').map(|field| field.parse::<u16>().ok());
    let [button, x, y] = [fields.next()??, fields.next()??, fields.next()??];
    let act = match (button & !SHIFT_ALT_CONTROL, last) {
        (0, b'M') => Act::Click,
        (64, b'M') => Act::WheelUp,
        (65, b'M') => Act::WheelDown,
        (66, b'M') => Act::WheelLeft,
        (67, b'M') => Act::WheelRight,
        _ => return None,
    };
    Some(Mouse { act, at: Position::new(x.checked_sub(1)?, y.checked_sub(1)?) })
}

/// What a terminal reports when it changes between light and dark.
fn colour_scheme(numbers: &str) -> Option<Background> {
    match numbers {
        "?997;1" => Some(Background::Dark),
        "?997;2" => Some(Background::Light),
        _ => None,
    }
}

/// The modifier bits of xterm: 1 shift, 2 alt, 4 control.
fn with_modifiers(code: KeyCode, bits: u8) -> Key {
    let alt = bits & 2 != 0;
    match code {
        KeyCode::Char('\u{1b}') => Key { alt, ..Key::new(KeyCode::Esc) },
        KeyCode::Char('\r') => Key { alt, ..Key::new(KeyCode::Enter) },
        KeyCode::Char('\u{7f}') => Key { alt, ..Key::new(KeyCode::Backspace) },
        KeyCode::Char('\t') if bits & 1 != 0 => Key { alt, ..Key::new(KeyCode::BackTab) },
        KeyCode::Char('\t') => Key { alt, ..Key::new(KeyCode::Tab) },
        KeyCode::Char(typed) if bits & 4 != 0 => Key { alt, ..Key::ctrl(typed) },
        KeyCode::Char(typed) if bits & 1 != 0 => Key { alt, ..Key::char(typed.to_ascii_uppercase()) },
        code => Key { code, alt, ctrl: bits & 4 != 0 },
    }
}

fn letter(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        _ => return None,
    })
}

fn numbered(number: u8) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number - 10),
        17..=21 => KeyCode::F(number - 11),
        23 | 24 => KeyCode::F(number - 12),
        _ => return None,
    })
}

/// A string the terminal sends: up to BEL or `ESC \`. The one that says anything is the answer about the background.
fn control_string(bytes: &[u8]) -> First {
    let end = (2..bytes.len())
        .find(|&at| bytes[at] == 0x07 || (bytes[at] == 0x1b && bytes.get(at + 1) == Some(&b'\\')));
    match end {
        Some(end) => {
            let length = end + if bytes[end] == 0x07 { 1 } else { 2 };
            let answer = bytes[2..end].strip_prefix(b"11;").filter(|_| bytes[1] == b']').and_then(background);
            First::Read(length, answer.map(Input::Background))
        }
        None if bytes.len() > LONGEST => First::Read(2, None),
        None => First::Incomplete,
    }
}

/// `rgb:RRRR/GGGG/BBBB`, one to four digits a channel, or `rgba:` with a fourth that says nothing here.
fn background(answer: &[u8]) -> Option<Background> {
    let text = std::str::from_utf8(answer).ok()?;
    let channels = text.strip_prefix("rgb:").or_else(|| text.strip_prefix("rgba:"))?;
    let mut values = channels.split('/').map(|digits| {
        let most =
            16_f64.powi(i32::try_from(digits.len()).ok().filter(|length| (1..=4).contains(length))?) - 1.0;
        Some(f64::from(u16::from_str_radix(digits, 16).ok()?) / most)
    });
    let [r, g, b] = [values.next()??, values.next()??, values.next()??];
    // Relative luminance (WCAG 2); at 0.18 black and white text have the same contrast.
    let linear =
        |share: f64| if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) };
    let luminance = 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    Some(if luminance > 0.18 { Background::Light } else { Background::Dark })
}
