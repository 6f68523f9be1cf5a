//! The scenario: the limits and the work of a run, under one set of names.
//!
//! Times are kept in ns and rates in millionths, so that the run itself never meets a float.

mod settings;

pub use settings::{SETTINGS, Setting, Values, setting};

use settings::MILLI;

/// How service times, or latencies, are spread around their mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distribution {
    /// All alike.
    Constant,
    /// The mean ± `spread` of it.
    Uniform,
    /// Exponential.
    Exponential,
    /// Lognormal with `spread` as its coefficient of variation.
    Lognormal,
}

/// How the orders of `Arrivals` come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// All at time 0.
    AtOnce,
    /// One after another, evenly.
    Paced,
    /// As a Poisson process.
    Poisson,
}

/// What happens to who is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// The refusal is returned at once.
    Fail,
    /// There is no refusal, but a queue, first come, first served.
    Wait,
    /// It is tried again after a random pause that doubles.
    Retry,
}

/// What the library's sources are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceNames {
    /// Two shelves, history and science; where there are more, clusters.
    Auto,
    /// CI and CD, then further workflows.
    Workflows,
    /// The kinds of resource of a Kubernetes cluster.
    Resources,
}

/// The limits and the work of a run. The fields are named as the settings; see [`SETTINGS`].
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(
    missing_docs,
    reason = "each field is described by its row in SETTINGS"
)]
pub struct Scenario {
    pub tasks: u64,
    pub workers: u64,
    pub service_ns: u64,
    pub distribution: Distribution,
    pub spread: f64,
    pub stragglers: f64,
    pub straggler_factor: f64,
    pub fail_rate: f64,
    pub arrival: Arrival,
    pub arrival_micro_per_s: u64,
    pub cores: u64,
    pub cpu_share: f64,
    pub memory_mib: u64,
    pub task_kib: u64,
    pub goroutine_bytes: u64,
    pub spawn_ns: u64,
    pub switch_ns: u64,
    pub files: u64,
    pub files_per_task: u64,
    pub max_steps: u64,
    pub stoves: u64,
    pub stoves_reserved: u64,
    pub stoves_others: u64,
    pub connect_ns: u64,
    pub stove_policy: Policy,
    pub calls_per_task: u64,
    pub api_ns: u64,
    pub api_micro_per_s: u64,
    pub api_burst: u64,
    pub api_in_flight: u64,
    pub api_policy: Policy,
    pub retries: u64,
    pub retry_ns: u64,
    pub sources: u64,
    pub source_names: SourceNames,
    pub latency_ns: u64,
    pub connections: u64,
    pub copy_ns: u64,
    pub deadline_ns: u64,
}

impl Default for Scenario {
    fn default() -> Self {
        Scenario {
            tasks: 1000,
            workers: 5,
            service_ns: 20 * MILLI,
            distribution: Distribution::Constant,
            spread: 0.0,
            stragglers: 0.0,
            straggler_factor: 10.0,
            fail_rate: 0.0,
            arrival: Arrival::AtOnce,
            arrival_micro_per_s: 0,
            cores: 4,
            cpu_share: 0.0,
            memory_mib: 512,
            task_kib: 64,
            goroutine_bytes: 2700,
            spawn_ns: 0,
            switch_ns: 0,
            files: 0,
            files_per_task: 1,
            max_steps: 1_000_000_000,
            stoves: 100,
            stoves_reserved: 3,
            stoves_others: 0,
            connect_ns: 0,
            stove_policy: Policy::Fail,
            calls_per_task: 1,
            api_ns: 0,
            api_micro_per_s: 0,
            api_burst: 10,
            api_in_flight: 0,
            api_policy: Policy::Fail,
            retries: 5,
            retry_ns: 10 * MILLI,
            sources: 2,
            source_names: SourceNames::Auto,
            latency_ns: 500 * MILLI,
            connections: 0,
            copy_ns: 0,
            deadline_ns: 0,
        }
    }
}

impl Scenario {
    /// Holds the values against each other.
    ///
    /// # Errors
    /// A combination under which nothing could ever be done.
    pub fn check(&self) -> Result<(), String> {
        if self.stove_policy == Policy::Wait && self.stoves_free() == 0 {
            return Err(format!(
                "nobody could ever have a stove: `stoves` {} less `stoves_reserved` {} less `stoves_others` {} leaves none, and `stove_policy` is wait",
                self.stoves, self.stoves_reserved, self.stoves_others
            ));
        }
        if self.arrival != Arrival::AtOnce && self.arrival_micro_per_s == 0 {
            return Err(
                "nobody would ever arrive: set `arrival_per_s` above 0, or `arrival` to at_once"
                    .into(),
            );
        }
        Ok(())
    }

    /// How many stoves the program itself can have lit at once: all, less the reserved and those of others.
    pub fn stoves_free(&self) -> u64 {
        self.stoves
            .saturating_sub(self.stoves_reserved)
            .saturating_sub(self.stoves_others)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kitchen_without_a_stove_to_wait_for_is_refused() {
        let mut scenario = Scenario {
            stoves: 3,
            ..Scenario::default()
        };
        assert!(scenario.check().is_ok(), "everybody is refused at once");
        scenario.stove_policy = Policy::Wait;
        assert!(
            scenario
                .check()
                .unwrap_err()
                .contains("`stoves_reserved` 3")
        );
    }
}
