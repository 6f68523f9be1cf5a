//! What became of the orders.

use super::Shown;
use crate::trace::State;
use crate::trace::text::grouped;
use leptos::prelude::*;

/// The five counts, whose sum is always all orders.
#[component]
pub fn Counts(
    /// The moment that is looked at.
    shown: Memo<Option<Shown>>,
) -> impl IntoView {
    type Get = fn(&State) -> u64;
    let rows: [(&str, &str, Get); 5] = [
        ("waiting", "waiting", |state| state.counts.waiting),
        ("in_flight", "in flight", |state| state.counts.in_flight),
        ("served", "served", |state| state.counts.served),
        ("failed", "failed", |state| state.counts.failed),
        ("lost", "lost", |state| state.counts.lost),
    ];
    let cells = rows.map(|(name, label, get)| {
        let value = Memo::new(move |_| shown.with(|shown| shown.as_ref().map_or(0, |shown| get(&shown.state))));
        view! {
            <div class="count" class:zero=move || value.get() == 0 data-kind=name>
                <dt>{label}</dt>
                <dd><output data-count=name aria-label=label>{move || grouped(value.get())}</output></dd>
            </div>
        }
    });
    view! { <dl class="counts">{cells.collect_view()}</dl> }
}
