//! t12 compares technology-policy measures of the EU and the US across the T-12 democracies.
//!
//! # The map of the house
//!
//! | module | what it holds | it may use |
//! | --- | --- | --- |
//! | [`text`] | places in a file, and untrusted text made visible | nothing |
//! | [`scorecard`] | what is compared: board, measure, position, level, date | `text` |
//! | [`analysis`] | the figures: pure functions over a compact level grid and a lens | `scorecard` |
//! | [`filter`] | the filter language: what is looked for, parsed, explained and put on a board | `text`, `scorecard`, `analysis` |
//! | [`diagnostic`] | what a problem is: rule, severity, place, help | `text` |
//! | [`yaml`] | YAML text to an arena with spans; knows no scorecard | `text` |
//! | [`format`](mod@format) | the shapes of our files, decoded with every problem collected | `text`, `scorecard`, `diagnostic`, `yaml` |
//! | [`check`] | the rules that need meaning: evidence, time, references | `text`, `scorecard`, `analysis`, `filter`, `diagnostic`, `format` |
//! | [`workspace`] | the folder: find, read in parallel, again when files change, embedded default | `text`, `scorecard`, `diagnostic`, `yaml`, `format`, `check` |
//! | [`report`] | tables and documents from figures, for scripts and screen readers | `text`, `scorecard`, `analysis`, `filter`, `diagnostic` |
//! | [`tui`] | the terminal program | `text`, `scorecard`, `analysis`, `filter`, `diagnostic` (what is wrong with settings), `format` and `workspace` (themes, settings, files that change, places in files), `report` (words) |
//! | [`cli`] | one file a subcommand | every module; `tui` only to start it (`cli/program.rs`), to read its command table (`cli/keys.rs`, `cli/config/default.rs`) and its settings (`cli/settings.rs`) |
//!
//! A module uses those above it and none below, and `tests/house.rs` holds the code to this table. Data walks in one
//! direction: file bytes, arena, [`scorecard::Board`], figures, the visible cells.

pub mod analysis;
pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod filter;
pub mod format;
pub mod report;
pub mod scorecard;
pub mod text;
pub mod tui;
pub mod workspace;
pub mod yaml;
