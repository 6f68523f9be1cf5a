//! Switches, on values and on types.

use super::Checker;
use super::operand::{Operand, constant_text};
use crate::go::ast::{BinaryOp, CaseClause, Expr, ExprKind, Ident};
use crate::go::source::Pos;
use crate::go::types::object::{Kind, Place};
use crate::go::types::{Const, TypeId};
use std::collections::BTreeMap;

/// The constant cases so far: their types and values, and where they stand.
type Seen = BTreeMap<(TypeId, String), Pos>;

impl<'a> Checker<'a> {
    pub(super) fn only_one_default(&mut self, defaults: impl Iterator<Item = Pos>) {
        let mut first: Option<Pos> = None;
        for pos in defaults {
            match first {
                None => first = Some(pos),
                Some(first) => {
                    let at = self.place(first);
                    self.error(pos, format!("multiple defaults (first at {at})"));
                }
            }
        }
    }

    pub(super) fn switch(&mut self, tag: Option<&'a Expr>, clauses: &'a [CaseClause]) {
        let on = tag.map(|tag| self.switched_on(tag));
        self.only_one_default(clauses.iter().filter(|c| c.exprs.is_none()).map(|c| c.pos));
        let mut seen: Seen = BTreeMap::new();
        for clause in clauses {
            for e in clause.exprs.iter().flatten() {
                self.case(e, on.as_ref(), &mut seen);
            }
            self.in_scope(|c| c.statements(&clause.body));
        }
    }

    fn switched_on(&mut self, tag: &'a Expr) -> Operand<'a> {
        let mut x = self.expr(tag);
        if !self.assign(&mut x, None, "switch expression") {
            return Operand::invalid(tag);
        }
        if !self.types.comparable(x.ty, false) && !self.types.has_nil(x.ty) {
            let (what, shown) = (self.describe(&x), self.display(x.ty));
            let message = format!("cannot switch on {what} ({shown} is not comparable)");
            self.error(x.pos(), message);
            return Operand::invalid(tag);
        }
        x
    }

    /// A case of a switch on a value, or, without one, on `true`.
    fn case(&mut self, e: &'a Expr, on: Option<&Operand<'a>>, seen: &mut Seen) {
        let mut x = self.expr(e);
        if x.is_invalid() || on.is_some_and(Operand::is_invalid) {
            return;
        }
        let on = match on {
            Some(on) => on.clone(),
            None => Operand::value(e, TypeId::BOOL).called("true".into()),
        };
        if self.is_untyped(x.ty) && self.convert_or_say(&mut x, on.ty).is_err() {
            return;
        }
        let compared = self.comparison(e, BinaryOp::Equal, x.clone(), on, true);
        let Some(value) = x.constant().filter(|_| !compared.is_invalid()) else {
            return;
        };
        let identity = match value {
            Const::Bool(_) | Const::Complex(..) => return,
            Const::String(bytes) => format!("{bytes:?}"),
            other => constant_text(other),
        };
        let key = (self.types.canonical(x.ty), identity);
        if let Some(&previous) = seen.get(&key) {
            let (what, at) = (self.describe(&x), self.place(previous));
            self.error(
                x.pos(),
                format!("duplicate case {what} in expression switch\n\t{at}: previous case"),
            );
            return;
        }
        seen.insert(key, x.pos());
    }

    pub(super) fn type_switch(
        &mut self,
        binding: Option<&'a Ident>,
        operand: &'a Expr,
        clauses: &'a [CaseClause],
    ) {
        let binding = binding.filter(|name| {
            let blank = &*name.name == "_";
            if blank {
                self.error(name.pos, "no new variable on left side of :=");
            }
            !blank
        });
        let x = self.expr(operand);
        let mut valid = !x.is_invalid();
        if valid && self.types.is_param(x.ty) {
            let what = self.describe(&x);
            self.error(
                x.pos(),
                format!("cannot use type switch on type parameter value {what}"),
            );
            valid = false;
        } else if valid && !self.types.is_interface(x.ty) {
            let what = self.describe(&x);
            self.error(x.pos(), format!("{what} is not an interface"));
            valid = false;
        }
        self.only_one_default(clauses.iter().filter(|c| c.exprs.is_none()).map(|c| c.pos));
        let mut vars = vec![];
        let mut seen: BTreeMap<TypeId, Pos> = BTreeMap::new();
        for clause in clauses {
            let types: Vec<TypeId> = clause
                .exprs
                .iter()
                .flatten()
                .map(|e| self.type_case(e, &x, valid, &mut seen))
                .collect();
            self.in_scope(|c| {
                if let Some(name) = binding {
                    let ty = match types[..] {
                        [one] if one != TypeId::UNTYPED_NIL => one,
                        _ if !valid => TypeId::INVALID,
                        _ => x.ty,
                    };
                    let ident = Ident {
                        id: clause.id,
                        pos: name.pos,
                        name: name.name.clone(),
                    };
                    let var = c.new_var(&ident, ty, Place::Local);
                    c.declare(&name.name, name.pos, var);
                    vars.push(var);
                }
                c.statements(&clause.body);
            });
        }
        let Some(name) = binding else { return };
        let used = vars.iter().any(|v| self.extras[v.index()].used);
        for var in &vars {
            self.extras[var.index()].used = true;
        }
        if !used {
            self.error(name.pos, format!("{} declared and not used", name.name));
        }
    }

    fn type_case(
        &mut self,
        e: &'a Expr,
        x: &Operand<'a>,
        valid: bool,
        seen: &mut BTreeMap<TypeId, Pos>,
    ) -> TypeId {
        let is_nil = match &e.unparen().kind {
            ExprKind::Name(name) if &**name == "nil" => self
                .lookup(name)
                .is_some_and(|o| matches!(self.object(o).kind, Kind::Nil)),
            _ => false,
        };
        let ty = if is_nil {
            self.use_all(std::slice::from_ref(e));
            TypeId::UNTYPED_NIL
        } else {
            self.var_type(e)
        };
        if ty.is_invalid() {
            return ty;
        }
        let canonical = self.types.canonical(ty);
        if let Some(&previous) = seen.get(&canonical) {
            let at = self.place(previous);
            let shown = if is_nil {
                "nil".into()
            } else {
                self.display(ty)
            };
            let message = format!("duplicate case {shown} in type switch");
            self.error(e.pos, format!("{message}\n\t{at}: previous case"));
            return ty;
        }
        seen.insert(canonical, e.pos);
        if valid
            && !is_nil
            && let Some(cause) = self.impossible(x.ty, ty)
        {
            let (what, shown) = (self.describe(x), self.display(ty));
            self.error(e.pos, format!("impossible type switch case: {e}\n\t{what} cannot have dynamic type {shown} {cause}"));
        }
        ty
    }
}
