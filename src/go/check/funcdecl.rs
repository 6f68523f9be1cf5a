//! Declarations of functions and methods: their signatures and receivers.

use super::Checker;
use super::delay::{Body, Delayed};
use crate::go::ast::{self, Expr, ExprKind, FuncDecl, Ident};
use crate::go::source::Pos;
use crate::go::types::object::{Kind, ObjId, Receiver};
use crate::go::types::{DeclId, Type, TypeId};
use std::sync::Arc;

/// How far the Go compiler's place of a function is behind the keyword's.
pub(super) const FUNC: u32 = "func ".len() as u32;

impl<'a> Checker<'a> {
    pub(super) fn resolve_func(&mut self, id: ObjId, decl: &'a FuncDecl) {
        let file_scope = self.cx.scope;
        self.cx.scope = self.new_function_scope(file_scope);
        self.cx.functions = vec![decl.id];
        let receiver = decl.receiver.as_ref().map(|field| self.receiver(field));
        let own = self.type_params(&decl.type_params);
        self.constraints(&decl.type_params, &own);
        let receiver_params = receiver.as_ref().map_or(vec![], |r| r.params.clone());
        self.cx.type_params = receiver_params.iter().chain(&own).copied().collect();
        let named = match (&decl.receiver, &receiver) {
            (Some(field), Some(receiver)) => field.names.first().map(|name| (name, receiver.ty)),
            _ => None,
        };
        let (signature, results) = self.signature_in_scope(named, &decl.signature);
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
        let of_learner = self.cx.unit + 1 == self.units.len();
        if decl.body.is_none() && !decl.type_params.is_empty() && of_learner {
            let pos = Pos(decl.pos.0 + FUNC);
            self.error(pos, "generic function is missing function body");
        }
        if let Some(block) = &decl.body {
            self.cx.results = Some(Arc::new(results));
            let context = self.cx.clone();
            self.later(Delayed::Body(Box::new(Body { context, block })));
        }
    }

    fn receiver(&mut self, field: &'a ast::Field) -> Receiver {
        let (pointer, base, names) = unpacked_receiver(&field.typ);
        let mut receiver = Receiver {
            ty: TypeId::INVALID,
            decl: None,
            pointer,
            params: vec![],
        };
        if names.is_empty() {
            receiver.ty = self.var_type(&field.typ);
            if let Some(instance) = self.aliased_instance(receiver.ty) {
                let shown = self.display(instance);
                let message = format!("cannot define new methods on instantiated type {shown}");
                self.error(base.pos, message);
                receiver.ty = TypeId::INVALID;
            }
        } else {
            let generic = self.generic_receiver(base);
            receiver.params = names.iter().map(|name| self.receiver_param(name)).collect();
            if let Some(decl) = generic {
                let of = self.generic_receiver_type(decl, base, &receiver.params);
                receiver.ty = match pointer {
                    true if !of.is_invalid() => self.types.intern(Type::Pointer(of)),
                    _ => of,
                };
            }
        }
        self.later(Delayed::Receiver(base.pos, receiver.ty));
        let of = match &*self.types.get(self.types.unalias(receiver.ty)) {
            Type::Pointer(elem) => {
                receiver.pointer = true;
                *elem
            }
            _ => receiver.ty,
        };
        receiver.decl = self.types.as_named(of).map(|named| named.0);
        receiver
    }

    /// The instance of a generic type that an alias, or a pointer to one, stands for.
    fn aliased_instance(&self, ty: TypeId) -> Option<TypeId> {
        let unpointed = |mut ty: TypeId| {
            while let Type::Pointer(elem) = &*self.types.get(ty) {
                ty = *elem;
            }
            ty
        };
        let mut ty = unpointed(ty);
        loop {
            let Type::Named { decl, .. } = *self.types.get(ty) else {
                return None;
            };
            let (alias, target) = self.types.decl_with(decl, |d| (d.alias, d.underlying));
            if !alias {
                return None;
            }
            ty = unpointed(target);
            if let Type::Named { decl, .. } = *self.types.get(ty)
                && self.types.decl_with(decl, |d| d.own_params > 0)
            {
                return Some(ty);
            }
        }
    }

