//! The data-race detector: who accessed what, ordered by what happens before what.

use rustc_hash::FxHashSet;

/// What is known of the run's accesses and their order.
#[derive(Clone, Debug, Default)]
pub struct Races {
    reports: Vec<String>,
}

impl Races {
    /// The races found, as reported.
    pub fn reports(&self) -> Vec<String> {
        self.reports.clone()
    }

    pub(super) fn spawn(&mut self, _parent: u32, _child: u32) {}

    pub(super) fn exit(&mut self, _id: u32) {}

    pub(super) fn forget(&mut self, _dead: &FxHashSet<u32>) {}
}

use super::goroutine::Slot;
use super::machine::Machine;

impl Machine {
    pub(super) fn race_handover(&mut self, _chan: u64, _other: Slot, _sends: bool) {}
    pub(super) fn race_send(&mut self, _chan: u64) {}
    pub(super) fn race_receive(&mut self, _chan: u64) {}
    pub(super) fn race_receive_closed(&mut self, _chan: u64) {}
    pub(super) fn race_close(&mut self, _chan: u64) {}
    pub(super) fn race_woken_by_close(&mut self, _chan: u64, _g: Slot) {}
    pub(super) fn race_access(&mut self, _place: crate::go::op::Ref, _writes: bool) {}
    pub(super) fn race_range(&mut self, _place: crate::go::op::Ref, _slots: u32, _writes: bool) {}
    pub(super) fn race_map(&mut self, _map: u64, _writes: bool) {}
    /// What was done before a release at a place happens before what follows an acquire there.
    pub(super) fn race_acquire(&mut self, _place: crate::go::op::Ref) {}
    pub(super) fn race_release(&mut self, _place: crate::go::op::Ref) {}
}
