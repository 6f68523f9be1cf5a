//! The blocks of a page, one file a kind, and what ties them together: a prediction to its stage, a figure to its run.

mod compare;
mod predict;

use super::stage::clock::Clock;
use super::stage::run::Recorded;
use super::stage::{Stage, StageView};
use super::{all, mount_into};
use crate::lesson::Block;
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

/// What a prediction or a figure is about.
#[derive(Clone, Copy)]
pub enum Subject {
    /// A stage, which shows one tab at a time.
    Stage(Stage),
    /// A comparison, which shows all.
    Comparison(compare::Comparison),
}

impl Subject {
    /// What its player moves.
    fn clock(self) -> Clock {
        match self {
            Subject::Stage(stage) => stage.clock,
            Subject::Comparison(comparison) => comparison.clock,
        }
    }

    /// The run of the tab of that name, while it is the one that is looked at.
    fn run_of(self, tab: &str) -> Option<Arc<Recorded>> {
        match self {
            Subject::Stage(stage) => {
                let run = stage.run.get()?;
                let setup = stage.setup.get_value();
                (setup.tabs[run.tab].id == tab).then_some(run)
            }
            Subject::Comparison(comparison) => comparison.run_of(tab),
        }
    }

    /// Shows how the lesson's own run of a tab ends.
    fn show_outcome(self, tab: Option<&str>) {
        match self {
            Subject::Stage(stage) => stage.show_outcome(tab),
            Subject::Comparison(comparison) => comparison.show_outcome(),
        }
    }
}

/// What a page's predictions and figures are about, by its id, and who waits for one that comes later on the page.
#[derive(Clone, Default)]
pub struct Page {
    subjects: Rc<RefCell<BTreeMap<String, Subject>>>,
    waiting: Rc<RefCell<BTreeMap<String, Vec<Waiting>>>>,
}

type Waiting = Box<dyn FnOnce(Subject)>;

impl Page {
    /// Calls `then` with the subject of that id: now, or as soon as it is there.
    fn with_subject(&self, id: &str, then: impl FnOnce(Subject) + 'static) {
        let there = self.subjects.borrow().get(id).copied();
        match there {
            Some(subject) => then(subject),
            None => self
                .waiting
                .borrow_mut()
                .entry(id.to_owned())
                .or_default()
                .push(Box::new(then)),
        }
    }

    fn add(&self, id: String, subject: Subject) {
        let waiting = self.waiting.borrow_mut().remove(&id);
        self.subjects.borrow_mut().insert(id, subject);
        waiting.into_iter().flatten().for_each(|then| then(subject));
    }
}

/// Brings a block to life. One whose data can't be read stays as the page has it, and says so.
pub fn mount(element: Element, page: &Page) {
    let data = element
        .query_selector("script[type=\"application/json\"]")
        .ok()
        .flatten();
    let text = data
        .and_then(|data| data.text_content())
        .unwrap_or_default();
    match serde_json::from_str::<Block>(&text) {
        Ok(Block::Sim(sim)) => {
            let (id, page) = (sim.id.clone(), page.clone());
            let on_ready = move |stage| page.add(id, Subject::Stage(stage));
            mount_into(element, move || {
                view! { <StageView setup=sim on_ready /> }.into_any()
            });
        }
        Ok(Block::Compare(compare)) => {
            let (id, page) = (compare.sim.id.clone(), page.clone());
            let on_ready = move |subject| page.add(id, subject);
            mount_into(element, move || compare::mount(compare, on_ready));
        }
        Ok(Block::Predict(predict)) => {
            let page = page.clone();
            mount_into(element, move || predict::mount(predict, &page));
        }
        Err(error) => complain(&element, &error),
    }
}

fn complain(element: &Element, error: &serde_json::Error) {
    web_sys::console::error_1(&error.to_string().into());
    if let Ok(note) = document().create_element("p") {
        note.set_class_name("fault");
        note.set_text_content(Some(
            "This part can't come to life: its data doesn't fit this version. Reload the page.",
        ));
        let _ = element.append_child(&note);
    }
}

/// A figure in the prose opens the end of the run that proves it.
pub fn mount_figures(page: &Page) {
    for link in all(&document(), "a.figure[data-sim]") {
        let Some(id) = link.get_attribute("data-sim") else {
            continue;
        };
        let tab = link.get_attribute("data-tab");
        let page = page.clone();
        let open = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
            event.prevent_default();
            let tab = tab.clone();
            page.with_subject(&id, move |subject| subject.show_outcome(tab.as_deref()));
        });
        let _ = link.add_event_listener_with_callback("click", open.as_ref().unchecked_ref());
        // The link lives as long as the page.
        open.forget();
    }
}
