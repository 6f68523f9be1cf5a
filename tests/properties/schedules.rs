//! Over a thousand schedules each broken example shows its failure, and its cure never does.

use crate::run::{listing, scenario};
use brigade::runtime::Settings;
use brigade::runtime::report::{Reason, Report};
use std::collections::BTreeMap;
use std::sync::Arc;

const SCHEDULES: u64 = 1000;

/// A program with this in `main`.
fn program(imports: &str, body: &str) -> String {
    let imports: String = imports
        .split(' ')
        .map(|import| format!("\t\"{import}\"\n"))
        .collect();
    format!("package main\n\nimport (\n{imports})\n\nfunc main() {{\n{body}\n}}\n")
}

/// The runs under all schedules, of a program that is compiled once.
fn runs(text: &str, set: &str) -> impl Iterator<Item = Report> {
    let scenario = scenario(set).unwrap();
    let (program, diagnostics) = brigade::go::compile("main.go", text);
    assert!(diagnostics.is_empty(), "{diagnostics:?}\n{text}");
    let program = Arc::new(program.unwrap());
    (0..SCHEDULES).map(move |schedule| {
        let settings = Settings {
            scenario,
            schedule,
            record: false,
            ..Settings::default()
        };
        Report::of(&brigade::runtime::run(&program, settings))
    })
}

/// How often each ending was met: its reason, and the first line of what was said.
fn endings(text: &str) -> BTreeMap<(&'static str, String), u64> {
    let mut endings = BTreeMap::new();
    for report in runs(text, "") {
        let said = if report.stderr.is_empty() {
            &report.stdout
        } else {
            &report.stderr
        };
        let line = said.lines().next().unwrap_or_default().to_owned();
        *endings.entry((report.reason.name(), line)).or_default() += 1;
    }
    endings
}

/// The broken example fails as it is said under some schedule, and is fine under another; its cure is always fine.
fn fails_and_is_cured(
    imports: &str,
    broken: &str,
    reason: Reason,
    says: &str,
    cure: &str,
    fine: &str,
) {
    let met = endings(&program(imports, broken));
    let failed: u64 = met
        .iter()
        .filter(|((met, line), _)| *met == reason.name() && line.starts_with(says))
        .map(|(_, count)| count)
        .sum();
    assert!(failed > 0, "`{says}` was never met: {met:?}");
    assert!(
        failed < SCHEDULES,
        "it never passes, so it needs no schedule to be found"
    );
    let met = endings(&program(imports, cure));
    let always = BTreeMap::from([(("completed", fine.to_owned()), SCHEDULES)]);
    assert_eq!(met, always, "the cure");
}

#[test]
fn a_lost_update() {
    let body = |count: &str| {
        format!(
            "n := 0\nvar mu sync.Mutex\nvar wg sync.WaitGroup\nfor range 4 {{\nwg.Go(func() {{ {count} }})\n}}\nwg.Wait()\nmu.Lock()\nfmt.Println(n)"
        )
    };
    let broken = endings(&program("fmt sync", &body("n++")));
    let right = broken[&("completed", "4".to_owned())];
    assert!((1..SCHEDULES).contains(&right), "{broken:?}");
    assert!(
        broken
            .keys()
            .all(|(reason, n)| *reason == "completed" && n.as_str() >= "1" && n.as_str() <= "4")
    );
    let cured = endings(&program("fmt sync", &body("mu.Lock()\nn++\nmu.Unlock()")));
    assert_eq!(
        cured,
        BTreeMap::from([(("completed", "4".to_owned()), SCHEDULES)])
    );
}

#[test]
fn concurrent_map_writes() {
    fails_and_is_cured(
        "fmt sync",
        "m := map[int]int{}\nvar wg sync.WaitGroup\nfor i := range 4 {\nwg.Go(func() { m[i] = i })\n}\nwg.Wait()\nfmt.Println(len(m))",
        Reason::FatalError,
        "fatal error: concurrent map writes",
        "m := map[int]int{}\nvar mu sync.Mutex\nvar wg sync.WaitGroup\nfor i := range 4 {\nwg.Go(func() {\nmu.Lock()\ndefer mu.Unlock()\nm[i] = i\n})\n}\nwg.Wait()\nfmt.Println(len(m))",
        "4",
    );
}

#[test]
fn two_locks_in_two_orders() {
    let body = |first: &str, second: &str| {
        format!(
            "var a, b sync.Mutex\nvar wg sync.WaitGroup\nn := 0\nwg.Go(func() {{\na.Lock()\nn++\nb.Lock()\nn++\nb.Unlock()\na.Unlock()\n}})\n\
             wg.Go(func() {{\n{first}.Lock()\nn++\n{second}.Lock()\nn++\n{second}.Unlock()\n{first}.Unlock()\n}})\nwg.Wait()\nfmt.Println(\"done\")"
        )
    };
    fails_and_is_cured(
        "fmt sync",
        &body("b", "a"),
        Reason::Deadlock,
        "fatal error: all goroutines are asleep - deadlock!",
        &body("a", "b"),
        "done",
    );
}

