//! Several values at once: those that a call gives or a function returns, and what is said of their number.

use super::Checker;
use super::operand::Operand;
use crate::go::ast::{Expr, ExprKind};
use crate::go::source::Pos;
use crate::go::types::info::Mode;
use crate::go::types::object::ObjId;
use crate::go::types::{Basic, Type, TypeId};

impl<'a> Checker<'a> {
    /// `return values`
    pub(super) fn return_values(
        &mut self,
        values: &'a [Expr],
        results: &[TypeId],
        names: &[Option<ObjId>],
        pos: Pos,
    ) {
        const CONTEXT: &str = "return statement";
        let assign = |c: &mut Self, x: &mut Operand<'a>, ty: TypeId| {
            if !ty.is_invalid() {
                c.assign(x, Some(ty), CONTEXT);
            }
        };
        if values.len() == results.len() && !is_single_call(values) {
            for ((e, &ty), name) in values.iter().zip(results).zip(names) {
                let desc = match name {
                    Some(name) => self.object(*name).name.to_string(),
                    None => "result variable".to_string(),
                };
                let wanted = self.wanted(ty, &desc);
                let mut x = self.expr_for(e, wanted.as_ref());
                assign(self, &mut x, ty);
            }
            return;
        }
        let mut xs = match values {
            [value] => self.multi_expr(value, false),
            _ => {
                if !self.use_all(values) {
                    return;
                }
                values.iter().map(|e| self.expr(e)).collect()
            }
        };
        if xs.len() == results.len() {
            for (x, &ty) in xs.iter_mut().zip(results) {
                assign(self, x, ty);
            }
        } else if xs.first().is_none_or(|x| !x.is_invalid()) {
            self.wrong_return_count(&xs, results, pos);
        }
    }

    fn wrong_return_count(&mut self, xs: &[Operand<'a>], results: &[TypeId], pos: Pos) {
        let (words, at) = match xs.get(results.len()) {
            Some(extra) => ("too many", extra.pos()),
            None => ("not enough", xs.last().map_or(pos, Operand::pos)),
        };
        let have = self.summary(&types_of(xs), false, false);
        let want = self.summary(results, false, false);
        let message = format!("{words} return values\n\thave {have}\n\twant {want}");
        self.error(at, message);
    }

    /// One value, or those that a call gives. With `comma_ok` an expression that may come with an ok gives two.
    pub(super) fn multi_expr(&mut self, e: &'a Expr, comma_ok: bool) -> Vec<Operand<'a>> {
        let x = self.raw(e, None);
        let x = self.not_generic(x, None);
        let x = self.value_only(x);
        if x.is_invalid() {
            return vec![x];
        }
        if let (Mode::Value, Type::Tuple(parts)) = (&x.mode, &*self.types.get(x.ty)) {
            let nth = |i: usize| format!("{} function result", ordinal(i + 1));
            let part = |(i, &ty): (usize, &TypeId)| Operand::value(e, ty).called(nth(i));
            return parts.iter().enumerate().map(part).collect();
        }
        if comma_ok && matches!(x.mode, Mode::MapIndex | Mode::CommaOk) {
            self.record_comma_ok(e, x.ty);
            let ok = Operand::value(e, TypeId::UNTYPED_BOOL);
            return vec![
                x,
                ok.called("ok value of (comma, ok) expression".to_string()),
            ];
        }
        vec![x]
    }

    fn record_comma_ok(&mut self, e: &Expr, ty: TypeId) {
        let tuple = self.types.intern(Type::Tuple(Box::new([ty, TypeId::BOOL])));
        let mut at = e;
        loop {
            if let Some(info) = &mut self.exprs[at.id.index()] {
                info.ty = tuple;
            }
            match &at.kind {
                ExprKind::Paren(inner) => at = inner,
                _ => break,
            }
        }
    }

    pub(super) fn assignment_mismatch(&mut self, variables: usize, values: usize, rhs: &'a [Expr]) {
        let Some(first) = rhs.first() else { return };
        let plural = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
        let (vars, vals) = (plural(variables, "variable"), plural(values, "value"));
        let message = match &first.unparen().kind {
            ExprKind::Call { fun, .. } if rhs.len() == 1 => {
                format!("assignment mismatch: {vars} but {fun} returns {vals}")
            }
            _ => format!("assignment mismatch: {vars} but {vals}"),
        };
        self.error(first.pos, message);
    }

    /// Types in parentheses, untyped numbers simply as such.
    pub(super) fn summary(&self, types: &[TypeId], variadic: bool, spread: bool) -> String {
        let mut parts = vec![];
        for (i, &ty) in types.iter().enumerate() {
            let last = i + 1 == types.len();
            parts.push(match &*self.types.get(ty) {
                Type::Basic(Basic::Invalid) => "unknown type".to_string(),
                Type::Basic(Basic::UntypedNil) => "nil".to_string(),
                Type::Basic(basic) if basic.is_untyped() && basic.is_numeric() => {
                    "number".to_string()
                }
                Type::Basic(basic) if basic.is_untyped() => {
                    basic.text().trim_start_matches("untyped ").to_string()
                }
                Type::Slice(elem) if variadic && last => format!("...{}", self.display(*elem)),
                _ if spread && last => format!("{}...", self.display(ty)),
                _ => self.display(ty),
            });
        }
        format!("({})", parts.join(", "))
    }
}

pub(super) fn types_of(xs: &[Operand<'_>]) -> Vec<TypeId> {
    xs.iter().map(|x| x.ty).collect()
}

/// A single call may give several values, whose number is then complained about.
pub(super) fn is_single_call(values: &[Expr]) -> bool {
    matches!(values, [one] if matches!(one.unparen().kind, ExprKind::Call { .. }))
}

fn ordinal(n: usize) -> String {
    let ending = match n {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}
