//! A page of prose: paragraphs, fields and figures, wrapped once for a width and then only shown.

use std::ops::Range;

use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use super::pen::{Pen, width};
use crate::tui::theme::Role;

/// Lines of styled text, wrapped to the width they were made for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    lines: Vec<Line>,
    /// Lines whose last part leads to an address.
    links: Vec<(Range<usize>, Box<str>)>,
}

impl Page {
    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether the page holds nothing.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Draws the lines from `first` into two columns, the second of which may be empty. A page that needs both is
    /// shared out evenly where all of it fits.
    pub fn draw(&self, pen: &mut Pen<'_>, columns: &[Rect; 2], first: usize) {
        let mut lines = self.lines.iter().enumerate().skip(first);
        let [left, right] = columns.map(|column| usize::from(column.height));
        let evenly = lines.len() > left && lines.len() <= left + right;
        let heights = if evenly { [lines.len().div_ceil(2), right] } else { [left, right] };
        for (area, height) in columns.iter().zip(heights) {
            for (y, (number, line)) in (area.top()..area.bottom()).zip(lines.by_ref().take(height)) {
                let (mut x, mut taken) = (area.x, 0);
                for (role, text) in line {
                    x += taken;
                    taken = pen.say(x, y, area.right().saturating_sub(x), text, *role);
                }
                if let Some((_, url)) = self.links.iter().find(|(lines, _)| lines.contains(&number)) {
                    pen.link(x, y, taken, url);
                }
            }
        }
    }
}

type Line = Vec<(Role, String)>;

/// The columns from which two texts stand side by side, and those between them.
const LEAST_BESIDE: usize = 56;
const GUTTER: usize = 3;

/// Makes a page of a given width.
#[derive(Debug)]
pub struct Writer {
    width: usize,
    page: Page,
}

impl Writer {
    /// A page that will be shown in that many columns.
    pub fn new(width: u16) -> Self {
        Self { width: usize::from(width.max(8)), page: Page::default() }
    }

    /// The page.
    pub fn finish(mut self) -> Page {
        while self.page.lines.last().is_some_and(Vec::is_empty) {
            self.page.lines.pop();
        }
        self.page
    }

    /// The columns the page has.
    pub fn width(&self) -> u16 {
        self.width as u16
    }

    /// An empty line, unless the page begins or there is one already.
    pub fn gap(&mut self) {
        if self.page.lines.last().is_some_and(|line| !line.is_empty()) {
            self.page.lines.push(Vec::new());
        }
    }

    /// A line of parts that is not wrapped.
    pub fn line(&mut self, parts: Vec<(Role, String)>) {
        self.page.lines.push(parts);
    }

    /// A paragraph in one role.
    pub fn paragraph(&mut self, role: Role, text: &str) {
        self.hanging(&[], role, text);
    }

    /// A paragraph after a lead (a label, a bullet); further lines stand under the text, not under the lead.
    pub fn hanging(&mut self, lead: &[(Role, &str)], role: Role, text: &str) {
        if text.is_empty() {
            return;
        }
        let indent = lead.iter().map(|(_, part)| usize::from(width(part))).sum::<usize>();
        // A lead that takes over half of the page would squeeze its text: then the text starts below it.
        let (indent, below) = if indent * 2 > self.width { (2, true) } else { (indent, false) };
        let mut first: Line = lead.iter().map(|&(role, part)| (role, part.to_owned())).collect();
        if below {
            self.page.lines.push(std::mem::take(&mut first));
        }
        for piece in whole_words(text, self.width.saturating_sub(indent).max(8)) {
            let mut line = std::mem::take(&mut first);
            if line.is_empty() && indent > 0 {
                line.push((role, " ".repeat(indent)));
            }
            line.push((role, piece.to_owned()));
            self.page.lines.push(line);
        }
    }

    /// As [`Self::hanging`], the text a link to an address.
    pub fn hanging_link(&mut self, lead: &[(Role, &str)], role: Role, text: &str, url: &str) {
        let first = self.page.lines.len();
        self.hanging(lead, role, text);
        if !url.is_empty() {
            self.page.links.push((first..self.page.lines.len(), url.into()));
        }
    }

    /// A label and what it says, in one paragraph.
    pub fn field(&mut self, label: &str, text: &str) {
        if !text.is_empty() {
            let lead = format!("{label} ");
            self.flowing(&[(Role::Muted, &lead), (Role::Text, text)]);
        }
    }

    /// Paragraphs of two sides, one beside the other; below each other where the page is too narrow for two.
    pub fn beside(&mut self, first: &[(Role, String)], second: &[(Role, String)]) {
        if self.width < LEAST_BESIDE {
            for (role, text) in first.iter().chain(second) {
                self.paragraph(*role, text);
            }
            return;
        }
        let column = (self.width - GUTTER) / 2;
        let wrapped = |side: &[(Role, String)]| -> Vec<(Role, String)> {
            let lines = side.iter().flat_map(|(role, text)| {
                whole_words(text, column).map(|line| (*role, line.to_owned())).collect::<Vec<_>>()
            });
            lines.collect()
        };
        let (first, second) = (wrapped(first), wrapped(second));
        for number in 0..first.len().max(second.len()) {
            let mut line: Line = first.get(number).cloned().into_iter().collect();
            let used = line.iter().map(|(_, text)| usize::from(width(text))).sum::<usize>();
            if let Some(text) = second.get(number) {
                line.push((Role::Text, " ".repeat(column + GUTTER - used)));
                line.push(text.clone());
            }
            self.page.lines.push(line);
        }
    }

