//! `t12 scenario`: what scenarios suppose, and the figures they lead to, side by side.

mod list;

use serde::Serialize;

use crate::analysis::{Figures, Gap};
use crate::report::basis::Basis;
use crate::report::document::{Document, Field, Table};
use crate::report::json::{ComparisonJson, CountsJson, VERSION, written};
use crate::report::twin::Twin;
use crate::report::words;
use crate::scorecard::{Board, MeasureIndex, Scenario};
pub use list::{List, ListJson};

/// A scenario with the figures it leads to.
#[derive(Debug)]
pub struct Supposed<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The board on which it is supposed.
    pub board: Board,
    /// Its figures.
    pub figures: Figures,
}

impl<'a> Supposed<'a> {
    /// Supposes a scenario on what a board says.
    pub fn new(basis: &Basis<'_>, scenario: &'a Scenario) -> Self {
        let mut board = basis.board.clone();
        board.suppose(board.suppositions_of(scenario));
        let figures = Figures::compute(&board, basis.figures.chosen());
        Self { scenario, board, figures }
    }
}

/// Scenarios beside what the files say.
#[derive(Debug)]
pub struct Scenarios<'a> {
    /// What the files say.
    pub basis: Basis<'a>,
    /// The scenarios, in the order asked for.
    pub supposed: Vec<Supposed<'a>>,
}

/// What is said of a scenario to those who read it: it is not a fact.
const NOT_A_FACT: &str = "A scenario is a what-if: nothing here is a fact, and no scorecard is changed.";

impl Scenarios<'_> {
    /// The comparisons beside one another: what the files say, then each scenario.
    fn figures(&self) -> impl Iterator<Item = (&str, &Figures)> {
        let own = self.supposed.iter().map(|own| (&*own.scenario.id, &own.figures));
        std::iter::once(("base", self.basis.figures)).chain(own)
    }

    fn headed(&self, first: &str) -> Table {
        Table::new(std::iter::once(first).chain(self.figures().map(|(name, _)| name))).wrapping(&[0])
    }

    /// The figures of all areas, one a row.
    fn overview(&self) -> Table {
        let mut table = self.headed("Figure");
        let mut row = |name: &str, figure: &dyn Fn(&Figures) -> String| {
            let fields = self.figures().map(|(_, figures)| Field::Figure(figure(figures)));
            table.row(std::iter::once(Field::text(name)).chain(fields).collect());
        };
        row("Same level", &|figures| figures.counts().same.to_string());
        row("One step apart", &|figures| figures.counts().one.to_string());
        row("Two or more", &|figures| figures.counts().two_or_more.to_string());
        row("Open questions", &|figures| figures.counts().open.to_string());
        let [first, second] = self.basis.poles();
        row(&format!("{first} and {second}"), &|figures| words::shown(&pair(figures)));
        row("The group with itself", &|figures| words::shown(&figures.overall().alignment));
        for (number, area) in self.basis.board.areas.iter().enumerate() {
            let name = format!("The group on {}", area.short_title());
            row(&name, &|figures| words::shown(&figures.areas()[number].alignment));
        }
        table
    }

    /// The measures whose gap is another in a scenario.
    fn moved(&self) -> impl Iterator<Item = MeasureIndex> {
        let base = self.basis.figures;
        self.basis.board.measure_indexes().filter(move |&measure| {
            self.supposed.iter().any(|own| {
                let (was, is) = (base.gap(measure), own.figures.gap(measure));
                (was.gap, was.band) != (is.gap, is.band)
            })
        })
    }

    fn gaps(&self) -> Table {
        let mut table = self.headed("Gap");
        let poles = self.basis.poles();
        let gap = |gap: &Gap| Field::text(words::fuller(gap, poles));
        for measure in self.moved() {
            let title = Field::text(self.basis.board.measure(measure).short_title());
            let gaps = self.figures().map(|(_, figures)| gap(figures.gap(measure)));
            table.row(std::iter::once(title).chain(gaps).collect());
        }
        table
    }

    /// What a scenario supposes, beside what the files say.
    fn changes(&self, own: &Supposed<'_>) -> Table {
        let mut table = Table::new(["Supposed", "Instead of", "What-if"]).wrapping(&[0]);
        for change in changes(self.basis.board, own) {
            table.row(vec![Field::text(change.what), Field::text(change.base), Field::text(change.supposed)]);
        }
        table
    }
}

fn pair(figures: &Figures) -> crate::analysis::Estimate {
    let [first, second] = figures.comparison().poles;
    figures.pair(first, second).overall.alignment
}

