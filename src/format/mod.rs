//! The shapes of our files, decoded with every problem collected.
