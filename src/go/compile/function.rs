//! Whole functions: which is compiled how, and the names, parameters and bodies of declared ones.

use super::frame::{Frame, VarKey};
use super::walk::{self, Node};
use super::{Compiler, FnKey};
use crate::go::ast::{Block, Decl, ExprKind, Field, Signature, StmtKind};
use crate::go::op::Op;
use crate::go::types::object::{Func, Kind};
use crate::go::types::{ObjId, Type, TypeId};
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

    /// How many parameters and results a function type has.
    pub(super) fn counts(&self, ty: TypeId) -> (u8, u8) {
        match &*self.under(ty) {
            Type::Func(signature) => (signature.params.len() as u8, signature.results.len() as u8),
            _ => (0, 0),
        }
    }

    pub(super) fn set_results(&mut self, ty: TypeId) {
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
}
