use super::SheetTable;

/// What the view Timeline shows: what changed, what is coming.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// Its table.
    pub table: SheetTable,
}
