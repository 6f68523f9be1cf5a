//! Package kitchen: what its Go asks of the world.

use super::Row;
use crate::runtime::machine::Machine;

/// The natives of the package.
pub const NATIVES: &[Row] = &[];

/// What was set with [`Machine::at`] has come.
pub fn fire(_machine: &mut Machine, _token: u64) {}
