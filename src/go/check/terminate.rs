//! Terminating statements: whether control can reach the end of a function.

use super::Checker;
use crate::go::ast::{Block, CaseClause, ExprKind, Stmt, StmtKind};
use crate::go::types::info::Mode;
use crate::go::types::object::Builtin;

impl Checker<'_> {
    /// Whether control never runs off the end of a block.
    pub(super) fn terminates(&self, block: &Block) -> bool {
        self.list_terminates(&block.stmts)
    }

    fn list_terminates(&self, stmts: &[Stmt]) -> bool {
        let last = stmts
            .iter()
            .rev()
            .find(|s| !matches!(s.kind, StmtKind::Empty));
        last.is_some_and(|s| self.stmt_terminates(s, None))
    }

    fn stmt_terminates(&self, stmt: &Stmt, label: Option<&str>) -> bool {
        match &stmt.kind {
            StmtKind::Return(_) | StmtKind::Goto(_) | StmtKind::Fallthrough => true,
            StmtKind::Expr(e) => {
                let call = e.unparen();
                let ExprKind::Call { fun, .. } = &call.kind else {
                    return false;
                };
                // A panic with a wrong argument is none to the Go compiler.
                let right = self.exprs[call.id.index()].is_some();
                let builtin = self.exprs[fun.id.index()].as_ref();
                right && builtin.is_some_and(|i| matches!(i.mode, Mode::Builtin(Builtin::Panic)))
            }
            StmtKind::Block(block) => self.terminates(block),
            StmtKind::Labeled { label, stmt } => self.stmt_terminates(stmt, Some(&label.name)),
            StmtKind::If {
                then, otherwise, ..
            } => {
                self.terminates(then)
                    && otherwise
                        .as_ref()
                        .is_some_and(|o| self.stmt_terminates(o, None))
            }
            StmtKind::For { cond, body, .. } => cond.is_none() && !breaks(&body.stmts, label, true),
            StmtKind::Switch { clauses, .. } | StmtKind::TypeSwitch { clauses, .. } => {
                self.clauses_terminate(clauses, label)
            }
            StmtKind::Select { clauses, .. } => clauses
                .iter()
                .all(|c| self.list_terminates(&c.body) && !breaks(&c.body, label, true)),
            _ => false,
        }
    }

    fn clauses_terminate(&self, clauses: &[CaseClause], label: Option<&str>) -> bool {
        clauses.iter().any(|c| c.exprs.is_none())
            && clauses
                .iter()
                .all(|c| self.list_terminates(&c.body) && !breaks(&c.body, label, true))
    }
}

/// Whether a `break` among the statements leaves the statement around them, which may have a label.
/// `implicit`: one without a label does.
fn breaks(stmts: &[Stmt], label: Option<&str>, implicit: bool) -> bool {
    stmts.iter().any(|s| stmt_breaks(s, label, implicit))
}

fn stmt_breaks(stmt: &Stmt, label: Option<&str>, implicit: bool) -> bool {
    match &stmt.kind {
        StmtKind::Break(None) => implicit,
        StmtKind::Break(Some(target)) => label == Some(&*target.name),
        StmtKind::Block(block) => breaks(&block.stmts, label, implicit),
        StmtKind::Labeled { stmt, .. } => stmt_breaks(stmt, label, implicit),
        StmtKind::If {
            then, otherwise, ..
        } => {
            breaks(&then.stmts, label, implicit)
                || otherwise
                    .as_ref()
                    .is_some_and(|o| stmt_breaks(o, label, implicit))
        }
        StmtKind::For { body, .. } | StmtKind::Range { body, .. } => {
            label.is_some() && breaks(&body.stmts, label, false)
        }
        StmtKind::Switch { clauses, .. } | StmtKind::TypeSwitch { clauses, .. } => {
            label.is_some() && clauses.iter().any(|c| breaks(&c.body, label, false))
        }
        StmtKind::Select { clauses, .. } => {
            label.is_some() && clauses.iter().any(|c| breaks(&c.body, label, false))
        }
        _ => false,
    }
}
