//! The canvas: one picture of one moment. It holds nothing; what it shows is a function of the run and the moment.

use super::Shown;
use crate::app::{canvas as painter, dom, theme};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The scene of the stage, with the sentence as its text alternative.
#[component]
pub fn Scene(
    /// The moment that is looked at.
    shown: Memo<Option<Shown>>,
    /// What happens at that moment, in words.
    sentence: Memo<String>,
    /// The goroutine that is followed.
    selected: RwSignal<Option<u32>>,
) -> impl IntoView {
    let node = NodeRef::<html::Canvas>::new();
    let size = RwSignal::new((0.0, 0.0));
    let measure = move || {
        if let Some(canvas) = node.get_untracked() {
            let now = (
                f64::from(canvas.client_width()),
                f64::from(canvas.client_height()),
            );
            if size.get_untracked() != now {
                size.set(now);
            }
        }
    };
    Effect::new(move || {
        if node.get().is_some() {
            request_animation_frame(measure);
        }
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    // A click follows whoever stands there; another one lets go.
    let pick = move |event: leptos::ev::MouseEvent| {
        let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        let found = shown.with_untracked(|shown| {
            let (width, height) = size.get_untracked();
            let shown = shown.as_ref()?;
            shown.scene(width, height).who_at(x, y)
        });
        let again = found == selected.get_untracked();
        selected.set(found.filter(|_| !again));
    };
    let theme = theme::changes();
    let palette = Signal::derive(move || {
        theme.track();
        painter::Palette::from_tokens(dom::token)
    });
    let palette = Memo::new_with_compare(move |_| palette.get(), |_, _| true);
    Effect::new(move || {
        let (width, height) = size.get();
        let (Some(canvas), true) = (node.get(), width > 0.0 && height > 0.0) else {
            return;
        };
        let ratio = window().device_pixel_ratio().clamp(1.0, 3.0);
        let (wide, high) = ((width * ratio) as u32, (height * ratio) as u32);
        if (canvas.width(), canvas.height()) != (wide, high) {
            canvas.set_width(wide);
            canvas.set_height(high);
        }
        let context = canvas.get_context("2d").ok().flatten();
        let Some(context) = context
            .and_then(|context| context.dyn_into::<web_sys::CanvasRenderingContext2d>().ok())
        else {
            return;
        };
        shown.with(|shown| {
            if let Some(shown) = shown {
                let scene = shown.scene(width, height);
                let followed = selected.get().and_then(|g| scene.place_of(g));
                palette.with(|palette| {
                    painter::paint(&context, &scene, palette, ratio);
                    if let Some(place) = followed {
                        painter::mark(&context, &scene, place, palette, ratio);
                    }
                });
            }
        });
    });
    let said = move || match sentence.get() {
        said if said.is_empty() => "No run to show yet".to_owned(),
        said => said,
    };
    view! { <canvas node_ref=node class="scene" role="img" aria-label=said on:click=pick></canvas> }
}
