use super::band;
use crate::analysis::{Gap, Lens, Reach};
use crate::scorecard::{Board, Column, WeightChoice};

/// A gap in words: `EU fuller by 1`, or its band where no side is fuller. `poles` are the poles' codes.
pub fn fuller(gap: &Gap, poles: [&str; 2]) -> String {
    match (gap.fuller(), gap.width()) {
        (Some(pole), Some(width)) => format!("{} fuller by {width}", poles[pole]),
        _ => band(gap.band).to_owned(),
    }
}

/// The bands a gap could be, where an unknown or a low-confidence level leaves more than one: `could be narrow to wide`.
pub fn could_be(gap: &Gap) -> Option<String> {
    let [closest, farthest] = gap.could_be?.map(band);
    Some(if closest == farthest {
        format!("could be {closest}")
    } else {
        format!("could be {closest} to {farthest}")
    })
}

/// Where a pole stands: its level, its span `2–4`, `unknown` or `not applicable`.
pub fn reach(reach: Reach) -> String {
    match reach {
        Reach::Known { lo, hi } if lo == hi => lo.to_string(),
        Reach::Known { lo, hi } => format!("{lo}–{hi}"),
        Reach::Unknown => "unknown".to_owned(),
        Reach::NotApplicable => "not applicable".to_owned(),
    }
}

/// A rank as it is printed: `4`, or `=4` where others share it.
pub fn rank(gap: &Gap) -> String {
    let tied = if gap.tied { "=" } else { "" };
    gap.rank.map(|rank| format!("{tied}{rank}")).unwrap_or_default()
}

/// How a board is looked at: `as recorded`.
pub fn lens(lens: Lens) -> String {
    match lens {
        Lens::AsRecorded => "as recorded".to_owned(),
        Lens::InForce => "in force".to_owned(),
        Lens::AtLeast(confidence) => format!("confidence {} or higher", confidence.key()),
        Lens::On(date) => format!("on {date}"),
    }
}

/// The name of a choice of weights.
pub fn weights(choice: &WeightChoice) -> &str {
    match choice {
        WeightChoice::Authored => "authored",
        WeightChoice::Equal => "equal",
        WeightChoice::Named(name) => name,
    }
}

/// The name of a group of columns: that of the board's group with the same members, `all` for all jurisdictions, else
/// the codes.
pub fn group(board: &Board, members: &[Column]) -> String {
    if let Some(group) = board.groups.iter().find(|group| group.members == members) {
        return group.name.to_string();
    }
    if board.columns().eq(members.iter().copied()) {
        return "all".to_owned();
    }
    let codes: Vec<&str> = members.iter().map(|&column| board.jurisdiction(column).code.as_str()).collect();
    codes.join(", ")
}
