//! Calls.

use super::Checker;
use super::delay::{Delayed, Instantiation};
use super::infer::Question;
use super::operand::{Generic, Operand};
use super::tuple::types_of;
use crate::go::ast::{Expr, ExprKind};
use crate::go::source::Pos;
use crate::go::types::info::Mode;
use crate::go::types::{Signature, Type, TypeId};

/// The parts of a call.
struct Call<'a> {
    e: &'a Expr,
    fun: &'a Expr,
    args: &'a [Expr],
    /// Whether `...` follows the last argument.
    spread: bool,
    lparen: Pos,
}

impl<'a> Checker<'a> {
    pub(super) fn call(
        &mut self,
        e: &'a Expr,
        fun: &'a Expr,
        args: &'a [Expr],
        ellipsis: Option<Pos>,
        lparen: Pos,
    ) -> Operand<'a> {
        let f = self.raw(fun, None);
        let f = self.value_or_type(f);
        if f.is_invalid() {
            self.use_all(args);
            return Operand::invalid(e);
        }
        match f.mode {
            Mode::Type => return self.convert_call(e, f.ty, args, ellipsis),
            Mode::Builtin(builtin) => return self.builtin(e, builtin, args, ellipsis),
            _ => {}
        }
        let core = self.types.core_type(f.ty).map(|c| self.types.get(c));
        let Some(Type::Func(signature)) = core.as_deref() else {
            let (what, shown) = (self.describe(&f), self.display(f.ty));
            self.error(
                e.pos,
                format!("invalid operation: cannot call {what}: {shown} is not a function"),
            );
            return Operand::invalid(e);
        };
        let call = Call {
            e,
            fun,
            args,
            spread: ellipsis.is_some(),
            lparen,
        };
        match self.call_function(&call, &f, signature) {
            Some(results) => self.call_result(e, results),
            None => {
                // What it would give is known all the same, unless that depends on type arguments.
                let results = signature.result_types();
                let params = f.generic.as_ref().map_or(&[][..], |g| &g.params[..]);
                let pairs: Vec<_> = params.iter().map(|&p| (p, TypeId::INT)).collect();
                let depends = |&ty: &TypeId| self.types.substitute(ty, &pairs) != ty;
                if results.iter().any(depends) {
                    return Operand::invalid(e);
                }
                self.call_result(e, results)
            }
        }
    }

    fn call_result(&mut self, e: &'a Expr, results: Vec<TypeId>) -> Operand<'a> {
        match results[..] {
            [] => Operand::new(e, Mode::NoValue, TypeId::EMPTY_TUPLE),
            [one] => Operand::value(e, one),
            _ => {
                if results.iter().any(|r| r.is_invalid()) {
                    return Operand::invalid(e);
                }
                Operand::value(e, self.types.intern(Type::Tuple(results.into())))
            }
        }
    }

    fn convert_call(
        &mut self,
        e: &'a Expr,
        ty: TypeId,
        args: &'a [Expr],
        ellipsis: Option<Pos>,
    ) -> Operand<'a> {
        let shown = self.display(ty);
        match args {
            [] => {
                self.error(e.pos, format!("missing argument in conversion to {shown}"));
                Operand::invalid(e)
            }
            [one] => {
                let wanted = self.wanted(ty, "conversion");
                let x = self.expr_for(one, wanted.as_ref());
                if x.is_invalid() {
                    return Operand::invalid(e);
                }
                let interface = self.types.is_interface(ty) && !self.types.is_param(ty);
                if interface && !self.types.type_set(ty).is_basic() {
                    self.error(e.pos, format!("cannot use interface {shown} in conversion (contains specific type constraints or is comparable)"));
                    return Operand::invalid(e);
                }
                if ellipsis.is_some() {
                    self.error(
                        one.pos,
                        format!("invalid use of ... in conversion to {shown}"),
                    );
                    return Operand::invalid(e);
                }
                self.conversion(e, x, ty)
            }
            [.., last] => {
                self.use_all(args);
                self.error(
                    last.pos,
                    format!("too many arguments in conversion to {shown}"),
                );
                Operand::invalid(e)
            }
        }
    }

    /// The arguments of a call: one each, or those that a single call gives.
    pub(super) fn arguments(&mut self, args: &'a [Expr]) -> Vec<Operand<'a>> {
        let [one] = args else {
            return args.iter().map(|a| self.generic_expr(a, None)).collect();
        };
        let x = self.raw(one, None);
        let x = self.value_only(x);
        match (&x.mode, &*self.types.get(x.ty)) {
            (Mode::Value, Type::Tuple(parts)) if !parts.is_empty() => {
                parts.iter().map(|&ty| Operand::value(one, ty)).collect()
            }
            _ => vec![x],
        }
    }

    /// Checks the arguments of a call and gives the types of its results, with type arguments inferred.
    fn call_function(
        &mut self,
        call: &Call<'a>,
        f: &Operand<'a>,
        signature: &Signature,
    ) -> Option<Vec<TypeId>> {
        let mut xs = self.arguments(call.args);
        let mut params = self.call_params(call, signature, &xs)?;
        let mut results = signature.result_types();
        if f.generic.is_some() || xs.iter().any(|x| x.generic.is_some()) {
            let found = self.infer_call(call, f, &params, &mut xs)?;
            if let Some(generic) = &f.generic {
                self.instantiate(&mut f.clone(), generic, &found);
                let args = found.iter().map(|a| a.1);
                let pairs: Vec<_> = generic.params.iter().copied().zip(args).collect();
                for ty in params.iter_mut().chain(results.iter_mut()) {
                    *ty = self.types.substitute(*ty, &pairs);
                }
            }
        }
        let context = format!("argument to {}", call.fun);
        for (x, &ty) in xs.iter_mut().zip(&params) {
            if !ty.is_invalid() {
                self.assign(x, Some(ty), &context);
            }
        }
        Some(results)
    }

    /// The parameter of each argument; none, which is said, where their numbers differ.
    fn call_params(
        &mut self,
        call: &Call<'a>,
        signature: &Signature,
        xs: &[Operand<'a>],
    ) -> Option<Vec<TypeId>> {
        let Call { e, fun, args, .. } = call;
        let declared: Vec<TypeId> = signature.params.iter().map(|p| p.ty).collect();
        let mut params = declared.clone();
        if !signature.variadic && call.spread {
            let message = format!("cannot use ... in call to non-variadic {fun}");
            self.error(e.pos, message);
            return None;
        }
        if call.spread {
            if args.len() == 1 && xs.len() > 1 {
                let message = format!("cannot use ... with {}-valued {}", xs.len(), args[0]);
                self.error(e.pos, message);
                return None;
            }
        } else if signature.variadic {
            let elem = match params.pop().map(|p| self.types.get(p)).as_deref() {
                Some(Type::Slice(elem)) => *elem,
                _ => TypeId::INVALID,
            };
            let count = xs.len().max(params.len());
            params.resize(count, elem);
        }
        if xs.len() == params.len() {
            return Some(params);
        }
        let (words, at) = match xs.get(params.len()) {
            Some(extra) => ("too many", extra.pos()),
            None => ("not enough", xs.last().map_or(e.pos, Operand::pos)),
        };
        let have = self.summary(&types_of(xs), false, call.spread);
        let want = self.summary(&declared, signature.variadic, false);
        let message = format!("{words} arguments in call to {fun}\n\thave {have}\n\twant {want}");
        self.error(at, message);
        None
    }

    /// Infers the type arguments of a generic function from its arguments, and those of generic functions among these.
    /// Gives the former with their places.
    fn infer_call(
        &mut self,
        call: &Call<'a>,
        f: &Operand<'a>,
        types: &[TypeId],
        xs: &mut [Operand<'a>],
    ) -> Option<Vec<(Pos, TypeId)>> {
        let mut params: Vec<TypeId> = vec![];
        let mut given: Vec<Option<TypeId>> = vec![];
        let mut add = |c: &mut Self, generic: &Generic| -> Vec<(TypeId, TypeId)> {
            let fresh = c.renamed(&generic.params);
            let given_here = (0..fresh.len()).map(|i| generic.given.get(i).map(|g| g.1));
            given.extend(given_here);
            params.extend(&fresh);
            generic.params.iter().copied().zip(fresh).collect()
        };
        let renaming = f.generic.as_ref().map(|g| add(self, g)).unwrap_or_default();
        let own = renaming.len();
        let types: Vec<TypeId> = types
            .iter()
            .map(|&ty| self.types.substitute(ty, &renaming))
            .collect();
        let mut args = xs.to_vec();
        for arg in &mut args {
            if let Some(generic) = arg.generic.clone() {
                let renaming = add(self, &generic);
                arg.ty = self.types.substitute(arg.ty, &renaming);
            }
        }
        let answer = self.infer(&Question {
            at: call.lparen,
            params: &params,
            given: &given,
            types: &types,
            args: &args,
            reverse: false,
        });
        let found = match answer {
            Ok(found) => found,
            Err(why) => {
                if let Some((pos, message)) = why {
                    self.error(pos, format!("in call to {}, {message}", call.fun));
                }
                return None;
            }
        };
        let place = |given: &[(Pos, TypeId)], i: usize| given.get(i).map_or(call.lparen, |g| g.0);
        let mut rest = found[own..].iter().copied();
        for x in xs.iter_mut() {
            if let Some(generic) = x.generic.clone() {
                let args = rest.by_ref().take(generic.params.len()).enumerate();
                let args: Vec<_> = args.map(|(i, ty)| (place(&generic.given, i), ty)).collect();
                self.instantiate(x, &generic, &args);
            }
        }
        let given = f.generic.as_ref().map_or(&[][..], |g| &g.given[..]);
        let own = found[..own].iter().enumerate();
        Some(own.map(|(i, &ty)| (place(given, i), ty)).collect())
    }

    /// Gives a generic function all its type arguments.
    pub(super) fn instantiate(
        &mut self,
        x: &mut Operand<'a>,
        generic: &Generic,
        args: &[(Pos, TypeId)],
    ) {
        let pairs: Vec<_> = generic
            .params
            .iter()
            .copied()
            .zip(args.iter().map(|a| a.1))
            .collect();
        x.ty = self.types.substitute(x.ty, &pairs);
        x.generic = None;
        self.instances
            .insert(generic.node, args.iter().map(|a| a.1).collect());
        let mut at = x.expr;
        loop {
            if let Some(info) = &mut self.exprs[at.id.index()] {
                info.ty = x.ty;
            }
            match &at.kind {
                ExprKind::Paren(inner) => at = inner,
                ExprKind::Index { operand, .. } => at = operand,
                _ => break,
            }
        }
        self.later(Delayed::Instance(Instantiation {
            params: generic.params.clone(),
            args: args.to_vec(),
        }));
    }
}
