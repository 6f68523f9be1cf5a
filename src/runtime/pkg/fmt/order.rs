//! The order in which a map's keys are printed.

use super::printer::Value;
use crate::go::program::RKind;
use crate::runtime::machine::Machine;
use std::cmp::Ordering;

/// Compares keys of one type: numbers and strings by value, false before true, NaN first, structs and arrays part by part,
/// interfaces by type and then by value.
pub fn compare(machine: &Machine, a: Value, b: Value) -> Ordering {
    let mut rest = vec![(a, b)];
    while let Some((a, b)) = rest.pop() {
        let order = match &machine.program.types[usize::from(a.ty)].kind {
            RKind::Int(_) => (a.slot as i64).cmp(&(b.slot as i64)),
            RKind::Float(_) => floats(f64::from_bits(a.slot), f64::from_bits(b.slot)),
            RKind::String => machine.heap.str(a.slot).cmp(machine.heap.str(b.slot)),
            RKind::Struct(_) | RKind::Array(..) | RKind::Complex(_) => {
                let parts = machine.components(a.ty, a.slot).into_iter();
                let pairs = parts.zip(machine.components(b.ty, b.slot));
                let from = rest.len();
                rest.extend(pairs.map(|(a, b)| (Value::of(a), Value::of(b))));
                rest[from..].reverse();
                Ordering::Equal
            }
            RKind::Interface(_) => {
                let (a, b) = (
                    Value::dynamic(machine, a.slot),
                    Value::dynamic(machine, b.slot),
                );
                match (a, b) {
                    (Some(a), Some(b)) if a.ty == b.ty => {
                        rest.push((a, b));
                        Ordering::Equal
                    }
                    (a, b) => a.map(|a| a.ty).cmp(&b.map(|b| b.ty)),
                }
            }
            _ => a.slot.cmp(&b.slot),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
    Ordering::Equal
}

fn floats(a: f64, b: f64) -> Ordering {
    a.partial_cmp(&b)
        .unwrap_or_else(|| b.is_nan().cmp(&a.is_nan()))
}
