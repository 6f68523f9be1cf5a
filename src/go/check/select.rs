//! Selectors: members of packages, fields, methods, method values and method expressions.

use super::operand::{Generic, Operand};
use super::{Checker, State};
use crate::go::ast::{Expr, ExprKind, Ident};
use crate::go::types::info::{MethodRef, Mode, Selection};
use crate::go::types::object::{Kind, ObjId};
use crate::go::types::{
    Found, Member, Name, NotFound, PackageId, Param, Signature, Type, TypeId, is_exported,
};
use std::sync::Arc;

impl<'a> Checker<'a> {
    /// What `package.name` stands for; the outer option says whether `operand` is a package at all, the inner is none
    /// where there is no such thing, which has been said.
    pub(super) fn package_member(
        &mut self,
        operand: &'a Expr,
        name: &'a Ident,
    ) -> Option<Option<ObjId>> {
        let ExprKind::Name(text) = &operand.kind else {
            return None;
        };
        let object = self.lookup(text)?;
        let package = match &self.object(object).kind {
            Kind::Package(package) => *package,
            Kind::Nil if self.object(object).ty.is_invalid() => return Some(None),
            _ => return None,
        };
        self.extras[object.index()].used = true;
        self.record_name(operand.id, object);
        let found = self.packages[package.0 as usize]
            .scope
            .get(&name.name)
            .copied();
        let hidden = !is_exported(&name.name);
        match found {
            Some(found) if !hidden => {
                self.record_name(name.id, found);
                Some(Some(found))
            }
            Some(_) => {
                self.undefined_member(package, text, name);
                Some(None)
            }
            None => {
                self.undefined_member(package, text, name);
                Some(None)
            }
        }
    }

    /// Says that a package lacks a name, and what it has that differs in letter case only.
    fn undefined_member(&mut self, package: PackageId, text: &str, name: &Ident) {
        let folded = name.name.to_lowercase();
        let scope = &self.packages[package.0 as usize].scope;
        let other = scope
            .keys()
            .find(|n| is_exported(n) && n.to_lowercase() == folded);
        let hint = other.map_or(String::new(), |other| format!(" (but have {other})"));
        self.error(name.pos, format!("undefined: {text}.{}{hint}", name.name));
    }

