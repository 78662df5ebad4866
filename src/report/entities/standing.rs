//! How an entity stands on lists, in words.

use crate::analysis::OnLists;
use crate::report::words::Glyphs;
use crate::scorecard::ListingStatus;

/// The one character for how an entity stands on a list.
pub(crate) fn mark(status: ListingStatus, glyphs: Glyphs) -> &'static str {
    let (unicode, ascii) = match status {
        ListingStatus::Listed => ("●", "*"),
        ListingStatus::Removed => ("×", "x"),
        ListingStatus::NotListed => ("·", "."),
        ListingStatus::Unknown => ("?", "?"),
    };
    match glyphs {
        Glyphs::Unicode => unicode,
        Glyphs::Ascii => ascii,
    }
}

/// On how many lists of a jurisdiction an entity stands, the rest only where it says something: `5 of 8 listed`,
/// `1 removed`, `not listed`, `not listed, 1 unknown`, `unknown`.
pub(crate) fn in_short(counts: OnLists) -> String {
    let OnLists { listed, removed, not_listed, unknown } = counts;
    let mut parts = Vec::new();
    if listed > 0 {
        parts.push(format!("{listed} of {} listed", counts.lists()));
    }
    if removed > 0 {
        parts.push(format!("{removed} removed"));
    }
    if parts.is_empty() && not_listed > 0 {
        parts.push("not listed".to_owned());
    }
    match (parts.is_empty(), unknown) {
        (true, _) => parts.push("unknown".to_owned()),
        (false, 1..) if listed == 0 => parts.push(format!("{unknown} unknown")),
        _ => {}
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unknown_is_told_where_it_could_change_the_answer() {
        let told =
            |listed, removed, not_listed, unknown| in_short(OnLists { listed, removed, not_listed, unknown });
        assert_eq!(told(5, 0, 2, 1), "5 of 8 listed");
        assert_eq!(told(1, 1, 0, 0), "1 of 2 listed, 1 removed");
        assert_eq!(told(0, 1, 0, 1), "1 removed, 1 unknown");
        assert_eq!(told(0, 0, 2, 0), "not listed");
        assert_eq!(told(0, 0, 1, 1), "not listed, 1 unknown");
        assert_eq!(told(0, 0, 0, 2), "unknown");
    }
}
