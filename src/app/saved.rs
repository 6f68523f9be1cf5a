//! What the browser keeps for the learner: one versioned JSON document a page, in `localStorage`.
//!
//! Nothing saved is ever lost: a document that can't be read is left as it is, and the page says so and works without.

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Duration;

/// The version of the document's shape. Fields may be added under the same version, each with a default.
const VERSION: u32 = 1;

/// How long after the last change it is saved.
const SOON: Duration = Duration::from_millis(300);

/// A page's document: one entry a block, by the block's id.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Document {
    version: u32,
    #[serde(default)]
    blocks: BTreeMap<String, serde_json::Value>,
}

/// Why nothing could be read or kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser keeps nothing for this page.
    Unavailable,
    /// What is kept isn't ours, or of a later version: it is left alone.
    Foreign,
}

impl Trouble {
    /// What to tell the learner.
    pub fn message(self) -> &'static str {
        match self {
            Trouble::Unavailable => {
                "This browser keeps nothing for this page, so what you do here is gone when you leave."
            }
            Trouble::Foreign => {
                "What was saved for this page can't be read. It is left untouched, and nothing new is saved over it."
            }
        }
    }
}

/// What was kept for a block.
///
/// # Errors
/// When the browser keeps nothing, or what it keeps can't be read.
pub fn load<T: DeserializeOwned>(block: &str) -> Result<Option<T>, Trouble> {
    let Some(value) = document()?.blocks.remove(block) else {
        return Ok(None);
    };
    serde_json::from_value(value)
        .map(Some)
        .map_err(|_| Trouble::Foreign)
}

/// Keeps something for a block; the other blocks' entries stay.
///
/// # Errors
/// As [`load`]; what is there already then stays.
pub fn store<T: Serialize>(block: &str, entry: &T) -> Result<(), Trouble> {
    let mut document = document()?;
    let entry = serde_json::to_value(entry).map_err(|_| Trouble::Unavailable)?;
    document.blocks.insert(block.to_owned(), entry);
    let text = serde_json::to_string(&document).map_err(|_| Trouble::Unavailable)?;
    storage()?
        .set_item(&key(), &text)
        .map_err(|_| Trouble::Unavailable)
}

/// Calls `save` a while after the last change of what `track` follows, and when the page is left.
pub fn keep(track: impl Fn() + 'static, save: impl Fn() + Copy + Send + Sync + 'static) {
    let soon = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |first: Option<()>| {
        track();
        if first.is_none() {
            return;
        }
        soon.update_value(|handle| {
            if let Some(handle) = handle.take() {
                handle.clear();
            }
            *handle = set_timeout_with_handle(save, SOON).ok();
        });
    });
    let leaving = window_event_listener(leptos::ev::pagehide, move |_| save());
    on_cleanup(move || leaving.remove());
}

fn document() -> Result<Document, Trouble> {
    match storage()?
        .get_item(&key())
        .map_err(|_| Trouble::Unavailable)?
    {
        None => Ok(Document {
            version: VERSION,
            blocks: BTreeMap::new(),
        }),
        Some(text) => parse(&text).ok_or(Trouble::Foreign),
    }
}

fn parse(text: &str) -> Option<Document> {
    serde_json::from_str::<Document>(text)
        .ok()
        .filter(|document| document.version == VERSION)
}

fn storage() -> Result<web_sys::Storage, Trouble> {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    storage.ok_or(Trouble::Unavailable)
}

/// One key a page, so that one page's trouble is its own.
fn key() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok());
    format!("brigade:{}", path.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn only_our_own_documents_are_read() {
        assert!(parse(r#"{"version":1,"blocks":{"a":{"tab":1}}}"#).is_some());
        assert!(parse(r#"{"version":1}"#).is_some());
        assert!(parse(r#"{"version":2,"blocks":{}}"#).is_none());
        assert!(parse("not json").is_none());
        assert!(parse(r#"["version"]"#).is_none());
    }
}
