//! The kitchen, put together: what goes where.

use super::floor::{Crowd, Floor};
use super::range::{self, Hatch, Range};
use super::side::Pass;
use super::{Kitchen, Rect, Scale};
use crate::trace::text::grouped;
use crate::trace::{State, Trace, World};

/// The rail with the orders that wait.
#[derive(Clone, Debug, PartialEq)]
pub struct Rail {
    /// Where it is; the tickets hang below its upper edge.
    pub rect: Rect,
    /// The first tickets, as many as there is room for.
    pub tickets: Vec<Ticket>,
    /// A ticket's width.
    pub ticket: f64,
    /// What isn't seen: how many more there are.
    pub caption: String,
}

/// An order that waits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ticket {
    /// Its number.
    pub order: u64,
    /// Its middle.
    pub x: f64,
}

/// The knives at the chopping board: cores.
#[derive(Clone, Debug, PartialEq)]
pub struct Knives {
    /// Where they are.
    pub rect: Rect,
    /// How many there are.
    pub cores: u32,
    /// How many are in use.
    pub busy: u32,
}

pub(super) fn at(
    trace: &Trace,
    state: &State,
    t: u64,
    (width, height): (f64, f64),
    unit: f64,
    scale: Scale,
) -> Kitchen {
    let last = trace.last_state().unwrap_or(state);
    let cooks = state.meta.world == World::Kitchen;
    let margin = super::margin(unit);
    let panel = super::panel((width, height), unit);
    let left = Rect {
        x: margin,
        y: margin * 0.7,
        w: panel.x - margin * 1.6,
        h: panel.h,
    };

    let mut y = left.y;
    let rail = cooks.then(|| {
        Rail::new(
            state,
            Rect {
                h: 40.0 * unit,
                y,
                ..left
            },
            unit,
        )
    });
    if let Some(rail) = &rail {
        y = rail.rect.bottom() + 6.0 * unit;
    }
    let has_hatch = cooks && (last.supplier.calls + last.supplier.refused > 0) && limited(state);
    let has_knives = last.chops > 0;
    let fixture = 118.0 * unit;
    let fixtures = f64::from(u8::from(has_hatch) + u8::from(has_knives)) * (fixture + 8.0 * unit);
    let error = state
        .failed
        .map(|failed| trace.text(failed.error).to_owned());
    let range = (cooks && state.meta.stoves > 0).then(|| {
        Range::new(
            state,
            Rect {
                y,
                w: left.w - fixtures,
                ..left
            },
            (72.0 * unit).max(height * 0.15),
            unit,
            error,
        )
    });
    let row = range
        .as_ref()
        .map_or(if fixtures > 0.0 { 52.0 * unit } else { 0.0 }, |range| {
            range.rect.h
        });
    let hatch_rect = Rect {
        x: left.right() - fixture,
        y,
        w: fixture,
        h: row,
    };
    let hatch = has_hatch.then(|| Hatch::new(state, hatch_rect));
    let knives_rect = if has_hatch {
        Rect {
            x: hatch_rect.x - fixture - 8.0 * unit,
            ..hatch_rect
        }
    } else {
        hatch_rect
    };
    let knives = has_knives.then(|| Knives {
        rect: knives_rect,
        cores: state.meta.cores,
        busy: state.cores().min(state.meta.cores),
    });
    if row > 0.0 {
        y += row + (17.0 * unit).max(15.0);
    }

    let floor = Floor::new(
        state,
        Rect {
            y,
            h: (left.bottom() - y).max(20.0),
            ..left
        },
    );
    let inner = Rect {
        x: floor.rect.x + 4.0 * unit,
        y: floor.rect.y + 4.0 * unit,
        w: floor.rect.w - 8.0 * unit,
        // The caption has the last strip to itself.
        h: floor.rect.h - 6.0 * unit - (18.0 * unit).max(14.0),
    };
    let crowd = Crowd::new(state, t, last.places.max(scale.places), inner);
    let threads = range
        .as_ref()
        .map(|range| range::threads(range, &crowd))
        .unwrap_or_default();
    Kitchen {
        rail,
        range,
        hatch,
        knives,
        floor,
        crowd,
        threads,
        pass: Pass::new(trace, state, panel, unit),
    }
}

fn limited(state: &State) -> bool {
    state.meta.api_in_flight > 0 || state.meta.api_per_s > 0.0 || state.supplier.in_flight > 0
}

impl Rail {
    fn new(state: &State, rect: Rect, unit: f64) -> Rail {
        let ticket = (15.0 * unit).max(9.0);
        let pitch = ticket * 1.36;
        // The caption keeps its place at the right.
        let room = ((rect.w - (140.0 * unit).max(92.0)) / pitch)
            .floor()
            .max(1.0) as usize;
        let waiting = state
            .untaken()
            .saturating_sub(state.meta.tasks.saturating_sub(state.arrived));
        let tickets: Vec<Ticket> = state
            .rail(room)
            .into_iter()
            .enumerate()
            .map(|(i, order)| Ticket {
                order,
                x: rect.x + 6.0 * unit + (i as f64 + 0.5) * pitch,
            })
            .collect();
        let more = waiting - (tickets.len() as u64).min(waiting);
        let coming = state.meta.tasks - state.arrived.min(state.meta.tasks);
        let caption = if state.ended.is_some() && waiting > 0 {
            format!("{} nobody took", grouped(waiting))
        } else if more > 0 {
            format!("+ {} on the rail", grouped(more))
        } else if coming > 0 {
            format!("{} still to come", grouped(coming))
        } else if waiting == 0 && state.meta.tasks > 0 {
            "the rail is empty".into()
        } else {
            String::new()
        };
        Rail {
            rect,
            tickets,
            ticket,
            caption,
        }
    }
}
