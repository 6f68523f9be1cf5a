//! Type expressions.

use super::delay::{Delayed, Instantiation};
use super::{Checker, Results};
use crate::go::ast::{self, Expr, ExprKind, InterfaceElem};
use crate::go::source::Pos;
use crate::go::types::info::{ExprInfo, Mode};
use crate::go::types::object::{Kind, ObjId, Place};
use crate::go::types::{
    Basic, Field, Interface, Method, Name, Param, Signature, Term, Type, TypeId,
};
use rustc_hash::FxHashMap;
use std::sync::Arc;

impl<'a> Checker<'a> {
    /// The type that an expression denotes; generic ones must be instantiated.
    pub(super) fn typ(&mut self, e: &'a Expr) -> TypeId {
        let ty = self.declared_type(e);
        if let Some((decl, args)) = self.types.as_named(ty)
            && args.is_empty()
            && self.types.decl_with(decl, |d| d.own_params) > 0
        {
            return self.not_instantiated(e, ty);
        }
        ty
    }

    fn not_instantiated(&mut self, e: &Expr, ty: TypeId) -> TypeId {
        let Type::Named { decl, .. } = *self.types.get(ty) else {
            return ty;
        };
        let params = self.types.decl_with(decl, |d| {
            d.params[..d.own_params.min(d.params.len())].to_vec()
        });
        let name = self.types.display_decl(decl, Some(self.here()));
        let message = format!(
            "cannot use generic type {name}{} without instantiation",
            self.params_text(&params)
        );
        self.error(e.pos, message);
        TypeId::INVALID
    }

    /// The type of something that has values: no constraint.
    pub(super) fn var_type(&mut self, e: &'a Expr) -> TypeId {
        let ty = self.typ(e);
        if !ty.is_invalid() {
            self.later(Delayed::VarType(e.pos, ty));
        }
        ty
    }

    /// As [`Checker::typ`], for the right side of a type declaration.
    pub(super) fn declared_type(&mut self, e: &'a Expr) -> TypeId {
        let ty = self.type_within(e);
        let ty = match &e.kind {
            ExprKind::Name(_) | ExprKind::Selector { .. } if self.is_generic_name(e, ty) => {
                self.not_instantiated(e, ty)
            }
            _ => ty,
        };
        self.record_type(e, ty);
        ty
    }

    pub(super) fn record_type(&mut self, e: &Expr, ty: TypeId) {
        if !ty.is_invalid() {
            self.exprs[e.id.index()] = Some(ExprInfo {
                mode: Mode::Type,
                ty,
            });
        }
    }

    /// Whether a name stands for a generic type, whose type then is the one with its own parameters.
    pub(super) fn is_generic_name(&self, e: &Expr, ty: TypeId) -> bool {
        let id = match &e.kind {
            ExprKind::Name(_) => e.id,
            ExprKind::Selector { name, .. } => name.id,
            _ => return false,
        };
        let Some(object) = self.names[id.index()] else {
            return false;
        };
        if !matches!(self.object(object).kind, Kind::Type) {
            return false;
        }
        match &*self.types.get(ty) {
            Type::Named { decl, .. } => self
                .types
                .decl_with(*decl, |d| d.own_params > 0 && d.object == object),
            _ => false,
        }
    }

    /// A type that may be generic, as it stands before its type arguments.
    pub(super) fn generic_type(&mut self, e: &'a Expr) -> TypeId {
        let ty = self.type_within(e);
        self.record_type(e, ty);
        ty
    }

    fn type_within(&mut self, e: &'a Expr) -> TypeId {
        match &e.kind {
            ExprKind::Bad => TypeId::INVALID,
            ExprKind::Name(name) => self.type_name(e, name),
            ExprKind::Selector { operand, name } => self.qualified_type(e, operand, name),
            ExprKind::Paren(inner) => self.declared_type(inner),
            ExprKind::Index {
                operand, indices, ..
            } => self.instantiated(operand, indices),
            ExprKind::Star(inner) => {
                let elem = self.var_type(inner);
                self.wrap(elem, Type::Pointer)
            }
            ExprKind::ArrayType { len: None, elem } => {
                self.error(
                    e.pos,
                    "invalid use of [...] array (outside a composite literal)",
                );
                self.var_type(elem);
                TypeId::INVALID
            }
            ExprKind::ArrayType {
                len: Some(len),
                elem,
            } => {
                let len = self.array_length(len);
                let elem = self.var_type(elem);
                match len {
                    Some(len) => self.wrap(elem, |elem| Type::Array { len, elem }),
                    None => TypeId::INVALID,
                }
            }
            ExprKind::SliceType(elem) => {
                let elem = self.var_type(elem);
                self.wrap(elem, Type::Slice)
            }
            ExprKind::StructType(fields) => self.struct_type(fields),
            ExprKind::FuncType(signature) => {
                let signature = self.signature(signature);
                self.types.intern(Type::Func(signature))
            }
            ExprKind::InterfaceType { elems, implicit } => {
                self.interface_type(e.pos, elems, *implicit)
            }
            ExprKind::MapType { key, value } => {
                let key_ty = self.var_type(key);
                let elem = self.var_type(value);
                if key_ty.is_invalid() || elem.is_invalid() {
                    return TypeId::INVALID;
                }
                self.later(Delayed::MapKey(key.pos, key_ty));
                self.types.intern(Type::Map { key: key_ty, elem })
            }
            ExprKind::ChanType { dir, elem } => {
                let elem = self.var_type(elem);
                self.wrap(elem, |elem| Type::Chan { dir: *dir, elem })
            }
            _ => {
                self.error(e.pos, format!("{e} is not a type"));
                self.use_all(std::slice::from_ref(e));
                TypeId::INVALID
            }
        }
    }

