//! The comparison: several runs side by side, on one clock and one scale, under one set of controls, and a table of what
//! each comes to.

mod view;

pub use view::mount;

use crate::app::saved;
use crate::app::stage::clock::Clock;
use crate::app::stage::kept::{self, Kept};
use crate::app::stage::run::{News, Recorded, Wish, compile, record, rest};
use crate::app::stage::{Shown, player};
use crate::lesson::block::{Compare, Lots};
use crate::runtime::scenario::Scenario;
use crate::scene::Scale;
use crate::trace::pace::{Moment, Times};
use crate::trace::together::Together;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// All that a comparison's parts share. It is `Copy`: the values live in the reactive system.
#[derive(Clone, Copy)]
pub struct Comparison {
    /// What the lesson gives.
    pub setup: StoredValue<Arc<Compare>>,
    /// The scenarios as the sliders stand, by tab.
    scenarios: RwSignal<Vec<Scenario>>,
    /// The lots as they stand.
    lots: RwSignal<Lots>,
    /// The runs, as soon as all are there.
    runs: RwSignal<Option<Arc<Runs>>>,
    /// How far the runs under way have come, 0 to 1.
    progress: RwSignal<Option<f64>>,
    /// What doesn't compile, if anything.
    trouble: RwSignal<Option<String>>,
    /// The one clock.
    pub clock: Clock,
    /// The next runs are to be looked at from their end.
    wants_end: RwSignal<bool>,
    /// Whether the end was ever seen: until then a program's row of the table fills in as its run ends.
    seen: RwSignal<bool>,
    /// What can't be saved, if anything.
    unsaved: RwSignal<Option<saved::Trouble>>,
}

/// The runs of all tabs, on one clock and one scale.
struct Runs {
    runs: Vec<Arc<Recorded>>,
    together: Together,
    scale: Scale,
}

impl Runs {
    fn new(runs: Vec<Arc<Recorded>>) -> Runs {
        let traces: Vec<_> = runs.iter().map(|run| &run.trace).collect();
        let (together, scale) = (Together::new(&traces), Scale::of(&traces));
        Runs {
            runs,
            together,
            scale,
        }
    }
}

impl Times for Runs {
    fn moments(&self) -> usize {
        Times::moments(&self.together)
    }

    fn time_of(&self, event: usize) -> u64 {
        self.together.time_of(event)
    }
}

impl Comparison {
    fn new(setup: Compare) -> (Comparison, Moment) {
        let (kept, unsaved) = kept::load(&setup.sim.id);
        let kept = kept.unwrap_or_default();
        let (scenarios, lots) = (kept.scenarios(&setup.sim), kept.lots(&setup.sim));
        let runs = RwSignal::new(None::<Arc<Runs>>);
        let times = Signal::derive(move || {
            runs.get()
                .map(|runs| -> Arc<dyn Times + Send + Sync> { runs })
        });
        let comparison = Comparison {
            lots: RwSignal::new(lots),
            setup: StoredValue::new(Arc::new(setup)),
            scenarios: RwSignal::new(scenarios),
            runs,
            progress: RwSignal::new(None),
            trouble: RwSignal::new(None),
            clock: Clock::new(times, kept.speed),
            wants_end: RwSignal::new(false),
            seen: RwSignal::new(kept.seen),
            unsaved: RwSignal::new(unsaved),
        };
        (comparison, kept.moment())
    }

    /// The run of the tab of that name.
    pub fn run_of(self, tab: &str) -> Option<Arc<Recorded>> {
        let tab = self
            .setup
            .with_value(|setup| setup.sim.tabs.iter().position(|other| other.id == tab))?;
        self.run(tab)
    }

    fn run(self, tab: usize) -> Option<Arc<Recorded>> {
        self.runs
            .with(|runs| Some(runs.as_ref()?.runs[tab].clone()))
    }

    /// What is seen of a tab at the moment that is looked at.
    fn shown(self, tab: usize) -> Option<Shown> {
        let moment = self.clock.moment.get();
        let runs = self.runs.get()?;
        let Moment { event, t } = runs.together.moments(moment)[tab];
        let run = runs.runs[tab].clone();
        let state = Arc::new(run.trace.state_after(event));
        Some(Shown {
            run,
            state,
            t,
            scale: runs.scale,
        })
    }

