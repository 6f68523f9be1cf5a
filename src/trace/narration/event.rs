//! Every event as one plain sentence.

use super::ending::ending;
use super::words::{bytes, capital, name, plural, shorten, thing};
use crate::trace::event::{Event, Kind, NO_ORDER, WORLD};
use crate::trace::state::State;
use crate::trace::text::{duration, grouped};
use crate::trace::{Trace, World};

/// One event in one sentence. `state` is the one after it.
pub fn event(trace: &Trace, state: &State, event: Event) -> String {
    let Event {
        g, kind, a, b, t, ..
    } = event;
    let world = state.meta.world;
    let who = capital(&name(world, g));
    let order = |lead: &str| {
        if a == NO_ORDER {
            String::new()
        } else {
            format!("{lead}{}", thing(world, state, a))
        }
    };
    let until = |time: u64| duration(time.saturating_sub(t));
    let said = match kind {
        Kind::Spawn if g == WORLD => "The doors open: main begins".into(),
        Kind::Spawn if world == World::None => format!("{who} starts goroutine {a}"),
        Kind::Spawn => format!(
            "{who} {} {} (go)",
            if world == World::Kitchen {
                "hires"
            } else {
                "sends"
            },
            name(world, a as u32)
        ),
        Kind::Exit if g == 1 => "main returns".into(),
        Kind::Exit if world == World::Kitchen => {
            format!("{who} clocks out (the goroutine returns)")
        }
        Kind::Exit => format!("{who} is done (the goroutine returns)"),
        Kind::Wake if a == u64::from(WORLD) => format!("{who} can go on"),
        Kind::Wake => format!("{who} can go on, thanks to {}", name(world, a as u32)),
        Kind::Yield => format!("{who} steps back and lets the others go first"),
        Kind::NoCore if world == World::Kitchen => format!("{who} waits for a free knife (a core)"),
        Kind::NoCore => format!("{who} waits for a free core"),
        Kind::BlockSend if a == 0 => format!("{who} sends on a nil channel, and waits for ever"),
        Kind::BlockSend if world == World::Library && g != 1 => {
            format!("{who} waits at the counter for somebody to take its book (channel {a})")
        }
        Kind::BlockSend => format!("{who} waits until somebody takes what it sends on channel {a}"),
        Kind::BlockRecv if a == 0 => {
            format!("{who} receives from a nil channel, and waits for ever")
        }
        Kind::BlockRecv => format!("{who} waits for something on channel {a}"),
        Kind::BlockSelect if a == 0 => format!("{who} waits in an empty select, for ever"),
        Kind::BlockSelect => format!("{who} waits for the first of {a} cases (select)"),
        Kind::BlockLock if world == World::Library => {
            format!("{who} queues for the pen (mutex {a})")
        }
        Kind::BlockLock => format!("{who} waits for lock {a}"),
        Kind::BlockRLock => format!("{who} waits to read under lock {a}"),
        Kind::BlockWaitGroup if g == 1 && world == World::Kitchen => {
            "main waits at the door (wg.Wait)".into()
        }
        Kind::BlockWaitGroup if world == World::Library => {
            format!("{who} waits at the table (wg.Wait)")
        }
        Kind::BlockWaitGroup => format!("{who} waits for WaitGroup {a}"),
        Kind::BlockCond => format!("{who} waits to be signalled (Cond {a})"),
        Kind::BlockSemaphore => format!("{who} waits for a place (semaphore {a})"),
        Kind::Sleep => format!("{who} sleeps for {}", until(b)),
        Kind::Chop if world == World::Library => format!(
            "{who} copies{}, which takes {} of a core",
            order(" "),
            until(b)
        ),
        Kind::Chop => format!(
            "{who} chops{} for {} (a core is busy)",
            order(" for "),
            until(b)
        ),
        Kind::BlockStove => format!("{who} queues for a stove{}", order(" with ")),
        Kind::BlockSupplier => format!(
            "{who} queues at the supplier's hatch{} (rate limit)",
            order(" with ")
        ),
        Kind::BlockConnection => format!(
            "{who} waits for a free connection to {}",
            thing(world, state, a)
        ),
        Kind::BackOff => format!(
            "{who} was refused and tries again in {} (back-off)",
            until(b)
        ),
        Kind::Arrive => format!("{} comes in", capital(&thing(world, state, a))),
        Kind::Take if world == World::Kitchen => {
            format!("{who} takes {} from the rail", thing(world, state, a))
        }
        Kind::Take => format!("{who} sets out for {}", thing(world, state, a)),
        Kind::Hold => format!(
            "{who} puts {} of ingredients on the floor{} (memory)",
            bytes(b),
            order(" for ")
        ),
        Kind::Release => format!("{who} clears {} off the floor (memory)", bytes(b)),
        Kind::OpenFiles => format!("{who} opens {b} {}", plural(b, "file", "files")),
        Kind::CloseFiles => format!("{who} closes {b} {}", plural(b, "file", "files")),
        Kind::CallStart => format!(
            "{who} calls the supplier{}; the answer takes {}",
            order(" for "),
            until(b)
        ),
        Kind::CallEnd => format!("The supplier answers {}", name(world, g)),
        Kind::CallRefused => format!(
            "The supplier refuses {}: 429 Too Many Requests",
            name(world, g)
        ),
        Kind::StoveConnect => format!("{who} lights stove {b}{} (connecting)", order(" for ")),
        Kind::StoveTaken => format!("{who} has stove {b}{} (a connection)", order(" for ")),
        Kind::StoveRefused if b == 0 => {
            format!("No stove for {}: too many clients already", name(world, g))
        }
        Kind::StoveRefused => format!(
            "No stove for {}: the last ones are reserved",
            name(world, g)
        ),
        Kind::StoveFreed => format!("{who} leaves stove {b}"),
        Kind::Simmer => format!("{who} cooks{} for {}", order(" "), until(b)),
        Kind::Served if world == World::Library => format!(
            "{who} brings the book of {} to the table",
            thing(world, state, a)
        ),
        Kind::Served => format!("{who} plates {}", thing(world, state, a)),
        Kind::Failed if world == World::Library => format!(
            "{who} comes back from {} with empty hands: {}",
            thing(world, state, a),
            trace.text(b)
        ),
        Kind::Failed => format!(
            "{} fails in the hands of {}: {}",
            capital(&thing(world, state, a)),
            name(world, g),
            trace.text(b)
        ),
        Kind::Fetch => format!(
            "{who} walks to {} and is back in {}",
            thing(world, state, a),
            until(b)
        ),
        Kind::Copy => format!("{who} copies the book of {}", thing(world, state, a)),
        Kind::WaitGroup if world == World::Kitchen => {
            format!("The board by the pass says {} (WaitGroup)", grouped(b))
        }
        Kind::WaitGroup if world == World::Library => {
            format!("The board at the table says {} (WaitGroup)", grouped(b))
        }
        Kind::WaitGroup => format!("{who} sets WaitGroup {a} to {}", grouped(b)),
        Kind::Sent if world == World::Library && g != 1 => {
            format!("{who} hands its book over the counter (channel {a})")
        }
        Kind::Sent => format!("{who} sends on channel {a}"),
        Kind::Received if world == World::Library && g == 1 => {
            format!("main takes a book off the counter (channel {a})")
        }
        Kind::Received => format!("{who} receives from channel {a}"),
        Kind::Closed => format!("{who} closes channel {a}"),
        Kind::Locked if world == World::Library => format!("{who} has the pen (mutex {a})"),
        Kind::Locked => format!("{who} has lock {a}"),
        Kind::RLocked => format!("{who} reads under lock {a}"),
        Kind::Unlocked if world == World::Library => format!("{who} puts the pen down (mutex {a})"),
        Kind::Unlocked => format!("{who} gives lock {a} back"),
        Kind::RUnlocked => format!("{who} has read under lock {a}"),
        Kind::Atomic if world == World::Library => {
            format!("{who} clicks the tally counter: {}", b as i64)
        }
        Kind::Atomic => format!("{who} sets atomic {a} to {}", b as i64),
        Kind::Store if b == 1 => format!("{who} puts the book into its pigeon-hole (sync.Map)"),
        Kind::Store => format!("{who} writes the book into the ledger (map {a})"),
        Kind::Cancel if g == WORLD => "The closing bell rings: the deadline has passed".into(),
        Kind::Cancel => format!("{who} rings the closing bell (context {a} is cancelled)"),
        Kind::Race => format!(
            "{who} and {} touch one thing at once: a data race",
            name(world, b as u32)
        ),
        Kind::Heap => format!("The program's own memory is now {}", bytes(a)),
        Kind::Stack => format!("{who} needs a deeper stack: {} more", bytes(a)),
        Kind::Print => format!("{who} prints “{}”", shorten(trace.text(a))),
        Kind::Panic => format!("{who} panics: {}", shorten(trace.text(a))),
        Kind::End => ending(trace, state),
    };
    if said.ends_with('.') {
        said
    } else {
        format!("{said}.")
    }
}
