//! The orders (or the library's sources): what became of each, and the counts, whose sum never changes.

use serde::Serialize;

/// How many orders are in which state. While the process lives `lost` is 0; when it has ended, `waiting` and
/// `in_flight` are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// All of them.
    pub total: u64,
    /// No operation has named it yet.
    pub waiting: u64,
    /// Somebody works on it.
    pub in_flight: u64,
    /// Done.
    pub served: u64,
    /// Refused or burnt.
    pub failed: u64,
    /// Neither served nor failed when the process ended.
    pub lost: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Waiting,
    InFlight,
    Served,
    Failed,
}

/// The answer to somebody who takes an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is theirs; it was waiting, or had failed.
    Now,
    /// Somebody works on it already.
    InFlight,
    /// It is served.
    Served,
    /// There is no such order.
    Unknown,
}

/// All orders of a run.
#[derive(Clone, Debug)]
pub struct Orders {
    states: Vec<State>,
    counts: Counts,
    max_in_flight: u64,
}

impl Orders {
    /// `total` orders, all waiting.
    pub fn new(total: u64) -> Orders {
        let counts = Counts {
            total,
            waiting: total,
            ..Counts::default()
        };
        Orders {
            states: vec![State::Waiting; total as usize],
            counts,
            max_in_flight: 0,
        }
    }

    /// Puts an order in flight.
    pub fn take(&mut self, id: i64) -> Taken {
        let Some(state) = self.state(id) else {
            return Taken::Unknown;
        };
        match *state {
            State::InFlight => return Taken::InFlight,
            State::Served => return Taken::Served,
            State::Waiting | State::Failed => {}
        }
        self.change(id, State::InFlight);
        self.max_in_flight = self.max_in_flight.max(self.counts.in_flight);
        Taken::Now
    }

    /// Whether order `id` is in flight.
    pub fn in_flight(&mut self, id: i64) -> bool {
        self.state(id)
            .is_some_and(|state| *state == State::InFlight)
    }

    /// An order in flight is served.
    pub fn serve(&mut self, id: i64) {
        self.change(id, State::Served);
    }

    /// An order in flight failed.
    pub fn fail(&mut self, id: i64) {
        self.change(id, State::Failed);
    }

    /// The counts now.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// The counts once the process has ended.
    pub fn counts_at_end(&self) -> Counts {
        let now = self.counts;
        Counts {
            waiting: 0,
            in_flight: 0,
            lost: now.waiting + now.in_flight,
            ..now
        }
    }

    /// The most that were in flight at any instant.
    pub fn max_in_flight(&self) -> u64 {
        self.max_in_flight
    }

    fn state(&mut self, id: i64) -> Option<&mut State> {
        self.states.get_mut(usize::try_from(id).ok()?)
    }

    fn change(&mut self, id: i64, to: State) {
        let Some(state) = self.state(id) else { return };
        let from = std::mem::replace(state, to);
        *self.count(from) -= 1;
        *self.count(to) += 1;
    }

    fn count(&mut self, state: State) -> &mut u64 {
        match state {
            State::Waiting => &mut self.counts.waiting,
            State::InFlight => &mut self.counts.in_flight,
            State::Served => &mut self.counts.served,
            State::Failed => &mut self.counts.failed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_order_can_be_cooked_again_and_a_served_one_cannot() {
        let mut orders = Orders::new(2);
        assert_eq!(orders.take(1), Taken::Now);
        assert_eq!(orders.take(1), Taken::InFlight);
        orders.fail(1);
        assert_eq!(orders.take(1), Taken::Now);
        orders.serve(1);
        assert_eq!(orders.take(1), Taken::Served);
        assert_eq!(orders.take(2), Taken::Unknown);
        assert_eq!(orders.take(-1), Taken::Unknown);
        assert_eq!(
            orders.counts_at_end(),
            Counts {
                total: 2,
                served: 1,
                lost: 1,
                ..Counts::default()
            }
        );
        assert_eq!(orders.max_in_flight(), 1);
    }
}
