//! Dispersion, the middle and its cost, labels, and the published values of van der Eijk's A, of Cns and of Leik's D.

use super::same;
use t12::analysis::{Label, Tally, consensus, leik, van_der_eijk};
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

#[test]
fn van_der_eijk_cns_and_leik_have_their_published_values() {
    // The example in the manual of the R package `agrmt`, whose `agreement` gives 0.6113333 for it and whose `Leik` 0.287.
    let published = [30, 40, 210, 130, 530, 50, 10];
    assert_eq!(rounded(van_der_eijk(&published)), "0.611");
    assert_eq!(rounded(consensus(&published)), "0.726");
    assert_eq!(rounded(leik(&published)), "0.287");
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

proptest::proptest! {
    #[test]
    fn dispersion_is_berry_and_mielkes_index(counts in proptest::array::uniform5(0..9_u32)) {
        proptest::prop_assert!(same(tally(counts).dispersion(), berry_mielke(counts)));
    }
}
