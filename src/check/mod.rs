//! The rules that need meaning: references, evidence, time, text.
