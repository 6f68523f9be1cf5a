//! What a lesson is made of, as types: the blocks that a page carries as JSON and that come alive in the browser.
//!
//! Takes the names of the scenario and the figures of a run's report from [`crate::runtime`]; gives types that `site`
//! writes into pages and `app` reads from them. It knows neither Markdown nor the browser.

pub mod block;
pub mod control;
pub mod figure;
pub mod settings;

pub use block::{Block, Html};
