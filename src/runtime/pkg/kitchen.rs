//! Package kitchen: what its Go asks of the world.

use super::Row;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow, OUTCOME_DONE};
use crate::runtime::scenario::Policy;
use crate::runtime::world::{Refusal, Taken};
use crate::trace::event::{Kind, NO_ORDER, WORLD};

/// The natives of the package.
pub const NATIVES: &[Row] = &[
    ("kitchen.tasks", tasks),
    ("kitchen.Orders", orders),
    ("kitchen.Workers", workers),
    ("kitchen.feed", feed),
    ("kitchen.Chop", chop),
    ("kitchen.taskBytes", task_bytes),
    ("kitchen.callsPerTask", calls_per_task),
    ("kitchen.callRetries", call_retries),
    ("kitchen.stoveRetries", stove_retries),
    ("kitchen.begin", begin),
    ("kitchen.hold", hold),
    ("kitchen.letGo", let_go),
    ("kitchen.openFiles", open_files),
    ("kitchen.closeFiles", close_files),
    ("kitchen.supply", supply),
    ("kitchen.occupy", occupy),
    ("kitchen.backOff", back_off),
    ("kitchen.freeStove", free_stove),
    ("kitchen.chopShare", chop_share),
    ("kitchen.simmer", simmer),
    ("kitchen.serve", serve),
    ("kitchen.fail", fail),
];

/// What the package's Go calls `granted`, `refused`, `reserved` and `canceled`.
const GRANTED: i64 = 0;
const REFUSED: i64 = -1;
const RESERVED: i64 = -2;
const CANCELED: i64 = -3;

/// For what the world sets itself a time.
const SUPPLIER: u32 = 0;
const ARRIVAL: u32 = 1;

/// What was set with [`Machine::at`] has come.
pub fn fire(machine: &mut Machine, token: u32) {
    match token {
        SUPPLIER => {
            machine.world.supplier_timer = None;
            admit_callers(machine);
        }
        ARRIVAL => arrive(machine),
        _ => {}
    }
}

pub(super) fn done(machine: &mut Machine, call: Call, result: i64) -> Flow {
    machine.set(call, 0, result as u64);
    Flow::Done
}

pub(super) fn tasks(machine: &mut Machine, call: Call) -> Flow {
    let total = machine.world.orders.counts().total;
    done(machine, call, total as i64)
}

pub(super) fn workers(machine: &mut Machine, call: Call) -> Flow {
    let workers = machine.scenario().workers;
    done(machine, call, workers as i64)
}

fn orders(machine: &mut Machine, call: Call) -> Flow {
    let total = machine.world.orders.counts().total;
    if !machine.check_room(8 * total, 8 * total) {
        return Flow::Ended;
    }
    machine.charge(total / 64);
    let slice = machine.new_numbers((0..total).collect());
    machine.set(call, 0, slice);
    Flow::Done
}

// ---- arrivals

fn feed(machine: &mut Machine, call: Call) -> Flow {
    let channel = machine.arg(call, 0);
    machine.world.start_arrivals(channel);
    arrive(machine);
    Flow::Done
}

/// Sends all orders whose time has come, sets the time of the next, and closes the channel after the last. The channel
/// has room for all, so that a send always passes.
fn arrive(machine: &mut Machine) {
    let over_time = machine.world.arrivals_take_time();
    loop {
        let Some((channel, next)) = machine.world.next_arrival() else {
            return;
        };
        let Some((order, at)) = next else {
            machine.close(channel);
            machine.world.end_arrivals();
            return;
        };
        if at > machine.now() {
            machine.at(at, ARRIVAL);
            return;
        }
        if over_time {
            machine.event_of(WORLD, Kind::Arrive, order, 0);
        }
        machine.world.arrived();
        machine.try_send(channel, order);
    }
}

// ---- the floor, files, cores

fn task_bytes(machine: &mut Machine, call: Call) -> Flow {
    let bytes = machine.scenario().task_kib * 1024;
    done(machine, call, bytes as i64)
}

