//! Calls and conversions.

use super::Checker;
use super::operand::{Generic, Operand};
use crate::go::ast::{Expr, ExprKind};
use crate::go::source::Pos;
use crate::go::types::info::Mode;
use crate::go::types::{Signature, Type, TypeId};

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
        let f = self.single(f);
        if f.is_invalid() {
            args.iter().for_each(|a| self.use_expr(a));
            return Operand::invalid(e);
        }
        match f.mode {
            Mode::Type => return self.convert_call(e, f.ty, args, ellipsis),
            Mode::Builtin(builtin) => return self.builtin(e, builtin, args, ellipsis),
            Mode::NoValue => {
                let what = self.describe(&f);
                self.error(f.pos(), format!("{what} used as value"));
                args.iter().for_each(|a| self.use_expr(a));
                return Operand::invalid(e);
            }
            _ => {}
        }
        let core = self.types.core_type(f.ty).map(|c| self.types.get(c));
        let Some(Type::Func(signature)) = core.as_deref() else {
            let (what, shown) = (self.describe(&f), self.display(f.ty));
            args.iter().for_each(|a| self.use_expr(a));
            self.error(
                e.pos,
                format!("invalid operation: cannot call {what}: {shown} is not a function"),
            );
            return Operand::invalid(e);
        };
        let Some(results) = self.call_function(e, fun, &f, signature, args, ellipsis, lparen)
        else {
            // What it would give is known all the same, unless type arguments are missing.
            if f.generic.is_some() {
                return Operand::invalid(e);
            }
            return self.call_result(e, signature.result_types());
        };
        self.call_result(e, results)
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
                if !self.types.type_set(ty).is_basic() && self.types.is_interface(ty) {
                    self.use_expr(one);
                    self.error(e.pos, format!("cannot use interface {shown} in conversion (contains specific type constraints or is comparable)"));
                    return Operand::invalid(e);
                }
                if ellipsis.is_some() {
                    self.use_expr(one);
                    self.error(
                        one.pos,
                        format!("invalid use of ... in conversion to {shown}"),
                    );
                    return Operand::invalid(e);
                }
                let mut x = self.generic_expr(one, Some(ty));
                self.instantiate_for(&mut x, ty);
                let x = self.not_generic(x);
                self.conversion(e, x, ty)
            }
            [.., last] => {
                args.iter().for_each(|a| self.use_expr(a));
                self.error(
                    last.pos,
                    format!("too many arguments in conversion to {shown}"),
                );
                Operand::invalid(e)
            }
        }
    }

    /// The arguments of a call: one each, or those that a single call gives.
    pub(super) fn arguments(
        &mut self,
        args: &'a [Expr],
        signature: Option<&Signature>,
    ) -> Vec<Operand<'a>> {
        if let [one] = args
            && matches!(&super::typexpr::strip(one).kind, ExprKind::Call { .. })
        {
            return self.unpack(args, false);
        }
        let hint = |i: usize| signature.and_then(|s| s.params.get(i)).map(|p| p.ty);
        args.iter()
            .enumerate()
            .map(|(i, a)| self.generic_expr(a, hint(i)))
            .collect()
    }

    /// Checks the arguments of a call and gives the types of its results, with type arguments inferred.
    #[allow(clippy::too_many_arguments, reason = "the parts of a call expression")]
    fn call_function(
        &mut self,
        e: &'a Expr,
        fun: &'a Expr,
        f: &Operand<'a>,
        signature: &Signature,
        args: &'a [Expr],
        ellipsis: Option<Pos>,
        lparen: Pos,
    ) -> Option<Vec<TypeId>> {
        let mut xs = self.arguments(args, Some(signature));
        if xs.iter().any(Operand::is_invalid) {
            return None;
        }
        let mut params: Vec<TypeId> = signature.params.iter().map(|p| p.ty).collect();
        let declared = params.clone();
        let spread = ellipsis.is_some();
        if signature.variadic {
            if spread {
                if args.len() == 1 && xs.len() > 1 {
                    self.error(
                        e.pos,
                        format!("cannot use ... with {}-valued {}", xs.len(), args[0]),
                    );
                    return None;
                }
            } else if let Some(Type::Slice(elem)) =
                params.last().map(|&p| self.types.get(p)).as_deref()
            {
                params.pop();
                while params.len() < xs.len() {
                    params.push(*elem);
                }
            }
        } else if spread {
            let at = e.pos;
            self.error(at, format!("cannot use ... in call to non-variadic {fun}"));
            return None;
        }
        if xs.len() != params.len() {
            let (words, at) = if xs.len() > params.len() {
                ("too many", xs[params.len()].pos())
            } else {
                ("not enough", xs.last().map_or(e.pos, Operand::pos))
            };
            let have = self.summary(&xs.iter().map(|x| x.ty).collect::<Vec<_>>(), false, spread);
            let want = self.summary(&declared, signature.variadic, false);
            self.error(
                at,
                format!("{words} arguments in call to {fun}\n\thave {have}\n\twant {want}"),
            );
            return None;
        }
        let mut results = signature.result_types();
        if let Some(generic) = f.generic.clone() {
            let args = self.infer_call(fun, &generic, &params, &mut xs, lparen)?;
            let mut whole = f.clone();
            self.instantiate(&mut whole, &generic, &args);
            let pairs: Vec<_> = generic
                .params
                .iter()
                .copied()
                .zip(args.iter().map(|a| a.1))
                .collect();
            for ty in params.iter_mut().chain(results.iter_mut()) {
                *ty = self.types.substitute(*ty, &pairs);
            }
        }
        let context = format!("argument to {fun}");
        for (x, &ty) in xs.iter_mut().zip(&params) {
            self.instantiate_for(x, ty);
            self.assign(x, Some(ty), &context);
        }
        Some(results)
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
        self.pend(super::decl::Pending::Instance(super::decl::Instantiation {
            unit: self.cx.unit,
            params: generic.params.clone(),
            args: args.to_vec(),
        }));
    }
}
