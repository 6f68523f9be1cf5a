//! Operands: what an expression has come to while it is checked, and how messages describe it.

use super::Checker;
use crate::go::ast::{Expr, ExprKind, NodeId};
use crate::go::source::Pos;
use crate::go::types::info::Mode;
use crate::go::types::{Const, Type, TypeId};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use std::sync::Arc;

/// What an expression has come to.
#[derive(Clone)]
pub(super) struct Operand<'a> {
    pub mode: Mode,
    /// Invalid where something was wrong that has been said.
    pub ty: TypeId,
    pub expr: &'a Expr,
    /// For a generic function that isn't instantiated, or only in part.
    pub generic: Option<Arc<Generic>>,
    /// What messages call it, where that isn't the expression.
    words: Option<Arc<str>>,
}

/// A generic function whose type arguments aren't all known.
#[derive(Clone)]
pub(super) struct Generic {
    /// The type parameters.
    pub params: Vec<TypeId>,
    /// The first type arguments, as far as given, with their places.
    pub given: Vec<(Pos, TypeId)>,
    /// The expression that names the function.
    pub node: NodeId,
    /// Where it is said that type arguments can't be inferred: the bracket, where there is one.
    pub at: Pos,
}

impl<'a> Operand<'a> {
    pub fn new(expr: &'a Expr, mode: Mode, ty: TypeId) -> Operand<'a> {
        Operand {
            mode,
            ty,
            expr,
            generic: None,
            words: None,
        }
    }

    /// With other words for it in messages.
    pub fn called(self, words: String) -> Operand<'a> {
        Operand {
            words: Some(words.into()),
            ..self
        }
    }

    /// What messages call it.
    pub fn text(&self) -> String {
        match &self.words {
            Some(words) => words.to_string(),
            None => self.expr.to_string(),
        }
    }

