//! The live parts of a page, in a browser: they mount, they answer, and what they show is what runs natively.
#![cfg(target_arch = "wasm32")]

mod page;

use brigade::lesson::Html;
use brigade::lesson::block::{Block, Choice, Predict, Test};
use brigade::lesson::figure::{Figure, Value};
use brigade::runtime::Settings;
use gloo_timers::future::TimeoutFuture;
use page::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn a_stage_mounts_with_all_that_one_works_with() {
    fresh_page(&[Block::Sim(sim(
        "a",
        &["waitgroup.go", "batch_pool.go"],
        "tasks=50",
    ))]);
    ran().await;
    let names: Vec<String> = all("button")
        .iter()
        .map(|button| {
            let name = button.get_attribute("aria-label");
            name.or(button.text_content()).unwrap()
        })
        .collect();
    for name in [
        "Run",
        "Reset",
        "Play",
        "Step forward",
        "Step back",
        "waitgroup.go",
    ] {
        assert!(
            names.iter().any(|has| has == name),
            "{name} is not among {names:?}"
        );
    }
    for param in ["tasks", "stoves", "service_ms", "stove_policy"] {
        assert_eq!(all(&format!("[data-param={param}]")).len(), 1, "{param}");
    }
    assert_eq!(count("waiting"), 50);
    let live = document()
        .document_element()
        .unwrap()
        .get_attribute("data-app");
    assert_eq!(live.as_deref(), Some("live"));
    let sum: u64 = ["waiting", "in_flight", "served", "failed", "lost"]
        .map(count)
        .iter()
        .sum();
    assert_eq!(sum, 50);
}

#[wasm_bindgen_test]
async fn a_slider_changes_the_run() {
    fresh_page(&[Block::Sim(sim("b", &["waitgroup.go"], "tasks=300"))]);
    ran().await;
    ends_as("waitgroup.go", "tasks=300").await;
    put(&find("[data-param=stoves]"), "5");
    ends_as("waitgroup.go", "tasks=300 stoves=5").await;
    put(&find("[data-param=stove_policy]"), "wait");
    ends_as("waitgroup.go", "tasks=300 stoves=5 stove_policy=wait").await;
    assert!(
        text("[data-gauge=stoves]").ends_with("/ 2"),
        "{}",
        text("[data-gauge=stoves]")
    );
}

#[wasm_bindgen_test]
async fn an_impossible_value_is_refused_where_it_was_typed() {
    fresh_page(&[Block::Sim(sim("c", &["waitgroup.go"], "tasks=10"))]);
    ran().await;
    let exact = find(".slider .exact");
    put(&exact, "99999999999");
    until("a message", || text(".slider .trouble").contains("tasks")).await;
    put(&exact, "20");
    until("no message", || text(".slider .trouble").is_empty()).await;
    ends_as("waitgroup.go", "tasks=20").await;
}

