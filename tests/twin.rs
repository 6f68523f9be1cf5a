//! The lessons' listings under Brigade beside the same listings under real Go, on the packages that `lessons/` has for
//! it: what they print, how they end and what becomes of the orders is the same. `cargo xtask twin` records real Go.
#![cfg(not(target_arch = "wasm32"))]

#[path = "conformance/recording.rs"]
#[allow(
    dead_code,
    reason = "recordings of the conformance programs aren't read here"
)]
mod compared;
#[path = "twin/recording.rs"]
#[allow(dead_code, reason = "only `cargo xtask twin` makes recordings")]
mod recording;

use brigade::runtime::Settings;
use brigade::runtime::scenario::Scenario;
use recording::{Outcome, Recording, Run};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn under_brigade(run: &Run) -> Outcome {
    let mut scenario = Scenario::default();
    for pair in run.set.split(',') {
        let (name, value) = pair.split_once('=').unwrap();
        scenario.set(name, value).unwrap();
    }
    let settings = Settings {
        scenario,
        ..Settings::default()
    };
    let text = fs::read_to_string(root().join("lessons").join(&run.listing)).unwrap();
    let report = brigade::run("main.go", &text, &settings).report;
    let exit = i32::from(report.exit_code);
    let shown = compared::Outcome::compared(
        compared::How::Plain,
        "main.go",
        exit,
        &report.stdout,
        &report.stderr,
    );
    Outcome {
        exit,
        stdout: shown.stdout,
        stderr: shown.stderr,
        served: report.orders.served,
        failed: report.orders.failed,
        lost: report.orders.lost,
    }
}

#[test]
fn the_listings_come_to_the_same_as_under_real_go() {
    let mut faults = Vec::new();
    for run in recording::runs(root()).unwrap() {
        let name = format!("{} under {}", run.listing, run.set);
        let text = fs::read_to_string(recording::path(root(), &run.listing)).unwrap_or_default();
        let recorded = match Recording::parse(&text) {
            Ok(recording) => recording
                .runs
                .into_iter()
                .find(|known| known.set == run.set),
            Err(error) => {
                faults.push(format!("{name}: {error}"));
                continue;
            }
        };
        let program = recording::program(root(), &run.listing).unwrap();
        match recorded.filter(|recorded| recorded.program == program) {
            None => faults.push(format!(
                "{name}: not recorded, or the listing or its packages have changed since: `cargo xtask twin`"
            )),
            Some(recorded) => {
                let ours = under_brigade(&run);
                if ours != recorded.outcome {
                    faults.push(format!(
                        "{name}:\n  real Go {:?}\n  Brigade {ours:?}",
                        recorded.outcome
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_listing_has_a_run() {
    let runs = recording::runs(root()).unwrap();
    let run: BTreeSet<&str> = runs.iter().map(|run| run.listing.as_str()).collect();
    let entries = fs::read_dir(root().join("lessons")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let missing: Vec<String> = names
        .filter(|name| name.ends_with(".go") && !run.contains(name.as_str()))
        .collect();
    assert!(
        missing.is_empty(),
        "tests/twin/runs.txt has no run of {missing:?}"
    );
}
