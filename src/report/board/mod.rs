//! `t12 board`: where do we stand, area by area.

mod json;

use crate::analysis::AreaFigures;
use crate::analysis::robustness::{self, Draws, Robustness};
use crate::report::basis::Basis;
use crate::report::document::{Document, Field, Table};
use crate::report::gaps::in_words;
use crate::report::json::CountsJson;
use crate::report::twin::Twin;
use crate::report::words;
use crate::scorecard::{Area, Column};
pub use json::BoardJson;

/// The areas: the poles' gaps on each side, the widest difference, what is coming, and how the group agrees.
#[derive(Clone, Debug)]
pub struct BoardTwin<'a> {
    basis: Basis<'a>,
    /// How the order by agreement fares under drawn weights, where that was asked for.
    robustness: Option<Robustness<Column>>,
    /// Why weights were not drawn though that was asked for.
    undrawn: &'static str,
}

impl Twin for BoardTwin<'_> {
    type Json<'j>
        = BoardJson<'j>
    where
        Self: 'j;

    fn document(&self) -> Document {
        let Self { basis, .. } = self;
        let mut document = Document::titled(&*basis.board.title);
        document.paragraph(basis.standing());
        document.paragraph(words::counts_sentence(&basis.figures.counts()));
        document.table(self.gaps());
        document.paragraph(words::FULLER_IS_NOT_BETTER);
        document.heading(format!(
            "Agreement with the group {}",
            words::group(basis.board, &basis.figures.comparison().group)
        ));
        document.paragraph(format!("100 % is the same level on every measure. {}", words::YARDSTICK));
        document.table(self.agreement());
        document.paragraph(self.references());
        document.paragraph(self.order());
        let mut estimates = basis.figures.areas().iter().chain([basis.figures.overall()]);
        if estimates.any(|figures| figures.alignment.is_clamped()) {
            document.paragraph(words::CLAMPED_NOTE);
        }
        document
    }

    fn table(&self) -> Table {
        let Self { basis, .. } = self;
        let headings = ["area", "alignment", "lo", "hi", "coverage", "first_fuller", "second_fuller"];
        let codes = basis.board.columns().map(|column| basis.code(column));
        let mut table = Table::new(headings.into_iter().chain(CountsJson::KEYS).chain(codes));
        table.rows = self.json().rows().collect();
        table
    }

    fn json(&self) -> BoardJson<'_> {
        BoardJson::of(self)
    }
}

impl<'a> BoardTwin<'a> {
    /// The areas of a board.
    pub fn new(basis: Basis<'a>) -> Self {
        Self { basis, robustness: None, undrawn: "" }
    }

    /// With ranks by agreement with the group under drawn weights; with the reason where the group is too large to draw for.
    #[must_use]
    pub fn drawn(mut self, draws: Draws) -> Self {
        self.robustness = robustness::agreement(self.basis.figures, draws);
        if self.robustness.is_none() {
            self.undrawn = words::TOO_MANY_TO_DRAW;
        }
        self
    }

    /// Whether the order by agreement holds under drawn weights.
    fn order(&self) -> String {
        let Self { basis, robustness, undrawn } = self;
        let Some(found) = robustness else { return (*undrawn).to_owned() };
        let code = |&column: &Column| basis.code(column).to_owned();
        let title = |measure| basis.board.measure(measure).short_title().to_owned();
        format!("By agreement with the group: {}", words::robustness(found, code, title))
    }

    fn gaps(&self) -> Table {
        let Self { basis, .. } = self;
        let mut table = self.gaps_headed();
        for (area, figures) in basis.board.areas.iter().zip(basis.figures.areas()) {
            table.row(self.gaps_row(area, figures));
        }
        table
    }

    /// The table of gaps as people read it with the row of one area alone, by its place among the board's.
    pub fn one(&self, area: usize) -> Table {
        let Self { basis, .. } = self;
        let mut table = self.gaps_headed();
        table.row(self.gaps_row(&basis.board.areas[area], &basis.figures.areas()[area]));
        table
    }

    /// The table of agreement as people read it with the row of one area alone, by its place among the board's.
    pub fn one_agreement(&self, area: usize) -> Table {
        let Self { basis, .. } = self;
        let mut table = self.agreement_headed();
        table.row(agreement_row(basis.board.areas[area].short_title(), &basis.figures.areas()[area]));
        table
    }

    fn gaps_headed(&self) -> Table {
        let [first, second] = self.basis.poles().map(|code| format!("{code} fuller"));
        let headings = ["Area", &first, "Same level", &second, "Open", "Widest difference", "Next step"];
        Table::new(headings).wrapping(&[0, 1, 2, 3, 5, 6])
    }

    fn agreement_headed(&self) -> Table {
        let codes = self.basis.board.columns().map(|column| self.basis.code(column));
        Table::new(["Area", "Group", "Bounds", "Coverage"].into_iter().chain(codes)).wrapping(&[0])
    }

    fn gaps_row(&self, area: &Area, figures: &AreaFigures) -> Vec<Field> {
        let Self { basis, .. } = self;
        let counts = &figures.counts;
        let widest = basis.figures.gaps_of_area(area).next().map(|gap| {
            format!("{}: {}", basis.board.measure(gap.measure).short_title(), in_words(gap, basis.poles()))
        });
        let steps = area.measures().filter_map(|measure| {
            Some((basis.figures.upcoming(basis.board, measure, basis.today)?.date, measure))
        });
        let next = steps.min_by_key(|&(date, _)| date).map(|(_, measure)| basis.next_step(measure));
        vec![
            Field::text(area.short_title()),
            Field::figure(&counts.first_fuller),
            Field::figure(&counts.same),
            Field::figure(&counts.second_fuller),
            Field::figure(&counts.open),
            Field::text(widest.unwrap_or_default()),
            Field::text(next.unwrap_or_default()),
        ]
    }

    fn agreement(&self) -> Table {
        let Self { basis, .. } = self;
        let mut table = self.agreement_headed();
        for (area, figures) in basis.board.areas.iter().zip(basis.figures.areas()) {
            table.row(agreement_row(area.short_title(), figures));
        }
        table.row(agreement_row("All areas", basis.figures.overall()));
        table
    }

    /// Who is compared with the group without being of it.
    fn references(&self) -> String {
        let Self { basis, .. } = self;
        let group = &basis.figures.comparison().group;
        let outside = basis.board.columns().filter(|column| !group.contains(column));
        let codes: Vec<&str> = outside.map(|column| basis.code(column)).collect();
        match codes.as_slice() {
            [] => String::new(),
            codes => format!("Reference outside the group: {}.", codes.join(", ")),
        }
    }
}

fn agreement_row(name: &str, figures: &AreaFigures) -> Vec<Field> {
    let mut row = vec![
        Field::text(name),
        Field::Figure(words::shown(&figures.alignment)),
        Field::Figure(words::bounds(&figures.alignment)),
        Field::Figure(words::maybe_share(figures.alignment.coverage)),
    ];
    row.extend(figures.agreement.iter().map(|&value| Field::Figure(words::maybe_share(value))));
    row
}
