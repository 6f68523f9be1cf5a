//! The syntax tree: what was written, and where. A plain owned tree, no meaning attached.
//!
//! Types are expressions, as in the grammar's ambiguous places. What later stages find out about a node they
//! keep in side tables, indexed by its [`NodeId`]. The parser bounds the depth of the tree (left-deep chains
//! such as `a+b+c` included), so whoever walks it may recurse.

mod decl;
mod expr;
mod operator;
mod stmt;
mod types;

pub use decl::{ConstDecl, Decl, FuncDecl, ImportDecl, TypeDecl, VarDecl};
pub use expr::{Expr, ExprKind, Literal, LiteralValue};
pub use operator::{BinaryOp, UnaryOp};
pub use stmt::{Block, CaseClause, CommClause, Stmt, StmtKind};
pub use types::{ChanDir, Field, InterfaceElem, Signature, StructField, UnionTerm};

use super::source::{FileId, Pos};
use std::sync::Arc;

/// The number of an identifier, expression, statement or clause: dense from 0, unique over all files of one compilation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

impl NodeId {
    /// As an index of a side table.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// An identifier where it is declared, or where it names a field, method or label.
/// (One that is used as an operand is an [`ExprKind::Name`].)
#[derive(Clone, Debug)]
pub struct Ident {
    /// Its number.
    pub id: NodeId,
    /// Its first byte.
    pub pos: Pos,
    /// Its spelling; `_` is the blank identifier.
    pub name: Arc<str>,
}

/// One source file.
#[derive(Clone, Debug)]
pub struct File {
    /// Which one.
    pub file: FileId,
    /// The name in its package clause.
    pub package: Ident,
    /// Its declarations in the order written, imports first; groups are laid flat.
    pub decls: Vec<Decl>,
    /// The minor version that a `//go:build go1.N` line asks for (21 for `go1.21`), if there is one.
    pub go_minor: Option<u32>,
    /// The end of the text.
    pub end: Pos,
}
