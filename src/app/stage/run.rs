//! Runs the program for the stage: compiles it, runs it in slices so that the page stays alive, and keeps the record.

use super::{Moment, Stage, Then, player};
use crate::app::dom::now;
use crate::go::diagnostic::Diagnostic;
use crate::go::program::Program;
use crate::lesson::block::Lots;
use crate::runtime::report::Report;
use crate::runtime::scenario::Scenario;
use crate::runtime::{Machine, Progress, Settings};
use crate::trace::Trace;
use crate::trace::key::{KeyMoment, Scout};
use crate::trace::pace::Times;
use crate::trace::text::grouped;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// How long a slice of a run may keep the page, in ms.
const SLICE_MS: f64 = 8.0;
/// How many steps are executed between two looks at the clock.
const STEPS: u64 = 20_000;
/// How many events are looked at between two looks at the clock.
const EVENTS: usize = 2_000;
/// How long the sliders must rest before a run begins, in ms.
const REST_MS: u32 = 60;
/// How long a run may take before it is said that it does, in ms.
const PATIENCE_MS: f64 = 250.0;
/// How much of a run is kept, in bytes: a program that never ends would fill the browser's memory.
const MOST_BYTES: usize = 48 << 20;

/// A run, recorded.
pub struct Recorded {
    /// Which tab's it is.
    pub tab: usize,
    /// The program's text.
    pub text: String,
    /// What it comes to.
    pub report: Report,
    /// What happened.
    pub trace: Trace,
    /// The moments worth a pause.
    pub keys: Vec<KeyMoment>,
}

impl Times for Recorded {
    fn moments(&self) -> usize {
        self.trace.moments()
    }

    fn time_of(&self, event: usize) -> u64 {
        self.trace.time_of(event)
    }
}

/// How far a run under way has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnderWay {
    /// Steps executed.
    pub steps: u64,
    /// Of all that it may take, 0 to 1.
    pub share: f64,
}

/// What is to be run. Equal wishes give equal runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// The tab it is for.
    pub tab: usize,
    /// The listing's name.
    pub file: String,
    /// The listing.
    pub text: String,
    /// The scenario.
    pub scenario: Scenario,
    /// What is drawn of it.
    pub lots: Lots,
    /// How often it was asked for.
    pub asked: u64,
}

/// Why there is no run of what stands in the editor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trouble {
    diagnostics: Vec<Diagnostic>,
    said: Option<String>,
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

    /// All of it: the messages as the Go compiler prints them, or what else went wrong.
    pub fn summary(&self) -> Option<String> {
        let lines = self.diagnostics.iter().map(ToString::to_string);
        let lines: Vec<String> = lines.chain(self.said.clone()).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}

/// Ends the run under way; the record of the last one stays.
pub fn cancel(stage: Stage) {
    stage.generation.update_value(|generation| *generation += 1);
    stage.then.set(Then::Stay);
    if let Some(UnderWay { steps, .. }) = stage.under_way.get_untracked() {
        let said = format!(
            "Cancelled after {} steps. What you typed is still there; the picture shows the run before.",
            grouped(steps)
        );
        stage.trouble.set(Trouble {
            diagnostics: Vec::new(),
            said: Some(said),
        });
    }
    stage.under_way.set(None);
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
            lots: stage.lots.get(),
            asked: stage.asked.get(),
        }
    });
    let saved = StoredValue::new(saved);
    Effect::new(move |before: Option<Wish>| {
        let wish = wish.get();
        stage.generation.update_value(|generation| *generation += 1);
        let mine = stage.generation.get_value();
        let go_on = move || stage.generation.try_get_value() == Some(mine);
        stage.under_way.set(None);
        let wanted = wish.clone();
        let arrive = Arrival::of(before.as_ref(), &wanted);
        spawn_local(async move {
            if before.is_some() {
                rest().await;
            }
            if go_on() {
                run(stage, wanted, arrive, saved, go_on).await;
            }
        });
        wish
    });
}

/// Waits until the sliders rest.
pub async fn rest() {
    TimeoutFuture::new(REST_MS).await;
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

/// Lets the page breathe whenever a slice is used up.
struct Slice(f64);

impl Slice {
    fn begin() -> Slice {
        Slice(now() + SLICE_MS)
    }

    fn is_over(&self) -> bool {
        now() >= self.0
    }
}

/// Compiles what is wished for.
///
/// # Errors
/// What the Go compiler would say.
pub fn compile(wish: &Wish) -> Result<Arc<Program>, Trouble> {
    let (program, diagnostics) = crate::go::compile(&wish.file, &wish.text);
    program.map(Arc::new).ok_or(Trouble {
        diagnostics,
        said: None,
    })
}

/// What there is to tell of a run under way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum News {
    /// It takes long, and has come so far.
    UnderWay(UnderWay),
    /// It was stopped after so many steps: more of it can't be kept.
    Stopped(u64),
}

