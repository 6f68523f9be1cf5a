//! What can happen in a run: the vocabulary that the runtime records and everybody else reads.

/// A goroutine's number, as Go counts: main is 1. [`WORLD`] acts where no goroutine does.
pub type GoroutineId = u32;
/// The number under which the outside world acts: timers, arrivals, the kernel.
pub const WORLD: GoroutineId = 0;

/// One thing that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// Virtual time in ns since the start.
    pub t: u64,
    /// Who did it, or to whom it was done.
    pub g: GoroutineId,
    /// What.
    pub kind: Kind,
    /// The line of the learner's file at which `g` stands; 0 where it has none.
    pub line: u32,
    /// First argument; see [`Kind`].
    pub a: u64,
    /// Second argument; see [`Kind`].
    pub b: u64,
}

/// The kinds of event. `a` and `b` are 0 where not named. Times are absolute, in ns. "Object" is a small number that the
/// runtime gives each channel, lock and WaitGroup when it is first recorded, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Kind {
    // ---- goroutines
    /// `g` starts goroutine `a` (main is started by the world). It becomes runnable; `b` is its first line.
    Spawn,
    /// `g` returned, or panicked to its end with the process.
    Exit,
    /// `g` is runnable again; `a` is the goroutine that readied it, or the world.
    Wake,
    /// `g` yielded (`Gosched`, a preemption) and is runnable.
    Yield,
    /// `g` was made to wait for a P before it can go on; it is runnable.
    NoCore,

    // ---- waiting (each ends with `Wake`, `Exit` or the end of the process)
    /// On a send to channel object `a`; 0 for a nil channel.
    BlockSend,
    /// On a receive from channel object `a`; 0 for a nil channel.
    BlockRecv,
    /// In a `select` of `a` cases; 0 for an empty one.
    BlockSelect,
    /// On Mutex object `a`, or for writing on an RWMutex.
    BlockLock,
    /// For reading on RWMutex object `a`.
    BlockRLock,
    /// In `Wait` of WaitGroup object `a`.
    BlockWaitGroup,
    /// In `Wait` of Cond object `a`.
    BlockCond,
    /// In a semaphore (`semaphore.Weighted`) object `a`.
    BlockSemaphore,
    /// Asleep until `b`.
    Sleep,
    /// Uses a core: `a` is the order or [`NO_ORDER`], until `b`, if it isn't preempted.
    Chop,
    /// Waits in the queue for a stove, with order `a` or [`NO_ORDER`].
    BlockStove,
    /// Waits for the supplier's limiter or for a place among the calls in flight, with order `a` or [`NO_ORDER`].
    BlockSupplier,
    /// Waits for one of the library's connections, on the way to source `a`.
    BlockConnection,
    /// Sleeps until `b` before it tries a refused thing again, with order `a` or [`NO_ORDER`].
    BackOff,

    // ---- orders and what they hold
    /// Order `a` has arrived on the rail (recorded only where they come over time).
    Arrive,
    /// `g` takes order `a`: it is in flight.
    Take,
    /// `g` holds `b` bytes for order `a` or [`NO_ORDER`].
    Hold,
    /// `g` gives `b` bytes back.
    Release,
    /// `g` opens `b` files for order `a`.
    OpenFiles,
    /// `g` closes `b` files.
    CloseFiles,
    /// `g` calls the supplier for order `a` or [`NO_ORDER`]; answered at `b`.
    CallStart,
    /// The call is answered.
    CallEnd,
    /// The supplier refuses `g`: 429. `a` is the order or [`NO_ORDER`].
    CallRefused,
    /// `g` has a slot of the database, stove `b` (from 0), and is connecting, for order `a` or [`NO_ORDER`].
    StoveConnect,
    /// Stove `b` (from 0) is lit for `g`, with order `a` or [`NO_ORDER`].
    StoveTaken,
    /// `g` is refused a stove, with order `a` or [`NO_ORDER`]: `b` is 0 for "too many clients already", 1 for "reserved".
    StoveRefused,
    /// `g` gives stove `b` back.
    StoveFreed,
    /// `g` cooks order `a` until `b` (the waiting part; what needs a core is `Chop`).
    Simmer,
    /// Order `a` is served by `g`.
    Served,
    /// Order `a` of `g` failed; `b` is the index of its error in [`Trace::texts`](super::Trace).
    Failed,

    // ---- the library (its orders are its sources: also `Take`, `Served`, `Failed`)
    /// `g` walks to source `a` and is back at `b`.
    Fetch,
    /// `g` copies the book of source `a`: `Chop` says until when.
    Copy,

    // ---- synchronisation
    /// WaitGroup object `a` now counts `b`.
    WaitGroup,
    /// `g` sends on channel object `a`, which then buffers `b` values.
    Sent,
    /// `g` receives from channel object `a`, which then buffers `b` values.
    Received,
    /// `g` closes channel object `a`.
    Closed,
    /// `g` has locked object `a`.
    Locked,
    /// `g` has locked RWMutex object `a` for reading.
    RLocked,
    /// `g` unlocks object `a`.
    Unlocked,
    /// `g` gives up reading on RWMutex object `a`.
    RUnlocked,
    /// `g` changes the atomic object `a` to `b`.
    Atomic,
    /// `g` puts something into map object `a`; `b` is 1 for a `sync.Map`. Recorded of goroutines that work in the library,
    /// main apart: it is where their results meet.
    Store,
    /// `g` cancels context object `a`; the world does when its deadline passes.
    Cancel,
    /// `g` reads or writes object `a` while goroutine `b` does: a data race.
    Race,

    // ---- the process
    /// The program's own heap is now `a` bytes (recorded in steps of 64 KiB, and after every collection).
    Heap,
    /// The stack of `g` is now `a` bytes beyond what every goroutine has.
    Stack,
    /// `g` writes text `a` of [`Trace::texts`](super::Trace) to stdout (`b` = 0) or stderr (`b` = 1).
    Print,
    /// `g` panics with text `a` of [`Trace::texts`](super::Trace).
    Panic,
    /// The process ends: `a` is the [`Reason`]'s number, `b` the exit status. The last event of every run.
    End,
}

