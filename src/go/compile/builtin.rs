//! Calls of the predeclared functions.

use super::Compiler;
use super::expr::Val;
use super::order::calls;
use crate::go::ast::{Expr, ExprKind};
use crate::go::op::{Op, Reg};
use crate::go::types::info::Mode;
use crate::go::types::object::Builtin;
use crate::go::types::{Basic, Type, TypeId};

impl Compiler<'_> {
    pub(super) fn builtin(
        &mut self,
        e: &Expr,
        builtin: Builtin,
        args: &[Expr],
        want: Option<Reg>,
    ) -> Val {
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
            Builtin::Complex => self.complex(e, want),
            Builtin::Real | Builtin::Imag => self.part(builtin, &args[0], want),
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
        let late = self.reads(&args[0]) && args[1..].iter().any(calls);
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

    pub(super) fn any(&self) -> TypeId {
        self.info.types.canonical(TypeId::ANY)
    }

    pub(super) fn print_args(&mut self, args: &[Expr], dst: Reg) {
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
}
