//! What the program has allocated: objects in a slab, a mark-and-sweep collector, and the account at Go's sizes.
//!
//! Registers carry no tags, so everything is read conservatively: what looks like a reference keeps its object. That is
//! the same on every machine, and a collection happens only between two instructions. What Go would keep on the stack or
//! inline (slice headers, wide values held in registers) is an object here too, but not on the account.

use super::chan::Chan;
use super::map::{GoMap, MapCursor};
use crate::go::op::Ref;
use std::sync::Arc;

/// No object of the host's may take the whole process beyond this many bytes; past it memory is out, whatever the
/// scenario says. The same natively and in the browser, where memory is scarce.
const HOST_LIMIT: u64 = 1 << 30;
/// The heap is collected at twice its live size, but not below this: Go's `GOGC=100` and its minimum.
const FIRST_COLLECTION: u64 = 4 << 20;
/// How far the account moves between two `Heap` events.
const EVENT_STEP: u64 = 64 << 10;
/// Objects off the account that may be made before a collection.
const OBJECTS_BETWEEN: u32 = 1 << 18;

/// An object.
#[derive(Clone, Debug)]
pub enum Object {
    /// An unused place; the next one, or 0.
    Free(u32),
    /// Up to three slots.
    Small([u64; 3]),
    /// Slots, of which some may be references.
    Slots(Box<[u64]>),
    /// Slots without references.
    Plain(Box<[u64]>),
    /// Elements of one byte each.
    Bytes(Vec<u8>),
    /// A string.
    Str(Text),
    /// A slice header; nothing changes it.
    Slice(Slice),
    /// An interface value: dynamic type and slot.
    Iface(u16, u64),
    /// A function value: function and up to three captured slots.
    Closure(u32, [u64; 3]),
    /// A function value: function and captured slots.
    WideClosure(u32, Box<[u64]>),
    /// A channel.
    Chan(Box<Chan>),
    /// A map.
    Map(Box<GoMap>),
    /// An iteration over a map.
    Cursor(Box<MapCursor>),
}

const _: () = assert!(size_of::<Object>() == 32);

impl Object {
    /// A function value.
    pub fn closure(func: u32, captures: &[u64]) -> Object {
        let mut few = [0; 3];
        match few.get_mut(..captures.len()) {
            Some(place) => {
                place.copy_from_slice(captures);
                Object::Closure(func, few)
            }
            None => Object::WideClosure(func, captures.into()),
        }
    }
}

/// The bytes of a string: part of what it may share with others.
#[derive(Clone, Debug)]
pub struct Text {
    /// What it is part of.
    pub bytes: Arc<[u8]>,
    /// Its first byte.
    pub start: u32,
    /// Its length.
    pub len: u32,
}

impl Text {
    /// Its bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[self.start as usize..(self.start + self.len) as usize]
    }
}

/// A slice header. All figures count slots' worth of elements: element `i` starts at slot `start + i * stride`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slice {
    /// The object that holds the elements; 0 for none.
    pub backing: u32,
    /// The first element's slot.
    pub start: u32,
    /// Its length, in elements.
    pub len: u32,
    /// Its capacity, in elements.
    pub cap: u32,
    /// Slots from one element to the next.
    pub stride: u32,
}

impl Slice {
    /// The address of an element, which must be below the capacity.
    pub fn at(&self, index: u32) -> Ref {
        Ref::new(self.backing, self.start + index * self.stride)
    }
}

/// The heap.
#[derive(Clone, Debug)]
pub struct Heap {
    objects: Vec<Object>,
    /// Bytes under Go, by object.
    sizes: Vec<u32>,
    marks: Vec<bool>,
    free: u32,
    used: u64,
    host: u64,
    collect_at: u64,
    unaccounted: u32,
    unaccounted_at: u32,
    reported: u64,
    room: u64,
    allocations: u64,
    pressure: bool,
}

impl Default for Heap {
    fn default() -> Self {
        Heap {
            objects: vec![Object::Free(0)],
            sizes: vec![0],
            marks: Vec::new(),
            free: 0,
            used: 0,
            host: 0,
            collect_at: FIRST_COLLECTION,
            unaccounted: 0,
            unaccounted_at: OBJECTS_BETWEEN,
            reported: 0,
            room: u64::MAX,
            allocations: 0,
            pressure: false,
        }
    }
}

