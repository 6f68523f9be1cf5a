//! The stage: a program, its run, and everything that shows a moment of it.
//!
//! The signals hold what was chosen (tab, text, scenario, speed) and the moment that is looked at; the run follows from the
//! first, and every picture, count and sentence from the run and the moment.

mod canvas;
mod charts;
mod clock;
mod code;
mod controls;
mod counts;
pub mod player;
mod run;
mod sliders;
mod tabs;

use super::saved;
use crate::lesson::block::Sim;
use crate::runtime::scenario::Scenario;
use crate::trace::State;
use crate::trace::narration;
use crate::trace::pace::{Moment, Times};
use crate::trace::text::duration;
use clock::Clock;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use run::Recorded;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// All that a stage's parts share. It is `Copy`: the values live in the reactive system.
#[derive(Clone, Copy)]
pub struct Stage {
    /// What the lesson gives.
    pub setup: StoredValue<Arc<Sim>>,
    /// The tab that is open.
    pub tab: RwSignal<usize>,
    /// The texts in the editor, by tab.
    pub texts: RwSignal<Vec<String>>,
    /// The texts that run, by tab: those in the editor at the last `Run`.
    pub running: RwSignal<Vec<String>>,
    /// The scenarios as the sliders stand, by tab.
    pub scenarios: RwSignal<Vec<Scenario>>,
    /// The run, as soon as there is one.
    pub run: RwSignal<Option<Arc<Recorded>>>,
    /// Why there is no newer run: the program doesn't compile, or the scenario is impossible.
    pub trouble: RwSignal<run::Trouble>,
    /// How far the run under way has come, 0 to 1.
    pub progress: RwSignal<Option<f64>>,
    /// The moment that is looked at, and how it moves.
    pub clock: Clock,
    /// The goroutine whose line is followed; none is whoever acts.
    pub selected: RwSignal<Option<u32>>,
    /// The next run is to be looked at from its end.
    pub wants_end: RwSignal<bool>,
    /// What can't be saved, if anything.
    pub unsaved: RwSignal<Option<saved::Trouble>>,
    /// Goes up whenever the page's theme changes.
    pub theme: ReadSignal<u32>,
}

/// A moment of a run: what every picture, count and sentence is a view of.
#[derive(Clone)]
pub struct Shown {
    /// The run.
    pub run: Arc<Recorded>,
    /// The state after the moment's last event.
    pub state: Arc<State>,
    /// The moment's virtual time in ns, at or after that event.
    pub t: u64,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.run, &other.run) && (self.state.n, self.t) == (other.state.n, other.t)
    }
}

impl Shown {
    fn sentence(&self) -> String {
        narration::sentence(&self.run.trace, &self.state, self.t)
    }
}

/// What survives a reload.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Saved {
    #[serde(default)]
    tab: usize,
    /// Texts that differ from the lesson's, by tab.
    #[serde(default)]
    texts: Vec<Option<String>>,
    /// Settings that differ from the lesson's, by tab.
    #[serde(default)]
    settings: Vec<Vec<(String, String)>>,
    #[serde(default)]
    event: usize,
    #[serde(default)]
    t: u64,
    #[serde(default)]
    speed: i32,
}

impl Stage {
    /// A stage as its lesson sets it up, with what was saved of it.
    fn new(setup: Sim) -> (Stage, Option<Moment>) {
        let (saved, unsaved) = match saved::load::<Saved>(&setup.id) {
            Ok(saved) => (saved, None),
            Err(trouble) => (None, Some(trouble)),
        };
        let mut texts: Vec<String> = setup.tabs.iter().map(|tab| tab.text.clone()).collect();
        let mut scenarios: Vec<Scenario> = setup.tabs.iter().map(|tab| tab.settings).collect();
        if let Some(saved) = &saved {
            for (text, kept) in texts.iter_mut().zip(&saved.texts) {
                if let Some(kept) = kept {
                    text.clone_from(kept);
                }
            }
            for (scenario, kept) in scenarios.iter_mut().zip(&saved.settings) {
                for (name, value) in kept {
                    // A setting that no longer exists, or no longer takes this value, falls back to the lesson's.
                    let _ = scenario.set(name, value);
                }
            }
        }
        let tab = saved
            .as_ref()
            .map_or(setup.open, |saved| saved.tab)
            .min(setup.tabs.len() - 1);
        let moment = saved.as_ref().map(|saved| Moment {
            event: saved.event,
            t: saved.t,
        });
        let speed = saved.as_ref().map_or(0, |saved| saved.speed);
        let run = RwSignal::new(None::<Arc<Recorded>>);
        let times =
            Signal::derive(move || run.get().map(|run| -> Arc<dyn Times + Send + Sync> { run }));
        let stage = Stage {
            setup: StoredValue::new(Arc::new(setup)),
            tab: RwSignal::new(tab),
            running: RwSignal::new(texts.clone()),
            texts: RwSignal::new(texts),
            scenarios: RwSignal::new(scenarios),
            run,
            trouble: RwSignal::new(run::Trouble::default()),
            progress: RwSignal::new(None),
            clock: Clock::new(times, speed),
            selected: RwSignal::new(None),
            wants_end: RwSignal::new(false),
            unsaved: RwSignal::new(unsaved),
            theme: super::theme::changes(),
        };
        (stage, moment)
    }

    /// The scenario of the open tab.
    pub fn scenario(self) -> Scenario {
        self.scenarios.with(|all| all[self.tab.get()])
    }

