//! Play, pause, step, scrub, speed: the clock is the learner's.

use super::{Stage, player};
use crate::trace::text::duration;
use leptos::prelude::*;

/// How finely `Position` moves.
const GRAIN: f64 = 10_000.0;

/// The controls under the scene.
#[component]
pub fn Controls(
    /// The stage.
    stage: Stage,
) -> impl IntoView {
    let at_end = move || stage.position() >= 1.0;
    let play_label = move || match (stage.playing.get(), at_end()) {
        (true, _) => "❚❚ Pause",
        (false, true) => "↺ Again",
        (false, false) => "▶ Play",
    };
    let name = move || if stage.playing.get() { "Pause" } else { "Play" };
    let toggle = move |_| {
        if stage.playing.get_untracked() {
            player::pause(stage)
        } else {
            player::play(stage)
        }
    };
    let locked = move || stage.locked.get() || stage.run.with(Option::is_none);
    let end = move || {
        stage
            .run
            .with(|run| run.as_ref().map_or(0, |run| run.trace.end()))
    };
    let clock = move || format!("{} / {}", duration(stage.moment.get().t), duration(end()));
    let scrub = move |event| {
        if let Ok(value) = event_target_value(&event).parse::<f64>() {
            player::pause(stage);
            stage.go_to_position(value / GRAIN);
        }
    };
    let speeds = player::SPEEDS.rev().map(|power| {
        view! { <option value=power selected=move || stage.speed.get() == power>{player::speed_label(power)}</option> }
    });
    view! {
        <div class="controls" role="group" aria-label="Player">
            <button type="button" class="step" aria-label="Step back" disabled=locked on:click=move |_| stage.step(-1)>
                "◂ Step"
            </button>
            <button type="button" class="play" aria-label=name disabled=locked on:click=toggle>
                {play_label}
            </button>
            <button type="button" class="step" aria-label="Step forward" disabled=locked on:click=move |_| stage.step(1)>
                "Step ▸"
            </button>
            <input
                type="range"
                class="position"
                aria-label="Position"
                aria-valuetext=clock
                min="0"
                max=GRAIN
                step="1"
                disabled=locked
                prop:value=move || (stage.position() * GRAIN).round()
                on:input=scrub
            />
            <output class="clock">{clock}</output>
            <select
                class="speed"
                aria-label="Speed"
                on:change=move |event| {
                    if let Ok(power) = event_target_value(&event).parse() {
                        stage.speed.set(power);
                    }
                }
            >
                {speeds.collect_view()}
            </select>
        </div>
    }
}
