//! What the program has printed until the moment that is looked at, and the status with which it ended.

use super::Shown;
use leptos::prelude::*;

/// How many prints are shown, the last ones.
const MOST: usize = 200;

/// The terminal under the code.
#[component]
pub fn Output(
    /// The moment that is looked at.
    shown: Memo<Option<Shown>>,
) -> impl IntoView {
    let printed =
        Memo::new(move |_| shown.with(|shown| shown.as_ref().map(printed).unwrap_or_default()));
    let status = Memo::new(move |_| {
        shown.with(|shown| {
            let ended = shown.as_ref()?.state.ended?;
            Some(format!("exit status {}", ended.status))
        })
    });
    view! {
        <div class="output" role="group" aria-label="Output of the program" tabindex="0">
            <pre>{move || printed.get()}</pre>
            <p class="status">{move || status.get()}</p>
        </div>
    }
}

fn printed(shown: &Shown) -> String {
    let trace = &shown.run.trace;
    let prints = trace.output_after(shown.state.n);
    let from = prints.len().saturating_sub(MOST);
    let mut text: String = prints[from..]
        .iter()
        .map(|print| trace.text(print.text))
        .collect();
    // What the runtime itself says on its way out, it doesn't print as the program does.
    if shown.state.ended.is_some() {
        let said = &shown.run.report.stderr;
        if !said.is_empty() && !text.ends_with(said.as_str()) {
            text.push_str(said);
        }
    }
    text.trim_end().to_owned()
}
