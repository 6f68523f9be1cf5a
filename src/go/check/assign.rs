//! Assignments of all forms.

use super::Checker;
use super::constant::Misfit;
use super::operand::Operand;
use super::tuple::is_single_call;
use crate::go::ast::{Expr, ExprKind};
use crate::go::types::info::Mode;
use crate::go::types::object::Kind;
use crate::go::types::{Type, TypeId};

impl<'a> Checker<'a> {
    /// Makes an operand a value of type `target`, or of its default type where none is asked for. `context` ends the
    /// sentence `cannot use x as T value in …`. Whether it worked.
    pub(super) fn assign(
        &mut self,
        x: &mut Operand<'a>,
        target: Option<TypeId>,
        context: &str,
    ) -> bool {
        if x.is_invalid() || target.is_some_and(TypeId::is_invalid) {
            return false;
        }
        if self.is_untyped(x.ty) {
            let mut to = target.unwrap_or(x.ty);
            if x.is_nil() {
                if target.is_none() {
                    self.error(x.pos(), format!("use of untyped nil in {context}"));
                    return false;
                }
            } else if target.is_none_or(|t| self.types.is_interface(t)) {
                to = self.default_type(x.ty);
            }
            if let Err(misfit) = self.convert_untyped(x, to) {
                let suffix = match misfit {
                    Misfit::Truncated => " (truncated)",
                    Misfit::Overflows => " (overflows)",
                    Misfit::Other => "",
                };
                let (what, shown) = (self.describe(x), self.display(to));
                self.error(
                    x.pos(),
                    format!("cannot use {what} as {shown} value in {context}{suffix}"),
                );
                return false;
            }
        }
        if x.generic.is_some() {
            let wanted = target.and_then(|ty| self.wanted(ty, context));
            *x = self.not_generic(x.clone(), wanted.as_ref());
            if x.is_invalid() {
                return false;
            }
        }
        let Some(target) = target else { return true };
        match self.assignable(x, target) {
            Ok(()) => true,
            Err(cause) => {
                let (what, shown) = (self.describe(x), self.display(target));
                let cause = if cause.is_empty() {
                    cause
                } else {
                    format!(": {cause}")
                };
                self.error(
                    x.pos(),
                    format!("cannot use {what} as {shown} value in {context}{cause}"),
                );
                false
            }
        }
    }

    /// The type that may be assigned to `e`. None for the blank identifier, invalid where it can't be.
    pub(super) fn assignee(&mut self, e: &'a Expr) -> Option<TypeId> {
        let inner = e.unparen();
        let mut local = None;
        if let ExprKind::Name(name) = &inner.kind {
            if &**name == "_" {
                return None;
            }
            local = self
                .lookup(name)
                .filter(|&o| matches!(self.object(o).kind, Kind::Var(_)));
        }
        let used = local.map(|o| self.extras[o.index()].used);
        let x = self.expr(e);
        if let (Some(object), Some(used)) = (local, used) {
            self.extras[object.index()].used = used;
        }
        if x.is_invalid() {
            return Some(TypeId::INVALID);
        }
        match x.mode {
            Mode::Variable | Mode::MapIndex => {
                self.mark(e, |var| var.assigned = true);
                Some(x.ty)
            }
            _ => {
                let of_map = match &e.kind {
                    ExprKind::Selector { operand, .. } => {
                        matches!(self.expr(operand).mode, Mode::MapIndex)
                    }
                    _ => false,
                };
                if of_map {
                    self.error(e.pos, format!("cannot assign to struct field {e} in map"));
                } else {
                    let what = x.expr.to_string();
                    self.error(e.pos, format!("cannot assign to {what} (neither addressable nor a map index expression)"));
                }
                Some(TypeId::INVALID)
            }
        }
    }

