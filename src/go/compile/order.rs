//! In which order operands beside each other are evaluated. The language leaves it open between calls and what only reads
//! variables; here it is as the Go compiler does it: first what calls, in order, then what only reads.

use super::Compiler;
use super::walk::{self, Node};
use crate::go::ast::{BinaryOp, Expr, ExprKind, UnaryOp};
use crate::go::types::info::{Mode, Selection};
use crate::go::types::{Basic, Type, TypeId};

impl Compiler<'_> {
    /// The order in which the values of a list are evaluated, by their numbers. Each comes with the type it is to have.
    pub(super) fn order(&self, values: &[(&Expr, TypeId)]) -> Vec<usize> {
        let last = values.iter().rposition(|(e, _)| calls(e)).unwrap_or(0);
        let is_late = |n: &usize| *n < last && self.reads_boxed(values[*n].0, values[*n].1);
        let (late, mut order): (Vec<usize>, Vec<usize>) = (0..values.len()).partition(is_late);
        order.extend(late);
        order
    }

    /// As [`Compiler::reads`], for a value on its way to a type: a truth is found out before it is put into an interface.
    fn reads_boxed(&self, e: &Expr, to: TypeId) -> bool {
        let from = self.ty(e);
        let types = &self.info.types;
        let boxes = types.is_interface(to) && !types.is_interface(from);
        let found_out = matches!(
            e.unparen().kind,
            ExprKind::Binary { .. } | ExprKind::Unary { .. }
        );
        self.reads(e) && !(boxes && found_out && types.basic(from).is_some_and(Basic::is_boolean))
    }

    /// Whether an expression only reads variables and computes, so that the Go compiler evaluates it after the calls beside
    /// it.
    pub(super) fn reads(&self, e: &Expr) -> bool {
        if self.constant_of(e).is_some() {
            return true;
        }
        match &e.kind {
            ExprKind::Name(_) => true,
            ExprKind::Paren(x) | ExprKind::Star(x) => self.reads(x),
            ExprKind::Selector { operand, .. } => match self.info.selections.get(&e.id) {
                Some(Selection::Field(_)) => self.reads(operand),
                Some(Selection::Package(_)) => true,
                _ => false,
            },
            ExprKind::Index {
                operand, indices, ..
            } => {
                let indexed = matches!(
                    &*self.under(self.ty(operand)),
                    Type::Slice(_) | Type::Array { .. } | Type::Map { .. } | Type::Pointer(_)
                );
                indexed && self.reads(operand) && indices.iter().all(|index| self.reads(index))
            }
            ExprKind::Unary { op, operand, .. } => {
                use UnaryOp::{Complement, Neg, Not, Plus};
                matches!(op, Plus | Neg | Not | Complement) && self.reads(operand)
            }
            ExprKind::Binary {
                op, left, right, ..
            } => {
                let basic = self.info.types.basic(self.ty(left));
                let computes = match op {
                    BinaryOp::LogicalOr | BinaryOp::LogicalAnd => false,
                    op if op.is_comparison() => basic.is_some_and(Basic::is_numeric),
                    _ => true,
                };
                computes && self.reads(left) && self.reads(right)
            }
            ExprKind::Call { fun, args, .. } => {
                let converts = matches!(self.info.expr(fun.id).map(|i| &i.mode), Some(Mode::Type));
                let plainly = matches!(
                    &*self.under(self.ty(e)),
                    Type::Basic(_) | Type::Interface(_)
                );
                converts && plainly && args.iter().all(|arg| self.reads(arg))
            }
            _ => false,
        }
    }
}

/// Whether evaluating an expression calls something or receives.
pub(super) fn calls(e: &Expr) -> bool {
    let mut found = false;
    walk::expr(e, &mut |node| {
        if let Node::Expr(e) = node {
            found |= matches!(
                e.kind,
                ExprKind::Call { .. }
                    | ExprKind::Unary {
                        op: UnaryOp::Receive,
                        ..
                    }
            );
            return !found && !matches!(e.kind, ExprKind::FuncLit { .. });
        }
        false
    });
    found
}
