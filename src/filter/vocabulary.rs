use crate::scorecard::{Board, Code};

/// The words of a board that a filter may use.
pub trait Vocabulary {
    /// The jurisdictions with their names, in column order.
    fn jurisdictions(&self) -> Box<dyn Iterator<Item = (Code, &str)> + '_>;

    /// The ids of the areas with their short titles, in reading order.
    fn areas(&self) -> Box<dyn Iterator<Item = (&str, &str)> + '_>;

    /// The kinds of instrument of all measures, in reading order and as often as they are named.
    fn approaches(&self) -> Box<dyn Iterator<Item = &str> + '_>;

    /// The ids of the restrictive lists of all registers with their names, in the order written.
    fn lists(&self) -> Box<dyn Iterator<Item = (&str, &str)> + '_>;
}

impl Vocabulary for Board {
    fn jurisdictions(&self) -> Box<dyn Iterator<Item = (Code, &str)> + '_> {
        Box::new(self.jurisdictions.iter().map(|found| (found.code, &*found.name)))
    }

    fn areas(&self) -> Box<dyn Iterator<Item = (&str, &str)> + '_> {
        Box::new(self.areas.iter().map(|area| (&*area.id, area.short_title())))
    }

    fn approaches(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        let approaches = self.measures.iter().flat_map(|measure| &measure.approaches);
        Box::new(approaches.map(|approach| &*approach.name))
    }
    fn lists(&self) -> Box<dyn Iterator<Item = (&str, &str)> + '_> {
        let lists = self.registers.iter().flat_map(|register| &register.lists);
        Box::new(lists.map(|list| (&*list.id, &*list.name)))
    }
}
