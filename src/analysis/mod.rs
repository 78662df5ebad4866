//! The figures: pure functions over a compact level grid and a lens.
