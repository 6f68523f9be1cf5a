//! The students: who is on the way, who waits for what, and where each stands.

use super::ground::Ground;
use super::results::Results;
use super::{Rect, Shelf};
use crate::trace::state::{Goroutine, Place, State, Status};

/// What a student is up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// On the way to a shelf.
    Out,
    /// On the way back, with a book.
    Back,
    /// On the way back with empty hands: the source fails.
    Empty,
    /// Waits for a connection.
    Connection,
    /// Waits for the pen, with a book.
    Queue,
    /// Has the pen.
    Pen,
    /// Copies a book, using a core.
    Copy,
    /// Waits at the counter for somebody to take the book: sends on a channel.
    Counter,
    /// At the table, with nothing else to do.
    Table,
}

impl Errand {
    /// Whether it is on its way.
    pub fn walks(self) -> bool {
        matches!(self, Errand::Out | Errand::Back | Errand::Empty)
    }
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
    /// What it is up to.
    pub errand: Errand,
}

/// Whether main itself walks or copies: then it is drawn among the students.
pub(super) fn main_walks(state: &State) -> bool {
    state.goroutines.get(1).is_some_and(|main| {
        matches!(
            main.status,
            Status::Fetch { .. } | Status::Connection { .. } | Status::Chop { .. }
        )
    })
}

pub(super) fn errand(
    state: &State,
    last: &State,
    results: Results,
    goroutine: &Goroutine,
    t: u64,
) -> Errand {
    match goroutine.status {
        Status::Fetch { .. } if goroutine.progress(t).unwrap_or(0.0) < 0.5 => Errand::Out,
        Status::Fetch { source, until } => {
            // What the run says in the end, the walker knows at the shelf: it comes back empty-handed, unless the bell
            // will ring before.
            let deadline = state.meta.deadline_ns;
            let returns = deadline == 0 || until <= deadline;
            if returns && last.order(u64::from(source)) == Place::Failed {
                Errand::Empty
            } else {
                Errand::Back
            }
        }
        Status::Connection { .. } => Errand::Connection,
        Status::Lock { .. } | Status::ReadLock { .. } => Errand::Queue,
        Status::Send { .. } => Errand::Counter,
        _ if has_pen(results, goroutine) => Errand::Pen,
        Status::Chop { .. } => Errand::Copy,
        _ => Errand::Table,
    }
}

fn has_pen(results: Results, goroutine: &Goroutine) -> bool {
    matches!(results, Results::Ledger { pen: Some(pen), .. } if pen == goroutine.id)
}

/// A line of people, in ranks where they are many: the first stands where the line begins.
struct Line {
    start: (f64, f64),
    /// To the right, or to the left.
    side: f64,
    step: f64,
    rank: f64,
    in_rank: usize,
    stood: usize,
}

impl Line {
    /// `people` in a line of that room, each of that height.
    fn new(start: (f64, f64), side: f64, room: f64, height: f64, people: usize) -> Line {
        const RANKS: f64 = 4.0;
        let people = people.max(1) as f64;
        let step = (height * 0.62).min(room * RANKS / people).max(0.5);
        let in_rank = (room / step).floor().max(1.0);
        Line {
            start,
            side,
            step,
            rank: height * 0.34,
            in_rank: in_rank as usize,
            stood: 0,
        }
    }

    fn next(&mut self) -> (f64, f64) {
        let (rank, place) = (self.stood / self.in_rank, self.stood % self.in_rank);
        self.stood += 1;
        // Each rank looks between the shoulders of the one in front.
        let shift = if rank % 2 == 1 { 0.5 } else { 0.0 };
        (
            self.start.0 + self.side * (place as f64 + 0.5 + shift) * self.step,
            self.start.1 - rank as f64 * self.rank,
        )
    }
}

/// All goroutines but main, and main too while it walks or copies.
pub(super) fn students(
    (state, last): (&State, &State),
    t: u64,
    ground: &Ground,
    shelves: &[Shelf],
    (map, table, height): (Rect, Rect, f64),
    results: Results,
) -> Vec<Student> {
    let with_main = main_walks(state);
    let all: Vec<(&Goroutine, Errand)> = state
        .goroutines
        .iter()
        .filter(|goroutine| goroutine.id != 1 || with_main)
        .map(|goroutine| (goroutine, errand(state, last, results, goroutine, t)))
        .collect();
    let count = |of: &[Errand]| all.iter().filter(|(_, errand)| of.contains(errand)).count();
    let gap = height * 0.35;
    // Below their feet it is said what they wait for.
    let floor = map.bottom() - (17.0 * height / 40.0).clamp(12.0, 20.0);
    let aside = table.x - map.x - 2.0 * gap;
    let mut for_pen = Line::new(
        (table.right() + gap, floor),
        1.0,
        aside,
        height,
        count(&[Errand::Queue, Errand::Counter]),
    );
    let mut for_connection = Line::new(
        (table.x - gap, floor),
        -1.0,
        aside,
        height,
        count(&[Errand::Connection]),
    );
    let rim = table.y + table.h * 0.12;
    let half = table.w * 0.36;
    let centre = table.x + table.w / 2.0;
    let mut copying = Line::new(
        (centre, rim),
        1.0,
        half,
        height,
        count(&[Errand::Copy, Errand::Pen]),
    );
    let mut standing = Line::new((centre, rim), -1.0, half, height, count(&[Errand::Table]));
    all.into_iter()
        .map(|(goroutine, errand)| {
            let (x, y) = match (errand, goroutine.status) {
                (_, Status::Fetch { source, until }) => {
                    let source = u64::from(source);
                    let to = shelves.get(source as usize).map_or_else(
                        || {
                            let latency = until.saturating_sub(goroutine.since);
                            ground.front(source, ground.spot(source, latency))
                        },
                        |shelf| shelf.front,
                    );
                    let from = ground.rim(source);
                    let progress = f64::from(goroutine.progress(t).unwrap_or(0.0));
                    let out = 1.0 - (2.0 * progress - 1.0).abs();
                    (
                        from.0 + (to.0 - from.0) * out,
                        from.1 + (to.1 - from.1) * out + height * 0.4,
                    )
                }
                (Errand::Queue | Errand::Counter, _) => for_pen.next(),
                (Errand::Connection, _) => for_connection.next(),
                (Errand::Copy | Errand::Pen, _) => copying.next(),
                _ => standing.next(),
            };
            Student {
                g: goroutine.id,
                x,
                y,
                errand,
            }
        })
        .collect()
}
