//! The sliders: a setting each, by its name in the scenario.

use super::Stage;
use crate::lesson::control::{Control, control};
use crate::runtime::scenario::{Setting, Values, setting};
use leptos::prelude::*;

/// The sliders that the lesson offers.
#[component]
pub fn Sliders(
    /// The stage.
    stage: Stage,
) -> impl IntoView {
    let names = stage.setup.with_value(|setup| setup.sliders.clone());
    let known = names
        .into_iter()
        .filter_map(|name| Some((setting(&name).ok()?, control(&name)?)));
    let rows = known.map(|(setting, control)| match setting.values() {
        Values::Numbers { .. } => view! { <Slider stage setting control /> }.into_any(),
        Values::Words(words) => view! { <Choice stage setting control words /> }.into_any(),
    });
    view! { <div class="sliders">{rows.collect_view()}</div> }
}

#[component]
fn Slider(stage: Stage, setting: &'static Setting, control: &'static Control) -> impl IntoView {
    let trouble = RwSignal::new(None::<String>);
    let value = move || setting.get(&stage.scenario());
    let shown = move || shown(control, &value());
    let set = move |wanted: &str| trouble.set(stage.set(setting.name, wanted).err());
    let label = label(stage, control);
    let (id, trouble_id) = (
        id_of("set", stage, setting),
        id_of("trouble", stage, setting),
    );
    let described = trouble_id.clone();
    view! {
        <div class="slider">
            <label for=id.clone() title=setting.doc>{label}</label>
            <input
                type="range"
                id=id
                data-param=setting.name
                min=control.min
                max=control.max
                step=control.step
                prop:value=value
                aria-valuetext=move || format!("{} {}", shown(), control.unit)
                aria-describedby=described
                disabled=move || stage.clock.locked()
                on:input=move |event| set(&event_target_value(&event))
            />
            <input
                type="text"
                inputmode="decimal"
                class="exact"
                aria-label=format!("{label}, exactly")
                prop:value=shown
                disabled=move || stage.clock.locked()
                on:change=move |event| set(&typed(control, &event_target_value(&event)))
            />
            <span class="unit">{control.unit}</span>
            <p class="trouble" id=trouble_id role="status">{move || trouble.get()}</p>
        </div>
    }
}

#[component]
fn Choice(
    stage: Stage,
    setting: &'static Setting,
    control: &'static Control,
    words: &'static [&'static str],
) -> impl IntoView {
    let value = move || setting.get(&stage.scenario());
    let id = id_of("set", stage, setting);
    let options = words.iter().map(|word| {
        view! { <option value=*word selected=move || value() == *word>{word.replace('_', " ")}</option> }
    });
    view! {
        <div class="slider choice">
            <label for=id.clone() title=setting.doc>{label(stage, control)}</label>
            <select
                id=id
                data-param=setting.name
                disabled=move || stage.clock.locked()
                on:change=move |event| {
                    let _ = stage.set(setting.name, &event_target_value(&event));
                }
            >
                {options.collect_view()}
            </select>
        </div>
    }
}

/// What the stage's world calls it.
fn label(stage: Stage, control: &Control) -> &'static str {
    let scene = stage.setup.with_value(|setup| setup.scene);
    control.label_in(scene)
}

/// An id that no other stage of the page has.
fn id_of(what: &str, stage: Stage, setting: &Setting) -> String {
    let stage = stage.setup.with_value(|setup| setup.id.clone());
    format!("{what}-{stage}-{}", setting.name)
}

/// A value as it is printed: a share with `%` times 100.
fn shown(control: &Control, value: &str) -> String {
    match value.parse::<f64>() {
        Ok(share) if control.unit == "%" => format!("{}", (share * 1000.0).round() / 10.0),
        _ => value.to_owned(),
    }
}

/// What was typed, as the setting takes it.
fn typed(control: &Control, text: &str) -> String {
    let text = text
        .trim()
        .trim_end_matches(control.unit)
        .trim()
        .replace(',', "");
    match text.parse::<f64>() {
        Ok(share) if control.unit == "%" => format!("{}", share / 100.0),
        _ => text,
    }
}
