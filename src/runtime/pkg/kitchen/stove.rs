//! Stoves: taken, refused or queued for, lit and given back.

use super::{CANCELED, REFUSED, RESERVED, done, retries};
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow, OUTCOME_DONE};
use crate::runtime::scenario::Policy;
use crate::runtime::world::Refusal;
use crate::trace::event::Kind;

pub(super) fn stove_retries(machine: &mut Machine, call: Call) -> Flow {
    let retries = retries(machine, machine.scenario().stove_policy);
    done(machine, call, retries)
}

/// A stove's number, or `REFUSED`, `RESERVED` or `CANCELED`.
pub(super) fn occupy(machine: &mut Machine, call: Call) -> Flow {
    const LET_IN: u32 = 1;
    const CONNECTED: u32 = 2;
    let (order, stop) = (machine.arg(call, 0), machine.arg(call, 1));
    match call.state {
        0 => {
            if machine.is_done(stop) {
                return done(machine, call, CANCELED);
            }
            let waits = machine.scenario().stove_policy == Policy::Wait;
            let mut queue = machine.world.for_stove;
            if waits
                && (machine.goroutines.is_waiting(queue) || !machine.world.stoves.one_is_left())
            {
                machine.park_in(&mut queue, Kind::BlockStove, order, 0, 0);
                machine.world.for_stove = queue;
                machine.or_done(stop);
                return Flow::Again(LET_IN);
            }
            match machine.world.stoves.occupy() {
                Ok(slot) => connect(machine, call, slot, CONNECTED),
                Err(refusal) => refused(machine, call, refusal),
            }
        }
        LET_IN if machine.outcome() == OUTCOME_DONE => done(machine, call, CANCELED),
        LET_IN => {
            // Whoever freed a stove has occupied it for the head of the queue.
            let slot = machine.world.promised.pop_front().unwrap_or_default();
            connect(machine, call, slot, CONNECTED)
        }
        _ => {
            let slot = machine.scratch()[0] as u32;
            if machine.outcome() == OUTCOME_DONE {
                machine.event(Kind::StoveFreed, 0, u64::from(slot));
                give_back(machine, slot);
                return done(machine, call, CANCELED);
            }
            lit(machine, call, slot)
        }
    }
}

fn connect(machine: &mut Machine, call: Call, slot: u32, connected: u32) -> Flow {
    let (order, stop) = (machine.arg(call, 0), machine.arg(call, 1));
    let ns = machine.scenario().connect_ns;
    if ns == 0 {
        return lit(machine, call, slot);
    }
    machine.scratch()[0] = u64::from(slot);
    machine.park(Kind::StoveConnect, order, u64::from(slot));
    let until = machine.now().saturating_add(ns);
    machine.wake_at(until);
    machine.or_done(stop);
    Flow::Again(connected)
}

fn lit(machine: &mut Machine, call: Call, slot: u32) -> Flow {
    let order = machine.arg(call, 0);
    match machine.world.stoves.connected(slot) {
        Ok(()) => {
            machine.event(Kind::StoveTaken, order, u64::from(slot));
            done(machine, call, i64::from(slot))
        }
        Err(refusal) => refused(machine, call, refusal),
    }
}

fn refused(machine: &mut Machine, call: Call, refusal: Refusal) -> Flow {
    let order = machine.arg(call, 0);
    let (code, answer) = match refusal {
        Refusal::TooMany => (0, REFUSED),
        Refusal::Reserved => (1, RESERVED),
    };
    machine.event(Kind::StoveRefused, order, code);
    done(machine, call, answer)
}

pub(super) fn free_stove(machine: &mut Machine, call: Call) -> Flow {
    let slot = machine.arg(call, 0);
    machine.event(Kind::StoveFreed, 0, slot);
    give_back(machine, slot as u32);
    Flow::Done
}

/// A stove is free: it goes to the head of the queue, never to a newcomer.
fn give_back(machine: &mut Machine, slot: u32) {
    machine.world.stoves.release(slot);
    let mut queue = machine.world.for_stove;
    while machine.goroutines.is_waiting(queue) && machine.world.stoves.one_is_left() {
        let Ok(slot) = machine.world.stoves.occupy() else {
            break;
        };
        machine.world.promised.push_back(slot);
        machine.wake_first(&mut queue);
    }
    machine.world.for_stove = queue;
}
