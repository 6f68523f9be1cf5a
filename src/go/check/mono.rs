//! Instantiation cycles: generic functions and types that would need instances without end.

use super::Checker;
use crate::go::source::Pos;
use crate::go::types::{Type, TypeId};
use rustc_hash::FxHashMap;

/// How type arguments flow into type parameters, over all instances of a package.
#[derive(Default)]
pub(super) struct Flows {
    edges: Vec<Flow>,
    /// The type's own parameter that a receiver's name stands for.
    canonical: FxHashMap<TypeId, TypeId>,
}

/// A type parameter is given a type that has another, or itself, in it.
struct Flow {
    from: TypeId,
    to: TypeId,
    /// 1 if the other is only a part of the type, which grows then.
    weight: usize,
    pos: Pos,
    ty: TypeId,
}

/// The heaviest way to a parameter that is known.
#[derive(Clone, Copy, Default)]
struct Way {
    weight: usize,
    len: usize,
    /// The last edge.
    last: usize,
}

impl Flows {
    pub fn same(&mut self, receiver: TypeId, own: TypeId) {
        self.canonical.insert(receiver, own);
    }

    fn canonical(&self, param: TypeId) -> TypeId {
        self.canonical.get(&param).copied().unwrap_or(param)
    }
}

impl<'a> Checker<'a> {
    /// Notes that a type parameter is instantiated.
    pub(super) fn note_flow(&mut self, pos: Pos, param: TypeId, ty: TypeId) {
        let to = self.flows.canonical(param);
        for part in self.types.params_in(ty) {
            self.flows.edges.push(Flow {
                from: self.flows.canonical(part),
                to,
                weight: usize::from(part != ty),
                pos,
                ty,
            });
        }
    }

    /// Looks for a cycle on which types grow, as Bellman and Ford look for the longest way: one as long as there are
    /// parameters goes in a circle.
    pub(super) fn instantiation_cycle(&mut self) {
        let flows = std::mem::take(&mut self.flows);
        let mut ways: FxHashMap<TypeId, Way> = FxHashMap::default();
        for edge in &flows.edges {
            ways.insert(edge.from, Way::default());
            ways.insert(edge.to, Way::default());
        }
        let count = ways.len();
        let mut again = true;
        while again {
            again = false;
            for (last, edge) in flows.edges.iter().enumerate() {
                let from = ways[&edge.from];
                let weight = from.weight + edge.weight;
                if weight <= ways[&edge.to].weight {
                    continue;
                }
                let len = from.len + 1;
                ways.insert(edge.to, Way { weight, len, last });
                if len == count {
                    self.report_instantiations(&flows, &ways, edge.to);
                    return;
                }
                again = true;
            }
        }
    }

    fn report_instantiations(&mut self, flows: &Flows, ways: &FxHashMap<TypeId, Way>, end: TypeId) {
        let before = |param: TypeId| flows.edges[ways[&param].last].from;
        let mut cycle: Vec<TypeId> = vec![];
        let mut at = end;
        while !cycle.contains(&at) {
            cycle.push(at);
            at = before(at);
        }
        let start = cycle.iter().position(|&p| p == at).unwrap_or(0);
        let mut message = "instantiation cycle:".to_string();
        for &param in &cycle[start..] {
            let edge = &flows.edges[ways[&param].last];
            let (at, name, ty) = (
                self.place(edge.pos),
                self.display(param),
                self.display(edge.ty),
            );
            message += &format!("\n\t{at}: {name} instantiated as {ty}");
        }
        if let Type::Param(id) = *self.types.get(at) {
            let pos = self.object(self.types.param(id).object).pos;
            self.error(pos, message);
        }
    }
}
