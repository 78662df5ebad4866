//! The terminal program: commands, keys, model, update, views, layers and widgets.
