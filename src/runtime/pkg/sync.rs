//! Package sync: locks, and what waits for goroutines, woken in Go's own order.
//!
//! A lock's state is in its own memory, so that a copy of a lock is a lock of its own; who waits is kept beside, by the
//! lock's address, as Go keeps it.

use super::{Row, nil_dereference, runtime_error, truth};
use crate::go::op::Ref;
use crate::runtime::goroutine::WaitQueue;
use crate::runtime::heap::Object;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};
use crate::trace::event::{Kind, Reason};
use rustc_hash::FxHashMap;

/// The natives of the package.
pub const NATIVES: &[Row] = &[
    ("(*sync.Mutex).Lock", mutex_lock),
    ("(*sync.Mutex).TryLock", mutex_try_lock),
    ("(*sync.Mutex).Unlock", mutex_unlock),
    ("(*sync.RWMutex).Lock", lock),
    ("(*sync.RWMutex).TryLock", try_lock),
    ("(*sync.RWMutex).Unlock", unlock),
    ("(*sync.RWMutex).RLock", r_lock),
    ("(*sync.RWMutex).TryRLock", try_r_lock),
    ("(*sync.RWMutex).RUnlock", r_unlock),
    ("(*sync.WaitGroup).Add", add),
    ("(*sync.WaitGroup).Wait", wait),
    ("(*sync.Cond).ticket", cond_ticket),
    ("(*sync.Cond).wait", cond_wait),
    ("(*sync.Cond).Signal", cond_signal),
    ("(*sync.Cond).Broadcast", cond_broadcast),
    ("(*sync.Map).isReady", map_is_ready),
    ("(*sync.Map).begin", map_begin),
    ("(*sync.Map).Load", map_load),
    ("(*sync.Map).swap", map_swap),
    ("(*sync.Map).loadOrStore", map_load_or_store),
    ("(*sync.Map).LoadAndDelete", map_load_and_delete),
    ("(*sync.Map).CompareAndSwap", map_compare_and_swap),
    ("(*sync.Map).CompareAndDelete", map_compare_and_delete),
    ("(*sync.Map).Clear", map_clear),
    ("(*sync.Map).cursor", map_cursor),
    ("sync.next", map_next),
    ("(*sync.Pool).take", pool_take),
    ("(*sync.Pool).put", pool_put),
];

/// Who waits, by the address at which they wait.
#[derive(Clone, Debug, Default)]
pub struct Waiting(FxHashMap<u64, Line>);

/// A line of those who wait: some have waited before and stand in front.
#[derive(Clone, Copy, Debug, Default)]
struct Line {
    front: WaitQueue,
    rest: WaitQueue,
}

fn sleep_at(machine: &mut Machine, place: Ref, in_front: bool, kind: Kind, object: u64, tag: u32) {
    let mut line = machine.waiting.0.remove(&place.0).unwrap_or_default();
    let queue = if in_front {
        &mut line.front
    } else {
        &mut line.rest
    };
    machine.park_in(queue, kind, object, 0, tag);
    machine.waiting.0.insert(place.0, line);
}

/// Readies the first who waits at a place, if there is one.
fn wake_at(machine: &mut Machine, place: Ref) -> bool {
    let Some(mut line) = machine.waiting.0.remove(&place.0) else {
        return false;
    };
    let woken = machine.wake_first(&mut line.front).is_some()
        || machine.wake_first(&mut line.rest).is_some();
    let left =
        machine.goroutines.is_waiting(line.front) || machine.goroutines.is_waiting(line.rest);
    if left {
        machine.waiting.0.insert(place.0, line);
    }
    woken
}

fn fatal(machine: &mut Machine, message: &str) -> Flow {
    machine.fatal(message, Reason::FatalError);
    Flow::Ended
}

fn at(place: Ref, slots: u32) -> Ref {
    Ref::new(place.object(), place.slot() + slots)
}

fn load(machine: &Machine, place: Ref, off: u32) -> i64 {
    machine.heap.load(place, off).unwrap_or(0) as i64
}

fn store(machine: &mut Machine, place: Ref, off: u32, value: i64) {
    machine.heap.store(place, off, value as u64);
}

