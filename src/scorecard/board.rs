use std::borrow::Cow;
use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::ops::Range;

use super::{
    Answer, Approach, Caveat, Code, Competence, PartialDate, Position, Prose, Register, Relation, SavedView,
    Scenario, Suppositions, Texts, Weight, WeightChoice,
};

/// A jurisdiction's place on the board: its number in column order, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Column(pub u16);

impl Column {
    /// The number for indexing.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A measure's place on the board: its number over all areas in reading order, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureIndex(pub u32);

impl MeasureIndex {
    /// The number for indexing.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Everything that is compared, with every code resolved and every inheritance followed.
///
/// Made by [`Board::assemble`]. Afterwards only [`Board::suppose`] changes it, and takes back what it changed.
#[derive(Clone, Debug)]
pub struct Board {
    /// Title of the whole comparison.
    pub title: Box<str>,
    /// The jurisdictions in column order.
    pub jurisdictions: Vec<Jurisdiction>,
    /// The two poles to start with.
    pub poles: [Column; 2],
    /// The groups, in the order written.
    pub groups: Vec<Group>,
    /// The group to start with, as its place in `groups`; all jurisdictions where there is none.
    pub group: Option<usize>,
    /// The areas in reading order.
    pub areas: Vec<Area>,
    /// The measures of all areas, in reading order.
    pub measures: Vec<Measure>,
    /// The weights to start with.
    pub weights: WeightChoice,
    /// The named weight sets.
    pub weight_sets: Vec<WeightSet>,
    /// Days after which a position counts as stale.
    pub stale_after_days: u32,
    /// The saved views.
    pub views: Vec<SavedView>,
    /// The registers of entities.
    pub registers: Vec<Register>,
    /// The numbers of their files among the workspace's files.
    pub register_files: Vec<u16>,
    /// The number of the file that says who is compared; none where that is the default.
    pub file: Option<u16>,
    /// The scenarios, in file order.
    pub scenarios: Vec<Scenario>,
    /// The texts that prose is decoded from.
    pub texts: Texts,
    /// One cell a measure and jurisdiction, measure by measure.
    pub(super) cells: Vec<Cell>,
    /// The positions that cells point to.
    pub(super) positions: Vec<Position>,
    /// What is supposed.
    pub(super) supposed: Suppositions,
    /// The cells as the files say them, of the measures on which levels are supposed.
    pub(super) recorded: BTreeMap<MeasureIndex, Box<[Cell]>>,
}

/// A jurisdiction of the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jurisdiction {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: Box<str>,
    /// Its name for narrow places.
    pub short: Option<Box<str>>,
    /// The union it is a member of.
    pub member_of: Option<Column>,
}

impl Jurisdiction {
    /// The name for narrow places where there is one, else the name.
    pub fn short_name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }
}

/// A named group of jurisdictions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub name: Box<str>,
    /// Its members in column order.
    pub members: Vec<Column>,
}

/// A policy area of the board.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its id.
    pub id: Box<str>,
    /// Full title.
    pub title: Box<str>,
    /// Title for narrow places.
    pub short: Option<Box<str>>,
    /// What it compares and why.
    pub summary: Prose,
    /// Date the content was true.
    pub as_of: PartialDate,
    /// Weight among the areas.
    pub weight: Weight,
    /// What to bear in mind.
    pub caveats: Vec<Caveat>,
    /// Its measures, as numbers over the whole board.
    pub measures: Range<u32>,
    /// The number of its file among the workspace's files.
    pub file: u16,
}

impl Area {
    /// The title for narrow places where there is one, else the title.
    pub fn short_title(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.title)
    }

    /// Its measures in reading order.
    pub fn measures(&self) -> impl ExactSizeIterator<Item = MeasureIndex> + DoubleEndedIterator + use<> {
        (self.measures.start as usize..self.measures.end as usize).map(|index| MeasureIndex(index as u32))
    }
}

