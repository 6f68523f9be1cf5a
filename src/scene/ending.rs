//! How a run that has ended shows.

use crate::trace::text::grouped;
use crate::trace::{Reason, State, Trace, World};

/// How a run that has ended shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Memory went over its limit, and the process was killed.
    Fire {
        /// The exit status, in words.
        title: String,
        /// What it cost.
        line: String,
    },
    /// The process ended in order while somebody still had work in hand.
    LightsOut {
        /// The exit status, in words.
        title: String,
        /// What it cost.
        line: String,
    },
    /// The process was stopped by a fault of the program.
    Stopped {
        /// The exit status, in words.
        title: String,
        /// Go's own words.
        line: String,
    },
}

/// The ending of a run, where it is more than main's return with all work done.
pub(super) fn of(trace: &Trace, state: &State) -> Option<Ending> {
    let ended = state.ended?;
    let title = format!("exit status {}", ended.status);
    let lost = state.counts.lost;
    let orders = if lost == 1 { "order" } else { "orders" };
    match ended.reason {
        Reason::Completed | Reason::Exit if lost > 0 => {
            let line = match state.meta.world {
                World::Library => format!("{} cut off, and nobody was told", grouped(lost)),
                _ => format!("{} {orders} lost, and nobody was told", grouped(lost)),
            };
            Some(Ending::LightsOut { title, line })
        }
        Reason::Completed | Reason::Exit => None,
        Reason::OutOfMemory => {
            let line = format!("out of memory: {} {orders} lost", grouped(lost));
            Some(Ending::Fire { title, line })
        }
        Reason::Panic => {
            let text = state.panic.map_or("", |text| trace.text(text));
            let line = format!("panic: {}", text.lines().next().unwrap_or_default());
            Some(Ending::Stopped { title, line })
        }
        Reason::Deadlock => Some(Ending::Stopped {
            title,
            line: "all goroutines are asleep - deadlock!".into(),
        }),
        Reason::NoSignal => Some(Ending::Stopped {
            title,
            line: "all goroutines are asleep, and no signal comes".into(),
        }),
        Reason::FatalError => Some(Ending::Stopped {
            title,
            line: trace.complaint(state.n).to_owned(),
        }),
        Reason::StepLimit => Some(Ending::Stopped {
            title,
            line: "stopped: too many steps".into(),
        }),
    }
}
