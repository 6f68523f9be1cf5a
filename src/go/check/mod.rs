//! The type checker: syntax trees of whole packages in, [`Info`] and diagnostics in the Go compiler's words out.
//!
//! It knows the language of the specification and nothing of what packages do. Package-level declarations are resolved
//! when they are first needed; function bodies are checked once all of them are. What is wrong gets the invalid type,
//! which silences everything that would follow from it.

mod assign;
mod binary;
mod builtin;
mod call;
mod compare;
mod complex;
mod constant;
mod convert;
mod define;
mod delay;
mod endless;
mod expr;
mod funcdecl;
mod implement;
mod index;
mod infer;
mod init;
mod literal;
mod mono;
mod operand;
mod package;
mod range;
mod resolve;
mod scope;
mod select;
mod shift;
mod signature;
mod stmt;
mod switch;
mod terminate;
mod tuple;
mod typedecl;
mod typelit;
mod typexpr;
mod unary;
mod unify;
mod universe;
mod untyped;
mod usage;
mod values;

use super::ast::{self, Expr, NodeId};
use super::diagnostic::Diagnostic;
use super::source::{Pos, SourceMap};
use super::types::info::{ExprInfo, Package};
use super::types::object::{Kind, ObjId, Object};
use super::types::{Info, PackageId, TypeId, Types};
use delay::Delayed;
use indexmap::IndexSet;
use operand::Operand;
use rustc_hash::FxHashMap;
use scope::{Scope, ScopeId};
use std::sync::Arc;

/// A package to check: one file.
#[derive(Clone, Debug)]
pub struct Unit<'a> {
    /// Its import path; `main` for the learner's.
    pub path: Arc<str>,
    /// Its syntax tree, without syntax errors.
    pub file: &'a ast::File,
    /// Names that Go's own package of this path has but doesn't export, and that the Go compiler tells so.
    pub hidden: &'static str,
}

/// Checks packages, each after those that it imports, the learner's last. `nodes` is how many node numbers were given.
/// The diagnostics come in the order in which the Go compiler meets them; if there are none, the findings are whole.
pub fn check<'a>(map: &'a SourceMap, units: &[Unit<'a>], nodes: usize) -> (Info, Vec<Diagnostic>) {
    let mut checker = Checker::new(map, units, nodes);
    for index in 0..units.len() {
        checker.package(index);
    }
    checker.finish()
}

/// How far the resolution of an object has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Waiting,
    Resolving,
    Done,
}

