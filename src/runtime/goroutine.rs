//! Goroutines in a slab, and what they wait in: queues of waiters, doubly linked by index, so that blocking allocates
//! nothing and whoever stops waiting leaves all its queues at once.

use crate::go::op::Pc;
use crate::trace::event::Kind;

/// A goroutine's place in the slab; its number, which Go prints, is [`Goroutine::id`].
pub type Slot = u32;
/// No goroutine, no waiter.
pub const NONE: u32 = u32::MAX;

/// What a goroutine is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The place is unused.
    Free,
    /// It executes, or will when its turn comes.
    Runnable,
    /// It uses a core until a timer says so.
    Working,
    /// It waits.
    Blocked,
}

/// Why a goroutine waits: the event that was recorded of it, and the object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// The kind of event.
    pub kind: Kind,
    /// Its first argument: the object.
    pub a: u64,
    /// For a lock: an RWMutex is wanted for writing.
    pub write: bool,
}

/// A goroutine: what is looked at whenever it is taken up or put down, in one line of a cache.
#[derive(Clone, Debug)]
#[repr(align(64))]
pub struct Goroutine {
    /// As Go counts: main is 1.
    pub id: u32,
    /// What it is doing.
    pub status: Status,
    /// The size class of its stack.
    pub class: u8,
    /// How the last wait ended: see [`super::native`].
    pub outcome: u8,
    /// It has CPU work to do before it goes on: [`Aside::work`].
    pub has_work: bool,
    /// Its next instruction.
    pub pc: Pc,
    /// Its current frame.
    pub base: u32,
    /// Its stack's first slot in the arena.
    pub stack: u32,
    /// Counts its waits, so that a timer knows whether it is still meant.
    pub epoch: u32,
    /// Where a native goes on.
    pub state: u32,
    /// Its waiters, linked.
    pub waiters: u32,
    /// The core it holds.
    pub core: u32,
    /// The slots at its stack's end that hold its deferred calls.
    pub deferred: u32,
    /// Why it waits; meaningful while it is blocked.
    pub wait: Wait,
    /// What few have.
    pub extra: Option<Box<Extra>>,
}

const _: () = assert!(size_of::<Goroutine>() == 64);

/// What is seldom looked at of a goroutine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Aside {
    /// CPU time still to be used, in ns.
    pub work: u64,
    /// What that is for: an order or `NO_ORDER`.
    pub work_for: u64,
    /// Who started it (0: the world) …
    pub parent: u32,
    /// … and at which instruction.
    pub created: Pc,
}

/// What few goroutines have.
#[derive(Clone, Debug, Default)]
pub struct Extra {
    /// Panics under way, outermost first.
    pub panics: Vec<Panicking>,
    /// The last nil pointer that it used: the address at which Go faults, and the instruction.
    pub signal: Option<(u32, Pc)>,
    /// What a native keeps from one state to the next.
    pub scratch: [u64; 6],
    /// In the middle of a map operation or of memory access before which it was switched.
    pub midway: bool,
}

/// A panic under way.
#[derive(Clone, Debug)]
pub struct Panicking {
    /// The interface value.
    pub value: u64,
    /// The frame that panicked, relative to the stack's start.
    pub origin: u32,
    /// Where the panic came from.
    pub pc: Pc,
    /// The frame of the deferred call that it runs now.
    pub running: u32,
    /// The frame that deferred it.
    pub frame: u32,
    /// That frame's function.
    pub owner: u32,
    /// It was recovered.
    pub recovered: bool,
    /// It isn't a panic, but `runtime.Goexit`.
    pub goexit: bool,
    /// Its value was printed already by way of a method: the text.
    pub text: u64,
}

/// Someone in a queue.
#[derive(Clone, Copy, Debug)]
pub struct Waiter {
    /// Who.
    pub g: Slot,
    /// What is sent, or what the queue's owner likes to know.
    pub value: u64,
    /// The register for what is received, of a case of a select its number, or what the queue's owner likes.
    pub tag: u32,
    /// Whether the goroutine is in a `select`.
    pub select: bool,
    /// Whose queue it is: a channel's object, or 0.
    pub queue: u32,
    prev: u32,
    next: u32,
    sibling: u32,
    /// It left the queue, which will find out.
    gone: bool,
}

/// A queue of waiters, first come first served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitQueue {
    head: u32,
    tail: u32,
}

impl Default for WaitQueue {
    fn default() -> Self {
        WaitQueue {
            head: NONE,
            tail: NONE,
        }
    }
}

impl WaitQueue {
    /// As one slot, so that a Go variable can hold a queue; 0 is an empty one.
    pub fn to_slot(self) -> u64 {
        u64::from(self.head.wrapping_add(1)) | u64::from(self.tail.wrapping_add(1)) << 32
    }

