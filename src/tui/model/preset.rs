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

impl Preset {
    /// Everything, in the view's own order.
    pub const ALL: Self = Self::new("all", |_| String::new(), "");
    /// The wide gaps.
    pub const WIDE: Self = Self::new("two steps or more", |_| "gap>=2".to_owned(), "");
    /// What may come within a year.
    pub const SOON: Self = Self::new("what changes within a year", within_a_year, "next");

    /// A preset by its name, its terms on a day, and its order; the view's own where that is empty.
    pub const fn new(name: &'static str, filter: fn(PartialDate) -> String, order: &'static str) -> Self {
        Self { name, filter, order }
    }
}

/// The presets of a view; the first shows everything in the view's own order.
pub fn presets(view: View) -> &'static [Preset] {
    match view {
        View::Board => {
            const {
                &[
                    Preset::ALL,
                    Preset::WIDE,
                    Preset::new("open questions", |_| "band:open-question".to_owned(), ""),
                    Preset::SOON,
                ]
            }
        }
        View::Matrix => {
            const {
                &[
                    Preset::ALL,
                    Preset::new("open questions", |_| "open:yes".to_owned(), ""),
                    Preset::new("members differ", |_| "tag:members-differ".to_owned(), ""),
                    Preset::new(
                        "not yet in force",
                        |_| "status:proposed,adopted,partly_in_force".to_owned(),
                        "",
                    ),
                    Preset::new("low confidence", |_| "confidence:low".to_owned(), ""),
                    Preset::new("widest first", |_| String::new(), "gap"),
                ]
            }
        }
        View::Gaps => {
            const {
                &[
                    Preset::ALL,
                    Preset::WIDE,
                    Preset::new("not in force", |_| "tag:not-in-force".to_owned(), ""),
                    Preset::new("low confidence", |_| "tag:low-confidence".to_owned(), ""),
                    Preset::new("different instrument", |_| "tag:different-instrument".to_owned(), ""),
                    Preset::SOON,
                ]
            }
        }
        view => view.sheet().map_or(const { &[Preset::ALL] }, |sheet| sheet.presets),
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
