//! Shifts.

use super::Checker;
use super::constant;
use super::operand::Operand;
use crate::go::ast::{BinaryOp, Expr};
use crate::go::source::Pos;
use crate::go::types::info::Mode;
use crate::go::types::{Basic, Const, TypeId};
use num_traits::{Signed, ToPrimitive};

/// How far a constant may be shifted: so far that the smallest float can be written.
const MOST_SHIFTED: u64 = 1023 - 1 + 52;

impl<'a> Checker<'a> {
    pub(super) fn shift(
        &mut self,
        e: &'a Expr,
        op: BinaryOp,
        op_pos: Pos,
        mut x: Operand<'a>,
        mut y: Operand<'a>,
    ) -> Operand<'a> {
        let whole = match (x.constant(), self.is_untyped(x.ty)) {
            (Some(value), true) => value.to_integer(),
            _ => None,
        };
        if !self.all_basic(x.ty, Basic::is_integer) && whole.is_none() {
            let what = self.describe(&x);
            self.error(
                x.pos(),
                format!("invalid operation: shifted operand {what} must be integer"),
            );
            return Operand::invalid(e);
        }
        if let Some(count) = y.constant().cloned() {
            if count.to_integer().is_some_and(|n| n.is_negative()) {
                let what = self.describe(&y);
                let message = format!("invalid operation: negative shift count {what}");
                self.error(y.pos(), message);
                return Operand::invalid(e);
            }
            if self.is_untyped(y.ty) && self.convert_or_say(&mut y, TypeId::UINT).is_err() {
                return Operand::invalid(e);
            }
        } else if !self.all_basic(y.ty, Basic::is_integer) {
            if !self.is_untyped(y.ty) {
                let what = self.describe(&y);
                let message = format!("invalid operation: shift count {what} must be integer");
                self.error(y.pos(), message);
                return Operand::invalid(e);
            }
            if self.convert_or_say(&mut y, TypeId::UINT).is_err() {
                return Operand::invalid(e);
            }
        } else if self.is_untyped(y.ty) {
            let _ = self.convert_untyped(&mut y, TypeId::UINT);
        }
        let Some(value) = x.constant().cloned() else {
            return Operand::value(e, x.ty);
        };
        let Some(count) = y.constant() else {
            // A constant shifted by a variable count: if untyped, its type is what the context asks for.
            return Operand::value(e, x.ty);
        };
        if self.is_untyped(x.ty) && !self.all_basic(x.ty, Basic::is_integer) {
            x.ty = TypeId::UNTYPED_INT;
        }
        let count = count
            .to_integer()
            .filter(|n| n.to_u64().is_some_and(|n| n <= MOST_SHIFTED));
        let (Some(value), Some(count)) = (value.to_integer(), count) else {
            let what = self.describe(&y);
            let message = format!("invalid operation: invalid shift count {what}");
            self.error(y.pos(), message);
            return Operand::invalid(e);
        };
        let Some(value) = constant::shift(op, &value, &count) else {
            return Operand::invalid(e);
        };
        let mut z = Operand::new(e, Mode::Const(Const::Int(value)), x.ty);
        self.overflow_at(&mut z, Some("shift"), op_pos);
        z
    }
}
