//! Photographs pages in three sizes, light and dark, for looking at one's work.

use crate::serve::Server;
use crate::shell::{find, root, run};
use crate::{build, setup};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[derive(clap::Args)]
pub struct Options {
    /// Addresses, or paths of the workbook ("/naive/"); "all" is every page of it
    #[arg(required = true)]
    pages: Vec<String>,
    /// The folder that the pictures go to
    #[arg(long, default_value = "target/screenshots")]
    out: PathBuf,
    /// Photograph whole pages instead of what a window shows
    #[arg(long)]
    full: bool,
    /// Take what was built last
    #[arg(long)]
    no_build: bool,
    #[command(flatten)]
    build: build::Options,
}

/// Builds where a page of the workbook is asked for, and photographs.
pub fn main(options: &Options) -> Result<()> {
    let browser = setup::browser()?;
    anyhow::ensure!(
        setup::node_modules()?,
        "photographs are taken by a program for Node, which isn't here"
    );
    let own = options.pages.iter().any(|page| !page.contains("://"));
    let server = own.then(|| serve(options)).transpose()?;
    let mut addresses = Vec::new();
    for page in &options.pages {
        match &server {
            Some((site, _)) if page == "all" => {
                for path in paths(site, site)? {
                    addresses.push(path);
                }
            }
            _ => addresses.push(page.clone()),
        }
    }
    let mut node = Command::new(find(&["node"]).context("node isn't on the PATH")?);
    node.arg(root().join("tests/e2e/screenshot.mjs"))
        .arg(&options.out)
        .args(addresses)
        .env("CHROMIUM", browser.chromium)
        .env("FULL", if options.full { "1" } else { "" });
    if let Some((_, server)) = &server {
        node.env("BASE_URL", format!("http://{}", server.address));
    }
    run(&mut node)
}

fn serve(options: &Options) -> Result<(PathBuf, Server)> {
    let site = if options.no_build {
        build::site()
    } else {
        build::build(&options.build)?
    };
    let server = Server::start(&site, 0)?;
    Ok((site, server))
}

/// The paths of all pages under `folder`, sorted.
fn paths(site: &Path, folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(paths(site, &path)?);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            let path = path.strip_prefix(site)?.to_string_lossy();
            found.push(format!(
                "/{}",
                path.strip_suffix("index.html").unwrap_or(&path)
            ));
        }
    }
    found.sort();
    Ok(found)
}