impl News {
    /// What is wrong, if anything.
    pub fn trouble(self) -> Option<String> {
        match self {
            News::UnderWay(_) => None,
            News::Stopped(steps) => Some(format!(
                "Stopped after {} steps: so much happens in this run that the page can't keep more of it.",
                grouped(steps)
            )),
        }
    }
}

/// Runs a program in slices, so that the page stays alive. None where it is no longer wanted.
pub async fn record(
    program: &Arc<Program>,
    wish: Wish,
    tell: impl Fn(News),
    go_on: impl Fn() -> bool,
) -> Option<Recorded> {
    let settings = Settings {
        scenario: wish.scenario,
        seed: wish.lots.seed,
        schedule: wish.lots.schedule,
        ..Settings::default()
    };
    let mut machine = Machine::new(program, settings);
    let (began, limit) = (now(), wish.scenario.max_steps as f64);
    let mut slice = Slice::begin();
    while let Progress::Running { steps, .. } = machine.step_slice(STEPS) {
        if machine.recorded_bytes() > MOST_BYTES {
            tell(News::Stopped(steps));
            break;
        }
        if slice.is_over() {
            if now() - began > PATIENCE_MS {
                let share = steps as f64 / limit;
                tell(News::UnderWay(UnderWay { steps, share }));
            }
            TimeoutFuture::new(0).await;
            if !go_on() {
                return None;
            }
            slice = Slice::begin();
        }
    }
    let run = machine.finish();
    let (report, mut trace) = (Report::of(&run), run.trace);
    let mut scout = Scout::default();
    while !trace.index(EVENTS) || !scout.look(&trace, EVENTS) {
        if slice.is_over() {
            TimeoutFuture::new(0).await;
            if !go_on() {
                return None;
            }
            slice = Slice::begin();
        }
    }
    let keys = scout.found(&trace);
    Some(Recorded {
        tab: wish.tab,
        text: wish.text,
        report,
        trace,
        keys,
    })
}

async fn run(
    stage: Stage,
    wish: Wish,
    arrive: Arrival,
    saved: StoredValue<Option<Moment>>,
    go_on: impl Fn() -> bool,
) {
    let program = match compile(&wish) {
        Ok(program) => {
            stage.trouble.set(Trouble::default());
            program
        }
        Err(trouble) => {
            stage.trouble.set(trouble);
            stage.then.set(Then::Stay);
            return;
        }
    };
    let tell = |news: News| match news {
        News::UnderWay(under_way) => stage.under_way.set(Some(under_way)),
        News::Stopped(_) => stage
            .trouble
            .update(|trouble| trouble.said = news.trouble()),
    };
    if let Some(recorded) = record(&program, wish, tell, go_on).await {
        arrived(stage, recorded, arrive, saved);
    }
}

/// The new run takes the place of the last one.
fn arrived(stage: Stage, recorded: Recorded, arrive: Arrival, saved: StoredValue<Option<Moment>>) {
    let was = stage.clock.position_untracked();
    let playing = stage.clock.playing.get_untracked();
    stage.under_way.set(None);
    stage.clock.keys.set(recorded.keys.clone());
    stage.run.set(Some(Arc::new(recorded)));
    let then = stage.then.get_untracked();
    stage.then.set(Then::Stay);
    match (then, arrive) {
        (Then::End, _) => stage.clock.go_to_position(1.0),
        (Then::Play, _) => {
            player::pause(stage.clock);
            stage.clock.go_to_position(0.0);
            player::play(stage.clock);
        }
        (Then::Stay, Arrival::Saved) => {
            let kept = saved.get_value().unwrap_or_default();
            stage.clock.moment.set(stage.clock.within(kept));
        }
        (Then::Stay, Arrival::Start) => {
            player::pause(stage.clock);
            stage.clock.go_to_position(0.0);
        }
        (Then::Stay, Arrival::Same) if was <= 0.0 && !playing => stage.clock.go_to_position(1.0),
        (Then::Stay, Arrival::Same) => stage.clock.go_to_position(was),
    }
}
