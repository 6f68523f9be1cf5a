//! Statements.

use super::Checker;
use crate::go::ast::{
    self, BinaryOp, Block, ChanDir, Decl, Expr, ExprKind, Stmt, StmtKind, UnaryOp,
};
use crate::go::source::Pos;
use crate::go::types::Basic;
use crate::go::types::info::Mode;
use crate::go::types::object::{Builtin, ObjId};

impl<'a> Checker<'a> {
    /// The statements of a function, whose parameters' scope is the current one.
    pub(super) fn statements_of(&mut self, block: &'a Block) {
        self.statements(&block.stmts);
        let results = self.cx.results.as_ref();
        if results.is_some_and(|r| !r.types.is_empty()) && !self.terminates(block) {
            self.error(block.rbrace, "missing return");
        }
    }

    pub(super) fn block(&mut self, block: &'a Block) {
        self.in_scope(|c| c.statements(&block.stmts));
    }

    pub(super) fn statements(&mut self, stmts: &'a [Stmt]) {
        for stmt in stmts {
            self.stmt(stmt);
        }
    }

    pub(super) fn simple(&mut self, stmt: Option<&'a Stmt>) {
        if let Some(stmt) = stmt {
            self.stmt(stmt);
        }
    }

    fn stmt(&mut self, stmt: &'a Stmt) {
        let top = self.delayed.len();
        self.stmt_kind(stmt);
        self.process_delayed(top);
    }

    fn stmt_kind(&mut self, stmt: &'a Stmt) {
        match &stmt.kind {
            // The parser has looked at jumps.
            StmtKind::Empty
            | StmtKind::Break(_)
            | StmtKind::Continue(_)
            | StmtKind::Goto(_)
            | StmtKind::Fallthrough => {}
            StmtKind::Decl(decls) => decls.iter().for_each(|d| self.local_decl(d)),
            StmtKind::Labeled { stmt, .. } => self.stmt(stmt),
            StmtKind::Expr(e) => self.expr_stmt(e),
            StmtKind::Send { channel, value, .. } => self.send(stmt, channel, value),
            StmtKind::IncDec { operand, op, .. } => self.inc_dec(operand, *op),
            StmtKind::Assign { lhs, rhs, .. } => self.assign_all(lhs, rhs),
            StmtKind::OpAssign {
                lhs,
                op,
                op_pos,
                rhs,
            } => {
                let x = self.expr(lhs);
                let y = self.expr(rhs);
                let mut z = self.binary_op(lhs, *op, *op_pos, x, y, true);
                let recorded = self.exprs[lhs.id.index()].clone();
                self.assign_value(lhs, &mut z, "assignment");
                if recorded.is_some() {
                    self.exprs[lhs.id.index()] = recorded;
                }
            }
            StmtKind::Define { lhs, op_pos, rhs } => self.define(lhs, rhs, *op_pos),
            StmtKind::Go(call) => self.go_or_defer("go", call),
            StmtKind::Defer(call) => self.go_or_defer("defer", call),
            StmtKind::Return(values) => self.return_stmt(stmt.pos, values),
            StmtKind::Block(block) => self.block(block),
            StmtKind::If {
                init,
                cond,
                then,
                otherwise,
            } => self.in_scope(|c| {
                c.simple(init.as_deref());
                c.condition(cond, "if");
                c.block(then);
                c.simple(otherwise.as_deref());
            }),
            StmtKind::Switch {
                init, tag, clauses, ..
            } => self.in_scope(|c| {
                c.simple(init.as_deref());
                c.switch(tag.as_ref(), clauses);
            }),
            StmtKind::TypeSwitch {
                init,
                binding,
                operand,
                clauses,
                ..
            } => self.in_scope(|c| {
                c.simple(init.as_deref());
                c.type_switch(binding.as_ref(), operand, clauses);
            }),
            StmtKind::Select { clauses, .. } => self.select(clauses),
            StmtKind::For {
                init,
                cond,
                post,
                body,
            } => self.in_scope(|c| {
                c.simple(init.as_deref());
                if let Some(cond) = cond {
                    c.condition(cond, "for");
                }
                c.simple(post.as_deref());
                c.block(body);
            }),
            StmtKind::Range { .. } => self.range(stmt),
        }
    }

    fn local_decl(&mut self, decl: &'a Decl) {
        match decl {
            Decl::Const(decl) => self.local_const(decl),
            Decl::Type(decl) => self.local_type(decl),
            Decl::Var(decl) => self.local_var(decl),
            Decl::Import(_) | Decl::Func(_) => {}
        }
    }

    fn expr_stmt(&mut self, e: &'a Expr) {
        let x = self.raw(e, None);
        let x = self.not_generic(x, None);
        if x.is_invalid() {
            return;
        }
        let problem = match x.mode {
            Mode::Builtin(_) => "must be called",
            Mode::Type => "is not an expression",
            _ if self.is_statement(e) => return,
            _ => "is not used",
        };
        let what = self.describe(&x);
        self.error(e.pos, format!("{what} {problem}"));
    }

    /// Whether an expression may stand alone: a call other than of a function without effect, or a receive operation.
    fn is_statement(&self, e: &Expr) -> bool {
        match &e.unparen().kind {
            ExprKind::Unary { op, .. } => *op == UnaryOp::Receive,
            ExprKind::Call { fun, .. } => match self.called(fun) {
                Called::Conversion => false,
                Called::Builtin(builtin) => matches!(
                    builtin,
                    Builtin::Clear
                        | Builtin::Close
                        | Builtin::Copy
                        | Builtin::Delete
                        | Builtin::Panic
                        | Builtin::Print
                        | Builtin::Println
                        | Builtin::Recover
                ),
                Called::Function => true,
            },
            _ => false,
        }
    }

