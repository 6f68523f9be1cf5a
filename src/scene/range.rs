//! The range: stoves are database connections. Beside it the supplier's hatch.

use super::{Crowd, Rect};
use crate::trace::state::{State, Stove};
use crate::trace::text::grouped;

/// What a burner shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Burner {
    /// Free.
    Free,
    /// Somebody is connecting.
    Connecting,
    /// Somebody has it.
    Lit,
    /// Kept for superusers.
    Reserved,
    /// Taken by the rest of the application.
    Others,
}

/// The range.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// Where it is.
    pub rect: Rect,
    /// Burners side by side.
    pub columns: u32,
    /// The distance from one row to the next, by which a burner is measured.
    pub pitch: f64,
    /// The distance from one to the next in a row; as much as `pitch` or more.
    pub across: f64,
    /// All stoves, ours first, then those of others and the reserved ones.
    pub burners: Vec<Burner>,
    /// How many are ours.
    pub caption: String,
    /// The error of the order that failed last.
    pub error: Option<String>,
}

/// The most burners that are drawn; more connections than that can't be told apart.
const MOST: usize = 20_000;

impl Range {
    /// In the given place; its height is what it needs, up to `most`.
    pub(super) fn new(
        state: &State,
        place: Rect,
        most: f64,
        unit: f64,
        error: Option<String>,
    ) -> Range {
        let meta = &state.meta;
        let reserved = meta.stoves_reserved.min(meta.stoves);
        let others = meta.stoves_others.min(meta.stoves - reserved);
        let ours = meta.stoves - reserved - others;
        let mut burners: Vec<Burner> = (0..meta.stoves as usize)
            .take(MOST)
            .map(|i| match state.stoves.get(i) {
                Some(Stove::Lit { .. }) => Burner::Lit,
                Some(Stove::Connecting { .. }) => Burner::Connecting,
                _ if i < ours as usize => Burner::Free,
                _ if i < (ours + others) as usize => Burner::Others,
                _ => Burner::Reserved,
            })
            .collect();
        // The rest of the application holds its slots from the start, so ours end before them.
        let from = ours as usize;
        if others > 0 && from < burners.len() {
            let taken: Vec<Burner> = burners.split_off(from);
            let connecting = taken
                .iter()
                .filter(|burner| matches!(burner, Burner::Lit | Burner::Connecting))
                .count();
            burners.extend((0..others).map(|_| Burner::Others));
            burners.extend((0..reserved).map(|i| {
                if (i as usize) < connecting {
                    Burner::Connecting
                } else {
                    Burner::Reserved
                }
            }));
            burners.truncate(MOST);
        }
        let inset = 6.0 * unit;
        let (w, h) = (place.w - 2.0 * inset, most - 2.0 * inset);
        let count = burners.len().max(1) as f64;
        let (rows, columns, pitch) = rows_for(count, w, h, 26.0 * unit);
        let across = (w / columns).min(1.7 * pitch);
        let rect = Rect {
            h: rows * pitch + 2.0 * inset,
            ..place
        };
        let mut caption = format!(
            "{} {} for you",
            grouped(u64::from(ours)),
            if ours == 1 { "stove" } else { "stoves" }
        );
        if others > 0 {
            caption += &format!(", {} taken by others", grouped(u64::from(others)));
        }
        if reserved > 0 {
            caption += &format!(", {} reserved", grouped(u64::from(reserved)));
        }
        Range {
            rect,
            columns: columns as u32,
            pitch,
            across,
            burners,
            caption,
            error,
        }
    }

    /// The middle of burner `i`.
    pub fn burner(&self, i: usize) -> (f64, f64) {
        let (column, row) = (i % self.columns as usize, i / self.columns as usize);
        let rows = self.burners.len().div_ceil(self.columns as usize) as f64;
        let left = self.rect.x + (self.rect.w - f64::from(self.columns) * self.across) / 2.0;
        let top = self.rect.y + (self.rect.h - rows * self.pitch) / 2.0;
        (
            left + (column as f64 + 0.5) * self.across,
            top + (row as f64 + 0.5) * self.pitch,
        )
    }
}

/// In how many rows and columns burners stand, and how far apart: as few rows as there can be without much smaller burners.
fn rows_for(count: f64, w: f64, h: f64, most: f64) -> (f64, f64, f64) {
    let pitch = |rows: f64| (w / (count / rows).ceil()).min(h / rows).min(most);
    let mut best = 1.0;
    let mut rows = 1.0;
    // Another row no longer helps once the height alone makes burners smaller.
    while rows < count && h / (rows + 1.0) > 1.2 * pitch(best) {
        rows += 1.0;
        if pitch(rows) > 1.2 * pitch(best) {
            best = rows;
        }
    }
    (best, (count / best).ceil().max(1.0), pitch(best).max(1.0))
}

/// From a stove to the chef who has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thread {
    /// The stove.
    pub from: (f64, f64),
    /// The chef's hat.
    pub to: (f64, f64),
}

/// Who has which stove, while they are few enough to follow.
pub(super) fn threads(range: &Range, crowd: &Crowd) -> Vec<Thread> {
    const FEW: usize = 20;
    let mut threads = Vec::new();
    if crowd.size < 18.0 || crowd.chefs.len() > FEW {
        return threads;
    }
    for chef in &crowd.chefs {
        if let Some(stove) = chef
            .stove
            .filter(|stove| (*stove as usize) < range.burners.len())
        {
            threads.push(Thread {
                from: range.burner(stove as usize),
                to: (chef.x, chef.y - crowd.size * 1.0),
            });
        }
    }
    threads
}

/// The supplier's hatch: a rate-limited API.
#[derive(Clone, Debug, PartialEq)]
pub struct Hatch {
    /// Where it is.
    pub rect: Rect,
    /// Calls under way.
    pub in_flight: u64,
    /// How many there may be; 0 is no limit.
    pub limit: u64,
    /// Calls refused so far.
    pub refused: u64,
    /// Its limits in words.
    pub caption: String,
}

impl Hatch {
    pub(super) fn new(state: &State, rect: Rect) -> Hatch {
        let meta = &state.meta;
        let caption = match (meta.api_in_flight, meta.api_per_s > 0.0) {
            (0, false) => "the supplier (API)".into(),
            (0, true) => format!("{} calls a second", meta.api_per_s),
            (most, false) => format!("{} calls at once", grouped(most)),
            (most, true) => format!("{} at once, {} a second", grouped(most), meta.api_per_s),
        };
        Hatch {
            rect,
            in_flight: state.supplier.in_flight,
            limit: meta.api_in_flight,
            refused: state.supplier.refused,
            caption,
        }
    }
}
