//! The code panel: the listing that runs. It can be changed, and says at each line how many goroutines stand there.

use super::output::Output;
use super::run::Trouble;
use super::{Shown, Stage};
use crate::go::lex::{Class, highlight};
use crate::trace::text::grouped;
use crate::trace::{State, steps};
use leptos::html;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The height of a line in the panel, in px; `www/stage.css` has the same.
const LINE_PX: f64 = 20.0;

/// The listing, its gutter, the buttons that run it and bring the lesson's text back, and what it printed.
#[component]
pub fn Code(
    /// The stage.
    stage: Stage,
    /// The moment that is looked at.
    shown: Memo<Option<Shown>>,
) -> impl IntoView {
    let text = Memo::new(move |_| stage.texts.with(|texts| texts[stage.tab.get()].clone()));
    // Whether what is shown is a run of another text than the editor's.
    let stale = Memo::new(move |_| {
        stage.run.with(|run| {
            run.as_ref()
                .is_some_and(|run| run.tab == stage.tab.get() && run.text != text.get())
        })
    });
    let of_lesson = move || {
        stage
            .setup
            .with_value(|setup| setup.tabs[stage.tab.get()].text == text.get())
    };
    // The lines that are standing on are those of the text that ran.
    let lines = Memo::new(move |_| {
        shown.with(|shown| match shown {
            Some(shown) if shown.run.text == text.get() => standing(&shown.state),
            _ => Standing::new(),
        })
    });
    let current = Memo::new(move |_| {
        shown.with(|shown| {
            let shown = shown.as_ref()?;
            let state = &shown.state;
            if shown.run.text != text.get() {
                return None;
            }
            let last = state.last?;
            let followed = stage.selected.get();
            let figure = state.goroutines.figure(followed.unwrap_or(last.g));
            let line = figure.map(|figure| figure.line).filter(|line| *line > 0);
            // When all is over, one wants to see where main stood.
            let who = followed.or(state.ended.map(|_| 1));
            line.or_else(|| steps::last_line(&shown.run.trace, state.n, who))
        })
    });
    let troubles = Memo::new(move |_| stage.trouble.with(Trouble::by_line));
    let scroller = NodeRef::<html::Div>::new();
    Effect::new(move || {
        let (Some(line), Some(scroller)) = (current.get(), scroller.get()) else {
            return;
        };
        let (top, height) = (
            f64::from(line - 1) * LINE_PX,
            f64::from(scroller.client_height()),
        );
        let seen = f64::from(scroller.scroll_top());
        if top < seen + LINE_PX || top + 2.0 * LINE_PX > seen + height {
            scroller.set_scroll_top((top - height / 2.0).max(0.0) as i32);
        }
    });
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            stage.run_text();
        }
    };
    let stale_said = move || {
        let wrong = stage.trouble.with(|trouble| trouble.summary().is_some());
        match (stale.get(), wrong) {
            (true, false) => Some("The text has changed since this run: press Run, or Ctrl+Enter."),
            (true, true) => Some("What is shown is the run before this change."),
            (false, _) => None,
        }
    };
    view! {
        <div class="code">
            <div class="code-bar">
                <span class="file">{move || stage.setup.with_value(|setup| setup.tabs[stage.tab.get()].file.clone())}</span>
                <label class="step-by">
                    "Step by "
                    <select on:change=move |event| stage.by_line.set(event_target_value(&event) == "line")>
                        <option value="event" selected=move || !stage.by_line.get()>"event"</option>
                        <option value="line" selected=move || stage.by_line.get()>"line"</option>
                    </select>
                </label>
                <button type="button" class="run" on:click=move |_| stage.run_text() disabled=move || stage.clock.locked()>"Run"</button>
                <button type="button" on:click=move |_| stage.reset_text() disabled=of_lesson>"Reset"</button>
            </div>
            <p class="stale" role="status">{stale_said}</p>
            <p class="trouble" role="alert">{move || stage.trouble.with(Trouble::summary)}</p>
            <div class="code-scroll" node_ref=scroller>
                <div class="listing" aria-hidden="true">
                    {move || rows(&text.get(), lines, current, &troubles.get())}
                </div>
                <textarea
                    aria-label="Go program"
                    spellcheck="false"
                    autocomplete="off"
                    autocapitalize="off"
                    wrap="off"
                    prop:value=move || text.get()
                    on:input=move |event| {
                        let tab = stage.tab.get_untracked();
                        stage.texts.update(|texts| texts[tab] = event_target_value(&event));
                    }
                    on:keydown=on_key
                ></textarea>
            </div>
            <Output shown />
        </div>
    }
}

/// Who stands at a line: how many goroutines, and whether main is among them.
type Standing = BTreeMap<u32, (u32, bool)>;

fn standing(state: &State) -> Standing {
    let main = state.goroutines.get(1).map(|main| main.line);
    let lines = state.goroutines.lines();
    lines
        .map(|(line, count)| (line, (count, Some(line) == main)))
        .collect()
}

/// The lines, once for a text; who stands at them changes within.
fn rows(
    text: &str,
    standing: Memo<Standing>,
    current: Memo<Option<u32>>,
    troubles: &BTreeMap<u32, String>,
) -> impl IntoView + use<> {
    let spans = highlight(text);
    let mut rows = Vec::new();
    let mut spans = spans.into_iter().peekable();
    let mut offset = 0;
    for (number, line) in (1..).zip(text.split('\n')) {
        let end = offset + line.len();
        let mut pieces = Vec::new();
        while let Some(span) = spans.peek() {
            let (from, to) = (span.range.start.max(offset), span.range.end.min(end));
            if from < to {
                pieces.push(
                    view! { <span class=class_of(span.class)>{text[from..to].to_owned()}</span> },
                );
            }
            if span.range.end > end {
                break;
            }
            spans.next();
        }
        offset = end + 1;
        let who = move || standing.with(|standing| standing.get(&number).map(who_stands));
        let trouble = troubles.get(&number).cloned();
        let wrong = trouble.is_some();
        rows.push(view! {
            <div class="line" class:current=move || current.get() == Some(number) class:wrong=wrong>
                <span class="number">{number}</span>
                <span class="who">{who}</span>
                <span class="text">{pieces}</span>
                {trouble.map(|message| view! { <span class="message">{message}</span> })}
            </div>
        });
    }
    rows
}

fn who_stands(&(count, main): &(u32, bool)) -> String {
    match (count, main) {
        (1, true) => "main".to_owned(),
        (count, _) => format!("{} g", grouped(u64::from(count))),
    }
}

fn class_of(class: Class) -> &'static str {
    match class {
        Class::Keyword => "k",
        Class::Type => "t",
        Class::Builtin => "b",
        Class::Function => "f",
        Class::String => "s",
        Class::Number => "n",
        Class::Comment => "c",
        Class::Operator => "o",
        Class::Ident | Class::Space => "",
    }
}
