//! The library: students walk to shelves and back, and their results meet at the table.

use super::floor::Tone;
use super::side::{Board, HeadChef, Post};
use super::{Rect, side};
use crate::trace::Trace;
use crate::trace::state::{Doing, Figure, Object, Place, State, Status};
use crate::trace::text::{duration, grouped};
use std::f64::consts::PI;

/// The library.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// Where shelves and table are.
    pub map: Rect,
    /// Where everybody sets out from.
    pub table: Rect,
    /// Circles of equal latency.
    pub rings: Vec<Ring>,
    /// The sources.
    pub shelves: Vec<Shelf>,
    /// Whether shelves and slots have room for names.
    pub named: bool,
    /// A shelf's width.
    pub shelf: f64,
    /// The goroutines but main, unless main walks itself.
    pub students: Vec<Student>,
    /// A student's height.
    pub student: f64,
    /// Where results meet.
    pub results: Results,
    /// The slots, one for each source, in their order.
    pub slots: Vec<Slot>,
    /// The panel beside.
    pub desk: Desk,
}

/// A circle of equal latency around the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Ring {
    /// Its middle.
    pub centre: (f64, f64),
    /// Half its width and half its height.
    pub radius: (f64, f64),
    /// The latency.
    pub label: String,
    /// It is the deadline, when the closing bell rings.
    pub bell: bool,
}

/// A source.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf {
    /// Its middle.
    pub x: f64,
    /// Its middle.
    pub y: f64,
    /// Its name and latency; empty where there is no room.
    pub label: String,
    /// It lies beyond the deadline.
    pub late: bool,
}

/// What a student is up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// On the way to a shelf.
    Out,
    /// On the way back, with a book.
    Back,
    /// Waits for a connection.
    Connection,
    /// Waits for the pen.
    Queue,
    /// Has the pen.
    Pen,
    /// At the table.
    Table,
}

/// A goroutine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Student {
    /// Its number.
    pub g: u32,
    /// The middle of its feet.
    pub x: f64,
    /// The middle of its feet.
    pub y: f64,
    /// What it does, as a colour.
    pub tone: Tone,
    /// What it is up to.
    pub errand: Errand,
}

/// Where results meet.
#[derive(Clone, Debug, PartialEq)]
pub enum Results {
    /// Each has a slot of its own.
    Slots,
    /// One ledger under a lock.
    Ledger {
        /// Who has the pen.
        pen: Option<u32>,
        /// How many queue for it.
        queue: u32,
    },
    /// A tally counter: an atomic variable.
    Tally {
        /// What it shows.
        value: String,
    },
    /// Two wrote at once: a data race.
    Torn,
}

/// A source's slot on the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    /// Where it is.
    pub rect: Rect,
    /// Where the source's order is.
    pub place: Place,
}

/// The panel beside the library.
#[derive(Clone, Debug, PartialEq)]
pub struct Desk {
    /// Where it is.
    pub rect: Rect,
    /// Its heading; none where there is no room.
    pub title: Option<&'static str>,
    /// Books that are back.
    pub back: String,
    /// Of how many.
    pub of: String,
    /// All latencies added up: how long one would walk alone.
    pub alone: Clock,
    /// How long it takes here.
    pub together: Clock,
    /// What bounds the time.
    pub bound: String,
    /// The closing bell: when it rings, and whether it has.
    pub bell: Option<(String, bool)>,
    /// The board.
    pub board: Board,
    /// Main.
    pub main: HeadChef,
}

/// A time, as a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Clock {
    /// How much of the longer one it is, from 0 to 1.
    pub length: f64,
    /// How much of that has passed, from 0 to 1.
    pub passed: f64,
    /// It in words.
    pub said: String,
}

