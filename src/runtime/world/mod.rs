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
