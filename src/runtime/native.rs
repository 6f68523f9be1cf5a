//! How functions without a body are provided: the interface between the machine and `runtime::pkg`.
//!
//! A native is a Rust function of the machine and the call. It reads its arguments, does its work at once and writes its
//! results; or it parks the goroutine (in a queue, until a time, on a core, watching a channel: any of these together)
//! and says whether that was all ([`Flow::Parked`]) or in which state it wants to be called again once the goroutine
//! goes on ([`Flow::Again`]). Arguments stay where they are in between, and six slots of scratch belong to it. How the
//! wait ended is [`Machine::outcome`].
//!
//! Errors that a program sees are made in Go: a native gives a number or a text, and the Go around it the error.

use super::machine::Machine;
use super::queue::{WaitQueue, Waiter};
use crate::go::op::Ref;
use crate::trace::event::Kind;

/// A native function.
pub type Native = fn(&mut Machine, Call) -> Flow;

/// A call of a native: where its window is, and where it goes on.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    /// The arena's slot that holds the first argument, and then the first result.
    pub window: u32,
    /// 0 at first; then as given to [`Flow::Again`].
    pub state: u32,
}

/// How a native left off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// It is done; its results are written.
    Done,
    /// The goroutine is parked, and the call is done as soon as it goes on.
    Parked,
    /// Call it again in this state when the goroutine goes on.
    Again(u32),
    /// A Go panic with this interface value.
    Panic(u64),
    /// The process is over: the machine was told how.
    Ended,
    /// The goroutine goes to the run queue's tail, and the call is done.
    Yield,
    /// The goroutine is over, after its deferred calls.
    Goexit,
}

/// How a wait ended: who was in a queue was taken out of it, a time came, or CPU work is done.
pub const OUTCOME_WOKEN: u8 = 0;
/// How a wait ended: the watched channel was closed.
pub const OUTCOME_DONE: u8 = 1;

impl Machine {
    /// Argument `index`, a slot.
    #[inline(always)]
    pub fn arg(&self, call: Call, index: u32) -> u64 {
        self.arena[(call.window + index) as usize]
    }

    /// Sets result `index`, a slot. Results lie over the arguments.
    #[inline]
    pub fn set(&mut self, call: Call, index: u32, slot: u64) {
        self.arena[(call.window + index) as usize] = slot;
    }

    /// The slots that the current goroutine's native keeps from one state to the next; the collector doesn't look at them.
    pub fn scratch(&mut self) -> &mut [u64; 6] {
        let current = self.current;
        &mut self.goroutines.extra(current).scratch
    }

    /// How the current goroutine's last wait ended: [`OUTCOME_WOKEN`] or [`OUTCOME_DONE`].
    #[inline(always)]
    pub fn outcome(&self) -> u8 {
        self.goroutines.get(self.current).outcome
    }

    /// The number of the current goroutine.
    #[inline(always)]
    pub fn current_id(&self) -> u32 {
        self.goroutines.get(self.current).id
    }

    /// A string argument's bytes.
    pub fn str(&self, slot: u64) -> &[u8] {
        self.heap.str(slot)
    }

    /// A string argument as text; what isn't UTF-8 is replaced.
    pub fn text(&self, slot: u64) -> String {
        String::from_utf8_lossy(self.heap.str(slot)).into_owned()
    }

    /// A new string.
    pub fn new_str(&mut self, text: &str) -> u64 {
        self.heap.add_str(text.as_bytes())
    }

    /// The number of an object for events: the channel, lock or WaitGroup at this place. Numbers are given from 1, when
    /// first asked for.
    pub fn object_number(&mut self, place: Ref) -> u64 {
        let known = self.objects.get(&place.0).copied();
        known.unwrap_or_else(|| {
            self.numbered += 1;
            self.objects.insert(place.0, self.numbered);
            self.numbered
        })
    }

    /// Records an event of the current goroutine.
    #[inline(always)]
    pub fn event(&mut self, kind: Kind, a: u64, b: u64) {
        let id = self.current_id();
        self.log_at(id, kind, (self.pc, self.base), a, b);
    }

    /// Records an event of goroutine number `id`, whose line is 0, or of the world (`trace::WORLD`).
    pub fn event_of(&mut self, id: u32, kind: Kind, a: u64, b: u64) {
        self.log(id, kind, 0, a, b);
    }

    /// Parks the current goroutine, and records the event that says on what. Whoever has it in a queue wakes it.
    #[inline(always)]
    pub fn park(&mut self, kind: Kind, a: u64, b: u64) {
        self.event(kind, a, b);
        self.block(kind, a);
    }

    /// Parks the current goroutine at the end of a queue. `value` and `tag` are what [`Self::wake_first`] tells of it.
    pub fn park_in(&mut self, queue: &mut WaitQueue, kind: Kind, a: u64, value: u64, tag: u32) {
        let current = self.current;
        let waiter = Waiter {
            value,
            g: current,
            tag,
        };
        self.goroutines.enqueue(queue, 0, waiter);
        self.park(kind, a, 0);
    }

    /// Parks the current goroutine until time `until`; the event is of `kind` with `a` and `until`.
    pub fn park_until(&mut self, until: u64, kind: Kind, a: u64) {
        self.park(kind, a, until);
        self.wake_at(until);
    }

    /// The current goroutine, parked just before, also goes on when the channel `done` is closed (or has something to be
    /// received, which is left there): its outcome is [`OUTCOME_DONE`]. A nil channel is never done.
    pub fn or_done(&mut self, done: u64) {
        self.watch_channel(done);
    }

    /// Whether a channel is closed or has something to be received; false for nil.
    pub fn is_done(&self, done: u64) -> bool {
        self.is_ready(done)
    }

    /// Takes the first out of a queue and readies it; gives what it was put there with. It goes on in its native's state.
    pub fn wake_first(&mut self, queue: &mut WaitQueue) -> Option<(u64, u32)> {
        let waiter = self.goroutines.dequeue(queue)?;
        let by = self.waker();
        self.ready(waiter.g, by);
        Some((waiter.value, waiter.tag))
    }

    /// Sets a time at which the world acts: `pkg::fire` is called with the token.
    pub fn at(&mut self, time: u64, token: u32) {
        self.set_world_timer(time, token);
    }

    /// Puts the current goroutine to CPU work of `ns` for an order or `NO_ORDER`, in slices of 10 ms; it goes on when the
    /// work is done. Says whether there is any: where not, it goes on at once and mustn't be left as parked.
    pub fn work(&mut self, ns: u64, order: u64) -> bool {
        if ns == 0 {
            return false;
        }
        self.begin_work(ns, order);
        true
    }

    /// Holds so many bytes of memory beside the heap. Where that is over the limit the process is killed, and this is
    /// false: return [`Flow::Ended`].
    pub fn hold(&mut self, bytes: u64) -> bool {
        self.memory.held += bytes;
        self.check_memory()
    }

    /// Gives bytes of memory back.
    pub fn release(&mut self, bytes: u64) {
        self.memory.held = self.memory.held.saturating_sub(bytes);
    }

    /// A panic with a plain text, as Go's runtime and libraries raise it: `sync: negative WaitGroup counter`.
    pub fn panic_str(&mut self, text: &str) -> Flow {
        let slot = self.new_str(text);
        let string = self.known.string;
        Flow::Panic(self.new_iface(string, slot))
    }

    /// Charges steps for work that grows with its input.
    #[inline]
    pub fn charge(&mut self, steps: u64) {
        self.extra_steps += steps;
    }
}
