//! Statements and the clauses that they hold.

use super::{BinaryOp, Decl, Expr, Ident, NodeId};
use crate::go::source::Pos;

/// Statements in braces, with a scope of their own.
#[derive(Clone, Debug)]
pub struct Block {
    /// The opening brace.
    pub lbrace: Pos,
    /// The statements.
    pub stmts: Vec<Stmt>,
    /// The closing brace, where a missing return is reported.
    pub rbrace: Pos,
}

/// A statement.
#[derive(Clone, Debug)]
pub struct Stmt {
    /// Its number.
    pub id: NodeId,
    /// Its first byte.
    pub pos: Pos,
    /// The byte after its last.
    pub end: Pos,
    /// What it is.
    pub kind: StmtKind,
}

/// What a statement is.
///
/// The parser has checked that labels are declared once and used, that `break`, `continue` and `goto` have a
/// legal target, that `fallthrough` is in place, and that no `goto` jumps into a block or over a variable's
/// declaration; where one of these doesn't hold, there is a diagnostic, and the tree is as written.
#[derive(Clone, Debug)]
pub enum StmtKind {
    /// Nothing, or something that couldn't be parsed.
    Empty,
    /// Constants, types and variables; one entry for each spec.
    Decl(Vec<Decl>),
    /// `label: stmt`
    Labeled {
        /// The label.
        label: Ident,
        /// What it labels.
        stmt: Box<Stmt>,
    },
    /// An expression for its effect.
    Expr(Expr),
    /// `channel <- value`
    Send {
        /// The channel.
        channel: Expr,
        /// The `<-`.
        arrow: Pos,
        /// What is sent.
        value: Expr,
    },
    /// `x++`, `x--`
    IncDec {
        /// What is changed.
        operand: Expr,
        /// [`BinaryOp::Add`] or [`BinaryOp::Sub`].
        op: BinaryOp,
        /// The `++` or `--`.
        op_pos: Pos,
    },
    /// `a, b = x, y`
    Assign {
        /// What is assigned to.
        lhs: Vec<Expr>,
        /// The `=`.
        op_pos: Pos,
        /// The values.
        rhs: Vec<Expr>,
    },
    /// `a += x`
    OpAssign {
        /// What is changed.
        lhs: Expr,
        /// The operator without its `=`.
        op: BinaryOp,
        /// Where the operator stands.
        op_pos: Pos,
        /// The right operand.
        rhs: Expr,
    },
    /// `a, b := x, y`
    Define {
        /// What is declared; whether all are names is the checker's to say.
        lhs: Vec<Expr>,
        /// The `:=`.
        op_pos: Pos,
        /// The values.
        rhs: Vec<Expr>,
    },
    /// `go call`
    Go(Expr),
    /// `defer call`
    Defer(Expr),
    /// `return results`
    Return(Vec<Expr>),
    /// `break`, `break label`
    Break(Option<Ident>),
    /// `continue`, `continue label`
    Continue(Option<Ident>),
    /// `goto label`
    Goto(Ident),
    /// `fallthrough`
    Fallthrough,
    /// `{ … }`
    Block(Block),
    /// `if init; cond { then } else …`
    If {
        /// The simple statement before the condition.
        init: Option<Box<Stmt>>,
        /// The condition.
        cond: Expr,
        /// What is done if it holds.
        then: Block,
        /// Else: a block or another `if`.
        otherwise: Option<Box<Stmt>>,
    },
    /// `switch init; tag { … }`
    Switch {
        /// The simple statement before the tag.
        init: Option<Box<Stmt>>,
        /// What is compared; none for `true`.
        tag: Option<Expr>,
        /// The clauses in the order written.
        clauses: Vec<CaseClause>,
        /// The opening brace.
        lbrace: Pos,
        /// The closing brace.
        rbrace: Pos,
    },
    /// `switch init; name := operand.(type) { … }`
    TypeSwitch {
        /// The simple statement before the guard.
        init: Option<Box<Stmt>>,
        /// The name that each clause declares anew.
        binding: Option<Ident>,
        /// The interface value.
        operand: Expr,
        /// The clauses, whose `exprs` are types or `nil`.
        clauses: Vec<CaseClause>,
        /// The opening brace.
        lbrace: Pos,
        /// The closing brace.
        rbrace: Pos,
    },
    /// `select { … }`
    Select {
        /// The clauses in the order written.
        clauses: Vec<CommClause>,
        /// The opening brace.
        lbrace: Pos,
        /// The closing brace.
        rbrace: Pos,
    },
    /// `for init; cond; post { body }`
    For {
        /// Before the first iteration.
        init: Option<Box<Stmt>>,
        /// Before each iteration; none for ever.
        cond: Option<Expr>,
        /// After each iteration.
        post: Option<Box<Stmt>>,
        /// The body.
        body: Block,
    },
    /// `for key, value := range operand { body }`
    Range {
        /// What the keys go to; none for `for range x`.
        key: Option<Expr>,
        /// What the values go to.
        value: Option<Expr>,
        /// A third variable, always a mistake.
        extra: Option<Expr>,
        /// Whether key and value are declared here (`:=`).
        define: bool,
        /// The keyword `range`.
        range_pos: Pos,
        /// What is ranged over.
        operand: Expr,
        /// The body.
        body: Block,
    },
}

/// A clause of a `switch`. It is a block of its own.
#[derive(Clone, Debug)]
pub struct CaseClause {
    /// Its number: in a type switch, that of the variable that the clause declares.
    pub id: NodeId,
    /// The keyword `case` or `default`.
    pub pos: Pos,
    /// The expressions or types; none for `default`.
    pub exprs: Option<Vec<Expr>>,
    /// The colon, where the clause's scope begins.
    pub colon: Pos,
    /// The statements.
    pub body: Vec<Stmt>,
}

/// A clause of a `select`. It is a block of its own.
#[derive(Clone, Debug)]
pub struct CommClause {
    /// Its number.
    pub id: NodeId,
    /// The keyword `case` or `default`.
    pub pos: Pos,
    /// The communication; none for `default`. Whether it is one is the checker's to say: a [`StmtKind::Send`],
    /// or an [`StmtKind::Expr`], [`StmtKind::Assign`] or [`StmtKind::Define`] whose right side is a receive operation.
    pub comm: Option<Box<Stmt>>,
    /// The colon, where the clause's scope begins.
    pub colon: Pos,
    /// The statements.
    pub body: Vec<Stmt>,
}
