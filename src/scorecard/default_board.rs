//! The board where the workspace has none: the EU, the US and the T-12.

use super::{BoardPlan, Code, GroupEntry, JurisdictionEntry, WeightChoice};
use crate::text::Span;

const UNION: Code = Code::pair(*b"EU");
const STATES: Code = Code::pair(*b"US");

/// Code, name, name for narrow places, union. The first two are the poles; all but the first are the T-12.
const JURISDICTIONS: [(Code, &str, Option<&str>, Option<Code>); 13] = [
    (UNION, "European Union", Some("EU"), None),
    (STATES, "United States", Some("US"), None),
    (Code::pair(*b"AU"), "Australia", None, None),
    (Code::pair(*b"CA"), "Canada", None, None),
    (Code::pair(*b"FI"), "Finland", None, Some(UNION)),
    (Code::pair(*b"FR"), "France", None, Some(UNION)),
    (Code::pair(*b"DE"), "Germany", None, Some(UNION)),
    (Code::pair(*b"IN"), "India", None, None),
    (Code::pair(*b"IL"), "Israel", None, None),
    (Code::pair(*b"JP"), "Japan", None, None),
    (Code::pair(*b"KR"), "Republic of Korea", Some("Korea"), None),
    (Code::pair(*b"SE"), "Sweden", None, Some(UNION)),
    (Code::pair(*b"GB"), "United Kingdom", Some("UK"), None),
];

impl Default for BoardPlan {
    /// The board where the workspace has none. Codes it does not know become further columns.
    fn default() -> Self {
        let nowhere = Span::default();
        let group: Box<str> = "T-12".into();
        Self {
            title: "Technology policy alignment".into(),
            poles: [(UNION, nowhere), (STATES, nowhere)],
            jurisdictions: JURISDICTIONS
                .iter()
                .map(|&(code, name, short, union)| JurisdictionEntry {
                    code,
                    code_at: nowhere,
                    name: name.into(),
                    short: short.map(Into::into),
                    member_of: union.map(|union| (union, nowhere)),
                })
                .collect(),
            groups: vec![GroupEntry {
                name: group.clone(),
                members: JURISDICTIONS[1..].iter().map(|&(code, ..)| (code, nowhere)).collect(),
            }],
            group: Some((group, nowhere)),
            areas: Vec::new(),
            weights: (WeightChoice::Authored, nowhere),
            weight_sets: Vec::new(),
            stale_after_days: BoardPlan::STALE_AFTER_DAYS,
            views: Vec::new(),
            open: true,
        }
    }
}
