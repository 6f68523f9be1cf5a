//! Loops over functions: `for x := range f { … }`.
//!
//! The body becomes a function that the iterator calls. What leaves the body for anywhere but the next iteration stores a
//! number in a variable, `exit`, and returns false; once the iterator has returned, the loop goes on where the number says.
//! The same variable says whether the body may run at all: an iterator that calls it when it may not panics.
//! Deferred calls are collected in a list, which the function around the loop runs when it ends.

use super::call::Target;
use super::closure::ScopeMark;
use super::expr::Val;
use super::frame::{Exit, Frame, Label, RangeBody, Var, VarKey};
use super::later::Later;
use super::loops::Heads;
use super::place::Place;
use super::walk::{self, Node};
use super::{Compiler, FnKey};
use crate::go::ast::{Block, Expr, ExprKind, StmtKind};
use crate::go::op::{Op, Reg};
use crate::go::source::Pos;
use crate::go::types::{Signature, Type, TypeId};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The next iteration may come.
const READY: i32 = 0;
/// The body runs, or panicked.
const RUNNING: i32 = -1;
/// The loop is over.
const OVER: i32 = -2;
/// The body panicked, and the iterator recovered.
const LOST: i32 = -3;
/// The number that says that the loop was left by its own `break`.
const BROKEN: i32 = 1;
/// The number of the first other exit.
const FIRST: i32 = 2;

