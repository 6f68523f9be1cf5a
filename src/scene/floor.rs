//! The floor is the memory limit, tile by tile; the chefs on it are the goroutines.

use super::Rect;
use crate::trace::state::{Doing, Goroutine, State, Status};
use crate::trace::text::grouped;

/// What one tile stands for, unless the floor would have more than [`MOST_TILES`] of them.
const TILE: u64 = 512 << 10;
const MOST_TILES: u64 = 8192;

/// The floor.
#[derive(Clone, Debug, PartialEq)]
pub struct Floor {
    /// Where it is.
    pub rect: Rect,
    /// Tiles side by side.
    pub columns: u32,
    /// Tiles above each other; the last column may be short.
    pub rows: u32,
    /// How many there are: the memory limit.
    pub tiles: u64,
    /// How many are used up, the last one in part. They fill up column by column from the left, each from below.
    pub used: f64,
    /// Bytes that one stands for.
    pub tile_bytes: u64,
    /// That, in words.
    pub caption: String,
}

impl Floor {
    pub(super) fn new(state: &State, rect: Rect) -> Floor {
        let limit = state.meta.memory_limit;
        let mut tile_bytes = TILE;
        while limit / tile_bytes > MOST_TILES {
            tile_bytes *= 2;
        }
        let tiles = limit.div_ceil(tile_bytes).max(1);
        let columns = (tiles as f64 * rect.w / rect.h.max(1.0))
            .sqrt()
            .round()
            .clamp(1.0, tiles as f64) as u32;
        let rows = tiles.div_ceil(u64::from(columns)) as u32;
        let used = (state.memory.used() as f64 / tile_bytes as f64).min(tiles as f64);
        let size = match tile_bytes >> 20 {
            0 => format!("{} KiB", tile_bytes >> 10),
            mebibytes => format!("{} MiB", grouped(mebibytes)),
        };
        Floor {
            rect,
            columns,
            rows,
            tiles,
            used,
            tile_bytes,
            caption: format!("each tile is {size} of memory"),
        }
    }

    /// Where tile `i` is, in the order in which they fill.
    pub fn tile(&self, i: u64) -> Rect {
        let (w, h) = (
            self.rect.w / f64::from(self.columns),
            self.rect.h / f64::from(self.rows),
        );
        let (column, row) = (i / u64::from(self.rows), i % u64::from(self.rows));
        Rect {
            x: self.rect.x + column as f64 * w,
            y: self.rect.bottom() - (row + 1) as f64 * h,
            w,
            h,
        }
    }
}

/// How much of a figure is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// With a face, a label and a ring of progress.
    Large,
    /// A figure.
    Small,
    /// A dot.
    Dot,
}

/// What a chef's colour says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Waits for input and output: cooks, calls, connects, walks.
    Io,
    /// Uses a core.
    Cpu,
    /// Waits for somebody else.
    Waiting,
    /// Could go on at once.
    Ready,
    /// Asleep.
    Asleep,
}

impl Tone {
    /// All of them.
    pub const ALL: [Tone; 5] = [
        Tone::Io,
        Tone::Cpu,
        Tone::Waiting,
        Tone::Ready,
        Tone::Asleep,
    ];

    /// The tone of what somebody does.
    pub const fn of(doing: Doing) -> Tone {
        match doing {
            Doing::Simmer | Doing::Call | Doing::Connect | Doing::Fetch => Tone::Io,
            Doing::Chop => Tone::Cpu,
            Doing::Sleep => Tone::Asleep,
            Doing::Runnable | Doing::Running | Doing::NoCore => Tone::Ready,
            _ => Tone::Waiting,
        }
    }
}

/// A goroutine.
#[derive(Clone, Debug, PartialEq)]
pub struct Chef {
    /// Its number.
    pub g: u32,
    /// The middle of its feet.
    pub x: f64,
    /// The middle of its feet.
    pub y: f64,
    /// What it does, as a colour.
    pub tone: Tone,
    /// How far it is through that, from 0 to 1.
    pub progress: Option<f32>,
    /// The stove it has, from 0.
    pub stove: Option<u32>,
    /// What is told of the large ones.
    pub look: Option<Box<Look>>,
}

/// What is told of a chef that is drawn large.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Its name: `g42`.
    pub name: String,
    /// What it has in hand: `order 40`; or what it does, if it has nothing.
    pub task: String,
    /// It does nothing while others work.
    pub empty_handed: bool,
}

/// All chefs but main, who stands at the door, unless main has an order in hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Crowd {
    /// How much of them is drawn.
    pub detail: Detail,
    /// How tall a figure is, or how wide a dot's cell.
    pub size: f64,
    /// By place.
    pub chefs: Vec<Chef>,
}

/// A large figure's width beside its height, with its ring and the room around it.
const BROAD: f64 = 0.98;
/// The same for a small one, which has no ring.
const SLENDER: f64 = 0.76;
/// The room that labels need below a large figure, beside the figure's height.
const LABEL: f64 = 0.34;

/// Where the goroutines stand: a cell for each place, as large as the run's greatest crowd allows.
struct Cells {
    columns: u32,
    w: f64,
    h: f64,
    detail: Detail,
    size: f64,
}

