//! Who stands where, and what each waits for.

use super::Trace;
use super::event::GoroutineId;
use super::narration::{hires, name, verb, verbs};
use super::state::{Goroutine, Object, State, Status};
use super::text::{duration, grouped};
use std::collections::BTreeMap;

/// Goroutines that stand at one line and do the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The line of the learner's file; 0 where it isn't known.
    pub line: u32,
    /// What they do: `queue for a stove`.
    pub doing: &'static str,
    /// How many there are.
    pub count: u64,
    /// The first of them, by number.
    pub first: GoroutineId,
}

/// Everybody who is alive, the largest group first.
pub fn groups(state: &State) -> Vec<Group> {
    let mut groups = BTreeMap::<(u32, usize), (u64, GoroutineId)>::new();
    for figure in state.goroutines.figures() {
        let group = groups.entry((figure.line, verb(figure.doing)));
        let (count, first) = group.or_insert((0, figure.id));
        *count += 1;
        *first = figure.id.min(*first);
    }
    let mut groups: Vec<Group> = groups
        .into_iter()
        .map(|((line, verb), (count, first))| Group {
            line,
            doing: match (verbs(state.meta.world, verb), count) {
                ((one, _), 1) => one,
                ((_, many), _) => many,
            },
            count,
            first,
        })
        .collect();
    let main = state.goroutines.get(1);
    if main.is_some_and(|main| hires(state, main)) {
        let alone = |group: &&mut Group| group.first == 1 && group.count == 1;
        groups
            .iter_mut()
            .filter(alone)
            .for_each(|group| group.doing = "hires");
    }
    groups.sort_unstable_by_key(|group| (std::cmp::Reverse(group.count), group.first));
    groups
}

/// A goroutine's name, where it stands, what it does and what it waits for, in a sentence.
pub fn sentence(trace: &Trace, state: &State, g: GoroutineId, t: u64) -> String {
    let who = name(state.meta.world, g);
    let Some(goroutine) = trace.goroutine(state, g) else {
        return match g {
            1 if state.n == 0 => "main hasn't started yet.".to_owned(),
            _ => format!("{who} isn't there at this moment."),
        };
    };
    let at = match goroutine.line {
        0 => String::new(),
        line => format!(" (line {line})"),
    };
    let order = goroutine.order.map_or(String::new(), |order| {
        format!(", with order {order} in hand")
    });
    format!("{who}{at} {}{order}.", doing(state, &goroutine, t))
}

fn doing(state: &State, goroutine: &Goroutine, t: u64) -> String {
    let left = |until: u64| duration(until.saturating_sub(t));
    let taken = || grouped(u64::from(state.stoves_in_use));
    match goroutine.status {
        Status::Send { channel: 0 } | Status::Receive { channel: 0 } => {
            "waits on a nil channel, for ever".into()
        }
        Status::Send { channel } => format!("waits until somebody takes from channel {channel}"),
        Status::Receive { channel } => format!("waits for something on channel {channel}"),
        Status::Select { cases: 0 } => "waits in an empty select, for ever".into(),
        Status::Select { cases } => format!("waits for the first of {cases} cases"),
        Status::Lock { lock } | Status::ReadLock { lock } => match state.objects.get(&lock) {
            Some(Object::Lock {
                writer: Some(g), ..
            }) => format!(
                "waits for lock {lock}, which {} has",
                name(state.meta.world, *g)
            ),
            Some(Object::Lock { readers, .. }) if *readers > 0 => {
                format!("waits for lock {lock}, under which {readers} read")
            }
            _ => format!("waits for lock {lock}"),
        },
        Status::WaitGroup { group } => match state.objects.get(&group) {
            Some(Object::WaitGroup { count }) => {
                format!("waits for the WaitGroup, which counts {}", grouped(*count))
            }
            _ => "waits for the WaitGroup".into(),
        },
        Status::Cond { cond } => format!("waits to be signalled (Cond {cond})"),
        Status::Semaphore { semaphore } => format!("waits for a place (semaphore {semaphore})"),
        Status::Stove => format!("queues for a stove: {} are taken", taken()),
        Status::Supplier => "queues at the supplier's hatch".into(),
        Status::Connection { source } => format!("waits for a connection to source {source}"),
        Status::Connect { stove } => format!("is being connected to stove {stove}"),
        Status::Simmer { until } => format!("cooks for another {}", left(until)),
        Status::Chop { until } if goroutine.id == 1 && hires(state, goroutine) => {
            format!("hires, for another {}", left(until))
        }
        Status::Chop { until } => format!("uses a core for another {}", left(until)),
        Status::Call { until } => format!("waits for the supplier's answer, {} more", left(until)),
        Status::BackOff { until } => format!("was refused, and tries again in {}", left(until)),
        Status::Sleep { until } => format!("sleeps for another {}", left(until)),
        Status::Fetch { source, until } => {
            format!(
                "is on the way to source {source} and back, {} more",
                left(until)
            )
        }
        Status::NoCore => "is ready, but every core is busy".into(),
        Status::Runnable | Status::Running => "is ready to run".into(),
    }
}
