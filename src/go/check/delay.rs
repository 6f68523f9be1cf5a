//! What is looked at later than where it stands: the bodies of functions, and what needs complete types.
//!
//! At package level it waits until all declarations are resolved, in a function until the end of the statement, in
//! the order in which it was met. The Go compiler does the same, and so meets its errors in the same order.

use super::{Checker, Context};
use crate::go::ast;
use crate::go::source::Pos;
use crate::go::types::object::{Kind, ObjId};
use crate::go::types::{DeclId, Method, Term, Type, TypeId};

/// Something to look at later.
pub(super) enum Delayed<'a> {
    /// The body of a function, in the scope of its parameters.
    Body(Box<Body<'a>>),
    /// That a type can be a map's key.
    MapKey(Pos, TypeId),
    /// That a type is no constraint.
    VarType(Pos, TypeId),
    /// That type arguments satisfy their constraints.
    Instance(Instantiation),
    /// That the terms of a union don't overlap, and each is possible.
    Union(Vec<(Pos, Term)>),
    /// That a type can be embedded in a struct.
    Embedded(Pos, TypeId),
    /// That an interface has no method twice: those that it names, and the interfaces that it embeds.
    TypeSet {
        explicit: Vec<(Pos, Method)>,
        embeds: Vec<(Pos, TypeId)>,
    },
    /// That a receiver's type can have methods.
    Receiver(Pos, TypeId),
    /// That a defined type doesn't contain itself.
    Finite(ObjId),
    /// That no field of a defined type has the name of a method.
    FieldsAndMethods(DeclId, &'a ast::Expr),
    /// Nothing more.
    Done,
}

pub(super) struct Body<'a> {
    pub context: Context,
    pub block: &'a ast::Block,
}

/// Type arguments whose constraints are to be checked.
pub(super) struct Instantiation {
    pub params: Vec<TypeId>,
    /// With the place of each.
    pub args: Vec<(Pos, TypeId)>,
}

impl<'a> Checker<'a> {
    pub(super) fn later(&mut self, what: Delayed<'a>) {
        self.delayed.push(what);
    }

    /// Looks at what was delayed since there were `top` such things, and at what is delayed meanwhile.
    pub(super) fn process_delayed(&mut self, top: usize) {
        let mut next = top;
        while let Some(slot) = self.delayed.get_mut(next) {
            next += 1;
            match std::mem::replace(slot, Delayed::Done) {
                Delayed::Body(body) => self.function_body(*body),
                Delayed::MapKey(pos, key) => self.check_map_key(pos, key),
                Delayed::VarType(pos, ty) => self.check_var_type(pos, ty),
                Delayed::Instance(instance) => self.check_instantiation(&instance),
                Delayed::Union(terms) => self.check_union(&terms),
                Delayed::Embedded(pos, ty) => self.check_embedded(pos, ty),
                Delayed::TypeSet { explicit, embeds } => self.check_type_set(&explicit, &embeds),
                Delayed::Receiver(pos, ty) => self.check_receiver(pos, ty),
                Delayed::Finite(object) => self.check_finite(object),
                Delayed::FieldsAndMethods(decl, typ) => self.check_fields_and_methods(decl, typ),
                Delayed::Done => {}
            }
        }
        self.delayed.truncate(top);
    }

    fn function_body(&mut self, body: Body<'a>) {
        let scope = body.context.scope;
        let outer = std::mem::replace(&mut self.cx, body.context);
        self.statements_of(body.block);
        self.report_unused(scope);
        self.cx = outer;
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
        let message = format!("invalid map key type {}{why}", self.display(key));
        self.error(pos, message);
    }

