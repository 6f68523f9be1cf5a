//! Pages of HTML, each whole without any script: what is read, and beside it the data of what comes alive.

use super::Course;
use super::escape::{json, text};
use super::fence::Stage;
use super::lesson::{Lesson, Screen};
use super::listing;
use super::run::Runs;
use crate::lesson::block::{Block, Predict, Sim, Tab};
use crate::lesson::figure::Figure;
use crate::runtime::report::{Reason, Report};
use crate::runtime::scenario::{SETTINGS, Scenario};
use std::fmt::Write as _;

/// The frame of all pages, with the names of the files it loads.
pub struct Template {
    /// HTML with `{{root}}`, `{{title}}`, `{{description}}`, `{{style}}`, `{{start}}`, `{{progress}}` and `{{main}}`.
    pub html: String,
    /// The style sheet.
    pub style: String,
    /// The script that starts the app.
    pub start: String,
    /// The path under which the site is served, for the page that may be shown at any depth.
    pub root: String,
}

impl Template {
    /// A page in this folder; `root` leads to it from wherever the page may be shown.
    fn fill(
        &self,
        root: &str,
        title: &str,
        description: &str,
        progress: &str,
        main: &str,
    ) -> String {
        let mut html = self.html.clone();
        for (name, value) in [
            ("root", &*text(root)),
            ("title", &*text(title)),
            ("description", &*text(description)),
            ("style", &*text(&self.style)),
            ("start", &*text(&self.start)),
            ("progress", &*text(progress)),
            ("main", main),
        ] {
            html = html.replace(&format!("{{{{{name}}}}}"), value);
        }
        html
    }
}

/// All pages of the course: file name and HTML.
pub fn pages(template: &Template, course: &Course) -> Vec<(String, String)> {
    let mut pages = vec![
        (address(&course.front), front(template, course)),
        ("404.html".to_owned(), missing(template)),
    ];
    let lessons: Vec<&Lesson> = course.lessons().collect();
    for (index, lesson) in lessons.iter().enumerate() {
        let progress = format!("{} of {}", index + 1, lessons.len());
        let next = lessons.get(index + 1).copied();
        pages.push(page(template, lesson, &progress, next));
    }
    let beside = course.beside.iter();
    pages.extend(beside.map(|lesson| page(template, lesson, "", None)));
    pages
}

fn page(
    template: &Template,
    lesson: &Lesson,
    progress: &str,
    next: Option<&Lesson>,
) -> (String, String) {
    let title = format!("{} · Brigade", lesson.title);
    let onward = match next {
        Some(next) => format!(
            "<a href=\"{}\">Next: {} →</a>",
            text(&address(next)),
            text(&next.title)
        ),
        None => "<a href=\"index.html\">The course</a>".to_owned(),
    };
    let main = format!(
        "<article class=\"lesson\">\n{}<nav class=\"onward\" aria-label=\"Onward\">{onward}</nav>\n</article>",
        screens(lesson)
    );
    let html = template.fill("", &title, &lesson.promise, progress, &main);
    (address(lesson), html)
}

fn address(lesson: &Lesson) -> String {
    format!("{}.html", lesson.slug)
}

/// The front page: its own screens, then the lessons by their parts.
fn front(template: &Template, course: &Course) -> String {
    let mut main = format!(
        "<article class=\"front\">\n{}<nav class=\"course\" aria-label=\"The course\">\n",
        screens(&course.front)
    );
    let mut number = 0;
    for part in &course.parts {
        let _ = writeln!(
            main,
            "<section>\n<h2>{}</h2>\n<ol start=\"{}\">",
            text(&part.title),
            number + 1
        );
        for lesson in &part.lessons {
            number += 1;
            let _ = writeln!(
                main,
                "<li><a href=\"{}\"><span class=\"number\">{number}</span><strong>{}</strong><span class=\"promise\">{}</span></a></li>",
                text(&address(lesson)),
                text(&lesson.title),
                text(&lesson.promise)
            );
        }
        main.push_str("</ol>\n</section>\n");
    }
    main.push_str("</nav>\n");
    for page in &course.beside {
        let _ = writeln!(
            main,
            "<p class=\"beside\"><a href=\"{}\">{}</a>. {}</p>",
            text(&address(page)),
            text(&page.title),
            text(&page.promise)
        );
    }
    main.push_str("</article>");
    let title = format!("Brigade · {}", course.front.title);
    template.fill("", &title, &course.front.promise, "", &main)
}

