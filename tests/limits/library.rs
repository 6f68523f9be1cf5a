//! The library: sources, the way to them, and what bounds it.

use crate::run::{MS, run, run_listing, settings};
use brigade::runtime::draw::Draws;

#[test]
fn sources_and_their_latency_make_the_makespan() {
    let report = run_listing("alone.go", "");
    assert_eq!((report.orders.served, report.makespan_ns), (2, 1000 * MS));
    assert_eq!(
        run_listing("results_slice.go", "sources=100,latency_ms=12.5").makespan_ns,
        12_500_000
    );
    assert_eq!(
        run_listing("alone.go", "sources=7,latency_ms=3").makespan_ns,
        21 * MS
    );
    let report = run_listing("alone.go", "sources=0");
    assert_eq!(
        (report.orders.total, report.stdout.as_str()),
        (0, "0 books on the table\n")
    );
}

#[test]
fn latencies_are_drawn_for_each_source() {
    let set = "sources=40,distribution=exponential,stragglers=0.1";
    let with = settings(set);
    let draws = Draws::new(&with.scenario, 0);
    let times: Vec<u64> = (0..40).map(|source| draws.time(source, 500 * MS)).collect();
    assert_eq!(
        run_listing("alone.go", set).makespan_ns,
        times.iter().sum::<u64>()
    );
    assert_eq!(
        run_listing("results_slice.go", set).makespan_ns,
        *times.iter().max().unwrap()
    );
}

#[test]
fn a_source_bound_to_fail_fails_after_its_latency() {
    let set = "sources=30,fail_rate=0.4";
    let draws = Draws::new(&settings(set).scenario, 0);
    let failed = (0..30).filter(|&source| draws.fails(source)).count() as u64;
    let report = run_listing("partial.go", set);
    assert_eq!(
        (report.orders.failed, report.orders.served),
        (failed, 30 - failed)
    );
    assert_eq!(report.makespan_ns, 500 * MS);
    assert_eq!(
        report.stdout.matches(": unavailable\n").count() as u64,
        failed
    );
}

#[test]
fn connections_bound_the_fetches_and_the_others_wait() {
    let makespan =
        |set: &str| run_listing("results_slice.go", &format!("sources=20,{set}")).makespan_ns;
    assert_eq!(makespan("connections=0"), 500 * MS);
    assert_eq!(makespan("connections=20"), 500 * MS);
    assert_eq!(makespan("connections=6"), 4 * 500 * MS);
    assert_eq!(makespan("connections=1"), 20 * 500 * MS);
}

#[test]
fn copying_needs_a_core_and_under_the_lock_everybody_waits() {
    let makespan = |name: &str| run_listing(name, "sources=8,copy_us=30000,cores=8").makespan_ns;
    assert_eq!(makespan("results_mutex.go"), (500 + 8 * 30) * MS);
    assert_eq!(makespan("results_mutex_short.go"), (500 + 30) * MS);
    assert_eq!(makespan("results_slice.go"), (500 + 30) * MS);
    let two = run_listing("results_slice.go", "sources=8,copy_us=30000,cores=2");
    assert_eq!(two.makespan_ns, (500 + 4 * 30) * MS);
}

#[test]
fn the_bell_cuts_off_who_is_on_the_way_at_that_instant() {
    let set = "sources=50,distribution=exponential,deadline_ms=400";
    let draws = Draws::new(&settings(set).scenario, 0);
    let in_time = (0..50)
        .filter(|&source| draws.time(source, 500 * MS) <= 400 * MS)
        .count() as u64;
    let report = run_listing("deadline.go", set);
    assert_eq!(
        (report.orders.served, report.orders.failed),
        (in_time, 50 - in_time)
    );
    assert_eq!(report.makespan_ns, 400 * MS);
    assert_eq!(
        report.stdout,
        format!("{in_time} of 50 in time, {} cut off\n", 50 - in_time)
    );
    // Who waits for a connection hears it too.
    let report = run_listing(
        "deadline.go",
        "sources=9,latency_ms=300,connections=3,deadline_ms=400",
    );
    assert_eq!(
        (
            report.orders.served,
            report.orders.failed,
            report.makespan_ns
        ),
        (3, 6, 400 * MS)
    );
}

#[test]
fn a_source_is_fetched_by_one_at_a_time_and_once() {
    let program = r#"package main

import (
	"context"
	"fmt"
	"time"

	"brigade/library"
)

func main() {
	s := library.Sources()[0]
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	go library.Fetch(ctx, s)
	time.Sleep(5 * time.Millisecond)
	_, err := library.Fetch(nil, s)
	fmt.Println(err)
	time.Sleep(10 * time.Millisecond)
	book, err := library.Fetch(nil, s) // called off before, so it may be tried again
	fmt.Println(book.Title, err)
	_, err = library.Fetch(nil, s)
	fmt.Println(err)
	_, err = library.Fetch(nil, library.Source{ID: 2, Name: "attic"})
	fmt.Println(err)
}
"#;
    let report = run(program, &settings(""));
    assert_eq!(
        report.stdout,
        "history: somebody is on the way already\nthe book of history <nil>\nhistory: already fetched\n\
         attic: there is no such source\n"
    );
}
