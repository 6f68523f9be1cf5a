//! What one goroutine is doing, and how events change that.

use super::event::{Event, GoroutineId, Kind, NO_ORDER};

/// What a goroutine is doing, or why it waits. Times are absolute, in ns; objects are numbered as in the trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are what they are called")]
pub enum Status {
    /// Ready to run, and waiting for its turn.
    Runnable,
    /// Its code is executing; that takes no time.
    Running,
    /// Ready to run, but all cores are busy.
    NoCore,
    /// Waits to send on a channel; 0 is the nil channel.
    Send { channel: u32 },
    /// Waits to receive from a channel; 0 is the nil channel.
    Receive { channel: u32 },
    /// Waits in a `select`.
    Select { cases: u32 },
    /// Waits for a Mutex, or to write under an RWMutex.
    Lock { lock: u32 },
    /// Waits to read under an RWMutex.
    ReadLock { lock: u32 },
    /// Waits for a WaitGroup to come to 0.
    WaitGroup { group: u32 },
    /// Waits for a Cond to be signalled.
    Cond { cond: u32 },
    /// Waits for a weighted semaphore.
    Semaphore { semaphore: u32 },
    /// Sleeps.
    Sleep { until: u64 },
    /// Uses a core.
    Chop { until: u64 },
    /// Queues for a stove.
    Stove,
    /// Queues for the supplier.
    Supplier,
    /// Queues for one of the library's connections.
    Connection { source: u32 },
    /// Was refused and sleeps before it tries again.
    BackOff { until: u64 },
    /// Waits for the supplier's answer.
    Call { until: u64 },
    /// Has a slot of the database and is connecting.
    Connect { stove: u32 },
    /// Cooks: waits for input and output, using no core.
    Simmer { until: u64 },
    /// Is on its way to a source and back.
    Fetch { source: u32, until: u64 },
}

/// A [`Status`] without its particulars: what is known of every goroutine, however many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[allow(missing_docs, reason = "they are Status's")]
pub enum Doing {
    Runnable,
    Running,
    NoCore,
    Send,
    Receive,
    Select,
    Lock,
    ReadLock,
    WaitGroup,
    Cond,
    Semaphore,
    Sleep,
    Chop,
    Stove,
    Supplier,
    Connection,
    BackOff,
    Call,
    Connect,
    Simmer,
    Fetch,
}

impl Doing {
    /// All of them, by number.
    pub const ALL: [Doing; 21] = {
        use Doing::*;
        [
            Runnable, Running, NoCore, Send, Receive, Select, Lock, ReadLock, WaitGroup, Cond,
            Semaphore, Sleep, Chop, Stove, Supplier, Connection, BackOff, Call, Connect, Simmer,
            Fetch,
        ]
    };

    /// Whether it waits in a queue, until somebody else lets it go on.
    pub(super) const fn is_queued(self) -> bool {
        use Doing::*;
        matches!(
            self,
            Send | Receive
                | Select
                | Lock
                | ReadLock
                | WaitGroup
                | Cond
                | Semaphore
                | Stove
                | Supplier
                | Connection
        )
    }
}

impl Status {
    /// Itself without its particulars.
    #[inline(always)]
    pub const fn doing(self) -> Doing {
        match self {
            Status::Runnable => Doing::Runnable,
            Status::Running => Doing::Running,
            Status::NoCore => Doing::NoCore,
            Status::Send { .. } => Doing::Send,
            Status::Receive { .. } => Doing::Receive,
            Status::Select { .. } => Doing::Select,
            Status::Lock { .. } => Doing::Lock,
            Status::ReadLock { .. } => Doing::ReadLock,
            Status::WaitGroup { .. } => Doing::WaitGroup,
            Status::Cond { .. } => Doing::Cond,
            Status::Semaphore { .. } => Doing::Semaphore,
            Status::Sleep { .. } => Doing::Sleep,
            Status::Chop { .. } => Doing::Chop,
            Status::Stove => Doing::Stove,
            Status::Supplier => Doing::Supplier,
            Status::Connection { .. } => Doing::Connection,
            Status::BackOff { .. } => Doing::BackOff,
            Status::Call { .. } => Doing::Call,
            Status::Connect { .. } => Doing::Connect,
            Status::Simmer { .. } => Doing::Simmer,
            Status::Fetch { .. } => Doing::Fetch,
        }
    }

    /// When it ends by itself, if that is known.
    pub const fn until(self) -> Option<u64> {
        use Status::*;
        match self {
            Sleep { until }
            | Chop { until }
            | BackOff { until }
            | Call { until }
            | Simmer { until }
            | Fetch { until, .. } => Some(until),
            _ => None,
        }
    }

