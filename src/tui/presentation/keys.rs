use crossterm::event::KeyCode;

use super::draw::inside;
use super::evidence::Evidence;
use super::gap;
use crate::scorecard::{Answer, Level};
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::{Model, Presentation, Slide, Veil};
use crate::tui::theme::Theme;

/// The themes that follow one another: for a bright room, and for a dark one.
const THEMES: [&str; 4] = ["paper", "dark", "contrast", "cvd"];

/// The most digits of a number.
const DIGITS: usize = 4;

/// Takes a key in front of a room. What is none of its keys does nothing, so that a slip or a presenter's remote never
/// leads to the desk.
pub(in crate::tui) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(shown) = &mut model.presentation else { return Vec::new() };
    // A remote's buttons for starting and ending send keys with modifiers too.
    if key.ctrl || key.alt {
        return Vec::new();
    }
    match shown.veil {
        Some(Veil::Question) => {
            shown.veil = None;
            let leaves = matches!(key.code, KeyCode::Enter | KeyCode::Char('q'));
            return if leaves { leave(model) } else { Vec::new() };
        }
        Some(Veil::Blank) => {
            if meaning(shown, key.code).is_some() {
                shown.veil = None;
            }
            return Vec::new();
        }
        None => {}
    }
    match meaning(shown, key.code) {
        Some(Press::Scroll(lines)) => scroll(model, lines),
        Some(Press::WhatIf) => what_if(model),
        Some(Press::Suppose(answer)) => suppose(model, answer),
        Some(Press::Step(steps)) => step(model, steps),
        Some(Press::Restore) => restore(model),
        Some(other) => turn(shown, other),
        None => {}
    }
    Vec::new()
}

/// What a key asks for.
#[derive(Clone, Copy, Debug)]
enum Press {
    Next,
    Previous,
    Digit(char),
    Erase,
    Take,
    Blank,
    Evidence,
    Overview,
    Theme,
    WhatIf,
    /// Whose level: the next or the one before.
    Whom(bool),
    Suppose(Answer),
    Step(i8),
    Restore,
    /// The evidence, down or up by so many lines.
    Scroll(i16),
    /// To the opening or to the closing.
    To(Slide),
    Ask,
}

fn meaning(shown: &Presentation, code: KeyCode) -> Option<Press> {
    if shown.whom.is_some()
        && let Some(press) = of_what_if(code)
    {
        return Some(press);
    }
    Some(match code {
        // As everywhere, these close what lies on top before they leave.
        KeyCode::Esc | KeyCode::Char('q') if shown.slide == Slide::Overview && shown.typed.is_empty() => {
            Press::Overview
        }
        KeyCode::Backspace if !shown.typed.is_empty() => Press::Erase,
        KeyCode::Char(' ') | KeyCode::Right | KeyCode::Down | KeyCode::PageDown => Press::Next,
        KeyCode::Backspace | KeyCode::Left | KeyCode::Up | KeyCode::PageUp => Press::Previous,
        KeyCode::Char(digit @ '0'..='9') => Press::Digit(digit),
        KeyCode::Enter => Press::Take,
        KeyCode::Char('.' | 'b') => Press::Blank,
        KeyCode::Char('v') => Press::Evidence,
        KeyCode::Tab => Press::Overview,
        KeyCode::Home => Press::To(Slide::Opening),
        KeyCode::End => Press::To(Slide::Closing),
        KeyCode::Char('t') => Press::Theme,
        KeyCode::Char('w') => Press::WhatIf,
        KeyCode::Char('j') => Press::Scroll(1),
        KeyCode::Char('k') => Press::Scroll(-1),
        KeyCode::Esc | KeyCode::Char('q') => Press::Ask,
        _ => return None,
    })
}

/// While a level is supposed: whose, and which.
fn of_what_if(code: KeyCode) -> Option<Press> {
    Some(match code {
        KeyCode::Char(digit @ '0'..='4') => Press::Suppose(Answer::Known(Level::new(digit as u8 - b'0')?)),
        KeyCode::Char('+') => Press::Step(1),
        KeyCode::Char('-') => Press::Step(-1),
        KeyCode::Backspace => Press::Suppose(Answer::Unknown),
        KeyCode::Delete | KeyCode::Char('u') => Press::Restore,
        KeyCode::Right | KeyCode::Down | KeyCode::Tab => Press::Whom(true),
        KeyCode::Left | KeyCode::Up | KeyCode::BackTab => Press::Whom(false),
        KeyCode::Esc => Press::WhatIf,
        _ => return None,
    })
}

