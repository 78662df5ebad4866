//! Writing what-ifs under a name: the only file the program adds to a workspace, and never over one that is there.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::find::SCENARIOS;
use crate::text::visible;

/// Why a scenario was not written. The message names the file.
#[derive(Debug, Error)]
pub enum SaveProblem {
    /// A file of that name is there.
    #[error("{} is there already and is not written over: take another name", shown(.file))]
    Exists {
        /// The file.
        file: PathBuf,
    },
    /// Whatever the system says.
    #[error("{} cannot be written: {cause}", shown(.file))]
    Unwritten {
        /// The file.
        file: PathBuf,
        /// Why.
        #[source]
        cause: io::Error,
    },
}

/// Writes a scenario into the folder of scenarios of a workspace's folder and gives the file.
///
/// # Errors
/// Where a file of that name is there, or it cannot be written.
pub fn save_scenario(folder: &Path, id: &str, text: &str) -> Result<PathBuf, SaveProblem> {
    let folder = folder.join(SCENARIOS);
    let file = folder.join(format!("{id}.yaml"));
    let written = fs::create_dir_all(&folder)
        .and_then(|()| OpenOptions::new().write(true).create_new(true).open(&file))
        .and_then(|mut opened| opened.write_all(text.as_bytes()));
    match written {
        Ok(()) => Ok(file),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(SaveProblem::Exists { file }),
        Err(cause) => Err(SaveProblem::Unwritten { file, cause }),
    }
}

fn shown(file: &Path) -> String {
    visible(&file.to_string_lossy()).into_owned()
}
