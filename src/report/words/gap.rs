use super::band;
use crate::analysis::{Gap, Lens, Reach, Units};
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

/// Who counts once in the group: `decision units`, or `members counted`.
pub fn units(units: Units) -> &'static str {
    match units {
        Units::Decision => "decision units",
        Units::Members => "members counted",
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Band, Side, Tags};
    use crate::scorecard::{Answer, Level, MeasureIndex};

    fn span(lo: u8, hi: u8) -> Reach {
        Reach::Known { lo: Level::new(lo).unwrap(), hi: Level::new(hi).unwrap() }
    }

    fn gap(steps: Option<i8>, band: Band, could_be: Option<[Band; 2]>) -> Gap {
        let side = Side { reach: span(1, 1), own: Answer::Unknown, members: None, members_decide: false };
        let (measure, tags) = (MeasureIndex(0), Tags::default());
        let (rank, share) = (steps.map(|_| 4), None);
        Gap {
            measure,
            rank,
            tied: true,
            first: side,
            second: side,
            gap: steps,
            band,
            could_be,
            weight: 0,
            share,
            tags,
        }
    }

    #[test]
    fn a_gap_names_the_fuller_pole_and_else_its_band() {
        let poles = ["EU", "US"];
        assert_eq!(fuller(&gap(Some(-1), Band::Narrow, None), poles), "EU fuller by 1");
        assert_eq!(fuller(&gap(Some(3), Band::Wide, None), poles), "US fuller by 3");
        assert_eq!(fuller(&gap(Some(0), Band::WithinSpan, None), poles), "within span");
        assert_eq!(fuller(&gap(None, Band::OpenQuestion, None), poles), "open question");
    }

    #[test]
    fn what_is_open_is_told_with_its_ends() {
        let open = |ends| could_be(&gap(None, Band::OpenQuestion, Some(ends)));
        assert_eq!(open([Band::SameLevel, Band::Wide]).as_deref(), Some("could be same level to wide"));
        assert_eq!(open([Band::Narrow, Band::Narrow]).as_deref(), Some("could be narrow"));
        assert_eq!(could_be(&gap(Some(1), Band::Narrow, None)), None);
    }

    #[test]
    fn a_reach_is_a_level_or_a_span_and_a_shared_rank_is_marked() {
        assert_eq!([reach(span(2, 2)), reach(span(2, 4)), reach(Reach::Unknown)], ["2", "2–4", "unknown"]);
        assert_eq!(rank(&gap(Some(1), Band::Narrow, None)), "=4");
        assert_eq!(rank(&gap(None, Band::OpenQuestion, None)), "");
    }
}
