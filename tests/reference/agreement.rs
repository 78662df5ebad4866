//! Agreement of raters against published values.

use t12::analysis::agreement::{Alpha, Metric, alpha};

/// Ratings of one thing by all raters, from one line of ratings for each rater; `.` where one did not rate.
fn things(raters: &[&str]) -> Vec<Vec<Option<u8>>> {
    let rows: Vec<Vec<Option<u8>>> = raters
        .iter()
        .map(|row| row.split_whitespace().map(|mark| mark.bytes().next().filter(|&b| b != b'.')).collect())
        .collect();
    // Letters and digits in their order, from 0.
    let value = |mark: u8| if mark.is_ascii_digit() { mark - b'0' } else { mark - b'a' };
    (0..rows[0].len()).map(|thing| rows.iter().map(|row| row[thing].map(value)).collect()).collect()
}

fn rounded(found: Alpha) -> String {
    format!("{:.3}", found.value().unwrap())
}

/// Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections C and D: four observers, twelve units, with
/// missing data; the paper's values.
#[test]
fn alpha_of_the_four_observers_is_the_published_one() {
    let data = things(&[
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    ]);
    for (metric, published) in [
        (Metric::Nominal, "0.743"),
        (Metric::Ordinal, "0.815"),
        (Metric::Interval, "0.849"),
        (Metric::Ratio, "0.797"),
    ] {
        assert_eq!(rounded(alpha(&data, metric)), published, "{metric:?}");
    }
}

/// The same paper, section A: two observers, ten units, two values.
#[test]
fn alpha_of_two_observers_and_two_values_is_the_published_one() {
    let data = things(&["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"]);
    assert_eq!(rounded(alpha(&data, Metric::Nominal)), "0.095");
}

/// The same paper, section B: two observers, twelve units, five values.
#[test]
fn alpha_of_two_observers_and_five_values_is_the_published_one() {
    let data = things(&["a a b b d c c c e d d a", "b a b b b c c c e d d d"]);
    assert_eq!(rounded(alpha(&data, Metric::Nominal)), "0.692");
}
