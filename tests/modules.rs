//! Packages of golang.org/x that Go's own distribution doesn't carry, so that they aren't recorded. What is expected of
//! x/time/rate follows from the bucket, which holds so many tokens and gains so many a second.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/run.rs"]
#[allow(dead_code, reason = "each test file uses what it needs")]
mod run;

use run::{run, settings};

/// What a program whose `main` has this body prints.
fn printed(body: &str) -> String {
    let program = format!(
        "package main\n\nimport (\n\t\"context\"\n\t\"fmt\"\n\t\"time\"\n\n\t\"golang.org/x/time/rate\"\n)\n\n\
         var start = time.Now()\nvar ctx = context.Background()\n\n\
         func at() time.Duration {{ return time.Since(start) }}\n\nfunc main() {{\n{body}\n}}\n"
    );
    let report = run(&program, &settings(""));
    assert_eq!(report.stderr, "");
    report.stdout
}

#[test]
fn waits_take_the_burst_at_once_and_then_one_token_an_interval() {
    let text = printed(
        r#"
        lim := rate.NewLimiter(rate.Every(100*time.Millisecond), 3)
        for range 6 {
            if err := lim.Wait(ctx); err == nil {
                fmt.Println(at())
            }
        }
        fmt.Println(lim.Limit(), lim.Burst(), lim.Tokens(), lim.Allow())
        time.Sleep(250 * time.Millisecond)
        fmt.Println(lim.AllowN(time.Now(), 2), lim.Allow(), lim.Tokens())
        time.Sleep(time.Hour)
        fmt.Println(lim.Tokens())"#,
    );
    assert_eq!(
        text,
        "0s\n0s\n0s\n100ms\n200ms\n300ms\n10 3 0 false\ntrue false 0.5\n3\n"
    );
}

#[test]
fn who_cannot_have_its_tokens_in_time_takes_none() {
    let text = printed(
        r#"
        lim := rate.NewLimiter(10, 2)
        fmt.Println(lim.WaitN(ctx, 2), lim.WaitN(ctx, 3))
        short, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
        fmt.Println(lim.Wait(short), at(), lim.Tokens())
        cancel()
        fmt.Println(lim.Wait(short))
        stopping, stop := context.WithCancel(ctx)
        time.AfterFunc(50*time.Millisecond, stop)
        fmt.Println(lim.Wait(stopping), at(), lim.Tokens())
        fmt.Println(rate.NewLimiter(rate.Inf, 0).Allow(), rate.NewLimiter(0, 1).Allow(), new(rate.Limiter).Allow())"#,
    );
    assert_eq!(
        text,
        "<nil> rate: Wait(n=3) exceeds limiter's burst 2\n\
         rate: Wait(n=1) would exceed context deadline 0s 0\n\
         context canceled\n\
         context canceled 50ms 0.5\n\
         true true false\n"
    );
}

#[test]
fn a_reservation_borrows_tokens_and_gives_back_what_nobody_has_reckoned_with() {
    let text = printed(
        r#"
        lim := rate.NewLimiter(10, 2)
        first := lim.ReserveN(time.Now(), 2)
        second := lim.ReserveN(time.Now(), 2)
        third := lim.Reserve()
        fmt.Println(first.Delay(), second.Delay(), third.Delay(), lim.Tokens())
        second.Cancel()
        fmt.Println(lim.Tokens())
        third.Cancel()
        fmt.Println(lim.Tokens())
        fmt.Println(lim.ReserveN(time.Now(), 3).OK(), lim.ReserveN(time.Now(), 3).Delay() == rate.InfDuration)
        lim.SetLimit(20)
        lim.SetBurst(5)
        time.Sleep(200 * time.Millisecond)
        fmt.Println(lim.Tokens())"#,
    );
    // The second gives back the one of its two tokens after which the third waits.
    assert_eq!(text, "0s 200ms 300ms -3\n-2\n-1\nfalse true\n3\n");
}

#[test]
fn sometimes_comes_first_each_nth_time_and_after_an_interval() {
    let text = printed(
        r#"
        s := rate.Sometimes{First: 2, Every: 4}
        for i := range 10 {
            s.Do(func() { fmt.Print(i, " ") })
        }
        s = rate.Sometimes{Interval: time.Second}
        for range 25 {
            s.Do(func() { fmt.Print(at(), " ") })
            time.Sleep(100 * time.Millisecond)
        }"#,
    );
    assert_eq!(text, "0 1 4 8 0s 1s 2s ");
}

#[test]
fn constraints_are_met_by_the_types_that_they_name() {
    let program = r#"package main

import (
    "fmt"

    "golang.org/x/exp/constraints"
)

type number interface {
    constraints.Integer | constraints.Float | constraints.Complex
}

func larger[T constraints.Ordered](a, b T) T {
    if a > b {
        return a
    }
    return b
}

func sum[T number](xs ...T) (s T) {
    for _, x := range xs {
        s += x
    }
    return
}

func main() { fmt.Println(larger(1, 2), larger("a", "b"), sum(1, 2), sum(1.5, 2), sum(1i, 2)) }
"#;
    let report = run(program, &settings(""));
    assert_eq!(
        (&*report.stderr, &*report.stdout),
        ("", "2 b 3 3.5 (2+1i)\n")
    );
}
