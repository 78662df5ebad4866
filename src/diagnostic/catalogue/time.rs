rules! {
    STALE "T401" "stale" Note "The content has not been looked at for a long time" {
        why: "A position is as old as its scorecard's `as_of` or its own last review, whichever is later. After the \
              board's `stale_after_days` it should be looked at again.",
        bad: "as_of: 2019-01-31",
        good: "as_of: 2026-06-30",
    }
    STEP_PASSED "T402" "step-passed" Note "A coming step lies in the past" {
        why: "Once its date has passed, a step under `next` has happened or has not: the level or the date needs a \
              look.",
        bad: "next: [{date: 2020-01-01, what: Full application}]",
        good: "next: [{date: 2031-01-01, what: Full application}]",
    }
}
