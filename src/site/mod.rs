//! The pages: Markdown, Go and TOML in, HTML with the blocks' data out; and the check of a lesson.
//!
//! Takes `lessons/` and `www/` from disk and the name of the script that starts the app; gives a folder to be served as
//! it is. It knows nothing of the app but what a block's JSON says.

mod check;
mod escape;
mod fence;
mod fields;
mod lesson;
mod listing;
mod page;
mod prose;
mod run;

pub use check::check;
pub use lesson::Lesson;

use std::fmt;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Something wrong in a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The lesson's file.
    pub file: PathBuf,
    /// The line in it, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

/// `FILE:LINE: message`
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file.display(), self.line, self.message)
    }
}

impl Problem {
    /// A file that can't be read or written.
    fn io(path: &Path, error: &std::io::Error) -> Vec<Problem> {
        vec![Problem {
            file: path.to_owned(),
            line: 1,
            message: error.to_string(),
        }]
    }
}

/// The course: which lessons there are, in order.
const COURSE: &str = "course.toml";

/// Writes the whole site into the folder `out`, which is made where missing: the pages, the styles under a name with
/// their hash, the fonts and icons. `start` is the name of the script that starts the app, relative to the pages; its
/// file is the caller's to put there.
///
/// # Errors
/// Everything that is wrong with the lessons, or the first file that can't be read or written.
pub fn build(checkout: &Path, start: &str, out: &Path) -> Result<(), Vec<Problem>> {
    let lessons = course(&checkout.join("lessons"))?;
    let www = checkout.join("www");
    fs::create_dir_all(out).map_err(|e| Problem::io(out, &e))?;
    for folder in ["fonts", "icons"] {
        copy(&www.join(folder), &out.join(folder))?;
    }
    write(&out.join("theme.js"), &read(&www.join("theme.js"))?)?;
    let style = ["tokens.css", "style.css", "stage.css"]
        .map(|name| read(&www.join(name)))
        .into_iter()
        .collect::<Result<Vec<_>, _>>()?
        .join("\n");
    let style_name = format!("style-{}.css", hash(&style));
    write(&out.join(&style_name), &style)?;
    let template = page::Template {
        html: read(&www.join("page.html"))?,
        style: style_name,
        start: start.to_owned(),
    };
    for (name, html) in page::pages(&template, &lessons) {
        write(&out.join(name), &html)?;
    }
    Ok(())
}

/// Reads the lessons of the course in their order.
///
/// # Errors
/// Everything that is wrong with them.
pub fn course(folder: &Path) -> Result<Vec<Lesson>, Vec<Problem>> {
    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Course {
        lessons: Vec<String>,
    }
    let path = folder.join(COURSE);
    let course: Course = toml::from_str(&read(&path)?).map_err(|error| {
        vec![Problem {
            file: path,
            line: 1,
            message: error.message().to_owned(),
        }]
    })?;
    let mut lessons = Vec::new();
    let mut problems = Vec::new();
    for name in &course.lessons {
        match Lesson::read(&folder.join(format!("{name}.md"))) {
            Ok(lesson) => lessons.push(lesson),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() {
        Ok(lessons)
    } else {
        Err(problems)
    }
}

fn read(path: &Path) -> Result<String, Vec<Problem>> {
    fs::read_to_string(path).map_err(|error| Problem::io(path, &error))
}

fn write(path: &Path, text: &str) -> Result<(), Vec<Problem>> {
    fs::write(path, text).map_err(|error| Problem::io(path, &error))
}

/// Copies the files of a folder.
fn copy(from: &Path, to: &Path) -> Result<(), Vec<Problem>> {
    let copy_all = || -> std::io::Result<()> {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
        Ok(())
    };
    copy_all().map_err(|error| Problem::io(from, &error))
}

/// Sixteen hexadecimal digits that stand for a content.
fn hash(content: &str) -> String {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