/// The receiver, or the panic of a nil one.
macro_rules! receiver {
    ($machine:ident, $call:ident) => {
        match Ref($machine.arg($call, 0)) {
            place if place.is_nil() => return nil_dereference($machine),
            place => place,
        }
    };
}

// ---- Mutex

/// In a Mutex's state: locked.
const LOCKED: i64 = 1;
/// One who waited was readied and shall try.
const WOKEN: i64 = 2;
/// Somebody waited for too long: the lock goes from hand to hand.
const STARVING: i64 = 4;
/// One who waits; the state counts them.
const WAITER: i64 = 8;
/// Who waited longer, in ns, is starving.
const STARVES_AFTER: u64 = 1_000_000;

/// Tries to lock, or waits; says whether the lock is held. `woken` where this goroutine has waited for it.
///
/// Who was readied competes with those that run, so that an unlocked mutex may be taken before it gets there; then it
/// waits again, in front. Who has waited for a millisecond is starving, and gets the lock handed over.
fn take_mutex(machine: &mut Machine, place: Ref, woken: bool, object: u64) -> bool {
    let state = load(machine, place, 0);
    if !woken && state & (LOCKED | STARVING) == 0 {
        store(machine, place, 0, state | LOCKED);
        return true;
    }
    if !woken {
        let now = machine.now();
        *machine.scratch() = [now, 0, 0, 0, 0, 0];
        store(machine, place, 0, state + WAITER);
        sleep_at(machine, place, false, Kind::BlockLock, object, 0);
        return false;
    }
    let since = machine.scratch()[0];
    let starving = machine.scratch()[1] != 0 || machine.now() - since > STARVES_AFTER;
    if state & STARVING != 0 {
        let last = state / WAITER == 1;
        let calm = if !starving || last { STARVING } else { 0 };
        store(machine, place, 0, (state | LOCKED) - WAITER - calm);
        return true;
    }
    if state & LOCKED == 0 {
        store(machine, place, 0, (state | LOCKED) & !WOKEN);
        return true;
    }
    let starves = if starving { STARVING } else { 0 };
    machine.scratch()[1] = u64::from(starving);
    store(machine, place, 0, ((state + WAITER) | starves) & !WOKEN);
    sleep_at(machine, place, true, Kind::BlockLock, object, 0);
    false
}

fn try_mutex(machine: &mut Machine, place: Ref) -> bool {
    let state = load(machine, place, 0);
    let free = state & (LOCKED | STARVING) == 0;
    if free {
        store(machine, place, 0, state | LOCKED);
    }
    free
}

/// Gives a locked mutex up. Where somebody starves, the unlocker also gives way to it.
fn give_mutex(machine: &mut Machine, place: Ref) -> Flow {
    let state = load(machine, place, 0) - LOCKED;
    if state & STARVING != 0 {
        store(machine, place, 0, state);
        wake_at(machine, place);
        return Flow::Yield;
    }
    if state / WAITER == 0 || state & WOKEN != 0 {
        store(machine, place, 0, state);
        return Flow::Done;
    }
    store(machine, place, 0, (state - WAITER) | WOKEN);
    wake_at(machine, place);
    Flow::Done
}

fn mutex_lock(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let object = machine.object_number(place);
    if !take_mutex(machine, place, call.state > 0, object) {
        return Flow::Again(1);
    }
    machine.race_acquire(place);
    machine.event(Kind::Locked, object, 0);
    Flow::Done
}

fn mutex_try_lock(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let locked = try_mutex(machine, place);
    if locked {
        let object = machine.object_number(place);
        machine.race_acquire(place);
        machine.event(Kind::Locked, object, 0);
    }
    truth(machine, call, 0, locked)
}

fn mutex_unlock(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    if load(machine, place, 0) & LOCKED == 0 {
        return fatal(machine, "sync: unlock of unlocked mutex");
    }
    let object = machine.object_number(place);
    machine.event(Kind::Unlocked, object, 0);
    machine.race_release(place);
    give_mutex(machine, place)
}

// ---- RWMutex: a Mutex in the first two slots, then these

const WRITER_SEM: u32 = 2;
const READER_SEM: u32 = 3;
/// Readers that read or wait; while a writer writes or is about to, less `WRITING`.
const READERS: u32 = 4;
/// Readers that a writer still waits for.
const AWAITED: u32 = 5;
/// Taken off the readers while a writer is there.
const WRITING: i64 = 1 << 30;

