//! Expressions: what they may be by where they stand, and each kind of them.

use super::infer::Wanted;
use super::operand::{Generic, Operand};
use super::{Checker, Source, constant};
use crate::go::ast::{Expr, ExprKind};
use crate::go::types::info::Mode;
use crate::go::types::object::{Kind, ObjId};
use crate::go::types::{Type, TypeId};
use std::sync::Arc;

impl<'a> Checker<'a> {
    // ---- what an expression may be, by where it stands

    /// Anything: also a type, several values, a built-in or a generic function. `hint` is the type of the element that
    /// it is, for composite literals without one.
    pub(super) fn raw(&mut self, e: &'a Expr, hint: Option<TypeId>) -> Operand<'a> {
        let x = self.kind(e, hint);
        self.record(e, &x);
        x
    }

    /// A value, or a generic function that may still be instantiated.
    pub(super) fn generic_expr(&mut self, e: &'a Expr, hint: Option<TypeId>) -> Operand<'a> {
        let x = self.raw(e, hint);
        let x = self.value_only(x);
        self.single(x)
    }

    /// A value.
    pub(super) fn expr(&mut self, e: &'a Expr) -> Operand<'a> {
        self.expr_for(e, None)
    }

    /// A value, for something that a function may be wanted for.
    pub(super) fn expr_for(&mut self, e: &'a Expr, wanted: Option<&Wanted>) -> Operand<'a> {
        let x = self.raw(e, None);
        let x = self.not_generic(x, wanted);
        let x = self.value_only(x);
        self.single(x)
    }

    /// A value or a type.
    pub(super) fn expr_or_type(&mut self, e: &'a Expr) -> Operand<'a> {
        let x = self.raw(e, None);
        let x = self.not_generic(x, None);
        self.value_or_type(x)
    }

    pub(super) fn value_or_type(&mut self, x: Operand<'a>) -> Operand<'a> {
        if let Mode::NoValue = x.mode {
            let what = self.describe(&x);
            self.error(x.pos(), format!("{what} used as value or type"));
            return Operand::invalid(x.expr);
        }
        self.single(x)
    }

    pub(super) fn value_only(&mut self, x: Operand<'a>) -> Operand<'a> {
        let problem = match x.mode {
            Mode::NoValue => "used as value",
            Mode::Builtin(_) => "must be called",
            Mode::Type if !x.is_invalid() => "is not an expression",
            _ => return x,
        };
        let message = format!("{} {problem}", self.describe(&x));
        self.error(x.pos(), message);
        Operand::invalid(x.expr)
    }

    pub(super) fn single(&mut self, x: Operand<'a>) -> Operand<'a> {
        if matches!(x.mode, Mode::Value)
            && let Type::Tuple(parts) = &*self.types.get(x.ty)
            && !parts.is_empty()
        {
            let what = self.describe(&x);
            self.error(
                x.pos(),
                format!("multiple-value {what} in single-value context"),
            );
            return Operand::invalid(x.expr);
        }
        x
    }

    /// Instantiates a generic function if what is wanted tells how, or if type arguments are given.
    pub(super) fn not_generic(&mut self, x: Operand<'a>, wanted: Option<&Wanted>) -> Operand<'a> {
        let Some(generic) = x.generic.clone().filter(|_| !x.is_invalid()) else {
            return x;
        };
        if wanted.is_some() || !generic.given.is_empty() {
            return self.instantiate_for(x, &generic, wanted);
        }
        let message = format!(
            "cannot use generic function {} without instantiation",
            x.text()
        );
        self.error(x.pos(), message);
        Operand::invalid(x.expr)
    }

    /// Looks at expressions that nothing more can be made of, so that what they name counts as used. Whether all are
    /// right.
    pub(super) fn use_all(&mut self, es: &'a [Expr]) -> bool {
        let mut right = true;
        for e in es {
            let inner = e.unparen();
            let x = match &inner.kind {
                ExprKind::Name(name) if &**name == "_" => continue,
                ExprKind::Name(_) => {
                    let x = self.raw(inner, None);
                    self.value_or_type(x)
                }
                _ => self.raw(e, None),
            };
            right &= !x.is_invalid();
        }
        right
    }

    // ---- all kinds

    fn kind(&mut self, e: &'a Expr, hint: Option<TypeId>) -> Operand<'a> {
        match &e.kind {
            ExprKind::Bad => Operand::invalid(e),
            ExprKind::Name(name) => self.name(e, name),
            ExprKind::Literal(literal) => {
                let (ty, value) = constant::literal(literal);
                match value {
                    Some(value) => {
                        let mut x = Operand::new(e, Mode::Const(value), ty);
                        self.overflow(&mut x, None);
                        x
                    }
                    None => {
                        self.error(e.pos, format!("malformed constant: {}", literal.text));
                        Operand::invalid(e)
                    }
                }
            }
            ExprKind::Composite {
                typ,
                elements,
                rbrace,
                ..
            } => self.composite(e, typ.as_deref(), elements, *rbrace, hint),
            ExprKind::KeyValue { .. } => {
                self.error(e.pos, "unexpected key:value expression");
                Operand::invalid(e)
            }
            ExprKind::FuncLit { signature, body } => self.func_literal(e, signature, body),
            ExprKind::Paren(inner) => {
                // What is wanted of the whole isn't asked of what stands in parentheses.
                let x = self.raw(inner, None);
                let mut x = self.not_generic(x, None);
                x.expr = e;
                x
            }
            ExprKind::Selector { operand, name } => self.selector(e, operand, name),
            ExprKind::Index {
                operand,
                lbracket,
                indices,
            } => self.index(e, operand, *lbracket, indices),
            ExprKind::Slice {
                operand,
                low,
                high,
                max,
                ..
            } => self.slice(
                e,
                operand,
                [low.as_deref(), high.as_deref(), max.as_deref()],
            ),
            ExprKind::TypeAssert { operand, typ } => self.type_assertion(e, operand, typ),
            ExprKind::TypeSwitchGuard(operand) => {
                self.error(
                    e.pos,
                    "invalid syntax tree: use of .(type) outside type switch",
                );
                self.use_all(std::slice::from_ref(operand));
                Operand::invalid(e)
            }
            ExprKind::Call {
                fun,
                lparen,
                args,
                ellipsis,
                ..
            } => self.call(e, fun, args, *ellipsis, *lparen),
            ExprKind::Star(inner) => self.star(e, inner),
            ExprKind::Unary { op, operand } => self.unary(e, *op, operand),
            ExprKind::Binary {
                op,
                op_pos,
                left,
                right,
            } => self.binary(e, *op, *op_pos, left, right),
            ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::StructType(_)
            | ExprKind::FuncType(_)
            | ExprKind::InterfaceType { .. }
            | ExprKind::MapType { .. }
            | ExprKind::ChanType { .. } => {
                let ty = self.typ(e);
                Operand::new(e, Mode::Type, ty)
            }
        }
    }

    fn name(&mut self, e: &'a Expr, name: &Arc<str>) -> Operand<'a> {
        if &**name == "_" {
            self.error(e.pos, "cannot use _ as value or type");
            return Operand::invalid(e);
        }
        let Some(object) = self.lookup(name) else {
            self.undefined(e.pos, name);
            return Operand::invalid(e);
        };
        self.record_name(e.id, object);
        self.note_dot_import(object);
        self.use_object(e, object)
    }

    /// Notes that a member of a package that is imported with a dot is named.
    pub(super) fn note_dot_import(&mut self, object: ObjId) {
        if let Some(&import) = self.dot_imports.get(&object) {
            self.extras[import.index()].used = true;
        }
    }

    /// The operand that an object is where it is named.
    pub(super) fn use_object(&mut self, e: &'a Expr, object: ObjId) -> Operand<'a> {
        if matches!(self.object(object).kind, Kind::Package(_)) {
            self.error(
                e.pos,
                format!(
                    "use of package {} not in selector",
                    self.object(object).name
                ),
            );
            return Operand::invalid(e);
        }
        self.extras[object.index()].used = true;
        self.resolve(object);
        self.note_dependency(object);
        self.note_capture(object);
        let ty = self.object(object).ty;
        match &self.object(object).kind {
            Kind::Var(_) => Operand::new(e, Mode::Variable, ty),
            Kind::Const(value) => {
                let is_iota =
                    &*self.object(object).name == "iota" && !self.object(object).pos.is_some();
                let value = if is_iota {
                    self.iota_value()
                } else {
                    value.clone()
                };
                match value {
                    Some(value) if !ty.is_invalid() => Operand::new(e, Mode::Const(value), ty),
                    _ => {
                        if is_iota {
                            self.error(e.pos, "cannot use iota outside constant declaration");
                        }
                        Operand::invalid(e)
                    }
                }
            }
            Kind::Type => {
                if self.is_generic_name(e, ty) {
                    let message = format!("cannot use generic type {e} without instantiation");
                    self.error(e.pos, message);
                    return Operand::invalid(e);
                }
                let ty = self.typ(e);
                Operand::new(e, Mode::Type, ty)
            }
            Kind::Func(func) => {
                let params = func.type_params.clone();
                let mut x = Operand::value(e, ty);
                if !params.is_empty() {
                    x.generic = Some(Arc::new(Generic {
                        params,
                        given: vec![],
                        node: e.id,
                        at: e.pos,
                    }));
                }
                x
            }
            Kind::Package(_) => Operand::invalid(e),
            Kind::Builtin(builtin) => Operand::new(e, Mode::Builtin(*builtin), TypeId::EMPTY_TUPLE),
            Kind::Nil if ty.is_invalid() => Operand::invalid(e),
            Kind::Nil => Operand::new(e, Mode::Nil, TypeId::UNTYPED_NIL),
        }
    }

    /// Notes that the package-level declaration at hand refers to `object`, for the order of initialisation.
    pub(super) fn note_dependency(&mut self, object: ObjId) {
        if let Some(owner) = self.cx.owner
            && self.object(object).package == Some(self.here())
            && matches!(
                self.extras[object.index()].source,
                Source::Var(..) | Source::Func(_) | Source::Const(..)
            )
        {
            self.extras[owner.index()].uses.insert(object);
        }
    }

    fn type_assertion(&mut self, e: &'a Expr, operand: &'a Expr, typ: &'a Expr) -> Operand<'a> {
        let x = self.expr(operand);
        if x.is_invalid() {
            self.var_type(typ);
            return Operand::invalid(e);
        }
        if self.types.is_param(x.ty) {
            let what = self.describe(&x);
            self.error(
                x.pos(),
                format!(
                    "invalid operation: cannot use type assertion on type parameter value {what}"
                ),
            );
            return Operand::invalid(e);
        }
        if !self.types.is_interface(x.ty) {
            let what = self.describe(&x);
            self.error(
                x.pos(),
                format!("invalid operation: {what} is not an interface"),
            );
            return Operand::invalid(e);
        }
        let ty = self.var_type(typ);
        if ty.is_invalid() {
            return Operand::invalid(e);
        }
        if let Some(cause) = self.impossible(x.ty, ty) {
            let (shown, interface) = (self.display(ty), self.display(x.ty));
            let message = format!(
                "impossible type assertion: {e}\n\t{shown} does not implement {interface} {cause}"
            );
            self.error(e.pos, message);
        }
        Operand::new(e, Mode::CommaOk, ty)
    }

    /// Why an interface value can't hold a `ty`, which is what type assertions and type switches ask.
    pub(super) fn impossible(&mut self, interface: TypeId, ty: TypeId) -> Option<String> {
        if self.types.is_interface(ty) {
            return None;
        }
        self.missing_method(ty, interface)
    }
}
