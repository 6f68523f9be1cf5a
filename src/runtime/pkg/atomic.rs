//! Package atomic: one slot of memory, changed at once. Each operation happens before the next on the same memory.

use super::{Row, nil_dereference, truth};
use crate::go::op::Ref;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};
use crate::trace::event::Kind;

/// The natives of the package.
#[rustfmt::skip]
pub const NATIVES: &[Row] = &[
    ("atomic.LoadInt32", load),
    ("(*atomic.Int32).Load", load),
    ("atomic.StoreInt32", store),
    ("(*atomic.Int32).Store", store),
    ("atomic.SwapInt32", swap),
    ("(*atomic.Int32).Swap", swap),
    ("atomic.CompareAndSwapInt32", compare_and_swap),
    ("(*atomic.Int32).CompareAndSwap", compare_and_swap),
    ("atomic.AddInt32", add::<true, true>),
    ("(*atomic.Int32).Add", add::<true, true>),
    ("atomic.AndInt32", and),
    ("(*atomic.Int32).And", and),
    ("atomic.OrInt32", or),
    ("(*atomic.Int32).Or", or),
    ("atomic.LoadInt64", load),
    ("(*atomic.Int64).Load", load),
    ("atomic.StoreInt64", store),
    ("(*atomic.Int64).Store", store),
    ("atomic.SwapInt64", swap),
    ("(*atomic.Int64).Swap", swap),
    ("atomic.CompareAndSwapInt64", compare_and_swap),
    ("(*atomic.Int64).CompareAndSwap", compare_and_swap),
    ("atomic.AddInt64", add::<false, true>),
    ("(*atomic.Int64).Add", add::<false, true>),
    ("atomic.AndInt64", and),
    ("(*atomic.Int64).And", and),
    ("atomic.OrInt64", or),
    ("(*atomic.Int64).Or", or),
    ("atomic.LoadUint32", load),
    ("(*atomic.Uint32).Load", load),
    ("atomic.StoreUint32", store),
    ("(*atomic.Uint32).Store", store),
    ("atomic.SwapUint32", swap),
    ("(*atomic.Uint32).Swap", swap),
    ("atomic.CompareAndSwapUint32", compare_and_swap),
    ("(*atomic.Uint32).CompareAndSwap", compare_and_swap),
    ("atomic.AddUint32", add::<true, false>),
    ("(*atomic.Uint32).Add", add::<true, false>),
    ("atomic.AndUint32", and),
    ("(*atomic.Uint32).And", and),
    ("atomic.OrUint32", or),
    ("(*atomic.Uint32).Or", or),
    ("atomic.LoadUint64", load),
    ("(*atomic.Uint64).Load", load),
    ("atomic.StoreUint64", store),
    ("(*atomic.Uint64).Store", store),
    ("atomic.SwapUint64", swap),
    ("(*atomic.Uint64).Swap", swap),
    ("atomic.CompareAndSwapUint64", compare_and_swap),
    ("(*atomic.Uint64).CompareAndSwap", compare_and_swap),
    ("atomic.AddUint64", add::<false, true>),
    ("(*atomic.Uint64).Add", add::<false, true>),
    ("atomic.AndUint64", and),
    ("(*atomic.Uint64).And", and),
    ("atomic.OrUint64", or),
    ("(*atomic.Uint64).Or", or),
    ("atomic.LoadUintptr", load),
    ("(*atomic.Uintptr).Load", load),
    ("atomic.StoreUintptr", store),
    ("(*atomic.Uintptr).Store", store),
    ("atomic.SwapUintptr", swap),
    ("(*atomic.Uintptr).Swap", swap),
    ("atomic.CompareAndSwapUintptr", compare_and_swap),
    ("(*atomic.Uintptr).CompareAndSwap", compare_and_swap),
    ("atomic.AddUintptr", add::<false, true>),
    ("(*atomic.Uintptr).Add", add::<false, true>),
    ("atomic.AndUintptr", and),
    ("(*atomic.Uintptr).And", and),
    ("atomic.OrUintptr", or),
    ("(*atomic.Uintptr).Or", or),
    ("(*atomic.Bool).Load", load),
    ("(*atomic.Bool).Store", store),
    ("(*atomic.Bool).Swap", swap),
    ("(*atomic.Bool).CompareAndSwap", compare_and_swap),
    ("atomic.loadPointer", load),
    ("atomic.storePointer", store),
    ("atomic.swapPointer", swap),
    ("atomic.compareAndSwapPointer", compare_and_swap),
    ("(*atomic.Value).Load", load),
    ("(*atomic.Value).Store", store_value),
    ("(*atomic.Value).Swap", swap_value),
    ("(*atomic.Value).CompareAndSwap", compare_and_swap_value),
];

/// The value at the address in argument 0, or the panic of a nil address.
fn read(machine: &mut Machine, call: Call) -> Result<(Ref, u64), Flow> {
    let place = Ref(machine.arg(call, 0));
    match machine.heap.load(place, 0) {
        None => Err(nil_dereference(machine)),
        Some(value) => {
            machine.race_acquire(place);
            Ok((place, value))
        }
    }
}

