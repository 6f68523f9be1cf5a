//! Stoves are database connections, as PostgreSQL 16 gives and refuses them.

use crate::runtime::scenario::Scenario;
use std::collections::BTreeSet;

/// Why there is no stove; the texts are PostgreSQL's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No slot is free: `sorry, too many clients already`.
    TooMany,
    /// Only slots for superusers are left: `remaining connection slots are reserved …`.
    Reserved,
}

/// The slots of the database. A slot is occupied from the moment of connecting.
#[derive(Clone, Debug)]
pub struct Stoves {
    free: BTreeSet<u32>,
    total: u64,
    reserved: u64,
    max_in_use: u64,
    refused: u64,
}

impl Stoves {
    /// As the scenario says; none taken.
    pub fn new(scenario: &Scenario) -> Stoves {
        let ours = scenario.stoves.saturating_sub(scenario.stoves_others);
        Stoves {
            free: (0..ours as u32).collect(),
            total: ours,
            reserved: scenario.stoves_reserved,
            max_in_use: 0,
            refused: 0,
        }
    }

    /// Occupies the first free slot, if any is free, the reserved ones included: the refusal of those comes after connecting.
    ///
    /// # Errors
    /// [`Refusal::TooMany`], which is counted.
    pub fn occupy(&mut self) -> Result<u32, Refusal> {
        self.free.pop_first().ok_or_else(|| {
            self.refused += 1;
            Refusal::TooMany
        })
    }

    /// The connection in `slot` is made: it stays, unless fewer slots than the reserved ones are free; then it is given back.
    ///
    /// # Errors
    /// [`Refusal::Reserved`], which is counted.
    pub fn connected(&mut self, slot: u32) -> Result<(), Refusal> {
        if (self.free.len() as u64) < self.reserved {
            self.release(slot);
            self.refused += 1;
            return Err(Refusal::Reserved);
        }
        self.max_in_use = self.max_in_use.max(self.total - self.free.len() as u64);
        Ok(())
    }

    /// Whether a connection made now would stay: what those who wait in a queue wait for.
    pub fn one_is_left(&self) -> bool {
        self.free.len() as u64 > self.reserved
    }

    /// Gives a slot back.
    pub fn release(&mut self, slot: u32) {
        self.free.insert(slot);
    }

    /// The most connections that were open at any instant, connecting ones left out.
    pub fn max_in_use(&self) -> u64 {
        self.max_in_use
    }

    /// Connections refused.
    pub fn refused(&self) -> u64 {
        self.refused
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A burst of 1,000 against 100 slots of which 3 are reserved, as `MODEL.md` counts it.
    #[test]
    fn a_burst_is_refused_in_postgres_words() {
        let mut stoves = Stoves::new(&Scenario::default());
        let slots: Vec<_> = (0..1000).map(|_| stoves.occupy()).collect();
        let refused = slots.iter().filter(|slot| slot.is_err()).count();
        let reserved = slots
            .iter()
            .flatten()
            .filter(|&&slot| stoves.connected(slot).is_err())
            .count();
        assert_eq!((refused, reserved, stoves.max_in_use()), (900, 3, 100 - 3));

        let mut stoves = Stoves::new(&Scenario::default());
        let reserved = (0..1000).filter(|_| {
            stoves.occupy().and_then(|slot| stoves.connected(slot)) == Err(Refusal::Reserved)
        });
        assert_eq!((reserved.count(), stoves.max_in_use()), (903, 97));
    }

    #[test]
    fn what_others_take_is_gone() {
        let mut stoves = Stoves::new(&Scenario {
            stoves_others: 95,
            ..Scenario::default()
        });
        let served = (0..10)
            .filter(|_| {
                stoves
                    .occupy()
                    .and_then(|slot| stoves.connected(slot))
                    .is_ok()
            })
            .count();
        assert_eq!(served, 2);
        assert!(!stoves.one_is_left());
        stoves.release(0);
        assert!(stoves.one_is_left());
    }
}
