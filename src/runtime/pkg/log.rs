//! Package log: where a line is logged from.

use super::Row;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};

/// The natives of the package.
pub const NATIVES: &[Row] = &[("log.place", place)];

fn place(machine: &mut Machine, call: Call) -> Flow {
    let frames = machine.frames(machine.current);
    let functions = &machine.program.functions;
    let user = frames
        .iter()
        .find(|frame| functions[frame.1 as usize].user)
        .map_or(0, |frame| frame.0);
    let (file, line) = machine.file_and_line(user);
    let file = machine.new_str(&file);
    machine.set(call, 0, file);
    machine.set(call, 1, u64::from(line));
    Flow::Done
}
