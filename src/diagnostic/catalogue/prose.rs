rules! {
    TOO_LONG "T501" "too-long" Warning "A text is longer than its place" {
        why: "A short title has 28 characters, a headline 110 and a summary of a position 700. Longer ones are cut \
              on screen; the rest belongs into the summary or the sources.",
        bad: "short: Controls on exports of surveillance technology",
        good: "short: Surveillance exports",
    }
    HIDDEN_CHARACTER "T502" "hidden-character" Warning "A text holds characters that are shown as visible marks" {
        why: "Control characters command terminals, and bidirectional or zero-width ones hide or reorder what \
              people read. They are never sent to a terminal: a mark stands in their place.",
        bad: "headline: \"Licences\\e[2J apply\"",
        good: "headline: Licences apply",
    }
}
