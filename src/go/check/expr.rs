//! Expressions: names, operators and what is common to all.

use super::constant::{self, MOST_BITS, Misfit};
use super::operand::{Generic, Operand};
use super::{Checker, Source};
use crate::go::ast::ChanDir;
use crate::go::ast::{BinaryOp, Expr, ExprKind, UnaryOp};
use crate::go::source::Pos;
use crate::go::types::info::Mode;
use crate::go::types::object::{Kind, ObjId, Place};
use crate::go::types::{Basic, Const, Type, TypeId};
use num_traits::{Signed, ToPrimitive, Zero};
use std::sync::Arc;

impl<'a> Checker<'a> {
    // ---- what an expression may be, by where it stands

    /// Anything: also a type, several values, a built-in or a generic function. `hint` is the type that is wanted, for
    /// function literals and generic functions.
    pub(super) fn raw(&mut self, e: &'a Expr, hint: Option<TypeId>) -> Operand<'a> {
        let x = self.kind(e, hint);
        self.record(e, &x);
        x
    }

    /// A value, or a generic function that may still be instantiated.
    pub(super) fn generic_expr(&mut self, e: &'a Expr, hint: Option<TypeId>) -> Operand<'a> {
        let x = self.multi_generic(e, hint);
        self.single(x)
    }

    /// A value.
    pub(super) fn expr(&mut self, e: &'a Expr, hint: Option<TypeId>) -> Operand<'a> {
        let x = self.generic_expr(e, hint);
        self.not_generic(x)
    }

    /// One value or, from a call, several.
    pub(super) fn multi_expr(&mut self, e: &'a Expr, hint: Option<TypeId>) -> Operand<'a> {
        self.multi_generic(e, hint)
    }

    fn multi_generic(&mut self, e: &'a Expr, hint: Option<TypeId>) -> Operand<'a> {
        let x = self.raw(e, hint);
        let message = match x.mode {
            Mode::NoValue => format!("{} used as value", self.describe(&x)),
            Mode::Builtin(_) => format!("{} must be called", self.describe(&x)),
            Mode::Type if !x.is_invalid() => format!("{} is not an expression", self.describe(&x)),
            _ => return x,
        };
        self.error(x.pos(), message);
        Operand::invalid(e)
    }

    /// A value or a type.
    pub(super) fn expr_or_type(&mut self, e: &'a Expr) -> Operand<'a> {
        let x = self.raw(e, None);
        if let Mode::NoValue = x.mode {
            let what = self.describe(&x);
            self.error(e.pos, format!("{what} used as value or type"));
            return Operand::invalid(e);
        }
        self.single(x)
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

    pub(super) fn not_generic(&mut self, x: Operand<'a>) -> Operand<'a> {
        if x.generic.is_some() && !x.is_invalid() {
            self.error(
                x.pos(),
                format!(
                    "cannot use generic function {} without instantiation",
                    x.expr
                ),
            );
            return Operand::invalid(x.expr);
        }
        x
    }

    /// Looks at an expression that nothing more can be made of, so that what it names counts as used.
    pub(super) fn use_expr(&mut self, e: &'a Expr) {
        self.raw(e, None);
    }

    // ---- all kinds

    fn kind(&mut self, e: &'a Expr, hint: Option<TypeId>) -> Operand<'a> {
        match &e.kind {
            ExprKind::Bad => Operand::invalid(e),
            ExprKind::Name(name) => self.name(e, name),
            ExprKind::Literal(literal) => {
                let (ty, value) = constant::literal(literal);
                if ty.is_invalid() {
                    self.error(
                        e.pos,
                        format!("Brigade doesn't have complex numbers ({})", literal.text),
                    );
                    return Operand::invalid(e);
                }
                match value {
                    Some(value) => {
                        let mut x = Operand::new(e, Mode::Const(value), ty);
                        self.overflow(&mut x, None);
                        x
                    }
                    None => {
                        self.error(
                            e.pos,
                            format!("excessively large constant: {}", literal.text),
                        );
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
                let mut x = self.raw(inner, hint);
                x.expr = e;
                x
            }
            ExprKind::Selector { operand, name } => self.selector(e, operand, name),
            ExprKind::Index {
                operand, indices, ..
            } => self.index(e, operand, indices, hint),
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
                self.use_expr(operand);
                self.error(
                    e.pos,
                    "invalid syntax tree: use of .(type) outside type switch",
                );
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
        self.use_object(e, object)
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
            self.extras[object.index()].used = true;
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

    fn star(&mut self, e: &'a Expr, inner: &'a Expr) -> Operand<'a> {
        let x = self.expr_or_type(inner);
        if x.is_invalid() {
            return Operand::invalid(e);
        }
        if x.is_type() {
            let elem = self.var_type(inner);
            return Operand::new(e, Mode::Type, self.types.intern(Type::Pointer(elem)));
        }
        let x = self.not_generic(x);
        if x.is_nil() {
            self.error(x.pos(), "invalid operation: cannot indirect nil");
            return Operand::invalid(e);
        }
        match self
            .types
            .core_type(x.ty)
            .map(|core| self.types.get(core))
            .as_deref()
        {
            Some(Type::Pointer(elem)) => Operand::new(e, Mode::Variable, *elem),
            _ if x.is_invalid() => x,
            _ => {
                let what = self.describe(&x);
                self.error(
                    x.pos(),
                    format!("invalid operation: cannot indirect {what}"),
                );
                Operand::invalid(e)
            }
        }
    }

    // ---- operators with one operand

    fn unary(&mut self, e: &'a Expr, op: UnaryOp, operand: &'a Expr) -> Operand<'a> {
        match op {
            UnaryOp::Address => return self.address(e, operand),
            UnaryOp::Receive => return self.receive(e, operand),
            UnaryOp::Tilde => {
                self.use_expr(operand);
                self.error(
                    e.pos,
                    "cannot use ~ outside of interface or type constraint",
                );
                return Operand::invalid(e);
            }
            _ => {}
        }
        let mut x = self.expr(operand, None);
        if x.is_invalid() {
            return Operand::invalid(e);
        }
        let sort = match op {
            UnaryOp::Not => Basic::is_boolean,
            UnaryOp::Complement => Basic::is_integer,
            _ => Basic::is_numeric,
        };
        if !self.all_basic(x.ty, sort) {
            let what = self.describe(&x);
            self.error(
                x.pos(),
                format!(
                    "invalid operation: operator {} not defined on {what}",
                    op.text()
                ),
            );
            return Operand::invalid(e);
        }
        if let Some(value) = x.constant() {
            let basic = self.types.basic(x.ty).filter(|b| !b.is_untyped());
            let Some(value) = constant::unary(op, value, basic) else {
                return Operand::invalid(e);
            };
            x.mode = Mode::Const(value);
            x.expr = e;
            self.overflow(&mut x, Some(op_word_unary(op)));
            return x;
        }
        Operand::value(e, x.ty)
    }

    fn address(&mut self, e: &'a Expr, operand: &'a Expr) -> Operand<'a> {
        let x = self.expr(operand, None);
        if x.is_invalid() {
            return Operand::invalid(e);
        }
        let literal = matches!(
            super::typexpr::strip(operand).kind,
            ExprKind::Composite { .. }
        );
        if !literal && !matches!(x.mode, Mode::Variable) {
            let what = self.describe(&x);
            self.error(
                x.pos(),
                format!("invalid operation: cannot take address of {what}"),
            );
            return Operand::invalid(e);
        }
        self.mark(operand, |var| var.addressed = true);
        Operand::value(e, self.types.intern(Type::Pointer(x.ty)))
    }

    fn receive(&mut self, e: &'a Expr, operand: &'a Expr) -> Operand<'a> {
        let x = self.expr(operand, None);
        if x.is_invalid() {
            return Operand::invalid(e);
        }
        let what = self.describe(&x);
        let shown = self.display(x.ty);
        match self
            .types
            .core_type(x.ty)
            .map(|core| self.types.get(core))
            .as_deref()
        {
            Some(Type::Chan {
                dir: ChanDir::Send, ..
            }) => {
                self.error(
                    x.pos(),
                    format!(
                        "invalid operation: cannot receive from send-only channel {shown} {what}"
                    ),
                );
                let _ = shown;
                Operand::invalid(e)
            }
            Some(Type::Chan { elem, .. }) => Operand::new(e, Mode::CommaOk, *elem),
            _ => {
                self.error(
                    x.pos(),
                    format!("invalid operation: cannot receive from non-channel {shown} {what}"),
                );
                Operand::invalid(e)
            }
        }
    }

    // ---- operators with two

    fn binary(
        &mut self,
        e: &'a Expr,
        op: BinaryOp,
        op_pos: Pos,
        left: &'a Expr,
        right: &'a Expr,
    ) -> Operand<'a> {
        let x = self.expr(left, None);
        let y = self.expr(right, None);
        self.binary_op(e, op, op_pos, x, y, None)
    }

    /// `x op y`, which stands at `e`; `assigned` for `x op= y`.
    pub(super) fn binary_op(
        &mut self,
        e: &'a Expr,
        op: BinaryOp,
        op_pos: Pos,
        mut x: Operand<'a>,
        mut y: Operand<'a>,
        assigned: Option<()>,
    ) -> Operand<'a> {
        if x.is_invalid() || y.is_invalid() {
            return Operand::invalid(e);
        }
        if op.is_shift() {
            return self.shift(e, op, op_pos, x, y);
        }
        let mismatch = |c: &mut Self, x: &Operand<'a>, y: &Operand<'a>| {
            let (a, b) = (c.display(x.ty), c.display(y.ty));
            let text = match assigned {
                Some(()) => format!("{} {}= {}", x.expr, op.text(), y.expr),
                None => e.to_string(),
            };
            let pos = if op.is_comparison() { y.pos() } else { x.pos() };
            c.error(
                pos,
                format!("invalid operation: {text} (mismatched types {a} and {b})"),
            );
        };
        let (left, right) = (x.clone(), y.clone());
        if let Err(said) = self.match_operands(&mut x, &mut y) {
            if !said {
                mismatch(self, &left, &right);
            }
            return Operand::invalid(e);
        }
        if op.is_comparison() {
            return self.comparison(e, op, x, y, false);
        }
        if !self.types.identical(x.ty, y.ty) {
            mismatch(self, &left, &right);
            return Operand::invalid(e);
        }
        let sort = match op {
            BinaryOp::LogicalAnd | BinaryOp::LogicalOr => Basic::is_boolean,
            BinaryOp::Add => |b: Basic| b.is_numeric() || b.is_string(),
            BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div => Basic::is_numeric,
            _ => Basic::is_integer,
        };
        if !self.all_basic(x.ty, sort) {
            let what = self.describe(&x);
            self.error(
                x.pos(),
                format!(
                    "invalid operation: operator {} not defined on {what}",
                    op.text()
                ),
            );
            return Operand::invalid(e);
        }
        let integers = self.all_basic(x.ty, Basic::is_integer);
        if matches!(op, BinaryOp::Div | BinaryOp::Rem)
            && (x.constant().is_some() || integers)
            && let Some(divisor) = y.constant()
            && divisor.to_rational().is_some_and(|d| d.is_zero())
        {
            self.error(y.pos(), "invalid operation: division by zero");
            return Operand::invalid(e);
        }
        if let (Some(a), Some(b)) = (x.constant(), y.constant()) {
            let Some(value) = constant::binary(op, a, b, integers) else {
                return Operand::invalid(e);
            };
            let mut z = Operand::new(e, Mode::Const(value), x.ty);
            self.overflow_at(&mut z, Some(op_word(op)), op_pos);
            return z;
        }
        Operand::value(e, x.ty)
    }

    /// Converts untyped operands to each other's types. An error where that isn't possible, true if it has been said.
    pub(super) fn match_operands(
        &mut self,
        x: &mut Operand<'a>,
        y: &mut Operand<'a>,
    ) -> Result<(), bool> {
        let untyped = |c: &Self, o: &Operand<'a>| c.is_untyped(o.ty);
        if !untyped(self, x) && !untyped(self, y) {
            return Ok(());
        }
        let differs =
            |c: &Self, sort: fn(Basic) -> bool| c.all_basic(x.ty, sort) != c.all_basic(y.ty, sort);
        let interface = self.types.is_interface(x.ty) || self.types.is_interface(y.ty);
        let pointer = |c: &Self, o: &Operand<'a>| matches!(&*c.types.under(o.ty), Type::Pointer(_));
        let may = interface
            || !differs(self, Basic::is_boolean)
                && !differs(self, Basic::is_string)
                && if x.is_nil() {
                    self.types.has_nil(y.ty)
                } else if y.is_nil() {
                    self.types.has_nil(x.ty)
                } else {
                    !pointer(self, x) && !pointer(self, y)
                };
        if !may {
            return Err(false);
        }
        self.match_one(x, y.ty)?;
        self.match_one(y, x.ty)
    }

    fn match_one(&mut self, x: &mut Operand<'a>, target: TypeId) -> Result<(), bool> {
        let Err(misfit) = self.convert_untyped(x, target) else {
            return Ok(());
        };
        let text = self.all_basic(x.ty, Basic::is_string) && self.types.is_interface(target);
        if misfit == Misfit::Other && !text {
            return Err(false);
        }
        self.not_representable(x, target, misfit);
        Err(true)
    }

    /// Says why an untyped operand can't be what it is used as.
    pub(super) fn not_representable(&mut self, x: &Operand<'a>, target: TypeId, misfit: Misfit) {
        let what = self.describe(x);
        let shown = self.display(self.types.underlying(target));
        let message = match misfit {
            Misfit::Truncated => format!("{what} truncated to {shown}"),
            Misfit::Overflows => format!("{what} overflows {shown}"),
            Misfit::Other => format!("cannot convert {what} to type {shown}"),
        };
        self.error(x.pos(), message);
    }

    /// Compares two operands of a comparison, or a case with its switch's tag.
    pub(super) fn comparison(
        &mut self,
        e: &'a Expr,
        op: BinaryOp,
        mut x: Operand<'a>,
        mut y: Operand<'a>,
        case: bool,
    ) -> Operand<'a> {
        let fits = self.assignable(&x, y.ty).is_ok() || self.assignable(&y, x.ty).is_ok();
        let mut bad = &x;
        let mut cause = String::new();
        let mut failed = !fits;
        if !fits {
            bad = &y;
            cause = format!(
                "mismatched types {} and {}",
                self.display(x.ty),
                self.display(y.ty)
            );
        } else if matches!(op, BinaryOp::Equal | BinaryOp::NotEqual) {
            if x.is_nil() || y.is_nil() {
                let other = if x.is_nil() { y.ty } else { x.ty };
                if x.is_nil() && y.is_nil() || !self.types.has_nil(other) {
                    bad = &y;
                    failed = true;
                    if x.is_nil() && y.is_nil() {
                        cause = format!("operator {} not defined on untyped nil", op.text());
                    }
                }
            } else if !self.types.comparable(x.ty, false) {
                failed = true;
                cause = self.incomparable_cause(x.ty);
            } else if !self.types.comparable(y.ty, false) {
                bad = &y;
                failed = true;
                cause = self.incomparable_cause(y.ty);
            }
        } else {
            let ordered = |b: Basic| b.is_numeric() || b.is_string();
            if !self.all_basic(x.ty, ordered) {
                failed = true;
            } else if !self.all_basic(y.ty, ordered) {
                bad = &y;
                failed = true;
            }
        }
        if failed {
            if cause.is_empty() {
                cause = if self.types.is_param(x.ty) || self.types.is_param(y.ty) {
                    if !self.types.is_param(x.ty) {
                        bad = &y;
                    }
                    format!(
                        "type parameter {} cannot use operator {}",
                        self.display(bad.ty),
                        op.text()
                    )
                } else {
                    let kind = match &*self.types.under(bad.ty) {
                        Type::Basic(_) => self.display(bad.ty),
                        _ => self.kind_word(bad.ty).to_string(),
                    };
                    format!("operator {} not defined on {kind}", op.text())
                };
            }
            let message = if case {
                format!("invalid case {} in switch on {} ({cause})", x.expr, y.expr)
            } else {
                format!(
                    "invalid operation: {} {} {} ({cause})",
                    x.expr,
                    op.text(),
                    y.expr
                )
            };
            let pos = if case { x.pos() } else { bad.pos() };
            self.error(pos, message);
            return Operand::invalid(e);
        }
        if let (Some(a), Some(b)) = (x.constant(), y.constant())
            && let Some(value) = constant::compare(op, a, b)
        {
            return Operand::new(e, Mode::Const(Const::Bool(value)), TypeId::UNTYPED_BOOL);
        }
        // The operands are compared as they are: those still untyped are of their default types.
        for o in [&mut x, &mut y] {
            if !o.is_nil() {
                self.use_default(o);
            }
        }
        Operand::value(e, TypeId::UNTYPED_BOOL)
    }

    pub(super) fn incomparable_cause(&self, ty: TypeId) -> String {
        match &*self.types.under(ty) {
            Type::Slice(_) | Type::Func(_) | Type::Map { .. } => {
                format!("{} can only be compared to nil", self.kind_word(ty))
            }
            Type::Param(_) => "incomparable types in type set".into(),
            Type::Struct(fields) => {
                let bad = fields.iter().find(|f| !self.types.comparable(f.ty, false));
                bad.map_or(String::new(), |f| {
                    format!(
                        "struct containing {} cannot be compared",
                        self.display(f.ty)
                    )
                })
            }
            Type::Array { .. } => format!("{} cannot be compared", self.display(ty)),
            _ => String::new(),
        }
    }

    fn shift(
        &mut self,
        e: &'a Expr,
        op: BinaryOp,
        op_pos: Pos,
        mut x: Operand<'a>,
        mut y: Operand<'a>,
    ) -> Operand<'a> {
        let whole = match (x.constant(), self.is_untyped(x.ty)) {
            (Some(value), true) => value.to_integer(),
            _ => None,
        };
        if !self.all_basic(x.ty, Basic::is_integer) && whole.is_none() {
            let what = self.describe(&x);
            self.error(
                x.pos(),
                format!("invalid operation: shifted operand {what} must be integer"),
            );
            return Operand::invalid(e);
        }
        if let Some(count) = y.constant().cloned() {
            let bad = match count.to_integer() {
                None => Some("shift count {} must be integer"),
                Some(n) if n.is_negative() => Some("negative shift count {}"),
                Some(_) => None,
            };
            if let Some(words) = bad {
                let what = self.describe(&y);
                self.error(
                    y.pos(),
                    format!("invalid operation: {}", words.replace("{}", &what)),
                );
                return Operand::invalid(e);
            }
            if self.is_untyped(y.ty) && self.convert_untyped(&mut y, TypeId::UINT).is_err() {
                let what = self.describe(&y);
                self.error(
                    y.pos(),
                    format!("invalid operation: invalid shift count {what}"),
                );
                return Operand::invalid(e);
            }
        } else {
            if self.is_untyped(y.ty) {
                let _ = self.convert_untyped(&mut y, TypeId::UINT);
            }
            if !self.all_basic(y.ty, Basic::is_integer) {
                let what = self.describe(&y);
                self.error(
                    y.pos(),
                    format!("invalid operation: shift count {what} must be integer"),
                );
                return Operand::invalid(e);
            }
        }
        let Some(value) = x.constant().cloned() else {
            return Operand::value(e, x.ty);
        };
        if let Some(count) = y.constant() {
            let (Some(value), Some(count)) = (value.to_integer(), count.to_integer()) else {
                return Operand::invalid(e);
            };
            if self.is_untyped(x.ty) && !self.all_basic(x.ty, Basic::is_integer) {
                x.ty = TypeId::UNTYPED_INT;
            }
            if count.to_u64().is_none_or(|n| n >= 1023 - 1 + 52)
                && op == BinaryOp::ShiftLeft
                && !value.is_zero()
            {
                let what = self.describe(&y);
                self.error(
                    y.pos(),
                    format!("invalid operation: invalid shift count {what}"),
                );
                return Operand::invalid(e);
            }
            return match constant::shift(op, &value, &count) {
                Some(value) => {
                    let mut z = Operand::new(e, Mode::Const(Const::Int(value)), x.ty);
                    self.overflow_at(&mut z, Some("shift"), op_pos);
                    z
                }
                None => Operand::invalid(e),
            };
        }
        // A constant shifted by a variable count: if untyped, its type is what the context asks for.
        if self.is_untyped(x.ty) {
            return Operand::value(e, x.ty);
        }
        Operand::value(e, x.ty)
    }

    /// Checks that a constant just computed is in the range of its type.
    pub(super) fn overflow(&mut self, x: &mut Operand<'a>, word: Option<&str>) {
        let pos = x.pos();
        self.overflow_at(x, word, pos);
    }

    fn overflow_at(&mut self, x: &mut Operand<'a>, word: Option<&str>, op_pos: Pos) {
        let Some(value) = x.constant().cloned() else {
            return;
        };
        if !self.is_untyped(x.ty) {
            let Some(basic) = self.types.basic(x.ty) else {
                return;
            };
            match self.represent(&value, x.ty, basic) {
                Ok(value) => x.mode = Mode::Const(value),
                Err(_) => {
                    let (what, shown) = (self.describe(x), self.display(x.ty));
                    let message = if basic.is_numeric() && word.is_some() {
                        format!("{what} overflows {shown}")
                    } else {
                        format!("cannot use {what} as {shown} value in constant expression")
                    };
                    self.error(x.pos(), message);
                    x.ty = TypeId::INVALID;
                }
            }
            return;
        }
        if let Const::Int(n) = &value
            && n.bits() > MOST_BITS
        {
            let word = word.map_or(String::new(), |w| format!("{w} "));
            self.error(op_pos, format!("constant {word}overflow"));
            x.ty = TypeId::INVALID;
        }
    }

    // ---- type assertions

    fn type_assertion(&mut self, e: &'a Expr, operand: &'a Expr, typ: &'a Expr) -> Operand<'a> {
        let x = self.expr(operand, None);
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
            return Operand::invalid(e);
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

    /// Whether an expression is a local variable of the function at hand: to be told apart from package-level ones.
    pub(super) fn shadowed_result(&self, name: &str, object: ObjId) -> Option<ObjId> {
        self.lookup(name).filter(|&found| {
            found != object
                && !matches!(&self.object(found).kind, Kind::Var(v) if v.place == Place::Result)
        })
    }
}

fn op_word_unary(op: UnaryOp) -> &'static str {
    match op {
        UnaryOp::Complement => "bitwise complement",
        _ => "negation",
    }
}

/// What an operation that overflows is called.
fn op_word(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "addition",
        BinaryOp::Sub => "subtraction",
        BinaryOp::Xor => "bitwise XOR",
        BinaryOp::Mul => "multiplication",
        BinaryOp::ShiftLeft => "shift",
        _ => "operation",
    }
}
