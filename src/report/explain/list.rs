use serde::Serialize;

use super::kind::Kind;
use crate::report::document::{Document, Field, Table};
use crate::report::json::VERSION;
use crate::report::twin::Twin;

/// Every figure that can be explained, and how it is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Explainable;

/// The JSON of `t12 explain` alone.
#[derive(Debug, Serialize)]
pub struct ExplainableJson {
    t12: u32,
    figures: Vec<FigureJson>,
}

#[derive(Debug, Serialize)]
struct FigureJson {
    figure: &'static str,
    arguments: &'static str,
    title: &'static str,
    meaning: &'static str,
    formula: &'static str,
    source: &'static str,
}

impl Twin for Explainable {
    type Json<'j>
        = ExplainableJson
    where
        Self: 'j;

    fn document(&self) -> Document {
        let mut document = Document::titled("Figures that t12 explain can redo");
        let mut table = Table::new(["t12 explain", "What it is"]).wrapping(&[1]);
        for kind in Kind::ALL {
            let about = kind.about();
            let command = format!("{} {}", kind.key(), about.arguments);
            table.row(vec![Field::text(command), Field::text(about.title)]);
        }
        document.table(table);
        document.paragraph(
            "In brackets is what may be left out: all areas, or the group, then. Ids may be shortened to a beginning that no other id has. In \
             the terminal program x explains the figure of the cursor.",
        );
        document
    }

    fn table(&self) -> Table {
        let mut table = Table::new(["figure", "arguments", "title", "meaning", "formula", "source"]);
        for kind in Kind::ALL {
            let about = kind.about();
            let row = [kind.key(), about.arguments, about.title, about.meaning, about.formula, about.source];
            table.row(row.map(Field::text).into());
        }
        table
    }

    fn json(&self) -> ExplainableJson {
        let figure = |kind: Kind| {
            let about = kind.about();
            FigureJson {
                figure: kind.key(),
                arguments: about.arguments,
                title: about.title,
                meaning: about.meaning,
                formula: about.formula,
                source: about.source,
            }
        };
        ExplainableJson { t12: VERSION, figures: Kind::ALL.map(figure).into() }
    }
}
