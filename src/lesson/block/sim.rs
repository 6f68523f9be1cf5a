//! The stage: one or more programs, each with its whole scenario.

use crate::lesson::settings;
use crate::runtime::scenario::Scenario;
use serde::{Deserialize, Serialize};

/// A stage on which programs run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sim {
    /// Its address in the page; also the key under which the browser keeps what was done in it.
    pub id: String,
    /// Which world is drawn.
    pub scene: SceneKind,
    /// What can be run here, at least one.
    pub tabs: Vec<Tab>,
    /// Index of the tab that is open at first.
    pub open: usize,
    /// Names of the settings that the learner can change, in the order shown; [`crate::lesson::control`] knows each.
    /// What is changed here holds in every tab. Also `seed` and `schedule`, which follow the settings.
    pub sliders: Vec<String>,
    /// Draws the work.
    pub seed: u64,
    /// Draws the order among what could run next; 0 is Go's own.
    pub schedule: u64,
}

/// A program under a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tab {
    /// Its name within the stage.
    pub id: String,
    /// What stands on the tab.
    pub label: String,
    /// The listing's file name, as diagnostics print it.
    pub file: String,
    /// The listing.
    pub text: String,
    /// The scenario; in JSON a map from every setting's name to its value as `--set` takes it.
    #[serde(with = "settings")]
    pub settings: Scenario,
}

/// The two worlds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SceneKind {
    /// Orders, chefs, stoves.
    #[default]
    Kitchen,
    /// Shelves, students, the table.
    Library,
}

/// What is drawn of a run, beside its program and scenario: the same lots, the same run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lots {
    /// Draws the work.
    pub seed: u64,
    /// Draws the order among what could run next; 0 is Go's own.
    pub schedule: u64,
}

impl Lots {
    /// The names under which a lesson offers them to the learner.
    pub const NAMES: [&str; 2] = ["seed", "schedule"];
}

impl Sim {
    /// The lots that the lesson draws.
    pub fn lots(&self) -> Lots {
        Lots {
            seed: self.seed,
            schedule: self.schedule,
        }
    }

    /// The tab that is open at first.
    ///
    /// # Panics
    /// If there is none; `site` makes no such stage.
    pub fn opening(&self) -> &Tab {
        &self.tabs[self.open.min(self.tabs.len() - 1)]
    }

    /// The tab of that name.
    pub fn tab(&self, id: &str) -> Option<&Tab> {
        self.tabs.iter().find(|tab| tab.id == id)
    }
}
