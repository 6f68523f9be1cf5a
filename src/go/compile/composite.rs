//! Composite literals.

use super::Compiler;
use super::expr::Val;
use super::place::Place;
use crate::go::ast::{Expr, ExprKind};
use crate::go::op::{Op, Reg};
use crate::go::types::{Type, TypeId};

impl Compiler<'_> {
    /// `T{…}`
    pub(super) fn composite(&mut self, e: &Expr, want: Option<Reg>) -> Val {
        let ty = self.ty(e);
        // The inner literal of []*T{{…}} is an address.
        if let Type::Pointer(_) = &*self.under(ty) {
            return self.composite_pointer(e, want);
        }
        let mark = self.top();
        match &*self.under(ty) {
            Type::Slice(elem) => self.slice_literal(e, *elem, want, mark),
            Type::Map { key, elem } => self.map_literal(e, ty, *key, *elem, want, mark),
            _ if self.layouts.wide(ty) => {
                let rtype = self.rtype(ty);
                let dst = self.alloc();
                self.at(e.pos);
                self.emit(Op::NewLocal { dst, ty: rtype });
                self.fill(e, ty, dst, 0);
                self.free_to(dst + 1);
                Val {
                    reg: self.moved(dst, want).reg,
                    fresh: true,
                }
            }
            _ => self.small(e, ty, want, mark),
        }
    }

    /// A struct or array of at most one slot.
    fn small(&mut self, e: &Expr, ty: TypeId, want: Option<Reg>, mark: Reg) -> Val {
        let mut slot = None;
        for (_, elem, value) in self.parts(e, ty) {
            let inner_want = want.filter(|_| self.layouts.slots(elem) == 1);
            let reg = self.converted(value, elem, inner_want).reg;
            if self.layouts.slots(elem) == 1 {
                slot = Some(reg);
            }
        }
        match slot {
            Some(reg) => self.moved(reg, want),
            None => {
                let dst = self.dest(want, mark);
                self.emit(Op::LoadInt { dst, value: 0 });
                Val::shared(dst)
            }
        }
    }

    /// `&T{…}`
    pub(super) fn composite_pointer(&mut self, e: &Expr, want: Option<Reg>) -> Val {
        let mut ty = self.ty(e);
        if let Type::Pointer(elem) = *self.under(ty) {
            ty = elem;
        }
        let rtype = self.rtype(ty);
        let in_place = matches!(&*self.under(ty), Type::Struct(_) | Type::Array { .. });
        let dst = self.alloc();
        if in_place {
            self.at(e.pos);
            self.emit(Op::New { dst, ty: rtype });
            self.fill(e, ty, dst, 0);
        } else {
            let src = self.composite(e, None).reg;
            self.emit(Op::New { dst, ty: rtype });
            self.init_cell(dst, ty, src);
        }
        self.free_to(dst + 1);
        self.moved(dst, want)
    }

    /// A struct or array literal's parts: slot, type and value of each.
    fn parts<'e>(&mut self, e: &'e Expr, ty: TypeId) -> Vec<(u32, TypeId, &'e Expr)> {
        let ExprKind::Composite { elements, .. } = &e.kind else {
            return vec![];
        };
        let under = self.under(ty);
        let mut parts = vec![];
        let mut next = 0usize;
        for element in elements {
            let (key, value) = split(element);
            match &*under {
                Type::Struct(fields) => {
                    let name = match key.map(|k| &k.kind) {
                        Some(ExprKind::Name(name)) => Some(name),
                        _ => None,
                    };
                    let (slot, field) = match name {
                        Some(name) => self.named_field(ty, name),
                        None => (self.layouts.field_slot(ty, next), fields[next].ty),
                    };
                    parts.push((slot, self.info.types.canonical(field), value));
                    next += 1;
                }
                Type::Array { elem, .. } => {
                    let index = key
                        .and_then(|k| self.const_int(k))
                        .map_or(next, |i| i as usize);
                    let slots = self.layouts.slots(*elem);
                    parts.push((slots * index as u32, *elem, value));
                    next = index + 1;
                }
                _ => {}
            }
        }
        parts
    }

    /// Slot and type of the field that a literal of type `ty` names, maybe a promoted one.
    fn named_field(&mut self, ty: TypeId, name: &str) -> (u32, TypeId) {
        let member = self.info.types.search(ty, &|n| *n.text == *name);
        let path = member.map(|m| m.path.indices).unwrap_or_default();
        let mut at = (0, ty);
        for index in path {
            let slot = at.0 + self.layouts.field_slot(at.1, index);
            at = match &*self.under(at.1) {
                Type::Struct(fields) => (slot, fields[index].ty),
                _ => (slot, TypeId::INVALID),
            };
        }
        at
    }

    /// Fills new memory that only this frame knows with a struct or array literal's parts, from slot `off` on.
    fn fill(&mut self, e: &Expr, ty: TypeId, ptr: Reg, off: u32) {
        let parts = self.parts(e, ty);
        let values: Vec<(&Expr, TypeId)> = parts.iter().map(|&(_, to, e)| (e, to)).collect();
        for n in self.order(&values) {
            let (slot, elem, value) = parts[n];
            let mark = self.top();
            let nested = matches!(value.kind, ExprKind::Composite { .. }) && self.ty(value) == elem;
            if nested && self.layouts.wide(elem) {
                self.fill(value, elem, ptr, off + slot);
            } else {
                let src = self.converted(value, elem, None).reg;
                self.at(e.pos);
                let place = Place::Mem {
                    ptr,
                    off: off + slot,
                    bytes: 0,
                    private: true,
                };
                self.store(place, elem, src);
            }
            self.free_to(mark);
        }
    }

    fn slice_literal(&mut self, e: &Expr, elem: TypeId, want: Option<Reg>, mark: Reg) -> Val {
        let ExprKind::Composite { elements, .. } = &e.kind else {
            return Val::shared(0);
        };
        let (mut next, mut len) = (0usize, 0usize);
        let mut parts = vec![];
        for element in elements {
            let (key, value) = split(element);
            let index = key
                .and_then(|k| self.const_int(k))
                .map_or(next, |i| i as usize);
            parts.push((index, value));
            next = index + 1;
            len = len.max(next);
        }
        let dst = self.alloc();
        self.at(e.pos);
        let size = self.alloc();
        self.load_slot(len as u64, size);
        let rtype = self.rtype(elem);
        self.emit(Op::MakeSlice {
            dst,
            len: size,
            cap: size,
            elem: rtype,
        });
        let values: Vec<(&Expr, TypeId)> = parts.iter().map(|&(_, e)| (e, elem)).collect();
        for n in self.order(&values) {
            let (index, value) = parts[n];
            self.free_to(dst + 1);
            let src = self.converted(value, elem, None).reg;
            self.at(e.pos);
            self.set_elem(dst, index, elem, src);
        }
        self.free_to(dst + 1);
        let val = self.moved(dst, want);
        if want.is_some() {
            self.free_to(mark);
        }
        val
    }

    fn map_literal(
        &mut self,
        e: &Expr,
        ty: TypeId,
        key: TypeId,
        elem: TypeId,
        want: Option<Reg>,
        mark: Reg,
    ) -> Val {
        let ExprKind::Composite { elements, .. } = &e.kind else {
            return Val::shared(0);
        };
        let rtype = self.rtype(ty);
        let dst = self.alloc();
        self.at(e.pos);
        self.emit(Op::MakeMap { dst, ty: rtype });
        for element in elements {
            let (Some(k), v) = split(element) else {
                continue;
            };
            let at = self.f().alloc(2);
            let values = [(k, key), (v, elem)];
            for n in self.order(&values) {
                let mark = self.top();
                self.owned(values[n].0, values[n].1, Some(at + n as Reg));
                self.free_to(mark);
            }
            let (key, src) = (at, at + 1);
            self.at(e.pos);
            self.emit(Op::MapSet { map: dst, key, src });
            self.free_to(dst + 1);
        }
        let val = self.moved(dst, want);
        if want.is_some() {
            self.free_to(mark);
        }
        val
    }
}

fn split(element: &Expr) -> (Option<&Expr>, &Expr) {
    match &element.kind {
        ExprKind::KeyValue { key, value, .. } => (Some(key), value),
        _ => (None, element),
    }
}
