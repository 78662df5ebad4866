//! One gap: what it is about, who stands where, and what the poles do, as large as the screen allows.

use ratatui::layout::Rect;

use super::lettering::{self, Size};
use super::sides::{Sides, draw_page, in_words};
use super::strip::{Laid, Shape};
use crate::analysis::Gap;
use crate::report::words;
use crate::scorecard::MeasureIndex;
use crate::tui::model::{Model, Presentation};
use crate::tui::theme::Role;
use crate::tui::widget::page::{Page, Writer};
use crate::tui::widget::pen::Pen;

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

/// What stays as it is while levels of a gap are supposed, so that the screen does not jump when its words grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::tui) struct Kept {
    /// The screen it holds for.
    inside: Rect,
    title: Option<Size>,
    verdict: Option<Size>,
    /// The empty rows above the title.
    above: u16,
}

/// Draws one gap.
pub(super) fn draw(pen: &mut Pen<'_>, model: &Model, shown: &Presentation, inside: Rect) {
    if let Some(screen) = Screen::new(model, shown, inside) {
        screen.draw(pen, inside);
    }
}

/// What the screen of the gap shown keeps from now on, where that is not told for this screen already.
pub(super) fn kept(model: &Model, shown: &Presentation, inside: Rect) -> Option<Kept> {
    if let Some(kept) = kept_on(shown, inside) {
        return Some(kept);
    }
    let Screen { heading, verdict, above, .. } = Screen::new(model, shown, inside)?;
    let title = heading.letters.map(|(_, size)| size);
    Some(Kept { inside, title, verdict: verdict.size, above })
}

fn kept_on(shown: &Presentation, inside: Rect) -> Option<Kept> {
    shown.kept.filter(|kept| kept.inside == inside)
}

/// Whether there are large letters: terminals without half cells have none.
pub(super) fn has_letters(model: &Model) -> bool {
    !model.glyph_set().halves[0].is_ascii()
}

/// A gap, laid out.
struct Screen {
    heading: Heading,
    strip: Laid,
    verdict: Verdict,
    sides: Sides,
    airy: bool,
    above: u16,
}

impl Screen {
    /// As large as fits, with what is to be kept where that can be; nothing where no gap is shown.
    fn new(model: &Model, shown: &Presentation, inside: Rect) -> Option<Self> {
        let measure = shown.measure()?;
        let lay = |grade| Self::lay(model, measure, inside.width, grade);
        let fitting = |grades: &mut dyn Iterator<Item = Grade>, room: Rect| {
            let mut grades = grades.filter(|grade| has_letters(model) || grade.strip.digit.is_none());
            grades.find_map(|grade| lay(grade).filter(|screen| screen.height() <= room.height))
        };
        if let Some(kept) = kept_on(shown, inside) {
            let room = below(inside, kept.above);
            if let Some(screen) = fitting(&mut keeping(kept.title), room) {
                let verdict = kept.verdict.and_then(|size| screen.verdict_size(&[size], room));
                return Some(screen.with(verdict, kept.above));
            }
        }
        let screen = fitting(&mut GRADES.into_iter(), inside).or_else(|| lay(PLAIN))?;
        // The verdict is no larger than the title.
        let sizes: &[Size] = match screen.heading.letters {
            Some((_, Size::HUGE)) => &[Size::HUGE, Size::LARGE],
            Some(_) => &[Size::LARGE],
            None => &[],
        };
        let verdict = screen.verdict_size(sizes, inside);
        let screen = screen.with(verdict, 0);
        // On a tall screen it stands a little above the middle.
        let above = inside.height.saturating_sub(screen.height()) / 3;
        Some(screen.with(verdict, above))
    }

    fn with(self, verdict: Option<Size>, above: u16) -> Self {
        Self { verdict: Verdict { size: verdict, ..self.verdict }, above, ..self }
    }

