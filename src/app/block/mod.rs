//! The blocks of a page, one file a kind, and what ties them together: a prediction to its stage, a figure to its run.

mod predict;

use super::stage::{Stage, StageView};
use super::{all, mount_into};
use crate::lesson::Block;
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

/// The stages of a page by their ids, and who waits for one that comes later on the page.
#[derive(Clone, Default)]
pub struct Page {
    stages: Rc<RefCell<BTreeMap<String, Stage>>>,
    waiting: Rc<RefCell<BTreeMap<String, Vec<Waiting>>>>,
}

type Waiting = Box<dyn FnOnce(Stage)>;

impl Page {
    /// Calls `then` with the stage of that id: now, or as soon as it is there.
    fn with_stage(&self, id: &str, then: impl FnOnce(Stage) + 'static) {
        let there = self.stages.borrow().get(id).copied();
        match there {
            Some(stage) => then(stage),
            None => self
                .waiting
                .borrow_mut()
                .entry(id.to_owned())
                .or_default()
                .push(Box::new(then)),
        }
    }

    fn add(&self, id: String, stage: Stage) {
        let waiting = self.waiting.borrow_mut().remove(&id);
        self.stages.borrow_mut().insert(id, stage);
        waiting.into_iter().flatten().for_each(|then| then(stage));
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
            let on_ready = move |stage| page.add(id, stage);
            mount_into(element, move || {
                view! { <StageView setup=sim on_ready /> }.into_any()
            });
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
            page.with_stage(&id, move |stage| stage.show_outcome(tab.as_deref()));
        });
        let _ = link.add_event_listener_with_callback("click", open.as_ref().unchecked_ref());
        // The link lives as long as the page.
        open.forget();
    }
}
