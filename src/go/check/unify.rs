//! Unification: whether two types can be made alike by choosing type arguments.

use super::Checker;
use crate::go::ast::ChanDir;
use crate::go::types::{Method, Param, Type, TypeId};

/// Types nested deeper than this aren't looked into.
const DEEPEST: usize = 100;

/// How alike two types are to be.
#[derive(Clone, Copy)]
pub(super) struct Mode {
    /// They are those of an assignment: within them types must be identical.
    assign: bool,
    /// They must be identical. Else a defined type may meet a type literal like its underlying type, channels may
    /// differ in direction, and an interface may meet what implements it.
    exact: bool,
}

impl Mode {
    pub const ASSIGN: Mode = Mode {
        assign: true,
        exact: false,
    };
    pub const INEXACT: Mode = Mode {
        assign: false,
        exact: false,
    };
    const EXACT: Mode = Mode {
        assign: false,
        exact: true,
    };

    /// What is asked of the types within.
    fn within(self) -> Mode {
        Mode {
            exact: self.exact || self.assign,
            ..self
        }
    }
}

/// What is known of the type parameters while they are inferred.
pub(super) struct Unifier<'c, 'a> {
    pub checker: &'c Checker<'a>,
    params: Vec<TypeId>,
    /// Of each parameter the number of its group: parameters that were made alike share one.
    groups: Vec<usize>,
    /// Of each group its type, if that is known.
    found: Vec<Option<TypeId>>,
    depth: usize,
}

impl<'c, 'a> Unifier<'c, 'a> {
    pub fn new(
        checker: &'c Checker<'a>,
        params: &[TypeId],
        given: &[Option<TypeId>],
    ) -> Unifier<'c, 'a> {
        let mut found = given.to_vec();
        found.resize(params.len(), None);
        Unifier {
            checker,
            params: params.to_vec(),
            groups: (0..params.len()).collect(),
            found,
            depth: 0,
        }
    }

    fn index(&self, ty: TypeId) -> Option<usize> {
        self.params.iter().position(|&p| p == ty)
    }

    pub fn is_bound(&self, ty: TypeId) -> bool {
        self.index(ty).is_some()
    }

    pub fn get(&self, param: TypeId) -> Option<TypeId> {
        self.found[self.groups[self.index(param)?]]
    }

    pub fn set(&mut self, param: TypeId, ty: TypeId) {
        if let Some(index) = self.index(param) {
            self.found[self.groups[index]] = Some(ty);
        }
    }

    /// How many parameters are unknown.
    pub fn unknown(&self) -> usize {
        let unknown = |&&group: &&usize| self.found[group].is_none();
        self.groups.iter().filter(unknown).count()
    }

    /// Whether a type has one of the parameters in it.
    pub fn mentions(&self, ty: TypeId) -> bool {
        let pairs: Vec<_> = self.params.iter().map(|&p| (p, TypeId::INT)).collect();
        self.checker.types.substitute(ty, &pairs) != ty
    }

    /// A type with what is known put in.
    pub fn resolve(&self, ty: TypeId) -> TypeId {
        let mut ty = ty;
        let known = self.params.iter().filter_map(|&p| Some((p, self.get(p)?)));
        let pairs: Vec<_> = known.collect();
        for _ in 0..=self.params.len() {
            let next = self.checker.types.substitute(ty, &pairs);
            if next == ty {
                break;
            }
            ty = next;
        }
        ty
    }

    /// Makes one group of two parameters'. False if the types of both are known.
    fn join(&mut self, a: usize, b: usize) -> bool {
        let (x, y) = (self.groups[a], self.groups[b]);
        if x == y {
            return true;
        }
        let (from, to) = match (self.found[x], self.found[y]) {
            (Some(_), Some(_)) => return false,
            (Some(_), None) => (y, x),
            _ => (x, y),
        };
        for group in &mut self.groups {
            if *group == from {
                *group = to;
            }
        }
        true
    }

    /// Makes two types alike.
    pub fn unify(&mut self, x: TypeId, y: TypeId, mode: Mode) -> bool {
        if self.depth >= DEEPEST {
            return false;
        }
        self.depth += 1;
        let alike = self.unify_here(x, y, mode);
        self.depth -= 1;
        alike
    }

    fn is_defined(&self, ty: TypeId) -> bool {
        let types = &self.checker.types;
        matches!(&*types.get(types.unalias(ty)), Type::Named { .. })
    }

    fn is_literal(&self, ty: TypeId) -> bool {
        !self.is_defined(ty) && !self.checker.types.is_param(ty)
    }

    fn is_interface(&self, ty: TypeId) -> bool {
        self.checker.types.is_interface(ty) && !self.checker.types.is_param(ty)
    }

    fn unify_here(&mut self, x: TypeId, y: TypeId, mode: Mode) -> bool {
        let types = &self.checker.types;
        let (mut x, mut y) = (types.unalias(x), types.unalias(y));
        if x == y {
            return true;
        }
        // A defined type, if there is one, goes to y, a parameter to x.
        if self.is_defined(x) || self.is_bound(y) {
            std::mem::swap(&mut x, &mut y);
        }
        if !mode.exact && self.is_defined(y) && self.is_literal(x) && !self.is_interface(x) {
            y = types.underlying(y);
            if x == y {
                return true;
            }
        }
        match (self.index(x), self.index(y)) {
            (Some(a), Some(b)) => {
                if self.join(a, b) {
                    return true;
                }
                match (self.get(x), self.get(y)) {
                    (Some(x), Some(y)) => self.unify(x, y, mode),
                    _ => false,
                }
            }
            (Some(_), None) => self.unify_param(x, y, mode),
            _ if !mode.exact && (self.is_interface(x) || self.is_interface(y)) => {
                self.unify_interfaces(x, y)
            }
            _ => self.unify_structure(x, y, mode),
        }
    }

