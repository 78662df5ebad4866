//! A page of prose: paragraphs, fields and figures, wrapped once for a width and then only shown.

use std::ops::Range;

use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use super::pen::{Pen, width};
use crate::tui::theme::Role;

/// Lines of styled text, wrapped to the width they were made for. A page is written with every key, so that all of its
/// text stands in one piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    text: String,
    /// Where each part of a line ends in the text; it begins where the one before ends.
    parts: Vec<(Role, usize)>,
    /// Where each line ends among the parts.
    lines: Vec<usize>,
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
        let mut lines = first..self.len();
        let [left, right] = columns.map(|column| usize::from(column.height));
        let evenly = lines.len() > left && lines.len() <= left + right;
        let heights = if evenly { [lines.len().div_ceil(2), right] } else { [left, right] };
        for (area, height) in columns.iter().zip(heights) {
            for (y, number) in (area.top()..area.bottom()).zip(lines.by_ref().take(height)) {
                let (mut x, mut taken) = (area.x, 0);
                for (role, text) in self.line(number) {
                    x += taken;
                    taken = pen.say(x, y, area.right().saturating_sub(x), text, role);
                }
                if let Some((_, url)) = self.links.iter().find(|(lines, _)| lines.contains(&number)) {
                    pen.link(x, y, taken, url);
                }
            }
        }
    }

    /// The parts of a line.
    fn line(&self, number: usize) -> impl Iterator<Item = (Role, &str)> {
        let begun = |ends: Option<&usize>| ends.copied().unwrap_or(0);
        let first = begun(number.checked_sub(1).and_then(|before| self.lines.get(before)));
        (first..begun(self.lines.get(number))).map(|at| {
            let (role, end) = self.parts[at];
            (role, &self.text[self.part_begins(at)..end])
        })
    }

    fn part_begins(&self, at: usize) -> usize {
        at.checked_sub(1).map_or(0, |before| self.parts[before].1)
    }

    /// The first part of the line that is being written.
    fn open_line(&self) -> usize {
        self.lines.last().copied().unwrap_or(0)
    }

    fn line_is_open(&self) -> bool {
        self.open_line() < self.parts.len()
    }

    fn end_line(&mut self) {
        self.lines.push(self.parts.len());
    }

    fn last_line_is_empty(&self) -> bool {
        match self.lines[..] {
            [.., before, last] => before == last,
            [only] => only == 0,
            [] => false,
        }
    }

    fn push(&mut self, role: Role, text: &str) {
        self.text.push_str(text);
        self.parts.push((role, self.text.len()));
    }

    fn push_blanks(&mut self, role: Role, columns: usize) {
        self.text.extend(std::iter::repeat_n(' ', columns));
        self.parts.push((role, self.text.len()));
    }

    /// Goes on in the last part where that has the same role.
    fn flow(&mut self, role: Role, text: &str) {
        let open = self.line_is_open();
        match self.parts.last_mut() {
            Some((last, end)) if open && *last == role => {
                self.text.push_str(text);
                *end = self.text.len();
            }
            _ => self.push(role, text),
        }
    }

    /// Takes blanks from the end of the line that is being written: they would count as text that does not fit.
    fn trim(&mut self) {
        if let Some(last) = self.parts.len().checked_sub(1).filter(|_| self.line_is_open()) {
            let begins = self.part_begins(last);
            self.text.truncate(begins + self.text[begins..].trim_end().len());
            self.parts[last].1 = self.text.len();
        }
    }
}

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
        while self.page.last_line_is_empty() {
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
        if !self.page.is_empty() && !self.page.last_line_is_empty() {
            self.page.end_line();
        }
    }

    /// A line of parts that is not wrapped.
    pub fn line(&mut self, parts: Vec<(Role, String)>) {
        for (role, text) in parts {
            self.page.push(role, &text);
        }
        self.page.end_line();
    }

    /// A paragraph in one role.
    pub fn paragraph(&mut self, role: Role, text: &str) {
        self.hanging(&[], role, text);
    }

    /// A paragraph after a lead (a label, a bullet); further lines stand under the text, not under the lead.
    pub fn hanging(&mut self, lead: &[(Role, &str)], role: Role, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let indent = lead.iter().map(|(_, part)| usize::from(width(part))).sum::<usize>();
        // A lead that takes over half of the page would squeeze its text: then the text starts below it.
        let (indent, below) = if indent * 2 > self.width { (2, true) } else { (indent, false) };
        for &(role, part) in lead {
            self.page.push(role, part);
        }
        if below {
            self.page.end_line();
        }
        for piece in whole_words(text, self.width.saturating_sub(indent).max(8)) {
            if indent > 0 && !self.page.line_is_open() {
                self.page.push_blanks(role, indent);
            }
            self.page.push(role, piece);
            self.page.end_line();
        }
    }

    /// As [`Self::hanging`], the text a link to an address.
    pub fn hanging_link(&mut self, lead: &[(Role, &str)], role: Role, text: &str, url: &str) {
        let first = self.page.len();
        self.hanging(lead, role, text);
        if !url.is_empty() {
            self.page.links.push((first..self.page.len(), url.into()));
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
        let mut lines = [first, second].map(|side| {
            side.iter().flat_map(|(role, text)| whole_words(text, column).map(|line| (*role, line)))
        });
        loop {
            let [first, second] = lines.each_mut().map(Iterator::next);
            if first.is_none() && second.is_none() {
                return;
            }
            let used = first.map_or(0, |(_, text)| usize::from(width(text)));
            if let Some((role, text)) = first {
                self.page.push(role, text);
            }
            if let Some((role, text)) = second {
                self.page.push_blanks(Role::Text, column + GUTTER - used);
                self.page.push(role, text);
            }
            self.page.end_line();
        }
    }

    /// Several parts that flow into one another and are wrapped together.
    pub fn flowing(&mut self, parts: &[(Role, &str)]) {
        let mut used = 0;
        for &(role, text) in parts {
            for word in text.split_inclusive(' ') {
                let bare = usize::from(width(word.trim_end()));
                if used > 0 && used + bare > self.width {
                    self.page.trim();
                    self.page.end_line();
                    used = 0;
                }
                if used == 0 && word.trim().is_empty() {
                    continue;
                }
                used += usize::from(width(word));
                self.page.flow(role, word);
            }
        }
        if self.page.line_is_open() {
            self.page.trim();
            self.page.end_line();
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
    // Where all that could stand on the line is ASCII, a column is a byte.
    if let Some(reach) = text.as_bytes().get(..=columns).filter(|reach| reach.is_ascii()) {
        let end = reach.iter().rposition(|&byte| byte == b' ').filter(|&at| at > 0).unwrap_or(columns);
        let (line, rest) = text.split_at(end);
        return (line.trim_end(), rest);
    }
    if text.is_ascii() && text.len() <= columns {
        return (text.trim_end(), "");
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(page: &Page) -> Vec<String> {
        (0..page.len()).map(|number| page.line(number).map(|(_, part)| part).collect()).collect()
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

    proptest! {
        #[test]
        fn a_line_of_plain_text_breaks_where_any_other_does(text in "[a-c -]{0,40}", columns in 1_usize..12) {
            // The same, with letters that take the other way.
            let other = text.replace('a', "ä");
            let plain: Vec<String> = whole_words(&text, columns).map(|line| line.replace('a', "ä")).collect();
            prop_assert_eq!(plain, whole_words(&other, columns).map(str::to_owned).collect::<Vec<_>>());
        }
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
