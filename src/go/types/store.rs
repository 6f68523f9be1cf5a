//! The one place where types live.

use super::{
    Basic, Decl, DeclId, Interface, Method, Param, ParamId, Signature, Type, TypeId, TypeParam,
    TypeSet,
};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::sync::Arc;

/// All types of one compilation: each way to write a type once.
///
/// It grows while it is asked (instances are made when they are met), and so has its insides behind a cell:
/// all questions take `&self`, and answers are owned.
#[derive(Debug)]
pub struct Types {
    inner: RefCell<Inner>,
}

/// What a package is called.
#[derive(Clone, Debug)]
pub struct PackageNames {
    /// Its import path.
    pub path: Arc<str>,
    /// Its name.
    pub name: Arc<str>,
    /// What stands before its types in messages: the name, or, where the Go compiler knows several packages of that
    /// name, the path in quotes.
    pub shown: Arc<str>,
}

#[derive(Debug, Default)]
struct Inner {
    types: Vec<Arc<Type>>,
    ids: FxHashMap<Arc<Type>, TypeId>,
    canonical: FxHashMap<TypeId, TypeId>,
    underlying: FxHashMap<TypeId, TypeId>,
    type_sets: FxHashMap<TypeId, Arc<TypeSet>>,
    decls: Vec<Decl>,
    params: Vec<TypeParam>,
    packages: Vec<PackageNames>,
}

/// Instances nested deeper than this are taken for endless: a type whose instances grow without a bound.
const DEEPEST_INSTANCE: usize = 60;

impl Default for Types {
    fn default() -> Types {
        Types::new()
    }
}

impl Types {
    /// The predeclared types only; their declared names have [`super::ObjId`] 0 until the universe sets them.
    pub fn new() -> Types {
        let types = Types {
            inner: RefCell::default(),
        };
        for basic in Basic::ALL {
            types.intern(Type::Basic(basic));
        }
        let predeclared = |name: &str, alias| {
            types.add_decl(Decl {
                name: name.into(),
                package: None,
                object: super::ObjId(0),
                params: vec![],
                own_params: 0,
                alias,
                underlying: TypeId::INVALID,
                methods: vec![],
            })
        };
        let named = |decl| {
            types.intern(Type::Named {
                decl,
                args: Box::new([]),
            })
        };
        let error = predeclared("error", false);
        let comparable = predeclared("comparable", false);
        let any = predeclared("any", true);
        let ids = [named(error), named(comparable), named(any)];
        debug_assert_eq!(ids, [TypeId::ERROR, TypeId::COMPARABLE, TypeId::ANY]);
        let empty = types.intern(Type::Tuple(Box::new([])));
        debug_assert_eq!(empty, TypeId::EMPTY_TUPLE);
        let interface = |methods: Box<[Method]>, comparable| {
            types.intern(Type::Interface(Interface {
                methods,
                embeds: Box::new([]),
                implicit: false,
                comparable,
            }))
        };
        let signature = types.intern(Type::Func(Signature {
            params: Box::new([]),
            results: Box::new([Param {
                name: "".into(),
                ty: TypeId::STRING,
            }]),
            variadic: false,
        }));
        let method = Method {
            name: super::Name::new("Error".into(), None),
            signature,
        };
        types.with_decl(error, |d| {
            d.underlying = interface(Box::new([method]), false)
        });
        types.with_decl(comparable, |d| d.underlying = interface(Box::new([]), true));
        types.with_decl(any, |d| d.underlying = interface(Box::new([]), false));
        types
    }

    /// The id of a type that is written so.
    pub fn intern(&self, ty: Type) -> TypeId {
        let mut inner = self.inner.borrow_mut();
        if let Some(&id) = inner.ids.get(&ty) {
            return id;
        }
        let id = TypeId(inner.types.len() as u32);
        let ty = Arc::new(ty);
        inner.types.push(ty.clone());
        inner.ids.insert(ty, id);
        id
    }

    /// The type of that number, as it was written.
    pub fn get(&self, id: TypeId) -> Arc<Type> {
        self.inner.borrow().types[id.index()].clone()
    }

    /// Adds a type declaration.
    pub fn add_decl(&self, decl: Decl) -> DeclId {
        let mut inner = self.inner.borrow_mut();
        inner.decls.push(decl);
        DeclId(inner.decls.len() as u32 - 1)
    }

    /// A type declaration.
    pub fn decl(&self, id: DeclId) -> Decl {
        self.inner.borrow().decls[id.0 as usize].clone()
    }

    /// Something about a type declaration, without copying all of it. `f` must not ask `self` anything.
    pub fn decl_with<R>(&self, id: DeclId, f: impl FnOnce(&Decl) -> R) -> R {
        f(&self.inner.borrow().decls[id.0 as usize])
    }

    /// Changes a type declaration.
    pub(crate) fn with_decl<R>(&self, id: DeclId, change: impl FnOnce(&mut Decl) -> R) -> R {
        let mut decl = self.decl(id);
        let result = change(&mut decl);
        self.inner.borrow_mut().decls[id.0 as usize] = decl;
        result
    }

