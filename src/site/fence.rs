//! The blocks as a lesson writes them: a fenced code block whose info string names the kind and whose body is TOML.

use super::fields::{Field, Fields, Wrong};
use super::prose::{Stated, Target, inline};
use crate::lesson::Html;
use crate::lesson::block::{Block, Choice, Compare, Lots, Predict, SceneKind, Sim, Tab, Test};
use crate::lesson::control::{CONTROLS, control};
use crate::lesson::figure::{Figure, Value};
use crate::runtime::scenario::{SETTINGS, Scenario};
use std::fs;
use std::path::Path;

/// The kinds of fence that are blocks.
pub const KINDS: [&str; 3] = ["sim", "compare", "predict"];

/// A stage and what belongs to it in the page.
#[derive(Clone, Debug)]
pub struct Stage {
    /// The line of its fence, from 0.
    pub line: usize,
    /// The block.
    pub sim: Sim,
    /// What happens in it, in words.
    pub alt: Html,
    /// The lines of its tabs, from 0.
    pub tab_lines: Vec<usize>,
    /// The columns of its table, if its tabs stand side by side.
    pub figures: Option<Vec<Figure>>,
}

impl Stage {
    /// The block that the page gets.
    pub fn block(&self) -> Block {
        let sim = self.sim.clone();
        match self.figures.clone() {
            None => Block::Sim(sim),
            Some(figures) => Block::Compare(Compare { sim, figures }),
        }
    }
}

/// What a fence came to, lines counted within the fence's body.
pub struct Read<T> {
    /// The block.
    pub block: T,
    /// The figures in its texts.
    pub stated: Vec<Stated>,
    /// What was wrong with it beside.
    pub wrong: Vec<Wrong>,
}

/// Reads a `sim` fence; listings come from `folder`.
///
/// # Errors
/// What makes it no block at all.
pub fn sim(body: &str, folder: &Path) -> Result<Read<Stage>, Wrong> {
    stage(Fields::parse(body)?, None, folder)
}

/// Reads a `compare` fence: a `sim` of several tabs, with the `figures` of its table.
///
/// # Errors
/// What makes it no block at all.
pub fn compare(body: &str, folder: &Path) -> Result<Read<Stage>, Wrong> {
    let mut fields = Fields::parse(body)?;
    let field = fields.need("figures")?;
    let named = |name: &String| Figure::named(name).map_err(|message| (field.line, message));
    let figures = field
        .list()?
        .iter()
        .map(named)
        .collect::<Result<Vec<_>, _>>()?;
    if figures.is_empty() {
        return Err(field.wrong("names one figure at least"));
    }
    let read = stage(fields, Some(figures), folder)?;
    if read.block.sim.tabs.len() < 2 {
        return Err((0, "a comparison needs two `[[tab]]` at least".into()));
    }
    Ok(read)
}

