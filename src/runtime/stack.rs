//! Stacks: pieces of one arena of slots, in sizes that double, with a free list for each size.

/// The smallest stack, in slots.
const SMALLEST: u32 = 8;
/// What every goroutine's own bytes cover, in slots.
const COVERED: u32 = 256;
/// The deepest stack, in slots: a goroutine that needs more has overflowed it.
const DEEPEST: u32 = 1 << 24;
/// A function's frame may be taken as 256 slots wherever it begins, so the arena has as many to spare.
const SPARE: usize = 256;

/// Slots before the first stack: large blocks begin 16 bytes past a page natively, and so a stack begins with a cache line.
const LEAD: usize = 6;

/// Which pieces of the arena are free.
#[derive(Clone, Debug, Default)]
pub struct Stacks {
    free: Vec<Vec<u32>>,
}

impl Stacks {
    /// The class of the smallest stack of at least so many slots.
    pub fn class_for(slots: u32) -> u8 {
        slots
            .div_ceil(SMALLEST)
            .next_power_of_two()
            .trailing_zeros() as u8
    }

    /// Slots of a stack of that class.
    pub fn slots(class: u8) -> u32 {
        SMALLEST << class
    }

    /// Whether a stack of that class is more than Go gives a goroutine.
    pub fn is_too_deep(class: u8) -> bool {
        Self::slots(class) > DEEPEST
    }

    /// Bytes that a stack of that class takes beyond what every goroutine has.
    pub fn extra_bytes(class: u8) -> u64 {
        u64::from(Self::slots(class).saturating_sub(COVERED)) * 8
    }

    /// The arena before there is a stack in it.
    pub fn arena() -> Vec<u64> {
        vec![0; LEAD + SPARE]
    }

    /// Takes a stack; its slots hold whatever was there before.
    pub fn take(&mut self, arena: &mut Vec<u64>, class: u8) -> u32 {
        if let Some(stack) = self
            .free
            .get_mut(usize::from(class))
            .and_then(|free| free.pop())
        {
            return stack;
        }
        let stack = arena.len() - SPARE;
        let more = Self::slots(class) as usize;
        if arena.len() + more > arena.capacity() {
            // Doubling would have three times as much at once as is needed, in a browser's page that never gives it back.
            arena.reserve_exact(more.max(arena.len() / 4));
        }
        arena.resize(arena.len() + more, 0);
        stack as u32
    }

    /// Gives a stack back.
    pub fn give_back(&mut self, stack: u32, class: u8) {
        let class = usize::from(class);
        if self.free.len() <= class {
            self.free.resize(class + 1, Vec::new());
        }
        self.free[class].push(stack);
    }
}
