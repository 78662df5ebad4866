use super::SheetTable;

/// What the view Entities shows: one company, many lists.
#[derive(Clone, Debug, Default)]
pub struct Entities {
    /// Its table.
    pub table: SheetTable,
}
