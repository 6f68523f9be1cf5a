//! The beginning of a program: packages set up in their order, then `main`.

use super::frame::Frame;
use super::{Compiler, FnKey};
use crate::go::ast::Decl;
use crate::go::op::Op;
use crate::go::source::Pos;
use crate::go::types::{ObjId, PackageId};

impl Compiler<'_> {
    pub(super) fn compile_package_init(&mut self, package: PackageId, index: u32) {
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

    pub(super) fn compile_entry(&mut self, index: u32) {
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