/// The page for an address that isn't there; it may be shown at any depth, so it links by the site's root.
fn missing(template: &Template) -> String {
    let root = &template.root;
    let main = format!(
        "<div class=\"notice\">\n<h1>No such page</h1>\n<p class=\"lead\">There is no lesson at this address. \
         <a href=\"{}\">The course</a> has all there are.</p>\n</div>",
        text(root)
    );
    template.fill(
        root,
        "No such page · Brigade",
        "There is no lesson at this address.",
        "",
        &main,
    )
}

/// A page's screens under its title.
fn screens(lesson: &Lesson) -> String {
    let runs = Runs::of(lesson);
    let head = format!(
        "<header>\n<p class=\"kicker\">{}</p>\n<h1>{}</h1>\n</header>\n",
        text(&lesson.kicker),
        text(&lesson.title)
    );
    let heads = std::iter::once(&*head).chain(std::iter::repeat(""));
    let screens = lesson.screens.iter().zip(heads);
    screens
        .map(|(part, head)| screen(lesson, &runs, part, head))
        .collect()
}

fn screen(lesson: &Lesson, runs: &Runs, screen: &Screen, head: &str) -> String {
    let Some(stage) = screen.stage.map(|index| &lesson.stages[index]) else {
        return format!(
            "<div class=\"screen\">\n<div class=\"prose\">\n{head}{}</div>\n</div>\n",
            screen.html
        );
    };
    let kind = match stage.figures {
        None => "with-stage",
        Some(_) => "with-comparison",
    };
    let below = if screen.below.is_empty() {
        String::new()
    } else {
        format!("<div class=\"prose\">\n{}</div>\n", screen.below)
    };
    format!(
        "<div class=\"screen {kind}\">\n<div class=\"prose\">\n{head}{}{}</div>\n<div class=\"stage-column\">\n{}</div>\n{below}</div>\n",
        screen.html,
        settings(stage),
        stage_block(stage, runs)
    )
}

fn stage_block(stage: &Stage, runs: &Runs) -> String {
    let sim = &stage.sim;
    let label = match stage.figures {
        None => "Stage",
        Some(_) => "Side by side",
    };
    let mut out = open(&stage.block(), label);
    let _ = write!(
        out,
        "<div class=\"fallback\">\n<p class=\"alt\">{}</p>\n",
        stage.alt.0
    );
    if let Some(figures) = &stage.figures {
        out.push_str(&table(sim, figures, runs));
    }
    for tab in &sim.tabs {
        let ends = runs.get(&sim.id, &tab.id).and_then(outcome);
        if let (Some(outcome), None) = (ends, &stage.figures) {
            let _ = writeln!(out, "<p>{}: {outcome}</p>", text(&tab.label));
        }
        let _ = writeln!(
            out,
            "<figure><figcaption>{} <code>{}</code></figcaption><pre class=\"listing still\" tabindex=\"0\"><code>{}</code></pre></figure>",
            text(&tab.label),
            text(&tab.file),
            listing::html(&tab.text)
        );
    }
    out.push_str("</div>\n</section>\n");
    out
}

