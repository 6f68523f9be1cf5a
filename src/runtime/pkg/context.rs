//! Package context: what it wants to know of a type, and the event of a cancellation.

use super::{Row, truth};
use crate::go::op::Ref;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};
use crate::trace::event::Kind;

/// The natives of the package.
pub const NATIVES: &[Row] = &[
    ("context.typeName", type_name),
    ("context.isComparable", is_comparable),
    ("context.cancelled", cancelled),
];

fn type_name(machine: &mut Machine, call: Call) -> Flow {
    let value = machine.heap.iface(machine.arg(call, 0));
    let name = value.map_or_else(|| "<nil>".into(), |(ty, _)| machine.type_name(ty));
    let name = machine.new_str(&name);
    machine.set(call, 0, name);
    Flow::Done
}

fn is_comparable(machine: &mut Machine, call: Call) -> Flow {
    let value = machine.heap.iface(machine.arg(call, 0));
    let comparable = value.is_none_or(|(ty, _)| machine.program.types[usize::from(ty)].comparable);
    truth(machine, call, 0, comparable)
}

fn cancelled(machine: &mut Machine, call: Call) -> Flow {
    let object = machine.object_number(Ref(machine.arg(call, 0)));
    machine.event(Kind::Cancel, object, 0);
    Flow::Done
}
