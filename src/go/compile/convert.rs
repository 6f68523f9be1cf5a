//! Conversions, written and implied, and constants.

use super::Compiler;
use super::expr::Val;
use crate::go::ast::Expr;
use crate::go::op::{Narrow, Op, Reg};
use crate::go::types::info::Mode;
use crate::go::types::{Basic, Const, Type, TypeId};

impl Compiler<'_> {
    /// The value of a constant expression.
    pub(super) fn constant_of(&self, e: &Expr) -> Option<&Const> {
        match &self.info.expr(e.id)?.mode {
            Mode::Const(value) => Some(value),
            _ => None,
        }
    }

    /// The value of a constant integer expression.
    pub(super) fn const_int(&self, e: &Expr) -> Option<i64> {
        self.constant_of(e)?.to_i64()
    }

    /// A constant integer that fits an instruction.
    pub(super) fn const_imm(&self, e: &Expr) -> Option<i16> {
        let basic = self.info.types.basic(self.ty(e))?;
        if basic.is_float() || basic.is_complex() {
            return None;
        }
        i16::try_from(self.const_int(e)?).ok()
    }

    /// Loads a constant as a value of type `ty`.
    pub(super) fn constant(&mut self, value: &Const, ty: TypeId, dst: Reg) {
        let basic = self.info.types.basic(ty);
        if basic.is_some_and(Basic::is_complex) {
            return self.complex_constant(value, ty, dst);
        }
        let float = basic.is_some_and(Basic::is_float);
        let slot = match value {
            Const::String(bytes) => {
                let index = self.strings.insert_full(bytes.clone()).0 as u32;
                self.emit(match bytes.is_empty() {
                    true => Op::LoadInt { dst, value: 0 },
                    false => Op::LoadStr { dst, index },
                });
                return;
            }
            Const::Bool(value) => u64::from(*value),
            number if basic == Some(Basic::Float32) => number.to_f32().unwrap_or(0.0).to_bits(),
            number if float => number.to_f64().unwrap_or(0.0).to_bits(),
            Const::Float(_) if basic.is_none() => value.to_f64().unwrap_or(0.0).to_bits(),
            number => number.to_bits().unwrap_or(0),
        };
        self.load_slot(slot, dst);
    }

    /// Loads a slot that is known.
    pub(super) fn load_slot(&mut self, slot: u64, dst: Reg) {
        match i32::try_from(slot as i64) {
            Ok(value) => self.emit(Op::LoadInt { dst, value }),
            Err(_) => {
                let index = self.constants.insert_full(slot).0 as u32;
                self.emit(Op::LoadConst { dst, index })
            }
        };
    }

    /// The zero value of a type: for a wide one, new memory.
    pub(super) fn zero(&mut self, ty: TypeId, dst: Reg) {
        if self.layouts.wide(ty) {
            let ty = self.rtype(ty);
            self.emit(Op::NewLocal { dst, ty });
        } else {
            self.emit(Op::LoadInt { dst, value: 0 });
        }
    }

    /// A register's value, where it is wanted.
    pub(super) fn moved(&mut self, reg: Reg, want: Option<Reg>) -> Val {
        match want {
            Some(dst) if dst != reg => {
                self.emit(Op::Move { dst, src: reg });
                Val::shared(dst)
            }
            _ => Val::shared(reg),
        }
    }

    /// An expression as a value of type `to`, to which it can be assigned.
    pub(super) fn converted(&mut self, e: &Expr, to: TypeId, want: Option<Reg>) -> Val {
        let from = self.ty(e);
        let types = &self.info.types;
        let nil = matches!(self.info.expr(e.id).map(|i| &i.mode), Some(Mode::Nil));
        if nil || !types.is_interface(to) || types.is_interface(from) {
            return self.expr(e, want);
        }
        let mark = self.top();
        let src = self.owned(e, from, None);
        self.at(e.pos);
        self.boxed(src, from, want, mark)
    }

    /// The interface value of an owned value.
    pub(super) fn boxed(&mut self, src: Reg, from: TypeId, want: Option<Reg>, mark: Reg) -> Val {
        let from = self.defaulted(from);
        let ty = self.rtype(from);
        let dst = self.dest(want, mark);
        self.emit(Op::MakeIface { dst, src, ty });
        Val::shared(dst)
    }

    /// A value of one type as one of another to which it can be assigned.
    pub(super) fn convert_reg(&mut self, src: Reg, from: TypeId, to: TypeId) -> Reg {
        let types = &self.info.types;
        if types.is_interface(to) && !types.is_interface(from) {
            let mark = self.top();
            return self.boxed(src, from, None, mark).reg;
        }
        src
    }

    fn defaulted(&self, ty: TypeId) -> TypeId {
        let types = &self.info.types;
        match types.basic(ty) {
            Some(basic) if basic.is_untyped() => TypeId(basic.default_type().canonical() as u32),
            _ => ty,
        }
    }

    /// As [`Self::converted`], in memory of its own if it is wide: for whoever keeps it.
    pub(super) fn owned(&mut self, e: &Expr, to: TypeId, want: Option<Reg>) -> Reg {
        if !self.layouts.wide(to) {
            return self.converted(e, to, want).reg;
        }
        let mark = self.top();
        let val = self.converted(e, to, None);
        self.own(val, to, want, mark)
    }

    /// A value in memory of its own if it is wide.
    pub(super) fn own(&mut self, val: Val, ty: TypeId, want: Option<Reg>, mark: Reg) -> Reg {
        if !self.layouts.wide(ty) || val.fresh {
            return match want {
                Some(_) => self.moved(val.reg, want).reg,
                None => val.reg,
            };
        }
        let rtype = self.rtype(ty);
        let dst = self.dest(want, mark);
        self.emit(Op::Clone {
            dst,
            src: val.reg,
            ty: rtype,
        });
        dst
    }

    /// `T(x)`
    pub(super) fn conversion(&mut self, e: &Expr, x: &Expr, to: TypeId, want: Option<Reg>) -> Val {
        let types = &self.info.types;
        let from = self.ty(x);
        if types.is_interface(to) {
            return self.converted(x, to, want);
        }
        let mark = self.top();
        let (target, source) = (types.basic(to), types.basic(from));
        if let Some(value) = self.constant_of(x).cloned()
            && let Some(target) = target
            && (target.is_numeric() == !matches!(value, Const::String(_) | Const::Bool(_)))
        {
            let dst = self.dest(want, mark);
            self.constant(&value, to, dst);
            return Val::fresh(dst);
        }
        match (target, source) {
            (Some(target), _) if target.is_complex() => self.complex(e, want),
            (Some(target), Some(source)) if target.is_numeric() && source.is_numeric() => {
                self.numeric(x, source, target, want, mark)
            }
            (Some(target), Some(source)) if target.is_string() && source.is_integer() => {
                self.unary_op(e, x, want, mark, |dst, a| Op::RuneToStr { dst, a })
            }
            (Some(target), None) if target.is_string() => match self.elem_bits(from) {
                8 => self.unary_op(e, x, want, mark, |dst, a| Op::BytesToStr { dst, a }),
                _ => self.unary_op(e, x, want, mark, |dst, a| Op::RunesToStr { dst, a }),
            },
            (None, Some(source)) if source.is_string() => match self.elem_bits(to) {
                8 => self.unary_op(e, x, want, mark, |dst, a| Op::StrToBytes { dst, a }),
                _ => self.unary_op(e, x, want, mark, |dst, a| Op::StrToRunes { dst, a }),
            },
            _ => self.slice_to_array(e, x, from, to, want, mark),
        }
    }

    fn unary_op(
        &mut self,
        e: &Expr,
        x: &Expr,
        want: Option<Reg>,
        mark: Reg,
        op: fn(Reg, Reg) -> Op,
    ) -> Val {
        let a = self.value(x).reg;
        self.at(e.pos);
        let dst = self.dest(want, mark);
        self.emit(op(dst, a));
        Val::shared(dst)
    }

    fn elem_bits(&self, ty: TypeId) -> u32 {
        match *self.under(ty) {
            Type::Slice(elem) => self.info.types.basic(elem).map_or(0, Basic::bits),
            _ => 0,
        }
    }

    fn slice_to_array(
        &mut self,
        e: &Expr,
        x: &Expr,
        from: TypeId,
        to: TypeId,
        want: Option<Reg>,
        mark: Reg,
    ) -> Val {
        let array = match *self.under(to) {
            Type::Pointer(elem) => elem,
            _ => to,
        };
        let (Type::Array { len, .. }, Type::Slice(_)) = (&*self.under(array), &*self.under(from))
        else {
            return self.expr(x, want);
        };
        let slice = self.value(x).reg;
        self.at(e.pos);
        let len = *len as u32;
        let dst = self.dest(None, mark);
        self.emit(Op::SliceToArray { dst, slice, len });
        if array != to {
            return self.moved(dst, want);
        }
        let place = super::place::Place::Mem {
            ptr: dst,
            off: 0,
            bytes: 0,
            private: false,
        };
        if len == 0 {
            let dst = want.unwrap_or(dst);
            self.emit(Op::LoadInt { dst, value: 0 });
            return Val::shared(dst);
        }
        let val = self.load(place, to, None);
        let reg = self.own(val, to, want, dst);
        Val { reg, fresh: true }
    }

    fn numeric(&mut self, x: &Expr, from: Basic, to: Basic, want: Option<Reg>, mark: Reg) -> Val {
        let a = self.value(x).reg;
        if from.is_integer() && to.is_integer() && !needs_wrap(from, to) {
            return self.moved(a, want);
        }
        let dst = self.dest(want, mark);
        let wide = |basic: Basic| basic.is_unsigned() && basic.bits() == 64;
        match (from.is_float(), to.is_float()) {
            (false, false) => self.wrap(to, dst, a),
            (false, true) => {
                self.emit(match wide(from) {
                    true => Op::UintToFloat { dst, a },
                    false => Op::IntToFloat { dst, a },
                });
                if to == Basic::Float32 {
                    self.emit(Op::RoundF32 { dst, a: dst });
                }
            }
            (true, false) => {
                self.emit(match narrow(to) {
                    Some(Narrow::U32) => Op::FloatToInt { dst, a },
                    Some(_) => Op::FloatToInt32 { dst, a },
                    None if wide(to) => Op::FloatToUint { dst, a },
                    None => Op::FloatToInt { dst, a },
                });
                self.wrap(to, dst, dst);
            }
            (true, true) if to == Basic::Float32 && from != to => {
                self.emit(Op::RoundF32 { dst, a });
            }
            (true, true) => {
                self.moved(a, Some(dst));
            }
        }
        Val::shared(dst)
    }

    /// Cuts an integer to its type, where that is narrower than a slot.
    pub(super) fn wrap(&mut self, ty: Basic, dst: Reg, a: Reg) {
        match narrow(ty) {
            Some(kind) => {
                self.emit(Op::Wrap { dst, a, kind });
            }
            None if dst != a => {
                self.emit(Op::Move { dst, src: a });
            }
            None => {}
        }
    }
}

/// The integer types narrower than a slot.
pub(super) fn narrow(basic: Basic) -> Option<Narrow> {
    Some(match basic.canonical() {
        Basic::Int8 => Narrow::I8,
        Basic::Int16 => Narrow::I16,
        Basic::Int32 => Narrow::I32,
        Basic::Uint8 => Narrow::U8,
        Basic::Uint16 => Narrow::U16,
        Basic::Uint32 => Narrow::U32,
        _ => return None,
    })
}

fn needs_wrap(from: Basic, to: Basic) -> bool {
    if narrow(to).is_none() {
        return false;
    }
    let fits = match (from.is_unsigned(), to.is_unsigned()) {
        (false, true) => false,
        (true, false) => from.bits() < to.bits(),
        _ => from.bits() <= to.bits(),
    };
    !fits
}
