//! Who waits for what, in Go's words: for traces, leaks and deadlocks.

use super::deadlock::Sleeper;
use super::goroutine::{Goroutine, Slot, Status};
use super::machine::{Leak, Machine};
use crate::trace::event::Kind;

impl Machine {
    /// Go's word for what a goroutine waits on.
    pub(super) fn wait_reason(&self, slot: Slot) -> String {
        let goroutine = self.goroutines.get(slot);
        let wait = goroutine.wait;
        match (goroutine.status, wait.kind) {
            (Status::Runnable, _) => "runnable",
            (Status::Working, _) => "running",
            (_, Kind::BlockSend) if wait.a == 0 => "chan send (nil chan)",
            (_, Kind::BlockSend) => "chan send",
            (_, Kind::BlockRecv) if wait.a == 0 => "chan receive (nil chan)",
            (_, Kind::BlockRecv) => "chan receive",
            (_, Kind::BlockSelect) if wait.a == 0 => "select (no cases)",
            (_, Kind::BlockSelect) => "select",
            (_, Kind::BlockLock) if wait.write => "sync.RWMutex.Lock",
            (_, Kind::BlockLock) => "sync.Mutex.Lock",
            (_, Kind::BlockRLock) => "sync.RWMutex.RLock",
            (_, Kind::BlockWaitGroup) => "sync.WaitGroup.Wait",
            (_, Kind::BlockCond) => "sync.Cond.Wait",
            (_, Kind::BlockSemaphore) => "select",
            (_, Kind::Sleep | Kind::BackOff | Kind::Simmer | Kind::Fetch) => "sleep",
            _ => "IO wait",
        }
        .into()
    }

    /// Whether a goroutine waits on something other than time or the world.
    fn is_stuck(goroutine: &Goroutine) -> bool {
        use Kind::*;
        goroutine.status == Status::Blocked
            && matches!(
                goroutine.wait.kind,
                BlockSend
                    | BlockRecv
                    | BlockSelect
                    | BlockLock
                    | BlockRLock
                    | BlockWaitGroup
                    | BlockCond
                    | BlockSemaphore
            )
    }

    /// The line of the learner's file at which a goroutine waits; after `go mu.Lock()`, that of the go statement.
    fn waiting_line(&self, slot: Slot) -> u32 {
        let goroutine = self.goroutines.get(slot);
        match self.line_of(goroutine.pc, goroutine.base) {
            0 => {
                let made = self.goroutines.origin(slot).created.wrapping_sub(1) as usize;
                self.lines.get(made).copied().unwrap_or(0)
            }
            line => line,
        }
    }

    pub(super) fn leaks(&self) -> Vec<Leak> {
        let stuck = self
            .goroutines
            .iter()
            .filter(|(_, g)| g.id != 1 && Self::is_stuck(g));
        let mut leaks: Vec<Leak> = stuck
            .map(|(slot, goroutine)| Leak {
                id: goroutine.id,
                line: self.waiting_line(slot),
                wait_reason: self.wait_reason(slot),
            })
            .collect();
        leaks.sort_unstable_by_key(|leak| leak.id);
        leaks
    }

    /// All goroutines that are blocked, by number.
    pub(super) fn sleepers(&self) -> Vec<Sleeper> {
        let blocked = self
            .goroutines
            .iter()
            .filter(|(_, goroutine)| goroutine.status == Status::Blocked);
        let mut sleepers: Vec<Sleeper> = blocked
            .map(|(slot, goroutine)| Sleeper {
                id: goroutine.id,
                line: self.waiting_line(slot),
                wait_reason: self.wait_reason(slot),
                wait: goroutine.wait,
            })
            .collect();
        sleepers.sort_unstable_by_key(|sleeper| sleeper.id);
        sleepers
    }
}
