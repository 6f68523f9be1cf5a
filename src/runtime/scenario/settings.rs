//! The settings of a scenario by their names.
//!
//! [`SETTINGS`] is the one table from which `--set`, TOML, sliders, links and the help are fed; `MODEL.md` gives the
//! meaning of each name.

use super::{Arrival, Distribution, Policy, Scenario, SourceNames};
use crate::go::suggest::nearest;
use std::fmt::Write as _;

const MICRO: u64 = 1_000;
pub(super) const MILLI: u64 = 1_000_000;
/// The longest time that a setting takes: 10^9 ms, some eleven days.
const LONGEST_NS: u64 = 1_000_000_000 * MILLI;
/// The most of anything that is counted.
const MANY: u64 = 1 << 32;

/// A row of the table of settings.
pub struct Setting {
    /// Its name everywhere.
    pub name: &'static str,
    /// What it means, with its unit.
    pub doc: &'static str,
    kind: Kind,
}

type Field<T> = fn(&mut Scenario) -> &mut T;

enum Kind {
    /// A whole number.
    Count {
        min: u64,
        max: u64,
        field: Field<u64>,
    },
    /// A decimal number, kept as a whole number of `1 / scale`.
    Fixed {
        scale: u64,
        max: u64,
        field: Field<u64>,
    },
    /// A share or a factor.
    Real {
        min: f64,
        max: f64,
        field: Field<f64>,
    },
    Distribution(Field<Distribution>),
    Arrival(Field<Arrival>),
    Policy(Field<Policy>),
    SourceNames(Field<SourceNames>),
}

/// What a control needs to know to offer a setting.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// Numbers from `min` to `max`, in whole steps only if `whole`.
    Numbers {
        /// The smallest.
        min: f64,
        /// The largest.
        max: f64,
        /// Whether fractions are refused.
        whole: bool,
    },
    /// One of these words.
    Words(&'static [&'static str]),
}

macro_rules! settings {
    ($($name:literal $doc:literal $kind:expr;)*) => { &[$(Setting { name: $name, doc: $doc, kind: $kind }),*] };
}

macro_rules! field {
    ($field:ident) => {
        |s| &mut s.$field
    };
}

macro_rules! count {
    ($field:ident, $min:expr) => {
        count!($field, $min, MANY)
    };
    ($field:ident, $min:expr, $max:expr) => {
        Kind::Count {
            min: $min,
            max: $max,
            field: field!($field),
        }
    };
}

macro_rules! millis {
    ($field:ident) => {
        Kind::Fixed {
            scale: MILLI,
            max: LONGEST_NS,
            field: field!($field),
        }
    };
}

macro_rules! per_second {
    ($field:ident) => {
        Kind::Fixed {
            scale: 1_000_000,
            max: 1_000_000_000 * 1_000_000,
            field: field!($field),
        }
    };
}

macro_rules! share {
    ($field:ident) => {
        Kind::Real {
            min: 0.0,
            max: 1.0,
            field: field!($field),
        }
    };
}

/// All settings, in the order of `MODEL.md`.
pub static SETTINGS: &[Setting] = settings![
    "tasks" "orders of the day" count!(tasks, 0, 10_000_000);
    "workers" "the bound: chefs at once" count!(workers, 1);
    "service_ms" "mean service time of an order, ms" millis!(service_ns);
    "distribution" "how service times and latencies spread" Kind::Distribution(field!(distribution));
    "spread" "uniform: ± this share of the mean; lognormal: coefficient of variation" share!(spread);
    "stragglers" "share of orders that take much longer" share!(stragglers);
    "straggler_factor" "how many times longer a straggler takes" Kind::Real { min: 1.0, max: 1e6, field: field!(straggler_factor) };
    "fail_rate" "share of orders that fail after their service" share!(fail_rate);
    "arrival" "how orders come through Arrivals" Kind::Arrival(field!(arrival));
    "arrival_per_s" "orders per second, where they come over time" per_second!(arrival_micro_per_s);
    "cores" "goroutines that can use a processor at once" count!(cores, 1, 65_536);
    "cpu_share" "share of the service time that needs a core" share!(cpu_share);
    "memory_mib" "memory limit of the process, MiB" count!(memory_mib, 1, 1 << 30);
    "task_kib" "memory that an order in the making holds, KiB" count!(task_kib, 0);
    "goroutine_bytes" "memory that a goroutine takes by itself, bytes" count!(goroutine_bytes, 0);
    "spawn_ns" "CPU time that a go statement costs, ns" count!(spawn_ns, 0, LONGEST_NS);
    "switch_ns" "CPU time that a switch between goroutines costs, ns" count!(switch_ns, 0, LONGEST_NS);
    "files" "open-file limit; 0 is none" count!(files, 0);
    "files_per_task" "files that an order holds open" count!(files_per_task, 0);
    "max_steps" "steps after which a run is stopped" count!(max_steps, 1, 1 << 53);
    "stoves" "database connections in all" count!(stoves, 0, 1_000_000);
    "stoves_reserved" "of them, kept for superusers" count!(stoves_reserved, 0, 1_000_000);
    "stoves_others" "of them, taken by the rest of the application" count!(stoves_others, 0, 1_000_000);
    "connect_ms" "time to connect, ms" millis!(connect_ns);
    "stove_policy" "what happens when no stove is free" Kind::Policy(field!(stove_policy));
    "calls_per_task" "calls to the supplier that an order needs" count!(calls_per_task, 0);
    "api_ms" "time of a call, ms" millis!(api_ns);
    "api_per_s" "calls per second that the supplier takes; 0 is no limit" per_second!(api_micro_per_s);
    "api_burst" "calls that the supplier takes at once (the token bucket's size)" count!(api_burst, 1);
    "api_in_flight" "calls under way that the supplier takes; 0 is no limit" count!(api_in_flight, 0);
    "api_policy" "what happens when the supplier takes no call" Kind::Policy(field!(api_policy));
    "retries" "how often a refused thing is tried again" count!(retries, 0, 1_000_000);
    "retry_ms" "first pause before trying again, ms; it doubles" millis!(retry_ns);
    "sources" "shelves to fetch from" count!(sources, 0, 10_000_000);
    "source_names" "what the shelves are called" Kind::SourceNames(field!(source_names));
    "latency_ms" "mean time to fetch from a shelf, ms" millis!(latency_ns);
    "connections" "fetches at once; 0 is no limit" count!(connections, 0);
    "copy_us" "CPU time to copy a book, µs" Kind::Fixed { scale: MICRO, max: LONGEST_NS, field: field!(copy_ns) };
    "deadline_ms" "when the closing bell rings, ms; 0 is never" millis!(deadline_ns);
];

