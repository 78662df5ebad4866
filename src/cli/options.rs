use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, ValueEnum};

use crate::analysis::robustness::Draws;
use crate::analysis::{Lens, Units};
use crate::report::words::Glyphs;
use crate::scorecard::{Code, PartialDate};
use crate::text::visible;

use super::error::Error;

/// What every command takes.
#[derive(Debug, Args)]
pub(super) struct Everywhere {
    /// Read this folder or file; may be given several times
    ///
    /// Without it: ./scorecards, else a folder with a board.yaml here, else the scorecards inside the program.
    #[arg(short, long, global = true, value_name = "PATH", help_heading = "Options for every command")]
    pub(super) workspace: Vec<PathBuf>,

    /// Take this day for today, written 2026-11-21; without it the environment's day, else the machine's
    #[arg(
        long,
        global = true,
        value_name = "DATE",
        value_parser = day,
        help_heading = "Options for every command"
    )]
    pub(super) today: Option<PartialDate>,

    /// Take the settings from this file and no other; t12 config path lists where it is looked for without it
    #[arg(long, global = true, value_name = "FILE", help_heading = "Options for every command")]
    pub(super) config: Option<PathBuf>,
}

impl Everywhere {
    /// The day that counts as today, where the command line or the environment says one.
    ///
    /// # Errors
    /// Where the environment says something that is no day.
    pub(super) fn today(&self) -> Result<Option<PartialDate>, Error> {
        if self.today.is_some() {
            return Ok(self.today);
        }
        from_environment("T12_TODAY").map(|text| day(&text).map_err(|why| not_a_day(&text, &why))).transpose()
    }
}

/// What a variable of the environment says; an empty one says nothing.
pub(super) fn from_environment(name: &str) -> Option<String> {
    let value = std::env::var_os(name)?;
    (!value.is_empty()).then(|| value.to_string_lossy().into_owned())
}

fn not_a_day(text: &str, why: &str) -> Error {
    Error::Usage(format!("T12_TODAY is `{}`: {why}. Give it another day, or unset it", visible(text)))
}

/// Who is compared with whom.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "What is compared")]
pub(super) struct Compared {
    /// The two jurisdictions that gaps are measured between, for example EU,JP
    #[arg(long, value_name = "A,B", value_parser = poles)]
    pub(super) poles: Option<[Code; 2]>,

    /// The group whose spread is measured: a group of the board, or all
    #[arg(long, value_name = "NAME")]
    pub(super) group: Option<String>,

    /// The weights of measures: authored, equal, or a weight set of the board
    #[arg(long, value_name = "SET")]
    pub(super) weights: Option<String>,

    /// Which levels are looked at: as-recorded, in-force, medium or high confidence, or a date
    ///
    /// As recorded is the regime as enacted, once fully applied; in force is what legally applies today; a date is what
    /// is foreseen for then. What the lens does not show is unknown in every figure.
    #[arg(long, value_name = "LENS", value_parser = lens)]
    pub(super) lens: Option<Lens>,

    /// Suppose what this scenario says: levels, weights and members that are no facts
    #[arg(long, value_name = "NAME")]
    pub(super) scenario: Option<String>,

    /// Who counts once in the group
    #[arg(long, value_enum, value_name = "UNITS")]
    pub(super) units: Option<UnitsArgument>,
}

/// Who counts once in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum UnitsArgument {
    /// Whoever decides: a union and the members that inherit from it are one
    Decision,
    /// Every jurisdiction
    Members,
}

impl From<UnitsArgument> for Units {
    fn from(argument: UnitsArgument) -> Self {
        match argument {
            UnitsArgument::Decision => Self::Decision,
            UnitsArgument::Members => Self::Members,
        }
    }
}

/// Reads a lens.
fn lens(text: &str) -> Result<Lens, String> {
    let [_, _, confidences @ .., date] = Lens::WORDS;
    Lens::parse(text)
        .ok_or_else(|| format!("the lenses are as-recorded, in-force, {}, {date}", confidences.join(", ")))
}

/// A jurisdiction, and the lens it is looked at through where one is named: `EU@in-force`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// The code as given.
    pub(super) code: String,
    /// The lens of its own.
    pub(super) lens: Option<Lens>,
}

impl FromStr for Seen {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let Some((code, word)) = text.split_once('@') else {
            return Ok(Self { code: text.to_owned(), lens: None });
        };
        Ok(Self { code: code.to_owned(), lens: Some(lens(word)?) })
    }
}

