//! How events lie in memory: some 3 bytes each.
//!
//! An event is one byte (its *site*, whether its time and its goroutine are those of the event before), then what differs:
//! the step in time, in goroutine number, and in `a` and `b` from the last event of that kind at that line. A site is a kind, a line and
//! which of `a` and `b` differ; sites are numbered as they turn up. A number's length stands in its two low bits.
//! Chunks are of fixed size and no event straddles two, so that recording writes into a window without bounds to check.

use super::event::{Event, KINDS, Kind};

pub(super) const CHUNK: usize = 256 * 1024;
/// No event is longer: header, far site, and four numbers of at most nine bytes.
pub(super) const WINDOW: usize = 64;
pub(super) const SAME_TIME: u8 = 0x40;
pub(super) const SAME_GOROUTINE: u8 = 0x80;
/// Sites from here on don't fit into the header and follow it.
pub(super) const FAR_SITE: u32 = 0x3f;

/// So many arguments are remembered to tell others from.
const SLOTS: usize = 64;

/// Where the arguments of the last event of a kind at a line are kept: each line tends to have the same channel, the
/// same count, the same step. Kinds and lines that share a slot only cost bytes.
#[inline(always)]
pub(super) fn slot(kind: Kind, line: u32) -> usize {
    (kind as usize * 5 + line as usize * 11) % SLOTS
}

const _: () = assert!(KINDS <= 64, "a site's key has six bits for its kind");

/// A kind at a line, and which of the arguments differ from the last of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Site {
    pub(super) kind: Kind,
    pub(super) line: u32,
    pub(super) a: bool,
    pub(super) b: bool,
}

/// The bytes of all events.
#[derive(Clone, Debug, Default)]
pub(super) struct Log {
    /// Each up to [`CHUNK`] bytes long.
    pub(super) chunks: Vec<Vec<u8>>,
    pub(super) sites: Vec<Site>,
    pub(super) len: usize,
    pub(super) end: u64,
}

/// What the next event is told from.
#[derive(Clone, Debug)]
pub(super) struct Context {
    pub(super) t: u64,
    pub(super) g: u32,
    /// By [`slot`].
    pub(super) a: [u64; SLOTS],
    pub(super) b: [u64; SLOTS],
}

impl Default for Context {
    fn default() -> Self {
        Context {
            t: 0,
            g: 0,
            a: [0; SLOTS],
            b: [0; SLOTS],
        }
    }
}

/// A place among the events, and what the next one is told from.
#[derive(Clone, Debug, Default)]
pub(super) struct Cursor {
    n: usize,
    chunk: usize,
    at: usize,
    last: Context,
}

impl Cursor {
    /// How many events lie before it.
    pub(super) fn index(&self) -> usize {
        self.n
    }

    /// The time of the last event before it.
    pub(super) fn time(&self) -> u64 {
        self.last.t
    }

    /// Reads the event ahead and passes it.
    #[inline(always)]
    pub(super) fn next(&mut self, log: &Log) -> Option<Event> {
        let mut chunk = log.chunks.get(self.chunk)?;
        if self.at >= chunk.len() {
            self.chunk += 1;
            self.at = 0;
            chunk = log.chunks.get(self.chunk)?;
        }
        let bytes = &chunk[self.at..];
        match bytes.first_chunk::<WINDOW>() {
            Some(window) => self.read(window, log),
            None => {
                let mut window = [0; WINDOW];
                window[..bytes.len()].copy_from_slice(bytes);
                self.read(&window, log)
            }
        }
    }

