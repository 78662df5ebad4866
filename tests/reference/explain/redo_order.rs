//! Orders ranked anew, and under weights drawn anew from the seed, from what their explanations print.

use serde_json::Value;

use super::redo::{number, rows};

/// The numbers of the published generator (`SplitMix64`), 0 up to but not 1.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

fn step(told: &Value, name: &str) -> Option<f64> {
    let steps = told["steps"].as_array().unwrap();
    steps.iter().find(|step| step["step"] == name).and_then(|step| step["value"].as_f64())
}

/// What counts before the value, and the value.
fn key(row: &Value) -> Option<(f64, f64)> {
    Some((number(row, "width").unwrap_or(0.0), number(row, "value")?))
}

fn above(one: (f64, f64), other: (f64, f64)) -> bool {
    one.0 > other.0 || one.0.total_cmp(&other.0).is_eq() && one.1 > other.1 + 1e-12
}

pub(super) fn robustness(told: &Value) -> Vec<(&'static str, Option<f64>)> {
    let order = rows(told, "order");
    for row in order {
        let before = order.iter().filter(|other| match (key(other), key(row)) {
            (Some(other), Some(own)) => above(other, own),
            (Some(_), None) => true,
            (None, _) => false,
        });
        assert_eq!(number(row, "rank"), Some(1.0 + before.count() as f64), "{row}");
        assert!(number(row, "lowest_rank") <= number(row, "highest_rank"));
    }
    let stays = match told["of"][0].as_str().unwrap() {
        "gaps" | "weighted-gaps" | "moves" if !told["result"]["value"].is_null() => Some(drawn(told)),
        // These rest on every level of the board: tests of the figures hold them against drawn weights.
        _ => step(told, "first_stays"),
    };
    let share = stays.zip(step(told, "draws")).map(|(stays, draws)| stays / draws);
    vec![("first_stays", stays), ("result", share)]
}

/// A thing that rests on one measure: its key, and the places of its measure and area.
struct Thing {
    first: bool,
    key: (f64, f64),
    measure: usize,
    area: usize,
}

fn things(told: &Value) -> Vec<Thing> {
    let place = |table: &str, key: &str, name: &str| {
        rows(told, table).iter().position(|row| row[key] == name).unwrap()
    };
    let thing = |row: &Value| {
        // `area/measure`, or `area/measure/CODE to 3`.
        let mut parts = row["thing"].as_str().unwrap().split('/');
        let (area, measure) = (parts.next().unwrap(), parts.next().unwrap());
        Thing {
            first: number(row, "rank") == Some(1.0),
            key: key(row).unwrap(),
            measure: place("measures", "measure", &format!("{area}/{measure}")),
            area: place("areas", "area", area),
        }
    };
    rows(told, "order").iter().map(thing).collect()
}

/// In how many draws one of the first stays first.
fn drawn(told: &Value) -> f64 {
    let things = things(told);
    let measures = rows(told, "measures");
    let weights: Vec<f64> = measures.iter().map(|row| number(row, "weight").unwrap()).collect();
    let area_of = |row: &Value| row["measure"].as_str().unwrap().split_once('/').unwrap().0.to_owned();
    // What a gain is divided by: the weight of what has an agreement in the area. Gaps are divided by nothing.
    let divisor = |area: usize, weights: &[f64]| -> f64 {
        let name = rows(told, "areas")[area]["area"].as_str().unwrap();
        let own = measures.iter().zip(weights);
        let own = own.filter(|(row, _)| area_of(row) == name && row["own_weight"].is_number());
        let sum: f64 = own.map(|(_, weight)| weight).sum();
        if sum > 0.0 { sum } else { 1.0 }
    };
    let [delta, count, seed] = ["delta", "draws", "seed"].map(|name| step(told, name).unwrap());
    let areas = rows(told, "areas").len();
    let in_use: Vec<f64> = (0..areas).map(|area| divisor(area, &weights)).collect();
    let mut numbers = Numbers(seed as u64);
    let mut stays = 0.0;
    for _ in 0..count as usize {
        let drawn: Vec<f64> = weights
            .iter()
            .map(|weight| (weight * 1e6 * (1.0 + delta * (2.0 * numbers.next() - 1.0))).round() / 1e6)
            .collect();
        let divisors: Vec<f64> = (0..areas).map(|area| divisor(area, &drawn)).collect();
        let key = |thing: &Thing| {
            let weight = weights[thing.measure];
            let factor = if weight > 0.0 { drawn[thing.measure] / weight } else { 0.0 };
            (thing.key.0, thing.key.1 * factor * in_use[thing.area] / divisors[thing.area])
        };
        let keys: Vec<(f64, f64)> = things.iter().map(key).collect();
        let mut firsts = things.iter().zip(&keys).filter(|(thing, _)| thing.first);
        let holds = firsts.any(|(_, own)| !keys.iter().any(|other| above(*other, *own)));
        stays += f64::from(u8::from(holds));
    }
    stays
}
