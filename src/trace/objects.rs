//! WaitGroups, channels, locks and what else is shared and has a number.

use super::event::GoroutineId;
use super::shared::Shared;

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

impl Object {
    /// Itself as two words, for the hash.
    pub(super) fn words(self) -> (u64, u64) {
        match self {
            Object::WaitGroup { count } => (1, count),
            Object::Channel { buffered, closed } => (2 + u64::from(closed), buffered),
            Object::Lock { writer, readers } => {
                (4, u64::from(writer.unwrap_or(0)) << 32 | u64::from(readers))
            }
            Object::Atomic { value } => (5, value),
            Object::Cancelled => (6, 0),
        }
    }
}

/// All of them, by number. Copies share what has not changed since.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Objects(Shared<Option<Object>, 16>);

impl Objects {
    /// The one with this number, if anything was recorded of it.
    pub fn get(&self, number: &u32) -> Option<&Object> {
        self.0.peek(*number as usize)?.as_ref()
    }

    /// All, by number.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Object)> {
        let all = self.0.iter();
        all.filter_map(|(number, object)| Some((number as u32, object.as_ref()?)))
    }

    /// All, by number.
    pub fn values(&self) -> impl Iterator<Item = &Object> {
        self.iter().map(|(_, object)| object)
    }

    pub(super) fn insert(&mut self, number: u32, object: Object) {
        *self.0.edit(number as usize) = Some(object);
    }

    pub(super) fn bytes_beside(&self, other: Option<&Self>) -> usize {
        self.0.bytes_beside(other.map(|other| &other.0))
    }
}
