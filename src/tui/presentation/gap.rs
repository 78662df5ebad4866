//! One gap: what it is about, who stands where, and what the poles do, as large as the screen allows.

use ratatui::layout::Rect;

use super::lettering::{self, Size};
use super::strip::{Laid, Shape};
use crate::analysis::{Gap, Reach, Side};
use crate::report::compare::members_in_words;
use crate::report::words;
use crate::scorecard::{Column, MeasureIndex, Position};
use crate::tui::model::{Model, Presentation};
use crate::tui::theme::Role;
use crate::tui::widget::page::{Page, Writer};
use crate::tui::widget::pen::Pen;

/// The columns from which the poles stand beside each other.
const BESIDE: u16 = 56;

/// The columns between them.
const GUTTER: u16 = 4;

/// The most lines of a title in large letters.
const TITLE_LINES: usize = 2;

/// How large the parts of a gap are written.
#[derive(Clone, Copy, Debug)]
struct Grade {
    /// The title; nothing for one as small as text.
    title: Option<Size>,
    strip: Shape,
    /// Whether there are empty rows between the parts.
    airy: bool,
}

impl Grade {
    const fn new(title: Option<Size>, (block, digit): (u16, Size), names: Option<Size>, airy: bool) -> Self {
        Self { title, strip: Shape { block, digit: Some(digit), names }, airy }
    }
}

/// What is tried in turn, the largest first. The names go before the title: they say what the words below do not.
const GRADES: [Grade; 10] = [
    Grade::new(Some(Size::HUGE), (8, Size::HUGE), Some(Size::HUGE), true),
    Grade::new(Some(Size::HUGE), (8, Size::HUGE), Some(Size::LARGE), true),
    Grade::new(Some(Size::LARGE), (5, Size::WIDE), Some(Size::LARGE), true),
    Grade::new(Some(Size::LARGE), (3, Size::WIDE), Some(Size::LARGE), true),
    Grade::new(Some(Size::LARGE), (3, Size::WIDE), Some(Size::LARGE), false),
    Grade::new(None, (3, Size::WIDE), Some(Size::LARGE), true),
    Grade::new(None, (3, Size::WIDE), Some(Size::LARGE), false),
    Grade::new(None, (3, Size::WIDE), None, true),
    Grade::new(None, (3, Size::WIDE), None, false),
    PLAIN,
];

/// What is left where nothing larger fits.
const PLAIN: Grade = Grade { title: None, strip: Shape { block: 1, digit: None, names: None }, airy: false };

/// Draws one gap.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, shown: &Presentation, inside: Rect) {
    let Some(measure) = shown.measure() else { return };
    let gap = model.figures.gap(measure);
    // Terminals without half cells have no large letters.
    let has_letters = !pen.glyphs.halves[0].is_ascii();
    let grades = || GRADES.into_iter().filter(|grade| has_letters || grade.strip.digit.is_none());
    if shown.shows_evidence {
        draw_evidence(pen, model, gap, inside);
        return;
    }
    let sides = Sides::new(model, gap, inside.width, in_words);
    let lay = |grade| Screen::new(model, measure, inside.width, grade);
    let fits = |screen: &Screen| screen.height(&sides) <= inside.height;
    let Some(screen) = grades().filter_map(lay).find(fits).or_else(|| lay(PLAIN)) else { return };
    // On a tall screen it stands a little above the middle.
    let spare = inside.height.saturating_sub(screen.height(&sides));
    let air = u16::from(screen.airy);
    let rest = screen.heading.draw(pen, below(inside, spare / 3));
    let rest = below(rest, 1);
    screen.strip.draw(pen, rest);
    let rest = below(rest, screen.strip.height() + air);
    pen.say(rest.x, rest.y, rest.width, &band(model, gap), Role::Title);
    sides.draw(pen, below(rest, 1 + air));
}

