//! `for` statements, but for those over functions.

use super::Compiler;
use super::expr::Val;
use super::frame::VarKey;
use super::place::Place;
use crate::go::ast::{Block, Expr, Stmt, StmtKind};
use crate::go::op::{Op, Pc, Reg};
use crate::go::types::object::Kind;
use crate::go::types::{Basic, ObjId, Type, TypeId};
use std::sync::Arc;

/// Key and value of a `range` clause.
pub(super) type Heads<'a> = [Option<&'a Expr>; 2];

impl Compiler<'_> {
    /// Whether loop variables are shared by all iterations, as before Go 1.22.
    fn shares_loop_variables(&mut self) -> bool {
        let package = self.f().package;
        package.is_some_and(|p| self.info.package(p).shared_loop_variables)
    }

    /// `for init; cond; post { … }`: the condition stands at the end, so that each turn has one jump.
    pub(super) fn for_stmt(
        &mut self,
        label: Option<Arc<str>>,
        init: Option<&Stmt>,
        cond: Option<&Expr>,
        post: Option<&Stmt>,
        body: &Block,
    ) {
        let mark = self.scope();
        let mut vars: Vec<ObjId> = vec![];
        if let Some(init) = init {
            self.stmt(init);
            if let StmtKind::Define { lhs, .. } = &init.kind {
                vars = lhs.iter().filter_map(|e| self.info.name(e.id)).collect();
            }
        }
        let to_test = cond.map(|_| self.jump());
        let top = self.here();
        self.enter(label, true);
        self.block(body);
        self.land_continues();
        if !self.shares_loop_variables() {
            for id in vars {
                self.renew(id);
            }
        }
        if let Some(post) = post {
            self.stmt(post);
        }
        match (cond, to_test) {
            (Some(cond), Some(to_test)) => {
                self.land(&[to_test]);
                self.at(cond.pos);
                let again = self.cond(cond, true);
                self.patch(&again, top);
            }
            _ => {
                self.emit(Op::Jump { to: top });
            }
        }
        self.exit();
        self.end_scope(mark);
    }

    /// `for key, value := range operand { … }`
    pub(super) fn range(
        &mut self,
        label: Option<Arc<str>>,
        heads: Heads,
        define: bool,
        operand: &Expr,
        body: &Block,
    ) {
        let mark = self.scope();
        let ty = self.ty(operand);
        let heads = heads.map(|head| head.filter(|e| !super::assign::is_blank(e)));
        let under = self.under(ty);
        let shared = define && self.shares_loop_variables() && !matches!(&*under, Type::Func(_));
        if shared {
            for id in heads.iter().flatten().filter_map(|e| self.info.name(e.id)) {
                self.f().rebound.insert(id);
                self.declare(id, None);
            }
        }
        let heads = Vars {
            heads,
            define: define && !shared,
        };
        match &*under {
            Type::Basic(basic) if basic.is_string() => {
                self.range_string(label, heads, operand, body)
            }
            Type::Basic(_) => self.range_int(label, heads, operand, ty, body),
            Type::Slice(elem) => self.range_slice(label, heads, operand, *elem, body),
            Type::Array { len, elem } => {
                self.range_array(label, heads, operand, (ty, *len, *elem), body)
            }
            Type::Pointer(array) => {
                if let Type::Array { len, elem } = *self.under(*array) {
                    self.range_array(label, heads, operand, (*array, len, elem), body);
                }
            }
            Type::Map { key, elem } => self.range_map(label, heads, operand, (*key, *elem), body),
            Type::Chan { elem, .. } => self.range_chan(label, heads, operand, *elem, body),
            _ => self.range_func(label, heads.heads, define, operand, body),
        }
        self.end_scope(mark);
    }

    /// Gives a `range` clause's key (0) or value (1) what it gets in this iteration.
    fn give(&mut self, heads: &Vars, which: usize, val: Val, ty: TypeId) {
        let Some(head) = heads.heads[which] else {
            return;
        };
        self.give_head(head, heads.define, val, ty);
    }

    pub(super) fn give_head(&mut self, head: &Expr, define: bool, val: Val, ty: TypeId) {
        if define {
            let Some(id) = self.info.name(head.id) else {
                return;
            };
            let assigned = matches!(&self.object(id).kind, Kind::Var(var) if var.assigned);
            let to = self.sub(self.object(id).ty);
            let own = val.fresh || !self.layouts.wide(to);
            if !assigned && own && to == ty && !self.in_cell(id) {
                self.bind(VarKey::Object(id), ty, val.reg, false);
            } else {
                self.declare_value(id, val, ty);
            }
            return;
        }
        let mark = self.top();
        let to = self.ty(head);
        let place = self.place(head);
        let src = self.convert_reg(val.reg, ty, to);
        let src = match place {
            Place::Map { .. } => {
                let inner = self.top();
                self.own(Val { reg: src, ..val }, to, None, inner)
            }
            _ => src,
        };
        self.store(place, to, src);
        self.free_to(mark);
    }

    /// A loop whose index runs from 0 on while it is below the limit.
    fn counted(
        &mut self,
        label: Option<Arc<str>>,
        index: Reg,
        limit: Limit,
        body: &mut dyn FnMut(&mut Self),
    ) {
        self.emit(Op::LoadInt {
            dst: index,
            value: 0,
        });
        let to_test = self.jump();
        let top = self.here();
        let pos = self.f().pos;
        self.enter(label, true);
        let mark = self.scope();
        body(self);
        self.end_scope(mark);
        self.land_continues();
        self.at(pos);
        self.emit(Op::AddImm {
            dst: index,
            a: index,
            value: 1,
        });
        self.land(&[to_test]);
        self.emit(match limit {
            Limit::Imm(value) => Op::JumpLtImm {
                a: index,
                value,
                to: top,
            },
            Limit::Reg(b) => Op::JumpLt {
                a: index,
                b,
                to: top,
            },
        });
        self.exit();
    }

    fn range_int(
        &mut self,
        label: Option<Arc<str>>,
        heads: Vars,
        operand: &Expr,
        ty: TypeId,
        body: &Block,
    ) {
        let var = heads.heads[0]
            .filter(|_| heads.define)
            .and_then(|e| self.info.name(e.id));
        let ty = var.map_or(ty, |id| self.sub(self.object(id).ty));
        let limit = match self.const_imm(operand) {
            Some(value) => Limit::Imm(value),
            None => Limit::Reg(self.held(operand).reg),
        };
        let index = self.alloc();
        self.counted(label, index, limit, &mut |this| {
            this.give(&heads, 0, Val::shared(index), ty);
            this.stmts(&body.stmts);
        });
    }

    fn range_slice(
        &mut self,
        label: Option<Arc<str>>,
        heads: Vars,
        operand: &Expr,
        elem: TypeId,
        body: &Block,
    ) {
        let slice = self.held(operand).reg;
        let len = self.alloc();
        self.emit(Op::LenSlice { dst: len, a: slice });
        let index = self.alloc();
        self.counted(label, index, Limit::Reg(len), &mut |this| {
            this.give(&heads, 0, Val::shared(index), TypeId::INT);
            if heads.heads[1].is_some() {
                this.give_element(&heads, elem, &mut |this| {
                    this.slice_elem(slice, index, elem)
                });
            }
            this.stmts(&body.stmts);
        });
    }

    /// Reads the element at a place into the value's variable.
    fn give_element(
        &mut self,
        heads: &Vars,
        elem: TypeId,
        place: &mut dyn FnMut(&mut Self) -> Place,
    ) {
        let mark = self.top();
        let place = place(self);
        let val = self.read(place, elem, None, mark);
        self.give(heads, 1, val, elem);
    }

    fn range_array(
        &mut self,
        label: Option<Arc<str>>,
        heads: Vars,
        operand: &Expr,
        (array, len, elem): (TypeId, u64, TypeId),
        body: &Block,
    ) {
        let by_pointer = matches!(&*self.under(self.ty(operand)), Type::Pointer(_));
        let mut ptr = None;
        if heads.heads[1].is_some() {
            ptr = Some(match by_pointer {
                true => self.held(operand).reg,
                false => self.array_copy(operand, array),
            });
        } else if super::order::calls(operand) {
            self.value(operand);
        }
        let index = self.alloc();
        let limit = match i16::try_from(len) {
            Ok(value) => Limit::Imm(value),
            Err(_) => {
                let reg = self.alloc();
                self.load_slot(len, reg);
                Limit::Reg(reg)
            }
        };
        self.counted(label, index, limit, &mut |this| {
            this.give(&heads, 0, Val::shared(index), TypeId::INT);
            if let Some(ptr) = ptr {
                let start = Place::Mem {
                    ptr,
                    off: 0,
                    bytes: 0,
                    private: false,
                };
                this.give_element(&heads, elem, &mut |this| this.array_at(start, array, index));
            }
            this.stmts(&body.stmts);
        });
    }

    /// Memory with a copy of an array.
    fn array_copy(&mut self, operand: &Expr, array: TypeId) -> Reg {
        if self.layouts.wide(array) {
            return self.owned(operand, array, None);
        }
        let src = self.value(operand).reg;
        let ty = self.rtype(array);
        let dst = self.alloc();
        self.emit(Op::NewLocal { dst, ty });
        if self.layouts.slots(array) > 0 {
            self.emit(Op::SetField {
                obj: dst,
                off: 0,
                src,
            });
        }
        dst
    }

    /// A loop whose head decides by itself when it ends: `next` emits it and gives the jumps that leave.
    fn pulled(
        &mut self,
        label: Option<Arc<str>>,
        next: &mut dyn FnMut(&mut Self) -> Vec<usize>,
        body: &mut dyn FnMut(&mut Self),
    ) {
        let top = self.here();
        let pos = self.f().pos;
        self.enter(label, true);
        let mark = self.scope();
        let done = next(self);
        body(self);
        self.end_scope(mark);
        self.land_continues();
        self.at(pos);
        self.emit(Op::Jump { to: top });
        self.land(&done);
        self.exit();
    }

    fn range_string(&mut self, label: Option<Arc<str>>, heads: Vars, operand: &Expr, body: &Block) {
        let str = self.held(operand).reg;
        let index = self.alloc();
        let rune = self.f().alloc(2);
        self.emit(Op::LoadInt {
            dst: rune + 1,
            value: 0,
        });
        let rune_type = TypeId(Basic::Int32 as u32);
        self.pulled(
            label,
            &mut |this| {
                this.emit(Op::Move {
                    dst: index,
                    src: rune + 1,
                });
                vec![this.emit(Op::NextRune {
                    dst: rune,
                    str,
                    to: 0 as Pc,
                })]
            },
            &mut |this| {
                this.give(&heads, 0, Val::shared(index), TypeId::INT);
                this.give(&heads, 1, Val::shared(rune), rune_type);
                this.stmts(&body.stmts);
            },
        );
    }

    fn range_map(
        &mut self,
        label: Option<Arc<str>>,
        heads: Vars,
        operand: &Expr,
        (key, elem): (TypeId, TypeId),
        body: &Block,
    ) {
        let map = self.value(operand).reg;
        let iter = self.alloc();
        self.emit(Op::MapIter { dst: iter, map });
        let dst = self.f().alloc(2);
        self.pulled(
            label,
            &mut |this| vec![this.emit(Op::MapNext { dst, iter, to: 0 })],
            &mut |this| {
                this.give(&heads, 0, Val::shared(dst), key);
                this.give(&heads, 1, Val::shared(dst + 1), elem);
                this.stmts(&body.stmts);
            },
        );
    }

    fn range_chan(
        &mut self,
        label: Option<Arc<str>>,
        heads: Vars,
        operand: &Expr,
        elem: TypeId,
        body: &Block,
    ) {
        let chan = self.held(operand).reg;
        let dst = self.f().alloc(2);
        self.pulled(
            label,
            &mut |this| {
                this.emit(Op::RecvOk { dst, chan });
                vec![this.emit(Op::JumpIfNot { a: dst + 1, to: 0 })]
            },
            &mut |this| {
                this.give(&heads, 0, Val::fresh(dst), elem);
                this.stmts(&body.stmts);
            },
        );
    }
}

struct Vars<'a> {
    heads: Heads<'a>,
    define: bool,
}

/// Where a counted loop ends.
#[derive(Clone, Copy)]
enum Limit {
    Imm(i16),
    Reg(Reg),
}
