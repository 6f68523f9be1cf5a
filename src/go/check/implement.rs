//! Assignability, and what types implement.

use super::Checker;
use super::operand::Operand;
use crate::go::ast::ChanDir;
use crate::go::types::info::MethodRef;
use crate::go::types::object::Kind;
use crate::go::types::predicates::Lacking;
use crate::go::types::{Found, Interface, Term, Type, TypeId, TypeSet};

impl<'a> Checker<'a> {
    /// Whether a value may be assigned to a variable of type `target`; if not, why, where there is more to say.
    pub(super) fn assignable(&mut self, x: &Operand<'a>, target: TypeId) -> Result<(), String> {
        let from = x.ty;
        if from.is_invalid() || target.is_invalid() || self.types.identical(from, target) {
            return Ok(());
        }
        let (param, to_param) = (self.types.is_param(from), self.types.is_param(target));
        if self.is_untyped(from) {
            return match self.implicit(x, target) {
                Ok(_) => Ok(()),
                Err(_) => Err(String::new()),
            };
        }
        let (a, b) = (self.types.underlying(from), self.types.underlying(target));
        let named = self.types.has_name(from) && self.types.has_name(target);
        if self.types.identical(a, b) && !named && !param && !to_param {
            return Ok(());
        }
        if self.types.is_interface(target) || self.is_interface_pointer(target) {
            match self.missing(from, target, false) {
                None => return Ok(()),
                Some(cause) if !param => return Err(cause),
                Some(_) => {}
            }
        }
        if self.types.is_interface(from) && self.missing(target, from, false).is_none() {
            return Err("need type assertion".into());
        }
        if let (
            Type::Chan {
                dir: ChanDir::Both,
                elem: x,
            },
            Type::Chan { elem: y, .. },
        ) = (&*self.types.get(a), &*self.types.get(b))
            && self.types.identical(*x, *y)
        {
            return if named { Err(String::new()) } else { Ok(()) };
        }
        // Between a type parameter and a type without a name: whatever the parameter may be must do.
        let of = if to_param && !self.types.has_name(from) {
            target
        } else if param && !self.types.has_name(target) {
            from
        } else {
            return Err(String::new());
        };
        let terms = self.types.terms(of).unwrap_or_default();
        for term in &terms {
            let mut y = x.clone();
            let fits = if of == target {
                self.assignable(&y, term.ty)
            } else {
                y.ty = term.ty;
                self.assignable(&y, target)
            };
            let Err(cause) = fits else { continue };
            let (one, from, to) = (
                self.display(term.ty),
                self.display(from),
                self.display(target),
            );
            let cause = if cause.is_empty() {
                cause
            } else {
                format!("\n\t{cause}")
            };
            return Err(if of == target {
                format!("cannot assign {from} to {one} (in {to}){cause}")
            } else {
                format!("cannot assign {one} (in {from}) to {to}{cause}")
            });
        }
        if terms.is_empty() {
            return Err(String::new());
        }
        Ok(())
    }

    fn is_interface_pointer(&self, ty: TypeId) -> bool {
        match &*self.types.under(ty) {
            Type::Pointer(elem) => self.types.is_interface(*elem) || self.types.is_param(*elem),
            _ => false,
        }
    }

    /// What is said of a pointer to an interface.
    fn interface_pointer(&self, ty: TypeId) -> Option<String> {
        if !self.is_interface_pointer(ty) {
            return None;
        }
        let what = match &*self.types.under(ty) {
            Type::Pointer(elem) if self.types.is_param(*elem) => "type parameter",
            _ => "interface",
        };
        let shown = self.display(ty);
        Some(format!("(type {shown} is pointer to {what}, not {what})"))
    }

