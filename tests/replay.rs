//! Snapshots and local variables: from a copy of the machine the same run comes, and what a goroutine holds is found at any
//! moment.
#![cfg(not(target_arch = "wasm32"))]

use brigade::go;
use brigade::runtime::replay::{Frame, Replay};
use brigade::runtime::{Machine, Progress, Run, Settings};
use brigade::trace::{Kind, Trace};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() && !path.ends_with("kitchen") && !path.ends_with("library") {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "go") {
            found.push(path);
        }
    }
}

fn machine(text: &str, settings: &Settings) -> Option<Machine> {
    let (program, _) = go::compile("main.go", text);
    Some(Machine::new(&Arc::new(program?), settings.clone()))
}

fn finish(mut machine: Machine) -> Run {
    while machine.step_slice(u64::MAX) != Progress::Ended {}
    machine.finish()
}

fn facts(run: &Run) -> (u64, u64, u64, u64, &[u8], &[u8]) {
    let outcome = &run.outcome;
    (
        run.trace.digest(),
        outcome.steps,
        outcome.makespan_ns,
        outcome.peak_bytes,
        &outcome.stdout,
        &outcome.stderr,
    )
}

#[test]
fn a_run_from_a_snapshot_is_the_run() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("lessons"), &mut files);
    sources(&root.join("tests/conformance"), &mut files);
    let mut taken = 0;
    // Half of them under Go's own order, half under another and watched for races.
    for (index, file) in files.into_iter().enumerate() {
        let text = fs::read_to_string(&file).expect("it is readable");
        let schedule = 7 * (index as u64 % 2);
        let mut settings = Settings {
            schedule,
            race: schedule > 0,
            ..Settings::default()
        };
        settings.scenario.max_steps = 30_000;
        let Some(machine) = machine(&text, &settings) else {
            continue;
        };
        let whole = finish(machine.clone());
        // Pieces that don't come out even, and a copy after each of the first.
        let (mut going, mut copies) = (machine, Vec::new());
        for piece in [1, 333, 2_001] {
            if going.step_slice(piece) == Progress::Ended {
                break;
            }
            copies.push(going.clone());
        }
        for copy in copies.into_iter().chain([going]) {
            taken += 1;
            assert_eq!(facts(&finish(copy)), facts(&whole), "{}", file.display());
        }
    }
    assert!(taken > 500, "only {taken} snapshots were taken");
}

const PROGRAM: &str = r#"package main

import (
	"fmt"
	"time"
)

type Dish struct {
	Name  string
	Spicy bool
}

type Heat int

func (h Heat) String() string { return fmt.Sprintf("heat %d", int(h)) }

func cook(n int, out chan<- Dish) {
	heat := Heat(n * 10)
	names := []string{"pie", "stew"}
	dish := &Dish{Name: names[n%2], Spicy: n > 1}
	time.Sleep(time.Duration(n) * time.Second)
	names = append(names, "bread")
	out <- *dish
	for dish := range 3 {
		heat += Heat(dish)
		time.Sleep(time.Second)
	}
}

func main() {
	out := make(chan Dish)
	total := 0
	count := func() { total++ }
	go cook(1, out)
	go cook(2, out)
	for range 2 {
		got := <-out
		count()
		_ = got
	}
	time.Sleep(time.Minute)
	fmt.Println(total)
}
"#;

fn recorded() -> (Trace, Replay) {
    let (program, diagnostics) = go::compile("main.go", PROGRAM);
    let program = Arc::new(program.unwrap_or_else(|| panic!("{diagnostics:?}")));
    let settings = Settings::default();
    let replay = Replay::new(&program, &settings);
    (brigade::runtime::run(&program, settings).trace, replay)
}

/// How many events have happened after the `nth` one that `g` records of a kind, from 1.
fn after(trace: &Trace, g: u32, kind: Kind, nth: usize) -> u64 {
    let events = trace.events_from(0).enumerate();
    let mut those = events.filter(|(_, event)| event.g == g && event.kind == kind);
    those.nth(nth - 1).expect("it happens").0 as u64 + 1
}