    /// Several parts that flow into one another and are wrapped together.
    pub fn flowing(&mut self, parts: &[(Role, &str)]) {
        let mut line: Line = Vec::new();
        let mut used = 0;
        for &(role, text) in parts {
            for word in text.split_inclusive(' ') {
                let bare = usize::from(width(word.trim_end()));
                if used > 0 && used + bare > self.width {
                    self.page.lines.push(trimmed(std::mem::take(&mut line)));
                    used = 0;
                }
                if used == 0 && word.trim().is_empty() {
                    continue;
                }
                used += usize::from(width(word));
                match line.last_mut() {
                    Some((last, text)) if *last == role => text.push_str(word),
                    _ => line.push((role, word.to_owned())),
                }
            }
        }
        if !line.is_empty() {
            self.page.lines.push(trimmed(line));
        }
    }
}

/// The lines of a text that end between words only: a date or a compound is not taken apart at its hyphens. A word that
/// is longer than a line is broken where the line ends.
///
/// The page of a cell is written anew with every key. A library that wraps any script in any way takes ten times as
/// long as the rest of the page.
fn whole_words(text: &str, columns: usize) -> impl Iterator<Item = &str> {
    let mut rest = text.trim();
    std::iter::from_fn(move || {
        let (line, after) = first_line(rest, columns);
        rest = after.trim_start();
        (!line.is_empty()).then_some(line)
    })
}

/// What of a text fits on a line, and the rest.
fn first_line(text: &str, columns: usize) -> (&str, &str) {
    let (mut used, mut end) = (0, 0);
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end_matches(' ');
        if used + usize::from(width(bare)) > columns {
            break;
        }
        used += usize::from(width(word));
        end += word.len();
    }
    if end == 0 {
        end = broken_at(text, columns);
    }
    let (line, rest) = text.split_at(end);
    (line.trim_end(), rest)
}

/// Where a word breaks that is longer than a line: after at least one cluster, so that there is an end.
fn broken_at(text: &str, columns: usize) -> usize {
    let mut used = 0;
    let fits = text.grapheme_indices(true).take_while(|(at, cluster)| {
        used += usize::from(width(cluster));
        *at == 0 || used <= columns
    });
    fits.last().map_or(0, |(at, cluster)| at + cluster.len())
}

/// A line without blanks at its end, which would count as text that does not fit.
fn trimmed(mut line: Line) -> Line {
    if let Some((_, text)) = line.last_mut() {
        text.truncate(text.trim_end().len());
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(page: &Page) -> Vec<String> {
        page.lines.iter().map(|line| line.iter().map(|(_, part)| part.as_str()).collect()).collect()
    }

    #[test]
    fn further_lines_of_a_hanging_paragraph_stand_under_its_text() {
        let mut writer = Writer::new(20);
        writer.hanging(&[(Role::Muted, "3 ")], Role::Text, "binding law for all of them");
        assert_eq!(text(&writer.finish()), ["3 binding law for", "  all of them"]);
    }

    #[test]
    fn parts_flow_into_one_another() {
        let mut writer = Writer::new(16);
        writer.flowing(&[(Role::Muted, "since "), (Role::Text, "2021-09-09, in force")]);
        assert_eq!(text(&writer.finish()), ["since", "2021-09-09, in", "force"]);
    }

    #[test]
    fn dates_and_compounds_stay_whole() {
        let mut writer = Writer::new(20);
        writer.paragraph(Role::Text, "adopted on 2025-12-31 as cyber-surveillance law");
        assert_eq!(text(&writer.finish()), ["adopted on", "2025-12-31 as", "cyber-surveillance", "law"]);
    }

    #[test]
    fn a_word_that_is_longer_than_a_line_is_broken() {
        let lines = |text: &'static str| whole_words(text, 8).collect::<Vec<_>>();
        assert_eq!(lines("see https://example.org now"), ["see", "https://", "example.", "org now"]);
        assert_eq!(lines("  two   blanks  "), ["two", "blanks"]);
        assert_eq!(lines("日本語日本語"), ["日本語日", "本語"]);
        assert_eq!(lines(""), [""; 0]);
        assert_eq!(whole_words("日本", 1).collect::<Vec<_>>(), ["日", "本"]);
    }

    #[test]
    fn a_page_has_no_empty_lines_at_its_ends() {
        let mut writer = Writer::new(20);
        writer.gap();
        writer.paragraph(Role::Text, "one");
        writer.gap();
        writer.gap();
        assert_eq!(text(&writer.finish()), ["one"]);
    }
}
