//! What a run comes to: the object that `brigade run --json` prints and that lessons take their figures from.

use super::deadlock::{self, Asleep};
use super::machine::Run;
use super::world::{Counts, Waited};
use crate::go::diagnostic;
use crate::trace::Reason as Ended;
use serde::Serialize;

/// Why the process ended, or why there was none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// `main` returned.
    Completed,
    /// `os.Exit`
    Exit,
    /// A panic nobody recovered from.
    Panic,
    /// A fatal error of the Go runtime that isn't a deadlock.
    FatalError,
    /// All goroutines are asleep, be it that one waits for a signal, which never comes here.
    Deadlock,
    /// Memory over its limit: killed.
    OutOfMemory,
    /// Stopped after `max_steps` steps.
    StepLimit,
    /// There was no run: the program doesn't compile.
    CompileError,
}

impl Reason {
    /// Its name in JSON, and in a lesson's figures.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Completed => "completed",
            Reason::Exit => "exit",
            Reason::Panic => "panic",
            Reason::FatalError => "fatal_error",
            Reason::Deadlock => "deadlock",
            Reason::OutOfMemory => "out_of_memory",
            Reason::StepLimit => "step_limit",
            Reason::CompileError => "compile_error",
        }
    }
}

impl From<Ended> for Reason {
    fn from(ended: Ended) -> Reason {
        match ended {
            Ended::Completed => Reason::Completed,
            Ended::Exit => Reason::Exit,
            Ended::Panic => Reason::Panic,
            Ended::FatalError => Reason::FatalError,
            Ended::Deadlock | Ended::NoSignal => Reason::Deadlock,
            Ended::OutOfMemory => Reason::OutOfMemory,
            Ended::StepLimit => Reason::StepLimit,
        }
    }
}

impl Report {
    /// What a run came to.
    pub fn of(run: &Run) -> Report {
        let Run { outcome, trace } = run;
        let world = &outcome.world;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let leaks = outcome.leaks.iter().map(|leak| Leak {
            id: leak.id,
            line: leak.line,
            wait_reason: leak.wait_reason.clone(),
        });
        Report {
            exit_code: outcome.ending.code,
            reason: outcome.ending.reason.into(),
            stdout: text(&outcome.stdout),
            stderr: text(&outcome.stderr),
            orders: world.orders.counts_at_end(),
            makespan_ns: outcome.makespan_ns,
            max_in_flight: world.orders.max_in_flight(),
            goroutines: Goroutines {
                created: outcome.goroutines,
                max_alive: outcome.max_alive,
            },
            memory: Memory {
                peak_bytes: outcome.peak_bytes,
            },
            stoves: Stoves {
                max_in_use: world.stoves.max_in_use(),
                refused: world.stoves.refused(),
            },
            api: Api {
                calls: world.supplier.calls(),
                refused: world.supplier.refused(),
            },
            waited: world.waits.until(outcome.makespan_ns),
            allocations: outcome.allocations,
            steps: outcome.steps,
            events: outcome.events,
            trace_digest: format!("{:016x}", trace.digest()),
            diagnostics: Vec::new(),
            races: outcome.races.clone(),
            leaks: leaks.collect(),
            deadlock: outcome.asleep.clone(),
        }
    }

    /// What Brigade itself says of the run, line by line: who waits for whom at a deadlock, who was left blocked. Each
    /// begins with `brigade: `.
    pub fn remarks(&self) -> Vec<String> {
        const SHOWN: usize = 10;
        let mut lines: Vec<String> = Vec::new();
        let waits = self.deadlock.iter().map(|asleep| asleep.message.clone());
        lines.extend(waits.take(SHOWN));
        if self.deadlock.len() > SHOWN {
            lines.push(format!(
                "{} more goroutines wait",
                self.deadlock.len() - SHOWN
            ));
        }
        if let Some(circle) = deadlock::circle(&self.deadlock) {
            let names = circle.iter().chain(&circle[..1]).map(u32::to_string);
            let names = names.collect::<Vec<_>>().join(" for ");
            lines.push(format!("they wait in a circle: goroutine {names}"));
        }
        lines.extend(self.leaks.iter().map(|leak| {
            let Leak {
                id,
                line,
                wait_reason,
            } = leak;
            format!("goroutine {id} was left blocked at line {line}: {wait_reason}")
        }));
        let said = lines.iter().map(|line| format!("brigade: {line}"));
        said.collect()
    }

