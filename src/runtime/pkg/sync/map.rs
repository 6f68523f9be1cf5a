//! sync.Map: a Go map that is changed at once.

use super::super::{Row, nil_dereference, runtime_error, truth};
use super::receiver;
use crate::go::op::Ref;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};

/// The natives of the type.
pub const NATIVES: &[Row] = &[
    ("(*sync.Map).isReady", map_is_ready),
    ("(*sync.Map).begin", map_begin),
    ("(*sync.Map).Load", map_load),
    ("(*sync.Map).swap", map_swap),
    ("(*sync.Map).loadOrStore", map_load_or_store),
    ("(*sync.Map).LoadAndDelete", map_load_and_delete),
    ("(*sync.Map).CompareAndSwap", map_compare_and_swap),
    ("(*sync.Map).CompareAndDelete", map_compare_and_delete),
    ("(*sync.Map).Clear", map_clear),
    ("(*sync.Map).cursor", map_cursor),
    ("sync.next", map_next),
];

fn entries(machine: &Machine, place: Ref) -> u64 {
    machine.heap.load(place, 0).unwrap_or(0)
}

/// The value under the key in argument 1, where there is one; or the panic of a key that can't be one.
fn look_up(machine: &mut Machine, place: Ref, key: u64) -> Result<Option<u64>, Flow> {
    machine.race_acquire(place);
    let slot = entries(machine, place);
    let Some(key_ty) = machine.map(slot).map(|map| map.key) else {
        return Ok(None);
    };
    let found = machine.map_get(slot, key, key_ty);
    found.map_err(|name| runtime_error(machine, &format!("hash of unhashable type {name}")))
}

fn set_entry(machine: &mut Machine, place: Ref, key: u64, value: u64) {
    machine.race_release(place);
    let slot = entries(machine, place);
    // The key was looked up before, so that it can be one.
    let _ = machine.map_set(slot, key, value);
    machine.stored(slot, true);
}

/// Gives a value and whether there is one.
pub(super) fn found(machine: &mut Machine, call: Call, value: Option<u64>) -> Flow {
    machine.set(call, 0, value.unwrap_or(0));
    truth(machine, call, 1, value.is_some())
}

fn map_is_ready(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let ready = entries(machine, place) != 0;
    truth(machine, call, 0, ready)
}

fn map_begin(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    if entries(machine, place) == 0 {
        let map = machine.arg(call, 1);
        machine.heap.store(place, 0, map);
    }
    Flow::Done
}

fn map_load(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let key = machine.arg(call, 1);
    match look_up(machine, place, key) {
        Ok(value) => found(machine, call, value),
        Err(flow) => flow,
    }
}

fn map_swap(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let (key, value) = (machine.arg(call, 1), machine.arg(call, 2));
    match look_up(machine, place, key) {
        Ok(before) => {
            set_entry(machine, place, key, value);
            found(machine, call, before)
        }
        Err(flow) => flow,
    }
}

fn map_load_or_store(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let (key, value) = (machine.arg(call, 1), machine.arg(call, 2));
    match look_up(machine, place, key) {
        Ok(Some(there)) => found(machine, call, Some(there)),
        Ok(None) => {
            set_entry(machine, place, key, value);
            machine.set(call, 0, value);
            truth(machine, call, 1, false)
        }
        Err(flow) => flow,
    }
}

fn map_load_and_delete(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let key = machine.arg(call, 1);
    match look_up(machine, place, key) {
        Ok(before) => {
            machine.race_release(place);
            let slot = entries(machine, place);
            let _ = machine.map_delete(slot, key);
            found(machine, call, before)
        }
        Err(flow) => flow,
    }
}

/// Whether the value under the key is the one in argument 2.
fn compare(machine: &mut Machine, call: Call, place: Ref) -> Result<bool, Flow> {
    let (key, old) = (machine.arg(call, 1), machine.arg(call, 2));
    let Some(there) = look_up(machine, place, key)? else {
        return Ok(false);
    };
    let slot = entries(machine, place);
    let Some(any) = machine.map(slot).map(|map| map.value) else {
        return Ok(false);
    };
    let equal = machine.equal(any, there, old);
    equal.map_err(|name| runtime_error(machine, &format!("comparing uncomparable type {name}")))
}

fn map_compare_and_swap(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    match compare(machine, call, place) {
        Ok(equal) => {
            if equal {
                let (key, new) = (machine.arg(call, 1), machine.arg(call, 3));
                set_entry(machine, place, key, new);
            }
            truth(machine, call, 0, equal)
        }
        Err(flow) => flow,
    }
}

fn map_compare_and_delete(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    match compare(machine, call, place) {
        Ok(equal) => {
            if equal {
                machine.race_release(place);
                let (slot, key) = (entries(machine, place), machine.arg(call, 1));
                let _ = machine.map_delete(slot, key);
            }
            truth(machine, call, 0, equal)
        }
        Err(flow) => flow,
    }
}

fn map_clear(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    machine.race_release(place);
    let slot = entries(machine, place);
    if let Some(map) = machine.map_mut(slot) {
        map.entries.clear();
    }
    Flow::Done
}

fn map_cursor(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    machine.race_acquire(place);
    let slot = entries(machine, place);
    let cursor = machine.new_cursor(slot);
    machine.set(call, 0, cursor);
    Flow::Done
}

fn map_next(machine: &mut Machine, call: Call) -> Flow {
    let cursor = machine.arg(call, 0);
    let entry = machine.next_entry(cursor);
    let (key, value) = entry.unwrap_or_default();
    machine.set(call, 0, key);
    machine.set(call, 1, value);
    truth(machine, call, 2, entry.is_some())
}
