//! The last line of a screen: which keys go on from here, what is supposed, and which of the gaps it is.

use ratatui::layout::Rect;

use crate::report::words;
use crate::scorecard::Answer;
use crate::tui::model::{Model, Presentation, Slide};
use crate::tui::theme::Role;
use crate::tui::widget::pen::{Pen, width};

type Hint = (&'static str, &'static str);

/// The keys of each screen, the ones needed most first: what does not fit is left out from the end.
const OPENING: &[Hint] =
    &[("Space", "next"), ("Tab", "all gaps"), ("b", "blank"), ("t", "colours"), ("q", "leave")];
const OVERVIEW: &[Hint] =
    &[("arrows", "choose"), ("Enter", "show"), ("number, Enter", "that gap"), ("q", "leave")];
const GAP: &[Hint] = &[
    ("Space", "next"),
    ("Left", "back"),
    ("v", "evidence"),
    ("w", "what if"),
    ("Tab", "all"),
    ("q", "leave"),
    ("b", "blank"),
];
const EVIDENCE: &[Hint] =
    &[("v", "back to the levels"), ("Space", "next"), ("Tab", "all"), ("q", "leave"), ("b", "blank")];
const WHAT_IF: &[Hint] =
    &[("0 to 4", "set it"), ("arrows", "choose who"), ("w", "done"), ("Del", "as it is"), ("Space", "next")];
const CLOSING: &[Hint] = &[("Left", "back"), ("Tab", "all gaps"), ("q", "leave")];

/// Draws it.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, shown: &Presentation, line: Rect) {
    let mut left = line;
    if shown.slide == Slide::Gap {
        let number = format!("{} of {}", shown.at + 1, shown.measures().len());
        let style = pen.theme.style(Role::Muted);
        pen.right(line.x, line.y, line.width, &number, style);
        left.width = line.width.saturating_sub(width(&number) + 3);
    }
    if !shown.typed.is_empty() {
        let text = format!("Gap {}: Enter shows it", shown.typed);
        pen.say(left.x, left.y, left.width, &text, Role::Accent);
        return;
    }
    if let Some(text) = supposed(model, shown) {
        let taken = pen.say(left.x, left.y, left.width, &text, Role::Notice) + 3;
        left = Rect { x: left.x + taken, width: left.width.saturating_sub(taken), ..left };
    }
    draw_hints(pen, left, hints(shown));
}

fn hints(shown: &Presentation) -> &'static [Hint] {
    match shown.slide {
        Slide::Opening => OPENING,
        Slide::Overview => OVERVIEW,
        Slide::Gap if shown.whom.is_some() => WHAT_IF,
        Slide::Gap if shown.shows_evidence => EVIDENCE,
        Slide::Gap => GAP,
        Slide::Closing => CLOSING,
    }
}

/// As many of them as fit, further apart where all do.
fn draw_hints(pen: &mut Pen<'_>, line: Rect, hints: &[Hint]) {
    let all: u16 = hints.iter().map(|(key, does)| width(key) + width(does) + 1).sum();
    let blanks = if all + 3 * (hints.len() as u16 - 1) <= line.width { 3 } else { 2 };
    let mut x = line.x;
    for (key, does) in hints {
        if x + width(key) + 1 + width(does) > line.right() {
            return;
        }
        x += pen.say(x, line.y, width(key), key, Role::Key) + 1;
        x += pen.say(x, line.y, width(does), does, Role::Muted) + blanks;
    }
}

/// Whose level is supposed, or that something on this screen is.
fn supposed(model: &Model, shown: &Presentation) -> Option<String> {
    if let Some((measure, column)) = model.supposed_whom() {
        let name = model.board.jurisdiction(column).short_name();
        let now = match model.figures.cell(&model.board, measure, column).answer {
            Answer::Known(level) => format!("at level {level}"),
            answer => words::answer(answer),
        };
        return Some(format!("What if {name} is {now}?"));
    }
    let here = match shown.slide {
        Slide::Gap => shown.measure().is_some_and(|measure| model.board.supposed().in_measure(measure)),
        Slide::Closing => model.what_ifs() > 0,
        Slide::Opening | Slide::Overview => false,
    };
    here.then(|| match shown.slide {
        Slide::Closing => {
            format!("{}: nothing of that is written.", words::plural(model.what_ifs(), "what-if"))
        }
        _ => "What-if: not what the files say.".to_owned(),
    })
}
