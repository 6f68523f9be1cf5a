//! First values of variables, and `:=`, which declares them.

use super::Checker;
use super::assign::context_of;
use super::operand::Operand;
use super::tuple::is_single_call;
use crate::go::ast::{Expr, ExprKind, Ident};
use crate::go::source::Pos;
use crate::go::types::TypeId;
use crate::go::types::info::Mode;
use crate::go::types::object::{ObjId, Place};

/// A variable that is given its first value.
#[derive(Clone, Copy)]
pub(super) struct Target {
    pub var: ObjId,
    /// Its type, invalid where that was wrong; none if it takes the type of its value.
    pub typ: Option<TypeId>,
}

impl<'a> Checker<'a> {
    pub(super) fn init_var(&mut self, target: Target, x: &mut Operand<'a>, context: &str) {
        if x.is_invalid() || target.typ.is_some_and(TypeId::is_invalid) {
            return;
        }
        let ty = match target.typ {
            Some(ty) => ty,
            None if x.is_nil() => {
                self.error(x.pos(), format!("use of untyped nil in {context}"));
                return;
            }
            None => {
                let ty = self.default_type(x.ty);
                self.objects[target.var.index()].ty = ty;
                ty
            }
        };
        self.assign(x, Some(ty), context);
    }

    /// Several variables and their values, or one call for all.
    pub(super) fn init_vars(&mut self, vars: &[Target], values: &'a [Expr]) {
        let context = context_of(vars.len());
        if vars.len() == values.len() && !is_single_call(values) {
            for (&target, value) in vars.iter().zip(values) {
                let name = self.object(target.var).name.clone();
                let wanted = target.typ.and_then(|ty| self.wanted(ty, &name));
                let mut x = self.expr_for(value, wanted.as_ref());
                self.init_var(target, &mut x, context);
            }
            return;
        }
        let [value] = values else {
            if self.use_all(values) {
                self.assignment_mismatch(vars.len(), values.len(), values);
            }
            return;
        };
        let xs = self.multi_expr(value, vars.len() == 2);
        if xs.len() == vars.len() {
            for (&target, mut x) in vars.iter().zip(xs) {
                self.init_var(target, &mut x, context);
            }
        } else if !xs[0].is_invalid() {
            self.assignment_mismatch(vars.len(), xs.len(), values);
        }
    }

    /// `lhs := rhs`
    pub(super) fn define(&mut self, lhs: &'a [Expr], rhs: &'a [Expr], op_pos: Pos) {
        let top = self.delayed.len();
        let (targets, new, wrong) = self.defined_vars(lhs);
        self.init_vars(&targets, rhs);
        self.process_delayed(top);
        if new.is_empty() && !wrong {
            self.error(op_pos, "no new variables on left side of :=");
        }
        for (e, object) in new {
            let name = self.object(object).name.clone();
            self.declare(&name, e.pos, object);
        }
    }

    /// The variables on the left of `:=`; those of them that are new, and not in scope yet; and whether something is
    /// wrong with one.
    #[allow(clippy::type_complexity, reason = "three answers of one look")]
    fn defined_vars(&mut self, lhs: &'a [Expr]) -> (Vec<Target>, Vec<(&'a Expr, ObjId)>, bool) {
        let (mut targets, mut new, mut wrong) = (vec![], vec![], false);
        let mut seen: Vec<&str> = vec![];
        for e in lhs {
            let (var, typ) = match self.defined_var(e, &mut seen) {
                Some((var, None)) => {
                    if &*self.object(var).name != "_" {
                        new.push((e, var));
                    }
                    (var, None)
                }
                Some(existing) => existing,
                None => {
                    wrong = true;
                    (self.nameless_var(e), None)
                }
            };
            targets.push(Target { var, typ });
        }
        (targets, new, wrong)
    }

    /// One variable on the left of `:=`, with its type if it is not new. None where something is wrong.
    fn defined_var(
        &mut self,
        e: &'a Expr,
        seen: &mut Vec<&'a str>,
    ) -> Option<(ObjId, Option<TypeId>)> {
        let ExprKind::Name(name) = &e.kind else {
            self.use_assignees(std::slice::from_ref(e));
            self.error(e.pos, format!("non-name {e} on left side of :="));
            return None;
        };
        if &**name != "_" {
            if seen.contains(&&**name) {
                self.error(e.pos, format!("{name} repeated on left side of :="));
                return None;
            }
            seen.push(name);
        }
        let existing = self.scopes[self.cx.scope.0].names.get(name).copied();
        let Some(object) = existing else {
            let ident = Ident {
                id: e.id,
                pos: e.pos,
                name: name.clone(),
            };
            return Some((self.new_var(&ident, TypeId::INVALID, Place::Local), None));
        };
        self.record_name(e.id, object);
        let Some(var) = self.var_mut(object) else {
            self.error(e.pos, format!("cannot assign to {name}"));
            return None;
        };
        var.assigned = true;
        self.note_capture(object);
        let ty = self.object(object).ty;
        self.record_as(e, Mode::Variable, ty);
        Some((object, Some(ty)))
    }

    /// A variable in place of something that isn't one.
    pub(super) fn nameless_var(&mut self, e: &Expr) -> ObjId {
        let ident = Ident {
            id: e.id,
            pos: e.pos,
            name: "_".into(),
        };
        self.new_var(&ident, TypeId::INVALID, Place::Local)
    }
}
