//! Indexing and slicing.

use super::Checker;
use super::operand::{Generic, Operand};
use crate::go::ast::Expr;
use crate::go::source::Pos;
use crate::go::types::info::Mode;
use crate::go::types::{Basic, Const, Type, TypeId};
use num_traits::Signed;
use std::sync::Arc;

impl<'a> Checker<'a> {
    pub(super) fn index(
        &mut self,
        e: &'a Expr,
        operand: &'a Expr,
        lbracket: Pos,
        indices: &'a [Expr],
    ) -> Operand<'a> {
        if self.names_generic_type(operand) {
            let ty = self.var_type(e);
            return Operand::new(e, Mode::Type, ty);
        }
        let x = self.raw(operand, None);
        let x = self.value_or_type(x);
        if x.is_invalid() {
            self.use_all(indices);
            return Operand::invalid(e);
        }
        if x.is_type() {
            let ty = self.var_type(e);
            return Operand::new(e, Mode::Type, ty);
        }
        if let Some(generic) = x.generic.clone() {
            return self.partial_instance(e, x, &generic, lbracket, indices);
        }
        self.index_value(e, x, lbracket, indices)
    }

    /// The index; that there is more than one is said.
    fn single_index(&mut self, indices: &'a [Expr]) -> &'a Expr {
        if let [_, second, ..] = indices {
            self.error(second.pos, "invalid operation: more than one index");
        }
        &indices[0]
    }

    fn partial_instance(
        &mut self,
        e: &'a Expr,
        x: Operand<'a>,
        generic: &Generic,
        lbracket: Pos,
        indices: &'a [Expr],
    ) -> Operand<'a> {
        let given: Vec<_> = indices.iter().map(|i| (i.pos, self.var_type(i))).collect();
        if given.iter().any(|a| a.1.is_invalid()) {
            return Operand::invalid(e);
        }
        let (got, want) = (given.len(), generic.params.len());
        if got > want {
            let message = format!("got {got} type arguments but want {want}");
            self.error(indices[want].pos, message);
            return Operand::invalid(e);
        }
        let mut y = Operand::value(e, x.ty);
        let partial = Generic {
            given,
            at: lbracket,
            ..generic.clone()
        };
        if got == want {
            self.instantiate(&mut y, &partial, &partial.given.clone());
        } else {
            y.generic = Some(Arc::new(partial));
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

    fn index_value(
        &mut self,
        e: &'a Expr,
        x: Operand<'a>,
        lbracket: Pos,
        indices: &'a [Expr],
    ) -> Operand<'a> {
        let wrong = |c: &mut Self, x: &Operand<'a>| {
            let what = c.describe(x);
            c.error(lbracket, format!("cannot index {what}"));
            c.use_all(indices);
            Operand::invalid(e)
        };
        if let (Some(Const::String(bytes)), true) = (
            x.constant().cloned(),
            self.all_basic(x.ty, Basic::is_string),
        ) {
            let index = self.single_index(indices);
            self.checked_index(index, Some(bytes.len() as u64));
            let mut x = x;
            self.use_default(&mut x);
            return Operand::value(e, TypeId::BYTE);
        }
        let Some(terms) = self.types.terms(x.ty).filter(|t| !t.is_empty()) else {
            return wrong(self, &x);
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
                    _ => return wrong(self, &x),
                },
                Type::Map { key, elem } => (Mode::MapIndex, *elem, None, Some(*key)),
                _ => return wrong(self, &x),
            };
            result = match result {
                None => Some(one),
                Some(previous) => {
                    if !self.types.identical(previous.1, one.1)
                        || previous.3.is_some() != one.3.is_some()
                    {
                        return wrong(self, &x);
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
            return wrong(self, &x);
        };
        let index = self.single_index(indices);
        if let Some(key) = key {
            let mut k = self.generic_expr(index, None);
            self.assign(&mut k, Some(key), "map index");
            return Operand::new(e, mode, elem);
        }
        self.checked_index(index, len);
        Operand::new(e, mode, elem)
    }

    /// An index, which is right below `bound`. None if it isn't, else its value, if that is constant.
    pub(super) fn checked_index(&mut self, e: &'a Expr, bound: Option<u64>) -> Option<Option<u64>> {
        let mut x = self.expr(e);
        if !self.is_index(&mut x, "index", false) {
            return None;
        }
        let Some(constant) = x.constant() else {
            return Some(None);
        };
        let value = constant.to_i64()? as u64;
        if let Some(bound) = bound.filter(|&bound| value >= bound) {
            let message = format!("invalid argument: index {value} out of bounds [0:{bound}]");
            self.error(e.pos, message);
            return None;
        }
        Some(Some(value))
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
        if self.is_untyped(x.ty) && self.convert_or_say(x, TypeId::INT).is_err() {
            return false;
        }
        let problem = if !self.all_basic(x.ty, Basic::is_integer) {
            "must be integer"
        } else if let Some(value) = x.constant() {
            let negative = value.to_integer().is_some_and(|v| v.is_negative());
            if negative && !allow_negative {
                "must not be negative"
            } else if value.to_i64().is_none() {
                "overflows int"
            } else {
                return true;
            }
        } else {
            return true;
        };
        let described = self.describe(x);
        let message = format!("invalid argument: {what} {described} {problem}");
        self.error(x.pos(), message);
        false
    }

    pub(super) fn slice(
        &mut self,
        e: &'a Expr,
        operand: &'a Expr,
        bounds: [Option<&'a Expr>; 3],
    ) -> Operand<'a> {
        let mut x = self.expr(operand);
        if x.is_invalid() {
            for bound in bounds.into_iter().flatten() {
                self.use_all(std::slice::from_ref(bound));
            }
            return Operand::invalid(e);
        }
        let mut len = None;
        let core = self.types.core_type(x.ty);
        let result = if self.is_text(x.ty) {
            if let Some(max) = bounds[2] {
                self.error(max.pos, "invalid operation: 3-index slice of string");
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
                    let cause = match self.no_common_type(x.ty) {
                        Some(cause) if cause.starts_with("no specific") => {
                            format!(": {cause} in {}", self.display(x.ty))
                        }
                        Some(cause) => format!(": {cause}"),
                        None => String::new(),
                    };
                    self.error(x.pos(), format!("cannot slice {what}{cause}"));
                    return Operand::invalid(e);
                }
            }
        };
        let mut values: [Option<u64>; 3] = [Some(0), len, len];
        for (value, bound) in values.iter_mut().zip(bounds) {
            if let Some(e) = bound {
                let most = len.map(|len| len + 1);
                *value = self.checked_index(e, most).flatten();
            }
        }
        self.rising(values, bounds);
        Operand::value(e, result)
    }

    /// Whether a type, or each that a type parameter may be, is a string, or, of several, a slice of bytes.
    pub(super) fn is_text(&self, ty: TypeId) -> bool {
        let terms = self.types.terms(ty).unwrap_or_default();
        let is_string = |ty: TypeId| self.types.basic(ty).is_some_and(Basic::is_string);
        let bytes = |ty: TypeId| match &*self.types.under(ty) {
            Type::Slice(elem) => self.types.identical(*elem, TypeId::BYTE),
            _ => false,
        };
        terms.iter().any(|t| is_string(t.ty))
            && terms.iter().all(|t| is_string(t.ty) || bytes(t.ty))
    }

    /// Why the types that a type parameter may be have no underlying type in common. None if they have.
    pub(super) fn no_common_type(&self, ty: TypeId) -> Option<String> {
        let terms = self.types.terms(ty).unwrap_or_default();
        let Some(first) = terms.first() else {
            return Some("no specific type".to_string());
        };
        for term in &terms[1..] {
            let (a, b) = (self.display(first.ty), self.display(term.ty));
            match (&*self.types.under(first.ty), &*self.types.under(term.ty)) {
                (Type::Chan { elem: x, .. }, Type::Chan { elem: y, .. }) => {
                    if !self.types.identical(*x, *y) {
                        return Some(format!("channels {a} and {b} have different element types"));
                    }
                    if self.types.core_type(ty).is_none() {
                        return Some(format!("channels {a} and {b} have conflicting directions"));
                    }
                }
                _ => {
                    let (x, y) = (
                        self.types.underlying(first.ty),
                        self.types.underlying(term.ty),
                    );
                    if !self.types.identical(x, y) {
                        return Some(format!("{a} and {b} have different underlying types"));
                    }
                }
            }
        }
        None
    }

    /// Constant bounds must not go down.
    fn rising(&mut self, values: [Option<u64>; 3], bounds: [Option<&'a Expr>; 3]) {
        for (i, low) in values.iter().enumerate() {
            for (high, bound) in values.iter().zip(bounds).skip(i + 1) {
                if let (Some(low), Some(high), Some(bound)) = (low, high, bound)
                    && high < low
                {
                    let message = format!("invalid slice indices: {high} < {low}");
                    self.error(bound.pos, message);
                    return;
                }
            }
        }
    }
}
