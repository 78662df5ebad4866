use super::SheetTable;

/// What the view Compare shows: any two side by side.
#[derive(Clone, Debug, Default)]
pub struct Compare {
    /// Its table.
    pub table: SheetTable,
}
