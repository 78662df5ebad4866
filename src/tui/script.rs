//! Key scripts: what `--keys` says, played on the program without a terminal.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use thiserror::Error;

use super::key::{Key, UnknownKey};
use super::message::{Effect, Message, Notice, Tone};
use super::model::Model;
use super::mouse::{Act, Mouse};
use super::update::{begin, update};
use super::view::draw;
use crate::text::visible;

/// One step of a key script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Press a key.
    Press(Key),
    /// Do something with the mouse.
    Mouse(Mouse),
    /// Type text, one key a character.
    Type(String),
    /// Give the screen another size in columns and rows.
    Resize(u16, u16),
    /// Save the screen to a file.
    Shot(PathBuf),
    /// Wait that many milliseconds. A script without a terminal has nothing to wait for.
    Wait(u64),
}

/// What is wrong with a key script.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ScriptError {
    /// A token names no key.
    #[error(transparent)]
    Key(#[from] UnknownKey),
    /// A quoted text does not end.
    #[error("`{}` has no closing quote", visible(.0))]
    Quote(String),
    /// A step that takes a number, a size or a file has none that can be read.
    #[error("`{}` cannot be read; write <wait:MS>, <resize:WIDTHxHEIGHT>, <shot:FILE> or <click:COLUMN,ROW>", visible(.0))]
    Value(String),
}

/// Reads a key script: tokens between spaces, each a key, a `"text to type"`, `<wait:MS>`, `<resize:WxH>`,
/// `<shot:FILE>`, or something done with the mouse at a column and a row from 1: `<click:X,Y>`, `<double-click:X,Y>`,
/// `<wheel-up:X,Y>`, `<wheel-down:X,Y>`, `<wheel-left:X,Y>`, `<wheel-right:X,Y>`.
///
/// # Errors
/// The first token that is none of these.
pub fn parse(script: &str) -> Result<Vec<Step>, ScriptError> {
    let mut steps = Vec::new();
    let mut rest = script.trim_start();
    while !rest.is_empty() {
        let (token, after) = split_token(rest)?;
        steps.push(step(token)?);
        rest = after.trim_start();
    }
    Ok(steps)
}

/// The first token and what follows it. A quote that nothing closes is the key that types it.
fn split_token(text: &str) -> Result<(&str, &str), ScriptError> {
    if let Some(length) = text.strip_prefix('"').and_then(|rest| rest.find('"')) {
        return Ok(text.split_at(length + 2));
    }
    let (token, after) = text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
    if token.len() > 1 && token.starts_with('"') {
        return Err(ScriptError::Quote(token.to_owned()));
    }
    Ok((token, after))
}

fn step(token: &str) -> Result<Step, ScriptError> {
    if let Some(text) = token.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        return Ok(Step::Type(text.to_owned()));
    }
    let value = || ScriptError::Value(token.to_owned());
    let named =
        token.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).and_then(|it| it.split_once(':'));
    match named {
        Some(("wait", milliseconds)) => milliseconds.parse().map(Step::Wait).map_err(|_| value()),
        Some(("resize", size)) => parse_size(size).map(|(w, h)| Step::Resize(w, h)).ok_or_else(value),
        Some((act, place)) if mouse_act(act).is_some() => {
            let at = parse_place(place);
            at.zip(mouse_act(act)).map(|(at, act)| Step::Mouse(Mouse { act, at })).ok_or_else(value)
        }
        Some(("shot", "")) => Err(value()),
        Some(("shot", file)) => Ok(Step::Shot(PathBuf::from(file))),
        _ => Ok(Step::Press(Key::parse(token)?)),
    }
}

/// What is done with the mouse, by the name of its step.
fn mouse_act(name: &str) -> Option<Act> {
    Some(match name {
        "click" => Act::Click,
        "double-click" => Act::DoubleClick,
        "wheel-up" => Act::WheelUp,
        "wheel-down" => Act::WheelDown,
        "wheel-left" => Act::WheelLeft,
        "wheel-right" => Act::WheelRight,
        _ => return None,
    })
}

/// A place of the screen written as `12,4`: column and row, counted from 1.
fn parse_place(text: &str) -> Option<Position> {
    let (x, y) = text.split_once(',')?;
    let side = |digits: &str| digits.parse::<u16>().ok()?.checked_sub(1);
    Some(Position::new(side(x)?, side(y)?))
}

/// A size written as `120x36`: columns by rows, each 1 to 1000.
pub fn parse_size(text: &str) -> Option<(u16, u16)> {
    let (width, height) = text.split_once('x')?;
    let side = |digits: &str| digits.parse().ok().filter(|side| (1..=1000).contains(side));
    Some((side(width)?, side(height)?))
}

