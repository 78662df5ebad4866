use ratatui::layout::Rect;

use super::evidence::Evidence;
use super::foot;
use super::gap::{self, verdict};
use super::lettering::{self, Size};
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
    let inside = inside(pen.canvas.area().as_size());
    if shown.veil == Some(Veil::Question) {
        say(pen, inside, "Leave the presentation?", &question(model, shown));
        return;
    }
    let mut lines = None;
    match shown.slide {
        Slide::Opening => say(pen, inside, &model.board.title, &opening(model, shown)),
        Slide::Overview => {
            let all = Listed { title: "The gaps", count: shown.measures().len(), at: &|row| row };
            list(pen, model, (shown, inside), &all, Some(shown.at));
        }
        Slide::Gap if shown.shows_evidence => {
            let evidence = Evidence::new(model, shown, inside);
            lines = evidence.and_then(|evidence| evidence.draw(pen, shown.scrolled));
        }
        Slide::Gap => gap::draw(pen, model, shown, inside),
        Slide::Closing => closing(pen, model, shown, inside),
    }
    foot::draw(pen, model, (shown, lines), Rect { y: inside.bottom(), height: 1, ..inside });
}

/// The screen without its margins and its last line: a generous edge on a large screen, a little one on a small.
pub(super) fn inside(screen: ratatui::layout::Size) -> Rect {
    let (x, y) = ((screen.width / 20).max(2), (screen.height / 20).max(1));
    let (width, height) = (screen.width.saturating_sub(2 * x), screen.height.saturating_sub(2 * y));
    Rect { x, y, width, height }
}

/// The rows from which a title has large letters.
const TALL: u16 = 15;

/// Draws a title, in so many lines of large letters where there is room and a letter for each of its characters, and
/// tells the rows it took with an empty one behind it.
fn heading(pen: &mut Pen<'_>, inside: Rect, text: &str, lines: usize) -> u16 {
    let large = (inside.height >= TALL && !pen.glyphs.halves[0].is_ascii())
        .then(|| lettering::wrapped(text, inside.width, Size::LARGE))
        .flatten()
        .filter(|found| found.len() <= lines);
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
    let taken = heading(pen, area, title, 3);
    page.draw(pen, &[lower(area, taken), Rect::default()], 0);
}

/// How to leave and how to go on, and what becomes of what is supposed.
fn question(model: &Model, shown: &Presentation) -> Vec<(Role, String)> {
    let keys = "Enter or q leaves it. Any other key goes on with it.".to_owned();
    let supposed = plural(model.what_ifs(), "what-if");
    let fate = match (model.what_ifs(), shown.ends_program()) {
        (0, _) => None,
        (_, true) => Some(format!("{supposed} in it: not written, and gone when it is left.")),
        (_, false) => Some(format!("{supposed} in it: kept at the desk.")),
    };
    [(Role::Text, keys)].into_iter().chain(fate.map(|fate| (Role::Muted, fate))).collect()
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
    let looked_at: Vec<usize> = shown.looked_at().collect();
    if looked_at.is_empty() {
        say(pen, inside, "No gap was looked at", &[]);
        return;
    }
    let title = format!("{} of {} looked at", looked_at.len(), plural(shown.measures().len(), "gap"));
    let those = Listed { title: &title, count: looked_at.len(), at: &|row| looked_at[row] };
    list(pen, model, (shown, inside), &those, None);
}

/// Some of the gaps: how many, and the place of each among all.
struct Listed<'l> {
    title: &'l str,
    count: usize,
    at: &'l dyn Fn(usize) -> usize,
}

/// Gaps by number, one a line; the one that is marked is in sight. Where none is, as many as there is room for.
fn list(
    pen: &mut Pen<'_>,
    model: &Model,
    (shown, inside): (&Presentation, Rect),
    gaps: &Listed<'_>,
    marked: Option<usize>,
) {
    let above = heading(pen, inside, gaps.title, 1);
    // An empty line after each where there is room, and a line for how many are left.
    let room = inside.height.saturating_sub(above + 1);
    let listed = if marked.is_some() { LISTED.min(gaps.count) } else { gaps.count };
    let apart = if usize::from(room) >= 2 * listed { 2 } else { 1 };
    let height = listed.min(usize::from(room / apart));
    let first = first_visible(0, marked.unwrap_or(0), gaps.count, height);
    for (line, row) in (first..gaps.count).take(height).enumerate() {
        let at = (gaps.at)(row);
        let Some(&measure) = shown.measures().get(at) else { continue };
        let y = inside.y + above + apart * line as u16;
        let here = marked == Some(at);
        let role = if here { Role::Selection } else { Role::Text };
        if here {
            pen.paint(Rect::new(inside.x, y, inside.width, 1), pen.theme.style(role));
        }
        let number = pen.right(inside.x, y, 3, &(at + 1).to_string(), pen.theme.style(role));
        let row = Rect { y, height: 1, ..inside };
        let row = Rect { x: row.x + 2 + number.max(3), width: row.width.saturating_sub(6), ..row };
        listed_gap(pen, model, measure, row, here.then_some(Role::Selection));
    }
    let left = gaps.count.saturating_sub(first + height);
    if left > 0 {
        let text = format!("and {left} more");
        let y = inside.y + above + apart * height as u16;
        pen.say(inside.x + 5, y, width(&text), &text, Role::Muted);
    }
}

/// The columns from which a listed gap has room for its area.
const WITH_AREA: u16 = 100;

/// What tells a gap from the others, in columns: its title as on its screen, the verdict, the area. A what-if is said
/// before the verdict that it leads to.
fn listed_gap(pen: &mut Pen<'_>, model: &Model, measure: MeasureIndex, row: Rect, marked: Option<Role>) {
    let role = |role: Role| marked.unwrap_or(role);
    let area_room = if row.width >= WITH_AREA { row.width * 3 / 10 } else { 0 };
    let title_room = (row.width - area_room) / 2;
    let measured = model.board.measure(measure);
    pen.say(row.x, row.y, title_room.saturating_sub(2), measured.short_title(), role(Role::Text));
    let (x, room) = (row.x + title_room, row.width - title_room - area_room);
    let verdict = verdict(model, model.figures.gap(measure));
    let (verdict, tone) = if model.board.supposed().in_measure(measure) {
        (format!("what-if, {verdict}"), Role::Notice)
    } else {
        (verdict, Role::Text)
    };
    pen.say(x, row.y, room.saturating_sub(2), &verdict, role(tone));
    let area = model.board.area_of(measure).short_title();
    pen.say(x + room, row.y, area_room, area, role(Role::Muted));
}
