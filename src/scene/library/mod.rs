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
    /// Below those who wait at the table's right: the right end of what is said of them.
    pub aside: (f64, f64),
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
    /// Beyond each shelf, with its latency.
    Beside,
    /// Beyond each shelf, along its direction from the table.
    Along,
    /// Not at all.
    None,
}

/// How tall letters are along a direction, on a stage 900 wide.
pub const LETTERS: f64 = 9.5;

/// The library's cards: connections.
#[derive(Clone, Debug, PartialEq)]
pub struct Cards {
    /// Below those who wait for one, left of the table: the left end of what is said of them.
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
    let margin = super::margin(unit);
    let panel = super::panel((width, height), unit);
    let map = Rect {
        x: 0.0,
        y: 0.0,
        w: panel.x - margin * 0.6,
        h: height,
    };
    let count = state.meta.tasks;
    let (shelf, student) = match count {
        0..=4 => (70.0 * unit, 60.0 * unit),
        5..=16 => (40.0 * unit, 40.0 * unit),
        17..=40 => (26.0 * unit, 27.0 * unit),
        41..=150 => (10.0 * unit, 16.0 * unit),
        _ => (4.0 * unit, 7.0 * unit),
    };
    let names = match count {
        0..=4 => Names::Beside,
        5..=16 if width > 500.0 => Names::Beside,
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
        Names::Beside => (if count <= 4 { 30.0 } else { 26.0 }) * unit,
        Names::Along => 26.0 * unit,
        Names::None => 4.0 * unit,
    };
    let ground = Ground::new(state, map, table, shelf, label);
    let mut shelves: Vec<Shelf> = (0..state.meta.sources.len())
        .map(|i| ground.shelf(state, i, names != Names::None))
        .collect();
    if names == Names::Along {
        ground::thin(&mut shelves, shelf, LETTERS.max(LETTERS * unit));
    }
    let results = Results::of(state, last);
    let desk_top = desk_top(results, table);
    let sizes = (map, table, student);
    let students = students::students((state, last), t, &ground, &shelves, sizes, results);
    Library {
        map,
        table,
        rings: ground.rings(state),
        shelves,
        names,
        shelf,
        student,
        results,
        slots: results.slots(state, desk_top),
        desk_top,
        aside: (map.right() - 4.0 * unit, map.bottom() - 5.0 * unit),
        tally: tally(state, last),
        torn: results::torn(trace, state),
        cards: cards(state, (map.x + 4.0 * unit, map.bottom() - 5.0 * unit)),
        desk: desk::Desk::new(trace, state, t, panel, scale),
        students,
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

fn cards(state: &State, at: (f64, f64)) -> Option<Cards> {
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
        Cards { at, caption }
    })
}
