//! Runs of the talk's strategies, made up event by event, so that trace and scene are tested without a machine.

use brigade::trace::{Kind, Meta, Reason, Recorder, Trace, WORLD, World};

pub const MS: u64 = 1_000_000;
const TASK: u64 = 64 << 10;

pub fn meta(tasks: u64) -> Meta {
    Meta {
        world: World::Kitchen,
        tasks,
        workers: 5,
        cores: 4,
        memory_limit: 512 << 20,
        process_bytes: 4 << 20,
        goroutine_bytes: 2700,
        task_bytes: TASK,
        stoves: 100,
        stoves_reserved: 3,
        ..Meta::default()
    }
}

fn hire(r: &mut Recorder, t: u64, g: u32) {
    r.record(t, 1, Kind::Spawn, 12, u64::from(g), 13);
}

fn begin(r: &mut Recorder, t: u64, g: u32, order: u64, stove: Option<u64>) {
    r.record(t, g, Kind::Take, 14, order, 0);
    r.record(t, g, Kind::Hold, 14, order, TASK);
    match stove {
        Some(stove) => {
            r.record(t, g, Kind::StoveTaken, 14, order, stove);
            r.record(t, g, Kind::Simmer, 14, order, t + 20 * MS);
        }
        None => r.record(t, g, Kind::BlockStove, 14, order, 0),
    }
}

fn finish(r: &mut Recorder, t: u64, g: u32, order: u64, stove: u64) {
    r.record(t, g, Kind::Wake, 14, u64::from(WORLD), 0);
    r.record(t, g, Kind::StoveFreed, 14, order, stove);
    r.record(t, g, Kind::Release, 14, order, TASK);
    r.record(t, g, Kind::Served, 14, order, 0);
}

fn end(mut r: Recorder, t: u64, reason: Reason, status: u64, meta: Meta) -> Trace {
    r.record(t, WORLD, Kind::End, 0, reason as u64, status);
    let mut trace = r.finish(meta);
    while !trace.index(100_000) {}
    trace
}

/// Batches of five.
pub fn batches(tasks: u64) -> Trace {
    let mut r = Recorder::new();
    r.record(0, WORLD, Kind::Spawn, 0, 1, 3);
    let (mut t, mut g) = (0, 2);
    for batch in 0..tasks.div_ceil(5) {
        let orders: Vec<u64> = (batch * 5..(batch * 5 + 5).min(tasks)).collect();
        let group = batch + 1;
        for (i, _) in orders.iter().enumerate() {
            r.record(t, 1, Kind::WaitGroup, 10, group, i as u64 + 1);
            hire(&mut r, t, g + i as u32);
        }
        r.record(t, 1, Kind::BlockWaitGroup, 18, group, 0);
        for (i, order) in orders.iter().enumerate() {
            begin(&mut r, t, g + i as u32, *order, Some(i as u64));
        }
        t += 20 * MS;
        for (i, order) in orders.iter().enumerate() {
            let chef = g + i as u32;
            finish(&mut r, t, chef, *order, i as u64);
            r.record(
                t,
                chef,
                Kind::WaitGroup,
                13,
                group,
                (orders.len() - i - 1) as u64,
            );
            r.record(t, chef, Kind::Exit, 15, 0, 0);
        }
        r.record(t, 1, Kind::Wake, 18, u64::from(g), 0);
        g += orders.len() as u32;
    }
    r.record(t, 1, Kind::Exit, 22, 0, 0);
    end(r, t, Reason::Completed, 0, meta(tasks))
}

/// A chef an order; `refuse`: those without a stove fail at once rather than wait.
fn crowd(tasks: u64, refuse: bool, returns: bool) -> Trace {
    let mut r = Recorder::new();
    let error = r
        .text("pq: remaining connection slots are reserved for roles with the SUPERUSER attribute");
    let mut meta = meta(tasks);
    r.record(0, WORLD, Kind::Spawn, 0, 1, 3);
    let mut used = meta.process_bytes + meta.goroutine_bytes;
    let mut t = 0;
    for order in 0..tasks {
        let g = order as u32 + 2;
        t = order * 2500;
        if !returns {
            r.record(t, 1, Kind::WaitGroup, 11, 1, order + 1);
        }
        hire(&mut r, t, g);
        used += meta.goroutine_bytes + TASK;
        if used > meta.memory_limit {
            meta.tasks = tasks;
            return end(r, t, Reason::OutOfMemory, 137, meta);
        }
        if order < 97 {
            begin(&mut r, t, g, order, Some(order));
        } else if refuse {
            r.record(t, g, Kind::Take, 14, order, 0);
            r.record(t, g, Kind::Hold, 14, order, TASK);
            r.record(t, g, Kind::StoveRefused, 14, order, 1);
            r.record(t, g, Kind::Release, 14, order, TASK);
            r.record(t, g, Kind::Failed, 14, order, error);
            r.record(t, g, Kind::WaitGroup, 13, 1, 0);
            r.record(t, g, Kind::Exit, 15, 0, 0);
        } else {
            begin(&mut r, t, g, order, None);
        }
    }
    if returns {
        r.record(t, 1, Kind::Exit, 20, 0, 0);
        return end(r, t, Reason::Completed, 0, meta);
    }
    r.record(t, 1, Kind::BlockWaitGroup, 18, 1, 0);
    for order in 0..tasks.min(97) {
        finish(&mut r, t + 20 * MS, order as u32 + 2, order, order);
        r.record(t + 20 * MS, order as u32 + 2, Kind::Exit, 15, 0, 0);
    }
    end(r, t + 20 * MS, Reason::Completed, 0, meta)
}

/// Main returns before anybody has cooked.
pub fn naive(tasks: u64) -> Trace {
    crowd(tasks, false, true)
}

/// All wait for a stove, holding what they hold.
pub fn waitgroup(tasks: u64) -> Trace {
    crowd(tasks, false, false)
}

/// Who finds no stove fails.
pub fn refused(tasks: u64) -> Trace {
    crowd(tasks, true, false)
}
