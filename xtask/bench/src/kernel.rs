//! Row A as a hand-written state machine: the lower bound.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

const WORKERS: usize = 50;

/// The 4,096 quantiles of an exponential distribution with a mean of 100 ms, in ns.
pub fn service() -> Vec<u64> {
    let quantile = |i: u32| 1e8 * -ln(1.0 - (f64::from(i) + 0.5) / 4096.0);
    (0..4096).map(|i| quantile(i) as u64).collect()
}

/// The service time of an order, in ns.
pub fn size(service: &[u64], order: u64) -> u64 {
    let h = (order as u32 + 1).wrapping_mul(2_654_435_761);
    service[(h >> 20) as usize] + u64::from(h & 0xff_ffff)
}

/// The logarithm, from arithmetic that is the same everywhere.
fn ln(mut x: f64) -> f64 {
    let mut k = 0.0;
    while x < 0.5 {
        x *= 2.0;
        k += 1.0;
    }
    let z = (x - 1.0) / (x + 1.0);
    let (square, mut term, mut sum) = (z * z, z, 0.0);
    let mut n = 1.0;
    while n < 40.0 {
        sum += term / n;
        term *= square;
        n += 2.0;
    }
    2.0 * sum - k * 0.6931471805599453
}

#[derive(Clone, Copy)]
enum Phase {
    Before,
    Connected,
    After,
}

struct Kernel {
    service: Vec<u64>,
    heap: BinaryHeap<Reverse<(u64, u64, usize)>>,
    set: u64,
    size: [u64; WORKERS],
    phase: [Phase; WORKERS],
    next: u64,
    now: u64,
}

impl Kernel {
    fn push(&mut self, after: u64, worker: usize) {
        self.set += 1;
        self.heap
            .push(Reverse((self.now + after, self.set, worker)));
    }

    fn take(&mut self, worker: usize, orders: u64) {
        if self.next < orders {
            self.size[worker] = size(&self.service, self.next);
            self.next += 1;
            self.phase[worker] = Phase::Before;
            self.push(self.size[worker] / 4, worker);
        }
    }

    fn connect(&mut self, worker: usize) {
        self.phase[worker] = Phase::Connected;
        self.push(self.size[worker] / 2, worker);
    }
}

/// The makespan of so many orders, in ns.
pub fn run(orders: u64) -> u64 {
    let mut k = Kernel {
        service: service(),
        heap: BinaryHeap::new(),
        set: 0,
        size: [0; WORKERS],
        phase: [Phase::Before; WORKERS],
        next: 0,
        now: 0,
    };
    let (mut free, mut queue) = (20, VecDeque::new());
    for worker in 0..WORKERS {
        k.take(worker, orders);
    }
    while let Some(Reverse((time, _, worker))) = k.heap.pop() {
        k.now = time;
        match k.phase[worker] {
            Phase::Before if free > 0 => {
                free -= 1;
                k.connect(worker);
            }
            Phase::Before => queue.push_back(worker),
            Phase::Connected => {
                k.phase[worker] = Phase::After;
                let size = k.size[worker];
                k.push(size - size / 4 - size / 2, worker);
                match queue.pop_front() {
                    Some(next) => k.connect(next),
                    None => free += 1,
                }
            }
            Phase::After => k.take(worker, orders),
        }
    }
    k.now
}
