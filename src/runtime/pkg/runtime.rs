//! Package runtime: what a program may ask of the machine itself.

use super::Row;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};

/// The natives of the package.
pub const NATIVES: &[Row] = &[
    ("runtime.Gosched", gosched),
    ("runtime.Goexit", goexit),
    ("runtime.NumGoroutine", num_goroutine),
    ("runtime.NumCPU", num_cpu),
    ("runtime.GC", gc),
    ("runtime.heapBytes", heap_bytes),
    ("runtime.processBytes", process_bytes),
    ("runtime.allocations", allocations),
];

fn gosched(_: &mut Machine, _: Call) -> Flow {
    Flow::Yield
}

fn goexit(_: &mut Machine, _: Call) -> Flow {
    Flow::Goexit
}

fn done(machine: &mut Machine, call: Call, result: u64) -> Flow {
    machine.set(call, 0, result);
    Flow::Done
}

fn num_goroutine(machine: &mut Machine, call: Call) -> Flow {
    let alive = machine.goroutines.alive();
    done(machine, call, alive)
}

fn num_cpu(machine: &mut Machine, call: Call) -> Flow {
    let cores = machine.scenario().cores;
    done(machine, call, cores)
}

fn gc(machine: &mut Machine, _: Call) -> Flow {
    machine.collect();
    Flow::Done
}

fn heap_bytes(machine: &mut Machine, call: Call) -> Flow {
    let used = machine.heap.used();
    done(machine, call, used)
}

fn process_bytes(machine: &mut Machine, call: Call) -> Flow {
    let used = machine.memory_used();
    done(machine, call, used)
}

fn allocations(machine: &mut Machine, call: Call) -> Flow {
    let count = machine.heap.allocations();
    done(machine, call, count)
}
