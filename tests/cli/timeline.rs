use serde_json::Value;

use super::{on, written};

/// The changes that are told, as `date kind who`.
fn changes(arguments: &[&str]) -> Vec<String> {
    let told = written(on("small", &["timeline", "--format", "json"]).args(arguments));
    let told: Value = serde_json::from_str(&told).unwrap();
    let text = |change: &Value, key: &str| change[key].as_str().unwrap().to_owned();
    let changes = told["changes"].as_array().unwrap().iter();
    changes.map(|change| ["date", "kind", "jurisdiction"].map(|key| text(change, key)).join(" ")).collect()
}

#[test]
fn what_has_come_is_overdue_or_is_to_come_stands_apart() {
    let coming = ["2027-01-01 listed UNI", "2027-02 step ORB", "2027-05-01 step UNI"];
    assert_eq!(changes(&["--phase", "coming"]), coming);
    assert_eq!(changes(&["--phase", "overdue"]), ["2020 step UNI"]);
    let past = changes(&["--phase", "past"]);
    assert_eq!(past.first().unwrap(), "1851-03 since UNI");
    assert_eq!(past.last().unwrap(), "2025-11-30 listed ORB");
    assert_eq!(changes(&[]).len(), past.len() + 4);
    assert_eq!(changes(&["--phase", "coming,overdue"]).len(), 4);
}

#[test]
fn a_step_is_overdue_only_when_no_day_of_its_date_is_left() {
    let on = |today: &str| changes(&["--phase", "overdue", "--filter", "jurisdiction:ORB", "--today", today]);
    assert_eq!(on("2027-02-28"), Vec::<String>::new());
    assert_eq!(on("2027-03-01"), ["2027-02 step ORB"]);
}

#[test]
fn a_window_holds_what_may_lie_in_it() {
    let since = changes(&["--since", "2024-07-15", "--until", "2027-02-10"]);
    let expected =
        ["2024-07 removed UNI", "2025-11-30 listed ORB", "2027-01-01 listed UNI", "2027-02 step ORB"];
    assert_eq!(since, expected);
}

#[test]
fn a_term_leaves_out_the_changes_it_says_nothing_about() {
    assert_eq!(changes(&["--filter", "area:lamps status:proposed"]), ["2027-02 step ORB"]);
    assert_eq!(changes(&["--filter", "listing:removed -by:ORB"]), ["2001 listed UNI", "2024-07 removed UNI"]);
    // What happens is found by its own words.
    assert_eq!(changes(&["--filter", "second reading".split(' ').next().unwrap()]), ["2027-02 step ORB"]);
    let all = changes(&[]).len();
    assert_eq!(
        changes(&["--filter", "jurisdiction:UNI"]).len() + changes(&["--filter", "-jurisdiction:UNI"]).len(),
        all
    );
}

#[test]
fn a_calendar_names_each_change_once_and_for_ever() {
    let ids = |today: &str| -> Vec<String> {
        let told = written(&mut on("small", &["timeline", "--format", "ics", "--today", today]));
        assert!(told.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
        told.lines().filter_map(|line| line.strip_prefix("UID:")).map(str::to_owned).collect()
    };
    let mut now = ids("2026-11-21");
    let count = now.len();
    let mut later = ids("2031-01-01");
    now.sort();
    later.sort();
    assert_eq!(now, later);
    now.dedup();
    assert_eq!(now.len(), count);
}
