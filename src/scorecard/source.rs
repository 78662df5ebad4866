use super::{PartialDate, Prose};

/// Where a position can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Title of the page or document.
    pub title: Prose,
    /// Who published it.
    pub publisher: Prose,
    /// Address; opened only where it is http or https.
    pub url: Prose,
    /// Date of the source, where it carries one.
    pub date: Option<PartialDate>,
    /// Cited, but not opened by the authors.
    pub unread: bool,
}
