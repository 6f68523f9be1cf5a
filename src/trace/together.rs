//! Several runs on one clock.
//!
//! Takes recorded runs; gives the moments that they have together. Each run does the next thing of an instant when the
//! others do theirs, so that what begins together is seen to begin together; a run that has ended stays at its end.

use super::Trace;
use super::pace::{Moment, Times};

/// The moments of several runs on one clock. A step moves on, by one event, every run that has one left in the instant.
#[derive(Clone, Debug)]
pub struct Together {
    /// The instants at which anything happens.
    ticks: Vec<Tick>,
    /// For each instant, how many events each run had before it; and once more after the last.
    before: Vec<u32>,
    /// When each run ends.
    ends: Vec<u64>,
}

#[derive(Clone, Copy, Debug)]
struct Tick {
    t: u64,
    /// How many steps there were before it.
    first: usize,
}

impl Together {
    /// The runs' moments, merged.
    pub fn new(traces: &[&Trace]) -> Together {
        let times = traces
            .iter()
            .map(|trace| trace.events_from(0).map(|event| event.t));
        Together::merge(times.collect())
    }

    fn merge<I: Iterator<Item = u64>>(runs: Vec<I>) -> Together {
        let mut together = Together {
            ticks: Vec::new(),
            before: Vec::new(),
            ends: vec![0; runs.len()],
        };
        let mut left: Vec<_> = runs.into_iter().map(Iterator::peekable).collect();
        let mut counts = vec![0_u32; left.len()];
        let mut steps = 0;
        while let Some(t) = left.iter_mut().filter_map(|run| run.peek().copied()).min() {
            together.ticks.push(Tick { t, first: steps });
            together.before.extend(&counts);
            let mut most = 0;
            for (i, run) in left.iter_mut().enumerate() {
                let mut here = 0;
                while run.next_if_eq(&t).is_some() {
                    here += 1;
                    together.ends[i] = t;
                }
                counts[i] += here;
                most = most.max(here);
            }
            steps += most as usize;
        }
        together.before.extend(&counts);
        // The end, as one more instant: it has no steps of its own.
        together.ticks.push(Tick {
            t: together.ticks.last().map_or(0, |tick| tick.t),
            first: steps,
        });
        together
    }

    /// Where each run is at that moment, in their order.
    pub fn moments(&self, moment: Moment) -> Vec<Moment> {
        let (tick, within) = self.place(moment.event);
        let runs = self.ends.len();
        let Some(tick) = tick else {
            return vec![Moment::default(); runs];
        };
        let row = |tick: usize| &self.before[tick * runs..(tick + 1) * runs];
        let at = |i: usize| Moment {
            event: (row(tick)[i] as usize + within).min(row(tick + 1)[i] as usize),
            t: moment.t.min(self.ends[i]),
        };
        (0..runs).map(at).collect()
    }

    /// The instant of the step, and how many steps into it; none before the first step.
    fn place(&self, step: usize) -> (Option<usize>, usize) {
        let last = self.ticks.len() - 1;
        // The last instant that begins before the step.
        let tick = self.ticks[..last].partition_point(|tick| tick.first < step);
        match tick.checked_sub(1) {
            Some(tick) => (Some(tick), step - self.ticks[tick].first),
            None => (None, 0),
        }
    }
}

impl Times for Together {
    fn moments(&self) -> usize {
        self.ticks.last().map_or(0, |end| end.first) + 1
    }

    fn time_of(&self, event: usize) -> u64 {
        self.place(event).0.map_or(0, |tick| self.ticks[tick].t)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::pace;

    fn together(runs: &[&[u64]]) -> Together {
        Together::merge(runs.iter().map(|run| run.iter().copied()).collect())
    }

    fn events(together: &Together, step: usize) -> Vec<usize> {
        let moment = Moment {
            event: step,
            t: together.time_of(step),
        };
        let all = together.moments(moment);
        all.into_iter().map(|moment| moment.event).collect()
    }

    #[test]
    fn what_happens_at_one_instant_happens_side_by_side() {
        let both = together(&[&[0, 0, 0, 7], &[0, 5, 5, 5, 5]]);
        assert_eq!(Times::moments(&both), 1 + 3 + 4 + 1);
        let seen: Vec<Vec<usize>> = (0..9).map(|step| events(&both, step)).collect();
        let wanted: [[usize; 2]; 9] = [
            [0, 0],
            [1, 1],
            [2, 1],
            [3, 1],
            [3, 2],
            [3, 3],
            [3, 4],
            [3, 5],
            [4, 5],
        ];
        assert_eq!(seen, wanted);
        let times: Vec<u64> = (0..9).map(|step| both.time_of(step)).collect();
        assert_eq!(times, [0, 0, 0, 0, 5, 5, 5, 5, 7]);
    }

    #[test]
    fn one_run_on_the_clock_is_that_run() {
        let times: &[u64] = &[0, 0, 3, 3, 9];
        let alone = together(&[times]);
        for step in 0..=times.len() {
            assert_eq!(events(&alone, step), [step]);
        }
        assert_eq!(pace::moment(&alone, 1.0), Moment { event: 5, t: 9 });
    }

    #[test]
    fn no_run_goes_back_while_the_clock_goes_on() {
        let three = together(&[&[0, 2, 2, 40], &[0, 0, 0, 0, 1, 2], &[]]);
        let mut last = vec![0; 3];
        for frame in 0..=1000 {
            let moment = pace::moment(&three, f64::from(frame) / 1000.0);
            let now: Vec<usize> = three.moments(moment).iter().map(|m| m.event).collect();
            assert!(
                last.iter().zip(&now).all(|(a, b)| a <= b),
                "{last:?} {now:?}"
            );
            last = now;
        }
        assert_eq!(last, [4, 6, 0]);
    }

    #[test]
    fn nothing_at_all_has_one_moment() {
        assert_eq!(Times::moments(&together(&[])), 1);
        assert_eq!(together(&[]).moments(Moment::default()), []);
    }
}
