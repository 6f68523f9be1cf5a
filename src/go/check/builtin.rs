//! Calls of the predeclared functions.

use super::Checker;
use super::delay::Delayed;
use super::operand::Operand;
use crate::go::ast::{ChanDir, Expr, ExprKind};
use crate::go::source::Pos;
use crate::go::types::info::Mode;
use crate::go::types::object::Builtin;
use crate::go::types::{Basic, Const, Type, TypeId};

impl<'a> Checker<'a> {
    pub(super) fn builtin(
        &mut self,
        e: &'a Expr,
        builtin: Builtin,
        args: &'a [Expr],
        ellipsis: Option<Pos>,
    ) -> Operand<'a> {
        let name = builtin.name();
        if ellipsis.is_some() && builtin != Builtin::Append {
            self.error(
                e.pos,
                format!("invalid operation: invalid use of ... with built-in {name}"),
            );
            self.use_all(args);
            return Operand::invalid(e);
        }
        let takes_type = matches!(builtin, Builtin::Make | Builtin::New);
        let mut xs: Vec<Operand<'a>> = if takes_type {
            vec![]
        } else {
            let xs = self.arguments(args);
            xs.into_iter().map(|x| self.not_generic(x, None)).collect()
        };
        if xs.iter().any(Operand::is_invalid) {
            return Operand::invalid(e);
        }
        let count = if takes_type { args.len() } else { xs.len() };
        let (least, most) = match builtin {
            Builtin::Cap
            | Builtin::Clear
            | Builtin::Close
            | Builtin::Imag
            | Builtin::Len
            | Builtin::New
            | Builtin::Panic
            | Builtin::Real => (1, 1),
            Builtin::Complex | Builtin::Copy | Builtin::Delete => (2, 2),
            Builtin::Recover => (0, 0),
            Builtin::Append | Builtin::Make | Builtin::Max | Builtin::Min => (1, usize::MAX),
            Builtin::Print | Builtin::Println => (0, usize::MAX),
        };
        if count < least || count > most {
            let (words, wanted) = if count < least {
                ("not enough", least)
            } else {
                ("too many", most)
            };
            let pos = e.pos;
            let shown = e.to_string();
            self.error(pos, format!("invalid operation: {words} arguments for {shown} (expected {wanted}, found {count})"));
            return Operand::invalid(e);
        }
        match builtin {
            Builtin::Append => self.append(e, xs, ellipsis.is_some()),
            Builtin::Len | Builtin::Cap => self.len_or_cap(e, builtin, xs.remove(0)),
            Builtin::Clear => {
                let x = xs.remove(0);
                let fits = self.types.terms(x.ty).is_some_and(|terms| {
                    !terms.is_empty()
                        && terms.iter().all(|t| {
                            matches!(&*self.types.under(t.ty), Type::Map { .. } | Type::Slice(_))
                        })
                });
                if !fits {
                    let what = self.describe(&x);
                    self.error(x.pos(), format!("invalid argument: cannot clear {what}: argument must be (or constrained by) map or slice"));
                    return Operand::invalid(e);
                }
                Operand::new(e, Mode::NoValue, TypeId::EMPTY_TUPLE)
            }
            Builtin::Close => self.close(e, xs.remove(0)),
            Builtin::Complex => {
                let y = xs.remove(1);
                self.complex_of(e, xs.remove(0), y)
            }
            Builtin::Imag | Builtin::Real => self.part_of(e, builtin, xs.remove(0)),
            Builtin::Copy => self.copy(e, xs),
            Builtin::Delete => self.delete(e, xs),
            Builtin::Make => self.make(e, args),
            Builtin::Max | Builtin::Min => self.min_or_max(e, builtin, xs),
            Builtin::New => self.new_call(e, &args[0]),
            Builtin::Panic => {
                let mut x = xs.remove(0);
                if !self.assign(&mut x, Some(TypeId::ANY), "argument to panic") {
                    return Operand::invalid(e);
                }
                self.default_of_nil(&x);
                Operand::new(e, Mode::NoValue, TypeId::EMPTY_TUPLE)
            }
            Builtin::Print | Builtin::Println => {
                for x in &mut xs {
                    self.assign(x, None, &format!("argument to built-in {name}"));
                }
                Operand::new(e, Mode::NoValue, TypeId::EMPTY_TUPLE)
            }
            Builtin::Recover => Operand::value(e, self.types.canonical(TypeId::ANY)),
        }
    }

    fn default_of_nil(&mut self, x: &Operand<'a>) {
        if x.is_nil() {
            self.record_as(x.expr, Mode::Nil, TypeId::ANY);
        }
    }

    fn append(&mut self, e: &'a Expr, mut xs: Vec<Operand<'a>>, spread: bool) -> Operand<'a> {
        let first = xs[0].clone();
        let Some(elem) = self.slice_elem(&first, "append") else {
            return Operand::invalid(e);
        };
        let result = Operand::value(e, first.ty);
        let mut rest = xs.split_off(1);
        if spread {
            let bytes = self
                .types
                .basic(elem)
                .is_some_and(|b| matches!(b, Basic::Uint8 | Basic::Byte));
            if let [last] = &mut rest[..]
                && bytes
                && self.is_text(last.ty)
            {
                self.use_default(last);
                return result;
            }
            let [last] = &mut rest[..] else {
                let (words, at) = match rest.get(1) {
                    Some(extra) => ("too many", extra.pos()),
                    None => ("not enough", first.pos()),
                };
                let types: Vec<TypeId> = [&xs[..], &rest].concat().iter().map(|x| x.ty).collect();
                let have = self.summary(&types, false, true);
                let want = format!("({}, ...{})", self.display(first.ty), self.display(elem));
                let message =
                    format!("{words} arguments in call to append\n\thave {have}\n\twant {want}");
                self.error(at, message);
                return result;
            };
            let slice = self.types.intern(Type::Slice(elem));
            self.assign(last, Some(slice), "argument to append");
            return result;
        }
        for x in &mut rest {
            self.assign(x, Some(elem), "argument to append");
        }
        result
    }

    /// The element type of the slice that `append` or `copy` is given. None, which is said, if it is none.
    fn slice_elem(&mut self, x: &Operand<'a>, name: &str) -> Option<TypeId> {
        let described = |c: &Self| match x.is_nil() {
            true => "untyped nil".to_string(),
            false => c.describe(x),
        };
        let mut found: Option<TypeId> = None;
        let mut what = None;
        for term in self.types.terms(x.ty).unwrap_or_default() {
            match (*self.types.under(term.ty)).clone() {
                Type::Slice(elem) if found.is_none_or(|f| self.types.identical(f, elem)) => {
                    found = found.or(Some(elem));
                }
                Type::Slice(elem) => {
                    let first = self.display(found.unwrap_or(elem));
                    let (elem, x) = (self.display(elem), described(self));
                    what = Some(format!(
                        "mismatched slice element types {first} and {elem} in {x}"
                    ));
                    break;
                }
                _ => {
                    found = None;
                    break;
                }
            }
        }
        if let (Some(elem), None) = (found, &what) {
            return Some(elem);
        }
        let what =
            what.unwrap_or_else(|| format!("argument must be a slice; have {}", described(self)));
        self.error(x.pos(), format!("invalid {name}: {what}"));
        None
    }

    fn len_or_cap(&mut self, e: &'a Expr, builtin: Builtin, mut x: Operand<'a>) -> Operand<'a> {
        let is_len = builtin == Builtin::Len;
        if let (true, Some(Const::String(bytes))) = (is_len, x.constant().cloned()) {
            if self.is_untyped(x.ty) {
                self.use_default(&mut x);
            }
            return Operand::new(e, Mode::Const(Const::int(bytes.len())), TypeId::INT);
        }
        let under_pointer = |c: &Self, ty: TypeId| match &*c.types.under(ty) {
            Type::Pointer(array) if matches!(&*c.types.under(*array), Type::Array { .. }) => {
                c.types.under(*array)
            }
            _ => c.types.under(ty),
        };
        if let Type::Array { len, .. } = &*under_pointer(self, x.ty)
            && !has_call_or_receive(self, x.expr)
        {
            return Operand::new(e, Mode::Const(Const::int(*len)), TypeId::INT);
        }
        let terms = self.types.terms(x.ty).unwrap_or_default();
        let fits = !terms.is_empty()
            && terms.iter().all(|t| match &*under_pointer(self, t.ty) {
                Type::Basic(basic) => is_len && basic.is_string(),
                Type::Array { .. } | Type::Slice(_) | Type::Chan { .. } => true,
                Type::Map { .. } => is_len,
                _ => false,
            });
        if !fits {
            let what = self.describe(&x);
            self.error(
                x.pos(),
                format!("invalid argument: {what} for built-in {}", builtin.name()),
            );
            return Operand::invalid(e);
        }
        Operand::value(e, TypeId::INT)
    }

    fn close(&mut self, e: &'a Expr, x: Operand<'a>) -> Operand<'a> {
        let terms = self.types.terms(x.ty).unwrap_or_default();
        let mut problem = terms.is_empty().then_some("cannot close non-channel");
        for term in &terms {
            problem = problem.or(match &*self.types.under(term.ty) {
                Type::Chan {
                    dir: ChanDir::Receive,
                    ..
                } => Some("cannot close receive-only channel"),
                Type::Chan { .. } => None,
                _ => Some("cannot close non-channel"),
            });
        }
        if let Some(problem) = problem {
            let what = self.describe(&x);
            self.error(x.pos(), format!("invalid operation: {problem} {what}"));
            return Operand::invalid(e);
        }
        Operand::new(e, Mode::NoValue, TypeId::EMPTY_TUPLE)
    }

    fn copy(&mut self, e: &'a Expr, mut xs: Vec<Operand<'a>>) -> Operand<'a> {
        let mut src = xs.remove(1);
        let dst = xs.remove(0);
        let Some(to) = self.slice_elem(&dst, "copy") else {
            return Operand::invalid(e);
        };
        let from = if self.is_text(src.ty) {
            TypeId::BYTE
        } else {
            match self.slice_elem(&src, "copy") {
                Some(elem) => elem,
                None => return Operand::invalid(e),
            }
        };
        if !self.types.identical(to, from) {
            let (x, y) = (self.describe(&dst), self.describe(&src));
            let (a, b) = (self.display(to), self.display(from));
            self.error(
                dst.pos(),
                format!(
                    "invalid copy: arguments {x} and {y} have different element types {a} and {b}"
                ),
            );
            return Operand::invalid(e);
        }
        if self.is_untyped(src.ty) {
            self.use_default(&mut src);
        }
        Operand::value(e, TypeId::INT)
    }

    fn delete(&mut self, e: &'a Expr, mut xs: Vec<Operand<'a>>) -> Operand<'a> {
        let mut key = xs.remove(1);
        let map = xs.remove(0);
        let core = self.types.core_type(map.ty).map(|c| self.types.get(c));
        let Some(Type::Map { key: want, .. }) = core.as_deref() else {
            let what = self.describe(&map);
            self.error(map.pos(), format!("invalid argument: {what} is not a map"));
            return Operand::invalid(e);
        };
        self.assign(&mut key, Some(*want), "argument to delete");
        Operand::new(e, Mode::NoValue, TypeId::EMPTY_TUPLE)
    }

    fn make(&mut self, e: &'a Expr, args: &'a [Expr]) -> Operand<'a> {
        let ty = self.var_type(&args[0]);
        if ty.is_invalid() {
            return Operand::invalid(e);
        }
        let core = self.types.core_type(ty).map(|c| self.types.get(c));
        let least = match core.as_deref() {
            Some(Type::Slice(_)) => 2,
            Some(Type::Map { .. } | Type::Chan { .. }) => 1,
            other => {
                let cause = match other {
                    Some(_) => "type must be slice, map, or channel",
                    None => "no specific type",
                };
                let message = format!("invalid argument: cannot make {}: {cause}", args[0]);
                self.error(args[0].pos, message);
                return Operand::invalid(e);
            }
        };
        if args.len() < least || args.len() > least + 1 {
            let (most, found) = (least + 1, args.len());
            let message = format!(
                "invalid operation: {e} expects {least} or {most} arguments; found {found}"
            );
            self.error(e.pos, message);
            return Operand::invalid(e);
        }
        let sizes: Vec<u64> = args[1..]
            .iter()
            .filter_map(|arg| self.checked_index(arg, None).flatten())
            .collect();
        if let [len, cap] = sizes[..]
            && len > cap
        {
            self.error(args[1].pos, "invalid argument: length and capacity swapped");
        }
        Operand::value(e, ty)
    }

    fn min_or_max(
        &mut self,
        e: &'a Expr,
        builtin: Builtin,
        mut xs: Vec<Operand<'a>>,
    ) -> Operand<'a> {
        let op = if builtin == Builtin::Max {
            crate::go::ast::BinaryOp::Greater
        } else {
            crate::go::ast::BinaryOp::Less
        };
        for i in 0..xs.len() {
            if !self.all_basic(xs[i].ty, Basic::is_ordered) {
                let what = self.describe(&xs[i]);
                let message = format!("invalid argument: {what} cannot be ordered");
                self.error(xs[i].pos(), message);
                return Operand::invalid(e);
            }
            if i == 0 {
                continue;
            }
            let (head, tail) = xs.split_at_mut(i);
            let (a, b) = (&mut head[i - 1], &mut tail[0]);
            if self.match_operands(a, b).is_err() {
                return Operand::invalid(e);
            }
            if !self.types.identical(a.ty, b.ty) {
                let (left, right) = (self.display(a.ty), self.display(b.ty));
                let message = format!(
                    "invalid argument: mismatched types {left} (previous argument) and {right} (type of {})",
                    b.expr
                );
                self.error(b.pos(), message);
                return Operand::invalid(e);
            }
            if let (Some(v), Some(w)) = (a.constant().cloned(), b.constant().cloned())
                && super::constant::compare(op, &v, &w) == Some(true)
            {
                b.mode = Mode::Const(v);
            }
        }
        let all_constant = xs.iter().all(|x| x.constant().is_some());
        let ty = xs.last().map_or(TypeId::INVALID, |x| x.ty);
        let last = xs.last().cloned();
        // Earlier untyped arguments take the type that the last has come to.
        if !self.is_untyped(ty) {
            for x in &mut xs {
                if self.is_untyped(x.ty) {
                    let _ = self.convert_untyped(x, ty);
                }
            }
        }
        match last {
            Some(last) if all_constant => Operand::new(e, last.mode, ty),
            _ => {
                let mut ty = ty;
                if self.is_untyped(ty) {
                    for x in &mut xs {
                        self.use_default(x);
                    }
                    ty = self.default_type(ty);
                }
                Operand::value(e, ty)
            }
        }
    }

    /// `new(T)`, or since Go 1.26 `new(x)`.
    fn new_call(&mut self, e: &'a Expr, arg: &'a Expr) -> Operand<'a> {
        let x = self.expr_or_type(arg);
        if x.is_invalid() {
            return Operand::invalid(e);
        }
        if x.is_type() {
            self.later(Delayed::VarType(arg.pos, x.ty));
            return Operand::value(e, self.types.intern(Type::Pointer(x.ty)));
        }
        let mut x = self.value_only(x);
        if x.is_invalid() || self.is_untyped(x.ty) && !self.assign(&mut x, None, "argument to new")
        {
            return Operand::invalid(e);
        }
        if let Some(minor @ ..26) = self.go_minor() {
            let message = format!(
                "new({arg}) requires go1.26 or later (file declares //go:build go1.{minor})"
            );
            self.error(e.pos, message);
        }
        Operand::value(e, self.types.intern(Type::Pointer(x.ty)))
    }
}

