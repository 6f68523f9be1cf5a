//! Channels and `select`: values go from hand to hand where somebody waits, else through the buffer, in order.

use super::goroutine::{NONE, Slot};
use super::heap::{Heap, Object};
use super::machine::Machine;
use super::native::{OUTCOME_DONE, OUTCOME_WOKEN};
use super::queue::{WaitQueue, Waiter};
use crate::go::op::{Op, RTypeId, Ref, Reg};
use crate::go::program::SelectCase;
use crate::trace::event::Kind;
use std::collections::VecDeque;

/// How a wait ended: the channel on which the goroutine was sending was closed.
pub(super) const OUTCOME_CLOSED: u8 = 2;

/// In a waiter's tag: it wants to send.
const SENDS: u32 = 1 << 31;
/// In a waiter's tag: it only watches whether the channel is closed.
const WATCHES: u32 = 1 << 30;
/// In a waiter's tag: it also wants to know whether the value was sent.
const WANTS_OK: u32 = 1 << 29;
/// In a waiter's tag: it is in a `select`.
const SELECTS: u32 = 1 << 28;
/// In a waiter's tag: the register or the case.
const NUMBER: u32 = 0xffff;

/// A channel.
#[derive(Clone, Debug)]
pub struct Chan {
    /// The type of its values.
    pub elem: RTypeId,
    /// How many values it buffers.
    pub cap: u64,
    /// The values in it.
    pub buffer: VecDeque<u64>,
    /// It is closed.
    pub closed: bool,
    /// It belongs to a timer: to the program it looks unbuffered.
    pub timer: bool,
    /// Its number in events, once it has one.
    number: u64,
    receivers: WaitQueue,
    senders: WaitQueue,
}

impl Chan {
    /// An open, empty channel.
    pub fn new(elem: RTypeId, cap: u64) -> Chan {
        Chan {
            elem,
            cap,
            buffer: VecDeque::new(),
            closed: false,
            timer: false,
            number: 0,
            receivers: WaitQueue::default(),
            senders: WaitQueue::default(),
        }
    }

    /// Whether a value fits into the buffer.
    #[inline(always)]
    fn has_room(&self) -> bool {
        (self.buffer.len() as u64) < self.cap
    }

    /// Its number in events, given when first asked for; `last` is the last that was given.
    #[inline(always)]
    fn number(&mut self, last: &mut u64) -> u64 {
        if self.number == 0 {
            *last += 1;
            self.number = *last;
        }
        self.number
    }

    /// The slots that it holds.
    pub fn slots(&self) -> impl Iterator<Item = u64> {
        self.buffer.iter().copied()
    }
}

/// What came of an operation on a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Passed {
    /// It is done.
    Now,
    /// The goroutine waits.
    Blocked,
    /// It panics, in these words.
    Panics(&'static str),
}

#[inline(always)]
fn chan_in(heap: &mut Heap, slot: u64) -> Option<&mut Chan> {
    if slot == 0 {
        return None;
    }
    match heap.object_mut(Ref(slot).object()) {
        Object::Chan(chan) => Some(chan),
        _ => None,
    }
}

impl Machine {
    pub(super) fn chan(&self, slot: u64) -> Option<&Chan> {
        if slot == 0 {
            return None;
        }
        match self.heap.object(Ref(slot).object()) {
            Object::Chan(chan) => Some(chan),
            _ => None,
        }
    }

    #[inline(always)]
    pub(super) fn chan_mut(&mut self, slot: u64) -> Option<&mut Chan> {
        chan_in(&mut self.heap, slot)
    }

    /// A new channel.
    pub(super) fn new_chan(&mut self, elem: RTypeId, cap: u64) -> u64 {
        let size = self.program.types[usize::from(elem)].size;
        let bytes = 96 + size.saturating_mul(cap);
        let chan = Object::Chan(Box::new(Chan::new(elem, cap)));
        self.heap.add(chan, bytes).0
    }

    fn queue(
        &mut self,
        channel: u32,
        sends: bool,
    ) -> Option<(&mut WaitQueue, &mut super::goroutine::Goroutines)> {
        let Object::Chan(chan) = self.heap.object_mut(channel) else {
            return None;
        };
        let queue = if sends {
            &mut chan.senders
        } else {
            &mut chan.receivers
        };
        Some((queue, &mut self.goroutines))
    }

    fn first_waiter(&mut self, slot: u64, sends: bool) -> Option<Waiter> {
        let (queue, goroutines) = self.queue(Ref(slot).object(), sends)?;
        let waiter = goroutines.dequeue(queue)?;
        let left = *queue;
        self.foresee(left);
        Some(waiter)
    }

