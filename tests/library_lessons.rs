//! The library's lessons tell the truth beyond what `brigade check` holds: the broken programs break under the schedule
//! that the lesson opens and under the others that it speaks of, the sound ones under none, and what is said of chance is
//! what many seeds say.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/stages.rs"]
mod stages;

use brigade::runtime::Settings;
use brigade::runtime::report::{Reason, Report};
use brigade::runtime::scenario::Scenario;
use stages::{MILLI, SECOND, opening, run, run_with, stage, tab, under};

#[test]
fn alone_costs_the_sum_and_together_the_maximum() {
    let sim = stage("together", "story");
    assert_eq!(tab(&sim, "alone").makespan_ns, 600 * SECOND);
    assert_eq!(tab(&sim, "together").makespan_ns, 300 * SECOND);
    let sim = stage("together", "farthest");
    let own = |index: usize| {
        let tab = sim.tab("alone").unwrap();
        let scenario = Scenario {
            sources: index as u64,
            ..tab.settings
        };
        run(tab, scenario, sim.seed, 0).makespan_ns
    };
    // How far each shelf is, from how much longer it takes with it than without.
    let walks: Vec<u64> = (1..=6).map(|n| own(n) - own(n - 1)).collect();
    let farthest = *walks.iter().max().unwrap();
    assert_eq!(tab(&sim, "together").makespan_ns, farthest);
    assert_eq!(tab(&sim, "alone").makespan_ns, walks.iter().sum::<u64>());
}

#[test]
fn the_picture_counts_also_the_shelves_that_it_does_not_tell_apart() {
    let sim = stage("together", "farthest");
    let tab = sim.tab("alone").unwrap();
    let scenario = Scenario {
        sources: 1500,
        ..tab.settings
    };
    let run = brigade::run(
        &tab.file,
        &tab.text,
        &Settings {
            scenario,
            ..Settings::default()
        },
    );
    let trace = run.trace.unwrap();
    assert_eq!(trace.meta().alone_ns(), run.report.makespan_ns);
}

#[test]
fn only_where_cd_alone_fails_is_the_answer_green_and_half_empty() {
    let sim = stage("status", "hole");
    let fixed = stage("status", "both-checked");
    let (broken, cured) = (sim.opening(), fixed.opening());
    let mut half_empty = 0;
    for seed in 0..200 {
        let report = run(broken, broken.settings, seed, 0);
        let hole = report.stdout.contains("200 OK") && report.orders.failed > 0;
        half_empty += u64::from(hole);
        if hole {
            assert!(report.stdout.ends_with("CD \"\"\n"), "{}", report.stdout);
        }
        let report = run(cured, cured.settings, seed, 0);
        let green = report.stdout.starts_with("200 OK");
        assert_eq!(green, report.orders.failed == 0, "seed {seed}");
    }
    assert!(
        (30..=70).contains(&half_empty),
        "one in four: {half_empty} of 200"
    );
}

#[test]
fn the_compiler_refuses_the_slide_as_printed() {
    let sim = stage("status", "hole");
    let tab = sim.opening();
    let slide = tab.text.replace(", \"CD:\", err1", "");
    assert_ne!(slide, tab.text);
    let report = brigade::run(&tab.file, &slide, &Settings::default()).report;
    assert_eq!(report.reason, Reason::CompileError);
    assert_eq!(
        report.stderr,
        "./fetch_status.go:20:11: declared and not used: err1\n"
    );
}

#[test]
fn a_plain_counter_loses_under_every_schedule_but_the_first() {
    let sim = stage("counting", "unlucky");
    assert_eq!(sim.schedule, 1);
    assert_eq!(under(&sim, 0).stdout, "plain: 100 atomic: 100\n");
    for schedule in 1..=100 {
        let report = under(&sim, schedule);
        assert!(
            report.stdout.ends_with(" atomic: 100\n") && !report.stdout.contains("plain: 100"),
            "schedule {schedule}: {}",
            report.stdout
        );
        assert_eq!(report.exit_code, 0, "and nobody is told");
    }
}

#[test]
fn a_plain_map_tears_under_every_schedule_but_the_first() {
    let sim = stage("results", "torn");
    assert_eq!(sim.schedule, 1);
    assert_eq!(under(&sim, 0).reason, Reason::Completed);
    for schedule in 1..=100 {
        let report = under(&sim, schedule);
        assert_eq!(report.reason, Reason::FatalError, "schedule {schedule}");
        assert_eq!(report.exit_code, 2);
        let first = report.stderr.lines().next();
        assert_eq!(first, Some("fatal error: concurrent map writes"));
    }
}

#[test]
fn the_four_safe_places_hold_all_books_under_any_schedule() {
    let sim = stage("results", "places");
    for tab in &sim.tabs {
        for schedule in 0..40 {
            let report = run(tab, tab.settings, sim.seed, schedule);
            assert_eq!(report.reason, Reason::Completed, "{}", tab.file);
            assert!(report.stdout.starts_with("100 books"), "{}", tab.file);
        }
        let watched = Settings {
            scenario: tab.settings,
            race: true,
            ..Settings::default()
        };
        let report = run_with(tab, watched);
        assert_eq!(report.races, Vec::<String>::new(), "{}", tab.file);
    }
}

