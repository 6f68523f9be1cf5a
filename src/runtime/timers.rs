//! What is set for a later time: the soonest in a short sorted list, the rest in a radix heap. Time never goes back, and
//! equal times come out in the order set.

use std::collections::VecDeque;

/// The most in the sorted list; half of it goes to the heap then.
const NEAR: usize = 64;
/// So few in a bucket go to the sorted list, rather than over the buckets below.
const FEW: usize = NEAR / 2;

/// Things due at a time.
#[derive(Clone, Debug)]
pub struct Timers<T> {
    /// The soonest, to be taken out from the end: the latest first, and of equal times the one set last.
    near: Vec<(u64, T)>,
    /// Times from here on lie in the buckets.
    horizon: u64,
    /// Bucket `b > 0` holds the times whose highest bit that differs from `base` is bit `b - 1`; bucket 0 those equal to it.
    /// Within a bucket equal times stand in the order set.
    buckets: Vec<VecDeque<(u64, T)>>,
    /// Bit `b - 1` for each bucket `b > 0` in which there is anything.
    filled: u64,
    /// No time is before it.
    base: u64,
    /// No time in the buckets is before this.
    soonest: u64,
    /// The last time taken out.
    last: u64,
}

impl<T> Default for Timers<T> {
    fn default() -> Self {
        Timers {
            near: Vec::new(),
            horizon: u64::MAX,
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
    #[inline(always)]
    pub fn push(&mut self, time: u64, what: T) {
        let time = time.max(self.last);
        if time >= self.horizon {
            self.soonest = self.soonest.min(time);
            let bucket = self.bucket(time);
            bucket.push_back((time, what));
            return;
        }
        if self.near.len() == NEAR {
            self.spill();
            return self.push(time, what);
        }
        let at = self.place(time);
        self.near.insert(at, (time, what));
    }

    /// Takes out what is due first, if that is at `until` or before.
    #[inline(always)]
    pub fn pop_until(&mut self, until: u64) -> Option<(u64, T)> {
        if self.near.is_empty() && (self.soonest > until || !self.refill(until)) {
            return None;
        }
        self.near
            .pop_if(|timer| timer.0 <= until)
            .inspect(|timer| self.last = timer.0)
    }

    /// What will be due after `others` more, where that is known already.
    #[inline]
    pub fn ahead(&self, others: usize) -> Option<&T> {
        let at = self.near.len().checked_sub(others + 1)?;
        Some(&self.near[at].1)
    }

    /// Takes out what is due first.
    pub fn pop(&mut self) -> Option<(u64, T)> {
        self.pop_until(u64::MAX)
    }

    /// Where a time comes in the sorted list: counted by eights and then by ones, which is done faster than a search by
    /// halves, each of whose steps waits for the one before.
    #[inline(always)]
    fn place(&self, time: u64) -> usize {
        let (eights, _) = self.near.as_chunks::<8>();
        let from = 8 * eights.iter().filter(|eight| eight[7].0 > time).count();
        let ones = self.near[from..].iter().take(8);
        from + ones.filter(|timer| timer.0 > time).count()
    }

    /// The bucket for a time, which something will be put into.
    #[inline(always)]
    fn bucket(&mut self, time: u64) -> &mut VecDeque<(u64, T)> {
        let bucket = (u64::BITS - (time ^ self.base).leading_zeros()) as usize;
        if bucket > 0 {
            self.filled |= 1 << (bucket - 1);
        }
        &mut self.buckets[bucket]
    }

    /// Moves the later half of the sorted list to the buckets.
    fn spill(&mut self) {
        self.horizon = self.near[FEW].0;
        self.soonest = self.horizon;
        let mut near = std::mem::take(&mut self.near);
        for (time, what) in near.drain(..FEW) {
            // All were set before whatever has that time there.
            self.bucket(time).push_front((time, what));
        }
        self.near = near;
    }

    /// Moves the soonest in the buckets to the sorted list, which is empty; false where there is nothing at `until` or
    /// before.
    fn refill(&mut self, until: u64) -> bool {
        while let Some(first) = self.first_bucket() {
            if first == 0 || self.buckets[first].len() <= FEW {
                self.take_few(first);
                return true;
            }
            // Whatever is set from now on may still lie before the soonest of these.
            let times = self.buckets[first].iter().map(|timer| timer.0);
            self.soonest = times.min().unwrap_or(u64::MAX);
            if self.soonest > until {
                return false;
            }
            self.spread(first);
        }
        self.horizon = u64::MAX;
        self.soonest = u64::MAX;
        false
    }

    /// The bucket that holds the soonest.
    fn first_bucket(&self) -> Option<usize> {
        if !self.buckets[0].is_empty() {
            return Some(0);
        }
        (self.filled != 0).then(|| self.filled.trailing_zeros() as usize + 1)
    }

    /// Moves what is in a bucket, below which there is nothing, to the sorted list, and what is in those above it, as far
    /// as it is few; of bucket 0, whose times are all one, the first few.
    fn take_few(&mut self, first: usize) {
        let mut next = Some(first);
        while let Some(bucket) = next {
            let few = &mut self.buckets[bucket];
            let room = FEW - self.near.len();
            if bucket > 0 && few.len() > room {
                break;
            }
            let count = few.len().min(room);
            self.near.extend(few.drain(..count));
            if !few.is_empty() {
                self.horizon = self.base;
                break;
            }
            self.horizon = self.end_of(bucket);
            if bucket > 0 {
                self.filled &= !(1 << (bucket - 1));
            }
            next = self.first_bucket();
        }
        if next.is_none() {
            self.horizon = u64::MAX;
        }
        self.soonest = self.horizon;
        self.near.sort_by_key(|timer| timer.0);
        self.near.reverse();
    }

    /// The first time that is too late for a bucket and those below.
    fn end_of(&self, bucket: usize) -> u64 {
        let end = match bucket.checked_sub(1) {
            Some(bit) => (u128::from(self.base >> bit) + 2) << bit,
            None => u128::from(self.base) + 1,
        };
        u64::try_from(end).unwrap_or(u64::MAX)
    }

    /// Spreads a bucket, below which there is nothing and whose soonest is taken out next, over those below.
    fn spread(&mut self, bucket: usize) {
        self.base = self.soonest;
        self.filled &= !(1 << (bucket - 1));
        let mut moved = std::mem::take(&mut self.buckets[bucket]);
        for (time, what) in moved.drain(..) {
            self.bucket(time).push_back((time, what));
        }
        if moved.capacity() <= 1024 {
            self.buckets[bucket] = moved;
        }
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
        for crowd in [3, 20, 60, 70, 500] {
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
