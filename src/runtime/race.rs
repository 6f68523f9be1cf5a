//! The data-race detector: who accessed what, ordered by what happens before what.
//!
//! Each goroutine has a vector clock, under its number. A release at a place leaves the clock there, an acquire takes it
//! up; channels do both for each place of their buffer, as Go's own detector has it. A slot of memory remembers its last
//! write and the reads since; an access that one of them doesn't happen before is a race. Nothing here is touched unless
//! races are looked for.

use super::goroutine::{NONE, Slot, Status};
use super::machine::Machine;
use crate::go::op::{Pc, Ref};
use crate::trace::event::Kind;
use indexmap::IndexSet;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use smallvec::SmallVec;
use std::fmt::Write as _;

/// What each goroutine had done, as far as somebody knows: steps of its own time, by its number.
type Clock = Vec<u32>;

/// The instructions of frames from the innermost on.
type Stack = Box<[Pc]>;

#[derive(Clone, Copy, Debug)]
struct Access {
    id: u32,
    time: u32,
    stack: u32,
}

#[derive(Clone, Debug, Default)]
struct Cell {
    write: Option<Access>,
    reads: SmallVec<[Access; 1]>,
}

/// The clocks of a channel's buffer, one for each place, and where it is sent and received next.
#[derive(Clone, Debug, Default)]
struct Buffer {
    places: Vec<Clock>,
    sent: usize,
    received: usize,
}

/// So many frames are kept of each access: in deep recursion the outer ones would take the time of all the rest.
pub(super) const MOST_FRAMES: usize = 64;

/// What is known of the run's accesses and their order.
#[derive(Clone, Debug, Default)]
pub struct Races {
    clocks: FxHashMap<u32, Clock>,
    places: FxHashMap<u64, Clock>,
    buffers: FxHashMap<u32, Buffer>,
    cells: FxHashMap<u64, Cell>,
    stacks: IndexSet<Stack, FxBuildHasher>,
    /// Where each goroutine was made.
    births: FxHashMap<u32, u32>,
    /// Pairs of instructions that were reported.
    seen: FxHashSet<(Pc, Pc)>,
    reports: Vec<String>,
}

fn join(clock: &mut Clock, other: &[u32]) {
    if clock.len() < other.len() {
        clock.resize(other.len(), 0);
    }
    for (mine, theirs) in clock.iter_mut().zip(other) {
        *mine = (*mine).max(*theirs);
    }
}

fn at(clock: &[u32], id: u32) -> u32 {
    clock.get(id as usize).copied().unwrap_or(0)
}

impl Races {
    /// The races found, as reported.
    pub fn reports(&self) -> Vec<String> {
        self.reports.clone()
    }

    fn clock(&mut self, id: u32) -> &mut Clock {
        self.clocks.entry(id).or_insert_with(|| {
            let mut clock = vec![0; id as usize + 1];
            clock[id as usize] = 1;
            clock
        })
    }

    fn tick(&mut self, id: u32) {
        self.clock(id)[id as usize] += 1;
    }

    pub(super) fn spawn(&mut self, parent: u32, child: u32, stack: Stack) {
        if parent != 0 {
            let known = self.clock(parent).clone();
            join(self.clock(child), &known);
            self.tick(parent);
        }
        let stack = self.stacks.insert_full(stack).0 as u32;
        self.births.insert(child, stack);
    }

    pub(super) fn exit(&mut self, id: u32) {
        self.clocks.remove(&id);
    }

    /// Objects are gone.
    pub(super) fn forget(&mut self, dead: &FxHashSet<u32>) {
        let gone = |place: &u64| dead.contains(&Ref(*place).object());
        self.cells.retain(|place, _| !gone(place));
        self.places.retain(|place, _| !gone(place));
        self.buffers.retain(|channel, _| !dead.contains(channel));
    }

    fn acquire(&mut self, id: u32, place: u64) {
        if let Some(left) = self.places.remove(&place) {
            join(self.clock(id), &left);
            self.places.insert(place, left);
        }
    }

