//! Growable arrays of which copies share what has not changed since: what states and keyframes are made of.

use std::sync::Arc;

/// An array without an end: what was never written is the default. A copy costs a step for every `LEAF` elements; a write
/// after it copies one leaf.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shared<T, const LEAF: usize> {
    leaves: Vec<Option<Arc<[T; LEAF]>>>,
}

impl<T, const LEAF: usize> Default for Shared<T, LEAF> {
    fn default() -> Self {
        Shared { leaves: Vec::new() }
    }
}

impl<T: Copy + Default, const LEAF: usize> Shared<T, LEAF> {
    /// The element at `i`, where its leaf is there.
    #[inline(always)]
    pub(super) fn peek(&self, i: usize) -> Option<&T> {
        let leaf = self.leaves.get(i / LEAF)?.as_ref()?;
        Some(&leaf[i % LEAF])
    }

    #[inline(always)]
    pub(super) fn get(&self, i: usize) -> T {
        self.peek(i).copied().unwrap_or_default()
    }

    #[inline(always)]
    pub(super) fn edit(&mut self, i: usize) -> &mut T {
        if i / LEAF >= self.leaves.len() {
            self.leaves.resize(i / LEAF + 1, None);
        }
        let leaf = self.leaves[i / LEAF].get_or_insert_with(|| Arc::new([T::default(); LEAF]));
        &mut Arc::make_mut(leaf)[i % LEAF]
    }

    /// All elements of leaves that are there, with their indices.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        let there = self.leaves.iter().enumerate();
        there
            .filter_map(|(number, leaf)| Some((number * LEAF, leaf.as_ref()?)))
            .flat_map(|(first, leaf)| (first..).zip(leaf.iter()))
    }

    /// The bytes that this takes beside what it shares with `other`.
    pub(super) fn bytes_beside(&self, other: Option<&Self>) -> usize {
        let own = self.leaves.iter().enumerate().filter(|(number, leaf)| {
            let theirs = other.and_then(|other| other.leaves.get(*number)?.as_ref());
            leaf.as_ref()
                .is_some_and(|leaf| !theirs.is_some_and(|theirs| Arc::ptr_eq(leaf, theirs)))
        });
        self.leaves.len() * size_of::<usize>() + own.count() * (size_of::<[T; LEAF]>() + COUNTS)
    }
}

/// What an `Arc` adds to what it holds.
const COUNTS: usize = 2 * size_of::<usize>();

#[cfg(test)]
mod tests {
    use super::Shared;

    #[test]
    fn a_copy_keeps_what_was_and_shares_the_rest() {
        let mut array: Shared<u32, 4> = Shared::default();
        for i in 0..1000 {
            *array.edit(i) = i as u32;
        }
        let copy = array.clone();
        let shared = array.bytes_beside(Some(&copy));
        *array.edit(500) = 7;
        assert_eq!(
            (copy.get(500), array.get(500), array.get(2000)),
            (500, 7, 0)
        );
        let leaf = array.bytes_beside(Some(&copy)) - shared;
        assert!(leaf > 0 && leaf * 10 < array.bytes_beside(None));
        assert!(
            array
                .iter()
                .all(|(i, &value)| i >= 1000 || i == 500 || value == i as u32)
        );
    }
}
