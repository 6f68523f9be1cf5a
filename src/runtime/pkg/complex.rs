//! The division of complex numbers, which is more than one instruction.

use super::Row;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};

/// The natives of package runtime that it takes.
pub const NATIVES: &[Row] = &[("runtime.divide", divide)];

fn divide(machine: &mut Machine, call: Call) -> Flow {
    let [a, b, c, d] = [0, 1, 2, 3].map(|index| f64::from_bits(machine.arg(call, index)));
    let (real, imag) = quotient((a, b), (c, d));
    machine.set(call, 0, real.to_bits());
    machine.set(call, 1, imag.to_bits());
    Flow::Done
}

/// The quotient of two complex numbers as Go's runtime works it out: by Smith's method, which doesn't overflow on the
/// way, and where that gives no number, by the rules for infinities and zeros of annex G of the C standard.
fn quotient((a, b): (f64, f64), (c, d): (f64, f64)) -> (f64, f64) {
    let (real, imag) = if c.abs() >= d.abs() {
        let ratio = d / c;
        let scale = c + ratio * d;
        ((a + b * ratio) / scale, (b - a * ratio) / scale)
    } else {
        let ratio = c / d;
        let scale = d + ratio * c;
        ((a * ratio + b) / scale, (b * ratio - a) / scale)
    };
    if !real.is_nan() || !imag.is_nan() {
        return (real, imag);
    }
    let times = |by: f64, (a, b): (f64, f64), (c, d): (f64, f64)| {
        (by * (a * c + b * d), by * (b * c - a * d))
    };
    let infinite = |x: f64, y: f64| x.is_infinite() || y.is_infinite();
    let finite = |x: f64, y: f64| x.is_finite() && y.is_finite();
    if c == 0.0 && d == 0.0 && (!a.is_nan() || !b.is_nan()) {
        let infinity = f64::INFINITY.copysign(c);
        (infinity * a, infinity * b)
    } else if infinite(a, b) && finite(c, d) {
        times(f64::INFINITY, (unit(a), unit(b)), (c, d))
    } else if infinite(c, d) && finite(a, b) {
        times(0.0, (a, b), (unit(c), unit(d)))
    } else {
        (real, imag)
    }
}

/// 1 for an infinity, else 0, with the float's sign.
fn unit(float: f64) -> f64 {
    let size = if float.is_infinite() { 1.0 } else { 0.0 };
    f64::copysign(size, float)
}
