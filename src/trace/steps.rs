//! Steps by source line: from where somebody stands to where somebody stands next, forward and backward.
//!
//! Only lines at which something was recorded count: a line that merely computes leaves no trace.

use super::{Event, GoroutineId, Trace, WORLD};

/// How many events are decoded at a time when looking backward.
const CHUNK: usize = 4096;

/// The first event after the `n`th after which the followed goroutine, or whoever acts, stands at another line; else the
/// end. Events count from 1.
pub fn line_forward(trace: &Trace, n: usize, followed: Option<GoroutineId>) -> usize {
    let here = last_place(trace, n, followed);
    let next = trace
        .events_from(n)
        .position(|event| place(event, followed).is_some_and(|place| Some(place) != here));
    next.map_or(trace.len(), |passed| n + passed + 1)
}

/// The last event before the `n`th after which the followed goroutine, or whoever acts, had come to another line; else
/// the start.
pub fn line_back(trace: &Trace, n: usize, followed: Option<GoroutineId>) -> usize {
    let mut end = n.saturating_sub(1);
    while end > 0 {
        let start = end.saturating_sub(CHUNK);
        let mut before = last_place(trace, start, followed);
        let mut found = None;
        for (passed, event) in trace.events_from(start).take(end - start).enumerate() {
            if let Some(place) = place(event, followed) {
                if Some(place) != before {
                    found = Some(start + passed + 1);
                }
                before = Some(place);
            }
        }
        if let Some(found) = found {
            return found;
        }
        end = start;
    }
    0
}

/// The line at which the followed goroutine, or whoever acted last, stood last.
pub fn last_line(trace: &Trace, n: usize, followed: Option<GoroutineId>) -> Option<u32> {
    last_place(trace, n, followed).map(|(_, line)| line)
}

type Place = (GoroutineId, u32);

fn place(event: Event, followed: Option<GoroutineId>) -> Option<Place> {
    let counts = event.line > 0 && event.g != WORLD && followed.is_none_or(|g| g == event.g);
    counts.then_some((event.g, event.line))
}

/// Where they stood last, after `n` events.
fn last_place(trace: &Trace, n: usize, followed: Option<GoroutineId>) -> Option<Place> {
    let mut end = n;
    while end > 0 {
        let start = end.saturating_sub(CHUNK);
        let last = trace
            .events_from(start)
            .take(end - start)
            .filter_map(|event| place(event, followed))
            .last();
        if last.is_some() {
            return last;
        }
        end = start;
    }
    None
}
