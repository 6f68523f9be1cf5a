//! Row A in nexosim, on one thread: one model, whose workers are events that it schedules on itself.

use super::kernel;
use nexosim::model::{Context, Model, schedulable};
use nexosim::ports::EventSource;
use nexosim::simulation::{Mailbox, SimInit};
use nexosim::time::MonotonicTime;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::time::Duration;

#[derive(Default, Serialize, Deserialize)]
struct Pool {
    service: Vec<u64>,
    size: Vec<u64>,
    phase: Vec<u8>,
    queue: VecDeque<u64>,
    free: u64,
    next: u64,
    orders: u64,
}

#[Model]
impl Pool {
    fn open(&mut self, orders: u64, cx: &Context<Self>) {
        self.service = kernel::service();
        self.orders = orders;
        self.free = 20;
        self.size = vec![0; 50];
        self.phase = vec![0; 50];
        for worker in 0..50 {
            self.take(worker, cx);
        }
    }

    fn after(&self, ns: u64, worker: u64, cx: &Context<Self>) {
        // It knows no delay of 0.
        let delay = Duration::from_nanos(ns.max(1));
        let set = cx.schedule_event(delay, schedulable!(Self::wake), worker);
        set.expect("a delay lies ahead");
    }

    fn take(&mut self, worker: u64, cx: &Context<Self>) {
        if self.next < self.orders {
            let size = kernel::size(&self.service, self.next);
            self.next += 1;
            self.size[worker as usize] = size;
            self.phase[worker as usize] = 0;
            self.after(size / 4, worker, cx);
        }
    }

    fn connect(&mut self, worker: u64, cx: &Context<Self>) {
        self.phase[worker as usize] = 1;
        self.after(self.size[worker as usize] / 2, worker, cx);
    }

    #[nexosim(schedulable)]
    fn wake(&mut self, worker: u64, cx: &Context<Self>) {
        match self.phase[worker as usize] {
            0 if self.free > 0 => {
                self.free -= 1;
                self.connect(worker, cx);
            }
            0 => self.queue.push_back(worker),
            1 => {
                self.phase[worker as usize] = 2;
                let size = self.size[worker as usize];
                self.after(size - size / 4 - size / 2, worker, cx);
                match self.queue.pop_front() {
                    Some(next) => self.connect(next, cx),
                    None => self.free += 1,
                }
            }
            _ => self.take(worker, cx),
        }
    }
}

/// The makespan of so many orders, in ns.
pub fn run(orders: u64) -> u64 {
    let mailbox = Mailbox::new();
    let mut bench = SimInit::with_num_threads(1);
    let open = EventSource::new()
        .connect(Pool::open, &mailbox)
        .register(&mut bench);
    let start = MonotonicTime::EPOCH;
    let mut simulation = bench
        .add_model(Pool::default(), mailbox, "pool")
        .init(start)
        .expect("the bench is sound");
    simulation
        .process_event(&open, orders)
        .expect("the pool opens");
    simulation.run().expect("all orders are served");
    simulation.time().duration_since(start).as_nanos() as u64
}
