//! The live parts of the pages: mounts a component on each block, with the data that stands beside it.
//!
//! The only room that knows the browser. It takes a block's data, as [`crate::lesson`] describes it, and whatever the core
//! gives; it decides nothing about programs, runs or scenes.

mod block;
pub mod canvas;
mod dom;
mod saved;
mod stage;
mod theme;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Brings the page to life: each `[data-block]` by its kind, and the theme's button where the page has a place for it.
/// Then says so on the page's root: `<html data-app="live">`.
pub fn start() {
    on_panic();
    theme::apply();
    theme::watch_typefaces();
    let root = document();
    if let Some(place) = root.query_selector("[data-theme-toggle]").ok().flatten() {
        mount_into(place, || view! { <theme::Toggle /> }.into_any());
    }
    let page = block::Page::default();
    for element in all(&root, "[data-block]") {
        block::mount(element, &page);
    }
    block::mount_figures(&page);
    if let Some(root) = root.document_element() {
        // An attribute with a valid name is always accepted.
        let _ = root.set_attribute("data-app", "live");
    }
}

/// Mounts a view in place of what the element holds, for good: the page is left, never taken apart.
fn mount_into(place: Element, view: impl FnOnce() -> AnyView + 'static) {
    if let Ok(place) = place.dyn_into::<HtmlElement>() {
        place.set_inner_html("");
        mount_to(place, view).forget();
    }
}

/// All elements that a selector finds, in the page's order.
fn all(root: &web_sys::Document, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.get(at)?.dyn_into().ok())
        .collect()
}

/// A fault of ours: says so at the top of the page, whose prose stays readable, and leaves what is saved alone.
fn on_panic() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        let Some(body) = document().body() else {
            return;
        };
        let Ok(note) = document().create_element("p") else {
            return;
        };
        note.set_class_name("fault");
        let _ = note.set_attribute("role", "alert");
        note.set_text_content(Some(
            "Something in Brigade itself broke: the moving parts of this page have stopped. The text stays readable, what \
             you saved is safe, and reloading the page starts the moving parts again.",
        ));
        let _ = body.insert_before(&note, body.first_child().as_ref());
    }));
}
