//! The presentation: gaps as full screens for a room, and the few keys that work there.

mod draw;
mod evidence;
mod foot;
mod gap;
mod keys;
mod lettering;
mod sides;
mod strip;

pub(super) use draw::draw;
pub(in crate::tui) use gap::Kept;
pub(super) use keys::press;
