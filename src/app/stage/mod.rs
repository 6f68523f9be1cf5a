//! The stage: a program, its run, and everything that shows a moment of it.
//!
//! The signals hold what was chosen (tab, text, scenario, speed) and the moment that is looked at; the run follows from the
//! first, and every picture, count and sentence from the run and the moment.

mod canvas;
mod charts;
mod code;
mod controls;
mod counts;
mod editor;
pub mod player;
mod run;
mod sliders;
mod tabs;

use super::saved;
use crate::runtime::scenario::Scenario;
use crate::trace::pace::{self, Moment};
use crate::trace::{State, Trace};
use leptos::prelude::*;
use run::Recorded;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a stage starts from: a lesson's sim block.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    /// The block's id on its page.
    pub id: String,
    /// The programs, one a tab; at least one.
    pub tabs: Vec<Tab>,
    /// The settings that have a slider, by name.
    pub sliders: Vec<String>,
    /// Draws the work.
    pub seed: u64,
    /// Draws the order.
    pub schedule: u64,
}

/// A program of a stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    /// What the tab says.
    pub label: String,
    /// The file's name.
    pub file: String,
    /// The lesson's text.
    pub text: String,
    /// The lesson's scenario for it.
    pub scenario: Scenario,
}

/// All that a stage's parts share. It is `Copy`: the values live in the reactive system.
#[derive(Clone, Copy)]
pub struct Stage {
    /// What the lesson gives.
    pub setup: StoredValue<Arc<Setup>>,
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
    /// The moment that is looked at.
    pub moment: RwSignal<Moment>,
    /// Whether it plays.
    pub playing: RwSignal<bool>,
    /// The speed, as a power of two.
    pub speed: RwSignal<i32>,
    /// The goroutine whose line is followed; none is whoever acts.
    pub selected: RwSignal<Option<u32>>,
    /// Waits for a prediction before it plays.
    pub locked: RwSignal<bool>,
    /// What can't be saved, if anything.
    pub unsaved: RwSignal<Option<saved::Trouble>>,
    /// The learner wants little motion.
    pub reduced_motion: bool,
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
    fn new(setup: Setup) -> (Stage, Option<Moment>) {
        let (saved, unsaved) = match saved::load::<Saved>(&setup.id) {
            Ok(saved) => (saved, None),
            Err(trouble) => (None, Some(trouble)),
        };
        let mut texts: Vec<String> = setup.tabs.iter().map(|tab| tab.text.clone()).collect();
        let mut scenarios: Vec<Scenario> = setup.tabs.iter().map(|tab| tab.scenario).collect();
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
        let tab = saved.as_ref().map_or(0, |saved| saved.tab).min(setup.tabs.len() - 1);
        let moment = saved.as_ref().map(|saved| Moment { event: saved.event, t: saved.t });
        let speed = saved.as_ref().map_or(0, |saved| saved.speed);
        let stage = Stage {
            setup: StoredValue::new(Arc::new(setup)),
            tab: RwSignal::new(tab),
            running: RwSignal::new(texts.clone()),
            texts: RwSignal::new(texts),
            scenarios: RwSignal::new(scenarios),
            run: RwSignal::new(None),
            trouble: RwSignal::new(run::Trouble::None),
            progress: RwSignal::new(None),
            moment: RwSignal::new(Moment::default()),
            playing: RwSignal::new(false),
            speed: RwSignal::new(speed.clamp(*player::SPEEDS.start(), *player::SPEEDS.end())),
            selected: RwSignal::new(None),
            locked: RwSignal::new(false),
            unsaved: RwSignal::new(unsaved),
            reduced_motion: super::dom::prefers_reduced_motion(),
        };
        (stage, moment)
    }

    /// The scenario of the open tab.
    pub fn scenario(self) -> Scenario {
        self.scenarios.with(|all| all[self.tab.get()])
    }

    /// Changes one setting of the open tab.
    ///
    /// # Errors
    /// What is possible, where the value is not.
    pub fn set(self, name: &str, value: &str) -> Result<(), String> {
        let tab = self.tab.get_untracked();
        let mut scenario = self.scenarios.with_untracked(|all| all[tab]);
        scenario.set(name, value)?;
        scenario.check()?;
        if self.scenarios.with_untracked(|all| all[tab] != scenario) {
            self.scenarios.update(|all| all[tab] = scenario);
        }
        Ok(())
    }

    /// The state at the moment that is looked at.
    pub fn state(self) -> Option<State> {
        let moment = self.moment.get();
        self.run.with(|run| run.as_ref().map(|run| run.trace.state_after(moment.event)))
    }

    /// Looks at a position, 0 to 1.
    pub fn go_to_position(self, position: f64) {
        self.with_trace(|trace| pace::moment(trace, position)).map(|moment| self.moment.set(moment));
    }

    /// Steps by events, forward or backward.
    pub fn step(self, events: isize) {
        player::pause(self);
        let moment = self.moment.get_untracked();
        let next = self.with_trace(|trace| {
            let event = moment.event.saturating_add_signed(events).min(trace.len());
            Moment { event, t: pace::Times::time_of(trace, event) }
        });
        next.map(|moment| self.moment.set(moment));
    }

    /// Where the moment stands in the run, 0 to 1.
    pub fn position(self) -> f64 {
        let moment = self.moment.get();
        self.run.with(|run| run.as_ref().map_or(0.0, |run| pace::position(&run.trace, moment)))
    }

    fn position_untracked(self) -> f64 {
        untrack(|| self.position())
    }

    fn at_end_untracked(self) -> bool {
        let event = self.moment.get_untracked().event;
        self.with_trace(|trace| event >= trace.len()).unwrap_or(false)
    }

    fn with_trace<T>(self, look: impl FnOnce(&Trace) -> T) -> Option<T> {
        self.run.with_untracked(|run| run.as_ref().map(|run| look(&run.trace)))
    }

    /// Keeps for the next visit what was chosen and where one is.
    fn save(self) {
        if self.unsaved.get_untracked() == Some(saved::Trouble::Foreign) {
            return;
        }
        let setup = self.setup.get_value();
        let moment = self.moment.get_untracked();
        let entry = Saved {
            tab: self.tab.get_untracked(),
            texts: self.texts.with_untracked(|texts| {
                texts.iter().zip(&setup.tabs).map(|(text, tab)| (*text != tab.text).then(|| text.clone())).collect()
            }),
            settings: self.scenarios.with_untracked(|scenarios| {
                scenarios.iter().zip(&setup.tabs).map(|(now, tab)| changed(now, &tab.scenario)).collect()
            }),
            event: moment.event,
            t: moment.t,
            speed: self.speed.get_untracked(),
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
