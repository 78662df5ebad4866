//! The scripts and pages that are made from the command line's own description.

use super::{t12, written};

#[test]
fn completions_know_every_command_and_option() {
    for shell in ["bash", "zsh", "fish"] {
        insta::assert_snapshot!(format!("completions_{shell}"), written(t12().args(["completions", shell])));
    }
}

#[test]
fn the_manual_page_is_that_of_the_command_line() {
    let page = written(t12().arg("man"));
    insta::assert_snapshot!("man", page.replace(env!("CARGO_PKG_VERSION"), "VERSION"));
}
