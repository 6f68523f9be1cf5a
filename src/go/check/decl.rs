//! Declarations: packages as a whole, and each object of package level when it is first needed.

use super::scope::ScopeId;
use super::{Body, Checker, Context, Source, State, Unit};
use crate::go::ast::{self, Decl, Expr, ExprKind, FuncDecl, Ident, TypeDecl};
use crate::go::source::Pos;
use crate::go::types::info::{Mode, Package};
use crate::go::types::object::{Func, Kind, ObjId, Place, Receiver, Var};
use crate::go::types::{
    self, Const, DeclId, DeclaredMethod, Interface, Name, Type, TypeId, TypeParam,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Type arguments whose constraints are checked once all declarations are known.
#[derive(Clone)]
pub(super) struct Instantiation {
    pub unit: usize,
    pub params: Vec<TypeId>,
    /// With the place of each.
    pub args: Vec<(Pos, TypeId)>,
}

/// A check that needs complete types.
pub(super) enum Pending {
    MapKey(Pos, TypeId),
    VarType(Pos, TypeId),
    Instance(Instantiation),
}

impl<'a> Checker<'a> {
    pub(super) fn package(&mut self, index: usize) {
        let Unit { path, file } = self.units[index].clone();
        let id = self
            .types
            .add_package(path.clone(), file.package.name.clone());
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
        self.find_endless_types(first, last);
        self.complete = true;
        self.run_pending();
        while let Some(body) = self.bodies.pop_front() {
            self.cx = body.context.clone();
            self.function_body(body.block);
        }
        self.run_pending();
        self.unused_imports(file);
        self.initialization_order(index, first, last);
        let main = self.packages[index].name.clone();
        if &*main == "main"
            && self.errors.is_empty()
            && !self.scopes[package_scope.0].names.contains_key("main")
        {
            self.error(
                file.package.pos,
                "function main is undeclared in the main package",
            );
        }
        let scope = &self.scopes[package_scope.0].names;
        self.packages[index].scope = scope.iter().map(|(n, &o)| (n.clone(), o)).collect();
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
                    self.const_counts(decl);
                    for (i, name) in decl.names.iter().enumerate() {
                        self.package_object(name, Kind::Const(None), Source::Const(decl, i));
                    }
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
        for (name, import, other) in clashes {
            let at = self.place(self.object(import).pos);
            let pos = self.object(other).pos;
            self.error(
                pos,
                format!("{name} already declared through import of package\n\t{at}: other declaration of {name}"),
            );
        }
        self.collect_methods(methods);
    }

    fn package_object(&mut self, name: &Ident, kind: Kind, source: Source<'a>) -> ObjId {
        if matches!(&*name.name, "init")
            || (&*name.name == "main" && &*self.packages[self.cx.unit].name == "main")
        {
            self.error(
                name.pos,
                format!("cannot declare {} - must be func", name.name),
            );
        }
        let id = self.add_object(&name.name, name.pos, TypeId::INVALID, kind);
        let extra = &mut self.extras[id.index()];
        extra.source = source;
        extra.state = State::Waiting;
        extra.used = true;
        self.record_name(name.id, id);
        self.declare(&name.name, name.pos, id);
        id
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
        if decl.body.is_none() && (is_init || is_main || package + 1 == self.units.len()) {
            self.error(
                name.pos,
                if is_init {
                    "func init must have a body"
                } else {
                    "missing function body"
                },
            );
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
            "." => {
                self.error(import.pos, "Brigade doesn't have dot imports");
            }
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

    fn unused_imports(&mut self, file: &'a ast::File) {
        for decl in &file.decls {
            let Decl::Import(import) = decl else { continue };
            let id = import.name.as_ref().map_or(import.id, |n| n.id);
            let Some(object) = self.names[id.index()] else {
                continue;
            };
            if self.extras[object.index()].used {
                continue;
            }
            let name = &self.object(object).name;
            let last = import.path.rsplit('/').next().unwrap_or(&import.path);
            let message = if **name == *last {
                format!("{:?} imported and not used", import.path)
            } else {
                format!("{:?} imported as {name} and not used", import.path)
            };
            self.error(import.pos, message);
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
            let (pointer, base) = receiver_base(&receiver.typ);
            let Some(name) = base else { continue };
            let Some(target) = self.lookup(name) else {
                continue;
            };
            let local = self.object(target).package == Some(self.here());
            if local && matches!(self.extras[target.index()].source, Source::Type(_)) {
                if !of_type.contains_key(&target) {
                    bases.push(target);
                }
                of_type
                    .entry(target)
                    .or_default()
                    .push((object, decl, pointer));
            }
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
                receiver_params: vec![],
                signature: TypeId::INVALID,
            });
        });
    }

    /// Makes the defined type of a type declaration of package level, without resolving it yet. None for aliases.
    fn declare_named(&mut self, object: ObjId) -> Option<DeclId> {
        let Source::Type(decl) = self.extras[object.index()].source else {
            return None;
        };
        if decl.alias {
            return None;
        }
        if self.object(object).ty.is_invalid() {
            let id = self.add_decl(decl, object);
            self.objects[object.index()].ty = self.types.named(id, Box::new([]));
        }
        self.types
            .as_named(self.object(object).ty)
            .map(|named| named.0)
    }

    fn add_decl(&mut self, decl: &'a TypeDecl, object: ObjId) -> DeclId {
        self.types.add_decl(types::Decl {
            name: decl.name.name.clone(),
            package: Some(self.here()),
            object,
            params: vec![],
            own_params: decl.type_params.iter().map(|f| f.names.len()).sum(),
            alias: decl.alias,
            underlying: TypeId::INVALID,
            methods: vec![],
        })
    }

    fn resolve_all(&mut self, first: usize, last: usize) {
        let ids = (first..last).map(|i| ObjId(i as u32));
        let (types, others): (Vec<_>, Vec<_>) =
            ids.partition(|id| matches!(self.extras[id.index()].source, Source::Type(_)));
        for id in types.into_iter().chain(others) {
            self.resolve(id);
        }
    }

    /// Finds out what an object of package level is, if that isn't known yet.
    pub(super) fn resolve(&mut self, id: ObjId) {
        match self.extras[id.index()].state {
            State::Done => {}
            State::Resolving => self.found_cycle(id),
            State::Waiting => {
                self.extras[id.index()].state = State::Resolving;
                self.path.push(id);
                let context = self.top_context(id);
                let outer = std::mem::replace(&mut self.cx, context);
                match self.extras[id.index()].source {
                    Source::None => {}
                    Source::Const(decl, i) => self.resolve_const(id, decl, i),
                    Source::Var(decl, i) => self.resolve_var(id, decl, i),
                    Source::Type(decl) => self.resolve_type(id, decl),
                    Source::Func(decl) => self.resolve_func(id, decl),
                }
                self.cx = outer;
                self.path.pop();
                self.extras[id.index()].state = State::Done;
            }
        }
    }

    fn top_context(&self, id: ObjId) -> Context {
        let unit = self.extras[id.index()].unit;
        // The universe is scope 0; each package has two scopes of which the file's follows the package's.
        let mut scope = self.cx.scope;
        while let Some(parent) = self.scopes[scope.0].parent {
            if parent == ScopeId::UNIVERSE {
                break;
            }
            if self.scopes[parent.0].parent == Some(ScopeId::UNIVERSE) {
                break;
            }
            scope = parent;
        }
        Context {
            unit,
            scope,
            functions: vec![],
            results: None,
            iota: None,
            inherited: None,
            owner: Some(id),
            type_params: vec![],
        }
    }

    /// An object was met again while it is being resolved.
    fn found_cycle(&mut self, id: ObjId) {
        let start = self.path.iter().rposition(|&o| o == id).unwrap_or(0);
        let cycle = self.path[start..].to_vec();
        let is_type = |o: &ObjId| matches!(self.extras[o.index()].source, Source::Type(_));
        let is_func = |o: &ObjId| matches!(self.extras[o.index()].source, Source::Func(_));
        let is_alias =
            |o: &ObjId| matches!(self.extras[o.index()].source, Source::Type(d) if d.alias);
        if cycle.iter().all(is_type) {
            if cycle.iter().any(|o| !is_alias(o)) {
                return;
            }
        } else if cycle.iter().any(is_func) && !cycle.iter().any(is_type) {
            return;
        }
        self.report_cycle(&cycle);
        self.objects[id.index()].ty = TypeId::INVALID;
    }

    /// Reports a cycle of declarations, beginning with the one that stands first in the text.
    pub(super) fn report_cycle(&mut self, cycle: &[ObjId]) {
        let start = (0..cycle.len())
            .min_by_key(|&i| self.object(cycle[i]).pos)
            .unwrap_or(0);
        let first = cycle[start];
        let is_type = matches!(self.object(first).kind, Kind::Type);
        let name = |o: ObjId| self.object(o).name.clone();
        let pos = self.object(first).pos;
        let mut message = match (cycle.len(), is_type) {
            (1, true) => format!("invalid recursive type: {} refers to itself", name(first)),
            (1, false) => format!("initialization cycle or refers to itself: {}", name(first)),
            (_, true) => format!("invalid recursive type {}", name(first)),
            (_, false) => format!("initialization cycle or invalid cycle: {}", name(first)),
        };
        if !is_type {
            message = match cycle.len() {
                1 => format!("initialization cycle: {} refers to itself", name(first)),
                _ => format!("initialization cycle for {}", name(first)),
            };
        }
        if cycle.len() > 1 {
            for i in 0..cycle.len() {
                let from = cycle[(start + i) % cycle.len()];
                let to = cycle[(start + i + 1) % cycle.len()];
                let at = self.place(self.object(from).pos);
                message += &format!("\n\t{at}: {} refers to {}", name(from), name(to));
            }
        }
        self.error(pos, message);
    }

    // ---- constants and variables

    fn const_counts(&mut self, decl: &'a ast::ConstDecl) {
        let (names, values) = (decl.names.len(), decl.values.len());
        if values == 0 && decl.typ.is_none() || values < names {
            let name = &decl.names[values.min(names - 1)];
            self.error(name.pos, format!("missing init expr for {}", name.name));
        } else if values > names {
            if decl.inherited {
                self.error(
                    decl.pos,
                    format!("extra init expr at {}", self.place(decl.values[names].pos)),
                );
            } else {
                let extra = &decl.values[names];
                self.error(extra.pos, format!("extra init expr {extra}"));
            }
        }
    }

    fn resolve_const(&mut self, id: ObjId, decl: &'a ast::ConstDecl, i: usize) {
        self.cx.iota = Some(decl.iota);
        self.cx.inherited = decl.inherited.then_some(decl.names[i].pos);
        let typ = decl.typ.as_deref().map(|t| {
            // The tree is shared with the context's lifetime through the declaration.
            self.typ(t)
        });
        let Some(value) = decl.values.get(i) else {
            return;
        };
        let mut typ = typ;
        if let Some(ty) = typ
            && !ty.is_invalid()
            && !matches!(&*self.types.under(ty), Type::Basic(_))
        {
            let pos = decl.typ.as_deref().map_or(decl.pos, |t| t.pos);
            self.error(pos, format!("invalid constant type {}", self.display(ty)));
            typ = Some(TypeId::INVALID);
        }
        let mut x = self.expr(value, None);
        if typ.is_some_and(TypeId::is_invalid) || x.is_invalid() {
            return;
        }
        if x.constant().is_none() {
            let what = self.describe(&x);
            let pos = self.cx.inherited.unwrap_or(x.pos());
            self.error(pos, format!("{what} is not constant"));
            return;
        }
        if let Some(ty) = typ
            && !self.assign(&mut x, Some(ty), "constant declaration")
        {
            return;
        }
        let object = &mut self.objects[id.index()];
        object.ty = x.ty;
        if let Mode::Const(value) = x.mode {
            object.kind = Kind::Const(Some(value));
        }
    }

    /// `iota`'s value and the like for constants declared in functions.
    pub(super) fn local_const(&mut self, decl: &'a ast::ConstDecl) {
        self.const_counts(decl);
        let ids: Vec<ObjId> = decl
            .names
            .iter()
            .enumerate()
            .map(|(i, name)| {
                let id = self.add_object(&name.name, name.pos, TypeId::INVALID, Kind::Const(None));
                self.record_name(name.id, id);
                let outer = self.cx.clone();
                self.resolve_const(id, decl, i);
                self.cx = outer;
                id
            })
            .collect();
        for (name, id) in decl.names.iter().zip(ids) {
            self.declare(&name.name, name.pos, id);
        }
    }

    fn resolve_var(&mut self, id: ObjId, decl: &'a ast::VarDecl, i: usize) {
        let typ = decl.typ.as_ref().map(|t| self.var_type(t));
        if let Some(ty) = typ {
            self.objects[id.index()].ty = ty;
        }
        let vars: Vec<ObjId> = decl
            .names
            .iter()
            .filter_map(|n| self.names[n.id.index()])
            .collect();
        if decl.values.is_empty() {
            return;
        }
        if decl.values.len() == decl.names.len() {
            self.init_var(
                id,
                &decl.values[i],
                "variable declaration",
                decl.names.len() == 1,
            );
            return;
        }
        // Several variables by one call, or a wrong count: all of them at once.
        for &var in &vars {
            self.extras[var.index()].state = State::Done;
            if let Some(ty) = typ {
                self.objects[var.index()].ty = ty;
            }
        }
        self.init_vars(&vars, &decl.values, None, decl.pos);
        let uses = self.extras[id.index()].uses.clone();
        for &var in &vars {
            self.extras[var.index()].uses.extend(uses.iter().copied());
        }
    }

    // ---- types

    fn resolve_type(&mut self, id: ObjId, decl: &'a TypeDecl) {
        if !decl.alias && self.object(id).ty.is_invalid() {
            self.declare_named(id);
        }
        self.define_type(id, decl);
    }

    /// A type declared in a function.
    pub(super) fn local_type(&mut self, decl: &'a TypeDecl) {
        let id = self.add_object(&decl.name.name, decl.name.pos, TypeId::INVALID, Kind::Type);
        let extra = &mut self.extras[id.index()];
        extra.source = Source::Type(decl);
        extra.state = State::Resolving;
        extra.used = true;
        self.record_name(decl.name.id, id);
        self.declare(&decl.name.name, decl.name.pos, id);
        let complete = std::mem::replace(&mut self.complete, false);
        self.path.push(id);
        if !decl.alias {
            self.declare_named(id);
        }
        self.define_type(id, decl);
        self.path.pop();
        self.extras[id.index()].state = State::Done;
        self.complete = complete;
        self.find_endless_types(id.index(), id.index() + 1);
        if complete {
            self.run_pending();
        }
    }

    fn define_type(&mut self, id: ObjId, decl: &'a TypeDecl) {
        let outer_params = self.cx.type_params.clone();
        self.in_scope(|c| {
            let own = c.type_params(&decl.type_params);
            let params: Vec<TypeId> = own
                .into_iter()
                .chain(outer_params.iter().copied())
                .collect();
            let (declared, args) = if decl.alias {
                let declared = c.add_decl(decl, id);
                (declared, params.clone())
            } else {
                match c.types.as_named(c.object(id).ty) {
                    Some((declared, _)) => (declared, params.clone()),
                    None => return,
                }
            };
            c.types.with_decl(declared, |d| d.params = params.clone());
            if !decl.alias {
                c.objects[id.index()].ty = c.types.named(declared, args.clone().into());
            }
            // The parameters' constraints may name the type itself.
            c.constraints(&decl.type_params, &params);
            let right = c.declared_type(&decl.typ);
            if c.types.is_param(right) && !decl.alias {
                c.error(
                    decl.typ.pos,
                    "cannot use a type parameter as RHS in type declaration",
                );
                return;
            }
            c.types.with_decl(declared, |d| d.underlying = right);
            if decl.alias {
                c.objects[id.index()].ty = if right.is_invalid() {
                    right
                } else {
                    c.types.named(declared, args.into())
                };
            } else {
                c.field_and_method(declared, &decl.typ);
            }
        });
    }

    /// `field and method with the same name`
    fn field_and_method(&mut self, declared: DeclId, typ: &'a Expr) {
        let ExprKind::StructType(fields) = &typ.kind else {
            return;
        };
        let methods = self.types.decl_with(declared, |d| d.methods.clone());
        for method in &methods {
            let fields = fields.iter().flat_map(|f| f.names.iter());
            if let Some(field) = fields.into_iter().find(|f| f.name == method.name.text) {
                let at = self.place(field.pos);
                let name = &method.name.text;
                let message = format!(
                    "field and method with the same name {name}\n\t{at}: other declaration of {name}"
                );
                let pos = self.object(method.object).pos;
                self.error(pos, message);
            }
        }
    }

    /// Declares type parameters, their constraints still unknown.
    pub(super) fn type_params(&mut self, fields: &'a [ast::Field]) -> Vec<TypeId> {
        let mut params = vec![];
        for name in fields.iter().flat_map(|f| &f.names) {
            params.push(self.type_param(name, TypeId::ANY));
        }
        params
    }

    pub(super) fn type_param(&mut self, name: &Ident, constraint: TypeId) -> TypeId {
        let object = self.add_object(&name.name, name.pos, TypeId::INVALID, Kind::Type);
        self.extras[object.index()].used = true;
        let ty = self.types.add_param(TypeParam {
            name: name.name.clone(),
            object,
            constraint,
        });
        self.objects[object.index()].ty = ty;
        self.record_name(name.id, object);
        self.declare(&name.name, name.pos, object);
        ty
    }

    /// Sets the constraints of type parameters just declared.
    pub(super) fn constraints(&mut self, fields: &'a [ast::Field], params: &[TypeId]) {
        let mut next = params.iter();
        for field in fields {
            let constraint = self.constraint(&field.typ);
            for _ in &field.names {
                if let Some(&param) = next.next()
                    && let Type::Param(id) = &*self.types.get(param)
                {
                    self.types.set_constraint(*id, constraint);
                }
            }
        }
    }

    fn constraint(&mut self, e: &'a Expr) -> TypeId {
        let ty = self.typ(e);
        if ty.is_invalid() {
            return TypeId::ANY;
        }
        if self.types.is_param(ty) {
            let message = format!("cannot use a type parameter as constraint: {e}");
            self.error(e.pos, message);
            return TypeId::ANY;
        }
        match &*self.types.under(ty) {
            Type::Interface(_) => ty,
            Type::Basic(types::Basic::Invalid) => ty,
            _ => self.types.intern(Type::Interface(Interface {
                methods: Box::new([]),
                embeds: Box::new([ty]),
                implicit: true,
                comparable: false,
            })),
        }
    }

    /// Finds types that contain themselves by value, directly or through others, and makes them invalid.
    fn find_endless_types(&mut self, first: usize, last: usize) {
        for index in first..last {
            let id = ObjId(index as u32);
            if !matches!(self.extras[index].source, Source::Type(_)) {
                continue;
            }
            let Some((decl, _)) = self.types.as_named(self.object(id).ty) else {
                continue;
            };
            let mut path = vec![];
            if self.contains_itself(decl, self.types.named_self(decl), &mut path, 0) {
                let cycle: Vec<ObjId> = path
                    .iter()
                    .map(|&d| self.types.decl_with(d, |d| d.object))
                    .collect();
                self.report_cycle(&cycle);
                for decl in path {
                    self.types
                        .with_decl(decl, |d| d.underlying = TypeId::INVALID);
                }
            }
        }
    }

    /// Whether a value of type `ty` holds one of `target`; `path` collects the declarations on the way.
    fn contains_itself(
        &self,
        target: DeclId,
        ty: TypeId,
        path: &mut Vec<DeclId>,
        depth: usize,
    ) -> bool {
        if depth > 100 {
            return false;
        }
        let all = |parts: &[TypeId], path: &mut Vec<DeclId>| {
            parts
                .iter()
                .any(|&p| self.contains_itself(target, p, path, depth + 1))
        };
        match &*self.types.get(ty) {
            Type::Named { decl, args } => {
                if !path.is_empty() && *decl == target {
                    return true;
                }
                if path.contains(decl) {
                    return false;
                }
                path.push(*decl);
                let under = self.types.decl_with(*decl, |d| d.underlying);
                let pairs = self.types.arguments(*decl, args);
                let under = self.types.substitute(under, &pairs);
                let found = self.contains_itself(target, under, path, depth + 1);
                if !found {
                    path.pop();
                }
                found
            }
            Type::Array { elem, .. } => self.contains_itself(target, *elem, path, depth + 1),
            Type::Struct(fields) => {
                let parts: Vec<TypeId> = fields.iter().map(|f| f.ty).collect();
                all(&parts, path)
            }
            Type::Interface(interface) => all(&interface.embeds, path),
            Type::Union(terms) => {
                let parts: Vec<TypeId> = terms.iter().map(|t| t.ty).collect();
                all(&parts, path)
            }
            _ => false,
        }
    }

    // ---- functions

    fn resolve_func(&mut self, id: ObjId, decl: &'a FuncDecl) {
        let file_scope = self.cx.scope;
        self.cx.scope = self.new_scope(Some(file_scope));
        self.cx.functions = vec![decl.id];
        let receiver = decl.receiver.as_ref().map(|field| self.receiver(field));
        let own = self.type_params(&decl.type_params);
        self.constraints(&decl.type_params, &own);
        let receiver_params = receiver.as_ref().map_or(vec![], |r| r.params.clone());
        self.cx.type_params = receiver_params.iter().chain(&own).copied().collect();
        if let (Some(field), Some(receiver)) = (&decl.receiver, &receiver)
            && let [name] = &field.names[..]
        {
            let var = self.new_var(name, receiver.ty, Place::Receiver);
            self.declare(&name.name, name.pos, var);
        }
        let (signature, results) = self.signature_in_scope(&decl.signature);
        let ty = self.types.intern(Type::Func(signature));
        self.objects[id.index()].ty = ty;
        if let Some(Receiver {
            decl: Some(base),
            params,
            ..
        }) = &receiver
        {
            self.types.with_decl(*base, |d| {
                if let Some(method) = d.methods.iter_mut().find(|m| m.object == id) {
                    method.signature = ty;
                    method.receiver_params = params.clone();
                }
            });
        }
        if let Kind::Func(func) = &mut self.objects[id.index()].kind {
            func.receiver = receiver;
            func.type_params = own;
        }
        if let Some(block) = &decl.body {
            self.cx.results = Some(Arc::new(results));
            let context = self.cx.clone();
            self.bodies.push_back(Body { context, block });
        }
    }

    fn receiver(&mut self, field: &'a ast::Field) -> Receiver {
        let mut typ = &field.typ;
        let mut pointer = false;
        loop {
            match &typ.kind {
                ExprKind::Paren(inner) => typ = inner,
                ExprKind::Star(inner) if !pointer => {
                    pointer = true;
                    typ = inner;
                }
                _ => break,
            }
        }
        let (base, names) = match &typ.kind {
            ExprKind::Index {
                operand, indices, ..
            } => (&**operand, &indices[..]),
            _ => (typ, &[][..]),
        };
        let mut receiver = Receiver {
            ty: TypeId::INVALID,
            decl: None,
            pointer,
            params: vec![],
        };
        let base_ty = self.generic_type(base);
        if base_ty.is_invalid() {
            return receiver;
        }
        let named = self.types.as_named(base_ty);
        let Some((decl, _)) = named else {
            let what = match self.types.has_name(base_ty) {
                true => format!(
                    "cannot define new methods on non-local type {}",
                    self.display(base_ty)
                ),
                false => format!("invalid receiver type {}", self.display(base_ty)),
            };
            self.error(base.pos, what);
            return receiver;
        };
        let (package, own, alias) = self
            .types
            .decl_with(decl, |d| (d.package, d.own_params, d.alias));
        if package != Some(self.here()) {
            let shown = self.display(base_ty);
            self.error(
                base.pos,
                format!("cannot define new methods on non-local type {shown}"),
            );
            return receiver;
        }
        let params = self.types.decl_with(decl, |d| d.params.clone());
        if !alias && names.len() != own {
            if names.is_empty() {
                let shown = self.types.display_decl(decl, Some(self.here()));
                self.error(
                    base.pos,
                    format!(
                        "cannot use generic type {shown}{} without instantiation",
                        self.params_text(&params)
                    ),
                );
            } else {
                let message = format!(
                    "receiver declares {} type parameter{}, but receiver base type declares {own}",
                    names.len(),
                    if names.len() == 1 { "" } else { "s" }
                );
                self.error(base.pos, message);
            }
            return receiver;
        }
        for name in names {
            if let ExprKind::Name(text) = &name.kind {
                let ident = Ident {
                    id: name.id,
                    pos: name.pos,
                    name: text.clone(),
                };
                receiver.params.push(self.type_param(&ident, TypeId::ANY));
            } else {
                self.error(
                    name.pos,
                    format!("receiver type parameter {name} must be an identifier"),
                );
                receiver.params.push(TypeId::INVALID);
            }
        }
        let pairs: Vec<_> = params
            .iter()
            .copied()
            .zip(receiver.params.iter().copied())
            .collect();
        for &(from, to) in &pairs {
            if let (Type::Param(from), Type::Param(to)) =
                (&*self.types.get(from), &*self.types.get(to))
            {
                let constraint = self.types.param(*from).constraint;
                let constraint = self.types.substitute(constraint, &pairs);
                self.types.set_constraint(*to, constraint);
            }
        }
        let of = if alias {
            base_ty
        } else {
            self.types.named(decl, receiver.params.clone().into())
        };
        let under = self.types.under(of);
        if matches!(&*under, Type::Pointer(_) | Type::Interface(_)) {
            let shown = self.display(of);
            self.error(
                base.pos,
                format!("invalid receiver type {shown} (pointer or interface type)"),
            );
        }
        receiver.decl = Some(decl);
        receiver.ty = if pointer {
            self.types.intern(Type::Pointer(of))
        } else {
            of
        };
        receiver
    }

    /// Type parameters with their constraints as messages print them: `[T any]`.
    pub(super) fn params_text(&self, params: &[TypeId]) -> String {
        let mut out = String::from("[");
        for (i, &param) in params.iter().enumerate() {
            if let Type::Param(id) = &*self.types.get(param) {
                let constraint = |p: TypeId| match &*self.types.get(p) {
                    Type::Param(id) => self.types.param(*id).constraint,
                    _ => TypeId::INVALID,
                };
                let mine = self.types.param(*id);
                if i > 0 {
                    out += if constraint(params[i - 1]) == mine.constraint {
                        ", "
                    } else {
                        ""
                    };
                    if constraint(params[i - 1]) != mine.constraint {
                        out += &format!(" {}, ", self.display(constraint(params[i - 1])));
                    }
                }
                out += &mine.name;
                if i + 1 == params.len() {
                    out += &format!(" {}", self.display(mine.constraint));
                }
            }
        }
        out + "]"
    }

    // ---- what waits for complete types

    pub(super) fn pend(&mut self, pending: Pending) {
        self.pending.push(pending);
        if self.complete {
            self.run_pending();
        }
    }

    fn run_pending(&mut self) {
        for pending in std::mem::take(&mut self.pending) {
            match pending {
                Pending::MapKey(pos, key) => self.check_map_key(pos, key),
                Pending::VarType(pos, ty) => self.check_var_type(pos, ty),
                Pending::Instance(instance) => {
                    let unit = std::mem::replace(&mut self.cx.unit, instance.unit);
                    self.check_instantiation(&instance);
                    self.cx.unit = unit;
                }
            }
        }
    }

    fn check_map_key(&mut self, pos: Pos, key: TypeId) {
        if key.is_invalid() || self.types.comparable(key, false) {
            return;
        }
        let why = if self.types.is_param(key) {
            " (missing comparable constraint)"
        } else {
            ""
        };
        self.error(
            pos,
            format!("invalid map key type {}{why}", self.display(key)),
        );
    }

    fn check_var_type(&mut self, pos: Pos, ty: TypeId) {
        if !self.types.is_interface(ty) {
            return;
        }
        let set = self.types.type_set(ty);
        if set.is_basic() {
            return;
        }
        let why = if set.comparable {
            "interface is (or embeds) comparable"
        } else {
            "interface contains type constraints"
        };
        let shown = self.display(ty);
        self.error(
            pos,
            format!("cannot use type {shown} outside a type constraint: {why}"),
        );
    }

    fn check_instantiation(&mut self, instance: &Instantiation) {
        let pairs: Vec<_> = instance
            .params
            .iter()
            .copied()
            .zip(instance.args.iter().map(|a| a.1))
            .collect();
        for (param, &(pos, arg)) in instance.params.iter().zip(&instance.args) {
            if let Some(why) = self.unsatisfied(*param, arg, &pairs) {
                self.error(pos, why);
                return;
            }
        }
    }

    /// An integer constant that an operand is, for `iota`.
    pub(super) fn iota_value(&self) -> Option<Const> {
        self.cx.iota.map(Const::int)
    }
}

/// Whether a receiver's type is a pointer, and the name of its base type.
fn receiver_base(mut typ: &Expr) -> (bool, Option<&str>) {
    let mut pointer = false;
    loop {
        match &typ.kind {
            ExprKind::Paren(inner) => typ = inner,
            ExprKind::Star(inner) => {
                pointer = true;
                typ = inner;
            }
            ExprKind::Index { operand, .. } => typ = operand,
            ExprKind::Name(name) => return (pointer, Some(name)),
            _ => return (pointer, None),
        }
    }
}
