//! Inference of type arguments.

use super::Checker;
use super::operand::{Generic, Operand};
use crate::go::ast::{ChanDir, Expr};
use crate::go::source::Pos;
use crate::go::types::{Found, Type, TypeId};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Types nested deeper than this aren't looked into.
const DEEPEST: usize = 100;

/// What is known of the type parameters while they are inferred.
struct Unifier<'c, 'a> {
    checker: &'c Checker<'a>,
    params: Vec<TypeId>,
    known: FxHashMap<TypeId, TypeId>,
}

impl Unifier<'_, '_> {
    fn get(&self, param: TypeId) -> Option<TypeId> {
        self.known.get(&param).copied()
    }

    fn is_bound(&self, ty: TypeId) -> bool {
        self.params.contains(&ty)
    }

    /// Makes two types alike by choosing type arguments. With `assign`, `y` need only be assignable to `x`.
    fn unify(&mut self, x: TypeId, y: TypeId, assign: bool, depth: usize) -> bool {
        let types = &self.checker.types;
        if x == y || depth > DEEPEST {
            return depth <= DEEPEST;
        }
        let (x, y) = (types.unalias(x), types.unalias(y));
        for (param, other) in [(x, y), (y, x)] {
            if self.is_bound(param) {
                return self.unify_param(param, other, assign, depth);
            }
        }
        if types.identical(x, y) {
            return true;
        }
        let (mut x, mut y) = (x, y);
        if assign {
            let named = |ty: TypeId| matches!(&*types.get(ty), Type::Named { .. });
            match (named(x), named(y)) {
                (true, false) => x = types.underlying(x),
                (false, true) => y = types.underlying(y),
                _ => {}
            }
        }
        let types = &self.checker.types;
        if assign {
            // A type parameter of the function around stands for what all its types have in common.
            for side in [&mut x, &mut y] {
                if matches!(&*types.get(*side), Type::Param(_)) {
                    *side = types.core_type(*side).unwrap_or(*side);
                }
            }
        }
        match (&*types.get(x), &*types.get(y)) {
            (Type::Named { decl: a, args: p }, Type::Named { decl: b, args: q }) => {
                if a == b {
                    return self.all(p, q, depth);
                }
                // An interface and what implements it: their methods must agree.
                assign && self.methods(x, y, depth)
            }
            (Type::Pointer(a), Type::Pointer(b)) | (Type::Slice(a), Type::Slice(b)) => {
                self.unify(*a, *b, false, depth + 1)
            }
            (Type::Array { len: n, elem: a }, Type::Array { len: m, elem: b }) => {
                n == m && self.unify(*a, *b, false, depth + 1)
            }
            (Type::Map { key: k, elem: a }, Type::Map { key: l, elem: b }) => {
                self.unify(*k, *l, false, depth + 1) && self.unify(*a, *b, false, depth + 1)
            }
            (Type::Chan { dir: d, elem: a }, Type::Chan { dir: f, elem: b }) => {
                (d == f || assign && (*d == ChanDir::Both || *f == ChanDir::Both))
                    && self.unify(*a, *b, false, depth + 1)
            }
            (Type::Func(a), Type::Func(b)) => {
                let list = |params: &[crate::go::types::Param]| {
                    params.iter().map(|p| p.ty).collect::<Vec<_>>()
                };
                a.variadic == b.variadic
                    && self.all(&list(&a.params), &list(&b.params), depth)
                    && self.all(&list(&a.results), &list(&b.results), depth)
            }
            (Type::Struct(a), Type::Struct(b)) => {
                a.len() == b.len()
                    && a.iter().zip(b).all(|(f, g)| {
                        f.name == g.name
                            && f.embedded == g.embedded
                            && self.unify(f.ty, g.ty, false, depth + 1)
                    })
            }
            (Type::Tuple(a), Type::Tuple(b)) => self.all(a, b, depth),
            (Type::Interface(_), Type::Interface(_)) => self.methods(x, y, depth),
            (Type::Interface(_), _) | (_, Type::Interface(_)) if assign => {
                self.methods(x, y, depth)
            }
            _ => false,
        }
    }

    fn all(&mut self, a: &[TypeId], b: &[TypeId], depth: usize) -> bool {
        a.len() == b.len()
            && a.iter()
                .zip(b)
                .all(|(&a, &b)| self.unify(a, b, false, depth + 1))
    }

