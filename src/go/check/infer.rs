//! Inference of type arguments: what a call's arguments, the constraints and untyped constants say of them.

use super::Checker;
use super::operand::{Generic, Operand};
use super::unify::{Mode, Unifier};
use crate::go::source::Pos;
use crate::go::types::{Term, Type, TypeId};

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
        for arg in question.args {
            self.know_methods(arg.ty, 0);
        }
        let mut unifier = Unifier::new(self, question.params, question.given);
        let outcome = from_arguments(&mut unifier, question).and_then(|untyped| {
            from_constraints(&mut unifier, question.params)?;
            from_constants(&mut unifier, question, &untyped)
        });
        let resolve = |&param: &TypeId| {
            let ty = unifier.resolve(param);
            (!unifier.mentions(ty)).then_some(ty)
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
        if !u.mentions(ty) && !u.mentions(arg.ty) {
            continue;
        }
        if u.checker.is_untyped(arg.ty) {
            if u.is_bound(ty) && !arg.is_nil() {
                untyped.push(i);
            }
        } else if !u.unify(ty, arg.ty, Mode::ASSIGN) {
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
        let (param, arg) = (q.types[i], &q.args[i]);
        if u.get(param).is_some() {
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
        u.set(param, u.checker.default_type(ty));
    }
    Ok(())
}

/// Infers from constraints for as long as that brings something: from their core types, and from the methods that
/// they ask for.
fn from_constraints(u: &mut Unifier<'_, '_>, params: &[TypeId]) -> Result<(), Why> {
    loop {
        let before = u.unknown();
        for &param in params {
            from_constraint(u, param)?;
        }
        if u.unknown() == before {
            return Ok(());
        }
    }
}

fn from_constraint(u: &mut Unifier<'_, '_>, param: TypeId) -> Result<(), Why> {
    let types = &u.checker.types;
    let Type::Param(id) = *types.get(param) else {
        return Ok(());
    };
    let constraint = types.param(id).constraint;
    let known = u.get(param);
    let wrong = |ty: TypeId, methods: bool| Why::Constraint { param, ty, methods };
    let terms = types.terms(param).unwrap_or_default();
    let core = match terms[..] {
        [single] => Some(single),
        _ => types.core_type(param).map(|ty| Term {
            tilde: terms.iter().any(|t| t.tilde),
            ty,
        }),
    };
    match (core, known) {
        (Some(core), Some(ty)) if !u.unify(ty, core.ty, Mode::INEXACT) => {
            return Err(wrong(ty, false));
        }
        (Some(core), None) if terms.len() == 1 && !core.tilde => u.set(param, core.ty),
        _ => {}
    }
    // The methods of a type that isn't wholly known aren't its final ones.
    let Some(ty) = known.filter(|&ty| !u.mentions(ty)) else {
        return Ok(());
    };
    let set = u.checker.types.type_set(constraint);
    match set.methods.iter().all(|method| u.has_method(ty, method)) {
        true => Ok(()),
        false => Err(wrong(ty, true)),
    }
}
