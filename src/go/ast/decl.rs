//! Declarations.

use super::{Block, Expr, Field, Ident, NodeId, Signature};
use crate::go::source::Pos;
use std::sync::Arc;

/// A declaration. Each spec of a parenthesised group is one.
#[derive(Clone, Debug)]
pub enum Decl {
    /// `import "path"`
    Import(ImportDecl),
    /// `const a, b T = 1, 2`
    Const(ConstDecl),
    /// `type T struct{}`
    Type(TypeDecl),
    /// `var a, b T = 1, 2`
    Var(VarDecl),
    /// `func f() {}`
    Func(FuncDecl),
}

/// One import.
#[derive(Clone, Debug)]
pub struct ImportDecl {
    /// Its number, for the package name that it declares where `name` is none.
    pub id: NodeId,
    /// The beginning of the spec: the name's where there is one, else the path's.
    pub pos: Pos,
    /// The local name: an identifier, `_`, or `.`; none for the package's own.
    pub name: Option<Ident>,
    /// The opening quote of the path.
    pub path_pos: Pos,
    /// The path, unquoted.
    pub path: Arc<str>,
}

/// One line of constants.
#[derive(Clone, Debug)]
pub struct ConstDecl {
    /// The first name's place.
    pub pos: Pos,
    /// The constants declared.
    pub names: Vec<Ident>,
    /// The type, if one is given; shared with the spec that it is inherited from.
    pub typ: Option<Arc<Expr>>,
    /// The values; shared with the spec that they are inherited from. Empty where none were ever given.
    pub values: Arc<[Expr]>,
    /// Whether type and values are repeated from an earlier spec of the group.
    pub inherited: bool,
    /// The value of `iota` here: the spec's index in its group.
    pub iota: u32,
}

/// One type declaration.
#[derive(Clone, Debug)]
pub struct TypeDecl {
    /// The type's name.
    pub name: Ident,
    /// Its type parameters.
    pub type_params: Vec<Field>,
    /// Whether it is an alias (`type A = B`).
    pub alias: bool,
    /// The type that it stands for, or whose underlying type it takes.
    pub typ: Expr,
}

/// One line of variables.
#[derive(Clone, Debug)]
pub struct VarDecl {
    /// The first name's place.
    pub pos: Pos,
    /// The variables declared.
    pub names: Vec<Ident>,
    /// The type, if one is given.
    pub typ: Option<Expr>,
    /// The initial values: none, one for each name, or one call for all.
    pub values: Vec<Expr>,
}

/// A function or method.
#[derive(Clone, Debug)]
pub struct FuncDecl {
    /// Its number.
    pub id: NodeId,
    /// The keyword `func`.
    pub pos: Pos,
    /// The receiver of a method: exactly one field with at most one name.
    pub receiver: Option<Field>,
    /// Its name.
    pub name: Ident,
    /// Its type parameters.
    pub type_params: Vec<Field>,
    /// Parameters and results.
    pub signature: Signature,
    /// The body; none for a function written elsewhere.
    pub body: Option<Block>,
}
