//! Package os: writing, and the end.

use super::Row;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};
use crate::trace::event::Reason;

/// The natives of the package.
pub const NATIVES: &[Row] = &[("os.write", write), ("os.Exit", exit)];

const STDERR: u64 = 2;

fn write(machine: &mut Machine, call: Call) -> Flow {
    let bytes = machine.str(machine.arg(call, 1)).to_vec();
    machine.write(&bytes, machine.arg(call, 0) == STDERR);
    Flow::Done
}

fn exit(machine: &mut Machine, call: Call) -> Flow {
    let code = machine.arg(call, 0) as u8;
    machine.end(Reason::Exit, code);
    Flow::Ended
}
