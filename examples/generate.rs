//! Writes a workspace of any size, for measuring: `cargo run --release --example generate -- DIR --measures 700`.
//!
//! The same options and seed give the same bytes. What it writes passes `t12 check` without an error or a warning.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use clap::Parser;

/// Write a workspace of any size into a folder
#[derive(Debug, Parser)]
struct Options {
    /// The folder; it is made where it is not there, and files of the same names are replaced
    folder: PathBuf,
    /// How many measures there are in all files together
    #[arg(long, default_value_t = 56)]
    measures: u32,
    /// How many jurisdictions each measure has, at least 2
    #[arg(long, default_value_t = 13, value_parser = clap::value_parser!(u32).range(2..=16_000))]
    jurisdictions: u32,
    /// How many scorecards the measures are spread over
    #[arg(long, default_value_t = 6, value_parser = clap::value_parser!(u32).range(1..=9_000))]
    files: u32,
    /// About how many bytes of prose a position has; 0 writes levels only
    #[arg(long, default_value_t = 900)]
    prose: usize,
    /// Another seed gives other levels and other words
    #[arg(long, default_value_t = 12)]
    seed: u64,
}

fn main() -> io::Result<()> {
    let options = Options::parse();
    fs::create_dir_all(&options.folder)?;
    let mut bytes = write(&options.folder, "board.yaml", &board(&options))?;
    let mut random = Random(options.seed);
    for file in 0..options.files {
        let text = Scorecard::new(&options, &mut random).write(file);
        bytes += write(&options.folder, &format!("area-{file:04}.yaml"), &text)?;
    }
    writeln!(
        io::stdout(),
        "{} measures x {} jurisdictions in {} files, {bytes} bytes",
        options.measures,
        options.jurisdictions,
        options.files + 1
    )
}

fn write(folder: &Path, name: &str, text: &str) -> io::Result<usize> {
    fs::write(folder.join(name), text)?;
    Ok(text.len())
}

/// A linear congruential generator (Knuth, MMIX); the upper bits are random enough for levels and words.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// The code of a jurisdiction: the poles first, then `AAA`, `AAB` and so on.
fn code(number: u32) -> String {
    let letter = |place: u32| char::from(b'A' + (place % 26) as u8);
    match number {
        0 => "EU".to_owned(),
        1 => "US".to_owned(),
        _ => [(number - 2) / 676, (number - 2) / 26, number - 2].map(letter).iter().collect(),
    }
}

/// Whether a jurisdiction is a member of the first pole.
fn is_member(number: u32) -> bool {
    number > 1 && number.is_multiple_of(4)
}

fn board(options: &Options) -> String {
    let mut text =
        String::from("kind: board\nversion: 1\ntitle: A generated comparison\npoles: [EU, US]\n\n");
    text.push_str("jurisdictions:\n");
    for number in 0..options.jurisdictions {
        let code = code(number);
        let member = if is_member(number) { ", member_of: EU" } else { "" };
        put(&mut text, format_args!("  {code}: {{name: Jurisdiction {code}{member}}}\n"));
    }
    let members: Vec<String> = (1..options.jurisdictions).map(code).collect();
    put(
        &mut text,
        format_args!("\ngroups:\n  everyone: [{}]\ngroup: everyone\n\nareas:\n", members.join(", ")),
    );
    for file in 0..options.files {
        put(&mut text, format_args!("  - area-{file:04}\n"));
    }
    text.push_str("\nweights: authored\nstale_after_days: 36500\n");
    text
}

/// A string takes whatever is written to it.
fn put(text: &mut String, what: std::fmt::Arguments<'_>) {
    let _ = text.write_fmt(what);
}

/// What a level is called, and how far its regime has come.
const SCALE: [&str; 5] = [
    "No rule is known, and none is proposed",
    "A policy or a code of conduct that binds nobody",
    "Binding rules for single cases or sectors",
    "A general binding rule with exceptions",
    "A general binding rule that is enforced",
];

const WORDS: [&str; 48] = [
    "the",
    "authority",
    "may",
    "refuse",
    "licences",
    "where",
    "end",
    "use",
    "is",
    "unclear",
    "and",
    "exporters",
    "must",
    "keep",
    "records",
    "for",
    "five",
    "years",
    "under",
    "a",
    "general",
    "duty",
    "of",
    "care",
    "that",
    "applies",
    "to",
    "listed",
    "items",
    "since",
    "parliament",
    "adopted",
    "amendments",
    "on",
    "suppliers",
    "with",
    "fines",
    "up",
    "four",
    "percent",
    "turnover",
    "before",
    "courts",
    "review",
    "decisions",
    "within",
    "sixty",
    "days",
];

const TOPICS: [&str; 12] = [
    "Export licences",
    "Chip controls",
    "Catch-all clauses",
    "Foundation models",
    "Biometric systems",
    "Public registers",
    "Supply chains",
    "Import bans",
    "Network vendors",
    "Investment screening",
    "Data transfers",
    "Entity lists",
];

/// One file of measures.
struct Scorecard<'o> {
    options: &'o Options,
    random: &'o mut Random,
    text: String,
    /// Which levels have an anchor in this file already.
    anchored: [bool; 5],
}

impl<'o> Scorecard<'o> {
    fn new(options: &'o Options, random: &'o mut Random) -> Self {
        Self { options, random, text: String::new(), anchored: [false; 5] }
    }