impl Heap {
    /// Adds an object that takes `size` bytes under Go; 0 for what Go would not allocate.
    #[inline]
    pub fn add(&mut self, object: Object, size: u64) -> Ref {
        let host = host_bytes(&object);
        self.host += host;
        if size == 0 {
            self.unaccounted += 1 + (host >> 6) as u32;
            self.pressure |= self.unaccounted >= self.unaccounted_at;
        } else {
            self.allocations += 1;
            self.grow(size);
        }
        let size = u32::try_from(size).unwrap_or(u32::MAX);
        if let Some(place) = self.objects.get_mut(self.free as usize)
            && let Object::Free(next) = *place
            && self.free != 0
        {
            let index = self.free;
            self.free = next;
            *place = object;
            self.sizes[index as usize] = size;
            return Ref::new(index, 0);
        }
        self.objects.push(object);
        self.sizes.push(size);
        Ref::new(self.objects.len() as u32 - 1, 0)
    }

    fn grow(&mut self, bytes: u64) {
        self.used += bytes;
        self.pressure |= self.used >= self.collect_at
            || self.used > self.room
            || self.used - self.reported.min(self.used) >= EVENT_STEP
            || self.host > HOST_LIMIT;
    }

    /// Puts what an object grew by on the account.
    pub fn resize(&mut self, object: u32, size: u64) {
        let size = u32::try_from(size).unwrap_or(u32::MAX);
        let old = std::mem::replace(&mut self.sizes[object as usize], size);
        self.used = self.used.saturating_sub(u64::from(old));
        self.grow(u64::from(size));
    }

    /// New zeroed memory of so many slots.
    pub fn add_memory(&mut self, slots: u32, refs: bool, size: u64) -> Ref {
        let object = match slots {
            0..=3 => Object::Small([0; 3]),
            _ if refs => Object::Slots(vec![0; slots as usize].into()),
            _ => Object::Plain(vec![0; slots as usize].into()),
        };
        self.add(object, size)
    }

    /// Adds a string; the empty one is 0.
    pub fn add_str(&mut self, bytes: &[u8]) -> u64 {
        if bytes.is_empty() {
            return 0;
        }
        let text = Text {
            bytes: bytes.into(),
            start: 0,
            len: bytes.len() as u32,
        };
        self.add(Object::Str(text), bytes.len() as u64).0
    }

    /// Adds a slice header.
    pub fn add_slice(&mut self, slice: Slice) -> u64 {
        self.add(Object::Slice(slice), 0).0
    }

    /// The object at an index.
    #[inline]
    pub fn object(&self, index: u32) -> &Object {
        &self.objects[index as usize]
    }

    /// The object at an index.
    #[inline]
    pub fn object_mut(&mut self, index: u32) -> &mut Object {
        &mut self.objects[index as usize]
    }

    /// The slot at a place; `None` for nil and beyond the object's end.
    #[inline]
    pub fn load(&self, place: Ref, off: u32) -> Option<u64> {
        if place.is_nil() {
            return None;
        }
        let at = (place.slot() + off) as usize;
        match self.objects.get(place.object() as usize)? {
            Object::Small(slots) => slots.get(at).copied(),
            Object::Slots(slots) | Object::Plain(slots) => slots.get(at).copied(),
            Object::Bytes(bytes) => bytes.get(at).map(|&byte| u64::from(byte)),
            _ => None,
        }
    }

    /// Stores a slot at a place; `None` for nil and beyond the object's end.
    #[inline]
    pub fn store(&mut self, place: Ref, off: u32, value: u64) -> Option<()> {
        if place.is_nil() {
            return None;
        }
        let at = (place.slot() + off) as usize;
        match self.objects.get_mut(place.object() as usize)? {
            Object::Small(slots) => *slots.get_mut(at)? = value,
            Object::Slots(slots) | Object::Plain(slots) => *slots.get_mut(at)? = value,
            Object::Bytes(bytes) => *bytes.get_mut(at)? = value as u8,
            _ => return None,
        }
        Some(())
    }

    /// Slots of memory from a place on, as far as the object goes.
    pub fn slots_mut(&mut self, place: Ref) -> &mut [u64] {
        let all: &mut [u64] = match self.object_mut(place.object()) {
            Object::Small(slots) => slots,
            Object::Slots(slots) | Object::Plain(slots) => slots,
            _ => &mut [],
        };
        all.get_mut(place.slot() as usize..).unwrap_or(&mut [])
    }

