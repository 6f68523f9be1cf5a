//! The room: shelves around the table, as far away as their answers take.

use super::Rect;
use crate::trace::state::{Place, State};
use crate::trace::text::duration;
use std::f64::consts::PI;

/// A circle of equal latency around the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Ring {
    /// Its middle.
    pub centre: (f64, f64),
    /// Half its width and half its height.
    pub radius: (f64, f64),
    /// The latency.
    pub label: String,
    /// It is the deadline, when the closing bell rings.
    pub bell: bool,
}

/// A source.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf {
    /// Its middle.
    pub x: f64,
    /// Its middle.
    pub y: f64,
    /// Where it lies, as an angle from the table, in radians from the right; names are written along it where they are
    /// many.
    pub angle: f64,
    /// Where on the table's rim its way begins.
    pub from: (f64, f64),
    /// Where before it one turns round.
    pub front: (f64, f64),
    /// Its name; empty where there is no room.
    pub name: String,
    /// Its latency; empty where there is no room.
    pub latency: String,
    /// It lies beyond the deadline.
    pub late: bool,
    /// Where its order is: what it answered.
    pub place: Place,
}

/// Distances are latencies, logarithmic.
pub(super) struct Ground {
    pub centre: (f64, f64),
    pub reach: (f64, f64),
    table: Rect,
    near: f64,
    far: f64,
    shelf: f64,
    count: u64,
}

/// The circle on which the nearest possible shelf would stand, as a share of the reach: beyond the table's rim.
const INNER: f64 = 0.56;
/// How much of a half circle stays empty at either end, for the queues.
const FREE: f64 = 0.075;

impl Ground {
    pub fn new(state: &State, map: Rect, table: Rect, shelf: f64, label: f64) -> Ground {
        let latencies = || {
            state
                .meta
                .sources
                .iter()
                .map(|source| source.latency_ns.max(1))
        };
        let near = latencies().min().unwrap_or(1) as f64 / 2.0;
        let farthest = latencies().max().unwrap_or(1).max(state.meta.deadline_ns);
        let centre = (map.x + map.w / 2.0, table.y + table.h * 0.35);
        let reach = (
            map.w / 2.0 - shelf * 0.5 - label,
            centre.1 - map.y - shelf * 0.45 - label,
        );
        Ground {
            centre,
            reach,
            table,
            near,
            far: farthest as f64 * 1.03,
            shelf,
            count: state.meta.tasks.max(1),
        }
    }

    /// How far out a latency is, from 0 at the table to 1.
    fn distance(&self, latency: u64) -> f64 {
        let span = libm::log(self.far / self.near).max(1e-9);
        let share = libm::log(latency.max(1) as f64 / self.near) / span;
        INNER + (1.0 - INNER) * share.clamp(0.0, 1.0)
    }

    /// The direction of a source, in radians from the right: from left to right over the table.
    fn angle(&self, source: u64) -> f64 {
        let share = (source as f64 + 0.5) / self.count as f64;
        PI * (1.0 - FREE - (1.0 - 2.0 * FREE) * share.min(1.0))
    }

    /// Where a source with that latency lies.
    pub fn spot(&self, source: u64, latency: u64) -> (f64, f64) {
        let (angle, r) = (self.angle(source), self.distance(latency));
        (
            self.centre.0 + libm::cos(angle) * r * self.reach.0,
            self.centre.1 - libm::sin(angle) * r * self.reach.1,
        )
    }

    /// Where on the table's rim the way to a source begins.
    pub fn rim(&self, source: u64) -> (f64, f64) {
        let angle = self.angle(source);
        (
            self.centre.0 + libm::cos(angle) * self.table.w * 0.54,
            self.centre.1 - libm::sin(angle) * self.table.h * 0.95,
        )
    }

    /// Where one turns round before a shelf at `spot`.
    pub fn front(&self, source: u64, spot: (f64, f64)) -> (f64, f64) {
        let rim = self.rim(source);
        let (dx, dy) = (spot.0 - rim.0, spot.1 - rim.1);
        let way = libm::hypot(dx, dy).max(1.0);
        let share = ((way - self.shelf * 0.62) / way).max(0.0);
        (rim.0 + dx * share, rim.1 + dy * share)
    }

