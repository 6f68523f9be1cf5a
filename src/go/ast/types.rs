//! What types are written with: signatures, fields, the elements of interfaces, the directions of channels.

use super::{Expr, Ident};
use crate::go::source::Pos;
use std::sync::Arc;

/// Parameters and results of a function, method or function type.
#[derive(Clone, Debug)]
pub struct Signature {
    /// The opening parenthesis of the parameters.
    pub lparen: Pos,
    /// The parameters: either all are named or none is.
    pub params: Vec<Field>,
    /// The closing parenthesis of the parameters.
    pub rparen: Pos,
    /// The results: either all are named or none is.
    pub results: Vec<Field>,
}

/// Names that share one type: parameters, results, a receiver, or type parameters with their constraint.
#[derive(Clone, Debug)]
pub struct Field {
    /// The first name's place, or the type's where there is none.
    pub pos: Pos,
    /// The names; empty where the parameter has none.
    pub names: Vec<Ident>,
    /// The `...` before the type of a variadic parameter, whose `typ` is then the element type.
    pub ellipsis: Option<Pos>,
    /// The type, or the constraint. A constraint such as `~int | string` stands here as an implicit interface.
    pub typ: Expr,
}

/// The fields of one line of a struct type.
#[derive(Clone, Debug)]
pub struct StructField {
    /// The first name's place, or the type's where the field is embedded.
    pub pos: Pos,
    /// The names; empty where the field is embedded.
    pub names: Vec<Ident>,
    /// The type; of an embedded field `T`, `*T`, `p.T`, or an instantiated one.
    pub typ: Expr,
    /// The tag, unquoted.
    pub tag: Option<Arc<[u8]>>,
}

/// An element of an interface type.
#[derive(Clone, Debug)]
pub enum InterfaceElem {
    /// `Name(params) results`
    Method {
        /// The method's name.
        name: Ident,
        /// Its parameters and results.
        signature: Signature,
    },
    /// An embedded type, or a union `A | ~B` of several terms.
    Union(Vec<UnionTerm>),
}

/// One term of a union.
#[derive(Clone, Debug)]
pub struct UnionTerm {
    /// The `~`, if there is one, else the type's place.
    pub pos: Pos,
    /// Whether all types with this underlying type are meant.
    pub tilde: bool,
    /// The type.
    pub typ: Expr,
}

/// What may be done with a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChanDir {
    /// `chan T`
    Both,
    /// `chan<- T`
    Send,
    /// `<-chan T`
    Receive,
}
