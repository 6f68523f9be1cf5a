//! The stage: a program, its run, and everything that shows a moment of it.
//!
//! The signals hold what was chosen (tab, text, scenario, speed) and the moment that is looked at; the run follows from the
//! first, and every picture, count and sentence from the run and the moment.

pub mod canvas;
pub mod charts;
pub mod clock;
pub mod code;
pub mod controls;
pub mod counts;
pub mod kept;
pub mod note;
pub mod output;
pub mod player;
pub mod run;
pub mod sliders;
pub mod tabs;
pub mod who;

use super::saved;
use crate::lesson::block::{Lots, Sim};
use crate::runtime::scenario::Scenario;
use crate::scene::{self, Scale, Scene};
use crate::trace::pace::{self, Moment, Times};
use crate::trace::text::duration;
use crate::trace::{State, Trace, narration, steps};
use clock::Clock;
use leptos::prelude::*;
use run::Recorded;
use std::sync::Arc;

/// All that a stage's parts share. It is `Copy`: the values live in the reactive system.
#[derive(Clone, Copy)]
pub struct Stage {
    /// What the lesson gives.
    pub setup: StoredValue<Arc<Sim>>,
    /// The tab that is open.
    pub tab: RwSignal<usize>,
    /// The texts in the editor, by tab.
    pub texts: RwSignal<Vec<String>>,
    /// The texts that run, by tab: those in the editor at the last `Run`.
    pub running: RwSignal<Vec<String>>,
    /// The scenarios as the sliders stand, by tab.
    pub scenarios: RwSignal<Vec<Scenario>>,
    /// The lots as they stand.
    pub lots: RwSignal<Lots>,
    /// How often `Run` was pressed.
    pub asked: RwSignal<u64>,
    /// The run, as soon as there is one.
    pub run: RwSignal<Option<Arc<Recorded>>>,
    /// Why there is no newer run.
    pub trouble: RwSignal<run::Trouble>,
    /// The run under way, once it takes long enough to say so.
    pub under_way: RwSignal<Option<run::UnderWay>>,
    /// Goes up with each run that begins, and when one is cancelled: whoever runs under an older number stops.
    pub generation: StoredValue<u64>,
    /// What is done with the next run.
    pub then: RwSignal<Then>,
    /// The moment that is looked at, and how it moves.
    pub clock: Clock,
    /// Whether steps go from source line to source line rather than from event to event.
    pub by_line: RwSignal<bool>,
    /// The goroutine that is followed; none is whoever acts.
    pub selected: RwSignal<Option<u32>>,
    /// What can't be saved, if anything.
    pub unsaved: RwSignal<Option<saved::Trouble>>,
}

/// What is done with a new run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Then {
    /// One stays where one was, as far as that makes sense.
    #[default]
    Stay,
    /// It plays from its start.
    Play,
    /// One looks at its end.
    End,
}

/// A moment of a run: what every picture, count and sentence is a view of.
#[derive(Clone)]
pub struct Shown {
    /// The run.
    pub run: Arc<Recorded>,
    /// The state after the moment's last event.
    pub state: Arc<State>,
    /// The moment's virtual time in ns, at or after that event.
    pub t: u64,
    /// How large things are drawn.
    pub scale: Scale,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.run, &other.run) && (self.state.n, self.t) == (other.state.n, other.t)
    }
}

impl Shown {
    /// What is to be seen, at that size.
    pub fn scene(&self, width: f64, height: f64) -> Scene {
        let size = (width, height);
        scene::on_scale(&self.run.trace, &self.state, self.t, size, self.scale)
    }

    /// What happens, in words.
    pub fn sentence(&self) -> String {
        narration::sentence(&self.run.trace, &self.state, self.t)
    }
}

