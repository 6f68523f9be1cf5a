//! Calls of the predeclared functions of complex numbers: `complex`, `real` and `imag`.

use super::Checker;
use super::operand::Operand;
use crate::go::ast::Expr;
use crate::go::types::info::Mode;
use crate::go::types::object::Builtin;
use crate::go::types::{Basic, Const, TypeId};
use num_traits::Zero;

impl<'a> Checker<'a> {
    /// `complex(x, y)`
    pub(super) fn complex_of(
        &mut self,
        e: &'a Expr,
        mut x: Operand<'a>,
        mut y: Operand<'a>,
    ) -> Operand<'a> {
        let matched = match (self.is_untyped(x.ty), self.is_untyped(y.ty)) {
            (false, false) => Ok(()),
            (true, false) => self.convert_or_say(&mut x, y.ty),
            (false, true) => self.convert_or_say(&mut y, x.ty),
            (true, true) if x.constant().is_some() && y.constant().is_some() => {
                self.as_untyped_float(&mut x);
                self.as_untyped_float(&mut y);
                Ok(())
            }
            // A shift by a variable count, which no float has.
            (true, true) => self
                .convert_or_say(&mut x, TypeId::FLOAT64)
                .and_then(|()| self.convert_or_say(&mut y, TypeId::FLOAT64)),
        };
        if matched.is_err() {
            return Operand::invalid(e);
        }
        if !self.types.identical(x.ty, y.ty) {
            let (a, b) = (self.display(x.ty), self.display(y.ty));
            let message = format!("invalid operation: {e} (mismatched types {a} and {b})");
            self.error(x.pos(), message);
            return Operand::invalid(e);
        }
        let Some(ty) = self.changed(&x, Builtin::Complex, Basic::complex_of) else {
            let shown = self.display(x.ty);
            let message =
                format!("invalid argument: arguments have type {shown}, expected floating-point");
            self.error(x.pos(), message);
            return Operand::invalid(e);
        };
        let parts = |x: &Operand<'a>| x.constant().and_then(Const::to_rational);
        match (parts(&x), parts(&y)) {
            (Some(real), Some(imag)) => {
                Operand::new(e, Mode::Const(Const::Complex(real, imag)), ty)
            }
            _ => Operand::value(e, ty),
        }
    }

    /// `real(x)` or `imag(x)`
    pub(super) fn part_of(
        &mut self,
        e: &'a Expr,
        builtin: Builtin,
        mut x: Operand<'a>,
    ) -> Operand<'a> {
        if self.is_untyped(x.ty) {
            let number = self.all_basic(x.ty, Basic::is_numeric);
            if x.constant().is_some() {
                // Every number is a complex one.
                x.ty = if number {
                    TypeId::UNTYPED_COMPLEX
                } else {
                    x.ty
                };
            } else if self.convert_or_say(&mut x, TypeId::COMPLEX128).is_err() {
                return Operand::invalid(e);
            }
        }
        let Some(ty) = self.changed(&x, builtin, Basic::part) else {
            let shown = self.display(x.ty);
            let message =
                format!("invalid argument: argument has type {shown}, expected complex type");
            self.error(x.pos(), message);
            return Operand::invalid(e);
        };
        match x.constant().and_then(Const::parts) {
            Some((real, imag)) => {
                let part = match builtin {
                    Builtin::Real => real,
                    _ => imag,
                };
                Operand::new(e, Mode::Const(Const::Float(part)), ty)
            }
            None => Operand::value(e, ty),
        }
    }

    /// An untyped number without an imaginary part is a float to `complex`.
    fn as_untyped_float(&self, x: &mut Operand<'a>) {
        let real = x.constant().and_then(Const::parts);
        if self.all_basic(x.ty, Basic::is_numeric) && real.is_some_and(|(_, imag)| imag.is_zero()) {
            x.ty = TypeId::UNTYPED_FLOAT;
        }
    }

    /// The type that `change` makes of an argument's; none where there is none. Of a type parameter it would be one that
    /// nobody has written, which Go refuses.
    fn changed(
        &mut self,
        x: &Operand<'a>,
        builtin: Builtin,
        change: fn(Basic) -> Option<Basic>,
    ) -> Option<TypeId> {
        if self.types.is_param(x.ty) && self.all_basic(x.ty, |basic| change(basic).is_some()) {
            let (what, name) = (self.describe(x), builtin.name());
            self.error(x.pos(), format!("{what} not supported as argument to built-in {name} for go1.18 (see go.dev/issue/50937)"));
            return Some(TypeId::INVALID);
        }
        if self.types.is_param(x.ty) {
            return None;
        }
        self.types
            .basic(x.ty)
            .and_then(change)
            .map(|basic| TypeId(basic as u32))
    }
}
