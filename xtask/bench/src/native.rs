//! Does one row once and prints what came of it, as one line of JSON.

use crate::{kernel, nexosim, rows};
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Instant;

/// Counts what is allocated, and the most at once.
struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

fn grow(bytes: usize) {
    let now = NOW.fetch_add(bytes, Relaxed) + bytes;
    if now > MOST.load(Relaxed) {
        MOST.store(now, Relaxed);
    }
}

// SAFETY: all is passed on to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        grow(layout.size());
        unsafe { System.alloc(layout) }
    }
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        grow(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }
    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(place, layout) }
    }
    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        grow(size);
        NOW.fetch_sub(layout.size(), Relaxed);
        unsafe { System.realloc(place, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed().as_secs_f64(), done)
}

fn say(figures: &[(&str, f64)]) {
    let figures: Vec<String> = figures
        .iter()
        .map(|(name, value)| format!("\"{name}\":{value}"))
        .collect();
    println!("{{{}}}", figures.join(","));
}

const FIB: &str = r#"(module (func $fib (export "fib") (param $n i64) (result i64)
  (if (result i64) (i64.lt_s (local.get $n) (i64.const 2))
    (then (local.get $n))
    (else (i64.add (call $fib (i64.sub (local.get $n) (i64.const 1)))
                   (call $fib (i64.sub (local.get $n) (i64.const 2))))))))"#;

fn wasmi(n: i64) -> i64 {
    let engine = wasmi::Engine::default();
    let module = wasmi::Module::new(&engine, FIB).expect("the module is sound");
    let mut store = wasmi::Store::new(&engine, ());
    let linker = wasmi::Linker::<()>::new(&engine);
    let instance = linker
        .instantiate_and_start(&mut store, &module)
        .expect("it needs nothing");
    let fib = instance
        .get_typed_func::<i64, i64>(&store, "fib")
        .expect("it exports fib");
    fib.call(&mut store, n).expect("fib returns")
}

/// `ROW ORDERS`; a row of Brigade's may end in `+trace`, `+seek` or `+frame`.
pub fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [row, orders] = &arguments[..] else {
        panic!("ROW ORDERS are wanted")
    };
    let orders: u64 = orders.parse().expect("a number of orders");
    let peer = match &row[..] {
        "kernel" => timed(|| kernel::run(orders)),
        "nexosim" => timed(|| nexosim::run(orders)),
        "wasmi" => timed(|| wasmi(orders as i64) as u64),
        _ => return brigade(row, orders),
    };
    say(&[("seconds", peer.0), ("result", peer.1 as f64)]);
}

fn brigade(row: &str, orders: u64) {
    let (name, how) = row.split_once('+').unwrap_or((row, ""));
    let row = rows::row(name).unwrap_or_else(|| panic!("there is no row {name}"));
    let machine = row.machine(orders, !how.is_empty());
    let before = NOW.load(Relaxed);
    MOST.store(before, Relaxed);
    let (seconds, run) = timed(|| rows::finish(machine));
    let result = rows::result(&run);
    let peak = MOST.load(Relaxed) - before;
    let mut figures = vec![
        ("seconds", seconds),
        ("result", result as f64),
        ("steps", run.outcome.steps as f64),
        ("peak_bytes", peak as f64),
        ("bytes_each", peak as f64 / run.outcome.max_alive as f64),
    ];
    let mut trace = run.trace;
    if !how.is_empty() {
        figures.push(("events", trace.len() as f64));
        figures.push(("bytes_an_event", trace.bytes() as f64 / trace.len() as f64));
        figures.push(("bytes_an_order", trace.bytes() as f64 / orders as f64));
    }
    if how == "seek" || how == "frame" {
        figures.push(("index_seconds", timed(|| trace.index(usize::MAX)).0));
        figures.push(("keyframe_bytes", trace.keyframe_bytes() as f64));
        let mut most = 0;
        let mut times: Vec<f64> = rows::instants(trace.end())
            .take(500)
            .map(|t| {
                let look = || match how {
                    "seek" => trace.state_at(t).goroutines.len(),
                    _ => rows::frame(&trace, t),
                };
                let (seconds, figures) = timed(look);
                most = most.max(figures);
                seconds
            })
            .collect();
        times.sort_by(f64::total_cmp);
        for (name, share) in [("median", 0.5), ("p90", 0.9), ("p99", 0.99)] {
            figures.push((name, times[(times.len() as f64 * share) as usize]));
        }
        figures.push(("figures", most as f64));
    }
    say(&figures);
}