    /// The next that waits to receive; those that only watch are woken on the way.
    fn first_receiver(&mut self, slot: u64) -> Option<Waiter> {
        loop {
            let waiter = self.first_waiter(slot, false)?;
            if waiter.tag & WATCHES == 0 {
                return Some(waiter);
            }
            self.done(waiter.g);
        }
    }

    fn done(&mut self, g: Slot) {
        let by = self.waker();
        self.ready(g, by);
        self.goroutines.get_mut(g).outcome = OUTCOME_DONE;
    }

    /// A goroutine leaves every queue that it is in.
    pub(super) fn leave_queues(&mut self, g: Slot) {
        while let Some(left) = self.goroutines.leave(g) {
            if let Some((index, channel, waiter)) = left
                && let Some((queue, goroutines)) = self.queue(channel, waiter.tag & SENDS != 0)
            {
                goroutines.unlink_at(queue, index);
            }
        }
    }

    #[inline(always)]
    fn wait_at(&mut self, slot: u64, value: u64, tag: u32) {
        let g = self.current;
        let channel = Ref(slot).object();
        if let Some((queue, goroutines)) = self.queue(channel, tag & SENDS != 0) {
            goroutines.enqueue(queue, channel, Waiter { value, g, tag });
        }
    }

    /// Gives a waiting receiver what it waits for: its registers, and where it goes on.
    fn hand_over(&mut self, waiter: Waiter, value: u64, sent: bool) {
        let goroutine = self.goroutines.get(waiter.g);
        let base = goroutine.base as usize;
        let number = waiter.tag & NUMBER;
        if waiter.tag & SELECTS == 0 {
            self.arena[base + number as usize] = value;
            if waiter.tag & WANTS_OK != 0 {
                self.arena[base + number as usize + 1] = u64::from(sent);
            }
        } else if let Some(SelectCase::Recv { dst, to, .. }) = self.case_of(waiter.g, number) {
            self.arena[base + usize::from(dst)] = value;
            self.arena[base + usize::from(dst) + 1] = u64::from(sent);
            self.goroutines.get_mut(waiter.g).pc = to;
        }
    }

    fn case_of(&self, g: Slot, number: u32) -> Option<SelectCase> {
        let at = self.goroutines.get(g).pc.wrapping_sub(1) as usize;
        match self.program.code.get(at) {
            Some(&Op::Select { table }) => {
                let cases = &self.program.selects[table as usize].cases;
                cases.get(number as usize).copied()
            }
            _ => None,
        }
    }

    /// What a channel gives when it is closed and empty.
    fn nothing(&mut self, slot: u64) -> u64 {
        let elem = self.chan(slot).map_or(0, |chan| chan.elem);
        self.zero_value(elem)
    }

    pub(super) fn is_ready(&self, slot: u64) -> bool {
        self.chan(slot)
            .is_some_and(|chan| chan.closed || !chan.buffer.is_empty())
    }

    pub(super) fn watch_channel(&mut self, slot: u64) {
        if self.chan(slot).is_some() {
            self.wait_at(slot, 0, WATCHES);
        }
    }

    /// Whether a send would pass at once.
    fn can_send(&mut self, slot: u64) -> bool {
        let Some(chan) = self.chan(slot) else {
            return false;
        };
        chan.closed
            || chan.has_room()
            || self
                .goroutines
                .queued(chan.receivers)
                .any(|waiter| waiter.tag & WATCHES == 0)
    }

    /// Whether a receive would pass at once.
    fn can_receive(&self, slot: u64) -> bool {
        self.chan(slot).is_some_and(|chan| {
            chan.closed || !chan.buffer.is_empty() || self.goroutines.is_waiting(chan.senders)
        })
    }

    /// Sends if that passes at once.
    pub(super) fn try_send(&mut self, slot: u64, value: u64) -> Passed {
        let Some(chan) = chan_in(&mut self.heap, slot) else {
            return Passed::Blocked;
        };
        if chan.closed {
            return Passed::Panics("send on closed channel");
        }
        let number = chan.number(&mut self.numbered);
        if let Some(waiter) = self.first_receiver(slot) {
            self.note(Kind::Sent, number, 0);
            self.race_handover(waiter.g);
            let by = self.waker();
            self.ready(waiter.g, by);
            self.note_of(waiter.g, Kind::Received, number, 0);
            self.hand_over(waiter, value, true);
            return Passed::Now;
        }
        let Some(chan) = chan_in(&mut self.heap, slot).filter(|chan| chan.has_room()) else {
            return Passed::Blocked;
        };
        chan.buffer.push_back(value);
        let len = chan.buffer.len() as u64;
        self.race_buffer(slot, self.current, true);
        self.note(Kind::Sent, number, len);
        Passed::Now
    }

