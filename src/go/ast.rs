//! The syntax tree: what was written, and where. A plain owned tree, no meaning attached.
//!
//! Types are expressions, as in the grammar's ambiguous places. What later stages find out about a node they
//! keep in side tables, indexed by its [`NodeId`]. The parser bounds the depth of the tree (left-deep chains
//! such as `a+b+c` included), so whoever walks it may recurse.

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

/// The unary operators but `*`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnaryOp {
    /// `+`
    Plus,
    /// `-`
    Neg,
    /// `!`
    Not,
    /// `^`
    Complement,
    /// `&`
    Address,
    /// `<-`
    Receive,
    /// `~`, which only constraints may hold
    Tilde,
}

/// The binary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BinaryOp {
    /// `||`
    LogicalOr,
    /// `&&`
    LogicalAnd,
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `|`
    Or,
    /// `^`
    Xor,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `%`
    Rem,
    /// `<<`
    ShiftLeft,
    /// `>>`
    ShiftRight,
    /// `&`
    And,
    /// `&^`
    AndNot,
}

impl UnaryOp {
    /// As it is written.
    pub fn text(self) -> &'static str {
        match self {
            UnaryOp::Plus => "+",
            UnaryOp::Neg => "-",
            UnaryOp::Not => "!",
            UnaryOp::Complement => "^",
            UnaryOp::Address => "&",
            UnaryOp::Receive => "<-",
            UnaryOp::Tilde => "~",
        }
    }
}

impl BinaryOp {
    /// As it is written.
    pub fn text(self) -> &'static str {
        match self {
            BinaryOp::LogicalOr => "||",
            BinaryOp::LogicalAnd => "&&",
            BinaryOp::Equal => "==",
            BinaryOp::NotEqual => "!=",
            BinaryOp::Less => "<",
            BinaryOp::LessEqual => "<=",
            BinaryOp::Greater => ">",
            BinaryOp::GreaterEqual => ">=",
            BinaryOp::Add => "+",
            BinaryOp::Sub => "-",
            BinaryOp::Or => "|",
            BinaryOp::Xor => "^",
            BinaryOp::Mul => "*",
            BinaryOp::Div => "/",
            BinaryOp::Rem => "%",
            BinaryOp::ShiftLeft => "<<",
            BinaryOp::ShiftRight => ">>",
            BinaryOp::And => "&",
            BinaryOp::AndNot => "&^",
        }
    }

    /// How tightly it binds, from 1 (`||`) to 5 (`*`).
    pub fn precedence(self) -> u8 {
        use BinaryOp::*;
        match self {
            LogicalOr => 1,
            LogicalAnd => 2,
            Equal | NotEqual | Less | LessEqual | Greater | GreaterEqual => 3,
            Add | Sub | Or | Xor => 4,
            Mul | Div | Rem | ShiftLeft | ShiftRight | And | AndNot => 5,
        }
    }

    /// Whether it compares two values and gives a boolean.
    pub fn is_comparison(self) -> bool {
        self.precedence() == 3
    }

    /// Whether it shifts.
    pub fn is_shift(self) -> bool {
        matches!(self, BinaryOp::ShiftLeft | BinaryOp::ShiftRight)
    }
}

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