    fn lay(model: &Model, measure: MeasureIndex, width: u16, grade: Grade) -> Option<Self> {
        let gap = model.figures.gap(measure);
        Some(Self {
            heading: Heading::new(model, measure, width, grade.title)?,
            strip: Laid::new(model, measure, width, grade.strip)?,
            verdict: Verdict { words: verdict(model, gap), size: None },
            sides: Sides::new(model, gap, width, in_words),
            airy: grade.airy,
            above: 0,
        })
    }

    /// The first of the sizes that the verdict has room for beside all the rest.
    fn verdict_size(&self, sizes: &[Size], inside: Rect) -> Option<Size> {
        let room = (inside.height + self.verdict.height()).saturating_sub(self.height());
        let fits = |size: &&Size| {
            let width = lettering::width(&self.verdict.words, **size);
            size.rows() <= room && width.is_some_and(|width| width <= inside.width)
        };
        sizes.iter().find(fits).copied()
    }

    fn height(&self) -> u16 {
        let air = 2 * u16::from(self.airy);
        self.heading.height() + 1 + self.strip.height() + self.verdict.height() + air + self.sides.height()
    }

    fn draw(&self, pen: &mut Pen<'_>, inside: Rect) {
        let air = u16::from(self.airy);
        let rest = self.heading.draw(pen, below(inside, self.above));
        let rest = below(rest, 1);
        self.strip.draw(pen, rest);
        let rest = below(rest, self.strip.height() + air);
        self.verdict.draw(pen, rest);
        self.sides.draw(pen, below(rest, self.verdict.height() + air));
    }
}

/// What is tried in turn so that a title stays as it is: the names go before it.
fn keeping(title: Option<Size>) -> impl Iterator<Item = Grade> {
    let smallest = Grade::new(title, (3, Size::WIDE), None, false);
    GRADES.into_iter().filter(move |grade| grade.title == title).chain([smallest])
}

/// How wide the gap is and who is fuller, in large letters where a size is given.
struct Verdict {
    words: String,
    size: Option<Size>,
}

impl Verdict {
    fn height(&self) -> u16 {
        self.size.map_or(1, Size::rows)
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect) {
        let style = pen.theme.style(Role::Title);
        match self.size {
            Some(size) => drop(lettering::draw(pen, (area.x, area.y), &self.words, size, style)),
            None => drop(pen.text(area.x, area.y, area.width, &self.words, style)),
        }
    }
}

/// Title and question.
pub(super) struct Heading {
    letters: Option<(Vec<String>, Size)>,
    words: Page,
}

impl Heading {
    /// With the short title in large letters, where a size is given; nothing where it does not fit.
    pub(super) fn new(model: &Model, measure: MeasureIndex, width: u16, size: Option<Size>) -> Option<Self> {
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
            page.paragraph(Role::Title, entry.short_title());
        }
        page.paragraph(Role::Text, &model.board.text(entry.question));
        Some(Self { letters, words: page.finish() })
    }

    /// The rows of the letters, with an empty one below.
    fn lettered(&self) -> u16 {
        self.letters.as_ref().map_or(0, |(lines, size)| lines.len() as u16 * size.rows() + 1)
    }

    pub(super) fn height(&self) -> u16 {
        self.lettered() + rows(&self.words)
    }

    /// Draws it and tells what is left of the area.
    pub(super) fn draw(&self, pen: &mut Pen<'_>, area: Rect) -> Rect {
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

/// An area without its first lines.
pub(super) fn below(area: Rect, lines: u16) -> Rect {
    let lines = lines.min(area.height);
    Rect { y: area.y + lines, height: area.height - lines, ..area }
}

/// How many lines a page has.
pub(super) fn rows(page: &Page) -> u16 {
    u16::try_from(page.len()).unwrap_or(u16::MAX)
}

/// How wide a gap is and who is fuller.
pub(super) fn verdict(model: &Model, gap: &Gap) -> String {
    let band = words::band(gap.band).to_owned();
    if gap.fuller().is_none() {
        return band;
    }
    let poles = model.figures.comparison().poles;
    let names = poles.map(|pole| model.board.jurisdiction(pole).short_name());
    format!("{band}: {}", words::fuller(gap, names))
}
