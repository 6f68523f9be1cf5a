//! Finding fields and methods.

use super::info::{MethodRef, Path};
use super::{Name, Type, TypeId, Types};

/// A field or method found by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The way to it.
    pub path: Path,
    /// What it is.
    pub found: Found,
    /// The field's type, or the method's [`Type::Func`] in terms of the type asked.
    /// [`TypeId::INVALID`] for a method whose signature isn't known yet.
    pub ty: TypeId,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A field; the path ends with it.
    Field,
    /// A method.
    Method(MethodRef),
}

/// A type at some depth of embedding, and how it was reached.
struct Candidate {
    ty: TypeId,
    path: Path,
    /// Reached by several ways at one depth: whatever it has is ambiguous.
    multiple: bool,
}

/// Why nothing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotFound {
    /// There is no such field or method.
    Missing,
    /// Several are found at the least depth.
    Ambiguous,
}

impl Types {
    /// The field or method `name` of `ty` as a selector `x.name` finds it: through one pointer and through
    /// embedded fields, the one at the least depth. Whether the method may be called on the operand (a pointer
    /// receiver wants an addressable one) is not asked.
    pub fn lookup(&self, ty: TypeId, name: &Name) -> Result<Member, NotFound> {
        self.search(ty, &|candidate| candidate == name)
    }

    /// As [`Types::lookup`], by a condition on the name.
    pub fn search(&self, ty: TypeId, wanted: &dyn Fn(&Name) -> bool) -> Result<Member, NotFound> {
        let mut start = Path::default();
        let mut top = self.unalias(ty);
        if let Type::Pointer(elem) = &*self.under(top) {
            let pointed = self.under(*elem);
            let defined = matches!(&*self.get(top), Type::Named { .. });
            if matches!(&*pointed, Type::Interface(_))
                || matches!(&*self.get(self.unalias(*elem)), Type::Param(_))
            {
                return Err(NotFound::Missing);
            }
            if defined && !matches!(&*pointed, Type::Struct(_)) {
                return Err(NotFound::Missing);
            }
            let elem = self.unalias(*elem);
            if defined {
                // A defined pointer type has the fields, but not the methods, of what it points to.
                top = self.underlying(elem);
            } else {
                top = elem;
            }
            start.indirect = true;
        }
        let mut level = vec![Candidate {
            ty: top,
            path: start,
            multiple: false,
        }];
        let mut seen = vec![];
        while !level.is_empty() {
            let mut next: Vec<Candidate> = vec![];
            let mut found: Option<(Member, bool)> = None;
            let mut ambiguous = false;
            for candidate in &level {
                let ty = candidate.ty;
                if seen.contains(&ty) {
                    continue;
                }
                if matches!(&*self.get(ty), Type::Named { .. }) {
                    seen.push(ty);
                }
                if let Some(member) = self.direct_member(candidate, wanted) {
                    ambiguous |= candidate.multiple || found.is_some();
                    found = Some((member, candidate.multiple));
                    continue;
                }
                self.embedded_fields(candidate, &mut next);
            }
            if let Some((member, _)) = found {
                return if ambiguous {
                    Err(NotFound::Ambiguous)
                } else {
                    Ok(member)
                };
            }
            level = merge(next);
        }
        Err(NotFound::Missing)
    }

