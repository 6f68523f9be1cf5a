//! Packages as a whole: what a file declares, before any of it is looked into.

use super::funcdecl::{FUNC, unpacked_receiver};
use super::scope::ScopeId;
use super::{Checker, Context, Source, State, Unit};
use crate::go::ast::{self, Decl, Expr, ExprKind, FuncDecl, Ident};
use crate::go::source::Pos;
use crate::go::types::info::Package;
use crate::go::types::object::{Func, Kind, ObjId, Place, Var};
use crate::go::types::{
    DeclId, DeclaredMethod, Name, PackageId, PackageNames, TypeId, is_exported,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The packages that don't import Go's runtime.
const APART: [&str; 7] = [
    "cmp",
    "container/list",
    "math",
    "math/bits",
    "sync/atomic",
    "unicode",
    "unicode/utf8",
];

impl<'a> Checker<'a> {
    pub(super) fn package(&mut self, index: usize) {
        let Unit { path, file, .. } = self.units[index].clone();
        let id = self
            .types
            .add_package(self.package_names(&path, &file.package.name));
        self.package_of_path.insert(path.clone(), id);
        let package_scope = self.new_scope(Some(ScopeId::UNIVERSE));
        let file_scope = self.new_scope(Some(package_scope));
        self.cx = Context {
            unit: index,
            scope: file_scope,
            functions: vec![],
            results: None,
            iota: None,
            inherited: None,
            owner: None,
            type_params: vec![],
        };
        self.packages.push(Package {
            path,
            name: file.package.name.clone(),
            scope: BTreeMap::new(),
            imports: vec![],
            init_order: vec![],
            inits: vec![],
            functions: vec![],
            shared_loop_variables: file.go_minor.is_some_and(|minor| minor < 22),
        });
        self.complete = false;
        let first = self.objects.len();
        self.collect(file, package_scope);
        let last = self.objects.len();
        self.resolve_all(first, last);
        self.complete = true;
        self.process_delayed(0);
        self.initialization_order(index, first, last);
        self.unused_imports(file);
        if self.errors.is_empty() {
            self.instantiation_cycle();
        }
        if self.errors.is_empty() {
            self.anonymous_cycles();
        }
        if self.errors.is_empty() && index + 1 == self.units.len() {
            self.bodies(file);
        }
        let scope = &self.scopes[package_scope.0].names;
        self.packages[index].scope = scope.iter().map(|(n, &o)| (n.clone(), o)).collect();
    }

    /// Go's own libraries have other packages named sync, strconv, json and atomic, which the compiler knows of as soon as something
    /// that reaches its runtime is imported.
    fn package_names(&self, path: &Arc<str>, name: &Arc<str>) -> PackageNames {
        let apart = |decl: &Decl| match decl {
            Decl::Import(import) => APART.contains(&&*import.path),
            _ => true,
        };
        let apart = |unit: &Unit<'a>| unit.file.decls.iter().all(apart);
        let shown = match &**path {
            "sync" | "strconv" | "encoding/json" => format!("{path:?}").into(),
            "sync/atomic" if !self.units.last().is_some_and(apart) => format!("{path:?}").into(),
            _ => name.clone(),
        };
        PackageNames {
            path: path.clone(),
            name: name.clone(),
            shown,
        }
    }

    fn collect(&mut self, file: &'a ast::File, package_scope: ScopeId) {
        let file_scope = self.cx.scope;
        let mut methods: Vec<(ObjId, &'a FuncDecl)> = vec![];
        for (index, decl) in file.decls.iter().enumerate() {
            if let Decl::Import(import) = decl {
                self.cx.scope = file_scope;
                self.import(import);
                continue;
            }
            self.cx.scope = package_scope;
            match decl {
                Decl::Import(_) => {}
                Decl::Const(decl) => {
                    for (i, name) in decl.names.iter().enumerate() {
                        self.package_object(name, Kind::Const(None), Source::Const(decl, i));
                    }
                    self.const_counts(decl);
                }
                Decl::Var(decl) => {
                    for (i, name) in decl.names.iter().enumerate() {
                        let var = Var {
                            place: Place::Package,
                            function: None,
                            captured: false,
                            addressed: false,
                            assigned: false,
                        };
                        self.package_object(name, Kind::Var(var), Source::Var(decl, i));
                    }
                    self.var_counts(decl);
                }
                Decl::Type(decl) => {
                    self.package_object(&decl.name, Kind::Type, Source::Type(decl));
                }
                Decl::Func(decl) => {
                    let object = self.collect_func(index, decl);
                    if decl.receiver.is_some() {
                        methods.push((object, decl));
                    }
                }
            }
        }
        self.cx.scope = file_scope;
        let names = self.scopes[file_scope.0].names.clone();
        let mut clashes: Vec<(Arc<str>, ObjId, ObjId)> = vec![];
        for (name, import) in names {
            if let Some(&other) = self.scopes[package_scope.0].names.get(&name) {
                clashes.push((name, import, other));
            }
        }
        clashes.sort_by_key(|&(_, import, _)| self.object(import).pos);
        for (name, import, other) in clashes {
            let at = self.place(self.object(import).pos);
            let pos = self.object(other).pos;
            let (through, package) = match self.object(import).kind {
                Kind::Package(package) => ("import", package),
                _ => (
                    "dot-import",
                    self.object(import).package.unwrap_or(self.here()),
                ),
            };
            let package = &self.packages[package.0 as usize];
            let (path, package) = (&package.path, &package.name);
            self.error(
                pos,
                format!("{name} already declared through {through} of package {package} ({path:?})\n\t{at}: other declaration of {name}"),
            );
        }
        self.collect_methods(methods);
    }

    /// That all functions of the learner's file have bodies, which the Go compiler asks last.
    fn bodies(&mut self, file: &'a ast::File) {
        for decl in &file.decls {
            if let Decl::Func(func) = decl
                && func.body.is_none()
            {
                self.error(Pos(func.pos.0 + FUNC), "missing function body");
            }
        }
    }

    /// Declares something that is no function. `init` and `main` must be functions.
    fn package_object(&mut self, name: &Ident, kind: Kind, source: Source<'a>) {
        let in_main = &*self.packages[self.cx.unit].name == "main";
        if &*name.name == "init" || &*name.name == "main" && in_main {
            let message = format!("cannot declare {} - must be func", name.name);
            self.error(name.pos, message);
            return;
        }
        let id = self.add_object(&name.name, name.pos, TypeId::INVALID, kind);
        let extra = &mut self.extras[id.index()];
        extra.source = source;
        extra.state = State::Waiting;
        extra.used = true;
        self.record_name(name.id, id);
        self.declare(&name.name, name.pos, id);
    }

    fn collect_func(&mut self, index: usize, decl: &'a FuncDecl) -> ObjId {
        let kind = Kind::Func(Func {
            decl: decl.id,
            index,
            receiver: None,
            type_params: vec![],
            has_body: decl.body.is_some(),
        });
        let name = &decl.name;
        let id = self.add_object(&name.name, name.pos, TypeId::INVALID, kind);
        let extra = &mut self.extras[id.index()];
        extra.source = Source::Func(decl);
        extra.state = State::Waiting;
        extra.used = true;
        self.record_name(name.id, id);
        let package = self.cx.unit;
        self.packages[package].functions.push(id);
        if decl.receiver.is_some() {
            return id;
        }
        let is_main = &*name.name == "main" && &*self.packages[package].name == "main";
        let is_init = &*name.name == "init";
        if is_main || is_init {
            if !decl.type_params.is_empty() {
                let pos = decl.type_params[0].pos;
                self.error(
                    pos,
                    format!("func {} must have no type parameters", name.name),
                );
            }
            if !decl.signature.params.is_empty() || !decl.signature.results.is_empty() {
                let message = format!(
                    "func {} must have no arguments and no return values",
                    name.name
                );
                self.error(name.pos, message);
            }
        }
        if decl.body.is_none() && is_init {
            self.error(name.pos, "func init must have a body");
        }
        if is_init {
            self.packages[package].inits.push(id);
        } else {
            self.declare(&name.name, name.pos, id);
        }
        id
    }

    fn import(&mut self, import: &'a ast::ImportDecl) {
        let path = &import.path;
        let Some(&package) = self.package_of_path.get(path) else {
            // Loading has complained.
            // Whatever is selected from it is silently invalid.
            let name: Arc<str> = match &import.name {
                Some(name) => name.name.clone(),
                None => path.rsplit('/').next().unwrap_or(path).into(),
            };
            let object = self.add_object(&name, import.pos, TypeId::INVALID, Kind::Nil);
            self.extras[object.index()].used = true;
            self.declare(&name, import.pos, object);
            return;
        };
        let package_name = self.packages[package.0 as usize].name.clone();
        let unit = self.cx.unit;
        if !self.packages[unit].imports.contains(&package) {
            self.packages[unit].imports.push(package);
        }
        let name = import
            .name
            .as_ref()
            .map_or(package_name, |n| n.name.clone());
        match &*name {
            "_" => {}
            "." => self.dot_import(import, package),
            _ => {
                let object = self.add_object(
                    &name,
                    import.pos,
                    TypeId::EMPTY_TUPLE,
                    Kind::Package(package),
                );
                self.record_name(import.name.as_ref().map_or(import.id, |n| n.id), object);
                self.declare(&name, import.pos, object);
            }
        }
    }

    /// Declares all that a package exports, in the file's scope.
    fn dot_import(&mut self, import: &'a ast::ImportDecl, package: PackageId) {
        let Some(dot) = &import.name else { return };
        let kind = Kind::Package(package);
        let object = self.add_object(&dot.name, import.pos, TypeId::EMPTY_TUPLE, kind);
        self.record_name(dot.id, object);
        let scope = self.packages[package.0 as usize].scope.clone();
        for (name, member) in scope.into_iter().filter(|(name, _)| is_exported(name)) {
            let names = &mut self.scopes[self.cx.scope.0].names;
            if let Some(&other) = names.get(&name) {
                let at = self.place(self.object(other).pos);
                let message =
                    format!("{name} redeclared in this block\n\t{at}: other declaration of {name}");
                self.error(dot.pos, message);
            } else {
                names.insert(name, member);
                self.dot_imports.insert(member, object);
            }
        }
    }

    /// Gives each type its methods, whose signatures are resolved later.
    fn collect_methods(&mut self, methods: Vec<(ObjId, &'a FuncDecl)>) {
        let mut of_type: FxHashMap<ObjId, Vec<(ObjId, &'a FuncDecl, bool)>> = FxHashMap::default();
        let mut bases = vec![];
        for (object, decl) in methods {
            let Some(receiver) = &decl.receiver else {
                continue;
            };
            let (pointer, base, _) = unpacked_receiver(&receiver.typ);
            let Some((target, pointer)) = self.receiver_base(base, pointer) else {
                continue;
            };
            if !of_type.contains_key(&target) {
                bases.push(target);
            }
            of_type
                .entry(target)
                .or_default()
                .push((object, decl, pointer));
        }
        for base in bases {
            let decl = self.declare_named(base);
            let Some(decl) = decl else { continue };
            for &(object, func, pointer) in &of_type[&base] {
                self.add_method(decl, object, func, pointer);
            }
        }
    }

    fn add_method(&mut self, decl: DeclId, object: ObjId, func: &'a FuncDecl, pointer: bool) {
        let name = Name::new(func.name.name.clone(), Some(self.here()));
        if &*name.text == "_" {
            return;
        }
        let other = self.types.decl_with(decl, |d| {
            d.methods.iter().find(|m| m.name == name).map(|m| m.object)
        });
        if let Some(other) = other {
            let at = self.place(self.object(other).pos);
            let ty = self.types.decl_with(decl, |d| d.name.clone());
            let message = format!("method {ty}.{} already declared at {at}", name.text);
            self.error(func.name.pos, message);
            return;
        }
        self.types.with_decl(decl, |d| {
            d.methods.push(DeclaredMethod {
                name,
                object,
                pointer,
                generic: !func.type_params.is_empty(),
                receiver_params: vec![],
                signature: TypeId::INVALID,
            });
        });
    }

    /// The defined type that methods belong to, through aliases, and whether their receiver is a pointer to it.
    fn receiver_base(&self, base: &Expr, mut pointer: bool) -> Option<(ObjId, bool)> {
        let mut base = base;
        for _ in 0..self.objects.len() {
            let ExprKind::Name(name) = &base.kind else {
                return None;
            };
            let target = self.scopes[self.cx.scope.0].parent?;
            let target = *self.scopes[target.0].names.get(name)?;
            let Source::Type(decl) = self.extras[target.index()].source else {
                return None;
            };
            if !decl.alias {
                return Some((target, pointer));
            }
            if !decl.type_params.is_empty() {
                return None;
            }
            base = decl.typ.unparen();
            if let ExprKind::Star(inner) = &base.kind {
                if pointer {
                    return None;
                }
                pointer = true;
                base = inner.unparen();
            }
        }
        None
    }
}