/// What changes the screen alone.
fn turn(shown: &mut Presentation, press: Press) {
    let typed = std::mem::take(&mut shown.typed);
    // On another screen digits are the number of a gap again: nobody changes a level there by mistake.
    if matches!(press, Press::Next | Press::Previous) {
        shown.end_what_if();
    }
    match press {
        Press::Next => shown.next(),
        Press::Previous => shown.previous(),
        Press::Digit(digit) => {
            shown.typed = typed;
            if shown.typed.len() < DIGITS {
                shown.typed.push(digit);
            }
        }
        Press::Erase => shown.typed = typed[..typed.len().saturating_sub(1)].to_owned(),
        Press::Take => match typed.parse::<usize>() {
            Ok(number) if shown.has(number) => shown.show(number - 1),
            Ok(_) => shown.typed = typed,
            Err(_) if shown.slide == Slide::Overview => shown.show(shown.at),
            Err(_) => {}
        },
        Press::Blank => shown.veil = Some(Veil::Blank),
        Press::Evidence if shown.slide == Slide::Gap => shown.turn_evidence(),
        Press::Overview => shown.turn_overview(),
        Press::To(slide) => (shown.slide, shown.shows_evidence) = (slide, false),
        Press::Theme => next_theme(shown),
        Press::WhatIf if shown.slide == Slide::Gap => {
            shown.turn_what_if();
            shown.shows_evidence = false;
        }
        Press::Whom(forward) => shown.turn_whom(forward),
        // What was being typed goes first.
        Press::Ask => shown.veil = typed.is_empty().then_some(Veil::Question),
        Press::Evidence
        | Press::WhatIf
        | Press::Suppose(_)
        | Press::Step(_)
        | Press::Restore
        | Press::Scroll(_) => {}
    }
    if shown.slide != Slide::Gap {
        shown.end_what_if();
    }
}

fn next_theme(shown: &mut Presentation) {
    let now = THEMES.iter().position(|name| *name == shown.theme.id());
    let next = THEMES[now.map_or(0, |now| (now + 1) % THEMES.len())];
    // A theme that cannot be had leaves the one there is: a room is no place for errors.
    if let Ok(theme) = Theme::load(next, shown.theme.depth()) {
        shown.theme = theme;
    }
}

/// Begins or ends a what-if. How large the screen of the gap is written stays from the first on.
fn what_if(model: &mut Model) {
    let inside = inside(model.size);
    let kept = model.presentation.as_ref().and_then(|shown| gap::kept(model, shown, inside));
    if let Some(shown) = &mut model.presentation {
        shown.kept = kept;
        turn(shown, Press::WhatIf);
    }
}

/// Scrolls the evidence, as far as there is more of it.
fn scroll(model: &mut Model, lines: i16) {
    let inside = inside(model.size);
    let shown = model.presentation.as_ref().filter(|shown| shown.shows_evidence);
    let evidence = shown.and_then(|shown| Evidence::new(model, shown, inside));
    if let (Some(evidence), Some(shown)) = (evidence, &mut model.presentation) {
        let last = evidence.hidden();
        shown.scrolled = shown.scrolled.min(last).saturating_add_signed(lines).min(last);
    }
}

fn suppose(model: &mut Model, answer: Answer) {
    if let Some(at) = model.supposed_whom() {
        model.suppose_level(at, answer);
    }
}

fn step(model: &mut Model, steps: i8) {
    if let Some(at) = model.supposed_whom() {
        model.step_level(at, steps);
    }
}

fn restore(model: &mut Model) {
    if let Some(at) = model.supposed_whom() {
        model.restore_level(at);
    }
}

/// Back to the desk; to the shell where the presentation is all there is.
fn leave(model: &mut Model) -> Vec<Effect> {
    let ends = model.presentation.as_ref().is_some_and(|shown| shown.ends_program());
    if ends {
        return vec![Effect::Quit];
    }
    model.leave_presentation();
    Vec::new()
}
