//! What is declared and never used: variables and imports.

use super::Checker;
use super::scope::ScopeId;
use crate::go::ast::{self, Decl};
use crate::go::types::object::{Kind, ObjId};

impl<'a> Checker<'a> {
    /// Complains about the variables of a function that are never used: those of a scope before those of the scopes
    /// in it. Function literals complain for themselves.
    pub(super) fn report_unused(&mut self, scope: ScopeId) {
        let names = &self.scopes[scope.0].names;
        let unused = |o: &ObjId| {
            matches!(self.object(*o).kind, Kind::Var(_)) && !self.extras[o.index()].used
        };
        let mut unused: Vec<ObjId> = names.values().copied().filter(unused).collect();
        unused.sort_unstable_by_key(|&o| self.object(o).pos);
        for object in unused {
            let message = format!("declared and not used: {}", self.object(object).name);
            let pos = self.object(object).pos;
            self.error(pos, message);
        }
        for child in self.scopes[scope.0].children.clone() {
            if !self.scopes[child.0].function {
                self.report_unused(child);
            }
        }
    }

    pub(super) fn unused_imports(&mut self, file: &'a ast::File) {
        for decl in &file.decls {
            let Decl::Import(import) = decl else { continue };
            let id = import.name.as_ref().map_or(import.id, |n| n.id);
            let Some(object) = self.names[id.index()] else {
                continue;
            };
            if self.extras[object.index()].used {
                continue;
            }
            let name = &self.object(object).name;
            let last = import.path.rsplit('/').next().unwrap_or(&import.path);
            let message = if **name == *last || &**name == "." {
                format!("{:?} imported and not used", import.path)
            } else {
                format!("{:?} imported as {name} and not used", import.path)
            };
            self.error(import.pos, message);
        }
    }
}
