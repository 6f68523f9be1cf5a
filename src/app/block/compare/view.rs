//! What is seen of a comparison: a pane for each run, how long each takes, the one player, the table and the sliders.

use super::{Comparison, keep_running, keep_saved};
use crate::app::block::Subject;
use crate::app::saved;
use crate::app::stage::Shown;
use crate::app::stage::canvas::Scene;
use crate::app::stage::controls::Controls;
use crate::app::stage::counts::Counts;
use crate::app::stage::run::Recorded;
use crate::app::stage::sliders::{Dials, Sliders};
use crate::lesson::block::Compare;
use crate::trace::text::duration;
use leptos::prelude::*;
use std::sync::Arc;

/// The view of a comparison; `on_ready` is told what a prediction or a figure may steer.
pub fn mount(setup: Compare, on_ready: impl FnOnce(Subject)) -> AnyView {
    let (comparison, saved) = Comparison::new(setup);
    on_ready(Subject::Comparison(comparison));
    keep_running(comparison, saved);
    keep_saved(comparison);
    let setup = comparison.setup.get_value();
    let shown: Vec<_> = (0..setup.sim.tabs.len())
        .map(|tab| Memo::new(move |_| comparison.shown(tab)))
        .collect();
    let panes = shown.iter().enumerate();
    let panes = panes.map(|(tab, &shown)| view! { <Pane comparison tab shown /> });
    let panes = panes.collect_view();
    let dials = Dials {
        setup: StoredValue::new(Arc::new(setup.sim.clone())),
        scenarios: comparison.scenarios,
        lots: comparison.lots,
        tab: Signal::derive(|| 0),
        clock: comparison.clock,
    };
    let hash = move || {
        let all = shown.iter().map(|shown| {
            shown.with(|shown| {
                let state = &shown.as_ref()?.state;
                Some(format!("{:016x}", state.state_hash()))
            })
        });
        all.collect::<Option<Vec<_>>>().map(|all| all.join(" "))
    };
    let asks = move || {
        comparison.clock.asks.get().map(|asks| {
            view! {
                <p class="asks">
                    "First say what you expect: " <a href=format!("#{asks}")>"the question"</a> " comes before play."
                </p>
            }
        })
    };
    view! {
        <div class="stage comparison" data-state-hash=hash>
            <div class="panes" data-panes=setup.sim.tabs.len()>
                {panes}
            </div>
            <progress
                class="running"
                aria-label="The runs so far"
                max="1"
                prop:value=move || comparison.progress.get().unwrap_or(0.0)
                hidden=move || comparison.progress.get().is_none()
            ></progress>
            <p class="trouble" role="alert">{move || comparison.trouble.get()}</p>
            {asks}
            <Race comparison />
            <Controls clock=comparison.clock />
            <div class="comparison-lower">
                <Table comparison />
                <Sliders dials />
            </div>
            <p class="trouble" role="status">{move || comparison.unsaved.get().map(saved::Trouble::message)}</p>
        </div>
    }
    .into_any()
}

/// One run: its picture, what is counted, and what happens, in words.
#[component]
fn Pane(comparison: Comparison, tab: usize, shown: Memo<Option<Shown>>) -> impl IntoView {
    let sentence = Memo::new(move |_| {
        shown.with(|shown| shown.as_ref().map(Shown::sentence).unwrap_or_default())
    });
    let (label, file, scene) = comparison.setup.with_value(|setup| {
        let program = &setup.sim.tabs[tab];
        (program.label.clone(), program.file.clone(), setup.sim.scene)
    });
    let playing = comparison.clock.playing;
    let selected = RwSignal::new(None);
    view! {
        <div class="pane" role="group" aria-label=label.clone()>
            <header>
                <span class="pane-name">{label.clone()}</span>
                <code>{file}</code>
            </header>
            <div class="scene-frame">
                <Scene shown sentence selected />
            </div>
            <Counts shown scene />
            <p class="sentence" aria-live=move || if playing.get() { "off" } else { "polite" }>
                {move || sentence.get()}
            </p>
        </div>
    }
}

/// How long each run takes, on one scale, with the moment that is looked at.
#[component]
fn Race(comparison: Comparison) -> impl IntoView {
    let clock = comparison.clock;
    let labels = comparison.setup.with_value(|setup| {
        let tabs = setup.sim.tabs.iter();
        tabs.map(|tab| tab.label.clone()).collect::<Vec<_>>()
    });
    let share = move |t: u64| match clock.end() {
        0 => 100.0,
        end => t as f64 / end as f64 * 100.0,
    };
    let rows = labels.into_iter().enumerate().map(|(tab, label)| {
        let end = move || comparison.run(tab).map_or(0, |run| run.trace.end());
        let now = move || clock.moment.get().t.min(end());
        view! {
            <div class="lane">
                <span class="name">{label}</span>
                <div class="track">
                    <div class="whole" style:width=move || format!("{:.3}%", share(end()))></div>
                    <div class="gone" style:width=move || format!("{:.3}%", share(now()))></div>
                </div>
                <span class="end">{move || duration(end())}</span>
            </div>
        }
    });
    view! { <div class="race" aria-hidden="true">{rows.collect_view()}</div> }
}

/// A row a program, a column a figure; each cell is what the run comes to.
#[component]
fn Table(comparison: Comparison) -> impl IntoView {
    let setup = comparison.setup.get_value();
    Effect::new(move || {
        if comparison.clock.position() >= 1.0 {
            comparison.seen.set(true);
        }
    });
    let heads = setup.figures.iter().map(|figure| {
        view! { <th scope="col" title=figure.name()>{figure.label()}</th> }
    });
    let rows = setup.sim.tabs.iter().enumerate().map(|(tab, program)| {
        let cells = setup.figures.iter().map(|&figure| {
            let said = Memo::new(move |_| {
                let ended =
                    |run: &Arc<Recorded>| comparison.clock.moment.get().t >= run.trace.end();
                comparison
                    .run(tab)
                    .filter(|run| {
                        comparison.seen.get() || ended(run) && comparison.clock.position() > 0.0
                    })
                    .map_or_else(|| "…".to_owned(), |run| figure.say(&figure.of(&run.report)))
            });
            view! { <td data-figure=figure.name() data-tab=tab>{move || said.get()}</td> }
        });
        view! {
            <tr>
                <th scope="row">{program.label.clone()}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    view! {
        <div class="table-frame" role="group" aria-label="What each run comes to" tabindex="0">
            <table class="figures">
                <caption>"What each run comes to"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Program"</th>
                        {heads.collect_view()}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}
