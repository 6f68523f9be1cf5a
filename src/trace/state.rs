//! The state of a run after some event: plain data, from which every picture is drawn.

use super::encoding::mix;
use super::event::{Event, GoroutineId, Kind, NO_ORDER, Reason};
pub use super::goroutine::{Goroutine, Goroutines, Status};
use super::meta::Meta;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// How many of the last served and failed orders are remembered.
pub const RECENT: usize = 32;

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
    /// Goroutines that use a core.
    pub cores: u32,
    /// Fetches under way, in the library.
    pub fetches: u32,
    /// WaitGroups, channels, locks and what else has a number.
    pub objects: BTreeMap<u32, Object>,
    /// The WaitGroup that was changed last.
    pub group: Option<u32>,
    /// The most goroutines that ever had a place at once, by the highest place.
    pub places: u32,
    /// How often somebody used a core for an order.
    pub chops: u64,
    /// Time that goroutines have waited for locks until now, added up, in ns.
    pub lock_wait: u64,
    /// The same for the library's connections.
    pub connection_wait: u64,
    /// How often main has begun to wait for a WaitGroup.
    pub rounds: u64,
    /// The last orders that were served, the latest last.
    pub served: VecDeque<Served>,
    /// The last orders that failed, the latest last.
    pub failed: VecDeque<Failed>,
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
    orders: Orders,
    stacks: BTreeMap<GoroutineId, u64>,
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

/// Something shared, by what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are what they are called")]
pub enum Object {
    /// A WaitGroup, and what it counts.
    WaitGroup { count: u64 },
    /// A channel.
    Channel { buffered: u64, closed: bool },
    /// A Mutex or RWMutex.
    Lock {
        writer: Option<GoroutineId>,
        readers: u32,
    },
    /// An atomic variable.
    Atomic { value: u64 },
    /// A context that was cancelled.
    Cancelled,
}