    /// What an event makes of a goroutine that did `before`; none where it goes on doing that.
    #[inline(always)]
    pub(super) fn after(before: Doing, event: &Event) -> Option<Status> {
        let (object, until) = (event.a as u32, event.b);
        Some(match event.kind {
            Kind::Spawn | Kind::Exit => Status::Running,
            Kind::Wake | Kind::Yield => Status::Runnable,
            Kind::NoCore => Status::NoCore,
            Kind::BlockSend => Status::Send { channel: object },
            Kind::BlockRecv => Status::Receive { channel: object },
            Kind::BlockSelect => Status::Select { cases: object },
            Kind::BlockLock => Status::Lock { lock: object },
            Kind::BlockRLock => Status::ReadLock { lock: object },
            Kind::BlockWaitGroup => Status::WaitGroup { group: object },
            Kind::BlockCond => Status::Cond { cond: object },
            Kind::BlockSemaphore => Status::Semaphore { semaphore: object },
            Kind::Sleep => Status::Sleep { until },
            Kind::Chop => Status::Chop { until },
            Kind::BlockStove => Status::Stove,
            Kind::BlockSupplier => Status::Supplier,
            Kind::BlockConnection => Status::Connection { source: object },
            Kind::BackOff => Status::BackOff { until },
            Kind::Simmer => Status::Simmer { until },
            Kind::Fetch => Status::Fetch {
                source: object,
                until,
            },
            Kind::CallStart => Status::Call { until },
            Kind::StoveConnect => Status::Connect {
                stove: until as u32,
            },
            _ if before.is_queued() => return None,
            _ => Status::Running,
        })
    }

    /// Itself as two words, for the hash.
    pub(super) fn words(self) -> (u64, u64) {
        let argument = match self {
            Status::Send { channel: number }
            | Status::Receive { channel: number }
            | Status::Select { cases: number }
            | Status::Lock { lock: number }
            | Status::ReadLock { lock: number }
            | Status::WaitGroup { group: number }
            | Status::Cond { cond: number }
            | Status::Semaphore { semaphore: number }
            | Status::Connection { source: number }
            | Status::Connect { stove: number } => u64::from(number),
            Status::Fetch { source, until } => until ^ u64::from(source) << 48,
            other => other.until().unwrap_or(0),
        };
        (self.doing() as u64, argument)
    }
}

/// A live goroutine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goroutine {
    /// Its number.
    pub id: GoroutineId,
    /// Who started it; the world for main.
    pub parent: GoroutineId,
    /// The line of the learner's file at which it stands; 0 where that isn't known.
    pub line: u32,
    /// Its place on the floor: the lowest that was free when it came, kept for life.
    pub place: u32,
    /// The order that it has in hand.
    pub order: Option<u32>,
    /// The order that it served last, as long as it has no other in hand.
    pub served: Option<u32>,
    /// The stove that it has, from 0.
    pub stove: Option<u32>,
    /// Since when it does what it does, in ns.
    pub since: u64,
    /// What it does.
    pub status: Status,
}

impl Goroutine {
    /// The one that a `Spawn` starts.
    pub(super) fn new(spawn: &Event, place: u32) -> Goroutine {
        Goroutine {
            id: spawn.a as u32,
            parent: spawn.g,
            line: spawn.b as u32,
            place,
            order: None,
            served: None,
            stove: None,
            since: spawn.t,
            status: Status::Runnable,
        }
    }

    /// How far it is through what it does, from 0 to 1, where that has a known end.
    pub fn progress(&self, t: u64) -> Option<f32> {
        let until = self.status.until()?;
        let whole = until.saturating_sub(self.since);
        let done = t.saturating_sub(self.since).min(whole);
        Some(if whole == 0 {
            1.0
        } else {
            (done as f64 / whole as f64) as f32
        })
    }

    /// Makes an event of its own happen to it.
    #[inline]
    pub(super) fn act(&mut self, event: &Event) {
        if event.line > 0 {
            self.line = event.line;
        }
        if let Some(status) = Status::after(self.status.doing(), event)
            && status != self.status
        {
            self.status = status;
            self.since = event.t;
        }
        match event.kind {
            Kind::Chop
            | Kind::BlockStove
            | Kind::BlockSupplier
            | Kind::BlockConnection
            | Kind::BackOff
            | Kind::Simmer
            | Kind::Fetch
            | Kind::CallStart
            | Kind::Take
            | Kind::Copy => self.hand(event.a),
            Kind::StoveConnect | Kind::StoveTaken => {
                self.stove = Some(event.b as u32);
                if event.kind == Kind::StoveConnect {
                    self.hand(event.a);
                }
            }
            Kind::StoveFreed | Kind::StoveRefused => self.stove = None,
            Kind::Served | Kind::Failed => {
                if self.order == Some(event.a as u32) {
                    self.order = None;
                }
                self.served = (event.kind == Kind::Served).then_some(event.a as u32);
            }
            _ => {}
        }
    }

    fn hand(&mut self, order: u64) {
        if order != NO_ORDER {
            self.order = Some(order as u32);
            self.served = None;
        }
    }
}