fn stage(
    mut fields: Fields<'_>,
    figures: Option<Vec<Figure>>,
    folder: &Path,
) -> Result<Read<Stage>, Wrong> {
    let mut wrong = Vec::new();
    let id = id(&mut fields)?;
    let scene = match fields.take("scene") {
        None => SceneKind::Kitchen,
        Some(field) => match field.text()?.as_str() {
            "kitchen" => SceneKind::Kitchen,
            "library" => SceneKind::Library,
            _ => return Err(field.wrong("is kitchen or library")),
        },
    };
    let number = |field: Option<Field<'_>>| field.map_or(Ok(0), |field| field.number());
    let seed = number(fields.take("seed"))?;
    let schedule = number(fields.take("schedule"))?;
    let sliders = sliders(&mut fields)?;
    let alt = fields.need("alt")?;
    let open = fields.take("open");
    let single = fields.take("program");
    let single_label = fields.take("label");
    let tables = fields.tables("tab")?;
    let mut scenario = Scenario::default();
    settings(&mut fields, &mut scenario, &mut wrong);

    let (mut tabs, mut tab_lines) = (Vec::new(), Vec::new());
    if let Some(program) = single {
        tabs.push(tab(&program, single_label, None, scenario, folder)?);
        tab_lines.push(program.line);
    }
    for mut table in tables {
        let program = table.need("program")?;
        let (label, id) = (table.take("label"), table.take("id"));
        let mut own = scenario;
        settings(&mut table, &mut own, &mut wrong);
        tabs.push(tab(&program, label, id, own, folder)?);
        tab_lines.push(program.line);
    }
    for (tab, line) in tabs.iter().zip(&tab_lines) {
        if let Err(message) = tab.settings.check() {
            wrong.push((*line, message));
        }
        if tabs.iter().filter(|other| other.id == tab.id).count() > 1 {
            wrong.push((
                *line,
                format!("two tabs are called `{}`: give them an `id`", tab.id),
            ));
        }
    }
    if tabs.is_empty() {
        return Err((
            0,
            "`program` is missing, or one `[[tab]]` with a `program` and more".into(),
        ));
    }
    let open = match open {
        None => 0,
        Some(field) => {
            let wanted = field.text()?;
            let found = tabs.iter().position(|tab| tab.id == wanted);
            found.ok_or_else(|| field.wrong("names no tab"))?
        }
    };
    let target = Target {
        sim: id.clone(),
        tab: tabs[open].id.clone(),
    };
    let (html, stated, alt_wrong) = inline(&alt.text()?, alt.line, Some(&target));
    wrong.extend(alt_wrong);
    let sim = Sim {
        id,
        scene,
        tabs,
        open,
        sliders,
        seed,
        schedule,
    };
    let block = Stage {
        line: 0,
        sim,
        alt: Html(html),
        tab_lines,
        figures,
    };
    Ok(Read {
        block,
        stated,
        wrong,
    })
}

fn id(fields: &mut Fields<'_>) -> Result<String, Wrong> {
    let field = fields.need("id")?;
    let id = field.text()?;
    if id.is_empty() || super::escape::slug(&id) != id {
        return Err(field.wrong("takes lower-case letters, digits and single hyphens"));
    }
    Ok(id)
}

fn sliders(fields: &mut Fields<'_>) -> Result<Vec<String>, Wrong> {
    let Some(field) = fields.take("sliders") else {
        return Ok(Vec::new());
    };
    let names = field.list()?;
    for name in &names {
        if control(name).is_none() && !Lots::NAMES.contains(&name.as_str()) {
            let all = CONTROLS.iter().map(|control| control.name);
            let all = all.chain(Lots::NAMES);
            let all = all.collect::<Vec<_>>().join(", ");
            return Err(field.wrong(&format!("can't hold `{name}`; there are: {all}")));
        }
    }
    Ok(names)
}

/// Takes all that is left of a table as settings.
fn settings(fields: &mut Fields<'_>, scenario: &mut Scenario, wrong: &mut Vec<Wrong>) {
    for field in fields.rest() {
        if !SETTINGS.iter().any(|setting| setting.name == field.name()) {
            let names = SETTINGS.iter().map(|setting| setting.name);
            wrong.push(fields.unknown(&field, names));
            continue;
        }
        let set = field.scalar().and_then(|value| {
            scenario
                .set(field.name(), &value)
                .map_err(|message| (field.line, message))
        });
        wrong.extend(set.err());
    }
}

fn tab(
    program: &Field<'_>,
    label: Option<Field<'_>>,
    id: Option<Field<'_>>,
    settings: Scenario,
    folder: &Path,
) -> Result<Tab, Wrong> {
    let file = program.text()?;
    let stem = file
        .strip_suffix(".go")
        .filter(|stem| !stem.contains(['/', '\\']));
    let stem =
        stem.ok_or_else(|| program.wrong("takes the name of a .go file beside the lesson"))?;
    let text = fs::read_to_string(folder.join(&file))
        .map_err(|error| program.wrong(&format!("names `{file}`, which can't be read: {error}")))?;
    Ok(Tab {
        id: id.map_or(Ok(stem.to_owned()), |field| field.text())?,
        label: label.map_or(Ok(stem.to_owned()), |field| field.text())?,
        file,
        text,
        settings,
    })
}

