//! What the seed decides. Each draw is a function of (seed, kind, index, attempt), never of the order of asking: an order
//! has the same service time and the same fate in every strategy.
//!
//! Logarithms and the like come from `libm`, so that the values are bit-equal natively and in WebAssembly; they are
//! rounded to whole ns at once.

use super::scenario::{Arrival, Distribution, Scenario};
use rand_core::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

#[derive(Clone, Copy)]
enum Kind {
    Time = 1,
    Straggler = 2,
    Fate = 3,
    BackOff = 4,
    Gap = 5,
}

/// The draws of one run.
#[derive(Clone, Copy, Debug)]
pub struct Draws {
    seed: u64,
    distribution: Distribution,
    spread: f64,
    stragglers: f64,
    straggler_factor: f64,
    fail_rate: f64,
}

impl Draws {
    /// The draws under a scenario and a seed.
    pub fn new(scenario: &Scenario, seed: u64) -> Draws {
        Draws {
            seed,
            distribution: scenario.distribution,
            spread: scenario.spread,
            stragglers: scenario.stragglers,
            straggler_factor: scenario.straggler_factor,
            fail_rate: scenario.fail_rate,
        }
    }

    /// The time that order (or source) `index` takes, in ns, where the mean is `mean_ns`.
    pub fn time(&self, index: u64, mean_ns: u64) -> u64 {
        let mean = mean_ns as f64;
        let mut rng = self.stream(Kind::Time, index, 0);
        let drawn = match self.distribution {
            Distribution::Constant => mean,
            Distribution::Uniform => {
                mean * (1.0 - self.spread + 2.0 * self.spread * unit(&mut rng))
            }
            Distribution::Exponential => exponential(mean, &mut rng),
            Distribution::Lognormal => lognormal(mean, self.spread, &mut rng),
        };
        let slow = self.stragglers > 0.0
            && unit(&mut self.stream(Kind::Straggler, index, 0)) < self.stragglers;
        let factor = if slow { self.straggler_factor } else { 1.0 };
        libm::rint(drawn * factor) as u64
    }

    /// Whether order (or source) `index` is bound to fail.
    pub fn fails(&self, index: u64) -> bool {
        self.fail_rate > 0.0 && unit(&mut self.stream(Kind::Fate, index, 0)) < self.fail_rate
    }

    /// The pause before attempt `attempt` (the first repetition is 0) of whoever is number `index`: uniform between 0 and
    /// `first_ns` × 2^attempt.
    pub fn back_off(&self, index: u64, attempt: u32, first_ns: u64) -> u64 {
        let longest = u128::from(first_ns) << attempt.min(63);
        let longest = u64::try_from(longest)
            .unwrap_or(u64::MAX / 4)
            .min(u64::MAX / 4);
        let drawn = self.stream(Kind::BackOff, index, attempt).next_u64();
        ((u128::from(drawn) * u128::from(longest + 1)) >> 64) as u64
    }

    /// When order `index` arrives, in ns since the start, where the one before it came at `before` and so many millionths
    /// of an order come per second. Paced arrivals count from the start, so that no rounding adds up.
    pub fn arrival(&self, arrival: Arrival, index: u64, before: u64, micro_per_s: u64) -> u64 {
        // 10^9 ns times 10^6 millionths, over the rate.
        let gap = 1_000_000_000_000_000_f64 / micro_per_s.max(1) as f64;
        match arrival {
            Arrival::AtOnce => 0,
            Arrival::Paced => libm::rint(gap * index as f64) as u64,
            Arrival::Poisson => {
                let drawn = exponential(gap, &mut self.stream(Kind::Gap, index, 0));
                before.saturating_add(libm::rint(drawn) as u64)
            }
        }
    }

    fn stream(&self, kind: Kind, index: u64, attempt: u32) -> Pcg64Mcg {
        let tagged = mix(self.seed) ^ (kind as u64) << 32 ^ u64::from(attempt);
        Pcg64Mcg::seed_from_u64(mix(tagged) ^ index)
    }
}

