//! Packages reflect and unsafe: what is known of types, and values by place or copy.
//!
//! A type is its number from 1, as 0 stands for none. Places and copies come and go as the package's Go has them: a place
//! is a pointer, whatever it refers to; a copy is the value of an interface, which nothing changes.

use super::{Row, boxed, done, runtime_error, slice_of, truth};
use crate::go::op::{RTypeId, Ref};
use crate::go::program::{RKind, RType};
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};
use crate::trace::event::Reason;

/// The natives of the packages.
pub const NATIVES: &[Row] = &[
    ("reflect.typeOf", type_of),
    ("reflect.describe", describe),
    ("reflect.fieldOf", field_of),
    ("reflect.implements", implements),
    ("reflect.load", load),
    ("reflect.store", store),
    ("reflect.part", part),
    ("reflect.item", item),
    ("reflect.target", slot_of),
    ("reflect.slotOf", slot_of),
    ("reflect.textOf", slot_of),
    ("reflect.ofSlot", of_slot),
    ("reflect.ofText", of_slot),
    ("reflect.reference", of_slot),
    ("reflect.partsOf", parts_of),
    ("reflect.ofParts", of_parts),
    ("reflect.lengths", lengths),
    ("reflect.keysOf", keys_of),
    ("reflect.get", get),
    ("reflect.set", set),
    ("reflect.newSlice", new_slice),
    ("reflect.newMap", new_map),
    ("reflect.zeroOf", zero_of),
    ("reflect.pointerTo", pointer_to),
    ("reflect.allocate", allocate),
    ("unsafe.sizeOf", size_of),
    ("unsafe.alignOf", align_of),
];

/// What package reflect calls the kind of a type.
pub fn kind_of(rtype: &RType) -> &'static str {
    match rtype.kind {
        RKind::Pointer(_) => "ptr",
        RKind::Slice(_) => "slice",
        RKind::Array(..) => "array",
        RKind::Struct(_) => "struct",
        RKind::Map(..) => "map",
        RKind::Chan(_) => "chan",
        RKind::Func => "func",
        RKind::Interface(_) => "interface",
        _ => rtype
            .basic
            .map_or("invalid", |basic| basic.canonical().text()),
    }
}

fn rtype(machine: &Machine, ty: RTypeId) -> &RType {
    &machine.program.types[usize::from(ty)]
}

/// An argument that is a type's number.
fn type_arg(machine: &Machine, call: Call, index: u32) -> RTypeId {
    (machine.arg(call, index) as RTypeId).saturating_sub(1)
}

/// An argument that is the value of an interface: what it holds, with its type.
fn held(machine: &Machine, call: Call, index: u32) -> (RTypeId, u64) {
    let value = machine.heap.iface(machine.arg(call, index));
    value.unwrap_or((0, 0))
}

fn type_of(machine: &mut Machine, call: Call) -> Flow {
    let value = machine.heap.iface(machine.arg(call, 0));
    let number = value.map_or(0, |(ty, _)| u64::from(ty) + 1);
    done(machine, call, number)
}

fn describe(machine: &mut Machine, call: Call) -> Flow {
    let ty = rtype(machine, type_arg(machine, call, 0));
    let number = |ty: RTypeId| u64::from(ty) + 1;
    let (elem, key, length) = match &ty.kind {
        RKind::Pointer(elem) | RKind::Slice(elem) | RKind::Chan(elem) => (number(*elem), 0, 0),
        RKind::Array(elem, length) => (number(*elem), 0, *length),
        RKind::Map(key, elem) => (number(*elem), number(*key), 0),
        RKind::Struct(fields) => (0, 0, fields.len() as u64),
        _ => (0, 0, 0),
    };
    let predeclared = ty.basic.is_some_and(|basic| basic.text() == &*ty.name);
    let facts = [ty.size, elem, key, length];
    let named = ty.named || predeclared;
    let flags = [u64::from(named), u64::from(ty.comparable)];
    let (kind, text) = (kind_of(ty), ty.name.clone());
    let texts = [machine.new_str(kind), machine.new_str(&text)];
    let all = texts.into_iter().chain(facts).chain(flags);
    for (index, slot) in (0..).zip(all) {
        machine.set(call, index, slot);
    }
    Flow::Done
}

fn field_of(machine: &mut Machine, call: Call) -> Flow {
    let ty = rtype(machine, type_arg(machine, call, 0));
    let RKind::Struct(fields) = &ty.kind else {
        return Flow::Done;
    };
    let Some(field) = fields.get(machine.arg(call, 1) as usize).cloned() else {
        return Flow::Done;
    };
    let slots = [
        machine.new_str(&field.name),
        machine.heap.add_str(&field.tag),
        u64::from(field.ty) + 1,
        u64::from(field.embedded),
        u64::from(field.exported),
    ];
    for (index, slot) in (0..).zip(slots) {
        machine.set(call, index, slot);
    }
    Flow::Done
}