/// A measure of the board.
#[derive(Clone, Debug)]
pub struct Measure {
    /// The area it belongs to, as its place among the board's areas.
    pub area: usize,
    /// Id, unique in its area.
    pub id: Box<str>,
    /// Full title.
    pub title: Box<str>,
    /// Title for narrow places.
    pub short: Option<Box<str>>,
    /// The question the levels answer.
    pub question: Prose,
    /// Why it matters.
    pub why: Prose,
    /// Weight in its area as authored.
    pub weight: Weight,
    /// Why it weighs what it weighs.
    pub weight_note: Prose,
    /// Whose matter it is.
    pub competence: Competence,
    /// The kinds of instrument.
    pub approaches: Vec<Approach>,
    /// The sentence of each level, 0 to 4.
    pub scale: [Prose; 5],
    /// How the poles' regimes meet.
    pub relation: Option<Relation>,
    /// In words.
    pub relation_note: Prose,
}

impl Measure {
    /// The title for narrow places where there is one, else the title.
    pub fn short_title(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.title)
    }
}

/// A named set of weights, resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeightSet {
    /// Its name.
    pub name: Box<str>,
    /// The measures it weighs differently from the scorecards.
    pub weights: Vec<(MeasureIndex, Weight)>,
}

/// One measure of one jurisdiction with its inheritance followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The jurisdiction whose own entry is used; the cell's own where it does not inherit.
    pub root: Column,
    /// What the root's entry says of its level, or is supposed to say.
    pub answer: Answer,
    /// Whether the answer is a what-if.
    pub supposed: bool,
    /// Whom the cell inherits from at first hand; the cell's own column where it does not inherit.
    pub(super) parent: Column,
    pub(super) position: Option<Place>,
}

/// A place among the board's positions, kept as the one after it so that a cell without a position takes no more room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place(NonZeroU32);

impl Place {
    /// The place of that number, from 0.
    pub(super) fn new(number: usize) -> Option<Self> {
        NonZeroU32::new(u32::try_from(number).ok()?.wrapping_add(1)).map(Self)
    }

    /// The number for indexing.
    pub(super) fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

impl Board {
    /// The jurisdiction of a column.
    pub fn jurisdiction(&self, column: Column) -> &Jurisdiction {
        &self.jurisdictions[column.index()]
    }

    /// All columns in order.
    pub fn columns(&self) -> impl ExactSizeIterator<Item = Column> + DoubleEndedIterator + use<> {
        (0..self.jurisdictions.len()).map(|index| Column(index as u16))
    }

    /// All measures in reading order.
    pub fn measure_indexes(
        &self,
    ) -> impl ExactSizeIterator<Item = MeasureIndex> + DoubleEndedIterator + use<> {
        (0..self.measures.len()).map(|index| MeasureIndex(index as u32))
    }

    /// The column of a code.
    pub fn column(&self, code: Code) -> Option<Column> {
        self.columns().find(|&column| self.jurisdiction(column).code == code)
    }

    /// The measure of that number.
    pub fn measure(&self, index: MeasureIndex) -> &Measure {
        &self.measures[index.index()]
    }

    /// The area a measure belongs to.
    pub fn area_of(&self, index: MeasureIndex) -> &Area {
        &self.areas[self.measure(index).area]
    }

    /// The measure of that id in an area.
    pub fn find_measure(&self, area: &Area, id: &str) -> Option<MeasureIndex> {
        area.measures().find(|&index| *self.measure(index).id == *id)
    }

    /// The cell of a measure and a jurisdiction.
    pub fn cell(&self, measure: MeasureIndex, column: Column) -> Cell {
        self.cells[measure.index() * self.jurisdictions.len() + column.index()]
    }

    /// The position a cell shows: its own, or the one it inherits. Nothing where there is no entry.
    pub fn position(&self, cell: Cell) -> Option<&Position> {
        cell.position.map(|place| &self.positions[place.index()])
    }

    /// The members of a union in column order; empty where the jurisdiction is none.
    pub fn members(&self, union: Column) -> impl Iterator<Item = Column> + '_ {
        self.columns().filter(move |&column| self.jurisdiction(column).member_of == Some(union))
    }

    /// The caveats to bear in mind for a position: those of its area, its measure, its cell, and the cell it
    /// inherits from.
    pub fn caveats(&self, measure: MeasureIndex, column: Column) -> impl Iterator<Item = &Caveat> {
        let root = self.cell(measure, column).root;
        let codes = [column, root].map(|column| self.jurisdiction(column).code);
        let id = &*self.measure(measure).id;
        self.area_of(measure).caveats.iter().filter(move |caveat| caveat.concerns(id, &codes))
    }

    /// Prose as it may be shown.
    pub fn text(&self, prose: Prose) -> Cow<'_, str> {
        self.texts.get(prose)
    }
}
