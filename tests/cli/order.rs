use std::cmp::Reverse;

use serde_json::Value;

use super::{on, t12, written};

fn gaps(told: &str) -> Vec<Value> {
    let told: Value = serde_json::from_str(told).unwrap();
    told["gaps"].as_array().unwrap().clone()
}

/// The order of the specification, from what the rows say of themselves: width, then weight, both falling, then the
/// order of the scorecards; open questions after what is known, what is not comparable last.
fn sorted(rows: &[Value], reading_order: &[(String, String)]) -> Vec<Value> {
    let mut rows = rows.to_vec();
    rows.sort_by_key(|row| {
        let text = |key: &str| row[key].as_str().unwrap().to_owned();
        let place = reading_order.iter().position(|found| *found == (text("area"), text("measure"))).unwrap();
        let thousandths = |value: f64| (value * 1000.0).round() as i64;
        match row["gap"].as_i64() {
            Some(gap) => {
                (0, Reverse(gap.abs()), Reverse(thousandths(row["weight"].as_f64().unwrap())), place)
            }
            None => (1 + i32::from(row["band"] == "not-comparable"), Reverse(0), Reverse(0), place),
        }
    });
    rows
}

fn reading_order(call: impl Fn(&[&str]) -> String, areas: &[&str]) -> Vec<(String, String)> {
    let ids = |area: &&str| {
        let shown: Value = serde_json::from_str(&call(&["show", area, "--format", "json"])).unwrap();
        let measures = shown["measures"].as_array().unwrap().clone();
        let id = |measure: Value| (area.to_string(), measure["id"].as_str().unwrap().to_owned());
        measures.into_iter().map(id).collect::<Vec<_>>()
    };
    areas.iter().flat_map(ids).collect()
}

#[test]
fn gaps_stand_in_the_order_of_the_specification() {
    let small = |arguments: &[&str]| written(&mut on("small", arguments));
    let rows = gaps(&small(&["gaps", "--format", "json"]));
    assert_eq!(rows, sorted(&rows, &reading_order(small, &["lamps", "ropes"])));

    let shipped = |arguments: &[&str]| written(t12().args(arguments).args(["-w", "scorecards"]));
    let areas = [
        "export-controls",
        "ai-regulation",
        "due-diligence",
        "entity-lists",
        "trusted-networks",
        "market-access-and-forums",
    ];
    let order = reading_order(shipped, &areas);
    for poles in ["EU,US", "FR,DE", "JP,EU"] {
        let rows = gaps(&shipped(&["gaps", "--format", "json", "--poles", poles]));
        assert_eq!(rows.len(), order.len());
        assert_eq!(rows, sorted(&rows, &order));
    }
}

#[test]
fn the_table_lists_the_gaps_in_the_order_of_the_json() {
    let json = gaps(&written(&mut on("small", &["gaps", "--format", "json"])));
    let csv = written(&mut on("small", &["gaps", "--format", "csv"]));
    let listed: Vec<&str> = csv.lines().skip(1).map(|line| line.split(',').nth(2).unwrap()).collect();
    let expected: Vec<&str> = json.iter().map(|row| row["measure"].as_str().unwrap()).collect();
    assert_eq!(listed, expected);
    assert_eq!(listed, ["brightness", "colour", "strength", "knots"]);
}

#[test]
fn gaps_come_in_the_order_that_is_asked_for() {
    let sorted = |order: &str| -> Vec<serde_json::Value> {
        let told = written(t12().args(["gaps", "--format", "json", "--sort", order]));
        let told: serde_json::Value = serde_json::from_str(&told).unwrap();
        told["gaps"].as_array().unwrap().clone()
    };
    let known = |gaps: &[serde_json::Value], key: &str| -> Vec<f64> {
        gaps.iter().filter_map(|gap| gap[key].as_f64()).collect()
    };
    let shares = known(&sorted("weight"), "share");
    assert!(shares.is_sorted_by(|a, b| a >= b), "{shares:?}");
    let signs = known(&sorted("side"), "gap");
    let first = signs.iter().take_while(|&&gap| gap < 0.0).count();
    let second = signs[first..].iter().take_while(|&&gap| gap > 0.0).count();
    assert!(first > 0 && second > 0 && signs[first + second..].iter().all(|&gap| gap == 0.0), "{signs:?}");
    let dates: Vec<Option<String>> =
        sorted("window").iter().map(|gap| gap["next"]["date"].as_str().map(str::to_owned)).collect();
    let with_step = dates.iter().take_while(|date| date.is_some()).count();
    assert!(with_step > 1 && dates[with_step..].iter().all(Option::is_none), "{dates:?}");
    assert!(dates[..with_step].is_sorted(), "{dates:?}");
}
