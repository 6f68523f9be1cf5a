//! Walking statements without compiling them, for what must be known beforehand.

use crate::go::ast::{Block, CaseClause, CommClause, Decl, Expr, ExprKind, Stmt, StmtKind};

/// What is met on a walk, before its parts.
pub(super) enum Node<'a> {
    /// A statement.
    Stmt(&'a Stmt),
    /// An expression.
    Expr(&'a Expr),
}

/// Meets every statement and expression of a block; `enter` says whether to go into the parts of what it was given.
pub(super) fn block<'a>(block: &'a Block, enter: &mut dyn FnMut(Node<'a>) -> bool) {
    stmts(&block.stmts, enter);
}

/// As [`block`], for a list of statements.
pub(super) fn stmts<'a>(list: &'a [Stmt], enter: &mut dyn FnMut(Node<'a>) -> bool) {
    for one in list {
        stmt(one, enter);
    }
}

fn maybe<'a>(one: &'a Option<Box<Stmt>>, enter: &mut dyn FnMut(Node<'a>) -> bool) {
    if let Some(one) = one {
        stmt(one, enter);
    }
}

fn exprs<'a>(list: impl IntoIterator<Item = &'a Expr>, enter: &mut dyn FnMut(Node<'a>) -> bool) {
    for one in list {
        expr(one, enter);
    }
}

fn cases<'a>(clauses: &'a [CaseClause], enter: &mut dyn FnMut(Node<'a>) -> bool) {
    for clause in clauses {
        exprs(clause.exprs.iter().flatten(), enter);
        stmts(&clause.body, enter);
    }
}

fn comms<'a>(clauses: &'a [CommClause], enter: &mut dyn FnMut(Node<'a>) -> bool) {
    for clause in clauses {
        maybe(&clause.comm, enter);
        stmts(&clause.body, enter);
    }
}

fn decls<'a>(list: &'a [Decl], enter: &mut dyn FnMut(Node<'a>) -> bool) {
    for decl in list {
        if let Decl::Var(decl) = decl {
            exprs(&decl.values, enter);
        }
    }
}

/// As [`block`], for one statement.
pub(super) fn stmt<'a>(one: &'a Stmt, enter: &mut dyn FnMut(Node<'a>) -> bool) {
    use StmtKind::*;
    if !enter(Node::Stmt(one)) {
        return;
    }
    match &one.kind {
        Empty | Break(_) | Continue(_) | Goto(_) | Fallthrough => {}
        Decl(list) => decls(list, enter),
        Labeled { stmt: inner, .. } => stmt(inner, enter),
        Expr(e) | Go(e) | Defer(e) | IncDec { operand: e, .. } => expr(e, enter),
        Send { channel, value, .. } => exprs([channel, value], enter),
        Assign { lhs, rhs, .. } | Define { lhs, rhs, .. } => exprs(lhs.iter().chain(rhs), enter),
        OpAssign { lhs, rhs, .. } => exprs([lhs, rhs], enter),
        Return(results) => exprs(results, enter),
        Block(inner) => block(inner, enter),
        If {
            init,
            cond,
            then,
            otherwise,
        } => {
            maybe(init, enter);
            expr(cond, enter);
            block(then, enter);
            maybe(otherwise, enter);
        }
        Switch {
            init, tag, clauses, ..
        } => {
            maybe(init, enter);
            exprs(tag, enter);
            cases(clauses, enter);
        }
        TypeSwitch {
            init,
            operand,
            clauses,
            ..
        } => {
            maybe(init, enter);
            expr(operand, enter);
            cases(clauses, enter);
        }
        Select { clauses, .. } => comms(clauses, enter),
        For {
            init,
            cond,
            post,
            body,
        } => {
            maybe(init, enter);
            exprs(cond, enter);
            maybe(post, enter);
            block(body, enter);
        }
        Range {
            key,
            value,
            operand,
            body,
            ..
        } => {
            exprs(key.iter().chain(value), enter);
            expr(operand, enter);
            block(body, enter);
        }
    }
}

/// As [`block`], for one expression. Types are not gone into.
pub(super) fn expr<'a>(one: &'a Expr, enter: &mut dyn FnMut(Node<'a>) -> bool) {
    use ExprKind::*;
    if !enter(Node::Expr(one)) {
        return;
    }
    match &one.kind {
        Composite { elements, .. } => exprs(elements, enter),
        KeyValue { key, value, .. } => exprs([&**key, &**value], enter),
        FuncLit { body, .. } => block(body, enter),
        Paren(e) | Star(e) | Unary { operand: e, .. } | Selector { operand: e, .. } => {
            expr(e, enter)
        }
        TypeAssert { operand, .. } => expr(operand, enter),
        Index {
            operand, indices, ..
        } => {
            expr(operand, enter);
            exprs(indices, enter);
        }
        Slice {
            operand,
            low,
            high,
            max,
            ..
        } => {
            expr(operand, enter);
            exprs([low, high, max].into_iter().flatten().map(|e| &**e), enter);
        }
        Call { fun, args, .. } => {
            expr(fun, enter);
            exprs(args, enter);
        }
        Binary { left, right, .. } => exprs([&**left, &**right], enter),
        _ => {}
    }
}
