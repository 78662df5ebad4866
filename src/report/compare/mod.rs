//! `t12 compare`: any two side by side, counts first, then every measure.

mod json;
mod side;

use crate::analysis::{Counts, Finding, Gap, SideBySide, Tag};
use crate::filter::{Filter, Scope};
use crate::report::basis::Basis;
use crate::report::document::{Document, Field, Table};
use crate::report::gaps::in_words;
use crate::report::selection::Selection;
use crate::report::twin::Twin;
use crate::report::words::{self, Glyphs, plural};
pub use json::CompareJson;
pub use side::{labels, members_in_words};

/// Two jurisdictions, or two lenses of one, on every measure.
#[derive(Clone, Copy, Debug)]
pub struct Compare<'a> {
    /// What they are taken from.
    pub basis: Basis<'a>,
    /// The two.
    pub beside: &'a SideBySide,
}

/// A comparison with the measures of it that are listed.
#[derive(Clone, Debug)]
pub struct Listed<'a> {
    compare: Compare<'a>,
    listed: Selection,
}

impl<'a> Compare<'a> {
    /// The comparison as far as a filter leaves it. What the filter asks of gaps, it asks of the gaps between the two.
    pub fn listed(self, filter: &Filter) -> Listed<'a> {
        let Self { basis, beside } = self;
        let matcher = filter.on_gaps(basis.board, basis.figures, beside.gap_list(), basis.today);
        let measures = beside.by_finding().into_iter().map(|gap| gap.measure);
        Listed { listed: Selection::by(filter, &matcher, measures, Scope::Poles), compare: self }
    }

    /// Who is compared, as it is named beside every figure.
    pub fn labels(&self) -> [String; 2] {
        labels(self.basis.board, self.beside.profiles())
    }

    /// The table as people read it with the row of one measure alone.
    pub fn one(&self, gap: &Gap) -> Table {
        let mut table = self.headed(Finding::of(gap));
        table.row(self.row(gap));
        table
    }

    /// What the alignment of the two rests on, in named facts.
    pub fn alignment(&self) -> Vec<(&'static str, String)> {
        let pair = self.beside.pair();
        let instruments = self.beside.instruments();
        let same_kind = format!("the same on {} of {}", instruments.same, instruments.common);
        let none = self.beside.is_of_one() || instruments.common == 0;
        let estimate = &pair.alignment;
        let shown = match estimate.shown() {
            Some(_) => words::shown(estimate),
            None => format!("too little is known ({})", words::maybe_share(estimate.coverage)),
        };
        vec![
            ("Alignment", shown),
            ("Whatever is unknown", words::bounds(estimate)),
            ("Coverage", words::maybe_share(estimate.coverage)),
            ("It rests on", words::counts_sentence(&pair.counts)),
            ("Same answer", words::maybe_share(pair.same_answer)),
            ("Kind of instrument", if none { String::new() } else { same_kind }),
        ]
    }

    /// How a union stands on what its members decide; nothing where no side is a union with such a measure.
    pub fn union_note(&self) -> Option<String> {
        let number = self.beside.decided_by_members();
        (number > 0).then(|| {
            format!(
                "{} for a union's members to decide: the span of the members is compared, and alignment leaves it out.",
                if number == 1 { "1 measure is".to_owned() } else { format!("{number} measures are") }
            )
        })
    }

    fn standing(&self) -> String {
        let [first, second] = self.labels();
        let comparison = self.basis.figures.comparison();
        let lens = match self.beside.profiles() {
            [first, second] if first.lens == second.lens => format!("{} · ", words::lens(first.lens)),
            _ => String::new(),
        };
        let weights = words::weights(&comparison.weights);
        format!("{first} and {second} · {lens}{weights} weights · today {}", self.basis.today)
    }

    /// The table of one finding, without rows.
    fn headed(&self, finding: Finding) -> Table {
        let [first, second] = self.labels();
        let in_words = if self.beside.is_of_one() {
            vec!["In words".to_owned()]
        } else {
            [&first, &second].map(|label| format!("{label} in words")).to_vec()
        };
        let mut headings = vec!["Measure", "Area", &first];
        headings.extend((finding == Finding::Different).then_some(""));
        headings.push(&second);
        let wrapping: Vec<usize> = [0, 1].into_iter().chain(headings.len()..headings.len() + 4).collect();
        headings.push("Gap");
        headings.extend(in_words.iter().map(String::as_str));
        headings.push("Remarks");
        Table::new(headings).wrapping(&wrapping)
    }

    fn row(&self, gap: &Gap) -> Vec<Field> {
        let Self { basis, beside } = self;
        let [first, second] = beside.profiles();
        let measure = basis.board.measure(gap.measure);
        let labels = self.labels();
        let mut row = vec![
            Field::text(measure.short_title()),
            Field::text(basis.board.area_of(gap.measure).short_title()),
            Field::text(basis.reach(gap.measure, first.column, &gap.first)),
        ];
        if Finding::of(gap) == Finding::Different {
            row.push(Field::Drawing(bar(gap, basis.glyphs)));
        }
        row.extend([
            Field::text(basis.reach(gap.measure, second.column, &gap.second)),
            Field::text(in_words(gap, labels.each_ref().map(String::as_str))),
        ]);
        let first = side::in_words(basis, gap.measure, first, &gap.first);
        let second = side::in_words(basis, gap.measure, second, &gap.second);
        if !beside.is_of_one() {
            row.extend([first, second].map(Field::text));
        } else if first == second {
            row.push(Field::text(first));
        } else {
            row.push(Field::text(format!("{first}; {}: {second}", labels[1])));
        }
        row.push(Field::text(self.remarks(gap)));
        row
    }

    /// What else there is to say: the two kinds of instrument where they are what differs, the tags, what it could be.
    fn remarks(&self, gap: &Gap) -> String {
        let Self { basis, beside } = self;
        let kinds = beside.profiles().map(|profile| side::approach(basis.board, gap.measure, profile));
        let kinds = match (Finding::of(gap), kinds) {
            (Finding::OtherInstrument, [Some(first), Some(second)]) => Some(format!("{first} and {second}")),
            _ => None,
        };
        let named = kinds.is_some();
        let tags = gap.tags.iter().filter(|&tag| !named || tag != Tag::DifferentInstrument);
        let told = kinds.into_iter().chain(tags.map(|tag| tag.words().to_owned()));
        told.chain(words::could_be(gap)).collect::<Vec<_>>().join(", ")
    }
}

