//! Arithmetic with constants, exact.

use crate::go::ast::{BinaryOp, Literal, LiteralValue, UnaryOp};
use crate::go::types::{Basic, Const, TypeId};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Num, One, Signed, ToPrimitive, Zero};
use std::cmp::Ordering;

/// Untyped integers of more bits than this overflow, as in the Go compiler.
pub(super) const MOST_BITS: u64 = 512;
/// Exponents larger than this aren't computed with: far beyond every type's range.
const MOST_EXPONENT: i64 = 5_000;
/// Rationals of more bits than this are rounded to [`MOST_BITS`].
const MOST_EXACT: u64 = 4_096;

/// Why a constant isn't a value of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misfit {
    /// A fraction would be lost.
    Truncated,
    /// It is out of range.
    Overflows,
    /// It is another kind of thing.
    Other,
}

/// The value and untyped type of a literal. None where it is too large to compute with.
pub(super) fn literal(literal: &Literal) -> (TypeId, Option<Const>) {
    let text: String = literal.text.chars().filter(|&c| c != '_').collect();
    match &literal.value {
        LiteralValue::Int => (TypeId::UNTYPED_INT, integer(&text).map(Const::Int)),
        LiteralValue::Float => (TypeId::UNTYPED_FLOAT, float(&text).map(Const::Float)),
        LiteralValue::Imag => (TypeId::UNTYPED_COMPLEX, imaginary(&text)),
        LiteralValue::Rune(c) => (TypeId::UNTYPED_RUNE, Some(Const::int(u32::from(*c)))),
        LiteralValue::String(bytes) => (TypeId::UNTYPED_STRING, Some(Const::String(bytes.clone()))),
    }
}

fn imaginary(text: &str) -> Option<Const> {
    let text = text.strip_suffix('i')?;
    let based = text.starts_with('0') && text.len() > 1 && !text.as_bytes()[1].is_ascii_digit();
    // A leading zero alone doesn't make it octal, and what has a point or an exponent is a float.
    let value = match based {
        true => integer(text).map(BigRational::from_integer),
        false => None,
    };
    let value = value.or_else(|| float(text))?;
    Some(Const::Complex(BigRational::zero(), value))
}

fn integer(text: &str) -> Option<BigInt> {
    let lower = text.to_ascii_lowercase();
    let (digits, radix) = match lower.as_bytes() {
        [b'0', b'x', ..] => (&lower[2..], 16),
        [b'0', b'o', ..] => (&lower[2..], 8),
        [b'0', b'b', ..] => (&lower[2..], 2),
        [b'0', _, ..] => (&lower[1..], 8),
        _ => (&lower[..], 10),
    };
    // Much longer ones overflow anyway, and would take long to read.
    if digits.len() > 1_000 {
        return None;
    }
    BigInt::from_str_radix(digits, radix).ok()
}

