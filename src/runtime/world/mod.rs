//! The world around a program: the orders of the day and the limits it runs into.
//!
//! Plain counters, queues and buckets in virtual time, each with one limit. Nothing here knows stacks or Go values:
//! `runtime::pkg::kitchen` turns what the program calls into these, and parks who must wait.

mod orders;
mod stoves;
mod supplier;
mod waits;

pub use orders::{Counts, Orders, Taken};
pub use stoves::{Refusal, Stoves};
pub use supplier::Supplier;
pub use waits::{Waited, Waits};

use super::draw::Draws;
use super::machine::PROCESS_BYTES;
use super::queue::WaitQueue;
use super::scenario::{Arrival, Scenario, SourceNames};
use crate::go::program::Program;
use crate::trace::{Beyond, Meta, Source, World as Kind};
use std::collections::VecDeque;

/// All of it, as the machine carries it.
#[derive(Clone, Debug)]
pub struct World {
    /// What the seed decides.
    pub draws: Draws,
    /// The orders, or the library's sources; none where the program imports neither package.
    pub orders: Orders,
    /// The database connections.
    pub stoves: Stoves,
    /// The API.
    pub supplier: Supplier,
    /// Files that are open.
    pub files: u64,
    /// The library's connections in use.
    pub connections: u64,
    /// Who waits for a stove.
    pub for_stove: WaitQueue,
    /// Stoves occupied for those who were just let in.
    pub promised: VecDeque<u32>,
    /// Who waits for the supplier.
    pub for_supplier: WaitQueue,
    /// When the supplier looks at its queue again, where a time is set.
    pub supplier_timer: Option<u64>,
    /// Who waits for a connection of the library.
    pub for_connection: WaitQueue,
    /// How long goroutines have waited.
    pub waits: Waits,
    kind: Kind,
    scenario: Scenario,
    arrivals: Option<Arrivals>,
}

/// Orders on their way into a channel.
#[derive(Clone, Copy, Debug)]
struct Arrivals {
    channel: u64,
    next: u64,
    at: u64,
}

impl World {
    /// As the scenario says, at the start, for the package that the program imports.
    pub fn new(program: &Program, scenario: &Scenario, seed: u64) -> World {
        let kind = kind(program);
        let total = match kind {
            Kind::None => 0,
            Kind::Kitchen => scenario.tasks,
            Kind::Library => scenario.sources,
        };
        World {
            draws: Draws::new(scenario, seed),
            orders: Orders::new(total),
            stoves: Stoves::new(scenario),
            supplier: Supplier::new(scenario),
            files: 0,
            connections: 0,
            for_stove: WaitQueue::default(),
            promised: VecDeque::new(),
            for_supplier: WaitQueue::default(),
            supplier_timer: None,
            for_connection: WaitQueue::default(),
            waits: Waits::default(),
            kind,
            scenario: *scenario,
            arrivals: None,
        }
    }

    /// From now on the orders come into `channel`.
    pub fn start_arrivals(&mut self, channel: u64) {
        let mut arrivals = Arrivals {
            channel,
            next: 0,
            at: 0,
        };
        arrivals.at = self.arrival(0, 0);
        self.arrivals = Some(arrivals);
    }

    /// Where the orders go, and which comes next and when (ns); none after the last.
    pub fn next_arrival(&self) -> Option<(u64, Option<(u64, u64)>)> {
        let Arrivals { channel, next, at } = self.arrivals?;
        Some((
            channel,
            (next < self.orders.counts().total).then_some((next, at)),
        ))
    }

    /// The next order has come.
    pub fn arrived(&mut self) {
        if let Some(Arrivals { channel, next, at }) = self.arrivals {
            let next = next + 1;
            self.arrivals = Some(Arrivals {
                channel,
                next,
                at: self.arrival(next, at),
            });
        }
    }

    /// All orders have come.
    pub fn end_arrivals(&mut self) {
        self.arrivals = None;
    }

    /// Whether the orders come over time rather than all at once.
    pub fn arrivals_take_time(&self) -> bool {
        self.scenario.arrival != Arrival::AtOnce
    }

    /// The slots that the world holds, for the collector.
    pub fn slots(&self) -> impl Iterator<Item = u64> {
        self.arrivals.map(|arrivals| arrivals.channel).into_iter()
    }

