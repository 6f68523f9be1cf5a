//! Whole functions: declared ones, wrappers, and the program's beginning.

use super::frame::{Frame, VarKey};
use super::place::Place;
use super::walk::{self, Node};
use super::{Compiler, FnKey};
use crate::go::ast::{Block, Decl, ExprKind, Field, Signature, StmtKind};
use crate::go::op::{Op, Reg};
use crate::go::source::Pos;
use crate::go::types::info::MethodRef;
use crate::go::types::object::{Builtin, Func, Kind};
use crate::go::types::{Found, Name, ObjId, PackageId, Type, TypeId};
use rustc_hash::FxHashSet;
use std::rc::Rc;
use std::sync::Arc;

impl Compiler<'_> {
    pub(super) fn compile_key(&mut self, key: &FnKey, index: u32) {
        match key {
            FnKey::Declared(id, args) => self.compile_declared(*id, args, index),
            FnKey::Method(ty, name, own) => {
                self.compile_method_wrapper(*ty, name, own, index, false)
            }
            FnKey::Bound(ty, name, own) => self.compile_method_wrapper(*ty, name, own, index, true),
            FnKey::Builtin(builtin, args) => self.compile_builtin_wrapper(*builtin, args, index),
            FnKey::PackageInit(package) => self.compile_package_init(*package, index),
            FnKey::Entry => self.compile_entry(index),
            FnKey::RunCollected => self.compile_run_collected(index),
        }
    }

    fn func(&self, id: ObjId) -> Option<&Func> {
        match &self.object(id).kind {
            Kind::Func(func) => Some(func),
            _ => None,
        }
    }

    /// A function's name in stack traces, or, for natives, in the runtime's table.
    fn func_name(&self, id: ObjId, native: bool) -> Arc<str> {
        let object = self.object(id);
        let package = object.package.map(|p| self.info.package(p));
        let package = package.map_or("", |p| &p.name);
        let name = &object.name;
        let Kind::Func(func) = &object.kind else {
            return name.clone();
        };
        let Some(receiver) = &func.receiver else {
            let generic = if func.type_params.is_empty() {
                ""
            } else {
                "[...]"
            };
            return format!("{package}.{name}{generic}").into();
        };
        let decl = receiver
            .decl
            .map(|d| self.info.types.decl_with(d, |d| d.name.clone()));
        let decl = decl.as_deref().unwrap_or("");
        let generic = if receiver.params.is_empty() || native {
            ""
        } else {
            "[...]"
        };
        match (receiver.pointer, native) {
            (true, true) => format!("(*{package}.{decl}).{name}"),
            (false, true) => format!("({package}.{decl}).{name}"),
            (true, false) => format!("{package}.(*{decl}{generic}).{name}"),
            (false, false) => format!("{package}.{decl}{generic}.{name}"),
        }
        .into()
    }

    /// The number of a function without a body.
    pub(super) fn native(&mut self, id: ObjId) -> Option<u16> {
        let func = self.func(id)?;
        if func.has_body {
            return None;
        }
        let name = self.func_name(id, true);
        Some(self.natives.insert_full(name, Some(id)).0 as u16)
    }

    fn substitution(&self, id: ObjId, args: &[TypeId]) -> Rc<[(TypeId, TypeId)]> {
        let Some(func) = self.func(id) else {
            return Rc::from([]);
        };
        let own = func
            .receiver
            .iter()
            .flat_map(|r| &r.params)
            .chain(&func.type_params);
        own.copied().zip(args.iter().copied()).collect()
    }

    fn compile_declared(&mut self, id: ObjId, args: &[TypeId], index: u32) {
        let object = self.object(id);
        let name = self.func_name(id, false);
        let mut frame = Frame::new(index, name, object.pos, object.package);
        frame.subst = self.substitution(id, args);
        let files = self.files;
        let package = object.package.map_or(0, |p| p.0 as usize);
        let Kind::Func(func) = &object.kind else {
            return;
        };
        let Some(Decl::Func(decl)) = files[package].decls.get(func.index) else {
            return;
        };
        self.frames.push(frame);
        let ty = self.sub(object.ty);
        match &decl.body {
            Some(body) => {
                self.open_function(decl.receiver.as_ref(), &decl.signature, ty, body);
                self.function_body(body);
            }
            None => self.native_stub(id, ty),
        }
        self.finish();
    }

    /// A function that does nothing but call a native.
    fn native_stub(&mut self, id: ObjId, ty: TypeId) {
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

    /// How many parameters and results a function type has.
    fn counts(&self, ty: TypeId) -> (u8, u8) {
        match &*self.under(ty) {
            Type::Func(signature) => (signature.params.len() as u8, signature.results.len() as u8),
            _ => (0, 0),
        }
    }

    fn set_results(&mut self, ty: TypeId) {
        if let Type::Func(signature) = &*self.under(ty) {
            let types = &self.info.types;
            let results = signature
                .results
                .iter()
                .map(|r| types.canonical(r.ty))
                .collect();
            self.f().results = results;
        }
    }

    /// Gives the parameters their registers and the results their variables.
    pub(super) fn open_function(
        &mut self,
        receiver: Option<&Field>,
        signature: &Signature,
        ty: TypeId,
        body: &Block,
    ) {
        self.set_results(ty);
        self.find_shared(body);
        let mut names: Vec<Option<ObjId>> = vec![];
        for field in receiver.into_iter().chain(&signature.params) {
            match field.names.is_empty() {
                true => names.push(None),
                false => names.extend(field.names.iter().map(|n| self.info.name(n.id))),
            }
        }
        let first = self.f().alloc(names.len() as u16);
        self.f().params = names.len() as u8;
        let closure = self.alloc();
        self.f().closure = Some(closure);
        for (reg, id) in (first..).zip(&names) {
            let Some(id) = *id else { continue };
            let ty = self.sub(self.object(id).ty);
            if self.in_cell(id) {
                let cell = self.alloc();
                let rtype = self.rtype(ty);
                self.emit(Op::New {
                    dst: cell,
                    ty: rtype,
                });
                self.init_cell(cell, ty, reg);
                self.bind(VarKey::Object(id), ty, cell, true);
            } else {
                self.bind(VarKey::Object(id), ty, reg, false);
            }
        }
        let leaves = self.scan(body);
        self.f().defers = leaves.defers;
        let named = signature.results.iter().any(|f| !f.names.is_empty());
        if named || leaves.defers || leaves.returns_from_range {
            self.declare_results(signature, leaves.returns_from_range);
        }
        self.find_staying(body);
    }

    fn declare_results(&mut self, signature: &Signature, shared: bool) {
        let idents = signature.results.iter().flat_map(|f| &f.names);
        let mut names: Vec<Option<ObjId>> = idents.map(|n| self.info.name(n.id)).collect();
        let types = self.f().results.clone();
        names.resize(types.len(), None);
        if shared {
            let all = self
                .f()
                .shared
                .iter()
                .copied()
                .chain(names.iter().flatten().copied());
            let all = all.collect();
            self.f().shared = Rc::new(all);
        }
        let mut vars = vec![];
        for (id, ty) in names.into_iter().zip(types) {
            let key = match id {
                Some(id) => {
                    self.declare(id, None);
                    VarKey::Object(id)
                }
                None if shared => self.declare_hidden_cell(ty),
                None => {
                    let (key, reg) = (self.hidden(), self.alloc());
                    self.zero(ty, reg);
                    self.bind(key, ty, reg, false);
                    key
                }
            };
            vars.push(key);
        }
        self.f().result_vars = Some(vars);
    }

    /// Compiles a function's statements, and what comes after them.
    pub(super) fn function_body(&mut self, body: &Block) {
        let mark = self.scope();
        self.stmts(&body.stmts);
        self.at(body.rbrace);
        if self.f().results.is_empty() {
            self.leave();
        }
        if self.f().defers {
            let here = self.here();
            self.f().epilogue = Some(here);
            self.leave();
        }
        self.end_scope(mark);
        self.emit(Op::Return { from: 1, count: 0 });
        let end = self.here();
        for local in &mut self.f().locals {
            local.to = local.to.min(end);
        }
    }

    /// Runs the deferred calls and returns the result variables as they stand.
    pub(super) fn leave(&mut self) {
        if self.f().defers {
            self.emit(Op::RunDefers);
        }
        let mark = self.top();
        let types = self.f().results.clone();
        let vars = self.f().result_vars.clone().unwrap_or_default();
        let count = vars.len();
        let from = self.f().alloc(count as u16);
        for ((dst, key), ty) in (from..).zip(vars).zip(types) {
            let inner = self.top();
            let place = self.var_place(key, ty);
            let val = self.load(place, ty, None);
            match place {
                Place::Mem { private: false, .. } => self.own(val, ty, Some(dst), inner),
                _ => self.moved(val.reg, Some(dst)).reg,
            };
            self.free_to(inner);
        }
        self.emit(Op::Return {
            from,
            count: count as u8,
        });
        self.free_to(mark);
    }

    /// Finds the variables that are used in bodies of loops over functions, which become functions of their own.
    fn find_shared(&mut self, body: &Block) {
        let mut shared: FxHashSet<ObjId> = self.f().shared.iter().copied().collect();
        let info = self.info;
        walk::block(body, &mut |node| {
            if let Node::Stmt(stmt) = node
                && let StmtKind::Range { operand, .. } = &stmt.kind
                && matches!(&*self.under(self.ty(operand)), Type::Func(_))
            {
                walk::stmt(stmt, &mut |node| {
                    if let Node::Expr(e) = node
                        && let ExprKind::Name(_) = e.kind
                    {
                        shared.extend(info.name(e.id));
                    }
                    true
                });
            }
            true
        });
        self.f().shared = Rc::new(shared);
    }

    fn scan(&mut self, body: &Block) -> Leaves {
        let mut leaves = Leaves::default();
        self.scan_into(&body.stmts, false, &mut leaves);
        leaves
    }

    fn scan_into(&self, stmts: &[crate::go::ast::Stmt], in_range: bool, leaves: &mut Leaves) {
        walk::stmts(stmts, &mut |node| match node {
            Node::Expr(e) => !matches!(e.kind, ExprKind::FuncLit { .. }),
            Node::Stmt(stmt) => match &stmt.kind {
                StmtKind::Defer(_) => {
                    leaves.defers = true;
                    false
                }
                StmtKind::Return(_) => {
                    leaves.returns_from_range |= in_range;
                    false
                }
                StmtKind::Range { operand, body, .. }
                    if matches!(&*self.under(self.ty(operand)), Type::Func(_)) =>
                {
                    self.scan_into(&body.stmts, true, leaves);
                    false
                }
                _ => true,
            },
        });
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

    /// A function that finds a method's receiver from the value that it is given, or captured, and calls the method.
    fn compile_method_wrapper(
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
    fn forward(
        &mut self,
        target: (super::call::Target, Option<Reg>),
        args: Reg,
        count: u8,
        results: u8,
    ) {
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

    fn compile_builtin_wrapper(&mut self, builtin: Builtin, args: &[TypeId], index: u32) {
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

    fn compile_package_init(&mut self, package: PackageId, index: u32) {
        let info = self.info;
        let pkg = info.package(package);
        let name = format!("{}.init", pkg.name);
        let frame = Frame::new(index, name.into(), Pos::NONE, Some(package));
        self.frames.push(frame);
        let file = self.file_of(package);
        for init in &pkg.init_order {
            let Some(Decl::Var(decl)) = file.decls.get(init.decl) else {
                continue;
            };
            let value = &decl.values[init.value];
            self.at(decl.pos);
            let mark = self.top();
            self.init_globals(&init.vars, value);
            self.free_to(mark);
        }
        for &init in &pkg.inits {
            let func = self.function(FnKey::Declared(init, Box::default()));
            let at = self.alloc();
            self.emit(Op::Call { at, func });
            self.free_to(at);
        }
        self.emit(Op::Return { from: 1, count: 0 });
        self.finish();
    }

    fn init_globals(&mut self, vars: &[Option<ObjId>], value: &crate::go::ast::Expr) {
        if let [var] = vars {
            match var {
                Some(id) => {
                    let place = self.variable(*id);
                    self.assign(place, self.object(*id).ty, value);
                }
                None => {
                    self.value(value);
                }
            }
            return;
        }
        let values = self.values(value);
        for (var, (reg, from)) in vars.iter().zip(values) {
            let Some(id) = *var else { continue };
            let ty = self.object(id).ty;
            let src = self.convert_reg(reg, from, ty);
            let place = self.variable(id);
            self.store(place, ty, src);
        }
    }

    fn compile_entry(&mut self, index: u32) {
        let mut frame = Frame::new(index, "runtime.main".into(), Pos::NONE, None);
        frame.wrapper = true;
        self.frames.push(frame);
        let info = self.info;
        for (number, package) in (0..).zip(&info.packages) {
            if !package.init_order.is_empty() || !package.inits.is_empty() {
                let func = self.function(FnKey::PackageInit(PackageId(number)));
                self.emit(Op::Call { at: 1, func });
            }
        }
        let main = info.packages.last().and_then(|p| p.scope.get("main"));
        if let Some(&main) = main {
            let func = self.function(FnKey::Declared(main, Box::default()));
            self.emit(Op::Call { at: 1, func });
        }
        self.f().alloc(1);
        self.emit(Op::Return { from: 1, count: 0 });
        self.finish();
    }
}

/// What a function's statements do to the way out of it.
#[derive(Default)]
struct Leaves {
    defers: bool,
    returns_from_range: bool,
}