impl Listed<'_> {
    fn gaps(&self) -> impl Iterator<Item = &Gap> {
        let gaps = self.compare.beside.gap_list();
        self.listed.measures().iter().map(|&measure| gaps.of(measure))
    }

    fn counts(&self) -> Counts {
        self.compare.beside.gap_list().counts_of(self.listed.measures().iter().copied())
    }
}

impl Twin for Listed<'_> {
    type Json<'j>
        = CompareJson<'j>
    where
        Self: 'j;

    fn document(&self) -> Document {
        let Self { compare, listed } = self;
        let board = compare.basis.board;
        let labels = compare.labels();
        let [first, second] = &labels;
        let mut document = Document::titled(format!("{}: {first} and {second} side by side", board.title));
        document.paragraph(compare.standing());
        document.paragraph(listed.sentence().unwrap_or_default());
        let counts = self.counts();
        document.paragraph(format!(
            "{}. {}.",
            words::counts_sentence(&counts),
            words::who_is_fuller(&counts, labels.each_ref().map(String::as_str))
        ));
        document.facts(compare.alignment());
        document.paragraph(words::YARDSTICK);
        document.paragraph(compare.union_note().unwrap_or_default());
        for finding in Finding::ALL {
            let gaps: Vec<&Gap> = self.gaps().filter(|gap| Finding::of(gap) == finding).collect();
            if gaps.is_empty() {
                continue;
            }
            document.heading(format!("{} ({})", words::finding(finding), plural(gaps.len(), "measure")));
            let mut table = compare.headed(finding);
            table.rows = gaps.into_iter().map(|gap| compare.row(gap)).collect();
            document.table(table);
        }
        if compare.beside.pair().alignment.is_clamped() {
            document.paragraph(words::CLAMPED_NOTE);
        }
        document.paragraph(compare.basis.what_if_note());
        document.paragraph(words::FULLER_IS_NOT_BETTER);
        document
    }

    fn table(&self) -> Table {
        let mut table = Table::new(json::HEADINGS);
        table.rows = self.json().rows().collect();
        table
    }

    fn json(&self) -> CompareJson<'_> {
        CompareJson::of(self)
    }
}

/// A bar from the middle to the side that is fuller, one character a step.
fn bar(gap: &Gap, glyphs: Glyphs) -> String {
    let (block, middle) = match glyphs {
        Glyphs::Unicode => ("█", "│"),
        Glyphs::Ascii => ("#", "|"),
    };
    let steps = usize::from(gap.width().unwrap_or(0));
    let blocks = block.repeat(steps);
    match gap.fuller() {
        Some(0) => format!("{blocks:>4}{middle}    "),
        Some(_) => format!("    {middle}{blocks:<4}"),
        None => format!("    {middle}    "),
    }
}
