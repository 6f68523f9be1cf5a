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

const COUNTER: u32 = 0;
const WAITERS: u32 = 1;

fn add(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let delta = i64::from(machine.arg(call, 1) as i32);
    let counter = i64::from((load(machine, place, COUNTER) + delta) as i32);
    let waiters = load(machine, place, WAITERS);
    store(machine, place, COUNTER, counter);
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
        store(machine, place, WAITERS, 0);
        for _ in 0..waiters {
            wake_at(machine, place);
        }
    }
    Flow::Done
}

fn wait(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let (counter, waiters) = (load(machine, place, COUNTER), load(machine, place, WAITERS));
    if call.state == 0 && counter != 0 {
        store(machine, place, WAITERS, waiters + 1);
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
