//! The order in which package-level variables are initialised.

use super::resolve::INITIALIZATION;
use super::{Checker, Source};
use crate::go::ast::Decl;
use crate::go::types::info::Initializer;
use crate::go::types::object::ObjId;
use indexmap::IndexSet;
use std::collections::{BTreeMap, BTreeSet};

impl Checker<'_> {
    /// Each variable after those that its value refers to, directly or through functions, else in the order written.
    pub(super) fn initialization_order(&mut self, unit: usize, first: usize, last: usize) {
        let ids: Vec<ObjId> = (first..last).map(|i| ObjId(i as u32)).collect();
        if self.report_initialization_cycles(&ids) {
            return;
        }
        let file = self.units[unit].file;
        let mut done: IndexSet<ObjId> = IndexSet::new();
        let mut order = vec![];
        for id in ids {
            self.initialize(id, file, &mut done, &mut order);
        }
        self.packages[unit].init_order = order;
    }

    fn initialize(
        &self,
        id: ObjId,
        file: &crate::go::ast::File,
        done: &mut IndexSet<ObjId>,
        order: &mut Vec<Initializer>,
    ) {
        if !done.insert(id) {
            return;
        }
        for &used in &self.extras[id.index()].uses {
            self.initialize(used, file, done, order);
        }
        let Source::Var(decl, i) = self.extras[id.index()].source else {
            return;
        };
        if decl.values.is_empty() {
            return;
        }
        let index = file
            .decls
            .iter()
            .position(|d| matches!(d, Decl::Var(v) if std::ptr::eq(v, decl)));
        let Some(index) = index else { return };
        let var = |n: &crate::go::ast::Ident| self.names[n.id.index()].filter(|_| &*n.name != "_");
        if decl.values.len() == decl.names.len() {
            order.push(Initializer {
                vars: vec![var(&decl.names[i])],
                decl: index,
                value: i,
            });
            return;
        }
        done.extend(decl.names.iter().filter_map(|n| self.names[n.id.index()]));
        order.push(Initializer {
            vars: decl.names.iter().map(var).collect(),
            decl: index,
            value: 0,
        });
    }

    /// Reports the cycles of references that go through a constant or variable, in the order in which the Go compiler
    /// comes upon them: it initialises again and again what depends on least. Whether there are any.
    fn report_initialization_cycles(&mut self, ids: &[ObjId]) -> bool {
        let mut graph = self.dependencies(ids);
        let mut found = false;
        while let Some((&next, _)) = graph
            .iter()
            .min_by_key(|(id, node)| (node.after.len(), **id))
        {
            let Some(node) = graph.remove(&next) else {
                break;
            };
            if !node.after.is_empty() {
                let mut cycle = vec![];
                if self.path_to(next, next, &mut IndexSet::new(), &mut cycle) {
                    found = true;
                    let links = self.links(&cycle);
                    self.report_cycle(&links, 0, Some(INITIALIZATION));
                }
            }
            for other in node.before {
                if let Some(other) = graph.get_mut(&other) {
                    other.after.remove(&next);
                }
            }
        }
        found
    }

    /// Which constants and variables depend on which, directly or through functions.
    fn dependencies(&self, ids: &[ObjId]) -> BTreeMap<ObjId, Node> {
        let mut graph: BTreeMap<ObjId, Node> = BTreeMap::new();
        let is_node = |id: &ObjId| {
            !matches!(
                self.extras[id.index()].source,
                Source::None | Source::Type(_)
            )
        };
        for &id in ids.iter().filter(|id| is_node(id)) {
            graph.entry(id).or_default();
            for &used in self.extras[id.index()].uses.iter().filter(|id| is_node(id)) {
                graph.entry(id).or_default().after.insert(used);
                graph.entry(used).or_default().before.insert(id);
            }
        }
        let is_func = |id: &ObjId| matches!(self.extras[id.index()].source, Source::Func(_));
        for func in ids.iter().copied().filter(is_func) {
            let Some(node) = graph.remove(&func) else {
                continue;
            };
            for before in node.before.iter().filter(|&&b| b != func) {
                for after in node.after.iter().filter(|&&a| a != func) {
                    graph.entry(*before).or_default().after.insert(*after);
                    graph.entry(*after).or_default().before.insert(*before);
                }
                graph.entry(*before).or_default().after.remove(&func);
            }
            for after in node.after.iter().filter(|&&a| a != func) {
                graph.entry(*after).or_default().before.remove(&func);
            }
        }
        graph
    }

    /// The way from an object to `target` along what it refers to.
    fn path_to(
        &self,
        from: ObjId,
        target: ObjId,
        seen: &mut IndexSet<ObjId>,
        path: &mut Vec<ObjId>,
    ) -> bool {
        if !seen.insert(from) {
            return false;
        }
        path.push(from);
        let mut uses: Vec<ObjId> = self.extras[from.index()].uses.iter().copied().collect();
        uses.sort_unstable();
        for used in uses {
            if used == target || self.path_to(used, target, seen, path) {
                return true;
            }
        }
        path.pop();
        false
    }
}

/// What an object is initialised before and after.
#[derive(Default)]
struct Node {
    before: BTreeSet<ObjId>,
    after: BTreeSet<ObjId>,
}
