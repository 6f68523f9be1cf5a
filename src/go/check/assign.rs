//! Assignability, what types implement, and assignments of all forms.

use super::Checker;
use super::constant::Misfit;
use super::operand::Operand;
use super::typexpr::strip;
use crate::go::ast::{ChanDir, Expr, ExprKind, Ident};
use crate::go::source::Pos;
use crate::go::types::info::Mode;
use crate::go::types::object::{Kind, ObjId, Place};
use crate::go::types::predicates::Lacking;
use crate::go::types::{Basic, Term, Type, TypeId};

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
        if x.generic.is_some() {
            let message = format!(
                "cannot use generic function {} without instantiation",
                x.expr
            );
            self.error(x.pos(), message);
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

    /// Whether a value may be assigned to a variable of type `target`; if not, why, where there is more to say.
    pub(super) fn assignable(&mut self, x: &Operand<'a>, target: TypeId) -> Result<(), String> {
        let from = x.ty;
        if from.is_invalid() || target.is_invalid() || self.types.identical(from, target) {
            return Ok(());
        }
        if self.is_untyped(from) {
            return self
                .implicit(x, target)
                .map(|_| ())
                .map_err(|_| String::new());
        }
        let (a, b) = (self.types.underlying(from), self.types.underlying(target));
        let params = self.types.is_param(from) || self.types.is_param(target);
        let named = self.types.has_name(from) && self.types.has_name(target);
        if self.types.identical(a, b) && !named && !params {
            return Ok(());
        }
        if self.types.is_interface(target) {
            return match self.missing(from, target, false) {
                None => Ok(()),
                Some(cause) => Err(cause),
            };
        }
        if let Type::Pointer(elem) = &*self.types.get(b)
            && self.types.is_interface(*elem)
        {
            let (v, t) = (self.display(from), self.display(target));
            return Err(format!(
                "{v} does not implement {t} (type {t} is pointer to interface, not interface)"
            ));
        }
        if self.types.is_interface(from) && !params && self.missing(target, from, false).is_none() {
            return Err("need type assertion".into());
        }
        if let (
            Type::Chan {
                dir: ChanDir::Both,
                elem: x,
            },
            Type::Chan { elem: y, .. },
        ) = (&*self.types.get(a), &*self.types.get(b))
            && self.types.identical(*x, *y)
            && !named
        {
            return Ok(());
        }
        // Between type parameters and unnamed types: whatever the parameter may be must do.
        if params && !named {
            let each =
                |c: &mut Self, of: TypeId, test: &mut dyn FnMut(&mut Self, TypeId) -> bool| {
                    c.types.terms(of).is_some_and(|terms| {
                        !terms.is_empty() && terms.iter().all(|t| test(c, t.ty))
                    })
                };
            let fits = if self.types.is_param(target) {
                each(self, target, &mut |c, t| c.assignable(x, t).is_ok())
            } else {
                each(self, from, &mut |c, f| {
                    let mut y = x.clone();
                    y.ty = f;
                    c.assignable(&y, target).is_ok()
                })
            };
            if fits {
                return Ok(());
            }
        }
        Err(String::new())
    }

    /// Makes the signatures of all methods of a type known.
    fn know_methods(&mut self, ty: TypeId, depth: usize) {
        if self.complete || depth > 20 {
            return;
        }
        let mut ty = self.types.unalias(ty);
        if let Type::Pointer(elem) = &*self.types.get(ty) {
            ty = self.types.unalias(*elem);
        }
        if let Some((decl, _)) = self.types.as_named(ty) {
            let methods = self.types.decl_with(decl, |d| d.methods.clone());
            for method in methods.iter().filter(|m| m.signature.is_invalid()) {
                if self.extras[method.object.index()].state == super::State::Waiting {
                    self.resolve(method.object);
                }
            }
        }
        if let Type::Struct(fields) = &*self.types.under(ty) {
            for field in fields.iter().filter(|f| f.embedded) {
                self.know_methods(field.ty, depth + 1);
            }
        }
    }

    /// Why `ty` doesn't implement, or as a type argument doesn't satisfy, `interface`. None if it does.
    pub(super) fn missing(
        &mut self,
        ty: TypeId,
        interface: TypeId,
        constraint: bool,
    ) -> Option<String> {
        if ty.is_invalid() || interface.is_invalid() {
            return None;
        }
        self.know_methods(ty, 0);
        let set = self.types.type_set(interface);
        let (shown, wanted) = (self.display(ty), self.display(interface));
        let verb = if constraint { "satisfy" } else { "implement" };
        if set.terms.as_ref().is_some_and(Vec::is_empty) {
            return Some(format!("cannot {verb} {wanted} (empty type set)"));
        }
        if let Some(cause) = self.missing_method(ty, interface) {
            return Some(format!("{shown} does not {verb} {wanted} {cause}"));
        }
        let incomparable = set.comparable && !self.types.comparable(ty, !constraint);
        if let Some(terms) = &set.terms {
            let cause = self.outside(ty, terms, &shown, &wanted);
            if let Some(cause) = cause {
                let cause = if cause.is_empty() {
                    cause
                } else {
                    format!(" {cause}")
                };
                return Some(format!("{shown} does not {verb} {wanted}{cause}"));
            }
        }
        incomparable.then(|| format!("{shown} does not {verb} comparable"))
    }

    /// Why a type isn't among `terms`.
    fn outside(&self, ty: TypeId, terms: &[Term], shown: &str, wanted: &str) -> Option<String> {
        let covered = |t: &Term| {
            terms
                .iter()
                .any(|o| self.types.term_includes(o, t.ty) && (o.tilde || !t.tilde))
        };
        if self.types.is_param(ty) || self.types.is_interface(ty) {
            let own = if self.types.is_param(ty) {
                self.types.terms(ty)
            } else {
                self.types.type_set(ty).terms.clone()
            };
            return match own {
                Some(own) => own.iter().find(|t| !covered(t)).map(|t| {
                    format!(
                        "({}{} missing in {})",
                        if t.tilde { "~" } else { "" },
                        self.display(t.ty),
                        self.terms_text(terms)
                    )
                }),
                None => Some(format!("({shown} missing in {})", self.terms_text(terms)))
                    .filter(|_| self.types.is_interface(ty))
                    .or(Some(String::new())),
            };
        }
        if terms.iter().any(|t| self.types.term_includes(t, ty)) {
            return None;
        }
        let almost = terms.iter().find(|t| {
            !t.tilde
                && self.types.identical(t.ty, self.types.underlying(t.ty))
                && self.types.identical(t.ty, self.types.underlying(ty))
        });
        Some(match almost {
            Some(t) => format!(
                "(possibly missing ~ for {} in {wanted})",
                self.display(t.ty)
            ),
            None => format!("({shown} missing in {})", self.terms_text(terms)),
        })
    }

    fn terms_text(&self, terms: &[Term]) -> String {
        let parts: Vec<String> = terms
            .iter()
            .map(|t| format!("{}{}", if t.tilde { "~" } else { "" }, self.display(t.ty)))
            .collect();
        parts.join(" | ")
    }

    /// What is the matter with the first method that `ty` lacks, in parentheses.
    pub(super) fn missing_method(&mut self, ty: TypeId, interface: TypeId) -> Option<String> {
        self.know_methods(ty, 0);
        let missing = self.types.missing_method(ty, interface)?;
        let name = &missing.wanted.name.text;
        let here = Some(self.here());
        let pointer = match &*self.types.under(ty) {
            Type::Pointer(elem) => Some(*elem),
            _ => None,
        };
        if let Some(elem) = pointer
            && self.types.is_interface(elem)
        {
            return Some(format!(
                "(type {} is pointer to interface, not interface)",
                self.display(ty)
            ));
        }
        let written =
            |signature: TypeId| match &*self.types.get(self.types.without_names(signature)) {
                Type::Func(signature) => self.types.display_signature(signature, here),
                _ => String::new(),
            };
        let want = written(missing.wanted.signature);
        Some(match &missing.why {
            Lacking::Absent => {
                if self.types.is_interface(interface)
                    && let Some(elem) = pointer
                    && self.types.is_param(elem)
                {
                    format!(
                        "(type {} is pointer to type parameter, not type parameter)",
                        self.display(ty)
                    )
                } else {
                    format!("(missing method {name})")
                }
            }
            Lacking::Ambiguous => format!("(ambiguous selector {}.{name})", self.display(ty)),
            Lacking::Field => format!("({}.{name} is a field, not a method)", self.display(ty)),
            Lacking::PointerReceiver => format!("(method {name} has pointer receiver)"),
            Lacking::WrongType(have) => {
                let have = written(*have);
                format!(
                    "(wrong type for method {name})\n\t\thave {name}{have}\n\t\twant {name}{want}"
                )
            }
            Lacking::OtherName(other, have) => {
                let have = written(*have);
                format!("(missing method {name})\n\t\thave {other}{have}\n\t\twant {name}{want}")
            }
        })
    }

    /// Why a type argument doesn't satisfy its parameter's constraint.
    pub(super) fn unsatisfied(
        &mut self,
        param: TypeId,
        arg: TypeId,
        pairs: &[(TypeId, TypeId)],
    ) -> Option<String> {
        let Type::Param(id) = *self.types.get(param) else {
            return None;
        };
        let constraint = self.types.param(id).constraint;
        let constraint = self.types.substitute(constraint, pairs);
        self.missing(arg, constraint, true)
    }

    // ---- variables and their initial values

    pub(super) fn init_var(&mut self, var: ObjId, e: &'a Expr, context: &str, alone: bool) {
        let ty = self.object(var).ty;
        let hint = (!ty.is_invalid()).then_some(ty);
        let x = self.multi_expr(e, hint);
        if alone && self.gives_several(&x, e) {
            self.extras[var.index()].used = true;
            return;
        }
        let x = self.single(x);
        self.init_from(var, x, context);
    }

    /// Whether the value of a single variable is several, which is said.
    fn gives_several(&mut self, x: &Operand<'a>, e: &'a Expr) -> bool {
        let several = match &*self.types.get(x.ty) {
            Type::Tuple(parts) if !matches!(x.mode, Mode::NoValue) => parts.len(),
            _ => 0,
        };
        if several > 1 {
            self.assignment_mismatch(1, several, std::slice::from_ref(e));
        }
        several > 1
    }

    /// Gives a variable its value, and its type where it has none.
    fn init_from(&mut self, var: ObjId, mut x: Operand<'a>, context: &str) {
        let ty = self.object(var).ty;
        let typed = !ty.is_invalid();
        if x.is_invalid() {
            return;
        }
        if typed {
            self.instantiate_for(&mut x, ty);
            self.assign(&mut x, Some(ty), context);
            return;
        }
        if self.assign(&mut x, None, context) {
            self.objects[var.index()].ty = x.ty;
        }
    }

    /// Several variables and their values, or one call for all; `results` for a return statement at that place.
    pub(super) fn init_vars(
        &mut self,
        vars: &[ObjId],
        values: &'a [Expr],
        at_return: Option<Pos>,
        _at: Pos,
    ) {
        let context = if at_return.is_some() {
            "return statement"
        } else {
            "assignment"
        };
        if vars.len() == values.len() {
            for (&var, value) in vars.iter().zip(values) {
                self.init_var(var, value, context, vars.len() == 1);
            }
            return;
        }
        let xs = self.unpack(values, vars.len() == 2);
        if xs.iter().any(Operand::is_invalid) || xs.len() != vars.len() {
            if !xs.iter().any(Operand::is_invalid) {
                self.assignment_mismatch(vars.len(), xs.len(), values);
            }
            for &var in vars {
                self.extras[var.index()].used = true;
            }
            return;
        }
        for (&var, x) in vars.iter().zip(xs) {
            self.init_from(var, x, context);
        }
    }

    /// The values of a list of expressions: one each, or, where there is a single one that gives several, those.
    /// With `comma_ok` a single expression that may come with an ok gives two.
    pub(super) fn unpack(&mut self, values: &'a [Expr], comma_ok: bool) -> Vec<Operand<'a>> {
        if let [one] = values {
            let x = self.multi_expr(one, None);
            if let Type::Tuple(parts) = &*self.types.get(x.ty)
                && !parts.is_empty()
            {
                return parts.iter().map(|&ty| Operand::value(one, ty)).collect();
            }
            if comma_ok && matches!(x.mode, Mode::MapIndex | Mode::CommaOk) && !x.is_invalid() {
                self.record_comma_ok(one, x.ty);
                let mut first = x;
                first.mode = Mode::Value;
                return vec![first, Operand::value(one, TypeId::UNTYPED_BOOL)];
            }
            return vec![x];
        }
        values.iter().map(|e| self.generic_expr(e, None)).collect()
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
        let x = self.expr(e, None);
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
                if let ExprKind::Selector { operand, .. } = &inner.kind
                    && let Some(info) = &self.exprs[operand.id.index()]
                    && matches!(info.mode, Mode::MapIndex)
                {
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

    fn assign_one(&mut self, lhs: &'a Expr, rhs: &'a Expr, alone: bool) {
        match self.assignee(lhs) {
            Some(ty) if ty.is_invalid() => self.use_expr(rhs),
            ty => {
                let x = self.multi_expr(rhs, ty);
                if alone && self.gives_several(&x, rhs) {
                    return;
                }
                let mut x = self.single(x);
                if let Some(ty) = ty {
                    self.instantiate_for(&mut x, ty);
                }
                self.assign(&mut x, ty, "assignment");
            }
        }
    }

    pub(super) fn assign_value(&mut self, lhs: &'a Expr, mut x: Operand<'a>, context: &str) {
        match self.assignee(lhs) {
            Some(ty) if ty.is_invalid() => {}
            ty => {
                self.assign(&mut x, ty, context);
            }
        }
    }

    pub(super) fn assign_all(&mut self, lhs: &'a [Expr], rhs: &'a [Expr]) {
        if lhs.len() == rhs.len() {
            for (l, r) in lhs.iter().zip(rhs) {
                self.assign_one(l, r, lhs.len() == 1);
            }
            return;
        }
        let xs = self.unpack(rhs, lhs.len() == 2);
        if xs.iter().any(Operand::is_invalid) || xs.len() != lhs.len() {
            for l in lhs {
                self.use_assignee(l);
            }
            if !xs.iter().any(Operand::is_invalid) {
                self.assignment_mismatch(lhs.len(), xs.len(), rhs);
            }
            return;
        }
        for (l, x) in lhs.iter().zip(xs) {
            self.assign_value(l, x, "assignment");
        }
    }

    fn use_assignee(&mut self, e: &'a Expr) {
        if !matches!(&strip(e).kind, ExprKind::Name(_)) {
            self.use_expr(e);
        } else if let ExprKind::Name(name) = &strip(e).kind
            && let Some(object) = self.lookup(name)
        {
            self.record_name(strip(e).id, object);
        }
    }

    /// `lhs := rhs`
    pub(super) fn define(&mut self, lhs: &'a [Expr], rhs: &'a [Expr], op_pos: Pos) {
        let (vars, new) = self.defined_vars(lhs);
        let count = vars.len();
        let real: Vec<ObjId> = vars.iter().map(|v| v.0).collect();
        self.init_vars(&real, rhs, None, op_pos);
        debug_assert!(count == lhs.len());
        self.declare_defined(lhs, &vars);
        if !new && !vars.is_empty() {
            self.error(op_pos, "no new variables on left side of :=");
        }
    }

    /// The variables on the left of `:=`, each with whether it is new (then it isn't in scope yet), and whether any is.
    pub(super) fn defined_vars(&mut self, lhs: &'a [Expr]) -> (Vec<(ObjId, bool)>, bool) {
        let mut vars: Vec<(ObjId, bool)> = vec![];
        let mut seen: Vec<&str> = vec![];
        let mut any = false;
        let mut errors = false;
        for e in lhs {
            let ExprKind::Name(name) = &e.kind else {
                self.use_expr(e);
                self.error(e.pos, format!("non-name {e} on left side of :="));
                errors = true;
                let ident = Ident {
                    id: e.id,
                    pos: e.pos,
                    name: "_".into(),
                };
                vars.push((self.new_var(&ident, TypeId::INVALID, Place::Local), true));
                continue;
            };
            let ident = Ident {
                id: e.id,
                pos: e.pos,
                name: name.clone(),
            };
            if &**name != "_" && seen.contains(&&**name) {
                self.error(e.pos, format!("{name} repeated on left side of :="));
                errors = true;
                let ident = Ident {
                    name: "_".into(),
                    ..ident
                };
                vars.push((self.new_var(&ident, TypeId::INVALID, Place::Local), true));
                continue;
            }
            seen.push(name);
            let existing = self.scopes[self.cx.scope.0].names.get(name).copied();
            if let Some(object) = existing {
                self.record_name(e.id, object);
                if matches!(self.object(object).kind, Kind::Var(_)) {
                    if let Some(var) = self.var_mut(object) {
                        var.assigned = true;
                    }
                    self.note_capture(object);
                    vars.push((object, false));
                } else {
                    self.error(e.pos, format!("cannot assign to {name}"));
                    errors = true;
                    let ident = Ident {
                        name: "_".into(),
                        ..ident
                    };
                    vars.push((self.new_var(&ident, TypeId::INVALID, Place::Local), true));
                }
                continue;
            }
            if &**name != "_" {
                any = true;
            }
            vars.push((self.new_var(&ident, TypeId::INVALID, Place::Local), true));
        }
        (vars, any || errors)
    }

    pub(super) fn declare_defined(&mut self, lhs: &'a [Expr], vars: &[(ObjId, bool)]) {
        for (e, &(object, new)) in lhs.iter().zip(vars) {
            if new && let ExprKind::Name(_) = &e.kind {
                let name = self.object(object).name.clone();
                self.declare(&name, e.pos, object);
            }
        }
    }

    /// `return values`
    pub(super) fn return_values(&mut self, values: &'a [Expr], results: &[TypeId], pos: Pos) {
        let mut xs = if values.len() == results.len() {
            let zipped: Vec<(&'a Expr, TypeId)> =
                values.iter().zip(results.iter().copied()).collect();
            zipped
                .into_iter()
                .map(|(e, ty)| self.generic_expr(e, Some(ty)))
                .collect()
        } else {
            self.unpack(values, false)
        };
        if xs.iter().any(Operand::is_invalid) && xs.len() != results.len() {
            return;
        }
        if xs.len() != results.len() {
            let (words, at) = if xs.len() > results.len() {
                ("too many", xs[results.len()].pos())
            } else {
                ("not enough", xs.last().map_or(pos, Operand::pos))
            };
            let have = self.summary(&xs.iter().map(|x| x.ty).collect::<Vec<_>>(), false, false);
            let want = self.summary(results, false, false);
            self.error(
                at,
                format!("{words} return values\n\thave {have}\n\twant {want}"),
            );
            return;
        }
        for (x, &ty) in xs.iter_mut().zip(results) {
            self.instantiate_for(x, ty);
            self.assign(x, Some(ty), "return statement");
        }
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
