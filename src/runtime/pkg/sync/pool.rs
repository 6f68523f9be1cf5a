//! Pools: a list, the last put in front.

use super::super::{Row, nil_dereference};
use super::map::found;
use super::receiver;
use crate::go::op::Ref;
use crate::runtime::heap::Object;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};

/// The natives of the type.
pub const NATIVES: &[Row] = &[
    ("(*sync.Pool).take", pool_take),
    ("(*sync.Pool).put", pool_put),
];

fn pool_take(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    machine.race_acquire(place);
    let first = Ref(machine.heap.load(place, 0).unwrap_or(0));
    let item = machine.heap.load(first, 0);
    if let Some(rest) = machine.heap.load(first, 1) {
        machine.heap.store(place, 0, rest);
    }
    found(machine, call, item)
}

fn pool_put(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    machine.race_release(place);
    let item = machine.arg(call, 1);
    let rest = machine.heap.load(place, 0).unwrap_or(0);
    let first = machine.heap.add(Object::Small([item, rest, 0]), 0);
    machine.heap.store(place, 0, first.0);
    Flow::Done
}
