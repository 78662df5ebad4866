//! Tables and documents from figures, for scripts and screen readers; the words shared with the screen.

pub mod document;
pub mod words;
