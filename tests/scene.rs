//! What is drawn is what is: chefs, stoves, tiles, tickets and plates counted against the state.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use brigade::scene::{self, Burner, Detail, Ending, Kitchen, Picture, Post, Scene};
use brigade::trace::state::Stove;
use brigade::trace::{State, Trace};

const SIZES: [(f64, f64); 3] = [(913.0, 430.0), (640.0, 380.0), (390.0, 230.0)];

fn programs() -> Vec<(&'static str, Trace)> {
    vec![
        ("batches", common::batches(1000)),
        ("naive", common::naive(1000)),
        ("waitgroup", common::waitgroup(10_000)),
        ("refused", common::refused(1000)),
    ]
}

fn kitchen(scene: &Scene) -> &Kitchen {
    match &scene.picture {
        Picture::Kitchen(kitchen) => kitchen,
        Picture::Library(_) => panic!("a kitchen is drawn as a library"),
    }
}

fn instants(trace: &Trace) -> impl Iterator<Item = (State, u64)> {
    (0..50).map(|i| {
        let state = trace.state_after(trace.len() * i / 49);
        let t = state.t;
        (state, t)
    })
}

#[test]
fn chefs_stoves_tiles_tickets_and_plates_are_those_of_the_state() {
    for (name, trace) in programs() {
        for (state, t) in instants(&trace) {
            for (width, height) in SIZES {
                let scene = scene::at(&trace, &state, t, width, height);
                let kitchen = kitchen(&scene);
                let at = format!("{name} after {} at {width}", state.n);
                let main_apart = u32::from(
                    state
                        .goroutines
                        .get(1)
                        .is_some_and(|main| main.order.is_none()),
                );
                assert_eq!(
                    kitchen.crowd.chefs.len() as u32 + main_apart,
                    state.goroutines.len() as u32,
                    "chefs: {at}"
                );
                let range = kitchen.range.as_ref().expect("a kitchen has a range");
                let lit = range
                    .burners
                    .iter()
                    .filter(|burner| **burner == Burner::Lit)
                    .count();
                let taken = state
                    .stoves
                    .iter()
                    .filter(|stove| matches!(stove, Stove::Lit { .. }))
                    .count();
                assert_eq!(lit, taken, "stoves: {at}");
                assert_eq!(range.burners.len(), 100, "stoves: {at}");
                assert_eq!(kitchen.floor.tiles, 1024, "tiles: {at}");
                let used = state.memory.used() as f64 / f64::from(512 << 10);
                assert!(
                    (kitchen.floor.used - used.min(1024.0)).abs() < 1e-9,
                    "tiles: {at}"
                );
                let rail = kitchen.rail.as_ref().expect("a kitchen has a rail");
                assert!(
                    rail.tickets.len() as u64 <= state.untaken(),
                    "tickets: {at}"
                );
                assert_eq!(
                    rail.tickets.is_empty(),
                    state.untaken() == 0,
                    "tickets: {at}"
                );
                assert!(
                    kitchen.pass.plates.len() as u64 <= state.counts.served,
                    "plates: {at}"
                );
                assert_eq!(
                    kitchen.pass.plates.is_empty(),
                    state.counts.served == 0,
                    "plates: {at}"
                );
            }
        }
    }
}

