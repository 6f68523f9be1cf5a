//! Where a learner is led: the moments at which a run pauses, steps by source line, and who stands where.
#![cfg(not(target_arch = "wasm32"))]

use brigade::runtime::Settings;
use brigade::trace::key::{Key, KeyMoment, Scout};
use brigade::trace::{Trace, WORLD, steps, who};
use std::path::Path;

fn run(listing: &str, settings: &[(&str, &str)]) -> Trace {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("lessons")
        .join(listing);
    let text = std::fs::read_to_string(path).unwrap();
    let mut all = Settings::default();
    for (name, value) in settings {
        all.scenario.set(name, value).unwrap();
    }
    brigade::run(listing, &text, &all).trace.unwrap()
}

fn keys(trace: &Trace, part: usize) -> Vec<KeyMoment> {
    let mut scout = Scout::default();
    while !scout.look(trace, part) {}
    scout.found(trace)
}

fn names(trace: &Trace) -> Vec<Key> {
    keys(trace, 1000).iter().map(|moment| moment.key).collect()
}

const SERVER: &[(&str, &str)] = &[("stove_policy", "wait"), ("spawn_ns", "2500")];

#[test]
fn each_strategy_pauses_where_it_goes_wrong() {
    let naive = run("naive.go", SERVER);
    assert_eq!(names(&naive), [Key::StoveQueue, Key::BeforeLightsOut]);
    let refused = run("waitgroup.go", &[("connect_ms", "5"), ("spawn_ns", "2500")]);
    assert_eq!(names(&refused), [Key::StoveRefused, Key::MainWaits]);
    let fire = run(
        "waitgroup.go",
        &[
            ("tasks", "10000"),
            ("stove_policy", "wait"),
            ("spawn_ns", "2500"),
        ],
    );
    assert_eq!(names(&fire), [Key::StoveQueue, Key::BeforeFire]);
    let batches = run("batch_pool.go", &[]);
    assert_eq!(names(&batches), [Key::MainWaits]);
    assert_eq!(names(&run("sequential.go", &[])), []);
}

#[test]
fn the_pause_before_the_end_shows_everybody_still_at_work() {
    let trace = run("naive.go", SERVER);
    let pause = *keys(&trace, usize::MAX).last().unwrap();
    let before = trace.state_after(pause.event);
    assert!(before.ended.is_none() && !before.main_returned);
    assert!(before.goroutines.get(1).is_some(), "main is still there");
    assert_eq!((before.counts.lost, before.counts.in_flight), (0, 999));
    let after = trace.last_state().unwrap();
    assert_eq!(after.counts.lost, 1000);
    assert!(trace.len() - pause.event <= 2, "nothing else lies between");
}

#[test]
fn key_moments_are_the_same_however_the_run_is_looked_through() {
    let trace = run("waitgroup.go", &[("spawn_ns", "2500")]);
    let whole = keys(&trace, usize::MAX);
    assert!([1, 7, 4096].iter().all(|part| keys(&trace, *part) == whole));
}

#[test]
fn steps_by_line_go_back_the_way_they_came() {
    for (trace, followed) in [
        (run("batch_pool.go", &[("tasks", "23")]), None),
        (run("batch_pool.go", &[("tasks", "23")]), Some(1)),
        (
            run("naive.go", &[("tasks", "40"), ("spawn_ns", "2500")]),
            Some(7),
        ),
    ] {
        let mut stops = vec![0];
        while *stops.last().unwrap() < trace.len() {
            let here = *stops.last().unwrap();
            let next = steps::line_forward(&trace, here, followed);
            assert!(next > here);
            if next == trace.len() {
                break;
            }
            let event = trace.event(next - 1).unwrap();
            assert!(event.line > 0 && event.g != WORLD);
            assert!(followed.is_none_or(|g| g == event.g));
            stops.push(next);
        }
        assert!(stops.len() > 1, "{stops:?}");
        for pair in stops.windows(2).rev() {
            assert_eq!(steps::line_back(&trace, pair[1], followed), pair[0]);
        }
    }
}

#[test]
fn everybody_stands_in_one_group_and_says_what_it_waits_for() {
    let trace = run("naive.go", SERVER);
    for part in 0..20 {
        let state = trace.state_after(trace.len() * part / 20);
        let all: u64 = who::groups(&state).iter().map(|group| group.count).sum();
        assert_eq!(all, state.goroutines.len() as u64);
    }
    let before = trace.state_after(trace.len() - 2);
    let groups = who::groups(&before);
    assert_eq!(
        (groups[0].count, groups[0].doing),
        (902, "queue for a stove")
    );
    let said = who::sentence(&trace, &before, groups[0].first, before.t);
    assert!(said.contains("queues for a stove: 97 are taken"), "{said}");
    let batches = run("batch_pool.go", &[]);
    let state = batches.state_at(10_000_000);
    let main = who::sentence(&batches, &state, 1, 10_000_000);
    assert_eq!(
        main,
        "main (line 32) waits for the WaitGroup, which counts 5."
    );
    let chef = who::sentence(&batches, &state, 2, 10_000_000);
    assert_eq!(
        chef,
        "chef g2 (line 28) cooks for another 10 ms, with order 0 in hand."
    );
}
