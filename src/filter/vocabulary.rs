use crate::scorecard::{Board, Code};

/// The words of a board that a filter may use.
pub trait Vocabulary {
    /// The jurisdictions with their names, in column order.
    fn jurisdictions(&self) -> Box<dyn Iterator<Item = (Code, &str)> + '_>;

    /// The ids of the areas with their short titles, in reading order.
    fn areas(&self) -> Box<dyn Iterator<Item = (&str, &str)> + '_>;

    /// The kinds of instrument of all measures, in reading order and as often as they are named.
    fn approaches(&self) -> Box<dyn Iterator<Item = &str> + '_>;
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
}
