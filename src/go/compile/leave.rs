//! The way out of a function: its result variables, its deferred calls.

use super::Compiler;
use super::frame::VarKey;
use super::place::Place;
use super::walk::{self, Node};
use crate::go::ast::{Block, ExprKind, Signature, StmtKind};
use crate::go::op::Op;
use crate::go::types::{ObjId, Type};
use std::rc::Rc;

/// What a function's statements do to the way out of it.
#[derive(Default)]
pub(super) struct Leaves {
    pub defers: bool,
    pub returns_from_range: bool,
}

impl Compiler<'_> {
    pub(super) fn declare_results(&mut self, signature: &Signature, shared: bool) {
        let idents = signature.results.iter().flat_map(|f| &f.names);
        let mut names: Vec<Option<ObjId>> = idents.map(|n| self.info.name(n.id)).collect();
        let types = self.f().results.clone();
        names.resize(types.len(), None);
        if shared {
            let all = self
                .f()
                .shared
                .iter()
                .copied()
                .chain(names.iter().flatten().copied());
            let all = all.collect();
            self.f().shared = Rc::new(all);
        }
        let mut vars = vec![];
        for (id, ty) in names.into_iter().zip(types) {
            let key = match id {
                Some(id) => {
                    self.declare(id, None);
                    VarKey::Object(id)
                }
                None if shared => self.declare_hidden_cell(ty),
                None => {
                    let (key, reg) = (self.hidden(), self.alloc());
                    self.zero(ty, reg);
                    self.bind(key, ty, reg, false);
                    key
                }
            };
            vars.push(key);
        }
        self.f().result_vars = Some(vars);
    }

    /// Runs the deferred calls and returns the result variables as they stand.
    pub(super) fn leave(&mut self) {
        if self.f().defers {
            self.emit(Op::RunDefers);
        }
        let mark = self.top();
        let types = self.f().results.clone();
        let vars = self.f().result_vars.clone().unwrap_or_default();
        let count = vars.len();
        let from = self.f().alloc(count as u16);
        for ((dst, key), ty) in (from..).zip(vars).zip(types) {
            let inner = self.top();
            let place = self.var_place(key, ty);
            let val = self.load(place, ty, None);
            match place {
                Place::Mem { private: false, .. } => self.own(val, ty, Some(dst), inner),
                _ => self.moved(val.reg, Some(dst)).reg,
            };
            self.free_to(inner);
        }
        self.emit(Op::Return {
            from,
            count: count as u8,
        });
        self.free_to(mark);
    }

    pub(super) fn scan(&mut self, body: &Block) -> Leaves {
        let mut leaves = Leaves::default();
        self.scan_into(&body.stmts, false, &mut leaves);
        leaves
    }

    fn scan_into(&self, stmts: &[crate::go::ast::Stmt], in_range: bool, leaves: &mut Leaves) {
        walk::stmts(stmts, &mut |node| match node {
            Node::Expr(e) => !matches!(e.kind, ExprKind::FuncLit { .. }),
            Node::Stmt(stmt) => match &stmt.kind {
                StmtKind::Defer(_) => {
                    leaves.defers = true;
                    false
                }
                StmtKind::Return(_) => {
                    leaves.returns_from_range |= in_range;
                    false
                }
                StmtKind::Range { operand, body, .. }
                    if matches!(&*self.under(self.ty(operand)), Type::Func(_)) =>
                {
                    self.scan_into(&body.stmts, true, leaves);
                    false
                }
                _ => true,
            },
        });
    }
}