    /// Adds a type parameter and gives its type.
    pub(crate) fn add_param(&self, param: TypeParam) -> TypeId {
        let mut inner = self.inner.borrow_mut();
        inner.params.push(param);
        let id = ParamId(inner.params.len() as u32 - 1);
        drop(inner);
        self.intern(Type::Param(id))
    }

    /// A type parameter.
    pub fn param(&self, id: ParamId) -> TypeParam {
        self.inner.borrow().params[id.0 as usize].clone()
    }

    pub(crate) fn set_constraint(&self, id: ParamId, constraint: TypeId) {
        self.inner.borrow_mut().params[id.0 as usize].constraint = constraint;
    }

    /// Adds a package; packages are numbered in the order added.
    pub(crate) fn add_package(&self, names: PackageNames) -> super::PackageId {
        let mut inner = self.inner.borrow_mut();
        inner.packages.push(names);
        super::PackageId(inner.packages.len() as u32 - 1)
    }

    /// What a package is called.
    pub fn package(&self, id: super::PackageId) -> PackageNames {
        self.inner.borrow().packages[id.0 as usize].clone()
    }

    /// The type itself, with aliases at its top replaced by what they stand for.
    pub fn unalias(&self, mut ty: TypeId) -> TypeId {
        for _ in 0..DEEPEST_INSTANCE {
            let Type::Named { decl, args } = &*self.get(ty) else {
                return ty;
            };
            let (alias, target) = self.decl_with(*decl, |d| (d.alias, d.underlying));
            if !alias {
                return ty;
            }
            ty = self.instantiate_with(*decl, target, args);
        }
        TypeId::INVALID
    }

    /// The underlying type. That of a type parameter is itself. Never an alias, nor a defined type.
    pub fn underlying(&self, ty: TypeId) -> TypeId {
        let ty = self.unalias(ty);
        let Type::Named { decl, args } = &*self.get(ty) else {
            return ty;
        };
        if let Some(&known) = self.inner.borrow().underlying.get(&ty) {
            return known;
        }
        let declared = self.decl_with(*decl, |d| d.underlying);
        let mut found = self.instantiate_with(*decl, declared, args);
        let mut steps = 0;
        while let Type::Named { decl, args } = &*self.get(self.unalias(found)) {
            let next = self.decl_with(*decl, |d| d.underlying);
            found = self.instantiate_with(*decl, next, args);
            steps += 1;
            if steps > DEEPEST_INSTANCE {
                return TypeId::INVALID;
            }
        }
        let found = self.unalias(found);
        if !found.is_invalid() {
            self.inner.borrow_mut().underlying.insert(ty, found);
        }
        found
    }

    /// The underlying type, looked into.
    pub fn under(&self, ty: TypeId) -> Arc<Type> {
        self.get(self.underlying(ty))
    }

    fn instantiate_with(&self, decl: DeclId, ty: TypeId, args: &[TypeId]) -> TypeId {
        if args.is_empty() {
            return ty;
        }
        let params = self.decl_with(decl, |d| d.params.clone());
        let pairs: Vec<_> = params.into_iter().zip(args.iter().copied()).collect();
        self.substitute(ty, &pairs)
    }

    /// The declared type `decl` with those type arguments.
    pub fn named(&self, decl: DeclId, args: Box<[TypeId]>) -> TypeId {
        self.intern(Type::Named { decl, args })
    }

    /// The declared type with its own parameters as arguments: the type as its declaration sees it.
    pub fn named_self(&self, decl: DeclId) -> TypeId {
        let params = self.decl_with(decl, |d| d.params.clone());
        self.named(decl, params.into())
    }

    /// Makes what declarations refer to canonical, once all of them are known.
    pub(crate) fn settle(&self) {
        let count = self.inner.borrow().decls.len();
        for index in 0..count {
            let id = DeclId(index as u32);
            let mut decl = self.decl(id);
            decl.underlying = self.canonical(decl.underlying);
            for method in &mut decl.methods {
                method.signature = self.canonical(method.signature);
            }
            self.with_decl(id, |d| *d = decl);
        }
    }

    /// The declaration of a defined type (aliases looked through) and its arguments.
    pub fn as_named(&self, ty: TypeId) -> Option<(DeclId, Box<[TypeId]>)> {
        match &*self.get(self.unalias(ty)) {
            Type::Named { decl, args } => Some((*decl, args.clone())),
            _ => None,
        }
    }

    pub(super) fn known_canonical(&self, ty: TypeId) -> Option<TypeId> {
        self.inner.borrow().canonical.get(&ty).copied()
    }

    pub(super) fn remember_canonical(&self, ty: TypeId, canonical: TypeId) {
        self.inner.borrow_mut().canonical.insert(ty, canonical);
    }

    pub(super) fn known_type_set(&self, interface: TypeId) -> Option<Arc<TypeSet>> {
        self.inner.borrow().type_sets.get(&interface).cloned()
    }

    pub(super) fn remember_type_set(&self, interface: TypeId, set: Arc<TypeSet>) {
        self.inner.borrow_mut().type_sets.insert(interface, set);
    }
}
