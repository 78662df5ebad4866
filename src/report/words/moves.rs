use crate::analysis::{Decider, Figures, Move, RankedMove};
use crate::scorecard::{Board, Column, Level, MeasureIndex};

use super::Glyphs;

/// Stands over every list of moves.
pub const COMPUTED_NOT_DECIDED: &str = "The program computes, the group decides.";

/// Stands under every list of moves.
pub const NOT_GOOD_BY_ITSELF: &str =
    "Raising alignment is not in itself good policy; a list of moves is arithmetic on levels.";

/// A difference of two shares in points of a hundred, to the tenth: `+0.4`. One too small to round is `below 0.1`.
pub fn points(difference: f64) -> String {
    let tenths = (difference * 1000.0 + difference.signum() * 1e-9).round() / 10.0;
    match tenths {
        0.0 if difference == 0.0 => "0.0".to_owned(),
        0.0 => "below 0.1".to_owned(),
        tenths => format!("{tenths:+.1}"),
    }
}

/// The pairs of a move, in steps: `7 closer, 2 further`.
pub fn closer_and_further(step: &Move) -> String {
    format!("{} closer, {} further", step.closer, step.further)
}

/// From one level to another: `2 → 3`.
pub fn step(from: Level, to: Level, glyphs: Glyphs) -> String {
    from_to(&from.to_string(), &to.to_string(), glyphs)
}

/// From one thing to another: `same level → EU fuller by 1`.
pub fn from_to(from: &str, to: &str, glyphs: Glyphs) -> String {
    match glyphs {
        Glyphs::Unicode => format!("{from} → {to}"),
        Glyphs::Ascii => format!("{from} -> {to}"),
    }
}

/// Who moves, with how many of the group that inherit: `EU (+4)`.
pub fn carrying(board: &Board, figures: &Figures, measure: MeasureIndex, column: Column) -> String {
    let code = board.jurisdiction(column).code;
    match figures.carried(measure, column).count() {
        0 => code.to_string(),
        others => format!("{code} (+{others})"),
    }
}

/// Who decides on a jurisdiction's level on a measure: `EU, shared competence`, `FI, member states decide`, `JP`.
pub fn decides(board: &Board, measure: MeasureIndex, column: Column) -> String {
    let code = board.jurisdiction(column).code;
    match Decider::of(board, column) {
        Decider::Single => code.to_string(),
        Decider::Union | Decider::Member => format!("{code}, {}", board.measure(measure).competence.words()),
    }
}

/// A rank as it is printed: `4`, or `=4` where others share it.
pub fn move_rank(ranked: &RankedMove) -> String {
    let tied = if ranked.tied { "=" } else { "" };
    format!("{tied}{}", ranked.rank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_told_to_the_tenth_half_away_from_zero() {
        let told = [0.0042, 0.0045, 0.00449, -0.0045, 0.0001, 0.0, 0.12].map(points);
        assert_eq!(told, ["+0.4", "+0.5", "+0.4", "-0.5", "below 0.1", "0.0", "+12.0"]);
    }

    #[test]
    fn a_step_has_an_arrow_of_its_set() {
        let [one, two] = [1, 2].map(|number| Level::new(number).unwrap());
        assert_eq!(
            [Glyphs::Unicode, Glyphs::Ascii].map(|glyphs| step(one, two, glyphs)),
            ["1 → 2", "1 -> 2"]
        );
    }
}
