//! Packages math and math/bits: by [`elementary`] and `libm`, so that results are bit-equal natively and in WebAssembly.

use super::{Row, elementary};
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};

/// The natives of the package.
#[rustfmt::skip]
pub const NATIVES: &[Row] = &[
    ("math.Sqrt", |machine, call| one(machine, call, libm::sqrt)),
    ("math.Cbrt", |machine, call| one(machine, call, elementary::cbrt)),
    ("math.Floor", |machine, call| one(machine, call, libm::floor)),
    ("math.Ceil", |machine, call| one(machine, call, libm::ceil)),
    ("math.Trunc", |machine, call| one(machine, call, libm::trunc)),
    ("math.Round", |machine, call| one(machine, call, libm::round)),
    ("math.RoundToEven", |machine, call| one(machine, call, libm::rint)),
    ("math.Exp", |machine, call| one(machine, call, elementary::exp)),
    ("math.Exp2", |machine, call| one(machine, call, elementary::exp2)),
    ("math.Expm1", |machine, call| one(machine, call, libm::expm1)),
    ("math.Log", |machine, call| one(machine, call, elementary::log)),
    ("math.Log2", |machine, call| one(machine, call, elementary::log2)),
    ("math.Log10", |machine, call| one(machine, call, elementary::log10)),
    ("math.Log1p", |machine, call| one(machine, call, libm::log1p)),
    ("math.Sin", |machine, call| one(machine, call, elementary::sin)),
    ("math.Cos", |machine, call| one(machine, call, elementary::cos)),
    ("math.Tan", |machine, call| one(machine, call, elementary::tan)),
    ("math.Asin", |machine, call| one(machine, call, elementary::asin)),
    ("math.Acos", |machine, call| one(machine, call, elementary::acos)),
    ("math.Atan", |machine, call| one(machine, call, elementary::atan)),
    ("math.Sinh", |machine, call| one(machine, call, elementary::sinh)),
    ("math.Cosh", |machine, call| one(machine, call, elementary::cosh)),
    ("math.Tanh", |machine, call| one(machine, call, elementary::tanh)),
    ("math.Asinh", |machine, call| one(machine, call, libm::asinh)),
    ("math.Acosh", |machine, call| one(machine, call, libm::acosh)),
    ("math.Atanh", |machine, call| one(machine, call, libm::atanh)),
    ("math.Erf", |machine, call| one(machine, call, libm::erf)),
    ("math.Erfc", |machine, call| one(machine, call, libm::erfc)),
    ("math.Pow", |machine, call| two(machine, call, elementary::pow)),
    ("math.Pow10", pow10),
    ("math.Mod", |machine, call| two(machine, call, libm::fmod)),
    ("math.Remainder", |machine, call| two(machine, call, libm::remainder)),
    ("math.Hypot", |machine, call| two(machine, call, elementary::hypot)),
    ("math.Atan2", |machine, call| two(machine, call, elementary::atan2)),
    ("math.Nextafter", |machine, call| two(machine, call, libm::nextafter)),
    ("math.Gamma", |machine, call| one(machine, call, libm::tgamma)),
    ("math.FMA", fma),
    ("math.Float64bits", same),
    ("math.Float64frombits", same),
    ("math.Float32bits", float32_bits),
    ("math.Float32frombits", float32_from_bits),
    ("math.Frexp", frexp),
    ("math.Ldexp", ldexp),
];

fn float(machine: &Machine, call: Call, index: u32) -> f64 {
    f64::from_bits(machine.arg(call, index))
}

fn one(machine: &mut Machine, call: Call, function: fn(f64) -> f64) -> Flow {
    let result = function(float(machine, call, 0));
    machine.set(call, 0, result.to_bits());
    Flow::Done
}

fn two(machine: &mut Machine, call: Call, function: fn(f64, f64) -> f64) -> Flow {
    let result = function(float(machine, call, 0), float(machine, call, 1));
    machine.set(call, 0, result.to_bits());
    Flow::Done
}

fn fma(machine: &mut Machine, call: Call) -> Flow {
    let [x, y, z] = [0, 1, 2].map(|index| float(machine, call, index));
    machine.set(call, 0, libm::fma(x, y, z).to_bits());
    Flow::Done
}

/// The float that `1eN` is.
fn pow10(machine: &mut Machine, call: Call) -> Flow {
    let power = match machine.arg(call, 0) as i64 {
        ..-323 => 0.0,
        309.. => f64::INFINITY,
        n => format!("1e{n}").parse().unwrap_or(f64::NAN),
    };
    machine.set(call, 0, power.to_bits());
    Flow::Done
}

/// A float in a slot is its bits.
fn same(_: &mut Machine, _: Call) -> Flow {
    Flow::Done
}

fn float32_bits(machine: &mut Machine, call: Call) -> Flow {
    let bits = (float(machine, call, 0) as f32).to_bits();
    machine.set(call, 0, u64::from(bits));
    Flow::Done
}

fn float32_from_bits(machine: &mut Machine, call: Call) -> Flow {
    let float = f64::from(f32::from_bits(machine.arg(call, 0) as u32));
    machine.set(call, 0, float.to_bits());
    Flow::Done
}

fn frexp(machine: &mut Machine, call: Call) -> Flow {
    let float = float(machine, call, 0);
    let (fraction, exponent) = if float == 0.0 || !float.is_finite() {
        (float, 0)
    } else {
        libm::frexp(float)
    };
    machine.set(call, 0, fraction.to_bits());
    machine.set(call, 1, i64::from(exponent) as u64);
    Flow::Done
}

fn ldexp(machine: &mut Machine, call: Call) -> Flow {
    let exponent = (machine.arg(call, 1) as i64).clamp(-5000, 5000) as i32;
    let result = libm::ldexp(float(machine, call, 0), exponent);
    machine.set(call, 0, result.to_bits());
    Flow::Done
}
