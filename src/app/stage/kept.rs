//! What of a stage survives a reload: tab, texts, settings, place and speed.

use super::Stage;
use crate::app::saved;
use crate::lesson::block::{Lots, Sim};
use crate::runtime::scenario::{SETTINGS, Scenario};
use crate::trace::pace::Moment;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What is kept. Fields may be added, each with a default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Kept {
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
    #[serde(default)]
    by_line: bool,
    #[serde(default)]
    no_pauses: bool,
    /// Other lots than the lesson's.
    #[serde(default)]
    lots: Option<Lots>,
}

/// What was kept of a stage, or why nothing can be.
pub(super) fn load(id: &str) -> (Option<Kept>, Option<saved::Trouble>) {
    match saved::load(id) {
        Ok(kept) => (kept, None),
        Err(trouble) => (None, Some(trouble)),
    }
}

/// What a stage starts with.
pub(super) struct Start {
    pub tab: usize,
    pub texts: Vec<String>,
    pub scenarios: Vec<Scenario>,
    pub lots: Lots,
    pub moment: Option<Moment>,
    pub speed: i32,
    pub by_line: bool,
    pub pauses: bool,
}

impl Start {
    /// The lesson's own, changed as it was kept.
    pub fn of(setup: &Sim, kept: Option<&Kept>) -> Start {
        let mut start = Start {
            tab: setup.open,
            texts: setup.tabs.iter().map(|tab| tab.text.clone()).collect(),
            scenarios: setup.tabs.iter().map(|tab| tab.settings).collect(),
            lots: setup.lots(),
            moment: None,
            speed: 0,
            by_line: false,
            pauses: true,
        };
        if let Some(kept) = kept {
            for (text, kept) in start.texts.iter_mut().zip(&kept.texts) {
                if let Some(kept) = kept {
                    text.clone_from(kept);
                }
            }
            for (scenario, kept) in start.scenarios.iter_mut().zip(&kept.settings) {
                let lesson = *scenario;
                *scenario = restored(lesson, kept);
            }
            let Kept { event, t, .. } = *kept;
            start.tab = kept.tab;
            start.lots = kept.lots.unwrap_or(start.lots);
            start.moment = Some(Moment { event, t });
            start.speed = kept.speed;
            start.by_line = kept.by_line;
            start.pauses = !kept.no_pauses;
        }
        start.tab = start.tab.min(setup.tabs.len() - 1);
        start
    }
}

/// From now on what changes is saved: a while after the last change, and when the page is left. `was` is where one was
/// when it was left last.
pub(super) fn keep(stage: Stage, was: Option<Moment>) {
    saved::keep(
        move || {
            stage.tab.track();
            stage.texts.track();
            stage.scenarios.track();
            stage.lots.track();
            stage.clock.moment.track();
            stage.clock.speed.track();
            stage.by_line.track();
            stage.clock.pauses.track();
        },
        move || save(stage, was),
    );
}

fn save(stage: Stage, was: Option<Moment>) {
    if stage.unsaved.get_untracked() == Some(saved::Trouble::Foreign) {
        return;
    }
    let setup = stage.setup.get_value();
    // Before the first run the stage isn't yet where it was left.
    let moment = match stage.run.with_untracked(Option::is_some) {
        true => stage.clock.moment.get_untracked(),
        false => was.unwrap_or_default(),
    };
    let kept = Kept {
        tab: stage.tab.get_untracked(),
        texts: stage.texts.with_untracked(|texts| {
            let texts = texts.iter().zip(&setup.tabs);
            texts
                .map(|(text, tab)| (*text != tab.text).then(|| text.clone()))
                .collect()
        }),
        settings: stage.scenarios.with_untracked(|scenarios| {
            let scenarios = scenarios.iter().zip(&setup.tabs);
            scenarios
                .map(|(now, tab)| changed(now, &tab.settings))
                .collect()
        }),
        lots: Some(stage.lots.get_untracked()).filter(|lots| *lots != setup.lots()),
        event: moment.event,
        t: moment.t,
        speed: stage.clock.speed.get_untracked(),
        by_line: stage.by_line.get_untracked(),
        no_pauses: !stage.clock.pauses.get_untracked(),
    };
    stage.unsaved.set(saved::store(&setup.id, &kept).err());
}

/// A lesson's scenario with the settings that were kept.
pub fn restored(lesson: Scenario, kept: &[(String, String)]) -> Scenario {
    let mut scenario = lesson;
    for (name, value) in kept {
        // A setting that no longer exists, or no longer takes this value, falls back to the lesson's.
        let _ = scenario.set(name, value);
    }
    match scenario.check() {
        Ok(()) => scenario,
        Err(_) => lesson,
    }
}

/// The settings in which two scenarios differ, with the first one's values.
pub fn changed(now: &Scenario, lesson: &Scenario) -> Vec<(String, String)> {
    SETTINGS
        .iter()
        .map(|setting| (setting, setting.get(now)))
        .filter(|(setting, value)| *value != setting.get(lesson))
        .map(|(setting, value)| (setting.name.to_owned(), value))
        .collect()
}
