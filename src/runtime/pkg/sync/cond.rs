//! Conditions: the Locker, the next ticket, the first ticket not yet called, and the place to wait at.

use super::super::{Row, nil_dereference};
use super::{at, load, receiver, sleep_at, store, wake_at};
use crate::go::op::Ref;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};
use crate::trace::event::Kind;

/// The natives of the type.
pub const NATIVES: &[Row] = &[
    ("(*sync.Cond).ticket", cond_ticket),
    ("(*sync.Cond).wait", cond_wait),
    ("(*sync.Cond).Signal", cond_signal),
    ("(*sync.Cond).Broadcast", cond_broadcast),
];

const NEXT: u32 = 1;
const CALLED: u32 = 2;
const SEMA: u32 = 3;

fn cond_ticket(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let ticket = load(machine, place, NEXT);
    store(machine, place, NEXT, i64::from(ticket as u32 + 1));
    machine.set(call, 0, ticket as u64);
    Flow::Done
}

fn cond_wait(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let ticket = machine.arg(call, 1) as u32;
    let called = load(machine, place, CALLED) as u32;
    if call.state == 0 && ticket.wrapping_sub(called) as i32 >= 0 {
        let object = machine.object_number(place);
        let sem = at(place, SEMA);
        sleep_at(machine, sem, false, Kind::BlockCond, object, ticket);
        return Flow::Again(1);
    }
    machine.race_acquire(place);
    Flow::Done
}

fn cond_signal(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let called = load(machine, place, CALLED) as u32;
    if called == load(machine, place, NEXT) as u32 {
        return Flow::Done;
    }
    machine.race_release(place);
    store(machine, place, CALLED, i64::from(called.wrapping_add(1)));
    let sem = at(place, SEMA);
    if let Some(line) = machine.waiting.0.get(&sem.0).copied() {
        let meant = machine
            .goroutines
            .queued(line.rest)
            .find(|waiter| waiter.tag == called);
        if let Some(g) = meant.map(|waiter| waiter.g) {
            let by = machine.waker();
            machine.ready(g, by);
        }
        if !machine.goroutines.is_waiting(line.rest) {
            let mut rest = line.rest;
            machine.goroutines.dequeue(&mut rest);
            machine.waiting.0.remove(&sem.0);
        }
    }
    Flow::Done
}

fn cond_broadcast(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    machine.race_release(place);
    let next = load(machine, place, NEXT);
    store(machine, place, CALLED, next);
    while wake_at(machine, at(place, SEMA)) {}
    Flow::Done
}
