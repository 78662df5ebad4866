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
    every level is the same, 0 % where every pair stands at opposite ends. A lens behind an @ looks at one of them in its \
    own way: EU EU@in-force.",
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

const UPGMA: &str = "Average linkage (UPGMA): Sokal and Michener, A statistical method for evaluating systematic \
    relationships, University of Kansas Science Bulletin 38 (1958)";

pub(super) const MOVE: About = About {
    key: "move",
    arguments: "AREA/MEASURE/CODE LEVEL [pair|CODE]",
    title: "The gain of a move",
    meaning: "By how much the alignment of the group, of the poles (pair) or of one with the others (CODE) would rise if a \
    jurisdiction's own level were another.",
    formula: "gain = net pairs / (4 * n * (n - 1) / 2) * w / sum of w * W / sum of W; of a pair, (steps before - after) / 4 in \
    place of the first part",
    limits: &[
        "Arithmetic on levels, no advice: raising alignment is not in itself good policy. The group decides.",
    ],
    source: "The difference of two alignments, each the mean of similarities of Gower (1971)",
};

pub(super) const WITHOUT: About = About {
    key: "without",
    arguments: "CODE",
    title: "The group without one of it",
    meaning: "By how much the alignment of the group would differ if one were not of it. If a union leaves, those who inherit \
    from it still count, once.",
    formula: "difference = alignment of the others - alignment of the group; each the mean of a by w and W",
    limits: &["It tells what the figure rests on, and nothing about who should move."],
    source: OWN,
};

pub(super) const BRIDGE: About = About {
    key: "bridge",
    arguments: "CODE",
    title: "Between the poles",
    meaning: "By how much a jurisdiction is closer to both poles than these are to each other, and how far out of their way it \
    lies.",
    formula: "gain = min(A with the one, A with the other) - A of the poles; detour = sum of w * (d1 + d2 - d) / (4 * sum of w)",
    limits: &["Gain and detour say where levels lie, not who could bring anyone together."],
    source: OWN,
};

pub(super) const CLOSENESS: About = About {
    key: "closeness",
    arguments: "CODE",
    title: "The mean alignment with the others",
    meaning: "How close a jurisdiction is to the others of the group, pair by pair, and how far its mean lies off those of the \
    others.",
    formula: "mean = sum of A / others with a value; z = 0.6745 * (mean - median) / MAD, MAD the median of abs(mean - median)",
    limits: &["Those who inherit from one union are alike by that alone, and each counts here."],
    source: "Modified z: Iglewicz and Hoaglin, How to detect and handle outliers (1993); alignment: Gower (1971)",
};

pub(super) const CLOSEST: About = About {
    key: "closest",
    arguments: "",
    title: "Who is closest to the rest",
    meaning: "The jurisdiction whose mean alignment with the others of the group is highest: the medoid. More than one where \
    they cannot be told apart.",
    formula: "closest = those with the highest mean of A with the others",
    limits: &["Closest to the rest says neither fullest nor best."],
    source: "The medoid of Kaufman and Rousseeuw, Finding groups in data (1990)",
};

pub(super) const ROBUSTNESS: About = About {
    key: "robustness",
    arguments: "ORDER [pair|CODE]",
    title: "The robustness of an order",
    meaning: "Whether the first of an order stays first if weights are somewhat other than they are. The order is \
    gaps, weighted-gaps, moves (of the group, of the pair of poles, of one), pairs, closeness or agreement.",
    formula: "share = draws in which the first stays first / draws; by the rule: first / next on another measure > \
    (1 + d) / (1 - d)",
    limits: &["Weights of areas are not drawn. Each measure's weight is off on its own."],
    source: "Saisana, Saltelli and Tarantola, Uncertainty and sensitivity analysis techniques as tools for the quality \
    assessment of composite indicators, Journal of the Royal Statistical Society A 168 (2005); random numbers u by \
    SplitMix64: Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014",
};

pub(super) const JOIN: About = About {
    key: "join",
    arguments: "CODE CODE",
    title: "Where two meet in the tree",
    meaning: "The height at which the branches of two jurisdictions join: the mean distance of all pairs between both branches.",
    formula: "height = sum of (1 - A) over all pairs between the branches / their number",
    limits: &["Two that meet low need not be near each other: the branches are, on average."],
    source: UPGMA,
};

pub(super) const TREE: About = About {
    key: "tree",
    arguments: "",
    title: "The cophenetic correlation of the tree",
    meaning: "How faithfully the tree shows the distances it is made from: the correlation of the distance of each pair with \
    the height at which it meets.",
    formula: "r = sum of (d - mean d) * (h - mean h) / sqrt(sum of (d - mean d)^2 * sum of (h - mean h)^2)",
    limits: &["Of pairs at equal distance the ones that stand first on the board join first."],
    source: "Sokal and Rohlf, The comparison of dendrograms by objective methods, Taxon 11 (1962). Average linkage (UPGMA): \
    Sokal and Michener, A statistical method for evaluating systematic relationships, University of Kansas Science \
    Bulletin 38 (1958)",
};

pub(super) const SILHOUETTE: About = About {
    key: "silhouette",
    arguments: "[CODE]",
    title: "The silhouette of the camps",
    meaning: "How much nearer jurisdictions are to their own camp than to the next one: of one, or the mean over all. Of the \
    cuts of the tree into two to five camps the one with the highest mean is taken.",
    formula: "s = (b - a) / max(a, b), a the mean distance inside the camp, b that to the nearest other camp; alone 0",
    limits: &["Every group can be cut; only a clear cut says something."],
    source: "Rousseeuw, Silhouettes: a graphical aid to the interpretation and validation of cluster analysis, Journal of \
    Computational and Applied Mathematics 20 (1987)",
};
