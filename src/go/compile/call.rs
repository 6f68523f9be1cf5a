//! Calls: what is called, and the window with its arguments.

use super::Compiler;
use super::expr::Val;
use crate::go::ast::{Expr, ExprKind};
use crate::go::op::{Op, Reg};
use crate::go::source::Pos;
use crate::go::types::info::{Mode, Selection};
use crate::go::types::object::Kind;
use crate::go::types::{Signature, Type, TypeId};

/// What is called.
#[derive(Clone, Copy, Debug)]
pub(super) enum Target {
    Func(u32),
    Native(u16),
    Closure(Reg),
    /// `fault` is the address that is read where the interface value is nil.
    Method {
        iface: Reg,
        name: u16,
        fault: u32,
    },
}

/// A call whose arguments stand in its window.
pub(super) struct Prepared {
    pub target: Target,
    pub at: Reg,
    pub args: u8,
    pub results: Vec<TypeId>,
}

impl Compiler<'_> {
    /// A call with one result, or a conversion.
    pub(super) fn call_value(&mut self, e: &Expr, want: Option<Reg>) -> Val {
        let ExprKind::Call { fun, args, .. } = &e.kind else {
            return Val::shared(0);
        };
        match self.info.expr(fun.id).map(|info| info.mode.clone()) {
            Some(Mode::Type) => {
                let to = self.ty(e);
                return self.conversion(e, &args[0], to, want);
            }
            Some(Mode::Builtin(builtin)) => return self.builtin(e, builtin, args, want),
            _ => {}
        }
        let mark = self.top();
        let values = self.call(e);
        match (values.first(), want) {
            (Some(&(reg, _)), Some(dst)) => {
                self.free_to(mark);
                self.emit(Op::Move { dst, src: reg });
                Val::fresh(dst)
            }
            (Some(&(reg, _)), None) => Val::fresh(reg),
            (None, _) => Val::shared(want.unwrap_or(mark)),
        }
    }

    /// The values of an expression that has several: a call's results.
    pub(super) fn values(&mut self, e: &Expr) -> Vec<(Reg, TypeId)> {
        let e = e.unparen();
        if let ExprKind::Call { .. } = e.kind {
            return self.call(e);
        }
        let ty = self.ty(e);
        vec![(self.value(e).reg, ty)]
    }

    /// A call of a function that isn't predeclared: its results stand one after another.
    fn call(&mut self, e: &Expr) -> Vec<(Reg, TypeId)> {
        let call = self.prepare(e);
        self.at(e.pos);
        self.free_to(call.at);
        self.f().alloc(1 + call.results.len() as u16);
        self.emit_call(call.target, call.at);
        (call.at + 1..).zip(call.results).collect()
    }

    pub(super) fn emit_call(&mut self, target: Target, at: Reg) {
        self.emit(match target {
            Target::Func(func) => Op::Call { at, func },
            Target::Native(native) => Op::CallNative { at, native },
            Target::Closure(closure) => Op::CallClosure { at, closure },
            Target::Method { iface, name, .. } => Op::CallMethod { at, iface, name },
        });
        if let Target::Method { fault, .. } = target {
            self.faults_at(fault);
        }
    }

    /// As [`Self::emit_call`] for a method whose receiver isn't in the window yet.
    pub(super) fn emit_method_call(&mut self, (target, recv): (Target, Option<Reg>), at: Reg) {
        if let Some(src) = recv {
            self.emit(Op::Move { dst: at + 1, src });
            return self.emit_call(target, at);
        }
        self.emit_call(target, at);
    }

    /// A call's target and its window, with the arguments in it.
    pub(super) fn prepare(&mut self, e: &Expr) -> Prepared {
        let ExprKind::Call {
            fun,
            args,
            ellipsis,
            ..
        } = &e.kind
        else {
            unreachable!("only calls are prepared");
        };
        let fun = fun.unparen();
        let ty = self.ty(fun);
        let under = self.under(ty);
        let Type::Func(signature) = &*under else {
            unreachable!("what is called is a function");
        };
        let (target, at) = self.callee(fun);
        let mut count = (self.top() - at - 1).min(1);
        count += self.arguments(signature, args, ellipsis.is_some(), e.pos);
        let types = &self.info.types;
        Prepared {
            target,
            at,
            args: count,
            results: signature
                .results
                .iter()
                .map(|r| types.canonical(r.ty))
                .collect(),
        }
    }

    /// What a call calls, and the window: all registers are taken up to where the first argument goes.
    fn callee(&mut self, fun: &Expr) -> (Target, Reg) {
        let named = match &fun.kind {
            ExprKind::Index { operand, .. } => operand.unparen(),
            _ => fun,
        };
        let declared = match &named.kind {
            ExprKind::Name(_) => self.info.name(named.id),
            ExprKind::Selector { .. } => match self.info.selections.get(&named.id) {
                Some(Selection::Package(id)) => Some(*id),
                _ => None,
            },
            _ => None,
        };
        if let Some(id) = declared
            && matches!(self.object(id).kind, Kind::Func(_))
        {
            let target = match self.native(id) {
                Some(native) => Target::Native(native),
                None => Target::Func(self.declared(named, id)),
            };
            return (target, self.alloc());
        }
        if let ExprKind::Selector { operand, .. } = &named.kind {
            match self.info.selections.get(&named.id).cloned() {
                Some(Selection::Method { path, method }) => {
                    return self.method_callee(named, operand, &path, &method);
                }
                Some(Selection::MethodExpr { method, .. }) => {
                    let ty = self.ty(operand);
                    let name = self.method_ref_name(&method);
                    let own = self.instance_args(named);
                    let func = self.method_function(ty, &name, own);
                    return (Target::Func(func), self.alloc());
                }
                _ => {}
            }
        }
        let closure = self.value(fun).reg;
        // A literal that captures nothing is called by its number.
        if let Some(&Op::LoadFunc { dst, func }) = self.f().code.last()
            && dst == closure
            && matches!(fun.kind, ExprKind::FuncLit { .. })
        {
            self.f().code.pop();
            self.f().positions.pop();
            self.free_to(closure);
            return (Target::Func(func), self.alloc());
        }
        (Target::Closure(closure), self.alloc())
    }

    /// Puts a call's arguments into the registers from the first free one on; gives how many.
    fn arguments(&mut self, signature: &Signature, args: &[Expr], ellipsis: bool, pos: Pos) -> u8 {
        let types = &self.info.types;
        let params: Vec<TypeId> = signature
            .params
            .iter()
            .map(|p| types.canonical(p.ty))
            .collect();
        let first = self.f().alloc(params.len() as u16);
        let fixed = params.len() - usize::from(signature.variadic && !ellipsis);
        if let [only] = args
            && matches!(&*types.get(self.ty(only)), Type::Tuple(_))
        {
            self.spread(only, first, &params, fixed);
            return params.len() as u8;
        }
        let elem = params.get(fixed).map(|&rest| match *self.under(rest) {
            Type::Slice(elem) => elem,
            _ => TypeId::INVALID,
        });
        let to = |n: usize| match elem {
            Some(elem) if n >= fixed => elem,
            _ => params[n],
        };
        let values: Vec<(&Expr, TypeId)> = args.iter().zip((0..).map(to)).collect();
        let rest = first + fixed as Reg;
        let mut made = elem.is_none();
        for n in self.order(&values) {
            let (arg, to) = values[n];
            let mark = self.top();
            if n < fixed {
                self.owned(arg, to, Some(first + n as Reg));
            } else {
                if !std::mem::replace(&mut made, true) {
                    self.at(pos);
                    self.make_slice(args.len() - fixed, to, rest);
                }
                let src = self.converted(arg, to, None).reg;
                self.at(pos);
                self.set_elem(rest, n - fixed, to, src);
            }
            self.free_to(mark);
        }
        if !made {
            self.load_slot(0, rest);
        }
        params.len() as u8
    }

    /// `f(g())` where `g` has several results.
    fn spread(&mut self, arg: &Expr, first: Reg, params: &[TypeId], fixed: usize) {
        let mark = self.top();
        let values = self.values(arg);
        for (n, &(reg, from)) in values.iter().enumerate().take(fixed) {
            let src = self.convert_reg(reg, from, params[n]);
            self.moved(src, Some(first + n as Reg));
        }
        if let Some(&rest) = params.get(fixed)
            && let Type::Slice(elem) = *self.under(rest)
        {
            let converted: Vec<Reg> = values[fixed..]
                .iter()
                .map(|&(reg, from)| self.convert_reg(reg, from, elem))
                .collect();
            let dst = first + fixed as Reg;
            self.make_slice(converted.len(), elem, dst);
            for (n, src) in converted.into_iter().enumerate() {
                self.set_elem(dst, n, elem, src);
            }
        }
        self.free_to(mark);
    }

    /// A slice with room for `len` elements.
    pub(super) fn make_slice(&mut self, len: usize, elem: TypeId, dst: Reg) {
        if len == 0 {
            self.emit(Op::LoadInt { dst, value: 0 });
            return;
        }
        let mark = self.top();
        let reg = self.alloc();
        self.load_slot(len as u64, reg);
        let elem = self.rtype(elem);
        self.emit(Op::MakeSlice {
            dst,
            len: reg,
            cap: reg,
            elem,
        });
        self.free_to(mark);
    }

    /// Sets an element of a slice just made.
    pub(super) fn set_elem(&mut self, slice: Reg, index: usize, elem: TypeId, src: Reg) {
        let mark = self.top();
        let at = self.alloc();
        self.load_slot(index as u64, at);
        let place = self.slice_elem(slice, at, elem);
        self.store(place, elem, src);
        self.free_to(mark);
    }

    /// A new slice of these values; nil where there are none.
    pub(super) fn slice_of(&mut self, values: &[&Expr], ty: TypeId, dst: Reg) {
        let Type::Slice(elem) = *self.under(ty) else {
            return;
        };
        let pos = self.f().pos;
        self.make_slice(values.len(), elem, dst);
        for (n, value) in values.iter().enumerate() {
            let mark = self.top();
            let src = self.converted(value, elem, None).reg;
            self.at(pos);
            self.set_elem(dst, n, elem, src);
            self.free_to(mark);
        }
    }
}