    /// Receives if that passes at once: the value, and whether it was sent.
    pub(super) fn try_receive(&mut self, slot: u64) -> Option<(u64, bool)> {
        let chan = chan_in(&mut self.heap, slot)?;
        if let Some(value) = chan.buffer.pop_front() {
            let number = chan.number(&mut self.numbered);
            let next = self.goroutines.dequeue(&mut chan.senders);
            chan.buffer.extend(next.map(|sender| sender.value));
            let (len, senders) = (chan.buffer.len() as u64, chan.senders);
            self.race_buffer(slot, self.current, false);
            self.note(Kind::Received, number, len - u64::from(next.is_some()));
            if let Some(sender) = next {
                self.race_buffer(slot, sender.g, true);
                self.foresee(senders);
                self.sent(sender, number, len);
            }
            return Some((value, true));
        }
        if chan.closed {
            let number = chan.number(&mut self.numbered);
            self.race_acquire(Ref(slot));
            self.note(Kind::Received, number, 0);
            return Some((self.nothing(slot), false));
        }
        let sender = self.goroutines.dequeue(&mut chan.senders)?;
        let (number, senders) = (chan.number(&mut self.numbered), chan.senders);
        self.foresee(senders);
        self.race_handover(sender.g);
        self.sent(sender, number, 0);
        self.note(Kind::Received, number, 0);
        Some((sender.value, true))
    }

    /// The first in a queue are likely to be woken next.
    fn foresee(&self, queue: WaitQueue) {
        if self.is_crowded() {
            let [next, second] = self.goroutines.first_two(queue);
            self.look_ahead(next, second);
        }
    }

    /// A waiting sender goes on, since its value was taken.
    fn sent(&mut self, sender: Waiter, number: u64, len: u64) {
        let by = self.waker();
        self.ready(sender.g, by);
        self.note_of(sender.g, Kind::Sent, number, len);
        if sender.tag & SELECTS != 0
            && let Some(SelectCase::Send { to, .. }) = self.case_of(sender.g, sender.tag & NUMBER)
        {
            self.goroutines.get_mut(sender.g).pc = to;
        }
    }

    #[inline(always)]
    fn note(&mut self, kind: Kind, a: u64, b: u64) {
        if self.current == NONE {
            self.event_of(crate::trace::event::WORLD, kind, a, b);
        } else {
            self.event(kind, a, b);
        }
    }

    #[inline(always)]
    fn note_of(&mut self, g: Slot, kind: Kind, a: u64, b: u64) {
        let goroutine = self.goroutines.get(g);
        let (id, at) = (goroutine.id, (goroutine.pc, goroutine.base));
        self.log_at(id, kind, at, a, b);
    }

    pub(super) fn send(&mut self, slot: u64, value: u64) -> Passed {
        let passed = self.try_send(slot, value);
        if passed == Passed::Blocked {
            let number = self.channel_number(slot);
            self.event(Kind::BlockSend, number, 0);
            self.wait_at(slot, value, SENDS);
            self.block(Kind::BlockSend, number);
        }
        passed
    }

    /// Receives into a register of the current frame, and whether it was sent into the next one where wanted.
    pub(super) fn receive(&mut self, slot: u64, dst: Reg, wants_ok: bool) -> Passed {
        if let Some((value, sent)) = self.try_receive(slot) {
            let at = self.base as usize + usize::from(dst);
            self.arena[at] = value;
            if wants_ok {
                self.arena[at + 1] = u64::from(sent);
            }
            return Passed::Now;
        }
        let number = self.channel_number(slot);
        self.event(Kind::BlockRecv, number, 0);
        let ok = if wants_ok { WANTS_OK } else { 0 };
        self.wait_at(slot, 0, u32::from(dst) | ok);
        self.block(Kind::BlockRecv, number);
        Passed::Blocked
    }

    /// The number of a channel in events; 0 for nil.
    fn channel_number(&mut self, slot: u64) -> u64 {
        chan_in(&mut self.heap, slot).map_or(0, |chan| chan.number(&mut self.numbered))
    }

