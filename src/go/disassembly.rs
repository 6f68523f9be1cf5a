//! A program as text: each function with its instructions, and the lines that they come from.

use super::op::Op;
use super::program::{Function, Program};
use std::fmt;

/// The functions of the learner's file; with `{:#}` all.
impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = f.alternate();
        let shown = self
            .functions
            .iter()
            .filter(|function| function.user || all);
        for function in shown {
            self.write_function(function, f)?;
        }
        Ok(())
    }
}

impl Program {
    fn write_function(&self, function: &Function, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{}: {} in, {} out, {} registers",
            function.name, function.params, function.results, function.frame
        )?;
        let mut line = 0;
        for pc in function.start..function.end {
            if function.epilogue == Some(pc) {
                writeln!(f, "    recovered:")?;
            }
            let position = self.sources.position(self.positions[pc as usize]);
            if position.line != line {
                line = position.line;
                writeln!(f, "  {}:{line}", self.sources.file(position.file).name)?;
            }
            writeln!(
                f,
                "    {:4}  {}",
                pc - function.start,
                self.text(self.code[pc as usize], function)
            )?;
        }
        Ok(())
    }

    /// An instruction, jumps relative to the function's start and what is called by its name.
    fn text(&self, op: Op, function: &Function) -> String {
        let called = |func: u32| self.functions[func as usize].name.to_string();
        let text = format!("{op:?}");
        let (name, operands) = text.split_once(' ').unwrap_or((&text, ""));
        let mut operands = operands.trim_matches(['{', '}', ' ']).to_string();
        if let Some(at) = operands.find("to: ") {
            let to: u32 = operands[at + 4..].parse().unwrap_or(0);
            operands = format!(
                "{}to: {}",
                &operands[..at],
                to.saturating_sub(function.start)
            );
        }
        let what = match op {
            Op::Call { func, .. }
            | Op::Go { func, .. }
            | Op::Defer { func, .. }
            | Op::LoadFunc { func, .. }
            | Op::MakeClosure { func, .. } => called(func),
            Op::CallNative { native, .. } => self.natives[usize::from(native)].to_string(),
            Op::CallMethod { name, .. } | Op::BindMethod { name, .. } => {
                self.names[usize::from(name)].to_string()
            }
            Op::LoadStr { index, .. } => format!(
                "{:?}",
                String::from_utf8_lossy(&self.strings[index as usize])
            ),
            _ => String::new(),
        };
        format!("{name:<12} {operands}  {what}")
            .trim_end()
            .to_string()
    }
}
