//! Package kitchen: what its Go asks of the world.

mod stove;
mod supplier;

use super::Row;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow, OUTCOME_DONE};
use crate::runtime::scenario::Policy;
use crate::runtime::world::Taken;
use crate::trace::event::{Kind, NO_ORDER, WORLD};
use stove::{free_stove, occupy, stove_retries};
use supplier::{admit_callers, call_retries, calls_per_task, supply};

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

fn retries(machine: &Machine, policy: Policy) -> i64 {
    if policy == Policy::Retry {
        machine.scenario().retries as i64
    } else {
        0
    }
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
