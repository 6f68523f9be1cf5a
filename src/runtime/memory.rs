//! The account of memory, its limit, and what the collector keeps.

use super::defer::deferred;
use super::goroutine::NONE;
use super::heap::Collection;
use super::machine::{Machine, PROCESS_BYTES};
use crate::go::op::Ref;
use crate::trace::event::{Kind, Reason, WORLD};

impl Machine {
    /// Bytes used by the process.
    pub fn memory_used(&self) -> u64 {
        self.beside_heap() + self.heap.used()
    }

    pub(super) fn beside_heap(&self) -> u64 {
        let each = self.settings.scenario.goroutine_bytes;
        PROCESS_BYTES
            + self.goroutines.alive().saturating_mul(each)
            + self.memory.held
            + self.memory.stacks
    }

    pub(super) fn note_peak(&mut self) {
        self.memory.peak = self.memory.peak.max(self.memory_used());
    }

    pub(super) fn refresh_room(&mut self) {
        let room = self.memory.limit.saturating_sub(self.beside_heap());
        self.heap.set_room(room);
    }

    /// Whether memory is within its limit after an increase, if need be after a collection; else the process is killed.
    pub(super) fn check_memory(&mut self) -> bool {
        self.note_peak();
        if self.memory_used() > self.memory.limit {
            self.collect();
            if self.memory_used() > self.memory.limit {
                self.end(Reason::OutOfMemory, 137);
                return false;
            }
        }
        self.refresh_room();
        true
    }

    /// Whether so many bytes more could be had, if need be after a collection; else the process is killed. Only between
    /// instructions, or where all that matters is in registers.
    pub(super) fn check_room(&mut self, bytes: u64, host_bytes: u64) -> bool {
        let fits = |machine: &Machine| {
            machine.memory_used().saturating_add(bytes) <= machine.memory.limit
                && !machine.heap.overflows(host_bytes)
        };
        if !fits(self) {
            self.collect();
            if !fits(self) {
                self.end(Reason::OutOfMemory, 137);
                return false;
            }
        }
        true
    }

    /// Does what an allocation asked for. Only between two instructions.
    #[cold]
    pub(super) fn relieve(&mut self) {
        if self.heap.is_due() {
            self.collect();
            if self.memory_used() > self.memory.limit || self.heap.overflows(0) {
                return self.end(Reason::OutOfMemory, 137);
            }
        }
        if let Some(used) = self.heap.take_report(false) {
            self.log_heap(used);
        }
    }

    pub(super) fn collect(&mut self) {
        self.note_peak();
        let mut collection = Collection::new(&mut self.heap);
        collection.keep(self.globals);
        self.strings.iter().for_each(|&slot| collection.root(slot));
        self.functions
            .values()
            .for_each(|&slot| collection.root(slot));
        for (slot, goroutine) in self.goroutines.iter() {
            let base = if slot == self.current {
                self.base
            } else {
                goroutine.base
            };
            let end = (base + 256).min(goroutine.frames_end());
            let stack = &self.arena[goroutine.stack as usize..end as usize];
            stack.iter().for_each(|&slot| collection.root(slot));
            for deferred in deferred(&self.arena, goroutine) {
                collection.root(deferred.callee.unwrap_or_default().1);
                deferred.args.iter().for_each(|&slot| collection.root(slot));
            }
            if let Some(extra) = &goroutine.extra {
                for panicking in &extra.panics {
                    collection.root(panicking.value);
                    collection.root(panicking.text);
                }
            }
        }
        self.goroutines
            .places
            .values()
            .for_each(|slot| collection.root(slot));
        self.go_timers
            .slots()
            .for_each(|slot| collection.root(slot));
        let room = self.memory.limit.saturating_sub(
            PROCESS_BYTES
                + self.goroutines.alive() * self.settings.scenario.goroutine_bytes
                + self.memory.held
                + self.memory.stacks,
        );
        let mut dead = rustc_hash::FxHashSet::default();
        let any = !self.objects.is_empty();
        collection.sweep(room, |object| {
            if any {
                dead.insert(object);
            }
        });
        if any {
            self.objects
                .retain(|&place, _| !dead.contains(&Ref(place).object()));
        }
        if let Some(races) = &mut self.races {
            races.forget(&dead);
        }
        if let Some(used) = self.heap.take_report(true) {
            self.log_heap(used);
        }
    }

    pub(super) fn log_heap(&mut self, used: u64) {
        if self.current == NONE {
            self.log(WORLD, Kind::Heap, 0, used, 0);
        } else {
            self.event(Kind::Heap, used, 0);
        }
    }
}
