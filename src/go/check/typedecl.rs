//! Type declarations, type parameters, and types that would contain themselves.

use super::delay::Delayed;
use super::scope::ScopeId;
use super::{Checker, Source, State};
use crate::go::ast::{self, Expr, Ident, TypeDecl};
use crate::go::types::object::{Kind, ObjId};
use crate::go::types::{self, DeclId, Interface, Type, TypeId, TypeParam};

impl<'a> Checker<'a> {
    /// Makes the defined type of a type declaration of package level, without resolving it yet. None for aliases.
    pub(super) fn declare_named(&mut self, object: ObjId) -> Option<DeclId> {
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

    pub(super) fn resolve_type(&mut self, id: ObjId, decl: &'a TypeDecl) {
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
        self.path.push(id);
        if !decl.alias {
            self.declare_named(id);
        }
        self.define_type(id, decl);
        self.path.pop();
        self.extras[id.index()].state = State::Done;
    }

    fn define_type(&mut self, id: ObjId, decl: &'a TypeDecl) {
        self.later(Delayed::Finite(id));
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
            } else if c.types.decl_with(declared, |d| !d.methods.is_empty()) {
                c.later(Delayed::FieldsAndMethods(declared, &decl.typ));
            }
        });
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
        let predeclared = self.scopes[ScopeId::UNIVERSE.0]
            .names
            .contains_key(&name.name);
        let ty = self.types.add_param(TypeParam {
            name: name.name.clone(),
            object,
            constraint,
            hides: predeclared.then(|| self.place(name.pos).into()),
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
            self.error(e.pos, "cannot use a type parameter as constraint");
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
}
