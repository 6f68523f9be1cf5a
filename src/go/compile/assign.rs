//! Assignments and declarations of variables.

use super::Compiler;
use super::expr::Val;
use super::order::calls;
use super::place::Place;
use crate::go::ast::{BinaryOp, Expr, ExprKind, VarDecl};
use crate::go::op::{Op, Reg};
use crate::go::types::{Basic, ObjId, TypeId};

/// A value that was evaluated, and its type.
type Typed = (Val, TypeId);

impl Compiler<'_> {
    /// `var a, b T = x, y`
    pub(super) fn var_decl(&mut self, decl: &VarDecl) {
        let ids: Vec<Option<ObjId>> = decl.names.iter().map(|n| self.info.name(n.id)).collect();
        if decl.values.is_empty() {
            for id in ids.into_iter().flatten() {
                self.declare(id, None);
            }
        } else if decl.values.len() == ids.len() {
            self.declare_each(&ids, &decl.values);
        } else {
            self.declare_several(&ids, &decl.values[0]);
        }
    }

    fn declare_each(&mut self, ids: &[Option<ObjId>], values: &[Expr]) {
        let to = |(id, e): (&Option<ObjId>, &Expr)| match *id {
            Some(id) => self.sub(self.object(id).ty),
            None => self.ty(e),
        };
        let types: Vec<TypeId> = ids.iter().zip(values).map(to).collect();
        let typed: Vec<(&Expr, TypeId)> = values.iter().zip(types).collect();
        for n in self.order(&typed) {
            self.declare_or_drop(ids[n], &values[n]);
        }
    }

    fn declare_or_drop(&mut self, id: Option<ObjId>, value: &Expr) {
        match id {
            Some(id) => self.declare(id, Some(value)),
            None => {
                let mark = self.top();
                self.value(value);
                self.free_to(mark);
            }
        }
    }

    fn declare_several(&mut self, ids: &[Option<ObjId>], value: &Expr) {
        let values = self.several(value);
        for (id, (val, from)) in ids.iter().zip(values) {
            if let Some(id) = *id {
                self.declare_at(id, val, from);
            }
        }
    }

    /// The values of a call with several results, or of a comma-ok expression.
    pub(super) fn several(&mut self, e: &Expr) -> Vec<Typed> {
        if self.is_comma_ok(e) {
            let (reg, ty) = self.comma_ok(e);
            return vec![(Val::shared(reg), ty), (Val::shared(reg + 1), TypeId::BOOL)];
        }
        let values = self.values(e);
        let fresh = |(reg, ty)| (Val::fresh(reg), ty);
        values.into_iter().map(fresh).collect()
    }

    /// Declares a variable whose value is in a temporary register that may become the variable's own.
    pub(super) fn declare_at(&mut self, id: ObjId, val: Val, from: TypeId) {
        let ty = self.sub(self.object(id).ty);
        let untouched = ty == from && (val.fresh || !self.layouts.wide(ty));
        if untouched && !self.in_cell(id) {
            self.bind(super::frame::VarKey::Object(id), ty, val.reg, false);
        } else {
            self.declare_value(id, val, from);
        }
    }

    /// The variable that a name on the left of `:=` declares there; none where it only assigns, or is blank.
    fn declared_here(&self, e: &Expr) -> Option<ObjId> {
        let id = self.info.name(e.id)?;
        (self.object(id).pos == e.pos).then_some(id)
    }

    /// `a, b := x, y`
    pub(super) fn define(&mut self, lhs: &[Expr], rhs: &[Expr]) {
        let ids: Vec<Option<ObjId>> = lhs.iter().map(|e| self.declared_here(e)).collect();
        let all_new = lhs
            .iter()
            .zip(&ids)
            .all(|(e, id)| id.is_some() || is_blank(e));
        if all_new && lhs.len() == rhs.len() {
            return self.declare_each(&ids, rhs);
        }
        if all_new {
            return self.declare_several(&ids, &rhs[0]);
        }
        let values = match lhs.len() == rhs.len() {
            true => self.snapshots(lhs, rhs),
            false => self.several(&rhs[0]),
        };
        for ((e, id), (val, from)) in lhs.iter().zip(ids).zip(values) {
            match id {
                Some(id) => self.declare_at(id, val, from),
                None => {
                    let mark = self.top();
                    let place = self.place(e);
                    self.store_value(place, e, val, from);
                    self.free_to(mark);
                }
            }
        }
    }

    fn store_value(&mut self, place: Place, lhs: &Expr, val: Val, from: TypeId) {
        if let Place::Blank = place {
            return;
        }
        let ty = self.ty(lhs);
        let src = self.convert_reg(val.reg, from, ty);
        let src = match place {
            Place::Map { .. } => {
                let mark = self.top();
                self.own(Val { reg: src, ..val }, ty, None, mark)
            }
            _ => src,
        };
        self.store(place, ty, src);
    }

    /// Values that later assignments of the same statement don't change, of the types of what they are assigned to.
    fn snapshots(&mut self, lhs: &[Expr], rhs: &[Expr]) -> Vec<Typed> {
        let to = |(to, e): (&Expr, &Expr)| match is_blank(to) || self.declared_here(to).is_some() {
            true => self.ty(e),
            false => self.ty(to),
        };
        let types: Vec<TypeId> = lhs.iter().zip(rhs).map(to).collect();
        let typed: Vec<(&Expr, TypeId)> = rhs.iter().zip(types.iter().copied()).collect();
        let first = self.f().alloc(rhs.len() as u16);
        for n in self.order(&typed) {
            let mark = self.top();
            self.owned(typed[n].0, typed[n].1, Some(first + n as Reg));
            self.free_to(mark);
        }
        (first..).map(Val::fresh).zip(types).collect()
    }

    /// `a, b = x, y`
    pub(super) fn assign_stmt(&mut self, lhs: &[Expr], rhs: &[Expr]) {
        if let ([to], [value]) = (lhs, rhs) {
            return self.assign_one(to, value);
        }
        let names = lhs.iter().any(|e| matches!(e.kind, ExprKind::Name(_)));
        let mark = self.top();
        let mut places = vec![];
        for to in lhs {
            let place = match is_blank(to) {
                true => Place::Blank,
                false => self.place(to),
            };
            places.push(if names { self.pin(place, mark) } else { place });
        }
        let values = match lhs.len() == rhs.len() {
            true => self.snapshots(lhs, rhs),
            false => self.several(&rhs[0]),
        };
        for ((to, place), (val, from)) in lhs.iter().zip(places).zip(values) {
            self.at(to.pos);
            self.store_value(place, to, val, from);
        }
    }

    /// The same place by registers that aren't variables', which the statement may be about to change.
    fn pin(&mut self, place: Place, mark: Reg) -> Place {
        let mut keep = |reg: Reg| match reg < mark {
            true => {
                let dst = self.alloc();
                self.emit(Op::Move { dst, src: reg });
                dst
            }
            false => reg,
        };
        match place {
            // A private value's own memory stays the variable's.
            Place::Mem {
                ptr,
                off,
                bytes,
                private: false,
            } => Place::Mem {
                ptr: keep(ptr),
                off,
                bytes,
                private: false,
            },
            Place::Elem { slice, index } => Place::Elem {
                slice: keep(slice),
                index: keep(index),
            },
            Place::Map {
                map,
                key,
                owned,
                ty,
            } => {
                let (map, key) = (keep(map), keep(key));
                Place::Map {
                    map,
                    key: self.owned_key(ty, key, owned),
                    owned: true,
                    ty,
                }
            }
            other => other,
        }
    }

    fn assign_one(&mut self, to: &Expr, value: &Expr) {
        if is_blank(to) {
            self.value(value);
            return;
        }
        let ty = self.ty(to);
        let simple = matches!(to.kind, ExprKind::Name(_));
        if !simple && !calls(to) && calls(value) {
            let src = self.owned(value, ty, None);
            let place = self.place(to);
            self.at(to.pos);
            return self.store(place, ty, src);
        }
        let place = self.place(to);
        self.at(to.pos);
        self.assign(place, ty, value);
    }

    /// `a op= x`
    pub(super) fn op_assign(&mut self, to: &Expr, op: BinaryOp, value: &Expr) {
        let ty = self.ty(to);
        if self.complex_type(ty).is_some() {
            return self.complex_assign(to, op, value);
        }
        let basic = self.info.types.basic(ty).unwrap_or(Basic::Int);
        let early = calls(value) && !calls(to) && !op.is_shift();
        let right = early.then(|| self.value(value).reg);
        let place = self.place(to);
        self.at(to.pos);
        let (a, dst) = match place {
            Place::Reg(reg) => (reg, reg),
            _ => {
                let dst = self.alloc();
                (self.load(place, ty, Some(dst)).reg, dst)
            }
        };
        match right {
            Some(b) => {
                self.arithmetic(op, basic, dst, a, b);
            }
            None => self.op_assign_reg(op, basic, dst, a, value),
        }
        self.at(to.pos);
        self.store(place, ty, dst);
    }

    /// `x++`, `x--`
    pub(super) fn inc_dec(&mut self, to: &Expr, op: BinaryOp) {
        let ty = self.ty(to);
        if self.complex_type(ty).is_some() {
            return self.complex_inc_dec(to, op);
        }
        let basic = self.info.types.basic(ty).unwrap_or(Basic::Int);
        let place = self.place(to);
        self.at(to.pos);
        let (a, dst) = match place {
            Place::Reg(reg) => (reg, reg),
            _ => {
                let dst = self.alloc();
                (self.load(place, ty, Some(dst)).reg, dst)
            }
        };
        if basic.is_float() {
            let one = self.alloc();
            self.load_slot(1f64.to_bits(), one);
            self.arithmetic(op, basic, dst, a, one);
        } else {
            self.add_imm(op, basic, dst, a, 1);
        }
        self.store(place, ty, dst);
    }

    /// The operator of an assignment such as `+=` on values at hand.
    pub(super) fn op_assign_reg(
        &mut self,
        op: BinaryOp,
        basic: Basic,
        dst: Reg,
        a: Reg,
        right: &Expr,
    ) {
        if op.is_shift() {
            let mark = self.top();
            self.shift(op, a, basic, right, Some(dst), mark);
            return;
        }
        if let (BinaryOp::Add | BinaryOp::Sub, Some(value), false) = (
            op,
            self.const_imm(right).filter(|&v| v != i16::MIN),
            basic.is_float() || basic.is_string(),
        ) {
            self.add_imm(op, basic, dst, a, value);
            return;
        }
        let b = self.value(right).reg;
        self.arithmetic(op, basic, dst, a, b);
    }
}

/// Whether an expression is `_`.
pub(super) fn is_blank(e: &Expr) -> bool {
    matches!(&e.kind, ExprKind::Name(name) if &**name == "_")
}
