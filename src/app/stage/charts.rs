//! In flight, memory and stoves: how much it is now, and over time, below its limit. Each chart is a slider over the run's
//! virtual time, and has a table for who doesn't see it.

use super::run::Recorded;
use super::{Shown, Stage};
use crate::trace::series::Quantity;
use crate::trace::text::{duration, grouped};
use crate::trace::{Meta, State, World};
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use std::fmt::Write as _;
use std::sync::Arc;
use wasm_bindgen::JsCast;

const WIDTH: f64 = 240.0;
const HEIGHT: f64 = 40.0;
/// How many columns a chart has.
const COLUMNS: usize = 120;
/// Rows of the table.
const ROWS: usize = 12;
/// How far an arrow key moves, of the whole.
const NUDGE: f64 = 0.01;

/// What is charted.
#[derive(Clone, Copy)]
struct Chart {
    /// Its name in the page, as `data-kind`.
    kind: &'static str,
    /// The picture's word.
    label: &'static str,
    /// The field's word.
    field: &'static str,
    quantity: Quantity,
    now: fn(&State) -> u64,
    limit: Option<u64>,
    say: fn(u64) -> String,
}

fn charts_of(meta: &Meta) -> Vec<Chart> {
    let in_flight = Chart {
        kind: "in-flight",
        label: "In the making",
        field: "in flight",
        quantity: Quantity::InFlight,
        now: |state| state.counts.in_flight,
        limit: None,
        say: grouped,
    };
    let memory = Chart {
        kind: "memory",
        label: "Floor",
        field: "memory",
        quantity: Quantity::Memory,
        now: |state| state.memory.used(),
        limit: Some(meta.memory_limit),
        say: mebibytes,
    };
    let ours = meta
        .stoves
        .saturating_sub(meta.stoves_reserved)
        .saturating_sub(meta.stoves_others);
    let stoves = Chart {
        kind: "stoves",
        label: "Stoves",
        field: "connections",
        quantity: Quantity::Stoves,
        now: |state| u64::from(state.stoves_in_use),
        limit: Some(ours.into()),
        say: grouped,
    };
    let goroutines = Chart {
        kind: "goroutines",
        label: "Goroutines",
        field: "alive",
        quantity: Quantity::Goroutines,
        now: |state| state.goroutines.len() as u64,
        limit: None,
        say: grouped,
    };
    // Only a kitchen has a floor.
    let plain_memory = Chart {
        label: "Memory",
        field: "in use",
        ..memory
    };
    let on_the_way = Chart {
        label: "On the way",
        ..in_flight
    };
    match meta.world {
        World::Kitchen => vec![in_flight, memory, stoves],
        World::Library => vec![on_the_way, plain_memory, goroutines],
        World::None => vec![goroutines, plain_memory],
    }
}

/// The charts of a run.
#[component]
pub fn Charts(
    /// The stage.
    stage: Stage,
    /// The moment that is looked at.
    shown: Memo<Option<Shown>>,
) -> impl IntoView {
    let charts = move || {
        let run = stage.run.get()?;
        let charts = charts_of(run.trace.meta())
            .into_iter()
            .map(|chart| one(stage, &run, chart, shown));
        Some(charts.collect_view())
    };
    view! { <div class="charts">{charts}</div> }
}