/// An order that was served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Served {
    /// Its number.
    pub order: u64,
    /// By whom.
    pub g: GoroutineId,
    /// When, in ns.
    pub t: u64,
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
    pub fn new(meta: Arc<Meta>) -> State {
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
            goroutines: Goroutines::default(),
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
            stoves_refused: 0,
            supplier: Supplier::default(),
            files: 0,
            cores: 0,
            fetches: 0,
            objects: BTreeMap::new(),
            group: None,
            served: VecDeque::new(),
            failed: VecDeque::new(),
            race: None,
            races: 0,
            panic: None,
            main_returned: false,
            ended: None,
            orders: Orders::default(),
            stacks: BTreeMap::new(),
            meta,
        }
    }

    /// Orders that nobody has named; they stay so when the process ends.
    pub fn untaken(&self) -> u64 {
        self.meta.tasks.saturating_sub(self.orders.taken.len)
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

    /// How many live goroutines stand at each line, by line.
    pub fn lines(&self) -> BTreeMap<u32, u32> {
        let mut lines = BTreeMap::new();
        for goroutine in self
            .goroutines
            .iter()
            .filter(|goroutine| goroutine.line > 0)
        {
            *lines.entry(goroutine.line).or_insert(0) += 1;
        }
        lines
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
        for g in self.goroutines.iter() {
            let who = u64::from(g.id) << 32 | u64::from(g.place);
            let what = u64::from(g.order.map_or(0, |order| order + 1)) << 32
                | u64::from(g.stove.map_or(0, |stove| stove + 1));
            let (kind, argument) = g.status.words();
            hash = [who, what, u64::from(g.line) << 8 | kind, argument, g.since]
                .into_iter()
                .fold(hash, mix);
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
        for (number, object) in &self.objects {
            let (kind, value) = match *object {
                Object::WaitGroup { count } => (1, count),
                Object::Channel { buffered, closed } => (2 + u64::from(closed), buffered),
                Object::Lock { writer, readers } => {
                    (4, u64::from(writer.unwrap_or(0)) << 32 | u64::from(readers))
                }
                Object::Atomic { value } => (5, value),
                Object::Cancelled => (6, 0),
            };
            hash = mix(mix(hash, u64::from(*number) << 8 | kind), value);
        }
        hash = [
            self.supplier.in_flight,
            self.files,
            self.races,
            u64::from(self.cores),
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

    /// Makes `event` happen.
    pub(super) fn apply(&mut self, event: Event) {
        self.n += 1;
        self.t = event.t;
        self.last = Some(event);
        if event.line > 0
            && let Some(goroutine) = self.goroutines.get_mut(event.g)
        {
            goroutine.line = event.line;
        }
        let Event {
            t, g, kind, a, b, ..
        } = event;
        let small = a as u32;
        match kind {
            Kind::Spawn => {
                self.enter(event, Status::Running);
                self.goroutines.insert(small, g, b as u32, t);
                self.created += 1;
                self.places = self.places.max(self.goroutines.places());
                self.memory.goroutines += self.meta.goroutine_bytes;
            }
            Kind::Exit => self.exit(event),
            Kind::Wake | Kind::Yield => self.enter(event, Status::Runnable),
            Kind::NoCore => self.enter(event, Status::NoCore),
            Kind::BlockSend => self.enter(event, Status::Send { channel: small }),
            Kind::BlockRecv => self.enter(event, Status::Receive { channel: small }),
            Kind::BlockSelect => self.enter(event, Status::Select { cases: small }),
            Kind::BlockLock => self.enter(event, Status::Lock { lock: small }),
            Kind::BlockRLock => self.enter(event, Status::ReadLock { lock: small }),
            Kind::BlockWaitGroup => {
                self.rounds += u64::from(g == 1);
                self.enter(event, Status::WaitGroup { group: small });
            }
            Kind::BlockCond => self.enter(event, Status::Cond { cond: small }),
            Kind::BlockSemaphore => self.enter(event, Status::Semaphore { semaphore: small }),
            Kind::Sleep => self.enter(event, Status::Sleep { until: b }),
            Kind::Chop => {
                self.chops += u64::from(a != NO_ORDER);
                self.enter_for(event, Status::Chop { until: b });
            }
            Kind::BlockStove => self.enter_for(event, Status::Stove),
            Kind::BlockSupplier => self.enter_for(event, Status::Supplier),
            Kind::BlockConnection => self.enter_for(event, Status::Connection { source: small }),
            Kind::BackOff => self.enter_for(event, Status::BackOff { until: b }),
            Kind::Simmer => self.enter_for(event, Status::Simmer { until: b }),
            Kind::Fetch => self.enter_for(
                event,
                Status::Fetch {
                    source: small,
                    until: b,
                },
            ),
            Kind::CallStart => {
                self.supplier.calls += 1;
                self.supplier.in_flight += 1;
                self.enter_for(event, Status::Call { until: b });
            }
            Kind::StoveConnect => {
                self.stove(g, b as u32, Stove::Connecting { g });
                self.enter_for(event, Status::Connect { stove: b as u32 });
            }
            _ => self.act(event),
        }
        self.memory.peak = self.memory.peak.max(self.memory.used());
    }

    /// Events that a goroutine doesn't wait in.
    fn act(&mut self, event: Event) {
        let Event {
            t, g, kind, a, b, ..
        } = event;
        if let Some(goroutine) = self.goroutines.get(g)
            && !goroutine.status.is_queued()
        {
            self.enter(event, Status::Running);
        }
        let object = a as u32;
        match kind {
            Kind::Arrive => self.arrived += 1,
            Kind::Take => self.take(g, a),
            Kind::Served => {
                self.settle(g, a, false);
                self.orders.served.insert(a);
                self.counts.served += 1;
                remember(&mut self.served, Served { order: a, g, t });
            }
            Kind::Failed => {
                self.settle(g, a, true);
                self.counts.failed += 1;
                remember(
                    &mut self.failed,
                    Failed {
                        order: a,
                        g,
                        t,
                        error: b,
                    },
                );
            }
            Kind::Hold => self.memory.orders += b,
            Kind::Release => self.memory.orders = self.memory.orders.saturating_sub(b),
            Kind::OpenFiles => self.files += b,
            Kind::CloseFiles => self.files = self.files.saturating_sub(b),
            Kind::CallEnd => self.supplier.in_flight = self.supplier.in_flight.saturating_sub(1),
            Kind::CallRefused => self.supplier.refused += 1,
            Kind::StoveTaken => self.stove(g, b as u32, Stove::Lit { g }),
            Kind::StoveFreed => self.stove(g, b as u32, Stove::Free),
            Kind::StoveRefused => {
                self.stoves_refused += 1;
                if let Some(stove) = self.goroutines.get(g).and_then(|goroutine| goroutine.stove) {
                    self.stove(g, stove, Stove::Free);
                }
            }
            Kind::Copy => self.hand(g, a),
            Kind::WaitGroup => {
                self.group = Some(object);
                self.objects.insert(object, Object::WaitGroup { count: b });
            }
            Kind::Sent | Kind::Received => {
                let closed = matches!(
                    self.objects.get(&object),
                    Some(Object::Channel { closed: true, .. })
                );
                self.objects.insert(
                    object,
                    Object::Channel {
                        buffered: b,
                        closed,
                    },
                );
            }
            Kind::Closed => {
                let buffered = match self.objects.get(&object) {
                    Some(Object::Channel { buffered, .. }) => *buffered,
                    _ => 0,
                };
                self.objects.insert(
                    object,
                    Object::Channel {
                        buffered,
                        closed: true,
                    },
                );
            }
            Kind::Locked | Kind::Unlocked | Kind::RLocked | Kind::RUnlocked => {
                self.lock(g, kind, object)
            }
            Kind::Atomic => {
                self.objects.insert(object, Object::Atomic { value: b });
            }
            Kind::Cancel => {
                self.objects.insert(object, Object::Cancelled);
            }
            Kind::Race => {
                self.race = Some((object, g, b as u32));
                self.races += 1;
            }
            Kind::Heap => self.memory.heap = a,
            Kind::Stack => {
                let before = if a == 0 {
                    self.stacks.remove(&g)
                } else {
                    self.stacks.insert(g, a)
                };
                self.memory.goroutines =
                    (self.memory.goroutines + a).saturating_sub(before.unwrap_or(0));
            }
            Kind::Panic => self.panic = Some(a),
            Kind::End => self.end(a, b),
            _ => {}
        }
    }

    fn enter(&mut self, event: Event, status: Status) {
        let Some(goroutine) = self.goroutines.get_mut(event.g) else {
            return;
        };
        let before = std::mem::replace(&mut goroutine.status, status);
        let lasted = event.t.saturating_sub(goroutine.since);
        if before != status {
            goroutine.since = event.t;
            match before {
                Status::Lock { .. } | Status::ReadLock { .. } => self.lock_wait += lasted,
                Status::Connection { .. } => self.connection_wait += lasted,
                _ => {}
            }
        }
        self.cores += u32::from(matches!(status, Status::Chop { .. }));
        self.cores -= u32::from(matches!(before, Status::Chop { .. }));
        self.fetches += u32::from(matches!(status, Status::Fetch { .. }));
        self.fetches -= u32::from(matches!(before, Status::Fetch { .. }));
    }

    /// The same, for an order that the event names.
    fn enter_for(&mut self, event: Event, status: Status) {
        self.hand(event.g, event.a);
        self.enter(event, status);
    }

    fn hand(&mut self, g: GoroutineId, order: u64) {
        if order != NO_ORDER
            && let Some(goroutine) = self.goroutines.get_mut(g)
        {
            goroutine.order = Some(order as u32);
        }
    }

    fn exit(&mut self, event: Event) {
        self.enter(event, Status::Running);
        if self.goroutines.remove(event.g).is_some() {
            let stack = self.stacks.remove(&event.g).unwrap_or(0);
            self.memory.goroutines = self
                .memory
                .goroutines
                .saturating_sub(self.meta.goroutine_bytes + stack);
        }
        self.main_returned |= event.g == 1;
    }

    fn take(&mut self, g: GoroutineId, order: u64) {
        self.hand(g, order);
        self.name(order);
    }

    /// An operation has named `order`: it is in flight now.
    fn name(&mut self, order: u64) {
        if self.orders.taken.insert(order) {
            self.counts.waiting = self.counts.waiting.saturating_sub(1);
            self.counts.in_flight += 1;
        } else if self.orders.failed.remove(order) {
            self.counts.failed -= 1;
            self.counts.in_flight += 1;
        }
    }

    /// `order` leaves the hands of `g`.
    fn settle(&mut self, g: GoroutineId, order: u64, failed: bool) {
        self.name(order);
        if failed {
            self.orders.failed.insert(order);
        }
        self.counts.in_flight = self.counts.in_flight.saturating_sub(1);
        if let Some(goroutine) = self.goroutines.get_mut(g)
            && goroutine.order == Some(order as u32)
        {
            goroutine.order = None;
        }
    }

    fn stove(&mut self, g: GoroutineId, index: u32, stove: Stove) {
        let i = index as usize;
        if i >= self.stoves.len() {
            self.stoves.resize(i + 1, Stove::Free);
        }
        let before = std::mem::replace(&mut self.stoves[i], stove);
        self.stoves_in_use += u32::from(stove != Stove::Free);
        self.stoves_in_use -= u32::from(before != Stove::Free);
        if let Some(goroutine) = self.goroutines.get_mut(g) {
            goroutine.stove = if stove == Stove::Free {
                None
            } else {
                Some(index)
            };
        }
    }

    fn lock(&mut self, g: GoroutineId, kind: Kind, lock: u32) {
        let (mut writer, mut readers) = match self.objects.get(&lock) {
            Some(Object::Lock { writer, readers }) => (*writer, *readers),
            _ => (None, 0),
        };
        match kind {
            Kind::Locked => writer = Some(g),
            Kind::Unlocked => writer = None,
            Kind::RLocked => readers += 1,
            _ => readers = readers.saturating_sub(1),
        }
        self.objects.insert(lock, Object::Lock { writer, readers });
    }

    fn end(&mut self, reason: u64, status: u64) {
        let reason = Reason::from_number(reason).unwrap_or(Reason::Completed);
        self.ended = Some(Ended {
            reason,
            status: status as i32,
        });
        self.counts.lost += self.counts.waiting + self.counts.in_flight;
        self.counts.waiting = 0;
        self.counts.in_flight = 0;
    }

    /// The bytes that a copy adds to what it shares with an earlier one.
    pub(super) fn own_bytes(&self) -> usize {
        let small =
            self.stoves.len() * size_of::<Stove>() + (self.objects.len() + self.stacks.len()) * 48;
        let recent = (self.served.len() + self.failed.len()) * size_of::<Failed>();
        size_of::<State>() + small + recent + self.goroutines.own_bytes() + self.orders.own_bytes()
    }
}

impl Status {
    /// Itself as two words, for the hash.
    fn words(self) -> (u64, u64) {
        match self {
            Status::Runnable => (0, 0),
            Status::Running => (1, 0),
            Status::NoCore => (2, 0),
            Status::Send { channel } => (3, u64::from(channel)),
            Status::Receive { channel } => (4, u64::from(channel)),
            Status::Select { cases } => (5, u64::from(cases)),
            Status::Lock { lock } => (6, u64::from(lock)),
            Status::ReadLock { lock } => (7, u64::from(lock)),
            Status::WaitGroup { group } => (8, u64::from(group)),
            Status::Cond { cond } => (9, u64::from(cond)),
            Status::Semaphore { semaphore } => (10, u64::from(semaphore)),
            Status::Sleep { until } => (11, until),
            Status::Chop { until } => (12, until),
            Status::Stove => (13, 0),
            Status::Supplier => (14, 0),
            Status::Connection { source } => (15, u64::from(source)),
            Status::BackOff { until } => (16, until),
            Status::Call { until } => (17, until),
            Status::Connect { stove } => (18, u64::from(stove)),
            Status::Simmer { until } => (19, until),
            Status::Fetch { source, until } => (20, until ^ u64::from(source) << 48),
        }
    }
}

fn remember<T>(recent: &mut VecDeque<T>, one: T) {
    if recent.len() == RECENT {
        recent.pop_front();
    }
    recent.push_back(one);
}

/// Which orders were named, and which of them failed.
#[derive(Clone, Debug, Default, PartialEq)]
struct Orders {
    taken: Bits,
    served: Bits,
    failed: Bits,
}

impl Orders {
    fn own_bytes(&self) -> usize {
        [&self.taken, &self.served, &self.failed]
            .map(|bits| {
                bits.pages.len() * 8
                    + bits
                        .pages
                        .iter()
                        .filter(|page| Arc::strong_count(page) == 1)
                        .count()
                        * 528
            })
            .iter()
            .sum()
    }
}

/// A set of small numbers; copies share what has not changed since.
#[derive(Clone, Debug, Default, PartialEq)]
struct Bits {
    pages: Vec<Arc<[u64; 64]>>,
    len: u64,
}

impl Bits {
    fn place(number: u64) -> (usize, usize, u64) {
        (
            (number >> 12) as usize,
            (number >> 6 & 63) as usize,
            1 << (number & 63),
        )
    }

    fn has(&self, number: u64) -> bool {
        let (page, word, bit) = Self::place(number);
        self.pages
            .get(page)
            .is_some_and(|page| page[word] & bit != 0)
    }

    /// The lowest numbers below `end` that aren't in the set, up to `most` of them.
    fn missing(&self, end: u64, most: usize) -> Vec<u64> {
        let mut missing = Vec::new();
        let mut number = 0;
        while number < end && missing.len() < most {
            let (page, word, _) = Self::place(number);
            let bits = self.pages.get(page).map_or(0, |page| page[word]);
            let rest = (!bits & (u64::MAX << (number & 63))).trailing_zeros();
            number = (number & !63) + u64::from(rest);
            if rest < 64 && number < end {
                missing.push(number);
                number += 1;
            }
        }
        missing
    }

    /// Says whether it wasn't in the set.
    fn insert(&mut self, number: u64) -> bool {
        if number > u64::from(u32::MAX) || self.has(number) {
            return false;
        }
        let (page, word, bit) = Self::place(number);
        if page >= self.pages.len() {
            self.pages.resize(page + 1, Arc::new([0; 64]));
        }
        Arc::make_mut(&mut self.pages[page])[word] |= bit;
        self.len += 1;
        true
    }

    /// Says whether it was in the set.
    fn remove(&mut self, number: u64) -> bool {
        let there = self.has(number);
        if there {
            let (page, word, bit) = Self::place(number);
            Arc::make_mut(&mut self.pages[page])[word] &= !bit;
            self.len -= 1;
        }
        there
    }
}
