//! What watches over a run: who waits for whom at a deadlock, who is left blocked, which accesses race.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/run.rs"]
#[allow(dead_code, reason = "each test file uses what it needs")]
mod run;

use brigade::runtime::Settings;
use brigade::runtime::report::{Reason, Report};
use brigade::trace::narration;
use run::{run, settings};

/// A program whose `main` has this body; its first line is line 12.
fn program(body: &str) -> String {
    let body: String = body.lines().map(|line| format!("\t{line}\n")).collect();
    format!(
        "package main\n\nimport (\n\t\"brigade/kitchen\"\n\t\"context\"\n\t\"sync\"\n\t\"time\"\n)\n\nfunc main() {{\n\t\
         use(kitchen.Workers, context.Background, time.Now, &sync.Mutex{{}})\n{body}}}\n\nfunc use(...any) {{}}\n"
    )
}

/// The run of a body that comes to a deadlock, with what is said of it.
fn asleep(set: &str, body: &str) -> (Report, Vec<String>) {
    let settings = Settings {
        record: true,
        ..settings(set)
    };
    let report = run(&program(body), &settings);
    assert_eq!(
        (report.reason, report.exit_code),
        (Reason::Deadlock, 2),
        "{}",
        report.stderr
    );
    assert!(
        report
            .stderr
            .starts_with("fatal error: all goroutines are asleep - deadlock!\n")
    );
    assert!(
        !report.stderr.contains("brigade: "),
        "what Go says stays Go's"
    );
    let remarks = report.remarks();
    (report, remarks)
}

/// Go lets such a program wait, for somebody may press Ctrl-C. Nobody can here.
#[test]
fn who_waits_for_a_signal_alone_waits_for_ever() {
    let text = "package main\n\nimport (\n\t\"os\"\n\t\"os/signal\"\n)\n\nfunc main() {\n\
        \tinterrupted := make(chan os.Signal, 1)\n\
        \tsignal.Notify(interrupted, os.Interrupt)\n\
        \t<-interrupted\n}\n";
    let ran = brigade::run("main.go", text, &Settings::default());
    let report = ran.report;
    assert_eq!((report.reason, report.exit_code), (Reason::Deadlock, 2));
    assert_eq!(
        report.stderr,
        "brigade: all goroutines are asleep, and no signal ever comes here: Go would wait on for one\n"
    );
    assert_eq!(
        report.remarks(),
        [
            "brigade: goroutine 1 waits at line 11 to receive from a channel; no signal comes, and nobody is left to send on it or close it"
        ]
    );
    let trace = ran.trace.unwrap();
    assert_eq!(
        narration::sentence(&trace, &trace.state_after(trace.len()), trace.end()),
        "Everybody waits, and the signal that the program asked for never comes here: Go would wait on. The process ends \
         with status 2."
    );
}

#[test]
fn two_locks_in_two_orders_are_a_circle() {
    let (report, remarks) = asleep(
        "",
        "var a, b sync.Mutex\n\
         go func() {\n\
         \tb.Lock()\n\
         \ttime.Sleep(2)\n\
         \ta.Lock()\n\
         }()\n\
         a.Lock()\n\
         time.Sleep(1)\n\
         b.Lock()",
    );
    assert_eq!(
        remarks,
        [
            "brigade: goroutine 1 waits at line 20 for a Mutex held by goroutine 2 (since line 14)",
            "brigade: goroutine 2 waits at line 16 for a Mutex held by goroutine 1 (since line 18)",
            "brigade: they wait in a circle: goroutine 1 for 2 for 1",
        ]
    );
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["deadlock"][0]["waits_for"][0]["id"], 2);
    assert_eq!(json["deadlock"][1]["wait_reason"], "sync.Mutex.Lock");
}

#[test]
fn a_lock_that_is_taken_twice_is_held_by_who_wants_it() {
    let (_, remarks) = asleep(
        "",
        "var mu sync.Mutex\nmu.Lock()\nmu.Unlock()\nmu.Lock()\nmu.Lock()",
    );
    assert_eq!(
        remarks,
        ["brigade: goroutine 1 waits at line 16 for a Mutex that it holds itself, since line 15"]
    );
}

#[test]
fn a_writer_waits_for_its_readers() {
    let (_, remarks) = asleep(
        "",
        "var mu sync.RWMutex\n\
         go func() {\n\
         \tmu.RLock()\n\
         \tselect {}\n\
         }()\n\
         time.Sleep(1)\n\
         mu.Lock()",
    );
    assert_eq!(
        remarks,
        [
            "brigade: goroutine 1 waits at line 18 for an RWMutex held by goroutine 2 (since line 14)",
            "brigade: goroutine 2 waits at line 15 in a select without cases",
        ]
    );
}

#[test]
fn a_wait_group_that_nobody_will_end_says_its_count() {
    let (_, remarks) = asleep(
        "",
        "var wg sync.WaitGroup\nwg.Add(3)\ngo wg.Done()\nwg.Wait()",
    );
    assert_eq!(
        remarks,
        [
            "brigade: goroutine 1 waits at line 15 for a WaitGroup that counts 2; nobody is left to call Done"
        ]
    );
    let (_, remarks) = asleep(
        "",
        "var wg sync.WaitGroup\nresults := make(chan int)\nwg.Add(1)\ngo func() {\n\tdefer wg.Done()\n\t\
         results <- 1\n}()\nwg.Wait()",
    );
    assert_eq!(
        remarks,
        [
            "brigade: goroutine 1 waits at line 19 for a WaitGroup that counts 1; still there: goroutine 2 (waiting at line 17)",
            "brigade: goroutine 2 waits at line 17 to send on a channel; nobody is left to receive from it",
        ]
    );
}

