use serde_json::Value;
use t12::analysis::{Comparison, Figures};
use t12::scorecard::{Answer, Board, Level, MeasureIndex, PartialDate, Suppositions};
use t12::workspace::Workspace;

use super::{TODAY, t12, written};

fn told(arguments: &[&str]) -> Value {
    let json = written(t12().arg("moves").args(arguments).args(["--format", "json"]));
    serde_json::from_str(&json).unwrap()
}

fn rows(told: &Value) -> &[Value] {
    told["moves"].as_array().unwrap()
}

fn shipped() -> Board {
    Workspace::embedded(PartialDate::parse(TODAY).unwrap()).board
}

fn measure(board: &Board, row: &Value) -> MeasureIndex {
    let area = board.areas.iter().find(|area| *area.id == *row["area"].as_str().unwrap()).unwrap();
    board.find_measure(area, row["measure"].as_str().unwrap()).unwrap()
}

/// Adds a move to what is supposed.
fn suppose(board: &Board, supposed: &mut Suppositions, row: &Value) {
    let mover =
        board.jurisdictions.iter().position(|found| *found.code.as_str() == row["jurisdiction"]).unwrap();
    let column = board.columns().nth(mover).unwrap();
    let level = Level::new(row["to"].as_u64().unwrap() as u8).unwrap();
    supposed.levels.insert((measure(board, row), column), Answer::Known(level));
}

/// The objective of what was told, computed anew on a board where this is supposed.
fn value(told: &Value, supposed: &Suppositions) -> f64 {
    let mut board = shipped();
    board.suppose(supposed.clone());
    let figures = Figures::compute(&board, &Comparison::of(&board));
    match told["objective"]["kind"].as_str().unwrap() {
        "group" => figures.overall().alignment.available.unwrap(),
        "pair" => {
            let [first, second] = board.poles;
            figures.pair(first, second).overall.alignment.available.unwrap()
        }
        _ => {
            let code = &told["objective"]["jurisdictions"][0];
            let column =
                board.columns().find(|&column| *board.jurisdiction(column).code.as_str() == *code).unwrap();
            let others = figures.comparison().group.iter().filter(|&&other| other != column);
            let values: Vec<f64> =
                others.filter_map(|&other| figures.pair(column, other).overall.alignment.available).collect();
            values.iter().sum::<f64>() / values.len() as f64
        }
    }
}

#[test]
fn listed_gains_are_recomputed_differences() {
    for arguments in [
        &["--steps", "2"][..],
        &["--lower"],
        &["--objective", "pair"],
        &["--objective", "JP", "--steps", "4"],
    ] {
        let told = told(arguments);
        let before = value(&told, &Suppositions::default());
        assert!((told["objective"]["value"].as_f64().unwrap() - before).abs() < 1e-12);
        let rows = rows(&told);
        assert!(rows.len() > 20 && rows.len() as u64 == told["found"]);
        for row in rows.iter().step_by(rows.len() / 20) {
            let mut supposed = Suppositions::default();
            suppose(&shipped(), &mut supposed, row);
            let gained = value(&told, &supposed) - before;
            assert!((gained - row["gain"].as_f64().unwrap()).abs() < 1e-12, "{row}");
        }
    }
}

#[test]
fn the_total_of_a_sequence_is_the_recomputed_difference_of_all_its_moves() {
    let told = told(&["--greedy", "12"]);
    let before = value(&told, &Suppositions::default());
    let mut supposed = Suppositions::default();
    for row in rows(&told) {
        suppose(&shipped(), &mut supposed, row);
        let gained = value(&told, &supposed) - before;
        assert!((gained - row["total"].as_f64().unwrap()).abs() < 1e-12, "{row}");
    }
    assert_eq!(rows(&told).len(), 12);
}

#[test]
fn only_moves_of_those_asked_for_are_listed() {
    let members = told(&["--by", "member"]);
    assert!(rows(&members).iter().all(|row| row["decider"] == "member") && !rows(&members).is_empty());
    let union = told(&["--by", "union,JP", "--lower"]);
    let who: Vec<&str> = rows(&union).iter().map(|row| row["jurisdiction"].as_str().unwrap()).collect();
    assert!(who.contains(&"EU") && who.contains(&"JP") && who.iter().all(|who| ["EU", "JP"].contains(who)));
    assert!(
        rows(&union).iter().all(|row| row["jurisdiction"] != "EU" || row["competence"] != "member-state")
    );
    let raising = told(&[]);
    assert!(rows(&raising).iter().all(|row| row["to"].as_u64() > row["from"].as_u64()));
}

#[test]
fn a_filter_holds_for_the_position_that_moves() {
    let proposed = told(&["--filter", "status:proposed"]);
    assert!(rows(&proposed).iter().all(|row| row["status"] == "proposed") && !rows(&proposed).is_empty());
    assert_eq!(proposed["filter"]["of"], told(&[])["found"]);
    let japan = told(&["--filter", "jurisdiction:JP area:ai"]);
    assert!(rows(&japan).iter().all(|row| row["jurisdiction"] == "JP" && row["area"] == "ai-regulation"));
    assert_eq!(japan["filter"]["found"], rows(&japan).len());
}

#[test]
fn what_cannot_be_done_is_refused() {
    for (arguments, said) in [
        (&["--by", "council"][..], "there is no jurisdiction `council`"),
        (&["--objective", "QQ"], "there is no jurisdiction `QQ`"),
        (&["--greedy", "2", "--limit", "1"], "cannot be used with"),
        (&["--steps", "5"], "not in 1..=4"),
    ] {
        let output = t12().arg("moves").args(arguments).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(said), "{told}");
    }
}
