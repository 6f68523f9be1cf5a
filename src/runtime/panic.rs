//! How a process fails: panics, fatal errors, and what is printed of them.

use super::machine::{Leak, Machine};
use crate::trace::event::Reason;

impl Machine {
    pub(super) fn deadlock(&mut self) {
        self.end(Reason::Deadlock, 2);
    }

    pub(super) fn leaks(&self) -> Vec<Leak> {
        Vec::new()
    }
}