/// The declaration that an object of package level is resolved from.
#[derive(Clone, Copy)]
enum Source<'a> {
    None,
    Const(&'a ast::ConstDecl, usize),
    Var(&'a ast::VarDecl, usize),
    Type(&'a ast::TypeDecl),
    Func(&'a ast::FuncDecl),
}

/// What the checker keeps of each object beside what it hands on.
struct Extra<'a> {
    state: State,
    source: Source<'a>,
    used: bool,
    /// The scope of the file or package that it is declared in.
    unit: usize,
    /// The package-level objects that its declaration refers to, in order.
    uses: IndexSet<ObjId>,
}

/// Where the checker is.
#[derive(Clone)]
struct Context {
    unit: usize,
    scope: ScopeId,
    /// The functions around, outermost first: ids of the declaration and of the literals.
    functions: Vec<NodeId>,
    /// The results of the innermost function.
    results: Option<Arc<Results>>,
    /// The value of `iota`, in a constant declaration.
    iota: Option<u32>,
    /// Where the constant declaration is inherited to, for messages.
    inherited: Option<Pos>,
    /// The package-level object whose declaration this is.
    owner: Option<ObjId>,
    /// The type parameters of the function around.
    type_params: Vec<TypeId>,
}

/// What a function returns.
struct Results {
    types: Vec<TypeId>,
    /// The objects of named results.
    named: Vec<Option<ObjId>>,
}

struct Checker<'a> {
    map: &'a SourceMap,
    units: Vec<Unit<'a>>,
    package_of_path: FxHashMap<Arc<str>, PackageId>,
    types: Types,
    objects: Vec<Object>,
    extras: Vec<Extra<'a>>,
    scopes: Vec<Scope>,
    packages: Vec<Package>,
    exprs: Vec<Option<ExprInfo>>,
    names: Vec<Option<ObjId>>,
    selections: FxHashMap<NodeId, super::types::info::Selection>,
    instances: FxHashMap<NodeId, Box<[TypeId]>>,
    captures: FxHashMap<NodeId, IndexSet<ObjId>>,
    /// The members of packages that are imported with a dot, and the imports.
    dot_imports: FxHashMap<ObjId, ObjId>,
    flows: mono::Flows,
    /// The interface literals that stand in no other, with their places, and in how many others the one at hand stands.
    interfaces: Vec<(Pos, TypeId)>,
    interface_depth: usize,
    /// Where each instance of a generic type was first written.
    instance_places: FxHashMap<TypeId, Pos>,
    errors: Vec<(Pos, String)>,
    /// Package-level objects being resolved, for cycles.
    path: Vec<ObjId>,
    /// What waits until the statement, or all declarations of the package, are known.
    delayed: Vec<Delayed<'a>>,
    /// Whether all declarations of the package are resolved.
    complete: bool,
    cx: Context,
}

impl<'a> Checker<'a> {
    fn new(map: &'a SourceMap, units: &[Unit<'a>], nodes: usize) -> Checker<'a> {
        let mut checker = Checker {
            map,
            units: units.to_vec(),
            package_of_path: FxHashMap::default(),
            types: Types::new(),
            objects: vec![],
            extras: vec![],
            scopes: vec![],
            packages: vec![],
            exprs: vec![None; nodes],
            names: vec![None; nodes],
            selections: FxHashMap::default(),
            instances: FxHashMap::default(),
            captures: FxHashMap::default(),
            dot_imports: FxHashMap::default(),
            flows: mono::Flows::default(),
            interfaces: vec![],
            interface_depth: 0,
            instance_places: FxHashMap::default(),
            errors: vec![],
            path: vec![],
            delayed: vec![],
            complete: false,
            cx: Context {
                unit: 0,
                scope: ScopeId::UNIVERSE,
                functions: vec![],
                results: None,
                iota: None,
                inherited: None,
                owner: None,
                type_params: vec![],
            },
        };
        checker.declare_universe();
        checker
    }

    fn finish(mut self) -> (Info, Vec<Diagnostic>) {
        let diagnostics = std::mem::take(&mut self.errors)
            .into_iter()
            .map(|(pos, message)| Diagnostic::new(self.map, pos, message))
            .collect();
        let types = &self.types;
        for info in self.exprs.iter_mut().flatten() {
            info.ty = types.canonical(info.ty);
        }
        for object in &mut self.objects {
            object.ty = types.canonical(object.ty);
            if let Kind::Func(func) = &mut object.kind
                && let Some(receiver) = &mut func.receiver
            {
                receiver.ty = types.canonical(receiver.ty);
            }
        }
        for args in self.instances.values_mut() {
            for arg in args.iter_mut() {
                *arg = types.canonical(*arg);
            }
        }
        types.settle();
        let captures = self
            .captures
            .into_iter()
            .map(|(literal, vars)| (literal, vars.into_iter().collect()));
        let info = Info {
            captures: captures.collect(),
            types: self.types,
            objects: self.objects,
            packages: self.packages,
            exprs: self.exprs,
            names: self.names,
            selections: self.selections,
            instances: self.instances,
        };
        (info, diagnostics)
    }

    fn here(&self) -> PackageId {
        PackageId(self.cx.unit as u32)
    }

    /// The minor version of Go that the file asks for, if it does.
    fn go_minor(&self) -> Option<u32> {
        self.units[self.cx.unit].file.go_minor
    }

    fn error(&mut self, pos: Pos, message: impl Into<String>) {
        let message = message.into();
        // What mentions an invalid type follows from what has been said.
        if !self.errors.is_empty() && message.find("invalid type").is_some_and(|at| at > 0) {
            return;
        }
        let pos = self.cx.inherited.unwrap_or(pos);
        self.errors.push((pos, message));
    }

    /// A place as messages name it in their later lines.
    fn place(&self, pos: Pos) -> String {
        let at = self.map.position(pos);
        let file = &self.map.file(at.file).name;
        format!("./{file}:{}:{}", at.line, at.column)
    }

    fn display(&self, ty: TypeId) -> String {
        self.types.display(ty, Some(self.here()))
    }

    fn object(&self, id: ObjId) -> &Object {
        &self.objects[id.index()]
    }

    fn record(&mut self, e: &Expr, x: &Operand<'a>) {
        if x.is_invalid() {
            return;
        }
        self.exprs[e.id.index()] = Some(ExprInfo {
            mode: x.mode.clone(),
            ty: x.ty,
        });
    }

    fn record_name(&mut self, id: NodeId, object: ObjId) {
        self.names[id.index()] = Some(object);
    }
}

#[cfg(test)]
mod tests;