/// Whether evaluating an expression does something, so that the length of an array that it gives isn't constant.
fn has_call_or_receive(c: &Checker<'_>, e: &Expr) -> bool {
    match &e.kind {
        ExprKind::Call { args, fun, .. } => {
            let constant =
                matches!(&c.exprs[e.id.index()], Some(i) if matches!(i.mode, Mode::Const(_)));
            let conversion =
                matches!(&c.exprs[fun.id.index()], Some(i) if matches!(i.mode, Mode::Type));
            if constant {
                return false;
            }
            !conversion || args.iter().any(|a| has_call_or_receive(c, a))
        }
        ExprKind::Unary { op, operand } => {
            *op == crate::go::ast::UnaryOp::Receive || has_call_or_receive(c, operand)
        }
        ExprKind::Paren(x) | ExprKind::Star(x) => has_call_or_receive(c, x),
        ExprKind::Selector { operand, .. } => has_call_or_receive(c, operand),
        ExprKind::Index {
            operand, indices, ..
        } => has_call_or_receive(c, operand) || indices.iter().any(|i| has_call_or_receive(c, i)),
        ExprKind::Binary { left, right, .. } => {
            has_call_or_receive(c, left) || has_call_or_receive(c, right)
        }
        ExprKind::Composite { elements, .. } => elements.iter().any(|x| has_call_or_receive(c, x)),
        ExprKind::KeyValue { value, .. } => has_call_or_receive(c, value),
        ExprKind::TypeAssert { operand, .. } => has_call_or_receive(c, operand),
        ExprKind::Slice { operand, .. } => has_call_or_receive(c, operand),
        _ => false,
    }
}
