//! The panel beside the library: how many books are back, the time alone and together on one clock, and what bounds it.

use super::Rect;
use crate::scene::Scale;
use crate::scene::side::{self, Board, HeadChef, Post};
use crate::trace::Trace;
use crate::trace::state::{Place, State};
use crate::trace::text::{duration, grouped};

/// The panel beside the library.
#[derive(Clone, Debug, PartialEq)]
pub struct Desk {
    /// Where it is.
    pub rect: Rect,
    /// Its heading; none where there is no room.
    pub title: Option<&'static str>,
    /// Books that are back.
    pub back: String,
    /// Of how many.
    pub of: String,
    /// All latencies added up: how long one would walk alone.
    pub alone: Clock,
    /// How long this run takes.
    pub run: Clock,
    /// How many times as fast as alone, if it is.
    pub speed_up: Option<String>,
    /// What bounds the time.
    pub bound: String,
    /// The closing bell, if there is a deadline.
    pub bell: Option<Bell>,
    /// The board.
    pub board: Board,
    /// Main.
    pub main: HeadChef,
}

/// A time, as a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Clock {
    /// What takes it.
    pub label: &'static str,
    /// How much of the longest one it is, from 0 to 1.
    pub length: f64,
    /// How much of that has passed, from 0 to 1.
    pub passed: f64,
    /// It in words.
    pub said: String,
}

/// The closing bell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bell {
    /// When it rings.
    pub said: String,
    /// How many are back by then, once it has rung.
    pub by_then: String,
    /// Whether it has rung.
    pub rung: bool,
}

impl Desk {
    pub(super) fn new(trace: &Trace, state: &State, t: u64, rect: Rect, scale: Scale) -> Desk {
        let inset = rect.w * 0.08;
        let main = Rect {
            x: rect.x + inset * 0.5,
            y: rect.bottom() - rect.h * 0.1,
            w: rect.w - inset,
            h: rect.h * 0.08,
        };
        let board_h = rect.h * 0.17;
        let board = Rect {
            x: rect.x + inset,
            y: main.y - board_h - 4.0,
            w: rect.w - 2.0 * inset,
            h: board_h,
        };
        let last = trace.last_state().unwrap_or(state);
        let (alone, run) = (state.meta.alone_ns(), trace.end());
        let longest = alone.max(run).max(scale.end).max(1) as f64;
        let clock = |label, time: u64| Clock {
            label,
            length: time as f64 / longest,
            passed: if time == 0 {
                1.0
            } else {
                (t as f64 / time as f64).min(1.0)
            },
            said: duration(time),
        };
        let many = last.created > 2;
        let faster = alone as f64 / run.max(1) as f64;
        Desk {
            rect,
            title: (rect.h > 240.0).then_some("At the table"),
            back: grouped(state.counts.served),
            of: format!("of {}", grouped(state.meta.tasks)),
            alone: clock("alone", alone),
            run: clock(if many { "together" } else { "this run" }, run),
            speed_up: (run > 0 && faster >= 1.05).then(|| format!("{faster:.1}×")),
            bound: bound(trace, last),
            bell: bell(state, t),
            board: Board {
                rect: board,
                count: side::count(trace, state),
            },
            main: HeadChef {
                caption: side::of_main(state, Post::Door),
                post: Post::Door,
                rect: main,
            },
        }
    }
}

fn bell(state: &State, t: u64) -> Option<Bell> {
    let deadline = state.meta.deadline_ns;
    (deadline > 0).then(|| {
        let rung = t >= deadline;
        let (served, tasks) = (grouped(state.counts.served), grouped(state.meta.tasks));
        Bell {
            said: format!("Bell at {}", duration(deadline)),
            by_then: if rung {
                format!("{served} of {tasks} by then")
            } else {
                format!("{} to go", duration(deadline - t))
            },
            rung,
        }
    })
}

/// What bounds how fast it can be: `last` is the state at the end.
fn bound(trace: &Trace, last: &State) -> String {
    let meta = &last.meta;
    let Some(farthest) = meta.farthest() else {
        return String::new();
    };
    let (end, farthest_ns) = (trace.end(), farthest.latency_ns);
    let cut = (0..meta.sources.len() as u64).any(|i| {
        meta.sources[i as usize].latency_ns > meta.deadline_ns && last.order(i) != Place::Served
    });
    let longer = end as f64 > farthest_ns as f64 * 1.02;
    if meta.deadline_ns > 0 && cut {
        "the closing bell".into()
    } else if last.created <= 2 && meta.sources.len() > 1 {
        "one walker, shelf by shelf".into()
    } else if longer && last.connection_wait > last.lock_wait {
        match meta.connections {
            1 => "the one connection".into(),
            connections => format!("the {} connections", grouped(connections)),
        }
    } else if longer && last.lock_wait > 0 {
        "the one pen".into()
    } else if longer && last.chops > 0 {
        "the copying".into()
    } else if longer {
        "how many walk at once".into()
    } else {
        format!("{}, the farthest shelf", farthest.name)
    }
}
