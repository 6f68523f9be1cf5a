//! The supplier is a rate-limited API: a limit on calls under way, and a token bucket.

use crate::runtime::scenario::Scenario;

/// One call, in the bucket's units: a token is 10^9 ns times 10^6 millionths, so that refilling never rounds.
const TOKEN: u128 = 1_000_000_000_000_000;

/// The supplier's two limits.
#[derive(Clone, Debug)]
pub struct Supplier {
    /// Calls under way that it takes; none is no limit.
    places: Option<u64>,
    /// Tokens per second in millionths; none is no limit.
    rate: Option<u64>,
    burst: u128,
    level: u128,
    filled_at: u64,
    in_flight: u64,
    calls: u64,
    refused: u64,
}

impl Supplier {
    /// As the scenario says; the bucket is full at time 0.
    pub fn new(scenario: &Scenario) -> Supplier {
        let burst = u128::from(scenario.api_burst) * TOKEN;
        Supplier {
            places: Some(scenario.api_in_flight).filter(|&limit| limit > 0),
            rate: Some(scenario.api_micro_per_s).filter(|&rate| rate > 0),
            burst,
            level: burst,
            filled_at: 0,
            in_flight: 0,
            calls: 0,
            refused: 0,
        }
    }

    /// Takes a call at `now` (ns), if there is a place and a whole token. A call that isn't taken costs neither.
    pub fn take(&mut self, now: u64) -> bool {
        self.fill(now);
        if self.places.is_some_and(|places| self.in_flight >= places) {
            return false;
        }
        if self.rate.is_some() {
            if self.level < TOKEN {
                return false;
            }
            self.level -= TOKEN;
        }
        self.in_flight += 1;
        self.calls += 1;
        true
    }

    /// Counts a refusal that somebody was told.
    pub fn refuse(&mut self) {
        self.refused += 1;
    }

    /// A call is answered.
    pub fn answered(&mut self) {
        self.in_flight -= 1;
    }

    /// When the next whole token will be there, if it is the bucket that refuses at `now`.
    pub fn next_token_at(&mut self, now: u64) -> Option<u64> {
        self.fill(now);
        let missing = TOKEN
            .checked_sub(self.level)
            .filter(|&missing| missing > 0)?;
        let wait = missing.div_ceil(u128::from(self.rate?));
        Some(now.saturating_add(u64::try_from(wait).unwrap_or(u64::MAX)))
    }

    /// Whether it ever refuses anybody.
    pub fn has_limits(&self) -> bool {
        self.places.is_some() || self.rate.is_some()
    }

    /// Calls taken.
    pub fn calls(&self) -> u64 {
        self.calls
    }

    /// Calls refused.
    pub fn refused(&self) -> u64 {
        self.refused
    }

    fn fill(&mut self, now: u64) {
        let Some(rate) = self.rate else { return };
        let gained = u128::from(now - self.filled_at) * u128::from(rate);
        self.level = self.burst.min(self.level + gained);
        self.filled_at = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: u64 = 1_000_000_000;

    #[test]
    fn client_go_takes_ten_at_once_and_then_five_a_second() {
        let scenario = Scenario {
            api_micro_per_s: 5_000_000,
            api_burst: 10,
            ..Scenario::default()
        };
        let mut supplier = Supplier::new(&scenario);
        assert_eq!((0..20).filter(|_| supplier.take(0)).count(), 10);
        assert_eq!(supplier.next_token_at(0), Some(SECOND / 5));
        assert!(!supplier.take(SECOND / 5 - 1));
        assert!(supplier.take(SECOND / 5));
        assert_eq!(
            (0..99).filter(|_| supplier.take(100 * SECOND)).count(),
            10,
            "the bucket holds ten"
        );
    }

    #[test]
    fn the_api_server_counts_calls_under_way() {
        let mut supplier = Supplier::new(&Scenario {
            api_in_flight: 400,
            ..Scenario::default()
        });
        assert_eq!((0..1000).filter(|_| supplier.take(0)).count(), 400);
        assert_eq!(supplier.next_token_at(0), None, "time alone frees no place");
        supplier.answered();
        assert!(supplier.take(0));
    }

    #[test]
    fn a_third_of_a_call_a_second_never_rounds() {
        let scenario = Scenario {
            api_micro_per_s: 333_333,
            api_burst: 1,
            ..Scenario::default()
        };
        let mut supplier = Supplier::new(&scenario);
        assert!(supplier.take(0));
        let at = supplier.next_token_at(0).unwrap();
        assert!(!supplier.take(at - 1));
        assert!(supplier.take(at));
    }
}