#[wasm_bindgen_test]
async fn all_of_it_can_be_reached_and_worked_by_keyboard() {
    fresh_page(&[Block::Sim(sim(
        "d",
        &["waitgroup.go", "batch_pool.go"],
        "tasks=30",
    ))]);
    ran().await;
    for control in all(".stage :is(button, input, select, textarea, [role=slider])") {
        let unreachable = property(&control, "tabIndex").as_f64().unwrap() < 0.0;
        let other_tab = control.get_attribute("role").as_deref() == Some("tab");
        assert!(!unreachable || other_tab, "{}", control.outer_html());
    }
    press(&find("[role=tab]"), "ArrowRight", false);
    until("the other tab", || {
        find("#d-tab-1").get_attribute("aria-selected").as_deref() == Some("true")
    })
    .await;
    ends_as("batch_pool.go", "tasks=30").await;
    press(&find("[role=slider]"), "Home", false);
    until("the start, by the chart", || count("waiting") == 30).await;
    press(&find("[role=slider]"), "End", false);
    until("the end, by the chart", || count("served") == 30).await;
    let changed = listing("batch_pool.go").replace("kitchen.Cook(tasks[idx])", "");
    put(&find("textarea"), &changed);
    press(&find("textarea"), "Enter", true);
    until("the changed program's end", || {
        go_to(10_000);
        count("lost") == 30
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_prediction_comes_before_play_and_the_run_marks_it() {
    let option = |text: &str, test| Choice {
        text: Html(text.into()),
        test,
        explanation: Html(format!("why {text}")),
    };
    let predict = Predict {
        id: "e-failed".into(),
        sim: "e".into(),
        tab: "waitgroup".into(),
        question: Html("How many fail?".into()),
        figure: Figure::named("orders.failed").unwrap(),
        options: vec![
            option("none", Test::Is(Value::Number(0.0))),
            option("some", Test::AtLeast(1.0)),
        ],
        then: None,
    };
    fresh_page(&[
        Block::Predict(predict),
        Block::Sim(sim("e", &["waitgroup.go"], "tasks=300")),
    ]);
    ran().await;
    let play = find("[aria-label=Play]");
    assert!(
        play.has_attribute("disabled"),
        "play comes after the prediction"
    );
    let none = find("#e-failed input");
    click(&none);
    until("something to commit to", || {
        !find(".commit").has_attribute("disabled")
    })
    .await;
    click(&find(".commit"));
    until("play", || {
        !find("[aria-label=Play]").has_attribute("disabled")
    })
    .await;
    assert!(
        all(".predict li.right").is_empty(),
        "nothing is given away before the end"
    );
    go_to(10_000);
    until("the right answer", || {
        text(".predict li.right label").contains("some")
    })
    .await;
    assert!(text(".predict li.missed").contains("your answer"));
    put(&find("[data-param=tasks]"), "50");
    until("the other answer, by the changed run", || {
        !all(".predict li.right").is_empty() && text(".predict li.right label").contains("none")
    })
    .await;
}

#[wasm_bindgen_test]
fn runs_are_those_of_the_native_command() {
    for line in include_str!("../digests.txt").lines() {
        let (run, digest) = line.split_once(" = ").unwrap();
        let (file, settings) = run.split_once(' ').unwrap_or((run, ""));
        let settings = Settings {
            scenario: scenario(settings),
            ..Settings::default()
        };
        let ran = brigade::run(file, listing(file), &settings);
        assert_eq!(ran.report.trace_digest, digest, "{run}");
    }
}

#[wasm_bindgen_test]
async fn a_corrupt_store_is_said_and_left_alone() {
    storage().clear().unwrap();
    storage()
        .set_item(&key(), "{\"version\":1,\"blocks\":{\"f\":")
        .unwrap();
    page(&[Block::Sim(sim("f", &["waitgroup.go"], "tasks=30"))]);
    ran().await;
    until("a message", || {
        text(".stage > .trouble").contains("can't be read")
    })
    .await;
    ends_as("waitgroup.go", "tasks=30").await;
    TimeoutFuture::new(600).await;
    let kept = storage().get_item(&key()).unwrap();
    assert_eq!(kept.as_deref(), Some("{\"version\":1,\"blocks\":{\"f\":"));
    storage().clear().unwrap();
}

#[wasm_bindgen_test]
async fn a_listing_that_doesnt_parse_is_said_at_its_line_and_the_run_before_stays() {
    fresh_page(&[Block::Sim(sim("g", &["waitgroup.go"], "tasks=30"))]);
    ran().await;
    ends_as("waitgroup.go", "tasks=30").await;
    let lesson = listing("waitgroup.go");
    put(&find("textarea"), &lesson.replace("wg.Wait()", "wg.Wait("));
    click(&find(".code .run"));
    until("a message", || !text(".code .trouble").is_empty()).await;
    // As the Go compiler has it: the call goes on in the next line, where `return` doesn't fit.
    let wrong = text(".listing .line.wrong");
    assert!(wrong.contains("return nil"), "{wrong}");
    assert!(wrong.contains("unexpected keyword return"), "{wrong}");
    assert_eq!(count("served"), 30, "the run before is still there");
    click(&all(".code-bar button")[1]);
    until("the lesson's text", || {
        property(&find("textarea"), "value").as_string().as_deref() == Some(lesson)
    })
    .await;
    until("no message", || text(".code .trouble").is_empty()).await;
    ends_as("waitgroup.go", "tasks=30").await;
}

#[wasm_bindgen_test]
async fn a_hundred_jumps_lead_back_to_the_same_picture() {
    fresh_page(&[Block::Sim(sim(
        "h",
        &["waitgroup.go"],
        "tasks=400 spawn_ns=2500",
    ))]);
    ran().await;
    let look = async |position: u32| {
        go_to(position);
        TimeoutFuture::new(0).await;
        (hash(), pixels())
    };
    let mut random = 12_345_u32;
    let mut places = Vec::new();
    for _ in 0..100 {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        places.push(random % 10_001);
    }
    let mut first = Vec::new();
    for place in &places {
        first.push(look(*place).await);
    }
    let different: std::collections::BTreeSet<_> = first.iter().collect();
    assert!(
        different.len() > 20,
        "{} different pictures",
        different.len()
    );
    for (place, was) in places.iter().zip(&first).rev() {
        assert_eq!(look(*place).await, *was, "at {place}");
    }
}