pub(super) fn at(
    trace: &Trace,
    state: &State,
    t: u64,
    width: f64,
    height: f64,
    unit: f64,
) -> Library {
    let last = trace.last_state().unwrap_or(state);
    let margin = (18.0 * unit).max(8.0);
    let side = (168.0 * unit).max(92.0).min(width * 0.3);
    let panel = Rect {
        x: width - margin - side,
        y: margin * 0.7,
        w: side,
        h: height - margin * 1.6,
    };
    let map = Rect {
        x: 0.0,
        y: 0.0,
        w: panel.x - margin * 0.6,
        h: height,
    };
    let table = Rect {
        x: map.w * 0.22,
        y: height * 0.8,
        w: map.w * 0.56,
        h: height * 0.17,
    };
    let ground = Ground::new(state, map, table, unit);

    let count = state.meta.sources.len();
    let named = count <= 40 && width > 500.0 || count <= 6;
    let shelves: Vec<Shelf> = (0..count).map(|i| ground.shelf(state, i, named)).collect();
    let (shelf, student) = match count {
        0..=16 => (40.0 * unit, 36.0 * unit),
        17..=40 => (26.0 * unit, 26.0 * unit),
        41..=150 => (13.0 * unit, 16.0 * unit),
        _ => (5.0 * unit, 8.0 * unit),
    };
    let results = results(state, last);
    Library {
        map,
        table,
        rings: ground.rings(state),
        students: students(state, t, &ground, &shelves, student),
        shelves,
        named,
        shelf,
        student,
        results,
        slots: slots(state, table),
        desk: Desk::new(trace, state, t, panel),
    }
}

/// Distances are latencies, logarithmic.
struct Ground {
    centre: (f64, f64),
    reach: (f64, f64),
    inner: f64,
    near: f64,
    far: f64,
}

impl Ground {
    fn new(state: &State, map: Rect, table: Rect, unit: f64) -> Ground {
        let latencies = || {
            state
                .meta
                .sources
                .iter()
                .map(|source| source.latency_ns.max(1))
        };
        let near = latencies().min().unwrap_or(1) as f64 / 2.0;
        let far = latencies().max().unwrap_or(1).max(state.meta.deadline_ns) as f64 * 1.12;
        let centre = (map.x + map.w / 2.0, table.y + table.h * 0.3);
        let reach = (map.w / 2.0 - 34.0 * unit, centre.1 - map.y - 40.0 * unit);
        Ground {
            centre,
            reach,
            inner: 0.42,
            near,
            far,
        }
    }

    /// How far out a latency is, from 0 at the table to 1.
    fn distance(&self, latency: u64) -> f64 {
        let span = libm::log(self.far / self.near).max(1e-9);
        let share = libm::log(latency.max(1) as f64 / self.near) / span;
        self.inner + (1.0 - self.inner) * share.clamp(0.0, 1.0)
    }

    fn shelf(&self, state: &State, i: usize, named: bool) -> Shelf {
        let count = state.meta.sources.len() as f64;
        let source = &state.meta.sources[i];
        // From left to right over the table, with some air above its ends.
        let angle = PI * (0.965 - 0.93 * (i as f64 + 0.5) / count);
        let r = self.distance(source.latency_ns);
        Shelf {
            x: self.centre.0 + libm::cos(angle) * r * self.reach.0,
            y: self.centre.1 - libm::sin(angle) * r * self.reach.1,
            label: if named {
                format!("{} · {}", source.name, duration(source.latency_ns))
            } else {
                String::new()
            },
            late: state.meta.deadline_ns > 0 && source.latency_ns > state.meta.deadline_ns,
        }
    }

    fn rings(&self, state: &State) -> Vec<Ring> {
        let ring = |latency: u64, bell: bool| {
            let r = self.distance(latency);
            let label = if bell {
                format!("{} · the closing bell", duration(latency))
            } else {
                duration(latency)
            };
            Ring {
                centre: self.centre,
                radius: (r * self.reach.0, r * self.reach.1),
                label,
                bell,
            }
        };
        let within =
            |latency: u64| latency as f64 >= self.near * 1.2 && (latency as f64) <= self.far;
        let scale = |steps: &[u64]| -> Vec<u64> {
            (0..14u32)
                .flat_map(|power| steps.iter().map(move |step| step * 10u64.pow(power)))
                .filter(|l| within(*l))
                .collect()
        };
        let decades = scale(&[1]);
        let latencies = if decades.len() >= 2 {
            decades
        } else {
            scale(&[1, 2, 5])
        };
        let deadline = state.meta.deadline_ns;
        let mut rings: Vec<Ring> = latencies
            .into_iter()
            .filter(|latency| *latency != deadline)
            .map(|latency| ring(latency, false))
            .collect();
        if deadline > 0 {
            rings.push(ring(deadline, true));
        }
        rings
    }
}

