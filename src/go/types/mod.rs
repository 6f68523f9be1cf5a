//! Types, objects and what the checker found out: the contract between checker and compiler.
//!
//! Takes nothing, knows neither source text nor code: [`Types`] holds every type once, [`object`] what names stand for,
//! [`info`] what the checker knows of each node of the syntax tree.
//!
//! **Identity.** Every distinct way to *write* a type has a [`TypeId`] of its own (`byte` and `uint8`, an alias and what
//! it stands for, signatures with other parameter names), since messages print types as they were written.
//! [`Types::canonical`] maps each to the one that stands for all identical types, so that two types are identical
//! exactly when their canonical ids are equal. All that the checker hands on in [`info::Info`] is canonical already:
//! there, equal ids are identical types and aliases don't occur.

mod basic;
pub mod constant;
pub mod info;
mod interface;
mod lookup;
pub mod object;
pub mod predicates;
mod print;
mod store;
mod substitute;

pub use basic::Basic;
pub use constant::Const;
pub use info::Info;
pub use interface::TypeSet;
pub use lookup::{Found, Member, NotFound};
pub use object::{ObjId, Object};
pub use predicates::MissingMethod;
pub use store::{PackageNames, Types};
pub use substitute::Substitution;

use super::ast::ChanDir;
use std::sync::Arc;

/// The number of a type in its [`Types`]. The predeclared ones have constants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

/// The number of a package in [`info::Info::packages`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackageId(pub u32);

/// The number of a type declaration in its [`Types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeclId(pub u32);

/// The number of a type parameter in its [`Types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParamId(pub u32);

/// A type, one level deep.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// A predeclared type, or the type of an untyped constant.
    Basic(Basic),
    /// A defined type with its type arguments, or, in what was written, an alias. A type declared inside a generic
    /// function has that function's type parameters as its last arguments, since it is another type for each instance.
    Named {
        /// Its declaration.
        decl: DeclId,
        /// Its type arguments; as many as the declaration has parameters.
        args: Box<[TypeId]>,
    },
    /// `*T`
    Pointer(TypeId),
    /// `[]T`
    Slice(TypeId),
    /// `[len]T`
    Array {
        /// The number of elements.
        len: u64,
        /// The element type.
        elem: TypeId,
    },
    /// A struct: its fields in order.
    Struct(Box<[Field]>),
    /// `map[key]elem`
    Map {
        /// The key type.
        key: TypeId,
        /// The value type.
        elem: TypeId,
    },
    /// A channel.
    Chan {
        /// What may be done with it.
        dir: ChanDir,
        /// The element type.
        elem: TypeId,
    },
    /// A function. Methods' receivers are no part of it.
    Func(Signature),
    /// An interface. [`Types::type_set`] tells what it asks for, embedded ones included.
    Interface(Interface),
    /// `A | ~B`: only inside constraints.
    Union(Box<[Term]>),
    /// The types of several values: the results of a call of a function with none or several of them.
    Tuple(Box<[TypeId]>),
    /// A type parameter.
    Param(ParamId),
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    /// Its name; of an embedded field the name of its type.
    pub name: Name,
    /// Its type.
    pub ty: TypeId,
    /// Whether it is embedded.
    pub embedded: bool,
    /// Its tag; empty where there is none.
    pub tag: Arc<[u8]>,
}

/// The name of a field or method. Unexported ones of different packages differ.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    /// As written.
    pub text: Arc<str>,
    /// The package that declares it, where it is unexported; none where it is exported.
    pub package: Option<PackageId>,
}

/// A function's parameters and results.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Signature {
    /// The parameters. That of a variadic parameter has the slice's type.
    pub params: Box<[Param]>,
    /// The results.
    pub results: Box<[Param]>,
    /// Whether the last parameter is variadic.
    pub variadic: bool,
}

/// A parameter or result.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Param {
    /// Its name as written; canonically, and where there is none, empty.
    pub name: Arc<str>,
    /// Its type.
    pub ty: TypeId,
}

/// An interface as it was written; canonically flat, methods sorted by name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Interface {
    /// The methods written out.
    pub methods: Box<[Method]>,
    /// The embedded types and unions.
    pub embeds: Box<[TypeId]>,
    /// Whether it wasn't written but stands for the constraint `A | ~B`.
    pub implicit: bool,
    /// Whether only types that can be compared satisfy it: the predeclared `comparable`.
    pub comparable: bool,
}

/// A method that an interface asks for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Method {
    /// Its name.
    pub name: Name,
    /// Its [`Type::Func`].
    pub signature: TypeId,
}

/// One term of a union.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    /// Whether all types with this underlying type are meant (`~T`).
    pub tilde: bool,
    /// The type.
    pub ty: TypeId,
}