    /// Copies `count` slots between places that may overlap; what doesn't fit is left out.
    pub fn copy(&mut self, to: Ref, from: Ref, count: usize) {
        let (to_at, from_at) = (to.slot() as usize, from.slot() as usize);
        if to.object() == from.object() {
            match self.object_mut(to.object()) {
                Object::Small(slots) => copy_within(slots, to_at, from_at, count),
                Object::Slots(slots) | Object::Plain(slots) => {
                    copy_within(slots, to_at, from_at, count);
                }
                Object::Bytes(bytes) => copy_within(bytes, to_at, from_at, count),
                _ => {}
            }
            return;
        }
        let source = std::mem::replace(self.object_mut(from.object()), Object::Free(0));
        match (&source, self.object_mut(to.object())) {
            (Object::Bytes(source), Object::Bytes(target)) => {
                copy_between(target, to_at, source, from_at, count);
            }
            // A byte slice of its own has bytes, one of an array slots.
            (Object::Bytes(source), target) => {
                let target = memory_of(target).iter_mut().skip(to_at);
                let source = source.iter().skip(from_at);
                for (slot, &byte) in target.zip(source).take(count) {
                    *slot = u64::from(byte);
                }
            }
            (Object::Small(_) | Object::Slots(_) | Object::Plain(_), Object::Bytes(target)) => {
                let target = target.iter_mut().skip(to_at);
                let source = slots_of(&source).iter().skip(from_at);
                for (byte, &slot) in target.zip(source).take(count) {
                    *byte = slot as u8;
                }
            }
            (Object::Slots(source) | Object::Plain(source), target) => {
                copy_between(memory_of(target), to_at, source, from_at, count);
            }
            (Object::Small(source), target) => {
                copy_between(memory_of(target), to_at, source, from_at, count);
            }
            _ => {}
        }
        *self.object_mut(from.object()) = source;
    }

    /// The bytes of a string; the empty one for 0.
    #[inline]
    pub fn str(&self, slot: u64) -> &[u8] {
        if slot == 0 {
            return &[];
        }
        match self.object(Ref(slot).object()) {
            Object::Str(text) => text.as_bytes(),
            _ => &[],
        }
    }

    /// A slice header; the nil slice for 0.
    #[inline]
    pub fn slice(&self, slot: u64) -> Slice {
        if slot == 0 {
            return Slice::default();
        }
        match self.object(Ref(slot).object()) {
            Object::Slice(slice) => *slice,
            _ => Slice::default(),
        }
    }

    /// Dynamic type and slot of an interface value; `None` for nil.
    #[inline]
    pub fn iface(&self, slot: u64) -> Option<(u16, u64)> {
        if slot == 0 {
            return None;
        }
        match self.object(Ref(slot).object()) {
            Object::Iface(ty, value) => Some((*ty, *value)),
            _ => None,
        }
    }

    /// Bytes on the account.
    pub fn used(&self) -> u64 {
        self.used
    }

    /// The function and the captured slots of a function value.
    #[inline]
    pub fn function(&self, slot: u64) -> Option<(u32, &[u64])> {
        match self.object(Ref(slot).object()) {
            Object::Closure(func, captures) => Some((*func, captures)),
            Object::WideClosure(func, captures) => Some((*func, captures)),
            _ => None,
        }
    }

    /// The bytes that objects take on the host, roughly.
    pub fn host_bytes(&self) -> usize {
        self.host as usize + self.objects.len() * (size_of::<Object>() + 5)
    }

    /// Allocations on the account so far.
    pub fn allocations(&self) -> u64 {
        self.allocations
    }

    /// Whether an allocation wants something done before the next instruction: a collection, an event, an end.
    #[inline]
    pub fn pressure(&self) -> bool {
        self.pressure
    }
}

fn host_bytes(object: &Object) -> u64 {
    32 + match object {
        Object::Slots(slots) | Object::Plain(slots) => slots.len() as u64 * 8,
        Object::Bytes(bytes) => bytes.capacity() as u64,
        Object::Str(text) if text.start == 0 => u64::from(text.len),
        Object::WideClosure(_, captures) => captures.len() as u64 * 8,
        Object::Chan(_) | Object::Map(_) | Object::Cursor(_) => 128,
        _ => 0,
    }
}

fn slots_of(object: &Object) -> &[u64] {
    match object {
        Object::Small(slots) => slots,
        Object::Slots(slots) | Object::Plain(slots) => slots,
        _ => &[],
    }
}

fn memory_of(object: &mut Object) -> &mut [u64] {
    match object {
        Object::Small(slots) => slots,
        Object::Slots(slots) | Object::Plain(slots) => slots,
        _ => &mut [],
    }
}

fn copy_within<T: Copy>(slots: &mut [T], to: usize, from: usize, count: usize) {
    let count = count.min(slots.len().saturating_sub(to.max(from)));
    slots.copy_within(from..from + count, to);
}

