//! The work: how many orders, how long they take, when they come and what becomes of them.

use crate::run::{MS, TIMES, run, run_listing, settings};
use crate::{cooked, ms};
use brigade::runtime::Settings;
use brigade::runtime::draw::Draws;
use brigade::runtime::scenario::Arrival;
use std::time::Duration;

fn draws(set: &str) -> Draws {
    Draws::new(&settings(set).scenario, 0)
}

/// Mean and coefficient of variation of many draws around 20 ms.
fn spread(set: &str) -> (f64, f64) {
    let draws = draws(set);
    let many = 200_000;
    let drawn: Vec<f64> = (0..many)
        .map(|order| draws.time(order, 20 * MS) as f64 / (20 * MS) as f64)
        .collect();
    let mean = drawn.iter().sum::<f64>() / many as f64;
    let variance = drawn.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / many as f64;
    (mean, variance.sqrt() / mean)
}

#[test]
fn orders_and_workers_and_service_make_the_makespan() {
    let makespan = |name: &str, set: &str| run_listing(name, set).makespan_ns;
    assert_eq!(makespan("sequential.go", "tasks=0"), 0);
    assert_eq!(
        makespan("sequential.go", "tasks=3,service_ms=0.25"),
        750_000
    );
    assert_eq!(makespan("sequential.go", "tasks=3,service_ms=0"), 0);
    for bounded in [
        "batch_pool.go",
        "batch_channels.go",
        "channel_pool.go",
        "semaphore.go",
        "errgroup.go",
    ] {
        let report = run_listing(bounded, "tasks=100,workers=7");
        assert_eq!(
            report.makespan_ns,
            15 * 20 * MS,
            "{bounded}: 100 orders by seven"
        );
        assert_eq!(
            (report.max_in_flight, report.orders.served),
            (7, 100),
            "{bounded}"
        );
    }
}

/// Within four standard errors of 200,000 draws.
#[test]
fn each_distribution_has_the_mean_and_the_spread_that_it_says() {
    for (set, variation) in [
        ("distribution=constant,spread=0.5", 0.0),
        ("distribution=uniform,spread=0", 0.0),
        ("distribution=uniform,spread=0.5", 0.5 / 3_f64.sqrt()),
        ("distribution=uniform,spread=1", 1.0 / 3_f64.sqrt()),
        ("distribution=exponential", 1.0),
        ("distribution=lognormal,spread=0", 0.0),
        ("distribution=lognormal,spread=0.5", 0.5),
    ] {
        let (mean, drawn) = spread(set);
        let error = 4.0 * variation / 200_000_f64.sqrt() + 1e-9;
        assert!((mean - 1.0).abs() < error, "{set}: mean {mean}");
        assert!(
            (drawn - variation).abs() < 5.0 * error,
            "{set}: variation {drawn}"
        );
    }
    let uniform = draws("distribution=uniform,spread=0.5");
    assert!((0..10_000).all(|order| (10 * MS..=30 * MS).contains(&uniform.time(order, 20 * MS))));
}

#[test]
fn stragglers_take_longer_by_their_factor() {
    let draws = draws("stragglers=0.05,straggler_factor=7.5");
    let times: Vec<u64> = (0..100_000)
        .map(|order| draws.time(order, 20 * MS))
        .collect();
    let slow = times.iter().filter(|&&time| time == 150 * MS).count();
    assert_eq!(
        slow + times.iter().filter(|&&time| time == 20 * MS).count(),
        100_000
    );
    assert!((4_700..5_300).contains(&slow), "{slow}");
    // One slow order idles the four others of its batch, and only one of a pool's five.
    let set = "tasks=200,stragglers=0.05";
    assert!(
        run_listing("batch_pool.go", set).makespan_ns
            > run_listing("channel_pool.go", set).makespan_ns * 5 / 4
    );
}

#[test]
fn an_order_bound_to_fail_burns_after_its_service() {
    let settings = settings("tasks=90,fail_rate=0.3");
    let draws = Draws::new(&settings.scenario, 0);
    let report = run(TIMES, &settings);
    for cooked in cooked(&report) {
        let end = if draws.fails(cooked.order) {
            format!("order {}: burnt", cooked.order)
        } else {
            "<nil>".into()
        };
        assert_eq!((cooked.end, cooked.took), (end, ms(20)));
    }
    let failed = (0..90).filter(|&order| draws.fails(order)).count() as u64;
    assert_eq!(
        (report.orders.failed, report.orders.served),
        (failed, 90 - failed)
    );
    assert!(failed > 0);
    assert_eq!(
        run_listing("waitgroup.go", "tasks=90,fail_rate=1")
            .orders
            .failed,
        90
    );
}