    fn called(&self, fun: &Expr) -> Called {
        match self.exprs[fun.id.index()].as_ref().map(|i| &i.mode) {
            Some(Mode::Type) => Called::Conversion,
            Some(Mode::Builtin(builtin)) => Called::Builtin(*builtin),
            _ => Called::Function,
        }
    }

    fn go_or_defer(&mut self, word: &str, e: &'a Expr) {
        let ExprKind::Call { fun, .. } = &e.kind else {
            self.error(e.pos, format!("expression in {word} must be function call"));
            self.use_all(std::slice::from_ref(e));
            return;
        };
        let x = self.raw(e, None);
        if x.is_invalid() {
            return;
        }
        let problem = match self.called(fun) {
            Called::Conversion => "requires function call, not conversion",
            Called::Builtin(_) if !self.is_statement(e) => "discards result of",
            _ => return,
        };
        let what = self.describe(&x);
        self.error(e.pos, format!("{word} {problem} {what}"));
    }

    fn send(&mut self, stmt: &'a Stmt, channel: &'a Expr, value: &'a Expr) {
        let chan = self.expr(channel);
        let mut x = self.generic_expr(value, None);
        if chan.is_invalid() || x.is_invalid() {
            return;
        }
        if let Some(elem) = self.channel_elem(stmt.pos, &chan, ChanDir::Send) {
            self.assign(&mut x, Some(elem), "send");
        }
    }

    fn inc_dec(&mut self, operand: &'a Expr, op: BinaryOp) {
        let mut x = self.expr(operand);
        if x.is_invalid() {
            return;
        }
        if !self.all_basic(x.ty, Basic::is_numeric) {
            let (sign, shown) = (op.text(), self.display(x.ty));
            self.error(
                operand.pos,
                format!("invalid operation: {operand}{sign}{sign} (non-numeric type {shown})"),
            );
            return;
        }
        self.assign_value(operand, &mut x, "assignment");
    }

    fn condition(&mut self, e: &'a Expr, word: &str) {
        let mut x = self.expr(e);
        if x.is_invalid() {
            return;
        }
        if !self.all_basic(x.ty, Basic::is_boolean) {
            self.error(e.pos, format!("non-boolean condition in {word} statement"));
            return;
        }
        self.use_default(&mut x);
    }

    fn return_stmt(&mut self, pos: Pos, values: &'a [Expr]) {
        let Some(results) = self.cx.results.clone() else {
            return;
        };
        if !values.is_empty() || results.named.iter().all(Option::is_none) {
            if !values.is_empty() || !results.types.is_empty() {
                self.return_values(values, &results.types, &results.named, pos);
            }
            return;
        }
        for object in results.named.iter().flatten() {
            let name = self.object(*object).name.clone();
            if let Some(inner) = self.shadowing(&name, *object) {
                let at = self.place(self.object(inner).pos);
                let ty = self.display(self.object(*object).ty);
                self.error(pos, format!("result parameter {name} not in scope at return\n\t{at}: inner declaration of var {name} {ty}"));
            }
            self.note_capture(*object);
        }
    }

    /// What hides a result by having its name here.
    fn shadowing(&self, name: &str, result: ObjId) -> Option<ObjId> {
        self.lookup(name).filter(|&found| found != result)
    }

    fn select(&mut self, clauses: &'a [ast::CommClause]) {
        self.only_one_default(clauses.iter().filter(|c| c.comm.is_none()).map(|c| c.pos));
        for clause in clauses {
            let receives = |e: &Expr| {
                matches!(
                    &e.unparen().kind,
                    ExprKind::Unary {
                        op: UnaryOp::Receive,
                        ..
                    }
                )
            };
            let fits = match clause.comm.as_deref().map(|s| &s.kind) {
                None | Some(StmtKind::Send { .. }) => true,
                Some(StmtKind::Expr(e)) => receives(e),
                Some(StmtKind::Assign { rhs, .. } | StmtKind::Define { rhs, .. }) => {
                    matches!(&rhs[..], [one] if receives(one))
                }
                Some(_) => false,
            };
            if !fits {
                let pos = clause.comm.as_ref().map_or(clause.pos, |c| match &c.kind {
                    StmtKind::Expr(e) => operation_pos(e),
                    _ => c.pos,
                });
                self.error(
                    pos,
                    "select case must be send or receive (possibly with assignment)",
                );
                continue;
            }
            self.in_scope(|c| {
                c.simple(clause.comm.as_deref());
                c.statements(&clause.body);
            });
        }
    }
}

/// Where the operation of an expression stands, which is where a statement of it alone begins to the Go compiler.
fn operation_pos(e: &Expr) -> Pos {
    match &e.kind {
        ExprKind::Binary { op_pos, .. } => *op_pos,
        ExprKind::Call { lparen, .. } => *lparen,
        ExprKind::Index { lbracket, .. } | ExprKind::Slice { lbracket, .. } => *lbracket,
        _ => e.pos,
    }
}

/// What a call calls.
enum Called {
    Conversion,
    Builtin(Builtin),
    Function,
}
