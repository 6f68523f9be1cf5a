//! The player: moves the moment on while it plays, about ten seconds for a whole run.

use super::clock::Clock;
use crate::app::dom::now;
use leptos::prelude::*;

/// How long a run plays at speed 1, in ms, whatever its virtual length.
const WHOLE_MS: f64 = 10_000.0;
/// With reduced motion the picture changes at most this often, in ms.
const CALM_MS: f64 = 500.0;

/// The speeds on offer, as powers of two from 1/64 to 64.
pub const SPEEDS: std::ops::RangeInclusive<i32> = -6..=6;

/// A speed in words: `1/8×`, `4×`.
pub fn speed_label(power: i32) -> String {
    if power < 0 {
        format!("1/{}×", 1 << -power)
    } else {
        format!("{}×", 1 << power)
    }
}

/// Starts playing; from the beginning where the run has come to its end.
pub fn play(clock: Clock) {
    if untrack(|| clock.locked() || clock.is_idle()) || clock.playing.get_untracked() {
        return;
    }
    if clock.at_end_untracked() {
        clock.go_to_position(0.0);
    }
    clock.playing.set(true);
    let position = clock.position_untracked();
    next_frame(
        clock,
        Frame {
            position,
            at: now(),
            shown_at: f64::MIN,
        },
    );
}

/// Stops playing.
pub fn pause(clock: Clock) {
    clock.playing.set(false);
}

/// Where playing stands: the position is kept here, in full precision, and not read back from the moment, which rests on
/// events.
#[derive(Clone, Copy)]
struct Frame {
    position: f64,
    at: f64,
    shown_at: f64,
}

fn next_frame(clock: Clock, frame: Frame) {
    request_animation_frame(move || {
        if !clock.playing.try_get_untracked().unwrap_or(false) {
            return;
        }
        let now = now();
        let speed = libm::exp2(f64::from(clock.speed.get_untracked()));
        // A tab in the background sends no frames: what it missed is not made up for.
        let passed = (now - frame.at).clamp(0.0, 100.0);
        let position = (frame.position + passed * speed / WHOLE_MS).min(1.0);
        if let Some(key) = clock.pause_before(position) {
            clock.go_to_event(key);
            pause(clock);
            return;
        }
        let calm = clock.reduced_motion && now - frame.shown_at < CALM_MS && position < 1.0;
        if !calm {
            clock.go_to_position(position);
        }
        if position >= 1.0 {
            clock.playing.set(false);
        } else {
            let shown_at = if calm { frame.shown_at } else { now };
            next_frame(
                clock,
                Frame {
                    position,
                    at: now,
                    shown_at,
                },
            );
        }
    });
}