/// What is behind the levels, below as large a title as leaves room for all of it.
fn draw_evidence(pen: &mut Pen<'_>, model: &Model, gap: &Gap, inside: Rect) {
    let sides = Sides::new(model, gap, inside.width, evidence);
    let height = |heading: &Heading| heading.height() + 1 + sides.height();
    let has_letters = !pen.glyphs.halves[0].is_ascii();
    let titles = [Some(Size::HUGE), Some(Size::LARGE), None].into_iter();
    let lay = |size| Heading::new(model, gap.measure, inside.width, size);
    let mut headings = titles.filter(|size| has_letters || size.is_none()).filter_map(lay);
    let fits = headings.find(|heading| height(heading) <= inside.height);
    let Some(heading) = fits.or_else(|| lay(None)) else { return };
    let spare = inside.height.saturating_sub(height(&heading));
    let rest = heading.draw(pen, below(inside, spare / 3));
    sides.draw(pen, below(rest, 1));
}

/// The upper part of the screen, laid out.
struct Screen {
    heading: Heading,
    strip: Laid,
    airy: bool,
}

impl Screen {
    fn new(model: &Model, measure: MeasureIndex, width: u16, grade: Grade) -> Option<Self> {
        let heading = Heading::new(model, measure, width, grade.title)?;
        let strip = Laid::new(model, measure, width, grade.strip)?;
        Some(Self { heading, strip, airy: grade.airy })
    }

    fn height(&self, sides: &Sides) -> u16 {
        self.heading.height() + 1 + self.strip.height() + 1 + 2 * u16::from(self.airy) + sides.height()
    }
}

/// Title and question.
struct Heading {
    letters: Option<(Vec<String>, Size)>,
    words: Page,
}

impl Heading {
    /// With the short title in large letters, where a size is given; nothing where it does not fit.
    fn new(model: &Model, measure: MeasureIndex, width: u16, size: Option<Size>) -> Option<Self> {
        let entry = model.board.measure(measure);
        let mut page = Writer::new(width);
        let letters = match size {
            Some(size) => {
                let lines = lettering::wrapped(entry.short_title(), width, size)?;
                Some((lines, size)).filter(|(lines, _)| lines.len() <= TITLE_LINES)
            }
            None => None,
        };
        if size.is_some() {
            letters.as_ref()?;
        } else {
            page.paragraph(Role::Title, &entry.title);
        }
        page.paragraph(Role::Text, &model.board.text(entry.question));
        Some(Self { letters, words: page.finish() })
    }

    /// The rows of the letters, with an empty one below.
    fn lettered(&self) -> u16 {
        self.letters.as_ref().map_or(0, |(lines, size)| lines.len() as u16 * size.rows() + 1)
    }

    fn height(&self) -> u16 {
        self.lettered() + rows(&self.words)
    }

    /// Draws it and tells what is left of the area.
    fn draw(&self, pen: &mut Pen<'_>, area: Rect) -> Rect {
        if let Some((lines, size)) = &self.letters {
            for (line, y) in lines.iter().zip((area.y..).step_by(usize::from(size.rows()))) {
                let style = pen.theme.style(Role::Title);
                lettering::draw(pen, (area.x, y), line, *size, style);
            }
        }
        draw_page(pen, &self.words, below(area, self.lettered()));
        below(area, self.height())
    }
}

fn below(area: Rect, lines: u16) -> Rect {
    let lines = lines.min(area.height);
    Rect { y: area.y + lines, height: area.height - lines, ..area }
}

fn rows(page: &Page) -> u16 {
    u16::try_from(page.len()).unwrap_or(u16::MAX)
}

/// Draws a page at the top of an area; where it goes on below, the last line says so.
fn draw_page(pen: &mut Pen<'_>, page: &Page, area: Rect) {
    let is_cut = rows(page) > area.height && area.height > 0;
    let whole = Rect { height: area.height - u16::from(is_cut), ..area };
    page.draw(pen, &[whole, Rect::default()], 0);
    if is_cut {
        pen.say(area.x, whole.bottom(), area.width, pen.glyphs.ellipsis, Role::Muted);
    }
}

/// How wide the gap is and who is fuller.
fn band(model: &Model, gap: &Gap) -> String {
    let band = words::band(gap.band).to_owned();
    if gap.fuller().is_none() {
        return band;
    }
    let poles = model.figures.comparison().poles;
    let names = poles.map(|pole| model.board.jurisdiction(pole).short_name());
    format!("{band}: {}", words::fuller(gap, names))
}

