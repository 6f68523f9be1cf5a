//! The supplier: an API that takes so many calls at once, and so many a second.

use crate::run::{MS, TIMES, run, run_listing, settings};
use crate::{cooked, ms};
use brigade::runtime::draw::Draws;

const TOO_MANY: &str = "429 Too Many Requests";

#[test]
fn calls_take_their_time_one_after_another() {
    let report = run_listing("sequential.go", "tasks=3,calls_per_task=4,api_ms=2.5");
    assert_eq!(report.makespan_ns, 3 * (10 + 20) * MS);
    assert_eq!((report.api.calls, report.api.refused), (12, 0));
    let report = run_listing("sequential.go", "tasks=3,calls_per_task=0,api_ms=2.5");
    assert_eq!((report.makespan_ns, report.api.calls), (60 * MS, 0));
}

#[test]
fn the_api_server_refuses_by_calls_in_flight() {
    let report = run(TIMES, &settings("api_in_flight=400,api_ms=50,stoves=2000"));
    assert_eq!((report.orders.served, report.orders.failed), (400, 600));
    assert_eq!((report.api.calls, report.api.refused), (400, 600));
    let refused: Vec<_> = cooked(&report)
        .into_iter()
        .filter(|cooked| cooked.end == TOO_MANY)
        .collect();
    assert_eq!(refused.len(), 600);
    assert!(
        refused.iter().all(|cooked| cooked.took.is_zero()),
        "a refusal takes no time"
    );
    // One at a time is never refused.
    assert_eq!(
        run_listing("sequential.go", "tasks=20,api_in_flight=1,api_ms=50")
            .orders
            .served,
        20
    );
}

#[test]
fn the_bucket_is_full_at_first_and_fills_by_whole_tokens() {
    let served = |set: &str| {
        run_listing("waitgroup.go", &format!("tasks=90,{set}"))
            .orders
            .served
    };
    assert_eq!(served("api_per_s=5"), 10);
    assert_eq!(served("api_per_s=5,api_burst=30"), 30);
    assert_eq!(served("api_per_s=0"), 90);
    // An order every 20 ms takes a token, and half a one comes in the meantime: enough for 19. The others are refused at
    // that instant.
    let report = run_listing("sequential.go", "tasks=40,api_per_s=25,api_burst=10");
    assert_eq!((report.orders.served, report.orders.failed), (19, 21));
    assert_eq!(report.makespan_ns, 19 * 20 * MS);
}

/// A call for which there is no place takes no token, and one without a token no place.
#[test]
fn a_refusal_takes_neither_token_nor_place() {
    let report = run_listing(
        "waitgroup.go",
        "tasks=50,api_in_flight=4,api_per_s=1,api_burst=10,api_ms=5",
    );
    assert_eq!(report.orders.served, 4, "46 found no place");
    let program = r#"package main

import (
	"fmt"
	"time"

	"brigade/kitchen"
)

func main() {
	for range 50 {
		go kitchen.Call(nil)
	}
	time.Sleep(6 * time.Millisecond)
	for range 8 {
		fmt.Println(kitchen.Call(nil))
	}
}
"#;
    let set = "api_in_flight=4,api_per_s=1,api_burst=10,api_ms=5";
    let report = run(program, &settings(set));
    let nils = report.stdout.matches("<nil>").count();
    assert_eq!(
        (nils, report.stdout.matches(TOO_MANY).count()),
        (6, 2),
        "{}",
        report.stdout
    );
}

#[test]
fn client_go_waits_for_five_a_second_after_a_burst_of_ten() {
    let report = run(
        TIMES,
        &settings("tasks=25,api_per_s=5,api_burst=10,api_policy=wait"),
    );
    assert_eq!((report.orders.served, report.api.refused), (25, 0));
    let mut took: Vec<_> = cooked(&report).iter().map(|cooked| cooked.took).collect();
    took.sort();
    let expected: Vec<_> = (0..25_u64)
        .map(|n| ms(20) + ms(200) * n.saturating_sub(9) as u32)
        .collect();
    assert_eq!(took, expected);
    assert_eq!(report.makespan_ns, (15 * 200 + 20) * MS);
}

