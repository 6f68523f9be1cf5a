//! The trace on made-up runs: what is recorded is read back, and every state is found again.
#![cfg(not(target_arch = "wasm32"))]

use brigade::trace::{Event, Kind, Meta, NO_ORDER, Reason, Recorder, State, Trace, WORLD, World};
use proptest::prelude::*;
use rand_core::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

fn meta(tasks: u64) -> Meta {
    Meta {
        world: World::Kitchen,
        tasks,
        cores: 4,
        memory_limit: 512 << 20,
        process_bytes: 4 << 20,
        goroutine_bytes: 2700,
        task_bytes: 64 << 10,
        stoves: 100,
        stoves_reserved: 3,
        ..Meta::default()
    }
}

/// A legal run of `tasks` orders: chefs come, cook at stoves in random order, and go.
fn made_up(seed: u64, tasks: u64) -> (Trace, Vec<Event>) {
    let mut rng = Pcg64Mcg::seed_from_u64(seed);
    let mut recorder = Recorder::new();
    let mut events = Vec::new();
    let mut t = 0;
    let error = recorder.text("burnt");
    let mut record = |recorder: &mut Recorder, t, g, kind, line, a, b| {
        recorder.record(t, g, kind, line, a, b);
        events.push(Event {
            t,
            g,
            kind,
            line,
            a,
            b,
        });
    };
    record(&mut recorder, 0, WORLD, Kind::Spawn, 0, 1, 3);
    record(&mut recorder, 0, 1, Kind::WaitGroup, 4, 1, tasks);
    for order in 0..tasks {
        let g = order as u32 + 2;
        record(&mut recorder, t, 1, Kind::Spawn, 5, u64::from(g), 7);
        t += rng.next_u64() % 3;
    }
    record(&mut recorder, t, 1, Kind::BlockWaitGroup, 9, 1, 0);
    let mut steps: Vec<(u64, u32)> = (0..tasks).map(|order| (order, 0)).collect();
    while !steps.is_empty() {
        let i = (rng.next_u64() % steps.len() as u64) as usize;
        let (order, step) = steps[i];
        let (g, stove) = (order as u32 + 2, order % 97);
        match step {
            0 => {
                record(&mut recorder, t, g, Kind::Take, 7, order, 0);
                record(&mut recorder, t, g, Kind::Hold, 7, order, 64 << 10);
                record(&mut recorder, t, g, Kind::StoveTaken, 7, order, stove);
                let until = t + 20_000_000 + rng.next_u64() % 5;
                record(&mut recorder, t, g, Kind::Simmer, 7, order, until);
            }
            1 => record(&mut recorder, t, g, Kind::Wake, 7, u64::from(WORLD), 0),
            2 => {
                record(&mut recorder, t, g, Kind::StoveFreed, 7, order, stove);
                record(&mut recorder, t, g, Kind::Release, 7, order, 64 << 10);
                let failed = rng.next_u64() % 5 == 0;
                let kind = if failed { Kind::Failed } else { Kind::Served };
                record(
                    &mut recorder,
                    t,
                    g,
                    kind,
                    7,
                    order,
                    if failed { error } else { 0 },
                );
            }
            _ => {
                record(&mut recorder, t, g, Kind::Exit, 8, 0, 0);
                steps.swap_remove(i);
                continue;
            }
        }
        steps[i].1 += 1;
        t += [0, 0, 1, 1_000_000, rng.next_u64() % (1 << 40)][(rng.next_u64() % 5) as usize];
    }
    record(&mut recorder, t, 1, Kind::Wake, 9, 1, 0);
    record(&mut recorder, t, 1, Kind::Exit, 10, 0, 0);
    record(
        &mut recorder,
        t,
        WORLD,
        Kind::End,
        0,
        Reason::Completed as u64,
        0,
    );
    (recorder.finish(meta(tasks)), events)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_events_are_read_back_as_recorded(
        raw in prop::collection::vec((any::<u64>(), any::<u32>(), 0usize..6, 0u32..300, any::<u64>(), any::<u64>()), 0..2000),
        small in any::<bool>(),
    ) {
        let kinds = [Kind::Atomic, Kind::Simmer, Kind::Sleep, Kind::Spawn, Kind::Take, Kind::End];
        let mut recorder = Recorder::new();
        let mut t = 0u64;
        let mut events = Vec::new();
        for (dt, g, kind, line, a, b) in raw {
            t = t.wrapping_add(if small { dt % 100 } else { dt >> 12 });
            let event = Event { t, g: g % 1000, kind: kinds[kind], line, a: if a % 7 == 0 { NO_ORDER } else { a }, b };
            recorder.record(event.t, event.g, event.kind, event.line, event.a, event.b);
            events.push(event);
        }
        let trace = recorder.finish(Meta::default());
        prop_assert_eq!(trace.len(), events.len());
        prop_assert_eq!(trace.events_from(0).collect::<Vec<_>>(), events);
    }

    #[test]
    fn jumps_find_the_same_state_as_walking(seed in any::<u64>(), tasks in 1u64..3000, jumps in prop::collection::vec(any::<u64>(), 25)) {
        let (plain, events) = made_up(seed, tasks);
        let mut indexed = plain.clone();
        while !indexed.index(1000) {}
        for jump in jumps {
            let n = (jump % (events.len() as u64 + 1)) as usize;
            let (found, walked) = (indexed.state_after(n), plain.state_after(n));
            prop_assert_eq!(found.state_hash(), walked.state_hash());
            prop_assert_eq!(&found, &walked);
            prop_assert_eq!(found.n, n);
            prop_assert_eq!(indexed.event(n), events.get(n).copied());
            let t = jump % (plain.end() + 2);
            let n = events.partition_point(|event| event.t <= t);
            prop_assert_eq!(indexed.index_at(t), n);
            prop_assert_eq!(indexed.state_at(t), plain.state_after(n));
        }
    }

    #[test]
    fn a_legal_run_passes_the_audit_and_ends_with_all_orders_settled(seed in any::<u64>(), tasks in 1u64..500) {
        let (trace, events) = made_up(seed, tasks);
        prop_assert_eq!(trace.audit(), Ok(()));
        let end = trace.state_after(events.len());
        prop_assert_eq!(end.counts.served + end.counts.failed, tasks);
        prop_assert_eq!(end.memory.used(), 4 << 20);
        prop_assert_eq!(end.stoves_in_use, 0);
        prop_assert!(end.goroutines.is_empty());
    }
}

