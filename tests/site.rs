//! The course as it is built, and what a lesson's author gets wrong.
#![cfg(not(target_arch = "wasm32"))]

use brigade::lesson::Block;
use brigade::site::{self, Course, Lesson};
use std::fs;
use std::path::{Path, PathBuf};

fn checkout() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn built(name: &str) -> PathBuf {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&out);
    if let Err(problems) = site::build(checkout(), "start.js", "/", &out) {
        panic!(
            "{}",
            problems
                .iter()
                .map(|p| format!("{p}\n"))
                .collect::<String>()
        );
    }
    out
}

#[test]
fn the_course_is_built_and_every_block_reads_back() {
    let out = built("course");
    let course = Course::read(&checkout().join("lessons")).unwrap();
    let front = fs::read_to_string(out.join("index.html")).unwrap();
    for lesson in course.lessons() {
        assert!(front.contains(&format!("href=\"{}.html\"", lesson.slug)));
    }
    for lesson in course.written() {
        let page = fs::read_to_string(out.join(format!("{}.html", lesson.slug))).unwrap();
        assert!(
            !page.contains("{{"),
            "a placeholder is left in {}",
            lesson.slug
        );
        let data: Vec<Block> = page
            .split("<script type=\"application/json\">")
            .skip(1)
            .map(|rest| serde_json::from_str(rest.split("</script>").next().unwrap()).unwrap())
            .collect();
        assert_eq!(data.len(), lesson.stages.len() + lesson.predictions.len());
        for block in &data {
            assert!(page.contains(&format!(
                "data-block=\"{}\" id=\"{}\"",
                block.kind(),
                block.id()
            )));
        }
        for stage in &lesson.stages {
            assert!(data.contains(&stage.block()), "JSON keeps a stage whole");
            assert!(page.contains(&stage.alt.0), "the picture is told in words");
        }
    }
}

#[test]
fn pages_keep_to_the_strict_policy_and_load_only_what_is_there() {
    let out = built("policy");
    for entry in fs::read_dir(&out).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        let page = fs::read_to_string(&path).unwrap();
        assert!(
            !page.contains(" style=") && !page.contains("<style") && !page.contains(" onclick=")
        );
        for script in page.split("<script").skip(1) {
            assert!(
                script.starts_with(" src=")
                    || script.contains("start.js\"")
                    || script.starts_with(" type=\"application/json\">")
            );
        }
        for link in page
            .split("href=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
        {
            let file = link.split('#').next().unwrap();
            // Only the page for unknown addresses, shown at any depth, links by the site's root.
            let at_any_depth = path.ends_with("404.html") && !link.starts_with('#');
            assert_eq!(file.starts_with('/'), at_any_depth, "{link}");
            let file = file.trim_start_matches('/');
            if !file.is_empty() && !file.contains(':') && file != "./" {
                assert!(
                    out.join(file).is_file(),
                    "{} links to {link}",
                    path.display()
                );
            }
            if let Some(place) = link.strip_prefix('#') {
                assert!(
                    page.contains(&format!("id=\"{place}\"")),
                    "{}: {link}",
                    path.display()
                );
            }
        }
    }
}

const FRONT: &str = "+++\ntitle = \"T\"\nkicker = \"K\"\npromise = \"P\"\n+++\n";
const SIM: &str = "```sim\nid = \"s\"\nprogram = \"naive.go\"\nalt = \"words\"\n```\n";

fn parse(body: &str) -> Result<Lesson, Vec<String>> {
    let path = checkout().join("lessons/test.md");
    Lesson::parse(&path, &format!("{FRONT}{body}")).map_err(|problems| {
        let tail = |problem: &site::Problem| format!("{}: {}", problem.line, problem.message);
        problems.iter().map(tail).collect()
    })
}

fn html(body: &str) -> String {
    let lesson = parse(body).unwrap();
    lesson.screens.iter().map(|screen| &*screen.html).collect()
}

#[test]
fn html_in_a_lesson_is_text() {
    let html = html(
        "<script>alert(1)</script>\n\nand <img src=x onerror=alert(1)> here\n\n| a |\n|---|\n| <b>c</b> |\n",
    );
    assert!(
        !html.contains("<script") && !html.contains("<img") && !html.contains("<b>"),
        "{html}"
    );
    assert!(html.contains("&lt;script&gt;"));
}