    /// Makes the signatures of all methods of a type known.
    pub(super) fn know_methods(&mut self, ty: TypeId, depth: usize) {
        if self.complete || depth > 20 {
            return;
        }
        let mut ty = self.types.unalias(ty);
        if let Type::Pointer(elem) = &*self.types.get(ty) {
            ty = self.types.unalias(*elem);
        }
        if let Some((decl, _)) = self.types.as_named(ty) {
            let methods = self.types.decl_with(decl, |d| d.methods.clone());
            for method in methods.iter().filter(|m| m.signature.is_invalid()) {
                if self.extras[method.object.index()].state == super::State::Waiting {
                    self.resolve(method.object);
                }
            }
        }
        if let Type::Struct(fields) = &*self.types.under(ty) {
            for field in fields.iter().filter(|f| f.embedded) {
                self.know_methods(field.ty, depth + 1);
            }
        }
    }

    /// Why `ty` doesn't implement, or as a type argument doesn't satisfy, `interface`. None if it does.
    pub(super) fn missing(
        &mut self,
        ty: TypeId,
        interface: TypeId,
        constraint: bool,
    ) -> Option<String> {
        let unknown = |c: &Self, ty: TypeId| c.types.underlying(ty).is_invalid();
        if unknown(self, ty) || unknown(self, interface) {
            return None;
        }
        if let Type::Pointer(elem) = *self.types.under(ty)
            && unknown(self, elem)
        {
            return None;
        }
        self.know_methods(ty, 0);
        let (shown, wanted) = (self.display(ty), self.display(interface));
        let verb = if constraint { "satisfy" } else { "implement" };
        let doesnt = format!("{shown} does not {verb} {wanted}");
        if constraint && !self.types.is_interface(interface) {
            let of_one = self.types.intern(Type::Interface(Interface {
                methods: Box::new([]),
                embeds: Box::new([interface]),
                implicit: true,
                comparable: false,
            }));
            return self.missing(ty, of_one, constraint);
        }
        if !self.types.is_interface(interface) {
            let detail = self.interface_pointer(interface);
            let detail = detail.unwrap_or_else(|| format!("({wanted} is not an interface)"));
            return Some(format!("{doesnt} {detail}"));
        }
        let set = self.types.type_set(interface);
        let own = self.own_type_set(ty);
        let empty = |terms: &Option<Vec<Term>>| terms.as_ref().is_some_and(Vec::is_empty);
        if own.as_ref().is_some_and(|own| empty(&own.terms)) {
            return None;
        }
        if empty(&set.terms) {
            return Some(format!("cannot {verb} {wanted} (empty type set)"));
        }
        if let Some(cause) = self.missing_method(ty, interface) {
            return Some(format!("{doesnt} {cause}"));
        }
        if let Some(terms) = &set.terms {
            if let Some(own) = own {
                let covered = |t: &Term| {
                    terms
                        .iter()
                        .any(|o| self.types.term_includes(o, t.ty) && (o.tilde || !t.tilde))
                };
                if !own
                    .terms
                    .as_ref()
                    .is_some_and(|own| own.iter().all(covered))
                {
                    return Some(doesnt);
                }
            } else if !terms.iter().any(|t| self.types.term_includes(t, ty)) {
                let detail = self.outside(ty, interface, terms);
                return Some(format!("{doesnt} ({detail})"));
            }
        }
        let incomparable = set.comparable && !self.types.comparable(ty, !constraint);
        incomparable.then(|| format!("{shown} does not {verb} comparable"))
    }

    /// What an interface or the constraint of a type parameter asks for; none for other types.
    fn own_type_set(&self, ty: TypeId) -> Option<std::sync::Arc<TypeSet>> {
        match &*self.types.under(ty) {
            Type::Param(id) => {
                let constraint = self.types.param(*id).constraint;
                Some(self.types.type_set(constraint))
            }
            Type::Interface(_) => Some(self.types.type_set(ty)),
            _ => None,
        }
    }

    /// How a type that isn't among the terms of an interface misses them.
    fn outside(&self, ty: TypeId, interface: TypeId, terms: &[Term]) -> String {
        let (shown, wanted) = (self.display(ty), self.display(interface));
        let almost = terms.iter().find(|t| {
            !t.tilde
                && self.types.identical(t.ty, self.types.underlying(t.ty))
                && self.types.identical(t.ty, self.types.underlying(ty))
        });
        if let Some(t) = almost {
            return format!("possibly missing ~ for {} in {wanted}", self.display(t.ty));
        }
        if self.mentioned(interface, ty, 0) {
            return format!(
                "{wanted} mentions {shown}, but {shown} is not in the type set of {wanted}"
            );
        }
        let parts = terms.iter().map(|t| {
            let tilde = if t.tilde { "~" } else { "" };
            format!("{tilde}{}", self.types.display_with_path(t.ty))
        });
        let parts: Vec<String> = parts.collect();
        format!("{shown} missing in {}", parts.join(" | "))
    }

