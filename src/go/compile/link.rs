//! Laying all compiled functions out one after another.

use super::Compiler;
use super::frame::target_mut;
use crate::go::op::Pc;
use crate::go::program::{Program, SelectCase};
use crate::go::source::SourceMap;
use std::sync::Arc;

impl Compiler<'_> {
    /// The whole program. Functions keep their numbers, and stand in their order.
    pub(super) fn link(mut self, entry: u32, sources: Arc<SourceMap>) -> Program {
        let (mut code, mut positions, mut functions) = (vec![], vec![], vec![]);
        let mut faults = vec![];
        for body in self.bodies.into_iter().flatten() {
            let start = code.len() as Pc;
            let mut function = body.function;
            function.start += start;
            function.end += start;
            function.epilogue = function.epilogue.map(|at| at + start);
            for local in &mut function.locals {
                local.from += start;
                local.to += start;
            }
            for table in body.selects {
                let table = &mut self.selects[table];
                table.default = table.default.map(|to| to + start);
                for case in &mut table.cases {
                    let (SelectCase::Send { to, .. } | SelectCase::Recv { to, .. }) = case;
                    *to += start;
                }
            }
            for mut op in body.code {
                if let Some(to) = target_mut(&mut op) {
                    *to += start;
                }
                code.push(op);
            }
            positions.extend(body.positions);
            faults.extend(body.faults.iter().map(|&(at, bytes)| (at + start, bytes)));
            functions.push(function);
        }
        let names = self.layouts.asked.into_values().map(|asked| asked.text);
        Program {
            code,
            positions,
            faults,
            functions,
            entry,
            types: self.layouts.table.into_values().collect(),
            names: names.collect(),
            natives: self.natives.into_keys().collect(),
            strings: self.strings.into_iter().collect(),
            constants: self.constants.into_iter().collect(),
            selects: self.selects,
            globals: self.global_list,
            sources,
        }
    }
}