    /// Of a program that doesn't compile.
    pub fn not_compiled(diagnostics: &[diagnostic::Diagnostic]) -> Report {
        let listed = diagnostics.iter().map(|found| Diagnostic {
            line: found.line,
            column: found.column,
            message: found.message.clone(),
        });
        Report {
            exit_code: 1,
            reason: Reason::CompileError,
            stdout: String::new(),
            stderr: diagnostic::render(diagnostics),
            orders: Counts::default(),
            makespan_ns: 0,
            max_in_flight: 0,
            goroutines: Goroutines::default(),
            memory: Memory::default(),
            stoves: Stoves::default(),
            api: Api::default(),
            waited: Waited::default(),
            allocations: 0,
            steps: 0,
            events: 0,
            trace_digest: String::new(),
            diagnostics: listed.collect(),
            races: Vec::new(),
            leaks: Vec::new(),
            deadlock: Vec::new(),
        }
    }
}

/// What a run comes to. The order of the fields is that of the JSON; nothing in it comes from a wall clock.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The exit status of the process.
    pub exit_code: u8,
    /// Why it ended.
    pub reason: Reason,
    /// What the program wrote to stdout.
    pub stdout: String,
    /// What the program, or Go's runtime for it, wrote to stderr.
    pub stderr: String,
    /// What became of the orders.
    pub orders: Counts,
    /// The end of the process in virtual ns.
    pub makespan_ns: u64,
    /// The most orders in flight at once.
    pub max_in_flight: u64,
    /// Goroutines, main counted.
    pub goroutines: Goroutines,
    /// Memory.
    pub memory: Memory,
    /// Database connections.
    pub stoves: Stoves,
    /// The supplier.
    pub api: Api,
    /// How long goroutines waited, all added up.
    pub waited: Waited,
    /// Allocations of the program.
    pub allocations: u64,
    /// Steps executed.
    pub steps: u64,
    /// Events recorded.
    pub events: u64,
    /// Digest of the trace: equal for equal runs.
    pub trace_digest: String,
    /// Why it doesn't compile.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub diagnostics: Vec<Diagnostic>,
    /// Data races found (with `--race`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub races: Vec<String>,
    /// Goroutines left blocked (with `--leaks`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leaks: Vec<Leak>,
    /// Who waits for whom, where it ended in a deadlock.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deadlock: Vec<Asleep>,
}

/// Counts of goroutines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Goroutines {
    /// All that ever were.
    pub created: u64,
    /// The most alive at once.
    pub max_alive: u64,
}

/// Memory of the process.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Memory {
    /// The most that was used at once, in bytes.
    pub peak_bytes: u64,
}

/// Database connections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Stoves {
    /// The most that were open at once.
    pub max_in_use: u64,
    /// Refusals.
    pub refused: u64,
}

/// The supplier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Api {
    /// Calls taken.
    pub calls: u64,
    /// Refusals.
    pub refused: u64,
}

/// A compile diagnostic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// From 1.
    pub line: u32,
    /// In bytes, from 1.
    pub column: u32,
    /// In the Go compiler's words.
    pub message: String,
}

/// A goroutine left blocked at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Leak {
    /// Its number.
    pub id: u32,
    /// The line of the learner's file at which it is blocked.
    pub line: u32,
    /// Go's word for what it waits on: `chan receive`.
    pub wait_reason: String,
}
