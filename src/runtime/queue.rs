//! What goroutines wait in: queues of places, doubly linked by index in one slab, so that blocking allocates nothing and
//! whoever stops waiting leaves all its queues at once.

use super::goroutine::{Goroutines, NONE, Slot};

/// Someone in a queue.
#[derive(Clone, Copy, Debug)]
pub struct Waiter {
    /// What is sent, or what the queue's owner likes to know.
    pub value: u64,
    /// Who.
    pub g: Slot,
    /// What the queue's owner likes to know, too.
    pub tag: u32,
}

/// In [`Place::channel`]: whoever was there left the queue, which will find out.
const GONE: u32 = u32::MAX;

/// A place in a queue. Its fields are read and written one by one, close after each other: as wholes they would be loaded
/// before the stores of their parts are done, for which a processor has to wait.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    value: u64,
    g: Slot,
    tag: u32,
    /// Whose queue it is: a channel's object, or 0, or [`GONE`].
    channel: u32,
    prev: u32,
    next: u32,
    /// The goroutine's next place.
    sibling: u32,
}

impl Place {
    #[inline]
    fn waiter(&self) -> Waiter {
        Waiter {
            value: self.value,
            g: self.g,
            tag: self.tag,
        }
    }
}

/// All places in queues.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    slab: Vec<Place>,
    unused: Vec<u32>,
}

impl Places {
    /// The bytes that all take.
    pub fn bytes(&self) -> usize {
        self.slab.len() * size_of::<Place>()
    }

    /// The slots that waiters hold, for the collector.
    pub fn values(&self) -> impl Iterator<Item = u64> {
        self.slab.iter().map(|place| place.value)
    }

    #[inline(always)]
    fn unlink(&mut self, queue: &mut WaitQueue, index: u32) {
        let Place { prev, next, .. } = self.slab[index as usize];
        match self.slab.get_mut(prev as usize) {
            Some(before) => before.next = next,
            None => queue.head = next,
        }
        match self.slab.get_mut(next as usize) {
            Some(after) => after.prev = prev,
            None => queue.tail = prev,
        }
        self.unused.push(index);
    }
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

impl Goroutines {
    /// Puts a goroutine at a queue's end; `channel` is the object whose queue it is, or 0.
    #[inline(always)]
    pub fn enqueue(&mut self, queue: &mut WaitQueue, channel: u32, waiter: Waiter) {
        let index = match self.places.unused.pop() {
            Some(index) => index,
            None => {
                self.places.slab.push(Place {
                    value: 0,
                    g: NONE,
                    tag: 0,
                    channel: 0,
                    prev: NONE,
                    next: NONE,
                    sibling: NONE,
                });
                self.places.slab.len() as u32 - 1
            }
        };
        let goroutine = self.get_mut(waiter.g);
        let sibling = std::mem::replace(&mut goroutine.places, index);
        let place = &mut self.places.slab[index as usize];
        place.value = waiter.value;
        place.g = waiter.g;
        place.tag = waiter.tag;
        place.channel = channel;
        place.prev = queue.tail;
        place.next = NONE;
        place.sibling = sibling;
        match self.places.slab.get_mut(queue.tail as usize) {
            Some(last) => last.next = index,
            None => queue.head = index,
        }
        queue.tail = index;
    }

    /// Takes out the first in a queue.
    #[inline(always)]
    pub fn dequeue(&mut self, queue: &mut WaitQueue) -> Option<Waiter> {
        loop {
            let index = queue.head;
            let place = self.places.slab.get(index as usize)?;
            let (waiter, gone) = (place.waiter(), place.channel == GONE);
            if !gone {
                self.forget(waiter.g, index);
            }
            self.places.unlink(queue, index);
            if !gone {
                return Some(waiter);
            }
        }
    }

    /// Whether somebody is in a queue.
    pub fn is_waiting(&self, queue: WaitQueue) -> bool {
        self.queued(queue).next().is_some()
    }

    /// The first two in a queue, some of whom may have left it.
    pub fn first_two(&self, queue: WaitQueue) -> [Option<Slot>; 2] {
        let first = self.places.slab.get(queue.head as usize);
        let second = first.and_then(|first| self.places.slab.get(first.next as usize));
        [first, second].map(|place| place.map(|place| place.g))
    }

    /// All in a queue, in order.
    pub fn queued(&self, queue: WaitQueue) -> impl Iterator<Item = Waiter> {
        let mut index = queue.head;
        std::iter::from_fn(move || {
            let place = self.places.slab.get(index as usize)?;
            index = place.next;
            Some(place)
        })
        .filter(|place| place.channel != GONE)
        .map(Place::waiter)
    }

    /// A goroutine leaves one of the queues that it is still in. Where that is a channel's, it gives the place, the channel's
    /// object and the waiter, and the place must be taken out with [`Self::unlink_at`]; others find out by themselves.
    #[inline(always)]
    pub fn leave(&mut self, g: Slot) -> Option<Option<(u32, u32, Waiter)>> {
        let index = self.get(g).places;
        let place = self.places.slab.get_mut(index as usize)?;
        let (sibling, channel, waiter) = (place.sibling, place.channel, place.waiter());
        if channel == 0 {
            place.channel = GONE;
        }
        self.get_mut(g).places = sibling;
        Some((channel != 0).then_some((index, channel, waiter)))
    }

    /// Takes a place out of the middle of its channel's queue.
    pub fn unlink_at(&mut self, queue: &mut WaitQueue, index: u32) {
        self.places.unlink(queue, index);
    }

    /// Takes a place off its goroutine's list.
    #[inline(always)]
    fn forget(&mut self, g: Slot, index: u32) {
        let sibling = self.places.slab[index as usize].sibling;
        let mut at = self.get(g).places;
        if at == index {
            self.get_mut(g).places = sibling;
            return;
        }
        while let Some(place) = self.places.slab.get_mut(at as usize) {
            if place.sibling == index {
                place.sibling = sibling;
                return;
            }
            at = place.sibling;
        }
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
            let waiter = Waiter {
                value: 0,
                g,
                tag: 0,
            };
            all.enqueue(&mut queue, 0, waiter);
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
