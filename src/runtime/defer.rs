//! Deferred calls. They lie at the end of their goroutine's own stack and grow towards its frames: a header of three slots
//! each, then the arguments.

use super::goroutine::Goroutine;
use super::machine::Machine;
use smallvec::SmallVec;

const HEADER: u32 = 3;
/// In the second slot: a nil function value, whose call panics.
const NIL: u64 = 1 << 63;

/// A deferred call.
#[derive(Clone, Debug)]
pub(super) struct Deferred {
    /// The frame that deferred it, relative to the stack's start.
    pub frame: u32,
    /// That frame's function.
    pub owner: u32,
    /// The function to call, and the function value where it is one; none of a nil function value.
    pub callee: Option<(u32, u64)>,
    /// The arguments.
    pub args: SmallVec<[u64; 4]>,
}

impl Deferred {
    /// The slots that it takes.
    fn size(&self) -> u32 {
        HEADER + self.args.len() as u32
    }
}

impl Machine {
    /// The current frame defers a call; false where its stack has no room for that, and the process ended for it.
    pub(super) fn push_deferred(&mut self, callee: Option<(u32, u64)>, args: &[u64]) -> bool {
        let size = HEADER + args.len() as u32;
        let owner = self.owner_of(self.pc.wrapping_sub(1));
        if !self.reserve(u32::from(self.entries[owner as usize].frame) + size) {
            return false;
        }
        let goroutine = self.goroutines.get_mut(self.current);
        goroutine.deferred += size;
        let frame = self.base - goroutine.stack;
        let at = goroutine.frames_end() as usize;
        let (func, closure) = callee.unwrap_or_default();
        let nil = if callee.is_none() { NIL } else { 0 };
        self.arena[at] = u64::from(owner) << 32 | u64::from(frame);
        self.arena[at + 1] = nil | (args.len() as u64) << 32 | u64::from(func);
        self.arena[at + 2] = closure;
        self.arena[at + HEADER as usize..][..args.len()].copy_from_slice(args);
        true
    }

    /// Takes the current goroutine's deferred call that is to be run next, if there is one.
    pub(super) fn pop_deferred(&mut self) -> Option<Deferred> {
        self.pop_deferred_if(|_| true)
    }

    /// The same, if it is the current frame that deferred it.
    pub(super) fn pop_deferred_here(&mut self) -> Option<Deferred> {
        let frame = self.base - self.goroutines.get(self.current).stack;
        self.pop_deferred_if(|deferred| deferred.frame == frame)
    }

    fn pop_deferred_if(&mut self, wanted: impl FnOnce(&Deferred) -> bool) -> Option<Deferred> {
        let goroutine = self.goroutines.get_mut(self.current);
        let deferred = deferred_at(&self.arena, goroutine, 0).filter(wanted)?;
        goroutine.deferred -= deferred.size();
        Some(deferred)
    }
}

/// A goroutine's deferred calls, the next to be run first.
pub(super) fn deferred(arena: &[u64], goroutine: &Goroutine) -> impl Iterator<Item = Deferred> {
    let mut passed = 0;
    std::iter::from_fn(move || {
        let deferred = deferred_at(arena, goroutine, passed)?;
        passed += deferred.size();
        Some(deferred)
    })
}

/// The deferred call before which `passed` slots of others are to be run.
fn deferred_at(arena: &[u64], goroutine: &Goroutine, passed: u32) -> Option<Deferred> {
    if passed >= goroutine.deferred {
        return None;
    }
    let at = (goroutine.frames_end() + passed) as usize;
    let [place, call, closure] = *arena[at..].first_chunk()?;
    let count = (call >> 32) as u16;
    let args = &arena[at + HEADER as usize..][..usize::from(count)];
    Some(Deferred {
        frame: place as u32,
        owner: (place >> 32) as u32,
        callee: (call & NIL == 0).then_some((call as u32, closure)),
        args: SmallVec::from_slice(args),
    })
}
