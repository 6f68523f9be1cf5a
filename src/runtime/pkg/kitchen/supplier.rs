//! The supplier, whom an order calls before it is cooked.

use super::{CANCELED, GRANTED, REFUSED, SUPPLIER, done, retries};
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow, OUTCOME_DONE};
use crate::runtime::scenario::Policy;
use crate::trace::event::Kind;

pub(super) fn calls_per_task(machine: &mut Machine, call: Call) -> Flow {
    let calls = machine.scenario().calls_per_task;
    done(machine, call, calls as i64)
}

pub(super) fn call_retries(machine: &mut Machine, call: Call) -> Flow {
    let retries = retries(machine, machine.scenario().api_policy);
    done(machine, call, retries)
}

/// One call: admitted at once, or refused, or after a wait in the queue; then it takes its time.
pub(super) fn supply(machine: &mut Machine, call: Call) -> Flow {
    const ADMITTED: u32 = 1;
    const ANSWERED: u32 = 2;
    let (order, stop) = (machine.arg(call, 0), machine.arg(call, 1));
    match call.state {
        0 => {
            if machine.is_done(stop) {
                return done(machine, call, CANCELED);
            }
            let now = machine.now();
            let queue = machine.world.for_supplier;
            if !machine.goroutines.is_waiting(queue) && machine.world.supplier.take(now) {
                return start_call(machine, call, ANSWERED);
            }
            if machine.scenario().api_policy != Policy::Wait {
                machine.world.supplier.refuse();
                machine.event(Kind::CallRefused, order, 0);
                return done(machine, call, REFUSED);
            }
            let mut queue = queue;
            machine.park_in(&mut queue, Kind::BlockSupplier, order, 0, 0);
            machine.world.for_supplier = queue;
            machine.or_done(stop);
            admit_callers(machine);
            Flow::Again(ADMITTED)
        }
        ADMITTED if machine.outcome() == OUTCOME_DONE => done(machine, call, CANCELED),
        ADMITTED => start_call(machine, call, ANSWERED),
        _ => {
            let canceled = machine.outcome() == OUTCOME_DONE;
            machine.event(Kind::CallEnd, order, 0);
            machine.world.supplier.answered();
            admit_callers(machine);
            done(machine, call, if canceled { CANCELED } else { GRANTED })
        }
    }
}

fn start_call(machine: &mut Machine, call: Call, answered: u32) -> Flow {
    let (order, stop) = (machine.arg(call, 0), machine.arg(call, 1));
    let ns = machine.scenario().api_ns;
    if ns == 0 {
        // A supplier that takes no time and knows no limit isn't worth an event.
        if machine.world.supplier.has_limits() {
            let now = machine.now();
            machine.event(Kind::CallStart, order, now);
            machine.event(Kind::CallEnd, order, 0);
        }
        machine.world.supplier.answered();
        admit_callers(machine);
        return done(machine, call, GRANTED);
    }
    let until = machine.now().saturating_add(ns);
    machine.park_until(until, Kind::CallStart, order);
    machine.or_done(stop);
    Flow::Again(answered)
}

/// Lets in whoever waits, as far as places and tokens go; for the next token it sets itself a time.
pub(super) fn admit_callers(machine: &mut Machine) {
    let now = machine.now();
    let mut queue = machine.world.for_supplier;
    while machine.goroutines.is_waiting(queue) {
        if machine.world.supplier.take(now) {
            machine.wake_first(&mut queue);
            continue;
        }
        if let Some(at) = machine.world.supplier.next_token_at(now)
            && machine.world.supplier_timer != Some(at)
        {
            machine.world.supplier_timer = Some(at);
            machine.at(at, SUPPLIER);
        }
        break;
    }
    machine.world.for_supplier = queue;
}