/// What a state would say of goroutine `g` if there were no crowd: its own events, one after another.
fn told(events: &[Event], g: u32) -> (u32, Option<u32>, Option<u32>) {
    let mut told = (0, None, None);
    for event in events {
        match event.kind {
            Kind::Spawn if event.a == u64::from(g) => told.0 = event.b as u32,
            _ if event.g != g => continue,
            Kind::Take => told.1 = Some(event.a as u32),
            Kind::StoveTaken => told.2 = Some(event.b as u32),
            Kind::StoveFreed => told.2 = None,
            Kind::Served | Kind::Failed => told.1 = None,
            _ => {}
        }
        if event.g == g && event.line > 0 {
            told.0 = event.line;
        }
    }
    told
}

#[test]
fn in_a_crowd_everybody_is_counted_and_found() {
    let (plain, events) = made_up(3, 20_000);
    let mut indexed = plain.clone();
    assert!(indexed.index(usize::MAX));
    for i in 1..12 {
        let n = events.len() * i / 12;
        let (found, walked) = (indexed.state_after(n), plain.state_after(n));
        assert_eq!(found, walked, "after {n}");
        assert!(found.goroutines.is_crowd());
        let figures: Vec<_> = found.goroutines.figures().collect();
        assert_eq!(figures.len(), found.goroutines.len());
        let standing: u32 = found.lines().values().sum();
        assert_eq!(standing as usize, figures.len());
        for figure in figures.iter().step_by(figures.len() / 5 + 1) {
            let whole = indexed.goroutine(&found, figure.id).expect("it is alive");
            assert_eq!((whole.line, whole.place), (figure.line, figure.place));
            assert_eq!(whole.status.doing(), figure.doing);
            let (line, order, stove) = told(&events[..n], figure.id);
            assert_eq!((whole.line, whole.order, whole.stove), (line, order, stove));
        }
    }
    assert!(
        indexed
            .goroutine(&indexed.state_after(events.len()), 2)
            .is_none()
    );
}

