use super::SheetTable;

/// What the view Moves shows: what would bring the group closer.
#[derive(Clone, Debug, Default)]
pub struct Moves {
    /// Its table.
    pub table: SheetTable,
}
