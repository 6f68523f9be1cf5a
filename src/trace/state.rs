//! The state of a run after some event: plain data, from which every picture is drawn.

use super::bits::Orders;
use super::encoding::mix;
use super::event::{Event, GoroutineId, Reason};
pub use super::goroutine::{Doing, Goroutine, Status};
use super::goroutines::Cast;
pub use super::goroutines::{Figure, Goroutines};
pub use super::meeting::Meeting;
use super::meta::Meta;
pub use super::objects::{Object, Objects};
use super::shared::Shared;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The state after an event.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What the run was given.
    pub meta: Arc<Meta>,
    /// How many events have happened.
    pub n: usize,
    /// The time of the last of them, in ns.
    pub t: u64,
    /// The last of them.
    pub last: Option<Event>,
    /// The goroutines that are alive.
    pub goroutines: Goroutines,
    /// How many were ever started, main included.
    pub created: u64,
    /// Where the orders are.
    pub counts: Counts,
    /// Orders that have arrived; all of them where they don't come over time.
    pub arrived: u64,
    /// What memory is used for.
    pub memory: Memory,
    /// The stoves from 0 to the highest that was ever taken.
    pub stoves: Vec<Stove>,
    /// Stoves that somebody has or is being connected to.
    pub stoves_in_use: u32,
    /// How often a stove was refused.
    pub stoves_refused: u64,
    /// The supplier.
    pub supplier: Supplier,
    /// Files that are open.
    pub files: u64,
    /// WaitGroups, channels, locks and what else has a number.
    pub objects: Objects,
    /// The WaitGroup that was changed last.
    pub group: Option<u32>,
    /// The most goroutines that ever had a place at once, by the highest place.
    pub places: u32,
    /// How often somebody used a core for an order.
    pub chops: u64,
    /// Time that goroutines have waited for locks until now, added up, in ns; those that still wait included.
    pub lock_wait: u64,
    /// The same for the library's connections.
    pub connection_wait: u64,
    /// How often main has begun to wait for a WaitGroup.
    pub rounds: u64,
    /// Where the library's results meet.
    pub meeting: Meeting,
    /// The last order that failed.
    pub failed: Option<Failed>,
    /// The last data race, and how many there were.
    pub race: Option<(u32, GoroutineId, GoroutineId)>,
    /// How many data races there were.
    pub races: u64,
    /// The number of the text of an unrecovered panic.
    pub panic: Option<u64>,
    /// Whether main has returned.
    pub main_returned: bool,
    /// How it ended, once it has.
    pub ended: Option<Ended>,
    pub(super) orders: Orders,
    /// Stoves that are being connected.
    pub(super) connecting: u32,
    /// By place: the bytes of the goroutine's stack beyond what every goroutine has.
    pub(super) stacks: Shared<u32, 256>,
}

/// Where an order is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nobody has named it yet.
    Waiting,
    /// In somebody's hands.
    InFlight,
    /// Served.
    Served,
    /// Failed.
    Failed,
    /// Neither when the process ended.
    Lost,
}

/// Where the orders are. Their sum never changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Nobody has named them yet.
    pub waiting: u64,
    /// In somebody's hands.
    pub in_flight: u64,
    /// Served.
    pub served: u64,
    /// Failed.
    pub failed: u64,
    /// Neither served nor failed when the process ended.
    pub lost: u64,
}

impl Counts {
    /// All orders.
    pub fn total(&self) -> u64 {
        self.waiting + self.in_flight + self.served + self.failed + self.lost
    }
}

/// What memory is used for, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// The process itself.
    pub process: u64,
    /// Goroutines, their deeper stacks included.
    pub goroutines: u64,
    /// Orders in the making.
    pub orders: u64,
    /// What the program allocated.
    pub heap: u64,
    /// The most that was used at once.
    pub peak: u64,
}

impl Memory {
    /// All of it.
    pub fn used(&self) -> u64 {
        self.process + self.goroutines + self.orders + self.heap
    }

    /// More may be used than ever before.
    pub(super) fn note_peak(&mut self) {
        self.peak = self.peak.max(self.used());
    }
}

/// A stove: a database connection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are what they are called")]
pub enum Stove {
    /// Nobody has it.
    #[default]
    Free,
    /// It is being connected for a goroutine.
    Connecting { g: GoroutineId },
    /// A goroutine has it.
    Lit { g: GoroutineId },
}

/// The supplier: a rate-limited API.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Supplier {
    /// Calls under way.
    pub in_flight: u64,
    /// Calls begun.
    pub calls: u64,
    /// Calls refused.
    pub refused: u64,
}

/// An order that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failed {
    /// Its number.
    pub order: u64,
    /// In whose hands.
    pub g: GoroutineId,
    /// When, in ns.
    pub t: u64,
    /// The number of its error's text.
    pub error: u64,
}

