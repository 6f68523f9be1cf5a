//! The talk's listings as they really run: their traces keep every law, and what is drawn is what is.

#![cfg(not(target_arch = "wasm32"))]

use brigade::runtime::Settings;
use brigade::runtime::scenario::Scenario;
use brigade::scene::{self, Burner, Picture};
use brigade::trace::Trace;
use brigade::trace::state::Stove;

/// Settings of a scenario, by name.
type Overrides<'a> = &'a [(&'a str, &'a str)];

/// A listing with settings, and the reason its run ends for.
fn runs() -> Vec<(String, Trace)> {
    let listings: [(&str, &str, Overrides<'_>); 10] = [
        (
            "sequential.go",
            include_str!("../lessons/sequential.go"),
            &[("tasks", "10")],
        ),
        (
            "naive.go",
            include_str!("../lessons/naive.go"),
            &[("spawn_ns", "2500")],
        ),
        (
            "naive_server.go",
            include_str!("../lessons/naive_server.go"),
            &[("spawn_ns", "2500")],
        ),
        (
            "waitgroup.go",
            include_str!("../lessons/waitgroup.go"),
            &[("connect_ms", "5")],
        ),
        (
            "waitgroup.go",
            include_str!("../lessons/waitgroup.go"),
            &[
                ("tasks", "10000"),
                ("stove_policy", "wait"),
                ("spawn_ns", "2500"),
            ],
        ),
        (
            "batch_pool.go",
            include_str!("../lessons/batch_pool.go"),
            &[("tasks", "200")],
        ),
        (
            "channel_pool.go",
            include_str!("../lessons/channel_pool.go"),
            &[
                ("tasks", "200"),
                ("arrival", "poisson"),
                ("arrival_per_s", "200"),
            ],
        ),
        (
            "semaphore.go",
            include_str!("../lessons/semaphore.go"),
            &[("tasks", "200"), ("stoves", "5")],
        ),
        (
            "errgroup.go",
            include_str!("../lessons/errgroup.go"),
            &[("tasks", "200"), ("fail_rate", "0.1")],
        ),
        (
            "batch_channels.go",
            include_str!("../lessons/batch_channels.go"),
            &[("tasks", "200"), ("workers", "7")],
        ),
    ];
    let run = |(file, text, set): (&str, &str, &[(&str, &str)])| {
        let mut scenario = Scenario::default();
        for (name, value) in set {
            scenario
                .set(name, value)
                .unwrap_or_else(|error| panic!("{file}: {error}"));
        }
        let ran = brigade::run(
            file,
            text,
            &Settings {
                scenario,
                ..Settings::default()
            },
        );
        let trace = ran
            .trace
            .unwrap_or_else(|| panic!("{file} doesn't compile: {:?}", ran.report));
        (format!("{file} {set:?}"), trace)
    };
    listings.into_iter().map(run).collect()
}

#[test]
fn the_listings_keep_the_laws_and_are_drawn_as_they_are() {
    for (name, trace) in runs() {
        assert_eq!(trace.audit(), Ok(()), "{name}");
        for i in 0..50 {
            let state = trace.state_after(trace.len() * i / 49);
            let scene = scene::at(&trace, &state, state.t, 913.0, 430.0);
            let Picture::Kitchen(kitchen) = &scene.picture else {
                panic!("{name}: a kitchen is drawn as a library")
            };
            let at = format!("{name} after {}", state.n);
            let apart = usize::from(
                state
                    .goroutines
                    .get(1)
                    .is_some_and(|main| main.order.is_none()),
            );
            assert_eq!(
                kitchen.crowd.chefs.len() + apart,
                state.goroutines.len(),
                "chefs: {at}"
            );
            let burners = &kitchen
                .range
                .as_ref()
                .expect("a kitchen has a range")
                .burners;
            let lit = burners
                .iter()
                .filter(|burner| **burner == Burner::Lit)
                .count();
            let taken = state
                .stoves
                .iter()
                .filter(|stove| matches!(stove, Stove::Lit { .. }))
                .count();
            assert_eq!(lit, taken, "stoves: {at}");
            let used = state.memory.used() as f64 / kitchen.floor.tile_bytes as f64;
            assert!(
                (kitchen.floor.used - used.min(kitchen.floor.tiles as f64)).abs() < 1e-9,
                "tiles: {at}"
            );
        }
    }
}

#[test]
fn a_pool_takes_four_bytes_an_event_and_sixty_an_order() {
    let orders = 5000;
    let text = include_str!("../xtask/bench/programs/pool.go")
        .replace("orders      = 1_000_000", &format!("orders = {orders}"));
    let trace = brigade::run("pool.go", &text, &Settings::default())
        .trace
        .expect("it compiles");
    assert!(trace.len() > 10 * orders, "{} events", trace.len());
    let (bytes, events) = (trace.bytes(), trace.len());
    assert!(
        bytes <= 4 * events && bytes <= 60 * orders,
        "{bytes} bytes for {events} events of {orders} orders"
    );
}

#[test]
fn jumps_and_returns_find_the_same_state() {
    for (name, trace) in runs() {
        let hashes: Vec<u64> = (0..100)
            .map(|i| trace.state_after(trace.len() * i / 99).state_hash())
            .collect();
        for jump in 0..100 {
            let i = jump * 37 % 100;
            assert_eq!(
                trace.state_after(trace.len() * i / 99).state_hash(),
                hashes[i],
                "{name} at {i}"
            );
        }
    }
}