const DISTRIBUTIONS: &[(&str, Distribution)] = &[
    ("constant", Distribution::Constant),
    ("uniform", Distribution::Uniform),
    ("exponential", Distribution::Exponential),
    ("lognormal", Distribution::Lognormal),
];
const ARRIVALS: &[(&str, Arrival)] = &[
    ("at_once", Arrival::AtOnce),
    ("paced", Arrival::Paced),
    ("poisson", Arrival::Poisson),
];
const POLICIES: &[(&str, Policy)] = &[
    ("fail", Policy::Fail),
    ("wait", Policy::Wait),
    ("retry", Policy::Retry),
];
const SOURCE_NAMES: &[(&str, SourceNames)] = &[
    ("auto", SourceNames::Auto),
    ("workflows", SourceNames::Workflows),
    ("resources", SourceNames::Resources),
];

impl Setting {
    /// What it can be.
    pub fn values(&self) -> Values {
        match self.kind {
            Kind::Count { min, max, .. } => Values::Numbers {
                min: min as f64,
                max: max as f64,
                whole: true,
            },
            Kind::Fixed { scale, max, .. } => Values::Numbers {
                min: 0.0,
                max: max as f64 / scale as f64,
                whole: false,
            },
            Kind::Real { min, max, .. } => Values::Numbers {
                min,
                max,
                whole: false,
            },
            Kind::Distribution(_) => {
                Values::Words(&["constant", "uniform", "exponential", "lognormal"])
            }
            Kind::Arrival(_) => Values::Words(&["at_once", "paced", "poisson"]),
            Kind::Policy(_) => Values::Words(&["fail", "wait", "retry"]),
            Kind::SourceNames(_) => Values::Words(&["auto", "workflows", "resources"]),
        }
    }

    /// Its value in a scenario, as `--set` takes it.
    pub fn get(&self, scenario: &Scenario) -> String {
        let mut copy = *scenario;
        match &self.kind {
            Kind::Count { field, .. } => field(&mut copy).to_string(),
            Kind::Fixed { scale, field, .. } => fixed_text(*field(&mut copy), *scale),
            Kind::Real { field, .. } => field(&mut copy).to_string(),
            Kind::Distribution(field) => word_of(DISTRIBUTIONS, *field(&mut copy)).into(),
            Kind::Arrival(field) => word_of(ARRIVALS, *field(&mut copy)).into(),
            Kind::Policy(field) => word_of(POLICIES, *field(&mut copy)).into(),
            Kind::SourceNames(field) => word_of(SOURCE_NAMES, *field(&mut copy)).into(),
        }
    }

    fn set(&self, scenario: &mut Scenario, value: &str) -> Option<()> {
        let value = value.trim();
        match &self.kind {
            Kind::Count { min, max, field } => {
                *field(scenario) = value
                    .parse()
                    .ok()
                    .filter(|count| (min..=max).contains(&count))?;
            }
            Kind::Fixed { scale, max, field } => {
                *field(scenario) = parse_fixed(value, *scale).filter(|number| number <= max)?;
            }
            Kind::Real { min, max, field } => {
                let number = value.parse::<f64>().ok()?;
                *field(scenario) = (*min..=*max).contains(&number).then_some(number)?;
            }
            Kind::Distribution(field) => *field(scenario) = named(DISTRIBUTIONS, value)?,
            Kind::Arrival(field) => *field(scenario) = named(ARRIVALS, value)?,
            Kind::Policy(field) => *field(scenario) = named(POLICIES, value)?,
            Kind::SourceNames(field) => *field(scenario) = named(SOURCE_NAMES, value)?,
        }
        Some(())
    }

