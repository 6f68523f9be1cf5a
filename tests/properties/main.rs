//! Properties of the machine: on random concurrent programs, on mutilated ones, and over many schedules.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../common/run.rs"]
#[allow(dead_code, reason = "each test file uses what it needs")]
mod run;

mod machine;
mod mutants;

mod programs;
mod races;
mod schedules;
