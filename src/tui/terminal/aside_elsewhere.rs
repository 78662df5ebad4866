//! Standing aside while another program has the console.

use std::io;
use std::process::{Command, ExitStatus};

use super::wait::Events;

/// How another program left the console.
#[derive(Debug)]
pub struct Left {
    /// How it ended.
    pub status: ExitStatus,
    /// Nothing ends us meanwhile here.
    pub end: Option<u8>,
}

impl Events {
    /// Runs a program in the console, which was given back, until it ends. Nothing is read meanwhile.
    ///
    /// # Errors
    /// The program cannot be started.
    pub fn stand_aside(&mut self, program: &mut Command) -> io::Result<Left> {
        Ok(Left { status: program.status()?, end: None })
    }
}
