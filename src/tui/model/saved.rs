//! Saved views: taking one of the board, and writing the one on screen as the board file would have it.

use super::{Columns, GapColumn, Model, Seen, View};
use crate::analysis::{Comparison, Lens, Units};
use crate::filter::{Filter, Order};
use crate::report::words;
use crate::scorecard::{BoardPlan, Column, OptionalColumn, SavedView, ViewName, WeightChoice};

impl Model {
    /// Shows a saved view: its filter, order and columns in place of those there are, and of the comparison what it
    /// names. What it says and the board does not know is passed over; `t12 check` tells it.
    pub fn take_view(&mut self, view: &SavedView) {
        let mut comparison = self.figures.chosen().clone();
        self.name_comparison(&mut comparison, view);
        if comparison != *self.figures.chosen() {
            self.compare(|own| *own = comparison);
        }
        let find = |code| self.board.column(code);
        let columns = view.columns.as_ref().map(|codes| codes.iter().filter_map(|&(code, _)| find(code)));
        let columns = columns.map(|shown| Columns::only(&self.board, shown.collect())).unwrap_or_default();
        self.set_columns(columns);
        if view.view == ViewName::Gaps {
            self.hide_gap_columns(view.hidden.iter().map(|&(column, _)| GapColumn::from(column)));
        }
        if view.view == ViewName::Compare {
            self.take_sides(self.sides_of(view));
        }
        self.jump_to_view(View::from(view.view));
        let area = |id: &str| self.board.areas.iter().position(|area| *area.id == *id);
        if let Some(area) = view.area.as_ref().and_then(|phrase| area(&phrase.text)) {
            self.jump_to_area(area);
        }
        let order = |text: &str| Order::parse(text, view.view, &self.board);
        self.set_order(view.sort.as_ref().and_then(|phrase| order(&phrase.text)));
        let filter = view.filter.as_ref().map(|phrase| Filter::parse(&phrase.text, &self.board).filter);
        self.set_filter(filter.unwrap_or_default());
        // Order and filter would leave the cursor wherever its row came to lie.
        self.rows_mut().go(isize::MIN);
        self.tell(format!("View {}", view.name));
    }

    /// The two sides a view names; nothing where it does not name two different ones that there are.
    fn sides_of(&self, view: &SavedView) -> Option<[Seen; 2]> {
        let [first, second] = &*view.sides else { return None };
        let sides = [self.side(&first.text)?, self.side(&second.text)?];
        (sides[0] != sides[1]).then_some(sides)
    }

    /// Puts what a view says of the comparison into one.
    fn name_comparison(&self, comparison: &mut Comparison, view: &SavedView) {
        let board = &self.board;
        let poles = view.poles.map(|poles| poles.map(|(code, _)| board.column(code)));
        if let Some([Some(first), Some(second)]) = poles {
            comparison.poles = [first, second];
        }
        if let Some(name) = view.group.as_ref().map(|phrase| &*phrase.text) {
            let named = board.groups.iter().find(|group| *group.name == *name);
            let all = || (name == BoardPlan::ALL).then(|| board.columns().collect());
            let group: Option<Vec<Column>> = named.map(|group| group.members.clone()).or_else(all);
            comparison.group = group.unwrap_or_else(|| comparison.group.clone());
        }
        if let Some(name) = view.weights.as_ref().map(|phrase| &*phrase.text) {
            let named = board.weight_sets.iter().any(|set| *set.name == *name);
            comparison.weights = match name {
                "authored" => WeightChoice::Authored,
                "equal" => WeightChoice::Equal,
                name if named => WeightChoice::Named(name.into()),
                _ => comparison.weights.clone(),
            };
        }
        let lens = view.lens.as_ref().and_then(|phrase| Lens::parse(&phrase.text));
        comparison.lens = lens.unwrap_or(comparison.lens);
        let units = view.units.as_ref().and_then(|phrase| Units::parse(&phrase.text));
        comparison.units = units.unwrap_or(comparison.units);
    }

    /// The view on screen as an item of the board's `views`, with what is otherwise than on the board.
    pub fn view_as_yaml(&self, name: &str) -> String {
        let view = ViewName::from(self.view);
        let mut lines = vec![format!("  - name: {}", quoted(name)), format!("    view: {}", view.key())];
        let mut key = |name: &str, value: Option<String>| {
            lines.extend(value.map(|value| format!("    {name}: {value}")));
        };
        let area = self.area().filter(|_| self.view == View::Matrix);
        key("area", area.map(|area| self.board.areas[area].id.to_string()));
        let filter = self.filtering.filter();
        key("filter", (!filter.is_empty()).then(|| quoted(&filter.to_string())));
        key("sort", self.order().map(|order| order.to_string()));
        let (now, own) = (self.figures.chosen(), Comparison::of(&self.board));
        key("poles", (now.poles != own.poles).then(|| self.codes(&now.poles)));
        let group = words::group(&self.board, &now.group);
        let has_name = group == BoardPlan::ALL || self.board.groups.iter().any(|found| *found.name == *group);
        key("group", (now.group != own.group && has_name).then(|| quoted(&group)));
        key("weights", (now.weights != own.weights).then(|| quoted(words::weights(&now.weights))));
        key("lens", (now.lens != own.lens).then(|| now.lens.word()));
        key("units", (now.units != own.units).then(|| now.units.key().to_owned()));
        let arranged = !self.columns.are_as_on_the_board();
        let hides = |column: &OptionalColumn| self.columns.hides_in_gaps(GapColumn::from(*column));
        let hidden: Vec<&str> =
            OptionalColumn::ALL.into_iter().filter(hides).map(OptionalColumn::key).collect();
        let hides = self.view == View::Gaps && !hidden.is_empty();
        key("hidden", hides.then(|| format!("[{}]", hidden.join(", "))));
        let sides = self.chosen_sides().filter(|_| self.view == View::Compare);
        key("sides", sides.map(|sides| format!("[{}]", sides.map(|side| self.written(side)).join(", "))));
        key("columns", arranged.then(|| self.codes(&self.matrix.members)));
        lines.join("\n") + "\n"
    }

    fn codes(&self, columns: &[Column]) -> String {
        let code = |&column: &Column| self.board.jurisdiction(column).code.to_string();
        format!("[{}]", columns.iter().map(code).collect::<Vec<_>>().join(", "))
    }
}

/// A text in single quotes, in which YAML reads nothing but the quote.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
