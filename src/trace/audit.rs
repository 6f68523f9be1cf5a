//! The laws that every recorded run keeps, whatever the program; tests hold all runs against them.

use super::Trace;
use super::event::{Event, Kind, WORLD};
use super::state::Doing;

impl Trace {
    /// Goes through the whole run and says where it first breaks a law: orders are conserved, time never goes back,
    /// only living goroutines act, each change of status is a legal one, memory is what its parts make, and `End` comes
    /// last.
    pub fn audit(&self) -> Result<(), String> {
        let mut state = self.start();
        for event in self.events_from(0) {
            let n = state.n;
            let complain = |what: &str| Err(format!("event {n}, {event:?}: {what}"));
            if state.ended.is_some() {
                return complain("the process has ended");
            }
            if event.t < state.t {
                return complain("time goes back");
            }
            if event.g != WORLD {
                match state.goroutines.figure(event.g) {
                    None => return complain("no such goroutine is alive"),
                    Some(figure) if !legal(figure.doing, event) => {
                        return complain(&format!("not while {:?}", figure.doing));
                    }
                    Some(_) => {}
                }
            }
            state.apply(event);
            if state.counts.total() != self.meta.tasks {
                return complain(&format!("orders aren't conserved: {:?}", state.counts));
            }
            let goroutines = state.goroutines.len() as u64 * self.meta.goroutine_bytes;
            if state.memory.goroutines < goroutines {
                return complain("goroutines take less memory than they do");
            }
        }
        match state.ended {
            Some(_) => Ok(()),
            None => Err("the run has no end".into()),
        }
    }
}

/// Whether `event` may happen to a goroutine in this status.
fn legal(doing: Doing, event: Event) -> bool {
    use Doing::*;
    match doing {
        Running => event.kind != Kind::Wake,
        // Whatever it does, its turn has come, be it that it only gives way again.
        Runnable => event.kind != Kind::Wake,
        NoCore => true,
        // Preempted, it goes to the tail; at its end it goes on.
        Chop => !matches!(event.kind, Kind::Exit),
        Sleep | BackOff | Call | Connect | Simmer | Fetch => {
            matches!(event.kind, Kind::Wake | Kind::NoCore) || is_result(event.kind)
        }
        // What it waits for may be handed to it while it still waits.
        Send | Receive | Select | Cond | Semaphore => {
            matches!(event.kind, Kind::Wake | Kind::Sent | Kind::Received)
        }
        WaitGroup => matches!(event.kind, Kind::Wake),
        Lock => matches!(event.kind, Kind::Wake | Kind::Locked),
        ReadLock => matches!(event.kind, Kind::Wake | Kind::RLocked),
        Stove => matches!(
            event.kind,
            Kind::Wake | Kind::StoveConnect | Kind::StoveTaken
        ),
        Supplier => matches!(event.kind, Kind::Wake | Kind::CallStart),
        Connection => matches!(event.kind, Kind::Wake | Kind::Fetch),
    }
}

/// Whether an event is what a timed wait comes to.
fn is_result(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::CallEnd | Kind::StoveTaken | Kind::StoveRefused | Kind::StoveFreed
    )
}
