//! The sliders: a setting each, by its name in the scenario.

use super::clock::Clock;
use crate::lesson::block::{Lots, Sim};
use crate::lesson::control::{Control, control};
use crate::runtime::scenario::{Scenario, Setting, Values, setting};
use leptos::prelude::*;
use std::sync::Arc;

/// What the sliders change. It is `Copy`: the values live in the reactive system.
#[derive(Clone, Copy)]
pub struct Dials {
    /// Whose they are.
    pub setup: StoredValue<Arc<Sim>>,
    /// The scenarios as they stand, by tab.
    pub scenarios: RwSignal<Vec<Scenario>>,
    /// The lots as they stand.
    pub lots: RwSignal<Lots>,
    /// The tab whose values they show.
    pub tab: Signal<usize>,
    /// What may be locked.
    pub clock: Clock,
}

impl Dials {
    /// The scenario of the tab that is shown.
    pub fn scenario(self) -> Scenario {
        self.scenarios.with(|all| all[self.tab.get()])
    }

    /// Changes one setting, in every tab.
    ///
    /// # Errors
    /// What is possible, where the value is not.
    pub fn set(self, name: &str, value: &str) -> Result<(), String> {
        let mut scenarios = self.scenarios.get_untracked();
        for scenario in &mut scenarios {
            scenario.set(name, value)?;
            scenario.check()?;
        }
        if self.scenarios.with_untracked(|before| *before != scenarios) {
            self.scenarios.set(scenarios);
        }
        Ok(())
    }
}

/// The sliders that the lesson offers.
#[component]
pub fn Sliders(
    /// What they change.
    dials: Dials,
) -> impl IntoView {
    let names = dials.setup.with_value(|setup| setup.sliders.clone());
    let known = names
        .into_iter()
        .filter_map(|name| Some((setting(&name).ok()?, control(&name)?)));
    let rows = known.map(|(setting, control)| match setting.values() {
        Values::Numbers { .. } => view! { <Slider dials setting control /> }.into_any(),
        Values::Words(words) => view! { <Choice dials setting control words /> }.into_any(),
    });
    let offers = |name: &str| {
        dials
            .setup
            .with_value(|setup| setup.sliders.iter().any(|offered| offered == name))
    };
    let lots = Lots::NAMES.into_iter().filter(|name| offers(name));
    let lots = lots.map(|name| view! { <Lot dials name /> });
    view! { <div class="sliders">{rows.collect_view()}{lots.collect_view()}</div> }
}

/// One of the lots: the seed or the schedule.
#[component]
fn Lot(dials: Dials, name: &'static str) -> impl IntoView {
    let is_seed = name == "seed";
    let (label, doc) = if is_seed {
        (
            "Seed",
            "draws how long each takes and which fail: the same seed, the same work",
        )
    } else {
        (
            "Schedule",
            "draws who goes next where several could; 0 is Go's own order",
        )
    };
    let value = move || match dials.lots.get() {
        Lots { seed, .. } if is_seed => seed,
        Lots { schedule, .. } => schedule,
    };
    let set = move |typed: &str| {
        // What isn't a whole number leaves the lot as it is.
        let Ok(number) = typed.trim().parse::<u64>() else {
            return;
        };
        dials.lots.update(|lots| match is_seed {
            true => lots.seed = number,
            false => lots.schedule = number,
        });
    };
    let owner = dials.setup.with_value(|setup| setup.id.clone());
    let id = format!("set-{owner}-{name}");
    view! {
        <div class="slider choice">
            <label for=id.clone() title=doc>{label}</label>
            <input
                type="number"
                id=id
                class="lot"
                min="0"
                step="1"
                data-param=name
                prop:value=value
                disabled=move || dials.clock.locked()
                on:change=move |event| {
                    set(&event_target_value(&event));
                    let now = untrack(value).to_string();
                    event_target::<web_sys::HtmlInputElement>(&event).set_value(&now);
                }
            />
        </div>
    }
}

#[component]
fn Slider(dials: Dials, setting: &'static Setting, control: &'static Control) -> impl IntoView {
    let trouble = RwSignal::new(None::<String>);
    let value = move || setting.get(&dials.scenario());
    let shown = move || shown(control, &value());
    let set = move |wanted: &str| trouble.set(dials.set(setting.name, wanted).err());
    let label = label(dials, control);
    let (id, trouble_id) = (
        id_of("set", dials, setting),
        id_of("trouble", dials, setting),
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
                disabled=move || dials.clock.locked()
                on:input=move |event| set(&event_target_value(&event))
            />
            <input
                type="text"
                inputmode="decimal"
                class="exact"
                aria-label=format!("{label}, exactly")
                prop:value=shown
                disabled=move || dials.clock.locked()
                on:change=move |event| set(&typed(control, &event_target_value(&event)))
            />
            <span class="unit">{control.unit}</span>
            <p class="trouble" id=trouble_id role="status">{move || trouble.get()}</p>
        </div>
    }
}

#[component]
fn Choice(
    dials: Dials,
    setting: &'static Setting,
    control: &'static Control,
    words: &'static [&'static str],
) -> impl IntoView {
    let value = move || setting.get(&dials.scenario());
    let id = id_of("set", dials, setting);
    let options = words.iter().map(|word| {
        view! { <option value=*word selected=move || value() == *word>{word.replace('_', " ")}</option> }
    });
    view! {
        <div class="slider choice">
            <label for=id.clone() title=setting.doc>{label(dials, control)}</label>
            <select
                id=id
                data-param=setting.name
                disabled=move || dials.clock.locked()
                on:change=move |event| {
                    let _ = dials.set(setting.name, &event_target_value(&event));
                }
            >
                {options.collect_view()}
            </select>
        </div>
    }
}

/// What the stage's world calls it.
fn label(dials: Dials, control: &Control) -> &'static str {
    let scene = dials.setup.with_value(|setup| setup.scene);
    control.label_in(scene)
}

/// An id that no other stage of the page has.
fn id_of(what: &str, dials: Dials, setting: &Setting) -> String {
    let owner = dials.setup.with_value(|setup| setup.id.clone());
    format!("{what}-{owner}-{}", setting.name)
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
