//! `switch`, type switches and `select`.

use super::Compiler;
use super::expr::Val;
use super::frame::VarKey;
use crate::go::ast::{CaseClause, CommClause, Expr, ExprKind, Stmt, StmtKind};
use crate::go::op::{Op, Pc, Reg};
use crate::go::program::{SelectCase, SelectTable};
use crate::go::source::Pos;
use crate::go::types::info::Mode;
use crate::go::types::{Type, TypeId};
use std::sync::Arc;

/// What a clause of a `select` does once it is chosen.
struct Comm<'a> {
    clause: &'a CommClause,
    /// What was received, its type, and what it is for.
    received: Option<(Reg, TypeId, &'a [Expr], bool)>,
}

/// What a receive in a `select` leaves to be assigned: where it is, its type, to what, and whether that is declared there.
type Received<'a> = (Reg, TypeId, &'a [Expr], bool);

impl Compiler<'_> {
    pub(super) fn switch(
        &mut self,
        label: Option<Arc<str>>,
        init: Option<&Stmt>,
        tag: Option<&Expr>,
        clauses: &[CaseClause],
    ) {
        let mark = self.scope();
        if let Some(init) = init {
            self.stmt(init);
        }
        let tag = tag.map(|tag| (self.value(tag).reg, self.ty(tag)));
        let mut targets = vec![];
        for clause in clauses {
            let mut jumps = vec![];
            for e in clause.exprs.iter().flatten() {
                self.at(e.pos);
                match tag {
                    Some((reg, ty)) => jumps.push(self.case(reg, ty, e)),
                    None => jumps.extend(self.cond(e, true)),
                }
            }
            targets.push(jumps);
        }
        let default = clauses.iter().position(|clause| clause.exprs.is_none());
        let otherwise = self.jump();
        self.enter(label, false);
        let mut ends = vec![];
        for (number, (clause, jumps)) in clauses.iter().zip(targets).enumerate() {
            self.land(&jumps);
            if default == Some(number) {
                self.land(&[otherwise]);
            }
            let inner = self.scope();
            self.stmts(&clause.body);
            self.end_scope(inner);
            let falls = matches!(
                clause.body.last().map(|s| &s.kind),
                Some(StmtKind::Fallthrough)
            );
            if !falls && number + 1 < clauses.len() {
                ends.push(self.jump());
            }
        }
        if default.is_none() {
            self.land(&[otherwise]);
        }
        self.land(&ends);
        self.exit();
        self.end_scope(mark);
    }

    /// A jump if the tag equals a case's expression.
    fn case(&mut self, tag: Reg, tag_type: TypeId, e: &Expr) -> usize {
        let mark = self.top();
        let types = &self.info.types;
        let nil = matches!(self.info.expr(e.id).map(|i| &i.mode), Some(Mode::Nil));
        let integer = types.basic(tag_type).is_some_and(|b| b.is_integer());
        let imm = if nil {
            Some(0)
        } else {
            self.const_imm(e).filter(|_| integer)
        };
        if let Some(value) = imm {
            return self.emit(Op::JumpEqImm {
                a: tag,
                value,
                to: 0,
            });
        }
        let ty = self.ty(e);
        let (a, b, ty) = if types.is_interface(tag_type) || !types.is_interface(ty) {
            (tag, self.converted(e, tag_type, None).reg, tag_type)
        } else {
            let b = self.value(e).reg;
            (self.convert_reg(tag, tag_type, ty), b, ty)
        };
        let test = self.alloc();
        self.equal(ty, test, a, b);
        let jump = self.emit(Op::JumpIf { a: test, to: 0 });
        self.free_to(mark);
        jump
    }

    pub(super) fn type_switch(
        &mut self,
        label: Option<Arc<str>>,
        init: Option<&Stmt>,
        operand: &Expr,
        clauses: &[CaseClause],
    ) {
        let mark = self.scope();
        if let Some(init) = init {
            self.stmt(init);
        }
        let from = self.ty(operand);
        let iface = self.value(operand).reg;
        self.enter(label, false);
        let mut ends = vec![];
        let ordered = clauses.iter().filter(|c| c.exprs.is_some());
        for clause in ordered.chain(clauses.iter().filter(|c| c.exprs.is_none())) {
            let inner = self.scope();
            let types = clause.exprs.as_deref().unwrap_or_default();
            self.at(clause.pos);
            let (val, ty, next) = self.type_case(iface, from, types);
            if let Some(id) = self.info.name(clause.id) {
                let declared = self.sub(self.object(id).ty);
                let own = val.fresh || !self.layouts.wide(declared);
                if declared == ty && own && val.reg != iface && !self.in_cell(id) {
                    self.bind(VarKey::Object(id), ty, val.reg, false);
                } else {
                    self.declare_value(id, val, ty);
                }
            }
            self.stmts(&clause.body);
            self.end_scope(inner);
            ends.push(self.jump());
            self.land(&next);
        }
        self.land(&ends);
        self.exit();
        self.end_scope(mark);
    }

    /// Tests a clause's types. Goes on where one fits: the value there and its type, and the jumps where none does.
    fn type_case(&mut self, iface: Reg, from: TypeId, types: &[Expr]) -> (Val, TypeId, Vec<usize>) {
        if let [only] = types {
            let pair = self.f().alloc(2);
            let next = self.type_test(iface, only, pair, false);
            return match self.is_nil_case(only) {
                true => (Val::shared(iface), from, vec![next]),
                false => (Val::shared(pair), self.ty(only), vec![next]),
            };
        }
        if types.is_empty() {
            return (Val::shared(iface), from, vec![]);
        }
        let pair = self.f().alloc(2);
        let fits: Vec<usize> = types
            .iter()
            .map(|ty| self.type_test(iface, ty, pair, true))
            .collect();
        self.free_to(pair);
        let next = self.jump();
        self.land(&fits);
        (Val::shared(iface), from, vec![next])
    }

    fn is_nil_case(&self, e: &Expr) -> bool {
        matches!(self.info.expr(e.id).map(|i| &i.mode), Some(Mode::Nil))
    }

    /// A jump if the interface's value is, or with `when` false isn't, of a type.
    fn type_test(&mut self, iface: Reg, e: &Expr, dst: Reg, when: bool) -> usize {
        if self.is_nil_case(e) {
            return self.emit(match when {
                true => Op::JumpEqImm {
                    a: iface,
                    value: 0,
                    to: 0,
                },
                false => Op::JumpNeImm {
                    a: iface,
                    value: 0,
                    to: 0,
                },
            });
        }
        let ty = self.ty(e);
        let rtype = self.rtype(ty);
        self.emit(match self.info.types.is_interface(ty) {
            true => Op::AssertIfaceOk {
                dst,
                iface,
                ty: rtype,
            },
            false => Op::AssertOk {
                dst,
                iface,
                ty: rtype,
            },
        });
        self.emit(match when {
            true => Op::JumpIf { a: dst + 1, to: 0 },
            false => Op::JumpIfNot { a: dst + 1, to: 0 },
        })
    }

    pub(super) fn select(&mut self, label: Option<Arc<str>>, pos: Pos, clauses: &[CommClause]) {
        let mark = self.scope();
        let mut cases = vec![];
        let mut comms = vec![];
        for clause in clauses {
            let Some(comm) = &clause.comm else { continue };
            self.at(comm.pos);
            let (case, received) = self.comm(comm);
            cases.push(case);
            comms.push(Comm { clause, received });
        }
        let table = self.selects.len();
        match (&cases[..], clauses.len()) {
            // With nothing to choose from it is the communication by itself, as for Go's compiler.
            (&[SelectCase::Send { chan, src, .. }], 1) => {
                self.emit(Op::Send { chan, src });
            }
            (&[SelectCase::Recv { chan, dst, .. }], 1) => {
                self.emit(Op::RecvOk { dst, chan });
            }
            _ => {
                self.at(pos);
                self.emit(Op::Select {
                    table: table as u32,
                });
            }
        }
        self.selects.push(SelectTable {
            cases,
            default: None,
        });
        self.f().selects.push(table);
        self.enter(label, false);
        let mut ends = vec![];
        for (number, comm) in comms.into_iter().enumerate() {
            let here = self.here();
            let (SelectCase::Send { to, .. } | SelectCase::Recv { to, .. }) =
                &mut self.selects[table].cases[number];
            *to = here;
            let inner = self.scope();
            self.at(comm.clause.pos);
            if let Some((reg, ty, lhs, define)) = comm.received {
                self.receive_into(reg, ty, lhs, define);
            }
            self.stmts(&comm.clause.body);
            self.end_scope(inner);
            ends.push(self.jump());
        }
        if let Some(default) = clauses.iter().find(|clause| clause.comm.is_none()) {
            let here: Pc = self.here();
            self.selects[table].default = Some(here);
            let inner = self.scope();
            self.stmts(&default.body);
            self.end_scope(inner);
        }
        self.land(&ends);
        self.exit();
        self.end_scope(mark);
    }

    /// Evaluates the operands of a communication.
    fn comm<'a>(&mut self, comm: &'a Stmt) -> (SelectCase, Option<Received<'a>>) {
        let (lhs, receive, define): (&[Expr], &Expr, bool) = match &comm.kind {
            StmtKind::Send { channel, value, .. } => return (self.comm_send(channel, value), None),
            StmtKind::Assign { lhs, rhs, .. } => (lhs, &rhs[0], false),
            StmtKind::Define { lhs, rhs, .. } => (lhs, &rhs[0], true),
            StmtKind::Expr(e) => (&[], e, false),
            _ => unreachable!("a communication sends or receives"),
        };
        let receive = receive.unparen();
        let ExprKind::Unary { operand, .. } = &receive.kind else {
            unreachable!("a communication sends or receives");
        };
        let chan = self.held(operand).reg;
        let ty = self.first_type(receive);
        let dst = self.f().alloc(2);
        let case = SelectCase::Recv { chan, dst, to: 0 };
        (case, Some((dst, ty, lhs, define)))
    }

    fn comm_send(&mut self, channel: &Expr, value: &Expr) -> SelectCase {
        let chan = self.held(channel).reg;
        let mut src = self.alloc();
        if let Type::Chan { elem, .. } = *self.under(self.ty(channel)) {
            src = self.owned(value, elem, Some(src));
            self.free_to(src + 1);
        }
        SelectCase::Send { chan, src, to: 0 }
    }

    fn receive_into(&mut self, reg: Reg, ty: TypeId, lhs: &[Expr], define: bool) {
        let values = [(Val::fresh(reg), ty), (Val::shared(reg + 1), TypeId::BOOL)];
        for (e, (val, ty)) in lhs.iter().zip(values) {
            if !super::assign::is_blank(e) {
                self.give_select(e, define, val, ty);
            }
        }
    }

    fn give_select(&mut self, e: &Expr, define: bool, val: Val, ty: TypeId) {
        match (define, self.info.name(e.id)) {
            (true, Some(id)) => self.declare_at(id, val, ty),
            _ => self.give_head(e, false, val, ty),
        }
    }
}
