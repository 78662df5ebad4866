use super::SheetTable;

/// What the view Blocs shows: who stands with whom.
#[derive(Clone, Debug, Default)]
pub struct Blocs {
    /// Its table.
    pub table: SheetTable,
}