#[test]
fn the_audit_finds_an_act_of_the_dead() {
    let mut recorder = Recorder::new();
    recorder.record(0, WORLD, Kind::Spawn, 0, 1, 1);
    recorder.record(0, 1, Kind::Exit, 1, 0, 0);
    recorder.record(0, 1, Kind::Take, 1, 0, 0);
    assert!(recorder.finish(meta(1)).audit().is_err());
}

#[test]
fn the_audit_finds_who_runs_while_it_waits() {
    let mut recorder = Recorder::new();
    recorder.record(0, WORLD, Kind::Spawn, 0, 1, 1);
    recorder.record(0, 1, Kind::BlockWaitGroup, 1, 1, 0);
    recorder.record(0, 1, Kind::Take, 1, 0, 0);
    assert!(recorder.finish(meta(1)).audit().is_err());
}

#[test]
fn different_runs_have_different_digests_and_equal_ones_the_same() {
    let digests: Vec<u64> = [1, 2, 1]
        .into_iter()
        .map(|seed| made_up(seed, 50).0.digest())
        .collect();
    assert_eq!(digests[0], digests[2]);
    assert_ne!(digests[0], digests[1]);
}

#[test]
fn orders_in_hand_are_lost_when_the_process_ends() {
    let mut recorder = Recorder::new();
    recorder.record(0, WORLD, Kind::Spawn, 0, 1, 1);
    recorder.record(0, 1, Kind::Spawn, 1, 2, 5);
    recorder.record(0, 2, Kind::Take, 5, 0, 0);
    recorder.record(0, 2, Kind::Simmer, 5, 0, 20);
    recorder.record(0, 1, Kind::Exit, 2, 0, 0);
    recorder.record(0, WORLD, Kind::End, 0, Reason::Completed as u64, 0);
    let state: State = recorder.finish(meta(3)).state_after(6);
    assert_eq!(
        (
            state.counts.lost,
            state.counts.waiting,
            state.counts.in_flight
        ),
        (3, 0, 0)
    );
    assert!(state.main_returned);
}

#[test]
fn a_retried_order_is_in_flight_again() {
    let mut recorder = Recorder::new();
    recorder.record(0, WORLD, Kind::Spawn, 0, 1, 1);
    recorder.record(0, 1, Kind::Take, 1, 0, 0);
    recorder.record(1, 1, Kind::Failed, 1, 0, 0);
    recorder.record(1, 1, Kind::Take, 1, 0, 0);
    let trace = recorder.finish(meta(2));
    assert_eq!(trace.state_after(3).counts.failed, 1);
    let again = trace.state_after(4).counts;
    assert_eq!((again.waiting, again.in_flight, again.failed), (1, 1, 0));
}

#[test]
fn a_run_takes_few_bytes_an_event() {
    // The sizes that PERFORMANCE's encoding promises hang on these: a walk through a million events stays a walk.
    let (mut trace, events) = made_up(7, 2000);
    assert!(trace.index(usize::MAX));
    assert!(
        trace.bytes() <= events.len() * 5,
        "{} bytes for {} events",
        trace.bytes(),
        events.len()
    );
}
