//! Builds the workbook: the app to wasm, its JavaScript, and the pages, into `target/site`.
//!
//! Names of code and styles carry a hash of their content (`app-0123456789abcdef.js`), so that a browser that
//! kept an old one never takes it for the new.

use crate::setup::{self, WasmToolchain};
use crate::shell::{root, run, step};
use anyhow::{Context, Result};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

#[derive(clap::Args)]
#[group(id = "build")]
pub struct Options {
    /// Compile the app quickly instead of small and fast
    #[arg(long)]
    pub dev: bool,
    /// Build the pages alone, around the app that was built last
    #[arg(long, conflicts_with = "dev")]
    pub pages_only: bool,
    /// Path under which the workbook will be served, such as /brigade/; the page for unknown addresses links by it
    #[arg(long, default_value = "/", value_parser = root_path)]
    pub root: String,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            dev: false,
            pages_only: false,
            root: "/".into(),
        }
    }
}

fn root_path(text: &str) -> Result<String, String> {
    match text.starts_with('/') && text.ends_with('/') {
        true => Ok(text.into()),
        false => Err("begin and end it with a slash, as /brigade/ does".into()),
    }
}

/// Builds, and says where the site lies.
pub fn main(options: &Options) -> Result<()> {
    println!("{}", build(options)?.display());
    Ok(())
}

/// Builds the site and gives its folder. Where nothing changed this takes a second.
pub fn build(options: &Options) -> Result<PathBuf> {
    let app = if options.pages_only {
        App::last()?
    } else {
        let wasm = compile(setup::wasm_toolchain()?, options)?;
        App::from_wasm(&wasm, options)?
    };
    let site = site();
    let next = root().join("target/site.next");
    remove(&next)?;
    pages(&app, &options.root, &next)?;
    // Only a whole site takes the place of the last one.
    remove(&site)?;
    fs::rename(&next, &site)?;
    Ok(site)
}

/// The folder of the site that was built last.
pub fn site() -> PathBuf {
    root().join("target/site")
}

fn compile(toolchain: WasmToolchain, options: &Options) -> Result<PathBuf> {
    let (profile, folder) = if options.dev {
        ("dev", "debug")
    } else {
        ("wasm", "wasm")
    };
    step(
        "Compiling the app to wasm (some 3 min the first time)",
        || {
            run(toolchain
                .command("cargo")
                .args([
                    "build",
                    "--quiet",
                    "--target",
                    "wasm32-unknown-unknown",
                    "--bin",
                    "app",
                ])
                .args(["--profile", profile]))
        },
    )?;
    Ok(root()
        .join("target/wasm/wasm32-unknown-unknown")
        .join(folder)
        .join("app.wasm"))
}

/// The app as the browser loads it: a folder with `app-HASH.js` and `app-HASH_bg.wasm`.
struct App {
    folder: PathBuf,
    name: String,
}

/// Where the app lies, and nothing but the app that was built last.
fn bound() -> PathBuf {
    root().join("target/wasm/bound")
}

impl App {
    fn last() -> Result<Self> {
        let entry = fs::read_dir(bound())
            .ok()
            .and_then(|mut entries| entries.next());
        let entry = entry.context("no app was built yet: build once without --pages-only")??;
        Ok(Self {
            folder: entry.path(),
            name: entry.file_name().to_string_lossy().into_owned(),
        })
    }

    /// Writes the JavaScript, and shrinks the wasm where Node is there; kept by the content of `wasm`.
    fn from_wasm(wasm: &Path, options: &Options) -> Result<Self> {
        let bytes = fs::read(wasm).with_context(|| format!("{} isn't there", wasm.display()))?;
        let shrink = !options.dev
            && setup::node_modules().unwrap_or_else(|error| {
                eprintln!("  {error:#}: the wasm stays as the compiler wrote it");
                false
            });
        let name = format!("app-{}", hash(&(&bytes, shrink)));
        let bound = bound();
        let folder = bound.join(&name);
        if !folder.is_dir() {
            remove(&bound)?;
            let next = bound.join("next");
            step("Writing the JavaScript that goes with the wasm", || {
                Bindgen::new()
                    .input_path(wasm)
                    .web(true)?
                    .typescript(false)
                    .keep_debug(options.dev)
                    .out_name(&name)
                    .generate(&next)
            })?;
            if shrink {
                let wasm = next.join(format!("{name}_bg.wasm"));
                // An app that is a third larger is better than none.
                if let Err(error) = step("Shrinking the wasm (some 20 s)", || optimise(&wasm)) {
                    eprintln!("  {error:#}: the wasm is served as the compiler wrote it");
                }
            }
            fs::rename(next, &folder)?;
        }
        Ok(Self { folder, name })
    }
}

/// binaryen's features are named one by one: with `--all-features` it writes a module that Chromium refuses.
pub fn optimise(wasm: &Path) -> Result<()> {
    let small = wasm.with_extension("small");
    run(Command::new(root().join("node_modules/.bin/wasm-opt"))
        .args([
            "-Oz",
            "--enable-bulk-memory",
            "--enable-nontrapping-float-to-int",
            "--enable-sign-ext",
        ])
        .args([
            "--enable-mutable-globals",
            "--enable-reference-types",
            "--enable-multivalue",
        ])
        .arg(wasm)
        .arg("-o")
        .arg(&small))?;
    Ok(fs::rename(small, wasm)?)
}

/// Everything that is served, written to `out`.
fn pages(app: &App, site_root: &str, out: &Path) -> Result<()> {
    copy(&app.folder, out)?;
    let start = format!(
        "import init from \"./{0}.js\";\n\
         init({{ module_or_path: new URL(\"./{0}_bg.wasm\", import.meta.url) }});\n",
        app.name
    );
    let start_name = format!("start-{}.js", hash(&start));
    fs::write(out.join(&start_name), start)?;
    brigade::site::build(root(), &start_name, site_root, out).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("the lessons have problems:\n{}", lines.join("\n"))
    })?;
    Ok(())
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Sixteen hexadecimal digits that stand for a content.
fn hash(content: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
