//! Declarations of functions and methods: their signatures and receivers.

use super::Checker;
use super::delay::{Body, Delayed};
use crate::go::ast::{self, ExprKind, FuncDecl, Ident};
use crate::go::types::object::{Kind, ObjId, Receiver};
use crate::go::types::{Type, TypeId};
use std::sync::Arc;

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
        if let Some(block) = &decl.body {
            self.cx.results = Some(Arc::new(results));
            let context = self.cx.clone();
            self.later(Delayed::Body(Box::new(Body { context, block })));
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
}
