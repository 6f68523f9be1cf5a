//! Untyped operands: the types that they take by themselves.

use super::Checker;
use super::constant::{self, Misfit};
use super::operand::Operand;
use crate::go::ast::{Expr, ExprKind};
use crate::go::types::info::Mode;
use crate::go::types::{Basic, Const, Type, TypeId};

impl<'a> Checker<'a> {
    pub(super) fn default_type(&self, ty: TypeId) -> TypeId {
        match &*self.types.get(ty) {
            Type::Basic(basic) => TypeId(basic.default_type() as u32),
            _ => ty,
        }
    }

    /// The type, and for constants the value, that an untyped operand takes on its way to `target`.
    pub(super) fn implicit(
        &self,
        x: &Operand<'a>,
        target: TypeId,
    ) -> Result<(TypeId, Option<Const>), Misfit> {
        if x.is_invalid() || !self.is_untyped(x.ty) || target.is_invalid() {
            return Ok((x.ty, None));
        }
        if self.is_untyped(target) {
            return self
                .wider(x.ty, target)
                .map(|ty| (ty, None))
                .ok_or(Misfit::Other);
        }
        if x.is_nil() {
            return if self.types.has_nil(target) {
                Ok((TypeId::UNTYPED_NIL, None))
            } else {
                Err(Misfit::Other)
            };
        }
        if self.types.is_param(target) {
            let terms = self.types.terms(target).unwrap_or_default();
            if terms.is_empty()
                || terms
                    .iter()
                    .any(|t| self.implicit(x, self.types.underlying(t.ty)).is_err())
            {
                return Err(Misfit::Other);
            }
            return Ok((target, None));
        }
        match &*self.types.under(target) {
            Type::Basic(basic) => match x.constant() {
                Some(value) => self
                    .represent(value, x.ty, *basic)
                    .map(|v| (target, Some(v))),
                None => {
                    let Type::Basic(from) = *self.types.get(x.ty) else {
                        return Err(Misfit::Other);
                    };
                    let fits = from.is_boolean() && basic.is_boolean()
                        || from.is_numeric() && basic.is_numeric()
                        || from.is_string() && basic.is_string();
                    if fits {
                        Ok((target, None))
                    } else {
                        Err(Misfit::Other)
                    }
                }
            },
            Type::Interface(_) => {
                if self.types.type_set(target).methods.is_empty() {
                    Ok((self.default_type(x.ty), None))
                } else {
                    Err(Misfit::Other)
                }
            }
            _ => Err(Misfit::Other),
        }
    }

    /// A constant of type `from` as a value of type `basic`.
    pub(super) fn represent(
        &self,
        value: &Const,
        from: TypeId,
        basic: Basic,
    ) -> Result<Const, Misfit> {
        constant::represent(value, basic).map_err(|misfit| {
            let from = self.types.basic(from).unwrap_or(Basic::Invalid);
            match from.is_numeric() && basic.is_numeric() {
                true if !from.is_integer() && basic.is_integer() => Misfit::Truncated,
                true => misfit,
                false => Misfit::Other,
            }
        })
    }

    fn wider(&self, a: TypeId, b: TypeId) -> Option<TypeId> {
        let (Type::Basic(x), Type::Basic(y)) = (&*self.types.get(a), &*self.types.get(b)) else {
            return None;
        };
        if x == y {
            return Some(a);
        }
        (x.is_numeric() && y.is_numeric()).then_some(if x > y { a } else { b })
    }

    /// Converts an untyped operand to what `target` makes of it.
    pub(super) fn convert_untyped(
        &mut self,
        x: &mut Operand<'a>,
        target: TypeId,
    ) -> Result<(), Misfit> {
        let (ty, value) = self.implicit(x, target)?;
        self.set_untyped(x, ty, value);
        if x.is_nil() && !self.is_untyped(target) {
            self.set_type(x.expr, target);
        }
        Ok(())
    }

    pub(super) fn set_untyped(&mut self, x: &mut Operand<'a>, ty: TypeId, value: Option<Const>) {
        if let Some(value) = value {
            x.mode = Mode::Const(value);
        }
        if ty != x.ty {
            x.ty = ty;
            self.update(x.expr, ty, x.constant().cloned());
        } else if let (Some(value), Some(Some(info))) =
            (x.constant(), self.exprs.get_mut(x.expr.id.index()))
        {
            info.mode = Mode::Const(value.clone());
        }
    }

    /// Gives an untyped operand its default type, for uses that don't ask for another.
    pub(super) fn use_default(&mut self, x: &mut Operand<'a>) {
        let target = self.default_type(x.ty);
        let _ = self.convert_untyped(x, target);
    }

    pub(super) fn set_type(&mut self, e: &Expr, ty: TypeId) {
        if let Some(info) = &mut self.exprs[e.id.index()] {
            info.ty = ty;
        }
        if let ExprKind::Paren(inner) = &e.kind {
            self.set_type(inner, ty);
        }
    }

    /// Hands the type that an untyped expression has come to down to its operands.
    pub(super) fn update(&mut self, e: &Expr, ty: TypeId, value: Option<Const>) {
        let Some(info) = self.exprs[e.id.index()].clone() else {
            return;
        };
        if !self.is_untyped(info.ty) {
            return;
        }
        let constant = matches!(info.mode, Mode::Const(_));
        match &e.kind {
            ExprKind::Paren(inner) => self.update(inner, ty, value.clone()),
            ExprKind::Unary { operand, .. } if !constant => self.update(operand, ty, None),
            ExprKind::Binary {
                op, left, right, ..
            } if !constant => {
                if op.is_shift() {
                    self.shifted_operand(left, ty);
                    self.update(left, ty, None);
                } else if !op.is_comparison() {
                    self.update(left, ty, None);
                    self.update(right, ty, None);
                }
            }
            _ => {}
        }
        let mode = match (info.mode, value) {
            (Mode::Const(old), None) => match self
                .types
                .basic(ty)
                .and_then(|b| constant::represent(&old, b).ok())
            {
                Some(value) => Mode::Const(value),
                None => Mode::Const(old),
            },
            (Mode::Const(_), Some(value)) => Mode::Const(value),
            (mode, _) => mode,
        };
        if let Some(info) = &mut self.exprs[e.id.index()] {
            info.mode = mode;
            info.ty = ty;
        }
    }

    /// The left operand of a shift by a variable count takes its type from the context, which must be an integer's.
    fn shifted_operand(&mut self, left: &Expr, ty: TypeId) {
        let untyped = self.exprs[left.id.index()]
            .as_ref()
            .is_some_and(|i| self.is_untyped(i.ty));
        if untyped && !self.is_untyped(ty) && !self.all_basic(ty, Basic::is_integer) {
            let shown = self.display(ty);
            self.error(
                left.pos,
                format!("invalid operation: shifted operand {left} (type {shown}) must be integer"),
            );
        }
    }
}
