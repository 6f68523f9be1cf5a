//! Inference of type arguments: what a call's arguments, the constraints and untyped constants say of them.

use super::Checker;
use super::operand::{Generic, Operand};
use crate::go::ast::ChanDir;
use crate::go::source::Pos;
use crate::go::types::{Found, Type, TypeId};
use rustc_hash::FxHashMap;

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

/// A question for type arguments.
pub(super) struct Question<'q, 'a> {
    /// Where it is asked: failures that no argument causes stand there.
    pub at: Pos,
    /// The type parameters, in names of their own (see [`Checker::renamed`]).
    pub params: &'q [TypeId],
    /// The type arguments that are given.
    pub given: &'q [Option<TypeId>],
    /// The types of a function's parameters …
    pub types: &'q [TypeId],
    /// … and what they are given.
    pub args: &'q [Operand<'a>],
    /// Whether a generic function is assigned to something that isn't: then that is the argument.
    pub reverse: bool,
}

/// Why there is no answer, and where; nothing where that has been said.
type Failure = Option<(Pos, String)>;

impl<'a> Checker<'a> {
    /// Type parameters like these, told apart from them: in a recursive call a function's own stand on both sides.
    pub(super) fn renamed(&self, params: &[TypeId]) -> Vec<TypeId> {
        let rename = |&param: &TypeId| match &*self.types.get(param) {
            Type::Param(id) => self.types.add_param(self.types.param(*id)),
            _ => param,
        };
        let fresh: Vec<TypeId> = params.iter().map(rename).collect();
        let renaming: Vec<_> = params.iter().copied().zip(fresh.iter().copied()).collect();
        for &param in &fresh {
            if let Type::Param(id) = *self.types.get(param) {
                let constraint = self.types.param(id).constraint;
                let constraint = self.types.substitute(constraint, &renaming);
                self.types.set_constraint(id, constraint);
            }
        }
        fresh
    }

    /// All type arguments, one for each parameter.
    pub(super) fn infer(&mut self, question: &Question<'_, 'a>) -> Result<Vec<TypeId>, Failure> {
        let known: Vec<TypeId> = question.given.iter().copied().flatten().collect();
        if known.len() == question.params.len() {
            return Ok(known);
        }
        if question.args.iter().any(Operand::is_invalid) {
            return Err(None);
        }
        let mut unifier = Unifier {
            checker: self,
            params: question.params.to_vec(),
            known: FxHashMap::default(),
        };
        for (&param, given) in question.params.iter().zip(question.given) {
            if let Some(ty) = given {
                unifier.known.insert(param, *ty);
            }
        }
        let outcome = from_arguments(&mut unifier, question).and_then(|untyped| {
            from_constraints(&mut unifier, question.params)?;
            from_constants(&mut unifier, question, &untyped)
        });
        let resolve = |&param: &TypeId| {
            let ty = unifier.resolve(param);
            (!mentions_any(&unifier, ty, question.params)).then_some(ty)
        };
        let found: Vec<Option<TypeId>> = question.params.iter().map(resolve).collect();
        match outcome {
            Ok(()) => {}
            Err(Why::At(pos, message)) => return Err(Some((pos, message))),
            Err(Why::Constraint { param, ty, methods }) => {
                let message = self.constraint_failure(param, ty, methods);
                return Err(Some((question.at, message)));
            }
        }
        if let Some(missing) = found.iter().position(Option::is_none)
            && let Type::Param(id) = *self.types.get(question.params[missing])
        {
            let param = self.types.param(id);
            let declared = self.place(self.object(param.object).pos);
            let message = format!("cannot infer {} (declared at {declared})", param.name);
            return Err(Some((question.at, message)));
        }
        Ok(found.into_iter().flatten().collect())
    }

    fn constraint_failure(&mut self, param: TypeId, ty: TypeId, methods: bool) -> String {
        let constraint = match *self.types.get(param) {
            Type::Param(id) => self.types.param(id).constraint,
            _ => TypeId::INVALID,
        };
        let cause = if methods {
            self.missing_method(ty, constraint)
        } else {
            None
        };
        let cause = cause.map_or(String::new(), |cause| format!(" {cause}"));
        format!(
            "{} (type {}) does not satisfy {}{cause}",
            self.display(param),
            self.display(ty),
            self.display(constraint)
        )
    }