/// What each tab comes to: a row a program, a column a figure.
fn table(sim: &Sim, figures: &[Figure], runs: &Runs) -> String {
    let mut out = String::from(
        "<table class=\"figures\">\n<caption>What each run comes to</caption>\n<thead><tr><th scope=\"col\">Program</th>",
    );
    for figure in figures {
        let (name, label) = (text(figure.name()), text(figure.label()));
        let _ = write!(out, "<th scope=\"col\" title=\"{name}\">{label}</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for tab in &sim.tabs {
        let _ = write!(out, "<tr><th scope=\"row\">{}</th>", text(&tab.label));
        for figure in figures {
            let said = runs
                .get(&sim.id, &tab.id)
                .map(|report| figure.say(&figure.of(report)))
                .unwrap_or_default();
            let _ = write!(out, "<td>{}</td>", text(&said));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
    out
}

/// How a run ended, in words.
fn outcome(report: &Report) -> Option<String> {
    let say = |name| {
        let figure = Figure::named(name).ok()?;
        Some(figure.say(&figure.of(report)))
    };
    if report.reason == Reason::CompileError {
        return None;
    }
    Some(format!(
        "ends after {} ({}, exit status {}): {} served, {} failed, {} lost; at most {} of memory and {} stoves in use.",
        say("makespan_ns")?,
        say("reason")?,
        say("exit_code")?,
        say("orders.served")?,
        say("orders.failed")?,
        say("orders.lost")?,
        say("memory.peak_bytes")?,
        say("stoves.max_in_use")?
    ))
}

/// A block's element up to the place for what is read without it.
fn open(block: &Block, label: &str) -> String {
    format!(
        "<section class=\"block\" data-block=\"{}\" id=\"{}\" aria-label=\"{label}: {}\">\n<script type=\"application/json\">{}</script>\n",
        block.kind(),
        text(block.id()),
        // A page has several stages; who jumps from landmark to landmark hears which.
        text(&block.id().replace('-', " ")),
        json(block)
    )
}

/// A prediction, with the answers folded away.
pub fn predict(predict: &Predict) -> String {
    let mut out = open(&Block::Predict(predict.clone()), "Prediction");
    let _ = write!(
        out,
        "<div class=\"fallback\">\n<p class=\"question\">{}</p>\n<ul>\n",
        predict.question.0
    );
    for option in &predict.options {
        let _ = writeln!(
            out,
            "<li>{} <details><summary>Would that be right?</summary><p>{}</p></details></li>",
            option.text.0, option.explanation.0
        );
    }
    out.push_str("</ul>\n");
    if let Some(then) = &predict.then {
        let _ = writeln!(out, "<p>{}</p>", then.0);
    }
    out.push_str("</div>\n</section>\n");
    out
}

/// Everything that shapes the runs of a stage, and how to run them at a terminal.
fn settings(stage: &Stage) -> String {
    let mut out =
        String::from("<details class=\"settings\">\n<summary>The settings of this run</summary>\n");
    for tab in &stage.sim.tabs {
        let command = command(tab, stage.sim.seed, stage.sim.schedule);
        let _ = writeln!(
            out,
            "<p>{}: <code>{}</code></p>",
            text(&tab.label),
            text(&command)
        );
    }
    out.push_str("<table>\n<thead><tr><th>Setting</th>");
    for tab in &stage.sim.tabs {
        let _ = write!(out, "<th>{}</th>", text(&tab.label));
    }
    out.push_str("<th>What it is</th></tr></thead>\n<tbody>\n");
    let default = Scenario::default();
    for setting in SETTINGS {
        let own = |tab: &Tab| setting.get(&tab.settings) != setting.get(&default);
        let class = if stage.sim.tabs.iter().any(own) {
            " class=\"own\""
        } else {
            ""
        };
        let _ = write!(
            out,
            "<tr{class}><th scope=\"row\"><code>{}</code></th>",
            setting.name
        );
        for tab in &stage.sim.tabs {
            let _ = write!(out, "<td>{}</td>", text(&setting.get(&tab.settings)));
        }
        let _ = writeln!(out, "<td>{}</td></tr>", text(setting.doc));
    }
    out.push_str("</tbody>\n</table>\n</details>\n");
    out
}

fn command(tab: &Tab, seed: u64, schedule: u64) -> String {
    let mut command = format!("brigade run {}", tab.file);
    for (name, value) in tab.settings.changed() {
        let _ = write!(command, " --set {name}={value}");
    }
    for (name, value) in [("seed", seed), ("schedule", schedule)] {
        if value != 0 {
            let _ = write!(command, " --{name} {value}");
        }
    }
    command
}
