//! Markdown to HTML. What an author typed as HTML becomes text; `[4 s](run:makespan_ns)` becomes a link to its run.

use super::escape;
use super::fields::Wrong;
use crate::lesson::figure::Figure;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use std::ops::Range;

/// Which run a figure is of: a stage and its tab, by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The stage.
    pub sim: String,
    /// Its tab.
    pub tab: String,
}

/// A figure as a lesson states it.
#[derive(Clone, Debug)]
pub struct Stated {
    /// The line, from 0.
    pub line: usize,
    /// The run.
    pub target: Target,
    /// The quantity.
    pub figure: Figure,
    /// What is stated.
    pub shown: String,
}

/// The events of a text, each with its place.
pub fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_SMART_PUNCTUATION;
    Parser::new_ext(text, options).into_offset_iter()
}

/// Gathers events and turns them into HTML.
#[derive(Default)]
pub struct Prose<'a> {
    ready: Vec<Event<'a>>,
    figure: Option<(Target, Figure, String)>,
    /// The figures met so far.
    pub stated: Vec<Stated>,
    /// What was wrong so far.
    pub wrong: Vec<Wrong>,
}

impl<'a> Prose<'a> {
    /// Takes one event, which stands at that line. `resolve` finds the run that a figure's link names: the part before
    /// the slash, if there is one.
    pub fn push(
        &mut self,
        event: Event<'a>,
        line: usize,
        resolve: impl Fn(Option<&str>) -> Result<Target, String>,
    ) {
        let event = match event {
            Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
            Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
            Event::Start(Tag::BlockQuote(_)) => raw("<aside class=\"note\">".into()),
            Event::End(TagEnd::BlockQuote(_)) => raw("</aside>".into()),
            Event::Start(Tag::Link {
                dest_url,
                title,
                link_type,
                id,
            }) => match dest_url.strip_prefix("run:") {
                Some(name) => match figure(name, resolve) {
                    Ok((target, figure)) => {
                        let open = anchor(&target, figure);
                        self.figure = Some((target, figure, String::new()));
                        raw(open)
                    }
                    Err(message) => {
                        self.wrong.push((line, message));
                        return;
                    }
                },
                None => {
                    let dest_url = self.checked(dest_url, line);
                    Event::Start(Tag::Link {
                        dest_url,
                        title,
                        link_type,
                        id,
                    })
                }
            },
            Event::Start(Tag::Image {
                dest_url,
                title,
                link_type,
                id,
            }) => {
                let dest_url = self.checked(dest_url, line);
                Event::Start(Tag::Image {
                    dest_url,
                    title,
                    link_type,
                    id,
                })
            }
            Event::End(TagEnd::Link) => match self.figure.take() {
                Some((target, figure, shown)) => {
                    self.stated.push(Stated {
                        line,
                        target,
                        figure,
                        shown,
                    });
                    raw("</a>".into())
                }
                None => Event::End(TagEnd::Link),
            },
            other => other,
        };
        let event = match event {
            Event::Text(text) => Event::Text(glued(&text).map_or(text, CowStr::from)),
            other => other,
        };
        if let (Some((.., shown)), Event::Text(text) | Event::Code(text)) =
            (&mut self.figure, &event)
        {
            shown.push_str(&text.replace('\u{a0}', " "));
        }
        self.ready.push(event);
    }

    /// Puts in HTML of our own.
    pub fn push_html(&mut self, html: String) {
        self.ready.push(raw(html));
    }

    /// A heading that starts a screen, with an address.
    pub fn push_heading(&mut self, level: HeadingLevel, id: String) {
        let (classes, attrs) = (Vec::new(), Vec::new());
        self.ready.push(Event::Start(Tag::Heading {
            level,
            id: Some(id.into()),
            classes,
            attrs,
        }));
    }

    /// The HTML gathered so far, which is thereby taken out.
    pub fn take_html(&mut self) -> String {
        let mut out = String::new();
        html::push_html(&mut out, std::mem::take(&mut self.ready).into_iter());
        out
    }

    fn checked(&mut self, destination: CowStr<'a>, line: usize) -> CowStr<'a> {
        if escape::harmless(&destination) {
            return destination;
        }
        self.wrong
            .push((line, format!("a link can't lead to `{destination}`")));
        "#".into()
    }
}

/// The text with each number held to the unit after it, if there are any.
fn glued(text: &str) -> Option<String> {
    const UNITS: [&str; 9] = ["s", "ms", "µs", "ns", "min", "KiB", "MiB", "MB", "%"];
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(' ') {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        let word = after
            .split(|c: char| !c.is_alphabetic() && c != '%')
            .next()
            .unwrap_or_default();
        let holds = before.ends_with(|c: char| c.is_ascii_digit()) && UNITS.contains(&word);
        out.push_str(before);
        out.push(if holds { '\u{a0}' } else { ' ' });
        rest = after;
    }
    out.push_str(rest);
    (out != text).then_some(out)
}

fn raw<'a>(html: String) -> Event<'a> {
    Event::InlineHtml(html.into())
}

fn figure(
    name: &str,
    resolve: impl Fn(Option<&str>) -> Result<Target, String>,
) -> Result<(Target, Figure), String> {
    let (block, name) = match name.rsplit_once('/') {
        Some((block, name)) => (Some(block), name),
        None => (None, name),
    };
    Ok((resolve(block)?, Figure::named(name)?))
}

fn anchor(target: &Target, figure: Figure) -> String {
    let (sim, tab) = (escape::text(&target.sim), escape::text(&target.tab));
    format!(
        "<a class=\"figure\" href=\"#{sim}\" data-figure=\"{}\" data-sim=\"{sim}\" data-tab=\"{tab}\">",
        figure.name()
    )
}

/// A short text, such as a question: its HTML without a paragraph around it.
pub fn inline(
    text: &str,
    line: usize,
    target: Option<&Target>,
) -> (String, Vec<Stated>, Vec<Wrong>) {
    let mut prose = Prose::default();
    for (event, _) in events(text) {
        if matches!(
            event,
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph)
        ) {
            continue;
        }
        prose.push(event, line, |block| match (block, target) {
            (None, Some(target)) => Ok(target.clone()),
            _ => Err("a figure here is of this block's own run: `run:NAME`".to_owned()),
        });
    }
    (prose.take_html(), prose.stated, prose.wrong)
}
