//! `for … range`

use super::Checker;
use super::define::Target;
use super::operand::Operand;
use crate::go::ast::{ChanDir, Expr, ExprKind, Ident, Stmt, StmtKind};
use crate::go::types::object::{ObjId, Place};
use crate::go::types::{Basic, Signature, Type, TypeId};

impl<'a> Checker<'a> {
    pub(super) fn range(&mut self, stmt: &'a Stmt) {
        let StmtKind::Range {
            key,
            value,
            extra,
            define,
            operand,
            body,
            ..
        } = &stmt.kind
        else {
            return;
        };
        let mut x = self.expr(operand);
        let lhs = [key.as_ref(), value.as_ref()];
        let mut types = [None, None];
        if !x.is_invalid() {
            match self.range_types(&x) {
                Ok((key, value)) => {
                    types = [key, value];
                    self.range_counts(&x, lhs, extra.as_ref(), types);
                }
                Err(cause) => {
                    let what = self.describe(&x);
                    let cause = if cause.is_empty() {
                        cause
                    } else {
                        format!(": {cause}")
                    };
                    self.error(x.pos(), format!("cannot range over {what}{cause}"));
                }
            }
        }
        let over_integer = !x.is_invalid() && self.all_basic(x.ty, Basic::is_integer);
        self.in_scope(|c| {
            if *define {
                c.range_variables(stmt, lhs, types, over_integer.then_some(&mut x));
            } else if key.is_some() {
                c.range_assignments(lhs, types, over_integer.then_some(&mut x));
            } else if over_integer {
                c.assign(&mut x, None, "range clause");
            }
            c.block(body);
        });
    }

