//! Function literals, variables of functions around, and the declaration of variables.

use super::Compiler;
use super::expr::Val;
use super::frame::{Frame, Var, VarKey};
use super::place::Place;
use crate::go::ast::{Block, Expr, Signature};
use crate::go::op::{Op, Pc, Reg};
use crate::go::program::Local;
use crate::go::types::{ObjId, TypeId};
use std::sync::Arc;

/// So many captures are loaded once at a function's beginning; further ones whenever they are used.
const PRELOADED: usize = 32;

/// The state of registers and variables where a scope begins.
#[derive(Clone, Copy)]
pub(super) struct ScopeMark {
    top: Reg,
    locals: usize,
}

impl Compiler<'_> {
    /// Where a variable is for the function being compiled. One of a function around it is captured.
    pub(super) fn resolve(&mut self, key: VarKey) -> Var {
        self.resolve_at(self.frames.len() - 1, key)
    }

    fn resolve_at(&mut self, depth: usize, key: VarKey) -> Var {
        if let Some(&var) = self.frames[depth].vars.get(&key) {
            return var;
        }
        if depth == 0 {
            return Var::Reg(0);
        }
        let outer = self.resolve_at(depth - 1, key);
        let cell = matches!(outer, Var::Cell(_) | Var::Capture { cell: true, .. });
        let count = self.frames[depth].captures.len();
        if count >= 200 {
            let pos = self.frames[depth].declared_at;
            self.complain(pos, "function literal uses more variables of the functions around it than Brigade has room for");
            return outer;
        }
        let var = Var::Capture {
            index: count as u8,
            cell,
        };
        self.frames[depth].captures.push(key);
        self.frames[depth].vars.insert(key, var);
        var
    }

    /// Loads captures into registers of their own, so that each use costs nothing.
    fn preload(&mut self, keys: &[VarKey]) {
        for &key in keys.iter().take(PRELOADED) {
            if let Var::Capture { index, cell } = self.resolve(key) {
                let dst = self.alloc();
                self.emit(Op::LoadCapture { dst, index });
                let var = if cell { Var::Cell(dst) } else { Var::Reg(dst) };
                self.f().vars.insert(key, var);
            }
        }
    }

    /// A function literal's value.
    pub(super) fn literal(
        &mut self,
        e: &Expr,
        signature: &Signature,
        body: &Block,
        want: Option<Reg>,
    ) -> Val {
        let ty = self.ty(e);
        let name = self.literal_name();
        let index = self.reserve();
        let outer = self.f();
        let mut frame = Frame::new(index, name, e.pos, outer.package);
        frame.subst = outer.subst.clone();
        frame.shared = outer.shared.clone();
        self.frames.push(frame);
        self.open_function(None, signature, ty, body);
        let captured = self.info.captures.get(&e.id);
        let keys: Vec<VarKey> = captured
            .into_iter()
            .flatten()
            .map(|&id| VarKey::Object(id))
            .collect();
        self.preload(&keys);
        self.function_body(body);
        let captures = self.finish();
        self.at(e.pos);
        self.make_closure(index, &captures, want)
    }

    /// The closure of a function that was just compiled.
    pub(super) fn make_closure(
        &mut self,
        func: u32,
        captures: &[VarKey],
        want: Option<Reg>,
    ) -> Val {
        if captures.is_empty() {
            let dst = want.unwrap_or_else(|| self.alloc());
            self.emit(Op::LoadFunc { dst, func });
            return Val::shared(dst);
        }
        let mark = self.top();
        let from = self.f().alloc(captures.len() as u16);
        for (dst, &key) in (from..).zip(captures) {
            match self.resolve(key) {
                Var::Reg(src) | Var::Cell(src) => self.emit(Op::Move { dst, src }),
                Var::Capture { index, .. } => self.emit(Op::LoadCapture { dst, index }),
            };
        }
        let dst = self.dest(want, mark);
        self.emit(Op::MakeClosure {
            dst,
            from,
            count: captures.len() as u8,
            func,
        });
        Val::shared(dst)
    }

    /// The next literal's name, as in Go's stack traces: `main.main.func1`, inside literals `main.main.func1.2`.
    fn literal_name(&mut self) -> Arc<str> {
        let inner = self.frames.len() > 1;
        let frame = self.f();
        frame.literals += 1;
        match inner {
            true => format!("{}.{}", frame.name, frame.literals),
            false => format!("{}.func{}", frame.name, frame.literals),
        }
        .into()
    }

    pub(super) fn scope(&mut self) -> ScopeMark {
        let frame = self.f();
        ScopeMark {
            top: frame.top(),
            locals: frame.locals.len(),
        }
    }

    /// Ends the scope that began at `mark`: its registers are free.
    pub(super) fn end_scope(&mut self, mark: ScopeMark) {
        self.free_to(mark.top);
        let here = self.here();
        for local in &mut self.f().locals[mark.locals..] {
            if local.to == Pc::MAX {
                local.to = here;
            }
        }
    }

    /// Makes a register the home of a variable.
    pub(super) fn bind(&mut self, key: VarKey, ty: TypeId, reg: Reg, cell: bool) {
        let var = if cell { Var::Cell(reg) } else { Var::Reg(reg) };
        self.f().vars.insert(key, var);
        if let VarKey::Object(id) = key {
            let local = Local {
                name: self.object(id).name.clone(),
                ty: self.rtype(ty),
                reg,
                cell,
                from: self.here(),
                to: Pc::MAX,
            };
            self.f().locals.push(local);
        }
    }

    /// Declares a variable with an expression's value, or its zero value.
    pub(super) fn declare(&mut self, id: ObjId, init: Option<&Expr>) {
        let ty = self.sub(self.object(id).ty);
        let reg = self.alloc();
        let cell = self.in_cell(id);
        if init.is_none() {
            self.f().unset.insert(id);
        }
        match (init, cell) {
            (None, true) => self.new_cell(reg, ty),
            (None, false) => self.zero(ty, reg),
            (Some(e), true) => {
                let mark = self.top();
                let src = self.converted(e, ty, None).reg;
                self.new_cell(reg, ty);
                self.init_cell(reg, ty, src);
                self.free_to(mark);
            }
            (Some(e), false) => {
                self.owned(e, ty, Some(reg));
                self.free_to(reg + 1);
            }
        }
        self.bind(VarKey::Object(id), ty, reg, cell);
    }

    /// Declares a variable with a value at hand, of type `from`; a wide one that isn't fresh is copied.
    pub(super) fn declare_value(&mut self, id: ObjId, val: Val, from: TypeId) {
        let ty = self.sub(self.object(id).ty);
        let reg = self.alloc();
        let cell = self.in_cell(id);
        let mark = self.top();
        let src = self.convert_reg(val.reg, from, ty);
        if cell {
            self.new_cell(reg, ty);
            self.init_cell(reg, ty, src);
        } else {
            self.own(Val { reg: src, ..val }, ty, Some(reg), mark);
        }
        self.free_to(mark);
        self.bind(VarKey::Object(id), ty, reg, cell);
    }

    fn new_cell(&mut self, dst: Reg, ty: TypeId) {
        let ty = self.rtype(ty);
        self.emit(Op::New { dst, ty });
    }

    /// Declares a hidden variable that closures share.
    pub(super) fn declare_hidden_cell(&mut self, ty: TypeId) -> VarKey {
        let key = self.hidden();
        let reg = self.alloc();
        self.new_cell(reg, ty);
        self.bind(key, ty, reg, true);
        key
    }

    /// Gives a new cell, which nobody else knows yet, its value.
    pub(super) fn init_cell(&mut self, ptr: Reg, ty: TypeId, src: Reg) {
        let place = Place::Mem {
            ptr,
            off: 0,
            bytes: 0,
            private: true,
        };
        self.store(place, ty, src);
    }

    /// Gives the variable in a cell a new cell with the same value: each iteration has its own.
    pub(super) fn renew(&mut self, id: ObjId) {
        let Some(&Var::Cell(reg)) = self.f().vars.get(&VarKey::Object(id)) else {
            return;
        };
        let ty = self.sub(self.object(id).ty);
        let mark = self.top();
        let fresh = self.alloc();
        self.new_cell(fresh, ty);
        let old = Place::Mem {
            ptr: reg,
            off: 0,
            bytes: 0,
            private: false,
        };
        let src = self.load(old, ty, None).reg;
        self.init_cell(fresh, ty, src);
        self.emit(Op::Move {
            dst: reg,
            src: fresh,
        });
        self.free_to(mark);
    }
}