    fn write(mut self, file: u32) -> String {
        let Options { measures, files, .. } = *self.options;
        put(&mut self.text, format_args!("kind: scorecard\nversion: 1\nid: area-{file:04}\n"));
        put(&mut self.text, format_args!("title: {}, part {file}\n", TOPICS[file as usize % TOPICS.len()]));
        self.folded("", "summary", self.options.prose / 2);
        self.text.push_str("as_of: 2026-10-01\n\nmeasures:\n");
        // The first files take what does not divide evenly.
        for number in 0..measures / files + u32::from(file < measures % files) {
            self.measure(number);
        }
        self.text
    }

    fn measure(&mut self, number: u32) {
        let topic = self.random.one(&TOPICS);
        put(&mut self.text, format_args!("  - id: measure-{number:05}\n    title: {topic} {number}\n"));
        put(&mut self.text, format_args!("    question: How far do rules on {} go?\n", topic.to_lowercase()));
        self.folded("    ", "why", self.options.prose / 3);
        put(&mut self.text, format_args!("    weight: {}\n", 1 + self.random.below(3)));
        let of_the_union = self.random.below(4) == 0;
        if of_the_union {
            self.text.push_str("    competence: eu\n");
        }
        self.text.push_str("    approaches: {law: A law, policy: A policy}\n    scale:\n");
        for (level, words) in SCALE.iter().enumerate() {
            put(&mut self.text, format_args!("      {level}: {words}.\n"));
        }
        self.text.push_str("    positions:\n");
        // A member takes over what the union decides.
        for number in (0..self.options.jurisdictions).filter(|&number| !(of_the_union && is_member(number))) {
            put(&mut self.text, format_args!("      {}: ", code(number)));
            match (self.random.below(20), self.options.prose) {
                (0, _) => self.text.push_str("{level: unknown}\n"),
                (1..10, 0) => self.level_only(2),
                (_, 0) => {
                    let level = self.random.below(5);
                    self.level_only(level);
                }
                _ => self.position(),
            }
        }
    }

    /// A level with the least that a check asks for, written once a file and repeated by its anchor.
    fn level_only(&mut self, level: usize) {
        if std::mem::replace(&mut self.anchored[level], true) {
            put(&mut self.text, format_args!("*l{level}\n"));
        } else {
            let status = status(level);
            put(
                &mut self.text,
                format_args!(
                    "&l{level} {{level: {level}, status: {status}, confidence: medium, sources: [{{title: A survey}}]}}\n"
                ),
            );
        }
    }

    /// A level with everything that is usually written about it.
    fn position(&mut self) {
        const INDENT: &str = "        ";
        let level = self.random.below(5);
        let approach = self.random.one(&["law", "policy"]);
        let confidence = self.random.one(&["high", "high", "medium", "low"]);
        let (year, month) = (2004 + self.random.below(22), 1 + self.random.below(9));
        put(&mut self.text, format_args!("\n{INDENT}level: {level}\n{INDENT}status: {}\n", status(level)));
        put(&mut self.text, format_args!("{INDENT}approach: {approach}\n{INDENT}since: {year}-0{month}\n"));
        let instrument = format!("Act {} of {year}", 1 + self.random.below(400));
        put(&mut self.text, format_args!("{INDENT}instrument: {instrument}\n"));
        if self.random.below(6) == 0 {
            let (month, day) = (1 + self.random.below(9), 1 + self.random.below(28));
            let words = self.words(40);
            put(
                &mut self.text,
                format_args!(
                    "{INDENT}next:\n{INDENT}  - date: 2027-0{month}-{day:02}\n{INDENT}    what: {words}\n"
                ),
            );
        }
        let headline = self.words(60);
        put(&mut self.text, format_args!("{INDENT}headline: {headline}\n"));
        self.folded(INDENT, "summary", self.options.prose / 2);
        put(&mut self.text, format_args!("{INDENT}confidence: {confidence}\n{INDENT}sources:\n"));
        for _ in 0..=self.options.prose / 600 {
            let (title, page) = (self.words(50), self.random.below(100_000));
            put(
                &mut self.text,
                format_args!(
                    "{INDENT}  - title: {title}\n{INDENT}    publisher: A ministry\n{INDENT}    url: https://example.org/acts/{page}\n{INDENT}    date: {year}-0{month}-01\n"
                ),
            );
        }
    }

    /// A key with a paragraph of about that many bytes; nothing where there are to be none.
    fn folded(&mut self, indent: &str, key: &str, bytes: usize) {
        const LINE: usize = 96;
        if bytes > 0 {
            put(&mut self.text, format_args!("{indent}{key}: >-\n"));
            for line in 0..bytes.div_ceil(LINE) {
                let words = self.words((bytes - line * LINE).min(LINE));
                put(&mut self.text, format_args!("{indent}  {words}\n"));
            }
        }
    }

    /// Words without a sense, about as many bytes as asked for.
    fn words(&mut self, bytes: usize) -> String {
        let mut words = String::from("It");
        while words.len() + 8 < bytes {
            words.push(' ');
            words.push_str(self.random.one(&WORDS));
        }
        words.push('.');
        words
    }
}

fn status(level: usize) -> &'static str {
    if level == 0 { "none" } else { "in_force" }
}
