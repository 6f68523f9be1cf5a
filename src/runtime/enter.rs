//! Functions that the runtime enters by itself: deferred calls, and where they return to.

use super::defer::Deferred;
use super::exec::Next;
use super::goroutine::Goroutine;
use super::link::Link;
use super::machine::{Machine, NO_CLOSURE};
use super::panic::{ASKED, PLAIN};
use super::stack::Stacks;
use crate::go::op::Pc;
use crate::trace::event::Kind;

impl Machine {
    /// Slots of the current frame.
    pub(super) fn top_of_frame(&self) -> u16 {
        let owner = self.owner_of(self.pc.wrapping_sub(1));
        self.entries[owner as usize].frame
    }

    pub(super) fn enter_deferred(&mut self, deferred: Deferred, delta: u16, back: Pc) -> Next {
        let Some((func, closure)) = deferred.callee else {
            return self.throw_nil();
        };
        self.enter(func, closure, delta, back, &deferred.args)
    }

    /// Runs the current frame's next deferred call, and comes back to the instruction before `pc`.
    pub(super) fn run_defers(&mut self) -> Next {
        let Some(deferred) = self.pop_deferred_here() else {
            return Next::Go;
        };
        let top = self.top_of_frame();
        let back = self.pc - 1;
        self.enter_deferred(deferred, top, back)
    }

    /// Enters a function whose frame begins `delta` slots above the current one's.
    pub(super) fn enter(
        &mut self,
        func: u32,
        closure: u64,
        delta: u16,
        back: Pc,
        args: &[u64],
    ) -> Next {
        let entry = self.entries[func as usize];
        if !self.reserve(u32::from(delta) + u32::from(entry.frame)) {
            return Next::Leave;
        }
        let window = (self.base + u32::from(delta)) as usize;
        self.arena[window] = Link { pc: back, delta }.to_slot();
        self.arena[window + 1..][..args.len()].copy_from_slice(args);
        if entry.closure != NO_CLOSURE {
            self.arena[window + usize::from(entry.closure)] = closure;
        }
        self.base = window as u32;
        self.pc = entry.start;
        Next::Go
    }

    /// Makes sure that the stack has so many slots from the current frame on, beside its deferred calls; false where the
    /// process ended for it.
    pub(super) fn reserve(&mut self, slots: u32) -> bool {
        let &Goroutine {
            stack,
            class,
            deferred,
            ..
        } = self.goroutines.get(self.current);
        let needed = self.base - stack + slots + deferred;
        if needed <= Stacks::slots(class) {
            return true;
        }
        let larger = Stacks::class_for(needed);
        if Stacks::is_too_deep(larger) {
            self.stack_overflow();
            return false;
        }
        let moved = self.stacks.take(&mut self.arena, larger);
        let end = stack + Stacks::slots(class);
        let calls = end - deferred;
        let moved_calls = moved + Stacks::slots(larger) - deferred;
        self.arena
            .copy_within(stack as usize..calls as usize, moved as usize);
        self.arena
            .copy_within(calls as usize..end as usize, moved_calls as usize);
        self.stacks.give_back(stack, class);
        let goroutine = self.goroutines.get_mut(self.current);
        goroutine.stack = moved;
        goroutine.class = larger;
        self.base = self.base - stack + moved;
        let (before, after) = (Stacks::extra_bytes(class), Stacks::extra_bytes(larger));
        if after > before {
            self.memory.stacks += after - before;
            self.event(Kind::Stack, after, 0);
            return self.check_memory();
        }
        true
    }

    /// A function returned to where no code is.
    pub(super) fn return_special(&mut self, link: Link) -> Next {
        match link.pc {
            Link::UNWIND => {
                self.base -= u32::from(link.delta);
                self.after_deferred()
            }
            Link::PRINT => {
                let text = self.arena[self.base as usize + 1];
                self.base -= u32::from(link.delta);
                let panics = &mut self.goroutines.extra(self.current).panics;
                if let Some(asked) = panics.iter_mut().find(|panicking| panicking.text == ASKED) {
                    asked.text = text.max(PLAIN + 1);
                }
                if let Some(last) = panics.last() {
                    self.pc = last.pc;
                }
                self.die()
            }
            _ => self.goroutine_ends(),
        }
    }
}
