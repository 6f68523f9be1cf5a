//! Expressions, types among them, and literals.

use super::{
    BinaryOp, Block, ChanDir, Ident, InterfaceElem, NodeId, Signature, StructField, UnaryOp,
};
use crate::go::source::Pos;
use std::sync::Arc;

/// An expression or a type.
#[derive(Clone, Debug)]
pub struct Expr {
    /// Its number.
    pub id: NodeId,
    /// Where the Go compiler reports most of what is wrong with it: its leftmost byte, but for what begins with a slice
    /// expression, which counts from its bracket, or with a function type, which counts from its parenthesis.
    pub pos: Pos,
    /// The byte after its last.
    pub end: Pos,
    /// What it is.
    pub kind: ExprKind,
}

impl Expr {
    /// The expression without the parentheses around it.
    pub fn unparen(&self) -> &Expr {
        let mut e = self;
        while let ExprKind::Paren(inner) = &e.kind {
            e = inner;
        }
        e
    }
}

/// What an expression or type is.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// Something that couldn't be parsed, or an ill-formed literal; a diagnostic says why. Never in a file without
    /// diagnostics; what is about it needs no further ones.
    Bad,
    /// An identifier used as an operand or type.
    Name(Arc<str>),
    /// A basic literal.
    Literal(Literal),
    /// `T{elements}`
    Composite {
        /// The type; none for an inner literal whose type is elided.
        typ: Option<Box<Expr>>,
        /// The opening brace.
        lbrace: Pos,
        /// The elements; with keys they are [`ExprKind::KeyValue`].
        elements: Vec<Expr>,
        /// The closing brace.
        rbrace: Pos,
    },
    /// `key: value`, only as an element of a composite literal.
    KeyValue {
        /// The key: an expression, a field name, or a composite literal without its type.
        key: Box<Expr>,
        /// The colon.
        colon: Pos,
        /// The value.
        value: Box<Expr>,
    },
    /// `func(params) results { body }`
    FuncLit {
        /// Parameters and results.
        signature: Box<Signature>,
        /// The body.
        body: Box<Block>,
    },
    /// `(x)`
    Paren(Box<Expr>),
    /// `x.name`
    Selector {
        /// What is selected from: a value, a type or a package.
        operand: Box<Expr>,
        /// The name selected.
        name: Ident,
    },
    /// `x[i]`, or an instantiation `x[A, B]`.
    Index {
        /// What is indexed or instantiated.
        operand: Box<Expr>,
        /// The opening bracket.
        lbracket: Pos,
        /// At least one index or type argument.
        indices: Vec<Expr>,
    },
    /// `x[low:high]`, `x[low:high:max]`
    Slice {
        /// What is sliced.
        operand: Box<Expr>,
        /// The opening bracket.
        lbracket: Pos,
        /// The lower bound.
        low: Option<Box<Expr>>,
        /// The upper bound; always there where `max` is.
        high: Option<Box<Expr>>,
        /// The bound of the capacity.
        max: Option<Box<Expr>>,
    },
    /// `x.(T)`
    TypeAssert {
        /// The interface value.
        operand: Box<Expr>,
        /// The type.
        typ: Box<Expr>,
    },
    /// `x.(type)` outside the head of a type switch, where it means nothing.
    TypeSwitchGuard(Box<Expr>),
    /// `f(args)`, or a conversion.
    Call {
        /// The function, or the type converted to.
        fun: Box<Expr>,
        /// The opening parenthesis.
        lparen: Pos,
        /// The arguments; a type may be one (`make(chan int)`).
        args: Vec<Expr>,
        /// The `...` after the last argument.
        ellipsis: Option<Pos>,
        /// The closing parenthesis, where missing arguments are reported.
        rparen: Pos,
    },
    /// `*x`: a dereference or a pointer type.
    Star(Box<Expr>),
    /// `op x`
    Unary {
        /// The operator, which stands at the expression's `pos`.
        op: UnaryOp,
        /// The operand.
        operand: Box<Expr>,
    },
    /// `x op y`
    Binary {
        /// The operator.
        op: BinaryOp,
        /// Where the operator stands.
        op_pos: Pos,
        /// The left operand.
        left: Box<Expr>,
        /// The right operand.
        right: Box<Expr>,
    },
    /// `[len]elem`, `[...]elem`
    ArrayType {
        /// The length; none for `[...]`.
        len: Option<Box<Expr>>,
        /// The element type.
        elem: Box<Expr>,
    },
    /// `[]elem`
    SliceType(Box<Expr>),
    /// `struct { fields }`
    StructType(Vec<StructField>),
    /// `func(params) results`
    FuncType(Box<Signature>),
    /// `interface { elements }`
    InterfaceType {
        /// Its methods and embedded elements.
        elems: Vec<InterfaceElem>,
        /// Whether it wasn't written, but stands for the constraint `A | ~B` of a type parameter.
        implicit: bool,
    },
    /// `map[key]value`
    MapType {
        /// The key type.
        key: Box<Expr>,
        /// The value type.
        value: Box<Expr>,
    },
    /// `chan elem`, `<-chan elem`, `chan<- elem`
    ChanType {
        /// What may be done with it.
        dir: ChanDir,
        /// The element type.
        elem: Box<Expr>,
    },
}

/// A basic literal.
#[derive(Clone, Debug)]
pub struct Literal {
    /// As written. Messages quote it.
    pub text: Arc<str>,
    /// What it denotes.
    pub value: LiteralValue,
}

/// The kind of a literal, and its value where that is independent of types. The texts of numbers are well-formed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LiteralValue {
    /// An integer: decimal, `0b`, `0o` or plain `0`, `0x`, with underscores.
    Int,
    /// A floating-point number: decimal, or hexadecimal with a `p` exponent, with underscores.
    Float,
    /// An imaginary number.
    Imag,
    /// A rune.
    Rune(char),
    /// A string: its bytes, not necessarily UTF-8.
    String(Arc<[u8]>),
}
