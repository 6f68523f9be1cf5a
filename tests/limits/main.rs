//! Every setting of the scenario shows its effect, as `MODEL.md` counts it. One module for each part of the scenario.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../common/run.rs"]
mod run;

mod library;
mod machine;
mod names;
mod stoves;
mod supplier;
mod work;

use brigade::runtime::report::Report;
use std::time::Duration;

/// A line that [`run::TIMES`] prints.
#[derive(Debug)]
struct Cooked {
    order: u64,
    began: Duration,
    took: Duration,
    end: String,
}

/// What [`run::TIMES`] printed, in the order of the orders.
fn cooked(report: &Report) -> Vec<Cooked> {
    let mut all: Vec<Cooked> = report
        .stdout
        .lines()
        .map(|line| {
            let words: Vec<&str> = line.splitn(4, ' ').collect();
            Cooked {
                order: words[0].parse().unwrap(),
                began: duration(words[1]),
                took: duration(words[2]),
                end: words[3].to_owned(),
            }
        })
        .collect();
    all.sort_by_key(|cooked| cooked.order);
    all
}

/// A duration as Go prints it, up to minutes: `1m2.5s`, `20ms`, `1.5µs`.
fn duration(text: &str) -> Duration {
    let (minutes, rest) = match text.split_once('m') {
        Some((minutes, rest)) if !rest.starts_with('s') => (minutes.parse().unwrap(), rest),
        _ => (0, text),
    };
    let digits = rest.trim_end_matches(|c: char| c.is_alphabetic());
    let unit: u128 = match &rest[digits.len()..] {
        "s" => 1_000_000_000,
        "ms" => 1_000_000,
        "µs" => 1_000,
        "ns" => 1,
        other => panic!("`{other}` of `{text}` is no unit"),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let scale = 10_u128.pow(fraction.len() as u32);
    let number: u128 = format!("{whole}{fraction}").parse().unwrap();
    Duration::from_secs(60 * minutes) + Duration::from_nanos((number * unit / scale) as u64)
}

fn ms(count: u64) -> Duration {
    Duration::from_millis(count)
}
