rules! {
    DUPLICATE_ID "T201" "duplicate-id" Error "An id is taken twice" {
        why: "Everything is found by its id: measures in their area, lists and entities in their register, areas in \
              the workspace.",
        bad: "measures:\n  - {id: exports, title: Exports}\n  - {id: exports, title: Exports of chips}",
        good: "measures:\n  - {id: exports, title: Exports}\n  - {id: chip-exports, title: Exports of chips}",
    }
    SECOND_BOARD "T202" "second-board" Error "The workspace has a second board" {
        why: "One workspace is one comparison. Two boards would disagree on who is compared and against whom.",
        bad: "# t12 -w scorecards -w other     (both hold a file of kind board)",
        good: "# t12 -w scorecards",
    }
    UNKNOWN_JURISDICTION "T203" "unknown-jurisdiction" Error "A code that the board does not know" {
        why: "A position of a jurisdiction that has no column would be lost. The board lists who is compared.",
        bad: "positions:\n  UK: {level: 2, status: in_force, confidence: high}",
        good: "positions:\n  GB: {level: 2, status: in_force, confidence: high}",
    }
    UNKNOWN_APPROACH "T204" "unknown-approach" Error "An approach that the measure does not list" {
        why: "Approaches tell different instruments apart where levels are the same, so each is one of those the \
              measure explains.",
        bad: "approaches: {licence: A licence per export}\npositions:\n  US: {level: 2, approach: licensing}",
        good: "approaches: {licence: A licence per export}\npositions:\n  US: {level: 2, approach: licence}",
    }
    UNKNOWN_MEASURE "T205" "unknown-measure" Error "A measure, an entity or a list that is not there is referred to" {
        why: "A caveat or a weight must reach what it is about.",
        bad: "caveats:\n  - {text: Check again., applies_to: [exprots/US]}",
        good: "caveats:\n  - {text: Check again., applies_to: [exports/US]}",
    }
    UNKNOWN_LIST "T206" "unknown-list" Error "A list that the register does not have" {
        why: "A listing on a list that nobody describes cannot be shown or compared.",
        bad: "listings: {us-sdm: {status: listed}}",
        good: "listings: {us-sdn: {status: listed}}",
    }
    MEMBERSHIP_LOOP "T207" "membership-loop" Error "Memberships run in a circle" {
        why: "A union cannot be a member of its own member.",
        bad: "EU: {name: European Union, member_of: FR}\nFR: {name: France, member_of: EU}",
        good: "EU: {name: European Union}\nFR: {name: France, member_of: EU}",
    }
    INHERITANCE_LOOP "T208" "inheritance-loop" Error "Inheritance runs in a circle" {
        why: "Somebody has to have a position of their own.",
        bad: "EU: {inherit: FR}\nFR: {inherit: EU}",
        good: "EU: {level: unknown}\nFR: {inherit: EU}",
    }
    INHERITS_OWN_MATTER "T209" "inherits-own-matter" Error "A position is inherited on a measure the member states decide" {
        why: "Where member states decide, a union's act does not count as theirs: each has its own position, or it \
              is unknown.",
        bad: "competence: member-state\npositions:\n  FI: {inherit: EU}",
        good: "competence: member-state\npositions:\n  FI: {level: unknown}",
    }
    SAME_POLES "T210" "same-poles" Error "Both poles are the same jurisdiction" {
        why: "A comparison needs two sides.",
        bad: "poles: [EU, EU]",
        good: "poles: [EU, US]",
    }
    UNDEFINED_NAME "T211" "undefined-name" Warning "A name is used that nothing defines" {
        why: "An area without a scorecard, a group or weight set that does not exist, an approach on a measure that \
              lists none: it has no effect, and is most often misspelt.",
        bad: "group: T12\ngroups: {T-12: [US, CA]}",
        good: "group: T-12\ngroups: {T-12: [US, CA]}",
    }
    BAD_VIEW "T212" "bad-view" Warning "A saved view says what cannot be understood" {
        why: "A word of its filter, its order or its lens is no word of the language, two views have one name, \
              or a view names columns or sides that it does not have: it shows something else than was meant.",
        bad: "views:\n  - {name: Proposals, view: gaps, filter: \"status:propsed\"}",
        good: "views:\n  - {name: Proposals, view: gaps, filter: \"status:proposed\"}",
    }
}
