//! Comparisons.

use super::Checker;
use super::constant;
use super::operand::Operand;
use crate::go::ast::{BinaryOp, Expr};
use crate::go::types::info::Mode;
use crate::go::types::{Basic, Const, Type, TypeId};

impl<'a> Checker<'a> {
    /// Compares two operands of a comparison, or a case with its switch's tag.
    pub(super) fn comparison(
        &mut self,
        e: &'a Expr,
        op: BinaryOp,
        mut x: Operand<'a>,
        mut y: Operand<'a>,
        case: bool,
    ) -> Operand<'a> {
        let fits = self.assignable(&x, y.ty).is_ok() || self.assignable(&y, x.ty).is_ok();
        let mut bad = &x;
        let mut cause = String::new();
        let mut failed = !fits;
        if !fits {
            bad = &y;
            cause = format!(
                "mismatched types {} and {}",
                self.display(x.ty),
                self.display(y.ty)
            );
        } else if matches!(op, BinaryOp::Equal | BinaryOp::NotEqual) {
            if x.is_nil() || y.is_nil() {
                let other = if x.is_nil() { y.ty } else { x.ty };
                if x.is_nil() && y.is_nil() || !self.types.has_nil(other) {
                    bad = &y;
                    failed = true;
                    if x.is_nil() && y.is_nil() {
                        cause = format!("operator {} not defined on untyped nil", op.text());
                    }
                }
            } else if !self.types.comparable(x.ty, false) {
                failed = true;
                cause = self.incomparable_cause(x.ty);
            } else if !self.types.comparable(y.ty, false) {
                bad = &y;
                failed = true;
                cause = self.incomparable_cause(y.ty);
            }
        } else {
            if !self.all_basic(x.ty, Basic::is_ordered) {
                failed = true;
            } else if !self.all_basic(y.ty, Basic::is_ordered) {
                bad = &y;
                failed = true;
            }
        }
        if failed {
            if cause.is_empty() {
                cause = if self.types.is_param(x.ty) || self.types.is_param(y.ty) {
                    if !self.types.is_param(x.ty) {
                        bad = &y;
                    }
                    format!(
                        "type parameter {} cannot use operator {}",
                        self.display(bad.ty),
                        op.text()
                    )
                } else {
                    let kind = match &*self.types.under(bad.ty) {
                        Type::Basic(_) => self.display(bad.ty),
                        _ => self.kind_word(bad.ty).to_string(),
                    };
                    format!("operator {} not defined on {kind}", op.text())
                };
            }
            let message = if case {
                format!(
                    "invalid case {} in switch on {} ({cause})",
                    x.text(),
                    y.text()
                )
            } else {
                format!(
                    "invalid operation: {} {} {} ({cause})",
                    x.text(),
                    op.text(),
                    y.text()
                )
            };
            let pos = if case { x.pos() } else { bad.pos() };
            self.error(pos, message);
            return Operand::invalid(e);
        }
        if let (Some(a), Some(b)) = (x.constant(), y.constant())
            && let Some(value) = constant::compare(op, a, b)
        {
            return Operand::new(e, Mode::Const(Const::Bool(value)), TypeId::UNTYPED_BOOL);
        }
        // The operands are compared as they are: those still untyped are of their default types.
        for o in [&mut x, &mut y] {
            if !o.is_nil() {
                self.use_default(o);
            }
        }
        Operand::value(e, TypeId::UNTYPED_BOOL)
    }

    pub(super) fn incomparable_cause(&self, ty: TypeId) -> String {
        match &*self.types.under(ty) {
            Type::Slice(_) | Type::Func(_) | Type::Map { .. } => {
                format!("{} can only be compared to nil", self.kind_word(ty))
            }
            Type::Param(_) => match self.types.terms(ty) {
                Some(terms) if terms.is_empty() => "empty type set".into(),
                _ => "incomparable types in type set".into(),
            },
            Type::Struct(fields) => {
                let bad = fields.iter().find(|f| !self.types.comparable(f.ty, false));
                bad.map_or(String::new(), |f| {
                    format!(
                        "struct containing {} cannot be compared",
                        self.display(f.ty)
                    )
                })
            }
            Type::Array { .. } => format!("{} cannot be compared", self.display(ty)),
            _ => String::new(),
        }
    }
}
