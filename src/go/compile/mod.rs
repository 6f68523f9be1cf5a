//! The compiler: a checked program in, a [`Program`] out.
//!
//! Functions are compiled when something reached needs them, each instance of a generic one by itself, with the types
//! that the checker recorded replaced by the instance's. A function's code is made in one pass over its body
//! ([`frame`] holds what that needs); literals are compiled where they stand, while the functions around them are
//! still open, so that a variable that a literal uses is found by looking outwards.

mod access;
mod assign;
mod binary;
mod builtin;
mod call;
mod closure;
mod complex;
mod composite;
mod convert;
mod entry;
mod escape;
mod expr;
mod frame;
mod function;
mod index;
mod later;
mod layout;
mod leave;
mod link;
mod loops;
mod method;
mod order;
mod place;
mod range;
mod stmt;
mod switch;
mod walk;
mod wrapper;

use super::ast::{Expr, File};
use super::diagnostic::Diagnostic;
use super::op::RTypeId;
use super::program::{Global, Program, SelectTable};
use super::source::{Pos, SourceMap};
use super::types::object::{Kind, Object};
use super::types::{Info, Name, ObjId, PackageId, Type, TypeId};
use frame::{Body, Frame};
use indexmap::{IndexMap, IndexSet};
use layout::Layouts;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// What a function is compiled for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum FnKey {
    /// A declared function or method, with the receiver's and its own type arguments.
    Declared(ObjId, Box<[TypeId]>),
    /// A method as method tables and method expressions want it: the receiver is a value of just this type. With the
    /// method's own type arguments.
    Method(TypeId, Name, Box<[TypeId]>),
    /// A method value: the function of a closure that captures the receiver, a value of just this type.
    Bound(TypeId, Name, Box<[TypeId]>),
    /// A predeclared function with arguments of these types, started or deferred.
    Builtin(super::types::object::Builtin, Box<[TypeId]>),
    /// Sets up a package's variables and runs its `init` functions.
    PackageInit(PackageId),
    /// Where everything starts.
    Entry,
    /// Runs the deferred calls that the bodies of a loop over a function collected.
    RunCollected,
}

struct Compiler<'a> {
    info: &'a Info,
    files: &'a [File],
    sources: &'a SourceMap,
    layouts: Layouts<'a>,
    keys: IndexMap<FnKey, u32>,
    pending: Vec<(FnKey, u32)>,
    /// How many of the methods that interfaces ask for each type was asked for.
    asked: Vec<usize>,
    bodies: Vec<Option<Body>>,
    /// The functions without a body that are called, by name; the predeclared ones have no object.
    natives: IndexMap<Arc<str>, Option<ObjId>>,
    strings: IndexSet<Arc<[u8]>>,
    constants: IndexSet<u64>,
    selects: Vec<SelectTable>,
    globals: FxHashMap<ObjId, u32>,
    global_list: Vec<Global>,
    global_slots: u32,
    /// The functions being compiled, the innermost last.
    frames: Vec<Frame>,
    hidden: u32,
    diagnostics: Vec<Diagnostic>,
}

/// Compiles a checked program: `files` are the packages of `info`, one file each.
///
/// # Errors
/// What is legal Go, but more than the machine has room for: too many variables in one function, too large an array.
pub fn compile(
    info: &Info,
    files: &[File],
    sources: Arc<SourceMap>,
) -> Result<Program, Vec<Diagnostic>> {
    let reflected = info.packages.iter().any(|p| &*p.path == "reflect");
    let mut compiler = Compiler {
        info,
        files,
        sources: &sources,
        layouts: Layouts::new(&info.types, reflected),
        keys: IndexMap::new(),
        pending: vec![],
        bodies: vec![],
        natives: IndexMap::new(),
        asked: vec![],
        strings: IndexSet::new(),
        constants: IndexSet::new(),
        selects: vec![],
        globals: FxHashMap::default(),
        global_list: vec![],
        global_slots: 0,
        frames: vec![],
        hidden: 0,
        diagnostics: vec![],
    };
    let entry = compiler.function(FnKey::Entry);
    compiler.drain();
    if compiler.layouts.overflow {
        compiler.complain(
            Pos::NONE,
            "program too large: more types or methods than Brigade has room for",
        );
    }
    if !compiler.diagnostics.is_empty() {
        return Err(compiler.diagnostics);
    }
    Ok(compiler.link(entry, sources.clone()))
}

