//! States kept at intervals, so that any other is found in a few thousand events.

use super::encoding::{Cursor, Log};
use super::series::Columns;
use super::{Meta, Quantity, Series, State};
use std::sync::Arc;

/// Events between two keyframes at first.
const SPACING: usize = 2048;
/// All keyframes together stay within about this many bytes: where they would not, every second one goes.
const BUDGET: usize = 64 << 20;

#[derive(Clone, Debug)]
pub(super) struct Keyframe {
    pub(super) cursor: Cursor,
    pub(super) state: State,
    bytes: usize,
}

#[derive(Clone, Debug)]
pub(super) struct Keyframes {
    frames: Vec<Keyframe>,
    spacing: usize,
    bytes: usize,
    /// Where the next pass goes on.
    front: Option<(Cursor, State)>,
    columns: Columns,
    done: bool,
}

impl Default for Keyframes {
    fn default() -> Self {
        Keyframes {
            frames: Vec::new(),
            spacing: SPACING,
            bytes: 0,
            front: None,
            columns: Columns::default(),
            done: false,
        }
    }
}

impl Keyframes {
    /// The last keyframe with at most `n` events before it.
    pub(super) fn nearest(&self, n: usize) -> Option<&Keyframe> {
        let after = self
            .frames
            .partition_point(|frame| frame.cursor.index() <= n);
        self.frames.get(after.checked_sub(1)?)
    }

    /// The last keyframe that lies before `t`, so that all events at `t` come after it.
    pub(super) fn before(&self, t: u64) -> Option<&Keyframe> {
        let after = self.frames.partition_point(|frame| frame.state.t < t);
        self.frames.get(after.checked_sub(1)?)
    }

    /// Passes up to `events` further events; says whether the end is reached.
    pub(super) fn extend(&mut self, log: &Log, meta: &Arc<Meta>, events: usize) -> bool {
        if self.done {
            return true;
        }
        let (mut cursor, mut state) = self
            .front
            .take()
            .unwrap_or_else(|| (Cursor::default(), State::new(meta.clone())));
        for _ in 0..events {
            let Some(event) = cursor.next(log) else {
                self.columns.finish();
                self.front = Some((cursor, state));
                self.done = true;
                return true;
            };
            state.apply(event);
            self.columns.add(&state, log.len(), log.end());
            // A copy costs as many events as there are goroutines to copy.
            if cursor.index() % self.spacing == 0
                && cursor.index() - self.last_index() >= 2 * state.goroutines.len()
            {
                self.keep(&cursor, &state);
            }
        }
        self.front = Some((cursor, state));
        false
    }

    pub(super) fn series(&self, quantity: Quantity) -> Series {
        if self.done {
            self.columns.series(quantity)
        } else {
            Series::default()
        }
    }

    pub(super) fn last_state(&self) -> Option<&State> {
        self.front
            .as_ref()
            .filter(|_| self.done)
            .map(|(_, state)| state)
    }

    fn last_index(&self) -> usize {
        self.frames.last().map_or(0, |frame| frame.cursor.index())
    }

    fn keep(&mut self, cursor: &Cursor, state: &State) {
        let bytes = size_of::<Keyframe>() + state.own_bytes();
        self.frames.push(Keyframe {
            cursor: cursor.clone(),
            state: state.clone(),
            bytes,
        });
        self.bytes += bytes;
        while self.bytes > BUDGET && self.frames.len() > 2 {
            self.spacing *= 2;
            let spacing = self.spacing;
            self.frames
                .retain(|frame| frame.cursor.index() % spacing == 0);
            self.bytes = self.frames.iter().map(|frame| frame.bytes).sum();
        }
    }
}
