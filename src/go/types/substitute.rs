//! Types made from others: with type parameters replaced, and without what does not count for identity.

use super::store::Types;
use super::{DeclId, Field, Interface, Method, Param, Signature, Term, Type, TypeId};
use rustc_hash::FxHashMap;

/// What to put in the place of type parameters: pairs of a [`Type::Param`] type and a type.
pub type Substitution = [(TypeId, TypeId)];

impl Types {
    /// A defined type's own parameters set to its arguments.
    pub fn arguments(&self, decl: DeclId, args: &[TypeId]) -> Vec<(TypeId, TypeId)> {
        let params = self.decl_with(decl, |d| d.params.clone());
        params.into_iter().zip(args.iter().copied()).collect()
    }

    /// `ty` with every type parameter in `pairs` replaced. Named types get other arguments, nothing is expanded.
    pub fn substitute(&self, ty: TypeId, pairs: &Substitution) -> TypeId {
        if pairs.is_empty() {
            return ty;
        }
        let mut memo = FxHashMap::default();
        self.replace(ty, &mut memo, &|id, ty| match ty {
            Type::Param(_) => Some(
                pairs
                    .iter()
                    .find(|pair| pair.0 == id)
                    .map_or(id, |pair| pair.1),
            ),
            _ => None,
        })
    }

    /// Rebuilds a type from the leaves up; `leaf` says what a part becomes without looking into it.
    pub(super) fn replace(
        &self,
        id: TypeId,
        memo: &mut FxHashMap<TypeId, TypeId>,
        leaf: &dyn Fn(TypeId, &Type) -> Option<TypeId>,
    ) -> TypeId {
        if let Some(&known) = memo.get(&id) {
            return known;
        }
        let ty = self.get(id);
        if let Some(done) = leaf(id, &ty) {
            memo.insert(id, done);
            return done;
        }
        let mut go = |part: TypeId| self.replace(part, memo, leaf);
        let rebuilt = match &*ty {
            Type::Basic(_) | Type::Param(_) => return id,
            Type::Named { decl, args } => Type::Named {
                decl: *decl,
                args: args.iter().map(|&a| go(a)).collect(),
            },
            Type::Pointer(elem) => Type::Pointer(go(*elem)),
            Type::Slice(elem) => Type::Slice(go(*elem)),
            Type::Array { len, elem } => Type::Array {
                len: *len,
                elem: go(*elem),
            },
            Type::Struct(fields) => Type::Struct(
                fields
                    .iter()
                    .map(|f| Field {
                        ty: go(f.ty),
                        ..f.clone()
                    })
                    .collect(),
            ),
            Type::Map { key, elem } => Type::Map {
                key: go(*key),
                elem: go(*elem),
            },
            Type::Chan { dir, elem } => Type::Chan {
                dir: *dir,
                elem: go(*elem),
            },
            Type::Func(signature) => {
                let mut all = |params: &[Param]| {
                    params
                        .iter()
                        .map(|p| Param {
                            name: p.name.clone(),
                            ty: go(p.ty),
                        })
                        .collect()
                };
                Type::Func(Signature {
                    params: all(&signature.params),
                    results: all(&signature.results),
                    variadic: signature.variadic,
                })
            }
            Type::Interface(interface) => Type::Interface(Interface {
                methods: interface
                    .methods
                    .iter()
                    .map(|m| Method {
                        name: m.name.clone(),
                        signature: go(m.signature),
                    })
                    .collect(),
                embeds: interface.embeds.iter().map(|&e| go(e)).collect(),
                ..*interface
            }),
            Type::Union(terms) => Type::Union(
                terms
                    .iter()
                    .map(|t| Term {
                        tilde: t.tilde,
                        ty: go(t.ty),
                    })
                    .collect(),
            ),
            Type::Tuple(parts) => Type::Tuple(parts.iter().map(|&p| go(p)).collect()),
        };
        let done = if rebuilt == *ty {
            id
        } else {
            self.intern(rebuilt)
        };
        memo.insert(id, done);
        done
    }

    /// The type that stands for all types identical to this one. To be asked once all declarations are known:
    /// what it says of a type with an alias or an embedded interface that isn't resolved yet isn't remembered.
    pub fn canonical(&self, ty: TypeId) -> TypeId {
        if let Some(known) = self.known_canonical(ty) {
            return known;
        }
        let written = self.get(ty);
        let found = match &*written {
            Type::Basic(basic) => TypeId(basic.canonical() as u32),
            Type::Param(_) => ty,
            Type::Named { decl, args } => {
                if self.decl_with(*decl, |d| d.alias) {
                    let target = self.unalias(ty);
                    if target.is_invalid() || target == ty {
                        return target;
                    }
                    self.canonical(target)
                } else {
                    self.named(*decl, args.iter().map(|&a| self.canonical(a)).collect())
                }
            }
            Type::Func(signature) => {
                let all = |params: &[Param]| -> Box<[Param]> {
                    params
                        .iter()
                        .map(|p| Param {
                            name: "".into(),
                            ty: self.canonical(p.ty),
                        })
                        .collect()
                };
                self.intern(Type::Func(Signature {
                    params: all(&signature.params),
                    results: all(&signature.results),
                    variadic: signature.variadic,
                }))
            }
            Type::Interface(_) => {
                // One that refers to itself, which is complained about elsewhere, ends here.
                self.remember_canonical(ty, ty);
                self.canonical_interface(ty)
            }
            _ => {
                let mut memo = FxHashMap::default();
                let top = ty;
                self.replace(ty, &mut memo, &|id, _| {
                    (id != top).then(|| self.canonical(id))
                })
            }
        };
        self.remember_canonical(ty, found);
        self.remember_canonical(found, found);
        found
    }

    fn canonical_interface(&self, ty: TypeId) -> TypeId {
        let set = self.type_set(ty);
        let methods = set
            .methods
            .iter()
            .map(|m| Method {
                name: m.name.clone(),
                signature: self.canonical(m.signature),
            })
            .collect();
        let embeds = set.terms.as_ref().map(|terms| {
            let mut terms: Vec<Term> = terms
                .iter()
                .map(|t| Term {
                    tilde: t.tilde,
                    ty: self.canonical(t.ty),
                })
                .collect();
            terms.sort_unstable_by_key(|t| (t.ty, t.tilde));
            self.intern(Type::Union(terms.into()))
        });
        self.intern(Type::Interface(Interface {
            methods,
            embeds: embeds.into_iter().collect(),
            implicit: false,
            comparable: set.comparable,
        }))
    }

    /// A function type without the names of its parameters.
    pub(crate) fn without_names(&self, ty: TypeId) -> TypeId {
        let Type::Func(signature) = &*self.get(ty) else {
            return ty;
        };
        let bare = |params: &[Param]| {
            let bare = params.iter().map(|p| Param {
                name: "".into(),
                ty: p.ty,
            });
            bare.collect()
        };
        self.intern(Type::Func(Signature {
            params: bare(&signature.params),
            results: bare(&signature.results),
            variadic: signature.variadic,
        }))
    }

    /// Whether two types are identical.
    pub fn identical(&self, a: TypeId, b: TypeId) -> bool {
        a == b || self.canonical(a) == self.canonical(b)
    }
}
