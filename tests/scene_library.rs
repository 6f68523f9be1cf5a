//! What is drawn of the library is what is: students, books and slots counted against the state, in the library's own
//! programs as they run.
#![cfg(not(target_arch = "wasm32"))]

use brigade::runtime::Settings;
use brigade::runtime::scenario::Scenario;
use brigade::scene::{self, Errand, Library, Names, Picture, Results, Scale, Scene};
use brigade::trace::state::{Doing, Place};
use brigade::trace::{State, Trace};

const MS: u64 = 1_000_000;
const SIZES: [(f64, f64); 3] = [(913.0, 430.0), (640.0, 380.0), (390.0, 230.0)];

fn library(scene: &Scene) -> &Library {
    match &scene.picture {
        Picture::Library(library) => library,
        Picture::Kitchen(_) => panic!("a library is drawn as a kitchen"),
    }
}

fn instants(trace: &Trace) -> impl Iterator<Item = (State, u64)> {
    (0..50).map(|i| {
        let state = trace.state_after(trace.len() * i / 49);
        let t = state.t;
        (state, t)
    })
}

/// The run of a listing under `lessons/`.
fn run(file: &str, schedule: u64, set: &[(&str, &str)]) -> Trace {
    let path = format!("{}/lessons/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut scenario = Scenario::default();
    for (name, value) in set {
        let set = scenario.set(name, value);
        set.unwrap_or_else(|error| panic!("{file}: {error}"));
    }
    let settings = Settings {
        scenario,
        schedule,
        ..Settings::default()
    };
    let ran = brigade::run(file, &text, &settings);
    ran.trace
        .unwrap_or_else(|| panic!("{file} doesn't compile: {:?}", ran.report.diagnostics))
}

/// Twelve shelves that differ, one in ten of them slow, and one in ten that fails.
const UNEVEN: &[(&str, &str)] = &[
    ("sources", "12"),
    ("latency_ms", "200"),
    ("distribution", "lognormal"),
    ("spread", "0.5"),
    ("stragglers", "0.15"),
    ("fail_rate", "0.1"),
    ("copy_us", "30000"),
];

/// The programs that fan out and come to an end, each with where its results meet.
const PROGRAMS: [(&str, &str); 9] = [
    ("alone.go", "slots"),
    ("results_slice.go", "slots"),
    ("partial.go", "slots"),
    ("deadline.go", "slots"),
    ("errgroup_limit.go", "slots"),
    ("results_mutex.go", "ledger"),
    ("results_mutex_short.go", "ledger"),
    ("results_syncmap.go", "pigeon-holes"),
    ("results_channel.go", "counter"),
];

fn where_they_meet(results: Results) -> &'static str {
    match results {
        Results::Slots => "slots",
        Results::Ledger { .. } => "ledger",
        Results::PigeonHoles => "pigeon-holes",
        Results::Counter { .. } => "counter",
    }
}

fn traces() -> Vec<(String, &'static str, Trace)> {
    let mut all = Vec::new();
    for (file, meets) in PROGRAMS {
        for (more, name) in [
            (&[][..], "uneven"),
            (&[("deadline_ms", "300"), ("connections", "3")][..], "bell"),
            (&[("sources", "2"), ("latency_ms", "300000")][..], "two"),
            (&[("sources", "100")][..], "hundred"),
        ] {
            let trace = run(file, 0, &[UNEVEN, more].concat());
            all.push((format!("{file}, {name}"), meets, trace));
        }
    }
    all
}

#[test]
fn students_books_and_slots_are_those_of_the_state() {
    for (name, meets, trace) in traces() {
        assert_eq!(trace.audit(), Ok(()), "{name}");
        let mut books = false;
        for (state, t) in instants(&trace) {
            for (width, height) in SIZES {
                let scene = scene::at(&trace, &state, t, width, height);
                let library = library(&scene);
                let at = format!("{name} after {} at {width}", state.n);
                assert_eq!(where_they_meet(library.results), meets, "{at}");

                let with_main = library.students.iter().any(|student| student.g == 1);
                let apart = usize::from(!with_main && state.goroutines.get(1).is_some());
                assert_eq!(
                    library.students.len() + apart,
                    state.goroutines.len(),
                    "students: {at}"
                );
                let drawn = |of: &[Errand]| {
                    let all = library.students.iter();
                    all.filter(|student| of.contains(&student.errand)).count() as u32
                };
                let doing = |doing| state.goroutines.count(doing);
                assert_eq!(
                    drawn(&[Errand::Out, Errand::Back, Errand::Empty]),
                    doing(Doing::Fetch),
                    "on the way: {at}"
                );
                assert_eq!(
                    drawn(&[Errand::Connection]),
                    doing(Doing::Connection),
                    "for a connection: {at}"
                );
                assert_eq!(
                    drawn(&[Errand::Queue]),
                    doing(Doing::Lock),
                    "for the pen: {at}"
                );
                if let Results::Ledger { queue, .. } = library.results {
                    assert_eq!(queue, doing(Doing::Lock), "for the pen: {at}");
                }
                if let Results::Counter { queue, .. } = library.results {
                    assert_eq!(queue, doing(Doing::Send), "at the counter: {at}");
                }

                // Each book is on the table, on the counter, or in somebody's hands.
                let served = state.counts.served;
                let in_slots = |place: Place| {
                    let slots = library.slots.iter();
                    slots.filter(|slot| slot.place == place).count() as u64
                };
                let buffered = match library.results {
                    Results::Counter { buffered, .. } => buffered,
                    _ => 0,
                };
                let in_hand = served - in_slots(Place::Served) - buffered;
                let hands = drawn(&[Errand::Queue, Errand::Pen, Errand::Copy, Errand::Counter]);
                assert!(in_hand <= u64::from(hands), "books in hand: {at}");
                books |= in_hand > 0;
                assert_eq!(library.slots.len() as u64, state.meta.tasks, "slots: {at}");
                assert_eq!(library.desk.back, served.to_string(), "the panel: {at}");
                if meets == "slots" || meets == "pigeon-holes" {
                    assert_eq!(in_slots(Place::Failed), state.counts.failed, "empty: {at}");
                }

                assert_eq!(library.shelves.len(), state.meta.sources.len(), "{at}");
                for (i, shelf) in library.shelves.iter().enumerate() {
                    assert_eq!(shelf.place, state.order(i as u64), "shelf {i}: {at}");
                }
            }
        }
        let copied = trace.last_state().is_some_and(|last| last.chops > 0);
        if name.ends_with("uneven") {
            assert_eq!(books, copied, "{name}: who copies has a book in hand");
        }
    }
}

