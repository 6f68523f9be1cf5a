//! The simulated Go runtime: runs a compiled program on virtual time under a scenario, and records what happens.
//!
//! Takes a [`Program`](crate::go::program::Program), a [`scenario::Scenario`], a seed and a schedule; gives a trace and an outcome. It reads
//! no clock and knows no browser: the same four give the same run on every machine.

pub mod draw;
pub mod report;
pub mod scenario;
pub mod world;
