//! Quantities over time, for charts: the least and the most in each of a number of equal parts of the run.

use super::State;

/// The columns that are kept; a chart of fewer merges them.
const COLUMNS: usize = 960;

/// What can be charted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Orders in flight.
    InFlight,
    /// Memory used, in bytes.
    Memory,
    /// Stoves in use.
    Stoves,
    /// Goroutines alive.
    Goroutines,
    /// Cores in use.
    Cores,
}

const QUANTITIES: usize = Quantity::Cores as usize + 1;

/// A quantity over time. A run that takes no time is charted over its events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    columns: Vec<(u64, u64)>,
}

impl Series {
    /// The least and the most in each of `columns` equal parts of the run; none before the run is indexed.
    pub fn columns(&self, columns: usize) -> Vec<(u64, u64)> {
        let kept = self.columns.len();
        if kept == 0 {
            return Vec::new();
        }
        (0..columns)
            .map(|i| {
                let from = i * kept / columns;
                let to = ((i + 1) * kept / columns).max(from + 1).min(kept);
                let part = &self.columns[from..to];
                let least = part.iter().map(|column| column.0).min().unwrap_or(0);
                let most = part.iter().map(|column| column.1).max().unwrap_or(0);
                (least, most)
            })
            .collect()
    }

    /// The most there ever was.
    pub fn most(&self) -> u64 {
        self.columns
            .iter()
            .map(|column| column.1)
            .max()
            .unwrap_or(0)
    }
}

/// All series, while they are gathered.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    columns: [Vec<(u64, u64)>; QUANTITIES],
    now: [u64; QUANTITIES],
    /// Where the next column begins.
    next: u64,
}

impl Columns {
    /// Takes in the state after an event, of a run of `events` events and `end` ns.
    pub(super) fn add(&mut self, state: &State, events: usize, end: u64) {
        let now = [
            state.counts.in_flight,
            state.memory.used(),
            u64::from(state.stoves_in_use),
            state.goroutines.len() as u64,
            u64::from(state.cores()),
        ];
        // Most events fall into the column of the one before.
        let at = if end > 0 { state.t } else { state.n as u64 };
        if at >= self.next {
            let whole = u128::from(if end > 0 { end } else { events.max(1) as u64 });
            let last = COLUMNS as u128 - 1;
            let column = (u128::from(at) * last / whole).min(last);
            self.next = ((column + 1) * whole).div_ceil(last) as u64;
            self.fill(column as usize);
        }
        for (columns, now) in self.columns.iter_mut().zip(now) {
            if let Some((least, most)) = columns.last_mut() {
                *least = (*least).min(now);
                *most = (*most).max(now);
            }
        }
        self.now = now;
    }

    /// Nothing more comes.
    pub(super) fn finish(&mut self) {
        self.fill(COLUMNS - 1);
    }

    pub(super) fn series(&self, quantity: Quantity) -> Series {
        Series {
            columns: self.columns[quantity as usize].clone(),
        }
    }

    /// Up to and with `column`, nothing has changed.
    fn fill(&mut self, column: usize) {
        for (columns, now) in self.columns.iter_mut().zip(self.now) {
            while columns.len() <= column {
                columns.push((now, now));
            }
        }
    }
}