fn float(text: &str) -> Option<BigRational> {
    let lower = text.to_ascii_lowercase();
    let (hex, body) = match lower.strip_prefix("0x") {
        Some(rest) => (true, rest),
        None => (false, &lower[..]),
    };
    let (mantissa, exponent) = match body.split_once(if hex { 'p' } else { 'e' }) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
        None => (body, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if exponent.abs() > MOST_EXPONENT || mantissa.len() > 1_000 {
        return None;
    }
    let digits = format!("0{whole}{fraction}");
    let mantissa = BigInt::from_str_radix(&digits, if hex { 16 } else { 10 }).ok()?;
    let scale = fraction.len() as i64;
    let power = |base: u32, exponent: i64| {
        let power = BigRational::from_integer(num_traits::pow(
            BigInt::from(base),
            exponent.unsigned_abs() as usize,
        ));
        if exponent < 0 { power.recip() } else { power }
    };
    let value = BigRational::from_integer(mantissa);
    Some(if hex {
        value * power(16, -scale) * power(2, exponent)
    } else {
        value * power(10, exponent - scale)
    })
}

/// The value as one of type `basic`, rounded where that is a floating-point type.
pub(super) fn represent(value: &Const, basic: Basic) -> Result<Const, Misfit> {
    if matches!(basic, Basic::Invalid) {
        return Ok(value.clone());
    }
    match value {
        Const::Bool(_) if basic.is_boolean() => Ok(value.clone()),
        Const::String(_) if basic.is_string() => Ok(value.clone()),
        Const::Bool(_) | Const::String(_) => Err(Misfit::Other),
        Const::Int(_) | Const::Float(_) | Const::Complex(..) if basic.is_integer() => {
            let whole = value.to_integer().ok_or(Misfit::Truncated)?;
            if in_range(&whole, basic) {
                Ok(Const::Int(whole))
            } else {
                Err(Misfit::Overflows)
            }
        }
        Const::Int(_) | Const::Float(_) | Const::Complex(..) if basic.is_float() => {
            let value = value.to_rational().ok_or(Misfit::Overflows)?;
            Ok(Const::Float(rounded(value, basic)?))
        }
        Const::Int(_) | Const::Float(_) | Const::Complex(..) => {
            let (Some(part), Some((real, imag))) = (basic.part(), value.parts()) else {
                return Err(Misfit::Other);
            };
            Ok(Const::Complex(rounded(real, part)?, rounded(imag, part)?))
        }
    }
}

/// A number rounded to a floating-point type.
fn rounded(value: BigRational, basic: Basic) -> Result<BigRational, Misfit> {
    let value = Const::Float(value);
    let float = match basic {
        Basic::Float64 => value.to_f64(),
        Basic::Float32 => value.to_f32(),
        _ => return value.to_rational().ok_or(Misfit::Other),
    };
    float
        .and_then(BigRational::from_float)
        .ok_or(Misfit::Overflows)
}

fn in_range(value: &BigInt, basic: Basic) -> bool {
    let bits = u64::from(basic.bits());
    if bits == 0 {
        return true;
    }
    if basic.is_unsigned() {
        !value.is_negative() && value.bits() <= bits
    } else if value.is_negative() {
        (value + BigInt::one()).bits() < bits
    } else {
        value.bits() < bits
    }
}

/// `op value`, for a constant of type `basic`. None where the operator isn't for constants of this kind.
pub(super) fn unary(op: UnaryOp, value: &Const, basic: Option<Basic>) -> Option<Const> {
    Some(match (op, value) {
        (UnaryOp::Plus, _) => value.clone(),
        (UnaryOp::Neg, Const::Int(v)) => Const::Int(-v),
        (UnaryOp::Neg, Const::Float(v)) => Const::Float(-v),
        (UnaryOp::Neg, Const::Complex(re, im)) => Const::Complex(-re, -im),
        (UnaryOp::Not, Const::Bool(v)) => Const::Bool(!v),
        (UnaryOp::Complement, _) => {
            let value = value.to_integer()?;
            let flipped = -value - BigInt::one();
            match basic {
                Some(basic) if basic.is_unsigned() => {
                    Const::Int(flipped + (BigInt::one() << basic.bits() as usize))
                }
                _ => Const::Int(flipped),
            }
        }
        _ => return None,
    })
}

/// `a op b` of two numbers, strings or booleans; integers divide as integers if `integers`.
/// None where the operator isn't for constants of this kind, or it divides by zero.
pub(super) fn binary(op: BinaryOp, a: &Const, b: &Const, integers: bool) -> Option<Const> {
    match (a, b) {
        (Const::Bool(a), Const::Bool(b)) => match op {
            BinaryOp::LogicalAnd => Some(Const::Bool(*a && *b)),
            BinaryOp::LogicalOr => Some(Const::Bool(*a || *b)),
            _ => None,
        },
        (Const::String(a), Const::String(b)) if op == BinaryOp::Add => {
            Some(Const::String(a.iter().chain(b.iter()).copied().collect()))
        }
        (Const::Int(a), Const::Int(b)) if integers => integers_op(op, a, b).map(Const::Int),
        (Const::Complex(..), _) | (_, Const::Complex(..)) => complex_op(op, a.parts()?, b.parts()?),
        _ => {
            let (a, b) = (a.to_rational()?, b.to_rational()?);
            let result = match op {
                BinaryOp::Add => a + b,
                BinaryOp::Sub => a - b,
                BinaryOp::Mul => a * b,
                BinaryOp::Div if !b.is_zero() => a / b,
                _ => return None,
            };
            Some(Const::Float(shorten(result)))
        }
    }
}

fn complex_op(
    op: BinaryOp,
    (a, b): (BigRational, BigRational),
    (c, d): (BigRational, BigRational),
) -> Option<Const> {
    let (real, imag) = match op {
        BinaryOp::Add => (a + c, b + d),
        BinaryOp::Sub => (a - c, b - d),
        BinaryOp::Mul => (&a * &c - &b * &d, b * c + a * d),
        BinaryOp::Div => {
            let scale = &c * &c + &d * &d;
            if scale.is_zero() {
                return None;
            }
            ((&a * &c + &b * &d) / &scale, (b * c - a * d) / scale)
        }
        _ => return None,
    };
    Some(Const::Complex(shorten(real), shorten(imag)))
}

fn integers_op(op: BinaryOp, a: &BigInt, b: &BigInt) -> Option<BigInt> {
    Some(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::Div if !b.is_zero() => a / b,
        BinaryOp::Rem if !b.is_zero() => a % b,
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::AndNot => a & !b,
        _ => return None,
    })
}

