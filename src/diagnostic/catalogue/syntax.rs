rules! {
    NOT_YAML "T001" "not-yaml" Error "The text is not YAML" {
        why: "A file that YAML cannot read says nothing at all. Most often a colon with a space after it stands in \
              unquoted prose, a quote is not closed, or a line is indented with a tab or one space off.",
        bad: "headline: Licences: a new rule since 2021",
        good: "headline: \"Licences: a new rule since 2021\"",
    }
    DUPLICATE_KEY "T002" "duplicate-key" Error "A key stands twice in one map" {
        why: "Readers of YAML silently keep one of the two, and which one differs between them. A fact must not \
              depend on that.",
        bad: "positions:\n  EU: {inherit: US}\n  EU: {level: unknown}",
        good: "positions:\n  EU: {level: unknown}",
    }
    UNKNOWN_ANCHOR "T003" "unknown-anchor" Error "An alias names an anchor that is not there" {
        why: "An alias (`*name`) stands for what was marked with the anchor `&name` earlier in the same file. \
              Unquoted text that begins with a star reads as an alias too.",
        bad: "headline: *see below",
        good: "headline: \"*see below\"",
    }
    ALIAS_LOOP "T004" "alias-loop" Error "An alias stands inside what it names" {
        why: "What contains itself has no end.",
        bad: "approaches: &all\n  licence: *all",
        good: "approaches:\n  licence: A licence per export",
    }
    ALIAS_BUDGET "T005" "alias-budget" Error "Aliases make the file more than ten times as large as it is" {
        why: "A small file can name itself into gigabytes. Scorecards never need that, so reading stops at ten \
              times the text.",
        bad: "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b, *b]",
        good: "a: [x, x, x, x, x, x, x, x, x]",
    }
    TOO_DEEP "T006" "too-deep" Error "The text is nested deeper than 64 levels" {
        why: "No file of t12 is nested deeper than ten levels; anything far beyond is a mistake or an attack.",
        bad: "formats: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        good: "formats: [x]",
    }
    TOO_MANY_NODES "T007" "too-many-nodes" Error "The file holds more than 2,000,000 values" {
        why: "A limit that keeps time and memory bounded. Split the content into several scorecards.",
        bad: "# one file with more than 2,000,000 keys and values",
        good: "# several files, one policy area each",
    }
    TOO_LARGE "T008" "too-large" Error "The file is larger than 64 MiB" {
        why: "A limit that keeps time and memory bounded. Split the content into several scorecards.",
        bad: "# one file of more than 64 MiB",
        good: "# several files, one policy area each",
    }
    SECOND_DOCUMENT "T009" "second-document" Error "The file holds more than one YAML document" {
        why: "One file is one document. A line `---` begins another one, and what follows would be lost.",
        bad: "kind: board\n---\nkind: board",
        good: "kind: board",
    }
    RAW_CONTROL "T010" "raw-control" Error "A control character that YAML does not allow stands in the text" {
        why: "Control characters command terminals. YAML allows them only as escapes in double quotes, and t12 \
              shows them as marks there. They usually come from copying out of another program.",
        bad: "# a line with a raw escape character (U+001B)",
        good: "# the same line without it",
    }
    NOT_UTF8 "T011" "not-utf8" Error "The file is not UTF-8" {
        why: "Every file is read as UTF-8. Another encoding, such as UTF-16 or Windows-1252, would turn letters \
              into wrong ones.",
        bad: "# a file saved as UTF-16 or Windows-1252",
        good: "# the same file saved as UTF-8",
    }
    UNREADABLE "T012" "unreadable" Error "The path cannot be read as a file or folder" {
        why: "Only regular files and folders are read: no devices, pipes or sockets, nothing without permission, \
              nothing that is not there.",
        bad: "# t12 check scorecard/     (the folder is called scorecards/)",
        good: "# t12 check scorecards/",
    }
    EMPTY_FILE "T013" "empty-file" Error "The file is empty" {
        why: "Every file says what it is with `kind`. An empty one is most often a save that failed.",
        bad: "# nothing but comments",
        good: "kind: scorecard\nversion: 1",
    }
    EMPTY_FOLDER "T014" "empty-folder" Error "The folder holds no YAML file" {
        why: "A workspace is a folder with `*.yaml` or `*.yml` files in it. Folders inside it are not searched.",
        bad: "# t12 check .",
        good: "# t12 check scorecards/",
    }
    TOO_MANY_PROBLEMS "T015" "too-many-problems" Error "The search for problems in a file was given up" {
        why: "A file with hundreds of syntax errors is most often not a scorecard at all. The first ones are told, the \
              rest is not looked at.",
        bad: "# a program or a binary file named scorecard.yaml",
        good: "# a YAML file",
    }
}
