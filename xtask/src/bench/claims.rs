//! What is claimed: a figure of one row, or its ratio to another's in the same round, and the most that it may be.

use super::Round;
use std::collections::BTreeMap;

/// A figure: of which row, and its name.
type Of = (&'static str, &'static str);

/// A claim.
pub struct Claim {
    what: &'static str,
    figure: Of,
    /// What it is divided by: another figure, or nothing.
    beside: Option<Of>,
    /// The ratio's excess over 1 is meant.
    excess: bool,
    /// In what it is told: a factor from what is measured.
    scale: f64,
    unit: &'static str,
    limit: f64,
}

/// A claim beside what was measured.
pub struct Judged {
    /// What is claimed.
    pub what: &'static str,
    /// The median over the rounds.
    pub median: f64,
    /// The least and the most.
    pub spread: (f64, f64),
    /// `×`, `ms` and the like.
    pub unit: &'static str,
    /// The target.
    pub limit: f64,
}

const fn ratio(what: &'static str, figure: Of, beside: Of, limit: f64) -> Claim {
    Claim {
        what,
        figure,
        beside: Some(beside),
        excess: false,
        scale: 1.0,
        unit: "×",
        limit,
    }
}

const fn size(what: &'static str, figure: Of, scale: f64, unit: &'static str, limit: f64) -> Claim {
    Claim {
        what,
        figure,
        beside: None,
        excess: false,
        scale,
        unit,
        limit,
    }
}

const KERNEL: Of = ("peer kernel", "seconds");
const NEXOSIM: Of = ("peer nexosim", "seconds");
const PLAIN: Of = ("native pool", "seconds");
const TRACED: Of = ("native pool+trace", "seconds");
const CPYTHON: Of = ("python fib", "seconds");
const MB: f64 = 1e-6;

/// All of them, with their targets.
pub const CLAIMS: &[Claim] = &[
    ratio("A, trace off / kernel", PLAIN, KERNEL, 3.0),
    ratio("A, trace off / nexosim", PLAIN, NEXOSIM, 0.3),
    ratio("A, trace on / kernel", TRACED, KERNEL, 4.0),
    ratio("A, trace on / nexosim", TRACED, NEXOSIM, 0.4),
    Claim {
        excess: true,
        ..ratio("A: what recording adds", TRACED, PLAIN, 0.5)
    },
    ratio(
        "A, node, warm / native",
        ("node pool+trace", "warm"),
        TRACED,
        1.7,
    ),
    ratio(
        "A, node, first run / native",
        ("node pool+trace", "first"),
        TRACED,
        3.5,
    ),
    ratio(
        "A, Chromium, warm / native",
        ("chromium pool+trace", "warm"),
        TRACED,
        1.7,
    ),
    ratio(
        "A, Chromium, first run / native",
        ("chromium pool+trace", "first"),
        TRACED,
        3.5,
    ),
    ratio(
        "A, 100,000 orders / SimPy",
        ("native pool+trace, 100,000", "seconds"),
        ("python pool, 100,000", "seconds"),
        0.05,
    ),
    ratio(
        "B, trace on / Go's without sleeps",
        ("native spawn+trace", "seconds"),
        ("go spawn_busy", "seconds"),
        2.0,
    ),
    ratio(
        "B, trace on / Go's on one P",
        ("native spawn+trace", "seconds"),
        ("go spawn_busy+1 P", "seconds"),
        2.0,
    ),
    ratio(
        "A without sleeps / Go",
        ("native pool_busy", "seconds"),
        ("go pool_busy", "seconds"),
        1.0,
    ),
    ratio(
        "ping-pong / Go",
        ("native pingpong", "seconds"),
        ("go pingpong", "seconds"),
        0.4,
    ),
    ratio(
        "fib(32) / CPython",
        ("native fib", "seconds"),
        CPYTHON,
        0.35,
    ),
    ratio(
        "fib(32), node, warm / CPython",
        ("node fib", "warm"),
        CPYTHON,
        0.5,
    ),
    ratio(
        "fib(32), Chromium, warm / CPython",
        ("chromium fib", "warm"),
        CPYTHON,
        0.5,
    ),
    ratio(
        "fib(32) / wasmi",
        ("native fib", "seconds"),
        ("peer wasmi", "seconds"),
        0.6,
    ),
    size(
        "a goroutine parked",
        ("native parked", "bytes_each"),
        1.0,
        "B",
        256.0,
    ),
    size(
        "an event",
        ("native pool+trace", "bytes_an_event"),
        1.0,
        "B",
        4.0,
    ),
    size(
        "an order's events",
        ("native pool+trace", "bytes_an_order"),
        1.0,
        "B",
        60.0,
    ),
    size(
        "A in wasm, with keyframes",
        ("node pool+seek", "bytes"),
        MB,
        "MB",
        100.0,
    ),
    size(
        "B in wasm, with keyframes",
        ("node spawn+seek", "bytes"),
        MB,
        "MB",
        400.0,
    ),
    size(
        "A, seek, node, median",
        ("node pool+seek", "median"),
        1e6,
        "µs",
        30.0,
    ),
    size(
        "A, seek, node, p99",
        ("node pool+seek", "p99"),
        1e6,
        "µs",
        150.0,
    ),
    size(
        "B, seek, node, median",
        ("node spawn+seek", "median"),
        1e3,
        "ms",
        1.0,
    ),
    size(
        "B, seek, node, p90",
        ("node spawn+seek", "p90"),
        1e3,
        "ms",
        2.0,
    ),
    size(
        "frame but for its drawing, 1,000, Chromium",
        ("chromium waitgroup+frame, 1000", "median"),
        1e3,
        "ms",
        10.0,
    ),
    size(
        "frame but for its drawing, 10,000, Chromium",
        ("chromium waitgroup+frame, 10000", "median"),
        1e3,
        "ms",
        12.0,
    ),
    size(
        "frame but for its drawing, 100,000, Chromium",
        ("chromium waitgroup+frame, 100000", "median"),
        1e3,
        "ms",
        8.0,
    ),
];