    pub(super) fn selector(
        &mut self,
        e: &'a Expr,
        operand: &'a Expr,
        name: &'a Ident,
    ) -> Operand<'a> {
        if let Some(object) = self.package_member(operand, name) {
            let Some(object) = object else {
                return Operand::invalid(e);
            };
            self.selections.insert(e.id, Selection::Package(object));
            return self.use_member(e, object);
        }
        let x = self.expr_or_type(operand);
        let x = self.not_generic(x);
        if x.is_invalid() {
            return Operand::invalid(e);
        }
        if let Mode::Builtin(_) = x.mode {
            let what = self.describe(&x);
            self.error(
                e.pos,
                format!("invalid use of {what} in selector expression"),
            );
            return Operand::invalid(e);
        }
        if x.is_nil() {
            self.error(
                name.pos,
                format!(
                    "{e} undefined (type untyped nil has no field or method {})",
                    name.name
                ),
            );
            return Operand::invalid(e);
        }
        let mut x = x;
        if self.is_untyped(x.ty) {
            let missing = format!(
                "{e} undefined (type {} has no field or method {})",
                self.display(x.ty),
                name.name
            );
            self.use_default(&mut x);
            if self.find(x.ty, name).is_err() {
                self.error(name.pos, missing);
                return Operand::invalid(e);
            }
        }
        match self.find(x.ty, name) {
            Ok(member) => self.member(e, x, name, member),
            Err(why) => {
                self.no_member(e, &x, name, why);
                Operand::invalid(e)
            }
        }
    }

    fn use_member(&mut self, e: &'a Expr, object: ObjId) -> Operand<'a> {
        if let Kind::Type = self.object(object).kind {
            let ty = self.typ(e);
            return Operand::new(e, Mode::Type, ty);
        }
        self.use_object(e, object)
    }

    /// Looks a member up, with its signature known.
    pub(super) fn find(&mut self, ty: TypeId, name: &Ident) -> Result<Member, NotFound> {
        let wanted = Name::new(name.name.clone(), Some(self.here()));
        let member = self.types.lookup(ty, &wanted)?;
        if let Found::Method(MethodRef::Declared { object, .. }) = &member.found
            && self.extras[object.index()].state == State::Waiting
        {
            self.resolve(*object);
            return self.types.lookup(ty, &wanted);
        }
        Ok(member)
    }

    fn member(
        &mut self,
        e: &'a Expr,
        x: Operand<'a>,
        name: &'a Ident,
        member: Member,
    ) -> Operand<'a> {
        let Member { path, found, ty } = member.clone();
        let method = match found {
            Found::Field => {
                if x.is_type() {
                    self.error(
                        name.pos,
                        format!(
                            "{e} undefined (type {} has no method {})",
                            self.display(x.ty),
                            name.name
                        ),
                    );
                    return Operand::invalid(e);
                }
                let mode = if path.indirect || matches!(x.mode, Mode::Variable) {
                    Mode::Variable
                } else {
                    Mode::Value
                };
                self.selections.insert(e.id, Selection::Field(path));
                return Operand::new(e, mode, ty);
            }
            Found::Method(method) => method,
        };
        if let MethodRef::Declared { object, .. } = &method {
            self.note_dependency(*object);
        }
        if x.is_type() {
            return self.method_expression(e, x, name, &member, method);
        }
        let by_pointer = matches!(&method, MethodRef::Declared { pointer: true, .. });
        let has_pointer = path.indirect || matches!(&*self.types.under(x.ty), Type::Pointer(_));
        if by_pointer && !has_pointer {
            if !matches!(x.mode, Mode::Variable) {
                let shown = self.display(x.ty);
                self.error(
                    name.pos,
                    format!("cannot call pointer method {} on {shown}", name.name),
                );
                return Operand::invalid(e);
            }
            if let ExprKind::Selector { operand, .. } = &e.kind {
                self.mark(operand, |var| {
                    var.addressed = true;
                    var.assigned = true;
                });
            }
        }
        let generic = self.method_type_params(&method);
        self.selections
            .insert(e.id, Selection::Method { path, method });
        let mut y = Operand::value(e, ty);
        if let Some(params) = generic {
            y.generic = Some(Arc::new(Generic {
                params,
                given: vec![],
                node: e.id,
            }));
        }
        y
    }

    fn method_type_params(&self, method: &MethodRef) -> Option<Vec<TypeId>> {
        let MethodRef::Declared { object, .. } = method else {
            return None;
        };
        match &self.object(*object).kind {
            Kind::Func(func) if !func.type_params.is_empty() => Some(func.type_params.clone()),
            _ => None,
        }
    }

    fn method_expression(
        &mut self,
        e: &'a Expr,
        x: Operand<'a>,
        name: &'a Ident,
        member: &Member,
        method: MethodRef,
    ) -> Operand<'a> {
        if !self.types.in_method_set(x.ty, member) {
            let shown = self.display(x.ty);
            let name = &name.name;
            let pos = match &e.kind {
                ExprKind::Selector { name, .. } => name.pos,
                _ => e.pos,
            };
            self.error(pos, format!("invalid method expression {shown}.{name} (needs pointer receiver (*{shown}).{name})"));
            return Operand::invalid(e);
        }
        let Type::Func(signature) = &*self.types.get(member.ty) else {
            return Operand::invalid(e);
        };
        let first = match signature.params.first() {
            Some(p) if !p.name.is_empty() => "_",
            _ => "",
        };
        let mut params = vec![Param {
            name: first.into(),
            ty: x.ty,
        }];
        params.extend(signature.params.iter().cloned());
        let ty = self.types.intern(Type::Func(Signature {
            params: params.into(),
            results: signature.results.clone(),
            variadic: signature.variadic,
        }));
        self.selections.insert(
            e.id,
            Selection::MethodExpr {
                path: member.path.clone(),
                method,
            },
        );
        Operand::value(e, ty)
    }

    fn no_member(&mut self, e: &'a Expr, x: &Operand<'a>, name: &'a Ident, why: NotFound) {
        let sel = &name.name;
        if why == NotFound::Ambiguous {
            self.error(name.pos, format!("ambiguous selector {e}"));
            return;
        }
        let shown = self.display(x.ty);
        if let Type::Pointer(elem) = &*self.types.under(x.ty) {
            if self.types.is_interface(*elem) {
                self.error(
                    name.pos,
                    format!("{e} undefined (type {shown} is pointer to interface, not interface)"),
                );
                return;
            }
            if self.types.is_param(*elem) {
                self.error(name.pos, format!("{e} undefined (type {shown} is pointer to type parameter, not type parameter)"));
                return;
            }
        }
        let why = self.lookup_error(x.ty, sel, &shown, false);
        self.error(name.pos, format!("{e} undefined ({why})"));
    }

    /// Why a type lacks a member, and what it has instead.
    pub(super) fn lookup_error(
        &mut self,
        ty: TypeId,
        sel: &Arc<str>,
        shown: &str,
        in_literal: bool,
    ) -> String {
        let here = Some(self.here());
        let visible = |n: &Name| n.package.is_none() || n.package == here;
        let folded = sel.to_lowercase();
        let seen = std::cell::RefCell::new(None);
        let near = self.types.search(ty, &|n| {
            let hit = n.text.to_lowercase() == folded && visible(n);
            if hit {
                *seen.borrow_mut() = Some(n.text.clone());
            }
            hit
        });
        if let (Ok(member), Some(other)) = (near, seen.into_inner()) {
            let what = if member.found == Found::Field {
                "field"
            } else {
                "method"
            };
            if in_literal {
                return format!(
                    "unknown field {sel} in struct literal of type {shown}, but does have {other}"
                );
            }
            return format!(
                "type {shown} has no field or method {sel}, but does have {what} {other}"
            );
        }
        // An unexported member of another package.
        let foreign = self.types.search(ty, &|n| {
            n.text == *sel && n.package.is_some() && n.package != Some(self.here())
        });
        if let Ok(member) = foreign {
            let what = if member.found == Found::Field {
                "field"
            } else {
                "method"
            };
            return format!("cannot refer to unexported {what} {sel}");
        }
        format!("type {shown} has no field or method {sel}")
    }
}