    fn wrap(&self, elem: TypeId, make: impl FnOnce(TypeId) -> Type) -> TypeId {
        if elem.is_invalid() {
            return elem;
        }
        self.types.intern(make(elem))
    }

    fn type_name(&mut self, e: &'a Expr, name: &Arc<str>) -> TypeId {
        if &**name == "_" {
            self.error(e.pos, "cannot use _ as value or type");
            return TypeId::INVALID;
        }
        let Some(object) = self.lookup(name) else {
            self.undefined(e.pos, name);
            return TypeId::INVALID;
        };
        self.record_name(e.id, object);
        self.note_dot_import(object);
        self.object_as_type(e.pos, name, object)
    }

    fn object_as_type(&mut self, pos: Pos, name: &str, object: ObjId) -> TypeId {
        if !matches!(self.object(object).kind, Kind::Type) {
            self.extras[object.index()].used = true;
            if self.object(object).ty.is_invalid() && matches!(self.object(object).kind, Kind::Nil)
            {
                return TypeId::INVALID;
            }
            let word = self.object_word(object);
            self.error(pos, format!("{name} ({word}) is not a type"));
            return TypeId::INVALID;
        }
        self.resolve(object);
        self.object(object).ty
    }

    /// What kind of thing an object is, in messages.
    pub(super) fn object_word(&self, object: ObjId) -> &'static str {
        match &self.object(object).kind {
            Kind::Var(var) => match var.place {
                Place::Package => "package-level variable",
                Place::Local => "local variable",
                Place::Param => "parameter variable",
                Place::Result => "result variable",
                Place::Receiver => "receiver variable",
            },
            Kind::Const(_) => "constant",
            Kind::Type => "type name",
            Kind::Func(func) if func.receiver.is_some() => "method",
            Kind::Func(_) => "function",
            Kind::Package(_) => "package name",
            Kind::Builtin(_) => "built-in function",
            Kind::Nil => "untyped nil",
        }
    }

    pub(super) fn undefined(&mut self, pos: Pos, name: &str) {
        let message = match name {
            "complex64" | "complex128" | "complex" | "real" | "imag" => {
                format!("Brigade doesn't have complex numbers ({name})")
            }
            _ => format!("undefined: {name}"),
        };
        self.error(pos, message);
    }

    fn qualified_type(&mut self, e: &'a Expr, operand: &'a Expr, name: &'a ast::Ident) -> TypeId {
        if let Some(object) = self.package_member(operand, name) {
            let Some(object) = object else {
                return TypeId::INVALID;
            };
            if !matches!(self.object(object).kind, Kind::Type) {
                let x = self.use_object(e, object);
                let what = self.describe(&x);
                self.error(e.pos, format!("{what} is not a type"));
                return TypeId::INVALID;
            }
            return self.object(object).ty;
        }
        if !self.expr_or_type(operand).is_invalid() {
            self.error(name.pos, format!("{e} is not a type"));
        }
        TypeId::INVALID
    }

    fn instantiated(&mut self, operand: &'a Expr, indices: &'a [Expr]) -> TypeId {
        let generic = self.generic_type(operand);
        if generic.is_invalid() {
            return generic;
        }
        if !self.is_generic_name(strip(operand), generic) {
            let shown = self.display(generic);
            let list: Vec<String> = indices.iter().map(Expr::to_string).collect();
            let list = list.join(", ");
            let message =
                format!("invalid operation: {operand}[{list}] ({shown} is not a generic type)");
            self.error(operand.pos, message);
            return TypeId::INVALID;
        }
        let args: Vec<TypeId> = indices.iter().map(|i| self.var_type(i)).collect();
        let Type::Named { decl, .. } = *self.types.get(generic) else {
            return TypeId::INVALID;
        };
        let (params, own) = self
            .types
            .decl_with(decl, |d| (d.params.clone(), d.own_params));
        if args.len() != own {
            let name = self.types.display_decl(decl, Some(self.here()));
            let words = if args.len() < own {
                "not enough"
            } else {
                "too many"
            };
            let pos = operand.pos;
            let message = format!(
                "{words} type arguments for type {name}: have {}, want {own}",
                args.len()
            );
            self.error(pos, message);
            return TypeId::INVALID;
        }
        if args.iter().any(|a| a.is_invalid()) {
            return TypeId::INVALID;
        }
        let places = indices.iter().map(|i| i.pos);
        self.later(Delayed::Instance(Instantiation {
            params: params[..own.min(params.len())].to_vec(),
            args: places.zip(args.iter().copied()).collect(),
        }));
        // A type declared in the generic function around has that function's own parameters for the rest.
        let rest = params.iter().skip(own).copied();
        let instance = self
            .types
            .named(decl, args.into_iter().chain(rest).collect());
        self.instance_places.entry(instance).or_insert(operand.pos);
        instance
    }

    fn array_length(&mut self, e: &'a Expr) -> Option<u64> {
        if let ExprKind::Name(name) = &e.kind {
            match self.lookup(name) {
                None => {
                    self.error(
                        e.pos,
                        format!("undefined array length {name} or missing type constraint"),
                    );
                    return None;
                }
                Some(object) if !matches!(self.object(object).kind, Kind::Const(_)) => {
                    self.error(e.pos, format!("invalid array length {name}"));
                    return None;
                }
                _ => {}
            }
        }
        let x = self.expr(e);
        if x.is_invalid() {
            return None;
        }
        let Some(value) = x.constant() else {
            let what = self.describe(&x);
            self.error(e.pos, format!("array length {what} must be constant"));
            return None;
        };
        let integer =
            self.types.basic(x.ty).is_some_and(Basic::is_integer) || self.is_untyped(x.ty);
        match value.to_integer() {
            Some(_) if integer => match value.to_i64() {
                Some(len) if len >= 0 => Some(len as u64),
                _ => {
                    let what = self.describe(&x);
                    self.error(e.pos, format!("invalid array length {what}"));
                    None
                }
            },
            _ => {
                let what = self.describe(&x);
                self.error(e.pos, format!("array length {what} must be integer"));
                None
            }
        }
    }

    fn struct_type(&mut self, lines: &'a [ast::StructField]) -> TypeId {
        let mut fields: Vec<Field> = vec![];
        let mut places: FxHashMap<Arc<str>, Pos> = FxHashMap::default();
        for line in lines {
            let ty = self.var_type(&line.typ);
            let embedded = line.names.is_empty();
            let names: Vec<(Pos, Arc<str>)> = if embedded {
                vec![(line.pos, embedded_name(&line.typ))]
            } else {
                line.names.iter().map(|n| (n.pos, n.name.clone())).collect()
            };
            if embedded && !ty.is_invalid() {
                self.later(Delayed::Embedded(line.typ.pos, ty));
            }
            for (pos, name) in names {
                if &*name != "_" {
                    if let Some(&other) = places.get(&name) {
                        let at = self.place(other);
                        self.error(
                            pos,
                            format!("{name} redeclared\n\t{at}: other declaration of {name}"),
                        );
                        continue;
                    }
                    places.insert(name.clone(), pos);
                }
                fields.push(Field {
                    name: Name::new(name, Some(self.here())),
                    ty,
                    embedded,
                    tag: line.tag.clone().unwrap_or_else(|| Arc::new([])),
                });
            }
        }
        self.types.intern(Type::Struct(fields.into()))
    }

    fn interface_type(&mut self, pos: Pos, elems: &'a [InterfaceElem], implicit: bool) -> TypeId {
        self.interface_depth += 1;
        let mut methods: Vec<Method> = vec![];
        let mut explicit: Vec<(Pos, Method)> = vec![];
        let mut embeds = vec![];
        for elem in elems {
            match elem {
                InterfaceElem::Method { name, signature } => {
                    if &*name.name == "_" {
                        self.error(name.pos, "methods must have a unique non-blank name");
                        continue;
                    }
                    let signature = self.signature(signature);
                    let method = Method {
                        name: Name::new(name.name.clone(), Some(self.here())),
                        signature: self.types.intern(Type::Func(signature)),
                    };
                    explicit.push((name.pos, method.clone()));
                    if methods.iter().all(|m| m.name != method.name) {
                        methods.push(method);
                    }
                }
                InterfaceElem::Union(terms) => {
                    let pos = terms.first().map_or(Pos::NONE, |t| t.pos);
                    embeds.extend(self.union(terms).map(|ty| (pos, ty)));
                }
            }
        }
        let embedded = embeds.iter().map(|e| e.1).collect();
        self.later(Delayed::TypeSet { explicit, embeds });
        let ty = self.types.intern(Type::Interface(Interface {
            methods: methods.into(),
            embeds: embedded,
            implicit: implicit && !elems.is_empty(),
            comparable: false,
        }));
        self.interface_depth -= 1;
        if self.interface_depth == 0 {
            self.interfaces.push((pos, ty));
        }
        ty
    }

    fn union(&mut self, terms: &'a [ast::UnionTerm]) -> Option<TypeId> {
        let mut found: Vec<(Pos, Term)> = vec![];
        for term in terms {
            let mut ty = self.typ(&term.typ);
            if self.types.is_param(ty) {
                let message = if term.tilde {
                    let typ = &term.typ;
                    format!("type in term ~{typ} cannot be a type parameter")
                } else {
                    "term cannot be a type parameter".to_string()
                };
                self.error(term.typ.pos, message);
                ty = TypeId::INVALID;
            }
            let tilde = term.tilde;
            found.push((term.pos, Term { tilde, ty }));
        }
        if let [(_, Term { tilde: false, ty })] = found[..] {
            return (!ty.is_invalid()).then_some(ty);
        }
        let right = found.iter().filter(|t| !t.1.ty.is_invalid());
        let union: Vec<Term> = right.map(|t| t.1).collect();
        self.later(Delayed::Union(found));
        (!union.is_empty()).then(|| self.types.intern(Type::Union(union.into())))
    }

    /// A signature on its own, without a body.
    fn signature(&mut self, signature: &'a ast::Signature) -> Signature {
        let outer = self.cx.scope;
        self.cx.scope = self.new_function_scope(outer);
        let (signature, _) = self.signature_in_scope(None, signature);
        self.cx.scope = outer;
        signature
    }

    /// A signature whose parameters and results are declared in the current scope, after a method's receiver: their
    /// names hide no types among them.
    pub(super) fn signature_in_scope(
        &mut self,
        receiver: Option<(&'a ast::Ident, TypeId)>,
        signature: &'a ast::Signature,
    ) -> (Signature, Results) {
        let mut variadic = false;
        let (params, objects) = self.params(&signature.params, Place::Param, &mut variadic);
        let (results, named) = self.params(&signature.results, Place::Result, &mut false);
        if let Some((name, ty)) = receiver {
            let var = self.new_var(name, ty, Place::Receiver);
            self.declare(&name.name, name.pos, var);
        }
        for &object in objects.iter().chain(&named).flatten() {
            let (name, pos) = (self.object(object).name.clone(), self.object(object).pos);
            self.declare(&name, pos, object);
        }
        let types = results.iter().map(|r| r.ty).collect();
        let signature = Signature {
            params: params.into(),
            results: results.into(),
            variadic,
        };
        (signature, Results { types, named })
    }

    /// Parameters or results, not declared yet.
    fn params(
        &mut self,
        fields: &'a [ast::Field],
        place: Place,
        variadic: &mut bool,
    ) -> (Vec<Param>, Vec<Option<ObjId>>) {
        let (mut params, mut objects) = (vec![], vec![]);
        // All types first: a parameter's name doesn't hide a type in a later parameter.
        let types: Vec<TypeId> = fields.iter().map(|f| self.var_type(&f.typ)).collect();
        let count = fields.len();
        for (i, (field, mut ty)) in fields.iter().zip(types).enumerate() {
            if let Some(pos) = field.ellipsis {
                if i + 1 == count && place == Place::Param && field.names.len() <= 1 {
                    *variadic = true;
                    ty = self.wrap(ty, Type::Slice);
                } else {
                    self.error(pos, "can only use ... with final parameter");
                }
            }
            if field.names.is_empty() {
                params.push(Param {
                    name: "".into(),
                    ty,
                });
                objects.push(None);
            }
            for name in &field.names {
                let object = self.new_var(name, ty, place);
                params.push(Param {
                    name: name.name.clone(),
                    ty,
                });
                objects.push(Some(object));
            }
        }
        (params, objects)
    }
}

/// The name of an embedded field.
pub(super) fn embedded_name(e: &Expr) -> Arc<str> {
    match &e.kind {
        ExprKind::Name(name) => name.clone(),
        ExprKind::Selector { name, .. } => name.name.clone(),
        ExprKind::Star(inner) | ExprKind::Paren(inner) => embedded_name(inner),
        ExprKind::Index { operand, .. } => embedded_name(operand),
        _ => "_".into(),
    }
}

/// An expression without the parentheses around it.
pub(super) fn strip(mut e: &Expr) -> &Expr {
    while let ExprKind::Paren(inner) = &e.kind {
        e = inner;
    }
    e
}