#[test]
fn everything_lies_within_the_stage_and_nobody_on_another() {
    for (name, trace) in programs() {
        for (state, t) in instants(&trace) {
            for (width, height) in SIZES {
                let scene = scene::at(&trace, &state, t, width, height);
                let kitchen = kitchen(&scene);
                let floor = kitchen.floor.rect;
                assert!(
                    floor.y > 0.0
                        && floor.bottom() <= height
                        && floor.right() < kitchen.pass.rect.x,
                    "{name}"
                );
                assert!(
                    kitchen.pass.rect.right() <= width && kitchen.pass.rect.bottom() <= height,
                    "{name}"
                );
                let mut feet: Vec<(i64, i64)> = Vec::new();
                for chef in &kitchen.crowd.chefs {
                    assert!(
                        chef.x >= floor.x && chef.x <= floor.right(),
                        "{name}: g{} at {}",
                        chef.g,
                        chef.x
                    );
                    assert!(
                        chef.y >= floor.y && chef.y <= floor.bottom() + 1.0,
                        "{name}: g{} at {}",
                        chef.g,
                        chef.y
                    );
                    feet.push(((chef.x * 64.0) as i64, (chef.y * 64.0) as i64));
                }
                feet.sort_unstable();
                let chefs = feet.len();
                feet.dedup();
                assert_eq!(feet.len(), chefs, "{name}: two chefs on one spot");
                if let Some(range) = &kitchen.range {
                    for i in 0..range.burners.len() {
                        let (x, y) = range.burner(i);
                        assert!(
                            x < range.rect.right()
                                && y < range.rect.bottom()
                                && x > range.rect.x
                                && y > range.rect.y
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn few_have_faces_and_ten_thousand_are_dots() {
    let (width, height) = SIZES[0];
    let detail = |trace: &Trace| {
        let state = trace.state_after(trace.len() / 2);
        kitchen(&scene::at(trace, &state, state.t, width, height))
            .crowd
            .detail
    };
    assert_eq!(detail(&common::batches(50)), Detail::Large);
    assert_eq!(detail(&common::naive(1000)), Detail::Small);
    assert_eq!(detail(&common::waitgroup(10_000)), Detail::Dot);
}

#[test]
fn a_chef_keeps_its_place_for_life() {
    let trace = common::naive(300);
    let place = |n: usize| {
        let state = trace.state_after(n);
        let scene = scene::at(&trace, &state, state.t, 913.0, 430.0);
        kitchen(&scene)
            .crowd
            .chefs
            .iter()
            .find(|chef| chef.g == 7)
            .map(|chef| (chef.x, chef.y))
    };
    let first = place(60).expect("g7 is hired by then");
    for n in [100, 500, trace.len()] {
        assert_eq!(place(n), Some(first));
    }
}

#[test]
fn progress_is_the_share_of_the_service_time_that_has_passed() {
    let trace = common::batches(10);
    let state = trace.state_at(28 * common::MS);
    let scene = scene::at(&trace, &state, 28 * common::MS, 913.0, 430.0);
    for chef in &kitchen(&scene).crowd.chefs {
        assert!((chef.progress.expect("it cooks") - 0.4).abs() < 1e-6);
    }
}

#[test]
fn endings_show_as_what_they_are() {
    let ending = |trace: &Trace| {
        let state = trace.state_after(trace.len());
        let scene = scene::at(trace, &state, state.t, 913.0, 430.0);
        (scene.ending.clone(), kitchen(&scene).pass.main.post)
    };
    assert_eq!(ending(&common::batches(20)), (None, Post::Gone));
    let (naive, post) = ending(&common::naive(1000));
    let title = "exit status 0".to_owned();
    let line = "1,000 orders lost, and nobody was told".to_owned();
    assert_eq!(
        (naive, post),
        (Some(Ending::LightsOut { title, line }), Post::Gone)
    );
    assert!(matches!(
        ending(&common::waitgroup(10_000)).0,
        Some(Ending::Fire { .. })
    ));
}

#[test]
fn a_jump_and_back_is_the_same_scene() {
    let trace = common::batches(200);
    for n in [0, 17, 333, 1200, trace.len()] {
        let there = scene::at(&trace, &trace.state_after(n), 5, 640.0, 380.0);
        let _ = trace.state_after(trace.len() - n);
        assert_eq!(
            scene::at(&trace, &trace.state_after(n), 5, 640.0, 380.0),
            there
        );
    }
}

#[test]
fn moments_are_said_in_words() {
    let trace = common::batches(1000);
    let t = 163 * common::MS;
    let state = trace.state_at(t);
    assert_eq!(
        brigade::trace::narration::sentence(&trace, &state, t),
        "Batch 9 of 200. Five chefs are 15 % through orders 40 to 44; main waits at the door for all of them."
    );
    let fire = common::waitgroup(10_000);
    let said =
        brigade::trace::narration::sentence(&fire, &fire.state_after(fire.len()), fire.end());
    assert!(
        said.starts_with("The floor is full: 5")
            && said.contains("97 at a stove; not one plate on the pass."),
        "{said}"
    );
}

#[test]
fn charts_know_the_peak() {
    use brigade::trace::Quantity;
    let trace = common::batches(100);
    assert_eq!(trace.series(Quantity::InFlight).most(), 5);
    assert_eq!(trace.series(Quantity::Stoves).most(), 5);
    let columns = trace.series(Quantity::InFlight).columns(120);
    assert_eq!(columns.len(), 120);
    assert!(columns.iter().all(|(least, most)| least <= most));
}
