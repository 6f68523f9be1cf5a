//! The race detector: silent where every access is under its lock, loud where one is planted.

use crate::programs::{self, Act};
use crate::run::{run, scenario};
use brigade::runtime::Settings;
use brigade::runtime::report::{Reason, Report};
use proptest::prelude::*;

fn watched(text: &str, schedule: u64) -> Report {
    let settings = Settings {
        scenario: scenario("tasks=6,stoves=5,stove_policy=wait").unwrap(),
        schedule,
        race: true,
        record: false,
        ..Settings::default()
    };
    run(text, &settings)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(120) })]

    #[test]
    fn what_is_locked_by_construction_is_silent_and_counts_right(acts in programs::locked(), schedule in 0_u64..1000) {
        let text = programs::text(&acts, "");
        let report = watched(&text, schedule);
        prop_assert_eq!((report.exit_code, report.reason), (0, Reason::Completed), "{}\n{}", report.stderr, text);
        prop_assert!(report.races.is_empty() && report.stderr.is_empty(), "{}\n{}", report.stderr, text);
        let [a, b, c] = programs::counts(&acts);
        prop_assert_eq!(report.stdout, format!("[{a} {b} {c}] true 0\n"));
    }

    /// Each goroutine uses the variable before it takes any lock, so nothing orders two of them.
    #[test]
    fn what_is_planted_is_found_under_every_schedule(
        mut acts in programs::locked(),
        more in programs::locked(),
        schedule in 0_u64..1000,
    ) {
        acts.extend(more);
        prop_assume!(acts.iter().filter(|act| matches!(act, Act::Go(_))).count() >= 2);
        let text = programs::text(&acts, "planted++");
        let report = watched(&text, schedule);
        prop_assert_eq!(report.exit_code, 66, "{}\n{}", report.stderr, text);
        prop_assert!(report.stderr.starts_with("==================\nWARNING: DATA RACE\n"));
        let planted: Vec<usize> = text.lines().enumerate().filter(|(_, line)| line.trim() == "planted++").map(|(at, _)| at + 1).collect();
        for race in &report.races {
            let told = race.lines().filter_map(|line| line.trim().strip_prefix("./main.go:"));
            let first: usize = told.clone().next().unwrap().parse().unwrap();
            prop_assert!(planted.contains(&first), "line {} isn't planted:\n{}", first, text);
        }
    }

    /// A value handed over through a channel of any size is its receiver's.
    #[test]
    fn what_is_handed_over_is_silent(cap in 0_u8..4, workers in 1_u8..5, items in 1_u8..12, schedule in 0_u64..1000) {
        let text = format!(
            r#"package main

import "sync"

func main() {{
	work, done := make(chan *int, {cap}), make(chan *int, {cap})
	var wg sync.WaitGroup
	for range {workers} {{
		wg.Go(func() {{
			for p := range work {{
				*p++
				done <- p
			}}
		}})
	}}
	go func() {{
		for i := range {items} {{
			work <- &i
		}}
		close(work)
		wg.Wait()
		close(done)
	}}()
	sum := 0
	for p := range done {{
		sum += *p
	}}
	println(sum)
}}
"#
        );
        let report = watched(&text, schedule);
        let items = u64::from(items);
        prop_assert_eq!((report.exit_code, report.stderr), (0, format!("{}\n", items * (items + 1) / 2)));
    }
}
