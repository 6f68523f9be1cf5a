//! What became of the orders, and how full the limits are.

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

/// How full the floor is, and how many stoves are lit.
#[component]
pub fn Gauges(
    /// The moment that is looked at.
    shown: Memo<Option<Shown>>,
) -> impl IntoView {
    let memory = Memo::new(move |_| {
        shown.with(|shown| {
            shown.as_ref().map_or((0, 1), |shown| {
                (
                    shown.state.memory.used(),
                    shown.state.meta.memory_limit.max(1),
                )
            })
        })
    });
    let stoves = Memo::new(move |_| {
        shown.with(|shown| {
            shown.as_ref().map_or((0, 0), |shown| {
                let meta = &shown.state.meta;
                let ours = meta
                    .stoves
                    .saturating_sub(meta.stoves_reserved)
                    .saturating_sub(meta.stoves_others);
                (u64::from(shown.state.stoves_in_use), u64::from(ours))
            })
        })
    });
    let mib = |bytes: u64| bytes as f64 / f64::from(1 << 20);
    let memory_text = move || {
        let (used, limit) = memory.get();
        format!("{:.1} / {} MiB", mib(used), limit >> 20)
    };
    let stoves_text = move || {
        let (used, ours) = stoves.get();
        format!("{used} / {ours}")
    };
    view! {
        <div class="gauges">
            <Gauge kind="memory" kitchen="Floor" field="memory" level=memory text=Signal::derive(memory_text) />
            <Gauge kind="stoves" kitchen="Stoves" field="connections" level=stoves text=Signal::derive(stoves_text) />
        </div>
    }
}

#[component]
fn Gauge(
    kind: &'static str,
    kitchen: &'static str,
    field: &'static str,
    level: Memo<(u64, u64)>,
    text: Signal<String>,
) -> impl IntoView {
    let share = move || {
        let (used, limit) = level.get();
        if limit == 0 {
            0.0
        } else {
            (used as f64 / limit as f64).min(1.0)
        }
    };
    let full = move || share() >= 0.995;
    view! {
        <div class="gauge" data-kind=kind class:full=full>
            <span>{kitchen}" "<small>{field}</small></span>
            <div class="bar"><div class="fill" style:width=move || format!("{:.2}%", share() * 100.0)></div></div>
            <output>{text}</output>
        </div>
    }
}
