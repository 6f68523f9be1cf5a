//! Every event as one plain sentence, and the moment in a few words. The world's own word leads, the field's stands beside.

use super::event::{Event, GoroutineId, Kind, NO_ORDER, Reason, WORLD};
use super::state::{Doing, Goroutine, State, Status};
use super::text::{duration, grouped};
use super::{Trace, World, library};

/// What is said of a moment: what happened last, if it happened at `t`, and how things stand.
pub fn sentence(trace: &Trace, state: &State, t: u64) -> String {
    let standing = summary(trace, state, t);
    match state.last {
        None => before(state),
        Some(_) if state.ended.is_some() => standing,
        Some(last) if t == state.t => format!("{} {standing}", event(trace, state, last))
            .trim_end()
            .to_owned(),
        _ => standing,
    }
}

/// What there is before anything has happened.
fn before(state: &State) -> String {
    let orders = state.meta.tasks;
    match state.meta.world {
        World::Kitchen if state.arrived < orders => "The doors are still closed.".into(),
        World::Kitchen => format!(
            "The doors are still closed. {} {} on the rail.",
            grouped(orders),
            plural(orders, "order hangs", "orders hang")
        ),
        World::Library => format!(
            "The library is still closed. {} {} on the list.",
            grouped(orders),
            plural(orders, "source stands", "sources stand")
        ),
        World::None => "The program hasn't started yet.".into(),
    }
}

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
pub(super) fn hires(state: &State, main: &Goroutine) -> bool {
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

/// How it ended.
fn ending(trace: &Trace, state: &State) -> String {
    let Some(ended) = state.ended else {
        return String::new();
    };
    let counts = state.counts;
    let others = state
        .goroutines
        .iter()
        .filter(|goroutine| goroutine.id != 1)
        .count() as u64;
    let cooking = state
        .goroutines
        .iter()
        .filter(|goroutine| goroutine.id != 1 && goroutine.stove.is_some())
        .count() as u64;
    let noun = nouns(state.meta.world, others);
    match ended.reason {
        Reason::Completed if state.meta.world == World::Library && counts.total() > 0 => {
            library::ending(state, ended.status)
        }
        Reason::Completed if counts.lost > 0 && others > 0 => format!(
            "main returns: lights out over {} {noun}{}. {} {} lost, and the process ends with status {}.",
            grouped(others),
            match cooking {
                0 => String::new(),
                cooking => format!(", {} of them at a stove", grouped(cooking)),
            },
            grouped(counts.lost),
            plural(counts.lost, "order is", "orders are"),
            ended.status
        ),
        Reason::Completed if counts.total() > 0 && counts.served == counts.total() => {
            format!(
                "All {} served. main returns, and the process ends with status {}.",
                grouped(counts.served),
                ended.status
            )
        }
        Reason::Completed if counts.total() > 0 => format!(
            "main returns: {} served, {} failed, {} lost. The process ends with status {}.",
            grouped(counts.served),
            grouped(counts.failed),
            grouped(counts.lost),
            ended.status
        ),
        Reason::Completed => format!(
            "main returns, and the process ends with status {}.",
            ended.status
        ),
        Reason::Exit => format!(
            "The program calls os.Exit({}): lights out at once.",
            ended.status
        ),
        Reason::Panic => {
            let text = state.panic.map_or("", |text| trace.text(text));
            format!(
                "panic: {}. The process ends with status {}.",
                shorten(text),
                ended.status
            )
        }
        Reason::FatalError => format!(
            "{}. The process ends with status {}.",
            capital(trace.complaint(state.n)),
            ended.status
        ),
        Reason::Deadlock => format!(
            "Everybody waits and nothing can happen any more: deadlock. The process ends with status {}.",
            ended.status
        ),
        Reason::OutOfMemory => format!(
            "The floor is full: {} of {}. The kernel kills the process. {} {noun} stood on it, {} at a stove; {} on the pass.",
            bytes(state.memory.used()),
            bytes(state.meta.memory_limit),
            grouped(others),
            grouped(cooking),
            match counts.served {
                0 => "not one plate".into(),
                1 => "one plate".to_owned(),
                served => format!("{} plates", grouped(served)),
            }
        ),
        Reason::StepLimit => "The run was stopped: it has used up its steps.".into(),
    }
}

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

/// The same, in the words of a world.
pub(super) fn verbs(world: World, verb: usize) -> (&'static str, &'static str) {
    match (world, VERBS[verb].0) {
        (World::Library, "chops") => ("copies a book", "copy their books"),
        (World::Library, "waits for a lock") => ("waits for the pen", "wait for the pen"),
        _ => VERBS[verb],
    }
}

pub(super) fn verb(doing: Doing) -> usize {
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

pub(super) fn name(world: World, g: GoroutineId) -> String {
    match (g, world) {
        (WORLD, _) => "the world".into(),
        (1, _) => "main".into(),
        (_, World::Kitchen) => format!("chef g{g}"),
        (_, World::Library) => format!("student g{g}"),
        (_, World::None) => format!("goroutine {g}"),
    }
}

fn nouns(world: World, count: u64) -> &'static str {
    match world {
        World::Kitchen => plural(count, "chef", "chefs"),
        World::Library => plural(count, "student", "students"),
        World::None => plural(count, "goroutine", "goroutines"),
    }
}

/// An order or a source.
fn thing(world: World, state: &State, number: u64) -> String {
    let named = usize::try_from(number)
        .ok()
        .and_then(|i| state.meta.sources.get(i))
        .map(|source| source.name.as_str());
    match (world, named) {
        (World::Library, Some(name)) if !name.is_empty() => name.to_owned(),
        (World::Library, _) => format!("shelf {number}"),
        _ => format!("order {number}"),
    }
}

fn bytes(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..0x10_0000 => format!("{} KiB", bytes / 1024),
        _ if bytes.is_multiple_of(1 << 20) => format!("{} MiB", grouped(bytes >> 20)),
        _ => format!(
            "{}.{} MiB",
            grouped(bytes >> 20),
            ((bytes % (1 << 20)) * 10) >> 20
        ),
    }
}

pub(super) fn percent(share: f32) -> u32 {
    (share * 100.0) as u32
}

pub(super) fn words(count: u64) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    usize::try_from(count)
        .ok()
        .and_then(|i| WORDS.get(i))
        .map_or_else(|| grouped(count), |word| (*word).to_owned())
}

fn plural<'a>(count: u64, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        // A Go name stays as it is written.
        Some(_) if text.starts_with("main") => text.to_owned(),
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

fn shorten(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.trim_end().lines().next().unwrap_or_default();
    if line.chars().count() <= MOST && line.len() == text.trim_end().len() {
        line.to_owned()
    } else {
        line.chars().take(MOST).chain(['…']).collect()
    }
}
