//! A prediction: commit to an answer, then watch; the run says which one is right.

use super::{Page, Subject};
use crate::app::saved;
use crate::lesson::block::Predict;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// How many letters of what the run says have room beside an answer; a longer one is said by the answer itself.
const ROOM: usize = 24;

/// What is kept of a prediction.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Saved {
    #[serde(default)]
    committed: Option<usize>,
    #[serde(default)]
    revealed: bool,
}

/// What the run answers: which options are right, and the figure in words.
#[derive(Clone, Debug, PartialEq)]
struct Answer {
    right: Vec<usize>,
    said: String,
}

/// The view of a prediction, tied to its stage.
pub fn mount(predict: Predict, page: &Page) -> AnyView {
    let (saved, trouble) = match saved::load::<Saved>(&predict.id) {
        Ok(saved) => (saved.unwrap_or_default(), None),
        Err(trouble) => (Saved::default(), Some(trouble)),
    };
    let answered = saved.committed.filter(|at| *at < predict.options.len());
    let chosen = RwSignal::new(answered);
    let committed = RwSignal::new(answered);
    let revealed = RwSignal::new(saved.revealed && answered.is_some());
    let subject = RwSignal::new(None::<Subject>);
    page.with_subject(&predict.sim, move |found| subject.set(Some(found)));
    let predict = StoredValue::new(predict);

    Effect::new(move || {
        if let Some(subject) = subject.get() {
            let open = committed.get().is_none();
            subject
                .clock()
                .asks
                .set(open.then(|| predict.with_value(|predict| predict.id.clone())));
        }
    });
    // Only a run of the tab that is asked about answers; the last one that did still holds when another tab is open.
    let ours = move || {
        let tab = predict.with_value(|predict| predict.tab.clone());
        subject.get().and_then(|subject| subject.run_of(&tab))
    };
    let answer = Memo::new(move |before: Option<&Option<Answer>>| match ours() {
        Some(run) => predict.with_value(|predict| {
            let value = predict.figure.of(&run.report);
            Some(Answer {
                right: predict.right(&value),
                said: predict.figure.say(&value),
            })
        }),
        None => before.cloned().flatten(),
    });
    // Who has watched the run of the right tab to its end has seen the answer.
    Effect::new(move || {
        let Some(subject) = subject.get() else { return };
        if committed.get().is_some() && ours().is_some() && subject.clock().position() >= 1.0 {
            revealed.set(true);
        }
    });
    Effect::new(move |first: Option<()>| {
        let entry = Saved {
            committed: committed.get(),
            revealed: revealed.get(),
        };
        if first.is_some() && trouble.is_none() {
            let _ = predict.with_value(|predict| saved::store(&predict.id, &entry));
        }
    });

    let marked = Memo::new(move |_| answer.get().filter(|_| revealed.get()));
    let options = predict.with_value(|predict| {
        let name = format!("{}-answer", predict.id);
        let options = predict.options.iter().enumerate();
        options
            .map(|(at, option)| {
                let text = option.text.0.clone();
                let why = option.explanation.0.clone();
                let name = name.clone();
                option_view(
                    Choice {
                        at,
                        chosen,
                        committed,
                        revealed,
                        marked,
                    },
                    name,
                    text,
                    why,
                )
            })
            .collect_view()
    });
    let lead = move || match (committed.get().is_some(), revealed.get()) {
        (false, _) => "Before you press play:",
        (true, false) => "You said; now press play and watch to the end:",
        (true, true) => "You said, before play:",
    };
    let commit = move |_| committed.set(chosen.get_untracked());
    let again = move |_| {
        revealed.set(false);
        committed.set(None);
        chosen.set(None);
    };
    let was_wrong = move || {
        marked.with(|marked| {
            let right = marked.as_ref().map(|answer| &answer.right);
            right.is_some_and(|right| committed.get().is_some_and(|at| !right.contains(&at)))
        })
    };
    let none_fits = move || {
        let answer = marked.get().filter(|answer| answer.right.is_empty())?;
        Some(format!(
            "With these settings the run says {}, which none of the answers is.",
            answer.said
        ))
    };
    let question = predict.with_value(|predict| predict.question.0.clone());
    let then = predict.with_value(|predict| predict.then.clone());
    let then = then.map(
        |then| view! { <div class="then" hidden=move || !revealed.get() inner_html=then.0></div> },
    );
    let unsaved = trouble.map(|trouble| view! { <p class="unsaved">{trouble.message()}</p> });
    view! {
        <fieldset class="predict">
            <legend>{lead}</legend>
            <div class="question" inner_html=question></div>
            <ul>{options}</ul>
            <p class="none-fits" role="status">{none_fits}</p>
            {then}
            <div class="predict-bar">
                <button
                    type="button"
                    class="commit"
                    on:click=commit
                    hidden=move || committed.get().is_some()
                    disabled=move || chosen.get().is_none()
                >
                    "Commit"
                </button>
                <button type="button" class="again" on:click=again hidden=move || !was_wrong()>"Answer again"</button>
            </div>
            {unsaved}
        </fieldset>
    }
    .into_any()
}

/// What an option's view depends on.
#[derive(Clone, Copy)]
struct Choice {
    at: usize,
    chosen: RwSignal<Option<usize>>,
    committed: RwSignal<Option<usize>>,
    revealed: RwSignal<bool>,
    marked: Memo<Option<Answer>>,
}

fn option_view(choice: Choice, name: String, text: String, why: String) -> impl IntoView {
    let Choice {
        at,
        chosen,
        committed,
        revealed,
        marked,
    } = choice;
    let is_right = move || {
        marked.with(|marked| {
            marked
                .as_ref()
                .is_some_and(|answer| answer.right.contains(&at))
        })
    };
    let is_mine = move || committed.get() == Some(at);
    let missed = move || is_mine() && marked.with(Option::is_some) && !is_right();
    let verdict = move || {
        let said = marked.with(|marked| marked.as_ref().map(|answer| answer.said.clone()))?;
        is_right().then(|| match said.len() {
            0..=ROOM => format!("the run says {said}"),
            _ => "the run says so".to_owned(),
        })
    };
    view! {
        <li class:right=is_right class:missed=missed class:mine=is_mine>
            <label>
                <input
                    type="radio"
                    name=name
                    prop:checked=move || chosen.get() == Some(at)
                    disabled=move || committed.get().is_some()
                    on:change=move |_| chosen.set(Some(at))
                />
                <span inner_html=text></span>
            </label>
            <span class="badge verdict">{verdict}</span>
            <span class="badge missed">{move || missed().then_some("your answer")}</span>
            <div class="explanation" hidden=move || !revealed.get() inner_html=why></div>
        </li>
    }
}
