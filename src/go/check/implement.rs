//! Assignability, and what types implement.

use super::Checker;
use super::operand::Operand;
use crate::go::ast::ChanDir;
use crate::go::types::predicates::Lacking;
use crate::go::types::{Term, Type, TypeId};

impl<'a> Checker<'a> {
    /// Whether a value may be assigned to a variable of type `target`; if not, why, where there is more to say.
    pub(super) fn assignable(&mut self, x: &Operand<'a>, target: TypeId) -> Result<(), String> {
        let from = x.ty;
        if from.is_invalid() || target.is_invalid() || self.types.identical(from, target) {
            return Ok(());
        }
        if self.is_untyped(from) {
            return self
                .implicit(x, target)
                .map(|_| ())
                .map_err(|_| String::new());
        }
        let (a, b) = (self.types.underlying(from), self.types.underlying(target));
        let params = self.types.is_param(from) || self.types.is_param(target);
        let named = self.types.has_name(from) && self.types.has_name(target);
        if self.types.identical(a, b) && !named && !params {
            return Ok(());
        }
        if self.types.is_interface(target) {
            return match self.missing(from, target, false) {
                None => Ok(()),
                Some(cause) => Err(cause),
            };
        }
        if let Type::Pointer(elem) = &*self.types.get(b)
            && self.types.is_interface(*elem)
        {
            let (v, t) = (self.display(from), self.display(target));
            return Err(format!(
                "{v} does not implement {t} (type {t} is pointer to interface, not interface)"
            ));
        }
        if self.types.is_interface(from) && !params && self.missing(target, from, false).is_none() {
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
            && !named
        {
            return Ok(());
        }
        // Between type parameters and unnamed types: whatever the parameter may be must do.
        if params && !named {
            let each =
                |c: &mut Self, of: TypeId, test: &mut dyn FnMut(&mut Self, TypeId) -> bool| {
                    c.types.terms(of).is_some_and(|terms| {
                        !terms.is_empty() && terms.iter().all(|t| test(c, t.ty))
                    })
                };
            let fits = if self.types.is_param(target) {
                each(self, target, &mut |c, t| c.assignable(x, t).is_ok())
            } else {
                each(self, from, &mut |c, f| {
                    let mut y = x.clone();
                    y.ty = f;
                    c.assignable(&y, target).is_ok()
                })
            };
            if fits {
                return Ok(());
            }
        }
        Err(String::new())
    }

    /// Makes the signatures of all methods of a type known.
    fn know_methods(&mut self, ty: TypeId, depth: usize) {
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
        if ty.is_invalid() || interface.is_invalid() {
            return None;
        }
        self.know_methods(ty, 0);
        let set = self.types.type_set(interface);
        let (shown, wanted) = (self.display(ty), self.display(interface));
        let verb = if constraint { "satisfy" } else { "implement" };
        if set.terms.as_ref().is_some_and(Vec::is_empty) {
            return Some(format!("cannot {verb} {wanted} (empty type set)"));
        }
        if let Some(cause) = self.missing_method(ty, interface) {
            return Some(format!("{shown} does not {verb} {wanted} {cause}"));
        }
        let incomparable = set.comparable && !self.types.comparable(ty, !constraint);
        if let Some(terms) = &set.terms {
            let cause = self.outside(ty, terms, &shown, &wanted);
            if let Some(cause) = cause {
                let cause = if cause.is_empty() {
                    cause
                } else {
                    format!(" {cause}")
                };
                return Some(format!("{shown} does not {verb} {wanted}{cause}"));
            }
        }
        incomparable.then(|| format!("{shown} does not {verb} comparable"))
    }

    /// Why a type isn't among `terms`.
    fn outside(&self, ty: TypeId, terms: &[Term], shown: &str, wanted: &str) -> Option<String> {
        let covered = |t: &Term| {
            terms
                .iter()
                .any(|o| self.types.term_includes(o, t.ty) && (o.tilde || !t.tilde))
        };
        if self.types.is_param(ty) || self.types.is_interface(ty) {
            let own = if self.types.is_param(ty) {
                self.types.terms(ty)
            } else {
                self.types.type_set(ty).terms.clone()
            };
            return match own {
                Some(own) => own.iter().find(|t| !covered(t)).map(|t| {
                    format!(
                        "({}{} missing in {})",
                        if t.tilde { "~" } else { "" },
                        self.display(t.ty),
                        self.terms_text(terms)
                    )
                }),
                None => Some(format!("({shown} missing in {})", self.terms_text(terms)))
                    .filter(|_| self.types.is_interface(ty))
                    .or(Some(String::new())),
            };
        }
        if terms.iter().any(|t| self.types.term_includes(t, ty)) {
            return None;
        }
        let almost = terms.iter().find(|t| {
            !t.tilde
                && self.types.identical(t.ty, self.types.underlying(t.ty))
                && self.types.identical(t.ty, self.types.underlying(ty))
        });
        Some(match almost {
            Some(t) => format!(
                "(possibly missing ~ for {} in {wanted})",
                self.display(t.ty)
            ),
            None => format!("({shown} missing in {})", self.terms_text(terms)),
        })
    }

    fn terms_text(&self, terms: &[Term]) -> String {
        let parts: Vec<String> = terms
            .iter()
            .map(|t| format!("{}{}", if t.tilde { "~" } else { "" }, self.display(t.ty)))
            .collect();
        parts.join(" | ")
    }

    /// What is the matter with the first method that `ty` lacks, in parentheses.
    pub(super) fn missing_method(&mut self, ty: TypeId, interface: TypeId) -> Option<String> {
        self.know_methods(ty, 0);
        let missing = self.types.missing_method(ty, interface)?;
        let name = &missing.wanted.name.text;
        let here = Some(self.here());
        let pointer = match &*self.types.under(ty) {
            Type::Pointer(elem) => Some(*elem),
            _ => None,
        };
        if let Some(elem) = pointer
            && self.types.is_interface(elem)
        {
            return Some(format!(
                "(type {} is pointer to interface, not interface)",
                self.display(ty)
            ));
        }
        let written =
            |signature: TypeId| match &*self.types.get(self.types.without_names(signature)) {
                Type::Func(signature) => self.types.display_signature(signature, here),
                _ => String::new(),
            };
        let want = written(missing.wanted.signature);
        Some(match &missing.why {
            Lacking::Absent => {
                if self.types.is_interface(interface)
                    && let Some(elem) = pointer
                    && self.types.is_param(elem)
                {
                    format!(
                        "(type {} is pointer to type parameter, not type parameter)",
                        self.display(ty)
                    )
                } else {
                    format!("(missing method {name})")
                }
            }
            Lacking::Ambiguous => format!("(ambiguous selector {}.{name})", self.display(ty)),
            Lacking::Field => format!("({}.{name} is a field, not a method)", self.display(ty)),
            Lacking::PointerReceiver => format!("(method {name} has pointer receiver)"),
            Lacking::WrongType(have) => {
                let have = written(*have);
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
}
