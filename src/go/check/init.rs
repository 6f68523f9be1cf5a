//! The order in which package-level variables are initialised.

use super::{Checker, Source};
use crate::go::ast::Decl;
use crate::go::types::info::Initializer;
use crate::go::types::object::ObjId;
use indexmap::IndexSet;

impl Checker<'_> {
    /// Each variable after those that its value refers to, directly or through functions, else in the order written.
    pub(super) fn initialization_order(&mut self, unit: usize, first: usize, last: usize) {
        let ids: Vec<ObjId> = (first..last).map(|i| ObjId(i as u32)).collect();
        if let Some(cycle) = self.initialization_cycle(&ids) {
            self.report_cycle(&cycle);
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

    /// A cycle of references that goes through a variable, if there is one.
    fn initialization_cycle(&self, ids: &[ObjId]) -> Option<Vec<ObjId>> {
        let vars = ids
            .iter()
            .filter(|id| matches!(self.extras[id.index()].source, Source::Var(..)));
        for &var in vars {
            // A cycle of types has been reported.
            if self.object(var).ty.is_invalid() {
                continue;
            }
            let mut seen = IndexSet::new();
            let mut path = vec![];
            if self.path_to(var, var, &mut seen, &mut path) {
                return Some(path);
            }
        }
        None
    }

    fn path_to(
        &self,
        from: ObjId,
        target: ObjId,
        seen: &mut IndexSet<ObjId>,
        path: &mut Vec<ObjId>,
    ) -> bool {
        path.push(from);
        for &used in &self.extras[from.index()].uses {
            if used == target || seen.insert(used) && self.path_to(used, target, seen, path) {
                return true;
            }
        }
        path.pop();
        false
    }
}
