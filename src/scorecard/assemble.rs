use std::collections::{BTreeMap, HashMap};

use super::board::Place;
use super::{
    Answer, Area, AreaEntry, Board, BoardPlan, Cell, Code, Column, Competence, Entry, Group, Jurisdiction,
    Measure, MeasureEntry, Position, Register, Said, Scenario, Scorecard, Suppositions, Texts, Weight,
    WeightSet,
};

/// What a board is made of, as the files say it.
#[derive(Debug, Default)]
pub struct Parts {
    /// The scorecards with the numbers of their files, in file order.
    pub scorecards: Vec<(u16, Scorecard)>,
    /// The registers with the numbers of their files, in file order.
    pub registers: Vec<(u16, Register)>,
    /// The number of the file that says who is compared, where there is one.
    pub plan: Option<u16>,
    /// The scenarios, in file order.
    pub scenarios: Vec<Scenario>,
    /// The texts that prose is decoded from.
    pub texts: Texts,
}

impl Board {
    /// Puts the board together: areas in the plan's order and the rest after them in file order, every code resolved
    /// to a column, every inheritance followed.
    ///
    /// It never fails. What cannot be resolved is left out, or unknown where a cell needs an answer; telling people
    /// about it is the business of the checks. An inheritance that runs in a circle is unknown.
    pub fn assemble(plan: BoardPlan, parts: Parts) -> Self {
        let columns = Columns::new(&plan, &parts.scorecards);
        let (register_files, registers) = parts.registers.into_iter().unzip();
        let mut board = Self {
            title: plan.title,
            poles: columns.poles(plan.poles.map(|(code, _)| code)),
            groups: Vec::new(),
            group: None,
            areas: Vec::new(),
            measures: Vec::new(),
            weights: plan.weights.0,
            weight_sets: Vec::new(),
            stale_after_days: plan.stale_after_days,
            views: plan.views,
            registers,
            register_files,
            file: parts.plan,
            scenarios: parts.scenarios,
            texts: parts.texts,
            cells: Vec::new(),
            positions: Vec::new(),
            supposed: Suppositions::default(),
            recorded: BTreeMap::new(),
            jurisdictions: Vec::new(),
        };
        for entry in plan.groups {
            let mut members: Vec<Column> =
                entry.members.iter().filter_map(|&(code, _)| columns.find(code)).collect();
            members.sort_unstable();
            members.dedup();
            board.groups.push(Group { name: entry.name, members });
        }
        board.group =
            plan.group.and_then(|(name, _)| board.groups.iter().position(|group| group.name == name));
        for (file, scorecard, weight) in in_reading_order(&plan.areas, parts.scorecards) {
            board.add_area(file, scorecard, weight, &columns);
        }
        for entry in plan.weight_sets {
            let resolve = |area: &str, measure: &str| {
                let area = board.areas.iter().find(|found| *found.id == *area)?;
                board.find_measure(area, measure)
            };
            let weights = entry
                .weights
                .iter()
                .filter_map(|w| Some((resolve(&w.area, &w.measure)?, w.weight)))
                .collect();
            board.weight_sets.push(WeightSet { name: entry.name, weights });
        }
        board.jurisdictions = columns.jurisdictions;
        board
    }

    fn add_area(&mut self, file: u16, scorecard: Scorecard, weight: Weight, columns: &Columns) {
        let area = self.areas.len();
        let first = self.measures.len() as u32;
        for entry in scorecard.measures {
            self.add_measure(area, entry, columns);
        }
        self.areas.push(Area {
            id: scorecard.id,
            title: scorecard.title,
            short: scorecard.short,
            summary: scorecard.summary,
            as_of: scorecard.as_of,
            weight,
            caveats: scorecard.caveats,
            measures: first..self.measures.len() as u32,
            file,
        });
    }

    fn add_measure(&mut self, area: usize, entry: MeasureEntry, columns: &Columns) {
        let written = Row::new(entry.positions, columns, &mut self.positions);
        let resolved =
            columns.all().map(|column| written.resolve(column, entry.competence, columns, &self.positions));
        self.cells.extend(resolved);
        self.measures.push(Measure {
            area,
            id: entry.id,
            title: entry.title,
            short: entry.short,
            question: entry.question,
            why: entry.why,
            weight: entry.weight,
            weight_note: entry.weight_note,
            competence: entry.competence,
            approaches: entry.approaches,
            scale: entry.scale,
            relation: entry.relation,
            relation_note: entry.relation_note,
        });
    }
}

