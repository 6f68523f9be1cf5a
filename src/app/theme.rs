//! The theme: paper by day, night service in the dark. The learner's choice is kept; without one it is the system's.

use leptos::prelude::*;
use std::cell::OnceCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

const KEY: &str = "brigade-theme";

thread_local! {
    /// The signal, and the owner without which it would be disposed of.
    static CHANGES: OnceCell<(Owner, RwSignal<u32>)> = const { OnceCell::new() };
}

/// Goes up whenever the theme changes or a typeface has arrived, so that what reads the design tokens reads them again.
pub fn changes() -> ReadSignal<u32> {
    signal().read_only()
}

fn signal() -> RwSignal<u32> {
    CHANGES.with(|changes| {
        let (_, signal) = changes.get_or_init(|| {
            let owner = Owner::new();
            let signal = owner.with(|| RwSignal::new(0));
            (owner, signal)
        });
        *signal
    })
}

/// Sets the page's theme as kept or as the system has it.
pub fn apply() {
    let storage = window().local_storage().ok().flatten();
    let kept = storage.and_then(|storage| storage.get_item(KEY).ok().flatten());
    let dark = match kept.as_deref() {
        Some("dark") => true,
        Some("light") => false,
        _ => window()
            .match_media("(prefers-color-scheme: dark)")
            .ok()
            .flatten()
            .is_some_and(|query| query.matches()),
    };
    show(dark);
}

fn show(dark: bool) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-theme", if dark { "dark" } else { "light" });
    }
    signal().update(|changes| *changes += 1);
}

/// A canvas paints with what typefaces are there, and doesn't know when others arrive.
pub fn watch_typefaces() {
    let arrived = Closure::<dyn Fn()>::new(|| signal().update(|changes| *changes += 1));
    let _ = document()
        .fonts()
        .add_event_listener_with_callback("loadingdone", arrived.as_ref().unchecked_ref());
    // It listens as long as the page lives.
    arrived.forget();
}

fn is_dark() -> bool {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("data-theme"))
        .as_deref()
        == Some("dark")
}

/// The button that turns the lights down and up.
#[component]
pub fn Toggle() -> impl IntoView {
    let changes = changes();
    let dark = move || {
        changes.track();
        is_dark()
    };
    let toggle = move |_| {
        let dark = !is_dark();
        if let Ok(Some(storage)) = window().local_storage() {
            let _ = storage.set_item(KEY, if dark { "dark" } else { "light" });
        }
        show(dark);
    };
    view! {
        <button type="button" class="theme-toggle" aria-pressed=move || dark().to_string() on:click=toggle>
            "Night service"
        </button>
    }
}
