//! The machine: cores, memory, the price of a goroutine and of a switch, and the limit on steps.

use crate::run::{MS, TIMES, listing, run, run_listing, settings};
use crate::{cooked, ms};
use brigade::runtime::report::Reason;

#[test]
fn only_as_many_chop_as_there_are_cores() {
    let makespan = |set: &str| run_listing("waitgroup.go", &format!("tasks=8,{set}")).makespan_ns;
    assert_eq!(makespan("cpu_share=1,cores=8"), 20 * MS);
    assert_eq!(makespan("cpu_share=1,cores=2"), 80 * MS);
    assert_eq!(makespan("cpu_share=1,cores=1"), 160 * MS);
    // Half of it chops, one after another on the one core; the last then simmers.
    assert_eq!(makespan("cpu_share=0.5,cores=1"), 90 * MS);
    assert_eq!(makespan("cpu_share=0,cores=1"), 20 * MS);
}

#[test]
fn who_chops_long_is_interrupted_every_ten_milliseconds() {
    let report = run(
        TIMES,
        &settings("tasks=2,cpu_share=1,cores=1,service_ms=25"),
    );
    let took: Vec<_> = cooked(&report).iter().map(|cooked| cooked.took).collect();
    // The second order begins: it has 0 to 10, 20 to 30 and 40 to 45; the first 10 to 20, 30 to 40 and 45 to 50.
    assert_eq!(took, [ms(50 - 10), ms(45)]);
    // Nobody waits: no interruption costs anything.
    let alone = run_listing(
        "sequential.go",
        "tasks=1,cpu_share=1,cores=1,service_ms=95,switch_ns=1000",
    );
    assert_eq!(alone.makespan_ns, 95 * MS);
}

#[test]
fn hiring_is_paid_by_who_hires() {
    let report = run_listing("naive.go", "tasks=40,spawn_ns=2500");
    assert_eq!((report.makespan_ns, report.orders.served), (40 * 2500, 0));
    let report = run_listing("waitgroup.go", "tasks=40,spawn_ns=2500");
    assert_eq!(
        report.makespan_ns,
        40 * 2500 + 20 * MS,
        "the last begins when it is hired"
    );
    // On one core main hires all before anybody cooks, and they cook at once then.
    assert_eq!(
        run_listing("waitgroup.go", "tasks=40,spawn_ns=2500,cores=1").makespan_ns,
        40 * 2500 + 20 * MS
    );
    assert_eq!(run_listing("waitgroup.go", "tasks=40").makespan_ns, 20 * MS);
}

#[test]
fn each_change_of_hands_costs_a_switch() {
    let program = r#"package main

func main() {
	ping, pong := make(chan int), make(chan int)
	go func() {
		for range 100 {
			pong <- <-ping
		}
	}()
	for i := range 100 {
		ping <- i
		<-pong
	}
}
"#;
    let makespan = |set| run(program, &settings(set)).makespan_ns;
    assert_eq!(makespan("cores=1"), 0);
    // To and fro, a hundred times; main has the last word.
    let all = makespan("cores=1,switch_ns=200");
    assert_eq!(all % 200, 0);
    assert!((199..=201).contains(&(all / 200)), "{all}");
    assert_eq!(makespan("cores=1,switch_ns=400"), 2 * all);
    // Who is readied by another goes on where that one leaves off, as in Go.
    assert_eq!(makespan("cores=2,switch_ns=200"), all);
}

