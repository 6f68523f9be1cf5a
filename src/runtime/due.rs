//! What can be set for a time, and how it lies in one word, of which a million may be waiting.

use super::goroutine::Slot;

/// Something that is set for a time. Places of goroutines, tokens and timers stay below 2^30.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// A goroutine goes on, if its epoch is still this.
    Wake(Slot, u32),
    /// A goroutine's slice of CPU work ends.
    Slice(Slot),
    /// The world acts.
    World(u32),
    /// A `time.Timer` or the like fires, if its generation is still this.
    Timer(u32, u32),
}

/// A [`Due`] in one word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Packed(u64);

impl Due {
    #[inline(always)]
    pub(super) fn pack(self) -> Packed {
        let (kind, which, count) = match self {
            Due::Wake(g, epoch) => (0, g, epoch),
            Due::Slice(g) => (1, g, 0),
            Due::World(token) => (2, token, 0),
            Due::Timer(timer, generation) => (3, timer, generation),
        };
        Packed(u64::from(which) << 34 | kind << 32 | u64::from(count))
    }

    #[inline(always)]
    pub(super) fn unpack(Packed(word): Packed) -> Due {
        let (which, count) = ((word >> 34) as u32, word as u32);
        match word >> 32 & 3 {
            0 => Due::Wake(which, count),
            1 => Due::Slice(which),
            2 => Due::World(which),
            _ => Due::Timer(which, count),
        }
    }
}