    /// The methods of an interface, with those of the same name of the other type.
    fn methods(&mut self, x: TypeId, y: TypeId, depth: usize) -> bool {
        let types = &self.checker.types;
        let (interface, other) = if types.is_interface(x) {
            (x, y)
        } else {
            (y, x)
        };
        if !types.is_interface(interface) {
            return false;
        }
        for method in &types.type_set(interface).methods {
            let types = &self.checker.types;
            let Ok(member) = types.lookup(other, &method.name) else {
                return false;
            };
            if member.found == Found::Field
                || !self.unify(method.signature, member.ty, false, depth + 1)
            {
                return false;
            }
        }
        true
    }

    fn unify_param(&mut self, param: TypeId, other: TypeId, assign: bool, depth: usize) -> bool {
        if self.is_bound(other) && other != param {
            return match (self.get(param), self.get(other)) {
                (Some(a), Some(b)) => self.unify(a, b, assign, depth + 1),
                (Some(a), None) => {
                    self.known.insert(other, a);
                    true
                }
                (None, _) => {
                    self.known.insert(param, other);
                    true
                }
            };
        }
        let Some(known) = self.get(param) else {
            self.known.insert(param, other);
            return true;
        };
        if known == other {
            return true;
        }
        if !self.unify(known, other, assign, depth + 1) {
            return false;
        }
        // Of a defined type and a type literal the defined one is taken, of channels the one with a direction.
        let types = &self.checker.types;
        let named = |ty: TypeId| matches!(&*types.get(types.unalias(ty)), Type::Named { .. });
        let directed = |ty: TypeId| matches!(&*types.under(ty), Type::Chan { dir, .. } if *dir != ChanDir::Both);
        if assign
            && (named(other) && !named(known)
                || directed(other) && !directed(known) && !named(known))
        {
            self.known.insert(param, other);
        }
        true
    }

    /// What is known of a type, put in.
    fn resolve(&self, ty: TypeId) -> TypeId {
        let mut ty = ty;
        for _ in 0..self.params.len() + 1 {
            let pairs: Vec<_> = self
                .params
                .iter()
                .filter_map(|&p| Some((p, self.get(p)?)))
                .collect();
            let next = self.checker.types.substitute(ty, &pairs);
            if next == ty {
                break;
            }
            ty = next;
        }
        ty
    }
}

impl<'a> Checker<'a> {
    /// The type arguments that follow from those given, for `f[A]` without a call.
    pub(super) fn complete(&mut self, generic: &Generic) -> Option<Vec<(Pos, TypeId)>> {
        let mut unifier = Unifier {
            checker: self,
            params: generic.params.clone(),
            known: FxHashMap::default(),
        };
        for (&param, given) in generic.params.iter().zip(&generic.given) {
            unifier.known.insert(param, given.1);
        }
        core_types(&mut unifier, &generic.params, false).ok()?;
        let at = generic.given.first().map_or(Pos::NONE, |g| g.0);
        let args = generic.params.iter().enumerate().map(|(i, &param)| {
            let pos = generic.given.get(i).map_or(at, |g| g.0);
            unifier.get(param)?;
            Some((pos, unifier.resolve(param)))
        });
        args.collect()
    }

