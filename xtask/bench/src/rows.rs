//! What Brigade does in each row, natively and in wasm: Go programs, compiled and run.

use brigade::go;
use brigade::go::program::Program;
use brigade::runtime::scenario::Scenario;
use brigade::runtime::{Machine, Progress, Run, Settings};
use brigade::scene;
use brigade::trace::Trace;
use std::sync::Arc;

/// A program and how it is run.
pub struct Row {
    pub name: &'static str,
    text: &'static str,
    settings: &'static [(&'static str, &'static str)],
}

const ROOM: &[(&str, &str)] = &[
    ("memory_mib", "1048576"),
    ("max_steps", "100000000000"),
    ("tasks", "0"),
];

/// All of them; in wasm they go by their index.
pub const ROWS: &[Row] = &[
    Row {
        name: "pool",
        text: include_str!("../programs/pool.go"),
        settings: ROOM,
    },
    Row {
        name: "spawn",
        text: include_str!("../programs/spawn.go"),
        settings: ROOM,
    },
    Row {
        name: "pool_busy",
        text: include_str!("../programs/pool_busy.go"),
        settings: ROOM,
    },
    Row {
        name: "spawn_busy",
        text: include_str!("../programs/spawn_busy.go"),
        settings: ROOM,
    },
    Row {
        name: "pingpong",
        text: include_str!("../programs/pingpong.go"),
        settings: ROOM,
    },
    Row {
        name: "fib",
        text: include_str!("../programs/fib.go"),
        settings: ROOM,
    },
    Row {
        name: "parked",
        text: include_str!("../programs/parked.go"),
        settings: ROOM,
    },
    Row {
        name: "channel_pool",
        text: include_str!("../../../lessons/channel_pool.go"),
        settings: &[
            ("memory_mib", "1048576"),
            ("max_steps", "100000000000"),
            ("tasks", "ORDERS"),
            ("distribution", "exponential"),
        ],
    },
    Row {
        name: "waitgroup",
        text: include_str!("../../../lessons/waitgroup.go"),
        settings: &[
            ("memory_mib", "1048576"),
            ("max_steps", "100000000000"),
            ("tasks", "ORDERS"),
            ("stove_policy", "wait"),
        ],
    },
];

/// The row of this name.
#[cfg(not(target_arch = "wasm32"))]
pub fn row(name: &str) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.name == name)
}

impl Row {
    /// Its text for so many orders.
    fn text(&self, orders: u64) -> String {
        self.text
            .lines()
            .map(|line| {
                let (head, is) = line.split_once('=').unwrap_or((line, ""));
                let name = head.trim().trim_start_matches("const ").trim_end();
                if name == "orders" && !is.is_empty() && !head.contains(':') {
                    format!("{head}= {orders}\n")
                } else {
                    format!("{line}\n")
                }
            })
            .collect()
    }

    /// A machine at the program's very start.
    pub fn machine(&self, orders: u64, record: bool) -> Machine {
        let mut scenario = Scenario::default();
        for (name, value) in self.settings {
            let value = value.replace("ORDERS", &orders.to_string());
            scenario.set(name, &value).expect("the settings are sound");
        }
        let settings = Settings {
            scenario,
            record,
            ..Settings::default()
        };
        Machine::new(&self.program(orders), settings)
    }

    fn program(&self, orders: u64) -> Arc<Program> {
        let (program, diagnostics) = go::compile("row.go", &self.text(orders));
        Arc::new(program.unwrap_or_else(|| panic!("{}: {diagnostics:?}", self.name)))
    }
}

/// Runs to the end.
pub fn finish(mut machine: Machine) -> Run {
    while machine.step_slice(u64::MAX) != Progress::Ended {}
    machine.finish()
}

/// What a run says of itself: its makespan where the program prints one, or the number that it prints.
pub fn result(run: &Run) -> u64 {
    let printed = String::from_utf8_lossy(&run.outcome.stdout);
    printed.trim().parse().unwrap_or(run.outcome.makespan_ns)
}

/// Times to look at, the same everywhere.
pub fn instants(end: u64) -> impl Iterator<Item = u64> {
    let mut number = 0x9e37_79b9_7f4a_7c15_u64;
    std::iter::repeat_with(move || {
        number = number
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (u128::from(number) * u128::from(end) >> 64) as u64
    })
}

/// Lays out what is seen at an instant; how many figures there are.
pub fn frame(trace: &Trace, t: u64) -> usize {
    let state = trace.state_at(t);
    let scene = scene::at(trace, &state, t, 1440.0, 900.0);
    match scene.picture {
        scene::Picture::Kitchen(kitchen) => kitchen.crowd.chefs.len(),
        scene::Picture::Library(library) => library.students.len(),
    }
}