    fn range_counts(
        &mut self,
        x: &Operand<'a>,
        lhs: [Option<&'a Expr>; 2],
        extra: Option<&'a Expr>,
        types: [Option<TypeId>; 2],
    ) {
        let what = self.describe(x);
        if let ([Some(key), _], [None, _]) = (lhs, types) {
            let message = format!("range over {what} permits no iteration variables");
            self.error(key.pos, message);
        } else if let ([_, Some(value)], [_, None]) = (lhs, types) {
            let message = format!("range over {what} permits only one iteration variable");
            self.error(value.pos, message);
        } else if let Some(extra) = extra {
            self.error(
                extra.pos,
                "range clause permits at most two iteration variables",
            );
        }
    }

    /// Declares the variables on the left. The one that counts to an integer is given that: `x`.
    fn range_variables(
        &mut self,
        stmt: &'a Stmt,
        lhs: [Option<&'a Expr>; 2],
        types: [Option<TypeId>; 2],
        mut x: Option<&mut Operand<'a>>,
    ) {
        let mut declared: Vec<(&'a Expr, ObjId)> = vec![];
        for (e, ty) in lhs.into_iter().zip(types) {
            let Some(e) = e else { continue };
            let var = if let ExprKind::Name(name) = &e.kind {
                let ident = Ident {
                    id: e.id,
                    pos: e.pos,
                    name: name.clone(),
                };
                let var = self.new_var(&ident, TypeId::INVALID, Place::Local);
                if &**name != "_" {
                    declared.push((e, var));
                }
                var
            } else {
                let message = format!("invalid syntax tree: cannot declare {e}");
                self.error(e.pos, message);
                self.nameless_var(e)
            };
            let Some(ty) = ty.filter(|ty| !ty.is_invalid()) else {
                self.extras[var.index()].used = true;
                continue;
            };
            let target = Target { var, typ: None };
            match x.take() {
                Some(x) => self.init_var(target, x, "range clause"),
                None => self.init_var(target, &mut Operand::value(e, ty), "assignment"),
            }
        }
        if declared.is_empty() {
            self.error(stmt.pos, "no new variables on left side of :=");
        }
        for (e, var) in declared {
            let name = self.object(var).name.clone();
            self.declare(&name, e.pos, var);
        }
    }

    /// Assigns to what stands on the left. A number that is ranged over takes its type from there.
    fn range_assignments(
        &mut self,
        lhs: [Option<&'a Expr>; 2],
        types: [Option<TypeId>; 2],
        mut x: Option<&mut Operand<'a>>,
    ) {
        for (e, ty) in lhs.into_iter().zip(types) {
            let (Some(e), Some(ty)) = (e, ty) else {
                continue;
            };
            if ty.is_invalid() {
                continue;
            }
            let Some(x) = x.take() else {
                self.assign_value(e, &mut Operand::value(e, ty), "assignment");
                continue;
            };
            self.assign_value(e, x, "range clause");
            if !x.is_invalid() && !self.all_basic(x.ty, Basic::is_integer) {
                let shown = self.display(x.ty);
                let message = format!("cannot use iteration variable of type {shown}");
                self.error(e.pos, message);
            }
        }
    }

    /// The types of the key and value that ranging over an operand gives; why it can't be ranged over, where more is
    /// to be said.
    fn range_types(&self, x: &Operand<'a>) -> Result<(Option<TypeId>, Option<TypeId>), String> {
        let old = |wanted: u32| match self.go_minor() {
            Some(minor) if minor < wanted => Err(format!(
                "requires go1.{wanted} or later (file declares //go:build go1.{minor})"
            )),
            _ => Ok(()),
        };
        if x.is_nil() {
            return Err(String::new());
        }
        if self.is_untyped(x.ty) && self.all_basic(x.ty, Basic::is_numeric) {
            if !self.all_basic(x.ty, Basic::is_integer) {
                return Err(String::new());
            }
            old(22)?;
            return Ok((Some(x.ty), None));
        }
        let Some(core) = self.types.core_type(x.ty) else {
            return Err(self.no_common_type(x.ty).unwrap_or_default());
        };
        if self.all_basic(x.ty, Basic::is_string) {
            return Ok((Some(TypeId::INT), Some(TypeId::RUNE)));
        }
        if self.all_basic(x.ty, Basic::is_integer) {
            old(22)?;
            return Ok((Some(x.ty), None));
        }
        match &*self.types.get(core) {
            Type::Slice(elem) | Type::Array { elem, .. } => Ok((Some(TypeId::INT), Some(*elem))),
            Type::Pointer(array) => match &*self.types.under(*array) {
                Type::Array { elem, .. } => Ok((Some(TypeId::INT), Some(*elem))),
                _ => Err(String::new()),
            },
            Type::Map { key, elem } => Ok((Some(*key), Some(*elem))),
            Type::Chan {
                dir: ChanDir::Send, ..
            } => Err(format!(
                "receive from send-only channel {}",
                self.display(x.ty)
            )),
            Type::Chan { elem, .. } => Ok((Some(*elem), None)),
            Type::Func(signature) => {
                old(23)?;
                self.range_function(signature)
            }
            _ => Err(String::new()),
        }
    }

    fn range_function(
        &self,
        signature: &Signature,
    ) -> Result<(Option<TypeId>, Option<TypeId>), String> {
        let bad = |why: &str| Err(format!("func must be func(yield func(...) bool): {why}"));
        if signature.params.len() != 1 {
            return bad("wrong argument count");
        }
        if !signature.results.is_empty() {
            return bad("unexpected results");
        }
        let core = self
            .types
            .core_type(signature.params[0].ty)
            .map(|c| self.types.get(c));
        let Some(Type::Func(yields)) = core.as_deref() else {
            return bad("argument is not func");
        };
        if yields.params.len() > 2 {
            return bad("yield func has too many parameters");
        }
        match &yields.results[..] {
            [one] if self.types.identical(one.ty, TypeId::BOOL) => {}
            [one] if self.all_basic(one.ty, Basic::is_boolean) => {
                return bad("yield func returns user-defined boolean, not bool");
            }
            _ => return bad("yield func does not return bool"),
        }
        if yields.variadic {
            let shown = self.display(signature.params[0].ty);
            return Err(format!("yield func of type {shown} cannot be variadic"));
        }
        let ty = |i: usize| yields.params.get(i).map(|p: &crate::go::types::Param| p.ty);
        Ok((ty(0), ty(1)))
    }
}
