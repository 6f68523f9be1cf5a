//! Package math/big: integers as bytes in two's complement, the highest first; none for 0.

use super::{Row, done, truth};
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};
use num_bigint::{BigInt, BigUint, Sign};
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::cmp::Ordering;

/// The natives of the package.
pub const NATIVES: &[Row] = &[
    ("big.operate", operate),
    ("big.power", power),
    ("big.shift", shift),
    ("big.root", root),
    ("big.compare", compare),
    ("big.write", write),
    ("big.read", read),
    ("big.ofInt", of_int),
    ("big.ofUint", of_uint),
    ("big.intOf", int_of),
    ("big.magnitude", magnitude),
    ("big.ofMagnitude", of_magnitude),
];

/// Integers of more bits than this, some 600,000 digits, aren't worked out: they would take the host's time.
const MOST_BITS: u64 = 1 << 21;
/// Nor are powers modulo something that take more steps than this.
const MOST_WORK: u64 = 1 << 33;

fn too_large(machine: &mut Machine) -> Flow {
    machine.panic_str("big: number larger than Brigade has room for")
}

fn int(machine: &Machine, call: Call, index: u32) -> BigInt {
    BigInt::from_signed_bytes_be(machine.str(machine.arg(call, index)))
}

fn set(machine: &mut Machine, call: Call, index: u32, value: &BigInt) {
    let bytes = match value.is_zero() {
        true => Vec::new(),
        false => value.to_signed_bytes_be(),
    };
    machine.charge(bytes.len() as u64 / 8);
    let slot = machine.heap.add_str(&bytes);
    machine.set(call, index, slot);
}

fn give(machine: &mut Machine, call: Call, value: &BigInt) -> Flow {
    set(machine, call, 0, value);
    Flow::Done
}

/// Words of 64 bits.
fn words(value: &BigInt) -> u64 {
    value.bits() / 64 + 1
}

fn operate(machine: &mut Machine, call: Call) -> Flow {
    let (x, y) = (int(machine, call, 1), int(machine, call, 2));
    let op = machine.arg(call, 0);
    if op == 2 && x.bits() + y.bits() > MOST_BITS {
        return too_large(machine);
    }
    if let 2..=4 = op {
        machine.charge(words(&x) * words(&y) / 4);
    }
    let (result, rest) = match op {
        0 => (x + y, None),
        1 => (x - y, None),
        2 => (x * y, None),
        3 => (&x / &y, Some(x % y)),
        4 => {
            let (mut quotient, mut rest) = (&x / &y, x % &y);
            if rest.is_negative() {
                quotient -= y.signum();
                rest += y.abs();
            }
            (quotient, Some(rest))
        }
        5 => (x & y, None),
        6 => (x | y, None),
        _ => (x ^ y, None),
    };
    set(machine, call, 0, &result);
    set(machine, call, 1, &rest.unwrap_or_default());
    Flow::Done
}

fn power(machine: &mut Machine, call: Call) -> Flow {
    let [x, y, modulus] = [0, 1, 2].map(|index| int(machine, call, index));
    if !modulus.is_zero() {
        let work = words(&modulus) * words(&modulus) * y.bits();
        if work > MOST_WORK {
            return too_large(machine);
        }
        machine.charge(work / 4);
        return give(machine, call, &x.modpow(&y, &modulus));
    }
    if x.is_zero() || x.magnitude().is_one() {
        let result = match (y.is_zero(), y.bit(0)) {
            (true, _) => BigInt::one(),
            (_, true) => x,
            (_, false) => x.abs(),
        };
        return give(machine, call, &result);
    }
    let bits = y.to_u64().map(|y| x.bits().saturating_mul(y));
    let Some(bits) = bits.filter(|&bits| bits <= MOST_BITS) else {
        return too_large(machine);
    };
    machine.charge(bits / 64 * (bits / 64) / 16);
    let result = num_traits::pow(x, y.to_usize().unwrap_or(0));
    give(machine, call, &result)
}

fn shift(machine: &mut Machine, call: Call) -> Flow {
    let x = int(machine, call, 0);
    let count = machine.arg(call, 1) as i64;
    let bits = count.unsigned_abs();
    if count < 0 {
        return give(machine, call, &(x >> bits.min(2 * MOST_BITS)));
    }
    if x.is_zero() {
        return give(machine, call, &x);
    }
    if x.bits().saturating_add(bits) > MOST_BITS {
        return too_large(machine);
    }
    give(machine, call, &(x << bits))
}

fn root(machine: &mut Machine, call: Call) -> Flow {
    let x = int(machine, call, 0);
    machine.charge(words(&x) * words(&x));
    give(machine, call, &x.sqrt())
}

fn compare(machine: &mut Machine, call: Call) -> Flow {
    let (x, y) = (int(machine, call, 0), int(machine, call, 1));
    let order = match x.cmp(&y) {
        Ordering::Less => u64::MAX,
        Ordering::Equal => 0,
        Ordering::Greater => 1,
    };
    done(machine, call, order)
}

fn write(machine: &mut Machine, call: Call) -> Flow {
    let x = int(machine, call, 0);
    machine.charge(words(&x) * words(&x) / 4);
    let base = machine.arg(call, 1).clamp(2, 36) as u32;
    let text = machine.new_str(&x.to_str_radix(base));
    done(machine, call, text)
}

fn read(machine: &mut Machine, call: Call) -> Flow {
    let text = machine.text(machine.arg(call, 0));
    let words = text.len() as u64 / 16;
    machine.charge(words * words / 4);
    let base = machine.arg(call, 1);
    if text.len() as u64 > MOST_BITS / 4 {
        return too_large(machine);
    }
    let value = match base {
        2..=36 => BigInt::parse_bytes(text.as_bytes(), base as u32),
        _ => None,
    };
    let right = value.is_some();
    set(machine, call, 0, &value.unwrap_or_default());
    truth(machine, call, 1, right)
}

fn of_int(machine: &mut Machine, call: Call) -> Flow {
    let value = BigInt::from(machine.arg(call, 0) as i64);
    give(machine, call, &value)
}

fn of_uint(machine: &mut Machine, call: Call) -> Flow {
    let value = BigInt::from(machine.arg(call, 0));
    give(machine, call, &value)
}

fn int_of(machine: &mut Machine, call: Call) -> Flow {
    let x = int(machine, call, 0);
    let size = x.magnitude().iter_u64_digits().next().unwrap_or(0);
    let low = if x.is_negative() {
        size.wrapping_neg()
    } else {
        size
    };
    machine.set(call, 0, low);
    machine.set(call, 1, u64::from(x.to_i64().is_some()));
    truth(machine, call, 2, x.to_u64().is_some())
}

fn magnitude(machine: &mut Machine, call: Call) -> Flow {
    let x = int(machine, call, 0);
    let bytes = match x.is_zero() {
        true => Vec::new(),
        false => x.magnitude().to_bytes_be(),
    };
    let slot = machine.heap.add_str(&bytes);
    done(machine, call, slot)
}

fn of_magnitude(machine: &mut Machine, call: Call) -> Flow {
    let size = BigUint::from_bytes_be(machine.str(machine.arg(call, 0)));
    give(machine, call, &BigInt::from_biguint(Sign::Plus, size))
}
