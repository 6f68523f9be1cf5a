//! The sliders: a setting each, by its name in the scenario.

use super::Stage;
use crate::runtime::scenario::{Setting, Values, setting};
use leptos::prelude::*;

/// The sliders that the lesson offers.
#[component]
pub fn Sliders(
    /// The stage.
    stage: Stage,
) -> impl IntoView {
    let names = stage.setup.with_value(|setup| setup.sliders.clone());
    let rows = names.into_iter().filter_map(|name| setting(&name).ok()).map(|setting| match setting.values() {
        Values::Numbers { .. } => view! { <Slider stage setting /> }.into_any(),
        Values::Words(words) => view! { <Choice stage setting words /> }.into_any(),
    });
    view! { <div class="sliders">{rows.collect_view()}</div> }
}

/// How a setting is offered: what the kitchen calls it, the slider's ends and step, and its unit.
struct Face {
    label: &'static str,
    min: f64,
    max: f64,
    step: f64,
    unit: &'static str,
}

/// Sliders carry the scenario's own values and reach as far as is worth watching; the box beside them takes whatever the
/// scenario takes.
fn face(setting: &'static Setting) -> Face {
    let (label, min, max, step, unit) = match setting.name {
        "tasks" => ("Orders", 0.0, 10_000.0, 1.0, ""),
        "workers" => ("Chefs at once", 1.0, 200.0, 1.0, ""),
        "service_ms" => ("Cooking time", 0.0, 200.0, 1.0, "ms"),
        "spread" => ("Spread", 0.0, 1.0, 0.05, ""),
        "stragglers" => ("Stragglers", 0.0, 0.5, 0.01, ""),
        "fail_rate" => ("Burnt", 0.0, 1.0, 0.01, ""),
        "stoves" => ("Stoves", 0.0, 200.0, 1.0, ""),
        "stoves_others" => ("Stoves others use", 0.0, 200.0, 1.0, ""),
        "memory_mib" => ("Floor", 8.0, 1024.0, 8.0, "MiB"),
        "task_kib" => ("Floor an order takes", 0.0, 1024.0, 1.0, "KiB"),
        "cores" => ("Knives", 1.0, 64.0, 1.0, ""),
        "cpu_share" => ("Share of chopping", 0.0, 1.0, 0.05, ""),
        "spawn_ns" => ("Time to hire", 0.0, 10_000.0, 100.0, "ns"),
        "connect_ms" => ("Time to light a stove", 0.0, 50.0, 1.0, "ms"),
        "api_ms" => ("Supplier's time", 0.0, 1000.0, 1.0, "ms"),
        "api_per_s" => ("Supplier's calls", 0.0, 1000.0, 1.0, "/s"),
        "sources" => ("Shelves", 1.0, 1000.0, 1.0, ""),
        "latency_ms" => ("Way to a shelf", 0.0, 10_000.0, 10.0, "ms"),
        "connections" => ("Ways at once", 0.0, 200.0, 1.0, ""),
        "copy_us" => ("Copying", 0.0, 100_000.0, 10.0, "µs"),
        "deadline_ms" => ("Closing bell", 0.0, 10_000.0, 10.0, "ms"),
        name => (name, 0.0, 1000.0, 1.0, ""),
    };
    Face { label, min, max, step, unit }
}

#[component]
fn Slider(stage: Stage, setting: &'static Setting) -> impl IntoView {
    let face = face(setting);
    let trouble = RwSignal::new(None::<String>);
    let value = move || setting.get(&stage.scenario());
    let change = move |event| {
        let wanted = event_target_value(&event);
        trouble.set(stage.set(setting.name, &wanted).err());
    };
    let (id, trouble_id) = (format!("set-{}", setting.name), format!("trouble-{}", setting.name));
    let described = trouble_id.clone();
    view! {
        <div class="slider">
            <label for=id.clone() title=setting.doc>{face.label}</label>
            <input
                type="range"
                id=id
                data-param=setting.name
                min=face.min
                max=face.max
                step=face.step
                prop:value=value
                aria-valuetext=move || format!("{} {}", value(), face.unit)
                aria-describedby=described
                disabled=move || stage.locked.get()
                on:input=change
            />
            <input
                type="text"
                inputmode="decimal"
                class="exact"
                aria-label=format!("{}, exactly", face.label)
                prop:value=value
                disabled=move || stage.locked.get()
                on:change=change
            />
            <span class="unit">{face.unit}</span>
            <p class="trouble" id=trouble_id role="status">{move || trouble.get()}</p>
        </div>
    }
}

#[component]
fn Choice(stage: Stage, setting: &'static Setting, words: &'static [&'static str]) -> impl IntoView {
    let label = match setting.name {
        "distribution" => "Distribution",
        "arrival" => "Orders come",
        "stove_policy" => "No stove free",
        "api_policy" => "Supplier refuses",
        name => name,
    };
    let value = move || setting.get(&stage.scenario());
    let id = format!("set-{}", setting.name);
    let options = words.iter().map(|word| {
        view! { <option value=*word selected=move || value() == *word>{word.replace('_', " ")}</option> }
    });
    view! {
        <div class="slider choice">
            <label for=id.clone() title=setting.doc>{label}</label>
            <select
                id=id
                data-param=setting.name
                disabled=move || stage.locked.get()
                on:change=move |event| {
                    let _ = stage.set(setting.name, &event_target_value(&event));
                }
            >
                {options.collect_view()}
            </select>
        </div>
    }
}
