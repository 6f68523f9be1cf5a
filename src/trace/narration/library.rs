//! How things stand in the library, in its own words.

use super::standing::of_main;
use super::words::{capital, percent, words};
use crate::trace::state::{Doing, State, Status};
use crate::trace::text::{duration, grouped};

/// How things stand at `t`.
pub(super) fn summary(state: &State, t: u64) -> String {
    let mut said = Vec::new();
    let (back, tasks) = (state.counts.served, state.meta.tasks);
    if tasks > 0 && back > 0 {
        let are = if back == 1 { "is" } else { "are" };
        said.push(format!(
            "{} of {} {are} back.",
            grouped(back),
            grouped(tasks)
        ));
    }
    let doing = doing(state, t);
    let main = state
        .goroutines
        .get(1)
        .and_then(|main| of_main(state, main, t));
    match (doing.is_empty(), main) {
        (true, None) => {}
        (true, Some(main)) => said.push(format!("{main}.")),
        (false, None) => said.push(format!("{}.", capital(&doing))),
        (false, Some(main)) => said.push(format!("{}; {main}.", capital(&doing))),
    }
    said.extend(late(state, t));
    said.join(" ")
}

/// What the students do.
fn doing(state: &State, t: u64) -> String {
    let students = || state.goroutines.iter().filter(|one| one.id != 1);
    let walkers: Vec<f32> = students()
        .filter(|one| matches!(one.status, Status::Fetch { .. }))
        .filter_map(|one| one.progress(t))
        .collect();
    let count = |doing| {
        let main = state.goroutines.get(1);
        let main = main.is_some_and(|main| main.status.doing() == doing);
        u64::from(state.goroutines.count(doing)) - u64::from(main)
    };
    let out = walkers.iter().filter(|way| **way < 0.5).count() as u64;
    let way_back = walkers.len() as u64 - out;
    let mut parts = Vec::new();
    let mut say = |count: u64, one: &str, many: &str| {
        if count > 0 {
            parts.push(format!(
                "{} {}",
                words(count),
                if count == 1 { one } else { many }
            ));
        }
    };
    let (least, most) = walkers.iter().fold((1.0_f32, 0.0_f32), |(low, high), way| {
        (low.min(*way), high.max(*way))
    });
    if walkers.len() > 1 && percent(least) == percent(most) {
        let all = format!("are {} % of the way there and back", percent(most));
        say(walkers.len() as u64, "", &all);
    } else {
        let known = way_back + out == count(Doing::Fetch);
        let walking = if known { 0 } else { count(Doing::Fetch) };
        say(walking, "is on the way", "are on the way");
        say(out, "walks out", "walk out");
        say(
            way_back,
            "walks back with a book",
            "walk back with their books",
        );
    }
    say(
        count(Doing::Connection),
        "waits for a connection",
        "wait for a connection",
    );
    say(count(Doing::Chop), "copies a book", "copy their books");
    say(
        count(Doing::Lock) + count(Doing::ReadLock),
        "waits for the pen",
        "wait for the pen",
    );
    say(
        count(Doing::Send),
        "waits at the counter",
        "wait at the counter",
    );
    say(
        count(Doing::Runnable) + count(Doing::Running) + count(Doing::NoCore),
        "is at the table",
        "are at the table",
    );
    // The first says who they are.
    if let Some(first) = parts.first_mut() {
        let (number, rest) = first.split_once(' ').unwrap_or((first, ""));
        let noun = if number == "one" {
            "student"
        } else {
            "students"
        };
        *first = format!("{number} {noun} {rest}");
    }
    parts.join(", ")
}

/// Who won't be back before the bell.
fn late(state: &State, t: u64) -> Option<String> {
    let deadline = state.meta.deadline_ns;
    if deadline == 0 || t >= deadline {
        return None;
    }
    let late = state
        .goroutines
        .iter()
        .filter(|one| matches!(one.status, Status::Fetch { until, .. } if until > deadline));
    match late.count() as u64 {
        0 => None,
        1 => Some("For one of them the bell rings first.".into()),
        late => Some(format!("For {} of them the bell rings first.", words(late))),
    }
}

/// How a run ended in which main returned.
pub(super) fn ending(state: &State, status: i32) -> String {
    let counts = state.counts;
    let after = duration(state.t);
    if counts.served == counts.total() {
        let all = match counts.served {
            1 => "The one book is back".to_owned(),
            2 => "Both books are back".to_owned(),
            served => format!("All {} books are back", grouped(served)),
        };
        return format!(
            "{all} after {after}. main returns, and the process ends with status {status}."
        );
    }
    let mut parts = vec![format!(
        "{} of {} are back",
        grouped(counts.served),
        grouped(counts.total())
    )];
    for (count, what) in [(counts.failed, "failed"), (counts.lost, "cut off")] {
        if count > 0 {
            parts.push(format!("{} {what}", grouped(count)));
        }
    }
    format!(
        "main returns after {after}: {}. The process ends with status {status}.",
        parts.join(", ")
    )
}