/// Where results meet: what the run shares between goroutines tells.
fn results(state: &State, last: &State) -> Results {
    if state.races > 0
        || state
            .ended
            .is_some_and(|ended| ended.reason == crate::trace::Reason::FatalError)
    {
        return Results::Torn;
    }
    let lock = |state: &State| {
        state.objects.iter().find_map(|(_, object)| match object {
            Object::Lock { writer, .. } => Some(*writer),
            _ => None,
        })
    };
    if lock(last).is_some() {
        let queue = state
            .goroutines
            .figures()
            .filter(|figure| errand(figure, state.t) == Errand::Queue)
            .count();
        return Results::Ledger {
            pen: lock(state).flatten(),
            queue: queue as u32,
        };
    }
    let tally = |state: &State| {
        state.objects.values().find_map(|object| match object {
            Object::Atomic { value } => Some(*value as i64),
            _ => None,
        })
    };
    match tally(last) {
        Some(_) => Results::Tally {
            value: tally(state).unwrap_or(0).to_string(),
        },
        None => Results::Slots,
    }
}

/// How far a student is on the way there and back; half-way in a crowd, where nobody's way is followed.
fn way(figure: &Figure<'_>, t: u64) -> f32 {
    let whole = figure.whole.map(|goroutine| goroutine.progress(t));
    whole.map_or(0.5, |progress| progress.unwrap_or(0.0))
}

fn errand(figure: &Figure<'_>, t: u64) -> Errand {
    match figure.doing {
        Doing::Fetch if way(figure, t) < 0.5 => Errand::Out,
        Doing::Fetch => Errand::Back,
        Doing::Connection => Errand::Connection,
        Doing::Lock | Doing::ReadLock => Errand::Queue,
        Doing::Chop => Errand::Pen,
        _ => Errand::Table,
    }
}

fn students(state: &State, t: u64, ground: &Ground, shelves: &[Shelf], size: f64) -> Vec<Student> {
    let main_walks = state
        .goroutines
        .get(1)
        .is_some_and(|main| main.order.is_some());
    let all = || {
        state
            .goroutines
            .figures()
            .filter(move |figure| figure.id != 1 || main_walks)
    };
    let count = |of: Errand| all().filter(|figure| errand(figure, t) == of).count();
    // Who stands in a line stands closer the more there are.
    let line = |room: f64, count: usize| (room / count.max(1) as f64).min(size * 0.8);
    let table = ground.centre;
    let half = ground.reach.0 * 0.52;
    let steps = [
        line(ground.reach.0 * 0.42, count(Errand::Queue)),
        line(ground.reach.0 * 0.42, count(Errand::Connection)),
        line(half * 1.4, count(Errand::Table)),
        line(half * 0.8, count(Errand::Pen)),
    ];
    let mut stood = [0.0; 4];
    let mut stand = |line: usize| {
        stood[line] += 1.0;
        (stood[line] - 0.5) * steps[line]
    };
    let rim = table.1 - size * 0.1;
    all()
        .map(|figure| {
            let errand = errand(&figure, t);
            let status = figure.whole.map(|goroutine| goroutine.status);
            let (x, y) = match (errand, status) {
                (Errand::Out | Errand::Back, Some(Status::Fetch { source, .. })) => {
                    let (sx, sy) = shelves
                        .get(source as usize)
                        .map_or(table, |shelf| (shelf.x, shelf.y));
                    let progress = f64::from(way(&figure, t));
                    let out = 1.0 - (2.0 * progress - 1.0).abs();
                    // From the table's rim, not from its middle.
                    let from = (
                        table.0 + (sx - table.0) * 0.3,
                        table.1 + (sy - table.1) * 0.22,
                    );
                    (
                        from.0 + (sx - from.0) * out,
                        from.1 + (sy - from.1) * out + size * 0.4,
                    )
                }
                (Errand::Queue, _) => {
                    (table.0 + half + size * 0.7 + stand(0), table.1 + size * 1.1)
                }
                (Errand::Connection, _) => {
                    (table.0 - half - size * 0.7 - stand(1), table.1 + size * 1.1)
                }
                (Errand::Pen, _) => (table.0 + half * 0.1 + stand(3), rim),
                _ => (table.0 - half * 0.7 + stand(2), rim),
            };
            Student {
                g: figure.id,
                x,
                y,
                tone: Tone::of(figure.doing),
                errand,
            }
        })
        .collect()
}