    fn direct_member(&self, from: &Candidate, wanted: &dyn Fn(&Name) -> bool) -> Option<Member> {
        if let Type::Named { decl, args } = &*self.get(from.ty) {
            let method = self.decl_with(*decl, |d| {
                d.methods.iter().find(|m| wanted(&m.name)).cloned()
            });
            if let Some(method) = method {
                let pairs: Vec<_> = method
                    .receiver_params
                    .iter()
                    .copied()
                    .zip(args.iter().copied())
                    .collect();
                return Some(Member {
                    path: from.path.clone(),
                    ty: self.substitute(method.signature, &pairs),
                    found: Found::Method(MethodRef::Declared {
                        object: method.object,
                        decl: *decl,
                        args: args.clone(),
                        pointer: method.pointer,
                    }),
                });
            }
        }
        match &*self.under(from.ty) {
            Type::Struct(fields) => {
                let index = fields.iter().position(|f| wanted(&f.name))?;
                let mut path = from.path.clone();
                path.indices.push(index);
                Some(Member {
                    path,
                    ty: fields[index].ty,
                    found: Found::Field,
                })
            }
            Type::Interface(_) => {
                let set = self.type_set(from.ty);
                let method = set.methods.iter().find(|m| wanted(&m.name))?;
                Some(Member {
                    path: from.path.clone(),
                    ty: method.signature,
                    found: Found::Method(MethodRef::Interface(method.name.clone())),
                })
            }
            Type::Param(param) => {
                let set = self.type_set(self.param(*param).constraint);
                let method = set.methods.iter().find(|m| wanted(&m.name))?;
                Some(Member {
                    path: from.path.clone(),
                    ty: method.signature,
                    found: Found::Method(MethodRef::Param(method.name.clone())),
                })
            }
            _ => None,
        }
    }

    fn embedded_fields(&self, from: &Candidate, next: &mut Vec<Candidate>) {
        let Type::Struct(fields) = &*self.under(from.ty) else {
            return;
        };
        for (index, field) in fields.iter().enumerate().filter(|(_, f)| f.embedded) {
            let mut path = from.path.clone();
            path.indices.push(index);
            let mut ty = self.unalias(field.ty);
            if let Type::Pointer(elem) = &*self.get(ty) {
                ty = self.unalias(*elem);
                path.indirect = true;
            }
            next.push(Candidate {
                ty,
                path,
                multiple: from.multiple,
            });
        }
    }

    /// The method set of `ty`: every method that a value of exactly this type has, by name, sorted.
    /// What a type parameter has is what its constraint promises.
    pub fn method_set(&self, ty: TypeId) -> Vec<(Name, Member)> {
        let mut names: Vec<Name> = vec![];
        self.method_names(ty, &mut names, &mut vec![]);
        names.sort_unstable();
        names.dedup();
        let members = names.into_iter().filter_map(|name| {
            let member = self.lookup(ty, &name).ok()?;
            self.in_method_set(ty, &member).then_some((name, member))
        });
        members.collect()
    }

    /// Whether a member that was looked up in `ty` is a method in the method set of `ty`, addressability aside.
    pub fn in_method_set(&self, ty: TypeId, member: &Member) -> bool {
        match &member.found {
            Found::Field => false,
            Found::Method(MethodRef::Declared { pointer: true, .. }) => {
                member.path.indirect || matches!(&*self.get(self.unalias(ty)), Type::Pointer(_))
            }
            Found::Method(_) => true,
        }
    }

    fn method_names(&self, ty: TypeId, names: &mut Vec<Name>, seen: &mut Vec<TypeId>) {
        let mut ty = self.unalias(ty);
        if let Type::Pointer(elem) = &*self.get(ty) {
            ty = self.unalias(*elem);
        }
        if seen.contains(&ty) {
            return;
        }
        seen.push(ty);
        if let Type::Named { decl, .. } = &*self.get(ty) {
            self.decl_with(*decl, |d| {
                names.extend(d.methods.iter().map(|m| m.name.clone()))
            });
        }
        match &*self.under(ty) {
            Type::Struct(fields) => {
                for field in fields.iter().filter(|f| f.embedded) {
                    self.method_names(field.ty, names, seen);
                }
            }
            Type::Interface(_) => {
                names.extend(self.type_set(ty).methods.iter().map(|m| m.name.clone()));
            }
            Type::Param(param) => {
                let set = self.type_set(self.param(*param).constraint);
                names.extend(set.methods.iter().map(|m| m.name.clone()));
            }
            _ => {}
        }
    }
}

/// One candidate for each type: several ways to the same type at one depth make what it has ambiguous.
fn merge(candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut merged: Vec<Candidate> = vec![];
    for candidate in candidates {
        match merged.iter_mut().find(|m| m.ty == candidate.ty) {
            Some(same) => same.multiple = true,
            None => merged.push(candidate),
        }
    }
    merged
}
