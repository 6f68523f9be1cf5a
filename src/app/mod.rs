//! app

pub mod canvas;

/// Brings the page to life, and says so on its root element: `<html data-app="live">`.
pub fn start() {
    if let Some(root) = leptos::prelude::document().document_element() {
        // An attribute with a valid name is always accepted.
        let _ = root.set_attribute("data-app", "live");
    }
}
