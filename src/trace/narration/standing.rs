//! How things stand: who does what, in a sentence or two.

use super::ending::ending;
use super::library;
use super::words::{capital, nouns, percent, thing, words};
use crate::trace::state::{Doing, Goroutine, State, Status};
use crate::trace::text::{duration, grouped};
use crate::trace::{Trace, World};

/// What those in a status do: one of them, and several.
const VERBS: [(&str, &str); 14] = [
    ("cooks", "cook"),
    ("chops", "chop"),
    ("calls the supplier", "call the supplier"),
    ("connects", "connect"),
    ("is on the way", "are on the way"),
    ("queues for a stove", "queue for a stove"),
    ("queues at the hatch", "queue at the hatch"),
    ("waits for a connection", "wait for a connection"),
    ("backs off", "back off"),
    ("waits on a channel", "wait on a channel"),
    ("waits for a lock", "wait for a lock"),
    ("waits for others", "wait for others"),
    ("sleeps", "sleep"),
    ("is ready to run", "are ready to run"),
];

/// How things stand at `t`, in a sentence or two.
pub fn summary(trace: &Trace, state: &State, t: u64) -> String {
    if state.ended.is_some() {
        return ending(trace, state);
    }
    if state.meta.world == World::Library && state.meta.tasks > 0 {
        return library::summary(state, t);
    }
    let mut said = Vec::new();
    let rounds = trace.last_state().map_or(0, |last| last.rounds);
    let main = state.goroutines.get(1);
    let waits = main.is_some_and(|main| matches!(main.status, Status::WaitGroup { .. }));
    if rounds > 1 && state.rounds + u64::from(!waits) <= rounds {
        let round = state.rounds + u64::from(!waits);
        said.push(format!("Batch {} of {}.", grouped(round), grouped(rounds)));
    }
    let doing = doing(state, t);
    let main = main.and_then(|main| of_main(state, main, t));
    let join = match (doing.is_empty(), main) {
        (true, None) => String::new(),
        (true, Some(main)) => format!("{main}."),
        (false, None) => format!("{}.", capital(&doing)),
        (false, Some(main)) => format!("{}; {main}.", capital(&doing)),
    };
    said.push(join);
    said.join(" ").trim().to_owned()
}

/// What the goroutines but main do.
fn doing(state: &State, t: u64) -> String {
    let world = state.meta.world;
    if let Some(together) = together(state, t) {
        return together;
    }
    let mut groups = [0u64; VERBS.len()];
    for doing in Doing::ALL {
        groups[verb(doing)] += u64::from(state.goroutines.count(doing));
    }
    if let Some(main) = state.goroutines.get(1) {
        groups[verb(main.status.doing())] -= 1;
    }
    let parts: Vec<String> = (0..VERBS.len())
        .filter(|i| groups[*i] > 0)
        .map(|i| {
            let (one, many) = VERBS[i];
            format!(
                "{} {}",
                grouped(groups[i]),
                if groups[i] == 1 { one } else { many }
            )
        })
        .collect();
    let Some(first) = parts.first() else {
        return String::new();
    };
    let count = first.split(' ').next().unwrap_or_default();
    let noun = nouns(world, if count == "1" { 1 } else { 2 });
    let lead = format!("{count} {noun}{}", &first[count.len()..]);
    let rest = parts[1..].join(", ");
    if rest.is_empty() {
        lead
    } else {
        format!("{lead}, {rest}")
    }
}

/// A few that are equally far through their orders.
fn together(state: &State, t: u64) -> Option<String> {
    const FEW: usize = 12;
    if state.goroutines.len() > FEW + 1 {
        return None;
    }
    let mut through = Vec::new();
    for goroutine in state
        .goroutines
        .iter()
        .filter(|goroutine| goroutine.id != 1)
    {
        let (Status::Simmer { .. } | Status::Fetch { .. }, Some(order)) =
            (goroutine.status, goroutine.order)
        else {
            return None;
        };
        through.push((order, percent(goroutine.progress(t)?)));
    }
    through.sort_unstable();
    let (first, share) = *through.first()?;
    if through.iter().any(|(_, other)| *other != share) {
        return None;
    }
    let last = through.last()?.0;
    let world = state.meta.world;
    let count = through.len() as u64;
    let noun = nouns(world, count);
    let dense = u64::from(last - first) + 1 == count;
    let what = match world {
        World::Library => String::new(),
        _ if count == 1 => format!(" order {first}"),
        _ if dense => format!(" orders {first} to {last}"),
        _ => " their orders".into(),
    };
    let way = if world == World::Library {
        "of the way there and back"
    } else {
        "through"
    };
    Some(format!(
        "{} {noun} {} {share} % {way}{what}",
        words(count),
        if count == 1 { "is" } else { "are" }
    ))
}

/// Whether main's core is busy with hiring: a `go` statement that costs time.
pub(in crate::trace) fn hires(state: &State, main: &Goroutine) -> bool {
    let hiring = matches!(main.status, Status::Chop { .. }) && main.order.is_none();
    hiring && state.untaken() > 0 && state.meta.world == World::Kitchen
}

/// What main does, where it is worth a word.
pub(super) fn of_main(state: &State, main: &Goroutine, t: u64) -> Option<String> {
    Some(match main.status {
        Status::WaitGroup { .. } if state.meta.world == World::Kitchen => {
            "main waits at the door for all of them".into()
        }
        Status::WaitGroup { .. } => "main waits for all of them".into(),
        Status::Sleep { until } => format!(
            "main sleeps for another {}",
            duration(until.saturating_sub(t))
        ),
        Status::Simmer { .. } => {
            let share = percent(main.progress(t)?);
            let order = main
                .order
                .map_or(String::new(), |order| format!(" order {order}"));
            format!("main cooks{order} alone: {share} % done")
        }
        Status::Fetch { source, .. } => {
            let share = percent(main.progress(t)?);
            format!(
                "main walks to {} alone: {share} % of the way",
                thing(state.meta.world, state, u64::from(source))
            )
        }
        _ if hires(state, main) => "main is hiring".into(),
        Status::Chop { .. } if state.meta.world == World::Library => "main copies a book".into(),
        Status::Receive { .. } | Status::Select { .. } => "main waits for word from them".into(),
        Status::Running | Status::Runnable
            if !state.goroutines.is_empty() && state.goroutines.len() > 1 =>
        {
            "main is at work".into()
        }
        status => format!("main {}", verbs(state.meta.world, verb(status.doing())).0),
    })
}

/// The same, in the words of a world.
pub(in crate::trace) fn verbs(world: World, verb: usize) -> (&'static str, &'static str) {
    match (world, VERBS[verb].0) {
        (World::Library, "chops") => ("copies a book", "copy their books"),
        (World::Library, "waits for a lock") => ("waits for the pen", "wait for the pen"),
        _ => VERBS[verb],
    }
}

pub(in crate::trace) fn verb(doing: Doing) -> usize {
    match doing {
        Doing::Simmer => 0,
        Doing::Chop => 1,
        Doing::Call => 2,
        Doing::Connect => 3,
        Doing::Fetch => 4,
        Doing::Stove => 5,
        Doing::Supplier => 6,
        Doing::Connection => 7,
        Doing::BackOff => 8,
        Doing::Send | Doing::Receive | Doing::Select => 9,
        Doing::Lock | Doing::ReadLock => 10,
        Doing::WaitGroup | Doing::Cond | Doing::Semaphore => 11,
        Doing::Sleep => 12,
        Doing::Runnable | Doing::Running | Doing::NoCore => 13,
    }
}
