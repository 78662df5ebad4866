//! Dispersion, the middle and its cost, labels, and the published values of van der Eijk's A, of Cns and of Leik's D.

use super::same;
use t12::analysis::{Label, Layer, Tally, consensus, leik, van_der_eijk};
use t12::scorecard::Level;

fn tally(counts: [u32; 5]) -> Tally {
    Tally::new(counts, &[])
}

fn level(number: u8) -> Level {
    Level::new(number).unwrap()
}

fn rounded(value: Option<f64>) -> String {
    value.map_or_else(|| "none".to_owned(), |value| format!("{value:.3}"))
}

#[test]
fn dispersion_has_the_specified_values() {
    for (counts, expected) in
        [([0, 0, 6, 7, 0], "0.250"), ([4, 0, 5, 0, 4], "0.857"), ([12, 0, 0, 0, 1], "0.286")]
    {
        assert_eq!(rounded(tally(counts).dispersion()), expected, "{counts:?}");
    }
}

#[test]
fn half_at_each_end_is_full_dispersion_for_even_and_odd_numbers() {
    for n in 2..20 {
        let split = tally([n / 2, 0, 0, 0, n - n / 2]);
        assert_eq!(split.dispersion(), Some(1.0), "{n}");
    }
}

#[test]
fn only_unanimity_has_no_dispersion() {
    for place in 0..5 {
        let mut counts = [0; 5];
        counts[place] = 6;
        assert_eq!((tally(counts).dispersion(), tally(counts).agreement()), (Some(0.0), Some(1.0)));
        counts[(place + 1) % 5] = 1;
        assert!(tally(counts).dispersion().unwrap() > 0.0);
    }
}

#[test]
fn below_two_known_units_there_is_no_agreement() {
    let one = Tally::new([0, 1, 0, 0, 0], &[]);
    assert_eq!((one.agreement(), one.dispersion(), one.agreement_lo()), (None, None, None));
    let one_and_unknown = Tally::new([0, 1, 0, 0, 0], &[1]);
    assert_eq!(one_and_unknown.agreement(), None);
    assert_eq!((one_and_unknown.agreement_lo(), one_and_unknown.agreement_hi()), (Some(0.25), Some(1.0)));
}

#[test]
fn the_median_interval_costs_the_fewest_steps() {
    let tally = tally([0, 2, 0, 2, 0]);
    assert_eq!(tally.median(), Some([level(1), level(3)]));
    assert_eq!([0, 1, 2, 3, 4].map(|l| tally.cost(level(l)).steps), [8, 4, 4, 4, 8]);
    assert_eq!([1, 2].map(|l| tally.cost(level(l)).moving), [2, 4]);
    assert_eq!(tally.modes().collect::<Vec<_>>(), [level(1), level(3)]);
    assert_eq!(tally.spread(), Some(2));
    assert_eq!(Tally::new([0; 5], &[1]).median(), None);
}

/// The example of van der Eijk's paper (page 331), which is that of the R package `agrmt` too: its vignette gives A .61 and
/// the agreement and the weight of every layer, its help page of `Leik` gives .287, and its help page of `polarization`
/// .194, which is (1 - A) / 2.
const PUBLISHED: [u32; 7] = [30, 40, 210, 130, 530, 50, 10];

#[test]
fn van_der_eijk_cns_and_leik_have_their_published_values() {
    assert_eq!(rounded(van_der_eijk(&PUBLISHED)), "0.611");
    assert_eq!(rounded(van_der_eijk(&PUBLISHED).map(|a| (1.0 - a) / 2.0)), "0.194");
    assert_eq!(rounded(consensus(&PUBLISHED)), "0.726");
    assert_eq!(rounded(leik(&PUBLISHED)), "0.287");
}

/// The table of layers in the same vignette: pattern, agreement and weight, the widest first.
#[test]
fn the_layers_of_van_der_eijk_are_the_published_ones() {
    let layers: Vec<[String; 3]> = Layer::of(&PUBLISHED)
        .into_iter()
        .map(|layer| {
            let filled: Vec<u32> = layer.pattern.iter().map(|&filled| u32::from(filled)).collect();
            let pattern = filled.iter().map(u32::to_string).collect();
            [pattern, rounded(van_der_eijk(&filled)), format!("{:.2}", f64::from(layer.units) / 1000.0)]
        })
        .collect();
    let published = [
        ["1111111", "0.000", "0.07"],
        ["1111110", "0.167", "0.12"],
        ["0111110", "0.333", "0.05"],
        ["0011110", "0.500", "0.04"],
        ["0011100", "0.667", "0.24"],
        ["0010100", "0.467", "0.16"],
        ["0000100", "1.000", "0.32"],
    ];
    assert_eq!(layers, published.map(|layer| layer.map(str::to_owned)));
}

