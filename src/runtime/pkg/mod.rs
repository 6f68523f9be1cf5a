//! The functions without a body of the library packages in `go/pkg`, one file a package; each has a table from the
//! qualified name to the function.

pub mod kitchen;
mod library;
pub mod time;

use super::machine::Machine;
use super::native::{Call, Flow, Native};
use std::sync::Arc;

/// A native's qualified name, as `Program::natives` has it, and the native.
pub type Row = (&'static str, Native);

const TABLES: &[&[Row]] = &[kitchen::NATIVES, library::NATIVES, time::NATIVES];

/// All natives there are.
pub fn all() -> impl Iterator<Item = &'static Row> {
    TABLES.iter().copied().flatten()
}

/// The natives of a program, in its order. One that there isn't panics when called.
pub fn resolve(names: &[Arc<str>]) -> Arc<[Native]> {
    let find = |name: &Arc<str>| {
        let row = all().find(|row| *row.0 == **name);
        row.map_or(missing as Native, |row| row.1)
    };
    names.iter().map(find).collect()
}

fn missing(machine: &mut Machine, _: Call) -> Flow {
    machine.panic_str("brigade: this function has no body")
}

/// The world acts, as was set with [`Machine::at`].
pub fn fire(machine: &mut Machine, token: u64) {
    kitchen::fire(machine, token);
}