    /// Instantiates a generic function that stands where no call infers its type arguments: by those given, by
    /// constraints, and by the function type that is wanted. Says what is wrong.
    pub(super) fn instantiate_for(
        &mut self,
        mut x: Operand<'a>,
        generic: &Generic,
        wanted: Option<&Wanted>,
    ) -> Operand<'a> {
        let fresh = self.renamed(&generic.params);
        let renaming: Vec<_> = generic
            .params
            .iter()
            .copied()
            .zip(fresh.iter().copied())
            .collect();
        let mut given: Vec<Option<TypeId>> = generic.given.iter().map(|g| Some(g.1)).collect();
        given.resize(fresh.len(), None);
        let types: Vec<TypeId> = wanted
            .iter()
            .map(|_| self.types.substitute(x.ty, &renaming))
            .collect();
        let args: Vec<Operand<'a>> = wanted
            .iter()
            .map(|w| Operand::value(x.expr, w.ty).called(w.desc.clone()))
            .collect();
        let answer = self.infer(&Question {
            at: generic.at,
            params: &fresh,
            given: &given,
            types: &types,
            args: &args,
            reverse: true,
        });
        match answer {
            Ok(found) => {
                let place = |i: usize| generic.given.get(i).map_or(x.pos(), |g| g.0);
                let args: Vec<_> = found
                    .into_iter()
                    .enumerate()
                    .map(|(i, ty)| (place(i), ty))
                    .collect();
                self.instantiate(&mut x, generic, &args);
                x
            }
            Err(why) => {
                if let Some((pos, message)) = why {
                    self.error(pos, message);
                }
                Operand::invalid(x.expr)
            }
        }
    }

    /// What is wanted of a value for something of type `ty` that messages call `desc`: nothing unless it is a function.
    pub(super) fn wanted(&self, ty: TypeId, desc: &str) -> Option<Wanted> {
        let core = self.types.core_type(ty)?;
        matches!(&*self.types.get(core), Type::Func(_)).then(|| Wanted {
            ty: core,
            desc: desc.to_string(),
        })
    }
}

/// The function type that a value is to have.
pub(super) struct Wanted {
    ty: TypeId,
    /// What messages call the variable.
    desc: String,
}

fn mentions(checker: &Checker<'_>, ty: TypeId, param: TypeId) -> bool {
    checker.types.substitute(ty, &[(param, TypeId::INT)]) != ty
}

fn mentions_any(u: &Unifier<'_, '_>, ty: TypeId, params: &[TypeId]) -> bool {
    params.iter().any(|&p| mentions(u.checker, ty, p))
}

enum Why {
    At(Pos, String),
    /// A type argument that doesn't satisfy its constraint: by its methods, or by what it is.
    Constraint {
        param: TypeId,
        ty: TypeId,
        methods: bool,
    },
}

/// Makes parameters and arguments alike; gives the untyped ones, which come last.
fn from_arguments(u: &mut Unifier<'_, '_>, q: &Question<'_, '_>) -> Result<Vec<usize>, Why> {
    let mut untyped = vec![];
    // What the given type arguments settle is an ordinary assignment.
    let types: Vec<TypeId> = q.types.iter().map(|&ty| u.resolve(ty)).collect();
    for (i, (&ty, arg)) in types.iter().zip(q.args).enumerate() {
        if !mentions_any(u, ty, q.params) && !mentions_any(u, arg.ty, q.params) {
            continue;
        }
        if u.checker.is_untyped(arg.ty) {
            if u.is_bound(ty) && !arg.is_nil() {
                untyped.push(i);
            }
        } else if !u.unify(ty, arg.ty, true, 0) {
            return Err(Why::At(arg.pos(), mismatch(u, q, ty, arg)));
        }
    }
    Ok(untyped)
}