#[test]
fn everything_lies_within_the_room() {
    for (name, _, trace) in traces() {
        for (state, t) in instants(&trace) {
            for (width, height) in SIZES {
                let scene = scene::at(&trace, &state, t, width, height);
                let library = library(&scene);
                let map = library.map;
                let half = library.shelf / 2.0;
                for shelf in &library.shelves {
                    assert!(
                        shelf.x >= half
                            && shelf.x + half <= map.right()
                            && shelf.y >= half * 0.8
                            && shelf.y < library.table.y + library.table.h,
                        "{name} at {width}: a shelf at {}, {}",
                        shelf.x,
                        shelf.y
                    );
                }
                for student in &library.students {
                    assert!(
                        (-1.0..=map.right() + 1.0).contains(&student.x)
                            && student.y <= height
                            && student.y - library.student * 0.4 >= 0.0,
                        "{name} at {width}: g{} at {}, {}",
                        student.g,
                        student.x,
                        student.y
                    );
                }
                let panel = library.desk.rect;
                assert!(panel.right() <= width && panel.bottom() <= height, "{name}");
            }
        }
    }
}

#[test]
fn a_farther_shelf_is_drawn_farther_and_the_bell_has_its_ring() {
    let trace = run(
        "deadline.go",
        0,
        &[UNEVEN, &[("deadline_ms", "250")]].concat(),
    );
    let state = trace.state_after(trace.len() / 2);
    let scene = scene::at(&trace, &state, state.t, 913.0, 430.0);
    let drawn = library(&scene);
    let bell = drawn.rings.iter().find(|ring| ring.bell);
    let bell = bell.expect("the bell has its ring");
    let distance = |x: f64, y: f64| {
        let (dx, dy) = (
            (x - bell.centre.0) / bell.radius.0,
            (y - bell.centre.1) / bell.radius.1,
        );
        (dx * dx + dy * dy).sqrt()
    };
    let mut all: Vec<(u64, f64)> = Vec::new();
    for (shelf, source) in drawn.shelves.iter().zip(&trace.meta().sources) {
        let late = source.latency_ns > 250 * MS;
        assert_eq!(distance(shelf.x, shelf.y) > 1.0, late, "{}", source.name);
        assert_eq!(shelf.late, late);
        all.push((source.latency_ns, distance(shelf.x, shelf.y)));
    }
    all.sort_by_key(|shelf| shelf.0);
    assert!(all.windows(2).all(|pair| pair[0].1 <= pair[1].1), "{all:?}");
    assert!(all.iter().any(|shelf| shelf.1 > 1.0), "somebody is late");
}

#[test]
fn a_student_is_as_far_as_its_time_has_passed() {
    let trace = run(
        "results_slice.go",
        0,
        &[("sources", "2"), ("latency_ms", "500")],
    );
    let at = |ms: u64| {
        let t = ms * MS;
        let state = trace.state_at(t);
        let scene = scene::at(&trace, &state, t, 913.0, 430.0);
        let library = library(&scene);
        let (student, shelf) = (library.students[0], &library.shelves[0]);
        // How much of the way to its shelf lies behind it.
        let way = (student.x - shelf.from.0) / (shelf.front.0 - shelf.from.0);
        (student.errand, (way * 1000.0).round() / 1000.0)
    };
    assert_eq!(at(125), (Errand::Out, 0.5));
    assert_eq!(at(250), (Errand::Back, 1.0));
    assert_eq!(at(375), (Errand::Back, 0.5));
}

