//! The last line of a screen: which keys go on from here, what is supposed, and which of the gaps it is.

use ratatui::layout::Rect;

use super::sides::Lines;
use crate::report::words;
use crate::scorecard::Answer;
use crate::tui::model::{Model, Presentation, Slide};
use crate::tui::theme::Role;
use crate::tui::widget::pen::{Pen, width};

type Hint = (&'static str, &'static str);

/// The keys of each screen, the ones needed most first: what does not fit is left out from the end.
const OPENING: &[Hint] =
    &[("Space", "next"), ("Tab", "all gaps"), ("q or Esc", "leave"), ("b", "blank"), ("t", "colours")];
const OVERVIEW: &[Hint] =
    &[("arrows", "choose"), ("Enter", "show"), ("number, Enter", "that gap"), ("q", "back")];
const GAP: &[Hint] = &[
    ("Space", "next"),
    ("Left", "back"),
    ("v", "evidence"),
    ("w", "what if"),
    ("Tab", "all"),
    ("q", "leave"),
    ("End", "closing"),
    ("b", "blank"),
    ("number, Enter", "that gap"),
];
const SCROLLED: &[Hint] =
    &[("j k", "scroll"), ("v", "levels"), ("Space", "next"), ("Tab", "all"), ("q", "leave"), ("b", "blank")];
const EVIDENCE: &[Hint] =
    &[("v", "back to the levels"), ("Space", "next"), ("Tab", "all"), ("q", "leave"), ("b", "blank")];
const WHAT_IF: &[Hint] =
    &[("0-4", "set"), ("u", "take back"), ("arrows", "who"), ("w", "done"), ("Space", "next")];
const CLOSING: &[Hint] = &[("Left", "back"), ("Tab", "all gaps"), ("q or Esc", "leave")];

/// Draws it; with the lines of evidence that are seen where these are not all.
pub(super) fn draw(
    pen: &mut Pen<'_>,
    model: &Model,
    (shown, lines): (&Presentation, Option<Lines>),
    line: Rect,
) {
    let mut left = line;
    if shown.slide == Slide::Gap {
        let number = format!("{} of {}", shown.at + 1, shown.measures().len());
        let style = pen.theme.style(Role::Muted);
        pen.right(line.x, line.y, line.width, &number, style);
        left.width = line.width.saturating_sub(width(&number) + 3);
    }
    if !shown.typed.is_empty() {
        let known = shown.typed.parse().is_ok_and(|number| shown.has(number));
        let count = shown.measures().len();
        let says = if known { "Enter shows it".to_owned() } else { format!("there are {count}") };
        let text = format!("Gap {}: {says}", shown.typed);
        pen.say(left.x, left.y, left.width, &text, Role::Accent);
        return;
    }
    let hints = hints(shown, lines.is_some());
    if let Some(Lines { seen, of }) = lines {
        let text = format!("{seen} of {of} lines");
        let taken = pen.say(left.x, left.y, left.width, &text, Role::Accent) + 3;
        left = Rect { x: left.x + taken, width: left.width.saturating_sub(taken), ..left };
    }
    if let Some(texts) = supposed(model, shown) {
        // Who sets a level has to see how it is taken back.
        let keys = hints.iter().take(2).map(|hint| hint_width(hint) + 2).sum::<u16>();
        let [long, short] = texts;
        let text = if width(&long) + 3 + keys <= left.width { long } else { short };
        let taken = pen.say(left.x, left.y, left.width, &text, Role::Notice) + 3;
        left = Rect { x: left.x + taken, width: left.width.saturating_sub(taken), ..left };
    }
    draw_hints(pen, left, hints);
}

fn hints(shown: &Presentation, scrolls: bool) -> &'static [Hint] {
    match shown.slide {
        Slide::Opening => OPENING,
        Slide::Overview => OVERVIEW,
        Slide::Gap if shown.whom.is_some() => WHAT_IF,
        Slide::Gap if shown.shows_evidence && scrolls => SCROLLED,
        Slide::Gap if shown.shows_evidence => EVIDENCE,
        Slide::Gap => GAP,
        Slide::Closing => CLOSING,
    }
}

/// As many of them as fit, further apart where all do.
fn draw_hints(pen: &mut Pen<'_>, line: Rect, hints: &[Hint]) {
    let all: u16 = hints.iter().map(hint_width).sum();
    let blanks = if all + 3 * (hints.len() as u16 - 1) <= line.width { 3 } else { 2 };
    let mut x = line.x;
    for (key, does) in hints {
        if x + hint_width(&(key, does)) > line.right() {
            return;
        }
        x += pen.say(x, line.y, width(key), key, Role::Key) + 1;
        x += pen.say(x, line.y, width(does), does, Role::Muted) + blanks;
    }
}

fn hint_width((key, does): &Hint) -> u16 {
    width(key) + 1 + width(does)
}

/// Whose level is supposed, or that something on this screen is; the second time in as few words as possible.
fn supposed(model: &Model, shown: &Presentation) -> Option<[String; 2]> {
    if let Some((measure, column)) = model.supposed_whom() {
        let jurisdiction = model.board.jurisdiction(column);
        let now = match model.figures.cell(&model.board, measure, column).answer {
            Answer::Known(level) => format!("at level {level}"),
            answer => words::answer(answer),
        };
        let long = format!("What if {} is {now}?", jurisdiction.short_name());
        return Some([long, format!("{} {now}?", jurisdiction.code)]);
    }
    let here = match shown.slide {
        Slide::Gap => shown.measure().is_some_and(|measure| model.board.supposed().in_measure(measure)),
        Slide::Closing => model.what_ifs() > 0,
        Slide::Opening | Slide::Overview => false,
    };
    here.then(|| match shown.slide {
        Slide::Closing => {
            let count = words::plural(model.what_ifs(), "what-if");
            [format!("{count}: nothing of that is written."), count]
        }
        _ => ["What-if: not what the files say.".to_owned(), "What-if".to_owned()],
    })
}
