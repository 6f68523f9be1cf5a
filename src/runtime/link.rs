//! How a frame knows its caller.

use crate::go::op::Pc;

/// What a frame's register 0 holds: where its caller goes on, and how far below the caller's frame lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub pc: Pc,
    pub delta: u16,
}

impl Link {
    /// The return address of a goroutine's first function.
    pub const EXIT: Pc = 0x7fff_ffff;
    /// The return address of a deferred call that a panic runs.
    pub const UNWIND: Pc = 0x7fff_fffe;
    /// The return address of a method that gives a panic's text.
    pub const PRINT: Pc = 0x7fff_fffd;
    /// Return addresses from here on aren't code.
    pub const SPECIAL: Pc = 0x7fff_fff0;
    /// That of a goroutine's first frame.
    pub const BOTTOM: Link = Link {
        pc: Link::EXIT,
        delta: 0,
    };

    #[inline]
    pub fn to_slot(self) -> u64 {
        u64::from(self.pc) | u64::from(self.delta) << 32
    }

    #[inline]
    pub fn from_slot(slot: u64) -> Link {
        Link {
            pc: slot as u32,
            delta: (slot >> 32) as u16,
        }
    }
}