/// Whether an order survives other weights.
#[derive(Debug, Args)]
#[command(next_help_heading = "What is compared")]
pub(super) struct Drawn {
    /// Draw a thousand weights, up to 25 % off, and say whether the order holds: ranks in nine of ten draws, with equal
    /// weights, and with one measure left out
    #[arg(long)]
    robust: bool,
}

impl Drawn {
    /// A twin as it is, or with the draws that `drawn` puts on it where they are asked for.
    pub(super) fn on<T>(&self, twin: T, drawn: impl FnOnce(T, Draws) -> T) -> T {
        if self.robust { drawn(twin, Draws::default()) } else { twin }
    }
}

/// What every command with figures takes: what is compared, and how the result is written in one of the formats `F`.
#[derive(Debug, Args)]
pub(super) struct Asked<F: ValueEnum + Default + Send + Sync + 'static = Format> {
    #[command(flatten)]
    pub(super) compared: Compared,
    #[command(flatten)]
    pub(super) output: Output<F>,
}

impl<F: ValueEnum + Default + Send + Sync + 'static> Asked<F> {
    /// How the result is written.
    pub(super) fn format(&self) -> F {
        self.output.format.clone()
    }
}

/// How a command's result is written, in one of the formats `F`.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Output")]
pub(super) struct Output<F: ValueEnum + Default + Send + Sync + 'static = Format> {
    /// How the result is written
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(super) format: F,

    /// Show private fields too: notes, and positions marked above clear
    ///
    /// Without it such a position is unknown here, in its words and in every figure.
    #[arg(long)]
    pub(super) private: bool,

    /// The characters for marks; without it the config's, else unicode
    #[arg(long, value_enum, value_name = "SET")]
    pub(super) glyphs: Option<GlyphsArgument>,
}

/// How a result is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Plain text for people
    #[default]
    Table,
    /// For notes and issues
    Markdown,
    /// For spreadsheets
    Csv,
    /// For programs; documented in docs/json.md
    Json,
    /// The keys of the JSON as YAML, for people who read that more easily
    Yaml,
}

impl Format {
    /// Every format, in the order they are offered.
    pub(super) const ALL: [Self; 5] = [Self::Table, Self::Markdown, Self::Csv, Self::Json, Self::Yaml];
}

/// The characters for marks and lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum GlyphsArgument {
    /// Geometric shapes
    Unicode,
    /// Nothing beyond ASCII
    Ascii,
}

impl From<GlyphsArgument> for Glyphs {
    fn from(argument: GlyphsArgument) -> Self {
        match argument {
            GlyphsArgument::Unicode => Self::Unicode,
            GlyphsArgument::Ascii => Self::Ascii,
        }
    }
}

/// Reads a whole day.
fn day(text: &str) -> Result<PartialDate, String> {
    let date = PartialDate::parse(text).map_err(|error| error.to_string())?;
    if date == date.first_day() {
        Ok(date)
    } else {
        Err("a whole day is needed, as in 2026-11-21".to_owned())
    }
}

/// Reads two different codes, in capitals or not.
fn poles(text: &str) -> Result<[Code; 2], String> {
    let form = || "two codes are needed, as in EU,US".to_owned();
    let (first, second) = text.split_once(',').ok_or_else(form)?;
    let code = |text: &str| Code::parse(&text.trim().to_ascii_uppercase()).ok_or_else(form);
    let poles = [code(first)?, code(second)?];
    if poles[0] == poles[1] { Err("the two have to differ".to_owned()) } else { Ok(poles) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_is_a_whole_day() {
        assert_eq!(day("2026-11-21").unwrap().to_string(), "2026-11-21");
        assert!(day("2026-11").is_err() && day("2026-02-30").is_err() && day("tomorrow").is_err());
    }

    #[test]
    fn a_jurisdiction_may_have_a_lens_of_its_own() {
        let seen = |text: &str| text.parse::<Seen>().map(|seen| (seen.code, seen.lens));
        assert_eq!(seen("eu"), Ok(("eu".to_owned(), None)));
        assert_eq!(seen("EU@in-force"), Ok(("EU".to_owned(), Some(Lens::InForce))));
        assert!(seen("EU@").is_err() && seen("EU@nowhere").is_err());
    }

    #[test]
    fn poles_are_two_different_codes() {
        let read = poles("eu, jp").unwrap();
        assert_eq!(read.map(|code| code.to_string()), ["EU", "JP"]);
        assert!(poles("EU").is_err() && poles("EU,eu").is_err() && poles("EU,").is_err());
    }
}
