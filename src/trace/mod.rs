//! The trace: what was recorded of a run, and the state at any moment of it.
//!
//! Takes events from the runtime through a [`Recorder`]; gives the state after any event or at any time, series for charts,
//! and each event as a sentence. It doesn't know Go, doesn't know pixels, and reads no clock.

mod apply;
mod audit;
mod bits;
mod crowd;
mod encoding;
pub mod event;
mod goroutine;
mod goroutines;
pub mod key;
mod keyframes;
mod meeting;
mod meta;
pub mod narration;
mod objects;
pub mod pace;
mod recorder;
pub mod series;
mod shared;
pub mod state;
pub mod steps;
pub mod text;
pub mod together;
pub mod who;

pub use event::{Event, GoroutineId, Kind, NO_ORDER, Reason, WORLD};
pub use meta::{Beyond, Meta, Source, World};
pub use recorder::Recorder;
pub use series::{Quantity, Series};
pub use state::State;

use encoding::{Cursor, Log};
use goroutines::Cast;
use indexmap::IndexSet;
use keyframes::{Keyframe, Keyframes};
use state::Goroutine;
use std::sync::Arc;

/// Something that the program wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Print {
    /// How many events had happened once it was written.
    pub after: usize,
    /// The number of its text.
    pub text: u64,
    /// To stderr rather than to stdout.
    pub stderr: bool,
}

/// A recorded run.
///
/// A state is "after event n", n counting from 1; after 0 events nothing has happened yet. The state at time t is the one
/// after the last event at or before t.
#[derive(Clone, Debug)]
pub struct Trace {
    log: Log,
    texts: IndexSet<Arc<str>>,
    prints: Vec<Print>,
    meta: Arc<Meta>,
    cast: Arc<Cast>,
    keyframes: Keyframes,
}

impl Trace {
    /// How many events were recorded.
    pub fn len(&self) -> usize {
        self.log.len()
    }

    /// Whether nothing was recorded.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The time of the last event, in ns.
    pub fn end(&self) -> u64 {
        self.log.end()
    }

    /// The bytes that the events take in memory.
    pub fn bytes(&self) -> usize {
        self.log.bytes()
    }

    /// The bytes that keyframes take in memory, and the marks among the events.
    pub fn keyframe_bytes(&self) -> usize {
        self.keyframes.bytes()
    }

    /// What the run was given.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// The text with this number, as events name it; empty where there is none.
    pub fn text(&self, number: u64) -> &str {
        usize::try_from(number)
            .ok()
            .and_then(|i| self.texts.get_index(i))
            .map_or("", |text| text)
    }

    /// What the program had written after `n` events, in order.
    pub fn output_after(&self, n: usize) -> &[Print] {
        &self.prints[..self.prints.partition_point(|print| print.after <= n)]
    }

    /// The first line of what the program wrote last to stderr within `n` events: Go's own words for what ended it.
    pub fn complaint(&self, n: usize) -> &str {
        let mut last_first = self.output_after(n).iter().rev();
        let print = last_first.find(|print| print.stderr);
        print.map_or("", |print| {
            self.text(print.text).lines().next().unwrap_or_default()
        })
    }

    /// The `n`th event, from 0.
    pub fn event(&self, n: usize) -> Option<Event> {
        self.events_from(n).next()
    }

    /// The events from the `n`th on, from 0.
    pub fn events_from(&self, n: usize) -> Events<'_> {
        let mut cursor = self.keyframes.mark(n).cloned().unwrap_or_default();
        while cursor.index() < n && cursor.next(&self.log).is_some() {}
        Events {
            log: &self.log,
            cursor,
        }
    }

    /// How many events have happened once those at `t` have: the `n` of the state at time `t`.
    pub fn index_at(&self, t: u64) -> usize {
        let mut cursor = self.keyframes.mark_before(t).cloned().unwrap_or_default();
        let mut n = cursor.index();
        while let Some(event) = cursor.next(&self.log) {
            if event.t > t {
                break;
            }
            n = cursor.index();
        }
        n
    }

    /// The state after the first `n` events, or after all if there are fewer.
    pub fn state_after(&self, n: usize) -> State {
        let (mut cursor, mut state) = self.from(self.keyframes.nearest(n));
        while cursor.index() < n {
            let Some(event) = cursor.next(&self.log) else {
                break;
            };
            state.apply(event);
        }
        state
    }

    /// The state at time `t`, in ns.
    pub fn state_at(&self, t: u64) -> State {
        let (mut cursor, mut state) = self.from(self.keyframes.nearest_in_time(t));
        while let Some(event) = cursor.next(&self.log)
            && event.t <= t
        {
            state.apply(event);
        }
        state
    }

    fn from(&self, frame: Option<&Keyframe>) -> (Cursor, State) {
        frame.map_or_else(
            || (Cursor::default(), self.start()),
            |frame| (Cursor::clone(&frame.cursor), frame.state.clone()),
        )
    }

    /// The state before anything has happened.
    fn start(&self) -> State {
        State::new(self.meta.clone(), self.cast.clone())
    }

    /// All there is to know of a goroutine that is alive in `state`. In a run of a crowd, where states don't say it, this
    /// goes through the run from its start.
    pub fn goroutine(&self, state: &State, id: GoroutineId) -> Option<Goroutine> {
        let figure = state.goroutines.figure(id)?;
        if let Some(whole) = figure.whole {
            return Some(*whole);
        }
        let mut goroutine = None;
        for event in self.events_from(0).take(state.n) {
            if event.kind == Kind::Spawn && event.a == u64::from(id) {
                goroutine.get_or_insert_with(|| Goroutine::new(&event, figure.place));
            } else if event.g == id
                && let Some(goroutine) = &mut goroutine
            {
                goroutine.act(&event);
            }
        }
        goroutine
    }

    /// Takes keyframes of up to `events` further events and says whether all are done. States are right without
    /// keyframes too, but slow to find.
    pub fn index(&mut self, events: usize) -> bool {
        self.keyframes
            .extend(&self.log, &self.meta, &self.cast, events)
    }

    /// A quantity over time; empty before all keyframes are taken.
    pub fn series(&self, quantity: Quantity) -> Series {
        self.keyframes.series(quantity)
    }

    /// The state at the end, once all keyframes are taken.
    pub fn last_state(&self) -> Option<&State> {
        self.keyframes.last_state()
    }

    /// A digest of all events and texts, equal on every platform.
    pub fn digest(&self) -> u64 {
        self.texts.iter().fold(self.log.digest(), |digest, text| {
            encoding::digest(digest, text.as_bytes())
        })
    }
}

/// The events of a trace, one after another; see [`Trace::events_from`].
#[derive(Clone, Debug)]
pub struct Events<'a> {
    log: &'a Log,
    cursor: Cursor,
}

impl Iterator for Events<'_> {
    type Item = Event;

    fn next(&mut self) -> Option<Event> {
        self.cursor.next(self.log)
    }
}
