//! Like a good compiler tells it: rule, place, the line with the mark, help.

use std::collections::BTreeMap;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::excerpt::Excerpt;
use super::place::{Place, Places};
use super::{Look, summary};
use crate::diagnostic::{Problem, Rule, Severity, Tally};
use crate::text::{Span, visible};

/// The columns where nobody says how many there are.
const WIDTH: usize = 100;

pub(super) fn write(
    look: Look,
    places: &Places<'_>,
    problems: &[Problem],
    out: &mut dyn Write,
) -> io::Result<()> {
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(look.width.unwrap_or(WIDTH));
    for problem in problems.iter().filter(|problem| problem.severity() != Severity::Note) {
        writeln!(out, "{}\n", told(problem, places, &renderer))?;
    }
    write_notes(problems, out)?;
    writeln!(out, "{}", summary(places.files(), problems))?;
    write_next(look, problems, out)
}

fn told(problem: &Problem, places: &Places<'_>, renderer: &Renderer) -> String {
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(visible(&problem.message).into_owned()).id(problem.rule.code);
    let mut group = Group::with_title(title);
    for line in by_line(problem, places) {
        group = if problem.line_is_private && line.marks.iter().any(|&(span, ..)| span == problem.span) {
            line.add_place_to(group, places)
        } else {
            line.add_to(group, places)
        };
    }
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(visible(help).into_owned()));
    }
    renderer.render(&[group])
}

/// A line with its marks.
struct Line<'p> {
    file: u16,
    number: u32,
    marks: Vec<(Span, &'p str, AnnotationKind)>,
}

/// The lines of a problem: its own first, then those of the places that belong to it.
fn by_line<'p>(problem: &'p Problem, places: &Places<'_>) -> Vec<Line<'p>> {
    let own = (problem.file, problem.span, problem.label.as_str(), AnnotationKind::Primary);
    let related = problem
        .related
        .iter()
        .map(|related| (related.file, related.span, related.label.as_str(), AnnotationKind::Context));
    let mut lines: Vec<Line<'p>> = Vec::new();
    for (file, span, label, kind) in std::iter::once(own).chain(related) {
        let number = places.place(file, span).start.line;
        let mark = (span, label, kind);
        match lines.iter_mut().find(|line| (line.file, line.number) == (file, number)) {
            Some(line) => line.marks.push(mark),
            None => lines.push(Line { file, number, marks: vec![mark] }),
        }
    }
    lines
}

impl Line<'_> {
    fn add_to<'g>(&self, group: Group<'g>, places: &Places<'_>) -> Group<'g> {
        let spans: Vec<Span> = self.marks.iter().map(|&(span, ..)| span).collect();
        let excerpt = places.lines(self.file).and_then(|lines| Excerpt::new(lines, &spans));
        let Some(Excerpt { line, marks, number }) = excerpt else { return self.add_place_to(group, places) };
        let Some((first, ..)) = self.marks.first() else { return group };
        let path = places.place(self.file, *first).file.into_owned();
        let annotations = self.marks.iter().zip(marks).map(|(&(_, label, kind), mark)| {
            let label = (!label.is_empty()).then(|| visible(label).into_owned());
            kind.span(mark).label(label)
        });
        let snippet = Snippet::source(line).path(path).line_start(number as usize);
        group.element(snippet.annotations(annotations))
    }

    /// Adds where the line is and nothing of what stands on it.
    fn add_place_to<'g>(&self, group: Group<'g>, places: &Places<'_>) -> Group<'g> {
        let Some((first, ..)) = self.marks.first() else { return group };
        let Place { file, start, .. } = places.place(self.file, *first);
        let (line, column) = (start.line as usize, start.column as usize);
        group.element(Origin::path(file.into_owned()).line(line).char_column(column))
    }
}

/// One line a rule: notes are many and never urgent.
fn write_notes(problems: &[Problem], out: &mut dyn Write) -> io::Result<()> {
    let mut notes: BTreeMap<&str, (&Rule, usize)> = BTreeMap::new();
    for problem in problems.iter().filter(|problem| problem.severity() == Severity::Note) {
        notes.entry(problem.rule.code).or_insert((problem.rule, 0)).1 += 1;
    }
    for (rule, count) in notes.values() {
        writeln!(out, "note[{}]: {}: {count}", rule.code, rule.title)?;
    }
    if !notes.is_empty() {
        writeln!(out, "  = help: `--format concise` lists every note with its place\n")?;
    }
    Ok(())
}

/// What to do next.
fn write_next(look: Look, problems: &[Problem], out: &mut dyn Write) -> io::Result<()> {
    let tally = Tally::of(problems);
    if let Some(first) = problems.iter().find(|problem| problem.severity() != Severity::Note) {
        writeln!(out, "For why a rule exists: t12 check --explain {}", first.rule.code)?;
    }
    if tally.errors == 0 && tally.warnings > 0 && look.strict {
        writeln!(out, "Warnings fail this check because it is strict")?;
    }
    Ok(())
}
