//! In flight, memory and stoves over time: small charts with one cursor at the moment that is looked at.

use super::Stage;
use crate::trace::series::Quantity;
use crate::trace::text::{duration, grouped};
use crate::trace::{Meta, Trace, World};
use leptos::prelude::*;
use std::fmt::Write as _;

const WIDTH: f64 = 240.0;
const HEIGHT: f64 = 56.0;
/// How many columns a chart has.
const COLUMNS: usize = 120;

/// What is charted: its name, the quantity, its limit where it has one, and how a value is said.
struct Chart {
    label: &'static str,
    quantity: Quantity,
    limit: Option<u64>,
    say: fn(u64) -> String,
}

fn charts_of(meta: &Meta) -> Vec<Chart> {
    let in_flight = Chart {
        label: "Orders in flight",
        quantity: Quantity::InFlight,
        limit: None,
        say: grouped,
    };
    let memory = Chart {
        label: "Floor: memory",
        quantity: Quantity::Memory,
        limit: Some(meta.memory_limit),
        say: mebibytes,
    };
    let ours = meta
        .stoves
        .saturating_sub(meta.stoves_reserved)
        .saturating_sub(meta.stoves_others);
    let stoves = Chart {
        label: "Stoves: connections",
        quantity: Quantity::Stoves,
        limit: Some(ours.into()),
        say: grouped,
    };
    match meta.world {
        World::Kitchen => vec![in_flight, memory, stoves],
        World::Library => vec![in_flight, memory],
        World::None => {
            let label = "Goroutines";
            vec![
                Chart {
                    label,
                    quantity: Quantity::Goroutines,
                    limit: None,
                    say: grouped,
                },
                memory,
            ]
        }
    }
}

/// The charts of a run.
#[component]
pub fn Charts(
    /// The stage.
    stage: Stage,
) -> impl IntoView {
    let share = move || {
        let end = stage
            .run
            .with(|run| run.as_ref().map_or(0, |run| run.trace.end()));
        if end == 0 {
            stage.clock.position()
        } else {
            stage.clock.moment.get().t as f64 / end as f64
        }
    };
    let charts = move || {
        let run = stage.run.get()?;
        let charts = charts_of(run.trace.meta())
            .into_iter()
            .map(|chart| draw(&run.trace, chart, share));
        Some(charts.collect_view())
    };
    view! { <div class="charts">{charts}</div> }
}

fn draw<S: Fn() -> f64 + Copy + Send + Sync + 'static>(
    trace: &Trace,
    chart: Chart,
    share: S,
) -> impl IntoView + use<S> {
    let Chart {
        label,
        quantity,
        limit,
        say,
    } = chart;
    let columns = trace.series(quantity).columns(COLUMNS);
    let most = columns.iter().map(|column| column.1).max().unwrap_or(0);
    // The limit is in the picture as soon as a quarter of it is used.
    let limit = limit.filter(|limit| most > limit / 4);
    let top = limit.unwrap_or(0).max(most).max(1) as f64;
    let y = move |value: u64| HEIGHT - value as f64 / top * (HEIGHT - 4.0);
    let x = |column: usize| column as f64 / COLUMNS as f64 * WIDTH;
    let mut area = format!("M0 {HEIGHT}");
    for (column, &(_, high)) in columns.iter().enumerate() {
        let _ = write!(
            area,
            "L{:.1} {:.1}L{:.1} {:.1}",
            x(column),
            y(high),
            x(column + 1),
            y(high)
        );
    }
    let _ = write!(area, "L{WIDTH} {HEIGHT}Z");
    let limit =
        limit.map(|limit| view! { <line class="limit" x1="0" x2=WIDTH y1=y(limit) y2=y(limit) /> });
    let end = trace.end();
    let summary = format!("{label}: at most {}", say(most));
    let rows = columns.into_iter().enumerate().step_by(COLUMNS / 12).map(move |(column, (low, high))| {
        let at = (u128::from(end) * column as u128 / COLUMNS as u128) as u64;
        view! { <tr><th scope="row">{duration(at)}</th><td>{say(low)}</td><td>{say(high)}</td></tr> }
    });
    view! {
        <figure class="chart">
            <figcaption>{label}<span class="most">{say(most)}</span></figcaption>
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none" role="img" aria-label=summary>
                <path class="area" d=area />
                {limit}
                <line
                    class="cursor"
                    y1="0"
                    y2=HEIGHT
                    x1=move || format!("{:.1}", share() * WIDTH)
                    x2=move || format!("{:.1}", share() * WIDTH)
                />
            </svg>
            <table class="visually-hidden">
                <caption>{label}" over time"</caption>
                <thead><tr><th scope="col">"from"</th><th scope="col">"least"</th><th scope="col">"most"</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </figure>
    }
}

fn mebibytes(bytes: u64) -> String {
    format!("{:.1} MiB", bytes as f64 / f64::from(1 << 20))
}