    /// From a slot.
    pub fn from_slot(slot: u64) -> WaitQueue {
        WaitQueue {
            head: (slot as u32).wrapping_sub(1),
            tail: ((slot >> 32) as u32).wrapping_sub(1),
        }
    }
}

/// All goroutines and waiters.
#[derive(Clone, Debug, Default)]
pub struct Goroutines {
    slab: Vec<Goroutine>,
    asides: Vec<Aside>,
    unused: Vec<Slot>,
    waiters: Vec<Waiter>,
    unused_waiters: Vec<u32>,
    last_id: u32,
    alive: u64,
    max_alive: u64,
}

impl Goroutines {
    /// A new goroutine, runnable.
    pub fn add(&mut self, parent: u32, created: Pc) -> Slot {
        self.last_id += 1;
        self.alive += 1;
        self.max_alive = self.max_alive.max(self.alive);
        let fresh = Goroutine {
            id: self.last_id,
            status: Status::Runnable,
            class: 0,
            outcome: 0,
            pc: 0,
            base: 0,
            stack: 0,
            epoch: 0,
            state: 0,
            waiters: NONE,
            core: NONE,
            deferred: 0,
            has_work: false,
            wait: Wait {
                kind: Kind::Yield,
                a: 0,
                write: false,
            },
            extra: None,
        };
        let aside = Aside {
            parent,
            created,
            ..Aside::default()
        };
        match self.unused.pop() {
            Some(slot) => {
                let epoch = self.slab[slot as usize].epoch.wrapping_add(1);
                self.slab[slot as usize] = Goroutine { epoch, ..fresh };
                self.asides[slot as usize] = aside;
                slot
            }
            None => {
                self.slab.push(fresh);
                self.asides.push(aside);
                self.slab.len() as u32 - 1
            }
        }
    }

    /// A goroutine is gone.
    pub fn remove(&mut self, g: Slot) {
        let goroutine = &mut self.slab[g as usize];
        goroutine.status = Status::Free;
        goroutine.extra = None;
        self.alive -= 1;
        self.unused.push(g);
    }

    /// The goroutine at a place.
    #[inline]
    pub fn get(&self, g: Slot) -> &Goroutine {
        &self.slab[g as usize]
    }

    /// The goroutine at a place.
    #[inline]
    pub fn get_mut(&mut self, g: Slot) -> &mut Goroutine {
        &mut self.slab[g as usize]
    }

    /// What is seldom looked at of the goroutine at a place.
    pub fn aside(&self, g: Slot) -> &Aside {
        &self.asides[g as usize]
    }

    /// What is seldom looked at of the goroutine at a place.
    pub fn aside_mut(&mut self, g: Slot) -> &mut Aside {
        &mut self.asides[g as usize]
    }

    /// What few goroutines have, made where it wasn't.
    pub fn extra(&mut self, g: Slot) -> &mut Extra {
        self.slab[g as usize].extra.get_or_insert_default()
    }

    /// All that live, with their places, in the slab's order.
    pub fn iter(&self) -> impl Iterator<Item = (Slot, &Goroutine)> {
        let all = self.slab.iter().enumerate();
        all.filter(|(_, goroutine)| goroutine.status != Status::Free)
            .map(|(slot, goroutine)| (slot as u32, goroutine))
    }

    /// How many live.
    pub fn alive(&self) -> u64 {
        self.alive
    }

    /// How many lived at once at most.
    pub fn max_alive(&self) -> u64 {
        self.max_alive
    }

    /// How many there ever were.
    pub fn created(&self) -> u64 {
        u64::from(self.last_id)
    }

    /// The bytes that all take.
    pub fn bytes(&self) -> usize {
        self.slab.len() * (size_of::<Goroutine>() + size_of::<Aside>())
            + self.waiters.len() * size_of::<Waiter>()
    }

    /// Puts a goroutine at a queue's end.
    pub fn enqueue(&mut self, queue: &mut WaitQueue, g: Slot, value: u64, tag: u32) {
        self.enlist(
            queue,
            Waiter {
                g,
                value,
                tag,
                select: false,
                queue: 0,
                prev: NONE,
                next: NONE,
                sibling: NONE,
                gone: false,
            },
        );
    }

    /// Puts a goroutine at the end of a queue of a channel.
    pub fn enqueue_at(
        &mut self,
        queue: &mut WaitQueue,
        channel: u32,
        g: Slot,
        value: u64,
        tag: u32,
        select: bool,
    ) {
        self.enlist(
            queue,
            Waiter {
                g,
                value,
                tag,
                select,
                queue: channel,
                prev: NONE,
                next: NONE,
                sibling: NONE,
                gone: false,
            },
        );
    }

