//! Functions that nobody wrote: what stands between a caller and a method, a native or a predeclared function.

use super::Compiler;
use super::call::Target;
use super::frame::Frame;
use crate::go::op::{Op, Reg};
use crate::go::source::Pos;
use crate::go::types::info::MethodRef;
use crate::go::types::object::{Builtin, Kind};
use crate::go::types::{Found, Name, ObjId, TypeId};

impl Compiler<'_> {
    /// A function that does nothing but call a native.
    pub(super) fn native_stub(&mut self, id: ObjId, ty: TypeId) {
        let method = matches!(&self.object(id).kind, Kind::Func(f) if f.receiver.is_some());
        let (params, results) = self.counts(ty);
        let params = params + u8::from(method);
        let native = self.native(id).unwrap_or(0);
        let frame = self.f();
        frame.wrapper = true;
        frame.params = params;
        frame.alloc(u16::from(params));
        let at = frame.alloc(1 + u16::from(params.max(results)));
        for n in 0..params {
            self.emit(Op::Move {
                dst: at + 1 + n,
                src: 1 + n,
            });
        }
        self.emit(Op::CallNative { at, native });
        self.emit(Op::Return {
            from: at + 1,
            count: results,
        });
        self.set_results(ty);
    }

    /// A function that finds a method's receiver from the value that it is given, or captured, and calls the method.
    pub(super) fn compile_method_wrapper(
        &mut self,
        ty: TypeId,
        name: &Name,
        type_args: &[TypeId],
        index: u32,
        bound: bool,
    ) {
        let types = &self.info.types;
        let Ok(member) = types.lookup(ty, name) else {
            return;
        };
        let text = format!(
            "{}.{}{}",
            self.layouts.name(ty),
            name.text,
            if bound { "-fm" } else { "" }
        );
        let mut frame = Frame::new(index, text.into(), Pos::NONE, None);
        frame.wrapper = true;
        if let Found::Method(MethodRef::Declared { object, .. }) = &member.found {
            frame.pos = self.object(*object).pos;
            frame.declared_at = frame.pos;
        }
        self.frames.push(frame);
        let params = match &member.found {
            Found::Method(MethodRef::Declared { object, .. }) => match &self.object(*object).kind {
                Kind::Func(func) => &func.type_params[..],
                _ => &[],
            },
            _ => &[],
        };
        let pairs: Vec<_> = params
            .iter()
            .copied()
            .zip(type_args.iter().copied())
            .collect();
        let signature = types.canonical(types.substitute(member.ty, &pairs));
        self.set_results(signature);
        let (count, results) = self.counts(signature);
        let own = count + u8::from(!bound);
        let first = self.f().alloc(u16::from(own));
        self.f().params = own;
        let recv = if bound {
            let closure = self.alloc();
            self.f().closure = Some(closure);
            let key = self.hidden();
            self.f().captures.push(key);
            let dst = self.alloc();
            self.emit(Op::LoadCapture { dst, index: 0 });
            dst
        } else {
            first
        };
        let args_from = first + u8::from(!bound);
        let start = self.temporary_of(recv, ty);
        let (place, at_ty) = self.walk_from(start, ty, &member.path.indices);
        let target = self.method_of(place, at_ty, name, type_args, None);
        self.forward(target, args_from, count, results);
        self.finish();
    }

    /// Calls a method with `count` arguments from `args` on, and returns its results.
    fn forward(&mut self, target: (Target, Option<Reg>), args: Reg, count: u8, results: u8) {
        let at = self.f().alloc(2 + u16::from(count.max(results)));
        for n in 0..count {
            self.emit(Op::Move {
                dst: at + 2 + n,
                src: args + n,
            });
        }
        self.emit_method_call(target, at);
        self.emit(Op::Return {
            from: at + 1,
            count: results,
        });
    }

    pub(super) fn compile_builtin_wrapper(
        &mut self,
        builtin: Builtin,
        args: &[TypeId],
        index: u32,
    ) {
        let name = format!("runtime.{}", builtin.name());
        let mut frame = Frame::new(index, name.into(), Pos::NONE, None);
        frame.wrapper = true;
        frame.params = args.len() as u8;
        frame.alloc(args.len() as u16);
        self.frames.push(frame);
        let arg = |n: Reg| 1 + n;
        match builtin {
            Builtin::Close => {
                self.emit(Op::Close { chan: arg(0) });
            }
            Builtin::Panic => {
                self.emit(Op::Panic { value: arg(0) });
            }
            Builtin::Delete => {
                self.emit(Op::MapDelete {
                    map: arg(0),
                    key: arg(1),
                });
            }
            Builtin::Clear => self.clear_reg(arg(0), args[0]),
            Builtin::Copy => self.copy_regs(arg(0), arg(1), args[1]),
            Builtin::Print | Builtin::Println => self.call_print(builtin, arg(0)),
            _ => {}
        }
        self.emit(Op::Return { from: 1, count: 0 });
        self.finish();
    }
}
