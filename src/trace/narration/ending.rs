//! How a run ended.

use super::library;
use super::words::{bytes, capital, nouns, plural, shorten};
use crate::trace::event::Reason;
use crate::trace::state::State;
use crate::trace::text::grouped;
use crate::trace::{Trace, World};

/// How it ended.
pub(super) fn ending(trace: &Trace, state: &State) -> String {
    let Some(ended) = state.ended else {
        return String::new();
    };
    let counts = state.counts;
    let others = state
        .goroutines
        .iter()
        .filter(|goroutine| goroutine.id != 1)
        .count() as u64;
    let cooking = state
        .goroutines
        .iter()
        .filter(|goroutine| goroutine.id != 1 && goroutine.stove.is_some())
        .count() as u64;
    let noun = nouns(state.meta.world, others);
    match ended.reason {
        Reason::Completed if state.meta.world == World::Library && counts.total() > 0 => {
            library::ending(state, ended.status)
        }
        Reason::Completed if counts.lost > 0 && others > 0 => format!(
            "main returns: lights out over {} {noun}{}. {} {} lost, and the process ends with status {}.",
            grouped(others),
            match cooking {
                0 => String::new(),
                cooking => format!(", {} of them at a stove", grouped(cooking)),
            },
            grouped(counts.lost),
            plural(counts.lost, "order is", "orders are"),
            ended.status
        ),
        Reason::Completed if counts.total() > 0 && counts.served == counts.total() => {
            format!(
                "All {} served. main returns, and the process ends with status {}.",
                grouped(counts.served),
                ended.status
            )
        }
        Reason::Completed if counts.total() > 0 => format!(
            "main returns: {} served, {} failed, {} lost. The process ends with status {}.",
            grouped(counts.served),
            grouped(counts.failed),
            grouped(counts.lost),
            ended.status
        ),
        Reason::Completed => format!(
            "main returns, and the process ends with status {}.",
            ended.status
        ),
        Reason::Exit => format!(
            "The program calls os.Exit({}): lights out at once.",
            ended.status
        ),
        Reason::Panic => {
            let text = state.panic.map_or("", |text| trace.text(text));
            format!(
                "panic: {}. The process ends with status {}.",
                shorten(text),
                ended.status
            )
        }
        Reason::FatalError => format!(
            "{}. The process ends with status {}.",
            capital(trace.complaint(state.n)),
            ended.status
        ),
        Reason::Deadlock => format!(
            "Everybody waits and nothing can happen any more: deadlock. The process ends with status {}.",
            ended.status
        ),
        Reason::NoSignal => format!(
            "Everybody waits, and the signal that the program asked for never comes here: Go would wait on. The process ends with status {}.",
            ended.status
        ),
        Reason::OutOfMemory => format!(
            "The floor is full: {} of {}. The kernel kills the process. {} {noun} stood on it, {} at a stove; {} on the pass.",
            bytes(state.memory.used()),
            bytes(state.meta.memory_limit),
            grouped(others),
            grouped(cooking),
            match counts.served {
                0 => "not one plate".into(),
                1 => "one plate".to_owned(),
                served => format!("{} plates", grouped(served)),
            }
        ),
        Reason::StepLimit => "The run was stopped: it has used up its steps.".into(),
    }
}