    pub fn value(expr: &'a Expr, ty: TypeId) -> Operand<'a> {
        Operand::new(expr, Mode::Value, ty)
    }

    pub fn invalid(expr: &'a Expr) -> Operand<'a> {
        Operand::value(expr, TypeId::INVALID)
    }

    pub fn is_invalid(&self) -> bool {
        self.ty.is_invalid()
    }

    pub fn is_nil(&self) -> bool {
        matches!(self.mode, Mode::Nil)
    }

    pub fn is_type(&self) -> bool {
        matches!(self.mode, Mode::Type)
    }

    pub fn constant(&self) -> Option<&Const> {
        match &self.mode {
            Mode::Const(value) => Some(value),
            _ => None,
        }
    }

    pub fn pos(&self) -> Pos {
        self.expr.pos
    }
}

impl<'a> Checker<'a> {
    pub(super) fn is_untyped(&self, ty: TypeId) -> bool {
        matches!(&*self.types.get(ty), Type::Basic(basic) if basic.is_untyped())
    }

    /// An operand as messages describe it: `x (variable of type int)`.
    pub(super) fn describe(&self, x: &Operand<'a>) -> String {
        if x.is_nil() {
            return "nil".into();
        }
        let text = x.text();
        let mode = match &x.mode {
            Mode::NoValue => return format!("{text} (no value)"),
            Mode::Builtin(_) => return format!("{text} (built-in)"),
            Mode::Type => return format!("{text} (type)"),
            Mode::Const(_) => "constant",
            Mode::Variable => "variable",
            Mode::MapIndex => "map index expression",
            Mode::Value => "value",
            Mode::Nil => "nil",
            Mode::CommaOk => "comma, ok expression",
        };
        let mut out = format!("{text} (");
        let untyped = self.is_untyped(x.ty);
        if untyped {
            out += &self.display(x.ty);
            out.push(' ');
        }
        out += mode;
        if let Mode::Const(value) = &x.mode {
            let value = constant_text(value);
            if value != text {
                out.push(' ');
                out += &value;
            }
        }
        if !untyped {
            out += " of ";
            out += &self.describe_type_of(x);
        }
        out.push(')');
        out
    }

    /// The type of an operand, with the type parameters of a generic function.
    pub(super) fn display_operand_type(&self, x: &Operand<'a>) -> String {
        let shown = self.display(x.ty);
        match (&x.generic, shown.strip_prefix("func")) {
            (Some(generic), Some(rest)) => {
                format!("func{}{rest}", self.params_text(&generic.params))
            }
            _ => shown,
        }
    }

    /// The type of an operand in words. Of a call's several values, their names are known from the function.
    fn describe_type_of(&self, x: &Operand<'a>) -> String {
        if let (Type::Tuple(_), ExprKind::Call { fun, .. }) =
            (&*self.types.get(x.ty), &x.expr.unparen().kind)
            && let Some(info) = &self.exprs[fun.id.index()]
            && let Some(core) = self.types.core_type(info.ty)
            && let Type::Func(signature) = &*self.types.get(core)
        {
            let here = Some(self.here());
            return format!("type {}", self.types.display_results(signature, here));
        }
        if x.generic.is_some() {
            return format!("generic type {}", self.display_operand_type(x));
        }
        self.describe_type(x.ty)
    }

    /// A type with its kind where the name doesn't tell it: `struct type T`.
    pub(super) fn describe_type(&self, ty: TypeId) -> String {
        let shown = self.display(ty);
        if let Type::Param(param) = &*self.types.get(self.types.unalias(ty)) {
            let constraint = self.display(self.types.param(*param).constraint);
            let empty = self.types.terms(ty).is_some_and(|terms| terms.is_empty());
            let empty = if empty { " with empty type set" } else { "" };
            return format!("type {shown} constrained by {constraint}{empty}");
        }
        match &*self.types.get(ty) {
            Type::Named { .. } => format!("{} type {shown}", self.kind_word(ty)),
            _ => format!("type {shown}"),
        }
    }

    /// The kind of a type in a word; of predeclared types their name.
    pub(super) fn kind_word(&self, ty: TypeId) -> &'static str {
        match &*self.types.under(ty) {
            Type::Basic(basic) => basic.text(),
            Type::Array { .. } => "array",
            Type::Slice(_) => "slice",
            Type::Struct(_) => "struct",
            Type::Pointer(_) => "pointer",
            Type::Func(_) => "func",
            Type::Interface(_) => "interface",
            Type::Map { .. } => "map",
            Type::Chan { .. } => "chan",
            Type::Tuple(_) => "tuple",
            _ => "",
        }
    }
}

/// A constant's value as messages print it.
pub(super) fn constant_text(value: &Const) -> String {
    match value {
        Const::Bool(value) => value.to_string(),
        Const::Int(value) => value.to_string(),
        Const::String(bytes) => quote(bytes),
        Const::Complex(real, imag) => {
            let part = |value: &BigRational| constant_text(&Const::Float(value.clone()));
            format!("({} + {}i)", part(real), part(imag))
        }
        Const::Float(value) if value.is_integer() && value.numer().bits() < 60 => {
            value.to_integer().to_string()
        }
        Const::Float(value) => match Const::Float(value.clone()).to_f64() {
            Some(x) if x.is_finite() && (x != 0.0 || value.is_zero()) => six_digits(x),
            _ => beyond_floats(value),
        },
    }
}

/// A number beyond what floats hold, in six significant digits: worked out by its logarithm, as the Go compiler does.
fn beyond_floats(value: &BigRational) -> String {
    let bits = value.numer().bits() as i64 - value.denom().bits() as i64;
    let power = BigRational::from_integer(BigInt::from(1) << bits.unsigned_abs() as usize);
    let near_one = if bits > 0 {
        value / power
    } else {
        value * power
    };
    let (mut mantissa, doubled) = libm::frexp(Const::Float(near_one).to_f64().unwrap_or(1.0));
    let digits = (bits + i64::from(doubled)) as f64 * std::f64::consts::LOG10_2;
    let mut exponent = digits.trunc();
    mantissa *= libm::exp10(digits - exponent);
    if mantissa.abs() < 1.0 - 0.5e-6 {
        mantissa *= 10.0;
        exponent -= 1.0;
    } else if mantissa.abs() >= 10.0 {
        mantissa /= 10.0;
        exponent += 1.0;
    }
    format!("{}e{exponent:+}", six_digits(mantissa))
}

/// A string constant in Go's quotes, cut where it is long.
fn quote(bytes: &[u8]) -> String {
    const MOST: usize = 72;
    let text = String::from_utf8_lossy(bytes);
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted += "\\\"",
            '\\' => quoted += "\\\\",
            '\n' => quoted += "\\n",
            '\t' => quoted += "\\t",
            '\r' => quoted += "\\r",
            '\u{7}' => quoted += "\\a",
            '\u{8}' => quoted += "\\b",
            '\u{b}' => quoted += "\\v",
            '\u{c}' => quoted += "\\f",
            c if u32::from(c) < 0x20 || c == '\u{7f}' => {
                quoted += &format!("\\x{:02x}", u32::from(c))
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    if quoted.chars().count() <= MOST {
        return quoted;
    }
    let cut: String = quoted.chars().take(MOST - 3).collect();
    format!("{cut}...")
}

/// A float in six significant digits, as C's `%.6g` prints it.
fn six_digits(x: f64) -> String {
    let scientific = format!("{x:.5e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let trim = |digits: &str| match digits.contains('.') {
        true => digits
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_string(),
        false => digits.to_string(),
    };
    if (-4..6).contains(&exponent) {
        trim(&format!("{x:.*}", (5 - exponent).max(0) as usize))
    } else {
        let sign = if exponent < 0 { '-' } else { '+' };
        format!("{}e{sign}{:02}", trim(mantissa), exponent.abs())
    }
}
