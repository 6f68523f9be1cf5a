//! Operators with one operand.

use super::Checker;
use super::constant;
use super::delay::Delayed;
use super::operand::Operand;
use crate::go::ast::{ChanDir, Expr, ExprKind, UnaryOp};
use crate::go::source::Pos;
use crate::go::types::info::Mode;
use crate::go::types::{Basic, Type, TypeId};

impl<'a> Checker<'a> {
    pub(super) fn star(&mut self, e: &'a Expr, inner: &'a Expr) -> Operand<'a> {
        let x = self.expr_or_type(inner);
        if x.is_invalid() {
            return Operand::invalid(e);
        }
        if x.is_type() {
            self.later(Delayed::VarType(inner.pos, x.ty));
            return Operand::new(e, Mode::Type, self.types.intern(Type::Pointer(x.ty)));
        }
        match self
            .types
            .core_type(x.ty)
            .map(|core| self.types.get(core))
            .as_deref()
        {
            Some(Type::Pointer(elem)) => Operand::new(e, Mode::Variable, *elem),
            _ if x.is_invalid() => x,
            _ => {
                let what = self.describe(&x);
                self.error(
                    x.pos(),
                    format!("invalid operation: cannot indirect {what}"),
                );
                Operand::invalid(e)
            }
        }
    }

    // ---- operators with one operand

    pub(super) fn unary(&mut self, e: &'a Expr, op: UnaryOp, operand: &'a Expr) -> Operand<'a> {
        match op {
            UnaryOp::Address => return self.address(e, operand),
            UnaryOp::Receive => return self.receive(e, operand),
            _ => {}
        }
        let mut x = self.expr(operand);
        if x.is_invalid() {
            return Operand::invalid(e);
        }
        if op == UnaryOp::Tilde {
            let hint = if self.all_basic(x.ty, Basic::is_integer) {
                " (use ^ for bitwise complement)"
            } else {
                ""
            };
            let message = format!("cannot use ~ outside of interface or type constraint{hint}");
            self.error(e.pos, message);
            return Operand::invalid(e);
        }
        let sort = match op {
            UnaryOp::Not => Basic::is_boolean,
            UnaryOp::Complement => Basic::is_integer,
            _ => Basic::is_numeric,
        };
        if !self.all_basic(x.ty, sort) {
            return self.not_defined(e, &x, op.text());
        }
        if let Some(value) = x.constant() {
            let basic = self.types.basic(x.ty).filter(|b| !b.is_untyped());
            let Some(value) = constant::unary(op, value, basic) else {
                return Operand::invalid(e);
            };
            x.mode = Mode::Const(value);
            x.expr = e;
            self.overflow(&mut x, Some(op_word_unary(op)));
            return x;
        }
        Operand::value(e, x.ty)
    }

    fn address(&mut self, e: &'a Expr, operand: &'a Expr) -> Operand<'a> {
        let x = self.expr(operand);
        if x.is_invalid() {
            return Operand::invalid(e);
        }
        let literal = matches!(operand.unparen().kind, ExprKind::Composite { .. });
        if !literal && !matches!(x.mode, Mode::Variable) {
            let what = self.describe(&x);
            self.error(
                x.pos(),
                format!("invalid operation: cannot take address of {what}"),
            );
            return Operand::invalid(e);
        }
        self.mark(operand, |var| var.addressed = true);
        Operand::value(e, self.types.intern(Type::Pointer(x.ty)))
    }

    fn receive(&mut self, e: &'a Expr, operand: &'a Expr) -> Operand<'a> {
        let x = self.expr(operand);
        if x.is_invalid() {
            return Operand::invalid(e);
        }
        match self.channel_elem(x.pos(), &x, ChanDir::Receive) {
            Some(elem) => Operand::new(e, Mode::CommaOk, elem),
            None => Operand::invalid(e),
        }
    }

    /// The element type of a channel that is received from or sent to. None, which is said, where that can't be.
    pub(super) fn channel_elem(
        &mut self,
        pos: Pos,
        x: &Operand<'a>,
        direction: ChanDir,
    ) -> Option<TypeId> {
        let terms = self.types.terms(x.ty).unwrap_or_default();
        let mut cause = terms
            .is_empty()
            .then(|| "no specific channel type".to_string());
        let mut elem: Option<TypeId> = None;
        for term in &terms {
            let shown = self.display(term.ty);
            let Type::Chan { dir, elem: of } = *self.types.under(term.ty) else {
                cause = Some(format!("non-channel {shown}"));
                break;
            };
            if dir != ChanDir::Both && dir != direction {
                let what = if direction == ChanDir::Receive {
                    "send-only"
                } else {
                    "receive-only"
                };
                cause = Some(format!("{what} channel {shown}"));
                break;
            }
            if elem.is_some_and(|elem| !self.types.identical(elem, of)) {
                cause = self.no_common_type(x.ty);
                break;
            }
            elem = Some(of);
        }
        if cause.is_none() && self.types.core_type(x.ty).is_none() {
            cause = self.no_common_type(x.ty);
        }
        let Some(cause) = cause else { return elem };
        let what = self.describe(x);
        let verb = if direction == ChanDir::Receive {
            "receive from"
        } else {
            "send to"
        };
        let message = if self.types.is_param(x.ty) {
            format!("invalid operation: cannot {verb} {what}: {cause}")
        } else {
            format!("invalid operation: cannot {verb} {cause} {what}")
        };
        self.error(pos, message);
        None
    }
}

fn op_word_unary(op: UnaryOp) -> &'static str {
    match op {
        UnaryOp::Complement => "bitwise complement",
        _ => "negation",
    }
}
