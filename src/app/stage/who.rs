//! Who is followed: a goroutine chosen by hand, where it stands and what it waits for; and where all the others stand.

use super::{Shown, Stage};
use crate::trace::State;
use crate::trace::text::grouped;
use crate::trace::who::{Group, groups, sentence};
use leptos::prelude::*;

/// How many groups are listed.
const MOST: usize = 6;

/// The goroutines, to choose one from.
#[component]
pub fn Who(
    /// The stage.
    stage: Stage,
    /// The moment that is looked at.
    shown: Memo<Option<Shown>>,
) -> impl IntoView {
    let said = Memo::new(move |_| {
        let selected = stage.selected.get();
        shown.with(|shown| {
            let shown = shown.as_ref()?;
            Some(sentence(&shown.run.trace, &shown.state, selected?, shown.t))
        })
    });
    let all = Memo::new(move |_| {
        shown.with(|shown| {
            shown
                .as_ref()
                .map(|shown| groups(&shown.state))
                .unwrap_or_default()
        })
    });
    let go = move |forward: bool| {
        let next = shown.with_untracked(|shown| {
            let state = &shown.as_ref()?.state;
            neighbour(state, stage.selected.get_untracked(), forward)
        });
        if next.is_some() {
            stage.selected.set(next);
        }
    };
    let release = move |_| stage.selected.set(None);
    let rows = move || {
        let all = all.get();
        let more = all.len().saturating_sub(MOST);
        let rows: Vec<_> = all
            .into_iter()
            .take(MOST)
            .map(|group| row(stage, group))
            .collect();
        let more = (more > 0).then(|| view! { <li class="more">{format!("and {more} more")}</li> });
        view! { {rows} {more} }
    };
    view! {
        <div class="follow" role="group" aria-label="Goroutines">
            <div class="follow-bar">
                <span class="follow-title">"Following"</span>
                <strong>{move || match stage.selected.get() {
                    None => "whoever acts".to_owned(),
                    Some(1) => "main".to_owned(),
                    Some(g) => format!("g{g}"),
                }}</strong>
                <button type="button" aria-label="Previous goroutine" on:click=move |_| go(false)>"‹"</button>
                <button type="button" aria-label="Next goroutine" on:click=move |_| go(true)>"›"</button>
                <button type="button" on:click=release disabled=move || stage.selected.get().is_none()>"Let go"</button>
            </div>
            <p class="follow-now" role="status">{move || said.get()}</p>
            <ul class="groups">{rows}</ul>
        </div>
    }
}

fn row(stage: Stage, group: Group) -> impl IntoView {
    let Group {
        line,
        doing,
        count,
        first,
    } = group;
    let who = match (count, first) {
        (1, 1) => "main".to_owned(),
        (1, g) => format!("g{g}"),
        (count, _) => grouped(count),
    };
    let place = match line {
        0 => String::new(),
        line => format!("line {line}"),
    };
    view! {
        <li>
            <button type="button" title="Follow the first of them" on:click=move |_| stage.selected.set(Some(first))>
                <span class="many">{who}</span>
                <span class="doing">{doing}</span>
                <span class="place">{place}</span>
            </button>
        </li>
    }
}

/// Who is alive beside the one who is followed, by number; around the ends it goes on.
fn neighbour(state: &State, of: Option<u32>, forward: bool) -> Option<u32> {
    let alive = || state.goroutines.figures().map(|figure| figure.id);
    let beyond = match (of, forward) {
        (None, _) => None,
        (Some(of), true) => alive().filter(|g| *g > of).min(),
        (Some(of), false) => alive().filter(|g| *g < of).max(),
    };
    beyond.or(if forward {
        alive().min()
    } else {
        alive().max()
    })
}
