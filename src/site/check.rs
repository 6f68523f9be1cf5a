//! The check of a lesson: every program compiles, every stated figure agrees with its run, and every prediction has
//! exactly one right answer.

use super::prose::Target;
use super::{Lesson, Problem};
use crate::lesson::block::{Sim, Tab};
use crate::runtime::Settings;
use crate::runtime::report::{Reason, Report};
use std::path::Path;

/// Checks a lesson and the listings beside it.
///
/// # Errors
/// Everything that is wrong, by line.
pub fn check(path: &Path) -> Result<(), Vec<Problem>> {
    let lesson = Lesson::read(path)?;
    let mut found = Vec::new();
    let mut runs = Vec::new();
    for stage in &lesson.stages {
        for (tab, line) in stage.sim.tabs.iter().zip(&stage.tab_lines) {
            let report = report(&stage.sim, tab);
            if report.reason == Reason::CompileError {
                let complaints = report.diagnostics.iter().map(|d| {
                    let place = format!("./{}:{}:{}", tab.file, d.line, d.column);
                    (*line, format!("{place}: {}", d.message))
                });
                found.extend(complaints);
                continue;
            }
            let target = Target {
                sim: stage.sim.id.clone(),
                tab: tab.id.clone(),
            };
            runs.push((target, report));
        }
    }
    let of = |target: &Target| runs.iter().find(|run| run.0 == *target).map(|run| &run.1);
    for stated in &lesson.stated {
        let agrees = of(&stated.target).map(|report| stated.figure.agrees(&stated.shown, report));
        if let Some(Err(message)) = agrees {
            found.push((stated.line, message));
        }
    }
    for (line, predict) in &lesson.predictions {
        let target = Target {
            sim: predict.sim.clone(),
            tab: predict.tab.clone(),
        };
        let Some(report) = of(&target) else { continue };
        let value = predict.figure.of(report);
        let right = predict.right(&value).len();
        if right != 1 {
            let said = predict.figure.say(&value);
            let message = format!(
                "`{}`: {right} of its options are right, where {} is {said}; one must be",
                predict.id,
                predict.figure.name()
            );
            found.push((*line, message));
        }
    }
    found.sort_by_key(|found| found.0);
    let problem = |(line, message)| Problem {
        file: path.to_owned(),
        line: line + 1,
        message,
    };
    let problems: Vec<Problem> = found.into_iter().map(problem).collect();
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
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