    /// The generic type that a receiver with type parameters names.
    fn generic_receiver(&mut self, base: &'a Expr) -> Option<DeclId> {
        let ty = self.generic_type(base);
        if ty.is_invalid() {
            return None;
        }
        let generic = match *self.types.get(ty) {
            Type::Named { decl, .. } if self.is_generic_name(base.unparen(), ty) => Some(decl),
            _ => None,
        };
        let Some(decl) = generic else {
            let message = format!("{} is not a generic type", self.display(ty));
            self.error(base.pos, message);
            return None;
        };
        let (alias, params) = self.types.decl_with(decl, |d| (d.alias, d.params.clone()));
        if alias {
            let name = self.types.display_decl(decl, Some(self.here()));
            let params = self.params_text(&params);
            let message = format!("cannot define new methods on generic alias type {name}{params}");
            self.error(base.pos, message);
            return None;
        }
        Some(decl)
    }

    fn receiver_param(&mut self, name: &'a Expr) -> TypeId {
        let text = match &name.kind {
            ExprKind::Name(text) => text.clone(),
            _ => {
                let message = format!("receiver type parameter {name} must be an identifier");
                self.error(name.pos, message);
                "_".into()
            }
        };
        let ident = Ident {
            id: name.id,
            pos: name.pos,
            name: text,
        };
        self.type_param(&ident, TypeId::ANY)
    }

    /// The receiver's type, in terms of its own names for the type's parameters, which get the constraints of these.
    fn generic_receiver_type(&mut self, decl: DeclId, base: &Expr, own: &[TypeId]) -> TypeId {
        let params = self.types.decl_with(decl, |d| d.params.clone());
        if own.len() != params.len() {
            let (have, want) = (own.len(), params.len());
            let plural = if have == 1 { "" } else { "s" };
            let message = format!(
                "receiver declares {have} type parameter{plural}, but receiver base type declares {want}"
            );
            self.error(base.pos, message);
            return TypeId::INVALID;
        }
        let pairs: Vec<_> = params.iter().copied().zip(own.iter().copied()).collect();
        for &(from, to) in &pairs {
            self.flows.same(to, from);
            if let (Type::Param(from), Type::Param(to)) =
                (&*self.types.get(from), &*self.types.get(to))
            {
                let constraint = self.types.param(*from).constraint;
                let constraint = self.types.substitute(constraint, &pairs);
                self.types.set_constraint(*to, constraint);
            }
        }
        self.types.named(decl, own.into())
    }

    /// That a type can have methods here.
    pub(super) fn check_receiver(&mut self, pos: Pos, ty: TypeId) {
        let base = match &*self.types.get(self.types.unalias(ty)) {
            Type::Pointer(elem) => *elem,
            _ => ty,
        };
        if base.is_invalid() {
            return;
        }
        let (shown, whole) = (self.display(base), self.display(ty));
        let foreign = format!("cannot define new methods on non-local type {shown}");
        let message = match &*self.types.get(self.types.unalias(base)) {
            Type::Basic(_) => foreign,
            Type::Named { decl, .. }
                if self.types.decl_with(*decl, |d| d.package) != Some(self.here()) =>
            {
                foreign
            }
            Type::Named { .. } => match &*self.types.under(base) {
                Type::Pointer(_) | Type::Interface(_) => {
                    format!("invalid receiver type {shown} (pointer or interface type)")
                }
                _ => return,
            },
            _ => format!("invalid receiver type {whole}"),
        };
        self.error(pos, message);
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
}

/// The parts of a receiver's type: whether it is a pointer, its base type, and the names of type parameters.
pub(super) fn unpacked_receiver(typ: &Expr) -> (bool, &Expr, &[Expr]) {
    let mut base = typ.unparen();
    let mut pointer = false;
    if let ExprKind::Star(inner) = &base.kind {
        pointer = true;
        base = inner.unparen();
    }
    match &base.kind {
        ExprKind::Index {
            operand, indices, ..
        } => (pointer, operand, indices),
        _ => (pointer, base, &[]),
    }
}