    fn enlist(&mut self, queue: &mut WaitQueue, mut waiter: Waiter) {
        waiter.prev = queue.tail;
        let goroutine = &mut self.slab[waiter.g as usize];
        waiter.sibling = goroutine.waiters;
        let index = match self.unused_waiters.pop() {
            Some(index) => {
                self.waiters[index as usize] = waiter;
                index
            }
            None => {
                self.waiters.push(waiter);
                self.waiters.len() as u32 - 1
            }
        };
        goroutine.waiters = index;
        match self.waiters.get_mut(queue.tail as usize) {
            Some(last) => last.next = index,
            None => queue.head = index,
        }
        queue.tail = index;
    }

    /// Takes out the first in a queue, and out of all its other queues but channels', which [`Self::leave`] is for.
    pub fn dequeue(&mut self, queue: &mut WaitQueue) -> Option<Waiter> {
        loop {
            let index = queue.head;
            let waiter = *self.waiters.get(index as usize)?;
            self.unlink(queue, index);
            if waiter.gone {
                self.unused_waiters.push(index);
                continue;
            }
            self.forget(waiter.g, index);
            return Some(waiter);
        }
    }

    /// Whether somebody is in a queue.
    pub fn is_waiting(&self, queue: WaitQueue) -> bool {
        self.first(queue).is_some()
    }

    /// The first in a queue.
    pub fn first(&self, queue: WaitQueue) -> Option<&Waiter> {
        let mut index = queue.head;
        loop {
            let waiter = self.waiters.get(index as usize)?;
            if !waiter.gone {
                return Some(waiter);
            }
            index = waiter.next;
        }
    }

    /// The places of the first two in a queue, some of whom may have left it.
    pub fn first_two(&self, queue: WaitQueue) -> [Option<Slot>; 2] {
        let first = self.waiters.get(queue.head as usize);
        let second = first.and_then(|first| self.waiters.get(first.next as usize));
        [first, second].map(|waiter| waiter.map(|waiter| waiter.g))
    }

    /// All in a queue, in order.
    pub fn queued(&self, queue: WaitQueue) -> impl Iterator<Item = &Waiter> {
        let mut index = queue.head;
        std::iter::from_fn(move || {
            let waiter = self.waiters.get(index as usize)?;
            index = waiter.next;
            Some(waiter)
        })
        .filter(|waiter| !waiter.gone)
    }

    /// A goroutine's next waiter of those still in queues, taken off its list. One in a channel's queue must then be
    /// unlinked there with [`Self::unlink_at`]; others are marked as gone.
    pub fn leave(&mut self, g: Slot) -> Option<(u32, Waiter)> {
        let goroutine = &mut self.slab[g as usize];
        let index = goroutine.waiters;
        let waiter = self.waiters.get_mut(index as usize)?;
        goroutine.waiters = waiter.sibling;
        waiter.gone = waiter.queue == 0;
        Some((index, *waiter))
    }

    /// Takes a waiter out of the middle of its channel's queue.
    pub fn unlink_at(&mut self, queue: &mut WaitQueue, index: u32) {
        self.unlink(queue, index);
        self.unused_waiters.push(index);
    }

    fn unlink(&mut self, queue: &mut WaitQueue, index: u32) {
        let Waiter { prev, next, .. } = self.waiters[index as usize];
        match self.waiters.get_mut(prev as usize) {
            Some(before) => before.next = next,
            None => queue.head = next,
        }
        match self.waiters.get_mut(next as usize) {
            Some(after) => after.prev = prev,
            None => queue.tail = prev,
        }
    }

    /// Takes a waiter that left its queue off its goroutine's list.
    fn forget(&mut self, g: Slot, index: u32) {
        let sibling = self.waiters[index as usize].sibling;
        let goroutine = &mut self.slab[g as usize];
        if goroutine.waiters == index {
            goroutine.waiters = sibling;
        } else {
            let mut at = goroutine.waiters;
            while let Some(waiter) = self.waiters.get_mut(at as usize) {
                if waiter.sibling == index {
                    waiter.sibling = sibling;
                    break;
                }
                at = waiter.sibling;
            }
        }
        self.unused_waiters.push(index);
    }

    /// The slots that waiters hold, for the collector.
    pub fn waiting_values(&self) -> impl Iterator<Item = u64> {
        self.waiters.iter().map(|waiter| waiter.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_leaves_the_middle_is_passed_over() {
        let mut all = Goroutines::default();
        let mut queue = WaitQueue::default();
        let slots: Vec<Slot> = (0..4).map(|_| all.add(0, 0)).collect();
        for &g in &slots {
            all.enqueue(&mut queue, g, 0, 0);
        }
        let mut queue = WaitQueue::from_slot(queue.to_slot());
        assert!(all.leave(slots[1]).is_some());
        assert!(all.leave(slots[1]).is_none());
        let order: Vec<Slot> =
            std::iter::from_fn(|| all.dequeue(&mut queue).map(|w| w.g)).collect();
        assert_eq!(order, [slots[0], slots[2], slots[3]]);
        assert_eq!(queue.to_slot(), 0);
    }
}
