//! Brigade: a workbook on Go concurrency whose listings really run.
//!
//! The rooms, in the order in which data flows through them, and never back:
//! lessons → [`site`] (at build time) → a page's blocks ([`lesson`]) → [`go`] → [`runtime`] → [`trace`] → [`scene`] → [`app`].
//! `tests/tidy.rs` holds these arrows.

#[cfg(any(target_arch = "wasm32", feature = "app"))]
pub mod app;
pub mod go;
pub mod lesson;
pub mod runtime;
pub mod scene;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
pub mod trace;

use runtime::Settings;
use runtime::report::Report;
use std::sync::Arc;

/// What became of a program's text: the report, and the trace where it ran.
#[derive(Debug)]
pub struct Ran {
    /// What the run comes to, or why there was none.
    pub report: Report,
    /// What happened; none where the program doesn't compile.
    pub trace: Option<trace::Trace>,
}

/// Compiles and runs a program: from its text to the report in one call. `file` is the name that diagnostics give it.
pub fn run(file: &str, text: &str, settings: &Settings) -> Ran {
    let (program, diagnostics) = go::compile(file, text);
    let Some(program) = program else {
        return Ran {
            report: Report::not_compiled(&diagnostics),
            trace: None,
        };
    };
    let run = runtime::run(&Arc::new(program), settings.clone());
    let report = Report::of(&run);
    let mut trace = run.trace;
    while !trace.index(usize::MAX) {}
    Ran {
        report,
        trace: Some(trace),
    }
}
