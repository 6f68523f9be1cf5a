//! Growable arrays of which copies share what has not changed since: what states and keyframes are made of.

use std::sync::Arc;

const BRANCH: usize = 16;

type Leaf<T, const LEAF: usize> = Arc<[T; LEAF]>;
type Branch<T, const LEAF: usize> = [Option<Leaf<T, LEAF>>; BRANCH];

/// An array without an end: what was never written is the default. A copy costs a step for every `16 * LEAF` elements;
/// a write after it copies one leaf.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shared<T, const LEAF: usize> {
    branches: Vec<Arc<Branch<T, LEAF>>>,
}

impl<T, const LEAF: usize> Default for Shared<T, LEAF> {
    fn default() -> Self {
        Shared {
            branches: Vec::new(),
        }
    }
}

impl<T: Copy + Default, const LEAF: usize> Shared<T, LEAF> {
    /// The element at `i`, where its leaf is there.
    #[inline]
    pub(super) fn peek(&self, i: usize) -> Option<&T> {
        let branch = self.branches.get(i / LEAF / BRANCH)?;
        let leaf = branch[i / LEAF % BRANCH].as_ref()?;
        Some(&leaf[i % LEAF])
    }

    #[inline]
    pub(super) fn get(&self, i: usize) -> T {
        self.peek(i).copied().unwrap_or_default()
    }

    #[inline]
    pub(super) fn edit(&mut self, i: usize) -> &mut T {
        let branch = i / LEAF / BRANCH;
        if branch >= self.branches.len() {
            self.branches
                .resize_with(branch + 1, || Arc::new([const { None }; BRANCH]));
        }
        let leaf = Arc::make_mut(&mut self.branches[branch])[i / LEAF % BRANCH]
            .get_or_insert_with(|| Arc::new([T::default(); LEAF]));
        &mut Arc::make_mut(leaf)[i % LEAF]
    }

    /// All leaves that are there, each with the index of its first element.
    pub(super) fn leaves(&self) -> impl Iterator<Item = (usize, &[T; LEAF])> {
        self.branches.iter().enumerate().flat_map(|(b, branch)| {
            branch.iter().enumerate().filter_map(move |(l, leaf)| {
                leaf.as_ref().map(|leaf| ((b * BRANCH + l) * LEAF, &**leaf))
            })
        })
    }

    /// All elements of leaves that are there, with their indices.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.leaves()
            .flat_map(|(first, leaf)| (first..).zip(leaf.iter()))
    }

    /// The bytes that this takes beside what it shares with `other`.
    pub(super) fn bytes_beside(&self, other: Option<&Self>) -> usize {
        let mut bytes = self.branches.len() * size_of::<usize>();
        for (b, branch) in self.branches.iter().enumerate() {
            let theirs = other.and_then(|other| other.branches.get(b));
            if theirs.is_some_and(|theirs| Arc::ptr_eq(branch, theirs)) {
                continue;
            }
            bytes += size_of::<Branch<T, LEAF>>() + COUNTS;
            for (l, leaf) in branch.iter().enumerate() {
                let theirs = theirs.and_then(|theirs| theirs[l].as_ref());
                if let Some(leaf) = leaf
                    && !theirs.is_some_and(|theirs| Arc::ptr_eq(leaf, theirs))
                {
                    bytes += size_of::<[T; LEAF]>() + COUNTS;
                }
            }
        }
        bytes
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
        let leaf_and_branch = array.bytes_beside(Some(&copy)) - shared;
        assert!(leaf_and_branch > 0 && leaf_and_branch * 10 < array.bytes_beside(None));
        assert!(
            array
                .iter()
                .all(|(i, &value)| i >= 1000 || i == 500 || value == i as u32)
        );
    }
}
