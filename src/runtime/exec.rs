//! The loop that executes instructions.

use super::machine::Machine;

impl Machine {
    pub(super) fn execute(&mut self, _until: u64) {}
}