impl Cells {
    fn new(places: u32, rect: Rect) -> Cells {
        let fit = |aspect: f64| {
            let most = places.max(1);
            let ideal = (f64::from(most) * rect.w / (rect.h * aspect).max(1.0)).sqrt();
            let candidates = [ideal.floor(), ideal.ceil(), ideal.ceil() + 1.0];
            let sizes = candidates.map(|columns| {
                let columns = columns.clamp(1.0, f64::from(most));
                let rows = (f64::from(most) / columns).ceil();
                (
                    (rect.h / rows).min(rect.w / columns / aspect),
                    columns as u32,
                    rows,
                )
            });
            sizes.into_iter().fold(
                sizes[0],
                |best, size| if size.0 > best.0 { size } else { best },
            )
        };
        let (height, columns, rows) = fit(BROAD / (1.0 + LABEL));
        if places <= 14 && height / (1.0 + LABEL) >= 44.0 {
            let size = (height / (1.0 + LABEL)).min(190.0);
            return Cells {
                columns,
                w: rect.w / f64::from(columns),
                h: rect.h / rows,
                detail: Detail::Large,
                size,
            };
        }
        let (height, columns, rows) = fit(SLENDER);
        if height >= 9.0 {
            let size = (height * 0.92).min(70.0);
            return Cells {
                columns,
                w: rect.w / f64::from(columns),
                h: rect.h / rows,
                detail: Detail::Small,
                size,
            };
        }
        let (size, columns, rows) = fit(1.0);
        Cells {
            columns,
            w: rect.w / f64::from(columns),
            h: rect.h / rows,
            detail: Detail::Dot,
            size,
        }
    }

    /// The middle of the feet of who stands at `place`.
    fn feet(&self, place: u32, rect: Rect) -> (f64, f64) {
        let (column, row) = (place % self.columns, place / self.columns);
        let x = rect.x + (f64::from(column) + 0.5) * self.w;
        let top = rect.y + f64::from(row) * self.h;
        match self.detail {
            Detail::Large => (x, top + (self.h + self.size * (1.0 - LABEL)) / 2.0),
            Detail::Small => (x, top + (self.h + self.size) / 2.0),
            Detail::Dot => (x, top + self.h / 2.0),
        }
    }
}

impl Crowd {
    /// `places` is the highest place of the whole run, so that nobody moves while others come and go.
    pub(super) fn new(state: &State, t: u64, places: u32, rect: Rect) -> Crowd {
        let main_cooks = main_cooks(state);
        // Main has place 0, and leaves it to nobody.
        let first = if main_cooks { 0 } else { 1 };
        let cells = Cells::new(places.saturating_sub(first).max(1), rect);
        let chefs = state
            .goroutines
            .figures()
            .filter(|figure| figure.id != 1 || main_cooks)
            .map(|figure| {
                let (x, y) = cells.feet(figure.place.saturating_sub(first), rect);
                let told = figure.whole.filter(|_| cells.detail != Detail::Dot);
                Chef {
                    g: figure.id,
                    x,
                    y,
                    tone: Tone::of(figure.doing),
                    progress: told.and_then(|goroutine| goroutine.progress(t)),
                    stove: told.and_then(|goroutine| goroutine.stove),
                    look: told
                        .filter(|_| cells.detail == Detail::Large)
                        .map(|goroutine| Box::new(look(goroutine))),
                }
            })
            .collect();
        Crowd {
            detail: cells.detail,
            size: cells.size,
            chefs,
        }
    }
}

/// Whether main itself has an order in hand: then it stands on the floor, not at the door.
pub(super) fn main_cooks(state: &State) -> bool {
    state
        .goroutines
        .get(1)
        .is_some_and(|main| main.order.is_some())
}

fn look(goroutine: &Goroutine) -> Look {
    let doing = match goroutine.status {
        Status::Runnable | Status::Running => "ready",
        Status::NoCore => "no core",
        Status::Send { .. } => "sending",
        Status::Receive { .. } => "receiving",
        Status::Select { .. } => "select",
        Status::Lock { .. } => "locked out",
        Status::ReadLock { .. } => "locked out",
        Status::WaitGroup { .. } => "wg.Wait()",
        Status::Cond { .. } => "cond.Wait()",
        Status::Semaphore { .. } => "semaphore",
        Status::Sleep { .. } => "asleep",
        Status::Chop { .. } => "chopping",
        Status::Stove => "no stove yet",
        Status::Supplier => "at the hatch",
        Status::Connection { .. } => "no connection yet",
        Status::BackOff { .. } => "backing off",
        Status::Call { .. } => "on the phone",
        Status::Connect { .. } => "connecting",
        Status::Simmer { .. } => "cooking",
        Status::Fetch { .. } => "on the way",
    };
    let name = if goroutine.id == 1 {
        "main".into()
    } else {
        format!("g{}", goroutine.id)
    };
    let task = goroutine
        .order
        .map_or_else(|| doing.to_owned(), |order| format!("order {order}"));
    Look {
        name,
        task,
        empty_handed: goroutine.order.is_none(),
    }
}