    /// What is possible, in words: "a whole number from 1 to 65536".
    pub fn possible(&self) -> String {
        match self.values() {
            Values::Words(words) => format!("one of {}", words.join(", ")),
            Values::Numbers { min, max, whole } => {
                format!(
                    "a {}number from {min} to {max}",
                    if whole { "whole " } else { "" }
                )
            }
        }
    }
}

fn named<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table.iter().find(|row| row.0 == word).map(|row| row.1)
}

fn word_of<T: Copy + PartialEq>(table: &[(&'static str, T)], value: T) -> &'static str {
    table
        .iter()
        .find(|row| row.1 == value)
        .map_or("", |row| row.0)
}

/// A decimal number as a whole number of `1 / scale`, where `scale` is a power of ten; further digits are refused.
fn parse_fixed(text: &str, scale: u64) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = scale.ilog10() as usize;
    let fraction = fraction.trim_end_matches('0');
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) || fraction.len() > digits {
        return None;
    }
    let fraction = format!("{fraction:0<digits$}").parse::<u64>().ok()?;
    whole
        .parse::<u64>()
        .ok()?
        .checked_mul(scale)?
        .checked_add(fraction)
}

fn fixed_text(number: u64, scale: u64) -> String {
    let digits = scale.ilog10() as usize;
    let mut text = (number / scale).to_string();
    if !number.is_multiple_of(scale) {
        let _ = write!(text, ".{:0digits$}", number % scale);
        text.truncate(text.trim_end_matches('0').len());
    }
    text
}

/// The row of that name.
///
/// # Errors
/// Names an unknown setting and lists what there is.
pub fn setting(name: &str) -> Result<&'static Setting, String> {
    SETTINGS
        .iter()
        .find(|setting| setting.name == name)
        .ok_or_else(|| {
            let names = SETTINGS.iter().map(|setting| setting.name);
            let meant = nearest(name, names.clone())
                .map(|near| format!("did you mean `{near}`? "))
                .unwrap_or_default();
            format!(
                "unknown setting `{name}`; {meant}there are: {}",
                names.collect::<Vec<_>>().join(", ")
            )
        })
}

impl Scenario {
    /// Sets one value by its name.
    ///
    /// # Errors
    /// An unknown name or an impossible value, with what is possible.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        let setting = setting(name)?;
        setting.set(self, value).ok_or_else(|| {
            format!(
                "impossible value `{value}` for `{name}`: it takes {}",
                setting.possible()
            )
        })
    }

    /// The settings that differ from the default, as names and values, in the table's order.
    pub fn changed(&self) -> Vec<(&'static str, String)> {
        let default = Scenario::default();
        let rows = SETTINGS.iter().map(|setting| (setting, setting.get(self)));
        rows.filter(|(setting, value)| *value != setting.get(&default))
            .map(|(s, value)| (s.name, value))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_reads_back() {
        let mut scenario = Scenario::default();
        for setting in SETTINGS {
            scenario
                .set(setting.name, &setting.get(&Scenario::default()))
                .unwrap();
        }
        assert_eq!(scenario, Scenario::default());
        assert!(scenario.changed().is_empty());
    }

    #[test]
    fn fractions_are_exact() {
        let mut scenario = Scenario::default();
        scenario.set("service_ms", "0.25").unwrap();
        assert_eq!(scenario.service_ns, 250_000);
        assert_eq!(scenario.changed(), [("service_ms", "0.25".to_string())]);
        assert!(
            scenario.set("service_ms", "0.0000001").is_err(),
            "below a nanosecond"
        );
        assert!(scenario.set("service_ms", "-1").is_err());
        assert!(scenario.set("service_ms", "1e3").is_err());
    }

    #[test]
    fn messages_say_what_is_possible() {
        let mut scenario = Scenario::default();
        let unknown = scenario.set("stove", "5").unwrap_err();
        assert!(
            unknown.starts_with(
                "unknown setting `stove`; did you mean `stoves`? there are: tasks, workers"
            ),
            "{unknown}"
        );
        let impossible = scenario.set("stove_policy", "panic").unwrap_err();
        assert_eq!(
            impossible,
            "impossible value `panic` for `stove_policy`: it takes one of fail, wait, retry"
        );
        assert!(scenario.set("spread", "NaN").is_err());
        assert!(
            scenario
                .set("workers", "0")
                .unwrap_err()
                .contains("a whole number from 1 to")
        );
    }
}
