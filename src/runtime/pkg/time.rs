//! Package time: sleeping, and timers that send, call or repeat.

use super::Row;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};
use crate::trace::event::Kind;

/// The natives of the package.
pub const NATIVES: &[Row] = &[("time.Sleep", sleep)];

/// The timers of a run.
#[derive(Clone, Debug, Default)]
pub struct GoTimers {
    timers: Vec<GoTimer>,
}

/// A timer.
#[derive(Clone, Debug)]
struct GoTimer {
    generation: u32,
    target: u64,
    active: bool,
}

impl GoTimers {
    /// Whether what was set for a timer is still meant.
    pub fn is_meant(&self, timer: u32, generation: u32) -> bool {
        self.timers
            .get(timer as usize)
            .is_some_and(|timer| timer.active && timer.generation == generation)
    }

    /// The slots that active timers hold.
    pub fn slots(&self) -> impl Iterator<Item = u64> {
        self.timers
            .iter()
            .filter(|timer| timer.active)
            .map(|timer| timer.target)
    }
}

/// A timer's time has come.
pub fn fire(_machine: &mut Machine, _timer: u32) {}

fn sleep(machine: &mut Machine, call: Call) -> Flow {
    let ns = machine.arg(call, 0) as i64;
    if ns <= 0 {
        return Flow::Done;
    }
    let until = machine.now().saturating_add(ns as u64);
    machine.park_until(until, Kind::Sleep, 0);
    Flow::Parked
}
