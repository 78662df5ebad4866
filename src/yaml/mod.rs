//! YAML text to an arena with spans, decoded generically. Knows YAML, knows no scorecard.
