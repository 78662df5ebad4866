//! Takes what happened into the model and tells what the outside world has to do.

use crossterm::event::KeyCode;
use ratatui::layout::Size;

use super::command::{self, Command};
use super::key::Key;
use super::keymap::Meaning;
use super::layer::{Change, Layer, Outcome};
use super::message::{Effect, Message, Tone};
use super::model::{Asked, Model};
use super::mouse;
use super::presentation;
use super::prompt::Typed;

/// Takes a message into the model. Afterwards the model is ready to be drawn.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let effects = match message {
        Message::Key(key) => {
            model.notice = None;
            if model.is_presenting() { presentation::press(model, key) } else { press(model, key) }
        }
        // In front of a room only the keys of the presentation do anything.
        Message::Paste(_) | Message::Mouse(_) if model.is_presenting() => Vec::new(),
        Message::Paste(text) => {
            paste(model, &text);
            Vec::new()
        }
        // An event that was under way when the mouse was turned off.
        Message::Mouse(_) if !model.settings.mouse => Vec::new(),
        Message::Mouse(mouse) => mouse::take(model, mouse),
        // Whatever does not move the cursor lets the details follow it.
        Message::Rested => Vec::new(),
        Message::Resize(width, height) => {
            model.size = Size::new(width, height);
            Vec::new()
        }
        Message::Background(background) => {
            model.stand_on(background);
            Vec::new()
        }
        Message::Told(notice) => {
            model.notice = Some(notice);
            Vec::new()
        }
        Message::Reloaded(fresh, at) => {
            model.reload_presented(*fresh, at);
            Vec::new()
        }
        Message::Edition(edition) => {
            Change::open(edition, model);
            Vec::new()
        }
        Message::Computed(outcome) => {
            model.take_computed(outcome);
            Vec::new()
        }
    };
    model.prepare();
    let typed = model.history.take_unkept().into_iter();
    let remembered = typed.map(|(asked, line)| Effect::Remember(asked, line));
    remembered.chain(effects).chain(begin(model)).collect()
}

/// The work that the model asked for while it got ready for drawing.
pub(super) fn begin(model: &mut Model) -> Vec<Effect> {
    model.background.take_asked().into_iter().map(Effect::Compute).collect()
}

/// A key goes to the line being typed, else to the topmost layer, else to the commands.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    if model.prompt.is_some() {
        return type_key(model, key);
    }
    match model.layers.pop() {
        Some(top) => press_in_layer(model, top, key),
        None => chord(model, key),
    }
}

/// The topmost layer is taken off while it has the key, so that it may change the rest of the model.
fn press_in_layer(model: &mut Model, mut top: Layer, key: Key) -> Vec<Effect> {
    let below = model.layers.len();
    match top.key(key, model) {
        Outcome::Stay => {
            model.layers.insert(below, top);
            Vec::new()
        }
        Outcome::Close => Vec::new(),
        Outcome::Run(command, argument) => {
            let effects = run(model, command, &argument);
            let refused = model.notice.as_ref().is_some_and(|notice| notice.tone != Tone::Notice);
            if refused && command.argument.is_some() {
                // What is wrong stands below the line, which waits to be put right.
                model.layers.insert(below, top);
            } else {
                let line = format!("{} {argument}", command.id);
                model.history.add(Asked::Command, line.trim_end());
            }
            effects
        }
        Outcome::Do(effect) => {
            model.layers.insert(below, top);
            vec![effect]
        }
    }
}

/// Adds the key to those pressed before and runs what they mean. Esc drops a sequence that was begun.
fn chord(model: &mut Model, key: Key) -> Vec<Effect> {
    if model.what_if.is_on()
        && model.pending.is_empty()
        && let Some((command, argument)) = command::of_what_if(key)
    {
        return run(model, command, argument);
    }
    let begun = !model.pending.is_empty();
    let mut pressed = std::mem::take(&mut model.pending);
    pressed.push(key);
    match model.keymap.meaning(&pressed) {
        Meaning::Command(command) => run(model, command, ""),
        Meaning::Prefix => {
            model.pending = pressed;
            Vec::new()
        }
        Meaning::Nothing => {
            let escaped = key.code == KeyCode::Esc;
            if !(begun && escaped) {
                let help = model.keymap.first_of("help");
                let keys = super::keymap::spelled(&pressed);
                model.tell(format!("{keys} does nothing here; {help} shows the keys"));
            }
            Vec::new()
        }
    }
}

pub(super) fn run(model: &mut Model, command: &'static Command, argument: &str) -> Vec<Effect> {
    if (command.available)(model) {
        (command.run)(model, argument)
    } else {
        model.tell(format!("{} is not for this place", command.title));
        Vec::new()
    }
}

fn type_key(model: &mut Model, key: Key) -> Vec<Effect> {
    let is_filter = model.filtering.typing.is_some();
    if is_filter && matches!(key.code, KeyCode::Tab | KeyCode::BackTab) {
        model.take_offer(key.code == KeyCode::Tab);
        return Vec::new();
    }
    let Some(prompt) = &mut model.prompt else { return Vec::new() };
    match (prompt.key(key), is_filter) {
        (Typed::Changed, false) => model.search_as_typed(),
        (Typed::Accepted, false) => model.accept_search(),
        (Typed::Cancelled, false) => model.cancel_search(),
        (Typed::Changed, true) => model.filter_as_typed(),
        (Typed::Accepted, true) => model.accept_filter(),
        (Typed::Cancelled, true) => model.cancel_filter(),
        (Typed::Ignored, _) => {}
    }
    Vec::new()
}

fn paste(model: &mut Model, text: &str) {
    if let Some(prompt) = &mut model.prompt {
        prompt.paste(text);
        if model.filtering.typing.is_some() {
            model.filter_as_typed();
        } else {
            model.search_as_typed();
        }
    } else if let Some(mut top) = model.layers.pop() {
        top.paste(text, model);
        model.layers.push(top);
    }
}