fn implements(machine: &mut Machine, call: Call) -> Flow {
    let (ty, wanted) = (type_arg(machine, call, 0), type_arg(machine, call, 1));
    let has = match (&rtype(machine, ty).kind, &rtype(machine, wanted).kind) {
        (RKind::Interface(has), RKind::Interface(wanted)) => {
            wanted.iter().all(|name| has.contains(name))
        }
        _ => machine.missing_method(ty, wanted).is_none(),
    };
    truth(machine, call, 0, has)
}

fn load(machine: &mut Machine, call: Call) -> Flow {
    let (place, ty) = (Ref(machine.arg(call, 0)), type_arg(machine, call, 1));
    let slot = machine.part(place, 0, ty);
    let value = boxed(machine, ty, slot);
    done(machine, call, value)
}

fn store(machine: &mut Machine, call: Call) -> Flow {
    let (place, ty) = (Ref(machine.arg(call, 0)), type_arg(machine, call, 1));
    let slot = unboxed(machine, ty, machine.arg(call, 2));
    match machine.slots_of(ty) {
        0 => {}
        1 => {
            let _ = machine.heap.store(place, 0, slot);
        }
        slots => machine.heap.copy(place, Ref(slot), slots as usize),
    }
    Flow::Done
}

/// What a register holds of a value of type `ty` that an interface value brings.
fn unboxed(machine: &Machine, ty: RTypeId, value: u64) -> u64 {
    match rtype(machine, ty).kind {
        RKind::Interface(_) => value,
        _ => machine.heap.iface(value).map_or(0, |(_, slot)| slot),
    }
}

fn part(machine: &mut Machine, call: Call) -> Flow {
    let (_, slot) = held(machine, call, 0);
    let place = Ref(machine.arg(call, 1));
    let (ty, index) = (type_arg(machine, call, 2), machine.arg(call, 3) as u32);
    let (off, of) = match &rtype(machine, ty).kind {
        RKind::Struct(fields) => {
            let field = &fields[index as usize];
            (field.slot, field.ty)
        }
        &RKind::Array(elem, _) => (index * machine.slots_of(elem), elem),
        _ => return Flow::Done,
    };
    let (copy, place) = if place.is_nil() {
        let slot = match (machine.slots_of(ty), machine.slots_of(of)) {
            (_, 0) => 0,
            (..2, _) => slot,
            _ => machine.part(Ref(slot), off, of),
        };
        (boxed(machine, of, slot), 0)
    } else {
        (0, Ref::new(place.object(), place.slot() + off).0)
    };
    machine.set(call, 0, copy);
    machine.set(call, 1, place);
    Flow::Done
}

fn item(machine: &mut Machine, call: Call) -> Flow {
    let (_, slice) = held(machine, call, 0);
    let index = machine.arg(call, 1) as u32;
    let place = machine.heap.slice(slice).at(index).0;
    done(machine, call, place)
}

fn slot_of(machine: &mut Machine, call: Call) -> Flow {
    let (_, slot) = held(machine, call, 0);
    done(machine, call, slot)
}

fn of_slot(machine: &mut Machine, call: Call) -> Flow {
    let (ty, slot) = (type_arg(machine, call, 0), machine.arg(call, 1));
    let value = machine.new_iface(ty, slot);
    done(machine, call, value)
}

fn parts_of(machine: &mut Machine, call: Call) -> Flow {
    let (ty, slot) = held(machine, call, 0);
    for (index, (_, part)) in (0..).zip(machine.components(ty, slot)) {
        machine.set(call, index, part);
    }
    Flow::Done
}

fn of_parts(machine: &mut Machine, call: Call) -> Flow {
    let ty = type_arg(machine, call, 0);
    let memory = machine.zero_value(ty);
    for off in 0..2 {
        let part = machine.arg(call, 1 + off);
        let _ = machine.heap.store(Ref(memory), off, part);
    }
    let value = machine.new_iface(ty, memory);
    done(machine, call, value)
}

fn lengths(machine: &mut Machine, call: Call) -> Flow {
    let (ty, slot) = held(machine, call, 0);
    let (length, capacity) = match rtype(machine, ty).kind {
        RKind::Slice(_) => {
            let slice = machine.heap.slice(slot);
            (u64::from(slice.len), u64::from(slice.cap))
        }
        RKind::Chan(_) => {
            let chan = machine.chan(slot);
            chan.map_or((0, 0), |chan| (chan.buffer.len() as u64, chan.cap))
        }
        _ => {
            let length = machine.map(slot).map_or(0, |map| map.entries.len() as u64);
            (length, length)
        }
    };
    machine.set(call, 0, length);
    machine.set(call, 1, capacity);
    Flow::Done
}

fn keys_of(machine: &mut Machine, call: Call) -> Flow {
    let (ty, map) = held(machine, call, 0);
    let (key_ty, _) = machine.map_types(ty);
    let cursor = machine.new_cursor(map);
    let mut keys = Vec::new();
    while let Some((key, _)) = machine.next_entry(cursor) {
        keys.push(boxed(machine, key_ty, key));
    }
    let keys = slice_of(machine, &keys);
    done(machine, call, keys)
}

