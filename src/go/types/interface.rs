//! What interfaces and constraints ask for.

use super::{Method, Term, Type, TypeId, Types};
use std::sync::Arc;

/// Everything that an interface asks for, embedded ones included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypeSet {
    /// The methods, sorted by name.
    pub methods: Vec<Method>,
    /// The types allowed; none where any is. Empty where nothing can satisfy it.
    pub terms: Option<Vec<Term>>,
    /// Whether only types that can be compared are allowed.
    pub comparable: bool,
}

impl TypeSet {
    /// Whether it asks for nothing but methods, so that variables may have the type.
    pub fn is_basic(&self) -> bool {
        self.terms.is_none() && !self.comparable
    }
}

/// Embeddings nested deeper than this are cyclic, which is complained about elsewhere.
const DEEPEST_EMBEDDING: usize = 50;

impl Types {
    /// What an interface, or a constraint of another form, asks for.
    pub fn type_set(&self, ty: TypeId) -> Arc<TypeSet> {
        self.type_set_at(ty, 0)
    }

    fn type_set_at(&self, ty: TypeId, depth: usize) -> Arc<TypeSet> {
        let under = self.underlying(ty);
        if let Some(known) = self.known_type_set(under) {
            return known;
        }
        let mut set = TypeSet::default();
        if let (Type::Interface(interface), true) = (&*self.get(under), depth < DEEPEST_EMBEDDING) {
            set.methods = interface.methods.to_vec();
            set.comparable = interface.comparable;
            for &embedded in &interface.embeds {
                self.add_embedded(&mut set, embedded, depth);
            }
            set.methods.sort_by(|a, b| a.name.cmp(&b.name));
            set.methods.dedup_by(|a, b| a.name == b.name);
            if let (true, Some(terms)) = (set.comparable, &mut set.terms) {
                terms.retain(|t| self.comparable(t.ty, true));
                set.comparable = false;
            }
        }
        let set = Arc::new(set);
        if self.is_settled(under, 0) {
            self.remember_type_set(under, set.clone());
        }
        set
    }

    fn add_embedded(&self, set: &mut TypeSet, embedded: TypeId, depth: usize) {
        let terms = match &*self.under(embedded) {
            Type::Interface(_) => {
                let inner = self.type_set_at(embedded, depth + 1);
                set.methods.extend(inner.methods.iter().cloned());
                set.comparable |= inner.comparable;
                inner.terms.clone()
            }
            Type::Union(terms) => self.flat_terms(terms, depth),
            Type::Basic(super::Basic::Invalid) => None,
            _ => Some(vec![Term {
                tilde: false,
                ty: embedded,
            }]),
        };
        set.terms = match (set.terms.take(), terms) {
            (None, other) | (other, None) => other,
            (Some(a), Some(b)) => Some(self.intersect(&a, &b)),
        };
    }

    fn flat_terms(&self, terms: &[Term], depth: usize) -> Option<Vec<Term>> {
        let mut flat = vec![];
        for term in terms {
            if let (Type::Interface(_), false) = (&*self.under(term.ty), term.tilde) {
                flat.extend(self.type_set_at(term.ty, depth + 1).terms.clone()?);
            } else {
                flat.push(*term);
            }
        }
        Some(flat)
    }

    fn intersect(&self, a: &[Term], b: &[Term]) -> Vec<Term> {
        let mut both = vec![];
        for x in a {
            for y in b {
                let meet = if self.term_includes(x, y.ty) && (x.tilde || !y.tilde) {
                    Some(*y)
                } else if self.term_includes(y, x.ty) {
                    Some(*x)
                } else {
                    None
                };
                both.extend(meet);
            }
        }
        both
    }

    /// Whether the type is among those that the term stands for.
    pub fn term_includes(&self, term: &Term, ty: TypeId) -> bool {
        if term.tilde {
            self.identical(self.underlying(term.ty), self.underlying(ty))
        } else {
            self.identical(term.ty, ty)
        }
    }

    /// Whether all that the interface embeds is known already.
    fn is_settled(&self, interface: TypeId, depth: usize) -> bool {
        if depth > DEEPEST_EMBEDDING {
            return true;
        }
        match &*self.get(self.underlying(interface)) {
            Type::Basic(super::Basic::Invalid) => false,
            Type::Interface(i) => i.embeds.iter().all(|&e| self.is_settled(e, depth + 1)),
            Type::Union(terms) => terms.iter().all(|t| self.is_settled(t.ty, depth + 1)),
            _ => true,
        }
    }

    /// The types that a value of type `ty` may have at run time as far as its operators go: for a type parameter those
    /// of its constraint, else the type itself. None for a type parameter that may be anything.
    pub fn terms(&self, ty: TypeId) -> Option<Vec<Term>> {
        match &*self.get(self.unalias(ty)) {
            Type::Param(param) => self.type_set(self.param(*param).constraint).terms.clone(),
            _ => Some(vec![Term { tilde: false, ty }]),
        }
    }

    /// The one underlying type that all types of a type parameter have; of other types their own. Channels of several
    /// directions give the restricted one. None where there is no such type.
    pub fn core_type(&self, ty: TypeId) -> Option<TypeId> {
        let terms = self.terms(ty)?;
        let mut unders = terms.iter().map(|t| self.underlying(t.ty));
        let mut core = unders.next()?;
        for under in unders {
            if self.identical(core, under) {
                continue;
            }
            match (&*self.get(core), &*self.get(under)) {
                (Type::Chan { dir: a, elem: x }, Type::Chan { dir: b, elem: y })
                    if self.identical(*x, *y) =>
                {
                    use super::super::ast::ChanDir::Both;
                    match (a, b) {
                        (Both, _) => core = under,
                        (_, Both) => {}
                        _ => return None,
                    }
                }
                _ => return None,
            }
        }
        Some(core)
    }
}
