//! What the checker knows of each node of the syntax tree.

use super::constant::Const;
use super::object::{Builtin, ObjId, Object};
use super::{DeclId, Name, PackageId, TypeId, Types};
use crate::go::ast::NodeId;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Everything that the checker found out. Whole and consistent only where it gave no diagnostics.
///
/// The bodies of generic functions are checked once: in them the types recorded have type parameters, and methods
/// called on values of such types are found again, after [`Types::substitute`], by [`Types::lookup`].
#[derive(Debug)]
pub struct Info {
    /// All types.
    pub types: Types,
    /// All objects, by [`ObjId`].
    pub objects: Vec<Object>,
    /// The packages, each after those that it imports; the learner's is the last.
    pub packages: Vec<Package>,
    /// What each expression is, by [`NodeId`]; types are expressions too.
    pub exprs: Vec<Option<ExprInfo>>,
    /// What each identifier declares or stands for, by [`NodeId`]: [`crate::go::ast::Ident`]s, names that are
    /// expressions, imports without a name, and the clauses of type switches that bind a variable (each clause has its own).
    /// Names in `:=` that only assign have the variable assigned. Blank identifiers, fields and interface methods have none.
    pub names: Vec<Option<ObjId>>,
    /// What each [`crate::go::ast::ExprKind::Selector`] selects, by its expression.
    pub selections: FxHashMap<NodeId, Selection>,
    /// The type arguments, given or inferred, of each use of a generic function: by the expression of the name or
    /// selector that names it (inside an index expression, too). Of a generic method, its own type arguments.
    pub instances: FxHashMap<NodeId, Box<[TypeId]>>,
    /// The variables of enclosing functions that a function literal uses, or that a literal inside it uses: by the
    /// literal's expression, in the order of first use. No entry where there are none.
    pub captures: FxHashMap<NodeId, Vec<ObjId>>,
}

/// A package.
#[derive(Clone, Debug)]
pub struct Package {
    /// Its import path; `main` for the learner's.
    pub path: Arc<str>,
    /// Its name.
    pub name: Arc<str>,
    /// What it declares at package level, in the order of the names; without methods, `init` and `_`.
    pub scope: std::collections::BTreeMap<Arc<str>, ObjId>,
    /// The packages it imports directly.
    pub imports: Vec<PackageId>,
    /// The initialisation of its variables, in the order in which it must happen.
    pub init_order: Vec<Initializer>,
    /// Its `init` functions in the order written.
    pub inits: Vec<ObjId>,
    /// All its functions and methods with a declaration (`init` and `_` included), in the order written.
    pub functions: Vec<ObjId>,
    /// Whether loop variables are shared between iterations, as before Go 1.22.
    pub shared_loop_variables: bool,
}

/// The initialisation of one variable, or of several by one call.
#[derive(Clone, Debug)]
pub struct Initializer {
    /// The variables; a blank one is none.
    pub vars: Vec<Option<ObjId>>,
    /// The index of the [`crate::go::ast::VarDecl`] among the file's `decls`.
    pub decl: usize,
    /// The index of the value among the declaration's `values`.
    pub value: usize,
}

/// What an expression is.
#[derive(Clone, Debug)]
pub struct ExprInfo {
    /// In which way it may be used.
    pub mode: Mode,
    /// Its type. An untyped constant, comparison or shift has the type that it was finally converted to, so that no
    /// value that is used at run time is untyped, but for nil (which has the type that it was assigned to where there is
    /// one). A call's is a tuple where it has no or several results. A comma-ok expression that is used with two
    /// values has the tuple of both.
    pub ty: TypeId,
}

/// In which way an expression may be used.
#[derive(Clone, Debug)]
pub enum Mode {
    /// A call without results.
    NoValue,
    /// A predeclared function, called.
    Builtin(Builtin),
    /// A type.
    Type,
    /// A constant and its value, representable in the type recorded.
    Const(Const),
    /// Something addressable.
    Variable,
    /// An element of a map: may be assigned to, not addressed. With two values, comma-ok.
    MapIndex,
    /// A value.
    Value,
    /// The predeclared nil.
    Nil,
    /// A value that may come with an ok: a type assertion or a receive operation.
    CommaOk,
}

/// What a selector expression `x.f` selects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// Something that a package declares: `fmt.Println`.
    Package(ObjId),
    /// A field of a value.
    Field(Path),
    /// A method of a value, called or as a method value.
    Method {
        /// From the operand to the receiver.
        path: Path,
        /// The method.
        method: MethodRef,
    },
    /// A method of a type, `T.f`: a function whose first parameter is the receiver.
    MethodExpr {
        /// From the first parameter to the receiver.
        path: Path,
        /// The method.
        method: MethodRef,
    },
}

/// A method that is selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MethodRef {
    /// A declared method, statically known.
    Declared {
        /// Its object.
        object: ObjId,
        /// The type declaration that it belongs to.
        decl: DeclId,
        /// The receiver type's arguments.
        args: Box<[TypeId]>,
        /// Whether its receiver is a pointer.
        pointer: bool,
    },
    /// A method of an interface, found at run time.
    Interface(Name),
    /// A method that a type parameter's constraint promises: to be looked up once the type is known.
    Param(Name),
}

/// The way from an operand to a field or to a method's receiver.
///
/// Start with the operand. For each index: where what is at hand is a pointer, dereference it; then take that field.
/// For a method, finally: where the method wants a pointer and a value is at hand, take its address; where it wants a
/// value and a pointer is at hand, dereference it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Path {
    /// The indices of the fields to take: the embedded ones on the way and, for a field, itself as the last.
    pub indices: Vec<usize>,
    /// Whether any pointer is dereferenced on the way over `indices`.
    pub indirect: bool,
}

impl Info {
    /// The object of that number.
    pub fn object(&self, id: ObjId) -> &Object {
        &self.objects[id.index()]
    }
    /// What an identifier declares or stands for.
    pub fn name(&self, id: NodeId) -> Option<ObjId> {
        self.names.get(id.index()).copied().flatten()
    }
    /// What an expression is.
    pub fn expr(&self, id: NodeId) -> Option<&ExprInfo> {
        self.exprs.get(id.index()).and_then(Option::as_ref)
    }
    /// The package of that number.
    pub fn package(&self, id: PackageId) -> &Package {
        &self.packages[id.0 as usize]
    }
}
