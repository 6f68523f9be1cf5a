//! What of a stage survives a reload: tab, texts, settings, moment and speed. A comparison keeps the last three as well.

use super::Stage;
use crate::app::saved;
use crate::lesson::block::{Lots, Sim};
use crate::runtime::scenario::{SETTINGS, Scenario};
use crate::trace::pace::Moment;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What is kept of a stage, or of a comparison, which has no use for some of it. Fields may be added.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    tab: usize,
    /// Texts that differ from the lesson's, by tab.
    texts: Vec<Option<String>>,
    /// Settings that differ from the lesson's, by tab.
    settings: Vec<Vec<(String, String)>>,
    event: usize,
    t: u64,
    /// The player's speed.
    pub speed: i32,
    by_line: bool,
    no_pauses: bool,
    /// Other lots than the lesson's.
    lots: Option<Lots>,
    /// Of a comparison: whether its end was ever seen.
    pub seen: bool,
}

impl Kept {
    /// What there is to keep of runs, looked at at that moment.
    pub fn now(
        setup: &Sim,
        scenarios: &[Scenario],
        lots: Lots,
        moment: Moment,
        speed: i32,
    ) -> Kept {
        let scenarios = scenarios.iter().zip(&setup.tabs);
        Kept {
            settings: scenarios
                .map(|(now, tab)| changed(now, &tab.settings))
                .collect(),
            lots: Some(lots).filter(|lots| *lots != setup.lots()),
            event: moment.event,
            t: moment.t,
            speed,
            ..Kept::default()
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
}

/// What was kept under an id, or why nothing can be.
pub fn load(id: &str) -> (Option<Kept>, Option<saved::Trouble>) {
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
        let lesson = Kept {
            tab: setup.open,
            ..Kept::default()
        };
        let moment = kept.map(Kept::moment);
        let kept = kept.unwrap_or(&lesson);
        let mut texts: Vec<String> = setup.tabs.iter().map(|tab| tab.text.clone()).collect();
        for (text, other) in texts.iter_mut().zip(&kept.texts) {
            if let Some(other) = other {
                text.clone_from(other);
            }
        }
        Start {
            tab: kept.tab.min(setup.tabs.len() - 1),
            texts,
            scenarios: kept.scenarios(setup),
            lots: kept.lots(setup),
            moment,
            speed: kept.speed,
            by_line: kept.by_line,
            pauses: !kept.no_pauses,
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
    let (lots, speed) = (
        stage.lots.get_untracked(),
        stage.clock.speed.get_untracked(),
    );
    let runs = stage
        .scenarios
        .with_untracked(|scenarios| Kept::now(&setup, scenarios, lots, moment, speed));
    let kept = Kept {
        tab: stage.tab.get_untracked(),
        texts: stage.texts.with_untracked(|texts| {
            let texts = texts.iter().zip(&setup.tabs);
            texts
                .map(|(text, tab)| (*text != tab.text).then(|| text.clone()))
                .collect()
        }),
        by_line: stage.by_line.get_untracked(),
        no_pauses: !stage.clock.pauses.get_untracked(),
        ..runs
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
