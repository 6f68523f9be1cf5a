//! Pace: how a run is spread over the time that somebody watches it.
//!
//! Virtual time alone won't do: a run may take 0 ns, or begin a thousand chefs in one instant. The number of events
//! alone won't do either: four quiet seconds would be skipped. So the *position* in a run, from 0 to 1, goes up with
//! both: half of it is spent on time passing and half on things happening.

use super::Trace;

/// A moment of a run as its watcher sees it: after `event` events, at virtual time `t` ns, which is at or after the last of them
/// and before the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Moment {
    /// How many events have happened.
    pub event: usize,
    /// Virtual time in ns.
    pub t: u64,
}

/// The times of a run's moments, as the pace needs them.
pub trait Times {
    /// How many moments there are: before the first event, and after each; at least 1.
    fn moments(&self) -> usize;
    /// When the `event`th event happened, in ns; never falling. Before the first it is 0.
    fn time_of(&self, event: usize) -> u64;
    /// When the last event happened, in ns.
    fn end(&self) -> u64 {
        self.time_of(self.moments() - 1)
    }
}

impl Times for Trace {
    fn moments(&self) -> usize {
        self.len() + 1
    }

    fn time_of(&self, event: usize) -> u64 {
        event
            .checked_sub(1)
            .and_then(|n| self.event(n))
            .map_or(0, |event| event.t)
    }

    fn end(&self) -> u64 {
        Trace::end(self)
    }
}

/// The part of the watching time that goes with events rather than with time.
const EVENTS_SHARE: f64 = 0.5;

/// The position, 0 to 1, of a moment.
pub fn position(times: &(impl Times + ?Sized), moment: Moment) -> f64 {
    place(
        times,
        moment.event,
        moment.t.max(times.time_of(moment.event)),
    )
}

/// The moment at a position; positions beyond the ends are the ends.
pub fn moment(times: &(impl Times + ?Sized), position: f64) -> Moment {
    let last = times.moments() - 1;
    // The last event whose own place is at or before the position.
    let (mut low, mut high) = (0, last);
    while low < high {
        let middle = (low + high).div_ceil(2);
        if place(times, middle, times.time_of(middle)) <= position {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    let start = times.time_of(low);
    if low == last {
        return Moment {
            event: low,
            t: start,
        };
    }
    // Between two events only time passes; the step to the next event is taken at its place.
    let (from, to) = (
        place(times, low, start),
        place(times, low + 1, times.time_of(low + 1)),
    );
    let span = times.time_of(low + 1) - start;
    let share = if to > from {
        ((position - from) / (to - from)).clamp(0.0, 1.0)
    } else {
        0.0
    };
    // The next event's own instant belongs to the next event.
    let passed = ((span as f64 * share) as u64).min(span.saturating_sub(1));
    Moment {
        event: low,
        t: start + passed,
    }
}

fn place(times: &(impl Times + ?Sized), event: usize, t: u64) -> f64 {
    let last = times.moments() - 1;
    if last == 0 {
        return 0.0;
    }
    let end = times.end();
    let by_event = event as f64 / last as f64;
    if end == 0 {
        return by_event;
    }
    // Time that has passed since the event moves on towards the next one's place.
    let next = (event + 1).min(last);
    let start = times.time_of(event);
    let towards = if t > start {
        let until = times.time_of(next);
        (t.min(until) - start) as f64 / (until - start).max(1) as f64
    } else {
        0.0
    };
    let events = by_event + towards * (next - event) as f64 / last as f64;
    EVENTS_SHARE * events + (1.0 - EVENTS_SHARE) * t as f64 / end as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Times for Vec<u64> {
        fn moments(&self) -> usize {
            self.len()
        }
        fn time_of(&self, event: usize) -> u64 {
            self[event]
        }
    }

    fn watch(times: &Vec<u64>, frames: usize) -> Vec<Moment> {
        (0..=frames)
            .map(|frame| moment(times, frame as f64 / frames as f64))
            .collect()
    }

    #[test]
    fn a_run_of_no_time_plays_event_by_event() {
        let seen = watch(&vec![0; 11], 100);
        assert!((0..11).all(|event| seen.iter().any(|moment| moment.event == event)));
        assert_eq!(seen[100], Moment { event: 10, t: 0 });
    }

    #[test]
    fn a_thousand_at_once_unfold_before_time_passes() {
        let mut times = vec![0; 1000];
        times.push(1_000_000);
        let seen = watch(&times, 100);
        let half = seen[25];
        assert!((400..600).contains(&half.event) && half.t == 0, "{half:?}");
        assert!(seen[75].event == 999 && seen[75].t > 0);
        assert_eq!(seen[100].event, 1000);
    }

    #[test]
    fn nothing_goes_backward_and_places_agree() {
        let times = vec![0, 0, 5, 5, 5, 900, 901, 10_000];
        let seen = watch(&times, 1000);
        assert!(
            seen.windows(2)
                .all(|pair| (pair[0].event, pair[0].t) <= (pair[1].event, pair[1].t))
        );
        // Within an instant the position rests on an event until the next one's place: half of a seventh here.
        for (frame, &at) in seen.iter().enumerate() {
            let behind = frame as f64 / 1000.0 - position(&times, at);
            assert!(
                (-0.001..0.5 / 7.0 + 0.001).contains(&behind),
                "{frame} {at:?} {behind}"
            );
        }
    }

    #[test]
    fn a_single_event_is_the_whole_run() {
        assert_eq!(moment(&vec![7], 0.4), Moment { event: 0, t: 7 });
    }
}
