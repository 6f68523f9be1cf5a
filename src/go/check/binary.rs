//! Operators with two operands.

use super::Checker;
use super::constant::{self, MOST_BITS, Misfit};
use super::operand::Operand;
use crate::go::ast::{BinaryOp, Expr};
use crate::go::source::Pos;
use crate::go::types::info::Mode;
use crate::go::types::{Basic, Const, Type, TypeId};
use num_traits::Zero;

/// How many bytes a constant string may have. The Go compiler allows two billion, more than a page in a browser has.
const LONGEST_STRING: usize = 1 << 24;

impl<'a> Checker<'a> {
    pub(super) fn binary(
        &mut self,
        e: &'a Expr,
        op: BinaryOp,
        op_pos: Pos,
        left: &'a Expr,
        right: &'a Expr,
    ) -> Operand<'a> {
        let x = self.expr(left);
        let y = self.expr(right);
        self.binary_op(e, op, op_pos, x, y, false)
    }

    /// Says that an operator isn't for what `x` is.
    pub(super) fn not_defined(&mut self, e: &'a Expr, x: &Operand<'a>, op: &str) -> Operand<'a> {
        let what = self.describe(x);
        let message = format!("invalid operation: operator {op} not defined on {what}");
        self.error(x.pos(), message);
        Operand::invalid(e)
    }

    /// `x op y`, which stands at `e`; `assigned` for `x op= y`.
    pub(super) fn binary_op(
        &mut self,
        e: &'a Expr,
        op: BinaryOp,
        op_pos: Pos,
        mut x: Operand<'a>,
        mut y: Operand<'a>,
        assigned: bool,
    ) -> Operand<'a> {
        if x.is_invalid() || y.is_invalid() {
            return Operand::invalid(e);
        }
        if op.is_shift() {
            return self.shift(e, op, op_pos, x, y);
        }
        if self.match_operands(&mut x, &mut y).is_err() {
            return Operand::invalid(e);
        }
        if op.is_comparison() {
            return self.comparison(e, op, x, y, false);
        }
        if !self.types.identical(x.ty, y.ty) {
            let (a, b) = (self.display(x.ty), self.display(y.ty));
            let text = if assigned {
                format!("{} {}= {}", x.expr, op.text(), y.expr)
            } else {
                e.to_string()
            };
            let message = format!("invalid operation: {text} (mismatched types {a} and {b})");
            self.error(x.pos(), message);
            return Operand::invalid(e);
        }
        let sort = match op {
            BinaryOp::LogicalAnd | BinaryOp::LogicalOr => Basic::is_boolean,
            BinaryOp::Add => |b: Basic| b.is_numeric() || b.is_string(),
            BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div => Basic::is_numeric,
            _ => Basic::is_integer,
        };
        if !self.all_basic(x.ty, sort) {
            return self.not_defined(e, &x, op.text());
        }
        let integers = self.all_basic(x.ty, Basic::is_integer);
        if matches!(op, BinaryOp::Div | BinaryOp::Rem)
            && (x.constant().is_some() || integers)
            && let Some(divisor) = y.constant()
            && divisor.to_rational().is_some_and(|d| d.is_zero())
        {
            self.error(y.pos(), "invalid operation: division by zero");
            return Operand::invalid(e);
        }
        if let (Some(Const::String(a)), Some(Const::String(b))) = (x.constant(), y.constant())
            && a.len() + b.len() > LONGEST_STRING
        {
            let len = a.len() + b.len();
            let message =
                format!("constant string too long ({len} bytes > {LONGEST_STRING} bytes)");
            self.error(op_pos, message);
            return Operand::invalid(e);
        }
        if let (Some(a), Some(b)) = (x.constant(), y.constant()) {
            let Some(value) = constant::binary(op, a, b, integers) else {
                return Operand::invalid(e);
            };
            let mut z = Operand::new(e, Mode::Const(value), x.ty);
            self.overflow_at(&mut z, Some(op_word(op)), op_pos);
            return z;
        }
        Operand::value(e, x.ty)
    }

    /// Converts untyped operands to each other's types, where that may be possible. An error if it turns out not to
    /// be, which is said.
    pub(super) fn match_operands(
        &mut self,
        x: &mut Operand<'a>,
        y: &mut Operand<'a>,
    ) -> Result<(), ()> {
        if !self.may_match(x, y) {
            return Ok(());
        }
        self.convert_or_say(x, y.ty)?;
        self.convert_or_say(y, x.ty)
    }

    fn may_match(&self, x: &Operand<'a>, y: &Operand<'a>) -> bool {
        let differs =
            |sort: fn(Basic) -> bool| self.all_basic(x.ty, sort) != self.all_basic(y.ty, sort);
        let interface =
            |o: &Operand<'a>| self.types.is_interface(o.ty) && !self.types.is_param(o.ty);
        let pointer = |o: &Operand<'a>| matches!(&*self.types.under(o.ty), Type::Pointer(_));
        if !self.is_untyped(x.ty) && !self.is_untyped(y.ty) || differs(Basic::is_numeric) {
            return false;
        }
        if interface(x) || interface(y) {
            return true;
        }
        if differs(Basic::is_boolean) || differs(Basic::is_string) {
            return false;
        }
        if x.is_nil() {
            return self.types.has_nil(y.ty);
        }
        if y.is_nil() {
            return self.types.has_nil(x.ty);
        }
        !pointer(x) && !pointer(y)
    }

    /// Converts an untyped operand to what `target` makes of it, or says why that can't be.
    pub(super) fn convert_or_say(&mut self, x: &mut Operand<'a>, target: TypeId) -> Result<(), ()> {
        self.convert_untyped(x, target)
            .map_err(|misfit| self.not_representable(x, target, misfit))
    }

    /// Says why an untyped operand can't be what it is used as.
    pub(super) fn not_representable(&mut self, x: &Operand<'a>, target: TypeId, misfit: Misfit) {
        let what = self.describe(x);
        let shown = self.display(self.types.underlying(target));
        let message = match misfit {
            Misfit::Truncated => format!("{what} truncated to {shown}"),
            Misfit::Overflows => format!("{what} overflows {shown}"),
            Misfit::Other => format!("cannot convert {what} to type {shown}"),
        };
        self.error(x.pos(), message);
    }

    /// Checks that a constant just computed is in the range of its type.
    pub(super) fn overflow(&mut self, x: &mut Operand<'a>, word: Option<&str>) {
        let pos = x.pos();
        self.overflow_at(x, word, pos);
    }

    pub(super) fn overflow_at(&mut self, x: &mut Operand<'a>, word: Option<&str>, op_pos: Pos) {
        let Some(value) = x.constant().cloned() else {
            return;
        };
        if !self.is_untyped(x.ty) {
            let Some(basic) = self.types.basic(x.ty) else {
                return;
            };
            match self.represent(&value, x.ty, basic) {
                Ok(value) => x.mode = Mode::Const(value),
                Err(_) => {
                    let (what, shown) = (self.describe(x), self.display(x.ty));
                    let message = if basic.is_numeric() && word.is_some() {
                        format!("{what} overflows {shown}")
                    } else {
                        format!("cannot use {what} as {shown} value in constant expression")
                    };
                    self.error(x.pos(), message);
                    x.ty = TypeId::INVALID;
                }
            }
            return;
        }
        if let Const::Int(n) = &value
            && n.bits() > MOST_BITS
        {
            let word = word.map_or(String::new(), |w| format!("{w} "));
            self.error(op_pos, format!("constant {word}overflow"));
            x.ty = TypeId::INVALID;
        }
    }
}

/// What an operation that overflows is called.
fn op_word(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "addition",
        BinaryOp::Sub => "subtraction",
        BinaryOp::Xor => "bitwise XOR",
        BinaryOp::Mul => "multiplication",
        BinaryOp::ShiftLeft => "shift",
        _ => "operation",
    }
}