    /// Does something to the variable that an addressable expression is, or is a part of.
    pub(super) fn mark(
        &mut self,
        e: &Expr,
        change: impl FnOnce(&mut crate::go::types::object::Var),
    ) {
        let mut e = e.unparen();
        loop {
            match &e.kind {
                ExprKind::Name(_) => {
                    if let Some(object) = self.names[e.id.index()]
                        && let Some(var) = self.var_mut(object)
                    {
                        change(var);
                    }
                    return;
                }
                ExprKind::Selector { operand, .. } => {
                    use crate::go::types::info::Selection;
                    match self.selections.get(&e.id) {
                        Some(Selection::Field(path)) if !path.indirect => e = operand.unparen(),
                        Some(Selection::Package(object)) => {
                            let object = *object;
                            if let Some(var) = self.var_mut(object) {
                                change(var);
                            }
                            return;
                        }
                        _ => return,
                    }
                }
                ExprKind::Index { operand, .. } => {
                    let array = self.exprs[operand.id.index()].as_ref().is_some_and(|i| {
                        matches!(
                            &*self.types.under(i.ty),
                            Type::Array { .. } | Type::Param(_)
                        )
                    });
                    if !array {
                        return;
                    }
                    e = operand.unparen();
                }
                _ => return,
            }
        }
    }

    fn assign_one(&mut self, lhs: &'a Expr, rhs: &'a Expr, context: &str) {
        let target = self.assignee(lhs);
        if target.is_some_and(TypeId::is_invalid) {
            self.use_all(std::slice::from_ref(rhs));
            return;
        }
        let wanted = target.and_then(|ty| self.wanted(ty, &lhs.to_string()));
        let mut x = self.expr_for(rhs, wanted.as_ref());
        self.assign(&mut x, target, context_for(target, context));
    }

    pub(super) fn assign_value(&mut self, lhs: &'a Expr, x: &mut Operand<'a>, context: &str) {
        let target = self.assignee(lhs);
        if !target.is_some_and(TypeId::is_invalid) {
            self.assign(x, target, context_for(target, context));
        }
    }

    /// `lhs = rhs`
    pub(super) fn assign_all(&mut self, lhs: &'a [Expr], rhs: &'a [Expr]) {
        let context = context_of(lhs.len());
        if lhs.len() == rhs.len() && !is_single_call(rhs) {
            for (l, r) in lhs.iter().zip(rhs) {
                self.assign_one(l, r, context);
            }
            return;
        }
        let [value] = rhs else {
            let left = self.use_assignees(lhs);
            if self.use_all(rhs) && left {
                self.assignment_mismatch(lhs.len(), rhs.len(), rhs);
            }
            return;
        };
        let xs = self.multi_expr(value, lhs.len() == 2);
        if xs.len() == lhs.len() {
            for (l, mut x) in lhs.iter().zip(xs) {
                self.assign_value(l, &mut x, context);
            }
            return;
        }
        if !xs[0].is_invalid() {
            self.assignment_mismatch(lhs.len(), xs.len(), rhs);
        }
        self.use_assignees(lhs);
    }

    /// Looks at what is assigned to where nothing more can be made of it: variables don't count as used. Whether all
    /// is right.
    pub(super) fn use_assignees(&mut self, lhs: &'a [Expr]) -> bool {
        let mut right = true;
        for e in lhs {
            let local = match &e.unparen().kind {
                ExprKind::Name(name) => self
                    .lookup(name)
                    .filter(|&o| matches!(self.object(o).kind, Kind::Var(_))),
                _ => None,
            };
            let used = local.map(|o| self.extras[o.index()].used);
            right &= self.use_all(std::slice::from_ref(e));
            if let (Some(object), Some(used)) = (local, used) {
                self.extras[object.index()].used = used;
            }
        }
        right
    }
}

/// What the Go compiler calls an assignment to so many variables.
pub(super) fn context_of(variables: usize) -> &'static str {
    if variables > 1 {
        "multiple assignment"
    } else {
        "assignment"
    }
}

fn context_for(target: Option<TypeId>, context: &str) -> &str {
    match target {
        None if context == "assignment" => "assignment to _ identifier",
        _ => context,
    }
}
