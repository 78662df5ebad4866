/// The candidate that was most likely meant by a misspelt word; nothing where none is near.
///
/// Distance is that of Damerau (1964): letters added, lost, changed or swapped. A third of the word may differ, case
/// does not count, and of equally near ones the first is taken.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if word.len() > 64 {
        return None;
    }
    let word = word.to_lowercase();
    let allowed = word.chars().count().div_ceil(3);
    candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|&(distance, candidate)| distance <= allowed && distance < candidate.chars().count())
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant_and_nothing_far_away() {
        let keys = ["competence", "question", "weight", "weight_note"];
        assert_eq!(nearest("competance", keys), Some("competence"));
        assert_eq!(nearest("Weigth", keys), Some("weight"));
        assert_eq!(nearest("banana", keys), None);
        assert_eq!(nearest("eu", ["EU", "US"]), Some("EU"));
        assert_eq!(nearest("XX", ["EU", "US"]), None);
    }
}
