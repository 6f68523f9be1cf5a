//! Who waits for whom, once all goroutines are asleep.
//!
//! What each waits on is the machine's to say; who holds it is read from the record of the run, so that a program which
//! doesn't come to a deadlock pays nothing for it. Without a record nobody is known to hold anything.

use super::goroutine::Wait;
use crate::trace::{Kind, Trace};
use rustc_hash::FxHashMap;
use serde::Serialize;

/// A goroutine that is asleep for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Asleep {
    /// Its number.
    pub id: u32,
    /// The line of the learner's file at which it waits.
    pub line: u32,
    /// Go's word for what it waits on: `sync.Mutex.Lock`.
    pub wait_reason: String,
    /// Who could end its wait, if anybody, and won't.
    pub waits_for: Vec<Holder>,
    /// All of it in a sentence without the full stop.
    pub message: String,
}

/// A goroutine that another one waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Holder {
    /// Its number.
    pub id: u32,
    /// The line at which it took what the other wants; of a goroutine that a WaitGroup waits for, where it waits itself.
    pub line: u32,
}

/// A goroutine that is asleep, as the machine has it.
pub(super) struct Sleeper {
    pub id: u32,
    pub line: u32,
    pub wait_reason: String,
    pub wait: Wait,
}

/// What a run's record says of locks, stoves and counters when it ended.
#[derive(Default)]
struct Held {
    locks: FxHashMap<u64, Vec<Holder>>,
    stoves: FxHashMap<u64, Holder>,
    counts: FxHashMap<u64, u64>,
}

impl Held {
    fn of(trace: &Trace) -> Held {
        let mut held = Held::default();
        for event in trace.events_from(0) {
            let holder = Holder {
                id: event.g,
                line: event.line,
            };
            match event.kind {
                Kind::Locked | Kind::RLocked => {
                    held.locks.entry(event.a).or_default().push(holder);
                }
                Kind::Unlocked | Kind::RUnlocked => {
                    let holders = held.locks.entry(event.a).or_default();
                    // Go lets anybody unlock: who locked it last is the one then.
                    let own = holders.iter().position(|holder| holder.id == event.g);
                    let at = own.or(holders.len().checked_sub(1));
                    at.map(|at| holders.remove(at));
                }
                Kind::StoveConnect | Kind::StoveTaken => {
                    held.stoves.insert(event.b, holder);
                }
                Kind::StoveFreed => {
                    held.stoves.remove(&event.b);
                }
                Kind::WaitGroup => {
                    held.counts.insert(event.a, event.b);
                }
                _ => {}
            }
        }
        held
    }
}

/// Who waits for whom. `sleepers` are all goroutines that there are, by number; `signals` says whether a signal might
/// have come for them.
pub(super) fn report(sleepers: &[Sleeper], trace: &Trace, signals: bool) -> Vec<Asleep> {
    if sleepers.is_empty() {
        return Vec::new();
    }
    let held = Held::of(trace);
    let told = sleepers.iter().map(|sleeper| {
        let waits_for = waits_for(sleeper, sleepers, &held);
        let what = what(sleeper, &waits_for, &held, signals);
        Asleep {
            id: sleeper.id,
            line: sleeper.line,
            wait_reason: sleeper.wait_reason.clone(),
            message: format!(
                "goroutine {} waits at line {} {what}",
                sleeper.id, sleeper.line
            ),
            waits_for,
        }
    });
    told.collect()
}

fn waits_for(sleeper: &Sleeper, all: &[Sleeper], held: &Held) -> Vec<Holder> {
    match sleeper.wait.kind {
        Kind::BlockLock | Kind::BlockRLock => {
            let holders = held.locks.get(&sleeper.wait.a);
            holders.cloned().unwrap_or_default()
        }
        Kind::BlockStove => {
            let mut holders: Vec<Holder> = held.stoves.values().copied().collect();
            holders.sort_unstable_by_key(|holder| (holder.id, holder.line));
            holders.dedup();
            holders
        }
        // Any of those that don't wait for the same may be the one that was to call Done.
        Kind::BlockWaitGroup => {
            let others = all.iter().filter(|other| other.wait != sleeper.wait);
            others
                .map(|other| Holder {
                    id: other.id,
                    line: other.line,
                })
                .collect()
        }
        _ => Vec::new(),
    }
}

/// What a goroutine waits for, to go on after "waits at line 9 ".
fn what(sleeper: &Sleeper, waits_for: &[Holder], held: &Held, signals: bool) -> String {
    let Wait { kind, a, .. } = sleeper.wait;
    let nobody = if signals {
        "no signal comes, and nobody"
    } else {
        "nobody"
    };
    match kind {
        Kind::BlockLock | Kind::BlockRLock => {
            let lock = if sleeper.wait_reason.contains("RW") {
                "an RWMutex"
            } else {
                "a Mutex"
            };
            match waits_for {
                [] => format!("for {lock} that nobody is left to unlock"),
                [Holder { id, line }] if *id == sleeper.id => {
                    format!("for {lock} that it holds itself, since line {line}")
                }
                holders => format!("for {lock} held by {}", list(holders, "since line")),
            }
        }
        Kind::BlockStove => format!(
            "for a stove; they are held by {}",
            list(waits_for, "since line")
        ),
        Kind::BlockWaitGroup => {
            let count = held.counts.get(&a).copied().unwrap_or(0);
            let who = match waits_for {
                [] => "nobody is left to call Done".into(),
                others => format!("still there: {}", list(others, "waiting at line")),
            };
            format!("for a WaitGroup that counts {count}; {who}")
        }
        Kind::BlockSend if a == 0 => "to send on a nil channel, which never passes".into(),
        Kind::BlockSend => "to send on a channel; nobody is left to receive from it".into(),
        Kind::BlockRecv if a == 0 => "to receive from a nil channel, which never passes".into(),
        Kind::BlockRecv => {
            format!("to receive from a channel; {nobody} is left to send on it or close it")
        }
        Kind::BlockSelect if a == 0 => "in a select without cases".into(),
        Kind::BlockSelect => format!("in a select; {nobody} is left for any of its cases"),
        Kind::BlockCond => "on a Cond; nobody is left to call Signal or Broadcast".into(),
        _ => format!("({})", sleeper.wait_reason),
    }
}

/// `goroutine 2 (since line 9) and goroutine 3 (since line 9)`; of more than three, the first three.
fn list(holders: &[Holder], since: &str) -> String {
    const SHOWN: usize = 3;
    let mut names: Vec<String> = holders
        .iter()
        .take(SHOWN)
        .map(|Holder { id, line }| format!("goroutine {id} ({since} {line})"))
        .collect();
    if holders.len() > SHOWN {
        names.push(format!("{} more", holders.len() - SHOWN));
    }
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => "nobody".into(),
    }
}

/// Those who wait for each other in a circle, where each has one to wait for: `[2, 3]` is 2 for 3 for 2.
pub fn circle(asleep: &[Asleep]) -> Option<Vec<u32>> {
    let next: FxHashMap<u32, u32> = asleep
        .iter()
        .filter_map(|one| match one.waits_for[..] {
            [holder] if holder.id != one.id => Some((one.id, holder.id)),
            _ => None,
        })
        .collect();
    asleep.iter().find_map(|start| {
        let mut path = vec![start.id];
        let mut at = *next.get(&start.id)?;
        while at != start.id {
            if path.contains(&at) {
                return None;
            }
            path.push(at);
            at = *next.get(&at)?;
        }
        Some(path)
    })
}