    pub(super) fn close(&mut self, slot: u64) -> Passed {
        let Some(chan) = self.chan_mut(slot) else {
            return Passed::Panics("close of nil channel");
        };
        if chan.closed {
            return Passed::Panics("close of closed channel");
        }
        chan.closed = true;
        let number = self.channel_number(slot);
        self.note(Kind::Closed, number, 0);
        self.race_release(Ref(slot));
        let mut waiters = Vec::new();
        for sends in [false, true] {
            while let Some(waiter) = self.first_waiter(slot, sends) {
                waiters.push(waiter);
            }
        }
        // Go collects them on a stack.
        while let Some(waiter) = waiters.pop() {
            self.woken_by_close(slot, waiter, number);
        }
        Passed::Now
    }

    fn woken_by_close(&mut self, slot: u64, waiter: Waiter, number: u64) {
        if waiter.tag & WATCHES != 0 {
            return self.done(waiter.g);
        }
        let by = self.waker();
        self.ready(waiter.g, by);
        if waiter.tag & SENDS != 0 {
            self.goroutines.get_mut(waiter.g).outcome = OUTCOME_CLOSED;
            return;
        }
        self.race_acquire_by(waiter.g, Ref(slot));
        self.note_of(waiter.g, Kind::Received, number, 0);
        let value = self.nothing(slot);
        self.hand_over(waiter, value, false);
    }

    /// Runs a `select`; sets the program counter where a case was chosen at once.
    pub(super) fn select(&mut self, table: u32) -> Passed {
        let program = std::sync::Arc::clone(&self.program);
        let table = &program.selects[table as usize];
        let frame = self.base as usize;
        let mut ready: smallvec::SmallVec<[u16; 16]> = smallvec::SmallVec::new();
        for (number, case) in table.cases.iter().enumerate() {
            let passes = match *case {
                SelectCase::Send { chan, .. } => {
                    self.can_send(self.arena[frame + usize::from(chan)])
                }
                SelectCase::Recv { chan, .. } => {
                    self.can_receive(self.arena[frame + usize::from(chan)])
                }
            };
            if passes {
                ready.push(number as u16);
            }
        }
        if !ready.is_empty() {
            let drawn = match ready.len() {
                1 => 0,
                count => self.draw(count as u64) as usize,
            };
            return self.take_case(table.cases[usize::from(ready[drawn])]);
        }
        if let Some(default) = table.default {
            self.pc = default;
            return Passed::Now;
        }
        self.event(Kind::BlockSelect, table.cases.len() as u64, 0);
        let count = table.cases.len();
        let first = match self.waits_twice(&table.cases) {
            true => self.draw(count as u64) as usize,
            false => 0,
        };
        for number in (first..count).chain(0..first) {
            let case = table.cases[number];
            let number = number as u32;
            match case {
                SelectCase::Send { chan, src, .. } => {
                    let slot = self.arena[frame + usize::from(chan)];
                    let value = self.arena[frame + usize::from(src)];
                    if slot != 0 {
                        self.wait_at(slot, value, number | SENDS | SELECTS);
                    }
                }
                SelectCase::Recv { chan, .. } => {
                    let slot = self.arena[frame + usize::from(chan)];
                    if slot != 0 {
                        self.wait_at(slot, 0, number | SELECTS);
                    }
                }
            }
        }
        self.block(Kind::BlockSelect, table.cases.len() as u64);
        Passed::Blocked
    }

    /// Whether two cases are of one channel: which of them waits first there, and so is served, is drawn.
    fn waits_twice(&self, cases: &[SelectCase]) -> bool {
        let frame = self.base as usize;
        let channel = |case: &SelectCase| match *case {
            SelectCase::Send { chan, .. } | SelectCase::Recv { chan, .. } => {
                self.arena[frame + usize::from(chan)]
            }
        };
        let twice = |(at, case)| {
            cases[..at]
                .iter()
                .any(|c| channel(c) == channel(case) && channel(c) != 0)
        };
        cases.iter().enumerate().any(twice)
    }

    fn take_case(&mut self, case: SelectCase) -> Passed {
        let frame = self.base as usize;
        match case {
            SelectCase::Send { chan, src, to } => {
                let slot = self.arena[frame + usize::from(chan)];
                let value = self.arena[frame + usize::from(src)];
                let passed = self.try_send(slot, value);
                if passed == Passed::Now {
                    self.pc = to;
                }
                passed
            }
            SelectCase::Recv { chan, dst, to } => {
                let slot = self.arena[frame + usize::from(chan)];
                if let Some((value, sent)) = self.try_receive(slot) {
                    self.arena[frame + usize::from(dst)] = value;
                    self.arena[frame + usize::from(dst) + 1] = u64::from(sent);
                }
                self.pc = to;
                Passed::Now
            }
        }
    }
}

const _: () = assert!(OUTCOME_WOKEN == 0);
