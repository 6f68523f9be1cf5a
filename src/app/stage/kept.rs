//! What of a stage survives a reload: tab, texts, settings, moment and speed. A comparison keeps the last three as well.

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
    #[serde(flatten)]
    dialled: Dialled,
    #[serde(default)]
    by_line: bool,
    #[serde(default)]
    no_pauses: bool,
}

/// What is kept of runs and of how they are looked at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Dialled {
    /// Settings that differ from the lesson's, by tab.
    #[serde(default)]
    settings: Vec<Vec<(String, String)>>,
    /// Other lots than the lesson's.
    #[serde(default)]
    lots: Option<Lots>,
    #[serde(default)]
    event: usize,
    #[serde(default)]
    t: u64,
    #[serde(default)]
    speed: i32,
}

impl Dialled {
    /// What there is to keep of these, looked at at that moment.
    pub fn now(
        setup: &Sim,
        scenarios: &[Scenario],
        lots: Lots,
        moment: Moment,
        speed: i32,
    ) -> Dialled {
        let scenarios = scenarios.iter().zip(&setup.tabs);
        Dialled {
            settings: scenarios
                .map(|(now, tab)| changed(now, &tab.settings))
                .collect(),
            lots: Some(lots).filter(|lots| *lots != setup.lots()),
            event: moment.event,
            t: moment.t,
            speed,
        }
    }

    /// The lesson's scenarios, by tab, changed as it was kept.
    pub fn scenarios(&self, setup: &Sim) -> Vec<Scenario> {
        let kept = |tab: usize| self.settings.get(tab).map_or(&[][..], |kept| kept);
        let tabs = setup.tabs.iter().enumerate();
        tabs.map(|(index, tab)| restored(tab.settings, kept(index)))
            .collect()
    }

    /// The lots that were kept, or else the lesson's.
    pub fn lots(&self, setup: &Sim) -> Lots {
        self.lots.unwrap_or(setup.lots())
    }

    /// The moment that was looked at.
    pub fn moment(&self) -> Moment {
        Moment {
            event: self.event,
            t: self.t,
        }
    }

    /// The player's speed.
    pub fn speed(&self) -> i32 {
        self.speed
    }
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
        let dialled = kept.map(|kept| kept.dialled.clone()).unwrap_or_default();
        let mut texts: Vec<String> = setup.tabs.iter().map(|tab| tab.text.clone()).collect();
        let others = kept.iter().flat_map(|kept| &kept.texts);
        for (text, other) in texts.iter_mut().zip(others) {
            if let Some(other) = other {
                text.clone_from(other);
            }
        }
        Start {
            tab: kept
                .map_or(setup.open, |kept| kept.tab)
                .min(setup.tabs.len() - 1),
            texts,
            scenarios: dialled.scenarios(setup),
            lots: dialled.lots(setup),
            moment: kept.map(|_| dialled.moment()),
            speed: dialled.speed(),
            by_line: kept.is_some_and(|kept| kept.by_line),
            pauses: kept.is_none_or(|kept| !kept.no_pauses),
        }
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
        dialled: stage.scenarios.with_untracked(|scenarios| {
            let (lots, speed) = (
                stage.lots.get_untracked(),
                stage.clock.speed.get_untracked(),
            );
            Dialled::now(&setup, scenarios, lots, moment, speed)
        }),
        by_line: stage.by_line.get_untracked(),
        no_pauses: !stage.clock.pauses.get_untracked(),
    };
    stage.unsaved.set(saved::store(&setup.id, &kept).err());
}

/// A lesson's scenario with the settings that were kept.
fn restored(lesson: Scenario, kept: &[(String, String)]) -> Scenario {
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
fn changed(now: &Scenario, lesson: &Scenario) -> Vec<(String, String)> {
    SETTINGS
        .iter()
        .map(|setting| (setting, setting.get(now)))
        .filter(|(setting, value)| *value != setting.get(lesson))
        .map(|(setting, value)| (setting.name.to_owned(), value))
        .collect()
}
