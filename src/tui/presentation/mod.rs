//! The presentation: gaps as full screens for a room, and the few keys that work there.

mod draw;
mod foot;
mod gap;
mod keys;
mod lettering;
mod strip;

pub(super) use draw::draw;
pub(super) use keys::press;
