//! What became of the orders.

use super::Shown;
use crate::lesson::block::SceneKind;
use crate::trace::State;
use crate::trace::text::grouped;
use leptos::prelude::*;

/// The five counts, whose sum is always all orders.
#[component]
pub fn Counts(
    /// The moment that is looked at.
    shown: Memo<Option<Shown>>,
    /// Whose words lead.
    scene: SceneKind,
) -> impl IntoView {
    type Get = fn(&State) -> u64;
    let gets: [(&str, Get); 5] = [
        ("waiting", |state| state.counts.waiting),
        ("in_flight", |state| state.counts.in_flight),
        ("served", |state| state.counts.served),
        ("failed", |state| state.counts.failed),
        ("lost", |state| state.counts.lost),
    ];
    // The world's word, and the field's where it is another one.
    let words: [(&str, &str); 5] = match scene {
        SceneKind::Kitchen => [
            ("waiting", ""),
            ("in flight", ""),
            ("served", ""),
            ("failed", ""),
            ("lost", ""),
        ],
        SceneKind::Library => [
            ("waiting", "not begun"),
            ("on the way", "in flight"),
            ("back", "done"),
            ("failed", "error"),
            ("cut off", "lost"),
        ],
    };
    let cells = gets.into_iter().zip(words).map(|((name, get), (label, field))| {
        let value = Memo::new(move |_| shown.with(|shown| shown.as_ref().map_or(0, |shown| get(&shown.state))));
        view! {
            <div class="count" class:zero=move || value.get() == 0 data-kind=name>
                <dt>{label}{(!field.is_empty()).then(|| view! { " " <small>{field}</small> })}</dt>
                <dd><output data-count=name aria-label=label>{move || grouped(value.get())}</output></dd>
            </div>
        }
    });
    view! { <dl class="counts">{cells.collect_view()}</dl> }
}
