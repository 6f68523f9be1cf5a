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

/// Writes the whole site into the folder `out`, which is made where missing: the pages, the styles under a name with
/// their hash, the fonts and icons. `start` is the name of the script that starts the app, relative to the pages; its
/// file is the caller's to put there. `root` is the path under which the site will be served, such as `/`: all pages but the
/// one for unknown addresses link without it.
///
/// # Errors
/// Everything that is wrong with the lessons, or the first file that can't be read or written.
pub fn build(checkout: &Path, start: &str, root: &str, out: &Path) -> Result<(), Vec<Problem>> {
    let course = Course::read(&checkout.join("lessons"))?;
    let www = checkout.join("www");
    fs::create_dir_all(out).map_err(|e| Problem::io(out, &e))?;
    for folder in ["fonts", "icons"] {
        copy(&www.join(folder), &out.join(folder))?;
    }
    write(&out.join("theme.js"), &read(&www.join("theme.js"))?)?;
    let style = styles(&www)?;
    let style_name = format!("style-{}.css", hash(&style));
    write(&out.join(&style_name), &style)?;
    let template = page::Template {
        html: read(&www.join("page.html"))?,
        style: style_name,
        start: start.to_owned(),
        root: root.to_owned(),
    };
    for (name, html) in page::pages(&template, &course) {
        write(&out.join(name), &html)?;
    }
    Ok(())
}

/// The course: its front page, its lessons in their order, and the pages beside it.
#[derive(Clone, Debug)]
pub struct Course {
    /// What a stranger sees first. The list of the lessons follows it.
    pub front: Lesson,
    /// The lessons, part by part.
    pub parts: Vec<Part>,
    /// Pages to look things up.
    pub beside: Vec<Lesson>,
}

/// Lessons that belong together.
#[derive(Clone, Debug)]
pub struct Part {
    /// What they are about.
    pub title: String,
    /// The lessons, in order.
    pub lessons: Vec<Lesson>,
}

impl Course {
    /// Reads `course.toml` in the folder, and all that it names.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn read(folder: &Path) -> Result<Course, Vec<Problem>> {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Names {
            front: String,
            part: Vec<PartNames>,
            beside: Vec<String>,
        }
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct PartNames {
            title: String,
            lessons: Vec<String>,
        }
        let path = folder.join("course.toml");
        let names: Names = toml::from_str(&read(&path)?).map_err(|error| {
            vec![Problem {
                file: path,
                line: 1,
                message: error.message().to_owned(),
            }]
        })?;
        let mut problems = Vec::new();
        let mut read_all = |names: &[String]| {
            let mut pages = Vec::new();
            for name in names {
                match Lesson::read(&folder.join(format!("{name}.md"))) {
                    Ok(page) => pages.push(page),
                    Err(found) => problems.extend(found),
                }
            }
            pages
        };
        let front = read_all(&[names.front]).pop();
        let parts = names.part.into_iter().map(|part| Part {
            lessons: read_all(&part.lessons),
            title: part.title,
        });
        let parts = parts.collect();
        let beside = read_all(&names.beside);
        match front {
            Some(front) if problems.is_empty() => Ok(Course {
                front,
                parts,
                beside,
            }),
            _ => Err(problems),
        }
    }

    /// The lessons of all parts, in order.
    pub fn lessons(&self) -> impl Iterator<Item = &Lesson> {
        self.parts.iter().flat_map(|part| &part.lessons)
    }

    /// Every page that is written in Markdown.
    pub fn written(&self) -> impl Iterator<Item = &Lesson> {
        std::iter::once(&self.front)
            .chain(self.lessons())
            .chain(&self.beside)
    }
}

/// All style sheets as one: the tokens, the page, the stage, then the parts of both by their names.
fn styles(www: &Path) -> Result<String, Vec<Problem>> {
    let entries = fs::read_dir(www).map_err(|e| Problem::io(www, &e))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
        .collect();
    let first = ["tokens.css", "style.css", "stage.css"];
    files.sort_by_key(|path| {
        let place = first.iter().position(|name| path.ends_with(name));
        (place.unwrap_or(first.len()), path.clone())
    });
    let texts: Result<Vec<_>, _> = files.iter().map(|path| read(path)).collect();
    Ok(texts?.join("\n"))
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
