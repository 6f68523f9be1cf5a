//! What is set for a later time, in a radix heap: time never goes back, and equal times come out in the order set.

use std::collections::VecDeque;

/// So few in a bucket are looked through, rather than spread over the buckets below.
const FEW: usize = 16;

/// A radix heap of things due at a time.
#[derive(Clone, Debug)]
pub struct Timers<T> {
    /// Bucket `b > 0` holds the times whose highest bit that differs from `base` is bit `b - 1`; bucket 0 those equal to it.
    /// Within a bucket equal times stand in the order set.
    buckets: Vec<VecDeque<(u64, T)>>,
    /// Bit `b - 1` for each bucket `b > 0` in which there is anything.
    filled: u64,
    /// No time is before it.
    base: u64,
    /// No time is before this either.
    soonest: u64,
    /// The last time taken out.
    last: u64,
}

impl<T> Default for Timers<T> {
    fn default() -> Self {
        Timers {
            buckets: (0..65).map(|_| VecDeque::new()).collect(),
            filled: 0,
            base: 0,
            soonest: u64::MAX,
            last: 0,
        }
    }
}

impl<T> Timers<T> {
    /// Sets something for a time, or for the last one taken out if that is later.
    pub fn push(&mut self, time: u64, what: T) {
        let time = time.max(self.last);
        self.soonest = self.soonest.min(time);
        self.put(time, what);
    }

    #[inline]
    fn put(&mut self, time: u64, what: T) {
        let bucket = (u64::BITS - (time ^ self.base).leading_zeros()) as usize;
        if bucket > 0 {
            self.filled |= 1 << (bucket - 1);
        }
        self.buckets[bucket].push_back((time, what));
    }

    /// Takes out what is due first, if that is at `until` or before.
    pub fn pop_until(&mut self, until: u64) -> Option<(u64, T)> {
        if self.soonest > until {
            return None;
        }
        while self.buckets[0].is_empty() {
            if self.filled == 0 {
                self.soonest = u64::MAX;
                return None;
            }
            let first = self.filled.trailing_zeros() as usize + 1;
            if self.buckets[first].len() <= FEW {
                return self.pick(first, until);
            }
            // Whatever is set from now on may still lie before the soonest of these.
            let soonest = self.buckets[first].iter().map(|timer| timer.0).min()?;
            if soonest > until {
                self.soonest = soonest;
                return None;
            }
            self.spread(first, soonest);
        }
        self.soonest = self.base;
        self.last = self.base;
        self.buckets[0].pop_front()
    }

    /// Takes the soonest out of the few in a bucket, below which there is nothing, if that is at `until` or before.
    fn pick(&mut self, bucket: usize, until: u64) -> Option<(u64, T)> {
        let few = &mut self.buckets[bucket];
        let (mut at, mut soonest, mut second) = (0, u64::MAX, u64::MAX);
        for (index, &(time, _)) in few.iter().enumerate() {
            if time < soonest || index == 0 {
                (at, second, soonest) = (index, soonest, time);
            } else {
                second = second.min(time);
            }
        }
        if soonest > until {
            self.soonest = soonest;
            return None;
        }
        self.last = soonest;
        let found = few.remove(at);
        if few.is_empty() {
            self.filled &= !(1 << (bucket - 1));
            // What comes next lies in another bucket: it isn't known when.
            second = soonest;
        }
        self.soonest = second;
        found
    }

    /// Spreads a bucket, below which there is nothing and whose soonest is taken out next, over those below.
    fn spread(&mut self, bucket: usize, soonest: u64) {
        self.base = soonest;
        self.filled &= !(1 << (bucket - 1));
        let mut moved = std::mem::take(&mut self.buckets[bucket]);
        for (time, what) in moved.drain(..) {
            self.put(time, what);
        }
        if moved.capacity() <= 1024 {
            self.buckets[bucket] = moved;
        }
    }

    /// Takes out what is due first.
    pub fn pop(&mut self) -> Option<(u64, T)> {
        self.pop_until(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::Timers;

    #[test]
    fn times_come_in_order_and_equal_times_as_set() {
        let mut timers = Timers::default();
        let mut number = 1_u64;
        let mut expected = Vec::new();
        for index in 0..2000 {
            number = number.wrapping_mul(6364136223846793005).wrapping_add(1);
            let time = number >> 58;
            timers.push(time, index);
            expected.push((time, index));
        }
        expected.sort();
        let (first, rest) = expected.split_at(700);
        assert!(first.iter().all(|&next| timers.pop() == Some(next)));
        let now = first[699].0;
        let mut rest = rest.to_vec();
        for index in 2000..2100 {
            timers.push(now + index % 7, index);
            rest.push((now + index % 7, index));
        }
        rest.sort();
        assert!(rest.iter().all(|&next| timers.pop() == Some(next)));
        assert_eq!(timers.pop(), None);
    }

    #[test]
    fn few_or_many_they_come_as_from_a_sorted_list() {
        let mut number = 7_u64;
        let mut draw = |below: u64| {
            number = number.wrapping_mul(6364136223846793005).wrapping_add(1);
            ((u128::from(number) * u128::from(below)) >> 64) as u64
        };
        for crowd in [3, 20, 60, 500] {
            let mut timers = Timers::default();
            let mut list = std::collections::BTreeSet::new();
            let mut now = 0;
            for index in 0..5000 {
                while list.len() < crowd - draw(2) as usize {
                    let bits = draw(24);
                    // Also after a time was waited for in vain.
                    let time = now + draw(1 << bits);
                    timers.push(time, (index, list.len()));
                    list.insert((time, (index, list.len())));
                }
                let until = if draw(3) == 0 { now } else { u64::MAX };
                let expected = list.first().copied().filter(|first| first.0 <= until);
                assert_eq!(timers.pop_until(until), expected, "{crowd} {index}");
                if let Some(first) = expected {
                    now = first.0;
                    list.remove(&first);
                }
            }
        }
    }

    #[test]
    fn nothing_is_taken_before_its_time() {
        let mut timers = Timers::default();
        timers.push(10, 'a');
        assert_eq!(timers.pop_until(9), None);
        timers.push(5, 'b');
        assert_eq!(timers.pop_until(9), Some((5, 'b')));
        assert_eq!(timers.pop_until(10), Some((10, 'a')));
    }
}
