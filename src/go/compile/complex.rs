//! Complex numbers: worked out part by part in registers, and put together only where a whole one is wanted.

use super::Compiler;
use super::expr::Val;
use super::order::calls;
use super::place::Place;
use crate::go::ast::{BinaryOp, Expr, ExprKind, UnaryOp};
use crate::go::op::{Op, Reg};
use crate::go::types::info::Mode;
use crate::go::types::object::Builtin;
use crate::go::types::{Basic, Const, TypeId};

/// The real and the imaginary part, in registers.
type Parts = [Reg; 2];

impl Compiler<'_> {
    /// The complex type that a type is, if it is one.
    pub(super) fn complex_type(&self, ty: TypeId) -> Option<Basic> {
        self.info.types.basic(ty).filter(|basic| basic.is_complex())
    }

    /// A complex number that is worked out: an operation's, a conversion's or that of `complex`.
    pub(super) fn complex(&mut self, e: &Expr, want: Option<Reg>) -> Val {
        let mark = self.top();
        let parts = self.complex_parts(e);
        let ty = self.ty(e);
        let whole = self.whole(ty, parts, want);
        if want.is_some() {
            self.free_to(mark);
            return Val::fresh(whole);
        }
        let dst = self.dest(None, mark);
        self.moved(whole, Some(dst));
        Val::fresh(dst)
    }

    /// `real(x)` or `imag(x)`
    pub(super) fn part(&mut self, builtin: Builtin, x: &Expr, want: Option<Reg>) -> Val {
        let mark = self.top();
        let index = u32::from(builtin == Builtin::Imag);
        if self.is_worked_out(x) {
            let part = self.complex_parts(x)[index as usize];
            let dst = self.dest(want, mark);
            return self.moved(part, Some(dst));
        }
        let ty = self.ty(x);
        let place = self.place(x);
        self.at(x.pos);
        let place = self.in_memory(place, ty);
        let place = self.part_place(place, ty, index);
        let dst = self.dest(want, mark);
        self.load(place, self.part_type(ty), Some(dst))
    }

    /// A complex constant.
    pub(super) fn complex_constant(&mut self, value: &Const, ty: TypeId, dst: Reg) {
        let rtype = self.rtype(ty);
        self.emit(Op::NewLocal { dst, ty: rtype });
        let mark = self.top();
        for (off, slot) in (0..).zip(self.constant_slots(value, ty)) {
            if slot != 0 {
                let src = self.alloc();
                self.load_slot(slot, src);
                self.emit(Op::SetField { obj: dst, off, src });
            }
        }
        self.free_to(mark);
    }

    /// `a = a op x`
    pub(super) fn complex_assign(&mut self, to: &Expr, op: BinaryOp, value: &Expr) {
        let early = calls(value) && !calls(to);
        let right = early.then(|| self.complex_parts(value));
        self.complex_update(to, op, |compiler| {
            right.unwrap_or_else(|| compiler.complex_parts(value))
        });
    }

    /// `x++` or `x--`
    pub(super) fn complex_inc_dec(&mut self, to: &Expr, op: BinaryOp) {
        self.complex_update(to, op, |compiler| {
            [1.0f64, 0.0].map(|part| {
                let dst = compiler.alloc();
                compiler.load_slot(part.to_bits(), dst);
                dst
            })
        });
    }

    fn complex_update(&mut self, to: &Expr, op: BinaryOp, right: impl FnOnce(&mut Self) -> Parts) {
        let ty = self.ty(to);
        let place = self.place(to);
        self.at(to.pos);
        let a = self.load_parts(place, ty);
        let b = right(self);
        self.at(to.pos);
        let sum = self.operate(op, ty, a, b);
        self.store_parts(place, ty, sum);
    }

    /// Stores a complex expression in memory, without making a whole of what is worked out. Says whether it is one.
    pub(super) fn store_complex(&mut self, place: Place, ty: TypeId, e: &Expr) -> bool {
        if self.complex_type(ty).is_none() || !self.is_worked_out(e) {
            return false;
        }
        let pos = self.f().pos;
        let parts = self.complex_parts(e);
        self.at(pos);
        self.store_parts(place, ty, parts);
        true
    }

    /// Whether an expression is one that [`Self::complex_parts`] works out by itself.
    fn is_worked_out(&self, e: &Expr) -> bool {
        if self.constant_of(e).is_some() {
            return self.complex_type(self.ty(e)).is_some();
        }
        match &e.kind {
            ExprKind::Paren(inner) => self.is_worked_out(inner),
            ExprKind::Unary { op, .. } => matches!(op, UnaryOp::Neg | UnaryOp::Plus),
            ExprKind::Binary { .. } => true,
            ExprKind::Call { fun, .. } => matches!(
                self.info.expr(fun.id).map(|info| &info.mode),
                Some(Mode::Type | Mode::Builtin(Builtin::Complex))
            ),
            _ => false,
        }
    }

    /// The parts of a complex expression.
    fn complex_parts(&mut self, e: &Expr) -> Parts {
        let ty = self.ty(e);
        if let Some(value) = self.constant_of(e).cloned() {
            self.at(e.pos);
            return self.constant_slots(&value, ty).map(|slot| {
                let dst = self.alloc();
                self.load_slot(slot, dst);
                dst
            });
        }
        match &e.kind {
            ExprKind::Paren(inner) => self.complex_parts(inner),
            ExprKind::Unary {
                op: UnaryOp::Plus,
                operand,
            } => self.complex_parts(operand),
            ExprKind::Unary {
                op: UnaryOp::Neg,
                operand,
            } => self.complex_parts(operand).map(|a| {
                let dst = self.alloc();
                self.emit(Op::NegF { dst, a });
                dst
            }),
            ExprKind::Binary {
                op, left, right, ..
            } => {
                let late = self.reads(left) && calls(right) && self.constant_of(left).is_none();
                let (a, b) = if late {
                    let b = self.complex_parts(right);
                    (self.complex_parts(left), b)
                } else {
                    let a = self.complex_parts(left);
                    (a, self.complex_parts(right))
                };
                self.at(e.pos);
                self.operate(*op, ty, a, b)
            }
            ExprKind::Call { fun, args, .. } => {
                match self.info.expr(fun.id).map(|info| &info.mode) {
                    Some(Mode::Type) => self.converted_parts(&args[0], ty),
                    Some(Mode::Builtin(Builtin::Complex)) => match &args[..] {
                        [real, imag] => {
                            let (real, imag) = self.two(real, imag);
                            [real, imag]
                        }
                        // A call that gives both.
                        _ => {
                            let values = self.values(&args[0]);
                            [values[0].0, values[1].0]
                        }
                    },
                    _ => self.stored_parts(e, ty),
                }
            }
            _ => self.stored_parts(e, ty),
        }
    }

    fn stored_parts(&mut self, e: &Expr, ty: TypeId) -> Parts {
        let place = self.place(e);
        self.at(e.pos);
        self.load_parts(place, ty)
    }

    fn converted_parts(&mut self, x: &Expr, to: TypeId) -> Parts {
        let from = self.ty(x);
        let narrows = |ty| self.complex_type(ty) == Some(Basic::Complex64);
        let rounds = narrows(to) && !narrows(from);
        let parts = self.complex_parts(x);
        match rounds {
            true => parts.map(|a| self.rounded(a)),
            false => parts,
        }
    }

    fn rounded(&mut self, a: Reg) -> Reg {
        let dst = self.alloc();
        self.emit(Op::RoundF32 { dst, a });
        dst
    }

    /// The slots of a constant's parts.
    fn constant_slots(&self, value: &Const, ty: TypeId) -> [u64; 2] {
        let narrow = self.complex_type(ty) == Some(Basic::Complex64);
        let slot = |part| {
            let part = Const::Float(part);
            let float = match narrow {
                true => part.to_f32(),
                false => part.to_f64(),
            };
            float.unwrap_or(0.0).to_bits()
        };
        value
            .parts()
            .map_or([0; 2], |(real, imag)| [slot(real), slot(imag)])
    }

    /// A whole number of its parts, in new memory.
    fn whole(&mut self, ty: TypeId, parts: Parts, want: Option<Reg>) -> Reg {
        let rtype = self.rtype(ty);
        let obj = want.unwrap_or_else(|| self.alloc());
        self.emit(Op::NewLocal {
            dst: obj,
            ty: rtype,
        });
        for (off, src) in (0..).zip(parts) {
            self.emit(Op::SetField { obj, off, src });
        }
        obj
    }

    /// `a op b` by Go's rules, in new registers. What is narrower is worked out as `complex128`, and rounded.
    fn operate(&mut self, op: BinaryOp, ty: TypeId, [a, b]: Parts, [c, d]: Parts) -> Parts {
        let parts = match op {
            BinaryOp::Add | BinaryOp::Sub => {
                let (real, imag) = (self.alloc(), self.alloc());
                self.arithmetic(op, Basic::Float64, real, a, c);
                self.arithmetic(op, Basic::Float64, imag, b, d);
                [real, imag]
            }
            BinaryOp::Mul => {
                let real = self.crossed(BinaryOp::Sub, (a, c), (b, d));
                [real, self.crossed(BinaryOp::Add, (a, d), (b, c))]
            }
            _ => self.divided([a, b, c, d]),
        };
        match self.complex_type(ty) {
            Some(Basic::Complex64) => parts.map(|part| self.rounded(part)),
            _ => parts,
        }
    }

    /// `a*b op c*d`
    fn crossed(&mut self, op: BinaryOp, (a, b): (Reg, Reg), (c, d): (Reg, Reg)) -> Reg {
        let (dst, other) = (self.alloc(), self.alloc());
        self.emit(Op::MulF { dst, a, b });
        self.emit(Op::MulF {
            dst: other,
            a: c,
            b: d,
        });
        self.arithmetic(op, Basic::Float64, dst, dst, other);
        self.free_to(other);
        dst
    }

    fn divided(&mut self, operands: [Reg; 4]) -> Parts {
        let native = self.natives.insert_full("runtime.divide".into(), None).0 as u16;
        let at = self.f().alloc(5);
        for (dst, src) in (at + 1..).zip(operands) {
            self.emit(Op::Move { dst, src });
        }
        self.emit(Op::CallNative { at, native });
        [at + 1, at + 2]
    }

    fn load_parts(&mut self, place: Place, ty: TypeId) -> Parts {
        let place = self.in_memory(place, ty);
        let part = self.part_type(ty);
        [0, 1].map(|index| {
            let place = self.part_place(place, ty, index);
            self.load(place, part, None).reg
        })
    }

    /// The same place, or for an element of a map that of its value.
    fn in_memory(&mut self, place: Place, ty: TypeId) -> Place {
        match place {
            Place::Map { .. } => {
                let reg = self.load(place, ty, None).reg;
                self.temporary_of(reg, ty)
            }
            other => other,
        }
    }

    fn store_parts(&mut self, place: Place, ty: TypeId, parts: Parts) {
        if let Place::Map { .. } = place {
            let whole = self.whole(ty, parts, None);
            return self.store(place, ty, whole);
        }
        let part = self.part_type(ty);
        for (index, src) in (0..).zip(parts) {
            let place = self.part_place(place, ty, index);
            self.store(place, part, src);
        }
    }

    fn part_type(&self, ty: TypeId) -> TypeId {
        match self.complex_type(ty) {
            Some(Basic::Complex64) => TypeId::FLOAT32,
            _ => TypeId::FLOAT64,
        }
    }

    fn part_place(&mut self, place: Place, ty: TypeId, index: u32) -> Place {
        let part = self.part_type(ty);
        let bytes = self.layouts.bytes(part) as u32;
        self.offset(place, index, index * bytes)
    }
}
