//! Scopes: which name stands for what, where.

use super::{Checker, Extra, Source, State};
use crate::go::ast::Ident;
use crate::go::source::Pos;
use crate::go::types::object::{Kind, ObjId, Object, Place, Var};
use crate::go::types::{PackageId, TypeId};
use indexmap::IndexSet;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The number of a scope.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct ScopeId(pub usize);

impl ScopeId {
    pub const UNIVERSE: ScopeId = ScopeId(0);
}

pub(super) struct Scope {
    pub parent: Option<ScopeId>,
    /// The scopes within, in order.
    pub children: Vec<ScopeId>,
    /// Whether it is that of a signature's parameters.
    pub function: bool,
    pub names: FxHashMap<Arc<str>, ObjId>,
}

impl<'a> Checker<'a> {
    pub(super) fn new_scope(&mut self, parent: Option<ScopeId>) -> ScopeId {
        let id = ScopeId(self.scopes.len());
        self.scopes.push(Scope {
            parent,
            children: vec![],
            function: false,
            names: FxHashMap::default(),
        });
        if let Some(parent) = parent {
            self.scopes[parent.0].children.push(id);
        }
        id
    }

    /// A scope for the parameters of a function.
    pub(super) fn new_function_scope(&mut self, parent: ScopeId) -> ScopeId {
        let id = self.new_scope(Some(parent));
        self.scopes[id.0].function = true;
        id
    }

    /// Does something in a scope of its own.
    pub(super) fn in_scope<R>(&mut self, f: impl FnOnce(&mut Self) -> R) -> R {
        let outer = self.cx.scope;
        self.cx.scope = self.new_scope(Some(outer));
        let result = f(self);
        self.cx.scope = outer;
        result
    }

    pub(super) fn lookup(&self, name: &str) -> Option<ObjId> {
        let mut scope = Some(self.cx.scope);
        while let Some(id) = scope {
            let s = &self.scopes[id.0];
            if let Some(&object) = s.names.get(name) {
                return Some(object);
            }
            scope = s.parent;
        }
        None
    }

    pub(super) fn add_object(
        &mut self,
        name: &Arc<str>,
        pos: Pos,
        ty: TypeId,
        kind: Kind,
    ) -> ObjId {
        self.objects.push(Object {
            name: name.clone(),
            pos,
            package: pos.is_some().then_some(PackageId(self.cx.unit as u32)),
            ty,
            kind,
        });
        self.extras.push(Extra {
            state: State::Done,
            source: Source::None,
            used: false,
            unit: self.cx.unit,
            uses: IndexSet::new(),
        });
        ObjId(self.objects.len() as u32 - 1)
    }

    /// Puts an object into the current scope, and complains where the name is taken.
    pub(super) fn declare(&mut self, name: &Arc<str>, pos: Pos, object: ObjId) {
        if &**name == "_" {
            return;
        }
        let scope = self.cx.scope;
        if let Some(&other) = self.scopes[scope.0].names.get(name) {
            let at = self.place(self.object(other).pos);
            self.error(
                pos,
                format!("{name} redeclared in this block\n\t{at}: other declaration of {name}"),
            );
            return;
        }
        self.scopes[scope.0].names.insert(name.clone(), object);
    }

    /// A new variable of the function at hand; not in any scope yet.
    pub(super) fn new_var(&mut self, name: &Ident, ty: TypeId, place: Place) -> ObjId {
        let var = Var {
            place,
            function: self.cx.functions.last().copied(),
            captured: false,
            addressed: false,
            assigned: false,
        };
        let id = self.add_object(&name.name, name.pos, ty, Kind::Var(var));
        // Only ordinary local variables have to be used.
        self.extras[id.index()].used = place != Place::Local || &*name.name == "_";
        if &*name.name != "_" {
            self.record_name(name.id, id);
        }
        id
    }

    pub(super) fn var_mut(&mut self, id: ObjId) -> Option<&mut Var> {
        match &mut self.objects[id.index()].kind {
            Kind::Var(var) => Some(var),
            _ => None,
        }
    }

    /// Notes that a variable is used here: by which literals it is captured.
    pub(super) fn note_capture(&mut self, id: ObjId) {
        let Kind::Var(var) = &self.object(id).kind else {
            return;
        };
        let Some(owner) = var.function else { return };
        let Some(at) = self.cx.functions.iter().rposition(|&f| f == owner) else {
            return;
        };
        if at + 1 == self.cx.functions.len() {
            return;
        }
        for literal in self.cx.functions[at + 1..].iter().copied() {
            self.captures.entry(literal).or_default().insert(id);
        }
        if let Some(var) = self.var_mut(id) {
            var.captured = true;
        }
    }
}
