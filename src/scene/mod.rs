//! What to draw at a moment: plain data in the words of the kitchen and the library.
//!
//! Takes a trace, a state of it and a time; gives positions in abstract units (one is a CSS pixel) for a given size.
//! Pure: the same moment at the same size is the same scene. It doesn't know colours, pens or browsers. Each thing drawn
//! stands for one quantity of the run; the table of what stands for what is in the design's "The two worlds".

mod ending;
mod floor;
mod kitchen;
mod library;
mod range;
mod side;
mod who;

pub use ending::Ending;
pub use floor::{Chef, Crowd, Detail, Floor, Look, Tone};
pub use kitchen::{Knives, Rail, Ticket};
pub use library::{
    Bell, Cards, Clock, Desk, Errand, LETTERS, Library, Names, Results, Ring, Shelf, Slot, Student,
};
pub use range::{Burner, Hatch, Range, Thread};
pub use side::{Board, HeadChef, Pass, Post, Spike};

use crate::trace::{State, Trace, World};

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Rect {
    /// Its right edge.
    pub fn right(&self) -> f64 {
        self.x + self.w
    }

    /// Its lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.h
    }
}

/// The room to the edge of a picture.
fn margin(unit: f64) -> f64 {
    (18.0 * unit).max(8.0)
}

/// Where the panel at the right stands: in the same place in both worlds.
fn panel((width, height): (f64, f64), unit: f64) -> Rect {
    let margin = margin(unit);
    let w = (168.0 * unit).max(92.0).min(width * 0.3);
    Rect {
        x: width - margin - w,
        y: margin * 0.7,
        w,
        h: height - margin * 1.6,
    }
}

/// All that is drawn at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The size for which it was laid out.
    pub width: f64,
    /// The size for which it was laid out.
    pub height: f64,
    /// How large things are beside a stage 900 wide: the factor for type and lines.
    pub unit: f64,
    /// The picture.
    pub picture: Picture,
    /// How the run ended, once it has and if that shows.
    pub ending: Option<Ending>,
}

/// One of the two worlds.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    /// The kitchen; also for programs that import neither package: their goroutines are chefs without orders.
    Kitchen(Box<Kitchen>),
    /// The library.
    Library(Box<Library>),
}

/// The kitchen.
#[derive(Clone, Debug, PartialEq)]
pub struct Kitchen {
    /// The orders that wait.
    pub rail: Option<Rail>,
    /// The stoves.
    pub range: Option<Range>,
    /// The supplier's hatch, where calls have a limit or were made.
    pub hatch: Option<Hatch>,
    /// The knives, where orders use cores.
    pub knives: Option<Knives>,
    /// The floor.
    pub floor: Floor,
    /// Who stands on it.
    pub crowd: Crowd,
    /// Who has which stove, while they are few enough to follow.
    pub threads: Vec<Thread>,
    /// Beside the kitchen: what is done, what failed, who counts.
    pub pass: Pass,
}

/// How large things are drawn: as large as all the runs allow that are looked at side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scale {
    /// The most goroutines that ever have a place at once.
    places: u32,
    /// The latest end, in ns.
    end: u64,
}

impl Scale {
    /// The scale that fits all of these runs.
    pub fn of(traces: &[&Trace]) -> Scale {
        let places = |trace: &&Trace| trace.last_state().map_or(0, |last| last.places);
        Scale {
            places: traces.iter().map(places).max().unwrap_or(0),
            end: traces.iter().map(|trace| trace.end()).max().unwrap_or(0),
        }
    }
}

/// The scene of `state`, at `t` ns: at or after the state's own time, and before the next event.
pub fn at(trace: &Trace, state: &State, t: u64, width: f64, height: f64) -> Scene {
    on_scale(trace, state, t, (width, height), Scale::of(&[trace]))
}

/// The same, on a scale that other runs share.
pub fn on_scale(
    trace: &Trace,
    state: &State,
    t: u64,
    (width, height): (f64, f64),
    scale: Scale,
) -> Scene {
    let width = width.clamp(120.0, 10_000.0);
    let height = height.clamp(90.0, 10_000.0);
    let unit = (width / 900.0).min(height / 430.0).clamp(0.5, 1.6);
    let picture = match state.meta.world {
        World::Library => Picture::Library(Box::new(library::at(
            trace,
            state,
            t,
            (width, height),
            unit,
            scale,
        ))),
        World::Kitchen | World::None => Picture::Kitchen(Box::new(kitchen::at(
            trace,
            state,
            t,
            (width, height),
            unit,
            scale,
        ))),
    };
    Scene {
        width,
        height,
        unit,
        picture,
        ending: ending::of(trace, state),
    }
}
