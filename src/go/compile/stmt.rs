//! Statements, but for loops and switches.

use super::Compiler;
use super::expr::Val;
use super::frame::{Exit, Target, Var, VarKey};
use super::later::Later;
use crate::go::ast::{Block, Decl, Expr, ExprKind, Stmt, StmtKind};
use crate::go::op::{Op, Reg};
use crate::go::types::object::Kind;
use crate::go::types::{Type, TypeId};
use std::sync::Arc;

impl Compiler<'_> {
    pub(super) fn stmts(&mut self, list: &[Stmt]) {
        for stmt in list {
            self.stmt(stmt);
        }
    }

    /// A block: a scope of its own.
    pub(super) fn block(&mut self, block: &Block) {
        let mark = self.scope();
        self.stmts(&block.stmts);
        self.end_scope(mark);
    }

    pub(super) fn stmt(&mut self, stmt: &Stmt) {
        self.at(stmt.pos);
        let label = self.f().label.take();
        let mark = self.top();
        match &stmt.kind {
            StmtKind::Decl(decls) => {
                for decl in decls {
                    if let Decl::Var(decl) = decl {
                        self.at(decl.pos);
                        self.var_decl(decl);
                    }
                }
                return;
            }
            StmtKind::Define { lhs, rhs, .. } => return self.define(lhs, rhs),
            StmtKind::Labeled { label, stmt } => return self.labeled(&label.name, stmt),
            StmtKind::Empty => {}
            StmtKind::Expr(e) => {
                self.expr(e, None);
            }
            StmtKind::Send { channel, value, .. } => self.send(stmt, channel, value),
            StmtKind::IncDec { operand, op, .. } => self.inc_dec(operand, *op),
            StmtKind::Assign { lhs, rhs, .. } => self.assign_stmt(lhs, rhs),
            StmtKind::OpAssign { lhs, op, rhs, .. } => self.op_assign(lhs, *op, rhs),
            StmtKind::Go(e) => self.later(e, Later::Go),
            StmtKind::Defer(e) => self.defer(e),
            StmtKind::Return(values) => self.return_stmt(values),
            StmtKind::Break(label) => {
                self.leave_to(Exit::Break(label.as_ref().map(|l| l.name.clone())))
            }
            StmtKind::Continue(label) => {
                self.leave_to(Exit::Continue(label.as_ref().map(|l| l.name.clone())))
            }
            StmtKind::Goto(label) => self.leave_to(Exit::Goto(label.name.clone())),
            StmtKind::Fallthrough => {}
            StmtKind::Block(block) => self.labeled_block(label, block),
            StmtKind::If {
                init,
                cond,
                then,
                otherwise,
            } => self.if_stmt(init.as_deref(), cond, then, otherwise.as_deref()),
            StmtKind::Switch {
                init, tag, clauses, ..
            } => self.switch(label, init.as_deref(), tag.as_ref(), clauses),
            StmtKind::TypeSwitch {
                init,
                operand,
                clauses,
                ..
            } => self.type_switch(label, init.as_deref(), operand, clauses),
            StmtKind::Select { clauses, .. } => self.select(label, stmt.pos, clauses),
            StmtKind::For {
                init,
                cond,
                post,
                body,
            } => self.for_stmt(label, init.as_deref(), cond.as_ref(), post.as_deref(), body),
            StmtKind::Range {
                key,
                value,
                define,
                operand,
                body,
                ..
            } => self.range(
                label,
                [key.as_ref(), value.as_ref()],
                *define,
                operand,
                body,
            ),
        }
        self.free_to(mark);
    }

    fn labeled(&mut self, name: &Arc<str>, stmt: &Stmt) {
        let here = self.here();
        let label = self.f().labels.entry(name.clone()).or_default();
        label.at = Some(here);
        let jumps = std::mem::take(&mut label.jumps);
        self.land(&jumps);
        self.f().label = Some(name.clone());
        self.stmt(stmt);
        self.f().label = None;
    }

    fn labeled_block(&mut self, label: Option<Arc<str>>, block: &Block) {
        if label.is_none() {
            return self.block(block);
        }
        self.f().targets.push(Target {
            label,
            breaks: vec![],
            continues: None,
            plain: true,
        });
        self.block(block);
        self.exit();
    }

    /// From here on `break`, and for a loop `continue`, may lead to the statement being compiled.
    pub(super) fn enter(&mut self, label: Option<Arc<str>>, is_loop: bool) {
        self.f().targets.push(Target {
            label,
            breaks: vec![],
            continues: is_loop.then(Vec::new),
            plain: false,
        });
    }

    /// Here is where `continue` of the innermost loop leads.
    pub(super) fn land_continues(&mut self) {
        let target = self.f().targets.last_mut();
        let jumps = target
            .and_then(|t| t.continues.as_mut())
            .map(std::mem::take);
        self.land(&jumps.unwrap_or_default());
    }

    /// Here is where `break` of the innermost statement leads.
    pub(super) fn exit(&mut self) {
        if let Some(target) = self.f().targets.pop() {
            self.land(&target.breaks);
        }
    }

    /// `break`, `continue`, `goto` or `return`, out of this function if need be.
    pub(super) fn leave_to(&mut self, exit: Exit) {
        match self.find_target(&exit) {
            true => {
                let jump = self.jump();
                self.add_jump(&exit, jump);
            }
            false => self.leave_range_body(exit),
        }
    }

    fn find_target(&mut self, exit: &Exit) -> bool {
        let frame = self.f();
        match exit {
            Exit::Return => frame.range.is_none(),
            Exit::Break(label) => frame.targets.iter_mut().any(|t| breakable(t, label)),
            Exit::Continue(label) => frame
                .targets
                .iter_mut()
                .any(|t| t.continues.is_some() && (label.is_none() || t.label == *label)),
            Exit::Goto(label) => frame.range.is_none() || frame.labels.contains_key(label),
        }
    }

    fn add_jump(&mut self, exit: &Exit, jump: usize) {
        let frame = self.f();
        match exit {
            Exit::Break(label) => {
                let mut targets = frame.targets.iter_mut().rev();
                if let Some(t) = targets.find(|t| breakable(t, label)) {
                    t.breaks.push(jump);
                }
            }
            Exit::Continue(label) => {
                let mut targets = frame.targets.iter_mut().rev();
                let found = targets
                    .find(|t| t.continues.is_some() && (label.is_none() || t.label == *label));
                if let Some(continues) = found.and_then(|t| t.continues.as_mut()) {
                    continues.push(jump);
                }
            }
            Exit::Goto(label) => {
                let label = frame.labels.entry(label.clone()).or_default();
                match label.at {
                    Some(to) => self.patch(&[jump], to),
                    None => label.jumps.push(jump),
                }
            }
            Exit::Return => {}
        }
    }

    fn send(&mut self, stmt: &Stmt, channel: &Expr, value: &Expr) {
        let Type::Chan { elem, .. } = *self.under(self.ty(channel)) else {
            return;
        };
        let chan = self.value(channel).reg;
        let src = self.owned(value, elem, None);
        self.at(stmt.pos);
        self.emit(Op::Send { chan, src });
    }

    fn if_stmt(
        &mut self,
        init: Option<&Stmt>,
        cond: &Expr,
        then: &Block,
        otherwise: Option<&Stmt>,
    ) {
        let mark = self.scope();
        if let Some(init) = init {
            self.stmt(init);
        }
        self.at(cond.pos);
        let no = self.cond(cond, false);
        self.block(then);
        match otherwise {
            Some(otherwise) => {
                let leaves = matches!(
                    then.stmts.last().map(|s| &s.kind),
                    Some(
                        StmtKind::Return(_)
                            | StmtKind::Break(_)
                            | StmtKind::Continue(_)
                            | StmtKind::Goto(_)
                    )
                );
                let done = if leaves { None } else { Some(self.jump()) };
                self.land(&no);
                self.stmt(otherwise);
                if let Some(done) = done {
                    self.land(&[done]);
                }
            }
            None => self.land(&no),
        }
        self.end_scope(mark);
    }

    fn defer(&mut self, e: &Expr) {
        if self.f().range.is_some() {
            self.collect_deferred(e);
        } else {
            self.later(e, Later::Defer);
        }
    }

    /// The results of the function that a `return` here leaves: past the bodies of loops over functions.
    pub(super) fn returning(&self) -> usize {
        let ranges = self.frames.iter().rev().take_while(|f| f.range.is_some());
        self.frames.len() - 1 - ranges.count()
    }

    fn return_stmt(&mut self, values: &[Expr]) {
        let depth = self.returning();
        let types = self.frames[depth].results.clone();
        let vars = self.frames[depth].result_vars.clone();
        let outer = self.f().range.is_none();
        match vars {
            None if outer => self.return_direct(values, &types),
            None => self.leave_to(Exit::Return),
            Some(vars) => {
                self.set_result_vars(values, &vars, &types);
                match outer {
                    true => self.leave(),
                    false => self.leave_to(Exit::Return),
                }
            }
        }
    }

    fn return_direct(&mut self, values: &[Expr], types: &[TypeId]) {
        let count = types.len() as u8;
        if let ([value], [ty]) = (values, types) {
            let from = match self.unshared(value) {
                true => self.converted(value, *ty, None).reg,
                false => self.owned(value, *ty, None),
            };
            self.emit(Op::Return { from, count });
            return;
        }
        let regs = self.result_values(values, types);
        self.emit(Op::Return {
            from: regs.first().copied().unwrap_or(1),
            count,
        });
    }

    /// Whether an expression is a variable of this function alone, whose memory may go out with it.
    fn unshared(&mut self, e: &Expr) -> bool {
        let ExprKind::Name(_) = e.kind else {
            return false;
        };
        let Some(id) = self.info.name(e.id) else {
            return false;
        };
        let alone = matches!(&self.object(id).kind, Kind::Var(var) if !var.captured);
        alone && matches!(self.f().vars.get(&VarKey::Object(id)), Some(Var::Reg(_)))
    }

    /// The values returned, in consecutive registers.
    fn result_values(&mut self, values: &[Expr], types: &[TypeId]) -> Vec<Reg> {
        if values.len() == types.len() {
            let first = self.f().alloc(types.len() as u16);
            let values: Vec<(&Expr, TypeId)> = values.iter().zip(types.iter().copied()).collect();
            for n in self.order(&values) {
                let mark = self.top();
                self.owned(values[n].0, values[n].1, Some(first + n as Reg));
                self.free_to(mark);
            }
            return (first..).take(types.len()).collect();
        }
        let Some(call) = values.first() else {
            return vec![];
        };
        let values = self.several(call);
        let same = values.iter().zip(types).all(|((_, from), to)| from == to);
        if same {
            return values.iter().map(|(val, _)| val.reg).collect();
        }
        let first = self.f().alloc(types.len() as u16);
        for ((dst, (val, from)), &ty) in (first..).zip(values).zip(types) {
            let mark = self.top();
            let src = self.convert_reg(val.reg, from, ty);
            self.moved(src, Some(dst));
            self.free_to(mark);
        }
        (first..).take(types.len()).collect()
    }

    fn set_result_vars(&mut self, values: &[Expr], vars: &[VarKey], types: &[TypeId]) {
        if values.is_empty() {
            return;
        }
        let mark = self.top();
        let regs = self.result_values(values, types);
        for ((src, &key), &ty) in regs.into_iter().zip(vars).zip(types) {
            let place = self.var_place(key, ty);
            self.store(place, ty, src);
        }
        self.free_to(mark);
    }

    /// A value that is only there once, in a register that no variable has.
    pub(super) fn held(&mut self, e: &Expr) -> Val {
        let mark = self.top();
        let val = self.value(e);
        if val.reg >= mark {
            return val;
        }
        let dst = self.alloc();
        self.emit(Op::Move { dst, src: val.reg });
        Val { reg: dst, ..val }
    }
}

/// Whether `break`, with that label if there is one, leads out of a statement.
fn breakable(target: &Target, label: &Option<Arc<str>>) -> bool {
    match label {
        Some(_) => target.label == *label,
        None => !target.plain,
    }
}
