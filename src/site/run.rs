//! The runs of a lesson's stages, each as its lesson sets it up.

use super::Lesson;
use super::prose::Target;
use crate::lesson::block::{Sim, Tab};
use crate::runtime::Settings;
use crate::runtime::report::Report;

/// What every tab of a lesson's stages came to.
pub struct Runs(Vec<(Target, Report)>);

impl Runs {
    /// Runs them all.
    pub fn of(lesson: &Lesson) -> Runs {
        let tabs = lesson.stages.iter().flat_map(|stage| {
            let sim = &stage.sim;
            sim.tabs.iter().map(move |tab| (sim, tab))
        });
        Runs(
            tabs.map(|(sim, tab)| (target(sim, tab), report(sim, tab)))
                .collect(),
        )
    }

    /// What one of them came to; a program that doesn't compile has a report too.
    pub fn get(&self, sim: &str, tab: &str) -> Option<&Report> {
        let found = self.0.iter().find(|(of, _)| of.sim == sim && of.tab == tab);
        found.map(|run| &run.1)
    }
}

fn target(sim: &Sim, tab: &Tab) -> Target {
    Target {
        sim: sim.id.clone(),
        tab: tab.id.clone(),
    }
}

fn report(sim: &Sim, tab: &Tab) -> Report {
    let settings = Settings {
        scenario: tab.settings,
        seed: sim.seed,
        schedule: sim.schedule,
        ..Settings::default()
    };
    crate::run(&tab.file, &tab.text, &settings).report
}
