use crate::analysis::{Profile, Side};
use crate::report::basis::Basis;
use crate::report::words;
use crate::scorecard::{Board, Column, MeasureIndex};

/// How two profiles are named beside figures: by their codes, and where their lenses differ by these too.
pub fn labels(board: &Board, profiles: [Profile; 2]) -> [String; 2] {
    let [first, second] = profiles;
    profiles.map(|profile| {
        let code = board.jurisdiction(profile.column).code;
        if first.lens == second.lens {
            code.to_string()
        } else {
            format!("{code} {}", words::lens(profile.lens))
        }
    })
}

/// Where a side stands in its own words: its headline; where its members decide, each with its level.
pub(super) fn in_words(basis: &Basis<'_>, measure: MeasureIndex, profile: Profile, side: &Side) -> String {
    let board = basis.board;
    if side.members_decide {
        return members_in_words(board, measure, profile);
    }
    let position = board.position(board.cell(measure, profile.column));
    position.map(|position| words::headline(board, position)).unwrap_or_default()
}

/// The members of a union with their levels: `members decide: FI 2, FR 3`.
pub fn members_in_words(board: &Board, measure: MeasureIndex, profile: Profile) -> String {
    let level = |column: Column| {
        let answer = profile.lens.answer(board, board.cell(measure, column));
        format!("{} {}", board.jurisdiction(column).code, words::answer(answer))
    };
    let levels: Vec<String> = board.members(profile.column).map(level).collect();
    format!("members decide: {}", levels.join(", "))
}

/// The kind of instrument of a side; nothing where it names none, and for a supposed level, which rests on none.
pub(super) fn approach(board: &Board, measure: MeasureIndex, profile: Profile) -> Option<&str> {
    let number = board.grounds(board.cell(measure, profile.column))?.approach?;
    let approach = board.measure(measure).approaches.get(usize::from(number))?;
    Some(&approach.name)
}