    /// A parameter and something that isn't one.
    fn unify_param(&mut self, param: TypeId, y: TypeId, mode: Mode) -> bool {
        let Some(x) = self.get(param) else {
            self.set(param, y);
            return true;
        };
        if !self.unify(x, y, mode) {
            return false;
        }
        let types = &self.checker.types;
        let (defined, other_defined) = (self.is_defined(x), self.is_defined(y));
        match (self.is_interface(x), self.is_interface(y)) {
            (true, true) => {
                if defined && other_defined {
                    return types.identical(x, y);
                }
                let methods = |ty: TypeId| types.type_set(ty).methods.len();
                if methods(x) != methods(y) {
                    return false;
                }
            }
            // Either could be meant, and the order must not decide.
            (true, false) | (false, true) => return false,
            (false, false) => {}
        }
        // Of a defined type and a literal one the defined is taken, of channels one with a direction.
        let directed = |ty: TypeId| matches!(&*types.under(ty), Type::Chan { dir, .. } if *dir != ChanDir::Both);
        if !mode.exact && !defined && (other_defined || directed(y)) {
            self.set(param, y);
        }
        true
    }

    /// Two types of which one at least is an interface.
    fn unify_interfaces(&mut self, x: TypeId, y: TypeId) -> bool {
        let types = &self.checker.types;
        if self.is_interface(x) && self.is_interface(y) {
            let (a, b) = (types.type_set(x), types.type_set(y));
            if a.comparable != b.comparable || a.terms != b.terms {
                return false;
            }
            let (less, more) = if a.methods.len() > b.methods.len() {
                (b, a)
            } else {
                (a, b)
            };
            return less.methods.iter().all(|method| {
                let same = more.methods.iter().find(|m| m.name == method.name);
                same.is_some_and(|m| self.unify(method.signature, m.signature, Mode::EXACT))
            });
        }
        let (interface, other) = if self.is_interface(x) { (x, y) } else { (y, x) };
        let set = types.type_set(interface);
        set.methods.iter().all(|m| self.has_method(other, m))
    }

    /// Whether a type has a method with a signature like this.
    pub fn has_method(&mut self, ty: TypeId, method: &Method) -> bool {
        let types = &self.checker.types;
        let Ok(member) = types.lookup(ty, &method.name) else {
            return false;
        };
        !types.is_generic_method(&member)
            && types.in_method_set(ty, &member)
            && self.unify(method.signature, member.ty, Mode::EXACT)
    }

    /// Two types that must be built alike.
    fn unify_structure(&mut self, x: TypeId, y: TypeId, mode: Mode) -> bool {
        let types = &self.checker.types;
        let (x, y) = if types.is_param(y) { (y, x) } else { (x, y) };
        let within = mode.within();
        match (&*types.get(x), &*types.get(y)) {
            (Type::Pointer(a), Type::Pointer(b)) | (Type::Slice(a), Type::Slice(b)) => {
                self.unify(*a, *b, within)
            }
            (Type::Array { len: n, elem: a }, Type::Array { len: m, elem: b }) => {
                n == m && self.unify(*a, *b, within)
            }
            (Type::Map { key: k, elem: a }, Type::Map { key: l, elem: b }) => {
                self.unify(*k, *l, within) && self.unify(*a, *b, within)
            }
            (Type::Chan { dir: d, elem: a }, Type::Chan { dir: e, elem: b }) => {
                (!mode.exact || d == e) && self.unify(*a, *b, within)
            }
            (Type::Func(a), Type::Func(b)) => {
                let list = |params: &[Param]| params.iter().map(|p| p.ty).collect::<Vec<_>>();
                a.variadic == b.variadic
                    && self.all(&list(&a.params), &list(&b.params), within)
                    && self.all(&list(&a.results), &list(&b.results), within)
            }
            (Type::Struct(a), Type::Struct(b)) => {
                a.len() == b.len()
                    && a.iter().zip(b).all(|(f, g)| {
                        f.name == g.name
                            && f.embedded == g.embedded
                            && f.tag == g.tag
                            && self.unify(f.ty, g.ty, within)
                    })
            }
            (Type::Tuple(a), Type::Tuple(b)) => self.all(a, b, mode),
            (Type::Named { decl: a, args: p }, Type::Named { decl: b, args: q }) => {
                self.all(p, q, mode) && a == b
            }
            (Type::Interface(_), Type::Interface(_)) => {
                let (a, b) = (types.type_set(x), types.type_set(y));
                a.methods.len() == b.methods.len() && self.unify_interfaces(x, y)
            }
            // A parameter that isn't asked for: of the function around.
            (Type::Param(_), _) => match types.core_type(x) {
                Some(core) => self.unify(core, y, Mode::ASSIGN),
                None => false,
            },
            _ => types.identical(x, y),
        }
    }

    fn all(&mut self, a: &[TypeId], b: &[TypeId], mode: Mode) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(&a, &b)| self.unify(a, b, mode))
    }
}
