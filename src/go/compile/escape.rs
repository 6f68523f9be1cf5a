//! Slices that stay in their function. Go gives the first elements appended to one of these 32 bytes on the stack, which
//! its capacity shows: 4 for the first int, where a slice that leaves has 1.
//!
//! A slice stays where every use of its variable is one that Go's escape analysis lets pass; what isn't known here to be
//! one counts as leaving.

use super::Compiler;
use super::walk::{self, Node};
use crate::go::ast::{Block, Decl, Expr, ExprKind, StmtKind, UnaryOp};
use crate::go::op::{Op, Reg};
use crate::go::types::info::{Mode, Selection};
use crate::go::types::object::{Builtin, Kind, Place};
use crate::go::types::{ObjId, Type};
use rustc_hash::{FxHashMap, FxHashSet};

/// Go's limit for what the first elements take on the stack, in bytes.
const STACK_BYTES: u64 = 32;
/// How far calls are followed to see what becomes of an argument.
const DEEPEST: u8 = 4;

/// How often a variable is used, and how often in a way that keeps it.
#[derive(Default)]
struct Uses {
    all: u32,
    kept: u32,
    appended: bool,
}

impl Compiler<'_> {
    /// Takes a register for each slice that stays in the function and is appended to: whether its place on the stack is
    /// used already.
    pub(super) fn find_staying(&mut self, body: &Block) {
        let package = self.f().package;
        if !self.is_user(package) {
            return;
        }
        let uses = self.uses(body, 0);
        let mut staying: Vec<ObjId> = uses
            .into_iter()
            .filter(|(id, uses)| uses.appended && uses.all == uses.kept && self.is_own(*id))
            .map(|(id, _)| id)
            .collect();
        staying.sort_unstable();
        for id in staying {
            let used = self.alloc();
            self.emit(Op::LoadInt {
                dst: used,
                value: 0,
            });
            self.f().staying.insert(id, used);
        }
    }

    /// Before `count` elements are appended to the slice that an expression names: where it has room for them then.
    pub(super) fn room_on_stack(&mut self, named: &Expr, slice: Reg, count: usize) -> Reg {
        let elem = match &*self.under(self.ty(named)) {
            Type::Slice(elem) => *elem,
            _ => return slice,
        };
        let used = self
            .variable_of(named)
            .and_then(|id| self.f().staying.get(&id).copied());
        let size = self.layouts.bytes(elem);
        match used {
            Some(used) if (1..=STACK_BYTES).contains(&(size * count as u64)) => {
                let elem = self.rtype(elem);
                let dst = self.alloc();
                self.emit(Op::RoomOnStack {
                    dst,
                    slice,
                    used,
                    count: count as u8,
                    elem,
                });
                dst
            }
            _ => slice,
        }
    }

    fn is_own(&self, id: ObjId) -> bool {
        match &self.object(id).kind {
            Kind::Var(var) => var.place == Place::Local && !var.captured && !var.addressed,
            _ => false,
        }
    }

    fn variable_of(&self, e: &Expr) -> Option<ObjId> {
        match &e.kind {
            ExprKind::Name(_) => self.info.name(e.id),
            ExprKind::Paren(inner) => self.variable_of(inner),
            _ => None,
        }
    }

    fn uses(&self, body: &Block, depth: u8) -> FxHashMap<ObjId, Uses> {
        let mut uses: FxHashMap<ObjId, Uses> = FxHashMap::default();
        let mut leaving: FxHashSet<ObjId> = FxHashSet::default();
        walk::block(body, &mut |node| {
            match node {
                Node::Expr(e) => self.use_in_expr(e, depth, &mut uses, &mut leaving),
                Node::Stmt(stmt) => match &stmt.kind {
                    StmtKind::Define { lhs, .. } => {
                        lhs.iter().for_each(|e| self.keep(e, &mut uses));
                    }
                    StmtKind::Range { operand, .. } => self.keep(operand, &mut uses),
                    StmtKind::Assign { lhs, rhs, .. } => {
                        if let ([lhs], [rhs]) = (&lhs[..], &rhs[..]) {
                            self.use_in_assignment(lhs, rhs, &mut uses);
                        }
                    }
                    _ => {}
                },
            }
            true
        });
        for id in leaving {
            uses.entry(id).or_default().kept = 0;
        }
        uses
    }

    fn keep(&self, e: &Expr, uses: &mut FxHashMap<ObjId, Uses>) {
        if let Some(id) = self.variable_of(e) {
            uses.entry(id).or_default().kept += 1;
        }
    }

    fn use_in_assignment(&self, lhs: &Expr, rhs: &Expr, uses: &mut FxHashMap<ObjId, Uses>) {
        let Some(id) = self.variable_of(lhs) else {
            return;
        };
        let from = match &rhs.kind {
            ExprKind::Slice { operand, .. } => self.variable_of(operand),
            ExprKind::Call { fun, args, .. } if self.builtin_of(fun) == Some(Builtin::Append) => {
                self.variable_of(&args[0])
            }
            ExprKind::Name(_) if self.is_nil_value(rhs) => {
                self.keep(lhs, uses);
                return;
            }
            _ => None,
        };
        if from == Some(id) {
            let uses = uses.entry(id).or_default();
            uses.kept += 2;
            uses.appended |= matches!(rhs.kind, ExprKind::Call { .. });
        }
    }

    fn use_in_expr(
        &self,
        e: &Expr,
        depth: u8,
        uses: &mut FxHashMap<ObjId, Uses>,
        leaving: &mut FxHashSet<ObjId>,
    ) {
        match &e.kind {
            ExprKind::Name(_) => {
                if let Some(id) = self.info.name(e.id) {
                    uses.entry(id).or_default().all += 1;
                }
            }
            ExprKind::Index { operand, .. } => self.keep(operand, uses),
            ExprKind::Binary { left, right, .. } if self.is_nil_value(right) => {
                self.keep(left, uses);
            }
            ExprKind::Unary {
                op: UnaryOp::Address,
                operand,
            } => leaving.extend(self.element_of(operand)),
            ExprKind::Selector { operand, .. } => {
                if let Some(Selection::Method { .. }) = self.info.selections.get(&e.id) {
                    leaving.extend(self.element_of(operand));
                }
            }
            ExprKind::Call {
                fun,
                args,
                ellipsis,
                ..
            } => match self.builtin_of(fun) {
                Some(Builtin::Len | Builtin::Cap | Builtin::Clear | Builtin::Copy) => {
                    args.iter().for_each(|arg| self.keep(arg, uses));
                }
                Some(Builtin::Append) if ellipsis.is_some() => self.keep(&args[1], uses),
                Some(_) => {}
                None => {
                    for (nth, arg) in args.iter().enumerate() {
                        if self.variable_of(arg).is_some() && self.callee_keeps(fun, nth, depth) {
                            self.keep(arg, uses);
                        }
                    }
                }
            },
            _ => {}
        }
    }

    /// The variable that an expression denotes an element of, or a part of one.
    fn element_of(&self, e: &Expr) -> Option<ObjId> {
        match &e.kind {
            ExprKind::Paren(inner) => self.element_of(inner),
            ExprKind::Selector { operand, .. } => self.element_of(operand),
            ExprKind::Index { operand, .. } => self
                .variable_of(operand)
                .or_else(|| self.element_of(operand)),
            _ => None,
        }
    }

    fn builtin_of(&self, fun: &Expr) -> Option<Builtin> {
        match self.info.expr(fun.id).map(|info| &info.mode) {
            Some(Mode::Builtin(builtin)) => Some(*builtin),
            _ => None,
        }
    }

    fn is_nil_value(&self, e: &Expr) -> bool {
        matches!(self.info.expr(e.id).map(|info| &info.mode), Some(Mode::Nil))
    }

    /// Whether a function declared in the program only looks at its argument `nth`.
    fn callee_keeps(&self, fun: &Expr, nth: usize, depth: u8) -> bool {
        let Some(id) = self.variable_of(fun) else {
            return false;
        };
        let object = self.object(id);
        let Kind::Func(func) = &object.kind else {
            return false;
        };
        let package = object.package.map_or(0, |package| package.0 as usize);
        let Some(Decl::Func(decl)) = self.files[package].decls.get(func.index) else {
            return false;
        };
        let params = &decl.signature.params;
        let variadic = params.iter().any(|field| field.ellipsis.is_some());
        let names: Vec<_> = params.iter().flat_map(|field| &field.names).collect();
        let (Some(body), Some(name), false) = (&decl.body, names.get(nth), variadic) else {
            return false;
        };
        let Some(param) = self.info.name(name.id).filter(|_| depth < DEEPEST) else {
            return false;
        };
        let kept = match &self.object(param).kind {
            Kind::Var(var) => !var.captured && !var.addressed,
            _ => false,
        };
        let uses = self.uses(body, depth + 1);
        kept && uses.get(&param).is_none_or(|uses| uses.all == uses.kept)
    }
}
