//! Package strconv.

use super::number::{Fault, format_float, format_uint, parse_float};
use super::quote::{Leaves, is_printable, quote};
use super::{Row, truth};
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};

/// The natives of the package.
pub const NATIVES: &[Row] = &[
    ("strconv.formatInt", format_int),
    ("strconv.parseFloat", parse),
    ("strconv.FormatFloat", format),
    ("strconv.quote", quoted),
    ("strconv.IsPrint", is_print),
];

/// Sets a string as the first result.
pub(super) fn answer(machine: &mut Machine, call: Call, text: &[u8]) -> Flow {
    machine.charge(text.len() as u64);
    let slot = machine.heap.add_str(text);
    machine.set(call, 0, slot);
    Flow::Done
}

fn format_int(machine: &mut Machine, call: Call) -> Flow {
    let (number, base, negative) = (
        machine.arg(call, 0),
        machine.arg(call, 1),
        machine.arg(call, 2) != 0,
    );
    if !(2..=36).contains(&base) {
        return machine.panic_str("strconv: illegal AppendInt/FormatInt base");
    }
    let text = if negative {
        format!("-{}", format_uint(number.wrapping_neg(), base, false))
    } else {
        format_uint(number, base, false)
    };
    answer(machine, call, text.as_bytes())
}

fn parse(machine: &mut Machine, call: Call) -> Flow {
    const SYNTAX: u64 = 1;
    const RANGE: u64 = 2;
    let text = machine.text(machine.arg(call, 0));
    machine.charge(text.len() as u64);
    let (float, fault) = match parse_float(&text, machine.arg(call, 1) as u32) {
        Ok(float) => (float, 0),
        Err(Fault::Syntax) => (0.0, SYNTAX),
        Err(Fault::Range(float)) => (float, RANGE),
    };
    machine.set(call, 0, float.to_bits());
    machine.set(call, 1, fault);
    Flow::Done
}

/// More digits than this are never asked for in earnest.
const MOST_PLACES: usize = 1 << 20;

fn format(machine: &mut Machine, call: Call) -> Flow {
    let float = f64::from_bits(machine.arg(call, 0));
    let letter = machine.arg(call, 1) as u8;
    let precision = machine.arg(call, 2) as i64;
    let precision = usize::try_from(precision).ok().map(|p| p.min(MOST_PLACES));
    let bits = machine.arg(call, 3) as u32;
    if bits != 32 && bits != 64 {
        return machine.panic_str("strconv: illegal AppendFloat/FormatFloat bitSize");
    }
    let text = format_float(float, letter, precision, bits);
    let text = text.unwrap_or_else(|| format!("%{}", letter as char));
    answer(machine, call, text.as_bytes())
}

fn quoted(machine: &mut Machine, call: Call) -> Flow {
    let leaves = match machine.arg(call, 2) {
        0 => Leaves::Printable,
        1 => Leaves::Ascii,
        _ => Leaves::Graphic,
    };
    let mark = char::from(machine.arg(call, 1) as u8);
    let text = quote(machine.str(machine.arg(call, 0)), mark, leaves);
    answer(machine, call, text.as_bytes())
}

fn is_print(machine: &mut Machine, call: Call) -> Flow {
    let c = char::from_u32(machine.arg(call, 0) as u32);
    truth(machine, call, 0, c.is_some_and(is_printable))
}
