//! Expressions.

use super::order::calls;
use super::place::Place;
use super::{Compiler, FnKey};
use crate::go::ast::{Expr, ExprKind, UnaryOp};
use crate::go::op::{Op, Reg};
use crate::go::types::info::{Mode, Selection};
use crate::go::types::object::Kind;
use crate::go::types::{Basic, ObjId, Type, TypeId};

/// A value in a register.
#[derive(Clone, Copy, Debug)]
pub(super) struct Val {
    pub reg: Reg,
    /// If it is wide: whether its memory belongs to nobody else.
    pub fresh: bool,
}

impl Val {
    pub fn shared(reg: Reg) -> Val {
        Val { reg, fresh: false }
    }
    pub fn fresh(reg: Reg) -> Val {
        Val { reg, fresh: true }
    }
}

impl Compiler<'_> {
    /// Evaluates an expression into whatever register suits: a variable's own, or a temporary one.
    pub(super) fn value(&mut self, e: &Expr) -> Val {
        self.expr(e, None)
    }

    /// Evaluates an expression, into the register wanted if there is one. That is written last, when nothing of the
    /// program's is read any more, so that it may be a variable's.
    pub(super) fn expr(&mut self, e: &Expr, want: Option<Reg>) -> Val {
        let Some(info) = self.info.expr(e.id) else {
            return self.place_value(e, want);
        };
        match &info.mode {
            Mode::Const(value) => {
                let ty = self.ty(e);
                let dst = want.unwrap_or_else(|| self.alloc());
                self.at(e.pos);
                self.constant(value, ty, dst);
                Val::fresh(dst)
            }
            Mode::Nil => {
                let dst = want.unwrap_or_else(|| self.alloc());
                self.emit(Op::LoadInt { dst, value: 0 });
                Val::shared(dst)
            }
            _ => self.operation(e, want),
        }
    }

    fn operation(&mut self, e: &Expr, want: Option<Reg>) -> Val {
        match &e.kind {
            ExprKind::Paren(inner) => self.expr(inner, want),
            ExprKind::Name(_) => self.name(e, want),
            ExprKind::Selector { .. } => self.selector(e, want),
            ExprKind::FuncLit { signature, body } => self.literal(e, signature, body, want),
            ExprKind::Composite { .. } => self.composite(e, want),
            ExprKind::Call { .. } => self.call_value(e, want),
            ExprKind::Unary { op, operand } => self.unary(e, *op, operand, want),
            ExprKind::Binary {
                op, left, right, ..
            } => self.binary(e, *op, left, right, want),
            ExprKind::Index {
                operand, indices, ..
            } => self.index(e, operand, &indices[0], want),
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
                want,
            ),
            ExprKind::TypeAssert { operand, .. } => {
                let to = self.first_type(e);
                self.assertion(e, operand, to, want)
            }
            _ => self.place_value(e, want),
        }
    }

    /// The type of an expression's (first) value, where it may be a comma-ok one.
    pub(super) fn first_type(&self, e: &Expr) -> TypeId {
        let ty = self.ty(e);
        match &*self.info.types.get(ty) {
            Type::Tuple(items) if !items.is_empty() => items[0],
            _ => ty,
        }
    }

    pub(super) fn place_value(&mut self, e: &Expr, want: Option<Reg>) -> Val {
        let mark = self.top();
        let ty = self.first_type(e);
        let place = self.place(e);
        self.at(e.pos);
        self.read(place, ty, want, mark)
    }

    /// Reads a place for which the registers from `mark` on were used.
    pub(super) fn read(&mut self, place: Place, ty: TypeId, want: Option<Reg>, mark: Reg) -> Val {
        if let Place::Reg(_) = place {
            return self.load(place, ty, want);
        }
        if self.layouts.wide(ty) && !matches!(place, Place::Map { .. }) {
            return self.load(place, ty, want);
        }
        let dst = self.dest(want, mark);
        self.load(place, ty, Some(dst))
    }

    fn name(&mut self, e: &Expr, want: Option<Reg>) -> Val {
        match self.info.name(e.id) {
            Some(id) if self.is_func_var(id) => {
                let mark = self.top();
                let ty = self.sub(self.object(id).ty);
                let place = self.variable(id);
                self.read(place, ty, want, mark)
            }
            Some(id) => self.func_value(e, id, want),
            None => Val::shared(want.unwrap_or(0)),
        }
    }

    /// A declared function as a value.
    pub(super) fn func_value(&mut self, e: &Expr, id: ObjId, want: Option<Reg>) -> Val {
        let func = self.declared(e, id);
        let dst = want.unwrap_or_else(|| self.alloc());
        self.emit(Op::LoadFunc { dst, func });
        Val::shared(dst)
    }

    /// The function that a name or selector stands for, in the instance that it is used in.
    pub(super) fn declared(&mut self, e: &Expr, id: ObjId) -> u32 {
        let args = self.instance_args(e);
        self.function(FnKey::Declared(id, args))
    }

    pub(super) fn instance_args(&self, e: &Expr) -> Box<[TypeId]> {
        let args = self.info.instances.get(&e.id);
        args.map_or_else(Default::default, |args| {
            args.iter().map(|&ty| self.sub(ty)).collect()
        })
    }

    pub(super) fn selector(&mut self, e: &Expr, want: Option<Reg>) -> Val {
        let ExprKind::Selector { operand, .. } = &e.kind else {
            return self.place_value(e, want);
        };
        match self.info.selections.get(&e.id).cloned() {
            Some(Selection::Package(id)) if matches!(self.object(id).kind, Kind::Func(_)) => {
                self.func_value(e, id, want)
            }
            Some(Selection::Method { path, method }) => {
                self.method_value(e, operand, &path, &method, want)
            }
            Some(Selection::MethodExpr { method, .. }) => {
                let ty = self.ty(operand);
                let name = self.method_ref_name(&method);
                let own = self.instance_args(e);
                let func = self.method_function(ty, &name, own);
                let dst = want.unwrap_or_else(|| self.alloc());
                self.emit(Op::LoadFunc { dst, func });
                Val::shared(dst)
            }
            _ => self.place_value(e, want),
        }
    }

    fn unary(&mut self, e: &Expr, op: UnaryOp, x: &Expr, want: Option<Reg>) -> Val {
        let mark = self.top();
        let ty = self.ty(e);
        if op == UnaryOp::Neg && self.complex_type(ty).is_some() {
            return self.complex(e, want);
        }
        match op {
            UnaryOp::Plus | UnaryOp::Tilde => return self.expr(x, want),
            UnaryOp::Address => return self.address_of(x, want),
            UnaryOp::Not => {
                let a = self.value(x).reg;
                let dst = self.dest(want, mark);
                self.emit(Op::NotBool { dst, a });
                return Val::shared(dst);
            }
            UnaryOp::Receive => {
                let chan = self.value(x).reg;
                self.at(e.pos);
                let dst = self.dest(want, mark);
                self.emit(Op::Recv { dst, chan });
                return Val::fresh(dst);
            }
            UnaryOp::Neg | UnaryOp::Complement => {}
        }
        let basic = self.info.types.basic(ty).unwrap_or(Basic::Int);
        let a = self.value(x).reg;
        self.at(e.pos);
        let dst = self.dest(want, mark);
        self.emit(match (op, basic.is_float()) {
            (UnaryOp::Neg, true) => Op::NegF { dst, a },
            (UnaryOp::Neg, false) => Op::Neg { dst, a },
            _ => Op::Not { dst, a },
        });
        self.wrap(basic, dst, dst);
        Val::shared(dst)
    }

    fn address_of(&mut self, x: &Expr, want: Option<Reg>) -> Val {
        let mark = self.top();
        let inner = x.unparen();
        if let ExprKind::Composite { .. } = &inner.kind {
            return self.composite_pointer(inner, want);
        }
        let place = self.place(inner);
        self.at(x.pos);
        let field = matches!(inner.kind, ExprKind::Selector { .. });
        if let (
            Place::Mem {
                ptr,
                off: 0,
                private: false,
                ..
            },
            true,
        ) = (place, field)
        {
            self.emit(Op::CheckNil { ptr });
        }
        let reg = self.address(place);
        let val = self.moved(reg, want);
        if want.is_some() {
            self.free_to(mark);
        }
        val
    }

    /// Two operands in the order in which the Go compiler evaluates them: what calls comes before what only reads.
    pub(super) fn two(&mut self, left: &Expr, right: &Expr) -> (Reg, Reg) {
        if self.reads(left) && calls(right) && self.constant_of(left).is_none() {
            let b = self.value(right).reg;
            return (self.value(left).reg, b);
        }
        let a = self.value(left).reg;
        (a, self.value(right).reg)
    }

    fn assertion(&mut self, e: &Expr, operand: &Expr, to: TypeId, want: Option<Reg>) -> Val {
        let mark = self.top();
        let from = self.ty(operand);
        let iface = self.value(operand).reg;
        self.at(e.pos);
        let ty = self.rtype(to);
        let from = self.rtype(from);
        let dst = self.dest(want, mark);
        self.emit(match self.info.types.is_interface(to) {
            true => Op::AssertIface { dst, iface, ty },
            false => Op::Assert {
                dst,
                iface,
                ty,
                from,
            },
        });
        Val::shared(dst)
    }

    /// `v, ok`: a comma-ok expression's two values in two registers of their own, and the first one's type.
    pub(super) fn comma_ok(&mut self, e: &Expr) -> (Reg, TypeId) {
        let e = e.unparen();
        let ty = self.first_type(e);
        let dst = self.f().alloc(2);
        let mark = self.top();
        match &e.kind {
            ExprKind::TypeAssert { operand, .. } => {
                let iface = self.value(operand).reg;
                self.at(e.pos);
                let rtype = self.rtype(ty);
                self.emit(match self.info.types.is_interface(ty) {
                    true => Op::AssertIfaceOk {
                        dst,
                        iface,
                        ty: rtype,
                    },
                    false => Op::AssertOk {
                        dst,
                        iface,
                        ty: rtype,
                    },
                });
            }
            ExprKind::Unary { operand, .. } => {
                let chan = self.value(operand).reg;
                self.at(e.pos);
                self.emit(Op::RecvOk { dst, chan });
            }
            _ => {
                if let Place::Map { map, key, ty, .. } = self.place(e) {
                    self.at(e.pos);
                    let ty = self.rtype(ty);
                    self.emit(Op::MapGetOk { dst, map, key, ty });
                }
            }
        }
        self.free_to(mark);
        (dst, ty)
    }

    /// Whether an expression is comma-ok where two values are wanted of it.
    pub(super) fn is_comma_ok(&self, e: &Expr) -> bool {
        let mode = self.info.expr(e.id).map(|info| &info.mode);
        matches!(mode, Some(Mode::CommaOk | Mode::MapIndex))
    }
}
