//! The check of a lesson: every program compiles, every stated figure agrees with its run, and every prediction has
//! exactly one right answer.

use super::fields::Wrong;
use super::run::Runs;
use super::{Lesson, Problem};
use crate::lesson::block::Predict;
use crate::runtime::report::{Reason, Report};
use std::path::Path;

/// Checks a lesson and the listings beside it.
///
/// # Errors
/// Everything that is wrong, by line.
pub fn check(path: &Path) -> Result<(), Vec<Problem>> {
    let lesson = Lesson::read(path)?;
    let runs = Runs::of(&lesson);
    let run = |sim: &str, tab: &str| {
        runs.get(sim, tab)
            .filter(|report| report.reason != Reason::CompileError)
    };
    let mut found = compile_errors(&lesson, &runs);
    for stated in &lesson.stated {
        if let Some(report) = run(&stated.target.sim, &stated.target.tab)
            && let Err(message) = stated.figure.agrees(&stated.shown, report)
        {
            found.push((stated.line, message));
        }
    }
    for (line, predict) in &lesson.predictions {
        if let Some(report) = run(&predict.sim, &predict.tab)
            && let Some(message) = undecided(predict, report)
        {
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

fn compile_errors(lesson: &Lesson, runs: &Runs) -> Vec<Wrong> {
    let mut found = Vec::new();
    for stage in &lesson.stages {
        for (tab, line) in stage.sim.tabs.iter().zip(&stage.tab_lines) {
            let report = runs.get(&stage.sim.id, &tab.id);
            for d in report.iter().flat_map(|report| &report.diagnostics) {
                let message = format!("./{}:{}:{}: {}", tab.file, d.line, d.column, d.message);
                found.push((*line, message));
            }
        }
    }
    found
}

/// What is wrong with a prediction that the run answers with no option, or with several.
fn undecided(predict: &Predict, report: &Report) -> Option<String> {
    let value = predict.figure.of(report);
    let right = predict.right(&value).len();
    (right != 1).then(|| {
        format!(
            "`{}`: {right} of its options are right, where {} is {}; one must be",
            predict.id,
            predict.figure.name(),
            predict.figure.say(&value)
        )
    })
}
