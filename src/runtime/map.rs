//! Maps: entries under keys by content, and iterations that see what the specification wants them to see.

use super::heap::Object;
use super::machine::Machine;
use crate::go::op::{RTypeId, Ref};
use crate::go::program::RKind;
use crate::trace::World;
use crate::trace::event::Kind;
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use std::sync::Arc;

/// A key by its content: equal exactly where Go's `==` says so.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A number, a pointer, a channel.
    Slot(u64),
    /// A string, or a composite written out.
    Bytes(Arc<[u8]>),
    /// A NaN, which equals nothing; numbered.
    Nan(u64),
}

/// A map.
#[derive(Clone, Debug)]
pub struct GoMap {
    /// The type of its keys.
    pub key: RTypeId,
    /// The type of its values.
    pub value: RTypeId,
    /// Key and value slots by content. Removal reorders; iterations don't mind.
    pub entries: IndexMap<Key, (u64, u64), FxBuildHasher>,
    /// Somebody is in the middle of writing.
    pub writing: bool,
    nans: u64,
}

impl GoMap {
    /// An empty map.
    pub fn new(key: RTypeId, value: RTypeId) -> GoMap {
        GoMap {
            key,
            value,
            entries: IndexMap::default(),
            writing: false,
            nans: 0,
        }
    }

    /// The slots that it holds.
    pub fn slots(&self) -> impl Iterator<Item = u64> {
        self.entries.values().flat_map(|&(key, value)| [key, value])
    }
}

/// An iteration: the keys there were when it began, in a drawn order.
#[derive(Clone, Debug)]
pub struct MapCursor {
    /// The map.
    pub map: u64,
    keys: Vec<Key>,
}

impl MapCursor {
    /// The slots that it holds.
    pub fn slots(&self) -> impl Iterator<Item = u64> {
        std::iter::once(self.map)
    }
}

/// Bytes of a map of so many entries under Go: a header, and groups of eight with a control byte each, at most 7/8 full.
fn size_of(entries: usize, key: u64, value: u64) -> u64 {
    let slots = if entries <= 8 {
        8
    } else {
        (entries as u64 * 8 / 7).next_power_of_two()
    };
    if entries == 0 {
        48
    } else {
        48 + slots * (key + value) + slots
    }
}

impl Machine {
    pub(super) fn map(&self, slot: u64) -> Option<&GoMap> {
        if slot == 0 {
            return None;
        }
        match self.heap.object(Ref(slot).object()) {
            Object::Map(map) => Some(map),
            _ => None,
        }
    }

    pub(super) fn map_mut(&mut self, slot: u64) -> Option<&mut GoMap> {
        if slot == 0 {
            return None;
        }
        match self.heap.object_mut(Ref(slot).object()) {
            Object::Map(map) => Some(map),
            _ => None,
        }
    }

    /// Records that the current goroutine has put something into a map, where that is where results meet: in the library,
    /// by anybody but main.
    pub(super) fn stored(&mut self, map: u64, for_many: bool) {
        if self.world.kind() == World::Library && self.current_id() != 1 {
            let number = self.object_number(Ref(map));
            self.event(Kind::Store, number, u64::from(for_many));
        }
    }

    pub(super) fn new_map(&mut self, ty: RTypeId) -> u64 {
        let (key, value) = self.map_types(ty);
        let map = Object::Map(Box::new(GoMap::new(key, value)));
        self.heap.add(map, size_of(0, 0, 0)).0
    }

    /// Key and value types of a map type.
    pub(super) fn map_types(&self, ty: RTypeId) -> (RTypeId, RTypeId) {
        match self.program.types[usize::from(ty)].kind {
            RKind::Map(key, value) => (key, value),
            _ => (ty, ty),
        }
    }

    /// A value by its key.
    ///
    /// # Errors
    /// The name of the type that can't be hashed.
    pub(super) fn map_get(
        &mut self,
        slot: u64,
        key: u64,
        key_ty: RTypeId,
    ) -> Result<Option<u64>, String> {
        let content = self.key(key_ty, key)?;
        self.charge(1 + content_len(&content) / 8);
        Ok(self
            .map(slot)
            .and_then(|map| map.entries.get(&content))
            .map(|entry| entry.1))
    }

