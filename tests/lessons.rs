//! The lessons tell the truth: each named failure happens, every figure is what the run says, and the run alone marks a
//! prediction.
#![cfg(not(target_arch = "wasm32"))]

use brigade::lesson::block::{Sim, Tab};
use brigade::runtime::Settings;
use brigade::runtime::report::{Reason, Report};
use brigade::runtime::scenario::Scenario;
use brigade::site::{self, Course, Lesson};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons")
}

fn lesson(name: &str) -> Lesson {
    Lesson::read(&folder().join(format!("{name}.md"))).unwrap()
}

fn run(sim: &Sim, tab: &Tab, scenario: Scenario) -> Report {
    let settings = Settings {
        scenario,
        seed: sim.seed,
        schedule: sim.schedule,
        ..Settings::default()
    };
    brigade::run(&tab.file, &tab.text, &settings).report
}

/// What the run of a lesson's stage comes to.
fn told(name: &str, stage: &str) -> Report {
    let lesson = lesson(name);
    let stage = lesson.stages.iter().find(|s| s.sim.id == stage).unwrap();
    let tab = stage.sim.opening();
    run(&stage.sim, tab, tab.settings)
}

#[test]
fn every_lesson_of_the_course_passes_its_check() {
    let course = Course::read(&folder()).unwrap();
    let checked = course
        .written()
        .filter_map(|lesson| site::check(&lesson.path).err());
    let problems: Vec<String> = checked
        .flatten()
        .map(|problem| problem.to_string())
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn one_cook_serves_a_thousand_in_twenty_seconds() {
    let report = told("week-one", "thousand-orders");
    assert_eq!(report.orders.served, 1000);
    assert_eq!(report.makespan_ns, 20_000_000_000);
    assert_eq!(report.stoves.max_in_use, 1);
}

#[test]
fn the_naive_program_serves_nobody_and_says_all_is_well() {
    let report = told("naive", "lights-out");
    assert_eq!((report.orders.served, report.orders.lost), (0, 1000));
    assert_eq!((report.reason, report.exit_code), (Reason::Completed, 0));
    assert_eq!((&*report.stdout, &*report.stderr), ("all done!\n", ""));
}

#[test]
fn the_naive_server_is_killed_for_its_memory() {
    let report = told("naive", "server");
    assert_eq!(
        (report.reason, report.exit_code),
        (Reason::OutOfMemory, 137)
    );
    assert_eq!((report.orders.served, report.orders.lost), (0, 10_000));
    assert_eq!(report.stderr, "");
}

#[test]
fn a_thousand_chefs_are_refused_their_stoves() {
    let report = told("waitgroup", "refused");
    assert_eq!((report.orders.served, report.orders.failed), (97, 903));
    assert_eq!((report.reason, report.exit_code), (Reason::Completed, 0));
}

#[test]
fn ten_thousand_who_wait_set_the_kitchen_on_fire() {
    let report = told("waitgroup", "fire");
    assert_eq!(
        (report.reason, report.exit_code),
        (Reason::OutOfMemory, 137)
    );
    assert_eq!((report.orders.served, report.orders.lost), (0, 10_000));
    assert!(report.makespan_ns < 20_000_000, "before the first plate");
}

#[test]
fn five_chefs_serve_all_in_two_hundred_batches() {
    let report = told("batches", "batches");
    assert_eq!(report.orders.served, 1000);
    assert_eq!(report.makespan_ns, 200 * 20_000_000);
    assert_eq!((report.stoves.max_in_use, report.max_in_flight), (5, 5));
}

#[test]
fn another_preset_marks_another_answer() {
    let lesson = lesson("batches");
    let (_, predict) = &lesson.predictions[0];
    let stage = &lesson.stages[0];
    let tab = stage.sim.tab(&predict.tab).unwrap();
    let right = |workers: u64| {
        let scenario = Scenario {
            workers,
            ..tab.settings
        };
        predict.right(&predict.figure.of(&run(&stage.sim, tab, scenario)))
    };
    assert_eq!(right(5), [1]);
    assert_eq!(right(1), [2], "one after another");
}

/// Checks a lesson that was written for the test, with a listing beside it.
fn check(name: &str, go: &str, body: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("p.go"), go).unwrap();
    let path = folder.join("lesson.md");
    let front = "+++\ntitle = \"T\"\nkicker = \"K\"\npromise = \"P\"\n+++\n";
    fs::write(&path, format!("{front}{body}")).unwrap();
    let problems = site::check(&path).err().unwrap_or_default();
    problems
        .iter()
        .map(|p| format!("{}: {}", p.line, p.message))
        .collect()
}

const SIM: &str = "```sim\nid = \"s\"\nprogram = \"p.go\"\nalt = \"a\"\ntasks = 3\n```\n";
const COOK: &str = "package main\n\nimport \"brigade/kitchen\"\n\nfunc main() {\n\tfor _, o := range kitchen.Orders() {\n\t\tkitchen.Cook(o)\n\t}\n}\n";

#[test]
fn a_wrong_figure_is_told_with_its_line_and_a_right_one_is_not() {
    let body = format!(
        "{SIM}\n[3](run:orders.served) in [60 ms](run:makespan_ns), [100 %](run:orders.served).\n"
    );
    assert_eq!(check("right", COOK, &body), Vec::<String>::new());
    let body = format!("{SIM}\n[2](run:orders.served)\n\n[1 s](run:makespan_ns)\n");
    assert_eq!(
        check("wrong", COOK, &body),
        [
            "13: `2` is stated, but orders.served of the run is 3",
            "15: `1 s` is stated, but makespan_ns of the run is 60.0 ms",
        ]
    );
}

#[test]
fn a_listing_that_does_not_compile_is_told_in_the_compilers_words() {
    let go = "package main\n\nfunc main() {\n\tx := 1\n}\n";
    assert_eq!(
        check("broken", go, SIM),
        ["8: ./p.go:4:2: declared and not used: x"]
    );
}

#[test]
fn a_prediction_without_a_right_answer_is_told() {
    let option = |is: u32| format!("[[option]]\ntext = \"t\"\nis = {is}\nwhy = \"w\"\n");
    let predict = format!(
        "```predict\nid = \"p\"\nfigure = \"orders.served\"\nquestion = \"q\"\n{}{}```\n",
        option(1),
        option(2)
    );
    assert_eq!(
        check("undecided", COOK, &format!("{SIM}{predict}")),
        ["12: `p`: 0 of its options are right, where orders.served is 3; one must be"]
    );
}
