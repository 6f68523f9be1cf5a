//! Struct and interface types as they are written.

use super::Checker;
use super::delay::Delayed;
use crate::go::ast::{self, Expr, ExprKind, InterfaceElem};
use crate::go::source::Pos;
use crate::go::types::{Field, Interface, Method, Name, Term, Type, TypeId};
use rustc_hash::FxHashMap;
use std::sync::Arc;

impl<'a> Checker<'a> {
    pub(super) fn struct_type(&mut self, lines: &'a [ast::StructField]) -> TypeId {
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

    pub(super) fn interface_type(
        &mut self,
        pos: Pos,
        elems: &'a [InterfaceElem],
        implicit: bool,
    ) -> TypeId {
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
