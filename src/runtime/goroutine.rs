//! Goroutines, in a slab.

use super::queue::Places;
use super::stack::Stacks;
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
    /// It has [`Work`] to do before it goes on.
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
    /// Its places in queues, linked.
    pub places: u32,
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

impl Goroutine {
    /// The arena's slot at which its frames must end: where its deferred calls begin.
    #[inline(always)]
    pub fn frames_end(&self) -> u32 {
        self.stack + Stacks::slots(self.class) - self.deferred
    }
}

/// Where a goroutine comes from.
#[derive(Clone, Copy, Debug)]
pub struct Origin {
    /// Who started it (0: the world) …
    pub parent: u32,
    /// … and at which instruction.
    pub created: Pc,
}

/// What a goroutine uses a core for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Work {
    /// CPU time still to be used, in ns.
    pub ns: u64,
    /// What that is for: an order or `NO_ORDER`.
    pub order: u64,
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

/// All goroutines, and what they wait in.
#[derive(Clone, Debug, Default)]
pub struct Goroutines {
    slab: Vec<Goroutine>,
    origins: Vec<Origin>,
    /// Of those that ever had any, and of all before them.
    works: Vec<Work>,
    unused: Vec<Slot>,
    pub(super) places: Places,
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
            places: NONE,
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
        let origin = Origin { parent, created };
        match self.unused.pop() {
            Some(slot) => {
                let epoch = self.slab[slot as usize].epoch.wrapping_add(1);
                self.slab[slot as usize] = Goroutine { epoch, ..fresh };
                self.origins[slot as usize] = origin;
                slot
            }
            None => {
                self.slab.push(fresh);
                self.origins.push(origin);
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
    #[inline(always)]
    pub fn get(&self, g: Slot) -> &Goroutine {
        &self.slab[g as usize]
    }

    /// The goroutine at a place.
    #[inline(always)]
    pub fn get_mut(&mut self, g: Slot) -> &mut Goroutine {
        &mut self.slab[g as usize]
    }

    /// Where the goroutine at a place comes from.
    pub fn origin(&self, g: Slot) -> Origin {
        self.origins[g as usize]
    }

    /// What the goroutine at a place uses a core for.
    pub fn work(&mut self, g: Slot) -> &mut Work {
        if self.works.len() <= g as usize {
            self.works.resize(g as usize + 1, Work::default());
        }
        &mut self.works[g as usize]
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
        self.slab.len() * (size_of::<Goroutine>() + size_of::<Origin>())
            + self.works.len() * size_of::<Work>()
            + self.places.bytes()
    }
}
