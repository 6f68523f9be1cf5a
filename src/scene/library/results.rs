//! Where results meet, as the run itself shows: what its goroutines wrote into, sent on or held.

use super::Rect;
use crate::trace::Trace;
use crate::trace::state::{Doing, Goroutine, Object, Place, State, Status};
use crate::trace::{GoroutineId, Reason};

/// Where results meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Results {
    /// In slots, one for each source: a slice that was made long enough before.
    Slots,
    /// In one ledger: a map, and the lock without which nobody may write in it.
    Ledger {
        /// Whether there is a pen: a lock that is held while somebody writes.
        locked: bool,
        /// Who has the pen.
        pen: Option<GoroutineId>,
        /// How many queue for it.
        queue: u32,
    },
    /// In a wall of pigeon-holes: a `sync.Map`.
    PigeonHoles,
    /// Over the counter: a channel, from which main takes them.
    Counter {
        /// Books that lie on it.
        buffered: u64,
        /// How many wait for somebody to take their book.
        queue: u32,
    },
}

/// A place for one result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    /// Where it is.
    pub rect: Rect,
    /// What is in it. A slot or a pigeon-hole belongs to its source; ledger and table fill up in the order in which books
    /// come, and say nothing of those that failed.
    pub place: Place,
}

impl Results {
    /// What the whole run shows, as it stands now.
    pub(super) fn of(state: &State, last: &State) -> Results {
        let meeting = last.meeting;
        if meeting.sync_map.is_some() {
            Results::PigeonHoles
        } else if meeting.map.is_some() || meeting.channel.is_none() && meeting.pen.is_some() {
            let writer = |lock| match state.objects.get(&lock) {
                Some(Object::Lock { writer, .. }) => *writer,
                _ => None,
            };
            Results::Ledger {
                locked: meeting.pen.is_some(),
                pen: meeting.pen.and_then(writer),
                queue: state.goroutines.count(Doing::Lock),
            }
        } else if let Some(channel) = meeting.channel {
            let buffered = match state.objects.get(&channel) {
                Some(Object::Channel { buffered, .. }) => *buffered,
                _ => 0,
            };
            Results::Counter {
                buffered,
                queue: state.goroutines.count(Doing::Send),
            }
        } else {
            Results::Slots
        }
    }

    /// Whether a slot belongs to its source.
    fn by_source(self) -> bool {
        matches!(self, Results::Slots | Results::PigeonHoles)
    }

    /// Where the book is that a student came back with, if it is still in hand.
    pub(super) fn in_hand(self, state: &State, goroutine: &Goroutine) -> Option<u64> {
        let order = u64::from(goroutine.served.or(goroutine.order)?);
        let writes = matches!(self, Results::Ledger { pen: Some(pen), .. } if pen == goroutine.id);
        let holds = writes
            || matches!(
                goroutine.status,
                Status::Lock { .. }
                    | Status::ReadLock { .. }
                    | Status::Chop { .. }
                    | Status::Send { .. }
            );
        (holds && state.order(order) == Place::Served).then_some(order)
    }

    /// The places for results, laid out in `room`.
    pub(super) fn slots(self, state: &State, room: Rect) -> Vec<Slot> {
        let count = state.meta.tasks.min(MOST);
        let held: Vec<u64> = state
            .goroutines
            .iter()
            .filter_map(|goroutine| self.in_hand(state, goroutine))
            .collect();
        let buffered = match self {
            Results::Counter { buffered, .. } => buffered,
            _ => 0,
        };
        let arrived = state
            .counts
            .served
            .saturating_sub(held.len() as u64 + buffered);
        let place = |i: u64| {
            if !self.by_source() {
                match (i < arrived, state.ended) {
                    (true, _) => Place::Served,
                    (false, None) => Place::Waiting,
                    (false, Some(_)) => Place::Lost,
                }
            } else if held.contains(&i) {
                Place::InFlight
            } else {
                state.order(i)
            }
        };
        let rects = match self {
            Results::Ledger { .. } => lines(count, room),
            Results::PigeonHoles => grid(count, room, 1.5),
            _ => grid(count, room, 1.25),
        };
        let slot = |(i, rect)| Slot {
            rect,
            place: place(i),
        };
        (0..count).zip(rects).map(slot).collect()
    }
}

/// Beyond so many, slots aren't told apart.
const MOST: u64 = 5000;

/// Cells `aspect` times as tall as they are wide, in rows where they are many.
fn grid(count: u64, room: Rect, aspect: f64) -> Vec<Rect> {
    if count == 0 {
        return Vec::new();
    }
    let n = count as f64;
    let largest = room.h / aspect;
    let mut pitch = (room.w / n).min(largest);
    while pitch < largest {
        let next = pitch * 1.04;
        let columns = (room.w / next).floor().max(1.0);
        if (n / columns).ceil() * next * aspect > room.h {
            break;
        }
        pitch = next;
    }
    let rows = (n / (room.w / pitch).floor().clamp(1.0, n)).ceil();
    // Rows of equal length, as far as that goes.
    let columns = (n / rows).ceil();
    let (left, top) = (
        room.x + (room.w - columns * pitch) / 2.0,
        room.y + (room.h - rows * pitch * aspect).max(0.0) / 2.0,
    );
    (0..count)
        .map(|i| {
            let (column, row) = (i as f64 % columns, (i as f64 / columns).floor());
            Rect {
                x: left + column * pitch + pitch * 0.09,
                y: top + row * pitch * aspect,
                w: pitch * 0.82,
                h: pitch * aspect * 0.88,
            }
        })
        .collect()
}

/// The lines of an open book, down its left page and then down its right one; in columns where they are many.
fn lines(count: u64, room: Rect) -> Vec<Rect> {
    const LEAST: f64 = 3.2;
    if count == 0 {
        return Vec::new();
    }
    let n = count as f64;
    let rows = (n / 2.0).ceil().min((room.h / LEAST).floor()).max(1.0);
    let columns = (n / rows).ceil().max(2.0);
    let (w, h) = (room.w / columns, room.h / rows);
    (0..count)
        .map(|i| {
            let (column, row) = ((i as f64 / rows).floor(), i as f64 % rows);
            Rect {
                x: room.x + column * w + w * 0.1,
                y: room.y + row * h,
                w: w * 0.8,
                h,
            }
        })
        .collect()
}

/// Why the page is torn, if two wrote at once: a data race, or Go's own fatal error.
pub(super) fn torn(trace: &Trace, state: &State) -> Option<String> {
    let fatal = state
        .ended
        .is_some_and(|ended| ended.reason == Reason::FatalError);
    if fatal {
        return Some(trace.complaint(state.n).to_owned());
    }
    (state.races > 0).then(|| "data race".to_owned())
}
