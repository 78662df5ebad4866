//! The tree and its camps computed anew from the distances their explanations print.

use serde_json::Value;

use super::redo::{number, rows};

/// The mean distance between the two branches.
pub(super) fn join(told: &Value) -> Option<f64> {
    let pairs = rows(told, "pairs");
    let distances: Vec<f64> = pairs.iter().filter_map(|row| number(row, "distance")).collect();
    for row in pairs {
        assert!((number(row, "alignment").unwrap() + number(row, "distance").unwrap() - 1.0).abs() < 1e-12);
    }
    (!distances.is_empty()).then(|| distances.iter().sum::<f64>() / distances.len() as f64)
}

/// Who there is, in the order in which the pairs name them, and the distance of each two.
fn distances(told: &Value, key: &str) -> (Vec<String>, Vec<Vec<f64>>) {
    let pairs = rows(told, "pairs");
    let mut names: Vec<String> = Vec::new();
    for row in pairs {
        for side in ["first", "second"] {
            let name = row[side].as_str().unwrap();
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
    let place = |row: &Value, side: &str| names.iter().position(|name| row[side] == name.as_str()).unwrap();
    let mut between = vec![vec![0.0; names.len()]; names.len()];
    for row in pairs {
        let (first, second) = (place(row, "first"), place(row, "second"));
        between[first][second] = number(row, key).unwrap();
        between[second][first] = between[first][second];
    }
    (names, between)
}

/// The height at which each two meet when the two nearest clusters are joined again and again; of equals those that hold
/// the first places.
fn heights(between: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut clusters: Vec<Vec<usize>> = (0..between.len()).map(|thing| vec![thing]).collect();
    let mut heights = vec![vec![0.0; between.len()]; between.len()];
    while clusters.len() > 1 {
        clusters.sort();
        let mut best = (0, 1, f64::INFINITY);
        for a in 0..clusters.len() {
            for b in a + 1..clusters.len() {
                let all = clusters[a].iter().flat_map(|&a| clusters[b].iter().map(move |&b| between[a][b]));
                let mean = all.sum::<f64>() / (clusters[a].len() * clusters[b].len()) as f64;
                if mean < best.2 - 1e-12 {
                    best = (a, b, mean);
                }
            }
        }
        let second = clusters.remove(best.1);
        for &a in &clusters[best.0] {
            for &b in &second {
                (heights[a][b], heights[b][a]) = (best.2, best.2);
            }
        }
        clusters[best.0].extend(second);
        clusters[best.0].sort_unstable();
    }
    heights
}

/// Pearson's correlation of the distances with the heights of a tree made anew.
pub(super) fn correlation(told: &Value) -> Option<f64> {
    let (_, between) = distances(told, "distance");
    let (_, printed) = distances(told, "height");
    let redone = heights(&between);
    let mut pairs = Vec::new();
    for (a, row) in between.iter().enumerate() {
        for (b, &distance) in row.iter().enumerate().skip(a + 1) {
            assert!((printed[a][b] - redone[a][b]).abs() < 1e-9);
            pairs.push([distance, redone[a][b]]);
        }
    }
    let n = pairs.len() as f64;
    let mean = |side: usize| pairs.iter().map(|pair| pair[side]).sum::<f64>() / n;
    let means = [mean(0), mean(1)];
    let product = |a: usize, b: usize| {
        pairs.iter().map(|pair| (pair[a] - means[a]) * (pair[b] - means[b])).sum::<f64>()
    };
    let varies = product(0, 0) > 1e-24 * n && product(1, 1) > 1e-24 * n;
    varies.then(|| product(0, 1) / (product(0, 0) * product(1, 1)).sqrt())
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let values: Vec<f64> = values.collect();
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The silhouette of one whose mean distances to its own camp and to each other are these.
fn width(inside: Option<f64>, outside: f64) -> f64 {
    match inside {
        Some(inside) if inside.max(outside) > 0.0 => (outside - inside) / inside.max(outside),
        _ => 0.0,
    }
}

pub(super) fn silhouette(told: &Value) -> Option<f64> {
    if rows(told, "cuts").is_empty() {
        return None;
    }
    if told["of"].as_array().unwrap().is_empty() { of_cut(told) } else { Some(of_one(told)) }
}

/// The mean of all, which no other cut exceeds.
fn of_cut(told: &Value) -> Option<f64> {
    let members = rows(told, "members");
    let (names, between) = distances(told, "distance");
    let camp = |name: &str| members.iter().find(|row| row["jurisdiction"] == name).map(|row| &row["camp"]);
    let camps: Vec<&Value> = names.iter().map(|name| camp(name).unwrap()).collect();
    let one = |thing: usize| {
        let to = |other: &Value| {
            let same = (0..names.len()).filter(|&place| place != thing && camps[place] == other);
            mean(same.map(|place| between[thing][place]))
        };
        let others = camps.iter().filter(|&&camp| camp != camps[thing]).filter_map(|camp| to(camp));
        width(to(camps[thing]), others.fold(f64::INFINITY, f64::min))
    };
    let found = mean((0..names.len()).map(one))?;
    for cut in rows(told, "cuts") {
        assert!(number(cut, "silhouette").unwrap() <= found + 1e-9);
    }
    Some(found)
}

fn of_one(told: &Value) -> f64 {
    let others = rows(told, "others");
    // Its own camp is told among the steps, by its letter; alone in it, there is no such step.
    let steps = told["steps"].as_array().unwrap();
    let inside = steps.iter().find(|step| step["step"] == "inside");
    let own = inside.and_then(|step| step["what"].as_str().unwrap().rsplit(' ').next());
    let mut camps: Vec<&Value> = others.iter().map(|row| &row["camp"]).collect();
    camps.dedup();
    let to = |camp: &Value| {
        mean(others.iter().filter(|row| row["camp"] == *camp).map(|row| number(row, "distance").unwrap()))
    };
    let is_own = |camp: &Value| own.is_some() && camp.as_str() == own;
    let inside = camps.iter().find(|camp| is_own(camp)).and_then(|camp| to(camp));
    let outside = camps.iter().filter(|camp| !is_own(camp)).filter_map(|camp| to(camp));
    width(inside, outside.fold(f64::INFINITY, f64::min))
}
