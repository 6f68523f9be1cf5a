//! Package sync: locks, and what waits for goroutines, woken in Go's own order.
//!
//! A lock's state is in its own memory, so that a copy of a lock is a lock of its own; who waits is kept beside, by the
//! lock's address, as Go keeps it.

pub(super) mod cond;
pub(super) mod map;
pub(super) mod mutex;
pub(super) mod pool;
pub(super) mod waitgroup;

use crate::go::op::Ref;
use crate::runtime::machine::Machine;
use crate::runtime::native::Flow;
use crate::runtime::queue::WaitQueue;
use crate::trace::event::{Kind, Reason};
use rustc_hash::FxHashMap;

/// Who waits, by the address at which they wait.
#[derive(Clone, Debug, Default)]
pub struct Waiting(FxHashMap<u64, Line>);

/// A line of those who wait: some have waited before and stand in front.
#[derive(Clone, Copy, Debug, Default)]
struct Line {
    front: WaitQueue,
    rest: WaitQueue,
}

fn sleep_at(machine: &mut Machine, place: Ref, in_front: bool, kind: Kind, object: u64, tag: u32) {
    let mut line = machine.waiting.0.remove(&place.0).unwrap_or_default();
    let queue = if in_front {
        &mut line.front
    } else {
        &mut line.rest
    };
    machine.park_in(queue, kind, object, 0, tag);
    machine.waiting.0.insert(place.0, line);
}

/// Readies the first who waits at a place, if there is one.
fn wake_at(machine: &mut Machine, place: Ref) -> bool {
    let Some(mut line) = machine.waiting.0.remove(&place.0) else {
        return false;
    };
    let woken = machine.wake_first(&mut line.front).is_some()
        || machine.wake_first(&mut line.rest).is_some();
    let left =
        machine.goroutines.is_waiting(line.front) || machine.goroutines.is_waiting(line.rest);
    if left {
        machine.waiting.0.insert(place.0, line);
    }
    woken
}

fn fatal(machine: &mut Machine, message: &str) -> Flow {
    machine.fatal(message, Reason::FatalError);
    Flow::Ended
}

fn at(place: Ref, slots: u32) -> Ref {
    Ref::new(place.object(), place.slot() + slots)
}

fn load(machine: &Machine, place: Ref, off: u32) -> i64 {
    machine.heap.load(place, off).unwrap_or(0) as i64
}

fn store(machine: &mut Machine, place: Ref, off: u32, value: i64) {
    machine.heap.store(place, off, value as u64);
}

/// The receiver, or the panic of a nil one.
macro_rules! receiver {
    ($machine:ident, $call:ident) => {
        match Ref($machine.arg($call, 0)) {
            place if place.is_nil() => return nil_dereference($machine),
            place => place,
        }
    };
}
use receiver;