    /// Whether an interface literal has a type among what it embeds.
    fn mentioned(&self, within: TypeId, ty: TypeId, depth: usize) -> bool {
        if depth > 20 {
            return false;
        }
        let within = if depth == 0 {
            self.types.underlying(within)
        } else {
            within
        };
        match &*self.types.get(within) {
            Type::Interface(interface) => interface
                .embeds
                .iter()
                .any(|&e| self.mentioned(e, ty, depth + 1)),
            Type::Union(terms) => terms.iter().any(|t| self.mentioned(t.ty, ty, depth + 1)),
            _ => self.types.identical(within, ty),
        }
    }

    /// What is the matter with the first method that `ty` lacks, in parentheses.
    pub(super) fn missing_method(&mut self, ty: TypeId, interface: TypeId) -> Option<String> {
        self.know_methods(ty, 0);
        let missing = self.types.missing_method(ty, interface)?;
        if self.embeds_invalid(ty, 0) {
            return None;
        }
        let name = &missing.wanted.name.text;
        let here = Some(self.here());
        let written =
            |signature: TypeId| match &*self.types.get(self.types.without_names(signature)) {
                Type::Func(signature) => self.types.display_signature(signature, here),
                _ => String::new(),
            };
        let want = written(missing.wanted.signature);
        Some(match &missing.why {
            Lacking::Absent => self
                .interface_pointer(ty)
                .unwrap_or_else(|| format!("(missing method {name})")),
            Lacking::Ambiguous => format!("(ambiguous selector {}.{name})", self.display(ty)),
            Lacking::Field => format!("({}.{name} is a field, not a method)", self.display(ty)),
            Lacking::PointerReceiver => format!("(method {name} has pointer receiver)"),
            Lacking::WrongType(have) => {
                let have = format!("{}{}", self.own_params_text(ty, name), written(*have));
                format!(
                    "(wrong type for method {name})\n\t\thave {name}{have}\n\t\twant {name}{want}"
                )
            }
            Lacking::OtherName(other, have) => {
                let have = written(*have);
                format!("(missing method {name})\n\t\thave {other}{have}\n\t\twant {name}{want}")
            }
        })
    }

    /// Why a type argument doesn't satisfy its parameter's constraint.
    pub(super) fn unsatisfied(
        &mut self,
        param: TypeId,
        arg: TypeId,
        pairs: &[(TypeId, TypeId)],
    ) -> Option<String> {
        let Type::Param(id) = *self.types.get(param) else {
            return None;
        };
        let constraint = self.types.param(id).constraint;
        let constraint = self.types.substitute(constraint, pairs);
        self.missing(arg, constraint, true)
    }

    /// The type parameters of a generic method, as messages print them.
    fn own_params_text(&self, ty: TypeId, name: &str) -> String {
        let found = self.types.search(ty, &|n| *n.text == *name);
        let Ok(Found::Method(MethodRef::Declared { object, .. })) = found.map(|m| m.found) else {
            return String::new();
        };
        match &self.object(object).kind {
            Kind::Func(func) if !func.type_params.is_empty() => self.params_text(&func.type_params),
            _ => String::new(),
        }
    }

    /// Whether a struct embeds something wrong, which could have any method.
    fn embeds_invalid(&self, ty: TypeId, depth: usize) -> bool {
        let base = match &*self.types.under(ty) {
            Type::Pointer(elem) => *elem,
            _ => ty,
        };
        match &*self.types.under(base) {
            Type::Struct(fields) => fields
                .iter()
                .filter(|f| f.embedded)
                .any(|f| f.ty.is_invalid() || depth < 20 && self.embeds_invalid(f.ty, depth + 1)),
            _ => false,
        }
    }
}