    fn release(&mut self, id: u32, place: u64) {
        let known = self.clock(id).clone();
        join(self.places.entry(place).or_default(), &known);
        self.tick(id);
    }

    /// A goroutine passes a place of a channel's buffer: it takes up what was left there, and leaves what it knows.
    fn pass(&mut self, id: u32, channel: u32, cap: usize, sends: bool) {
        let buffer = self.buffers.entry(channel).or_default();
        buffer.places.resize(cap.max(1), Clock::new());
        let count = if sends {
            &mut buffer.sent
        } else {
            &mut buffer.received
        };
        let index = *count % cap.max(1);
        *count += 1;
        if id == 0 {
            return;
        }
        let mut place = std::mem::take(&mut buffer.places[index]);
        let clock = self.clock(id);
        join(clock, &place);
        join(&mut place, clock);
        self.tick(id);
        if let Some(buffer) = self.buffers.get_mut(&channel) {
            buffer.places[index] = place;
        }
    }

    fn meet(&mut self, a: u32, b: u32) {
        let known = self.clock(a).clone();
        let other = self.clock(b);
        join(other, &known);
        let known = other.clone();
        join(self.clock(a), &known);
        self.tick(a);
        self.tick(b);
    }

    /// Notes an access; gives the one that it races with.
    fn access(
        &mut self,
        id: u32,
        place: u64,
        writes: bool,
        stack: impl FnOnce() -> Stack,
    ) -> Option<(Access, bool, Access)> {
        let clock = self.clock(id);
        let time = at(clock, id);
        if let Some(cell) = self.cells.get(&place) {
            let same = |access: &Access| access.id == id && access.time == time;
            let known = cell.write.as_ref().is_some_and(same);
            if known && (!writes || cell.reads.is_empty()) {
                return None;
            }
            if !writes && cell.reads.iter().any(same) {
                return None;
            }
        }
        let stack = self.stacks.insert_full(stack()).0 as u32;
        let access = Access { id, time, stack };
        let clock = self.clocks.get(&id)?;
        let races = |before: &&Access| before.id != id && at(clock, before.id) < before.time;
        let cell = self.cells.entry(place).or_default();
        let written = cell.write.as_ref().filter(races);
        let found = written.map(|before| (*before, true)).or_else(|| {
            let read = cell.reads.iter().find(races).filter(|_| writes);
            read.map(|before| (*before, false))
        });
        if found.is_some() {
            // As Go's detector: what was known of the place is forgotten, so that one `n++` isn't told twice.
            *cell = Cell::default();
        } else if writes {
            cell.write = Some(access);
            cell.reads.clear();
        } else {
            cell.reads.retain(|before| before.id != id);
            cell.reads.push(access);
        }
        found.map(|(before, wrote)| (before, wrote, access))
    }
}

impl Machine {
    fn race_id(&self, g: Slot) -> u32 {
        if g == NONE {
            0
        } else {
            self.goroutines.get(g).id
        }
    }

    /// A value goes from hand to hand between the current goroutine and another: each knows what the other did.
    pub(super) fn race_handover(&mut self, other: Slot) {
        let (a, b) = (self.race_id(self.current), self.race_id(other));
        if let Some(races) = &mut self.races
            && a != 0
        {
            races.meet(a, b);
        }
    }

    /// A goroutine's value goes into a channel's buffer, or comes out of it.
    pub(super) fn race_buffer(&mut self, channel: u64, g: Slot, sends: bool) {
        if self.races.is_none() {
            return;
        }
        let cap = self.chan(channel).map_or(1, |chan| chan.cap) as usize;
        let id = self.race_id(g);
        if let Some(races) = &mut self.races {
            races.pass(id, Ref(channel).object(), cap, sends);
        }
    }

    /// What was done before a release at a place happens before what follows an acquire there.
    pub(super) fn race_acquire(&mut self, place: Ref) {
        self.race_acquire_by(self.current, place);
    }

    /// Another goroutine acquires.
    pub(super) fn race_acquire_by(&mut self, g: Slot, place: Ref) {
        let id = self.race_id(g);
        if let Some(races) = &mut self.races
            && id != 0
        {
            races.acquire(id, place.0);
        }
    }

