//! Indexing and slicing.

use super::Checker;
use super::operand::{Generic, Operand};
use crate::go::ast::Expr;
use crate::go::types::info::Mode;
use crate::go::types::{Basic, Const, Type, TypeId};
use std::sync::Arc;

impl<'a> Checker<'a> {
    pub(super) fn index(
        &mut self,
        e: &'a Expr,
        operand: &'a Expr,
        indices: &'a [Expr],
        hint: Option<TypeId>,
    ) -> Operand<'a> {
        let _ = hint;
        if self.names_generic_type(operand) {
            let ty = self.typ(e);
            return Operand::new(e, Mode::Type, ty);
        }
        let x = self.raw(operand, None);
        let x = self.single(x);
        if x.is_invalid() {
            for index in indices {
                self.use_expr(index);
            }
            return Operand::invalid(e);
        }
        match x.mode {
            Mode::Type => {
                for index in indices {
                    self.use_expr(index);
                }
                let shown = self.display(x.ty);
                self.error(
                    x.pos(),
                    format!("invalid operation: {e} ({shown} is not a generic type)"),
                );
                return Operand::invalid(e);
            }
            Mode::Builtin(_) | Mode::NoValue => {
                let what = self.describe(&x);
                self.error(x.pos(), format!("cannot index {what}"));
                return Operand::invalid(e);
            }
            _ => {}
        }
        if let Some(generic) = x.generic.clone() {
            return self.partial_instance(e, x, &generic, indices);
        }
        let index = &indices[0];
        if indices.len() > 1 {
            self.error(indices[1].pos, "unexpected comma; expecting ]");
            return Operand::invalid(e);
        }
        self.index_value(e, x, index)
    }

    fn partial_instance(
        &mut self,
        e: &'a Expr,
        x: Operand<'a>,
        generic: &Generic,
        indices: &'a [Expr],
    ) -> Operand<'a> {
        let args: Vec<_> = indices.iter().map(|i| (i.pos, self.var_type(i))).collect();
        if args.iter().any(|a| a.1.is_invalid()) {
            return Operand::invalid(e);
        }
        if args.len() > generic.params.len() {
            let (got, want) = (args.len(), generic.params.len());
            self.error(
                indices[want].pos,
                format!("got {got} type arguments but want {want}"),
            );
            return Operand::invalid(e);
        }
        let mut y = Operand::value(e, x.ty);
        let partial = Generic {
            given: args,
            ..generic.clone()
        };
        if partial.given.len() == partial.params.len() {
            self.instantiate(&mut y, &partial, &partial.given.clone());
            return y;
        }
        match self.complete(&partial) {
            Some(args) => self.instantiate(&mut y, &partial, &args),
            None => y.generic = Some(Arc::new(partial)),
        }
        y
    }

    fn names_generic_type(&mut self, e: &'a Expr) -> bool {
        use crate::go::ast::ExprKind;
        use crate::go::types::object::Kind;
        let object = match &e.kind {
            ExprKind::Name(name) => self.lookup(name),
            ExprKind::Paren(inner) => return self.names_generic_type(inner),
            ExprKind::Selector { operand, name } => match &operand.kind {
                ExprKind::Name(package) => match self.lookup(package).map(|p| &self.object(p).kind)
                {
                    Some(Kind::Package(package)) => self.packages[package.0 as usize]
                        .scope
                        .get(&name.name)
                        .copied(),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        };
        let Some(object) = object else { return false };
        if !matches!(self.object(object).kind, Kind::Type) {
            return false;
        }
        self.resolve(object);
        match &*self.types.get(self.object(object).ty) {
            Type::Named { decl, .. } => self.types.decl_with(*decl, |d| d.own_params > 0),
            _ => false,
        }
    }

    fn index_value(&mut self, e: &'a Expr, x: Operand<'a>, index: &'a Expr) -> Operand<'a> {
        if let (Some(Const::String(bytes)), true) = (
            x.constant().cloned(),
            self.all_basic(x.ty, Basic::is_string),
        ) {
            let at = self.checked_index(index, Some(bytes.len() as u64), false);
            let mut y = Operand::value(e, TypeId::BYTE);
            if self.is_untyped(x.ty) {
                let mut x = x;
                self.use_default(&mut x);
            }
            if let (Some(at), true) = (at, index_is_constant(self, index)) {
                y.mode = match bytes.get(at as usize) {
                    Some(&byte) => Mode::Const(Const::int(byte)),
                    None => return Operand::invalid(e),
                };
                // Only an index into a constant by a constant; it still isn't a constant itself.
                y.mode = Mode::Value;
            }
            return y;
        }
        let Some(terms) = self.types.terms(x.ty).filter(|t| !t.is_empty()) else {
            return self.not_indexable(e, x, index);
        };
        let mut result: Option<(Mode, TypeId, Option<u64>, Option<TypeId>)> = None;
        for term in &terms {
            let one = match &*self.types.under(term.ty) {
                Type::Basic(basic) if basic.is_string() => (Mode::Value, TypeId::BYTE, None, None),
                Type::Slice(elem) => (Mode::Variable, *elem, None, None),
                Type::Array { len, elem } => {
                    let mode = if matches!(x.mode, Mode::Variable) {
                        Mode::Variable
                    } else {
                        Mode::Value
                    };
                    (mode, *elem, Some(*len), None)
                }
                Type::Pointer(array) => match &*self.types.under(*array) {
                    Type::Array { len, elem } => (Mode::Variable, *elem, Some(*len), None),
                    _ => return self.not_indexable(e, x, index),
                },
                Type::Map { key, elem } => (Mode::MapIndex, *elem, None, Some(*key)),
                _ => return self.not_indexable(e, x, index),
            };
            result = match result {
                None => Some(one),
                Some(previous) => {
                    if !self.types.identical(previous.1, one.1)
                        || previous.3.is_some() != one.3.is_some()
                    {
                        return self.not_indexable(e, x, index);
                    }
                    let mode = if matches!(one.0, Mode::Value) {
                        Mode::Value
                    } else {
                        previous.0
                    };
                    let len = match (previous.2, one.2) {
                        (Some(a), Some(b)) => Some(a.min(b)),
                        (a, b) => a.or(b),
                    };
                    Some((mode, previous.1, len, previous.3))
                }
            };
        }
        let Some((mode, elem, len, key)) = result else {
            return self.not_indexable(e, x, index);
        };
        if let Some(key) = key {
            let mut k = self.expr(index, Some(key));
            self.assign(&mut k, Some(key), "map index");
            return Operand::new(e, mode, elem);
        }
        self.checked_index(index, len, false);
        Operand::new(e, mode, elem)
    }

    fn not_indexable(&mut self, e: &'a Expr, x: Operand<'a>, index: &'a Expr) -> Operand<'a> {
        self.use_expr(index);
        let what = self.describe(&x);
        self.error(x.pos(), format!("cannot index {what}"));
        Operand::invalid(e)
    }

    /// An index, whose value is given if it is constant and right. `max` is the length; with `inclusive` an allowed value.
    pub(super) fn checked_index(
        &mut self,
        e: &'a Expr,
        len: Option<u64>,
        inclusive: bool,
    ) -> Option<u64> {
        let mut x = self.expr(e, None);
        if !self.is_index(&mut x, "index", false) {
            return None;
        }
        let value = x.constant()?.to_i64()? as u64;
        if let Some(len) = len {
            let beyond = if inclusive { value > len } else { value >= len };
            if beyond {
                let bound = if inclusive { len + 1 } else { len };
                self.error(
                    e.pos,
                    format!(
                        "invalid argument: index {} out of bounds [0:{bound}]",
                        x.expr
                    ),
                );
                return None;
            }
        }
        Some(value)
    }

    /// Makes an operand an integer as indices and sizes must be; `what` begins the complaint.
    pub(super) fn is_index(
        &mut self,
        x: &mut Operand<'a>,
        what: &str,
        allow_negative: bool,
    ) -> bool {
        if x.is_invalid() {
            return false;
        }
        if self.is_untyped(x.ty) && self.convert_untyped(x, TypeId::INT).is_err() {
            let misfit = self.implicit(x, TypeId::INT).err();
            let described = self.describe(x);
            let message = match misfit {
                Some(super::constant::Misfit::Truncated) => format!("{described} truncated to int"),
                Some(super::constant::Misfit::Other) => {
                    format!("cannot convert {described} to type int")
                }
                Some(super::constant::Misfit::Overflows) => {
                    format!("invalid argument: {what} {described} overflows int")
                }
                _ => format!("invalid argument: {what} {described} must be integer"),
            };
            self.error(x.pos(), message);
            return false;
        }
        if !self.all_basic(x.ty, Basic::is_integer) {
            let described = self.describe(x);
            self.error(
                x.pos(),
                format!("invalid argument: {what} {described} must be integer"),
            );
            return false;
        }
        if let Some(value) = x.constant() {
            let negative = value
                .to_integer()
                .is_some_and(|v| num_traits::Signed::is_negative(&v));
            if negative && !allow_negative {
                let described = self.describe(x);
                self.error(
                    x.pos(),
                    format!("invalid argument: {what} {described} must not be negative"),
                );
                return false;
            }
            if value.to_i64().is_none() {
                let described = self.describe(x);
                self.error(
                    x.pos(),
                    format!("invalid argument: {what} {described} overflows int"),
                );
                return false;
            }
        }
        true
    }

    pub(super) fn slice(
        &mut self,
        e: &'a Expr,
        operand: &'a Expr,
        bounds: [Option<&'a Expr>; 3],
    ) -> Operand<'a> {
        let mut x = self.expr(operand, None);
        if x.is_invalid() {
            bounds.into_iter().flatten().for_each(|b| self.use_expr(b));
            return Operand::invalid(e);
        }
        let mut len = None;
        let all_strings = self.all_basic(x.ty, Basic::is_string);
        let core = self.types.core_type(x.ty);
        let result = if all_strings {
            if bounds[2].is_some() {
                let at = bounds[2].map_or(e.pos, |b| b.pos);
                let what = self.describe(&x);
                let _ = at;
                self.error(
                    x.pos(),
                    format!("invalid operation: 3-index slice of string {what}")
                        .replace(&format!(" {what}"), ""),
                );
                return Operand::invalid(e);
            }
            if let Some(Const::String(bytes)) = x.constant() {
                len = Some(bytes.len() as u64);
            }
            if self.is_untyped(x.ty) {
                self.use_default(&mut x);
                TypeId::STRING
            } else {
                x.ty
            }
        } else {
            match core.map(|c| self.types.get(c)).as_deref() {
                Some(Type::Slice(_)) => x.ty,
                Some(Type::Array { len: n, elem }) => {
                    if !matches!(x.mode, Mode::Variable) {
                        let what = self.describe(&x);
                        self.error(x.pos(), format!("cannot slice unaddressable value {what}"));
                        return Operand::invalid(e);
                    }
                    len = Some(*n);
                    self.mark(operand, |var| var.addressed = true);
                    self.types.intern(Type::Slice(*elem))
                }
                Some(Type::Pointer(array))
                    if matches!(&*self.types.under(*array), Type::Array { .. }) =>
                {
                    let Type::Array { len: n, elem } = *self.types.under(*array) else {
                        return Operand::invalid(e);
                    };
                    len = Some(n);
                    self.types.intern(Type::Slice(elem))
                }
                _ => {
                    let what = self.describe(&x);
                    self.error(x.pos(), format!("cannot slice {what}"));
                    bounds.into_iter().flatten().for_each(|b| self.use_expr(b));
                    return Operand::invalid(e);
                }
            }
        };
        let values: Vec<(&'a Expr, u64)> = bounds
            .into_iter()
            .flatten()
            .filter_map(|b| self.checked_index(b, len, true).map(|v| (b, v)))
            .collect();
        // Constant bounds must not go down.
        for pair in values.windows(2) {
            if pair[0].1 > pair[1].1 {
                self.error(
                    pair[1].0.pos,
                    format!("invalid slice indices: {} < {}", pair[1].1, pair[0].1),
                );
                break;
            }
        }
        Operand::value(e, result)
    }
}

fn index_is_constant(c: &Checker<'_>, index: &Expr) -> bool {
    matches!(&c.exprs[index.id.index()], Some(info) if matches!(info.mode, Mode::Const(_)))
}