fn unhashable(machine: &mut Machine, ty: &str) -> Flow {
    runtime_error(machine, &format!("hash of unhashable type {ty}"))
}

fn get(machine: &mut Machine, call: Call) -> Flow {
    let (ty, map) = held(machine, call, 0);
    let (key_ty, elem_ty) = machine.map_types(ty);
    let key = unboxed(machine, key_ty, machine.arg(call, 1));
    match machine.map_get(map, key, key_ty) {
        Err(ty) => unhashable(machine, &ty),
        Ok(found) => {
            let value = found.map_or(0, |slot| boxed(machine, elem_ty, slot));
            machine.set(call, 0, value);
            truth(machine, call, 1, found.is_some())
        }
    }
}

fn set(machine: &mut Machine, call: Call) -> Flow {
    let (ty, map) = held(machine, call, 0);
    let (key_ty, elem_ty) = machine.map_types(ty);
    let key = unboxed(machine, key_ty, machine.arg(call, 1));
    let outcome = if machine.arg(call, 3) != 0 {
        machine.map_delete(map, key)
    } else if map == 0 {
        return machine.panic_str("assignment to entry in nil map");
    } else {
        let value = unboxed(machine, elem_ty, machine.arg(call, 2));
        machine.map_set(map, key, value)
    };
    match outcome {
        Err(ty) => unhashable(machine, &ty),
        Ok(()) => Flow::Done,
    }
}

fn new_slice(machine: &mut Machine, call: Call) -> Flow {
    let ty = type_arg(machine, call, 0);
    let [length, capacity] = [1, 2].map(|index| machine.arg(call, index));
    let RKind::Slice(elem) = rtype(machine, ty).kind else {
        return machine.panic_str("reflect.MakeSlice of non-slice type");
    };
    if (length as i64) < 0 || length > capacity {
        return machine.panic_str("reflect.MakeSlice: len > cap");
    }
    if capacity > u64::from(u32::MAX) || !machine.has_room(elem, capacity) {
        machine.end(Reason::OutOfMemory, 137);
        return Flow::Ended;
    }
    let slice = machine.new_slice(elem, length, capacity);
    let value = machine.new_iface(ty, slice);
    done(machine, call, value)
}

fn new_map(machine: &mut Machine, call: Call) -> Flow {
    let ty = type_arg(machine, call, 0);
    let RKind::Map(..) = rtype(machine, ty).kind else {
        return machine.panic_str("reflect.MakeMapWithSize of non-map type");
    };
    let map = machine.new_map(ty);
    let value = machine.new_iface(ty, map);
    done(machine, call, value)
}

fn zero_of(machine: &mut Machine, call: Call) -> Flow {
    let ty = type_arg(machine, call, 0);
    let zero = machine.zero_value(ty);
    let value = match rtype(machine, ty).kind {
        RKind::Interface(_) => 0,
        _ => machine.new_iface(ty, zero),
    };
    done(machine, call, value)
}

fn pointer_to(machine: &mut Machine, call: Call) -> Flow {
    let ty = type_arg(machine, call, 0);
    let is = |of: &RType| !of.named && matches!(of.kind, RKind::Pointer(elem) if elem == ty);
    let found = machine.program.types.iter().position(is);
    done(machine, call, found.map_or(0, |index| index as u64 + 1))
}

fn allocate(machine: &mut Machine, call: Call) -> Flow {
    let (pointer, ty) = (type_arg(machine, call, 0), type_arg(machine, call, 1));
    let (slots, refs) = (machine.slots_of(ty), machine.has_refs(ty));
    let size = rtype(machine, ty).size;
    let memory = machine.heap.add_memory(slots.max(1), refs, size);
    let value = machine.new_iface(pointer, memory.0);
    done(machine, call, value)
}

/// The type that an argument points to.
fn pointed(machine: &Machine, call: Call) -> RTypeId {
    let (ty, _) = held(machine, call, 0);
    match rtype(machine, ty).kind {
        RKind::Pointer(elem) => elem,
        _ => ty,
    }
}

fn size_of(machine: &mut Machine, call: Call) -> Flow {
    let size = rtype(machine, pointed(machine, call)).size;
    done(machine, call, size)
}

fn align_of(machine: &mut Machine, call: Call) -> Flow {
    let align = alignment(machine, pointed(machine, call));
    done(machine, call, align)
}

/// Bytes of which the address of a value is a multiple under Go.
fn alignment(machine: &Machine, ty: RTypeId) -> u64 {
    let ty = rtype(machine, ty);
    match &ty.kind {
        RKind::Struct(fields) => {
            let each = fields.iter().map(|field| alignment(machine, field.ty));
            each.max().unwrap_or(1)
        }
        &RKind::Array(elem, _) | &RKind::Complex(elem) => alignment(machine, elem),
        _ => ty.size.clamp(1, 8),
    }
}
