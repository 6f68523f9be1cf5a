//! A page in the test's own document: made of blocks, brought to life, looked at and worked.

use brigade::lesson::block::{Block, SceneKind, Sim, Tab};
use brigade::runtime::Settings;
use brigade::runtime::scenario::Scenario;
use gloo_timers::future::TimeoutFuture;
use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

pub(super) const LISTINGS: [(&str, &str); 5] = [
    ("sequential.go", include_str!("../../lessons/sequential.go")),
    ("naive.go", include_str!("../../lessons/naive.go")),
    (
        "naive_server.go",
        include_str!("../../lessons/naive_server.go"),
    ),
    ("waitgroup.go", include_str!("../../lessons/waitgroup.go")),
    ("batch_pool.go", include_str!("../../lessons/batch_pool.go")),
];

pub(super) fn listing(file: &str) -> &'static str {
    LISTINGS.iter().find(|(name, _)| *name == file).unwrap().1
}

pub(super) fn scenario(settings: &str) -> Scenario {
    let mut scenario = Scenario::default();
    for word in settings.split_whitespace() {
        let (name, value) = word.split_once('=').unwrap();
        scenario.set(name, value).unwrap();
    }
    scenario
}

/// A stage with a tab for each listing, all under one scenario.
pub(super) fn sim(id: &str, files: &[&str], settings: &str) -> Sim {
    let tabs = files.iter().map(|file| Tab {
        id: file.trim_end_matches(".go").into(),
        label: (*file).into(),
        file: (*file).into(),
        text: listing(file).into(),
        settings: scenario(settings),
    });
    Sim {
        id: id.into(),
        scene: SceneKind::Kitchen,
        tabs: tabs.collect(),
        open: 0,
        sliders: ["tasks", "stoves", "service_ms", "stove_policy"]
            .map(String::from)
            .to_vec(),
        seed: 0,
        schedule: 0,
    }
}

pub(super) fn document() -> web_sys::Document {
    web_sys::window().unwrap().document().unwrap()
}

pub(super) fn storage() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

pub(super) fn key() -> String {
    format!(
        "brigade:{}",
        web_sys::window().unwrap().location().pathname().unwrap()
    )
}

/// A page of these blocks, alive, in place of the last one.
pub(super) fn page(blocks: &[Block]) {
    if let Some(last) = document().get_element_by_id("page") {
        last.remove();
    }
    let page = document().create_element("div").unwrap();
    page.set_id("page");
    for block in blocks {
        let section = document().create_element("section").unwrap();
        section.set_id(block.id());
        section.set_attribute("data-block", block.kind()).unwrap();
        let data = document().create_element("script").unwrap();
        data.set_attribute("type", "application/json").unwrap();
        data.set_text_content(Some(&serde_json::to_string(block).unwrap()));
        section.append_child(&data).unwrap();
        page.append_child(&section).unwrap();
    }
    document().body().unwrap().append_child(&page).unwrap();
    brigade::app::start();
}

/// The same, with nothing saved.
pub(super) fn fresh_page(blocks: &[Block]) {
    storage().clear().unwrap();
    page(blocks);
}

pub(super) fn find(selector: &str) -> Element {
    let found = document()
        .query_selector(&format!("#page {selector}"))
        .unwrap();
    found.unwrap_or_else(|| panic!("no {selector} on the page"))
}

pub(super) fn all(selector: &str) -> Vec<Element> {
    let found = document()
        .query_selector_all(&format!("#page {selector}"))
        .unwrap();
    (0..found.length())
        .map(|at| found.get(at).unwrap().unchecked_into())
        .collect()
}

pub(super) fn js(arguments: &str, body: &str) -> Function {
    Function::new_with_args(arguments, body)
}

/// Puts a value into a control, as somebody does who drags or types.
pub(super) fn put(control: &Element, value: &str) {
    let body = "control.value = value;
        control.dispatchEvent(new Event('input', { bubbles: true }));
        control.dispatchEvent(new Event('change', { bubbles: true }));";
    js("control, value", body)
        .call2(&JsValue::NULL, control, &value.into())
        .unwrap();
}

pub(super) fn press(element: &Element, key: &str, ctrl: bool) {
    let body = "element.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));";
    js("element, key, ctrlKey", body)
        .call3(&JsValue::NULL, element, &key.into(), &ctrl.into())
        .unwrap();
}

pub(super) fn click(element: &Element) {
    element.clone().unchecked_into::<HtmlElement>().click();
}

pub(super) fn property(element: &Element, name: &str) -> JsValue {
    js_sys::Reflect::get(element, &name.into()).unwrap()
}

/// What stands there; nothing where nothing is.
pub(super) fn text(selector: &str) -> String {
    let found = all(selector).into_iter().next();
    found
        .and_then(|element| element.text_content())
        .unwrap_or_default()
}

pub(super) fn count(name: &str) -> u64 {
    text(&format!("[data-count={name}]"))
        .replace(',', "")
        .parse()
        .unwrap()
}

pub(super) fn hash() -> String {
    find(".stage")
        .get_attribute("data-state-hash")
        .unwrap_or_default()
}

/// A digest of what the canvas shows.
pub(super) fn pixels() -> String {
    let body =
        "const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        let digest = 2166136261;
        for (const byte of data) digest = Math.imul(digest ^ byte, 16777619) >>> 0;
        return canvas.width + 'x' + canvas.height + ':' + digest;";
    let digest = js("canvas", body)
        .call1(&JsValue::NULL, &find("canvas"))
        .unwrap();
    digest.as_string().unwrap()
}

pub(super) fn go_to(position: u32) {
    put(&find("[aria-label=Position]"), &position.to_string());
}

/// Waits until something holds; a page that never comes to it fails the test.
pub(super) async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..600 {
        if holds() {
            return;
        }
        TimeoutFuture::new(25).await;
    }
    panic!("never: {what}");
}

pub(super) async fn ran() {
    until("a run", || !hash().is_empty()).await;
}

/// At the end of the run the counts are those of the same program run here, without the page.
pub(super) async fn ends_as(file: &str, settings: &str) {
    let wanted = Settings {
        scenario: scenario(settings),
        ..Settings::default()
    };
    let orders = brigade::run(file, listing(file), &wanted).report.orders;
    let wanted = [
        orders.waiting,
        orders.in_flight,
        orders.served,
        orders.failed,
        orders.lost,
    ];
    until(
        &format!("{file} with {settings} ends as {wanted:?}"),
        || {
            go_to(10_000);
            ["waiting", "in_flight", "served", "failed", "lost"].map(count) == wanted
        },
    )
    .await;
}
