//! Binary operators, comparisons, and conditions as jumps.

use super::Compiler;
use super::expr::Val;
use super::order::calls;
use crate::go::ast::{BinaryOp, Expr, ExprKind, UnaryOp};
use crate::go::op::{Op, Reg};
use crate::go::types::info::Mode;
use crate::go::types::{Basic, Type, TypeId};

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comparing {
    Signed,
    Unsigned,
    Float,
    Str,
    /// Complex numbers, structs, arrays and interfaces, as values of that type.
    Whole(TypeId),
}

impl Compiler<'_> {
    pub(super) fn binary(
        &mut self,
        e: &Expr,
        op: BinaryOp,
        left: &Expr,
        right: &Expr,
        want: Option<Reg>,
    ) -> Val {
        let mark = self.top();
        if matches!(op, BinaryOp::LogicalAnd | BinaryOp::LogicalOr) {
            return self.logical(e, want);
        }
        if op.is_comparison() {
            return self.comparison(e, op, left, right, want);
        }
        let ty = self.ty(e);
        if self.complex_type(ty).is_some() {
            return self.complex(e, want);
        }
        let basic = self.info.types.basic(ty).unwrap_or(Basic::Int);
        if op.is_shift() {
            let a = self.value(left).reg;
            return self.shift(op, a, basic, right, want, mark);
        }
        if let (BinaryOp::Add | BinaryOp::Sub, Some(value), false) = (
            op,
            self.const_imm(right).filter(|&v| v != i16::MIN),
            basic.is_float() || basic.is_string(),
        ) {
            let a = self.value(left).reg;
            self.at(e.pos);
            let dst = self.dest(want, mark);
            return self.add_imm(op, basic, dst, a, value);
        }
        let (a, b) = self.two(left, right);
        self.at(e.pos);
        let dst = self.dest(want, mark);
        self.arithmetic(op, basic, dst, a, b)
    }

    pub(super) fn add_imm(
        &mut self,
        op: BinaryOp,
        basic: Basic,
        dst: Reg,
        a: Reg,
        value: i16,
    ) -> Val {
        let value = if op == BinaryOp::Sub { -value } else { value };
        self.emit(Op::AddImm { dst, a, value });
        self.wrap(basic, dst, dst);
        Val::shared(dst)
    }

    pub(super) fn shift(
        &mut self,
        op: BinaryOp,
        a: Reg,
        basic: Basic,
        right: &Expr,
        want: Option<Reg>,
        mark: Reg,
    ) -> Val {
        let count_type = self.ty(right);
        let b = self.value(right).reg;
        let unsigned = self
            .info
            .types
            .basic(count_type)
            .is_some_and(Basic::is_unsigned);
        if !unsigned && self.constant_of(right).is_none() {
            self.emit(Op::CheckShift { a: b });
        }
        let dst = self.dest(want, mark);
        self.emit(match (op, basic.is_unsigned()) {
            (BinaryOp::ShiftLeft, _) => Op::Shl { dst, a, b },
            (_, true) => Op::ShrU { dst, a, b },
            (_, false) => Op::Shr { dst, a, b },
        });
        if op == BinaryOp::ShiftLeft {
            self.wrap(basic, dst, dst);
        }
        Val::shared(dst)
    }

    /// `dst = a op b` for values of one type.
    pub(super) fn arithmetic(
        &mut self,
        op: BinaryOp,
        basic: Basic,
        dst: Reg,
        a: Reg,
        b: Reg,
    ) -> Val {
        let unsigned = basic.is_unsigned();
        let float = basic.is_float();
        self.emit(match op {
            BinaryOp::Add if basic.is_string() => Op::Concat { dst, a, b },
            BinaryOp::Add if float => Op::AddF { dst, a, b },
            BinaryOp::Sub if float => Op::SubF { dst, a, b },
            BinaryOp::Mul if float => Op::MulF { dst, a, b },
            BinaryOp::Div if float => Op::DivF { dst, a, b },
            BinaryOp::Add => Op::Add { dst, a, b },
            BinaryOp::Sub => Op::Sub { dst, a, b },
            BinaryOp::Mul => Op::Mul { dst, a, b },
            BinaryOp::Div if unsigned => Op::DivU { dst, a, b },
            BinaryOp::Div => Op::Div { dst, a, b },
            BinaryOp::Rem if unsigned => Op::RemU { dst, a, b },
            BinaryOp::Rem => Op::Rem { dst, a, b },
            BinaryOp::And => Op::And { dst, a, b },
            BinaryOp::Or => Op::Or { dst, a, b },
            BinaryOp::Xor => Op::Xor { dst, a, b },
            _ => Op::AndNot { dst, a, b },
        });
        if basic == Basic::Float32 {
            self.emit(Op::RoundF32 { dst, a: dst });
        } else if matches!(
            op,
            BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div
        ) && !float
        {
            self.wrap(basic, dst, dst);
        }
        Val::shared(dst)
    }

    /// A condition as a value.
    fn logical(&mut self, e: &Expr, want: Option<Reg>) -> Val {
        let mark = self.top();
        let no = self.cond(e, false);
        let dst = self.dest(want, mark);
        self.emit(Op::LoadInt { dst, value: 1 });
        let done = self.jump();
        self.land(&no);
        self.emit(Op::LoadInt { dst, value: 0 });
        self.land(&[done]);
        Val::shared(dst)
    }

    fn is_nil(&self, e: &Expr) -> bool {
        matches!(self.info.expr(e.id).map(|info| &info.mode), Some(Mode::Nil))
    }

    /// The type that two operands are compared as: where only one is an interface, that.
    fn compared_type(&self, left: &Expr, right: &Expr) -> TypeId {
        let (a, b) = (self.ty(left), self.ty(right));
        if self.is_nil(left) || (self.info.types.is_interface(b) && !self.is_nil(right)) {
            return b;
        }
        a
    }

    fn comparing(&mut self, ty: TypeId) -> Comparing {
        match &*self.under(ty) {
            Type::Basic(basic) if basic.is_float() => Comparing::Float,
            Type::Basic(basic) if basic.is_string() => Comparing::Str,
            Type::Basic(basic) if basic.is_unsigned() => Comparing::Unsigned,
            Type::Basic(basic) if basic.is_complex() => Comparing::Whole(ty),
            Type::Struct(_) | Type::Array { .. } | Type::Interface(_) => Comparing::Whole(ty),
            _ => Comparing::Signed,
        }
    }

    fn operands(&mut self, left: &Expr, right: &Expr, ty: TypeId) -> (Reg, Reg) {
        if self.reads(left) && calls(right) {
            let b = self.converted(right, ty, None).reg;
            return (self.converted(left, ty, None).reg, b);
        }
        let a = self.converted(left, ty, None).reg;
        (a, self.converted(right, ty, None).reg)
    }

    fn comparison(
        &mut self,
        e: &Expr,
        op: BinaryOp,
        left: &Expr,
        right: &Expr,
        want: Option<Reg>,
    ) -> Val {
        let mark = self.top();
        let ty = self.compared_type(left, right);
        let how = match self.is_nil(left) || self.is_nil(right) {
            true => Comparing::Signed,
            false => self.comparing(ty),
        };
        let (a, b) = self.operands(left, right, ty);
        self.at(e.pos);
        let dst = self.dest(want, mark);
        self.compare(op, how, dst, a, b);
        Val::shared(dst)
    }

    fn compare(&mut self, op: BinaryOp, how: Comparing, dst: Reg, a: Reg, b: Reg) {
        use BinaryOp::*;
        let (op, a, b) = match op {
            Greater => (Less, b, a),
            GreaterEqual => (LessEqual, b, a),
            other => (other, a, b),
        };
        let negate = op == NotEqual && !matches!(how, Comparing::Signed | Comparing::Unsigned);
        let instruction = match (op, how) {
            (Equal, Comparing::Signed | Comparing::Unsigned) => Op::Eq { dst, a, b },
            (NotEqual, Comparing::Signed | Comparing::Unsigned) => Op::Ne { dst, a, b },
            (Less, Comparing::Signed) => Op::Lt { dst, a, b },
            (Less, Comparing::Unsigned) => Op::LtU { dst, a, b },
            (Less, Comparing::Float) => Op::LtF { dst, a, b },
            (Less, _) => Op::LtStr { dst, a, b },
            (LessEqual, Comparing::Signed) => Op::Le { dst, a, b },
            (LessEqual, Comparing::Unsigned) => Op::LeU { dst, a, b },
            (LessEqual, Comparing::Float) => Op::LeF { dst, a, b },
            (LessEqual, _) => Op::LeStr { dst, a, b },
            (_, Comparing::Float) => Op::EqF { dst, a, b },
            (_, Comparing::Str) => Op::EqStr { dst, a, b },
            (_, Comparing::Whole(ty)) => {
                let ty = self.rtype(ty);
                Op::EqType { dst, a, b, ty }
            }
            _ => Op::Eq { dst, a, b },
        };
        self.emit(instruction);
        if negate {
            self.emit(Op::NotBool { dst, a: dst });
        }
    }

    /// `dst = a == b` of two values of type `ty`.
    pub(super) fn equal(&mut self, ty: TypeId, dst: Reg, a: Reg, b: Reg) {
        let how = self.comparing(ty);
        self.compare(BinaryOp::Equal, how, dst, a, b);
    }

    /// `a < b` of two values of a basic type.
    pub(super) fn less(&mut self, ty: TypeId, dst: Reg, a: Reg, b: Reg) {
        let how = self.comparing(ty);
        self.compare(BinaryOp::Less, how, dst, a, b);
    }

    /// Goes elsewhere where a condition is `when`, and on where it isn't; gives the jumps to be patched.
    pub(super) fn cond(&mut self, e: &Expr, when: bool) -> Vec<usize> {
        if let Some(value) = self.constant_of(e).and_then(|c| c.as_bool()) {
            return match value == when {
                true => vec![self.jump()],
                false => vec![],
            };
        }
        match &e.kind {
            ExprKind::Paren(inner) => self.cond(inner, when),
            ExprKind::Unary {
                op: UnaryOp::Not,
                operand,
            } => self.cond(operand, !when),
            ExprKind::Binary {
                op: op @ (BinaryOp::LogicalAnd | BinaryOp::LogicalOr),
                left,
                right,
                ..
            } => {
                let short = *op == BinaryOp::LogicalOr;
                if short == when {
                    let mut jumps = self.cond(left, when);
                    jumps.extend(self.cond(right, when));
                    return jumps;
                }
                let skip = self.cond(left, !when);
                let jumps = self.cond(right, when);
                self.land(&skip);
                jumps
            }
            ExprKind::Binary {
                op, left, right, ..
            } if op.is_comparison() => self.cond_comparison(e, *op, left, right, when),
            _ => self.cond_value(e, when),
        }
    }

    fn cond_value(&mut self, e: &Expr, when: bool) -> Vec<usize> {
        let mark = self.top();
        let a = self.value(e).reg;
        self.free_to(mark);
        vec![self.emit(match when {
            true => Op::JumpIf { a, to: 0 },
            false => Op::JumpIfNot { a, to: 0 },
        })]
    }

    fn cond_comparison(
        &mut self,
        e: &Expr,
        op: BinaryOp,
        left: &Expr,
        right: &Expr,
        when: bool,
    ) -> Vec<usize> {
        use BinaryOp::*;
        let ty = self.compared_type(left, right);
        let equality = matches!(op, Equal | NotEqual);
        let nil = self.is_nil(left) || self.is_nil(right);
        let fused = nil
            || match self.comparing(ty) {
                Comparing::Signed => true,
                Comparing::Unsigned => equality,
                _ => false,
            };
        if !fused {
            return self.cond_value(e, when);
        }
        let op = if when { op } else { negated(op) };
        let mark = self.top();
        let imm = |e: &Expr| {
            if self.is_nil(e) {
                Some(0)
            } else {
                self.const_imm(e)
            }
        };
        let jump = if let Some(value) = imm(right) {
            let a = self.value(left).reg;
            self.at(e.pos);
            self.emit(jump_imm(op, a, value))
        } else if let Some(value) = imm(left) {
            let a = self.value(right).reg;
            self.at(e.pos);
            self.emit(jump_imm(mirrored(op), a, value))
        } else {
            let (a, b) = self.operands(left, right, ty);
            self.at(e.pos);
            self.emit(jump_regs(op, a, b))
        };
        self.free_to(mark);
        vec![jump]
    }
}

