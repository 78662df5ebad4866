use ratatui::layout::Rect;

use super::lettering::{self, Size};
use super::{foot, gap};
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
        let keys = "Enter or q leaves it. Any other key goes on with it.";
        say(pen, inside, "Leave the presentation?", &[(Role::Text, keys.to_owned())]);
        return;
    }
    match shown.slide {
        Slide::Opening => say(pen, inside, &model.board.title, &opening(model, shown)),
        Slide::Overview => list(pen, model, inside, ("The gaps", shown.measures()), Some(shown.at)),
        Slide::Gap => gap::draw(pen, model, shown, inside),
        Slide::Closing => closing(pen, model, shown, inside),
    }
    foot::draw(pen, model, shown, Rect { y: inside.bottom(), height: 1, ..inside });
}

/// The screen without its margins and its last line: a generous edge on a large screen, a little one on a small.
fn inside(screen: Rect) -> Rect {
    let (x, y) = ((screen.width / 20).max(2), (screen.height / 20).max(1));
    let (width, height) = (screen.width.saturating_sub(2 * x), screen.height.saturating_sub(2 * y));
    Rect { x, y, width, height }
}

/// The rows from which a title has large letters.
const TALL: u16 = 20;

/// The most lines of a title in large letters.
const TITLE_LINES: usize = 3;

/// Draws a title, in large letters where there is room and a letter for each of its characters, and tells the rows it
/// took with an empty one behind it.
fn heading(pen: &mut Pen<'_>, inside: Rect, text: &str) -> u16 {
    let large = (inside.height >= TALL && !pen.glyphs.halves[0].is_ascii())
        .then(|| lettering::wrapped(text, inside.width, Size::LARGE))
        .flatten()
        .filter(|lines| lines.len() <= TITLE_LINES);
    let Some(lines) = large else {
        let mut page = Writer::new(inside.width);
        page.paragraph(Role::Title, text);
        let page = page.finish();
        page.draw(pen, &[inside, Rect::default()], 0);
        return page.len() as u16 + 1;
    };
    let style = pen.theme.style(Role::Title);
    for (line, y) in lines.iter().zip((inside.y..).step_by(usize::from(Size::LARGE.rows()))) {
        lettering::draw(pen, (inside.x, y), line, Size::LARGE, style);
    }
    lines.len() as u16 * Size::LARGE.rows() + 1
}

/// A title and paragraphs with an empty line after each, about a third down the screen.
fn say(pen: &mut Pen<'_>, inside: Rect, title: &str, texts: &[(Role, String)]) {
    let mut page = Writer::new(inside.width);
    for (role, text) in texts {
        page.paragraph(*role, text);
        page.gap();
    }
    let page = page.finish();
    let lines = u16::try_from(page.len()).unwrap_or(u16::MAX).saturating_add(4).min(inside.height);
    let lower = |area: Rect, by: u16| {
        let by = by.min(area.height);
        Rect { y: area.y + by, height: area.height - by, ..area }
    };
    let area = lower(inside, (inside.height - lines) / 3);
    let taken = heading(pen, area, title);
    page.draw(pen, &[lower(area, taken), Rect::default()], 0);
}

fn opening(model: &Model, shown: &Presentation) -> Vec<(Role, String)> {
    let comparison = model.figures.comparison();
    let [first, second] = comparison.poles.map(|pole| &*model.board.jurisdiction(pole).name);
    let group = words::group(&model.board, &comparison.group);
    let gaps = plural(shown.measures().len(), "gap");
    let lens = words::lens(comparison.lens);
    vec![
        (Role::Text, format!("{gaps} between {first} and {second}, among the {group}.")),
        (
            Role::Text,
            format!(
                "Levels run from 0 to 4 and say how much regime there is, {lens}. {FULLER_IS_NOT_BETTER}"
            ),
        ),
    ]
}

/// What was looked at.
fn closing(pen: &mut Pen<'_>, model: &Model, shown: &Presentation, inside: Rect) {
    let looked_at: Vec<MeasureIndex> = shown.looked_at().collect();
    if looked_at.is_empty() {
        say(pen, inside, "No gap was looked at", &[]);
        return;
    }
    let title = format!("{} of {} looked at", looked_at.len(), plural(shown.measures().len(), "gap"));
    list(pen, model, inside, (&title, &looked_at), None);
}

/// Gaps by number, one a line; the one that is marked is in sight.
fn list(
    pen: &mut Pen<'_>,
    model: &Model,
    inside: Rect,
    (title, measures): (&str, &[MeasureIndex]),
    marked: Option<usize>,
) {
    let above = heading(pen, inside, title);
    // An empty line after each where there is room, and a line for how many are left.
    let room = inside.height.saturating_sub(above + 1);
    let apart = if room >= 2 * LISTED as u16 { 2 } else { 1 };
    let height = LISTED.min(usize::from(room / apart));
    let first = first_visible(0, marked.unwrap_or(0), measures.len(), height);
    for (line, (at, &measure)) in measures.iter().enumerate().skip(first).take(height).enumerate() {
        let y = inside.y + above + apart * line as u16;
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
        let y = inside.y + above + apart * height as u16;
        pen.say(inside.x + 5, y, width(&text), &text, Role::Muted);
    }
}
