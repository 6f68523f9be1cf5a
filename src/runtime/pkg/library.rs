//! Package library: what its Go asks of the world.

use super::Row;
use super::kitchen;
use crate::go::op::Ref;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow, OUTCOME_DONE};
use crate::runtime::scenario::SourceNames;
use crate::trace::event::Kind;

/// The natives of the package.
pub const NATIVES: &[Row] = &[
    ("library.count", kitchen::tasks),
    ("library.names", names),
    ("library.Workers", kitchen::workers),
    ("library.begin", kitchen::begin),
    ("library.serve", kitchen::serve),
    ("library.fail", kitchen::fail),
    ("library.Deadline", deadline),
    ("library.connect", connect),
    ("library.disconnect", disconnect),
    ("library.fetch", fetch),
    ("library.Copy", copy),
];

/// What the package's Go calls `granted`, `failed` and `canceled`.
const GRANTED: i64 = 0;
const FAILED: i64 = -1;
const CANCELED: i64 = -3;

/// What the package's Go calls `workflowNames` and `resourceNames`.
fn names(machine: &mut Machine, call: Call) -> Flow {
    let names = match machine.scenario().source_names {
        SourceNames::Auto => 0,
        SourceNames::Workflows => 1,
        SourceNames::Resources => 2,
    };
    kitchen::done(machine, call, names)
}

fn deadline(machine: &mut Machine, call: Call) -> Flow {
    let ns = machine.scenario().deadline_ns;
    kitchen::done(machine, call, ns as i64)
}

/// Takes one of the connections, or waits for one.
fn connect(machine: &mut Machine, call: Call) -> Flow {
    let (source, stop) = (machine.arg(call, 0), machine.arg(call, 1));
    if call.state == 1 {
        let canceled = machine.outcome() == OUTCOME_DONE;
        // Whoever gave a connection back left it to the head of the queue.
        return kitchen::done(machine, call, if canceled { CANCELED } else { GRANTED });
    }
    if machine.is_done(stop) {
        return kitchen::done(machine, call, CANCELED);
    }
    let limit = machine.scenario().connections;
    let mut queue = machine.world.for_connection;
    if limit == 0 || (machine.world.connections < limit && !machine.goroutines.is_waiting(queue)) {
        machine.world.connections += 1;
        return kitchen::done(machine, call, GRANTED);
    }
    machine.park_in(&mut queue, Kind::BlockConnection, source, 0, 0);
    machine.world.for_connection = queue;
    machine.or_done(stop);
    Flow::Again(1)
}

fn disconnect(machine: &mut Machine, _: Call) -> Flow {
    let mut queue = machine.world.for_connection;
    if machine.wake_first(&mut queue).is_none() {
        machine.world.connections -= 1;
    }
    machine.world.for_connection = queue;
    Flow::Done
}

/// Walks to a source and back.
fn fetch(machine: &mut Machine, call: Call) -> Flow {
    let (source, stop) = (machine.arg(call, 0), machine.arg(call, 1));
    if call.state == 0 {
        let time = machine
            .world
            .draws
            .time(source, machine.scenario().latency_ns);
        let until = machine.now().saturating_add(time);
        machine.park_until(until, Kind::Fetch, source);
        machine.or_done(stop);
        return Flow::Again(1);
    }
    let result = if machine.outcome() == OUTCOME_DONE {
        CANCELED
    } else if machine.world.draws.fails(source) {
        FAILED
    } else {
        GRANTED
    };
    kitchen::done(machine, call, result)
}

/// Writes a book down; its first slot is the source.
fn copy(machine: &mut Machine, call: Call) -> Flow {
    let book = machine.arg(call, 0);
    let source = machine.heap.load(Ref(book), 0).unwrap_or_default();
    machine.event(Kind::Copy, source, 0);
    let ns = machine.scenario().copy_ns;
    if machine.work(ns, source) {
        Flow::Parked
    } else {
        Flow::Done
    }
}