/// Order i takes as long in every strategy with the same seed, and has the same fate.
#[test]
fn an_order_is_the_same_in_every_strategy() {
    let ways = [
        "for _, o := range kitchen.Orders() {\n\t\tcook(o)\n\t}",
        "for o := range kitchen.Arrivals() {\n\t\twg.Go(func() { cook(o) })\n\t}",
        "orders := kitchen.Orders()\n\tslices.Reverse(orders)\n\tfor _, o := range orders {\n\t\twg.Go(func() { cook(o) })\n\t}",
        "arrivals := kitchen.Arrivals()\n\tfor range 3 {\n\t\twg.Go(func() {\n\t\t\tfor o := range arrivals {\n\t\t\t\tcook(o)\n\t\t\t}\n\t\t})\n\t}",
    ];
    for (set, seed) in [
        ("distribution=exponential,fail_rate=0.2", 0),
        (
            "distribution=lognormal,spread=0.8,stragglers=0.1,fail_rate=0.5",
            7,
        ),
        (
            "distribution=uniform,spread=1,arrival=poisson,arrival_per_s=300",
            123_456_789_012,
        ),
    ] {
        let settings = Settings {
            seed,
            ..settings(&format!("tasks=60,{set}"))
        };
        let draws = Draws::new(&settings.scenario, seed);
        for way in ways {
            let program = format!(
                "package main\n\nimport (\n\t\"fmt\"\n\t\"slices\"\n\t\"sync\"\n\t\"time\"\n\n\t\"brigade/kitchen\"\n)\n\n\
                 func cook(o kitchen.Order) {{\n\tbegan := time.Now()\n\terr := kitchen.Cook(o)\n\t\
                 fmt.Println(o.ID, 0*time.Second, time.Since(began), err)\n}}\n\n\
                 func main() {{\n\tvar wg sync.WaitGroup\n\t_ = slices.Max[[]int]\n\t{way}\n\twg.Wait()\n}}\n"
            );
            let all = cooked(&run(&program, &settings));
            assert_eq!(all.len(), 60);
            for cooked in all {
                assert_eq!(
                    cooked.took,
                    Duration::from_nanos(draws.time(cooked.order, 20 * MS)),
                    "{set}: {way}"
                );
                assert_eq!(
                    cooked.end != "<nil>",
                    draws.fails(cooked.order),
                    "{set}: {way}"
                );
            }
        }
    }
}

#[test]
fn cooking_again_redraws_neither_the_time_nor_the_fate() {
    let program = r#"package main

import (
	"fmt"
	"time"

	"brigade/kitchen"
)

func main() {
	for _, o := range kitchen.Orders() {
		for range 2 {
			began := time.Now()
			err := kitchen.Cook(o)
			fmt.Println(o.ID, time.Duration(0), time.Since(began), err)
		}
	}
}
"#;
    let settings = settings("tasks=30,distribution=exponential,fail_rate=0.5");
    let draws = Draws::new(&settings.scenario, 0);
    for cooked in cooked(&run(program, &settings)) {
        let (order, took) = (
            cooked.order,
            Duration::from_nanos(draws.time(cooked.order, 20 * MS)),
        );
        let again = format!("order {order}: already served");
        match cooked.end.as_str() {
            "<nil>" => assert!(!draws.fails(order) && cooked.took == took),
            end if end == again => assert!(!draws.fails(order) && cooked.took.is_zero()),
            end => assert!(
                end.ends_with("burnt") && draws.fails(order) && cooked.took == took,
                "{cooked:?}"
            ),
        }
    }
    // Who comes back for a stove waits longer; the service itself is the same.
    let retried = crate::run::settings(
        "tasks=30,distribution=exponential,stoves=5,stove_policy=retry,retries=40",
    );
    let draws = Draws::new(&retried.scenario, 0);
    for cooked in cooked(&run(TIMES, &retried))
        .iter()
        .filter(|cooked| cooked.end == "<nil>")
    {
        let drawn = Duration::from_nanos(draws.time(cooked.order, 20 * MS));
        let pauses = (0..41).scan(0, |sum, n| {
            let now = *sum;
            *sum += draws.back_off(cooked.order, n, 10 * MS);
            Some(now)
        });
        let waits: Vec<u64> = pauses.collect();
        let waited = (cooked.took - drawn).as_nanos() as u64;
        assert!(
            waits.contains(&waited),
            "order {} waited for {waited} ns",
            cooked.order
        );
    }
}

