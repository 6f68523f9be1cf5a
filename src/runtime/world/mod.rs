//! The world around a program: the orders of the day and the limits it runs into.
//!
//! Plain counters, queues and buckets in virtual time, each with one limit. Nothing here knows goroutines' stacks or Go
//! values: `runtime::pkg::kitchen` turns what the program calls into these, and parks who must wait.

mod orders;
mod stoves;
mod supplier;

pub use orders::{Counts, Orders, Taken};
pub use stoves::{Refusal, Stoves};
pub use supplier::Supplier;

use super::draw::Draws;
use super::goroutine::WaitQueue;
use super::scenario::Scenario;

/// All of it, as the machine carries it.
#[derive(Clone, Debug)]
pub struct World {
    /// What the seed decides.
    pub draws: Draws,
    /// The orders, or the library's sources; none where the program imports neither package.
    pub orders: Orders,
    /// The database connections.
    pub stoves: Stoves,
    /// The API.
    pub supplier: Supplier,
    /// Who waits for a stove.
    pub for_stove: WaitQueue,
    /// Who waits for the supplier.
    pub for_supplier: WaitQueue,
}

impl World {
    /// As the scenario says, at the start. There are no orders until a package that has some is told to lay them out.
    pub fn new(scenario: &Scenario, seed: u64) -> World {
        World {
            draws: Draws::new(scenario, seed),
            orders: Orders::new(0),
            stoves: Stoves::new(scenario),
            supplier: Supplier::new(scenario),
            for_stove: WaitQueue::default(),
            for_supplier: WaitQueue::default(),
        }
    }
}