fn copy_between<T: Copy>(target: &mut [T], to: usize, source: &[T], from: usize, count: usize) {
    let room = target
        .len()
        .saturating_sub(to)
        .min(source.len().saturating_sub(from));
    let count = count.min(room);
    target[to..to + count].copy_from_slice(&source[from..from + count]);
}

/// One collection: mark from the roots that are given to [`Collection::root`], then [`Collection::sweep`].
pub struct Collection<'a> {
    heap: &'a mut Heap,
    work: Vec<u32>,
}

impl<'a> Collection<'a> {
    /// Begins a collection.
    pub fn new(heap: &'a mut Heap) -> Collection<'a> {
        heap.marks.clear();
        heap.marks.resize(heap.objects.len(), false);
        Collection {
            heap,
            work: Vec::new(),
        }
    }

    /// Keeps what a slot may refer to.
    #[inline]
    pub fn root(&mut self, slot: u64) {
        if let Some(object) = Ref::guess(slot) {
            self.keep(object);
        }
    }

    /// Keeps an object.
    pub fn keep(&mut self, object: u32) {
        if let Some(mark) = self.heap.marks.get_mut(object as usize)
            && !*mark
        {
            *mark = true;
            self.work.push(object);
        }
    }

    fn mark(&mut self) {
        while let Some(index) = self.work.pop() {
            let object = std::mem::replace(&mut self.heap.objects[index as usize], Object::Free(0));
            match &object {
                Object::Small(slots) => slots.iter().for_each(|&slot| self.root(slot)),
                Object::Slots(slots) => slots.iter().for_each(|&slot| self.root(slot)),
                Object::Slice(slice) if slice.backing != 0 => self.keep(slice.backing),
                Object::Iface(_, value) => self.root(*value),
                Object::Closure(_, slots) => slots.iter().for_each(|&slot| self.root(slot)),
                Object::WideClosure(_, slots) => slots.iter().for_each(|&slot| self.root(slot)),
                Object::Chan(chan) => chan.slots().for_each(|slot| self.root(slot)),
                Object::Map(map) => map.slots().for_each(|slot| self.root(slot)),
                Object::Cursor(cursor) => cursor.slots().for_each(|slot| self.root(slot)),
                _ => {}
            }
            self.heap.objects[index as usize] = object;
        }
    }

    /// Frees what nothing kept, and sets when to collect next. `room` is what the program's heap may take in all.
    /// Calls `dead` with each object that goes.
    pub fn sweep(mut self, room: u64, mut dead: impl FnMut(u32)) {
        self.mark();
        let heap = self.heap;
        let mut used = 0;
        let mut live = 0;
        let mut host = 0;
        heap.free = 0;
        for index in (1..heap.objects.len()).rev() {
            if heap.marks[index] {
                live += 1;
                used += u64::from(heap.sizes[index]);
                host += host_bytes(&heap.objects[index]);
                continue;
            }
            if !matches!(heap.objects[index], Object::Free(_)) {
                dead(index as u32);
            }
            heap.objects[index] = Object::Free(heap.free);
            heap.sizes[index] = 0;
            heap.free = index as u32;
        }
        heap.marks.clear();
        heap.used = used;
        heap.host = host;
        heap.collect_at = (2 * used).max(FIRST_COLLECTION);
        heap.unaccounted = 0;
        heap.unaccounted_at = OBJECTS_BETWEEN.max(live);
        heap.room = room;
        heap.pressure = false;
    }
}

impl Heap {
    /// Whether it is time to collect.
    pub fn is_due(&self) -> bool {
        self.used >= self.collect_at
            || self.unaccounted >= self.unaccounted_at
            || self.used > self.room
            || self.host > HOST_LIMIT
    }

    /// Whether the host can't bear any more, with so many bytes beyond what there is.
    pub fn overflows(&self, bytes: u64) -> bool {
        self.host.saturating_add(bytes) > HOST_LIMIT
    }

    /// What the program's heap may take until memory is out.
    pub fn set_room(&mut self, room: u64) {
        self.room = room;
        self.pressure |= self.used > room;
    }

    /// Whether the account has moved on since it was last reported, which it now is.
    pub fn take_report(&mut self, any: bool) -> Option<u64> {
        self.pressure = self.is_due();
        let moved = self.used.abs_diff(self.reported);
        (moved >= EVENT_STEP || any && moved > 0).then(|| {
            self.reported = self.used;
            self.used
        })
    }
}
