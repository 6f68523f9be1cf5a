//! The clock: the moment that is looked at, and how it moves over what was recorded, be it one run or several.

use super::player;
use crate::app::dom;
use crate::trace::key::{Key, KeyMoment};
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
    /// The prediction, by its id, that must be committed to before anything plays.
    pub asks: RwSignal<Option<String>>,
    /// Whether it pauses at key moments.
    pub pauses: RwSignal<bool>,
    /// The key moments of what was recorded.
    pub keys: RwSignal<Vec<KeyMoment>>,
    /// What it has paused for already: it does so once, not in every run.
    paused_for: StoredValue<Vec<Key>>,
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
            asks: RwSignal::new(None),
            pauses: RwSignal::new(true),
            keys: RwSignal::new(Vec::new()),
            paused_for: StoredValue::new(Vec::new()),
            reduced_motion: dom::prefers_reduced_motion(),
        }
    }

    /// Whether there is nothing to look at yet.
    pub fn is_idle(self) -> bool {
        self.times.with(Option::is_none)
    }

    /// Whether a prediction must be made before anything plays.
    pub fn locked(self) -> bool {
        self.asks.with(Option::is_some)
    }

    /// The event of the first key moment on the way to `position` for which to pause.
    pub fn pause_before(self, position: f64) -> Option<usize> {
        if !self.pauses.get_untracked() {
            return None;
        }
        let from = self.moment.get_untracked().event;
        let to = self
            .with_times(|times| pace::moment(times, position))?
            .event;
        let key = self.paused_for.with_value(|seen| {
            self.keys.with_untracked(|keys| {
                let ahead = keys.iter().copied();
                ahead
                    .filter(|key| (from + 1..=to).contains(&key.event) && !seen.contains(&key.key))
                    .min_by_key(|key| key.event)
            })
        })?;
        self.paused_for.update_value(|seen| seen.push(key.key));
        Some(key.event)
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
        let event = self.moment.get_untracked().event;
        self.go_to_event(event.saturating_add_signed(events));
    }

    /// Looks at the moment of the `n`th event, from 1; at the start for 0, and at the end where there are fewer.
    pub fn go_to_event(self, n: usize) {
        let moment = self.with_times(|times| {
            let event = n.min(times.moments() - 1);
            Moment {
                event,
                t: times.time_of(event),
            }
        });
        if let Some(moment) = moment {
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
