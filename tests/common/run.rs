//! Runs of programs and listings, by their settings in words.

use brigade::runtime::Settings;
use brigade::runtime::report::Report;
use brigade::runtime::scenario::Scenario;
use std::fs;
use std::path::Path;

/// A millisecond in ns.
pub const MS: u64 = 1_000_000;

/// A scenario of settings as `BRIGADE_SET` has them: `tasks=3,workers=2`.
///
/// # Errors
/// What `--set` says of an unknown name, an impossible value, or a combination that makes no sense.
pub fn scenario(set: &str) -> Result<Scenario, String> {
    let mut scenario = Scenario::default();
    for pair in set.split(',').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').expect("NAME=VALUE");
        scenario.set(name, value)?;
    }
    scenario.check()?;
    Ok(scenario)
}

/// What runs are made with.
pub fn settings(set: &str) -> Settings {
    Settings {
        scenario: scenario(set).unwrap_or_else(|error| panic!("{error}")),
        record: false,
        ..Settings::default()
    }
}

/// The run of a program.
pub fn run(text: &str, settings: &Settings) -> Report {
    let report = brigade::run("main.go", text, settings).report;
    assert!(report.diagnostics.is_empty(), "{}\n{text}", report.stderr);
    report
}

/// The text of a listing of the lessons.
pub fn listing(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("lessons")
        .join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The run of a listing under settings in words.
pub fn run_listing(name: &str, set: &str) -> Report {
    run(&listing(name), &settings(set))
}

/// A program that cooks all orders, each in a goroutine of its own, and prints for each when it began, how long it took
/// and what came of it: `3 0s 20ms <nil>`, in the order in which they end.
pub const TIMES: &str = r#"package main

import (
	"fmt"
	"sync"
	"time"

	"brigade/kitchen"
)

func main() {
	var wg sync.WaitGroup
	start := time.Now()
	for _, o := range kitchen.Orders() {
		wg.Go(func() {
			began := time.Now()
			err := kitchen.Cook(o)
			fmt.Println(o.ID, began.Sub(start), time.Since(began), err)
		})
	}
	wg.Wait()
}
"#;
