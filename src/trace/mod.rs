//! The trace: what was recorded of a run, and the state at any moment of it.
//!
//! Takes events from the runtime through a recorder; gives the state after any event or at any time, series for charts,
//! and each event as a sentence. It doesn't know Go, doesn't know pixels, and reads no clock.

pub mod event;
pub mod pace;
