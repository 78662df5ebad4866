use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::error::Error;
use super::options::{Compared, GlyphsArgument};
use super::program::{ProgramArguments, Shared, size};

/// The gaps as full screens for a room: Space goes on, Tab lists them, q ends
///
/// It shows what everyone may see: no notes, nothing marked above clear, no address, no advice. The page keys, b and the
/// dot of a presenter's remote work; Esc asks before it ends, and no key leads to anything else.
#[derive(Debug, Args)]
pub(super) struct PresentArguments {
    /// Only this area: its id, or a beginning that no other id has
    #[arg(value_name = "AREA")]
    area: Option<String>,
    /// Show only what fits: terms such as gap>=2 fuller:EU -status:proposed
    #[arg(long, value_name = "TERMS", allow_hyphen_values = true)]
    filter: Option<String>,
    #[command(flatten)]
    compared: Compared,
    /// The characters marks and lines are drawn with
    #[arg(long, value_enum, value_name = "SET", help_heading = "The terminal program")]
    glyphs: Option<GlyphsArgument>,
    /// Run these keys without a terminal and print the screen, for example "<space> <space>"
    #[arg(long, value_name = "KEYS", help_heading = "The terminal program")]
    keys: Option<String>,
    /// The size of the screen for --keys, as in 120x36
    #[arg(long, value_name = "WxH", value_parser = size, help_heading = "The terminal program")]
    size: Option<(u16, u16)>,
    /// Save the screen after --keys, as .svg or .txt
    #[arg(long, value_name = "FILE", help_heading = "The terminal program")]
    snapshot: Option<PathBuf>,
}

impl PresentArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let program = ProgramArguments {
            paths: context.places.clone(),
            compared: self.compared.clone(),
            theme: None,
            glyphs: self.glyphs,
            view: None,
            private: false,
            poll: false,
            keys: self.keys.clone(),
            size: self.size,
            snapshot: self.snapshot.clone(),
            shared: Some(Shared { area: self.area.clone(), filter: self.filter.clone() }),
        };
        context.places.clear();
        program.run(context)
    }
}
