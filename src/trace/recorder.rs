//! Takes down a run as it happens, in the encoding of [`encoding`](super::encoding).

use super::encoding::{
    CHUNK, Context, FAR_SITE, Log, SAME_GOROUTINE, SAME_TIME, Site, WINDOW, put, slot, zigzag,
};
use super::event::Kind;
use super::goroutines::Cast;
use super::keyframes::Keyframes;
use super::{Meta, Print, Trace};
use indexmap::IndexSet;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::sync::Arc;

const CACHE: usize = 256;

/// Takes down a run as it happens.
#[derive(Clone, Debug)]
pub struct Recorder {
    log: Log,
    last: Context,
    /// Of [`CHUNK`] bytes, so many of them used.
    chunk: Vec<u8>,
    used: usize,
    /// The site of a key, where it was looked up last.
    cache: Box<[(u64, u32); CACHE]>,
    numbers: FxHashMap<u64, u32>,
    /// The lines at which goroutines begin.
    first_lines: BTreeSet<u32>,
    alive: u64,
    most_alive: u64,
    texts: IndexSet<Arc<str>>,
    prints: Vec<Print>,
}

impl Default for Recorder {
    fn default() -> Self {
        Recorder::new()
    }
}

impl Recorder {
    /// A recorder that has seen nothing.
    pub fn new() -> Recorder {
        Recorder {
            log: Log::default(),
            last: Context::default(),
            chunk: vec![0; CHUNK],
            used: 0,
            cache: Box::new([(u64::MAX, 0); CACHE]),
            numbers: FxHashMap::default(),
            first_lines: BTreeSet::new(),
            alive: 0,
            most_alive: 0,
            texts: IndexSet::new(),
            prints: Vec::new(),
        }
    }

    /// The bytes that the events taken down so far take in memory.
    pub fn bytes(&self) -> usize {
        self.log.bytes()
    }

    /// Takes down one event; see [`Kind`] for what `a` and `b` mean. `t` never goes back.
    #[inline]
    pub fn record(&mut self, t: u64, g: u32, kind: Kind, line: u32, a: u64, b: u64) {
        let k = slot(kind, line);
        let b_step = if kind.b_is_time() {
            b.wrapping_sub(t)
        } else {
            b
        };
        let da = a.wrapping_sub(self.last.a[k]);
        let db = b_step.wrapping_sub(self.last.b[k]);
        let site = self.site(Site {
            kind,
            line,
            a: da != 0,
            b: db != 0,
        });

        if self.used + WINDOW > CHUNK {
            self.seal();
        }
        let Some(window) = self
            .chunk
            .get_mut(self.used..)
            .and_then(|rest| rest.first_chunk_mut::<WINDOW>())
        else {
            return;
        };
        let mut at = 1;
        let mut header = site.min(FAR_SITE) as u8;
        if site >= FAR_SITE {
            put(window, &mut at, u64::from(site));
        }
        if t == self.last.t {
            header |= SAME_TIME;
        } else {
            put(window, &mut at, t.wrapping_sub(self.last.t));
            self.last.t = t;
        }
        if g == self.last.g {
            header |= SAME_GOROUTINE;
        } else {
            put(
                window,
                &mut at,
                zigzag(u64::from(g).wrapping_sub(u64::from(self.last.g))),
            );
            self.last.g = g;
        }
        if da != 0 {
            put(window, &mut at, zigzag(da));
            self.last.a[k] = a;
        }
        if db != 0 {
            put(window, &mut at, zigzag(db));
            self.last.b[k] = b_step;
        }
        window[0] = header;
        self.used += at;
        self.log.len += 1;
        match kind {
            Kind::Spawn => {
                if db != 0 {
                    self.first_lines.insert(b as u32);
                }
                self.alive += 1;
                self.most_alive = self.most_alive.max(self.alive);
            }
            Kind::Exit => self.alive = self.alive.saturating_sub(1),
            Kind::Print => self.prints.push(Print {
                after: self.log.len,
                text: a,
                stderr: b == 1,
            }),
            _ => {}
        }
    }

    /// The number of a text, for the events that carry one; equal texts have one number.
    pub fn text(&mut self, text: &str) -> u64 {
        if let Some(number) = self.texts.get_index_of(text) {
            return number as u64;
        }
        self.texts.insert_full(text.into()).0 as u64
    }

    /// How many events were recorded so far.
    pub fn len(&self) -> usize {
        self.log.len
    }

    /// Whether nothing was recorded so far.
    pub fn is_empty(&self) -> bool {
        self.log.len == 0
    }

    /// Ends the recording.
    pub fn finish(mut self, meta: Meta) -> Trace {
        if self.used > 0 {
            self.chunk.truncate(self.used);
            self.chunk.shrink_to_fit();
            self.log.chunks.push(self.chunk);
        }
        self.log.end = self.last.t;
        Trace {
            cast: Arc::new(Cast::new(
                self.most_alive,
                &self.log.sites,
                &self.first_lines,
            )),
            log: self.log,
            texts: self.texts,
            prints: self.prints,
            meta: Arc::new(meta),
            keyframes: Keyframes::default(),
        }
    }

    #[inline(always)]
    fn site(&mut self, site: Site) -> u32 {
        let key = u64::from(site.line) << 8
            | (site.kind as u64) << 2
            | u64::from(site.a) << 1
            | u64::from(site.b);
        let place = (key ^ key >> 8).wrapping_mul(0x9e37_79b9) as usize >> 3 & (CACHE - 1);
        let (cached, number) = self.cache[place];
        if cached == key {
            return number;
        }
        let number = self.site_number(key, site);
        self.cache[place] = (key, number);
        number
    }

    #[cold]
    fn site_number(&mut self, key: u64, site: Site) -> u32 {
        *self.numbers.entry(key).or_insert_with(|| {
            self.log.sites.push(site);
            self.log.sites.len() as u32 - 1
        })
    }

    #[cold]
    fn seal(&mut self) {
        let mut full = std::mem::replace(&mut self.chunk, vec![0; CHUNK]);
        full.truncate(self.used);
        self.log.chunks.push(full);
        self.used = 0;
    }
}
