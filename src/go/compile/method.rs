//! Methods: which function one is, and values of methods.

use super::call::Target;
use super::expr::Val;
use super::place::Place;
use super::{Compiler, FnKey};
use crate::go::ast::{Expr, ExprKind};
use crate::go::op::{Op, Reg};
use crate::go::types::info::{MethodRef, Path};
use crate::go::types::object::Kind;
use crate::go::types::{Found, Name, Type, TypeId};

impl Compiler<'_> {
    pub(super) fn method_callee(
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
            let fault = match self.is_unset(operand) {
                true => 0,
                false => self.table_entry(ty, &name),
            };
            let name = self.interface_method(ty, &name);
            let at = self.f().alloc(2);
            return (Target::Method { iface, name, fault }, at);
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
            let fault = self.table_entry(ty, name);
            let name = self.interface_method(ty, name);
            return (Target::Method { iface, name, fault }, None);
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

    /// The name of a method that is selected.
    pub(super) fn method_ref_name(&self, method: &MethodRef) -> Name {
        match method {
            MethodRef::Interface(name) | MethodRef::Param(name) => name.clone(),
            MethodRef::Declared { object, decl, .. } => {
                let find = |d: &crate::go::types::Decl| {
                    d.methods
                        .iter()
                        .find(|m| m.object == *object)
                        .map(|m| m.name.clone())
                };
                let found = self.info.types.decl_with(*decl, find);
                found.unwrap_or_else(|| Name::new(self.object(*object).name.clone(), None))
            }
        }
    }

    /// `x.M` that isn't called.
    pub(super) fn method_value(
        &mut self,
        e: &Expr,
        operand: &Expr,
        path: &Path,
        method: &MethodRef,
        want: Option<Reg>,
    ) -> Val {
        let mark = self.top();
        let (place, ty) = self.walk_path(operand, path);
        let name = self.method_ref_name(method);
        if self.info.types.is_interface(ty) {
            let iface = self.load(place, ty, None).reg;
            let name = self.interface_method(ty, &name);
            self.at(e.pos);
            let dst = self.dest(want, mark);
            self.emit(Op::BindMethod { dst, iface, name });
            return Val::shared(dst);
        }
        let member = self.info.types.lookup(ty, &name);
        let pointer = matches!(
            member.map(|m| m.found),
            Ok(crate::go::types::Found::Method(MethodRef::Declared {
                pointer: true,
                ..
            }))
        );
        let is_pointer = matches!(&*self.under(ty), Type::Pointer(_));
        let (recv, recv_ty) = match (pointer, is_pointer) {
            (true, false) => (
                self.address(place),
                self.info.types.intern(Type::Pointer(ty)),
            ),
            (false, true) => {
                let ptr = self.load(place, ty, None).reg;
                let Type::Pointer(elem) = *self.under(ty) else {
                    return Val::shared(ptr);
                };
                let mark = self.top();
                let val = self.load(
                    Place::Mem {
                        ptr,
                        off: 0,
                        bytes: 0,
                        private: false,
                    },
                    elem,
                    None,
                );
                (self.own(val, elem, None, mark), elem)
            }
            _ => {
                let mark = self.top();
                let val = self.load(place, ty, None);
                (self.own(val, ty, None, mark), ty)
            }
        };
        let recv_ty = self.info.types.canonical(recv_ty);
        let own = self.instance_args(e);
        let func = self.function(FnKey::Bound(recv_ty, name, own));
        let from = self.alloc();
        self.emit(Op::Move {
            dst: from,
            src: recv,
        });
        let dst = self.dest(want, mark);
        self.emit(Op::MakeClosure {
            dst,
            from,
            count: 1,
            func,
        });
        Val::shared(dst)
    }

    /// Whether an expression is a variable that never gets a value, so that the Go compiler knows it to be nil.
    fn is_unset(&mut self, e: &Expr) -> bool {
        let ExprKind::Name(_) = e.unparen().kind else {
            return false;
        };
        let Some(id) = self.info.name(e.unparen().id) else {
            return false;
        };
        let never =
            matches!(&self.object(id).kind, Kind::Var(var) if !var.assigned && !var.addressed);
        never && self.f().unset.contains(&id)
    }

    /// Where in Go's table of methods of an interface value that of method `name` stands: after what is 24 bytes long, in
    /// alphabetical order.
    fn table_entry(&self, ty: TypeId, name: &Name) -> u32 {
        let set = self.info.types.type_set(ty);
        let before = set.methods.iter().filter(|m| m.name.text < name.text);
        24 + 8 * before.count() as u32
    }

    /// The number of method `name` of an interface type.
    pub(super) fn interface_method(&mut self, ty: TypeId, name: &Name) -> u16 {
        let set = self.info.types.type_set(ty);
        self.rtype(ty);
        match set.methods.iter().find(|m| m.name == *name) {
            Some(method) => {
                let signature = self.info.types.canonical(method.signature);
                self.layouts.method_name(name, signature)
            }
            None => 0,
        }
    }

    /// The function that has a method's receiver as its first parameter, a value of just this type. `own` are the
    /// method's own type arguments.
    pub(super) fn method_function(&mut self, ty: TypeId, name: &Name, own: Box<[TypeId]>) -> u32 {
        let types = &self.info.types;
        if let Ok(member) = types.lookup(ty, name)
            && member.path.indices.is_empty()
            && let Found::Method(MethodRef::Declared {
                object,
                args,
                pointer,
                ..
            }) = &member.found
        {
            let is_pointer = matches!(&*types.get(ty), Type::Pointer(_));
            if *pointer == is_pointer && (is_pointer || !self.layouts.wide(ty)) {
                let args = args.iter().chain(&own);
                let args = args.map(|&ty| types.canonical(ty)).collect();
                return self.function(FnKey::Declared(*object, args));
            }
        }
        self.function(FnKey::Method(ty, name.clone(), own))
    }
}