fn write(machine: &mut Machine, place: Ref, value: u64) {
    machine.race_release(place);
    machine.heap.store(place, 0, value);
    let object = machine.object_number(place);
    machine.event(Kind::Atomic, object, value);
}

fn load(machine: &mut Machine, call: Call) -> Flow {
    match read(machine, call) {
        Ok((_, value)) => {
            machine.set(call, 0, value);
            Flow::Done
        }
        Err(flow) => flow,
    }
}

fn store(machine: &mut Machine, call: Call) -> Flow {
    match read(machine, call) {
        Ok((place, _)) => {
            let value = machine.arg(call, 1);
            write(machine, place, value);
            Flow::Done
        }
        Err(flow) => flow,
    }
}

/// Changes the value; the result is the one before.
fn change(machine: &mut Machine, call: Call, with: fn(u64, u64) -> u64) -> Flow {
    match read(machine, call) {
        Ok((place, old)) => {
            let operand = machine.arg(call, 1);
            write(machine, place, with(old, operand));
            machine.set(call, 0, old);
            Flow::Done
        }
        Err(flow) => flow,
    }
}

fn swap(machine: &mut Machine, call: Call) -> Flow {
    change(machine, call, |_, new| new)
}

fn and(machine: &mut Machine, call: Call) -> Flow {
    change(machine, call, |old, mask| old & mask)
}

fn or(machine: &mut Machine, call: Call) -> Flow {
    change(machine, call, |old, mask| old | mask)
}

fn add<const NARROW: bool, const SIGNED: bool>(machine: &mut Machine, call: Call) -> Flow {
    match read(machine, call) {
        Ok((place, old)) => {
            let sum = old.wrapping_add(machine.arg(call, 1));
            let sum = match (NARROW, SIGNED) {
                (true, true) => sum as i32 as u64,
                (true, false) => u64::from(sum as u32),
                (false, _) => sum,
            };
            write(machine, place, sum);
            machine.set(call, 0, sum);
            Flow::Done
        }
        Err(flow) => flow,
    }
}

fn compare_and_swap(machine: &mut Machine, call: Call) -> Flow {
    match read(machine, call) {
        Ok((place, value)) => {
            let (old, new) = (machine.arg(call, 1), machine.arg(call, 2));
            let swapped = value == old;
            if swapped {
                write(machine, place, new);
            }
            truth(machine, call, 0, swapped)
        }
        Err(flow) => flow,
    }
}

// ---- Value: an interface value whose dynamic type never changes

/// Whether `new` may follow `old`; the panic where it may not.
fn check_value(machine: &mut Machine, old: u64, new: u64, verb: &str) -> Result<(), Flow> {
    let Some((ty, _)) = machine.heap.iface(new) else {
        let text = format!("sync/atomic: {verb} of nil value into Value");
        return Err(machine.panic_str(&text));
    };
    if machine
        .heap
        .iface(old)
        .is_some_and(|(there, _)| there != ty)
    {
        let text = format!("sync/atomic: {verb} of inconsistently typed value into Value");
        return Err(machine.panic_str(&text));
    }
    Ok(())
}

fn store_value(machine: &mut Machine, call: Call) -> Flow {
    let stored = read(machine, call).and_then(|(place, old)| {
        let new = machine.arg(call, 1);
        check_value(machine, old, new, "store")?;
        write(machine, place, new);
        Ok(Flow::Done)
    });
    stored.unwrap_or_else(|flow| flow)
}

fn swap_value(machine: &mut Machine, call: Call) -> Flow {
    let swapped = read(machine, call).and_then(|(place, old)| {
        let new = machine.arg(call, 1);
        check_value(machine, old, new, "swap")?;
        write(machine, place, new);
        machine.set(call, 0, old);
        Ok(Flow::Done)
    });
    swapped.unwrap_or_else(|flow| flow)
}

fn compare_and_swap_value(machine: &mut Machine, call: Call) -> Flow {
    let swapped = read(machine, call).and_then(|(place, value)| {
        let (old, new) = (machine.arg(call, 1), machine.arg(call, 2));
        check_value(machine, value, new, "compare and swap")?;
        let (was, wanted) = (machine.heap.iface(value), machine.heap.iface(old));
        if wanted.is_some_and(|(ty, _)| machine.heap.iface(new).is_none_or(|n| n.0 != ty)) {
            let text = "sync/atomic: compare and swap of inconsistently typed values";
            return Err(machine.panic_str(text));
        }
        let equal = match (was, wanted) {
            (None, None) => Ok(true),
            (Some((ty, was)), Some((_, wanted)))
                if machine.program.types[usize::from(ty)].comparable =>
            {
                machine.equal(ty, was, wanted)
            }
            (Some((ty, _)), Some(_)) => Err(machine.type_name(ty)),
            _ => Ok(false),
        };
        let equal = equal.map_err(|name| {
            super::runtime_error(machine, &format!("comparing uncomparable type {name}"))
        })?;
        if equal {
            write(machine, place, new);
        }
        Ok(truth(machine, call, 0, equal))
    });
    swapped.unwrap_or_else(|flow| flow)
}