fn lock(machine: &mut Machine, call: Call) -> Flow {
    const AMONG_WRITERS: u32 = 1;
    const AFTER_READERS: u32 = 2;
    let place = receiver!(machine, call);
    let object = machine.object_number(place);
    if call.state < AFTER_READERS {
        if !take_mutex(machine, place, call.state == AMONG_WRITERS, object) {
            return Flow::Again(AMONG_WRITERS);
        }
        let reading = load(machine, place, READERS);
        store(machine, place, READERS, reading - WRITING);
        let awaited = load(machine, place, AWAITED) + reading;
        store(machine, place, AWAITED, awaited);
        if reading != 0 && awaited != 0 {
            let sem = at(place, WRITER_SEM);
            sleep_at(machine, sem, false, Kind::BlockLock, object, 0);
            let current = machine.current;
            machine.goroutines.get_mut(current).wait.write = true;
            return Flow::Again(AFTER_READERS);
        }
    }
    machine.race_acquire(place);
    machine.race_acquire(at(place, READER_SEM));
    machine.event(Kind::Locked, object, 0);
    Flow::Done
}

fn try_lock(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let locked = load(machine, place, READERS) == 0 && try_mutex(machine, place);
    if locked {
        store(machine, place, READERS, -WRITING);
        let object = machine.object_number(place);
        machine.race_acquire(place);
        machine.race_acquire(at(place, READER_SEM));
        machine.event(Kind::Locked, object, 0);
    }
    truth(machine, call, 0, locked)
}

fn unlock(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let waiting = load(machine, place, READERS) + WRITING;
    if waiting >= WRITING {
        return fatal(machine, "sync: Unlock of unlocked RWMutex");
    }
    let object = machine.object_number(place);
    machine.event(Kind::Unlocked, object, 0);
    machine.race_release(place);
    store(machine, place, READERS, waiting);
    for _ in 0..waiting {
        wake_at(machine, at(place, READER_SEM));
    }
    give_mutex(machine, place)
}

fn r_lock(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let object = machine.object_number(place);
    if call.state == 0 {
        let readers = load(machine, place, READERS) + 1;
        store(machine, place, READERS, readers);
        if readers < 0 {
            let sem = at(place, READER_SEM);
            sleep_at(machine, sem, false, Kind::BlockRLock, object, 0);
            return Flow::Again(1);
        }
    }
    machine.race_acquire(place);
    machine.event(Kind::RLocked, object, 0);
    Flow::Done
}

fn try_r_lock(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let readers = load(machine, place, READERS);
    if readers >= 0 {
        store(machine, place, READERS, readers + 1);
        let object = machine.object_number(place);
        machine.race_acquire(place);
        machine.event(Kind::RLocked, object, 0);
    }
    truth(machine, call, 0, readers >= 0)
}

fn r_unlock(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let readers = load(machine, place, READERS) - 1;
    if readers == -1 || readers == -WRITING - 1 {
        return fatal(machine, "sync: RUnlock of unlocked RWMutex");
    }
    let object = machine.object_number(place);
    machine.event(Kind::RUnlocked, object, 0);
    machine.race_release(at(place, READER_SEM));
    store(machine, place, READERS, readers);
    if readers < 0 {
        let awaited = load(machine, place, AWAITED) - 1;
        store(machine, place, AWAITED, awaited);
        if awaited == 0 {
            wake_at(machine, at(place, WRITER_SEM));
        }
    }
    Flow::Done
}

// ---- WaitGroup: the counter, and how many wait

const COUNTER: u32 = 0;
const WAITERS: u32 = 1;

fn add(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let delta = i64::from(machine.arg(call, 1) as i32);
    let counter = i64::from((load(machine, place, COUNTER) + delta) as i32);
    let waiters = load(machine, place, WAITERS);
    store(machine, place, COUNTER, counter);
    if counter < 0 {
        return machine.panic_str("sync: negative WaitGroup counter");
    }
    if waiters != 0 && delta > 0 && counter == delta {
        return machine.panic_str("sync: WaitGroup misuse: Add called concurrently with Wait");
    }
    let object = machine.object_number(place);
    machine.event(Kind::WaitGroup, object, counter as u64);
    if delta < 0 {
        machine.race_release(place);
    }
    if counter == 0 && waiters > 0 {
        store(machine, place, WAITERS, 0);
        for _ in 0..waiters {
            wake_at(machine, place);
        }
    }
    Flow::Done
}

