//! Selectors: members of packages, fields, methods, method values and method expressions.

use super::operand::{Generic, Operand};
use super::{Checker, Source, State};
use crate::go::ast::{Expr, ExprKind, Ident};
use crate::go::source::Pos;
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
        let unit = &self.units[package.0 as usize];
        if unit.hidden.split(' ').any(|n| *n == *name.name) {
            let package = self.packages[package.0 as usize].name.clone();
            let message = format!("name {} not exported by package {package}", name.name);
            self.error(name.pos, message);
            return;
        }
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
        if x.is_invalid() {
            return Operand::invalid(e);
        }
        if let Mode::Builtin(_) = x.mode {
            let what = self.describe(&x);
            let dot = Pos(name.pos.0 - 1);
            self.error(dot, format!("invalid use of {what} in selector expression"));
            return Operand::invalid(e);
        }
        let mut x = x;
        if self.is_untyped(x.ty) && !x.is_nil() {
            let shown = self.display(x.ty);
            let ty = self.default_type(x.ty);
            if self.find(ty, name).is_err() {
                let message = format!(
                    "{e} undefined (type {shown} has no field or method {})",
                    name.name
                );
                self.error(name.pos, message);
                return Operand::invalid(e);
            }
            self.use_default(&mut x);
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
        if &*name.name == "_" {
            return Err(NotFound::Missing);
        }
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
                    let message = format!(
                        "operand for field selector {} must be value of type {}",
                        name.name,
                        self.display(x.ty)
                    );
                    self.error(x.pos(), message);
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
        let y = self.with_type_params(e, ty, &method);
        self.selections
            .insert(e.id, Selection::Method { path, method });
        y
    }

    /// A method as a value of type `ty`, generic if it has type parameters of its own: their constraints may be in
    /// terms of the receiver's, whose arguments are known.
    fn with_type_params(&mut self, e: &'a Expr, ty: TypeId, method: &MethodRef) -> Operand<'a> {
        let Some(own) = self.method_type_params(method) else {
            return Operand::value(e, ty);
        };
        let MethodRef::Declared { object, args, .. } = method else {
            return Operand::value(e, ty);
        };
        let receiver = match &self.object(*object).kind {
            Kind::Func(func) => func.receiver.as_ref().map(|r| r.params.clone()),
            _ => None,
        };
        let receiver = receiver.unwrap_or_default();
        let mut pairs: Vec<_> = receiver.into_iter().zip(args.iter().copied()).collect();
        let params = self.renamed(&own);
        pairs.extend(own.iter().copied().zip(params.iter().copied()));
        for &param in &params {
            if let Type::Param(id) = *self.types.get(param) {
                let constraint = self.types.param(id).constraint;
                let constraint = self.types.substitute(constraint, &pairs);
                self.types.set_constraint(id, constraint);
            }
        }
        let mut y = Operand::value(e, self.types.substitute(ty, &pairs));
        y.generic = Some(Arc::new(Generic {
            params,
            given: vec![],
            node: e.id,
            at: e.pos,
        }));
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
        let named = signature.params.first().is_some_and(|p| !p.name.is_empty());
        let first = if named {
            self.receiver_name(&method).unwrap_or_else(|| "_".into())
        } else {
            "".into()
        };
        let mut params = vec![Param {
            name: first,
            ty: x.ty,
        }];
        params.extend(signature.params.iter().cloned());
        let ty = self.types.intern(Type::Func(Signature {
            params: params.into(),
            results: signature.results.clone(),
            variadic: signature.variadic,
        }));
        let y = self.with_type_params(e, ty, &method);
        self.selections.insert(
            e.id,
            Selection::MethodExpr {
                path: member.path.clone(),
                method,
            },
        );
        y
    }

    /// The name of a method's receiver.
    fn receiver_name(&self, method: &MethodRef) -> Option<Arc<str>> {
        let MethodRef::Declared { object, .. } = method else {
            return None;
        };
        let Source::Func(decl) = self.extras[object.index()].source else {
            return None;
        };
        let name = decl.receiver.as_ref()?.names.first()?;
        Some(name.name.clone())
    }

    fn no_member(&mut self, e: &'a Expr, x: &Operand<'a>, name: &'a Ident, why: NotFound) {
        let sel = &name.name;
        // What follows from an invalid type isn't told.
        if self.types.underlying(x.ty).is_invalid() {
            return;
        }
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
        let (here, folded) = (self.here(), sel.to_lowercase());
        let found = std::cell::RefCell::new(None);
        let other = self.types.search(ty, &|n| {
            let hit = n.text.to_lowercase() == folded;
            if hit {
                *found.borrow_mut() = Some(n.clone());
            }
            hit
        });
        let kind = match &other {
            Ok(member) if member.found == Found::Field => "field",
            _ => "method",
        };
        let missing = if in_literal {
            format!("unknown field {sel} in struct literal of type {shown}")
        } else {
            format!("type {shown} has no field or method {sel}")
        };
        let found = found
            .into_inner()
            .filter(|_| other.is_ok() && folded != "_");
        let Some(alt) = found else {
            return missing;
        };
        // What differs in letter case only is told where it could have been meant: exported names, or those of this
        // package; else only where it is the first letter that hides it.
        let own = alt.package.map_or_else(|| self.is_own(ty), |p| p == here);
        let tail = |name: &str| name.chars().skip(1).collect::<String>();
        let same_tail = tail(sel) == tail(&alt.text);
        let what = if in_literal {
            String::new()
        } else {
            format!("{kind} ")
        };
        let alt = &alt.text;
        match (is_exported(sel), is_exported(alt)) {
            _ if own => format!("{missing}, but does have {what}{alt}"),
            (true, true) => format!("{missing}, but does have {what}{alt}"),
            (true, false) if same_tail => {
                format!("{missing}, but does have unexported {what}{alt}")
            }
            (false, true) if same_tail => format!("{missing}, but does have {what}{alt}"),
            (false, false) if **sel == **alt && in_literal => {
                format!("cannot refer to unexported field {alt} in struct literal of type {shown}")
            }
            (false, false) if **sel == **alt => format!("cannot refer to unexported {kind} {alt}"),
            _ => missing,
        }
    }

    /// Whether a type is this package's, as far as its name tells.
    fn is_own(&self, ty: TypeId) -> bool {
        let ty = match &*self.types.get(self.types.unalias(ty)) {
            Type::Pointer(elem) => *elem,
            _ => ty,
        };
        match self.types.as_named(ty) {
            Some((decl, _)) => self.types.decl_with(decl, |d| d.package) == Some(self.here()),
            None => true,
        }
    }
}