impl Stage {
    /// A stage as its lesson sets it up, with what was saved of it, and the moment at which it was left.
    pub fn new(setup: Sim) -> (Stage, Option<Moment>) {
        let (saved, unsaved) = kept::load(&setup.id);
        let start = kept::Start::of(&setup, saved.as_ref());
        let run = RwSignal::new(None::<Arc<Recorded>>);
        let times =
            Signal::derive(move || run.get().map(|run| -> Arc<dyn Times + Send + Sync> { run }));
        let clock = Clock::new(times, start.speed);
        clock.pauses.set(start.pauses);
        let stage = Stage {
            setup: StoredValue::new(Arc::new(setup)),
            tab: RwSignal::new(start.tab),
            running: RwSignal::new(start.texts.clone()),
            texts: RwSignal::new(start.texts),
            scenarios: RwSignal::new(start.scenarios),
            lots: RwSignal::new(start.lots),
            asked: RwSignal::new(0),
            run,
            trouble: RwSignal::new(run::Trouble::default()),
            under_way: RwSignal::new(None),
            generation: StoredValue::new(0),
            then: RwSignal::new(Then::Stay),
            clock,
            by_line: RwSignal::new(start.by_line),
            selected: RwSignal::new(None),
            unsaved: RwSignal::new(unsaved),
        };
        (stage, start.moment)
    }

    /// The scenario of the open tab.
    pub fn scenario(self) -> Scenario {
        self.scenarios.with(|all| all[self.tab.get()])
    }

    /// Opens another tab.
    pub fn open(self, tab: usize) {
        player::pause(self.clock);
        self.selected.set(None);
        self.tab.set(tab);
    }

    /// Runs what stands in the editor, and plays it.
    pub fn run_text(self) {
        if untrack(|| self.clock.locked()) {
            return;
        }
        let tab = self.tab.get_untracked();
        let text = self.texts.with_untracked(|texts| texts[tab].clone());
        player::pause(self.clock);
        self.then.set(Then::Play);
        self.running.update(|running| running[tab] = text);
        self.asked.update(|asked| *asked += 1);
    }

    /// Brings the lesson's text back, and runs it.
    pub fn reset_text(self) {
        let tab = self.tab.get_untracked();
        let lesson = self.setup.with_value(|setup| setup.tabs[tab].text.clone());
        self.texts.update(|texts| texts[tab].clone_from(&lesson));
        self.running.update(|running| running[tab] = lesson);
        self.asked.update(|asked| *asked += 1);
    }

    /// The moment that is looked at, with the state of the run then.
    pub fn shown(self) -> Option<Shown> {
        let moment = self.clock.moment.get();
        let run = self.run.get()?;
        let state = Arc::new(run.trace.state_after(moment.event));
        let scale = Scale::of(&[&run.trace]);
        Some(Shown {
            run,
            state,
            t: moment.t,
            scale,
        })
    }

    /// Looks at a share, 0 to 1, of the run's virtual time; of its events, where it takes no time.
    pub fn go_to_share(self, share: f64) {
        player::pause(self.clock);
        let share = share.clamp(0.0, 1.0);
        let moment = self.with_trace(|trace| match trace.end() {
            0 => pace::moment(trace, share),
            // The start is before what happens at 0, not after it.
            _ if share == 0.0 => Moment::default(),
            end => {
                let t = (end as f64 * share).round() as u64;
                let event = trace.index_at(t);
                Moment { event, t }
            }
        });
        if let Some(moment) = moment {
            self.clock.moment.set(moment);
        }
    }

    /// How much of the run's virtual time has passed, 0 to 1; of its events, where it takes no time.
    pub fn share(self) -> f64 {
        let end = self
            .run
            .with(|run| run.as_ref().map_or(0, |run| run.trace.end()));
        match end {
            0 => self.clock.position(),
            end => self.clock.moment.get().t as f64 / end as f64,
        }
    }

