//! Conversions `T(x)`.

use super::Checker;
use super::constant::{self, Misfit};
use super::operand::Operand;
use crate::go::ast::Expr;
use crate::go::types::info::Mode;
use crate::go::types::{Basic, Const, Type, TypeId};
use std::sync::Arc;

impl<'a> Checker<'a> {
    /// Whether all types that `ty` may be are predeclared ones of that sort.
    pub(super) fn all_basic(&self, ty: TypeId, sort: impl Fn(Basic) -> bool) -> bool {
        match self.types.terms(ty) {
            Some(terms) => {
                !terms.is_empty()
                    && terms
                        .iter()
                        .all(|t| self.types.basic(t.ty).is_some_and(&sort))
            }
            None => false,
        }
    }

    /// `ty(x)`, for an operand that stands alone between the parentheses.
    pub(super) fn conversion(&mut self, call: &'a Expr, x: Operand<'a>, ty: TypeId) -> Operand<'a> {
        if x.is_invalid() || ty.is_invalid() {
            return Operand::invalid(call);
        }
        let target = self.types.basic(ty).filter(|_| !self.types.is_param(ty));
        let constant = x.constant().cloned();
        let mut why = String::new();
        if let (Some(value), Some(basic)) = (&constant, target) {
            match self.convert_constant(value, x.ty, basic) {
                Ok(value) => {
                    if self.is_untyped(x.ty) {
                        let from = if basic.is_string()
                            && !matches!(x.constant(), Some(Const::String(_)))
                        {
                            self.default_type(x.ty)
                        } else {
                            ty
                        };
                        self.update(x.expr, from, None);
                    }
                    return Operand::new(call, Mode::Const(value), ty);
                }
                Err(Misfit::Overflows)
                    if self.types.basic(x.ty).is_some_and(Basic::is_integer)
                        && basic.is_integer() =>
                {
                    let text = super::operand::constant_text(value);
                    self.error(
                        x.pos(),
                        format!("constant {text} overflows {}", self.display(ty)),
                    );
                    return Operand::invalid(call);
                }
                Err(_) => {}
            }
        } else if let (Some(value), true) = (&constant, self.types.is_param(ty)) {
            match self.constant_not_convertible(&x, value, ty) {
                Some(cause) => why = cause,
                None => {
                    if self.is_untyped(x.ty) {
                        let default = self.default_type(x.ty);
                        self.update(x.expr, default, None);
                    }
                    return Operand::value(call, ty);
                }
            }
        } else if let Some(cause) = self.not_convertible(&x, ty) {
            why = cause;
        } else {
            if self.is_untyped(x.ty) {
                let to = if self.types.is_interface(ty) || (constant.is_some() && target.is_none())
                {
                    self.default_type(x.ty)
                } else {
                    ty
                };
                if x.is_nil() {
                    self.set_type(x.expr, ty);
                } else {
                    self.update(x.expr, to, None);
                }
            }
            return Operand::value(call, ty);
        }
        let why = if why.is_empty() {
            why
        } else {
            format!(": {why}")
        };
        let mut x = x;
        if self.types.is_param(ty) && constant.is_some() {
            // What a type parameter is made of is no constant any more.
            x.mode = Mode::Value;
        }
        let message = format!(
            "cannot convert {} to type {}{why}",
            self.describe(&x),
            self.display(ty)
        );
        self.error(x.pos(), message);
        Operand::invalid(call)
    }

    /// Why a constant can't be converted to a type parameter: every type that it may be must have the constant.
    fn constant_not_convertible(
        &mut self,
        x: &Operand<'a>,
        value: &Const,
        ty: TypeId,
    ) -> Option<String> {
        let shown = self.display(ty);
        let terms = self.types.terms(ty).unwrap_or_default();
        if terms.is_empty() {
            return Some(format!("{shown} does not contain specific types"));
        }
        let is =
            |c: &Self, ty: TypeId, sort: fn(Basic) -> bool| c.types.basic(ty).is_some_and(sort);
        for term in terms {
            let under = self.types.underlying(term.ty);
            let text = is(self, x.ty, Basic::is_string);
            if let Type::Slice(elem) = *self.types.get(under)
                && text
                && self.is_byte_or_rune(elem)
            {
                continue;
            }
            let basic = self.types.basic(under);
            if basic.is_some_and(|basic| self.convert_constant(value, x.ty, basic).is_ok()) {
                continue;
            }
            let under_shown = self.display(under);
            let integers = is(self, x.ty, Basic::is_integer) && is(self, under, Basic::is_integer);
            return Some(if integers {
                let value = super::operand::constant_text(value);
                format!("constant {value} overflows {under_shown} (in {shown})")
            } else {
                let what = self.describe(x);
                format!("cannot convert {what} to type {under_shown} (in {shown})")
            });
        }
        None
    }

    fn is_byte_or_rune(&self, ty: TypeId) -> bool {
        self.types
            .basic(ty)
            .is_some_and(|b| matches!(b, Basic::Uint8 | Basic::Byte | Basic::Int32 | Basic::Rune))
    }

    fn convert_constant(&self, value: &Const, from: TypeId, to: Basic) -> Result<Const, Misfit> {
        if to.is_string()
            && let (Some(whole), true) = (
                value.to_integer(),
                self.types.basic(from).is_some_and(Basic::is_integer),
            )
        {
            use num_traits::ToPrimitive;
            let c = whole
                .to_u32()
                .and_then(char::from_u32)
                .unwrap_or('\u{fffd}');
            return Ok(Const::String(Arc::from(c.to_string().as_bytes())));
        }
        let from_basic = self.types.basic(from).unwrap_or(Basic::Invalid);
        // A typed float constant of a whole value may become an integer; typed ones otherwise follow the same rules.
        let result = constant::represent(value, to);
        result.map_err(|m| {
            if from_basic.is_numeric() && to.is_numeric() {
                m
            } else {
                Misfit::Other
            }
        })
    }

    /// Why a value can't be converted to `ty`, as far as there is more to say. None if it can.
    fn not_convertible(&mut self, x: &Operand<'a>, ty: TypeId) -> Option<String> {
        let Err(cause) = self.assignable(x, ty) else {
            return None;
        };
        let from = x.ty;
        if self.types.is_param(from) || self.types.is_param(ty) {
            return self.params_convertible(x, ty);
        }
        let (a, b) = (self.types.under(from), self.types.under(ty));
        if self.identical_but_tags(self.types.underlying(from), self.types.underlying(ty)) {
            return None;
        }
        if let (Type::Pointer(p), Type::Pointer(q)) = (&*a, &*b)
            && !self.is_defined(from)
            && !self.is_defined(ty)
            && self.identical_but_tags(self.types.underlying(*p), self.types.underlying(*q))
        {
            return None;
        }
        let fits = match (&*a, &*b) {
            (Type::Basic(a), Type::Basic(b)) => {
                a.is_numeric() && b.is_numeric() && a.is_complex() == b.is_complex()
                    || b.is_string() && (a.is_integer() || a.is_string())
                    || a.is_boolean() && b.is_boolean()
            }
            (Type::Basic(a), Type::Slice(elem)) => a.is_string() && self.is_byte_or_rune(*elem),
            (Type::Slice(elem), Type::Basic(b)) => b.is_string() && self.is_byte_or_rune(*elem),
            (Type::Slice(x), Type::Array { elem, .. }) => self.types.identical(*x, *elem),
            (Type::Slice(x), Type::Pointer(array)) => match &*self.types.under(*array) {
                Type::Array { elem, .. } => self.types.identical(*x, *elem),
                _ => false,
            },
            _ => false,
        };
        (!fits).then_some(cause)
    }

    fn params_convertible(&mut self, x: &Operand<'a>, ty: TypeId) -> Option<String> {
        let own = |c: &Self, ty: TypeId| c.types.is_param(ty);
        let (param, to_param) = (own(self, x.ty), own(self, ty));
        let from = self.types.terms(x.ty).unwrap_or_default();
        let to = self.types.terms(ty).unwrap_or_default();
        if from.is_empty() || to.is_empty() {
            return Some(String::new());
        }
        for f in &from {
            for t in &to {
                let mut y = x.clone();
                y.ty = f.ty;
                let cause = if own(self, f.ty) || own(self, t.ty) {
                    Some(String::new())
                } else {
                    self.not_convertible(&y, t.ty)
                };
                let Some(cause) = cause else { continue };
                let within = |c: &Self, one: TypeId, all: TypeId, param: bool| match param {
                    true => format!("{} (in {})", c.display(one), c.display(all)),
                    false => c.display(all),
                };
                let f = within(self, f.ty, x.ty, param);
                let t = within(self, t.ty, ty, to_param);
                let cause = if cause.is_empty() {
                    cause
                } else {
                    format!("\n\t{cause}")
                };
                return Some(format!("cannot convert {f} to type {t}{cause}"));
            }
        }
        None
    }

    fn is_defined(&self, ty: TypeId) -> bool {
        matches!(&*self.types.get(self.types.unalias(ty)), Type::Named { .. })
    }

    fn identical_but_tags(&self, a: TypeId, b: TypeId) -> bool {
        if self.types.identical(a, b) {
            return true;
        }
        match (&*self.types.get(a), &*self.types.get(b)) {
            (Type::Struct(x), Type::Struct(y)) => {
                x.len() == y.len()
                    && x.iter().zip(y).all(|(f, g)| {
                        f.name == g.name
                            && f.embedded == g.embedded
                            && self.identical_but_tags(f.ty, g.ty)
                    })
            }
            _ => false,
        }
    }
}