fn mismatch(u: &Unifier<'_, '_>, q: &Question<'_, '_>, param: TypeId, arg: &Operand<'_>) -> String {
    let c = u.checker;
    let (have, want) = (c.display_operand_type(arg), c.display(param));
    let text = arg.text();
    if q.params.iter().all(|&p| u.get(p).is_none()) {
        let names: Vec<String> = q.params.iter().map(|&p| c.display(p)).collect();
        let names = match &names[..] {
            [] => String::new(),
            [one] => one.clone(),
            [a, b] => format!("{a} and {b}"),
            [most @ .., last] => format!("{}, and {last}", most.join(", ")),
        };
        return format!("type {have} of {text} does not match {want} (cannot infer {names})");
    }
    let inferred = u.resolve(param);
    if inferred == param {
        return format!("type {have} of {text} does not match {want}");
    }
    let inferred = c.display(inferred);
    if q.reverse {
        format!("inferred type {inferred} for {want} does not match type {have} of {text}")
    } else {
        format!("type {have} of {text} does not match inferred type {inferred} for {want}")
    }
}

/// Untyped constants decide only where nothing else does, the largest kind of them.
fn from_constants(
    u: &mut Unifier<'_, '_>,
    q: &Question<'_, '_>,
    untyped: &[usize],
) -> Result<(), Why> {
    let mut widest: Vec<(TypeId, TypeId)> = vec![];
    for &i in untyped {
        let (param, arg) = (u.resolve(q.types[i]), &q.args[i]);
        if !u.is_bound(param) || u.get(param).is_some() {
            continue;
        }
        let Some(seen) = widest.iter_mut().find(|w| w.0 == param) else {
            widest.push((param, arg.ty));
            continue;
        };
        let c = u.checker;
        let numeric = |ty: TypeId| c.types.basic(ty).is_some_and(|b| b.is_numeric());
        if numeric(seen.1) && numeric(arg.ty) {
            seen.1 = seen.1.max(arg.ty);
        } else if seen.1 != arg.ty {
            let (a, b, p) = (c.display(seen.1), c.display(arg.ty), c.display(param));
            let message = format!("mismatched types {a} and {b} (cannot infer {p})");
            return Err(Why::At(arg.pos(), message));
        }
    }
    for (param, ty) in widest {
        let ty = u.checker.default_type(ty);
        u.known.insert(param, ty);
    }
    Ok(())
}

/// Infers from constraints: from their core types, and from the methods that they ask for.
fn from_constraints(u: &mut Unifier<'_, '_>, params: &[TypeId]) -> Result<(), Why> {
    for _ in 0..=params.len() {
        let before = u.known.len();
        for &param in params {
            let Type::Param(id) = *u.checker.types.get(param) else {
                continue;
            };
            let constraint = u.checker.types.param(id).constraint;
            let known = u.get(param).map(|_| u.resolve(param));
            if let Some(core) = u.checker.types.core_type(param) {
                from_core_type(u, params, param, core, known)?;
            }
            let Some(ty) = known else { continue };
            if mentions_any(u, ty, params) {
                continue;
            }
            let set = u.checker.types.type_set(constraint);
            for method in &set.methods {
                let member = u.checker.types.lookup(ty, &method.name);
                let fits = member.is_ok_and(|member| {
                    !mentions_any(u, method.signature, params)
                        || u.unify(method.signature, member.ty, false, 0)
                });
                if !fits {
                    return Err(Why::Constraint {
                        param,
                        ty,
                        methods: true,
                    });
                }
            }
        }
        if u.known.len() == before {
            break;
        }
    }
    Ok(())
}

fn from_core_type(
    u: &mut Unifier<'_, '_>,
    params: &[TypeId],
    param: TypeId,
    core: TypeId,
    known: Option<TypeId>,
) -> Result<(), Why> {
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
            let fits = u.unify(core, under, true, 0);
            if !fits && mentions_any(u, core, params) {
                return Err(Why::Constraint {
                    param,
                    ty,
                    methods: false,
                });
            }
        }
        None if single => {
            u.known.insert(param, terms[0].ty);
        }
        None if terms.len() == 1 => {
            u.known.insert(param, core);
        }
        None => {}
    }
    Ok(())
}