    /// See [`Self::race_acquire`].
    pub(super) fn race_release(&mut self, place: Ref) {
        let id = self.race_id(self.current);
        if let Some(races) = &mut self.races
            && id != 0
        {
            races.release(id, place.0);
        }
    }

    /// The current goroutine reads or writes a slot.
    pub(super) fn race_access(&mut self, place: Ref, writes: bool) {
        let id = self.race_id(self.current);
        let Some(mut races) = self.races.take() else {
            return;
        };
        let current = self.current;
        let found = races.access(id, place.0, writes, || self.innermost(current, MOST_FRAMES));
        self.races = Some(races);
        if let Some((before, wrote, now)) = found {
            self.report_race(place, before, wrote, now, writes);
        }
    }

    /// The current goroutine reads or writes so many slots.
    pub(super) fn race_range(&mut self, place: Ref, slots: u32, writes: bool) {
        if self.races.is_some() {
            for slot in 0..slots {
                self.race_access(Ref::new(place.object(), place.slot() + slot), writes);
            }
        }
    }

    /// The current goroutine reads or writes a map, which counts as one place.
    pub(super) fn race_map(&mut self, map: u64, writes: bool) {
        if self.races.is_some() {
            self.race_access(Ref(map), writes);
        }
    }

    fn report_race(&mut self, place: Ref, before: Access, wrote: bool, now: Access, writes: bool) {
        let (a, b) = (self.top_of(now.stack), self.top_of(before.stack));
        let Some(races) = &mut self.races else {
            return;
        };
        if !races.seen.insert((a.min(b), a.max(b))) {
            return;
        }
        let mut text = String::from("==================\nWARNING: DATA RACE\n");
        let address =
            0xc0_0000_0000_u64 + u64::from(place.object()) * 32 + u64::from(place.slot()) * 8;
        let (what, earlier) = (verb(writes), verb(wrote).to_lowercase());
        let _ = writeln!(text, "{what} at {address:#014x} by {}:", who(now.id));
        self.put_stack(&mut text, now.stack);
        let _ = writeln!(
            text,
            "\nPrevious {earlier} at {address:#014x} by {}:",
            who(before.id)
        );
        self.put_stack(&mut text, before.stack);
        for id in [now.id, before.id] {
            let birth = self.races.as_ref().and_then(|races| races.births.get(&id));
            if let Some(&birth) = birth.filter(|_| id != 1) {
                let lives = self
                    .goroutines
                    .iter()
                    .any(|(_, g)| g.id == id && g.status != Status::Free);
                let state = if lives { "running" } else { "finished" };
                let _ = writeln!(text, "\nGoroutine {id} ({state}) created at:");
                self.put_stack(&mut text, birth);
            }
        }
        text.push_str("==================\n");
        let number = self.object_number(place);
        self.event(Kind::Race, number, u64::from(before.id));
        self.write(text.as_bytes(), true);
        if let Some(races) = &mut self.races {
            races.reports.push(text);
        }
    }

    /// The frames of a stack that was kept: instruction and function.
    fn kept_frames(&self, stack: u32) -> impl Iterator<Item = (Pc, u32)> {
        let races = self.races.as_ref();
        let stack = races.and_then(|races| races.stacks.get_index(stack as usize));
        let written = |&pc: &Pc| self.written_at(pc).map(|func| (pc, func));
        stack.into_iter().flatten().filter_map(written)
    }

    fn top_of(&self, stack: u32) -> Pc {
        self.kept_frames(stack).next().map_or(0, |frame| frame.0)
    }

    fn put_stack(&self, text: &mut String, stack: u32) {
        for (pc, func) in self.kept_frames(stack) {
            let name = &self.program.functions[func as usize].name;
            let _ = writeln!(text, "  {name}()\n      {}", self.place(pc));
        }
    }
}

fn verb(writes: bool) -> &'static str {
    if writes { "Write" } else { "Read" }
}

fn who(id: u32) -> String {
    if id == 1 {
        "main goroutine".into()
    } else {
        format!("goroutine {id}")
    }
}
