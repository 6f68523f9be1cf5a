//! What may be done with values of a type.

use super::info::MethodRef;
use super::lookup::NotFound;
use super::{Basic, Found, Member, Method, Term, Type, TypeId, Types};

/// Why a type doesn't implement an interface: the first method, by name, that it lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingMethod {
    /// What the interface asks for.
    pub wanted: Method,
    /// What is the matter with it.
    pub why: Lacking,
}

/// What is the matter with a method that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// There is none.
    Absent,
    /// There is one with another signature, this.
    WrongType(TypeId),
    /// There is one, but only pointers have it.
    PointerReceiver,
    /// There are several at the same depth.
    Ambiguous,
    /// There is a field of that name.
    Field,
    /// There is one that is spelt so, in other letter case, with this signature.
    OtherName(std::sync::Arc<str>, TypeId),
}

impl Types {
    /// The predeclared type underlying `ty`, if it is one.
    pub fn basic(&self, ty: TypeId) -> Option<Basic> {
        match &*self.under(ty) {
            Type::Basic(basic) => Some(*basic),
            _ => None,
        }
    }

    /// Whether `ty` is an interface, and no type parameter.
    pub fn is_interface(&self, ty: TypeId) -> bool {
        matches!(&*self.under(ty), Type::Interface(_))
    }

    /// Whether `ty` is a type parameter.
    pub fn is_param(&self, ty: TypeId) -> bool {
        matches!(&*self.get(self.unalias(ty)), Type::Param(_))
    }

    /// Whether a type parameter occurs in `ty`.
    pub fn has_params(&self, ty: TypeId) -> bool {
        let found = std::cell::Cell::new(false);
        self.replace(ty, &mut Default::default(), &|id, ty| {
            found.set(found.get() || matches!(ty, Type::Param(_)));
            found.get().then_some(id)
        });
        found.get()
    }

    /// The type parameters that occur in `ty`.
    pub fn params_in(&self, ty: TypeId) -> Vec<TypeId> {
        let found = std::cell::RefCell::new(vec![]);
        self.replace(ty, &mut Default::default(), &|id, ty| {
            if matches!(ty, Type::Param(_)) {
                found.borrow_mut().push(id);
            }
            None
        });
        found.into_inner()
    }

    /// Whether `ty` has a name: a predeclared or defined type, or a type parameter.
    pub fn has_name(&self, ty: TypeId) -> bool {
        matches!(
            &*self.get(self.unalias(ty)),
            Type::Basic(_) | Type::Named { .. } | Type::Param(_)
        )
    }

    /// Whether `==` is defined on values of type `ty`. Interfaces can be compared; with `strictly`, only where the
    /// comparison can't panic.
    pub fn comparable(&self, ty: TypeId, strictly: bool) -> bool {
        self.comparable_at(ty, strictly, 0)
    }

    fn comparable_at(&self, ty: TypeId, strictly: bool, depth: usize) -> bool {
        if depth > 100 {
            return true;
        }
        match &*self.under(ty) {
            Type::Basic(basic) => *basic != Basic::UntypedNil,
            Type::Pointer(_) | Type::Chan { .. } => true,
            Type::Interface(_) => !strictly || self.type_set_comparable(ty, depth),
            Type::Struct(fields) => fields
                .iter()
                .all(|f| self.comparable_at(f.ty, strictly, depth + 1)),
            Type::Array { elem, .. } => self.comparable_at(*elem, strictly, depth + 1),
            Type::Param(param) => self.type_set_comparable(self.param(*param).constraint, depth),
            _ => false,
        }
    }

    fn type_set_comparable(&self, interface: TypeId, depth: usize) -> bool {
        let set = self.type_set(interface);
        set.comparable
            || set.terms.as_ref().is_some_and(|terms| {
                let comparable = |t: &Term| self.comparable_at(t.ty, false, depth + 1);
                !terms.is_empty() && terms.iter().all(comparable)
            })
    }

    /// Whether nil is a value of `ty`.
    pub fn has_nil(&self, ty: TypeId) -> bool {
        match &*self.under(ty) {
            Type::Pointer(_)
            | Type::Slice(_)
            | Type::Map { .. }
            | Type::Chan { .. }
            | Type::Func(_)
            | Type::Interface(_) => true,
            Type::Basic(basic) => *basic == Basic::UntypedNil,
            Type::Param(_) => self
                .terms(ty)
                .is_some_and(|terms| !terms.is_empty() && terms.iter().all(|t| self.has_nil(t.ty))),
            _ => false,
        }
    }

    /// Whether `ty` has all methods of `interface` with the same signatures; else the first that is lacking.
    /// Type sets are not asked (see [`Types::satisfies`]). The signatures of the methods must be known.
    pub fn missing_method(&self, ty: TypeId, interface: TypeId) -> Option<MissingMethod> {
        let set = self.type_set(interface);
        for wanted in &set.methods {
            let why = match self.lookup(ty, &wanted.name) {
                Err(NotFound::Ambiguous) => Lacking::Ambiguous,
                Err(NotFound::Missing) => self.near_miss(ty, wanted),
                Ok(member) if member.found == Found::Field => Lacking::Field,
                Ok(member) if !self.in_method_set(ty, &member) => Lacking::PointerReceiver,
                Ok(member)
                    if self.is_generic_method(&member)
                        || !self.identical(member.ty, wanted.signature) =>
                {
                    Lacking::WrongType(member.ty)
                }
                Ok(_) => continue,
            };
            return Some(MissingMethod {
                wanted: wanted.clone(),
                why,
            });
        }
        None
    }

    /// Whether a method has type parameters of its own: then no interface asks for it.
    pub fn is_generic_method(&self, member: &Member) -> bool {
        match &member.found {
            Found::Method(MethodRef::Declared { object, decl, .. }) => self.decl_with(*decl, |d| {
                d.methods.iter().any(|m| m.object == *object && m.generic)
            }),
            _ => false,
        }
    }

    fn near_miss(&self, ty: TypeId, wanted: &Method) -> Lacking {
        let alike =
            |name: &super::Name| name.text.to_lowercase() == wanted.name.text.to_lowercase();
        match self.search(ty, &alike) {
            Ok(member) => match member.found {
                Found::Method(MethodRef::Declared {
                    object: _, decl, ..
                }) => {
                    let name = self.decl_with(decl, |d| {
                        d.methods
                            .iter()
                            .find(|m| alike(&m.name))
                            .map(|m| m.name.text.clone())
                    });
                    name.map_or(Lacking::Absent, |name| Lacking::OtherName(name, member.ty))
                }
                Found::Method(MethodRef::Interface(name) | MethodRef::Param(name)) => {
                    Lacking::OtherName(name.text, member.ty)
                }
                Found::Field => Lacking::Absent,
            },
            Err(_) => Lacking::Absent,
        }
    }

    /// Whether values of type `ty` can be held by variables of the interface type `interface`.
    pub fn implements(&self, ty: TypeId, interface: TypeId) -> bool {
        self.missing_method(ty, interface).is_none()
    }
}
