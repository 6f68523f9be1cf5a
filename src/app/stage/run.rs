//! Runs the program for the stage: compiles it, runs it in slices so that the page stays alive, and keeps the record.

use super::{Moment, Stage, player};
use crate::app::dom::now;
use crate::go::diagnostic::Diagnostic;
use crate::runtime::report::Report;
use crate::runtime::scenario::Scenario;
use crate::runtime::{Machine, Progress, Settings};
use crate::trace::Trace;
use crate::trace::pace::Times;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// How long a slice of a run may keep the page, in ms.
const SLICE_MS: f64 = 8.0;
/// How many steps are executed between two looks at the clock.
const STEPS: u64 = 20_000;
/// How many events are indexed between two looks at the clock.
const EVENTS: usize = 20_000;
/// How long the sliders must rest before a run begins, in ms.
const REST_MS: u32 = 60;

/// A run, recorded.
pub struct Recorded {
    /// What it comes to.
    pub report: Report,
    /// What happened.
    pub trace: Trace,
}

impl Times for Recorded {
    fn moments(&self) -> usize {
        self.trace.moments()
    }

    fn time_of(&self, event: usize) -> u64 {
        self.trace.time_of(event)
    }
}

/// What is to be run. Equal wishes give equal runs.
#[derive(Clone, Debug, PartialEq)]
struct Wish {
    tab: usize,
    file: String,
    text: String,
    scenario: Scenario,
    seed: u64,
    schedule: u64,
}

/// Why there is no run of what stands in the editor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trouble {
    diagnostics: Vec<Diagnostic>,
}

impl Trouble {
    /// The messages at each line.
    pub fn by_line(&self) -> BTreeMap<u32, String> {
        let mut lines = BTreeMap::<u32, String>::new();
        for diagnostic in &self.diagnostics {
            let said = lines.entry(diagnostic.line).or_default();
            if !said.is_empty() {
                said.push_str("; ");
            }
            said.push_str(diagnostic.message.lines().next().unwrap_or_default());
        }
        lines
    }

    /// All messages, as the Go compiler prints them.
    pub fn summary(&self) -> Option<String> {
        let lines = self
            .diagnostics
            .iter()
            .map(|diagnostic| diagnostic.to_string());
        (!self.diagnostics.is_empty()).then(|| lines.collect::<Vec<_>>().join("\n"))
    }
}

/// From now on the stage's run is that of its program and scenario. `saved` is where the learner was.
pub fn keep_running(stage: Stage, saved: Option<Moment>) {
    let wish = Memo::new(move |_| {
        let tab = stage.tab.get();
        let setup = stage.setup.get_value();
        Wish {
            tab,
            file: setup.tabs[tab].file.clone(),
            text: stage.running.with(|texts| texts[tab].clone()),
            scenario: stage.scenario(),
            seed: setup.seed,
            schedule: setup.schedule,
        }
    });
    let saved = StoredValue::new(saved);
    let generation = StoredValue::new(0_u64);
    Effect::new(move |before: Option<Wish>| {
        let wish = wish.get();
        let mine = generation.get_value() + 1;
        generation.set_value(mine);
        let go_on = move || generation.try_get_value() == Some(mine);
        let wanted = wish.clone();
        let arrive = Arrival::of(before.as_ref(), &wanted);
        spawn_local(async move {
            if before.is_some() {
                TimeoutFuture::new(REST_MS).await;
            }
            if go_on() {
                run(stage, wanted, arrive, saved, go_on).await;
            }
        });
        wish
    });
}

/// Where one is in a new run.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Arrival {
    /// Where one was when the page was left, or at the start.
    Saved,
    /// At the start: another program.
    Start,
    /// At the same place, or at the end where one had not begun: another scenario, whose outcome one wants to see.
    Same,
}

impl Arrival {
    fn of(before: Option<&Wish>, now: &Wish) -> Arrival {
        match before {
            None => Arrival::Saved,
            Some(before) if before.tab != now.tab || before.text != now.text => Arrival::Start,
            Some(_) => Arrival::Same,
        }
    }
}

async fn run(
    stage: Stage,
    wish: Wish,
    arrive: Arrival,
    saved: StoredValue<Option<Moment>>,
    go_on: impl Fn() -> bool,
) {
    let (program, diagnostics) = crate::go::compile(&wish.file, &wish.text);
    stage.trouble.set(Trouble { diagnostics });
    let Some(program) = program else { return };
    let settings = Settings {
        scenario: wish.scenario,
        seed: wish.seed,
        schedule: wish.schedule,
        ..Settings::default()
    };
    let mut machine = Machine::new(&Arc::new(program), settings);
    let limit = wish.scenario.max_steps as f64;
    loop {
        let until = now() + SLICE_MS;
        let mut progress = machine.step_slice(STEPS);
        while now() < until && progress != Progress::Ended {
            progress = machine.step_slice(STEPS);
        }
        let Progress::Running { steps, .. } = progress else {
            break;
        };
        stage.progress.set(Some(steps as f64 / limit));
        TimeoutFuture::new(0).await;
        if !go_on() {
            return;
        }
    }
    let run = machine.finish();
    let (report, mut trace) = (Report::of(&run), run.trace);
    while !trace.index(EVENTS) {
        TimeoutFuture::new(0).await;
        if !go_on() {
            return;
        }
    }
    stage.progress.set(None);
    let was = stage.clock.position_untracked();
    let playing = stage.clock.playing.get_untracked();
    stage.run.set(Some(Arc::new(Recorded { report, trace })));
    if stage.wants_end.get_untracked() {
        stage.wants_end.set(false);
        stage.clock.go_to_position(1.0);
        return;
    }
    match arrive {
        Arrival::Saved => {
            let kept = saved.get_value().unwrap_or_default();
            stage.clock.moment.set(stage.clock.within(kept));
        }
        Arrival::Start => {
            player::pause(stage.clock);
            stage.clock.go_to_position(0.0);
        }
        Arrival::Same if was <= 0.0 && !playing => stage.clock.go_to_position(1.0),
        Arrival::Same => stage.clock.go_to_position(was),
    }
}