#[test]
fn a_listing_cannot_end_its_script_element() {
    let block = format!(
        "{SIM}\n```predict\nid = \"p\"\nfigure = \"reason\"\nquestion = \"</script><b>?\"\n\
        [[option]]\ntext = \"a\"\nis = \"completed\"\nwhy = \"w\"\n[[option]]\ntext = \"b\"\nis = \"panic\"\nwhy = \"w\"\n```\n"
    );
    let html = html(&block);
    assert_eq!(html.matches("</script>").count(), 1, "{html}");
    assert!(!html.contains("<b>"));
}

#[test]
fn a_link_that_would_run_code_is_refused() {
    assert_eq!(
        parse("\n[x](javascript:alert(1))\n").unwrap_err(),
        ["7: a link can't lead to `javascript:alert(1)`"]
    );
}

#[test]
fn figures_link_to_their_run() {
    let html = html(&format!(
        "{SIM}\nIt takes [4 s](run:makespan_ns), [0](run:s/orders.served), 5 months.\n"
    ));
    assert!(html.contains("<a class=\"figure\" href=\"#s\" data-figure=\"makespan_ns\" data-sim=\"s\" data-tab=\"naive\">4\u{a0}s</a>"), "{html}");
    assert!(html.contains("5 months"));
    let problems = |body: &str| parse(body).unwrap_err();
    assert_eq!(
        problems("[4 s](run:makespan_ns)\n"),
        ["6: there is no `sim` or `compare` block above"]
    );
    assert_eq!(
        problems(&format!("{SIM}[4](run:t/makespan_ns)")),
        ["11: there is no `sim` or `compare` block `t`"]
    );
    assert!(
        problems(&format!("{SIM}[4](run:makespan)"))[0]
            .starts_with("11: unknown figure `makespan`")
    );
}

#[test]
fn all_that_is_wrong_is_said_at_once_with_its_line() {
    let body = "```sim\nid = \"s\"\nprogram = \"naive.go\"\nalt = \"a\"\nstovs = 5\ntasks = -1\nschedul = 1\n```\n\n# Title\n\n```quizz\n```\n";
    let problems = parse(body).unwrap_err();
    let starts = [
        "10: unknown key `stovs`; did you mean `stoves`?",
        "11: impossible value `-1` for `tasks`",
        "12: unknown key `schedul`; did you mean `schedule`?",
        "15: the title stands in the front matter",
        "17: unknown block `quizz`",
    ];
    assert_eq!(problems.len(), starts.len(), "{problems:?}");
    for (problem, start) in problems.iter().zip(starts) {
        assert!(problem.starts_with(start), "{problem}");
    }
}

#[test]
fn broken_blocks_are_refused_where_they_break() {
    for (body, expected) in [
        ("```sim\nid = \n```\n", "7: "),
        (
            "```sim\nid = \"s\"\nalt = \"a\"\n```\n",
            "7: `program` is missing",
        ),
        (
            "```sim\nid = \"s\"\nalt = \"a\"\nprogram = \"gone.go\"\n```\n",
            "9: `program` names `gone.go`, which can't be read",
        ),
        (
            "```sim\nid = \"s\"\nalt = \"a\"\nprogram = \"../x.go\"\n```\n",
            "9: `program` takes the name of a .go file",
        ),
        (
            "```sim\nid = \"S 1\"\n```\n",
            "7: `id` takes lower-case letters",
        ),
        (
            "```predict\nid = \"p\"\nfigure = \"reason\"\n```\n",
            "7: there is no `sim` or `compare` block above",
        ),
    ] {
        let problems = parse(body).unwrap_err();
        assert!(problems[0].starts_with(expected), "{problems:?}");
    }
    let option = |test: &str| {
        format!(
            "{SIM}```predict\nid = \"p\"\nfigure = \"makespan_ns\"\nquestion = \"q\"\n[[option]]\ntext = \"t\"\nwhy = \"w\"\n{test}\n```\n"
        )
    };
    for (test, expected) in [
        ("at_most = \"4 apples\"", "18: `4 apples`: write a time"),
        ("is = \"1 s\"\nat_least = \"1 s\"", "15: an option says"),
        ("is = \"1 s\"", "12: a prediction needs two"),
    ] {
        let problems = parse(&option(test)).unwrap_err();
        assert!(problems[0].starts_with(expected), "{problems:?}");
    }
    assert_eq!(
        parse(&format!("{SIM}{SIM}")).unwrap_err(),
        [
            "11: another block is called `s` already",
            "11: a screen has one stage: begin another with a `##` heading",
        ]
    );
}
