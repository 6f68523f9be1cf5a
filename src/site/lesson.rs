//! A lesson as read from its Markdown: front matter, screens, blocks, and every figure it states.

use super::fence::{self, Read, Stage};
use super::fields::{Fields, Wrong};
use super::prose::{Prose, Stated, Target, events};
use super::{Problem, escape, listing, page};
use crate::lesson::block::Predict;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};
use std::fs;
use std::path::{Path, PathBuf};

/// A lesson.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// The file it was read from.
    pub path: PathBuf,
    /// Its page's name: the file's, without its ending.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What stands above the title.
    pub kicker: String,
    /// What one will know afterwards, in a sentence.
    pub promise: String,
    /// Its screens: what comes before the first second-level heading, then one for each of these.
    pub screens: Vec<Screen>,
    /// Its stages, in order.
    pub stages: Vec<Stage>,
    /// Its predictions, in order, with the lines of their fences from 0.
    pub predictions: Vec<(usize, Predict)>,
    /// The figures it states, lines from 0.
    pub stated: Vec<Stated>,
}

/// A part of a lesson that has its own stage, or none.
#[derive(Clone, Debug, Default)]
pub struct Screen {
    /// The prose; where programs stand side by side, what comes before them.
    pub html: String,
    /// The prose after what stands side by side.
    pub below: String,
    /// Index of its stage.
    pub stage: Option<usize>,
}

impl Lesson {
    /// Reads a lesson and the listings it names, which lie beside it.
    ///
    /// # Errors
    /// Everything that is wrong with it, by line.
    pub fn read(path: &Path) -> Result<Lesson, Vec<Problem>> {
        let text = fs::read_to_string(path).map_err(|error| Problem::io(path, &error))?;
        Lesson::parse(path, &text)
    }

    /// Reads a lesson from its text; `path` says where its listings lie.
    ///
    /// # Errors
    /// Everything that is wrong with it, by line.
    pub fn parse(path: &Path, text: &str) -> Result<Lesson, Vec<Problem>> {
        let mut reader = match Reader::start(path, text) {
            Ok(reader) => reader,
            Err(wrong) => return Err(problems(path, vec![wrong])),
        };
        reader.body();
        let wrong = std::mem::take(&mut reader.prose.wrong);
        if wrong.is_empty() {
            Ok(reader.lesson)
        } else {
            Err(problems(path, wrong))
        }
    }

    /// The stage and tab of a run.
    pub fn tab(&self, target: &Target) -> Option<(&Stage, usize)> {
        let stage = self
            .stages
            .iter()
            .find(|stage| stage.sim.id == target.sim)?;
        let tab = stage.sim.tabs.iter().position(|tab| tab.id == target.tab)?;
        Some((stage, tab))
    }
}

fn problems(path: &Path, mut wrong: Vec<Wrong>) -> Vec<Problem> {
    wrong.sort_by_key(|found| found.0);
    let problem = |(line, message)| Problem {
        file: path.to_owned(),
        line: line + 1,
        message,
    };
    wrong.into_iter().map(problem).collect()
}

struct Reader<'a> {
    text: &'a str,
    /// Where the body begins: byte and line.
    body: (usize, usize),
    folder: PathBuf,
    lesson: Lesson,
    prose: Prose<'a>,
    screen: Screen,
    /// All stages, so that a question may come before the stage that it is about.
    all: Vec<Stage>,
}

