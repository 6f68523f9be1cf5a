//! What names stand for.

use super::constant::Const;
use super::{PackageId, TypeId};
use crate::go::ast::NodeId;
use crate::go::source::Pos;
use std::sync::Arc;

/// The number of an object in [`super::Info::objects`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjId(pub u32);

impl ObjId {
    /// As an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a name stands for.
#[derive(Clone, Debug)]
pub struct Object {
    /// As written.
    pub name: Arc<str>,
    /// Where it is declared; [`Pos::NONE`] for what is predeclared.
    pub pos: Pos,
    /// The package that declares it; none for what is predeclared.
    pub package: Option<PackageId>,
    /// Its type: of a variable, constant, function or method (a [`super::Type::Func`] without the receiver); of a type name the type.
    pub ty: TypeId,
    /// What kind of thing it is.
    pub kind: Kind,
}

/// The kinds of objects. Fields and the methods of interfaces are no objects; labels are the parser's.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A variable.
    Var(Var),
    /// A constant and its value; the value is none where it is wrong.
    Const(Option<Const>),
    /// A type, type parameter or alias.
    Type,
    /// A function or method.
    Func(Func),
    /// An imported package, in the file that imports it.
    Package(PackageId),
    /// A predeclared function.
    Builtin(Builtin),
    /// `nil`
    Nil,
}

/// A variable.
#[derive(Clone, Debug)]
pub struct Var {
    /// What it is there for.
    pub place: Place,
    /// The function it belongs to: the id of the [`crate::go::ast::FuncDecl`] or of the function literal's expression. None at package level.
    pub function: Option<NodeId>,
    /// Whether a function literal inside its function uses it.
    pub captured: bool,
    /// Whether its address is taken: by `&x`, `&x.f`, `&x[i]`, slicing an array, or calling a pointer method on it.
    pub addressed: bool,
    /// Whether it, or a part of it, is ever assigned to after its declaration.
    pub assigned: bool,
}

/// What a variable is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At package level.
    Package,
    /// Inside a function.
    Local,
    /// A parameter.
    Param,
    /// A result. Unnamed ones are no objects.
    Result,
    /// A method's receiver.
    Receiver,
}

/// A function or method.
#[derive(Clone, Debug)]
pub struct Func {
    /// The id of its [`crate::go::ast::FuncDecl`].
    pub decl: NodeId,
    /// The index of that declaration in its file's `decls`.
    pub index: usize,
    /// Its receiver, if it is a method.
    pub receiver: Option<Receiver>,
    /// Its own type parameters, as [`super::Type::Param`] types; without those of the receiver.
    pub type_params: Vec<TypeId>,
    /// Whether it has a body; else the runtime provides it.
    pub has_body: bool,
}

/// The receiver of a method.
#[derive(Clone, Debug)]
pub struct Receiver {
    /// The receiver's type, in terms of `params`.
    pub ty: TypeId,
    /// The type declaration that the method belongs to; none if that was wrong.
    pub decl: Option<super::DeclId>,
    /// Whether it is a pointer.
    pub pointer: bool,
    /// Its names for the type's own parameters, as [`super::Type::Param`] types.
    pub params: Vec<TypeId>,
}

/// The predeclared functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is the Go function of its name")]
pub enum Builtin {
    Append,
    Cap,
    Clear,
    Close,
    Complex,
    Copy,
    Delete,
    Imag,
    Len,
    Make,
    Max,
    Min,
    New,
    Panic,
    Print,
    Println,
    Real,
    Recover,
}

impl Builtin {
    /// All of them.
    pub const ALL: [Builtin; 18] = [
        Builtin::Append,
        Builtin::Cap,
        Builtin::Clear,
        Builtin::Close,
        Builtin::Complex,
        Builtin::Copy,
        Builtin::Delete,
        Builtin::Imag,
        Builtin::Len,
        Builtin::Make,
        Builtin::Max,
        Builtin::Min,
        Builtin::New,
        Builtin::Panic,
        Builtin::Print,
        Builtin::Println,
        Builtin::Real,
        Builtin::Recover,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Builtin::Append => "append",
            Builtin::Cap => "cap",
            Builtin::Clear => "clear",
            Builtin::Close => "close",
            Builtin::Complex => "complex",
            Builtin::Copy => "copy",
            Builtin::Delete => "delete",
            Builtin::Imag => "imag",
            Builtin::Len => "len",
            Builtin::Make => "make",
            Builtin::Max => "max",
            Builtin::Min => "min",
            Builtin::New => "new",
            Builtin::Panic => "panic",
            Builtin::Print => "print",
            Builtin::Println => "println",
            Builtin::Real => "real",
            Builtin::Recover => "recover",
        }
    }
}
