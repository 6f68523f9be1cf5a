//! Calls for later: `go` and `defer`.

use super::call::{Prepared, Target};
use super::{Compiler, FnKey};
use crate::go::ast::{Expr, ExprKind};
use crate::go::op::Op;
use crate::go::types::info::Mode;
use crate::go::types::object::Builtin;
use crate::go::types::{Type, TypeId};

/// Why a call is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Later {
    Go,
    Defer,
}

impl Compiler<'_> {
    /// `go f(x)` and `defer f(x)`
    pub(super) fn later(&mut self, e: &Expr, later: Later) {
        let mark = self.top();
        let e = e.unparen();
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
            Target::Method { iface, name, .. } => {
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
}
