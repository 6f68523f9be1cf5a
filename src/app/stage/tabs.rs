//! The strategies: one tab a program.

use super::Stage;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The tabs of a stage; nothing where there is only one program.
#[component]
pub fn Tabs(
    /// The stage.
    stage: Stage,
) -> impl IntoView {
    let setup = stage.setup.get_value();
    let count = setup.tabs.len();
    let open = move |tab: usize| {
        stage.open(tab);
    };
    let on_key = move |event: KeyboardEvent| {
        let tab = stage.tab.get_untracked();
        let next = match event.key().as_str() {
            "ArrowRight" => (tab + 1) % count,
            "ArrowLeft" => (tab + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        open(next);
        if let Some(target) = document().get_element_by_id(&tab_id(&stage, next)) {
            use wasm_bindgen::JsCast;
            if let Ok(button) = target.dyn_into::<web_sys::HtmlElement>() {
                let _ = button.focus();
            }
        }
    };
    let buttons = setup.tabs.iter().enumerate().map(|(tab, program)| {
        let selected = move || stage.tab.get() == tab;
        view! {
            <button
                type="button"
                role="tab"
                id=tab_id(&stage, tab)
                aria-selected=move || selected().to_string()
                tabindex=move || if selected() { "0" } else { "-1" }
                on:click=move |_| open(tab)
            >
                {program.label.clone()}
            </button>
        }
    });
    (count > 1).then(|| {
        view! {
            <div class="stage-tabs" role="tablist" aria-label="Strategies" on:keydown=on_key>
                {buttons.collect_view()}
            </div>
        }
    })
}

fn tab_id(stage: &Stage, tab: usize) -> String {
    format!(
        "{}-tab-{tab}",
        stage.setup.with_value(|setup| setup.id.clone())
    )
}
