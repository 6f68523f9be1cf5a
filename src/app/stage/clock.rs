//! The clock: the moment that is looked at, and how it moves over what was recorded, be it one run or several.

use super::player;
use crate::app::dom;
use crate::trace::pace::{self, Moment, Times};
use leptos::prelude::*;
use std::sync::Arc;

/// The moment that is looked at. It is `Copy`: the values live in the reactive system.
#[derive(Clone, Copy)]
pub struct Clock {
    /// When what happens; none before anything was recorded.
    times: Signal<Option<Arc<dyn Times + Send + Sync>>>,
    /// The moment that is looked at.
    pub moment: RwSignal<Moment>,
    /// Whether it plays.
    pub playing: RwSignal<bool>,
    /// The speed, as a power of two.
    pub speed: RwSignal<i32>,
    /// Waits for a prediction before it plays.
    pub locked: RwSignal<bool>,
    /// The learner wants little motion.
    pub reduced_motion: bool,
}

impl Clock {
    /// A clock that stands at the beginning of what `times` has.
    pub fn new(times: Signal<Option<Arc<dyn Times + Send + Sync>>>, speed: i32) -> Clock {
        Clock {
            times,
            moment: RwSignal::new(Moment::default()),
            playing: RwSignal::new(false),
            speed: RwSignal::new(speed.clamp(*player::SPEEDS.start(), *player::SPEEDS.end())),
            locked: RwSignal::new(false),
            reduced_motion: dom::prefers_reduced_motion(),
        }
    }

    /// Whether there is nothing to look at yet.
    pub fn is_idle(self) -> bool {
        self.times.with(Option::is_none)
    }

    /// When the last thing happens, in ns; 0 before anything was recorded.
    pub fn end(self) -> u64 {
        self.times.with(|times| {
            times
                .as_ref()
                .map_or(0, |times| times.time_of(times.moments() - 1))
        })
    }

    /// Where the moment stands, 0 to 1.
    pub fn position(self) -> f64 {
        let moment = self.moment.get();
        self.times.with(|times| {
            times
                .as_ref()
                .map_or(0.0, |times| pace::position(&**times, moment))
        })
    }

    /// Looks at a position, 0 to 1.
    pub fn go_to_position(self, position: f64) {
        if let Some(moment) = self.with_times(|times| pace::moment(times, position)) {
            self.moment.set(moment);
        }
    }

    /// Steps by events, forward or backward.
    pub fn step(self, events: isize) {
        player::pause(self);
        let moment = self.moment.get_untracked();
        let next = self.with_times(|times| {
            let event = moment
                .event
                .saturating_add_signed(events)
                .min(times.moments() - 1);
            Moment {
                event,
                t: times.time_of(event),
            }
        });
        if let Some(moment) = next {
            self.moment.set(moment);
        }
    }

    /// The nearest moment that was recorded.
    pub fn within(self, moment: Moment) -> Moment {
        let within = self.with_times(|times| {
            let last = times.moments() - 1;
            let event = moment.event.min(last);
            let from = times.time_of(event);
            let until = times.time_of((event + 1).min(last));
            Moment {
                event,
                t: moment.t.clamp(from, until.max(from)),
            }
        });
        within.unwrap_or_default()
    }

    /// [`Clock::position`], without following it.
    pub fn position_untracked(self) -> f64 {
        untrack(|| self.position())
    }

    /// Whether all has happened.
    pub fn at_end_untracked(self) -> bool {
        let event = self.moment.get_untracked().event;
        self.with_times(|times| event >= times.moments() - 1)
            .unwrap_or(false)
    }

    fn with_times<T>(self, look: impl FnOnce(&(dyn Times + Send + Sync)) -> T) -> Option<T> {
        self.times
            .with_untracked(|times| times.as_ref().map(|times| look(&**times)))
    }
}
