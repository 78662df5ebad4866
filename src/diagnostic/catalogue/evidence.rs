rules! {
    MISSING_POSITION "T301" "missing-position" Warning "A jurisdiction has no position on a measure" {
        why: "What nobody wrote down counts as unknown, and unknown widens every figure. Written as \
              `level: unknown` it says that somebody looked. Members of a union inherit without an entry only where \
              the competence is the union's.",
        bad: "positions:\n  EU: {level: unknown}\n  # nothing about US",
        good: "positions:\n  EU: {level: unknown}\n  US: {level: unknown}",
    }
    NO_SOURCE "T302" "no-source" Warning "A known level has no source" {
        why: "Others must be able to read what a level rests on. Where there is really nothing to cite, the \
              confidence is low.",
        bad: "US: {level: 3, status: in_force, confidence: high}",
        good: "US: {level: 3, status: in_force, confidence: high, sources: [{title: 15 CFR 744.21}]}",
    }
    NO_SOURCE_LOW "T303" "no-source-low-confidence" Note "A level of low confidence has no source" {
        why: "It is allowed, and a good place to look next.",
        bad: "US: {level: 0, status: none, confidence: low}",
        good: "US: {level: 0, status: none, confidence: medium, sources: [{title: Survey of export laws}]}",
    }
    RUBRIC_GAP "T304" "rubric-gap" Warning "A level is used that the scale does not word" {
        why: "A level means what its sentence in the scale says. Without one, two people will not give it alike.",
        bad: "scale: {0: No rule., 4: Full rule.}\npositions:\n  US: {level: 2, status: in_force, confidence: high}",
        good: "scale: {0: No rule., 2: Partial rule., 4: Full rule.}\npositions:\n  US: {level: 2, status: in_force, confidence: high}",
    }
    NO_LEVEL_NOW "T305" "no-level-now" Warning "The status is not in force, and what applies today is not said" {
        why: "The level is that of the regime once fully applied. Where it does not apply yet, or no longer, \
              `level_now` says what does, so that both can be compared.",
        bad: "EU: {level: 4, status: adopted, confidence: high}",
        good: "EU: {level: 4, level_now: 1, status: adopted, confidence: high}",
    }
    REPEATS_UNION "T306" "repeats-union" Warning "A member repeats the union's level where the union decides" {
        why: "On a Union competence a member without an entry inherits. A written copy stays behind when the \
              union's position changes, and it counts as a decision of its own.",
        bad: "competence: eu\npositions:\n  EU: {level: 3, status: in_force, confidence: high}\n  FI: {level: 3, status: in_force, confidence: high}",
        good: "competence: eu\npositions:\n  EU: {level: 3, status: in_force, confidence: high}",
    }
    UNREAD_SOURCE "T307" "unread-source" Note "A source is cited but was not opened" {
        why: "`unread: true` is honest. The note lists what is left to read.",
        bad: "sources: [{title: Final rule, unread: true}]",
        good: "sources: [{title: Final rule}]",
    }
    NOT_HTTPS "T308" "not-https" Note "An address does not begin with https" {
        why: "Pages over plain http can be changed on the way. Addresses of other kinds are shown but never opened.",
        bad: "url: http://example.org/rule",
        good: "url: https://example.org/rule",
    }
}
