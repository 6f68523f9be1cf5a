//! The values of constants, exact.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use std::sync::Arc;

/// The value of a constant.
#[derive(Clone, Debug, PartialEq)]
pub enum Const {
    /// A boolean.
    Bool(bool),
    /// A string's bytes.
    String(Arc<[u8]>),
    /// An integer or rune.
    Int(BigInt),
    /// A floating-point number; as a typed constant already rounded to its type.
    Float(BigRational),
    /// A complex number, its real part first; as a typed constant already rounded to its type.
    Complex(BigRational, BigRational),
}

impl Const {
    /// An integer constant.
    pub fn int(value: impl Into<BigInt>) -> Const {
        Const::Int(value.into())
    }

    /// The value as the 64 bits of an integer type: two's complement for negative ones.
    /// None if it isn't an integer between -2^63 and 2^64-1.
    pub fn to_bits(&self) -> Option<u64> {
        let value = self.to_integer()?;
        value.to_u64().or_else(|| value.to_i64().map(|v| v as u64))
    }

    /// The value as a signed integer, if it is one and fits.
    pub fn to_i64(&self) -> Option<i64> {
        self.to_integer()?.to_i64()
    }

    /// The number as an integer, if it is whole.
    pub fn to_integer(&self) -> Option<BigInt> {
        match self {
            Const::Int(value) => Some(value.clone()),
            Const::Float(value) if value.is_integer() => Some(value.to_integer()),
            Const::Complex(..) => Const::Float(self.to_rational()?).to_integer(),
            _ => None,
        }
    }

    /// The number as a rational; none if it has an imaginary part.
    pub fn to_rational(&self) -> Option<BigRational> {
        match self {
            Const::Int(value) => Some(BigRational::from_integer(value.clone())),
            Const::Float(value) => Some(value.clone()),
            Const::Complex(real, imag) if imag.is_zero() => Some(real.clone()),
            _ => None,
        }
    }

    /// The real and the imaginary part of a number.
    pub fn parts(&self) -> Option<(BigRational, BigRational)> {
        match self {
            Const::Complex(real, imag) => Some((real.clone(), imag.clone())),
            other => Some((other.to_rational()?, BigRational::zero())),
        }
    }

    /// The number nearest to it as a float, ties to even; infinite where it is too large.
    pub fn to_f64(&self) -> Option<f64> {
        Some(round_to_float(&self.to_rational()?, 53, -1074, 1023))
    }

    /// The number nearest to it as a 32-bit float, ties to even; infinite where it is too large.
    pub fn to_f32(&self) -> Option<f64> {
        Some(round_to_float(&self.to_rational()?, 24, -149, 127))
    }

    /// The truth value of a boolean.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Const::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The bytes of a string.
    pub fn as_bytes(&self) -> Option<&Arc<[u8]>> {
        match self {
            Const::String(bytes) => Some(bytes),
            _ => None,
        }
    }
}

/// `value` rounded to `precision` bits, with the smallest unit 2^`lowest` and the largest exponent 2^`highest`.
fn round_to_float(value: &BigRational, precision: i64, lowest: i64, highest: i64) -> f64 {
    if value.is_zero() {
        return 0.0;
    }
    let (num, den) = (value.numer().abs(), value.denom().clone());
    // The quotient has this exponent, or one less.
    let exponent = num.bits() as i64 - den.bits() as i64;
    let mut unit = (exponent - precision).max(lowest);
    let mut mantissa = rounded_quotient(&num, &den, unit);
    if mantissa.bits() as i64 > precision {
        unit += 1;
        mantissa = rounded_quotient(&num, &den, unit);
        if mantissa.bits() as i64 > precision {
            unit += 1;
            mantissa >>= 1;
        }
    }
    let top = mantissa.bits() as i64 - 1 + unit;
    let magnitude = if top > highest {
        f64::INFINITY
    } else {
        let whole = mantissa.to_u64().unwrap_or(0) as f64;
        libm::scalbn(whole, unit as i32)
    };
    if value.is_negative() {
        -magnitude
    } else {
        magnitude
    }
}

/// `num / den / 2^unit`, rounded to the nearest integer, ties to even.
fn rounded_quotient(num: &BigInt, den: &BigInt, unit: i64) -> BigInt {
    let (num, den) = if unit >= 0 {
        (num.clone(), den << unit as usize)
    } else {
        (num << (-unit) as usize, den.clone())
    };
    let quotient = &num / &den;
    let twice = (&num - &quotient * &den) * 2u32;
    let odd = quotient.bit(0);
    if twice > den || (twice == den && odd) {
        quotient + 1u32
    } else {
        quotient
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_as_ieee_does() {
        for text in [
            0.1,
            1.0 / 3.0,
            1e308,
            5e-324,
            2.2250738585072014e-308,
            123456789.0,
        ] {
            let exact = Const::Float(BigRational::from_float(text).unwrap());
            assert_eq!(exact.to_f64(), Some(text));
        }
        let third = BigRational::new(1.into(), 3.into());
        assert_eq!(Const::Float(third.clone()).to_f64(), Some(1.0 / 3.0));
        assert_eq!(Const::Float(third).to_f32(), Some(f64::from(1.0f32 / 3.0)));
        let tie = BigInt::from((1u64 << 53) + 1);
        assert_eq!(Const::Int(tie).to_f64(), Some(9007199254740992.0));
        assert_eq!(
            Const::Int(BigInt::from(1) << 1024).to_f64(),
            Some(f64::INFINITY)
        );
    }

    #[test]
    fn integers_keep_their_bits() {
        assert_eq!(Const::int(-1).to_bits(), Some(u64::MAX));
        assert_eq!(Const::int(u64::MAX).to_bits(), Some(u64::MAX));
        assert_eq!(Const::Int(BigInt::from(1) << 64).to_bits(), None);
    }
}
