//! Type expressions.

use super::Checker;
use super::delay::{Delayed, Instantiation};
use crate::go::ast::{self, Expr, ExprKind};
use crate::go::source::Pos;
use crate::go::types::info::{ExprInfo, Mode};
use crate::go::types::object::{Kind, ObjId, Place};
use crate::go::types::{Basic, Type, TypeId};
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

    pub(super) fn wrap(&self, elem: TypeId, make: impl FnOnce(TypeId) -> Type) -> TypeId {
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
        self.error(pos, format!("undefined: {name}"));
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
        if !self.is_generic_name(operand.unparen(), generic) {
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
}
