//! The library: students walk to shelves and back, and their results meet at the table.

mod desk;
mod ground;
mod results;
mod students;

pub use desk::{Bell, Clock, Desk};
pub use ground::{Ring, Shelf};
pub use results::{Results, Slot};
pub use students::{Errand, Student};

use super::{Rect, Scale};
use crate::trace::Trace;
use crate::trace::state::{Doing, Object, State};
use crate::trace::text::grouped;
use ground::Ground;

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
    /// How much room there is for names.
    pub names: Names,
    /// A shelf's width.
    pub shelf: f64,
    /// The goroutines but main, unless main walks itself.
    pub students: Vec<Student>,
    /// A student's height.
    pub student: f64,
    /// Where results meet.
    pub results: Results,
    /// The places for results.
    pub slots: Vec<Slot>,
    /// Where the ledger, the pigeon-holes or the slots lie.
    pub desk_top: Rect,
    /// What the tally counter shows, if somebody counts with an atomic variable.
    pub tally: Option<String>,
    /// Why the page is torn, if two wrote at once.
    pub torn: Option<String>,
    /// The cards that one needs to be let in, where connections are limited.
    pub cards: Option<Cards>,
    /// The panel beside.
    pub desk: Desk,
}

/// How names are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Under each shelf, with its latency.
    Below,
    /// Beyond each shelf, along its direction from the table.
    Along,
    /// Not at all.
    None,
}

/// The library's cards: connections.
#[derive(Clone, Debug, PartialEq)]
pub struct Cards {
    /// The middle of their caption, left of the table.
    pub at: (f64, f64),
    /// Those in use, of how many, and who waits for one, in words.
    pub caption: String,
}

pub(super) fn at(
    trace: &Trace,
    state: &State,
    t: u64,
    (width, height): (f64, f64),
    unit: f64,
    scale: Scale,
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
    let count = state.meta.tasks;
    let (shelf, student) = match count {
        0..=4 => (70.0 * unit, 60.0 * unit),
        5..=16 => (42.0 * unit, 42.0 * unit),
        17..=40 => (26.0 * unit, 27.0 * unit),
        41..=150 => (14.0 * unit, 17.0 * unit),
        _ => (4.0 * unit, 7.0 * unit),
    };
    let names = match count {
        0..=4 => Names::Below,
        5..=16 if width > 500.0 => Names::Below,
        17..=150 if width > 500.0 => Names::Along,
        _ => Names::None,
    };
    let table = Rect {
        x: map.w * 0.28,
        y: height * 0.79,
        w: map.w * 0.44,
        h: height * 0.18,
    };
    let label = match names {
        Names::Below => 22.0 * unit,
        Names::Along => 26.0 * unit,
        Names::None => 4.0 * unit,
    };
    let ground = Ground::new(state, map, table, shelf, label);
    let shelves: Vec<Shelf> = (0..state.meta.sources.len())
        .map(|i| ground.shelf(state, i, names != Names::None))
        .collect();
    let results = Results::of(state, last);
    let desk_top = desk_top(results, table);
    let sizes = (map, table, student);
    Library {
        map,
        table,
        rings: ground.rings(state),
        students: students::students((state, last), t, &ground, &shelves, sizes, results),
        shelves,
        names,
        shelf,
        student,
        results,
        slots: results.slots(state, desk_top),
        desk_top,
        tally: tally(state, last),
        torn: results::torn(trace, state),
        cards: cards(state, table, map, unit),
        desk: desk::Desk::new(trace, state, t, panel, scale),
    }
}

/// The part of the table on which results meet.
fn desk_top(results: Results, table: Rect) -> Rect {
    let (across, down) = match results {
        Results::Slots | Results::Counter { .. } => (0.78, 0.5),
        Results::Ledger { .. } => (0.56, 0.78),
        Results::PigeonHoles => (0.8, 0.86),
    };
    Rect {
        x: table.x + table.w * (1.0 - across) / 2.0,
        y: table.y + table.h * (1.0 - down) / 2.0,
        w: table.w * across,
        h: table.h * down,
    }
}

fn tally(state: &State, last: &State) -> Option<String> {
    let tally = last.meeting.tally?;
    Some(match state.objects.get(&tally) {
        Some(Object::Atomic { value }) => (*value as i64).to_string(),
        _ => "0".into(),
    })
}

fn cards(state: &State, table: Rect, map: Rect, unit: f64) -> Option<Cards> {
    let connections = state.meta.connections;
    (connections > 0).then(|| {
        let waiting = u64::from(state.goroutines.count(Doing::Connection));
        let mut caption = format!(
            "{} of {} cards out",
            grouped(state.goroutines.count(Doing::Fetch).into()),
            grouped(connections)
        );
        if waiting > 0 {
            caption.push_str(&format!(", {} wait", grouped(waiting)));
        }
        Cards {
            at: ((map.x + table.x) / 2.0, map.bottom() - 6.0 * unit),
            caption,
        }
    })
}
