//! What a config asks of a board, as far as the board has it.

use crate::analysis::{Lens, Units};
use crate::diagnostic::Problem;
use crate::diagnostic::catalogue::{NOT_ON_THE_BOARD, UNKNOWN_VALUE};
use crate::format::{ConfigFile, Named};
use crate::scorecard::{Board, BoardPlan, Column, WeightChoice};
use crate::text::{Span, nearest};

/// What a config wants compared, on one board. What it leaves open is the board's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preference {
    /// The poles.
    pub poles: Option<[Column; 2]>,
    /// The group.
    pub group: Option<Vec<Column>>,
    /// The weights.
    pub weights: Option<WeightChoice>,
    /// Which levels are looked at.
    pub lens: Option<Lens>,
    /// Who counts once in the group.
    pub units: Option<Units>,
}

/// Finds what a config, the file of that number, asks for on a board, and tells what the board does not have.
pub fn preference(config: &ConfigFile, file: u16, board: &Board) -> (Preference, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut lacks = |kind: &str, name: &str, at: Span, known: Vec<&str>| {
        let message = format!("the board has no {kind} `{name}`");
        let meant = nearest(name, known.iter().copied());
        let meant = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
        let help = format!("{meant}It has {}", known.join(", "));
        problems
            .push(Problem::new(&NOT_ON_THE_BOARD, file, at, message).label("not on this board").help(help));
    };
    let poles = config.poles.and_then(|(codes, at)| {
        let columns = codes.map(|code| board.column(code));
        let missing = codes.into_iter().zip(columns).find(|(_, column)| column.is_none());
        if let Some((code, _)) = missing {
            let known = board.jurisdictions.iter().map(|jurisdiction| jurisdiction.code.as_str());
            lacks("jurisdiction", code.as_str(), at, known.collect());
        }
        let [first, second] = columns;
        Some([first?, second?])
    });
    let group = config.group.as_ref().and_then(|(name, at)| {
        let found = board.groups.iter().find(|group| group.name == *name);
        if found.is_none() && &**name != BoardPlan::ALL {
            let known = board.groups.iter().map(|group| &*group.name).chain([BoardPlan::ALL]);
            lacks("group", name, *at, known.collect());
            return None;
        }
        Some(found.map_or_else(|| board.columns().collect(), |group| group.members.clone()))
    });
    let weights = config.weights.as_ref().and_then(|(name, at)| {
        let sets = board.weight_sets.iter().map(|set| &*set.name);
        match &**name {
            "authored" => Some(WeightChoice::Authored),
            "equal" => Some(WeightChoice::Equal),
            set if sets.clone().any(|known| known == set) => Some(WeightChoice::Named(set.into())),
            set => {
                lacks("weight set", set, *at, ["authored", "equal"].into_iter().chain(sets).collect());
                None
            }
        }
    });
    let mut word = |key: &str, (text, at): &Named, known: &[&str]| {
        let meant = nearest(text, known.iter().copied());
        let meant = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
        let problem = Problem::new(&UNKNOWN_VALUE, file, *at, format!("`{text}` is not a value of `{key}`"));
        let help = format!("{meant}It is one of {}", known.join(", "));
        problems.push(problem.label("not one of the values").help(help));
    };
    let lens = config.lens.as_ref().and_then(|named| {
        let lens = Lens::parse(&named.0);
        lens.or_else(|| {
            word("lens", named, &Lens::WORDS);
            None
        })
    });
    let units = config.units.as_ref().and_then(|named| {
        let units = Units::parse(&named.0);
        units.or_else(|| {
            word("units", named, &Units::ALL.map(Units::key));
            None
        })
    });
    (Preference { poles, group, weights, lens, units }, problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scorecard::{Code, Parts};

    /// A config that asks for these, at the places 1, 2 and 3.
    fn config(poles: [&str; 2], group: &str, weights: &str) -> ConfigFile {
        ConfigFile {
            poles: Some((poles.map(|code| Code::parse(code).unwrap()), Span::at(1))),
            group: Some((group.into(), Span::at(2))),
            weights: Some((weights.into(), Span::at(3))),
            ..ConfigFile::default()
        }
    }

    #[test]
    fn what_the_board_has_is_found() {
        let board = Board::assemble(BoardPlan::default(), Parts::default());
        let (found, problems) = preference(&config(["US", "EU"], "all", "equal"), 0, &board);
        assert_eq!(problems, []);
        let columns = ["US", "EU"].map(|code| board.column(Code::parse(code).unwrap()).unwrap());
        assert_eq!((found.poles, found.weights), (Some(columns), Some(WeightChoice::Equal)));
        assert_eq!(found.group.unwrap().len(), board.jurisdictions.len());
    }

    #[test]
    fn what_it_does_not_have_is_told_with_what_it_has_and_left_as_it_is() {
        let board = Board::assemble(BoardPlan::default(), Parts::default());
        let (found, problems) = preference(&config(["EU", "ZZ"], "al", "equall"), 0, &board);
        assert_eq!(found, Preference::default());
        let told: Vec<_> = problems.iter().map(|p| (p.span.start, p.message.as_str())).collect();
        let expected = [
            (1, "the board has no jurisdiction `ZZ`"),
            (2, "the board has no group `al`"),
            (3, "the board has no weight set `equall`"),
        ];
        assert_eq!(told, expected);
        assert!(
            problems[2].help.as_deref().unwrap().starts_with("did you mean `equal`? It has authored, equal")
        );
    }
}