fn wait(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let (counter, waiters) = (load(machine, place, COUNTER), load(machine, place, WAITERS));
    if call.state == 0 && counter != 0 {
        store(machine, place, WAITERS, waiters + 1);
        let object = machine.object_number(place);
        sleep_at(machine, place, false, Kind::BlockWaitGroup, object, 0);
        return Flow::Again(1);
    }
    if call.state == 1 && (counter != 0 || waiters != 0) {
        return machine.panic_str("sync: WaitGroup is reused before previous Wait has returned");
    }
    machine.race_acquire(place);
    Flow::Done
}

// ---- Cond: the Locker, the next ticket, the first ticket not yet called, and the place to wait at

const NEXT: u32 = 1;
const CALLED: u32 = 2;
const SEMA: u32 = 3;

fn cond_ticket(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let ticket = load(machine, place, NEXT);
    store(machine, place, NEXT, i64::from(ticket as u32 + 1));
    machine.set(call, 0, ticket as u64);
    Flow::Done
}

fn cond_wait(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let ticket = machine.arg(call, 1) as u32;
    let called = load(machine, place, CALLED) as u32;
    if call.state == 0 && ticket.wrapping_sub(called) as i32 >= 0 {
        let object = machine.object_number(place);
        let sem = at(place, SEMA);
        sleep_at(machine, sem, false, Kind::BlockCond, object, ticket);
        return Flow::Again(1);
    }
    machine.race_acquire(place);
    Flow::Done
}

fn cond_signal(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let called = load(machine, place, CALLED) as u32;
    if called == load(machine, place, NEXT) as u32 {
        return Flow::Done;
    }
    machine.race_release(place);
    store(machine, place, CALLED, i64::from(called.wrapping_add(1)));
    let sem = at(place, SEMA);
    if let Some(line) = machine.waiting.0.get(&sem.0).copied() {
        let meant = machine
            .goroutines
            .queued(line.rest)
            .find(|waiter| waiter.tag == called);
        if let Some(g) = meant.map(|waiter| waiter.g) {
            let by = machine.waker();
            machine.ready(g, by);
        }
        if !machine.goroutines.is_waiting(line.rest) {
            let mut rest = line.rest;
            machine.goroutines.dequeue(&mut rest);
            machine.waiting.0.remove(&sem.0);
        }
    }
    Flow::Done
}

fn cond_broadcast(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    machine.race_release(place);
    let next = load(machine, place, NEXT);
    store(machine, place, CALLED, next);
    while wake_at(machine, at(place, SEMA)) {}
    Flow::Done
}

// ---- Map: a Go map that is changed at once

fn entries(machine: &Machine, place: Ref) -> u64 {
    machine.heap.load(place, 0).unwrap_or(0)
}

/// The value under the key in argument 1, where there is one; or the panic of a key that can't be one.
fn look_up(machine: &mut Machine, place: Ref, key: u64) -> Result<Option<u64>, Flow> {
    machine.race_acquire(place);
    let slot = entries(machine, place);
    let Some(key_ty) = machine.map(slot).map(|map| map.key) else {
        return Ok(None);
    };
    let found = machine.map_get(slot, key, key_ty);
    found.map_err(|name| runtime_error(machine, &format!("hash of unhashable type {name}")))
}

fn set_entry(machine: &mut Machine, place: Ref, key: u64, value: u64) {
    machine.race_release(place);
    let slot = entries(machine, place);
    // The key was looked up before, so that it can be one.
    let _ = machine.map_set(slot, key, value);
    machine.stored(slot, true);
}

fn found(machine: &mut Machine, call: Call, value: Option<u64>) -> Flow {
    machine.set(call, 0, value.unwrap_or(0));
    truth(machine, call, 1, value.is_some())
}

fn map_is_ready(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let ready = entries(machine, place) != 0;
    truth(machine, call, 0, ready)
}

