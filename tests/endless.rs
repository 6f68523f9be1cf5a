//! Programs that never end, or take all there is: each is stopped, in words that name the place.
#![cfg(not(target_arch = "wasm32"))]

use brigade::runtime::Settings;
use brigade::runtime::report::{Reason, Report};

fn run(body: &str, max_steps: u64, memory_mib: u64) -> Report {
    let mut settings = Settings::default();
    settings.scenario.max_steps = max_steps;
    settings.scenario.memory_mib = memory_mib;
    let text = format!("package main\n\nimport \"time\"\n\nvar _ = time.Now\n\n{body}\n");
    brigade::run("endless.go", &text, &settings).report
}

/// It is stopped at this line, the body's first line being 7.
fn is_stopped(body: &str, line: u32) {
    let report = run(body, 2_000_000, 512);
    assert_eq!(report.reason, Reason::StepLimit, "{body}");
    assert_eq!(report.exit_code, 124);
    let last = format!("brigade: stopped after 2000000 steps at ./endless.go:{line}\n");
    assert!(report.stderr.ends_with(&last), "{body}\n{}", report.stderr);
}

fn runs_out_of_memory(body: &str) {
    let report = run(body, 20_000_000, 16);
    assert_eq!(report.reason, Reason::OutOfMemory, "{body}");
    assert_eq!((report.exit_code, &*report.stderr), (137, ""));
}

#[test]
fn an_empty_loop_is_stopped_where_it_spins() {
    is_stopped("func main() {\n\tfor {\n\t}\n}", 8);
}

#[test]
fn an_endless_wait_for_ticks_is_stopped() {
    is_stopped(
        "func main() {\n\tfor range time.NewTicker(1).C {\n\t}\n}",
        8,
    );
}

#[test]
fn two_goroutines_that_yield_to_each_other_forever_are_stopped() {
    is_stopped(
        "func main() {\n\tc := make(chan int)\n\tgo func() { for { c <- 1 } }(); for { <-c }\n}",
        9,
    );
}

#[test]
fn endless_growth_and_endless_hiring_run_out_of_memory() {
    runs_out_of_memory("func main() { var s []int; for { s = append(s, 1) } }");
    runs_out_of_memory("func main() { s := \"a\"; for { s += s } }");
    runs_out_of_memory("func main() { for { go func() { select {} }() } }");
    runs_out_of_memory("func main() { println(len(make([]int, 1<<40))) }");
}

#[test]
fn endless_recursion_overflows_the_stack() {
    let report = run(
        "func f(n int) int { return f(n+1) + 1 }\n\nfunc main() { println(f(0)) }",
        20_000_000,
        512,
    );
    assert_eq!(report.reason, Reason::FatalError);
    assert_eq!(report.exit_code, 2);
    assert!(report.stderr.contains("stack overflow"));
}
