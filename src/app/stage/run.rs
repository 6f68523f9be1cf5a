//! Runs a program for the stage: compiles it, runs it in slices so that the page stays alive, and keeps what was recorded.

use crate::go;
use crate::runtime::scenario::Scenario;
use crate::runtime::report::Report;
use crate::trace::Trace;
use std::sync::Arc;

/// What is to be run.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// The file's name, for diagnostics.
    pub file: String,
    /// The program's text.
    pub text: String,
    /// The limits and the work.
    pub scenario: Scenario,
    /// Draws the work.
    pub seed: u64,
    /// Draws the order.
    pub schedule: u64,
}
