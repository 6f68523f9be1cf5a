//! Calls: of functions, methods, closures and predeclared functions; `go` and `defer`.

use super::expr::{Val, calls, plain};
use super::place::Place;
use super::{Compiler, FnKey};
use crate::go::ast::{BinaryOp, Expr, ExprKind};
use crate::go::op::{Op, Reg};
use crate::go::source::Pos;
use crate::go::types::info::{MethodRef, Mode, Path, Selection};
use crate::go::types::object::{Builtin, Kind};
use crate::go::types::{Basic, Found, Name, Signature, Type, TypeId};

/// What is called.
#[derive(Clone, Copy, Debug)]
pub(super) enum Target {
    Func(u32),
    Native(u16),
    Closure(Reg),
    Method { iface: Reg, name: u16 },
}

/// A call whose arguments stand in its window.
struct Prepared {
    target: Target,
    at: Reg,
    args: u8,
    results: Vec<TypeId>,
}

/// Why a call is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Later {
    Go,
    Defer,
}

fn strip(mut e: &Expr) -> &Expr {
    while let ExprKind::Paren(inner) = &e.kind {
        e = inner;
    }
    e
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
        let e = strip(e);
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
            Target::Method { iface, name } => Op::CallMethod { at, iface, name },
        });
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
    fn prepare(&mut self, e: &Expr) -> Prepared {
        let ExprKind::Call {
            fun,
            args,
            ellipsis,
            ..
        } = &e.kind
        else {
            unreachable!("only calls are prepared");
        };
        let fun = strip(fun);
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
            ExprKind::Index { operand, .. } => strip(operand),
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

    fn method_callee(
        &mut self,
        fun: &Expr,
        operand: &Expr,
        path: &Path,
        method: &MethodRef,
    ) -> (Target, Reg) {
        let name = self.method_ref_name(method);
        let mut ty = self.ty(operand);
        for &index in &path.indices {
            if let Type::Pointer(elem) = *self.under(ty) {
                ty = elem;
            }
            if let Type::Struct(fields) = &*self.under(ty) {
                ty = self.info.types.canonical(fields[index].ty);
            }
        }
        if self.info.types.is_interface(ty) {
            let (place, ty) = self.walk_path(operand, path);
            let iface = self.load(place, ty, None).reg;
            let name = self.interface_method(ty, &name);
            let at = self.f().alloc(2);
            return (Target::Method { iface, name }, at);
        }
        let at = self.f().alloc(2);
        let (place, ty) = self.walk_path(operand, path);
        self.at(fun.pos);
        let own = self.instance_args(fun);
        let (target, recv) = self.method_of(place, ty, &name, &own, Some(at + 1));
        if let Some(src) = recv
            && src != at + 1
        {
            self.emit(Op::Move { dst: at + 1, src });
        }
        self.free_to(at + 2);
        (target, at)
    }

    /// The method `name` of what is at a place, with its own type arguments, and the register with its receiver.
    pub(super) fn method_of(
        &mut self,
        place: Place,
        ty: TypeId,
        name: &Name,
        own: &[TypeId],
        want: Option<Reg>,
    ) -> (Target, Option<Reg>) {
        let types = &self.info.types;
        if types.is_interface(ty) {
            let iface = self.load(place, ty, None).reg;
            let name = self.interface_method(ty, name);
            return (Target::Method { iface, name }, None);
        }
        let Ok(member) = types.lookup(ty, name) else {
            return (Target::Closure(0), None);
        };
        if !member.path.indices.is_empty() {
            let (place, ty) = self.walk_from(place, ty, &member.path.indices);
            return self.method_of(place, ty, name, own, want);
        }
        let Found::Method(MethodRef::Declared {
            object,
            args,
            pointer,
            ..
        }) = member.found
        else {
            return (Target::Closure(0), None);
        };
        let recv = match (&*self.under(ty), pointer) {
            (Type::Pointer(elem), false) if self.receiver_is_pointed(ty) => {
                let ptr = self.load(place, ty, None).reg;
                let pointed = Place::Mem {
                    ptr,
                    off: 0,
                    bytes: 0,
                    private: false,
                };
                let mark = self.top();
                let wide = self.layouts.wide(*elem);
                let val = self.load(pointed, *elem, want.filter(|_| !wide));
                self.own(val, *elem, want, mark)
            }
            (Type::Pointer(_), true) if self.receiver_is_pointed(ty) => {
                self.load(place, ty, want).reg
            }
            (_, true) => self.address(place),
            (_, false) => {
                let mark = self.top();
                let wide = self.layouts.wide(ty);
                let val = self.load(place, ty, want.filter(|_| !wide));
                self.own(val, ty, want, mark)
            }
        };
        let target = match self.native(object) {
            Some(native) => Target::Native(native),
            None => {
                let types = &self.info.types;
                let all = args
                    .iter()
                    .chain(own)
                    .map(|&ty| types.canonical(ty))
                    .collect();
                Target::Func(self.function(FnKey::Declared(object, all)))
            }
        };
        (target, Some(recv))
    }

    /// Whether a type is a plain pointer, rather than a defined type.
    fn receiver_is_pointed(&self, ty: TypeId) -> bool {
        matches!(&*self.info.types.get(ty), Type::Pointer(_))
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
        let late = |n: usize| plain(&args[n]) && args[n + 1..].iter().any(calls);
        for pass in [false, true] {
            for (n, arg) in args.iter().enumerate().take(fixed) {
                let boxes = types.is_interface(params[n]) && !types.is_interface(self.ty(arg));
                if (late(n) && !boxes) == pass {
                    let mark = self.top();
                    self.owned(arg, params[n], Some(first + n as Reg));
                    self.free_to(mark);
                }
            }
            if !pass && fixed < params.len() {
                let mark = self.top();
                let rest: Vec<&Expr> = args[fixed..].iter().collect();
                self.at(pos);
                self.slice_of(&rest, params[fixed], first + fixed as Reg);
                self.free_to(mark);
            }
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
    fn slice_of(&mut self, values: &[&Expr], ty: TypeId, dst: Reg) {
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

    /// `go f(x)` and `defer f(x)`
    pub(super) fn later(&mut self, e: &Expr, later: Later) {
        let mark = self.top();
        let e = strip(e);
        let ExprKind::Call { fun, args, .. } = &e.kind else {
            return;
        };
        let call = match self.info.expr(fun.id).map(|info| info.mode.clone()) {
            Some(Mode::Builtin(Builtin::Recover)) => return,
            Some(Mode::Builtin(builtin)) => self.prepare_builtin(builtin, args),
            Some(Mode::Type) => return,
            _ => self.prepare(e),
        };
        self.at(e.pos);
        let Prepared {
            target,
            mut at,
            args: mut count,
            ..
        } = call;
        let target = match target {
            Target::Native(native) => Target::Func(self.native_function(native)),
            Target::Method { iface, name } => {
                let dst = self.alloc();
                self.emit(Op::BindMethod { dst, iface, name });
                at += 1;
                count -= 1;
                Target::Closure(dst)
            }
            other => other,
        };
        self.emit(match (later, target) {
            (Later::Go, Target::Closure(closure)) => Op::GoClosure { at, count, closure },
            (Later::Defer, Target::Closure(closure)) => Op::DeferClosure { at, count, closure },
            (Later::Go, Target::Func(func)) => Op::Go { at, count, func },
            (_, Target::Func(func)) => Op::Defer { at, count, func },
            _ => Op::CheckNil { ptr: 0 },
        });
        self.free_to(mark);
    }

    /// The function that calls a native.
    fn native_function(&mut self, native: u16) -> u32 {
        match self.natives[usize::from(native)] {
            Some(id) => self.function(FnKey::Declared(id, Box::default())),
            None => unreachable!("predeclared functions have wrappers of their own"),
        }
    }

    fn prepare_builtin(&mut self, builtin: Builtin, args: &[Expr]) -> Prepared {
        let types: Vec<TypeId> = args.iter().map(|arg| self.ty(arg)).collect();
        let at = self.alloc();
        let mut key = types.clone();
        match builtin {
            Builtin::Panic => {
                let dst = self.alloc();
                let any = self.any();
                self.owned(&args[0], any, Some(dst));
                key = vec![any];
            }
            Builtin::Print | Builtin::Println => {
                let dst = self.alloc();
                self.print_args(args, dst);
                key = vec![self.any()];
            }
            Builtin::Delete => {
                let Type::Map { key, .. } = *self.under(types[0]) else {
                    unreachable!("delete takes a map");
                };
                let first = self.f().alloc(2);
                self.expr(&args[0], Some(first));
                self.owned(&args[1], key, Some(first + 1));
            }
            _ => {
                let first = self.f().alloc(args.len() as u16);
                for (dst, arg) in (first..).zip(args) {
                    self.expr(arg, Some(dst));
                }
            }
        }
        let count = key.len() as u8;
        self.free_to(at + 1 + count);
        Prepared {
            target: Target::Func(self.function(FnKey::Builtin(builtin, key.into()))),
            at,
            args: count,
            results: vec![],
        }
    }

    pub(super) fn any(&self) -> TypeId {
        self.info.types.canonical(TypeId::ANY)
    }

    fn print_args(&mut self, args: &[Expr], dst: Reg) {
        let all: Vec<&Expr> = args.iter().collect();
        let slice = self
            .info
            .types
            .canonical(self.info.types.intern(Type::Slice(self.any())));
        self.slice_of(&all, slice, dst);
    }

    /// `print` and `println`: natives that take a slice of `any`.
    pub(super) fn call_print(&mut self, builtin: Builtin, args: Reg) {
        let native = self
            .natives
            .insert_full(format!("runtime.{}", builtin.name()).into(), None)
            .0 as u16;
        let mark = self.top();
        let at = self.f().alloc(2);
        self.emit(Op::Move {
            dst: at + 1,
            src: args,
        });
        self.emit(Op::CallNative { at, native });
        self.free_to(mark);
    }

    fn builtin(&mut self, e: &Expr, builtin: Builtin, args: &[Expr], want: Option<Reg>) -> Val {
        let mark = self.top();
        match builtin {
            Builtin::Len | Builtin::Cap => self.length(e, builtin, &args[0], want),
            Builtin::Append => self.append(e, args, want),
            Builtin::Copy => {
                let (a, b) = self.two(&args[0], &args[1]);
                let ty = self.ty(&args[1]);
                let dst = self.dest(want, mark);
                self.at(e.pos);
                self.copy_to(dst, a, b, ty);
                Val::shared(dst)
            }
            Builtin::Make => self.make(e, args, want),
            Builtin::New => self.new_value(e, &args[0], want),
            Builtin::Min | Builtin::Max => self.extreme(e, builtin, args, want),
            Builtin::Recover => {
                let dst = self.dest(want, mark);
                self.emit(Op::Recover { dst });
                Val::shared(dst)
            }
            _ => {
                self.effect(e, builtin, args);
                Val::shared(want.unwrap_or(mark))
            }
        }
    }

    /// The predeclared functions without results.
    fn effect(&mut self, e: &Expr, builtin: Builtin, args: &[Expr]) {
        let mark = self.top();
        match builtin {
            Builtin::Close => {
                let chan = self.value(&args[0]).reg;
                self.at(e.pos);
                self.emit(Op::Close { chan });
            }
            Builtin::Panic => {
                let any = self.any();
                let value = self.owned(&args[0], any, None);
                self.at(e.pos);
                self.emit(Op::Panic { value });
            }
            Builtin::Delete => {
                let map = self.value(&args[0]).reg;
                if let Type::Map { key, .. } = *self.under(self.ty(&args[0])) {
                    let key = self.converted(&args[1], key, None).reg;
                    self.at(e.pos);
                    self.emit(Op::MapDelete { map, key });
                }
            }
            Builtin::Clear => {
                let reg = self.value(&args[0]).reg;
                let ty = self.ty(&args[0]);
                self.at(e.pos);
                self.clear_reg(reg, ty);
            }
            _ => {
                let dst = self.alloc();
                self.print_args(args, dst);
                self.at(e.pos);
                self.call_print(builtin, dst);
            }
        }
        self.free_to(mark);
    }

    pub(super) fn clear_reg(&mut self, reg: Reg, ty: TypeId) {
        self.emit(match &*self.under(ty) {
            Type::Map { .. } => Op::MapClear { map: reg },
            _ => Op::ClearSlice { slice: reg },
        });
    }

    pub(super) fn copy_regs(&mut self, a: Reg, b: Reg, from: TypeId) {
        let dst = self.alloc();
        self.copy_to(dst, a, b, from);
        self.free_to(dst);
    }

    fn copy_to(&mut self, dst: Reg, a: Reg, b: Reg, from: TypeId) {
        self.emit(match self.info.types.basic(from) {
            Some(_) => Op::CopyStr { dst, a, b },
            None => Op::CopySlice { dst, a, b },
        });
    }

    fn length(&mut self, e: &Expr, builtin: Builtin, arg: &Expr, want: Option<Reg>) -> Val {
        let mark = self.top();
        let ty = self.ty(arg);
        let under = self.under(ty);
        let array = match &*under {
            Type::Pointer(elem) => self.under(*elem),
            _ => under.clone(),
        };
        if let Type::Array { len, .. } = *array {
            self.value(arg);
            let dst = self.dest(want, mark);
            self.load_slot(len, dst);
            return Val::shared(dst);
        }
        let a = self.value(arg).reg;
        self.at(e.pos);
        let dst = self.dest(want, mark);
        self.emit(match (&*under, builtin) {
            (Type::Basic(_), _) => Op::LenStr { dst, a },
            (Type::Map { .. }, _) => Op::LenMap { dst, a },
            (Type::Chan { .. }, Builtin::Len) => Op::LenChan { dst, a },
            (Type::Chan { .. }, _) => Op::CapChan { dst, a },
            (_, Builtin::Len) => Op::LenSlice { dst, a },
            _ => Op::CapSlice { dst, a },
        });
        Val::shared(dst)
    }

    fn append(&mut self, e: &Expr, args: &[Expr], want: Option<Reg>) -> Val {
        let ExprKind::Call { ellipsis, .. } = &e.kind else {
            return Val::shared(0);
        };
        let mark = self.top();
        let ty = self.ty(e);
        let Type::Slice(elem) = *self.under(ty) else {
            return Val::shared(0);
        };
        if ellipsis.is_some() {
            let (a, b) = self.two(&args[0], &args[1]);
            let string = self
                .info
                .types
                .basic(self.ty(&args[1]))
                .is_some_and(Basic::is_string);
            let elem = self.rtype(elem);
            self.at(e.pos);
            let dst = self.dest(want, mark);
            self.emit(match string {
                true => Op::AppendStr { dst, a, b },
                false => Op::AppendSlice { dst, a, b, elem },
            });
            return Val::shared(dst);
        }
        if args.len() == 1 {
            return self.expr(&args[0], want);
        }
        let late = plain(&args[0]) && args[1..].iter().any(calls);
        let mut slice = if late { 0 } else { self.value(&args[0]).reg };
        let rtype = self.rtype(elem);
        for (number, chunk) in args[1..].chunks(100).enumerate() {
            let at = self.f().alloc(chunk.len() as u16);
            for (dst, arg) in (at..).zip(chunk) {
                let inner = self.top();
                self.converted(arg, elem, Some(dst));
                self.free_to(inner);
            }
            if late && number == 0 {
                slice = self.value(&args[0]).reg;
            }
            self.at(e.pos);
            if number == 0 {
                slice = self.room_on_stack(&args[0], slice, args.len() - 1);
            }
            let last = (number + 1) * 100 >= args.len() - 1;
            let dst = match last {
                true => self.dest(want, mark),
                false => self.dest(None, at),
            };
            self.emit(Op::Append {
                dst,
                slice,
                at,
                count: chunk.len() as u8,
                elem: rtype,
            });
            slice = dst;
        }
        Val::shared(slice)
    }

    fn make(&mut self, e: &Expr, args: &[Expr], want: Option<Reg>) -> Val {
        let mark = self.top();
        let ty = self.ty(e);
        let under = self.under(ty);
        let sizes: Vec<Reg> = args[1..]
            .iter()
            .map(|size| {
                let float = self
                    .info
                    .types
                    .basic(self.ty(size))
                    .is_some_and(Basic::is_float);
                match self.const_int(size) {
                    Some(value) if float => {
                        let reg = self.alloc();
                        self.load_slot(value as u64, reg);
                        reg
                    }
                    _ => self.value(size).reg,
                }
            })
            .collect();
        let size = match sizes.first() {
            Some(&size) => size,
            None => {
                let reg = self.alloc();
                self.emit(Op::LoadInt { dst: reg, value: 0 });
                reg
            }
        };
        self.at(e.pos);
        let op = match &*under {
            Type::Slice(elem) => {
                let elem = self.rtype(*elem);
                let dst = self.dest(want, mark);
                Op::MakeSlice {
                    dst,
                    len: size,
                    cap: sizes.get(1).copied().unwrap_or(size),
                    elem,
                }
            }
            Type::Chan { elem, .. } => {
                let elem = self.rtype(*elem);
                let dst = self.dest(want, mark);
                Op::MakeChan {
                    dst,
                    cap: size,
                    elem,
                }
            }
            _ => {
                let ty = self.rtype(ty);
                let dst = self.dest(want, mark);
                Op::MakeMap { dst, ty }
            }
        };
        self.emit(op);
        let (Op::MakeSlice { dst, .. } | Op::MakeChan { dst, .. } | Op::MakeMap { dst, .. }) = op
        else {
            return Val::shared(0);
        };
        Val::shared(dst)
    }

    /// `new(T)`, and `new(x)`.
    fn new_value(&mut self, e: &Expr, arg: &Expr, want: Option<Reg>) -> Val {
        let mark = self.top();
        let Type::Pointer(elem) = *self.under(self.ty(e)) else {
            return Val::shared(0);
        };
        let is_type = matches!(self.info.expr(arg.id).map(|i| &i.mode), Some(Mode::Type));
        let src = match is_type {
            true => None,
            false => Some(self.converted(arg, elem, None).reg),
        };
        let ty = self.rtype(elem);
        self.at(e.pos);
        let Some(src) = src else {
            let dst = self.dest(want, mark);
            self.emit(Op::New { dst, ty });
            return Val::shared(dst);
        };
        let dst = self.alloc();
        self.emit(Op::New { dst, ty });
        self.init_cell(dst, elem, src);
        self.moved(dst, want)
    }

    fn extreme(&mut self, e: &Expr, builtin: Builtin, args: &[Expr], want: Option<Reg>) -> Val {
        let mark = self.top();
        let ty = self.ty(e);
        let regs: Vec<Reg> = args.iter().map(|arg| self.value(arg).reg).collect();
        let best = self.alloc();
        let test = self.alloc();
        self.emit(Op::Move {
            dst: best,
            src: regs[0],
        });
        let float = self.info.types.basic(ty).is_some_and(Basic::is_float);
        for &reg in &regs[1..] {
            match builtin {
                Builtin::Min => self.less(ty, test, reg, best),
                _ => self.less(ty, test, best, reg),
            }
            let mut take = vec![self.emit(Op::JumpIf { a: test, to: 0 })];
            if float {
                // A NaN among them is the result.
                self.emit(Op::EqF {
                    dst: test,
                    a: reg,
                    b: reg,
                });
                take.push(self.emit(Op::JumpIfNot { a: test, to: 0 }));
            }
            let skip = self.jump();
            self.land(&take);
            self.emit(Op::Move {
                dst: best,
                src: reg,
            });
            self.land(&[skip]);
        }
        self.free_to(mark);
        let dst = self.dest(want, mark);
        if dst != best {
            self.emit(Op::Move { dst, src: best });
        }
        Val::shared(dst)
    }

    /// The operator of an assignment such as `+=` on values at hand.
    pub(super) fn op_assign_reg(
        &mut self,
        op: BinaryOp,
        basic: Basic,
        dst: Reg,
        a: Reg,
        right: &Expr,
    ) {
        if op.is_shift() {
            let mark = self.top();
            self.shift(op, a, basic, right, Some(dst), mark);
            return;
        }
        if let (BinaryOp::Add | BinaryOp::Sub, Some(value), false) = (
            op,
            self.const_imm(right).filter(|&v| v != i16::MIN),
            basic.is_float() || basic.is_string(),
        ) {
            self.add_imm(op, basic, dst, a, value);
            return;
        }
        let b = self.value(right).reg;
        self.arithmetic(op, basic, dst, a, b);
    }
}
