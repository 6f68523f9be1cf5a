//! Sets of small numbers, and what is kept with them: which orders were named, which places are taken.

use super::shared::Shared;

/// A set of numbers below 2^32; copies share what has not changed since.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Bits {
    words: Shared<u64, 64>,
    len: u64,
}

impl Bits {
    fn place(number: u64) -> (usize, u64) {
        ((number >> 6) as usize, 1 << (number & 63))
    }

    pub(super) fn len(&self) -> u64 {
        self.len
    }

    pub(super) fn has(&self, number: u64) -> bool {
        let (word, bit) = Self::place(number);
        number <= u64::from(u32::MAX) && self.words.get(word) & bit != 0
    }

    /// The lowest numbers below `end` that aren't in the set, up to `most` of them.
    pub(super) fn missing(&self, end: u64, most: usize) -> Vec<u64> {
        let mut missing = Vec::new();
        let mut number = 0;
        while number < end && missing.len() < most {
            let bits = self.words.get((number >> 6) as usize);
            let rest = (!bits & (u64::MAX << (number & 63))).trailing_zeros();
            number = (number & !63) + u64::from(rest);
            if rest < 64 && number < end {
                missing.push(number);
                number += 1;
            }
        }
        missing
    }

    /// Says whether it wasn't in the set.
    pub(super) fn insert(&mut self, number: u64) -> bool {
        if number > u64::from(u32::MAX) || self.has(number) {
            return false;
        }
        let (word, bit) = Self::place(number);
        *self.words.edit(word) |= bit;
        self.len += 1;
        true
    }

    /// Says whether it was in the set.
    pub(super) fn remove(&mut self, number: u64) -> bool {
        let there = self.has(number);
        if there {
            let (word, bit) = Self::place(number);
            *self.words.edit(word) &= !bit;
            self.len -= 1;
        }
        there
    }

    pub(super) fn bytes_beside(&self, other: Option<&Self>) -> usize {
        self.words.bytes_beside(other.map(|other| &other.words))
    }
}

/// Which orders were named, and what became of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Orders {
    pub(super) taken: Bits,
    pub(super) served: Bits,
    pub(super) failed: Bits,
}

impl Orders {
    pub(super) fn bytes_beside(&self, other: Option<&Self>) -> usize {
        self.taken.bytes_beside(other.map(|other| &other.taken))
            + self.served.bytes_beside(other.map(|other| &other.served))
            + self.failed.bytes_beside(other.map(|other| &other.failed))
    }
}

/// Which places on the floor are taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Places {
    taken: Shared<u64, 64>,
    /// Words up to the last one with a place taken.
    words: usize,
    /// No word before this one has a free place.
    full: usize,
}

impl Places {
    /// The lowest free place, which is taken now.
    pub(super) fn take(&mut self) -> u32 {
        while self.taken.get(self.full) == u64::MAX {
            self.full += 1;
        }
        self.words = self.words.max(self.full + 1);
        let word = self.taken.edit(self.full);
        let bit = word.trailing_ones();
        *word |= 1 << bit;
        self.full as u32 * 64 + bit
    }

    pub(super) fn free(&mut self, place: u32) {
        let word = (place / 64) as usize;
        *self.taken.edit(word) &= !(1 << (place % 64));
        self.full = self.full.min(word);
        while self.words > 0 && self.taken.get(self.words - 1) == 0 {
            self.words -= 1;
        }
    }

    /// One more than the highest place that is taken.
    pub(super) fn end(&self) -> u32 {
        self.words.checked_sub(1).map_or(0, |last| {
            self.words as u32 * 64 - self.taken.get(last).leading_zeros()
        })
    }

    pub(super) fn bytes_beside(&self, other: Option<&Self>) -> usize {
        self.taken.bytes_beside(other.map(|other| &other.taken))
    }
}

#[cfg(test)]
mod tests {
    use super::Places;

    #[test]
    fn the_lowest_free_place_is_taken() {
        let mut places = Places::default();
        let first: Vec<u32> = (0..130).map(|_| places.take()).collect();
        assert_eq!(first, (0..130).collect::<Vec<_>>());
        places.free(129);
        places.free(70);
        assert_eq!((places.end(), places.take(), places.take()), (129, 70, 129));
        for place in 1..130 {
            places.free(place);
        }
        assert_eq!(places.end(), 1);
    }
}