/// The scorecards in the plan's order with their weights, then those it does not list, as the files came.
fn in_reading_order(plan: &[AreaEntry], scorecards: Vec<(u16, Scorecard)>) -> Vec<(u16, Scorecard, Weight)> {
    let listed: HashMap<&str, usize> =
        plan.iter().enumerate().map(|(place, area)| (&*area.id, place)).collect();
    let mut ordered: Vec<(usize, u16, Scorecard)> = scorecards
        .into_iter()
        .map(|(file, scorecard)| (listed.get(&*scorecard.id).copied().unwrap_or(usize::MAX), file, scorecard))
        .collect();
    ordered.sort_by_key(|&(place, ..)| place);
    ordered
        .into_iter()
        .map(|(place, file, scorecard)| {
            (file, scorecard, plan.get(place).map_or_else(Weight::default, |area| area.weight))
        })
        .collect()
}

/// The columns of a board and how codes find them.
struct Columns {
    jurisdictions: Vec<Jurisdiction>,
    by_code: BTreeMap<Code, Column>,
}

impl Columns {
    fn new(plan: &BoardPlan, scorecards: &[(u16, Scorecard)]) -> Self {
        let mut columns = Self { jurisdictions: Vec::new(), by_code: BTreeMap::new() };
        for entry in &plan.jurisdictions {
            columns.add(entry.code, entry.name.clone(), entry.short.clone());
        }
        for entry in &plan.jurisdictions {
            let union = entry.member_of.and_then(|(code, _)| columns.find(code));
            if let Some(column) = columns.find(entry.code) {
                columns.jurisdictions[column.index()].member_of = union;
            }
        }
        if plan.open {
            let measures = scorecards.iter().flat_map(|(_, scorecard)| &scorecard.measures);
            for entry in measures.flat_map(|measure| &measure.positions) {
                columns.add(entry.code, entry.code.as_str().into(), None);
            }
        }
        columns
    }

    fn add(&mut self, code: Code, name: Box<str>, short: Option<Box<str>>) {
        let next = Column(self.jurisdictions.len() as u16);
        if *self.by_code.entry(code).or_insert(next) == next {
            self.jurisdictions.push(Jurisdiction { code, name, short, member_of: None });
        }
    }

    fn find(&self, code: Code) -> Option<Column> {
        self.by_code.get(&code).copied()
    }

    fn all(&self) -> impl Iterator<Item = Column> + use<> {
        (0..self.jurisdictions.len()).map(|index| Column(index as u16))
    }

    /// The poles; the first two columns stand in for poles the board does not have.
    fn poles(&self, codes: [Code; 2]) -> [Column; 2] {
        let last = Column(self.jurisdictions.len().saturating_sub(1) as u16);
        [self.find(codes[0]).unwrap_or(Column(0)), self.find(codes[1]).unwrap_or(Column(1).min(last))]
    }
}

/// What one measure's entries say, by column.
struct Row {
    said: Vec<Link>,
}

#[derive(Clone, Copy)]
enum Link {
    Nothing,
    Own(Place),
    Inherits(Option<Column>),
}

impl Row {
    fn new(entries: Vec<Entry>, columns: &Columns, positions: &mut Vec<Position>) -> Self {
        let mut said = vec![Link::Nothing; columns.jurisdictions.len()];
        for entry in entries {
            let Some(column) = columns.find(entry.code) else { continue };
            said[column.index()] = match entry.says {
                Said::Inherits { from, .. } => Link::Inherits(columns.find(from)),
                Said::Own(position) => {
                    positions.push(*position);
                    Place::new(positions.len() - 1).map_or(Link::Nothing, Link::Own)
                }
            };
        }
        Self { said }
    }

    /// Follows a column's inheritance to the entry that answers. More steps than columns is a circle.
    fn resolve(
        &self,
        column: Column,
        competence: Competence,
        columns: &Columns,
        positions: &[Position],
    ) -> Cell {
        let step = |from: Column| match self.said[from.index()] {
            Link::Inherits(parent) => parent,
            Link::Nothing if competence == Competence::Eu => columns.jurisdictions[from.index()].member_of,
            Link::Own(_) | Link::Nothing => None,
        };
        let cell = |root, parent, answer, position| Cell { root, answer, supposed: false, parent, position };
        let parent = step(column).unwrap_or(column);
        let mut root = column;
        for _ in 0..=self.said.len() {
            if let Link::Own(place) = self.said[root.index()] {
                return cell(root, parent, positions[place.index()].level, Some(place));
            }
            match step(root) {
                Some(next) => root = next,
                None => return cell(root, parent, Answer::Unknown, None),
            }
        }
        cell(column, column, Answer::Unknown, None)
    }
}

#[cfg(test)]
mod tests;
