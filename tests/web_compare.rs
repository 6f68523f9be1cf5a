//! Programs side by side, in a browser: they mount, and one slider changes all of them.
#![cfg(target_arch = "wasm32")]

use brigade::lesson::Block;
use brigade::lesson::block::{Compare, SceneKind, Sim, Tab};
use brigade::lesson::figure::Figure;
use brigade::runtime::Settings;
use brigade::runtime::scenario::Scenario;
use gloo_timers::future::TimeoutFuture;
use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;

wasm_bindgen_test_configure!(run_in_browser);

const KITCHEN: [(&str, &str); 2] = [
    ("waitgroup.go", include_str!("../lessons/waitgroup.go")),
    ("batch_pool.go", include_str!("../lessons/batch_pool.go")),
];
const LIBRARY: [(&str, &str); 2] = [
    ("alone.go", include_str!("../lessons/alone.go")),
    (
        "results_slice.go",
        include_str!("../lessons/results_slice.go"),
    ),
];
const FIGURES: [&str; 3] = ["orders.served", "goroutines.max_alive", "makespan_ns"];

fn scenario(settings: &[(&str, &str)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (name, value) in settings {
        scenario.set(name, value).unwrap();
    }
    scenario
}

fn comparison(scene: SceneKind, listings: &[(&str, &str)], settings: &[(&str, &str)]) -> Block {
    let tabs = listings.iter().map(|(file, text)| Tab {
        id: file.trim_end_matches(".go").into(),
        label: (*file).into(),
        file: (*file).into(),
        text: (*text).into(),
        settings: scenario(settings),
    });
    Block::Compare(Compare {
        sim: Sim {
            id: "both".into(),
            scene,
            tabs: tabs.collect(),
            open: 0,
            sliders: ["tasks", "sources"].map(String::from).to_vec(),
            seed: 0,
            schedule: 0,
        },
        figures: FIGURES.map(|name| Figure::named(name).unwrap()).to_vec(),
    })
}

fn document() -> web_sys::Document {
    web_sys::window().unwrap().document().unwrap()
}

/// A page of that block alone, alive, with nothing saved.
fn page(block: &Block) {
    let storage = web_sys::window().unwrap().local_storage().unwrap();
    storage.unwrap().clear().unwrap();
    if let Some(last) = document().get_element_by_id("page") {
        last.remove();
    }
    let page = document().create_element("div").unwrap();
    page.set_id("page");
    let section = document().create_element("section").unwrap();
    section.set_id(block.id());
    section.set_attribute("data-block", block.kind()).unwrap();
    let data = document().create_element("script").unwrap();
    data.set_attribute("type", "application/json").unwrap();
    data.set_text_content(Some(&serde_json::to_string(block).unwrap()));
    section.append_child(&data).unwrap();
    page.append_child(&section).unwrap();
    document().body().unwrap().append_child(&page).unwrap();
    brigade::app::start();
}

fn all(selector: &str) -> Vec<Element> {
    let found = document()
        .query_selector_all(&format!("#page {selector}"))
        .unwrap();
    (0..found.length())
        .map(|at| found.get(at).unwrap().unchecked_into())
        .collect()
}

fn texts(selector: &str) -> Vec<String> {
    let all = all(selector).into_iter();
    all.map(|element| element.text_content().unwrap()).collect()
}

/// Puts a value into a control, as somebody does who drags.
fn put(selector: &str, value: &str) {
    let body =
        "control.value = value; control.dispatchEvent(new Event('input', { bubbles: true }));";
    let put = Function::new_with_args("control, value", body);
    let control = all(selector).remove(0);
    put.call2(&JsValue::NULL, &control, &value.into()).unwrap();
}

/// What the table should say, row by row.
fn cells(listings: &[(&str, &str)], settings: &[(&str, &str)]) -> Vec<String> {
    let mut cells = Vec::new();
    for (file, text) in listings {
        let settings = Settings {
            scenario: scenario(settings),
            ..Settings::default()
        };
        let report = brigade::run(file, text, &settings).report;
        for name in FIGURES {
            let figure = Figure::named(name).unwrap();
            cells.push(figure.say(&figure.of(&report)));
        }
    }
    cells
}

/// Goes to the end until the table says `wanted`; what it said last, if it never does.
async fn ends_with(wanted: &[String]) {
    let mut said = Vec::new();
    for _ in 0..100 {
        if !all("input.position:enabled").is_empty() {
            put("input.position", "10000");
        }
        said = texts("table.figures td");
        if said == wanted {
            return;
        }
        TimeoutFuture::new(50).await;
    }
    assert_eq!(said, wanted);
}

#[wasm_bindgen_test]
async fn each_program_has_a_pane_and_a_row() {
    let settings = [("tasks", "60")];
    page(&comparison(SceneKind::Kitchen, &KITCHEN, &settings));
    assert_eq!(texts(".pane-name"), KITCHEN.map(|listing| listing.0));
    assert_eq!(all(".pane canvas.scene").len(), 2);
    assert_eq!(all(".controls").len(), 1, "one player moves both");
    assert_eq!(
        texts("table.figures td"),
        ["…"; 6],
        "before anything has ended"
    );
    ends_with(&cells(&KITCHEN, &settings)).await;
    assert_eq!(texts("output[data-count=\"served\"]"), ["60", "60"]);
}

#[wasm_bindgen_test]
async fn a_slider_changes_every_run() {
    page(&comparison(
        SceneKind::Kitchen,
        &KITCHEN,
        &[("tasks", "60")],
    ));
    ends_with(&cells(&KITCHEN, &[("tasks", "60")])).await;
    put("[data-param=\"tasks\"]", "40");
    ends_with(&cells(&KITCHEN, &[("tasks", "40")])).await;
    assert_eq!(texts("output[data-count=\"served\"]"), ["40", "40"]);
}

#[wasm_bindgen_test]
async fn the_library_is_compared_in_its_own_words() {
    let settings = [("sources", "4"), ("latency_ms", "500")];
    page(&comparison(SceneKind::Library, &LIBRARY, &settings));
    ends_with(&cells(&LIBRARY, &settings)).await;
    assert_eq!(texts("table.figures td")[2], "2.000 s");
    assert_eq!(texts("table.figures td")[5], "500.0 ms");
    let words = texts(".pane .count dt");
    assert!(words[2].starts_with("back"), "{words:?}");
    put("[data-param=\"sources\"]", "6");
    ends_with(&cells(&LIBRARY, &[("sources", "6"), ("latency_ms", "500")])).await;
}