fn hold(machine: &mut Machine, call: Call) -> Flow {
    let (order, bytes) = (machine.arg(call, 0), machine.arg(call, 1));
    if (bytes as i64) < 0 {
        return machine.panic_str("kitchen: can't hold less than nothing");
    }
    if bytes == 0 {
        return Flow::Done;
    }
    machine.event(Kind::Hold, order, bytes);
    if machine.hold(bytes) {
        Flow::Done
    } else {
        Flow::Ended
    }
}

fn let_go(machine: &mut Machine, call: Call) -> Flow {
    let bytes = machine.arg(call, 0);
    if bytes > 0 {
        machine.event(Kind::Release, 0, bytes);
        machine.release(bytes);
    }
    Flow::Done
}

fn open_files(machine: &mut Machine, call: Call) -> Flow {
    let order = machine.arg(call, 0);
    let (limit, count) = (machine.scenario().files, machine.scenario().files_per_task);
    if limit == 0 || count == 0 {
        return done(machine, call, 0);
    }
    if machine.world.files + count > limit {
        return done(machine, call, REFUSED);
    }
    machine.world.files += count;
    machine.event(Kind::OpenFiles, order, count);
    done(machine, call, count as i64)
}

fn close_files(machine: &mut Machine, call: Call) -> Flow {
    let count = machine.arg(call, 0);
    if count > 0 {
        machine.world.files -= count;
        machine.event(Kind::CloseFiles, 0, count);
    }
    Flow::Done
}

fn chop(machine: &mut Machine, call: Call) -> Flow {
    let ns = (machine.arg(call, 0) as i64).max(0) as u64;
    if machine.work(ns, NO_ORDER) {
        Flow::Parked
    } else {
        Flow::Done
    }
}

// ---- orders

pub(super) fn begin(machine: &mut Machine, call: Call) -> Flow {
    let order = machine.arg(call, 0);
    let taken = machine.world.orders.take(order as i64);
    if taken == Taken::Now {
        machine.event(Kind::Take, order, 0);
    }
    let answer = match taken {
        Taken::Now => 0,
        Taken::InFlight => 1,
        Taken::Served => 2,
        Taken::Unknown => 3,
    };
    done(machine, call, answer)
}

pub(super) fn serve(machine: &mut Machine, call: Call) -> Flow {
    let order = machine.arg(call, 0);
    machine.world.orders.serve(order as i64);
    machine.event(Kind::Served, order, 0);
    Flow::Done
}

pub(super) fn fail(machine: &mut Machine, call: Call) -> Flow {
    let (order, reason) = (machine.arg(call, 0), machine.arg(call, 1));
    let reason = machine.text(reason);
    let text = machine.trace_text(&reason);
    machine.world.orders.fail(order as i64);
    machine.event(Kind::Failed, order, text);
    Flow::Done
}

/// Chops the share of an order that needs a core.
fn chop_share(machine: &mut Machine, call: Call) -> Flow {
    let order = machine.arg(call, 0);
    let (chopping, _) = service(machine, order);
    if machine.work(chopping, order) {
        Flow::Parked
    } else {
        Flow::Done
    }
}

/// Waits for the rest; the result says whether the order is burnt then.
fn simmer(machine: &mut Machine, call: Call) -> Flow {
    let order = machine.arg(call, 0);
    if call.state == 0 {
        let (_, waiting) = service(machine, order);
        // As Go's Sleep: no time is no wait, and nobody else gets their turn.
        if waiting > 0 {
            let until = machine.now().saturating_add(waiting);
            machine.park_until(until, Kind::Simmer, order);
            return Flow::Again(1);
        }
    }
    let burnt = machine.world.draws.fails(order);
    done(machine, call, i64::from(burnt))
}

/// The service time of an order in ns: what needs a core, and what only waits.
fn service(machine: &Machine, order: u64) -> (u64, u64) {
    let scenario = machine.scenario();
    let whole = machine.world.draws.time(order, scenario.service_ns);
    let chopping = libm::rint(whole as f64 * scenario.cpu_share) as u64;
    (chopping.min(whole), whole.saturating_sub(chopping))
}

// ---- the supplier

fn calls_per_task(machine: &mut Machine, call: Call) -> Flow {
    let calls = machine.scenario().calls_per_task;
    done(machine, call, calls as i64)
}