    /// Shows how the lesson's own run of a tab ends: its text and its settings come back.
    pub fn show_outcome(self, tab: Option<&str>) {
        let setup = self.setup.get_value();
        let named = tab.and_then(|name| setup.tabs.iter().position(|tab| tab.id == name));
        let tab = named.unwrap_or_else(|| self.tab.get_untracked());
        player::pause(self.clock);
        self.then.set(Then::End);
        self.running
            .update(|texts| texts[tab].clone_from(&setup.tabs[tab].text));
        self.texts
            .update(|texts| texts[tab].clone_from(&setup.tabs[tab].text));
        self.scenarios
            .update(|scenarios| scenarios[tab] = setup.tabs[tab].settings);
        self.lots.set(setup.lots());
        self.tab.set(tab);
        self.asked.update(|asked| *asked += 1);
    }

    /// Steps forward or back: to the next event, or to the next source line of whoever is followed.
    pub fn step(self, forward: bool) {
        player::pause(self.clock);
        let n = self.clock.moment.get_untracked().event;
        let followed = self.selected.get_untracked();
        let by_line = self.by_line.get_untracked();
        let next = self.with_trace(|trace| match (by_line, forward) {
            (false, true) => (n + 1).min(trace.len()),
            (false, false) => n.saturating_sub(1),
            (true, true) => steps::line_forward(trace, n, followed),
            (true, false) => steps::line_back(trace, n, followed),
        });
        if let Some(event) = next {
            self.clock.go_to_event(event);
        }
    }

    fn with_trace<T>(self, look: impl FnOnce(&Trace) -> T) -> Option<T> {
        self.run
            .with_untracked(|run| run.as_ref().map(|run| look(&run.trace)))
    }
}

/// A stage on its page. What must stay in view is its upper part, what is worked with its lower: a phone keeps the first
/// at the top of the screen and puts the second after the prose.
#[component]
pub fn StageView(
    /// What it starts from.
    setup: Sim,
    /// Tells whoever put it here, such as a prediction, what to steer.
    on_ready: impl FnOnce(Stage) + 'static,
) -> impl IntoView {
    let (stage, saved_moment) = Stage::new(setup);
    on_ready(stage);
    run::keep_running(stage, saved_moment);
    kept::keep(stage, saved_moment);
    let shown = Memo::new(move |_| stage.shown());
    let sentence = Memo::new(move |_| {
        shown.with(|shown| {
            shown
                .as_ref()
                .map(|shown| shown.sentence())
                .unwrap_or_default()
        })
    });
    let hash = move || {
        shown.with(|shown| {
            shown
                .as_ref()
                .map(|shown| format!("{:016x}", shown.state.state_hash()))
        })
    };
    let scene = stage.setup.with_value(|setup| setup.scene);
    let dials = sliders::Dials {
        setup: stage.setup,
        scenarios: stage.scenarios,
        lots: stage.lots,
        tab: stage.tab.into(),
        clock: stage.clock,
    };
    view! {
        <div class="stage" data-state-hash=hash>
            <div class="stage-upper">
                <tabs::Tabs stage />
                <div class="scene-frame">
                    <canvas::Scene shown sentence selected=stage.selected />
                    <note::Note stage shown />
                </div>
                <counts::Counts shown scene />
                <charts::Charts stage shown />
                <p class="sentence" aria-live=move || if stage.clock.playing.get() { "off" } else { "polite" }>
                    <span class="when">{move || duration(stage.clock.moment.get().t)}</span>
                    {move || sentence.get()}
                </p>
                <controls::Controls clock=stage.clock step=Callback::new(move |forward| stage.step(forward)) />
            </div>
            <div class="stage-lower">
                <code::Code stage shown />
                <div class="stage-side">
                    <sliders::Sliders dials />
                    <label class="pauses">
                        <input
                            type="checkbox"
                            prop:checked=move || stage.clock.pauses.get()
                            on:change=move |event| stage.clock.pauses.set(event_target_checked(&event))
                        />
                        "Pause at key moments"
                    </label>
                    <who::Who stage shown />
                </div>
            </div>
            <p class="trouble" role="status">{move || stage.unsaved.get().map(saved::Trouble::message)}</p>
        </div>
    }
}