impl<'a> Compiler<'a> {
    /// Compiles whatever is reached, until nothing new is: functions, and the methods that interfaces ask types for.
    fn drain(&mut self) {
        loop {
            while let Some((key, index)) = self.pending.pop() {
                self.compile_key(&key, index);
            }
            let mut done = true;
            for at in 0..self.layouts.table.len() {
                let (&ty, _) = self
                    .layouts
                    .table
                    .get_index(at)
                    .expect("an index below the length");
                self.asked.resize(self.layouts.table.len(), 0);
                done &= !self.fill_methods(at, ty);
            }
            if done && self.pending.is_empty() {
                return;
            }
        }
    }

    /// Completes a type's method table; says whether anything was added. What is asked for is added in the order of its numbers.
    fn fill_methods(&mut self, at: usize, ty: TypeId) -> bool {
        let types = &self.info.types;
        if types.is_interface(ty) {
            return false;
        }
        let mut added = false;
        for number in 0..self.layouts.asked.len() {
            let number16 = number as u16;
            if self.layouts.table[at]
                .methods
                .iter()
                .any(|m| m.0 == number16)
            {
                continue;
            }
            let asked = self.layouts.asked[number].clone();
            let Ok(member) = types.lookup(ty, &asked.name) else {
                continue;
            };
            if !types.in_method_set(ty, &member)
                || self
                    .layouts
                    .method_text(&asked.name, types.canonical(member.ty))
                    != asked.text
            {
                continue;
            }
            let function = self.method_function(ty, &asked.name, Box::default());
            self.layouts.table[at]
                .methods
                .push((number as u16, function));
            added = true;
        }
        added
    }

    /// The number of a function, which is compiled in its time.
    fn function(&mut self, key: FnKey) -> u32 {
        if let Some(&index) = self.keys.get(&key) {
            return index;
        }
        let index = self.reserve();
        self.keys.insert(key.clone(), index);
        self.pending.push((key, index));
        index
    }

    /// The number for a function that is about to be compiled.
    fn reserve(&mut self) -> u32 {
        self.bodies.push(None);
        self.bodies.len() as u32 - 1
    }

    fn complain(&mut self, pos: Pos, message: &str) {
        self.diagnostics
            .push(Diagnostic::new(self.sources, pos, message));
    }

    fn object(&self, id: ObjId) -> &'a Object {
        self.info.object(id)
    }

    fn rtype(&mut self, ty: TypeId) -> RTypeId {
        if u64::from(self.layouts.slots(ty)) > layout::MAX_SLOTS {
            let (pos, name) = (self.f().pos, self.layouts.name(ty));
            self.complain(
                pos,
                &format!("type {name} larger than Brigade has room for"),
            );
        }
        self.layouts.rtype(ty)
    }

    /// A type as recorded, in this instance.
    fn sub(&self, ty: TypeId) -> TypeId {
        match self.frames.last() {
            Some(frame) if !frame.subst.is_empty() => {
                let types = &self.info.types;
                types.canonical(types.substitute(ty, &frame.subst))
            }
            _ => ty,
        }
    }

    /// The type of an expression, in this instance.
    fn ty(&self, e: &Expr) -> TypeId {
        self.info
            .expr(e.id)
            .map_or(TypeId::INVALID, |info| self.sub(info.ty))
    }

    fn under(&self, ty: TypeId) -> Arc<Type> {
        self.info.types.under(ty)
    }

    /// The first slot of a package-level variable.
    fn global(&mut self, id: ObjId) -> u32 {
        if let Some(&index) = self.globals.get(&id) {
            return index;
        }
        let object = self.object(id);
        let package = object.package.map_or("", |p| &self.info.package(p).name);
        let index = self.global_slots;
        let global = Global {
            name: format!("{package}.{}", object.name).into(),
            ty: self.rtype(object.ty),
            index,
        };
        self.global_slots += self.layouts.slots(object.ty);
        self.global_list.push(global);
        self.globals.insert(id, index);
        index
    }

    /// The learner's own package is the last; its lines are shown.
    fn is_user(&self, package: Option<PackageId>) -> bool {
        package.is_some_and(|p| p.0 as usize + 1 == self.info.packages.len())
    }

    fn is_func_var(&self, id: ObjId) -> bool {
        matches!(self.object(id).kind, Kind::Var(_))
    }

    fn file_of(&self, package: PackageId) -> &'a File {
        &self.files[package.0 as usize]
    }
}
