//! Stoves: database connections, and what happens to who finds none.

use crate::run::{MS, TIMES, run, run_listing, settings};
use crate::{cooked, ms};
use brigade::runtime::draw::Draws;
use std::collections::BTreeMap;

const TOO_MANY: &str = "pq: sorry, too many clients already";
const RESERVED: &str =
    "pq: remaining connection slots are reserved for roles with the SUPERUSER attribute";

/// How often each end was met.
fn ends(set: &str) -> BTreeMap<String, usize> {
    let mut ends = BTreeMap::new();
    for cooked in cooked(&run(TIMES, &settings(set))) {
        *ends.entry(cooked.end).or_default() += 1;
    }
    ends
}

fn expected<const N: usize>(rows: [(&str, usize); N]) -> BTreeMap<String, usize> {
    rows.map(|(end, count)| (end.to_owned(), count)).into()
}

#[test]
fn a_burst_reads_the_refusals_that_postgres_would_give() {
    assert_eq!(
        ends("connect_ms=5"),
        expected([("<nil>", 97), (TOO_MANY, 900), (RESERVED, 3)])
    );
    assert_eq!(ends(""), expected([("<nil>", 97), (RESERVED, 903)]));
}

#[test]
fn what_others_and_superusers_have_is_not_there() {
    let served = |set| run_listing("waitgroup.go", set).orders.served;
    assert_eq!(served("stoves=20"), 17);
    assert_eq!(served("stoves=20,stoves_reserved=0"), 20);
    assert_eq!(served("stoves=20,stoves_reserved=5"), 15);
    assert_eq!(served("stoves=20,stoves_others=10"), 7);
    assert_eq!(served("stoves=20,stoves_others=17"), 0);
    assert_eq!(served("stoves=0"), 0);
    assert_eq!(
        ends("stoves=20,stoves_reserved=0"),
        expected([("<nil>", 20), (TOO_MANY, 980)]),
        "no slot is reserved, so none is refused for that"
    );
}

#[test]
fn who_may_wait_is_served_in_the_order_of_coming() {
    let report = run(TIMES, &settings("tasks=40,stoves=13,stove_policy=wait"));
    assert_eq!((report.orders.served, report.stoves.refused), (40, 0));
    assert_eq!(
        (report.stoves.max_in_use, report.makespan_ns),
        (10, 80 * MS)
    );
    let took: Vec<u128> = cooked(&report)
        .iter()
        .map(|cooked| cooked.took.as_millis())
        .collect();
    // Main hires all, then the last hired cooks first: Go's own order.
    let expected: Vec<u128> = (0..40)
        .map(|order| {
            if order == 39 {
                20
            } else {
                20 + (order + 1) / 10 * 20
            }
        })
        .collect();
    assert_eq!(took, expected);
}

#[test]
fn a_freed_stove_goes_to_the_head_of_the_queue_and_never_to_a_newcomer() {
    let program = r#"package main

import (
	"fmt"
	"time"

	"brigade/kitchen"
)

func main() {
	free, _ := kitchen.Stove(nil)
	go func() {
		free, _ := kitchen.Stove(nil)
		fmt.Println("who waited", time.Now().UnixMilli()%1000)
		time.Sleep(5 * time.Millisecond)
		free()
	}()
	time.Sleep(3 * time.Millisecond)
	free()
	free, _ = kitchen.Stove(nil) // at the same instant, and before the other could execute
	fmt.Println("the newcomer", time.Now().UnixMilli()%1000)
}
"#;
    let report = run(program, &settings("stoves=4,stove_policy=wait"));
    assert_eq!(report.stdout, "who waited 3\nthe newcomer 8\n");
}

#[test]
fn connecting_takes_its_time_and_a_slot() {
    let report = run_listing(
        "waitgroup.go",
        "tasks=20,connect_ms=5,stoves=13,stove_policy=wait",
    );
    assert_eq!(report.makespan_ns, 2 * 25 * MS);
    let report = run_listing("sequential.go", "tasks=4,connect_ms=1.5");
    assert_eq!(report.makespan_ns, 4 * (20 * MS + 1_500_000));
}

