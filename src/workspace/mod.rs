//! The folder: find it, read it in parallel, the embedded default.
