//! Every event as one plain sentence, and the moment in a few words. The world's own word leads, the field's stands beside.

mod ending;
mod event;
mod library;
mod standing;
mod words;

pub use event::event;
pub use standing::summary;

pub(super) use standing::{hires, verb, verbs};
pub(super) use words::name;

use super::state::State;
use super::text::grouped;
use super::{Trace, World};
use words::plural;

/// What is said of a moment: what happened last, if it happened at `t`, and how things stand.
pub fn sentence(trace: &Trace, state: &State, t: u64) -> String {
    let standing = summary(trace, state, t);
    match state.last {
        None => before(state),
        Some(_) if state.ended.is_some() => standing,
        Some(last) if t == state.t => format!("{} {standing}", event(trace, state, last))
            .trim_end()
            .to_owned(),
        _ => standing,
    }
}

/// What there is before anything has happened.
fn before(state: &State) -> String {
    let orders = state.meta.tasks;
    match state.meta.world {
        World::Kitchen if state.arrived < orders => "The doors are still closed.".into(),
        World::Kitchen => format!(
            "The doors are still closed. {} {} on the rail.",
            grouped(orders),
            plural(orders, "order hangs", "orders hang")
        ),
        World::Library => format!(
            "The library is still closed. {} {} on the list.",
            grouped(orders),
            plural(orders, "source stands", "sources stand")
        ),
        World::None => "The program hasn't started yet.".into(),
    }
}