#[test]
fn orders_come_when_they_are_drawn_to_come() {
    let program = r#"package main

import (
	"fmt"
	"time"

	"brigade/kitchen"
)

func main() {
	start := time.Now()
	for o := range kitchen.Arrivals() {
		fmt.Println(o.ID, time.Since(start), time.Duration(0), nil)
	}
	fmt.Println(1000000, time.Since(start), time.Duration(0), nil)
}
"#;
    for (set, arrival) in [
        ("arrival=at_once", Arrival::AtOnce),
        ("arrival=paced,arrival_per_s=40", Arrival::Paced),
        ("arrival=poisson,arrival_per_s=40", Arrival::Poisson),
        ("arrival=paced,arrival_per_s=0.3", Arrival::Paced),
    ] {
        let settings = settings(&format!("tasks=50,{set}"));
        let draws = Draws::new(&settings.scenario, 0);
        let report = run(program, &settings);
        let mut before = 0;
        let all = cooked(&report);
        for cooked in &all[..50] {
            before = draws.arrival(
                arrival,
                cooked.order,
                before,
                settings.scenario.arrival_micro_per_s,
            );
            assert_eq!(
                cooked.began,
                Duration::from_nanos(before),
                "{set}: {}",
                cooked.order
            );
        }
        assert_eq!(
            all[50].began,
            Duration::from_nanos(before),
            "{set}: closed after the last"
        );
        assert_eq!(
            report.goroutines.created, 1,
            "the world feeds the channel, no goroutine"
        );
    }
    let paced = run(program, &settings("tasks=5,arrival=paced,arrival_per_s=40"));
    let began: Vec<_> = cooked(&paced).iter().map(|cooked| cooked.began).collect();
    assert_eq!(began, [ms(0), ms(25), ms(50), ms(75), ms(100), ms(100)]);
}

#[test]
fn an_order_is_always_one_of_what_there_is() {
    let orders = |name: &str, set: &str| {
        let orders = run_listing(name, set).orders;
        assert_eq!(
            orders.waiting + orders.in_flight + orders.served + orders.failed + orders.lost,
            orders.total
        );
        (orders.served, orders.failed, orders.lost)
    };
    assert_eq!(orders("naive.go", ""), (0, 0, 1000));
    assert_eq!(orders("waitgroup.go", ""), (97, 903, 0));
    assert_eq!(
        orders("naive_server.go", "service_ms=5000,tasks=50"),
        (0, 0, 50)
    );
    assert_eq!(
        orders(
            "channel_pool.go",
            "tasks=50,arrival=paced,arrival_per_s=1000"
        ),
        (50, 0, 0)
    );
    // A program that knows neither kitchen nor library has no orders.
    let report = run(
        "package main\n\nfunc main() {}\n",
        &settings("tasks=50,sources=50"),
    );
    assert_eq!(report.orders.total, 0);
}

#[test]
fn what_is_cooked_twice_is_told() {
    let program = r#"package main

import (
	"errors"
	"fmt"

	"brigade/kitchen"
)

func main() {
	orders := kitchen.Orders()
	go kitchen.Cook(orders[0])
	kitchen.Chop(1)
	fmt.Println(kitchen.Cook(orders[0]))
	fmt.Println(kitchen.Cook(orders[1]))
	fmt.Println(kitchen.Cook(orders[1]))
	fmt.Println(kitchen.Cook(kitchen.Order{ID: 3}))
	fmt.Println(kitchen.Cook(kitchen.Order{ID: -1}))
	fmt.Println(kitchen.Fail(orders[2], errors.New("dropped")), kitchen.Serve(orders[2]), kitchen.Serve(orders[2]))
}
"#;
    let report = run(program, &settings("tasks=3"));
    assert_eq!(
        report.stdout,
        "order 0: somebody works on it already\n<nil>\norder 1: already served\n\
         order 3: there is no such order\norder -1: there is no such order\n<nil> <nil> order 2: already served\n"
    );
}

/// `Cook`, written by a learner from its parts, is `Cook`.
#[test]
fn cook_by_hand_is_cook() {
    let by_hand = r#"package main

import (
	"fmt"
	"sync"
	"time"

	"brigade/kitchen"
)

func cook(o kitchen.Order) error {
	release := kitchen.Hold(64)
	defer release()
	if err := kitchen.Call(nil); err != nil {
		kitchen.Fail(o, err)
		return err
	}
	free, err := kitchen.Stove(nil)
	if err != nil {
		kitchen.Fail(o, err)
		return err
	}
	defer free()
	if err := kitchen.Simmer(o); err != nil {
		kitchen.Fail(o, err)
		return err
	}
	kitchen.Serve(o)
	return nil
}

func main() {
	var wg sync.WaitGroup
	start := time.Now()
	for _, o := range kitchen.Orders() {
		wg.Go(func() {
			began := time.Now()
			err := cook(o)
			fmt.Println(o.ID, began.Sub(start), time.Since(began), err)
		})
	}
	wg.Wait()
}
"#;
    for set in [
        "tasks=200,distribution=exponential,fail_rate=0.1",
        "tasks=40,stoves=13,stove_policy=wait,connect_ms=2",
        "tasks=40,api_ms=3,api_per_s=10,api_burst=20",
        "tasks=40,api_ms=3,api_in_flight=4,api_policy=wait",
    ] {
        let (ours, cooks) = (run(by_hand, &settings(set)), run(TIMES, &settings(set)));
        assert_eq!(ours.stdout, cooks.stdout, "{set}");
        assert_eq!(
            (ours.orders, ours.makespan_ns, ours.stoves),
            (cooks.orders, cooks.makespan_ns, cooks.stoves),
            "{set}"
        );
    }
}