/// Both poles, beside each other where there is room.
struct Sides {
    pages: [Page; 2],
    column: u16,
    are_beside: bool,
}

impl Sides {
    fn new(
        model: &Model,
        gap: &Gap,
        width: u16,
        told: fn(&Model, &mut Writer, Column, &Side, MeasureIndex),
    ) -> Self {
        let are_beside = width >= BESIDE;
        let column = if are_beside { (width - GUTTER) / 2 } else { width };
        let poles = model.figures.comparison().poles;
        let pages = [(&gap.first, Role::SideFirst, poles[0]), (&gap.second, Role::SideSecond, poles[1])];
        let pages = pages.map(|(side, role, pole)| {
            let mut page = Writer::new(column);
            let reach = words::reach(side.reach);
            let level = if side.reach.levels().is_some() { format!("level {reach}") } else { reach };
            let level = match recorded(model, gap.measure, pole) {
                Some(recorded) => format!("what-if {level}, recorded {recorded}"),
                None => level,
            };
            page.paragraph(role, &format!("{}: {level}", model.board.jurisdiction(pole).name));
            told(model, &mut page, pole, side, gap.measure);
            page.finish()
        });
        Self { pages, column, are_beside }
    }

    fn height(&self) -> u16 {
        let [first, second] = self.pages.each_ref().map(rows);
        if self.are_beside { first.max(second) } else { first.saturating_add(second).saturating_add(1) }
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect) {
        let [first, second] = &self.pages;
        let one = Rect { width: self.column, ..area };
        if self.are_beside {
            draw_page(pen, first, one);
            draw_page(pen, second, Rect { x: area.x + self.column + GUTTER, ..one });
        } else {
            // Each gets its part of a screen that has no room for both.
            let half = rows(first).min(area.height.saturating_sub(1).div_ceil(2));
            let height = if self.height() <= area.height { rows(first) } else { half };
            draw_page(pen, first, Rect { height, ..one });
            draw_page(pen, second, below(one, height + 1));
        }
    }
}

fn position(model: &Model, measure: MeasureIndex, column: Column) -> Option<&Position> {
    model.board.position(model.board.cell(measure, column))
}

/// What the files say of a level that is supposed.
fn recorded(model: &Model, measure: MeasureIndex, column: Column) -> Option<String> {
    let supposed = model.board.cell(measure, column).supposed;
    supposed.then(|| words::answer(model.board.recorded(measure, column).answer))
}

/// What a pole does: its headline, and what the rubric says of its level.
fn in_words(model: &Model, page: &mut Writer, pole: Column, side: &Side, measure: MeasureIndex) {
    let board = &model.board;
    if side.members_decide {
        let [profile, other] = model.figures.comparison().profiles();
        let profile = if profile.column == pole { profile } else { other };
        page.paragraph(Role::Text, &members_in_words(board, measure, profile));
    } else if let Some(position) = position(model, measure, pole) {
        page.paragraph(Role::Text, &words::headline(board, position));
    }
    if let Reach::Known { lo, hi } = side.reach
        && lo == hi
    {
        let scale = &board.measure(measure).scale;
        page.paragraph(Role::Muted, &board.text(scale[usize::from(lo.number())]));
    }
}

/// What is behind a pole's level.
fn evidence(model: &Model, page: &mut Writer, pole: Column, _: &Side, measure: MeasureIndex) {
    let board = &model.board;
    let Some(position) = position(model, measure, pole) else { return };
    let status = position.status.map_or("", |status| status.words());
    let since = position.since.map_or(String::new(), |since| format!("since {since}"));
    let told = [status, &since].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
    page.paragraph(Role::Muted, &told.join(", "));
    page.paragraph(Role::Text, &board.text(position.instrument));
    page.gap();
    page.paragraph(Role::Text, &board.text(position.summary));
    page.gap();
    for source in &position.sources {
        let parts = [board.text(source.title), board.text(source.publisher)];
        let told: Vec<&str> = parts.iter().map(|part| &**part).filter(|part| !part.is_empty()).collect();
        page.hanging(
            &[(Role::Muted, model.glyph_set().bullet), (Role::Muted, " ")],
            Role::Muted,
            &told.join(", "),
        );
    }
}
