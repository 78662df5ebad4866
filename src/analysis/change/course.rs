use super::super::Reach;

/// What became of the gap between the poles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Course {
    /// It is narrower.
    Converging,
    /// It is wider.
    Diverging,
    /// Both moved, and it is as wide as before.
    Parallel,
    /// The other pole is fuller than before.
    Crossing,
    /// It is as wide as before, and not both moved.
    Unchanged,
}

impl Course {
    /// Every course, in the order they are listed.
    pub const ALL: [Self; 5] =
        [Self::Converging, Self::Diverging, Self::Parallel, Self::Crossing, Self::Unchanged];

    /// The word of exports.
    pub fn key(self) -> &'static str {
        match self {
            Self::Converging => "converging",
            Self::Diverging => "diverging",
            Self::Parallel => "parallel",
            Self::Crossing => "crossing",
            Self::Unchanged => "unchanged",
        }
    }

    /// The course of a gap, in steps before and after. That the sides changed says more than the width.
    pub(super) fn of(before: i8, after: i8, both_moved: bool) -> Self {
        if before.signum() * after.signum() < 0 {
            return Self::Crossing;
        }
        match after.unsigned_abs().cmp(&before.unsigned_abs()) {
            std::cmp::Ordering::Less => Self::Converging,
            std::cmp::Ordering::Greater => Self::Diverging,
            std::cmp::Ordering::Equal if both_moved => Self::Parallel,
            std::cmp::Ordering::Equal => Self::Unchanged,
        }
    }
}

/// Where a pole stood and stands on a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoleChange {
    /// Before and after.
    pub reach: [Reach; 2],
}

impl PoleChange {
    /// Whether it moved: known before and after, at other levels.
    pub fn moved(&self) -> bool {
        let [before, after] = self.reach.map(Reach::levels);
        before.is_some() && after.is_some() && before != after
    }

    /// Above 0 where it moved to fuller levels, below 0 where it moved to less full ones, by the middle of a span; 0
    /// where it stayed.
    pub fn direction(&self) -> i8 {
        let middle = |reach: Reach| {
            reach.levels().map(|[lo, hi]| lo.number().cast_signed() + hi.number().cast_signed())
        };
        let [before, after] = self.reach.map(middle);
        before.zip(after).map_or(0, |(before, after)| (after - before).signum())
    }
}

/// Which of the poles moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribution {
    /// One alone, 0 or 1. Where the gap is wider this pole is the active one and the other the passive.
    One(usize),
    /// Both, each towards the other, and the gap is narrower: active alignment.
    TowardsEachOther,
    /// Both, otherwise.
    Both,
}

impl Attribution {
    /// The word of exports, without who it was.
    pub fn key(self) -> &'static str {
        match self {
            Self::One(_) => "one",
            Self::TowardsEachOther => "active-alignment",
            Self::Both => "both",
        }
    }

    /// What it is called with the codes of the poles: `active (EU), passive (US)` where the gap grew by one of them.
    pub fn words(self, course: Option<Course>, poles: [&str; 2]) -> String {
        match self {
            Self::One(active) if course == Some(Course::Diverging) => {
                format!("active ({}), passive ({})", poles[active], poles[1 - active])
            }
            Self::One(pole) => format!("{} moved", poles[pole]),
            Self::TowardsEachOther => "active alignment: both moved towards each other".to_owned(),
            Self::Both => "both moved".to_owned(),
        }
    }

    pub(super) fn of(poles: &[PoleChange; 2], before: Option<i8>, course: Option<Course>) -> Option<Self> {
        match poles.each_ref().map(PoleChange::moved) {
            [false, false] => None,
            [true, false] => Some(Self::One(0)),
            [false, true] => Some(Self::One(1)),
            [true, true] => {
                let towards = before.is_some_and(|gap| {
                    let up = gap.signum();
                    up != 0 && poles.each_ref().map(PoleChange::direction) == [up, -up]
                });
                let closer = course == Some(Course::Converging);
                Some(if towards && closer { Self::TowardsEachOther } else { Self::Both })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scorecard::Level;

    fn pole(before: u8, after: u8) -> PoleChange {
        let at = |level| Level::new(level).map(|level| Reach::Known { lo: level, hi: level }).unwrap();
        PoleChange { reach: [at(before), at(after)] }
    }

    #[test]
    fn the_course_is_that_of_the_width_unless_the_sides_change() {
        for (before, after, both, course) in [
            (3, 1, false, Course::Converging),
            (-1, -2, false, Course::Diverging),
            (2, 2, true, Course::Parallel),
            (2, 2, false, Course::Unchanged),
            (2, -2, true, Course::Crossing),
            (3, -1, false, Course::Crossing),
            (2, 0, true, Course::Converging),
            (0, 0, true, Course::Parallel),
        ] {
            assert_eq!(Course::of(before, after, both), course, "{before} {after}");
        }
    }

    #[test]
    fn attribution_tells_who_moved() {
        let of =
            |poles: [PoleChange; 2], before: i8, course| Attribution::of(&poles, Some(before), Some(course));
        let codes = ["EU", "US"];
        assert_eq!(of([pole(1, 1), pole(3, 3)], 2, Course::Unchanged), None);
        let grew = of([pole(3, 4), pole(1, 1)], -2, Course::Diverging).unwrap();
        assert_eq!(grew.words(Some(Course::Diverging), codes), "active (EU), passive (US)");
        let fell = of([pole(3, 3), pole(1, 2)], -2, Course::Converging).unwrap();
        assert_eq!(fell.words(Some(Course::Converging), codes), "US moved");
        let both = of([pole(3, 2), pole(0, 1)], -3, Course::Converging);
        assert_eq!(both, Some(Attribution::TowardsEachOther));
        assert_eq!(of([pole(3, 4), pole(0, 2)], -3, Course::Converging), Some(Attribution::Both));
        assert_eq!(of([pole(3, 1), pole(0, 2)], -3, Course::Crossing), Some(Attribution::Both));
    }
}
