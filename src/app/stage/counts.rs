//! What became of the orders, and how full the limits are.

use super::Stage;
use crate::trace::State;
use leptos::prelude::*;

/// The five counts, whose sum is always all orders.
#[component]
pub fn Counts(
    /// The state at the moment that is looked at.
    state: Signal<Option<State>, LocalStorage>,
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
        let value = move || state.with(|state| state.as_ref().map_or(0, get));
        view! {
            <div class="count" class:zero=move || value() == 0 data-kind=name>
                <dt>{label}</dt>
                <dd><output data-count=name aria-label=label>{move || grouped(value())}</output></dd>
            </div>
        }
    });
    view! { <dl class="counts">{cells.collect_view()}</dl> }
}
