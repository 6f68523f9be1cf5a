//! What is set for a later time, in a radix heap: time never goes back, and equal times come out in the order set.

use std::collections::VecDeque;

/// A radix heap of things due at a time. Nothing may be set for before the last time taken out.
#[derive(Clone, Debug)]
pub struct Timers<T> {
    /// Bucket `b > 0` holds the times whose highest bit that differs from `last` is bit `b - 1`; bucket 0 those equal to it.
    buckets: Vec<VecDeque<(u64, T)>>,
    /// Bit `b - 1` for each bucket `b > 0` in which there is anything.
    filled: u64,
    last: u64,
}

impl<T> Default for Timers<T> {
    fn default() -> Self {
        Timers {
            buckets: (0..65).map(|_| VecDeque::new()).collect(),
            filled: 0,
            last: 0,
        }
    }
}

impl<T> Timers<T> {
    /// Sets something for a time.
    pub fn push(&mut self, time: u64, what: T) {
        let time = time.max(self.last);
        self.put(time, what);
    }

    #[inline]
    fn put(&mut self, time: u64, what: T) {
        let bucket = (u64::BITS - (time ^ self.last).leading_zeros()) as usize;
        if bucket > 0 {
            self.filled |= 1 << (bucket - 1);
        }
        self.buckets[bucket].push_back((time, what));
    }

    /// Takes out what is due first, if that is at `until` or before.
    pub fn pop_until(&mut self, until: u64) -> Option<(u64, T)> {
        if self.buckets[0].is_empty() {
            if self.filled == 0 {
                return None;
            }
            let first = self.filled.trailing_zeros() as usize + 1;
            let soonest = self.buckets[first].iter().map(|timer| timer.0).min()?;
            if soonest > until {
                return None;
            }
            self.last = soonest;
            self.filled &= self.filled - 1;
            if self.buckets[first].len() == 1 {
                return self.buckets[first].pop_front();
            }
            let mut moved = std::mem::take(&mut self.buckets[first]);
            for (time, what) in moved.drain(..) {
                self.put(time, what);
            }
            if moved.capacity() <= 1024 {
                self.buckets[first] = moved;
            }
        } else if self.last > until {
            return None;
        }
        self.buckets[0].pop_front()
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
    fn nothing_is_taken_before_its_time() {
        let mut timers = Timers::default();
        timers.push(10, 'a');
        assert_eq!(timers.pop_until(9), None);
        timers.push(5, 'b');
        assert_eq!(timers.pop_until(9), Some((5, 'b')));
        assert_eq!(timers.pop_until(10), Some((10, 'a')));
    }
}
