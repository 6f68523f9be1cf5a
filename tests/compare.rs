//! The comparison as a lesson writes it: read, refused, checked against its runs, and readable without any script.
#![cfg(not(target_arch = "wasm32"))]

use brigade::lesson::Block;
use brigade::lesson::figure::Figure;
use brigade::site::{self, Lesson};
use brigade::trace::Trace;
use brigade::trace::pace::{self, Times};
use brigade::trace::together::Together;
use std::fs;
use std::path::{Path, PathBuf};

fn lessons() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons")
}

const FRONT: &str = "+++\ntitle = \"T\"\nkicker = \"K\"\npromise = \"P\"\n+++\n";
const COMPARE: &str = "```compare
id = \"both\"
tasks = 50
figures = [\"orders.served\", \"makespan_ns\"]
sliders = [\"tasks\"]
alt = \"words\"
[[tab]]
program = \"naive.go\"
[[tab]]
program = \"waitgroup.go\"
```
";

fn problems(found: Vec<site::Problem>) -> Vec<String> {
    let said = |problem: site::Problem| format!("{}: {}", problem.line, problem.message);
    found.into_iter().map(said).collect()
}

fn parse(body: &str) -> Result<Lesson, Vec<String>> {
    let path = lessons().join("test.md");
    Lesson::parse(&path, &format!("{FRONT}{body}")).map_err(problems)
}

/// What `brigade check` says of a lesson with that body.
fn check(name: &str, body: &str) -> Result<(), Vec<String>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("compare-{name}"));
    fs::create_dir_all(&folder).unwrap();
    for listing in ["naive.go", "waitgroup.go"] {
        fs::copy(lessons().join(listing), folder.join(listing)).unwrap();
    }
    let path = folder.join("lesson.md");
    fs::write(&path, format!("{FRONT}{body}")).unwrap();
    site::check(&path).map_err(problems)
}

#[test]
fn a_comparison_is_a_stage_with_figures() {
    let lesson = parse(&format!("before\n\n{COMPARE}\nafter\n")).unwrap();
    let stage = &lesson.stages[0];
    let names: Vec<&str> = stage.sim.tabs.iter().map(|tab| &*tab.id).collect();
    assert_eq!(names, ["naive", "waitgroup"]);
    let figures = ["orders.served", "makespan_ns"].map(|name| Figure::named(name).unwrap());
    assert_eq!(stage.figures.as_deref(), Some(&figures[..]));
    let json = serde_json::to_string(&stage.block()).unwrap();
    assert_eq!(
        serde_json::from_str::<Block>(&json).unwrap(),
        stage.block(),
        "JSON keeps it whole"
    );
    assert_eq!(stage.block().kind(), "compare");
    let screen = &lesson.screens[0];
    assert!(screen.html.contains("before") && !screen.html.contains("after"));
    assert!(screen.below.contains("after") && !screen.below.contains("before"));
}

#[test]
fn what_is_no_comparison_is_refused_where_it_breaks() {
    for (from, to, expected) in [
        (
            "figures = [\"orders.served\", \"makespan_ns\"]\n",
            "",
            "7: `figures` is missing",
        ),
        (
            "[\"orders.served\", \"makespan_ns\"]",
            "[]",
            "9: `figures` names one figure",
        ),
        (
            "orders.served",
            "orders.severd",
            "9: unknown figure `orders.severd`; did you mean `orders.served`?",
        ),
        (
            "[[tab]]\nprogram = \"waitgroup.go\"\n",
            "",
            "7: a comparison needs two `[[tab]]`",
        ),
        (
            "tasks = 50",
            "taks = 50",
            "8: unknown key `taks`; did you mean `tasks`?",
        ),
        ("waitgroup.go", "gone.go", "15: `program` names `gone.go`"),
    ] {
        assert!(COMPARE.contains(from));
        let found = parse(&COMPARE.replace(from, to)).unwrap_err();
        assert!(found[0].starts_with(expected), "{found:?}");
    }
    let figures =
        "```sim\nid = \"s\"\nprogram = \"naive.go\"\nalt = \"a\"\nfigures = [\"reason\"]\n```\n";
    let found = parse(figures).unwrap_err();
    assert!(
        found[0].starts_with("10: unknown key `figures`"),
        "{found:?}"
    );
}

#[test]
fn figures_of_each_tab_are_held_against_its_run() {
    let stated = |naive: &str, waitgroup: &str| {
        format!(
            "{COMPARE}\n[{naive}](run:both:naive/orders.served) and [{waitgroup}](run:both:waitgroup/orders.served)\n"
        )
    };
    assert_eq!(check("right", &stated("0", "50")), Ok(()));
    let wrong = check("wrong", &stated("0", "49")).unwrap_err();
    assert_eq!(
        wrong,
        ["18: `49` is stated, but orders.served of the run is 50"]
    );
    let unknown = check(
        "unknown",
        &format!("{COMPARE}\n[1](run:both:none/exit_code)\n"),
    );
    assert_eq!(unknown.unwrap_err(), ["18: `both` has no tab `none`"]);
}

#[test]
fn a_question_may_come_before_what_it_is_about() {
    let question = |right: u32| {
        format!(
            "```predict\nid = \"p\"\nsim = \"both:waitgroup\"\nfigure = \"orders.served\"\nquestion = \"q\"\n\
             [[option]]\ntext = \"some\"\nis = {right}\nwhy = \"w\"\n[[option]]\ntext = \"none\"\nis = 0\nwhy = \"w\"\n```\n\n{COMPARE}"
        )
    };
    let lesson = parse(&question(50)).unwrap();
    let predict = &lesson.predictions[0].1;
    assert_eq!((&*predict.sim, &*predict.tab), ("both", "waitgroup"));
    assert_eq!(check("question", &question(50)), Ok(()));
    let undecided = check("undecided", &question(49)).unwrap_err();
    assert!(
        undecided[0].contains("0 of its options are right"),
        "{undecided:?}"
    );
}

#[test]
fn without_a_script_the_page_has_the_same_table() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compare-page");
    site::build(lessons().parent().unwrap(), "start.js", "/", &out).unwrap();
    let page = fs::read_to_string(out.join("compared.html")).unwrap();
    let table = page.split("<table class=\"figures\">").nth(2).unwrap();
    let table = table.split("</table>").next().unwrap();
    let rows: Vec<Vec<&str>> = table
        .split("<tr>")
        .skip(2)
        .map(|row| {
            let cells = row
                .split("</t")
                .map(|cell| cell.rsplit('>').next().unwrap());
            cells.filter(|cell| !cell.trim().is_empty()).collect()
        })
        .collect();
    assert_eq!(rows.len(), 3);
    assert_eq!(
        rows[0],
        ["Naive", "1,001", "0", "1,000", "69.0 MiB", "97", "2.5 ms"]
    );
    assert_eq!(
        rows[2],
        [
            "Batches of five",
            "6",
            "1,000",
            "0",
            "4.4 MiB",
            "5",
            "4.003 s"
        ]
    );
}

fn run(listing: &str) -> Trace {
    let text = fs::read_to_string(lessons().join(listing)).unwrap();
    let mut settings = brigade::runtime::Settings::default();
    settings.scenario.set("tasks", "50").unwrap();
    brigade::run(listing, &text, &settings).trace.unwrap()
}

#[test]
fn on_one_clock_every_run_is_at_its_own_state_of_that_time() {
    let runs = [run("naive.go"), run("waitgroup.go"), run("batch_pool.go")];
    let together = Together::new(&runs.each_ref());
    let last = runs.iter().map(Trace::end).max().unwrap();
    assert_eq!(Times::end(&together), last);
    for frame in 0..=200 {
        let moment = pace::moment(&together, f64::from(frame) / 200.0);
        for (run, at) in runs.iter().zip(together.moments(moment)) {
            let state = run.state_after(at.event);
            assert!(state.t <= at.t && at.t == moment.t.min(run.end()));
            if let Some(next) = run.event(at.event) {
                assert!(next.t >= at.t, "nothing earlier is left to happen");
            }
        }
    }
    let end = pace::moment(&together, 1.0);
    for (run, at) in runs.iter().zip(together.moments(end)) {
        assert_eq!(at.event, run.len());
    }
}
