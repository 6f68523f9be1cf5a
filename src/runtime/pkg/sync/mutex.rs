//! Mutexes and read-write mutexes.

use super::super::{Row, nil_dereference, truth};
use super::{at, fatal, load, receiver, sleep_at, store, wake_at};
use crate::go::op::Ref;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};
use crate::trace::event::Kind;

/// The natives of both.
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
];

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