#[test]
fn who_waits_for_a_place_is_let_in_as_one_is_free() {
    let set = "tasks=20,api_in_flight=4,api_ms=50,api_policy=wait,service_ms=0";
    let report = run_listing("waitgroup.go", set);
    assert_eq!(
        (report.orders.served, report.makespan_ns),
        (20, 5 * 50 * MS)
    );
    // Both limits at once: the slower one rules.
    let set =
        "tasks=20,api_in_flight=4,api_ms=50,api_per_s=10,api_burst=1,api_policy=wait,service_ms=0";
    let report = run_listing("waitgroup.go", set);
    assert_eq!(report.makespan_ns, (19 * 100 + 50) * MS);
}

#[test]
fn who_tries_again_pauses_as_drawn_and_then_gives_up() {
    let settings =
        settings("tasks=20,api_per_s=0.001,api_burst=1,api_policy=retry,retries=3,retry_ms=4");
    let report = run(TIMES, &settings);
    assert_eq!((report.orders.served, report.api.calls), (1, 1));
    assert_eq!(report.api.refused, 19 * 4);
    let draws = Draws::new(&settings.scenario, settings.seed);
    for cooked in cooked(&report)
        .iter()
        .filter(|cooked| cooked.end != "<nil>")
    {
        let pauses: u64 = (0..3)
            .map(|n| draws.back_off(cooked.order, n, 4 * MS))
            .sum();
        assert_eq!(cooked.took.as_nanos(), u128::from(pauses));
        assert_eq!(cooked.end, TOO_MANY);
    }
    let served = |policy| {
        run_listing(
            "waitgroup.go",
            &format!("tasks=20,api_per_s=100,api_burst=5,{policy}"),
        )
        .orders
        .served
    };
    assert_eq!(served("api_policy=retry,retries=20"), 20);
    assert_eq!(
        served("api_policy=retry,retries=0"),
        5,
        "none is tried again"
    );
    assert_eq!(served("api_policy=fail"), 5);
}

#[test]
fn a_call_is_called_off_wherever_it_waits() {
    let program = r#"package main

import (
	"context"
	"fmt"
	"time"

	"brigade/kitchen"
)

func main() {
	start := time.Now()
	ctx, cancel := context.WithTimeout(context.Background(), 7*time.Millisecond)
	defer cancel()
	for range 2 {
		fmt.Println(kitchen.Call(ctx), time.Since(start))
	}
	fmt.Println(kitchen.Call(ctx), time.Since(start))
}
"#;
    // The call itself takes longer than there is; or the token comes too late; or the pause is longer.
    for set in [
        "api_ms=5",
        "api_ms=5,api_per_s=1,api_burst=1,api_policy=wait",
        "api_ms=5,api_per_s=1,api_burst=1,api_policy=retry,retry_ms=1000",
    ] {
        let report = run(program, &settings(set));
        let late = "context deadline exceeded 7ms\n";
        assert_eq!(report.stdout, format!("<nil> 5ms\n{late}{late}"), "{set}");
    }
}

/// The talk's formula against Little's law: a limit on concurrency isn't a limit on rate.
#[test]
fn a_batch_of_five_is_refused_less_than_one_of_ten() {
    let refused = |workers: u32, api_ms: u32| {
        let set = format!(
            "tasks=100,workers={workers},service_ms=0,api_ms={api_ms},api_per_s=10,api_burst=10"
        );
        run_listing("batch_pool.go", &set).api.refused
    };
    assert_eq!((refused(5, 100), refused(5, 500)), (71, 0));
    assert_eq!((refused(10, 100), refused(10, 500)), (81, 45));
}
