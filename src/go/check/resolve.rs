//! Objects of package level, each resolved when it is first needed, and the cycles among them.

use super::scope::ScopeId;
use super::{Checker, Context, Source, State};
use crate::go::types::TypeId;
use crate::go::types::object::{Kind, ObjId};

impl<'a> Checker<'a> {
    pub(super) fn resolve_all(&mut self, first: usize, last: usize) {
        let ids = (first..last).map(|i| ObjId(i as u32));
        let (types, others): (Vec<_>, Vec<_>) =
            ids.partition(|id| matches!(self.extras[id.index()].source, Source::Type(_)));
        for id in types.into_iter().chain(others) {
            self.resolve(id);
        }
    }

    /// Finds out what an object of package level is, if that isn't known yet.
    pub(super) fn resolve(&mut self, id: ObjId) {
        match self.extras[id.index()].state {
            State::Done => {}
            State::Resolving => self.found_cycle(id),
            State::Waiting => {
                self.extras[id.index()].state = State::Resolving;
                self.path.push(id);
                let context = self.top_context(id);
                let outer = std::mem::replace(&mut self.cx, context);
                match self.extras[id.index()].source {
                    Source::None => {}
                    Source::Const(decl, i) => self.resolve_const(id, decl, i),
                    Source::Var(decl, i) => self.resolve_var(id, decl, i),
                    Source::Type(decl) => self.resolve_type(id, decl),
                    Source::Func(decl) => self.resolve_func(id, decl),
                }
                self.cx = outer;
                self.path.pop();
                self.extras[id.index()].state = State::Done;
            }
        }
    }

    fn top_context(&self, id: ObjId) -> Context {
        let unit = self.extras[id.index()].unit;
        // The universe is scope 0; each package has two scopes of which the file's follows the package's.
        let mut scope = self.cx.scope;
        while let Some(parent) = self.scopes[scope.0].parent {
            if parent == ScopeId::UNIVERSE {
                break;
            }
            if self.scopes[parent.0].parent == Some(ScopeId::UNIVERSE) {
                break;
            }
            scope = parent;
        }
        Context {
            unit,
            scope,
            functions: vec![],
            results: None,
            iota: None,
            inherited: None,
            owner: Some(id),
            type_params: vec![],
        }
    }

    /// An object was met again while it is being resolved.
    fn found_cycle(&mut self, id: ObjId) {
        let start = self.path.iter().rposition(|&o| o == id).unwrap_or(0);
        let cycle = self.path[start..].to_vec();
        let is_type = |o: &ObjId| matches!(self.extras[o.index()].source, Source::Type(_));
        let is_func = |o: &ObjId| matches!(self.extras[o.index()].source, Source::Func(_));
        let is_alias =
            |o: &ObjId| matches!(self.extras[o.index()].source, Source::Type(d) if d.alias);
        if cycle.iter().all(is_type) {
            if cycle.iter().any(|o| !is_alias(o)) {
                return;
            }
        } else if cycle.iter().any(is_func) && !cycle.iter().any(is_type) {
            return;
        }
        self.report_cycle(&cycle);
        self.objects[id.index()].ty = TypeId::INVALID;
    }

    /// Reports a cycle of declarations, beginning with the one that stands first in the text.
    pub(super) fn report_cycle(&mut self, cycle: &[ObjId]) {
        let start = (0..cycle.len())
            .min_by_key(|&i| self.object(cycle[i]).pos)
            .unwrap_or(0);
        let first = cycle[start];
        let is_type = matches!(self.object(first).kind, Kind::Type);
        let name = |o: ObjId| self.object(o).name.clone();
        let pos = self.object(first).pos;
        let mut message = match (cycle.len(), is_type) {
            (1, true) => format!("invalid recursive type: {} refers to itself", name(first)),
            (1, false) => format!("initialization cycle or refers to itself: {}", name(first)),
            (_, true) => format!("invalid recursive type {}", name(first)),
            (_, false) => format!("initialization cycle or invalid cycle: {}", name(first)),
        };
        if !is_type {
            message = match cycle.len() {
                1 => format!("initialization cycle: {} refers to itself", name(first)),
                _ => format!("initialization cycle for {}", name(first)),
            };
        }
        if cycle.len() > 1 {
            for i in 0..cycle.len() {
                let from = cycle[(start + i) % cycle.len()];
                let to = cycle[(start + i + 1) % cycle.len()];
                let at = self.place(self.object(from).pos);
                message += &format!("\n\t{at}: {} refers to {}", name(from), name(to));
            }
        }
        self.error(pos, message);
    }
}
