//! The goroutines that are alive, and what each is doing.

use super::event::GoroutineId;
use std::collections::BTreeMap;
use std::sync::Arc;

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

impl Status {
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
            Runnable
            | Running
            | NoCore
            | Send { .. }
            | Receive { .. }
            | Select { .. }
            | Lock { .. }
            | ReadLock { .. } => None,
            WaitGroup { .. }
            | Cond { .. }
            | Semaphore { .. }
            | Stove
            | Supplier
            | Connection { .. }
            | Connect { .. } => None,
        }
    }

    /// Whether it waits until somebody else does something.
    pub const fn is_queued(self) -> bool {
        use Status::*;
        match self {
            Send { .. }
            | Receive { .. }
            | Select { .. }
            | Lock { .. }
            | ReadLock { .. }
            | WaitGroup { .. }
            | Cond { .. } => true,
            Semaphore { .. } | Stove | Supplier | Connection { .. } => true,
            Runnable
            | Running
            | NoCore
            | Sleep { .. }
            | Chop { .. }
            | BackOff { .. }
            | Call { .. } => false,
            Connect { .. } | Simmer { .. } | Fetch { .. } => false,
        }
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
    /// The stove that it has, from 0.
    pub stove: Option<u32>,
    /// Since when it does what it does, in ns.
    pub since: u64,
    /// What it does.
    pub status: Status,
}

impl Goroutine {
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
}

const PAGE: u32 = 32;

/// The goroutines that are alive, by number. Copies share what has not changed since.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Goroutines {
    /// Each page holds the numbers that share their upper bits; only pages in which somebody lives are there.
    pages: BTreeMap<u32, Arc<Page>>,
    len: usize,
    places: Places,
}

#[derive(Clone, Debug, PartialEq)]
struct Page {
    live: u32,
    cells: [Option<Goroutine>; PAGE as usize],
}

impl Goroutines {
    /// How many are alive.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether none is alive.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The goroutine of this number, if it is alive.
    pub fn get(&self, id: GoroutineId) -> Option<&Goroutine> {
        self.pages.get(&(id / PAGE))?.cells[(id % PAGE) as usize].as_ref()
    }

    /// All, by number.
    pub fn iter(&self) -> impl Iterator<Item = &Goroutine> {
        self.pages
            .values()
            .flat_map(|page| page.cells.iter().flatten())
    }

    /// One more place than the highest that is taken.
    pub fn places(&self) -> u32 {
        self.places.end()
    }

    pub(super) fn get_mut(&mut self, id: GoroutineId) -> Option<&mut Goroutine> {
        let page = self.pages.get_mut(&(id / PAGE))?;
        page.cells[(id % PAGE) as usize]?;
        Arc::make_mut(page).cells[(id % PAGE) as usize].as_mut()
    }

    pub(super) fn insert(&mut self, id: GoroutineId, parent: GoroutineId, line: u32, t: u64) {
        let page = self.pages.entry(id / PAGE).or_insert_with(|| {
            Arc::new(Page {
                live: 0,
                cells: [None; PAGE as usize],
            })
        });
        let page = Arc::make_mut(page);
        let cell = &mut page.cells[(id % PAGE) as usize];
        if cell.is_some() {
            return;
        }
        let place = self.places.take();
        *cell = Some(Goroutine {
            id,
            parent,
            line,
            place,
            order: None,
            stove: None,
            since: t,
            status: Status::Runnable,
        });
        page.live += 1;
        self.len += 1;
    }

    pub(super) fn remove(&mut self, id: GoroutineId) -> Option<Goroutine> {
        let page = self.pages.get_mut(&(id / PAGE))?;
        let gone = page.cells[(id % PAGE) as usize]?;
        self.places.free(gone.place);
        self.len -= 1;
        if page.live == 1 {
            self.pages.remove(&(id / PAGE));
        } else {
            let page = Arc::make_mut(page);
            page.live -= 1;
            page.cells[(id % PAGE) as usize] = None;
        }
        Some(gone)
    }

    /// The bytes that a copy adds to what it shares with an earlier one.
    pub(super) fn own_bytes(&self) -> usize {
        let own = self
            .pages
            .values()
            .filter(|page| Arc::strong_count(page) == 1)
            .count();
        own * size_of::<Page>() + self.pages.len() * 24 + self.places.words.len() * 8
    }
}

/// Which places are taken.
#[derive(Clone, Debug, Default, PartialEq)]
struct Places {
    words: Vec<u64>,
    /// No word before this one has a free place.
    full: usize,
}

impl Places {
    fn take(&mut self) -> u32 {
        while self.words.get(self.full) == Some(&u64::MAX) {
            self.full += 1;
        }
        if self.full == self.words.len() {
            self.words.push(0);
        }
        let bit = self.words[self.full].trailing_ones();
        self.words[self.full] |= 1 << bit;
        self.full as u32 * 64 + bit
    }

    fn free(&mut self, place: u32) {
        let word = (place / 64) as usize;
        if let Some(bits) = self.words.get_mut(word) {
            *bits &= !(1 << (place % 64));
        }
        self.full = self.full.min(word);
        while self.words.last() == Some(&0) {
            self.words.pop();
        }
        self.full = self.full.min(self.words.len());
    }

    fn end(&self) -> u32 {
        self.words.last().map_or(0, |last| {
            self.words.len() as u32 * 64 - last.leading_zeros()
        })
    }
}