#[test]
fn the_race_detector_finds_what_a_lucky_run_hides() {
    for (lesson, id) in [("results", "seems-fine"), ("counting", "lucky")] {
        let sim = stage(lesson, id);
        let tab = sim.opening();
        let watched = Settings {
            scenario: tab.settings,
            race: true,
            ..Settings::default()
        };
        let report = run_with(tab, watched);
        assert!(!report.races.is_empty(), "{id}");
        assert_eq!(report.exit_code, 66, "{id}");
    }
}

#[test]
fn the_queue_for_the_pen_is_that_of_one_server() {
    let sim = stage("results", "pen");
    for tab in &sim.tabs {
        // Everyone back at the same instant: the n-th waits for n − 1 others.
        let scenario = Scenario {
            spread: 0.0,
            ..tab.settings
        };
        let report = run(tab, scenario, 0, 0);
        let copy = tab.settings.copy_ns;
        assert_eq!(report.waited.lock_ns, (0..100).sum::<u64>() * copy);
        assert_eq!(report.makespan_ns, 100 * MILLI + 100 * copy);
    }
    let waited: Vec<u64> = ["c05", "c2", "c10"]
        .map(|id| tab(&sim, id).waited.lock_ns)
        .into();
    assert!(waited[1] > 10 * waited[0] && waited[2] > 5 * waited[1]);
}

#[test]
fn one_dead_cluster_empties_the_group_and_not_the_page() {
    let group = opening(&stage("partial", "all-or-nothing"));
    assert!(group.stdout.starts_with("nothing: "), "{}", group.stdout);
    let sim = stage("partial", "kept");
    let kept = opening(&sim);
    assert_eq!((kept.orders.served, kept.orders.failed), (97, 3));
    assert_eq!(kept.stdout.matches("without ").count(), 3);
    assert!(kept.stdout.ends_with("97 of 100 answered\n"));
}

#[test]
fn the_bell_ends_every_walk_and_leaves_nobody_behind() {
    let sim = stage("partial", "bell");
    let late = tab(&sim, "patient");
    assert!(late.makespan_ns > 1700 * MILLI);
    let tab = sim.tab("bell").unwrap();
    let settings = Settings {
        scenario: tab.settings,
        seed: sim.seed,
        leaks: true,
        ..Settings::default()
    };
    let report = run_with(tab, settings);
    assert_eq!(report.makespan_ns, 300 * MILLI);
    assert_eq!((report.orders.served, report.orders.failed), (97, 3));
    assert!(report.leaks.is_empty());
}

#[test]
fn each_figure_from_production_has_a_run() {
    let milliseconds = |sim: &brigade::lesson::block::Sim, id: &str| {
        (tab(sim, id).makespan_ns + MILLI / 2) / MILLI
    };
    let sim = stage("production", "dashboard");
    assert_eq!(milliseconds(&sim, "before"), 1000);
    assert_eq!(milliseconds(&sim, "after"), 500);
    let sim = stage("production", "clusters");
    let (before, after) = (milliseconds(&sim, "before"), milliseconds(&sim, "after"));
    assert_eq!(((before + 500) / 1000, after), (20, 300));
    assert_eq!(before / after, 66);
    let sim = stage("production", "resources");
    assert_eq!(milliseconds(&sim, "before"), 5000);
    assert_eq!(milliseconds(&sim, "after"), 1000);
}

#[test]
fn with_a_hundred_sources_sixty_three_in_a_hundred_requests_meet_a_slow_one() {
    let sim = stage("bounds", "requests");
    let slow = |report: &Report| (report.makespan_ns - 5 * SECOND) / (450 * MILLI);
    assert_eq!(slow(&opening(&sim)), 63);
    // 2,000 requests in all: 1 − 0.99^100 is 63.4 %, the standard deviation of the share 1.1 %.
    let tab = sim.opening();
    let met: u64 = (0..20)
        .map(|seed| slow(&run(tab, tab.settings, seed, 0)))
        .sum();
    assert!((1200..=1334).contains(&met), "{met} of 2000");
}

#[test]
fn a_crowd_without_cards_gains_nothing() {
    let sim = stage("bounds", "cards");
    let (all, limited) = (tab(&sim, "all"), tab(&sim, "limit"));
    assert_eq!(all.makespan_ns, limited.makespan_ns);
    assert_eq!(all.goroutines.max_alive, 10_001);
    assert_eq!(limited.goroutines.max_alive, 101);
}

#[test]
fn batches_of_unequal_walks_cost_what_theory_says() {
    // The slowest of 20 exponential walks takes 1 + 1/2 + … + 1/20 = 3.598 means.
    let sim = stage("bounds", "barrier");
    let of = sim.tab("batches").unwrap();
    let mean = (0..30)
        .map(|seed| run(of, of.settings, seed, 0).makespan_ns as f64)
        .sum::<f64>()
        / 30.0;
    let expected = 50.0 * 50e6 * 3.598;
    assert!((mean / expected - 1.0).abs() < 0.03, "{mean}");
}