    fn check_var_type(&mut self, pos: Pos, ty: TypeId) {
        if self.types.is_param(ty) || !self.types.is_interface(ty) {
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
        let args = instance.args.iter().map(|a| a.1);
        let pairs: Vec<_> = instance.params.iter().copied().zip(args).collect();
        for (param, &(pos, arg)) in instance.params.iter().zip(&instance.args) {
            if let Some(why) = self.unsatisfied(*param, arg, &pairs) {
                self.error(pos, why);
                return;
            }
        }
        for (&param, &(pos, arg)) in instance.params.iter().zip(&instance.args) {
            self.note_flow(pos, param, arg);
        }
    }

    fn check_union(&mut self, terms: &[(Pos, Term)]) {
        let shown = |c: &Self, term: &Term| {
            let tilde = if term.tilde { "~" } else { "" };
            format!("{tilde}{}", c.display(term.ty))
        };
        for (i, &(pos, term)) in terms.iter().enumerate() {
            if term.ty.is_invalid() {
                continue;
            }
            let name = self.display(term.ty);
            let under = self.types.underlying(term.ty);
            let interface = self.types.is_interface(term.ty);
            if term.tilde && interface {
                self.error(pos, format!("invalid use of ~ ({name} is an interface)"));
            } else if term.tilde && !self.types.identical(under, term.ty) {
                let under = self.display(under);
                let message = format!("invalid use of ~ (underlying type of {name} is {under})");
                self.error(pos, message);
            } else if interface {
                let set = self.types.type_set(term.ty);
                let name = self.types.display_with_path(term.ty);
                if !set.methods.is_empty() {
                    let message = format!("cannot use {name} in union ({name} contains methods)");
                    self.error(pos, message);
                } else if term.ty == TypeId::COMPARABLE {
                    self.error(pos, "cannot use comparable in union");
                } else if set.comparable {
                    let message = format!("cannot use {name} in union ({name} embeds comparable)");
                    self.error(pos, message);
                }
            } else {
                let overlaps = |other: &&(Pos, Term)| {
                    let other = &other.1;
                    !other.ty.is_invalid()
                        && !self.types.is_interface(other.ty)
                        && (self.types.term_includes(other, term.ty)
                            || self.types.term_includes(&term, other.ty))
                };
                if let Some((_, other)) = terms[..i].iter().find(overlaps) {
                    let (a, b) = (shown(self, &term), shown(self, other));
                    self.error(pos, format!("overlapping terms {a} and {b}"));
                }
            }
        }
    }

    fn check_embedded(&mut self, pos: Pos, ty: TypeId) {
        let (base, is_pointer) = match &*self.types.get(self.types.unalias(ty)) {
            Type::Pointer(elem) => (*elem, true),
            _ => (ty, false),
        };
        let message = match &*self.types.under(base) {
            Type::Pointer(_) => "embedded field type cannot be a pointer",
            _ if self.types.is_param(base) => {
                "embedded field type cannot be a (pointer to a) type parameter"
            }
            Type::Interface(_) if is_pointer => {
                "embedded field type cannot be a pointer to an interface"
            }
            _ => return,
        };
        self.error(pos, message);
    }

    fn check_type_set(&mut self, explicit: &[(Pos, Method)], embeds: &[(Pos, TypeId)]) {
        let mut seen: Vec<(Pos, Method)> = vec![];
        let mut embedded: Vec<(Pos, Method)> = vec![];
        for &(pos, ty) in embeds.iter().filter(|e| self.types.is_interface(e.1)) {
            let methods = self.types.type_set(ty).methods.clone();
            embedded.extend(methods.into_iter().map(|m| (pos, m)));
        }
        let all = explicit.iter().map(|m| (m, true));
        for ((pos, method), explicit) in all.chain(embedded.iter().map(|m| (m, false))) {
            let Some((other, same)) = seen.iter().find(|m| m.1.name == method.name) else {
                seen.push((*pos, method.clone()));
                continue;
            };
            if explicit || !self.types.identical(same.signature, method.signature) {
                let (at, name) = (self.place(*other), &method.name.text);
                let message =
                    format!("duplicate method {name}\n\t{at}: other declaration of method {name}");
                self.error(*pos, message);
            }
        }
    }

    /// `field and method with the same name`
    fn check_fields_and_methods(&mut self, declared: DeclId, typ: &'a ast::Expr) {
        let ast::ExprKind::StructType(lines) = &typ.kind else {
            return;
        };
        let methods = self.types.decl_with(declared, |d| d.methods.clone());
        for line in lines {
            let named = line.names.iter().map(|n| (n.pos, n.name.clone()));
            let embedded = line
                .names
                .is_empty()
                .then(|| (line.pos, super::typelit::embedded_name(&line.typ)));
            for (pos, name) in named.chain(embedded) {
                let Some(method) = methods.iter().find(|m| m.name.text == name) else {
                    continue;
                };
                let at = self.place(pos);
                let pos = self.object(method.object).pos;
                let message = format!(
                    "field and method with the same name {name}\n\t{at}: other declaration of {name}"
                );
                self.error(pos, message);
            }
        }
    }

    fn check_finite(&mut self, object: ObjId) {
        debug_assert!(matches!(self.object(object).kind, Kind::Type));
        self.find_endless_type(object);
    }
}
