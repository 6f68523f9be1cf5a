//! Beside the kitchen: the pass with its plates, the spike, the board, and main at the door.

use super::{Rect, floor};
use crate::trace::state::{Object, State, Status};
use crate::trace::text::grouped;
use crate::trace::{Trace, World};

/// The panel at the right.
#[derive(Clone, Debug, PartialEq)]
pub struct Pass {
    /// Where it is.
    pub rect: Rect,
    /// Its heading; none where there is no room.
    pub title: Option<&'static str>,
    /// Where the plates stand.
    pub shelf: Rect,
    /// The middles of the plates, one for each order served, as far as there is room.
    pub plates: Vec<(f64, f64)>,
    /// A plate's width.
    pub plate: f64,
    /// Orders served.
    pub served: String,
    /// The spike.
    pub spike: Spike,
    /// The board.
    pub board: Board,
    /// Main.
    pub main: HeadChef,
}

/// The spike: orders that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spike {
    /// Tickets on it that are drawn.
    pub tickets: u32,
    /// All of them, in words.
    pub caption: String,
}

/// The board by the pass: what a WaitGroup counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    /// Where it is.
    pub rect: Rect,
    /// The count; none while nobody counts.
    pub count: Option<String>,
}

/// Where main is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Post {
    /// At the door.
    Door,
    /// On the floor with an order of its own.
    Floor,
    /// Gone: it has returned.
    Gone,
}

/// Main, the head chef.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadChef {
    /// Where it stands, and the door beside it.
    pub rect: Rect,
    /// Where it is.
    pub post: Post,
    /// What it does.
    pub caption: String,
}

const MOST_TICKETS: u64 = 9;

impl Pass {
    pub(super) fn new(trace: &Trace, state: &State, rect: Rect, unit: f64) -> Pass {
        let inset = 10.0 * unit;
        let title = (rect.h > 240.0).then_some("The pass");
        let top = rect.y + if title.is_some() { 34.0 * unit } else { inset };
        let main = Rect {
            x: rect.x + inset * 0.5,
            y: rect.bottom() - rect.h * 0.29,
            w: rect.w - inset,
            h: rect.h * 0.29 - 4.0 * unit,
        };
        let board_h = rect.h * 0.19;
        let board = Rect {
            x: rect.x + inset,
            y: main.y - board_h - 2.0 * unit,
            w: rect.w - 2.0 * inset,
            h: board_h,
        };
        let captions = 42.0 * unit.max(0.75);
        let shelf = Rect {
            x: rect.x + inset,
            y: top,
            w: rect.w - 2.0 * inset,
            h: (board.y - captions - top).max(8.0),
        };

        let columns = 5.0;
        let pitch = shelf.w / columns;
        let row = pitch * 0.46;
        let room = (shelf.h / row).floor().max(1.0) * columns;
        let plates = (0..state.counts.served.min(room as u64))
            .map(|i| {
                let (column, row_at) = (i % columns as u64, i / columns as u64);
                (
                    shelf.x + (column as f64 + 0.5) * pitch,
                    shelf.y + (row_at as f64 + 0.5) * row,
                )
            })
            .collect();
        Pass {
            rect,
            title,
            shelf,
            plates,
            plate: pitch * 0.86,
            served: format!("{} served", grouped(state.counts.served)),
            spike: Spike {
                tickets: state.counts.failed.min(MOST_TICKETS) as u32,
                caption: format!("{} failed", grouped(state.counts.failed)),
            },
            board: Board {
                rect: board,
                count: count(trace, state),
            },
            main: HeadChef::new(state, main),
        }
    }
}

/// What the WaitGroup counts that main waits for, or else the one that was changed last.
pub(super) fn count(trace: &Trace, state: &State) -> Option<String> {
    trace
        .last_state()
        .is_none_or(|last| last.group.is_some())
        .then_some(())?;
    let waited = state.goroutines.get(1).and_then(|main| match main.status {
        Status::WaitGroup { group } => Some(group),
        _ => None,
    });
    let count = match waited
        .or(state.group)
        .and_then(|group| state.objects.get(&group))
    {
        Some(Object::WaitGroup { count }) => *count,
        _ => 0,
    };
    Some(grouped(count))
}

impl HeadChef {
    fn new(state: &State, rect: Rect) -> HeadChef {
        let post = match state.goroutines.get(1) {
            None if state.n == 0 => Post::Door,
            None => Post::Gone,
            Some(_) if floor::main_cooks(state) => Post::Floor,
            Some(_) => Post::Door,
        };
        HeadChef {
            rect,
            post,
            caption: of_main(state, post),
        }
    }
}

/// What main does, beside its name.
pub(super) fn of_main(state: &State, post: Post) -> String {
    let Some(main) = state.goroutines.get(1) else {
        return if state.n == 0 {
            "main".into()
        } else {
            "main returned".into()
        };
    };
    let library = state.meta.world == World::Library;
    let doing = match main.status {
        Status::WaitGroup { .. } => "wg.Wait()",
        Status::Sleep { .. } => "sleeping",
        Status::Send { .. } => "sending",
        Status::Receive { .. } => "receiving",
        Status::Select { .. } => "select",
        Status::Lock { .. } | Status::ReadLock { .. } => "lock",
        Status::Cond { .. } | Status::Semaphore { .. } => "waiting",
        Status::Fetch { .. } => "walking",
        _ if post == Post::Floor => "cooking",
        _ if state.goroutines.len() > 1 && state.untaken() > 0 && !library => "hiring",
        _ => return "main".into(),
    };
    format!("main · {doing}")
}
