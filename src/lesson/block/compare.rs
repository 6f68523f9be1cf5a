//! The comparison: several programs or scenarios side by side, on one clock.

use super::Sim;
use crate::lesson::figure::Figure;
use serde::{Deserialize, Serialize};

/// The tabs of a stage next to each other, played by one player, and a table of what each comes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Compare {
    /// What runs: two tabs at least, under one seed and one schedule.
    pub sim: Sim,
    /// The table's columns, one at least; its rows are the tabs.
    pub figures: Vec<Figure>,
}
