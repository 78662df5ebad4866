rules! {
    UNKNOWN_KEY "T101" "unknown-key" Error "A key that does not belong there" {
        why: "A key that nobody reads is a fact that is lost. Most are misspelt or indented one step off.",
        bad: "competance: eu",
        good: "competence: eu",
    }
    MISSING_KEY "T102" "missing-key" Error "A key that must be there is missing" {
        why: "Figures and evidence need it. A known level needs its status and its confidence too.",
        bad: "US: {level: 3}",
        good: "US: {level: 3, status: in_force, confidence: high}",
    }
    WRONG_TYPE "T103" "wrong-type" Error "A text, a list or a map stands where another is expected" {
        why: "The value cannot be read as what its key means. An unquoted text in brackets is a list, one in \
              braces a map, and nothing after the colon is no text.",
        bad: "headline: [Licences] apply",
        good: "headline: \"[Licences] apply\"",
    }
    UNKNOWN_VALUE "T104" "unknown-value" Error "A value outside the set of its key" {
        why: "Some keys take only certain words, so that they can be counted and compared.",
        bad: "status: in force",
        good: "status: in_force",
    }
    BAD_DATE "T105" "bad-date" Error "A date that is none" {
        why: "Dates are written 2021, 2021-09 or 2021-09-09, as exactly as they are known, and the calendar must \
              have them.",
        bad: "since: 2023-02-29",
        good: "since: 2023-02-28",
    }
    BAD_NAME "T106" "bad-name" Error "An id or a code that cannot be one" {
        why: "Ids are made of a-z, 0-9 and hyphens; codes of jurisdictions are 1 to 8 of A-Z, 0-9 and hyphens. They \
              are typed in commands and addresses, so they stay simple.",
        bad: "id: Biometric Items",
        good: "id: biometric-items",
    }
    NO_KIND "T107" "no-kind" Error "The file does not say its kind" {
        why: "`kind` says what a file is: board, scorecard, entities or theme. Without it nothing in it can be read.",
        bad: "title: Export controls",
        good: "kind: scorecard\nversion: 1\ntitle: Export controls",
    }
    INHERIT_NOT_ALONE "T108" "inherit-not-alone" Error "`inherit` stands beside other keys" {
        why: "Who inherits takes over everything the other's position says. A position that differs in anything is \
              written out.",
        bad: "FI: {inherit: EU, status: adopted}",
        good: "FI: {inherit: EU}",
    }
    OUT_OF_RANGE "T109" "out-of-range" Error "A number or a count outside its range" {
        why: "Weights are 0 to 100 with at most three decimals, levels 0 to 4, and a board has 2 to 250 jurisdictions.",
        bad: "weight: -1",
        good: "weight: 0.5",
    }
}
