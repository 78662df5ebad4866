use ratatui::layout::Rect;

use super::gap;
use crate::report::words::{self, FULLER_IS_NOT_BETTER, plural};
use crate::scorecard::MeasureIndex;
use crate::tui::model::{Model, Presentation, Slide, Veil, first_visible};
use crate::tui::theme::Role;
use crate::tui::widget::page::Writer;
use crate::tui::widget::pen::{Pen, width};

/// The most gaps that one screen lists.
const LISTED: usize = 10;

/// Draws what the room sees: nothing but the screen it is about.
pub(in crate::tui) fn draw(pen: &mut Pen<'_>, model: &Model, shown: &Presentation) {
    if shown.veil == Some(Veil::Blank) {
        return;
    }
    let inside = inside(pen.canvas.area());
    if shown.veil == Some(Veil::Question) {
        let keys = [("Enter or q", "leave the presentation"), ("any other key", "go on with it")];
        paragraphs(pen, inside, &[(Role::Title, "Leave the presentation?".to_owned()), keyed(keys)]);
        return;
    }
    match shown.slide {
        Slide::Opening => paragraphs(pen, inside, &opening(model, shown)),
        Slide::Overview => list(pen, model, inside, ("The gaps", shown.measures()), Some(shown.at)),
        Slide::Gap => gap::draw(pen, model, shown, inside),
        Slide::Closing => closing(pen, model, shown, inside),
    }
    if !shown.typed.is_empty() {
        let text = format!("{}, then Enter", shown.typed);
        pen.say(inside.x, inside.bottom(), inside.width, &text, Role::Accent);
    }
}

/// The screen without its margins: a generous edge on a large screen, a little one on a small.
fn inside(screen: Rect) -> Rect {
    let (x, y) = ((screen.width / 14).max(2), (screen.height / 10).max(1));
    let (width, height) = (screen.width.saturating_sub(2 * x), screen.height.saturating_sub(2 * y));
    Rect { x, y, width, height }
}

fn keyed(keys: [(&str, &str); 2]) -> (Role, String) {
    (Role::Muted, keys.map(|(key, what)| format!("{key}: {what}")).join("     "))
}

/// Paragraphs with an empty line after each, a third down the screen.
fn paragraphs(pen: &mut Pen<'_>, inside: Rect, texts: &[(Role, String)]) {
    let mut page = Writer::new(inside.width);
    for (role, text) in texts {
        page.paragraph(*role, text);
        page.gap();
    }
    let page = page.finish();
    let lines = u16::try_from(page.len()).unwrap_or(u16::MAX).min(inside.height);
    let y = inside.y + (inside.height - lines) / 3;
    let area = Rect { y, height: inside.bottom() - y, ..inside };
    page.draw(pen, &[area, Rect::default()], 0);
}

fn opening(model: &Model, shown: &Presentation) -> Vec<(Role, String)> {
    let comparison = model.figures.comparison();
    let [first, second] = comparison.poles.map(|pole| &*model.board.jurisdiction(pole).name);
    let group = words::group(&model.board, &comparison.group);
    let gaps = plural(shown.measures().len(), "gap");
    vec![
        (Role::Title, model.board.title.to_string()),
        (Role::Text, format!("{gaps} between {first} and {second}, among the {group}.")),
        (
            Role::Text,
            format!(
                "Levels run from 0 to 4 and say how much regime there is, {}. {FULLER_IS_NOT_BETTER}",
                words::lens(comparison.lens)
            ),
        ),
        keyed([("Space", "next"), ("Tab", "all gaps by number")]),
    ]
}

/// What was looked at.
fn closing(pen: &mut Pen<'_>, model: &Model, shown: &Presentation, inside: Rect) {
    let looked_at: Vec<MeasureIndex> = shown.looked_at().collect();
    if looked_at.is_empty() {
        paragraphs(pen, inside, &[(Role::Title, "No gap was looked at.".to_owned())]);
        return;
    }
    let title = format!("{} of {} looked at", looked_at.len(), plural(shown.measures().len(), "gap"));
    list(pen, model, inside, (&title, &looked_at), None);
    let supposed = model.what_ifs();
    if supposed > 0 {
        let text = format!("{}. Nothing of that is written.", plural(supposed, "what-if"));
        pen.say(inside.x, inside.bottom().saturating_sub(1), inside.width, &text, Role::Notice);
    }
}

/// Gaps by number, one a line; the one that is marked is in sight.
fn list(
    pen: &mut Pen<'_>,
    model: &Model,
    inside: Rect,
    (title, measures): (&str, &[MeasureIndex]),
    marked: Option<usize>,
) {
    pen.say(inside.x, inside.y, inside.width, title, Role::Title);
    let apart = if inside.height >= 2 * LISTED as u16 + 3 { 2 } else { 1 };
    let height = LISTED.min(usize::from(inside.height.saturating_sub(3) / apart));
    let first = first_visible(0, marked.unwrap_or(0), measures.len(), height);
    for (line, (at, &measure)) in measures.iter().enumerate().skip(first).take(height).enumerate() {
        let y = inside.y + 2 + apart * line as u16;
        let here = marked == Some(at);
        let role = if here { Role::Selection } else { Role::Text };
        if here {
            pen.paint(Rect::new(inside.x, y, inside.width, 1), pen.theme.style(role));
        }
        let number = pen.right(inside.x, y, 3, &(at + 1).to_string(), pen.theme.style(role));
        let title = &model.board.measure(measure).title;
        pen.say(inside.x + 2 + number.max(3), y, inside.width.saturating_sub(6), title, role);
    }
    let left = measures.len().saturating_sub(first + height);
    if left > 0 {
        let text = format!("and {left} more");
        let y = inside.y + 2 + apart * height as u16;
        pen.say(inside.x + 5, y, width(&text), &text, Role::Muted);
    }
}