/// Reads a `predict` fence; `resolve` finds the stage it names, or the nearest above.
///
/// # Errors
/// What makes it no block at all.
pub fn predict(
    body: &str,
    resolve: impl Fn(Option<&str>) -> Result<Target, String>,
) -> Result<Read<Predict>, Wrong> {
    let mut fields = Fields::parse(body)?;
    let mut texts = Texts::default();
    let id = id(&mut fields)?;
    let about = fields.take("sim");
    let name = about.as_ref().map(Field::text).transpose()?;
    let line = about.map_or(0, |field| field.line);
    let target = resolve(name.as_deref()).map_err(|message| (line, message))?;
    let figure_field = fields.need("figure")?;
    let figure = Figure::named(&figure_field.text()?).map_err(|m| (figure_field.line, m))?;
    let question = texts.read(&fields.need("question")?, &target)?;
    let then = fields.take("then");
    let then = then.map(|field| texts.read(&field, &target)).transpose()?;
    let mut options = Vec::new();
    for mut table in fields.tables("option")? {
        options.push(Choice {
            text: texts.read(&table.need("text")?, &target)?,
            test: test(&mut table, figure)?,
            explanation: texts.read(&table.need("why")?, &target)?,
        });
        texts.leftovers(&mut table);
    }
    if options.len() < 2 {
        return Err((0, "a prediction needs two `[[option]]` at least".into()));
    }
    texts.leftovers(&mut fields);
    let Target { sim, tab } = target;
    let block = Predict {
        id,
        sim,
        tab,
        question,
        figure,
        options,
        then,
    };
    Ok(Read {
        block,
        stated: texts.stated,
        wrong: texts.wrong,
    })
}

/// The texts of a block, with what was found in them.
#[derive(Default)]
struct Texts {
    stated: Vec<Stated>,
    wrong: Vec<Wrong>,
}

impl Texts {
    fn read(&mut self, field: &Field<'_>, target: &Target) -> Result<Html, Wrong> {
        let (html, stated, wrong) = inline(&field.text()?, field.line, Some(target));
        self.stated.extend(stated);
        self.wrong.extend(wrong);
        Ok(Html(html))
    }

    fn leftovers(&mut self, fields: &mut Fields<'_>) {
        for field in fields.rest() {
            self.wrong.push(fields.unknown(&field, std::iter::empty()));
        }
    }
}

/// The condition of an option: exactly one of `is`, `at_least`, `at_most` and `between`.
fn test(fields: &mut Fields<'_>, figure: Figure) -> Result<Test, Wrong> {
    let number = |field: &Field<'_>, shown: &str| match figure.parse(shown) {
        Ok(Value::Number(number)) => Ok(number),
        Ok(Value::Word(_)) => Err(field.wrong("needs a number, and the figure is a word")),
        Err(message) => Err((field.line, message)),
    };
    let mut found = Vec::new();
    for name in ["is", "at_least", "at_most", "between"] {
        let Some(field) = fields.take(name) else {
            continue;
        };
        found.push(match name {
            "is" => Test::Is(
                figure
                    .parse(&field.scalar()?)
                    .map_err(|m| (field.line, m))?,
            ),
            "at_least" => Test::AtLeast(number(&field, &field.scalar()?)?),
            "at_most" => Test::AtMost(number(&field, &field.scalar()?)?),
            _ => match &field.list()?[..] {
                [low, high] => Test::Between(number(&field, low)?, number(&field, high)?),
                _ => return Err(field.wrong("takes two numbers")),
            },
        });
    }
    match <[Test; 1]>::try_from(found) {
        Ok([test]) => Ok(test),
        Err(_) => Err((
            fields.line(),
            "an option says `is`, `at_least`, `at_most` or `between`, once".into(),
        )),
    }
}