    /// Shows how the lesson's own runs end: its settings come back.
    pub fn show_outcome(self) {
        let setup = self.setup.get_value();
        let lesson: Vec<Scenario> = setup.sim.tabs.iter().map(|tab| tab.settings).collect();
        player::pause(self.clock);
        let lots = setup.sim.lots();
        if self.scenarios.with_untracked(|now| *now != lesson) || self.lots.get_untracked() != lots
        {
            self.wants_end.set(true);
            self.lots.set(lots);
            self.scenarios.set(lesson);
        }
        self.clock.go_to_position(1.0);
    }

    fn save(self) {
        if self.unsaved.get_untracked() == Some(saved::Trouble::Foreign) {
            return;
        }
        let setup = self.setup.get_value();
        let moment = self.clock.moment.get_untracked();
        let (lots, speed) = (self.lots.get_untracked(), self.clock.speed.get_untracked());
        let mut kept = self
            .scenarios
            .with_untracked(|scenarios| Kept::now(&setup.sim, scenarios, lots, moment, speed));
        kept.seen = self.seen.get_untracked();
        self.unsaved.set(saved::store(&setup.sim.id, &kept).err());
    }
}

/// Runs all tabs now, and again whenever a slider has moved.
fn keep_running(comparison: Comparison, saved: Moment) {
    let generation = StoredValue::new(0_u64);
    Effect::new(move |before: Option<()>| {
        let scenarios = comparison.scenarios.get();
        let lots = comparison.lots.get();
        generation.update_value(|generation| *generation += 1);
        let mine = generation.get_value();
        let go_on = move || generation.try_get_value() == Some(mine);
        spawn_local(async move {
            if before.is_some() {
                rest().await;
            }
            if go_on()
                && let Some(runs) = run_all(comparison, scenarios, lots, go_on).await
            {
                arrive(comparison, runs, before.is_none().then_some(saved));
            }
        });
    });
}

/// The runs of all tabs; none where one doesn't compile, or newer ones are wanted meanwhile.
async fn run_all(
    comparison: Comparison,
    scenarios: Vec<Scenario>,
    lots: Lots,
    go_on: impl Fn() -> bool + Copy,
) -> Option<Runs> {
    let setup = comparison.setup.get_value();
    let count = scenarios.len() as f64;
    comparison.trouble.set(None);
    let mut runs = Vec::new();
    for (index, (tab, scenario)) in setup.sim.tabs.iter().zip(scenarios).enumerate() {
        let wish = Wish {
            tab: index,
            file: tab.file.clone(),
            text: tab.text.clone(),
            scenario,
            lots,
            asked: 0,
        };
        let program = match compile(&wish) {
            Ok(program) => program,
            Err(trouble) => {
                comparison.trouble.set(trouble.summary());
                return None;
            }
        };
        let tell = |news: News| match news {
            News::UnderWay(at) => comparison
                .progress
                .set(Some((index as f64 + at.share) / count)),
            News::Stopped(_) => comparison.trouble.set(news.trouble()),
        };
        runs.push(Arc::new(record(&program, wish, tell, go_on).await?));
    }
    Some(Runs::new(runs))
}

/// New runs are looked at where the old ones were; from their end where one had not begun, since that is what a slider
/// is moved for.
fn arrive(comparison: Comparison, runs: Runs, saved: Option<Moment>) {
    let clock = comparison.clock;
    let (was, playing) = (clock.position_untracked(), clock.playing.get_untracked());
    comparison.progress.set(None);
    comparison.runs.set(Some(Arc::new(runs)));
    if comparison.wants_end.get_untracked() {
        comparison.wants_end.set(false);
        clock.go_to_position(1.0);
    } else if let Some(saved) = saved {
        clock.moment.set(clock.within(saved));
    } else if was <= 0.0 && !playing {
        clock.go_to_position(1.0);
    } else {
        clock.go_to_position(was);
    }
}

/// Saves a while after the last change.
fn keep_saved(comparison: Comparison) {
    saved::keep(
        move || {
            comparison.scenarios.track();
            comparison.lots.track();
            comparison.clock.moment.track();
            comparison.clock.speed.track();
        },
        move || comparison.save(),
    );
}
