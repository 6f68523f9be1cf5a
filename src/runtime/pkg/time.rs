//! Package time: sleeping, and timers that send, call or repeat.

use super::Row;
use crate::go::op::Ref;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};
use crate::trace::event::Kind;

/// The natives of the package.
pub const NATIVES: &[Row] = &[
    ("time.Sleep", sleep),
    ("time.now", now),
    ("time.startTimer", start_timer),
    ("time.stopTimer", stop_timer),
    ("time.resetTimer", reset_timer),
];

/// The timers of a run, by their ids less one. One that isn't set keeps nothing alive: the program's own `Timer` holds what
/// it would send on or call.
#[derive(Clone, Debug, Default)]
pub struct GoTimers {
    timers: Vec<GoTimer>,
}

#[derive(Clone, Copy, Debug)]
struct GoTimer {
    /// Counts how often it was set or stopped.
    generation: u32,
    active: bool,
    /// The channel to send on, or 0.
    channel: u64,
    /// The function to call, or 0.
    call: u64,
    period: u64,
}

impl GoTimers {
    /// Whether what was set for a timer is still meant.
    pub fn is_meant(&self, timer: u32, generation: u32) -> bool {
        self.timers
            .get(timer as usize)
            .is_some_and(|timer| timer.active && timer.generation == generation)
    }

    /// The slots that timers hold.
    pub fn slots(&self) -> impl Iterator<Item = u64> {
        let set = self.timers.iter().filter(|timer| timer.active);
        set.flat_map(|timer| [timer.channel, timer.call])
    }
}

/// A timer's time has come.
pub(in crate::runtime) fn fire(machine: &mut Machine, timer: u32) {
    let state = &mut machine.go_timers.timers[timer as usize];
    if state.period == 0 {
        state.active = false;
    }
    let GoTimer {
        generation,
        channel,
        call,
        period,
        ..
    } = *state;
    if period > 0 {
        let next = machine.now().saturating_add(period);
        machine.set_go_timer(next, timer, generation);
    }
    if channel != 0 {
        let time = time_now(machine);
        let _ = machine.try_send(channel, time);
    }
    if call != 0 {
        let g = machine.spawn_value(call);
        machine.race_acquire_by(g, place_of(timer));
    }
}

/// A `time.Time`: seconds since the year 1, nanoseconds, and the number of the local zone.
fn time_now(machine: &mut Machine) -> u64 {
    const START_OF_RUN: u64 = 946_684_800 + 62_135_596_800;
    const LOCAL: u64 = 1;
    let ns = machine.now();
    let time = machine.heap.add_memory(3, false, 0);
    let parts = [START_OF_RUN + ns / 1_000_000_000, ns % 1_000_000_000, LOCAL];
    machine.heap.slots_mut(time)[..3].copy_from_slice(&parts);
    time.0
}

fn sleep(machine: &mut Machine, call: Call) -> Flow {
    let ns = machine.arg(call, 0) as i64;
    if ns <= 0 {
        return Flow::Done;
    }
    let until = machine.now().saturating_add(ns as u64);
    machine.park_until(until, Kind::Sleep, 0);
    Flow::Parked
}

fn now(machine: &mut Machine, call: Call) -> Flow {
    machine.set(call, 0, machine.now());
    Flow::Done
}

fn start_timer(machine: &mut Machine, call: Call) -> Flow {
    let [channel, function, ns, period] = [0, 1, 2, 3].map(|index| machine.arg(call, index));
    let id = machine.go_timers.timers.len() as u64 + 1;
    machine.go_timers.timers.push(GoTimer {
        generation: 0,
        active: false,
        channel,
        call: function,
        period: 0,
    });
    if let Some(channel) = machine.chan_mut(channel) {
        channel.timer = true;
    }
    set(machine, id, ns as i64, period);
    machine.set(call, 0, id);
    Flow::Done
}

fn stop_timer(machine: &mut Machine, call: Call) -> Flow {
    let was_set = stop(machine, machine.arg(call, 0));
    machine.set(call, 0, u64::from(was_set));
    Flow::Done
}

fn reset_timer(machine: &mut Machine, call: Call) -> Flow {
    let [id, ns, period] = [0, 1, 2].map(|index| machine.arg(call, index));
    let was_set = stop(machine, id);
    set(machine, id, ns as i64, period);
    machine.set(call, 0, u64::from(was_set));
    Flow::Done
}

/// Sets a timer that isn't set.
fn set(machine: &mut Machine, id: u64, ns: i64, period: u64) {
    let at = id as usize - 1;
    let Some(timer) = machine.go_timers.timers.get_mut(at) else {
        return;
    };
    let timer_place = place_of(at as u32);
    timer.active = true;
    timer.generation = timer.generation.wrapping_add(1);
    timer.period = period;
    let generation = timer.generation;
    let time = machine.now().saturating_add(ns.max(0) as u64);
    machine.set_go_timer(time, at as u32, generation);
    machine.race_release(timer_place);
}

/// Where the race detector keeps what was done before a timer was set: in no object.
fn place_of(timer: u32) -> Ref {
    Ref::new(0, timer)
}

/// Stops a timer, and takes back what it has sent and nobody received. Says whether that was in time.
fn stop(machine: &mut Machine, id: u64) -> bool {
    let Some(timer) = machine.go_timers.timers.get_mut(id as usize - 1) else {
        return false;
    };
    let was_set = std::mem::take(&mut timer.active);
    let channel = timer.channel;
    let unread = match machine.chan_mut(channel) {
        Some(channel) => channel.buffer.drain(..).count() > 0,
        None => false,
    };
    was_set || unread
}
