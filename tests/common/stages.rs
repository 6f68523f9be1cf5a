//! The stages of the lessons, and what they come to.
#![allow(dead_code, reason = "no test needs all of it")]

use brigade::go::program::Program;
use brigade::lesson::block::{Sim, Tab};
use brigade::runtime::report::Report;
use brigade::runtime::scenario::Scenario;
use brigade::runtime::{self, Settings};
use brigade::site::Lesson;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

pub const SECOND: u64 = 1_000_000_000;
pub const MILLI: u64 = 1_000_000;

pub fn stage(lesson: &str, id: &str) -> Sim {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("lessons/{lesson}.md"));
    let lesson = Lesson::read(&path).unwrap();
    let found = lesson.stages.into_iter().find(|stage| stage.sim.id == id);
    found.unwrap().sim
}

/// A listing, compiled once: some run under hundreds of seeds and schedules here.
fn compiled(tab: &Tab) -> Arc<Program> {
    static PROGRAMS: Mutex<BTreeMap<String, Arc<Program>>> = Mutex::new(BTreeMap::new());
    let mut programs = PROGRAMS.lock().unwrap();
    let program = programs.entry(tab.file.clone()).or_insert_with(|| {
        let (program, diagnostics) = brigade::go::compile(&tab.file, &tab.text);
        Arc::new(program.unwrap_or_else(|| panic!("{diagnostics:?}")))
    });
    Arc::clone(program)
}

pub fn run(tab: &Tab, scenario: Scenario, seed: u64, schedule: u64) -> Report {
    run_with(
        tab,
        Settings {
            scenario,
            seed,
            schedule,
            record: false,
            ..Settings::default()
        },
    )
}

pub fn run_with(tab: &Tab, settings: Settings) -> Report {
    Report::of(&runtime::run(&compiled(tab), settings))
}

/// What the tab of that name comes to, as the lesson opens it.
pub fn tab(sim: &Sim, id: &str) -> Report {
    let tab = sim.tab(id).unwrap();
    run(tab, tab.settings, sim.seed, sim.schedule)
}

pub fn opening(sim: &Sim) -> Report {
    let tab = sim.opening();
    run(tab, tab.settings, sim.seed, sim.schedule)
}

pub fn under(sim: &Sim, schedule: u64) -> Report {
    let tab = sim.opening();
    run(tab, tab.settings, sim.seed, schedule)
}