fn negated(op: BinaryOp) -> BinaryOp {
    use BinaryOp::*;
    match op {
        Equal => NotEqual,
        NotEqual => Equal,
        Less => GreaterEqual,
        LessEqual => Greater,
        Greater => LessEqual,
        _ => Less,
    }
}

fn mirrored(op: BinaryOp) -> BinaryOp {
    use BinaryOp::*;
    match op {
        Less => Greater,
        LessEqual => GreaterEqual,
        Greater => Less,
        GreaterEqual => LessEqual,
        same => same,
    }
}

fn jump_imm(op: BinaryOp, a: Reg, value: i16) -> Op {
    use BinaryOp::*;
    let to = 0;
    match op {
        Equal => Op::JumpEqImm { a, value, to },
        NotEqual => Op::JumpNeImm { a, value, to },
        Less => Op::JumpLtImm { a, value, to },
        LessEqual => Op::JumpLeImm { a, value, to },
        Greater => Op::JumpGtImm { a, value, to },
        _ => Op::JumpGeImm { a, value, to },
    }
}

/// A jump if `a op b` of two signed integers.
pub(super) fn jump_regs(op: BinaryOp, a: Reg, b: Reg) -> Op {
    use BinaryOp::*;
    let to = 0;
    match op {
        Equal => Op::JumpEq { a, b, to },
        NotEqual => Op::JumpNe { a, b, to },
        Less => Op::JumpLt { a, b, to },
        LessEqual => Op::JumpLe { a, b, to },
        Greater => Op::JumpLt { a: b, b: a, to },
        _ => Op::JumpLe { a: b, b: a, to },
    }
}