/// How the process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Why.
    pub reason: Reason,
    /// With which exit status.
    pub status: i32,
}

impl State {
    /// The state before anything has happened.
    pub(super) fn new(meta: Arc<Meta>, cast: Arc<Cast>) -> State {
        let memory = Memory {
            process: meta.process_bytes,
            peak: meta.process_bytes,
            ..Memory::default()
        };
        let counts = Counts {
            waiting: meta.tasks,
            ..Counts::default()
        };
        let arrived = if meta.arrivals { 0 } else { meta.tasks };
        State {
            n: 0,
            t: 0,
            last: None,
            goroutines: Goroutines::new(cast),
            created: 0,
            counts,
            arrived,
            memory,
            stoves: Vec::new(),
            stoves_in_use: 0,
            places: 0,
            chops: 0,
            lock_wait: 0,
            connection_wait: 0,
            rounds: 0,
            meeting: Meeting::default(),
            stoves_refused: 0,
            supplier: Supplier::default(),
            files: 0,
            objects: Objects::default(),
            group: None,
            failed: None,
            race: None,
            races: 0,
            panic: None,
            main_returned: false,
            ended: None,
            orders: Orders::default(),
            connecting: 0,
            stacks: Shared::default(),
            meta,
        }
    }

    /// Orders that nobody has named; they stay so when the process ends.
    pub fn untaken(&self) -> u64 {
        self.meta.tasks.saturating_sub(self.orders.taken.len())
    }

    /// Where an order is.
    pub fn order(&self, order: u64) -> Place {
        if self.orders.failed.has(order) {
            Place::Failed
        } else if self.orders.served.has(order) {
            Place::Served
        } else if self.ended.is_some() {
            Place::Lost
        } else if self.orders.taken.has(order) {
            Place::InFlight
        } else {
            Place::Waiting
        }
    }

    /// The lowest orders that have arrived and that nobody has named, up to `most` of them.
    pub fn rail(&self, most: usize) -> Vec<u64> {
        self.orders.taken.missing(self.arrived, most)
    }

    /// Goroutines that use a core.
    pub fn cores(&self) -> u32 {
        self.goroutines.count(Doing::Chop)
    }

    /// How many live goroutines stand at each line, by line.
    pub fn lines(&self) -> BTreeMap<u32, u32> {
        self.goroutines.lines().collect()
    }

    /// A hash of all of it, equal on every platform.
    pub fn state_hash(&self) -> u64 {
        let c = &self.counts;
        let mut hash = [
            self.n as u64,
            self.t,
            c.waiting,
            c.in_flight,
            c.served,
            c.failed,
            c.lost,
            self.memory.used(),
        ]
        .into_iter()
        .fold(0, mix);
        for figure in self.goroutines.figures() {
            let who = u64::from(figure.id) << 32 | u64::from(figure.place);
            let what = u64::from(figure.line) << 8 | figure.doing as u64;
            hash = mix(mix(hash, who), what);
        }
        for g in self.goroutines.iter() {
            let hands = u64::from(g.order.map_or(0, |order| order + 1)) << 32
                | u64::from(g.stove.map_or(0, |stove| stove + 1));
            let (kind, argument) = g.status.words();
            hash = [hands, kind, argument, g.since].into_iter().fold(hash, mix);
        }
        for stove in &self.stoves {
            hash = mix(
                hash,
                match *stove {
                    Stove::Free => 0,
                    Stove::Connecting { g } => u64::from(g) << 2 | 1,
                    Stove::Lit { g } => u64::from(g) << 2 | 2,
                },
            );
        }
        for (number, object) in self.objects.iter() {
            let (kind, value) = object.words();
            hash = mix(mix(hash, u64::from(number) << 8 | kind), value);
        }
        hash = [
            self.supplier.in_flight,
            self.files,
            self.races,
            u64::from(self.cores()),
        ]
        .into_iter()
        .fold(hash, mix);
        mix(
            hash,
            self.ended.map_or(0, |ended| {
                (ended.reason as u64) << 32 | u64::from(ended.status as u32) | 1 << 40
            }),
        )
    }

    /// The bytes that this takes beside what it shares with `other`.
    pub(super) fn bytes_beside(&self, other: Option<&State>) -> usize {
        size_of::<State>()
            + self.stoves.len() * size_of::<Stove>()
            + self
                .goroutines
                .bytes_beside(other.map(|other| &other.goroutines))
            + self.objects.bytes_beside(other.map(|other| &other.objects))
            + self.orders.bytes_beside(other.map(|other| &other.orders))
            + self.stacks.bytes_beside(other.map(|other| &other.stacks))
    }
}