fn one(
    stage: Stage,
    run: &Arc<Recorded>,
    chart: Chart,
    shown: Memo<Option<Shown>>,
) -> impl IntoView + use<> {
    let Chart {
        kind,
        label,
        field,
        quantity,
        now,
        limit,
        say,
    } = chart;
    let columns = run.trace.series(quantity).columns(COLUMNS);
    let most = columns.iter().map(|column| column.1).max().unwrap_or(0);
    let top = limit.unwrap_or(0).max(most).max(1) as f64;
    let area = area(&columns, top);
    let value =
        Memo::new(move |_| shown.with(|shown| shown.as_ref().map_or(0, |shown| now(&shown.state))));
    let full =
        move || limit.is_some_and(|limit| limit > 0 && value.get() as f64 >= 0.995 * limit as f64);
    let of = limit.map_or(String::new(), |limit| format!(" / {}", say(limit)));
    let said = move || format!("{}{of}", amount(say, value.get(), limit));
    let x = move || format!("{:.1}", stage.share() * WIDTH);
    let valuetext = {
        let said = said.clone();
        move || format!("{} at {}", said(), duration(stage.clock.moment.get().t))
    };
    let on_key = move |event: KeyboardEvent| {
        let share = stage.share();
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => share + NUDGE,
            "ArrowLeft" | "ArrowDown" => share - NUDGE,
            "Home" => 0.0,
            "End" => 1.0,
            _ => return,
        };
        event.prevent_default();
        if !stage.clock.locked() {
            stage.go_to_share(to);
        }
    };
    let on_click = move |event: MouseEvent| {
        let target = event.current_target();
        let element = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let (Some(element), false) = (element, stage.clock.locked()) {
            let width = f64::from(element.client_width()).max(1.0);
            stage.go_to_share(f64::from(event.offset_x()) / width);
        }
    };
    let seen = move || !stage.clock.locked();
    let past = area.clone();
    let end = run.trace.end();
    let rows = columns
        .into_iter()
        .enumerate()
        .step_by(COLUMNS / ROWS)
        .map(move |(column, (low, high))| {
            let at = (u128::from(end) * column as u128 / COLUMNS as u128) as u64;
            view! { <tr><th scope="row">{duration(at)}</th><td>{say(low)}</td><td>{say(high)}</td></tr> }
        });
    let rows = rows.collect_view();
    view! {
        <div class="chart gauge" data-kind=kind class:full=full>
            <p class="chart-head">
                <span>{label}" "<small>{field}</small></span>
                <output data-gauge=kind aria-label=format!("{label}: {field}")>{said}</output>
            </p>
            <svg
                viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                preserveAspectRatio="none"
                role="slider"
                tabindex="0"
                aria-label=format!("{label} over time")
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=move || (stage.share() * 100.0).round()
                aria-valuetext=valuetext
                on:click=on_click
                on:keydown=on_key
            >
                <path class="area ahead" d=move || seen().then(|| area.clone()) />
                <svg x="0" y="0" width=x height=HEIGHT overflow="hidden">
                    <path class="area" d=move || seen().then(|| past.clone()) />
                </svg>
                <line class="cursor" y1="0" y2=HEIGHT x1=x x2=x />
            </svg>
            <div class="visually-hidden"><table>
                <caption>{label}" over time"</caption>
                <thead><tr><th scope="col">"from"</th><th scope="col">"least"</th><th scope="col">"most"</th></tr></thead>
                <tbody>{move || seen().then(|| rows.clone())}</tbody>
            </table></div>
        </div>
    }
}

/// The outline of a series, from the ground up.
fn area(columns: &[(u64, u64)], top: f64) -> String {
    let y = |value: u64| HEIGHT - value as f64 / top * (HEIGHT - 3.0);
    let x = |column: usize| column as f64 / COLUMNS as f64 * WIDTH;
    let mut area = format!("M-2 {HEIGHT}");
    for (column, &(_, high)) in columns.iter().enumerate() {
        let (left, right, y) = (x(column), x(column + 1), y(high));
        let _ = write!(area, "L{left:.1} {y:.1}L{right:.1} {y:.1}");
    }
    let _ = write!(area, "L{} {HEIGHT}Z", WIDTH + 2.0);
    area
}

/// A value beside its limit: the unit stands once.
fn amount(say: fn(u64) -> String, value: u64, limit: Option<u64>) -> String {
    let said = say(value);
    match limit {
        Some(_) => said.trim_end_matches(" MiB").to_owned(),
        None => said,
    }
}

fn mebibytes(bytes: u64) -> String {
    let mebibytes = bytes as f64 / f64::from(1 << 20);
    if bytes.is_multiple_of(1 << 20) {
        format!("{mebibytes:.0} MiB")
    } else {
        format!("{mebibytes:.1} MiB")
    }
}
