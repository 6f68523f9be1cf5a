//! Assignments of all forms, and the first values of variables.

use super::Checker;
use super::constant::Misfit;
use super::operand::Operand;
use super::typexpr::strip;
use crate::go::ast::{Expr, ExprKind, Ident};
use crate::go::source::Pos;
use crate::go::types::info::Mode;
use crate::go::types::object::{Kind, ObjId, Place};
use crate::go::types::{Basic, Type, TypeId};

/// A variable that is given its first value.
#[derive(Clone, Copy)]
pub(super) struct Target {
    pub var: ObjId,
    /// Its type, invalid where that was wrong; none if it takes the type of its value.
    pub typ: Option<TypeId>,
}

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

    // ---- first values

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
        let message = match &strip(first).kind {
            ExprKind::Call { fun, .. } if rhs.len() == 1 => {
                format!("assignment mismatch: {vars} but {fun} returns {vals}")
            }
            _ => format!("assignment mismatch: {vars} but {vals}"),
        };
        self.error(first.pos, message);
    }

    // ---- assignments

    /// The type that may be assigned to `e`. None for the blank identifier, invalid where it can't be.
    pub(super) fn assignee(&mut self, e: &'a Expr) -> Option<TypeId> {
        let inner = strip(e);
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
        let mut e = strip(e);
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
                        Some(Selection::Field(path)) if !path.indirect => e = strip(operand),
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
                    e = strip(operand);
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
    fn use_assignees(&mut self, lhs: &'a [Expr]) -> bool {
        let mut right = true;
        for e in lhs {
            let local = match &strip(e).kind {
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

    // ---- `:=`

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
        Some((object, Some(self.object(object).ty)))
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

    // ---- counts

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

/// What the Go compiler calls an assignment to so many variables.
fn context_of(variables: usize) -> &'static str {
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

/// A single call may give several values, whose number is then complained about.
fn is_single_call(values: &[Expr]) -> bool {
    matches!(values, [one] if matches!(strip(one).kind, ExprKind::Call { .. }))
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
