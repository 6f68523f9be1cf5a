//! WaitGroups: the counter, and how many wait.

use super::super::{Row, nil_dereference};
use super::{load, receiver, sleep_at, store, wake_at};
use crate::go::op::Ref;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};
use crate::trace::event::Kind;

/// The natives of the type.
pub const NATIVES: &[Row] = &[
    ("(*sync.WaitGroup).Add", add),
    ("(*sync.WaitGroup).Wait", wait),
];

/// The slot of both, as Go keeps them: the counter in the upper half.
const STATE: u32 = 0;

fn state(machine: &Machine, place: Ref) -> (i64, i64) {
    let state = load(machine, place, STATE);
    (state >> 32, i64::from(state as u32))
}

fn set_state(machine: &mut Machine, place: Ref, counter: i64, waiters: i64) {
    store(machine, place, STATE, counter << 32 | waiters);
}

fn add(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let delta = i64::from(machine.arg(call, 1) as i32);
    let (counter, waiters) = state(machine, place);
    let counter = i64::from((counter + delta) as i32);
    set_state(machine, place, counter, waiters);
    if counter < 0 {
        return machine.panic_str("sync: negative WaitGroup counter");
    }
    if waiters != 0 && delta > 0 && counter == delta {
        return machine.panic_str("sync: WaitGroup misuse: Add called concurrently with Wait");
    }
    let object = machine.object_number(place);
    machine.event(Kind::WaitGroup, object, counter as u64);
    if delta < 0 {
        machine.race_release(place);
    }
    if counter == 0 && waiters > 0 {
        set_state(machine, place, 0, 0);
        for _ in 0..waiters {
            wake_at(machine, place);
        }
    }
    Flow::Done
}

fn wait(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let (counter, waiters) = state(machine, place);
    if call.state == 0 && counter != 0 {
        set_state(machine, place, counter, waiters + 1);
        let object = machine.object_number(place);
        sleep_at(machine, place, false, Kind::BlockWaitGroup, object, 0);
        return Flow::Again(1);
    }
    if call.state == 1 && (counter != 0 || waiters != 0) {
        return machine.panic_str("sync: WaitGroup is reused before previous Wait has returned");
    }
    machine.race_acquire(place);
    Flow::Done
}
