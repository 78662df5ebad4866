//! Parses the command line, runs it and sets the exit code. Everything else is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    t12::cli::main()
}
