use super::plural;
use crate::analysis::{Band, Counts, Finding, Tally};

/// The counts of gaps, which come before every percentage: `56 measures: 9 same level (both 6, neither 3), 22 one
/// step, 25 two or more`. What is open or not comparable is named where there is any.
pub fn counts_sentence(counts: &Counts) -> String {
    let all = counts.known() + counts.open + counts.not_comparable;
    let mut sentence = format!(
        "{}: {} same level (both {}, neither {}), {} one step, {} two or more",
        plural(all as usize, "measure"),
        counts.same,
        counts.both,
        counts.neither,
        counts.one,
        counts.two_or_more,
    );
    if counts.open > 0 {
        sentence.push_str(", ");
        sentence.push_str(&plural(counts.open as usize, "open question"));
    }
    if counts.not_comparable > 0 {
        sentence.extend([", ", &counts.not_comparable.to_string(), " not comparable"]);
    }
    sentence
}

/// The counts of gaps where the whole sentence does not fit: `56: 9 same, 22 one step, 25 two or more, 1 open`.
pub fn counts_in_short(counts: &Counts) -> String {
    let all = counts.known() + counts.open + counts.not_comparable;
    let numbers = [(counts.open, "open"), (counts.not_comparable, "not comparable")];
    let mut parts = vec![
        format!("{all}: {} same", counts.same),
        format!("{} one step", counts.one),
        format!("{} two or more", counts.two_or_more),
    ];
    parts.extend(
        numbers.iter().filter(|(count, _)| *count > 0).map(|(count, words)| format!("{count} {words}")),
    );
    parts.join(", ")
}

/// How often each of two is fuller, which are never subtracted from each other: `EU fuller on 25, US fuller on 22`.
pub fn who_is_fuller(counts: &Counts, of: [&str; 2]) -> String {
    let [first, second] = of;
    format!("{first} fuller on {}, {second} fuller on {}", counts.first_fuller, counts.second_fuller)
}

/// What people read over measures of one finding.
pub fn finding(finding: Finding) -> &'static str {
    match finding {
        Finding::Different => "Different levels",
        Finding::OtherInstrument => "Same level, different instrument",
        Finding::Same => "Same level",
        Finding::Open => "Open questions",
        Finding::NotComparable => "Not comparable",
    }
}

/// The word people read for a band.
pub fn band(band: Band) -> &'static str {
    match band {
        Band::SameLevel => "same level",
        Band::WithinSpan => "within span",
        Band::Narrow => "narrow",
        Band::Material => "material",
        Band::Wide => "wide",
        Band::OppositeEnds => "opposite ends",
        Band::OpenQuestion => "open question",
        Band::NotComparable => "not comparable",
    }
}

/// The heading over [`at_each_level`].
pub const LEVELS: &str = "0 1 2 3 4";

/// What stands under [`LEVELS`].
pub const LEVELS_NOTE: &str =
    "0 1 2 3 4: how many of the group stand at each level; members that inherit count once.";

/// How many units of the group stand at level 0 to 4: `1 0 1 7 1`.
pub fn at_each_level(tally: &Tally) -> String {
    tally.counts().map(|count| count.to_string()).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_names_what_is_open_only_where_there_is_any() {
        let mut counts =
            Counts { same: 9, both: 6, neither: 3, one: 22, two_or_more: 25, ..Counts::default() };
        let known = "56 measures: 9 same level (both 6, neither 3), 22 one step, 25 two or more";
        assert_eq!(counts_sentence(&counts), known);
        counts.open = 1;
        counts.not_comparable = 2;
        let all = known.replace("56", "59") + ", 1 open question, 2 not comparable";
        assert_eq!(counts_sentence(&counts), all);
    }

    #[test]
    fn in_short_no_count_is_left_out() {
        let counts = Counts { same: 9, one: 22, two_or_more: 25, open: 1, ..Counts::default() };
        assert_eq!(counts_in_short(&counts), "57: 9 same, 22 one step, 25 two or more, 1 open");
    }

    #[test]
    fn every_band_has_words() {
        for found in Band::ALL {
            assert_eq!(band(found).replace(' ', "-"), found.key());
        }
    }
}