fn told(frame: &Frame) -> Vec<(&str, &str, &str)> {
    let variables = frame.variables.iter();
    variables.map(|v| (&*v.name, &*v.ty, &*v.value)).collect()
}

#[test]
fn locals_are_those_of_the_moment() {
    let (trace, mut replay) = recorded();
    let asleep = after(&trace, 3, Kind::Sleep, 1);
    let frames = replay.frames(asleep, 3);
    assert_eq!(frames.len(), 1);
    assert_eq!((&*frames[0].function, frames[0].line), ("main.cook", 21));
    let told = told(&frames[0]);
    assert_eq!(told[0], ("n", "int", "2"));
    assert_eq!(told[1].0, "out");
    assert!(told[1].2.starts_with("0x"), "{}", told[1].2);
    assert_eq!(told[2], ("heat", "main.Heat", "heat 20"));
    assert_eq!(told[3], ("names", "[]string", "[pie stew]"));
    assert_eq!(
        (told[4].0, told[4].1, told[4].2),
        ("dish", "*main.Dish", "&{pie true}")
    );
    assert_eq!(told.len(), 5);
}

#[test]
fn an_inner_variable_hides_the_outer_one_and_boxes_are_opened() {
    let (trace, mut replay) = recorded();
    // The third sleep of goroutine 2 is the loop's second turn.
    let frames = replay.frames(after(&trace, 2, Kind::Sleep, 3), 2);
    let told_cook = told(&frames[0]);
    assert!(told_cook.contains(&("dish", "int", "1")), "{told_cook:?}");
    assert!(told_cook.contains(&("heat", "main.Heat", "heat 11")));
    assert!(told_cook.contains(&("names", "[]string", "[pie stew bread]")));
    let frames = replay.frames(after(&trace, 1, Kind::Sleep, 1), 1);
    let told_main = told(&frames[0]);
    assert!(told_main.contains(&("total", "int", "2")), "{told_main:?}");
    assert!(told_main.iter().all(|variable| variable.0 != "got"));
}

#[test]
fn any_order_of_questions_gives_the_same_answers() {
    let (trace, mut replay) = recorded();
    let moments: Vec<u64> = (0..=trace.len() as u64).collect();
    let ask = |replay: &mut Replay, n| -> Vec<Vec<Frame>> {
        (1..4).map(|g| replay.frames(n, g)).collect()
    };
    let forward: Vec<_> = moments.iter().map(|&n| ask(&mut replay, n)).collect();
    for &n in moments.iter().rev() {
        assert_eq!(ask(&mut replay, n), forward[n as usize], "after {n}");
    }
    let dead = after(&trace, 2, Kind::Exit, 1);
    assert!(replay.frames(dead, 2).is_empty());
}

#[test]
fn everything_in_every_program_can_be_looked_at() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("lessons"), &mut files);
    for topic in [
        "lang", "generics", "closures", "defer", "fmt", "sync", "panic",
    ] {
        sources(&root.join("tests/conformance").join(topic), &mut files);
    }
    let mut seen = 0;
    for file in files {
        let text = fs::read_to_string(&file).expect("it is readable");
        let (program, _) = go::compile("main.go", &text);
        let Some(program) = program.map(Arc::new) else {
            continue;
        };
        let mut settings = Settings::default();
        settings.scenario.max_steps = 30_000;
        let trace = brigade::runtime::run(&program, settings.clone()).trace;
        let mut replay = Replay::new(&program, &settings);
        for i in 1..5 {
            let n = trace.len() as u64 * i / 5;
            let alive = trace.state_after(n as usize);
            for g in alive.goroutines.iter().take(5) {
                let frames = replay.frames(n, g.id);
                seen += frames
                    .iter()
                    .map(|frame| frame.variables.len())
                    .sum::<usize>();
            }
        }
    }
    assert!(seen > 1000, "only {seen} variables were seen");
}