/// Two parties of van der Eijk's paper, in tenths of a percent, and the small examples of "Agreement in R", the page about
/// `agrmt`, and of its vignette (the last).
#[test]
fn van_der_eijks_parties_have_their_published_agreement() {
    for (counts, published) in [
        (&[24, 28, 32, 62, 135, 304, 416][..], "0.61"),
        (&[16, 26, 82, 210, 293, 270, 103], "0.48"),
        (&[6, 8, 5, 3, 2], "0.31"),
        (&[6, 8, 5, 3, 2, 0, 2], "0.39"),
        (&[2, 0, 1, 1], "0.08"),
    ] {
        let found = van_der_eijk(counts).map(|a| format!("{a:.2}"));
        assert_eq!(found.as_deref(), Some(published), "{counts:?}");
    }
}

#[test]
fn agreement_on_a_scale_has_its_landmarks() {
    assert!(same(van_der_eijk(&[0, 7, 0, 0, 0]), Some(1.0)));
    assert!(same(van_der_eijk(&[3, 3, 3, 3, 3]), Some(0.0)));
    assert!(same(van_der_eijk(&[5, 0, 0, 0, 5]), Some(-1.0)));
    assert!(same(consensus(&[0, 7, 0, 0, 0]), Some(1.0)));
    assert!(same(consensus(&[5, 0, 0, 0, 5]), Some(0.0)));
    assert!(same(leik(&[0, 7, 0, 0, 0]), Some(0.0)));
    assert!(same(leik(&[5, 0, 0, 0, 5]), Some(1.0)));
    assert_eq!(
        (van_der_eijk(&[0; 5]), consensus(&[0; 5]), leik(&[0; 5]), leik(&[])),
        (None, None, None, None)
    );
}

#[test]
fn labels_follow_dispersion_and_camps_override() {
    for (counts, label) in [
        ([0, 0, 3, 0, 0], None),
        ([0, 0, 4, 0, 0], Some(Label::Unanimous)),
        ([0, 0, 6, 7, 0], Some(Label::NearConsensus)),
        ([0, 1, 6, 6, 1], Some(Label::Mixed)),
        ([2, 3, 2, 3, 2], Some(Label::Divided)),
        ([5, 0, 0, 1, 5], Some(Label::TwoCamps)),
    ] {
        assert_eq!(tally(counts).label(), label, "{counts:?}: {:?}", tally(counts).dispersion());
    }
}

/// The index as Berry and Mielke ("Indices of ordinal variation", 1992) write it: sum over pairs of categories of
/// `n_i n_j (j - i)`, over `n^2 (k - 1) / 4` for even n and `(n^2 - 1) (k - 1) / 4` for odd n.
fn berry_mielke(counts: [u32; 5]) -> Option<f64> {
    let n: u32 = counts.iter().sum();
    let mut sum = 0;
    for i in 0..5 {
        for j in i + 1..5 {
            sum += counts[i] * counts[j] * (j - i) as u32;
        }
    }
    let most = if n.is_multiple_of(2) { n * n } else { n * n - 1 };
    (n >= 2).then(|| f64::from(sum) / f64::from(most))
}

/// Goldstein, "Index of ordinal variation and Neyman-Barton GOF", Stata Technical Bulletin 33 (September 1996), insert
/// sg59, page 11: ten answers at each of four places are .6250 on a scale of five places and .8333 on one of four.
#[test]
fn berry_and_mielkes_index_has_its_published_values() {
    let told = |found: Option<f64>| format!("{:.4}", found.unwrap());
    assert_eq!(told(tally([10, 10, 10, 10, 0]).dispersion()), "0.6250");
    // The fourth place of four is the end: the same steps over those between the first and the fourth place.
    assert_eq!(told(tally([10, 10, 10, 10, 0]).dispersion().map(|found| found * 4.0 / 3.0)), "0.8333");
}

proptest::proptest! {
    #[test]
    fn dispersion_is_berry_and_mielkes_index(counts in proptest::array::uniform5(0..9_u32)) {
        proptest::prop_assert!(same(tally(counts).dispersion(), berry_mielke(counts)));
    }
}
