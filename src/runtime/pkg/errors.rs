//! Package errors, and what sort needs: questions about the types of values.

use super::Row;
use crate::go::op::{RTypeId, Ref};
use crate::go::program::RKind;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};

/// The natives of the package.
pub const NATIVES: &[Row] = &[
    ("errors.comparable_", comparable),
    ("errors.checkTarget", check_target),
    ("errors.assign", assign),
    ("sort.length", length),
    ("sort.swap", swap),
];

fn comparable(machine: &mut Machine, call: Call) -> Flow {
    let dynamic = machine.heap.iface(machine.arg(call, 0));
    let comparable =
        dynamic.is_none_or(|(ty, _)| machine.program.types[usize::from(ty)].comparable);
    machine.set(call, 0, u64::from(comparable));
    Flow::Done
}

fn check_target(machine: &mut Machine, call: Call) -> Flow {
    let Some((ty, pointer)) = machine.heap.iface(machine.arg(call, 0)) else {
        return machine.panic_str("errors: target cannot be nil");
    };
    let kind = |ty: RTypeId| &machine.program.types[usize::from(ty)].kind;
    let RKind::Pointer(target) = *kind(ty) else {
        return machine.panic_str("errors: target must be a non-nil pointer");
    };
    if pointer == 0 {
        return machine.panic_str("errors: target must be a non-nil pointer");
    }
    let example = machine.heap.iface(machine.arg(call, 1));
    if let Some((example, _)) = example
        && let RKind::Pointer(error) = *kind(example)
        && !matches!(kind(target), RKind::Interface(_))
        && machine.missing_method(target, error).is_some()
    {
        return machine.panic_str("errors: *target must be interface or implement error");
    }
    Flow::Done
}

fn assign(machine: &mut Machine, call: Call) -> Flow {
    let (err, target) = (machine.arg(call, 0), machine.arg(call, 1));
    machine.set(call, 0, 0);
    let (Some((dynamic, value)), Some((pointer_ty, pointer))) =
        (machine.heap.iface(err), machine.heap.iface(target))
    else {
        return Flow::Done;
    };
    let RKind::Pointer(wanted) = machine.program.types[usize::from(pointer_ty)].kind else {
        return Flow::Done;
    };
    let slots = machine.slots_of(wanted);
    let is_interface = matches!(
        machine.program.types[usize::from(wanted)].kind,
        RKind::Interface(_)
    );
    if is_interface && machine.missing_method(dynamic, wanted).is_none() {
        let _ = machine.heap.store(Ref(pointer), 0, err);
    } else if dynamic == wanted && slots >= 2 {
        machine.heap.copy(Ref(pointer), Ref(value), slots as usize);
    } else if dynamic == wanted {
        let _ = machine.heap.store(Ref(pointer), 0, value);
    } else {
        return Flow::Done;
    }
    machine.set(call, 0, 1);
    Flow::Done
}

fn length(machine: &mut Machine, call: Call) -> Flow {
    let Some((ty, slice)) = machine.heap.iface(machine.arg(call, 0)) else {
        return machine.panic_str("reflect: call of Swapper on zero Value");
    };
    let rtype = &machine.program.types[usize::from(ty)];
    if !matches!(rtype.kind, RKind::Slice(_)) {
        let text = format!(
            "reflect: call of Swapper on {} Value",
            super::reflect::kind_of(rtype)
        );
        return machine.panic_str(&text);
    }
    let len = machine.heap.slice(slice).len;
    machine.set(call, 0, u64::from(len));
    Flow::Done
}

fn swap(machine: &mut Machine, call: Call) -> Flow {
    let slice = machine.heap.iface(machine.arg(call, 0)).map_or(0, |x| x.1);
    let slice = machine.heap.slice(slice);
    let [a, b] = [1, 2].map(|index| slice.at(machine.arg(call, index) as u32));
    for slot in 0..slice.stride {
        let (x, y) = (machine.heap.load(a, slot), machine.heap.load(b, slot));
        if let (Some(x), Some(y)) = (x, y) {
            let _ = machine.heap.store(a, slot, y);
            let _ = machine.heap.store(b, slot, x);
        }
    }
    Flow::Done
}
