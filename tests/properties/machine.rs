//! Whatever the program: it ends, always in the same way, and its record keeps the laws.

use crate::programs;
use crate::run::scenario;
use brigade::runtime::report::{Reason, Report};
use brigade::runtime::{Machine, Progress, Run, Settings};
use proptest::prelude::*;
use std::sync::Arc;

fn with(schedule: u64) -> Settings {
    let set = "tasks=6,stoves=5,stove_policy=wait,api_per_s=50,api_burst=3,api_policy=retry,cores=2,cpu_share=0.5,\
               switch_ns=200,spawn_ns=2000,fail_rate=0.2,distribution=exponential,max_steps=300000";
    Settings {
        scenario: scenario(set).unwrap(),
        schedule,
        seed: schedule / 3,
        race: schedule % 2 == 1,
        leaks: true,
        ..Settings::default()
    }
}

/// In one go, or after every so many steps put aside and gone on with from a copy.
fn run(text: &str, settings: &Settings, copied_every: u64) -> Run {
    let (program, diagnostics) = brigade::go::compile("main.go", text);
    assert!(diagnostics.is_empty(), "{diagnostics:?}\n{text}");
    let mut machine = Machine::new(&Arc::new(program.unwrap()), settings.clone());
    while machine.step_slice(copied_every) != Progress::Ended {
        machine = machine.clone();
    }
    machine.finish()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn a_random_program_ends_alike_every_time_and_keeps_the_laws(acts in programs::any(), schedule in 0_u64..50) {
        let text = programs::text(&acts, "");
        let settings = with(schedule);
        let whole = run(&text, &settings, u64::MAX);
        let report = Report::of(&whole);
        let orders = report.orders;
        prop_assert_eq!(orders.served + orders.failed + orders.lost, 6);
        prop_assert_eq!(orders.waiting + orders.in_flight, 0);
        let ended = match report.reason {
            Reason::Completed => report.exit_code == 0 || report.exit_code == 66,
            Reason::Deadlock => report.exit_code == 2 && report.stderr.contains("all goroutines are asleep"),
            Reason::FatalError => report.exit_code == 2,
            _ => false,
        };
        prop_assert!(ended, "{:?} {}\n{}\n{}", report.reason, report.exit_code, report.stderr, text);
        prop_assert_eq!(whole.trace.audit(), Ok(()), "{}", text);
        prop_assert!(report.goroutines.created >= report.goroutines.max_alive);
        for asleep in &report.deadlock {
            prop_assert!(asleep.line > 0, "{:?}\n{}", asleep, text);
        }
        for every in [1, 7, 1000] {
            let parts = Report::of(&run(&text, &settings, every));
            prop_assert_eq!(&parts, &report, "copied every {} steps:\n{}", every, text);
        }
    }
}
