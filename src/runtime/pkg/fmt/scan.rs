//! What scanning asks of a pointer: what it points to, and to be stored there.

use crate::go::op::Ref;
use crate::go::program::RKind;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};

/// The kinds of what pointers point to, as the package's Go numbers them.
const NO_POINTER: u64 = 0;
const BOOLEAN: u64 = 1;
const SIGNED: u64 = 2;
const UNSIGNED: u64 = 3;
const FLOATING: u64 = 4;
const COMPLEX: u64 = 5;
const WORDS: u64 = 6;
const BYTES: u64 = 7;
const OTHER: u64 = 8;

pub fn pointee(machine: &mut Machine, call: Call) -> Flow {
    let types = &machine.program.types;
    let of = |ty: u16| &types[usize::from(ty)];
    let dynamic = machine.heap.iface(machine.arg(call, 0));
    let kind = match dynamic.map(|(ty, _)| &of(ty).kind) {
        Some(&RKind::Pointer(elem)) => {
            let elem = of(elem);
            let kind = match elem.kind {
                RKind::Bool => BOOLEAN,
                RKind::Int(_) => SIGNED,
                RKind::Uint(_) | RKind::Uintptr => UNSIGNED,
                RKind::Float(_) => FLOATING,
                RKind::Complex(_) => COMPLEX,
                RKind::String => WORDS,
                RKind::Slice(part) if matches!(of(part).kind, RKind::Uint(8)) => BYTES,
                _ => OTHER,
            };
            (kind, elem.size * 8)
        }
        _ => (NO_POINTER, 0),
    };
    machine.set(call, 0, kind.0);
    machine.set(call, 1, kind.1);
    Flow::Done
}

/// Stores the arguments after the pointer, as many as it points to.
pub fn store(machine: &mut Machine, call: Call) -> Flow {
    let Some((ty, pointer)) = machine.heap.iface(machine.arg(call, 0)) else {
        return Flow::Done;
    };
    let RKind::Pointer(elem) = machine.program.types[usize::from(ty)].kind else {
        return Flow::Done;
    };
    if Ref(pointer).is_nil() {
        return super::super::nil_dereference(machine);
    }
    for off in 0..machine.slots_of(elem) {
        let slot = machine.arg(call, 1 + off);
        let _ = machine.heap.store(Ref(pointer), off, slot);
    }
    Flow::Done
}
