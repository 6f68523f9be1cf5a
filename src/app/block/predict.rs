//! A prediction: commit to an answer, then watch; the run says which one is right.

use super::Page;
use crate::app::saved;
use crate::app::stage::Stage;
use crate::lesson::block::Predict;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What is kept of a prediction.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Saved {
    #[serde(default)]
    committed: Option<usize>,
    #[serde(default)]
    revealed: bool,
}

/// The view of a prediction, tied to its stage.
pub fn mount(predict: Predict, page: &Page) -> AnyView {
    let (saved, trouble) = match saved::load::<Saved>(&predict.id) {
        Ok(saved) => (saved.unwrap_or_default(), None),
        Err(trouble) => (Saved::default(), Some(trouble)),
    };
    let saved = Saved {
        committed: saved.committed.filter(|at| *at < predict.options.len()),
        ..saved
    };
    let chosen = RwSignal::new(saved.committed);
    let committed = RwSignal::new(saved.committed);
    let revealed = RwSignal::new(saved.revealed && saved.committed.is_some());
    let stage = RwSignal::new(None::<Stage>);
    let tab_name = predict.tab.clone();
    page.with_stage(&predict.sim, move |found| {
        found.clock.locked.set(committed.get_untracked().is_none());
        stage.set(Some(found));
    });
    let predict = Arc::new(predict);
    // Who has watched the run of the right tab to its end has seen the answer.
    Effect::new({
        let predict = predict.clone();
        move || {
            let Some(stage) = stage.get() else { return };
            stage.clock.locked.set(committed.get().is_none());
            let here = stage.setup.with_value(|setup| {
                setup
                    .tabs
                    .get(stage.tab.get())
                    .is_some_and(|tab| tab.id == tab_name)
            });
            if committed.get().is_some()
                && here
                && stage.run.with(Option::is_some)
                && stage.clock.position() >= 1.0
            {
                revealed.set(true);
            }
            let _ = &predict;
        }
    });
    Effect::new({
        let id = predict.id.clone();
        move |first: Option<()>| {
            let entry = Saved {
                committed: committed.get(),
                revealed: revealed.get(),
            };
            if first.is_some() && trouble.is_none() {
                let _ = saved::store(&id, &entry);
            }
        }
    });
    let right = {
        let predict = predict.clone();
        Memo::new(move |_| {
            let stage = stage.get()?;
            let run = stage.run.get().filter(|_| revealed.get())?;
            let value = predict.figure.of(&run.report);
            Some((predict.right(&value), predict.figure.say(&value)))
        })
    };
    let name = format!("{}-answer", predict.id);
    let options = predict.options.iter().enumerate().map(|(at, option)| {
        let text = option.text.0.clone();
        let explanation = option.explanation.0.clone();
        let is_right = move || right.with(|right| right.as_ref().is_some_and(|(right, _)| right.contains(&at)));
        let verdict = move || {
            right.with(|right| {
                let (rights, said) = right.as_ref()?;
                rights.contains(&at).then(|| format!("the run says {said}"))
            })
        };
        let missed = move || revealed.get() && right.with(Option::is_some) && committed.get() == Some(at) && !is_right();
        view! {
            <li class:right=is_right class:missed=missed>
                <label>
                    <input
                        type="radio"
                        name=name.clone()
                        prop:checked=move || chosen.get() == Some(at)
                        disabled=move || committed.get().is_some()
                        on:change=move |_| chosen.set(Some(at))
                    />
                    <span inner_html=text></span>
                </label>
                <span class="badge">{verdict}</span>
                <span class="badge missed">{move || missed().then_some("your answer")}</span>
                <div class="explanation" hidden=move || !revealed.get() inner_html=explanation></div>
            </li>
        }
    });
    let lead = move || match (committed.get().is_some(), revealed.get()) {
        (false, _) => "Before you press play:",
        (true, false) => "You said; now press play and watch to the end:",
        (true, true) => "You said, before play:",
    };
    let commit = move |_| {
        if let Some(at) = chosen.get_untracked() {
            committed.set(Some(at));
        }
    };
    let none_fits = move || {
        right
            .with(|right| right.as_ref().is_some_and(|(rights, _)| rights.is_empty()))
            .then(|| {
                right.with(|right| {
                    right.as_ref().map(|(_, said)| {
                        format!(
                            "With these settings the run says {said}, which none of the answers is."
                        )
                    })
                })
            })
    };
    let then = predict.then.clone().map(|then| {
        view! { <div class="then" hidden=move || !revealed.get() inner_html=then.0></div> }
    });
    view! {
        <fieldset class="predict">
            <legend>{lead}</legend>
            <div class="question" inner_html=predict.question.0.clone()></div>
            <ul>{options.collect_view()}</ul>
            <button type="button" on:click=commit hidden=move || committed.get().is_some() disabled=move || chosen.get().is_none()>
                "Commit"
            </button>
            <p class="none-fits" role="status">{none_fits}</p>
            {then}
        </fieldset>
    }
    .into_any()
}
