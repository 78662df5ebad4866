use super::*;

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap()
}

#[test]
fn a_date_has_the_period_it_can_be_told_to_lie_in() {
    let periods = |text: &str| Zoom::ALL.map(|zoom| Period::of(date(text), zoom).to_string());
    assert_eq!(periods("2027-03-31"), ["2027", "2027 Q1", "2027-03"]);
    assert_eq!(periods("2027-04"), ["2027", "2027 Q2", "2027-04"]);
    assert_eq!(periods("2027-12-01"), ["2027", "2027 Q4", "2027-12"]);
    // Known to the year alone: no quarter and no month is made up for it.
    assert_eq!(periods("2027"), ["2027"; 3]);
}

#[test]
fn periods_stand_in_the_order_of_their_dates() {
    for zoom in Zoom::ALL {
        let dates = ["2026-12-31", "2027", "2027-01", "2027-01-01", "2027-05", "2028"].map(date);
        let periods = dates.map(|date| Period::of(date, zoom));
        assert!(periods.is_sorted(), "{periods:?}");
    }
}

#[test]
fn a_window_holds_what_may_lie_in_it() {
    let window = Window { from: Some(date("2026-09")), until: Some(date("2027-03-15")) };
    for inside in ["2026", "2026-09", "2026-09-01", "2027", "2027-03", "2027-03-15"] {
        assert!(window.holds(date(inside)), "{inside}");
    }
    for outside in ["2025", "2026-08", "2026-08-31", "2027-03-16", "2027-04", "2028"] {
        assert!(!window.holds(date(outside)), "{outside}");
    }
    assert!(Window::default().holds(date("0001")));
}