#[test]
fn a_send_on_a_channel_that_another_closed() {
    fails_and_is_cured(
        "fmt sync",
        "ch := make(chan int, 4)\ngo func() {\nfor i := range 3 {\nch <- i\n}\n}()\n<-ch\nclose(ch)\nvar wg sync.WaitGroup\nwg.Go(func() {})\nwg.Wait()\nfmt.Println(\"done\")",
        Reason::Panic,
        "panic: send on closed channel",
        "ch := make(chan int, 4)\nvar wg sync.WaitGroup\nwg.Go(func() {\nfor i := range 3 {\nch <- i\n}\nclose(ch)\n})\n<-ch\nwg.Wait()\nfmt.Println(\"done\")",
        "done",
    );
}

#[test]
fn a_channel_that_two_close() {
    fails_and_is_cured(
        "fmt sync",
        "done := make(chan bool)\nstop := func() {\nselect {\ncase <-done:\ndefault:\nclose(done)\n}\n}\nvar wg sync.WaitGroup\nwg.Go(stop)\nwg.Go(stop)\nwg.Wait()\nfmt.Println(\"stopped\")",
        Reason::Panic,
        "panic: close of closed channel",
        "done := make(chan bool)\nvar once sync.Once\nstop := func() { once.Do(func() { close(done) }) }\nvar wg sync.WaitGroup\nwg.Go(stop)\nwg.Go(stop)\nwg.Wait()\nfmt.Println(\"stopped\")",
        "stopped",
    );
}

#[test]
fn an_add_that_comes_too_late() {
    let body = |outside: &str, inside: &str| {
        format!(
            "var wg sync.WaitGroup\nvar n atomic.Int64\nfor range 3 {{\n{outside}\ngo func() {{\n{inside}\ndefer wg.Done()\nn.Add(1)\n}}()\n}}\nwg.Wait()\nfmt.Println(n.Load())"
        )
    };
    let broken = endings(&program("fmt sync sync/atomic", &body("", "wg.Add(1)")));
    assert!(
        broken.keys().any(|(_, said)| said == "0"),
        "main never came first: {broken:?}"
    );
    assert!(broken.keys().any(|(_, said)| said == "3"), "{broken:?}");
    let cured = endings(&program("fmt sync sync/atomic", &body("wg.Add(1)", "")));
    assert_eq!(
        cured,
        BTreeMap::from([(("completed", "3".to_owned()), SCHEDULES)])
    );
}

#[test]
fn a_check_that_is_out_of_date_when_it_is_acted_on() {
    let body = |lock: &str, again: &str| {
        format!(
            "balance := 100\nvar mu sync.Mutex\nvar wg sync.WaitGroup\nfor range 2 {{\nwg.Go(func() {{\nmu.Lock()\nenough := balance >= 80\n{lock}\nif enough {{\nbalance -= 80\n}}\n{again}\n}})\n}}\nwg.Wait()\nfmt.Println(balance)"
        )
    };
    let broken = endings(&program(
        "fmt sync",
        &body("mu.Unlock()\nmu.Lock()", "mu.Unlock()"),
    ));
    assert!(
        broken.contains_key(&("completed", "-60".to_owned())),
        "{broken:?}"
    );
    let cured = endings(&program("fmt sync", &body("", "mu.Unlock()")));
    assert_eq!(
        cured,
        BTreeMap::from([(("completed", "20".to_owned()), SCHEDULES)])
    );
}

#[test]
fn a_flag_that_orders_nothing() {
    let broken = "ready, answer := false, 0\ngo func() {\nanswer = 42\nready = true\n}()\nfor range 3 {\nruntime.Gosched()\n}\nif ready {\nfmt.Println(answer)\n} else {\nfmt.Println(\"not yet\")\n}";
    let met = endings(&program("fmt runtime", broken));
    assert_eq!(met.len(), 2, "both are met: {met:?}");
    let cure = "ready, answer := make(chan bool), 0\ngo func() {\nanswer = 42\nclose(ready)\n}()\n<-ready\nruntime.Gosched()\nfmt.Println(answer)";
    let met = endings(&program("fmt runtime", cure));
    assert_eq!(
        met,
        BTreeMap::from([(("completed", "42".to_owned()), SCHEDULES)])
    );
}

#[test]
fn the_listings_that_are_broken_break_and_the_others_never_do() {
    let set = "tasks=12,workers=3,sources=6,latency_ms=5,service_ms=5";
    let crashes = runs(&listing("results_race.go"), set)
        .filter(|report| report.exit_code == 2)
        .count();
    assert!(crashes > 0, "two pens on one page were never seen");
    let lost = runs(&listing("counter.go"), set)
        .filter(|report| !report.stdout.contains("plain: 6"))
        .count();
    assert!(lost > 0, "no update was ever lost");
    for right in [
        "batch_pool.go",
        "batch_channels.go",
        "channel_pool.go",
        "semaphore.go",
        "errgroup.go",
        "waitgroup.go",
        "results_slice.go",
        "results_mutex.go",
        "results_mutex_short.go",
        "results_channel.go",
        "results_syncmap.go",
        "deadline.go",
        "partial.go",
        "fan_out_batches.go",
        "errgroup_limit.go",
    ] {
        let text = listing(right);
        let all: Vec<Report> = runs(&text, set).take(200).collect();
        let first = &all[0];
        for (schedule, report) in all.iter().enumerate() {
            assert_eq!(
                (
                    report.exit_code,
                    &report.stdout,
                    report.orders,
                    report.makespan_ns
                ),
                (0, &first.stdout, first.orders, first.makespan_ns),
                "{right} under schedule {schedule}"
            );
        }
    }
}