impl Compiler<'_> {
    pub(super) fn range_func(
        &mut self,
        label: Option<Arc<str>>,
        heads: Heads,
        define: bool,
        operand: &Expr,
        body: &Block,
    ) {
        let pos = self.f().pos;
        let closure = self.held(operand).reg;
        let exit = self.declare_hidden_cell(TypeId::INT);
        let deferred = self.open_deferred(body);
        let (exits, function) =
            self.range_body((label, exit, deferred), heads, define, operand, body);
        self.at(pos);
        let at = self.f().alloc(2);
        self.emit(Op::Move {
            dst: at + 1,
            src: function,
        });
        self.emit(Op::CallClosure { at, closure });
        self.free_to(at);
        let code = self.alloc();
        let place = self.var_place(exit, TypeId::INT);
        self.load(place, TypeId::INT, Some(code));
        let ended = self.emit(Op::JumpNeImm {
            a: code,
            value: RUNNING as i16,
            to: 0,
        });
        self.emit(Op::LoadInt {
            dst: code,
            value: LOST,
        });
        self.complain_of_state(code);
        self.land(&[ended]);
        self.set_state(exit, OVER);
        for (number, exit) in (FIRST..).zip(exits) {
            let skip = self.emit(Op::JumpNeImm {
                a: code,
                value: number as i16,
                to: 0,
            });
            match exit {
                Exit::Return if self.f().range.is_none() => self.leave(),
                exit => self.leave_to(exit),
            }
            self.land(&[skip]);
        }
    }

    /// Compiles the body; gives the exits that it uses, and the register with its closure.
    fn range_body(
        &mut self,
        (label, exit, deferred): (Option<Arc<str>>, VarKey, Option<VarKey>),
        heads: Heads,
        define: bool,
        operand: &Expr,
        body: &Block,
    ) -> (Vec<Exit>, Reg) {
        let index = self.reserve();
        let outer = self.f();
        outer.wraps += 1;
        let name = format!("{}-range{}", outer.name, outer.wraps).into();
        let mut frame = Frame::new(index, name, outer.pos, outer.package);
        frame.subst = outer.subst.clone();
        frame.shared = outer.shared.clone();
        frame.results = vec![TypeId::BOOL];
        frame.labels = labels_of(body);
        frame.range = Some(RangeBody {
            label,
            exit,
            deferred,
            exits: vec![],
        });
        self.frames.push(frame);
        let params = self.yielded(operand);
        let first = self.f().alloc(params.len() as u16);
        self.f().params = params.len() as u8;
        let closure = self.alloc();
        self.f().closure = Some(closure);
        for ((reg, head), ty) in (first..).zip(heads).zip(params) {
            if let Some(head) = head {
                self.give_head(head, define, Val::fresh(reg), ty);
            }
        }
        self.check_state(exit);
        let mark: ScopeMark = self.scope();
        self.stmts(&body.stmts);
        self.end_scope(mark);
        self.set_state(exit, READY);
        self.return_bool(true);
        let exits = self
            .f()
            .range
            .as_mut()
            .map(|r| std::mem::take(&mut r.exits));
        let end = self.here();
        for local in &mut self.f().locals {
            local.to = local.to.min(end);
        }
        let captures = self.finish();
        let function = self.make_closure(index, &captures, None).reg;
        (exits.unwrap_or_default(), function)
    }

    /// The types of what the iterator passes to the body.
    fn yielded(&self, operand: &Expr) -> Vec<TypeId> {
        let types = &self.info.types;
        let params = |ty: TypeId| match &*self.under(ty) {
            Type::Func(signature) => signature
                .params
                .iter()
                .map(|p| types.canonical(p.ty))
                .collect(),
            _ => vec![],
        };
        params(self.ty(operand))
            .first()
            .map_or(vec![], |&body| params(body))
    }

    /// Stores a number in the variable that says how a loop stands.
    fn set_state(&mut self, exit: VarKey, value: i32) {
        let mark = self.top();
        let src = self.alloc();
        self.emit(Op::LoadInt { dst: src, value });
        let place = self.var_place(exit, TypeId::INT);
        self.store(place, TypeId::INT, src);
        self.free_to(mark);
    }

    /// At the start of a body: panics where it may not run; from here on it runs. That panic is the body's too, should the
    /// iterator recover it.
    fn check_state(&mut self, exit: VarKey) {
        let mark = self.top();
        let state = self.alloc();
        let place = self.var_place(exit, TypeId::INT);
        self.load(place, TypeId::INT, Some(state));
        let ready = self.emit(Op::JumpEqImm {
            a: state,
            value: READY as i16,
            to: 0,
        });
        self.set_state(exit, RUNNING);
        self.complain_of_state(state);
        self.land(&[ready]);
        self.free_to(mark);
        self.set_state(exit, RUNNING);
    }

    fn complain_of_state(&mut self, state: Reg) {
        let native = self.natives.insert_full("runtime.rangeState".into(), None);
        let mark = self.top();
        let at = self.f().alloc(2);
        self.emit(Op::Move {
            dst: at + 1,
            src: state,
        });
        self.emit(Op::CallNative {
            at,
            native: native.0 as u16,
        });
        self.free_to(mark);
    }

    fn return_bool(&mut self, value: bool) {
        let from = self.alloc();
        self.emit(Op::LoadInt {
            dst: from,
            value: i32::from(value),
        });
        self.emit(Op::Return { from, count: 1 });
        self.free_to(from);
    }

    /// Leaves the body of a loop over a function.
    pub(super) fn leave_range_body(&mut self, exit: Exit) {
        let Some(range) = self.f().range.as_mut() else {
            return;
        };
        let own = |label: &Option<Arc<str>>| label.is_none() || *label == range.label;
        let number = match &exit {
            Exit::Continue(label) if own(label) => {
                let key = range.exit;
                self.set_state(key, READY);
                return self.return_bool(true);
            }
            Exit::Break(label) if own(label) => BROKEN,
            _ => {
                let known = range.exits.iter().position(|e| *e == exit);
                let at = known.unwrap_or_else(|| {
                    range.exits.push(exit);
                    range.exits.len() - 1
                });
                FIRST + at as i32
            }
        };
        let key = range.exit;
        self.set_state(key, number);
        self.return_bool(false);
    }

    /// `[]func()`
    fn deferred_list(&self) -> (TypeId, TypeId) {
        let types = &self.info.types;
        let func = types.canonical(types.intern(Type::Func(Signature {
            params: Box::default(),
            results: Box::default(),
            variadic: false,
        })));
        (types.canonical(types.intern(Type::Slice(func))), func)
    }

    /// A new list for the deferred calls of a loop's bodies, to be run when the function ends; none where they defer nothing.
    fn open_deferred(&mut self, body: &Block) -> Option<VarKey> {
        if let Some(range) = &self.f().range
            && range.deferred.is_some()
        {
            return range.deferred;
        }
        let mut defers = false;
        walk::block(body, &mut |node| match node {
            Node::Stmt(stmt) => {
                defers |= matches!(stmt.kind, StmtKind::Defer(_));
                true
            }
            Node::Expr(e) => !matches!(e.kind, ExprKind::FuncLit { .. }),
        });
        if !defers {
            return None;
        }
        let (list, _) = self.deferred_list();
        let key = self.declare_hidden_cell(list);
        let func = self.function(FnKey::RunCollected);
        if let Var::Cell(src) = self.resolve(key) {
            let at = self.f().alloc(2);
            self.emit(Op::Move { dst: at + 1, src });
            self.emit(Op::Defer { at, count: 1, func });
            self.free_to(at);
        }
        Some(key)
    }

    /// `defer` in the body of a loop over a function.
    pub(super) fn collect_deferred(&mut self, e: &Expr) {
        let Some(key) = self.f().range.as_ref().and_then(|r| r.deferred) else {
            return;
        };
        let mark = self.top();
        self.later(e, Later::Defer);
        // The call stands ready in its window: make a closure of it instead.
        let Some(op) = self.f().code.pop() else {
            return;
        };
        self.f().positions.pop();
        let (at, count, target) = match op {
            Op::Defer { at, count, func } => (at, count, Target::Func(func)),
            Op::DeferClosure { at, count, closure } => {
                self.emit(Op::Move {
                    dst: at,
                    src: closure,
                });
                (at, count, Target::Closure(0))
            }
            _ => return,
        };
        if matches!(target, Target::Func(_)) {
            self.emit(Op::LoadInt { dst: at, value: 0 });
        }
        let func = self.bound_call(target, count);
        self.f().alloc(2 + u16::from(count));
        let closure = self.alloc();
        self.emit(Op::MakeClosure {
            dst: closure,
            from: at,
            count: count + 1,
            func,
        });
        let (list, elem) = self.deferred_list();
        let elem = self.rtype(elem);
        let place = self.var_place(key, list);
        let slice = self.load(place, list, None).reg;
        let dst = self.alloc();
        self.emit(Op::Append {
            dst,
            slice,
            at: closure,
            count: 1,
            elem,
        });
        self.store(place, list, dst);
        self.free_to(mark);
    }

    /// A function that calls its capture 0, or a function, with its other captures.
    fn bound_call(&mut self, target: Target, count: u8) -> u32 {
        let index = self.reserve();
        let pos = self.f().pos;
        let mut frame = Frame::new(index, "runtime.deferred".into(), pos, None);
        frame.wrapper = true;
        let closure = frame.alloc(1);
        frame.closure = Some(closure);
        self.frames.push(frame);
        for _ in 0..=count {
            let key = self.hidden();
            self.f().captures.push(key);
        }
        let called = self.alloc();
        self.emit(Op::LoadCapture {
            dst: called,
            index: 0,
        });
        let at = self.f().alloc(2 + u16::from(count));
        for n in 0..count {
            self.emit(Op::LoadCapture {
                dst: at + 1 + n,
                index: 1 + n,
            });
        }
        let target = match target {
            Target::Closure(_) => Target::Closure(called),
            other => other,
        };
        self.emit_call(target, at);
        self.emit(Op::Return { from: 1, count: 0 });
        self.finish();
        index
    }

    /// Defers every call of the list in the cell that it is given, and runs them.
    pub(super) fn compile_run_collected(&mut self, index: u32) {
        let mut frame = Frame::new(index, "runtime.deferred".into(), Pos::NONE, None);
        frame.wrapper = true;
        frame.params = 1;
        frame.defers = true;
        let cell = frame.alloc(1);
        self.frames.push(frame);
        let (list, func) = self.deferred_list();
        let place = Place::Mem {
            ptr: cell,
            off: 0,
            bytes: 0,
            private: false,
        };
        let slice = self.load(place, list, None).reg;
        let [len, at, closure] = [(); 3].map(|()| self.alloc());
        let window = self.f().alloc(2);
        self.emit(Op::LenSlice { dst: len, a: slice });
        self.emit(Op::LoadInt { dst: at, value: 0 });
        let to_test = self.jump();
        let top = self.here();
        let elem = self.slice_elem(slice, at, func);
        self.load(elem, func, Some(closure));
        self.emit(Op::DeferClosure {
            at: window,
            count: 0,
            closure,
        });
        self.emit(Op::AddImm {
            dst: at,
            a: at,
            value: 1,
        });
        self.land(&[to_test]);
        self.emit(Op::JumpLt {
            a: at,
            b: len,
            to: top,
        });
        let here = self.here();
        self.f().epilogue = Some(here);
        self.leave();
        self.finish();
    }
}

/// The labels in a body: `goto` one of them stays in it.
fn labels_of(body: &Block) -> FxHashMap<Arc<str>, Label> {
    let mut labels = FxHashMap::default();
    walk::block(body, &mut |node| match node {
        Node::Stmt(stmt) => {
            if let StmtKind::Labeled { label, .. } = &stmt.kind {
                labels.insert(label.name.clone(), Label::default());
            }
            true
        }
        Node::Expr(e) => !matches!(e.kind, ExprKind::FuncLit { .. }),
    });
    labels
}