#[test]
fn channels_and_conds_say_what_they_lack() {
    for (body, said) in [
        (
            "ch := make(chan int, 1)\nch <- 1\nch <- 2",
            "14 to send on a channel; nobody is left to receive from it",
        ),
        (
            "ch := make(chan int)\n<-ch",
            "13 to receive from a channel; nobody is left to send on it or close it",
        ),
        (
            "var ch chan int\n<-ch",
            "13 to receive from a nil channel, which never passes",
        ),
        (
            "var ch chan int\nch <- 1",
            "13 to send on a nil channel, which never passes",
        ),
        (
            "a, b := make(chan int), make(chan int)\nselect {\ncase <-a:\ncase b <- 1:\n}",
            "13 in a select; nobody is left for any of its cases",
        ),
        (
            "var mu sync.Mutex\nc := sync.NewCond(&mu)\nmu.Lock()\nc.Wait()",
            "15 on a Cond; nobody is left to call Signal or Broadcast",
        ),
    ] {
        let (_, remarks) = asleep("", body);
        assert_eq!(
            remarks,
            [format!("brigade: goroutine 1 waits at line {said}")]
        );
    }
}

#[test]
fn waits_in_the_kitchen_count_and_say_who_has_the_stoves() {
    let (_, remarks) = asleep(
        "stoves=4,stove_policy=wait,tasks=1",
        "free, _ := kitchen.Stove(nil)\nkitchen.Cook(kitchen.Orders()[0])\nfree()",
    );
    assert_eq!(
        remarks,
        [
            "brigade: goroutine 1 waits at line 13 for a stove; they are held by goroutine 1 (since line 12)"
        ]
    );
}

#[test]
fn of_many_the_first_ten_are_told() {
    let (report, remarks) = asleep(
        "",
        "ch := make(chan int)\nfor range 30 {\n\tgo func() { ch <- 1 }()\n}\nselect {}",
    );
    assert_eq!(report.deadlock.len(), 31);
    assert_eq!(remarks.len(), 11);
    assert_eq!(remarks[10], "brigade: 21 more goroutines wait");
}

#[test]
fn a_run_that_ends_well_has_no_such_report() {
    let settings = Settings {
        record: true,
        leaks: true,
        ..settings("")
    };
    let report = run(&program("var mu sync.Mutex\nmu.Lock()"), &settings);
    assert_eq!(report.remarks(), Vec::<String>::new());
    let json = serde_json::to_string(&report).unwrap();
    assert!(
        !json.contains("\"deadlock\":") && !json.contains("leaks"),
        "{json}"
    );
}

/// Who sleeps, or is at the world's, is no leak: it goes on by itself.
#[test]
fn who_is_left_blocked_is_told_with_line_and_reason() {
    let body = "results := make(chan int)\n\
                ctx, cancel := context.WithCancel(context.Background())\n\
                defer cancel()\n\
                go func() { results <- 1 }()\n\
                go func() { <-results; <-results }()\n\
                go func() { <-ctx.Done() }()\n\
                go time.Sleep(time.Hour)\n\
                go kitchen.Cook(kitchen.Orders()[0])\n\
                go kitchen.Chop(time.Hour)\n\
                var mu sync.Mutex\n\
                mu.Lock()\n\
                go mu.Lock()\n\
                time.Sleep(time.Millisecond)";
    let watched = Settings {
        leaks: true,
        ..settings("")
    };
    let report = run(&program(body), &watched);
    let leaks: Vec<(u32, &str)> = report
        .leaks
        .iter()
        .map(|leak| (leak.line, leak.wait_reason.as_str()))
        .collect();
    assert_eq!(leaks, [(16, "chan receive"), (23, "sync.Mutex.Lock")]);
    assert_eq!(report.exit_code, 0, "a leak is no failure");
    assert_eq!(
        report.remarks()[0],
        format!(
            "brigade: goroutine {} was left blocked at line 16: chan receive",
            report.leaks[0].id
        )
    );
    assert!(
        run(&program(body), &settings("")).leaks.is_empty(),
        "only who asks is told"
    );
}

#[test]
fn a_race_is_told_in_gos_shape_and_with_its_status() {
    let body =
        "n := 0\nvar wg sync.WaitGroup\nwg.Go(func() { n++ })\nwg.Go(func() { n++ })\nwg.Wait()";
    let race = Settings {
        race: true,
        ..settings("")
    };
    let report = run(&program(body), &race);
    assert_eq!((report.exit_code, report.reason), (66, Reason::Completed));
    assert_eq!(report.races.len(), 1);
    let mut lines = report.stderr.lines();
    for expected in [
        "==================",
        "WARNING: DATA RACE",
        "Read at 0x",
        "  main.main.func",
        "      ./main.go:1",
        "  sync.(*WaitGroup).Go.func1()",
        "      ",
        "",
        "Previous write at 0x",
        "  main.main.func",
        "      ./main.go:1",
    ] {
        let line = lines.next().unwrap_or("");
        assert!(
            line.starts_with(expected),
            "`{line}` for `{expected}` in\n{}",
            report.stderr
        );
    }
    assert!(
        report.stderr.contains(") created at:\n"),
        "{}",
        report.stderr
    );
    assert!(
        report
            .stderr
            .ends_with("==================\nFound 1 data race(s)\n"),
        "{}",
        report.stderr
    );
    // Another status stays.
    let exits = format!("{body}\npanic(\"over\")");
    let report = run(&program(&exits), &race);
    assert_eq!((report.exit_code, report.races.len()), (2, 1));
    assert_eq!(
        run(&program(body), &settings("")).exit_code,
        0,
        "only who asks is told"
    );
}
