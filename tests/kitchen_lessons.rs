//! The later lessons of the kitchen tell the truth beyond what `brigade check` holds: true pools against batches, the
//! talk's formula against Little's law, and each habit's failure where a lesson says that it happens.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/stages.rs"]
mod stages;

use brigade::runtime::report::Reason;
use brigade::runtime::scenario::{Policy, Scenario};
use stages::{MILLI, SECOND, opening, run, stage, tab, under};

#[test]
fn a_thousand_orders_in_three_kitchens() {
    let sim = stage("compared", "three");
    let of = |id| {
        let orders = tab(&sim, id).orders;
        (orders.served, orders.failed, orders.lost)
    };
    assert_eq!(of("naive"), (0, 899, 101));
    assert_eq!(of("waitgroup"), (97, 903, 0));
    assert_eq!(of("batches"), (1000, 0, 0));
}

#[test]
fn a_pool_keeps_its_five_and_every_way_without_a_barrier_takes_as_long() {
    let sim = stage("pool", "pool");
    let pool = tab(&sim, "pool");
    assert_eq!(pool.goroutines.created, 6);
    assert!(tab(&sim, "batches").makespan_ns > 2 * pool.makespan_ns);
    let semaphore = opening(&stage("pool", "places"));
    assert_eq!(semaphore.makespan_ns, pool.makespan_ns);
    assert_eq!(semaphore.goroutines.created, 1001);
}

#[test]
fn the_first_error_of_a_group_reaches_the_exit_status() {
    let report = opening(&stage("pool", "errors"));
    assert_eq!((report.reason, report.exit_code), (Reason::Exit, 1));
    assert!(report.stdout.starts_with("first error: order "));
}

#[test]
fn refusals_follow_rate_and_latency_and_not_the_number_of_chefs() {
    let sim = stage("chefs", "little");
    let refused = |id| tab(&sim, id).orders.failed;
    assert_eq!((refused("talk"), refused("talk-slow")), (81, 45));
    assert_eq!((refused("one"), refused("five")), (0, 0));
    // Little's bound is the largest without refusals: one chef more is one too many.
    for (id, bound) in [("one", 1), ("five", 5)] {
        let tab = sim.tab(id).unwrap();
        let more = Scenario {
            workers: bound + 1,
            tasks: 1000,
            ..tab.settings
        };
        assert!(run(tab, more, 0, 0).orders.failed > 0, "{id}");
    }
}

#[test]
fn a_limiter_that_waits_serves_all_at_its_own_rate() {
    let sim = stage("chefs", "waits");
    let tab = sim.tab("wait").unwrap();
    assert_eq!(tab.settings.api_policy, Policy::Wait);
    let report = run(tab, tab.settings, 0, 0);
    // 10 at once, 90 at 10 a second, and the last call itself.
    assert_eq!(report.makespan_ns, 9 * SECOND + 100 * MILLI);
    assert_eq!((report.orders.served, report.api.refused), (100, 0));
}

#[test]
fn one_chef_too_many_falls_off_a_cliff() {
    let sim = stage("chefs", "others");
    assert_eq!(tab(&sim, "b47").orders.served, 1000);
    assert_eq!(tab(&sim, "b48").orders.served, 47);
}

#[test]
fn a_done_that_is_skipped_is_a_deadlock_and_a_deferred_one_is_not() {
    let sim = stage("habits", "forgotten");
    for id in ["return", "panic"] {
        let report = tab(&sim, id);
        assert_eq!((report.reason, report.exit_code), (Reason::Deadlock, 2));
        assert!(report.stderr.contains("goroutine 1 [sync.WaitGroup.Wait]:"));
    }
    assert_eq!(tab(&sim, "defer").reason, Reason::Completed);
}

#[test]
fn an_add_inside_the_goroutine_comes_too_late_in_gos_own_order_and_not_in_all() {
    let sim = stage("habits", "late");
    assert_eq!(opening(&sim).orders.served, 0);
    assert_eq!(under(&sim, 1).orders.served, 20);
}

#[test]
fn the_old_loop_variable_is_shared_and_the_new_one_is_not() {
    let sim = stage("habits", "loop");
    let tab = sim.opening();
    let old = run(tab, tab.settings, 0, 0);
    assert_eq!((old.orders.served, old.orders.lost), (1, 19));
    let today = tab.text.replacen("//go:build go1.21\n\n", "", 1);
    let report = brigade::run(
        &tab.file,
        &today,
        &brigade::runtime::Settings {
            scenario: tab.settings,
            ..Default::default()
        },
    );
    assert_eq!(report.report.orders.served, 20);
}

#[test]
fn one_receive_short_loses_the_slowest_order_whatever_the_schedule() {
    let sim = stage("channels", "short");
    for schedule in 0..50 {
        let report = under(&sim, schedule);
        assert_eq!((report.orders.served, report.orders.lost), (19, 1));
        assert_eq!(report.exit_code, 0);
    }
}
