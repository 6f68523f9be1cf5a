//! What is laid over the scene for a while: the question that must be answered first, why it paused here, or that a run
//! takes long and can be cancelled.

use super::{Shown, Stage, run};
use crate::trace::text::grouped;
use leptos::prelude::*;

/// The card over the scene; nothing while there is nothing to say.
#[component]
pub fn Note(
    /// The stage.
    stage: Stage,
    /// The moment that is looked at.
    shown: Memo<Option<Shown>>,
) -> impl IntoView {
    let key = Memo::new(move |_| {
        let paused = !stage.clock.playing.get() && stage.clock.pauses.get();
        shown.with(|shown| {
            let shown = shown.as_ref().filter(|_| paused)?;
            let at = |moment: &&crate::trace::key::KeyMoment| moment.event == shown.state.n;
            let moment = shown.run.keys.iter().find(at)?;
            Some(moment.key.sentence(shown.state.meta.world))
        })
    });
    let long = Memo::new(move |_| stage.under_way.get());
    let card = move || {
        if let Some(run::UnderWay { steps, share }) = long.get() {
            return Some(
                view! {
                    <div class="note-card">
                        <p>"This run takes a while: "{grouped(steps)}" steps so far."</p>
                        <progress class="running" aria-label="The run so far" max="1" prop:value=share></progress>
                    </div>
                }
                .into_any(),
            );
        }
        if let Some(asks) = stage.clock.asks.get() {
            return Some(
                view! {
                    <p class="note-card">
                        "First say what you expect: " <a href=format!("#{asks}")>"the question"</a> " comes before play."
                    </p>
                }
                .into_any(),
            );
        }
        key.get().map(|sentence| {
            view! {
                <p class="note-card key"><strong>"Look here. "</strong>{sentence}</p>
            }
            .into_any()
        })
    };
    let running = move || long.get().is_some();
    view! {
        <div class="scene-note">
            <div role="status">{card}</div>
            <button type="button" class="cancel" hidden=move || !running() on:click=move |_| run::cancel(stage)>
                "Cancel"
            </button>
        </div>
    }
}
