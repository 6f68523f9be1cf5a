//! One set of names, and what is said to who misses it.

use crate::run::scenario;
use brigade::runtime::scenario::{SETTINGS, Scenario, setting};

fn wrong(set: &str) -> String {
    scenario(set).unwrap_err()
}

#[test]
fn an_unknown_name_is_told_what_there_is() {
    let message = wrong("stove=5");
    assert!(
        message.starts_with("unknown setting `stove`; did you mean `stoves`?"),
        "{message}"
    );
    for setting in SETTINGS {
        assert!(
            message.contains(setting.name),
            "{} isn't listed: {message}",
            setting.name
        );
    }
    assert!(!wrong("zzzzzzz=1").contains("did you mean"));
}

#[test]
fn an_impossible_value_is_told_what_is_possible() {
    for (set, possible) in [
        ("tasks=-1", "a whole number from 0 to 10000000"),
        ("tasks=10000001", "a whole number from 0 to 10000000"),
        ("tasks=1.5", "a whole number from 0 to 10000000"),
        ("tasks=many", "a whole number from 0 to 10000000"),
        ("tasks=", "a whole number from 0 to 10000000"),
        ("workers=0", "a whole number from 1 to"),
        ("cores=0", "a whole number from 1 to"),
        ("memory_mib=0", "a whole number from 1 to"),
        ("spread=1.1", "a number from 0 to 1"),
        ("cpu_share=-0.1", "a number from 0 to 1"),
        ("fail_rate=2", "a number from 0 to 1"),
        ("straggler_factor=0.5", "a number from 1 to"),
        ("spread=inf", "a number from 0 to 1"),
        ("spread=nan", "a number from 0 to 1"),
        ("service_ms=1e400", "a number from 0 to"),
        (
            "distribution=normal",
            "one of constant, uniform, exponential, lognormal",
        ),
        ("arrival=late", "one of at_once, paced, poisson"),
        ("stove_policy=Fail", "one of fail, wait, retry"),
        ("api_policy=drop", "one of fail, wait, retry"),
    ] {
        let message = wrong(set);
        assert!(
            message.starts_with("impossible value `"),
            "{set}: {message}"
        );
        assert!(message.contains(possible), "{set}: {message}");
    }
}

#[test]
fn values_that_leave_nothing_to_do_are_refused_together() {
    for stoves in [
        "stoves=3",
        "stoves_others=97",
        "stoves=10,stoves_reserved=2,stoves_others=8",
    ] {
        let message = wrong(&format!("stove_policy=wait,{stoves}"));
        assert!(
            message.starts_with("nobody could ever have a stove"),
            "{message}"
        );
        assert!(scenario(stoves).is_ok(), "refusing everybody is possible");
    }
    assert!(wrong("arrival=paced").contains("set `arrival_per_s` above 0"));
    assert!(wrong("arrival=poisson").contains("set `arrival_per_s` above 0"));
    assert!(scenario("arrival=poisson,arrival_per_s=0.5").is_ok());
}

/// The table of the contract, with its defaults.
#[test]
fn the_names_and_defaults_are_the_contracts() {
    let told = "tasks 1000 workers 5 service_ms 20 distribution constant spread 0 stragglers 0 straggler_factor 10 \
        fail_rate 0 arrival at_once arrival_per_s 0 cores 4 cpu_share 0 memory_mib 512 task_kib 64 goroutine_bytes 2700 \
        spawn_ns 0 switch_ns 0 files 0 files_per_task 1 max_steps 1000000000 stoves 100 stoves_reserved 3 \
        stoves_others 0 connect_ms 0 stove_policy fail calls_per_task 1 api_ms 0 api_per_s 0 api_burst 10 \
        api_in_flight 0 api_policy fail retries 5 retry_ms 10 sources 2 latency_ms 500 connections 0 copy_us 0 \
        deadline_ms 0";
    let words: Vec<&str> = told.split_whitespace().collect();
    for pair in words.chunks(2) {
        let setting = setting(pair[0]).unwrap();
        assert_eq!(setting.get(&Scenario::default()), pair[1], "{}", pair[0]);
    }
}
