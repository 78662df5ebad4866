use super::{Model, View};
use crate::filter::{Filter, Order};
use crate::scorecard::PartialDate;
use crate::text::nearest;

/// A filter and an order worth having at hand.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// The name people read.
    pub name: &'static str,
    /// The terms, on a day.
    filter: fn(PartialDate) -> String,
    /// The order; the view's own where it is empty.
    order: &'static str,
}

const fn preset(name: &'static str, filter: fn(PartialDate) -> String, order: &'static str) -> Preset {
    Preset { name, filter, order }
}

const ALL: Preset = preset("all", |_| String::new(), "");
const WIDE: Preset = preset("two steps or more", |_| "gap>=2".to_owned(), "");
const SOON: Preset = preset("what changes within a year", within_a_year, "next");

/// The presets of a view; the first shows everything in the view's own order.
pub fn presets(view: View) -> &'static [Preset] {
    match view {
        View::Board => {
            const { &[ALL, WIDE, preset("open questions", |_| "band:open-question".to_owned(), ""), SOON] }
        }
        View::Matrix => {
            const {
                &[
                    ALL,
                    preset("open questions", |_| "open:yes".to_owned(), ""),
                    preset("members differ", |_| "tag:members-differ".to_owned(), ""),
                    preset("not yet in force", |_| "status:proposed,adopted,partly_in_force".to_owned(), ""),
                    preset("low confidence", |_| "confidence:low".to_owned(), ""),
                    preset("widest first", |_| String::new(), "gap"),
                ]
            }
        }
        View::Gaps => {
            const {
                &[
                    ALL,
                    WIDE,
                    preset("not in force", |_| "tag:not-in-force".to_owned(), ""),
                    preset("low confidence", |_| "tag:low-confidence".to_owned(), ""),
                    preset("different instrument", |_| "tag:different-instrument".to_owned(), ""),
                    SOON,
                ]
            }
        }
    }
}

/// The steps that may come until this month of the next year.
fn within_a_year(today: PartialDate) -> String {
    format!("next<={:04}-{:02}", today.year().saturating_add(1).min(9999), today.month().unwrap_or(12))
}

impl Model {
    /// Takes the preset after the one in force, and after the last the first.
    pub fn next_preset(&mut self) {
        let presets = presets(self.view);
        let here = presets.iter().position(|preset| self.is_as(*preset));
        // Terms somebody typed are no preset: the first one that filters follows.
        let next = here.map_or(1, |at| (at + 1) % presets.len());
        if let Some(preset) = presets.get(next) {
            self.take_preset(*preset);
        }
    }

    /// Takes the preset of that name, or says which there are.
    pub fn take_preset_named(&mut self, name: &str) {
        let presets = presets(self.view);
        if let Some(preset) = presets.iter().find(|preset| preset.name.eq_ignore_ascii_case(name.trim())) {
            self.take_preset(*preset);
            return;
        }
        let names = presets.iter().map(|preset| preset.name);
        let meant = nearest(name, names.clone()).map(|meant| format!(" Did you mean {meant}?"));
        let known: Vec<&str> = names.collect();
        self.warn(format!("The presets here are: {}.{}", known.join(", "), meant.unwrap_or_default()));
    }

    fn is_as(&self, preset: Preset) -> bool {
        self.preset_filter(preset) == *self.filtering.filter() && self.preset_order(preset) == self.order()
    }

    fn take_preset(&mut self, preset: Preset) {
        let (filter, order) = (self.preset_filter(preset), self.preset_order(preset));
        self.set_order(order);
        self.set_filter(filter);
        let left = self.found().map_or(String::new(), |(found, of)| format!(": {found} of {of}"));
        self.tell(format!("Preset {}{left}", preset.name));
    }

    fn preset_filter(&self, preset: Preset) -> Filter {
        Filter::parse(&(preset.filter)(self.today), &self.board).filter
    }

    fn preset_order(&self, preset: Preset) -> Option<Order> {
        Order::parse(preset.order, self.view.into(), &self.board)
    }
}