/// One thing a scenario supposes.
#[derive(Debug, Serialize)]
struct Change {
    what: String,
    base: String,
    supposed: String,
}

fn changes(base: &Board, own: &Supposed<'_>) -> Vec<Change> {
    let supposed = own.board.supposed();
    let path = |measure: MeasureIndex| format!("{}/{}", base.area_of(measure).id, base.measure(measure).id);
    let code = |column| base.jurisdiction(column).code;
    let levels = supposed.levels.iter().map(|(&(measure, column), &answer)| Change {
        what: format!("{}/{}", path(measure), code(column)),
        base: words::answer(base.cell(measure, column).answer),
        supposed: words::answer(answer),
    });
    let weights = supposed.weights.iter().map(|(&measure, weight)| Change {
        what: format!("weight of {}", path(measure)),
        base: base.measure(measure).weight.to_string(),
        supposed: weight.to_string(),
    });
    let areas = supposed.areas.iter().map(|(&area, weight)| Change {
        what: format!("weight of {}", base.areas[area].id),
        base: base.areas[area].weight.to_string(),
        supposed: weight.to_string(),
    });
    let group = &own.figures.chosen().group;
    let word = |is_in: bool| if is_in { "in" } else { "out" }.to_owned();
    let members = supposed.members.iter().map(|(&column, &is_in)| Change {
        what: format!("{} in the group", code(column)),
        base: word(group.contains(&column)),
        supposed: word(is_in),
    });
    levels.chain(weights).chain(areas).chain(members).collect()
}

impl Twin for Scenarios<'_> {
    type Json<'j>
        = ScenariosJson<'j>
    where
        Self: 'j;

    fn document(&self) -> Document {
        let mut document = Document::titled("Scenarios");
        document.paragraph(self.basis.standing());
        document.paragraph(NOT_A_FACT);
        for own in &self.supposed {
            document.heading(format!("{} ({})", own.scenario.title, own.scenario.id));
            document.paragraph(self.basis.board.text(own.scenario.note));
            document.table(self.changes(own));
        }
        document.heading("Side by side");
        document.table(self.overview());
        document.table(self.gaps());
        document.paragraph(words::YARDSTICK);
        document.paragraph(words::FULLER_IS_NOT_BETTER);
        document
    }

    fn table(&self) -> Table {
        self.overview()
    }

    fn json(&self) -> ScenariosJson<'_> {
        let of = |name: &str, figures: &Figures| FiguresJson {
            name: name.to_owned(),
            counts: CountsJson::from(&figures.counts()),
            poles: pair(figures).available,
            group: figures.overall().alignment.available,
            areas: figures.areas().iter().map(|area| area.alignment.available).collect(),
        };
        let gaps = self.moved().map(|measure| {
            let board = self.basis.board;
            let gaps = self.figures().map(|(_, figures)| figures.gap(measure).gap).collect();
            MovedJson { area: &board.area_of(measure).id, measure: &board.measure(measure).id, gaps }
        });
        ScenariosJson {
            t12: VERSION,
            comparison: ComparisonJson::of(&self.basis),
            scenarios: self.supposed.iter().map(|own| ScenarioJson::of(self.basis.board, own)).collect(),
            figures: self.figures().map(|(name, figures)| of(name, figures)).collect(),
            gaps: gaps.collect(),
        }
    }
}

/// The JSON of `t12 scenario show` and `compare`.
#[derive(Debug, Serialize)]
pub struct ScenariosJson<'a> {
    t12: u32,
    comparison: ComparisonJson<'a>,
    scenarios: Vec<ScenarioJson<'a>>,
    figures: Vec<FiguresJson>,
    gaps: Vec<MovedJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ScenarioJson<'a> {
    id: &'a str,
    title: &'a str,
    note: Option<String>,
    what_ifs: Vec<Change>,
}

impl<'a> ScenarioJson<'a> {
    fn of(board: &Board, own: &'a Supposed<'_>) -> Self {
        let Scenario { id, title, note, .. } = own.scenario;
        Self { id, title, note: written(board, *note), what_ifs: changes(board, own) }
    }
}

#[derive(Debug, Serialize)]
struct FiguresJson {
    name: String,
    counts: CountsJson,
    poles: Option<f64>,
    group: Option<f64>,
    areas: Vec<Option<f64>>,
}

#[derive(Debug, Serialize)]
struct MovedJson<'a> {
    area: &'a str,
    measure: &'a str,
    gaps: Vec<Option<i8>>,
}