fn call_retries(machine: &mut Machine, call: Call) -> Flow {
    let retries = retries(machine, machine.scenario().api_policy);
    done(machine, call, retries)
}

fn stove_retries(machine: &mut Machine, call: Call) -> Flow {
    let retries = retries(machine, machine.scenario().stove_policy);
    done(machine, call, retries)
}

fn retries(machine: &Machine, policy: Policy) -> i64 {
    if policy == Policy::Retry {
        machine.scenario().retries as i64
    } else {
        0
    }
}

/// One call: admitted at once, or refused, or after a wait in the queue; then it takes its time.
fn supply(machine: &mut Machine, call: Call) -> Flow {
    const ADMITTED: u32 = 1;
    const ANSWERED: u32 = 2;
    let (order, stop) = (machine.arg(call, 0), machine.arg(call, 1));
    match call.state {
        0 => {
            if machine.is_done(stop) {
                return done(machine, call, CANCELED);
            }
            let now = machine.now();
            let queue = machine.world.for_supplier;
            if !machine.goroutines.is_waiting(queue) && machine.world.supplier.take(now) {
                return start_call(machine, call, ANSWERED);
            }
            if machine.scenario().api_policy != Policy::Wait {
                machine.world.supplier.refuse();
                machine.event(Kind::CallRefused, order, 0);
                return done(machine, call, REFUSED);
            }
            let mut queue = queue;
            machine.park_in(&mut queue, Kind::BlockSupplier, order, 0, 0);
            machine.world.for_supplier = queue;
            machine.or_done(stop);
            admit_callers(machine);
            Flow::Again(ADMITTED)
        }
        ADMITTED if machine.outcome() == OUTCOME_DONE => done(machine, call, CANCELED),
        ADMITTED => start_call(machine, call, ANSWERED),
        _ => {
            let canceled = machine.outcome() == OUTCOME_DONE;
            machine.event(Kind::CallEnd, order, 0);
            machine.world.supplier.answered();
            admit_callers(machine);
            done(machine, call, if canceled { CANCELED } else { GRANTED })
        }
    }
}

fn start_call(machine: &mut Machine, call: Call, answered: u32) -> Flow {
    let (order, stop) = (machine.arg(call, 0), machine.arg(call, 1));
    let ns = machine.scenario().api_ns;
    if ns == 0 {
        // A supplier that takes no time and knows no limit isn't worth an event.
        if machine.world.supplier.has_limits() {
            let now = machine.now();
            machine.event(Kind::CallStart, order, now);
            machine.event(Kind::CallEnd, order, 0);
        }
        machine.world.supplier.answered();
        admit_callers(machine);
        return done(machine, call, GRANTED);
    }
    let until = machine.now().saturating_add(ns);
    machine.park_until(until, Kind::CallStart, order);
    machine.or_done(stop);
    Flow::Again(answered)
}

/// Lets in whoever waits, as far as places and tokens go; for the next token it sets itself a time.
fn admit_callers(machine: &mut Machine) {
    let now = machine.now();
    let mut queue = machine.world.for_supplier;
    while machine.goroutines.is_waiting(queue) {
        if machine.world.supplier.take(now) {
            machine.wake_first(&mut queue);
            continue;
        }
        if let Some(at) = machine.world.supplier.next_token_at(now)
            && machine.world.supplier_timer != Some(at)
        {
            machine.world.supplier_timer = Some(at);
            machine.at(at, SUPPLIER);
        }
        break;
    }
    machine.world.for_supplier = queue;
}

// ---- stoves