    fn arrival(&self, index: u64, before: u64) -> u64 {
        self.draws.arrival(
            self.scenario.arrival,
            index,
            before,
            self.scenario.arrival_micro_per_s,
        )
    }

    /// Which of the workbook's packages the program imports.
    #[inline]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// What the trace says of the run's circumstances.
    pub fn meta(&self) -> Meta {
        let scenario = &self.scenario;
        let small = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
        let sources = if self.kind == Kind::Library {
            scenario.sources.min(MOST_SHELVES)
        } else {
            0
        };
        let latency = |index: u64| self.draws.time(index, scenario.latency_ns);
        let source = |index: u64| Source {
            name: source_name(index, scenario),
            latency_ns: latency(index),
        };
        let beyond = || {
            let (mut total_ns, mut farthest) = (0_u64, (0, sources));
            for index in sources..scenario.sources {
                let latency_ns = latency(index);
                total_ns = total_ns.saturating_add(latency_ns);
                farthest = farthest.max((latency_ns, index));
            }
            Beyond {
                total_ns,
                farthest: source(farthest.1),
            }
        };
        Meta {
            world: self.kind,
            tasks: self.orders.counts().total,
            arrivals: self.arrivals_take_time(),
            workers: small(scenario.workers),
            cores: small(scenario.cores),
            memory_limit: scenario.memory_mib << 20,
            process_bytes: PROCESS_BYTES,
            goroutine_bytes: scenario.goroutine_bytes,
            task_bytes: scenario.task_kib << 10,
            stoves: small(scenario.stoves),
            stoves_reserved: small(scenario.stoves_reserved),
            stoves_others: small(scenario.stoves_others),
            files: scenario.files,
            api_in_flight: scenario.api_in_flight,
            api_per_s: scenario.api_micro_per_s as f64 / 1e6,
            api_burst: scenario.api_burst,
            connections: scenario.connections,
            deadline_ns: scenario.deadline_ns,
            sources: (0..sources).map(source).collect(),
            beyond: (sources == MOST_SHELVES && scenario.sources > sources).then(beyond),
        }
    }
}

/// Beyond so many, shelves aren't told apart.
const MOST_SHELVES: u64 = 1000;

/// The package, which has the names.
const PACKAGE: &str = include_str!("../../go/pkg/library.go");

fn source_name(index: u64, scenario: &Scenario) -> String {
    let list = match scenario.source_names {
        SourceNames::Workflows => "workflows",
        SourceNames::Resources => "resources",
        SourceNames::Auto if scenario.sources <= 2 => "subjects",
        SourceNames::Auto => "clusters",
    };
    let names: Vec<&str> = words_of(list).collect();
    let name = names[index as usize % names.len()];
    match index as usize / names.len() {
        0 => name.into(),
        round => format!("{name}-{}", round + 1),
    }
}

/// The words in the string literals of one of the package's constants: one list serves both.
fn words_of(constant: &str) -> impl Iterator<Item = &'static str> {
    let from = PACKAGE.find(&format!("const {constant} ")).unwrap_or(0);
    let list = PACKAGE[from..].split("\n\n").next().unwrap_or_default();
    list.split('"')
        .skip(1)
        .step_by(2)
        .flat_map(str::split_whitespace)
}

/// Which of the workbook's packages a program imports.
fn kind(program: &Program) -> Kind {
    let calls = |package: &str| {
        program
            .natives
            .iter()
            .any(|native| native.trim_start_matches("brigade/").starts_with(package))
    };
    if calls("kitchen.") {
        Kind::Kitchen
    } else if calls("library.") {
        Kind::Library
    } else {
        Kind::None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shelves_have_the_names_of_the_package() {
        let name = |index, sources, source_names| {
            let scenario = Scenario {
                sources,
                source_names,
                ..Scenario::default()
            };
            source_name(index, &scenario)
        };
        assert_eq!(name(1, 2, SourceNames::Auto), "science");
        assert_eq!(name(0, 100, SourceNames::Auto), "blr");
        assert_eq!(name(99, 100, SourceNames::Auto), "opo");
        assert_eq!(name(100, 1000, SourceNames::Auto), "blr-2");
        assert_eq!(name(1, 2, SourceNames::Workflows), "cd");
        assert_eq!(name(24, 25, SourceNames::Resources), "classes");
    }
}