impl<'a> Reader<'a> {
    /// Reads the front matter.
    fn start(path: &Path, text: &'a str) -> Result<Reader<'a>, Wrong> {
        let missing = || {
            (
                0,
                "a lesson begins with its front matter, between two lines of `+++`".to_owned(),
            )
        };
        let rest = text.strip_prefix("+++\n").ok_or_else(missing)?;
        let end = rest.find("\n+++\n").ok_or_else(missing)?;
        let front = &rest[..=end];
        let later = |(line, message)| (line + 1, message);
        let mut fields = Fields::parse(front).map_err(later)?;
        let mut value = |name| {
            fields
                .need(name)
                .and_then(|field| field.text())
                .map_err(later)
        };
        let lesson = Lesson {
            path: path.to_owned(),
            slug: path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            title: value("title")?,
            kicker: value("kicker")?,
            promise: value("promise")?,
            screens: Vec::new(),
            stages: Vec::new(),
            predictions: Vec::new(),
            stated: Vec::new(),
        };
        let mut prose = Prose::default();
        for field in fields.rest() {
            prose
                .wrong
                .push(later(fields.unknown(&field, std::iter::empty())));
        }
        let start = "+++\n".len() + end + "\n+++\n".len();
        Ok(Reader {
            text,
            body: (start, text[..start].matches('\n').count()),
            folder: path.parent().unwrap_or(Path::new("")).to_owned(),
            lesson,
            prose,
            screen: Screen::default(),
            all: Vec::new(),
        })
    }

    fn line(&self, offset: usize) -> usize {
        let (start, lines) = self.body;
        lines + self.text[start..start + offset].matches('\n').count()
    }

    fn body(&mut self) {
        self.all = self.stages();
        let mut fence: Option<(String, usize, String)> = None;
        for (event, range) in events(&self.text[self.body.0..]) {
            let line = self.line(range.start);
            match (event, &mut fence) {
                (Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))), None) => {
                    fence = Some((info.trim().to_owned(), line, String::new()));
                }
                (Event::Text(text), Some((.., body))) => body.push_str(&text),
                (Event::End(TagEnd::CodeBlock), fence @ Some(_)) => {
                    if let Some((kind, line, body)) = fence.take() {
                        self.fence(&kind, line, &body);
                    }
                }
                (
                    Event::Start(Tag::Heading {
                        level: HeadingLevel::H2,
                        ..
                    }),
                    None,
                ) => {
                    self.end_screen();
                    let rest = &self.text[self.body.0 + range.start..];
                    let id = escape::slug(rest.lines().next().unwrap_or_default());
                    self.prose.push_heading(HeadingLevel::H2, id);
                }
                (
                    Event::Start(Tag::Heading {
                        level: HeadingLevel::H1,
                        ..
                    }),
                    None,
                ) => {
                    let message = "the title stands in the front matter; headings begin at `##`";
                    self.prose.wrong.push((line, message.to_owned()));
                }
                (event, _) => {
                    let (above, all) = (&self.lesson.stages, &self.all);
                    self.prose
                        .push(event, line, |name| resolve(above, all, name));
                }
            }
        }
        self.end_screen();
        self.lesson.stated.append(&mut self.prose.stated);
    }

    /// All stages that can be read; what is wrong with them is said in its turn.
    fn stages(&self) -> Vec<Stage> {
        let mut stages = Vec::new();
        let mut fence: Option<(String, String)> = None;
        for (event, _) in events(&self.text[self.body.0..]) {
            match (event, &mut fence) {
                (Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))), None) => {
                    fence = Some((info.trim().to_owned(), String::new()));
                }
                (Event::Text(text), Some((_, body))) => body.push_str(&text),
                (Event::End(TagEnd::CodeBlock), Some((kind, body))) => {
                    let read = match &**kind {
                        "sim" => fence::sim(body, &self.folder).ok(),
                        "compare" => fence::compare(body, &self.folder).ok(),
                        _ => None,
                    };
                    stages.extend(read.map(|read| read.block));
                    fence = None;
                }
                _ => {}
            }
        }
        stages
    }

    fn end_screen(&mut self) {
        let html = self.prose.take_html();
        let side_by_side = |stage: usize| self.lesson.stages[stage].figures.is_some();
        if self.screen.stage.is_some_and(side_by_side) {
            self.screen.below = html;
        } else {
            self.screen.html = html;
        }
        let screen = std::mem::take(&mut self.screen);
        if !screen.html.trim().is_empty() || screen.stage.is_some() {
            self.lesson.screens.push(screen);
        }
    }

    /// A fenced code block: one of ours, a Go listing, or plain text.
    fn fence(&mut self, kind: &str, line: usize, body: &str) {
        match kind {
            "sim" => self.stage(line, fence::sim(body, &self.folder)),
            "compare" => self.stage(line, fence::compare(body, &self.folder)),
            "predict" => self.predict(line, body),
            "go" => self.prose.push_html(format!(
                "<pre class=\"listing\" tabindex=\"0\"><code>{}</code></pre>\n",
                listing::html(body)
            )),
            "" | "text" | "sh" => self.prose.push_html(format!(
                "<pre tabindex=\"0\"><code>{}</code></pre>\n",
                escape::text(body)
            )),
            _ => {
                let kinds = fence::KINDS.join(", ");
                let message = format!("unknown block `{kind}`; there are: {kinds}, go, text, sh");
                self.prose.wrong.push((line, message));
            }
        }
    }

    fn stage(&mut self, line: usize, read: Result<Read<Stage>, Wrong>) {
        match read {
            Ok(read) => {
                self.found(line, &read.block.sim.id, read.stated, read.wrong);
                if self.screen.stage.is_some() {
                    let message = "a screen has one stage: begin another with a `##` heading";
                    self.prose.wrong.push((line, message.to_owned()));
                }
                if read.block.figures.is_some() {
                    self.screen.html = self.prose.take_html();
                }
                self.screen.stage = Some(self.lesson.stages.len());
                let tab_lines = read.block.tab_lines.iter().map(|l| line + 1 + l).collect();
                self.lesson.stages.push(Stage {
                    line,
                    tab_lines,
                    ..read.block
                });
            }
            Err((inner, message)) => self.prose.wrong.push((line + 1 + inner, message)),
        }
    }

    fn predict(&mut self, line: usize, body: &str) {
        let (above, all) = (&self.lesson.stages, &self.all);
        match fence::predict(body, |name| resolve(above, all, name)) {
            Ok(read) => {
                self.found(line, &read.block.id, read.stated, read.wrong);
                self.prose.push_html(page::predict(&read.block));
                self.lesson.predictions.push((line, read.block));
            }
            Err((inner, message)) => self.prose.wrong.push((line + 1 + inner, message)),
        }
    }

    /// Keeps what a fence at that line brought, and sees that its address is its own.
    fn found(&mut self, line: usize, id: &str, stated: Vec<Stated>, wrong: Vec<Wrong>) {
        let inside = |within: usize| line + 1 + within;
        let stated = stated.into_iter().map(|s| Stated {
            line: inside(s.line),
            ..s
        });
        self.lesson.stated.extend(stated);
        self.prose
            .wrong
            .extend(wrong.into_iter().map(|(l, m)| (inside(l), m)));
        let stages = self.lesson.stages.iter().map(|stage| stage.sim.id.as_str());
        let predictions = self.lesson.predictions.iter().map(|p| p.1.id.as_str());
        if stages.chain(predictions).any(|other| other == id) {
            self.prose
                .wrong
                .push((line, format!("another block is called `{id}` already")));
        }
    }
}

/// The run that is meant: of the nearest stage above, or `STAGE`, or `STAGE:TAB`.
fn resolve(above: &[Stage], all: &[Stage], name: Option<&str>) -> Result<Target, String> {
    let Some(name) = name else {
        let stage = above
            .last()
            .ok_or("there is no `sim` or `compare` block above")?;
        return Ok(Target {
            sim: stage.sim.id.clone(),
            tab: stage.sim.opening().id.clone(),
        });
    };
    let (id, tab) = match name.split_once(':') {
        Some((id, tab)) => (id, Some(tab)),
        None => (name, None),
    };
    let stage = all.iter().find(|stage| stage.sim.id == id);
    let stage = stage.ok_or_else(|| format!("there is no `sim` or `compare` block `{id}`"))?;
    let tab = match tab {
        None => stage.sim.opening(),
        Some(tab) => stage
            .sim
            .tab(tab)
            .ok_or_else(|| format!("`{id}` has no tab `{tab}`"))?,
    };
    Ok(Target {
        sim: id.to_owned(),
        tab: tab.id.clone(),
    })
}