/// A well-stirred function of a number: the first draw of the generator that it seeds.
fn mix(number: u64) -> u64 {
    Pcg64Mcg::seed_from_u64(number).next_u64()
}

/// Uniform in [0, 1), of 53 bits.
fn unit(rng: &mut Pcg64Mcg) -> f64 {
    (rng.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

fn exponential(mean: f64, rng: &mut Pcg64Mcg) -> f64 {
    -mean * libm::log(1.0 - unit(rng))
}

/// Lognormal by its mean and coefficient of variation; the normal under it by Box and Muller.
fn lognormal(mean: f64, variation: f64, rng: &mut Pcg64Mcg) -> f64 {
    let variance = libm::log(1.0 + variation * variation);
    let radius = libm::sqrt(-2.0 * libm::log(1.0 - unit(rng)));
    let normal = radius * libm::cos(2.0 * std::f64::consts::PI * unit(rng));
    mean * libm::exp(libm::sqrt(variance) * normal - variance / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draws(distribution: Distribution, spread: f64) -> Draws {
        Draws::new(
            &Scenario {
                distribution,
                spread,
                ..Scenario::default()
            },
            7,
        )
    }

    #[test]
    fn means_are_what_they_say() {
        for (distribution, spread) in [
            (Distribution::Constant, 0.0),
            (Distribution::Uniform, 0.5),
            (Distribution::Exponential, 0.0),
            (Distribution::Lognormal, 1.0),
        ] {
            let draws = draws(distribution, spread);
            let total: u64 = (0..100_000)
                .map(|index| draws.time(index, 20_000_000))
                .sum();
            let mean = total as f64 / 100_000.0;
            assert!(
                (mean / 20_000_000.0 - 1.0).abs() < 0.02,
                "{distribution:?}: {mean}"
            );
        }
    }

    #[test]
    fn an_order_keeps_its_draw_whatever_else_is_drawn() {
        let draws = draws(Distribution::Exponential, 0.0);
        let forward: Vec<u64> = (0..50).map(|index| draws.time(index, 1_000_000)).collect();
        let backward: Vec<u64> = (0..50)
            .rev()
            .map(|index| draws.time(index, 1_000_000))
            .collect();
        assert!(forward.iter().eq(backward.iter().rev()));
    }

    #[test]
    fn stragglers_and_failures_keep_their_share() {
        let scenario = Scenario {
            stragglers: 0.1,
            fail_rate: 0.2,
            ..Scenario::default()
        };
        let draws = Draws::new(&scenario, 0);
        let slow = (0..10_000)
            .filter(|&index| draws.time(index, 1_000) == 10_000)
            .count();
        let failed = (0..10_000).filter(|&index| draws.fails(index)).count();
        assert!((900..1100).contains(&slow), "{slow}");
        assert!((1900..2100).contains(&failed), "{failed}");
    }

    #[test]
    fn arrivals_keep_their_rate() {
        let draws = draws(Distribution::Constant, 0.0);
        let at = |arrival, count, rate| {
            (0..count).scan(0, move |before, index| {
                *before = draws.arrival(arrival, index, *before, rate);
                Some(*before)
            })
        };
        let paced: Vec<u64> = at(Arrival::Paced, 3, 2_000_000).collect();
        assert_eq!(paced, [0, 500_000_000, 1_000_000_000]);
        let last = at(Arrival::Poisson, 100_000, 1_000_000_000).last().unwrap();
        assert!((last as f64 / 100e9 - 1.0).abs() < 0.02, "{last}");
    }

    #[test]
    fn pauses_double_and_stay_within_their_bound() {
        let draws = draws(Distribution::Constant, 0.0);
        for attempt in 0..70 {
            let bound = 10_000_000_u128 << attempt.min(60);
            assert!(
                (0..100)
                    .all(|index| u128::from(draws.back_off(index, attempt, 10_000_000)) <= bound)
            );
        }
    }
}