/// A type declaration.
#[derive(Clone, Debug)]
pub struct Decl {
    /// The type's name.
    pub name: Arc<str>,
    /// The package that declares it; none for predeclared types.
    pub package: Option<PackageId>,
    /// Its object.
    pub object: ObjId,
    /// Its type parameters, as [`Type::Param`] types: its own, then those of the function around it.
    pub params: Vec<TypeId>,
    /// How many of them are its own.
    pub own_params: usize,
    /// Whether it is an alias.
    pub alias: bool,
    /// Its underlying type in terms of `params`, or what the alias stands for; [`TypeId::INVALID`] until it is known.
    pub underlying: TypeId,
    /// Its methods in the order declared.
    pub methods: Vec<DeclaredMethod>,
}

/// A method as declared.
#[derive(Clone, Debug)]
pub struct DeclaredMethod {
    /// Its name.
    pub name: Name,
    /// Its object, an [`object::Kind::Func`].
    pub object: ObjId,
    /// Whether its receiver is a pointer.
    pub pointer: bool,
    /// Whether it has type parameters of its own.
    pub generic: bool,
    /// The receiver's own names for the type's parameters, as [`Type::Param`] types, in terms of which the method is written.
    pub receiver_params: Vec<TypeId>,
    /// Its [`Type::Func`], in terms of `receiver_params`; [`TypeId::INVALID`] until it is known.
    pub signature: TypeId,
}

/// A type parameter.
#[derive(Clone, Debug)]
pub struct TypeParam {
    /// Its name.
    pub name: Arc<str>,
    /// Its object.
    pub object: ObjId,
    /// The constraint: a type whose underlying type is an interface.
    pub constraint: TypeId,
    /// Where it is declared, as messages say it, if its name is that of something predeclared.
    pub hides: Option<Arc<str>>,
}

impl TypeId {
    /// What has been complained about already.
    pub const INVALID: TypeId = TypeId(Basic::Invalid as u32);
    /// `bool`
    pub const BOOL: TypeId = TypeId(Basic::Bool as u32);
    /// `int`
    pub const INT: TypeId = TypeId(Basic::Int as u32);
    /// `int32`
    pub const INT32: TypeId = TypeId(Basic::Int32 as u32);
    /// `uint`
    pub const UINT: TypeId = TypeId(Basic::Uint as u32);
    /// `uint8`
    pub const UINT8: TypeId = TypeId(Basic::Uint8 as u32);
    /// `uintptr`
    pub const UINTPTR: TypeId = TypeId(Basic::Uintptr as u32);
    /// `float32`
    pub const FLOAT32: TypeId = TypeId(Basic::Float32 as u32);
    /// `float64`
    pub const FLOAT64: TypeId = TypeId(Basic::Float64 as u32);
    /// `complex64`
    pub const COMPLEX64: TypeId = TypeId(Basic::Complex64 as u32);
    /// `complex128`
    pub const COMPLEX128: TypeId = TypeId(Basic::Complex128 as u32);
    /// `string`
    pub const STRING: TypeId = TypeId(Basic::String as u32);
    /// The type of comparisons.
    pub const UNTYPED_BOOL: TypeId = TypeId(Basic::UntypedBool as u32);
    /// The type of integer literals.
    pub const UNTYPED_INT: TypeId = TypeId(Basic::UntypedInt as u32);
    /// The type of rune literals.
    pub const UNTYPED_RUNE: TypeId = TypeId(Basic::UntypedRune as u32);
    /// The type of floating-point literals.
    pub const UNTYPED_FLOAT: TypeId = TypeId(Basic::UntypedFloat as u32);
    /// The type of imaginary literals.
    pub const UNTYPED_COMPLEX: TypeId = TypeId(Basic::UntypedComplex as u32);
    /// The type of string literals.
    pub const UNTYPED_STRING: TypeId = TypeId(Basic::UntypedString as u32);
    /// The type of `nil` before it has become something.
    pub const UNTYPED_NIL: TypeId = TypeId(Basic::UntypedNil as u32);
    /// `byte`
    pub const BYTE: TypeId = TypeId(Basic::Byte as u32);
    /// `rune`
    pub const RUNE: TypeId = TypeId(Basic::Rune as u32);
    /// `error`
    pub const ERROR: TypeId = TypeId(Basic::Rune as u32 + 1);
    /// `comparable`
    pub const COMPARABLE: TypeId = TypeId(Basic::Rune as u32 + 2);
    /// `any` as written; canonically `interface{}`.
    pub const ANY: TypeId = TypeId(Basic::Rune as u32 + 3);
    /// No values: the type of a call of a function without results.
    pub const EMPTY_TUPLE: TypeId = TypeId(Basic::Rune as u32 + 4);

    /// As an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
    /// Whether something was wrong with it that has been said.
    pub fn is_invalid(self) -> bool {
        self == TypeId::INVALID
    }
}

impl Name {
    /// The name `text` as declared, or looked up, in `package`.
    pub fn new(text: Arc<str>, package: Option<PackageId>) -> Name {
        let package = if is_exported(&text) { None } else { package };
        Name { text, package }
    }
}

/// Whether a name begins with an upper-case letter.
pub fn is_exported(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_uppercase)
}

impl Signature {
    /// The type of the results: the only one's own, else a tuple.
    pub fn result_types(&self) -> Vec<TypeId> {
        self.results.iter().map(|result| result.ty).collect()
    }
}
