//! Elements and parts: `x[i]`, `x[low:high]`.

use super::Compiler;
use super::expr::Val;
use crate::go::ast::{Expr, ExprKind};
use crate::go::op::{Bounds, Op, Reg};
use crate::go::types::info::Selection;
use crate::go::types::object::Kind;
use crate::go::types::{Basic, Type};

impl Compiler<'_> {
    pub(super) fn index(
        &mut self,
        e: &Expr,
        operand: &Expr,
        index: &Expr,
        want: Option<Reg>,
    ) -> Val {
        if let Some(Selection::Package(id)) = self.info.selections.get(&operand.id) {
            let id = *id;
            if matches!(self.object(id).kind, Kind::Func(_)) {
                return self.func_value(operand, id, want);
            }
        }
        if let ExprKind::Name(_) = operand.kind
            && let Some(id) = self.info.name(operand.id)
            && matches!(self.object(id).kind, Kind::Func(_))
        {
            return self.func_value(operand, id, want);
        }
        if let Some(Selection::Method { .. } | Selection::MethodExpr { .. }) =
            self.info.selections.get(&operand.id)
        {
            return self.selector(operand, want);
        }
        let ty = self.ty(operand);
        if self.info.types.basic(ty).is_some_and(Basic::is_string) {
            let mark = self.top();
            let (str, index) = self.two(operand, index);
            self.at(e.pos);
            let dst = self.dest(want, mark);
            self.emit(Op::StrIndex { dst, str, index });
            return Val::shared(dst);
        }
        self.place_value(e, want)
    }

    pub(super) fn slice(
        &mut self,
        e: &Expr,
        operand: &Expr,
        bounds: [Option<&Expr>; 3],
        want: Option<Reg>,
    ) -> Val {
        let mark = self.top();
        let ty = self.ty(operand);
        let string = self.info.types.basic(ty).is_some_and(Basic::is_string);
        let array = match &*self.under(ty) {
            Type::Array { .. } => Some(ty),
            Type::Pointer(elem) => Some(*elem),
            _ => None,
        };
        let slice = match array {
            Some(array) => {
                let ptr = if array == ty {
                    let place = self.place(operand);
                    self.address(place)
                } else {
                    self.value(operand).reg
                };
                let rtype = self.rtype(array);
                let dst = self.alloc();
                self.at(e.pos);
                self.emit(Op::SliceArray {
                    dst,
                    ptr,
                    ty: rtype,
                });
                dst
            }
            None => self.value(operand).reg,
        };
        let at = self.f().alloc(3);
        for (number, bound) in (0..).zip(bounds) {
            if let Some(bound) = bound {
                self.expr(bound, Some(at + number));
            }
        }
        let [low, high, max] = bounds.map(|b| b.is_some());
        let bounds = Bounds {
            low,
            high,
            max,
            length: string || array.is_some(),
        };
        self.at(e.pos);
        let dst = self.dest(want, mark);
        self.emit(match string {
            true => Op::ResliceStr {
                dst,
                str: slice,
                at,
                bounds,
            },
            false => Op::Reslice {
                dst,
                slice,
                at,
                bounds,
            },
        });
        Val::shared(dst)
    }
}
