//! What is the same for every case of a figure: what it is, its formula, what it cannot say, and who described it.

/// What is the same for every case of a figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct About {
    /// The word of the command line and of exports.
    pub(super) key: &'static str,
    /// What comes behind that word on the command line.
    pub(super) arguments: &'static str,
    /// Its name for people.
    pub(super) title: &'static str,
    /// What it says.
    pub(super) meaning: &'static str,
    /// How it is computed, in one line.
    pub(super) formula: &'static str,
    /// What it does not say, besides what holds for every figure.
    pub(super) limits: &'static [&'static str],
    /// Who described the method.
    pub(super) source: &'static str,
}

/// What holds for every figure.
pub(super) const LIMITS: [&str; 2] = [
    "Levels are those of the rubric and say how much regime there is, not what it is worth or brings about. Fuller is \
     not better.",
    "The choice of measures drives every figure, and the steps of a rubric are taken as equal.",
];

const OWN: &str = "The program's own rule";

pub(super) const GAP: About = About {
    key: "gap",
    arguments: "AREA/MEASURE",
    title: "The gap between the poles",
    meaning: "How many steps of the rubric lie between the two poles on one measure, second minus first. \
    It is 0 where their spans meet. A union stands for its members on what they decide.",
    formula: "gap = max(0, lo2 - hi1) - max(0, lo1 - hi2)",
    limits: &[
        "A level of low confidence could be one step off either way; medium and high are taken as they are.",
    ],
    source: OWN,
};

pub(super) const SHARE: About = About {
    key: "share",
    arguments: "AREA/MEASURE",
    title: "The share and the rank of a gap",
    meaning: "What part of all weighted steps between the poles lies on one measure, and the place of its \
    gap in the list: wider first, then heavier.",
    formula: "share = w * W * abs(gap) / sum of w * W * abs(gap) over all known gaps; \
    rank = 1 + gaps that are wider, or as wide and heavier",
    limits: &["Gaps of equal width and weight share a rank. A filter changes neither share nor rank."],
    source: OWN,
};

pub(super) const SIDES: About = About {
    key: "sides",
    arguments: "[AREA]",
    title: "The two sides of an area",
    meaning: "By how much each pole is fuller, as a part of the most there could be. The two sides are never \
    subtracted from each other.",
    formula: "first = sum of w * max(-gap, 0) / (4 * sum of w); second = sum of w * max(gap, 0) / (4 * sum of w)",
    limits: &["Measures whose gap is not known are left out of both sums."],
    source: OWN,
};

pub(super) const COUNTS: About = About {
    key: "counts",
    arguments: "[AREA]",
    title: "The counts of measures",
    meaning: "On how many measures the poles stand at the same level, one step apart, or two and more. Absence \
    is not agreement: the same level is both have it (2 or more) or neither has it (1 or less).",
    formula: "same = both + neither; measures = same + one + two or more + open + not comparable",
    limits: &["Every measure counts once, whatever its weight."],
    source: OWN,
};

pub(super) const PAIR: About = About {
    key: "pair",
    arguments: "CODE CODE [AREA]",
    title: "The alignment of two jurisdictions",
    meaning: "1 minus the mean distance of their levels over the 4 steps of the rubric, weighted: 100 % where \
    every level is the same, 0 % where every pair stands at opposite ends.",
    formula: "A = 1 - sum of w * d / (4 * sum of w) over what is known of both; over areas the mean of A by W",
    limits: &["What is unknown is left out of A and widens its bounds; it never counts as 0."],
    source: "Gower, A general coefficient of similarity and some of its properties, Biometrics 27 (1971), with the \
    range fixed at 4; S = 2A - 1 is that of Signorino and Ritter, Tau-b or not tau-b, International \
    Studies Quarterly 43 (1999)",
};

pub(super) const STRESS: About = About {
    key: "stress",
    arguments: "CODE CODE [AREA]",
    title: "The alignment under stress",
    meaning: "The lowest and the highest alignment of two jurisdictions if each level of low confidence were one \
    step off, either way.",
    formula: "lowest = 1 - sum of w * most d / (4 * sum of w); highest = 1 - sum of w * least d / (4 * sum of w)",
    limits: &[
        "All unsure levels are off at once, in the direction that moves the figure most: wider than is likely.",
    ],
    source: OWN,
};

pub(super) const INSTRUMENTS: About = About {
    key: "instruments",
    arguments: "CODE CODE",
    title: "The kinds of instrument of two jurisdictions",
    meaning: "On how many measures that both answer with a known kind of instrument it is the same kind. It is \
    never mixed into alignment.",
    formula: "same = measures with the same kind / measures where both name one",
    limits: &["Every measure counts once, whatever its weight."],
    source: OWN,
};

pub(super) const GROUP: About = About {
    key: "group",
    arguments: "[AREA]",
    title: "The alignment of the group",
    meaning: "How closely the units of the group stand together: the mean agreement of its measures, weighted. A \
    union and those who inherit from it are one unit, unless every member is counted.",
    formula: "alignment = sum of w * a / sum of w, a = 1 - steps between all pairs of units / (4 * n * (n - 1) / 2); \
    over areas the mean by W",
    limits: &["A measure with fewer than two known units says nothing and is left out."],
    source: "The mean of the similarities of all pairs, Gower (1971); on levels 0, 2 and 4 it is the index of agreement \
    of Lijphart, The analysis of bloc voting in the General Assembly, American Political Science \
    Review 57 (1963)",
};

pub(super) const SPREAD: About = About {
    key: "spread",
    arguments: "AREA/MEASURE",
    title: "The spread of the group on a measure",
    meaning: "How closely the units of the group stand together on one measure, and in one word what kind of \
    spread it is.",
    formula: "a = 1 - S / (4 * n * (n - 1) / 2); D = S / (4 * floor(n * n / 4)), S the steps between all pairs of units",
    limits: &["Below four known units there is no word: the counts say more."],
    source: "Berry and Mielke, Assessment of variation in ordinal data, Perceptual and Motor Skills 74 (1992); van der \
    Eijk, Measuring agreement in ordered rating scales, Quality and Quantity 35 (2001); Tastle and \
    Wierman, Consensus and dissention, International Journal of Approximate Reasoning 45 (2007)",
};

pub(super) const MIDDLE: About = About {
    key: "middle",
    arguments: "AREA/MEASURE",
    title: "The middle of the group and its cost",
    meaning: "The levels from which the fewest steps lead to all units, and how many steps and moving units any \
    level would cost. It is no target: a target is what people set.",
    formula: "cost of a level = sum of units at x * abs(x - level); middle = lower to upper median",
    limits: &["Each step up or down costs the same."],
    source: "A property of every median: no other level costs fewer steps",
};

pub(super) const AGREEMENT: About = About {
    key: "agreement",
    arguments: "CODE [AREA[/MEASURE]]",
    title: "The agreement of a jurisdiction with the group",
    meaning: "How close a jurisdiction stands to the known units of the group other than its own, on average.",
    formula: "r = 1 - steps to the other units / (4 * other units); in an area sum of w * r / sum of w; over areas the \
    mean by W",
    limits: &["A jurisdiction outside the group is measured against it, as a reference."],
    source: "The mean of the similarities of one unit to the others, Gower (1971)",
};

pub(super) const WEIGHT: About = About {
    key: "weight",
    arguments: "AREA/MEASURE",
    title: "The effective weight of a measure",
    meaning: "What part of the whole board hangs on one measure: its area's part of the board times its own part \
    of the area.",
    formula: "e = W / sum of W * w / sum of w in the area",
    limits: &["Confidence is never a weight."],
    source: OWN,
};
