/// Rows under headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub headings: Vec<Heading>,
    /// The rows, each with one field a column.
    pub rows: Vec<Vec<Field>>,
    /// How many of the first columns are repeated where a table is written in several blocks.
    pub frozen: usize,
}

/// The top of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// What stands there.
    pub text: String,
    /// Whether the column's texts may be broken into several lines.
    pub wraps: bool,
}

/// One field of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// Words, maybe from a file. Stands at the left; a spreadsheet must not take it for a formula.
    Text(String),
    /// A figure that was computed here. Stands at the right.
    Figure(String),
    /// What another field says, drawn. Stands as it is, and is left out where nobody sees it.
    Drawing(String),
}

impl Field {
    /// What stands in the field.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(text) | Self::Figure(text) | Self::Drawing(text) => text,
        }
    }

    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A figure.
    pub fn figure(figure: &impl ToString) -> Self {
        Self::Figure(figure.to_string())
    }

    /// A figure where there is one, else an empty field.
    pub fn maybe(figure: Option<impl ToString>) -> Self {
        Self::Figure(figure.map(|figure| figure.to_string()).unwrap_or_default())
    }
}

impl Table {
    /// A table whose columns keep their texts on one line.
    pub fn new<'h>(headings: impl IntoIterator<Item = &'h str>) -> Self {
        let headings = headings.into_iter().map(|text| Heading { text: text.to_owned(), wraps: false });
        Self { headings: headings.collect(), rows: Vec::new(), frozen: 1 }
    }

    /// The same table with the texts of these columns free to be broken into lines.
    #[must_use]
    pub fn wrapping(mut self, columns: &[usize]) -> Self {
        for &column in columns {
            if let Some(heading) = self.headings.get_mut(column) {
                heading.wraps = true;
            }
        }
        self
    }

    /// The same table with this many first columns repeated in every block.
    #[must_use]
    pub fn freezing(mut self, frozen: usize) -> Self {
        self.frozen = frozen;
        self
    }

    /// Adds a row.
    pub fn row(&mut self, fields: Vec<Field>) {
        self.rows.push(fields);
    }

    /// The texts of a column, its heading first.
    pub(super) fn column(&self, number: usize) -> impl Iterator<Item = &str> {
        let heading = self.headings.get(number).map(|heading| heading.text.as_str());
        let fields = self.rows.iter().filter_map(move |row| row.get(number).map(Field::as_str));
        heading.into_iter().chain(fields)
    }
}
