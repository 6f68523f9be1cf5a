//! Random Go programs, small and valid: goroutines that sleep, send, receive, select, lock, count, wait and cook.

use proptest::prelude::*;
use std::fmt::Write as _;

/// What a goroutine does, in order.
#[derive(Clone, Debug)]
pub enum Act {
    /// Sleeps for so many ms.
    Sleep(u8),
    /// `runtime.Gosched()`
    Yield,
    /// Sends on a channel.
    Send(u8),
    /// Receives from a channel.
    Receive(u8),
    /// Receives from one channel or sends on another; does neither where `default` is set.
    Select(u8, u8, bool),
    /// Does this under a lock.
    Locked(u8, Vec<Act>),
    /// Counts a variable up under its lock.
    Count(u8),
    /// Starts a goroutine, for which main waits.
    Go(Vec<Act>),
    /// Prints a number.
    Print(u8),
    /// Cooks an order, by number.
    Cook(u8),
    /// Calls a function that panics, and recovers.
    Recover,
}

/// How many there are of channels, locks and variables.
const KINDS: u8 = 3;

/// Goroutines that may block each other for ever.
pub fn any() -> impl Strategy<Value = Vec<Act>> {
    let leaf = prop_oneof![
        (0..4_u8).prop_map(Act::Sleep),
        Just(Act::Yield),
        (0..KINDS).prop_map(Act::Send),
        (0..KINDS).prop_map(Act::Receive),
        (0..KINDS, 0..KINDS, proptest::bool::ANY)
            .prop_map(|(a, b, default)| Act::Select(a, b, default)),
        (0..KINDS).prop_map(Act::Count),
        (0..9_u8).prop_map(Act::Print),
        (0..6_u8).prop_map(Act::Cook),
        Just(Act::Recover),
    ];
    bodies(leaf.boxed())
}

/// Goroutines that use each variable under its lock alone, and wait for nobody else.
pub fn locked() -> impl Strategy<Value = Vec<Act>> {
    let leaf = prop_oneof![
        3 => (0..KINDS).prop_map(Act::Count),
        1 => (0..4_u8).prop_map(Act::Sleep),
        1 => Just(Act::Yield),
        1 => (0..6_u8).prop_map(Act::Cook),
    ];
    let body = proptest::collection::vec(leaf, 1..6);
    proptest::collection::vec(body.prop_map(Act::Go), 1..6)
}

fn bodies(leaf: BoxedStrategy<Act>) -> impl Strategy<Value = Vec<Act>> {
    let act = leaf.prop_recursive(3, 24, 5, |inner| {
        let body = proptest::collection::vec(inner, 0..5);
        prop_oneof![
            (0..KINDS, body.clone()).prop_map(|(lock, body)| Act::Locked(lock, body)),
            body.prop_map(Act::Go),
        ]
    });
    proptest::collection::vec(act, 0..8)
}

/// How often each variable is counted up.
pub fn counts(acts: &[Act]) -> [u64; KINDS as usize] {
    let mut counts = [0; KINDS as usize];
    for act in acts {
        match act {
            Act::Count(variable) => counts[usize::from(*variable)] += 1,
            Act::Go(body) | Act::Locked(_, body) => {
                for (sum, more) in counts.iter_mut().zip(self::counts(body)) {
                    *sum += more;
                }
            }
            _ => {}
        }
    }
    counts
}

/// The program; `planted` stands in each of the goroutines that main starts, before anything else.
pub fn text(acts: &[Act], planted: &str) -> String {
    let mut body = String::new();
    write(acts, planted, 1, &mut body);
    format!(
        r#"package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"

	"brigade/kitchen"
)

var (
	wg       sync.WaitGroup
	channels = [...]chan int{{make(chan int), make(chan int, 1), make(chan int, 3)}}
	locks    [3]sync.Mutex
	guards   [3]sync.Mutex
	counted  [3]int
	orders   = kitchen.Orders()
	planted  int
)

func fails() {{
	defer func() {{ _ = recover() }}()
	panic("caught")
}}

func main() {{
	runtime.Gosched()
	time.Sleep(0)
	fails()
{body}	wg.Wait()
	fmt.Println(counted, len(orders) > 0, planted)
}}
"#
    )
}

fn write(acts: &[Act], planted: &str, depth: usize, out: &mut String) {
    let tab = "\t".repeat(depth);
    for act in acts {
        let _ = match act {
            Act::Sleep(ms) => writeln!(out, "{tab}time.Sleep({ms} * time.Millisecond)"),
            Act::Yield => writeln!(out, "{tab}runtime.Gosched()"),
            Act::Send(channel) => writeln!(out, "{tab}channels[{channel}] <- {depth}"),
            Act::Receive(channel) => writeln!(out, "{tab}<-channels[{channel}]"),
            Act::Select(a, b, default) => {
                let default = if *default {
                    format!("{tab}default:\n")
                } else {
                    String::new()
                };
                writeln!(
                    out,
                    "{tab}select {{\n{tab}case <-channels[{a}]:\n{tab}case channels[{b}] <- 7:\n{default}{tab}}}"
                )
            }
            Act::Locked(lock, body) => {
                let _ = writeln!(out, "{tab}locks[{lock}].Lock()");
                write(body, "", depth, out);
                writeln!(out, "{tab}locks[{lock}].Unlock()")
            }
            Act::Count(variable) => writeln!(
                out,
                "{tab}guards[{variable}].Lock()\n{tab}counted[{variable}]++\n{tab}guards[{variable}].Unlock()"
            ),
            Act::Go(body) => {
                let _ = writeln!(
                    out,
                    "{tab}wg.Add(1)\n{tab}go func() {{\n{tab}\tdefer wg.Done()"
                );
                if !planted.is_empty() {
                    let _ = writeln!(out, "{tab}\t{planted}");
                }
                write(body, "", depth + 1, out);
                writeln!(out, "{tab}}}()")
            }
            Act::Print(number) => writeln!(out, "{tab}fmt.Println({number})"),
            Act::Cook(order) => writeln!(out, "{tab}_ = kitchen.Cook(orders[{order}])"),
            Act::Recover => writeln!(out, "{tab}fails()"),
        };
    }
}