/// A rational of bounded size: very long ones lose what no type can hold.
fn shorten(value: BigRational) -> BigRational {
    if value.numer().bits() <= MOST_EXACT && value.denom().bits() <= MOST_EXACT {
        return value;
    }
    let (num, den) = (value.numer().bits() as i64, value.denom().bits() as i64);
    let shift = MOST_BITS as i64 - (num - den);
    let scaled = if shift >= 0 {
        (value.numer() << shift as usize) / value.denom()
    } else {
        value.numer() / (value.denom() << (-shift) as usize)
    };
    let power = BigInt::one() << shift.unsigned_abs() as usize;
    if shift >= 0 {
        BigRational::new(scaled, power)
    } else {
        BigRational::from_integer(scaled * power)
    }
}

/// `value << count` or `value >> count`; none where the result would be beyond all bounds.
pub(super) fn shift(op: BinaryOp, value: &BigInt, count: &BigInt) -> Option<BigInt> {
    let count = count.to_u64()?;
    if op == BinaryOp::ShiftLeft {
        // As in the Go compiler: its limit on the count, beside that on the result.
        (count < 1023 - 1 + 52 || value.is_zero()).then(|| value << count.min(1_100) as usize)
    } else {
        Some(value >> count.min(100_000) as usize)
    }
}

/// What a comparison of two constants gives.
pub(super) fn compare(op: BinaryOp, a: &Const, b: &Const) -> Option<bool> {
    let order = match (a, b) {
        (Const::Bool(a), Const::Bool(b)) => {
            return match op {
                BinaryOp::Equal => Some(a == b),
                BinaryOp::NotEqual => Some(a != b),
                _ => None,
            };
        }
        (Const::String(a), Const::String(b)) => a.cmp(b),
        (Const::Complex(..), _) | (_, Const::Complex(..)) => {
            return match op {
                BinaryOp::Equal => Some(a.parts()? == b.parts()?),
                BinaryOp::NotEqual => Some(a.parts()? != b.parts()?),
                _ => None,
            };
        }
        _ => a.to_rational()?.cmp(&b.to_rational()?),
    };
    Some(match op {
        BinaryOp::Equal => order == Ordering::Equal,
        BinaryOp::NotEqual => order != Ordering::Equal,
        BinaryOp::Less => order == Ordering::Less,
        BinaryOp::LessEqual => order != Ordering::Greater,
        BinaryOp::Greater => order == Ordering::Greater,
        BinaryOp::GreaterEqual => order != Ordering::Less,
        _ => return None,
    })
}
