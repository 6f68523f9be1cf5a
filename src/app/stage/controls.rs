//! Play, pause, step, scrub, speed: the clock is the learner's.

use super::clock::Clock;
use super::player;
use crate::trace::text::duration;
use leptos::prelude::*;

/// How finely `Position` moves.
const GRAIN: f64 = 10_000.0;

/// The controls under the scene.
#[component]
pub fn Controls(
    /// What they move.
    clock: Clock,
    /// What a step is, forward or back, where it is something else than to the next event.
    #[prop(optional)]
    step: Option<Callback<bool>>,
) -> impl IntoView {
    let at_end = move || clock.position() >= 1.0;
    let play_label = move || match (clock.playing.get(), at_end()) {
        (true, _) => "❚❚ Pause",
        (false, true) => "↺ Play",
        (false, false) => "▶ Play",
    };
    let name = move || if clock.playing.get() { "Pause" } else { "Play" };
    let toggle = move |_| {
        if clock.playing.get_untracked() {
            player::pause(clock)
        } else {
            player::play(clock)
        }
    };
    let step = move |forward: bool| match step {
        Some(step) => step.run(forward),
        None => clock.step(if forward { 1 } else { -1 }),
    };
    let locked = move || clock.locked() || clock.is_idle();
    let time = move || {
        let now = duration(clock.moment.get().t);
        // How long it takes is often what is asked.
        if clock.locked() {
            now
        } else {
            format!("{now} / {}", duration(clock.end()))
        }
    };
    let scrub = move |event| {
        if let Ok(value) = event_target_value(&event).parse::<f64>() {
            player::pause(clock);
            clock.go_to_position(value / GRAIN);
        }
    };
    let speeds = player::SPEEDS.rev().map(|power| {
        view! { <option value=power selected=move || clock.speed.get() == power>{player::speed_label(power)}</option> }
    });
    view! {
        <div class="controls" role="group" aria-label="Player">
            <button type="button" class="step" aria-label="Step back" disabled=locked on:click=move |_| step(false)>
                "◂ Step"
            </button>
            <button type="button" class="play" aria-label=name disabled=locked on:click=toggle>
                {play_label}
            </button>
            <button type="button" class="step" aria-label="Step forward" disabled=locked on:click=move |_| step(true)>
                "Step ▸"
            </button>
            <input
                type="range"
                class="position"
                aria-label="Position"
                aria-valuetext=time
                min="0"
                max=GRAIN
                step="1"
                disabled=locked
                prop:value=move || (clock.position() * GRAIN).round()
                on:input=scrub
            />
            <output class="clock">{time}</output>
            <select
                class="speed"
                aria-label="Speed"
                on:change=move |event| {
                    if let Ok(power) = event_target_value(&event).parse() {
                        clock.speed.set(power);
                    }
                }
            >
                {speeds.collect_view()}
            </select>
        </div>
    }
}