fn map_begin(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    if entries(machine, place) == 0 {
        let map = machine.arg(call, 1);
        machine.heap.store(place, 0, map);
    }
    Flow::Done
}

fn map_load(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let key = machine.arg(call, 1);
    match look_up(machine, place, key) {
        Ok(value) => found(machine, call, value),
        Err(flow) => flow,
    }
}

fn map_swap(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let (key, value) = (machine.arg(call, 1), machine.arg(call, 2));
    match look_up(machine, place, key) {
        Ok(before) => {
            set_entry(machine, place, key, value);
            found(machine, call, before)
        }
        Err(flow) => flow,
    }
}

fn map_load_or_store(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let (key, value) = (machine.arg(call, 1), machine.arg(call, 2));
    match look_up(machine, place, key) {
        Ok(Some(there)) => found(machine, call, Some(there)),
        Ok(None) => {
            set_entry(machine, place, key, value);
            machine.set(call, 0, value);
            truth(machine, call, 1, false)
        }
        Err(flow) => flow,
    }
}

fn map_load_and_delete(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    let key = machine.arg(call, 1);
    match look_up(machine, place, key) {
        Ok(before) => {
            machine.race_release(place);
            let slot = entries(machine, place);
            let _ = machine.map_delete(slot, key);
            found(machine, call, before)
        }
        Err(flow) => flow,
    }
}

/// Whether the value under the key is the one in argument 2.
fn compare(machine: &mut Machine, call: Call, place: Ref) -> Result<bool, Flow> {
    let (key, old) = (machine.arg(call, 1), machine.arg(call, 2));
    let Some(there) = look_up(machine, place, key)? else {
        return Ok(false);
    };
    let slot = entries(machine, place);
    let Some(any) = machine.map(slot).map(|map| map.value) else {
        return Ok(false);
    };
    let equal = machine.equal(any, there, old);
    equal.map_err(|name| runtime_error(machine, &format!("comparing uncomparable type {name}")))
}

fn map_compare_and_swap(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    match compare(machine, call, place) {
        Ok(equal) => {
            if equal {
                let (key, new) = (machine.arg(call, 1), machine.arg(call, 3));
                set_entry(machine, place, key, new);
            }
            truth(machine, call, 0, equal)
        }
        Err(flow) => flow,
    }
}

fn map_compare_and_delete(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    match compare(machine, call, place) {
        Ok(equal) => {
            if equal {
                machine.race_release(place);
                let (slot, key) = (entries(machine, place), machine.arg(call, 1));
                let _ = machine.map_delete(slot, key);
            }
            truth(machine, call, 0, equal)
        }
        Err(flow) => flow,
    }
}

fn map_clear(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    machine.race_release(place);
    let slot = entries(machine, place);
    if let Some(map) = machine.map_mut(slot) {
        map.entries.clear();
    }
    Flow::Done
}

fn map_cursor(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    machine.race_acquire(place);
    let slot = entries(machine, place);
    let cursor = machine.new_cursor(slot);
    machine.set(call, 0, cursor);
    Flow::Done
}

fn map_next(machine: &mut Machine, call: Call) -> Flow {
    let cursor = machine.arg(call, 0);
    let entry = machine.next_entry(cursor);
    let (key, value) = entry.unwrap_or_default();
    machine.set(call, 0, key);
    machine.set(call, 1, value);
    truth(machine, call, 2, entry.is_some())
}

// ---- Pool: a list, the last put in front

fn pool_take(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    machine.race_acquire(place);
    let first = Ref(machine.heap.load(place, 0).unwrap_or(0));
    let item = machine.heap.load(first, 0);
    if let Some(rest) = machine.heap.load(first, 1) {
        machine.heap.store(place, 0, rest);
    }
    found(machine, call, item)
}

fn pool_put(machine: &mut Machine, call: Call) -> Flow {
    let place = receiver!(machine, call);
    machine.race_release(place);
    let item = machine.arg(call, 1);
    let rest = machine.heap.load(place, 0).unwrap_or(0);
    let first = machine.heap.add(Object::Small([item, rest, 0]), 0);
    machine.heap.store(place, 0, first.0);
    Flow::Done
}
