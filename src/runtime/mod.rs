//! The simulated Go runtime: runs a compiled program on virtual time under a scenario, and records what happens.
//!
//! Takes a [`Program`](crate::go::program::Program), a [`scenario::Scenario`], a seed and a schedule; gives a trace and an outcome. It reads
//! no clock and knows no browser: the same four give the same run on every machine.
//!
//! What the machine does most (a switch, a channel operation, a timer, an event) is marked `inline(always)`, here and in
//! `trace`: the page's wasm is built for size, and the compiler would leave it all as calls.

mod chan;
mod crash;
pub mod deadlock;
mod defer;
pub mod draw;
mod due;
mod enter;
mod exec;
pub mod goroutine;
mod growth;
mod heap;
mod link;
pub mod machine;
mod map;
mod memory;
pub mod native;
mod ops;
mod panic;
pub mod pkg;
mod plain;
mod queue;
mod race;
pub mod replay;
pub mod report;
pub mod scenario;
mod scheduler;
mod sequence;
mod stack;
mod string;
#[cfg(test)]
mod tests;
mod timers;
mod traceback;
mod value;
mod waiting;
pub mod world;

pub use machine::{Ending, Machine, Outcome, Progress, Run, Settings};

use crate::go::program::Program;
use std::sync::Arc;

/// Runs a program to its end.
pub fn run(program: &Arc<Program>, settings: Settings) -> Run {
    let mut machine = Machine::new(program, settings);
    while machine.step_slice(u64::MAX) != Progress::Ended {}
    machine.finish()
}