    /// The type arguments of a call of a generic function, inferred from its arguments and its constraints.
    pub(super) fn infer_call(
        &mut self,
        fun: &'a Expr,
        generic: &Generic,
        params: &[TypeId],
        args: &mut [Operand<'a>],
        at: Pos,
    ) -> Option<Vec<(Pos, TypeId)>> {
        let place = at;
        // In a recursive call the function's own parameters stand on both sides: those inferred get other names.
        let fresh: Vec<TypeId> = generic.params.iter().map(|&p| self.rename(p)).collect();
        let renaming: Vec<_> = generic
            .params
            .iter()
            .copied()
            .zip(fresh.iter().copied())
            .collect();
        for &p in &fresh {
            if let Type::Param(id) = *self.types.get(p) {
                let constraint = self.types.param(id).constraint;
                let constraint = self.types.substitute(constraint, &renaming);
                self.types.set_constraint(id, constraint);
            }
        }
        let params: Vec<TypeId> = params
            .iter()
            .map(|&p| self.types.substitute(p, &renaming))
            .collect();
        let mut bound = fresh.clone();
        for arg in args.iter() {
            if let Some(generic) = &arg.generic {
                bound.extend(generic.params.iter().copied());
            }
        }
        let mut unifier = Unifier {
            checker: self,
            params: bound,
            known: FxHashMap::default(),
        };
        for (i, &(_, ty)) in generic.given.iter().enumerate() {
            unifier.known.insert(fresh[i], ty);
        }
        let outcome = infer(&mut unifier, &fresh, &params, args, fun);
        let known: Vec<Option<TypeId>> = fresh
            .iter()
            .map(|&p| {
                let ty = unifier.resolve(p);
                (!unifier.params.contains(&ty)
                    && !unifier
                        .params
                        .iter()
                        .any(|&b| mentions(unifier.checker, ty, b)))
                .then_some(ty)
            })
            .collect();
        if let Err((pos, message)) = outcome {
            let pos = if pos.is_some() { pos } else { at };
            let back: Vec<_> = fresh
                .iter()
                .copied()
                .zip(generic.params.iter().copied())
                .collect();
            let _ = back;
            self.error(pos, message);
            return None;
        }
        let missing = known.iter().position(Option::is_none);
        if let Some(missing) = missing
            && let Type::Param(id) = *self.types.get(generic.params[missing])
        {
            let param = self.types.param(id);
            let declared = self.place(self.object(param.object).pos);
            self.error(
                at,
                format!(
                    "in call to {fun}, cannot infer {} (declared at {declared})",
                    param.name
                ),
            );
            return None;
        }
        let places = |i: usize| generic.given.get(i).map_or(place, |g| g.0);
        Some(
            known
                .into_iter()
                .enumerate()
                .filter_map(|(i, ty)| Some((places(i), ty?)))
                .collect(),
        )
    }

    fn rename(&self, param: TypeId) -> TypeId {
        match &*self.types.get(param) {
            Type::Param(id) => self.types.add_param(self.types.param(*id)),
            _ => param,
        }
    }

    /// Instantiates a generic function that is used as a value of type `target`.
    pub(super) fn instantiate_for(&mut self, x: &mut Operand<'a>, target: TypeId) {
        let Some(generic) = x.generic.clone() else {
            return;
        };
        if target.is_invalid() || !matches!(&*self.types.under(target), Type::Func(_)) {
            return;
        }
        let mut unifier = Unifier {
            checker: self,
            params: generic.params.clone(),
            known: FxHashMap::default(),
        };
        for (i, &(_, ty)) in generic.given.iter().enumerate() {
            unifier.known.insert(generic.params[i], ty);
        }
        let fits = unifier.unify(target, x.ty, true, 0);
        let found = core_types(&mut unifier, &generic.params, false).is_ok();
        let args: Vec<TypeId> = generic
            .params
            .iter()
            .filter_map(|&p| unifier.get(p).map(|_| unifier.resolve(p)))
            .collect();
        if !fits || !found {
            let (mine, shown) = (self.display(x.ty), self.display(target));
            self.error(
                x.pos(),
                format!("type {mine} of {} does not match {shown}", x.expr),
            );
            x.ty = TypeId::INVALID;
            x.generic = None;
            return;
        }
        if args.len() == generic.params.len() {
            let args: Vec<_> = args.into_iter().map(|ty| (x.pos(), ty)).collect();
            let generic: Arc<Generic> = generic;
            self.instantiate(x, &generic, &args);
        }
    }
}

fn mentions(checker: &Checker<'_>, ty: TypeId, param: TypeId) -> bool {
    checker.types.substitute(ty, &[(param, TypeId::INT)]) != ty
}

type Failure = (Pos, String);

fn infer<'a>(
    u: &mut Unifier<'_, 'a>,
    params: &[TypeId],
    types: &[TypeId],
    args: &[Operand<'a>],
    fun: &Expr,
) -> Result<(), Failure> {
    let mut untyped: Vec<(TypeId, &Operand<'a>)> = vec![];
    let given: Vec<TypeId> = types.iter().map(|&ty| u.resolve(ty)).collect();
    for ((&param, arg), &given) in types.iter().zip(args).zip(&given) {
        // What the given type arguments settle is an ordinary assignment.
        if !mentions_any(u, given, params) {
            if arg.generic.is_some() {
                u.unify(param, arg.ty, true, 0);
            }
            continue;
        }
        if u.checker.is_untyped(arg.ty) {
            if u.is_bound(param) && !arg.is_nil() {
                untyped.push((param, arg));
            }
            continue;
        }
        if !u.unify(param, arg.ty, true, 0) {
            return Err((arg.pos(), mismatch(u, params, param, arg, fun)));
        }
    }
    core_types(u, params, true).map_err(|why| (Pos::NONE, format!("in call to {fun}, {why}")))?;
    // Untyped constants decide only where nothing else does, the largest kind of them.
    let mut widest: Vec<(TypeId, TypeId)> = vec![];
    for (param, arg) in untyped {
        if u.get(param).is_some() {
            continue;
        }
        match widest.iter_mut().find(|w| w.0 == param) {
            None => widest.push((param, arg.ty)),
            Some(w) => {
                let numeric =
                    |ty: TypeId| u.checker.types.basic(ty).is_some_and(|b| b.is_numeric());
                if w.1 == arg.ty {
                } else if numeric(w.1) && numeric(arg.ty) {
                    w.1 = w.1.max(arg.ty);
                } else {
                    let c = u.checker;
                    let (a, b, p) = (c.display(w.1), c.display(arg.ty), c.display(param));
                    return Err((
                        arg.pos(),
                        format!(
                            "in call to {fun}, mismatched types {a} and {b} (cannot infer {p})"
                        )
                        .replace("in call to", "in call to"),
                    ));
                }
            }
        }
    }
    for (param, ty) in widest {
        let ty = u.checker.default_type(ty);
        u.known.insert(param, ty);
    }
    core_types(u, params, false).map_err(|why| (Pos::NONE, format!("in call to {fun}, {why}")))
}

fn mentions_any(u: &Unifier<'_, '_>, ty: TypeId, params: &[TypeId]) -> bool {
    params.iter().any(|&p| mentions(u.checker, ty, p))
}

fn mismatch(
    u: &Unifier<'_, '_>,
    params: &[TypeId],
    param: TypeId,
    arg: &Operand<'_>,
    fun: &Expr,
) -> String {
    let c = u.checker;
    let (have, want) = (c.display(arg.ty), c.display(param));
    let inferred = u.resolve(param);
    if inferred != param {
        let inferred = c.display(inferred);
        return format!(
            "in call to {fun}, type {have} of {} does not match inferred type {inferred} for {want}",
            arg.expr
        );
    }
    let names: Vec<String> = params
        .iter()
        .filter(|&&p| mentions(c, param, p))
        .map(|&p| c.display(p))
        .collect();
    let names = match &names[..] {
        [] => String::new(),
        [one] => one.clone(),
        [a, b] => format!("{a} and {b}"),
        [most @ .., last] => format!("{}, and {last}", most.join(", ")),
    };
    format!(
        "in call to {fun}, type {have} of {} does not match {want} (cannot infer {names})",
        arg.expr
    )
}

/// Infers from constraints: from their core types, and from the methods that they ask for.
fn core_types(u: &mut Unifier<'_, '_>, params: &[TypeId], ask_methods: bool) -> Result<(), String> {
    for _ in 0..=params.len() {
        let before = u.known.len();
        for &param in params {
            let Type::Param(id) = *u.checker.types.get(param) else {
                continue;
            };
            let constraint = u.checker.types.param(id).constraint;
            let known = u.get(param).map(|_| u.resolve(param));
            let core = u.checker.types.core_type(param);
            if let Some(core) = core {
                let terms = u.checker.types.terms(param).unwrap_or_default();
                let single = terms.len() == 1 && !terms[0].tilde;
                match known {
                    Some(ty) => {
                        let types = &u.checker.types;
                        let under = if single {
                            ty
                        } else {
                            types.core_type(ty).unwrap_or(ty)
                        };
                        if !u.unify(core, under, true, 0) && mentions_any(u, core, params) {
                            return Err(unsatisfied(u, param, ty, constraint, ""));
                        }
                    }
                    None if single => {
                        u.known.insert(param, terms[0].ty);
                    }
                    None if terms.iter().all(|t| t.tilde) && terms.len() == 1 => {
                        u.known.insert(param, core);
                    }
                    None => {}
                }
            } else if let Some(ty) = known {
                let set = u.checker.types.type_set(constraint);
                for method in &set.methods {
                    let Ok(member) = u.checker.types.lookup(ty, &method.name) else {
                        if !ask_methods {
                            continue;
                        }
                        let why = format!(" (missing method {})", method.name.text);
                        return Err(unsatisfied(u, param, ty, constraint, &why));
                    };
                    if mentions_any(u, method.signature, params) {
                        u.unify(method.signature, member.ty, false, 0);
                    }
                }
            }
        }
        if u.known.len() == before {
            break;
        }
    }
    Ok(())
}

fn unsatisfied(
    u: &Unifier<'_, '_>,
    param: TypeId,
    ty: TypeId,
    constraint: TypeId,
    why: &str,
) -> String {
    let c = u.checker;
    format!(
        "{} (type {}) does not satisfy {}{why}",
        c.display(param),
        c.display(ty),
        c.display(constraint)
    )
}