#[test]
fn memory_counts_goroutines_orders_and_what_is_allocated() {
    let peak = |set: &str| {
        run_listing("waitgroup.go", &format!("tasks=50,{set}"))
            .memory
            .peak_bytes
    };
    let usual = peak("");
    assert_eq!(peak("goroutine_bytes=10000") - usual, 51 * (10_000 - 2_700));
    assert_eq!(peak("task_kib=100") - usual, 50 * (100 - 64) * 1024);
    // What the program allocates itself: the orders, and what a closure takes.
    let rest = usual - (4 << 20) - 51 * 2_700 - 50 * 64 * 1024;
    assert!((50 * 8..50 * 100).contains(&rest), "{rest}");
    let slice = |len: u32| {
        let program = format!(
            "package main\n\nvar kept []int64\n\nfunc main() {{\n\tkept = make([]int64, {len})\n}}\n"
        );
        run(&program, &settings("")).memory.peak_bytes
    };
    assert_eq!(slice(1 << 20) - slice(1 << 10), 8 * ((1 << 20) - (1 << 10)));
}

/// 4 MiB for the process; each chef takes 2,700 bytes and its order 64 KiB; the kernel kills at the first byte too many.
#[test]
fn the_kernel_kills_at_the_first_byte_over_the_limit() {
    let room = |mib: u64| (mib - 4) << 20;
    let fits = |mib: u64| (room(mib) - 2_700) / (2_700 + 64 * 1024);
    for mib in [5, 6, 12] {
        let ends = |tasks: u64| {
            let set = format!("memory_mib={mib},tasks={tasks},stoves=10000");
            let report = run_listing("waitgroup.go", &set);
            assert!(report.memory.peak_bytes <= (mib << 20) + 64 * 1024 + 2_700 + 8 * tasks);
            (report.exit_code, report.reason, report.stderr)
        };
        let killed = (137, Reason::OutOfMemory, String::new());
        let fine = (0, Reason::Completed, String::new());
        assert_eq!(ends(fits(mib) + 1), killed, "{mib} MiB");
        // A little of it goes to the program's own: one order less in a hundred.
        assert_eq!(ends(fits(mib) * 99 / 100 - 1), fine, "{mib} MiB");
    }
    assert_eq!(
        run_listing("batch_pool.go", "memory_mib=5,tasks=1000")
            .orders
            .served,
        1000
    );
}

#[test]
fn ten_thousand_goroutines_are_no_fire_but_what_they_hold_is() {
    let ends = |set: &str| {
        run_listing(
            "waitgroup.go",
            &format!("tasks=10000,stove_policy=wait,{set}"),
        )
        .exit_code
    };
    assert_eq!(ends("task_kib=0"), 0);
    assert_eq!(ends("task_kib=64"), 137);
    assert_eq!(ends("task_kib=64,memory_mib=1024"), 0);
}

#[test]
fn what_never_ends_is_stopped_and_told_where_it_spins() {
    let program = "package main\n\nfunc main() {\n\tn := 0\n\tfor {\n\t\tn++\n\t}\n}\n";
    let report = run(program, &settings("max_steps=100000"));
    assert_eq!((report.exit_code, report.reason), (124, Reason::StepLimit));
    let line = report.stderr.lines().next().unwrap_or_default();
    assert!(line.starts_with("brigade: "), "{}", report.stderr);
    assert!(
        line.contains("100,000") || line.contains("100000"),
        "{line}"
    );
    assert!(
        ["main.go:5", "main.go:6"]
            .iter()
            .any(|at| line.contains(at)),
        "{line}"
    );
    let steps = run_listing("sequential.go", "").steps;
    let text = listing("sequential.go");
    assert_eq!(
        run(&text, &settings(&format!("max_steps={}", steps + 1))).exit_code,
        0
    );
    assert_eq!(
        run(&text, &settings(&format!("max_steps={}", steps / 2))).exit_code,
        124
    );
}

/// Ten million steps without blocking count as 10 ms of a core: time goes on, and others get their turn.
#[test]
fn a_spinning_goroutine_lets_time_and_others_go_on() {
    let program = r#"package main

import "time"

func main() {
	stop := false
	time.AfterFunc(15*time.Millisecond, func() { stop = true })
	for !stop {
	}
	println(time.Now().UnixMilli() % 1000)
}
"#;
    let report = run(program, &settings("cores=1"));
    assert_eq!((report.stderr.as_str(), report.exit_code), ("20\n", 0));
}