/// Where there is never a stove, each order tries `retries` times more and then reads the refusal; its pauses are those
/// of the draws, each up to twice as long as the one before.
#[test]
fn who_tries_again_does_so_as_often_and_as_late_as_it_is_set() {
    let settings = settings("tasks=20,stoves=3,stove_policy=retry,retries=4,retry_ms=8");
    let report = run(TIMES, &settings);
    assert_eq!((report.orders.failed, report.stoves.refused), (20, 20 * 5));
    let draws = Draws::new(&settings.scenario, settings.seed);
    for cooked in cooked(&report) {
        let pauses: Vec<u64> = (0..4)
            .map(|n| draws.back_off(cooked.order, n, 8 * MS))
            .collect();
        assert!(
            pauses
                .iter()
                .enumerate()
                .all(|(n, &pause)| pause <= (8 * MS) << n),
            "{pauses:?}"
        );
        assert_eq!(
            cooked.took.as_nanos(),
            u128::from(pauses.iter().sum::<u64>())
        );
        assert_eq!(cooked.end, RESERVED);
    }
}

#[test]
fn who_tries_again_is_served_in_the_end_and_holds_meanwhile_what_it_holds() {
    let set = "tasks=40,stoves=13,retry_ms=5,retries=20,files=1000";
    let retried = run_listing("waitgroup.go", &format!("{set},stove_policy=retry"));
    assert_eq!(retried.orders.served, 40);
    assert!(retried.stoves.refused > 0);
    let waited = run_listing("waitgroup.go", &format!("{set},stove_policy=wait"));
    assert!(
        retried.memory.peak_bytes >= waited.memory.peak_bytes,
        "40 orders in the making take as much room, whether they queue or come again"
    );
    // Who comes again has no number in a queue: with three tries some never find one free.
    let few = run_listing(
        "waitgroup.go",
        "tasks=400,stoves=13,stove_policy=retry,retries=3,retry_ms=5",
    );
    assert_eq!(few.orders.served + few.orders.failed, 400);
    assert!(few.orders.failed > 0);
}

/// A learner's own `Cook`, from its parts.
#[test]
fn a_stove_that_is_called_off_is_free_again() {
    let program = r#"package main

import (
	"context"
	"fmt"
	"time"

	"brigade/kitchen"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Millisecond)
	defer cancel()
	_, err := kitchen.Stove(ctx) // connecting takes 5 ms
	fmt.Println(err, time.Now().UnixMilli()%1000)
	free, err := kitchen.Stove(nil)
	fmt.Println(err, time.Now().UnixMilli()%1000)
	free()
	free() // once is enough
	_, err = kitchen.Stove(ctx)
	fmt.Println(err, time.Now().UnixMilli()%1000)
}
"#;
    for policy in ["fail", "wait", "retry"] {
        let set = format!("stoves=4,connect_ms=5,stove_policy={policy}");
        let report = run(program, &settings(&set));
        assert_eq!(
            report.stdout, "context deadline exceeded 2\n<nil> 7\ncontext deadline exceeded 7\n",
            "{policy}"
        );
    }
}

#[test]
fn files_are_refused_at_once_and_given_back() {
    let set = "tasks=20,files=15,files_per_task=2";
    let report = run(TIMES, &settings(set));
    assert_eq!((report.orders.served, report.orders.failed), (7, 13));
    for cooked in cooked(&report) {
        let (end, took) = match cooked.end.as_str() {
            "<nil>" => ("<nil>", ms(20)),
            _ => ("too many open files", ms(0)),
        };
        assert_eq!((cooked.end.as_str(), cooked.took), (end, took));
    }
    assert_eq!(
        run_listing("batch_pool.go", "tasks=20,files=10,files_per_task=2")
            .orders
            .served,
        20
    );
    assert_eq!(
        run_listing("waitgroup.go", "tasks=20,files=0,files_per_task=2")
            .orders
            .served,
        20
    );
}