/// A stove's number, or `REFUSED`, `RESERVED` or `CANCELED`.
fn occupy(machine: &mut Machine, call: Call) -> Flow {
    const LET_IN: u32 = 1;
    const CONNECTED: u32 = 2;
    let (order, stop) = (machine.arg(call, 0), machine.arg(call, 1));
    match call.state {
        0 => {
            if machine.is_done(stop) {
                return done(machine, call, CANCELED);
            }
            let waits = machine.scenario().stove_policy == Policy::Wait;
            let mut queue = machine.world.for_stove;
            if waits
                && (machine.goroutines.is_waiting(queue) || !machine.world.stoves.one_is_left())
            {
                machine.park_in(&mut queue, Kind::BlockStove, order, 0, 0);
                machine.world.for_stove = queue;
                machine.or_done(stop);
                return Flow::Again(LET_IN);
            }
            match machine.world.stoves.occupy() {
                Ok(slot) => connect(machine, call, slot, CONNECTED),
                Err(refusal) => refused(machine, call, refusal),
            }
        }
        LET_IN if machine.outcome() == OUTCOME_DONE => done(machine, call, CANCELED),
        LET_IN => {
            // Whoever freed a stove has occupied it for the head of the queue.
            let slot = machine.world.promised.pop_front().unwrap_or_default();
            connect(machine, call, slot, CONNECTED)
        }
        _ => {
            let slot = machine.scratch()[0] as u32;
            if machine.outcome() == OUTCOME_DONE {
                machine.event(Kind::StoveFreed, 0, u64::from(slot));
                give_back(machine, slot);
                return done(machine, call, CANCELED);
            }
            lit(machine, call, slot)
        }
    }
}

fn connect(machine: &mut Machine, call: Call, slot: u32, connected: u32) -> Flow {
    let (order, stop) = (machine.arg(call, 0), machine.arg(call, 1));
    let ns = machine.scenario().connect_ns;
    if ns == 0 {
        return lit(machine, call, slot);
    }
    machine.scratch()[0] = u64::from(slot);
    machine.park(Kind::StoveConnect, order, u64::from(slot));
    let until = machine.now().saturating_add(ns);
    machine.wake_at(until);
    machine.or_done(stop);
    Flow::Again(connected)
}

fn lit(machine: &mut Machine, call: Call, slot: u32) -> Flow {
    let order = machine.arg(call, 0);
    match machine.world.stoves.connected(slot) {
        Ok(()) => {
            machine.event(Kind::StoveTaken, order, u64::from(slot));
            done(machine, call, i64::from(slot))
        }
        Err(refusal) => refused(machine, call, refusal),
    }
}

fn refused(machine: &mut Machine, call: Call, refusal: Refusal) -> Flow {
    let order = machine.arg(call, 0);
    let (code, answer) = match refusal {
        Refusal::TooMany => (0, REFUSED),
        Refusal::Reserved => (1, RESERVED),
    };
    machine.event(Kind::StoveRefused, order, code);
    done(machine, call, answer)
}

fn free_stove(machine: &mut Machine, call: Call) -> Flow {
    let slot = machine.arg(call, 0);
    machine.event(Kind::StoveFreed, 0, slot);
    give_back(machine, slot as u32);
    Flow::Done
}

/// A stove is free: it goes to the head of the queue, never to a newcomer.
fn give_back(machine: &mut Machine, slot: u32) {
    machine.world.stoves.release(slot);
    let mut queue = machine.world.for_stove;
    while machine.goroutines.is_waiting(queue) && machine.world.stoves.one_is_left() {
        let Ok(slot) = machine.world.stoves.occupy() else {
            break;
        };
        machine.world.promised.push_back(slot);
        machine.wake_first(&mut queue);
    }
    machine.world.for_stove = queue;
}

/// Sleeps before attempt number `attempt`.
fn back_off(machine: &mut Machine, call: Call) -> Flow {
    let (order, attempt, stop) = (
        machine.arg(call, 0),
        machine.arg(call, 1),
        machine.arg(call, 2),
    );
    if call.state == 1 {
        let canceled = machine.outcome() == OUTCOME_DONE;
        return done(machine, call, if canceled { CANCELED } else { GRANTED });
    }
    // Without an order the goroutine stands for itself.
    let who = if order == NO_ORDER {
        u64::from(machine.current_id()) << 32
    } else {
        order
    };
    let first = machine.scenario().retry_ns;
    let pause = machine.world.draws.back_off(who, attempt as u32, first);
    let until = machine.now().saturating_add(pause);
    machine.park_until(until, Kind::BackOff, order);
    machine.or_done(stop);
    Flow::Again(1)
}