#[test]
fn who_comes_back_from_a_source_that_fails_has_empty_hands() {
    let trace = run(
        "partial.go",
        0,
        &[
            ("sources", "20"),
            ("latency_ms", "100"),
            ("fail_rate", "0.3"),
        ],
    );
    let t = 80 * MS;
    let state = trace.state_at(t);
    let scene = scene::at(&trace, &state, t, 913.0, 430.0);
    let all = &library(&scene).students;
    let empty = all.iter().filter(|student| student.errand == Errand::Empty);
    let failed = trace.last_state().expect("it is indexed").counts.failed;
    assert!(failed > 0);
    assert_eq!(empty.count() as u64, failed);
}

#[test]
fn two_who_write_at_once_tear_the_page() {
    let torn = (1..60).find_map(|schedule| {
        let trace = run("results_race.go", schedule, &[("sources", "12")]);
        let state = trace.state_after(trace.len());
        let scene = scene::at(&trace, &state, state.t, 913.0, 430.0);
        let before = scene::at(&trace, &trace.state_after(3), 0, 913.0, 430.0);
        assert_eq!(library(&before).torn, None);
        library(&scene).torn.clone()
    });
    assert_eq!(torn.as_deref(), Some("fatal error: concurrent map writes"));
}

#[test]
fn an_atomic_counter_is_the_tally() {
    let trace = run("counter.go", 0, &[("sources", "12")]);
    let state = trace.state_after(trace.len());
    let scene = scene::at(&trace, &state, state.t, 913.0, 430.0);
    assert_eq!(library(&scene).tally.as_deref(), Some("12"));
    for (name, _, trace) in traces() {
        let state = trace.state_after(trace.len());
        let scene = scene::at(&trace, &state, state.t, 913.0, 430.0);
        assert_eq!(library(&scene).tally, None, "{name} counts with no atomic");
    }
}

#[test]
fn the_panel_says_what_bounds_the_time() {
    let bound = |file: &str, set: &[(&str, &str)]| {
        let all = [&[("sources", "12"), ("latency_ms", "200")], set].concat();
        let trace = run(file, 0, &all);
        let state = trace.state_after(trace.len());
        let scene = scene::at(&trace, &state, state.t, 913.0, 430.0);
        let desk = &library(&scene).desk;
        (desk.bound.clone(), desk.speed_up.clone())
    };
    let (alone, faster) = bound("alone.go", &[]);
    assert_eq!(alone, "one walker, shelf by shelf");
    assert_eq!(faster, None);
    let (shelf, faster) = bound("results_slice.go", &[]);
    assert!(shelf.ends_with("the farthest shelf"), "{shelf}");
    assert_eq!(faster.as_deref(), Some("12.0×"));
    let copying = ("copy_us", "100000");
    assert_eq!(bound("results_mutex.go", &[copying]).0, "the one pen");
    let three = ("connections", "3");
    assert_eq!(bound("results_slice.go", &[three]).0, "the 3 connections");
    let bell = ("deadline_ms", "150");
    assert_eq!(bound("deadline.go", &[bell]).0, "the closing bell");
}

#[test]
fn a_thousand_shelves_are_marks_and_a_hundred_have_names() {
    let look = |sources: &str| {
        let trace = run(
            "results_slice.go",
            0,
            &[UNEVEN, &[("sources", sources)]].concat(),
        );
        let state = trace.state_after(trace.len() / 2);
        let scene = scene::at(&trace, &state, state.t, 913.0, 430.0);
        let library = library(&scene);
        let named = library
            .shelves
            .iter()
            .filter(|shelf| !shelf.name.is_empty());
        (library.names, named.count(), library.shelves.len())
    };
    assert_eq!(look("2"), (Names::Beside, 2, 2));
    assert_eq!(look("1000"), (Names::None, 0, 1000));
    // As many names as have room beside each other.
    let (names, named, shelves) = look("100");
    assert_eq!((names, shelves), (Names::Along, 100));
    assert!((25..100).contains(&named), "{named} names");
}

#[test]
fn runs_side_by_side_share_one_scale() {
    let alone = run("alone.go", 0, &[("sources", "2"), ("latency_ms", "300000")]);
    let both = run(
        "results_slice.go",
        0,
        &[("sources", "2"), ("latency_ms", "300000")],
    );
    let scale = Scale::of(&[&alone, &both]);
    let bars = |trace: &Trace| {
        let state = trace.state_after(trace.len());
        let scene = scene::on_scale(trace, &state, state.t, (640.0, 380.0), scale);
        let desk = &library(&scene).desk;
        (desk.alone.length, desk.run.length)
    };
    assert_eq!(bars(&alone), (1.0, 1.0));
    assert_eq!(bars(&both), (1.0, 0.5));
}

#[test]
fn a_jump_and_back_is_the_same_scene() {
    let trace = run("results_mutex.go", 0, UNEVEN);
    for n in [0, 17, 40, 90, trace.len()] {
        let draw = || {
            let state = trace.state_after(n);
            scene::at(&trace, &state, state.t, 640.0, 380.0)
        };
        let there = draw();
        let _ = trace.state_after(trace.len() - n);
        assert_eq!(draw(), there);
    }
}
