//! Objects of package level, each resolved when it is first needed, and the cycles among them.

use super::scope::ScopeId;
use super::{Checker, Context, Source, State};
use crate::go::source::Pos;
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
        if !cycle.iter().any(|o| is_type(o) || is_func(o)) {
            // Those of values are reported when their order is looked for.
            self.objects[id.index()].ty = TypeId::INVALID;
            return;
        }
        let first = (0..cycle.len()).min_by_key(|&i| self.object(cycle[i]).pos);
        let first = first.unwrap_or(0);
        let values = match self.object(cycle[first]).kind {
            Kind::Type => None,
            _ => Some("invalid cycle in declaration"),
        };
        let links = self.links(&cycle);
        self.report_cycle(&links, first, values);
        self.objects[id.index()].ty = TypeId::INVALID;
    }

    /// Objects as members of a cycle.
    pub(super) fn links(&self, cycle: &[ObjId]) -> Vec<Link> {
        let link = |&o: &ObjId| Link {
            name: self.object(o).name.to_string(),
            pos: self.object(o).pos,
        };
        cycle.iter().map(link).collect()
    }

    /// Reports a cycle, beginning with the member of that number. `values`: what a cycle that isn't of types is called.
    pub(super) fn report_cycle(&mut self, cycle: &[Link], start: usize, values: Option<&str>) {
        let Some(first) = cycle.get(start) else {
            return;
        };
        let what = values.unwrap_or("invalid recursive type");
        if let [only] = cycle {
            let message = format!("{what}: {} refers to itself", only.name);
            self.error(only.pos, message);
            return;
        }
        let link = match values {
            Some(INITIALIZATION) => " for",
            Some(_) => " of",
            None => "",
        };
        let mut message = format!("{what}{link} {}", first.name);
        for i in 0..cycle.len() {
            let from = &cycle[(start + i) % cycle.len()];
            let to = &cycle[(start + i + 1) % cycle.len()];
            let at = self.place(from.pos);
            message += &format!("\n\t{at}: {} refers to {}", from.name, to.name);
        }
        self.error(first.pos, message);
    }
}

/// What a cycle among the values of variables is called.
pub(super) const INITIALIZATION: &str = "initialization cycle";

/// A member of a cycle.
pub(super) struct Link {
    pub name: String,
    pub pos: Pos,
}
