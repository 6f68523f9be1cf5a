//! The few moments of a run that deserve a pause, and why.

use super::event::{Event, Kind, Reason, WORLD};
use super::{Trace, World};

/// A moment to pause at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyMoment {
    /// How many events have happened then.
    pub event: usize,
    /// What makes it one.
    pub key: Key,
}

/// What makes a moment a key moment. Of each there is one in a run: the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each says itself")]
pub enum Key {
    MainWaits,
    StoveQueue,
    StoveRefused,
    SupplierRefused,
    OrderFailed,
    Race,
    Deadline,
    /// The next event but main's own return ends the process while work is under way.
    BeforeLightsOut,
    BeforeFire,
    BeforeDeadlock,
    BeforePanic,
}

impl Key {
    /// Why one should look, in a sentence or two.
    pub fn sentence(self, world: World) -> &'static str {
        let kitchen = world != World::Library;
        match self {
            Key::MainWaits if kitchen => {
                "From here main waits at the door until the board says 0: wg.Wait()."
            }
            Key::MainWaits => "From here main waits at the table for everybody: wg.Wait().",
            Key::StoveQueue => {
                "No stove is free. From here chefs queue, and hold their ingredients while they wait."
            }
            Key::StoveRefused => {
                "The first refusal: this chef finds no stove, and nobody waits for one here."
            }
            Key::SupplierRefused => "The supplier's first refusal: 429 Too Many Requests.",
            Key::OrderFailed if kitchen => "The first order fails.",
            Key::OrderFailed => "The first source fails.",
            Key::Race => "Two goroutines touch one thing at the same time: a data race.",
            Key::Deadline => "The deadline has passed: the closing bell rings.",
            Key::BeforeLightsOut if kitchen => {
                "The next thing that happens: main returns. Look who is still cooking."
            }
            Key::BeforeLightsOut => {
                "The next thing that happens: main returns. Look who is still out."
            }
            Key::BeforeFire if kitchen => {
                "The floor is as good as full. Whoever takes the next tile burns the kitchen down."
            }
            Key::BeforeFire => "Memory is as good as full. The next allocation ends the process.",
            Key::BeforeDeadlock => "Everybody waits for somebody, and nobody is left to move.",
            Key::BeforePanic => "The next thing that happens: a panic that nobody recovers from.",
        }
    }
}

/// Looks through a run for its key moments, a part at a time.
#[derive(Debug, Default)]
pub struct Scout {
    seen: usize,
    found: Vec<KeyMoment>,
}

impl Scout {
    /// Looks at up to `events` more, and says whether all have been looked at.
    pub fn look(&mut self, trace: &Trace, events: usize) -> bool {
        let from = self.seen;
        for event in trace.events_from(from).take(events) {
            self.seen += 1;
            if let Some(key) = first_of(event)
                && self.found.iter().all(|moment| moment.key != key)
            {
                self.found.push(KeyMoment {
                    event: self.seen,
                    key,
                });
            }
        }
        self.seen >= trace.len()
    }

    /// What was found, in the order in which it happens. The trace must be indexed.
    pub fn found(mut self, trace: &Trace) -> Vec<KeyMoment> {
        // A refusal that fails its order is one moment, not two.
        let refused =
            |moment: &KeyMoment| matches!(moment.key, Key::StoveRefused | Key::SupplierRefused);
        if self.found.iter().any(refused) {
            self.found.retain(|moment| moment.key != Key::OrderFailed);
        }
        self.found.extend(before_end(trace));
        self.found
    }
}

fn first_of(event: Event) -> Option<Key> {
    match event.kind {
        Kind::BlockWaitGroup if event.g == 1 => Some(Key::MainWaits),
        Kind::BlockStove => Some(Key::StoveQueue),
        Kind::StoveRefused => Some(Key::StoveRefused),
        Kind::CallRefused => Some(Key::SupplierRefused),
        Kind::Failed => Some(Key::OrderFailed),
        Kind::Race => Some(Key::Race),
        Kind::Cancel if event.g == WORLD => Some(Key::Deadline),
        _ => None,
    }
}

/// The moment before an end that takes work down with it.
fn before_end(trace: &Trace) -> Option<KeyMoment> {
    let last = trace.last_state()?;
    let key = match last.ended?.reason {
        Reason::Completed | Reason::Exit if last.counts.lost > 0 => Key::BeforeLightsOut,
        Reason::OutOfMemory => Key::BeforeFire,
        Reason::Deadlock | Reason::NoSignal => Key::BeforeDeadlock,
        Reason::Panic => Key::BeforePanic,
        _ => return None,
    };
    // The end itself is the last event; what it consists of may stand before it.
    let belongs = |event: Event| match key {
        Key::BeforeLightsOut => event.kind == Kind::Exit && event.g == 1,
        Key::BeforePanic => event.kind == Kind::Panic,
        _ => false,
    };
    let mut event = trace.len().checked_sub(1)?;
    while event > 0 && trace.event(event - 1).is_some_and(belongs) {
        event -= 1;
    }
    (event > 0).then_some(KeyMoment { event, key })
}