/// The slots, in rows where they are many.
fn slots(state: &State, table: Rect) -> Vec<Slot> {
    let count = state.meta.tasks.min(5000);
    if count == 0 {
        return Vec::new();
    }
    let room = Rect {
        x: table.x + table.w * 0.11,
        y: table.y + table.h * 0.24,
        w: table.w * 0.78,
        h: table.h * 0.5,
    };
    let mut pitch = (room.w / count as f64).min(room.h / 1.25);
    while pitch < room.h / 1.25 {
        let columns = (room.w / (pitch * 1.04)).floor().max(1.0);
        if (count as f64 / columns).ceil() * pitch * 1.08 * 1.25 > room.h {
            break;
        }
        pitch *= 1.04;
    }
    let columns = (room.w / pitch).floor().clamp(1.0, count as f64);
    let rows = (count as f64 / columns).ceil();
    let (left, top) = (
        room.x + (room.w - columns * pitch) / 2.0,
        room.y + (room.h - rows * pitch * 1.25).max(0.0) / 2.0,
    );
    (0..count)
        .map(|i| {
            let (column, row) = (i as f64 % columns, (i as f64 / columns).floor());
            let rect = Rect {
                x: left + column * pitch + pitch * 0.09,
                y: top + row * pitch * 1.25,
                w: pitch * 0.82,
                h: pitch * 1.08,
            };
            Slot {
                rect,
                place: state.order(i),
            }
        })
        .collect()
}

impl Desk {
    fn new(trace: &Trace, state: &State, t: u64, rect: Rect) -> Desk {
        let inset = rect.w * 0.07;
        let main = Rect {
            x: rect.x + inset * 0.5,
            y: rect.bottom() - rect.h * 0.1,
            w: rect.w - inset,
            h: rect.h * 0.08,
        };
        let board_h = rect.h * 0.17;
        let board = Rect {
            x: rect.x + inset,
            y: main.y - board_h - 4.0,
            w: rect.w - 2.0 * inset,
            h: board_h,
        };
        let alone: u64 = state
            .meta
            .sources
            .iter()
            .map(|source| source.latency_ns)
            .fold(0, u64::saturating_add);
        let together = trace.end();
        let longer = alone.max(together).max(1) as f64;
        let clock = |time: u64| Clock {
            length: time as f64 / longer,
            passed: if time == 0 {
                1.0
            } else {
                (t as f64 / time as f64).min(1.0)
            },
            said: duration(time),
        };
        let mut together_clock = clock(together);
        if together > 0 && alone > together {
            together_clock.said = format!(
                "{} · {:.1}×",
                together_clock.said,
                alone as f64 / together as f64
            );
        }
        let bell = (state.meta.deadline_ns > 0).then(|| {
            let rung = t >= state.meta.deadline_ns
                || state
                    .objects
                    .values()
                    .any(|object| *object == Object::Cancelled);
            (
                format!("bell at {}", duration(state.meta.deadline_ns)),
                rung,
            )
        });
        Desk {
            rect,
            title: (rect.h > 240.0).then_some("At the table"),
            back: grouped(state.counts.served),
            of: format!("of {}", grouped(state.meta.tasks)),
            alone: clock(alone),
            together: together_clock,
            bound: bound(trace, state),
            bell,
            board: Board {
                rect: board,
                count: side::count(trace, state),
            },
            main: HeadChef {
                caption: side::of_main(state, Post::Door),
                post: Post::Door,
                rect: main,
            },
        }
    }
}

/// What bounds how fast it can be.
fn bound(trace: &Trace, state: &State) -> String {
    let last = trace.last_state().unwrap_or(state);
    let meta = &state.meta;
    let slowest = meta.sources.iter().max_by_key(|source| source.latency_ns);
    let Some(slowest) = slowest else {
        return String::new();
    };
    let alone: u64 = meta
        .sources
        .iter()
        .map(|source| source.latency_ns)
        .fold(0, u64::saturating_add);
    if meta.deadline_ns > 0
        && trace.end() >= meta.deadline_ns
        && slowest.latency_ns > meta.deadline_ns
    {
        "the closing bell".into()
    } else if last.connection_wait > last.lock_wait && last.connection_wait > 0 {
        format!("the {} connections", grouped(meta.connections))
    } else if last.lock_wait > slowest.latency_ns {
        "the one pen".into()
    } else if trace.end() >= alone && meta.sources.len() > 1 {
        "one walker: each shelf in turn".into()
    } else if trace.end() as f64 <= slowest.latency_ns as f64 * 1.1 {
        format!("{}, the farthest shelf", slowest.name)
    } else {
        "how many walk at once".into()
    }
}