    pub fn shelf(&self, state: &State, index: usize, named: bool) -> Shelf {
        let source = &state.meta.sources[index];
        let (x, y) = self.spot(index as u64, source.latency_ns);
        let said = |text: String| if named { text } else { String::new() };
        Shelf {
            x,
            y,
            angle: self.angle(index as u64),
            from: self.rim(index as u64),
            front: self.front(index as u64, (x, y)),
            name: said(source.name.clone()),
            latency: said(duration(source.latency_ns)),
            late: state.meta.deadline_ns > 0 && source.latency_ns > state.meta.deadline_ns,
            place: state.order(index as u64),
        }
    }

    /// The rings that show the scale: round latencies, few enough to be read; and the deadline's.
    pub fn rings(&self, state: &State) -> Vec<Ring> {
        const MOST: usize = 5;
        let deadline = state.meta.deadline_ns;
        let ring = |latency: u64| {
            let r = self.distance(latency);
            Ring {
                centre: self.centre,
                radius: (r * self.reach.0, r * self.reach.1),
                label: round(latency),
                bell: latency == deadline,
            }
        };
        // Seconds and what they are made of go by tens, and beyond them minutes do.
        const MINUTE: u64 = 60_000_000_000;
        let scale = |steps: &[u64]| -> Vec<u64> {
            let times = |powers: std::ops::Range<u32>, unit: u64| {
                powers.flat_map(move |power| {
                    let unit = unit * 10u64.pow(power);
                    steps.iter().map(move |step| step * unit)
                })
            };
            times(0..11, 1)
                .filter(|latency| *latency < MINUTE)
                .chain(times(0..4, MINUTE))
                .filter(|latency| {
                    let latency = *latency as f64;
                    latency >= self.near * 1.2 && latency <= self.far
                })
                .collect()
        };
        let fine = scale(&[1, 2, 5]);
        let coarse = scale(&[1]);
        let mut latencies = if fine.len() <= MOST || coarse.len() < 2 {
            fine
        } else {
            coarse
        };
        latencies.retain(|latency| *latency != deadline);
        if deadline > 0 {
            latencies.push(deadline);
        }
        latencies.into_iter().map(ring).collect()
    }
}

/// Takes the names away that would lie on others or on shelves, nearer ones first; `size` is that of the letters.
pub(super) fn thin(shelves: &mut [Shelf], shelf: f64, size: f64) {
    const LETTER: f64 = 0.5;
    let mut by_distance: Vec<usize> = (0..shelves.len()).collect();
    let far = |shelf: &Shelf| libm::hypot(shelf.x - shelf.from.0, shelf.y - shelf.from.1);
    by_distance.sort_by(|a, b| far(&shelves[*b]).total_cmp(&far(&shelves[*a])));
    let mut taken: Vec<(f64, f64)> = shelves.iter().map(|shelf| (shelf.x, shelf.y)).collect();
    let others = taken.len();
    for i in by_distance {
        let (cos, sin) = (libm::cos(shelves[i].angle), libm::sin(shelves[i].angle));
        let length = shelves[i].name.chars().count() as f64 * size * LETTER;
        let points: Vec<(f64, f64)> = [0.15, 0.5, 0.85]
            .into_iter()
            .map(|share| {
                let off = shelf * 0.62 + length * share;
                (shelves[i].x + cos * off, shelves[i].y - sin * off)
            })
            .collect();
        let near = |at: &(f64, f64), least: f64| {
            points
                .iter()
                .any(|point| libm::hypot(point.0 - at.0, point.1 - at.1) < least)
        };
        let covered = taken.iter().enumerate().any(|(number, at)| {
            let least = if number < others { shelf * 0.6 } else { size };
            number != i && near(at, least)
        });
        if covered {
            shelves[i].name.clear();
        } else {
            taken.extend(points);
        }
    }
}

/// A round time: `1 s` rather than `1.000 s`.
fn round(ns: u64) -> String {
    const UNITS: [(u64, &str); 4] = [
        (60_000_000_000, "min"),
        (1_000_000_000, "s"),
        (1_000_000, "ms"),
        (1_000, "µs"),
    ];
    let whole = UNITS
        .into_iter()
        .find(|(unit, _)| ns >= *unit && ns.is_multiple_of(*unit));
    whole.map_or_else(
        || duration(ns),
        |(unit, name)| format!("{} {name}", ns / unit),
    )
}