    #[inline(always)]
    fn read(&mut self, bytes: &[u8; WINDOW], log: &Log) -> Option<Event> {
        let header = bytes[0];
        let mut at = 1;
        let mut number = u32::from(header) & FAR_SITE;
        if number == FAR_SITE {
            number = get(bytes, &mut at) as u32;
        }
        let site = *log.sites.get(number as usize)?;
        let last = &mut self.last;
        let k = slot(site.kind, site.line);
        if header & SAME_TIME == 0 {
            last.t = last.t.wrapping_add(get(bytes, &mut at));
        }
        if header & SAME_GOROUTINE == 0 {
            last.g = last.g.wrapping_add(unzigzag(get(bytes, &mut at)) as u32);
        }
        if site.a {
            last.a[k] = last.a[k].wrapping_add(unzigzag(get(bytes, &mut at)));
        }
        if site.b {
            last.b[k] = last.b[k].wrapping_add(unzigzag(get(bytes, &mut at)));
        }
        let b = if site.kind.b_is_time() {
            last.t.wrapping_add(last.b[k])
        } else {
            last.b[k]
        };
        self.at += at;
        self.n += 1;
        Some(Event {
            t: last.t,
            g: last.g,
            kind: site.kind,
            line: site.line,
            a: last.a[k],
            b,
        })
    }
}

impl Log {
    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn end(&self) -> u64 {
        self.end
    }

    pub(super) fn bytes(&self) -> usize {
        self.chunks.iter().map(Vec::len).sum()
    }

    pub(super) fn digest(&self) -> u64 {
        let mut hash = self.len as u64;
        for site in &self.sites {
            hash = mix(
                hash,
                u64::from(site.line) << 8
                    | (site.kind as u64) << 2
                    | u64::from(site.a) << 1
                    | u64::from(site.b),
            );
        }
        self.chunks
            .iter()
            .fold(hash, |hash, chunk| digest(hash, chunk))
    }
}

/// Adds `bytes` to a digest.
pub(super) fn digest(hash: u64, bytes: &[u8]) -> u64 {
    let mut hash = mix(hash, bytes.len() as u64);
    for piece in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..piece.len()].copy_from_slice(piece);
        hash = mix(hash, u64::from_le_bytes(word));
    }
    hash
}

/// Adds a word to a digest; a multiplication and a fold, as in wyhash.
pub(super) fn mix(hash: u64, word: u64) -> u64 {
    let product = u128::from(hash ^ word ^ 0x9e37_79b9_7f4a_7c15) * 0xd6e8_feb8_6659_fd93;
    (product >> 64) as u64 ^ product as u64
}

#[inline(always)]
pub(super) fn zigzag(value: u64) -> u64 {
    value << 1 ^ ((value as i64) >> 63) as u64
}

#[inline(always)]
fn unzigzag(value: u64) -> u64 {
    value >> 1 ^ (value & 1).wrapping_neg()
}

/// Writes a number: 1, 2 or 4 bytes with its length in the two low bits, or a byte of 3 and then 8. Which of the three is
/// counted, not branched on: lengths vary as times do, and no processor would foresee them.
#[inline(always)]
pub(super) fn put(window: &mut [u8; WINDOW], at: &mut usize, value: u64) {
    let doublings = u64::from(value >= 0x40) + u64::from(value >= 0x4000);
    let (word, len) = if value < 0x4000_0000 {
        (value << 2 | doublings, 1 << doublings)
    } else {
        window[*at & (WINDOW - 1)] = 3;
        *at += 1;
        (value, 8)
    };
    if let Some(place) = window.get_mut(*at..*at + 8) {
        place.copy_from_slice(&word.to_le_bytes());
    }
    *at += len;
}

#[inline(always)]
fn get(window: &[u8; WINDOW], at: &mut usize) -> u64 {
    let word = |from: usize| {
        let bytes = window.get(from..).and_then(|rest| rest.first_chunk());
        u64::from_le_bytes(bytes.copied().unwrap_or_default())
    };
    let all = word(*at);
    let code = all & 3;
    let (value, len) = if code < 3 {
        let rest = 64 - (8 << code);
        (all << rest >> (rest + 2), 1 << code)
    } else {
        (word(*at + 1), 9)
    };
    *at += len;
    value
}