/// Stands for an order where there is none.
pub const NO_ORDER: u64 = u64::MAX;

/// How many kinds there are.
pub const KINDS: usize = Kind::End as usize + 1;

impl Kind {
    /// Whether `b` is a time that lies ahead, absolute in ns.
    pub const fn b_is_time(self) -> bool {
        use Kind::*;
        matches!(self, Sleep | Chop | BackOff | CallStart | Simmer | Fetch)
    }
}

/// Why a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Reason {
    /// `main` returned.
    Completed,
    /// `os.Exit`.
    Exit,
    /// An unrecovered panic.
    Panic,
    /// A fatal error of the runtime, such as concurrent map writes.
    FatalError,
    /// All goroutines are asleep.
    Deadlock,
    /// Memory went over its limit, and the kernel killed the process.
    OutOfMemory,
    /// The steps that a run may take are used up.
    StepLimit,
    /// All goroutines are asleep, and the program asked for signals: under Go one might still come; here none does.
    NoSignal,
}

impl Reason {
    /// All of them, by number.
    pub const ALL: [Reason; 8] = [
        Reason::Completed,
        Reason::Exit,
        Reason::Panic,
        Reason::FatalError,
        Reason::Deadlock,
        Reason::OutOfMemory,
        Reason::StepLimit,
        Reason::NoSignal,
    ];

    /// The reason with the number that [`Kind::End`] carries.
    pub fn from_number(number: u64) -> Option<Reason> {
        usize::try_from(number)
            .ok()
            .and_then(|i| Self::ALL.get(i).copied())
    }
}
