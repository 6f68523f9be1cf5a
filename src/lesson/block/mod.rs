//! The blocks: one file each. A page holds a block as
//! `<section class="block" data-block="KIND" id="ID">`, with its [`Block`] as JSON in the
//! `<script type="application/json">` that is the section's first child, and what is read without it after that.

mod compare;
mod predict;
mod sim;

pub use compare::Compare;
pub use predict::{Choice, Predict, Test};
pub use sim::{Lots, SceneKind, Sim, Tab};

use serde::{Deserialize, Serialize};

/// A block of any kind, as the page's JSON holds it; the kind stands under the key `block`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case", deny_unknown_fields)]
pub enum Block {
    /// A stage: programs to run, watch and change.
    Sim(Sim),
    /// Programs side by side.
    Compare(Compare),
    /// A question to be answered before the run answers it.
    Predict(Predict),
}

impl Block {
    /// Its name in a page's `data-block`, and in a lesson's fence.
    pub fn kind(&self) -> &'static str {
        match self {
            Block::Sim(_) => "sim",
            Block::Compare(_) => "compare",
            Block::Predict(_) => "predict",
        }
    }

    /// Its address in the page.
    pub fn id(&self) -> &str {
        match self {
            Block::Sim(sim) => &sim.id,
            Block::Compare(compare) => &compare.sim.id,
            Block::Predict(predict) => &predict.id,
        }
    }
}

/// A fragment of HTML made from a lesson's Markdown, in which everything that an author typed is escaped: it may be put
/// into a page as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Html(pub String);