/// Plays a script on a model, up to its end or to the key that leaves the program, and gives the last screen. `shot`
/// gets each screen that is to be saved. Nothing is opened and nothing copied: without a terminal there is nobody to
/// see it.
///
/// # Errors
/// What `shot` fails with.
pub fn play<E>(
    model: &mut Model,
    steps: &[Step],
    mut shot: impl FnMut(&Path, &Buffer) -> Result<(), E>,
) -> Result<Buffer, E> {
    let begun = begin(model);
    follow(model, begun);
    for step in steps {
        let messages = match step {
            Step::Press(key) => vec![Message::Key(*key)],
            Step::Mouse(mouse) => vec![Message::Mouse(*mouse)],
            Step::Type(text) => text.chars().map(|typed| Message::Key(Key::char(typed))).collect(),
            Step::Resize(width, height) => vec![Message::Resize(*width, *height)],
            Step::Wait(_) => Vec::new(),
            Step::Shot(file) => {
                shot(file, &screen(model))?;
                Vec::new()
            }
        };
        if messages.into_iter().any(|message| leaves(model, message)) {
            break;
        }
    }
    Ok(screen(model))
}

/// Whether a message makes the program leave.
fn leaves(model: &mut Model, message: Message) -> bool {
    let effects = update(model, message);
    follow(model, effects)
}

/// Does what effects ask for as far as that is possible without a terminal; tells whether one leaves the program.
fn follow(model: &mut Model, effects: Vec<Effect>) -> bool {
    let mut effects = VecDeque::from(effects);
    while let Some(effect) = effects.pop_front() {
        let undone = match effect {
            Effect::Quit => return true,
            Effect::Compute(job) => {
                effects.extend(update(model, Message::Computed(job.run())));
                continue;
            }
            Effect::ReadEdition(folder) => {
                let read = model.reading_of(&folder).message();
                effects.extend(update(model, read));
                continue;
            }
            Effect::OpenLink(link) => {
                format!("Without a terminal nothing is opened; the link is {}", visible(&link))
            }
            Effect::Copy { what, .. } => format!("Without a terminal {what} is not copied"),
            Effect::Edit(_) => "Without a terminal no editor is opened".to_owned(),
            Effect::Init(_) | Effect::SaveScenario { .. } => {
                "Without a terminal nothing is written".to_owned()
            }
            Effect::Suspend | Effect::Redraw | Effect::Remember(..) => continue,
        };
        update(model, Message::Told(Notice { tone: Tone::Notice, text: undone }));
    }
    false
}

/// What the model looks like.
fn screen(model: &Model) -> Buffer {
    let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, model.size)));
    draw(model, &mut buffer);
    buffer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_step_is_read() {
        let steps = parse(" j G \"ai act\"<enter> <wait:500> <resize:100x30>  <shot:out.svg> \" ").unwrap();
        assert_eq!(
            steps,
            [
                Step::Press(Key::char('j')),
                Step::Press(Key::char('G')),
                Step::Type("ai act".to_owned()),
                Step::Press(Key::parse("<enter>").unwrap()),
                Step::Wait(500),
                Step::Resize(100, 30),
                Step::Shot("out.svg".into()),
                Step::Press(Key::char('"')),
            ]
        );
    }

    #[test]
    fn the_first_wrong_token_is_named() {
        let wrong = |script: &str| parse(script).unwrap_err().to_string();
        assert!(wrong("j <entre> k").contains("`<entre>`"));
        assert!(wrong("j \"open").contains("`\"open`"));
        assert!(wrong("<resize:0x30>").contains("`<resize:0x30>`"));
        assert!(wrong("<wait:soon>").contains("`<wait:soon>`"));
        assert!(wrong("<click:0,4>").contains("`<click:0,4>`") && wrong("<click:4>").contains("`<click:4>`"));
        assert!(wrong("<shot:>").contains("`<shot:>`"));
        assert!(!wrong("<\u{1b}[2J>").contains('\u{1b}'));
    }

    #[test]
    fn sizes_have_bounds() {
        assert_eq!(parse_size("120x36"), Some((120, 36)));
        assert_eq!(parse_size("1x1"), Some((1, 1)));
        for wrong in ["", "120", "0x5", "120x", "1001x2", "-1x4", "1x2x3"] {
            assert_eq!(parse_size(wrong), None, "{wrong}");
        }
    }
}