impl Claim {
    /// Holds it against the rounds; none where nothing was measured for it.
    pub fn judge(&self, rounds: &[Round]) -> Option<Judged> {
        let get = |round: &Round, of: Of| round.get(of.0)?.get(of.1).copied();
        let value = |round: &Round| {
            let figure = get(round, self.figure)? * self.scale;
            let value = match self.beside {
                Some(beside) => figure / get(round, beside)?,
                None => figure,
            };
            Some(if self.excess { value - 1.0 } else { value })
        };
        let values: Vec<f64> = rounds.iter().filter_map(value).collect();
        let (median, spread) = median(values)?;
        Some(Judged {
            what: self.what,
            median,
            spread,
            unit: self.unit,
            limit: self.limit,
        })
    }
}

/// The median, the least and the most.
pub fn median(mut values: Vec<f64>) -> Option<(f64, (f64, f64))> {
    values.sort_by(f64::total_cmp);
    let spread = (*values.first()?, *values.last()?);
    Some((values[values.len() / 2], spread))
}

/// Rows that do the same work, and so come to the same result.
const SAME: [&[&str]; 4] = [
    &[
        "peer kernel",
        "peer nexosim",
        "native pool",
        "native pool+trace",
        "node kernel",
        "node pool",
        "node pool+trace",
        "node pool+seek",
        "chromium kernel",
        "chromium pool+trace",
    ],
    &["native pool+trace, 100,000", "python pool, 100,000"],
    &["native spawn+trace", "node spawn+seek"],
    &[
        "native fib",
        "node fib",
        "chromium fib",
        "peer wasmi",
        "python fib",
        "go fib",
    ],
];

/// A row whose result isn't that of the first doesn't count.
pub fn strike_wrong_results(rounds: &mut [Round]) {
    let mut struck = BTreeMap::new();
    for round in rounds {
        for same in SAME {
            let result = |round: &Round, name: &str| round.get(name)?.get("result").copied();
            let Some(right) = same.iter().find_map(|name| result(round, name)) else {
                continue;
            };
            for name in same {
                if let Some(result) = result(round, name).filter(|result| *result != right) {
                    round.remove(*name);
                    struck.insert(*name, (result, right));
                }
            }
        }
    }
    for (name, (result, right)) in struck {
        eprintln!("· doesn't count: {name} comes to {result}, not to {right}");
    }
}
