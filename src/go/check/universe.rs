//! What every file knows without declaring or importing it.

use super::Checker;
use super::scope::ScopeId;
use crate::go::source::Pos;
use crate::go::types::object::{Builtin, Kind};
use crate::go::types::{Basic, Const, TypeId};
use std::sync::Arc;

impl Checker<'_> {
    pub(super) fn declare_universe(&mut self) {
        let scope = self.new_scope(None);
        debug_assert!(scope == ScopeId::UNIVERSE);
        let is_named = |b: &Basic| *b != Basic::Invalid && !b.is_untyped();
        for basic in Basic::ALL.into_iter().filter(is_named) {
            self.predeclare(basic.text(), TypeId(basic as u32), Kind::Type);
        }
        self.predeclare("error", TypeId::ERROR, Kind::Type);
        self.predeclare("comparable", TypeId::COMPARABLE, Kind::Type);
        self.predeclare("any", TypeId::ANY, Kind::Type);
        for (name, value) in [("true", true), ("false", false)] {
            let kind = Kind::Const(Some(Const::Bool(value)));
            self.predeclare(name, TypeId::UNTYPED_BOOL, kind);
        }
        self.predeclare(
            "iota",
            TypeId::UNTYPED_INT,
            Kind::Const(Some(Const::int(0))),
        );
        self.predeclare("nil", TypeId::UNTYPED_NIL, Kind::Nil);
        for builtin in Builtin::ALL {
            self.predeclare(builtin.name(), TypeId::EMPTY_TUPLE, Kind::Builtin(builtin));
        }
    }

    fn predeclare(&mut self, name: &str, ty: TypeId, kind: Kind) {
        let name: Arc<str> = name.into();
        let object = self.add_object(&name, Pos::NONE, ty, kind);
        self.extras[object.index()].used = true;
        self.scopes[ScopeId::UNIVERSE.0].names.insert(name, object);
        if let Some((decl, _)) = self.types.as_named(ty) {
            self.types.with_decl(decl, |d| d.object = object);
        }
    }
}
