//! The object that `--json` prints.

use crate::brigade;
use serde_json::Value;
use std::path::Path;

/// The keys of an object, in its order.
fn keys(json: &str) -> Vec<String> {
    // At depth 1, what stands before a colon.
    let (mut depth, mut found, mut rest) = (0, Vec::new(), json);
    while let Some(at) = rest.find(['{', '}', '[', ']', '"']) {
        let (character, after) = (rest.as_bytes()[at], &rest[at + 1..]);
        rest = after;
        match character {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            _ => {
                let mut end = 0;
                while after.as_bytes()[end] != b'"' {
                    end += 1 + usize::from(after.as_bytes()[end] == b'\\');
                }
                if depth == 1 && after[end + 1..].starts_with(':') {
                    found.push(after[..end].to_owned());
                }
                rest = &after[end + 1..];
            }
        }
    }
    found
}

#[test]
fn the_object_has_its_keys_in_order_and_is_the_same_every_time() {
    let lessons = Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons");
    let run = || {
        brigade(
            &lessons,
            &["run", "waitgroup.go", "--json", "--set", "tasks=50"],
        )
    };
    let (status, out, err) = run();
    assert_eq!((status, &*err), (0, ""));
    assert_eq!(run().1, out, "nothing comes from a clock");
    assert_eq!(out.lines().count(), 1);
    let contract = [
        "exit_code",
        "reason",
        "stdout",
        "stderr",
        "orders",
        "makespan_ns",
        "max_in_flight",
        "goroutines",
        "memory",
        "stoves",
        "api",
        "allocations",
        "steps",
        "events",
        "trace_digest",
    ];
    let ours: Vec<String> = keys(&out)
        .into_iter()
        .filter(|key| contract.contains(&&**key))
        .collect();
    assert_eq!(ours, contract);
    let told: Value = serde_json::from_str(&out).unwrap();
    let numbers = |of: &str| {
        let object = told[of].as_object().unwrap();
        object.keys().cloned().collect::<Vec<_>>().join(" ")
    };
    // serde_json's object sorts its keys.
    assert_eq!(
        numbers("orders"),
        "failed in_flight lost served total waiting"
    );
    assert_eq!(numbers("goroutines"), "created max_alive");
    assert_eq!(numbers("memory"), "peak_bytes");
    assert_eq!(numbers("stoves"), "max_in_use refused");
    assert_eq!(numbers("api"), "calls refused");
    assert_eq!(told["goroutines"]["created"], 51, "main is counted");
    for key in ["diagnostics", "races", "leaks", "deadlock"] {
        assert!(told.get(key).is_none(), "{key} only where there are any");
    }
}
