//! The same rows for JavaScript to call and time. Numbers go in and out as floats.

use crate::rows;
use brigade::runtime::{Machine, Run};
use std::cell::RefCell;

#[derive(Default)]
struct Bench {
    machine: Option<Machine>,
    run: Option<Run>,
    instants: Vec<u64>,
}

thread_local! {
    static BENCH: RefCell<Bench> = RefCell::default();
}

fn with<T>(work: impl FnOnce(&mut Bench) -> T) -> T {
    BENCH.with_borrow_mut(work)
}

/// Compiles row `row` for so many orders; the last run goes.
#[unsafe(no_mangle)]
pub extern "C" fn prepare(row: f64, orders: f64, record: f64) {
    with(|bench| {
        *bench = Bench::default();
        bench.machine = Some(rows::ROWS[row as usize].machine(orders as u64, record > 0.0));
    });
}

/// Runs it; gives what it says of itself.
#[unsafe(no_mangle)]
pub extern "C" fn run() -> f64 {
    with(|bench| {
        let machine = bench.machine.take().expect("it was prepared");
        let run = bench.run.insert(rows::finish(machine));
        rows::result(run) as f64
    })
}

/// Makes the keyframes.
#[unsafe(no_mangle)]
pub extern "C" fn index() {
    with(|bench| {
        let run = bench.run.as_mut().expect("it was run");
        run.trace.index(usize::MAX);
        bench.instants = rows::instants(run.trace.end()).take(1000).collect();
    });
}

/// Finds the state at the `i`th instant; gives how many goroutines are alive.
#[unsafe(no_mangle)]
pub extern "C" fn seek(i: f64) -> f64 {
    with(|bench| {
        let trace = &bench.run.as_ref().expect("it was run").trace;
        trace.state_at(bench.instants[i as usize]).goroutines.len() as f64
    })
}

/// Lays out the frame at the `i`th instant; gives how many figures there are.
#[unsafe(no_mangle)]
pub extern "C" fn frame(i: f64) -> f64 {
    with(|bench| {
        let trace = &bench.run.as_ref().expect("it was run").trace;
        rows::frame(trace, bench.instants[i as usize]) as f64
    })
}
