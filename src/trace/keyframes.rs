//! States kept at intervals, and places among the events, so that any state is found in a few thousand events.
//!
//! Made after the run, in one pass or piece by piece: not while recording.

use super::encoding::{Cursor, Log};
use super::goroutines::Cast;
use super::series::Columns;
use super::{Meta, Quantity, Series, State};
use std::sync::Arc;

/// Events between two marks, and between two keyframes of a small state; keyframes lie at marks.
const SPACING: usize = 2048;
/// All keyframes together stay within about so many bytes: where they would not, every second one goes. While it ran, the
/// machine had some 350 bytes for each goroutine of a crowd, which are free by then.
fn budget(cast: &Cast) -> usize {
    (96 << 20) + 200 * cast.most_alive as usize
}

#[derive(Clone, Debug)]
pub(super) struct Keyframe {
    pub(super) cursor: Arc<Cursor>,
    pub(super) state: State,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Keyframes {
    frames: Vec<Keyframe>,
    /// Every [`SPACING`] events, the first after none.
    marks: Vec<Arc<Cursor>>,
    /// How many events there are between two keyframes at least.
    spacing: usize,
    bytes: usize,
    /// Where the next pass goes on.
    front: Option<(Cursor, State)>,
    columns: Columns,
    done: bool,
}

impl Keyframes {
    /// The last keyframe with at most `n` events before it.
    pub(super) fn nearest(&self, n: usize) -> Option<&Keyframe> {
        let after = self
            .frames
            .partition_point(|frame| frame.cursor.index() <= n);
        self.frames.get(after.checked_sub(1)?)
    }

    /// The last keyframe that lies at `t` or before.
    pub(super) fn nearest_in_time(&self, t: u64) -> Option<&Keyframe> {
        let after = self.frames.partition_point(|frame| frame.state.t <= t);
        self.frames.get(after.checked_sub(1)?)
    }

    /// The last mark with at most `n` events before it.
    pub(super) fn mark(&self, n: usize) -> Option<&Cursor> {
        let mark = self.marks.get(n / SPACING).or(self.marks.last());
        mark.map(|mark| &**mark)
    }

    /// The last mark that lies before `t`, so that all events at `t` come after it.
    pub(super) fn mark_before(&self, t: u64) -> Option<&Cursor> {
        let after = self.marks.partition_point(|mark| mark.time() < t);
        Some(self.marks.get(after.checked_sub(1)?)?)
    }

    /// Passes up to `events` further events; says whether the end is reached.
    pub(super) fn extend(
        &mut self,
        log: &Log,
        meta: &Arc<Meta>,
        cast: &Arc<Cast>,
        events: usize,
    ) -> bool {
        if self.done {
            return true;
        }
        let (mut cursor, mut state) = self
            .front
            .take()
            .unwrap_or_else(|| (Cursor::default(), State::new(meta.clone(), cast.clone())));
        // Of a crowd a keyframe takes a byte a goroutine, and an eighth of that beside: so many fit.
        let fit = budget(cast) / (cast.most_alive as usize * 9 / 8 + 1);
        let spacing = SPACING.max(log.len() / fit.max(1));
        for _ in 0..events {
            if cursor.index() == self.marks.len() * SPACING {
                let mark = Arc::new(cursor.clone());
                if cursor.index() - self.last_index() >= self.spacing.max(spacing) {
                    self.keep(&mark, &state, budget(cast));
                }
                self.marks.push(mark);
            }
            let Some(event) = cursor.next(log) else {
                self.columns.finish();
                self.front = Some((cursor, state));
                self.done = true;
                return true;
            };
            state.apply(event);
            self.columns.add(&state, log.len(), log.end());
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

    /// The bytes that keyframes and marks take.
    pub(super) fn bytes(&self) -> usize {
        self.bytes + self.marks.len() * size_of::<Cursor>()
    }

    fn last_index(&self) -> usize {
        self.frames.last().map_or(0, |frame| frame.cursor.index())
    }

    fn keep(&mut self, mark: &Arc<Cursor>, state: &State, budget: usize) {
        let before = self.frames.last().map(|frame| &frame.state);
        self.bytes += state.bytes_beside(before);
        self.frames.push(Keyframe {
            cursor: Arc::clone(mark),
            state: state.clone(),
        });
        while self.bytes > budget && self.frames.len() > 2 {
            self.thin();
        }
    }

    /// Every second keyframe goes.
    fn thin(&mut self) {
        self.spacing = 2 * self.spacing.max(SPACING);
        let mut keep = false;
        self.frames.retain(|_| {
            keep = !keep;
            !keep
        });
        let mut before = None;
        self.bytes = 0;
        for frame in &self.frames {
            self.bytes += frame.state.bytes_beside(before);
            before = Some(&frame.state);
        }
    }
}