    /// Changes one setting, in every tab.
    ///
    /// # Errors
    /// What is possible, where the value is not.
    pub fn set(self, name: &str, value: &str) -> Result<(), String> {
        let mut scenarios = self.scenarios.get_untracked();
        for scenario in &mut scenarios {
            scenario.set(name, value)?;
            scenario.check()?;
        }
        if self.scenarios.with_untracked(|before| *before != scenarios) {
            self.scenarios.set(scenarios);
        }
        Ok(())
    }

    /// The moment that is looked at, with the state of the run then.
    fn shown(self) -> Option<Shown> {
        let moment = self.clock.moment.get();
        let run = self.run.get()?;
        let state = Arc::new(run.trace.state_after(moment.event));
        Some(Shown {
            run,
            state,
            t: moment.t,
        })
    }

    /// Shows how the lesson's own run of a tab ends: its text and its settings come back.
    pub fn show_outcome(self, tab: Option<&str>) {
        let setup = self.setup.get_value();
        let named = tab.and_then(|name| setup.tabs.iter().position(|tab| tab.id == name));
        let tab = named.unwrap_or_else(|| self.tab.get_untracked());
        player::pause(self.clock);
        self.running
            .update(|texts| texts[tab].clone_from(&setup.tabs[tab].text));
        self.texts
            .update(|texts| texts[tab].clone_from(&setup.tabs[tab].text));
        self.scenarios
            .update(|scenarios| scenarios[tab] = setup.tabs[tab].settings);
        self.tab.set(tab);
        self.wants_end.set(true);
        self.clock.go_to_position(1.0);
    }

    /// Keeps for the next visit what was chosen and where one is.
    fn save(self) {
        if self.unsaved.get_untracked() == Some(saved::Trouble::Foreign) {
            return;
        }
        let setup = self.setup.get_value();
        let moment = self.clock.moment.get_untracked();
        let entry = Saved {
            tab: self.tab.get_untracked(),
            texts: self.texts.with_untracked(|texts| {
                texts
                    .iter()
                    .zip(&setup.tabs)
                    .map(|(text, tab)| (*text != tab.text).then(|| text.clone()))
                    .collect()
            }),
            settings: self.scenarios.with_untracked(|scenarios| {
                scenarios
                    .iter()
                    .zip(&setup.tabs)
                    .map(|(now, tab)| changed(now, &tab.settings))
                    .collect()
            }),
            event: moment.event,
            t: moment.t,
            speed: self.clock.speed.get_untracked(),
        };
        self.unsaved.set(saved::store(&setup.id, &entry).err());
    }
}

/// The settings in which two scenarios differ, with the first one's values.
fn changed(now: &Scenario, lesson: &Scenario) -> Vec<(String, String)> {
    let settings = crate::runtime::scenario::SETTINGS.iter();
    settings
        .map(|setting| (setting, setting.get(now)))
        .filter(|(setting, value)| *value != setting.get(lesson))
        .map(|(setting, value)| (setting.name.to_owned(), value))
        .collect()
}

/// A stage on its page.
#[component]
pub fn StageView(
    /// What it starts from.
    setup: Sim,
    /// Tells whoever put it here, such as a prediction, what to steer.
    on_ready: impl FnOnce(Stage) + 'static,
) -> impl IntoView {
    let (stage, saved_moment) = Stage::new(setup);
    on_ready(stage);
    run::keep_running(stage, saved_moment);
    keep_saved(stage);
    let shown = Memo::new(move |_| stage.shown());
    let sentence = Memo::new(move |_| {
        shown.with(|shown| {
            shown
                .as_ref()
                .map(|shown| shown.sentence())
                .unwrap_or_default()
        })
    });
    let hash = move || {
        shown.with(|shown| {
            shown
                .as_ref()
                .map(|shown| format!("{:016x}", shown.state.state_hash()))
        })
    };
    view! {
        <div class="stage" data-state-hash=hash>
            <tabs::Tabs stage />
            <div class="scene-frame">
                <canvas::Scene stage shown sentence />
                <progress
                    class="running"
                    aria-label="The run so far"
                    max="1"
                    prop:value=move || stage.progress.get().unwrap_or(0.0)
                    hidden=move || stage.progress.get().is_none()
                ></progress>
            </div>
            <counts::Gauges shown />
            <counts::Counts shown />
            <p class="sentence" aria-live=move || if stage.clock.playing.get() { "off" } else { "polite" }>
                <span class="when">{move || duration(stage.clock.moment.get().t)}</span>
                {move || sentence.get()}
            </p>
            <controls::Controls clock=stage.clock />
            <div class="stage-lower">
                <code::Code stage shown />
                <div class="stage-side">
                    <sliders::Sliders stage />
                    <charts::Charts stage />
                </div>
            </div>
            <p class="trouble" role="status">{move || stage.unsaved.get().map(saved::Trouble::message)}</p>
        </div>
    }
}

/// Saves a while after the last change.
fn keep_saved(stage: Stage) {
    let soon = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |first: Option<()>| {
        stage.tab.track();
        stage.texts.track();
        stage.scenarios.track();
        stage.clock.moment.track();
        stage.clock.speed.track();
        if first.is_none() {
            return;
        }
        soon.update_value(|handle| {
            if let Some(handle) = handle.take() {
                handle.clear();
            }
            *handle = set_timeout_with_handle(
                move || stage.save(),
                std::time::Duration::from_millis(300),
            )
            .ok();
        });
    });
    let leaving = window_event_listener(leptos::ev::pagehide, move |_| stage.save());
    on_cleanup(move || leaving.remove());
}