    /// Sets a value.
    ///
    /// # Errors
    /// The name of the type that can't be hashed.
    pub(super) fn map_set(&mut self, slot: u64, key: u64, value: u64) -> Result<(), String> {
        let Some(map) = self.map(slot) else {
            return Ok(());
        };
        let mut content = self.key(map.key, key)?;
        self.charge(2 + content_len(&content) / 8);
        let Some(map) = self.map_mut(slot) else {
            return Ok(());
        };
        if let Key::Nan(number) = &mut content {
            map.nans += 1;
            *number = map.nans;
        }
        let (key_ty, value_ty) = (map.key, map.value);
        let before = map.entries.len();
        match map.entries.entry(content) {
            // Equal keys may differ: 0 and -0.
            indexmap::map::Entry::Occupied(mut entry) => *entry.get_mut() = (key, value),
            indexmap::map::Entry::Vacant(entry) => {
                entry.insert((key, value));
            }
        }
        let after = map.entries.len();
        if after > before
            && (after == 1 || after > 8 && after * 8 / 7 > (before * 8 / 7).next_power_of_two())
        {
            let size = |ty: RTypeId| self.program.types[usize::from(ty)].size;
            let bytes = size_of(after, size(key_ty), size(value_ty));
            self.charge(after as u64);
            self.heap.resize(Ref(slot).object(), bytes);
        }
        Ok(())
    }

    /// Removes an entry.
    ///
    /// # Errors
    /// The name of the type that can't be hashed.
    pub(super) fn map_delete(&mut self, slot: u64, key: u64) -> Result<(), String> {
        let Some(map) = self.map(slot) else {
            return Ok(());
        };
        let content = self.key(map.key, key)?;
        self.charge(1 + content_len(&content) / 8);
        if let Some(map) = self.map_mut(slot) {
            map.entries.swap_remove(&content);
        }
        Ok(())
    }

    pub(super) fn new_cursor(&mut self, slot: u64) -> u64 {
        let keys: Vec<Key> = self
            .map(slot)
            .map_or_else(Vec::new, |map| map.entries.keys().cloned().collect());
        self.charge(keys.len() as u64);
        let mut keys = keys;
        for last in (1..keys.len()).rev() {
            let other = self.draw(last as u64 + 1) as usize;
            keys.swap(last, other);
        }
        let cursor = Object::Cursor(Box::new(MapCursor { map: slot, keys }));
        self.heap.add(cursor, 0).0
    }

    /// The next key and value of an iteration.
    pub(super) fn next_entry(&mut self, cursor: u64) -> Option<(u64, u64)> {
        loop {
            let Object::Cursor(cursor) = self.heap.object_mut(Ref(cursor).object()) else {
                return None;
            };
            let key = cursor.keys.pop()?;
            let map = cursor.map;
            if let Some(&entry) = self.map(map).and_then(|map| map.entries.get(&key)) {
                return Some(entry);
            }
        }
    }

    /// A key by its content.
    ///
    /// # Errors
    /// The name of the type that can't be hashed.
    pub(super) fn key(&self, ty: RTypeId, slot: u64) -> Result<Key, String> {
        match self.program.types[usize::from(ty)].kind {
            RKind::String => Ok(Key::Bytes(self.heap.str(slot).into())),
            RKind::Float(_) => Ok(match f64::from_bits(slot) {
                float if float.is_nan() => Key::Nan(0),
                0.0 => Key::Slot(0),
                _ => Key::Slot(slot),
            }),
            RKind::Struct(_) | RKind::Array(..) | RKind::Complex(_) | RKind::Interface(_) => {
                self.composite_key(ty, slot)
            }
            RKind::Slice(_) | RKind::Map(..) | RKind::Func => Err(self.type_name(ty)),
            _ => Ok(Key::Slot(slot)),
        }
    }

    fn composite_key(&self, ty: RTypeId, slot: u64) -> Result<Key, String> {
        let mut bytes = Vec::new();
        let mut nan = false;
        let mut rest = vec![(ty, slot)];
        while let Some((ty, slot)) = rest.pop() {
            match &self.program.types[usize::from(ty)].kind {
                RKind::Struct(_) | RKind::Array(..) | RKind::Complex(_) => {
                    let from = rest.len();
                    rest.extend(self.components(ty, slot));
                    rest[from..].reverse();
                }
                RKind::Interface(_) => match self.heap.iface(slot) {
                    None => bytes.extend([0; 2]),
                    Some((dynamic, value)) => {
                        bytes.extend((dynamic + 1).to_le_bytes());
                        rest.push((dynamic, value));
                    }
                },
                RKind::String => {
                    let text = self.heap.str(slot);
                    bytes.extend((text.len() as u32).to_le_bytes());
                    bytes.extend_from_slice(text);
                }
                _ => match self.key(ty, slot)? {
                    Key::Slot(slot) => bytes.extend(slot.to_le_bytes()),
                    _ => nan = true,
                },
            }
        }
        Ok(if nan {
            Key::Nan(0)
        } else {
            Key::Bytes(bytes.into())
        })
    }
}

fn content_len(key: &Key) -> u64 {
    match key {
        Key::Bytes(bytes) => bytes.len() as u64,
        Key::Slot(_) | Key::Nan(_) => 0,
    }
}
