//! Gets what building and testing need and this machine lacks. Each function is idempotent, and quick when
//! nothing is missing. What only this project needs goes under `target/`.

use crate::shell::{find, output, root, run, step, tools};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const TARGET: &str = "wasm32-unknown-unknown";

/// A Rust compiler that has the wasm32 standard library.
#[derive(Clone, Copy)]
pub enum WasmToolchain {
    /// The one that rustup runs, and that builds everything else.
    Rustup,
    /// Debian's, where rustup can't reach its download server.
    Debian,
}

impl WasmToolchain {
    /// `program` with this compiler's `cargo` and `rustc` first in its PATH. Its target folder is one of its own,
    /// or two compilers rebuild each other's crates by turns.
    pub fn command(self, program: &str) -> Command {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let debian = matches!(self, Self::Debian).then(|| PathBuf::from("/usr/bin"));
        let folders = debian
            .into_iter()
            .chain([tools().join("bin")])
            .chain(std::env::split_paths(&path));
        let folders = std::env::join_paths(folders).expect("PATH was one before");
        let mut command = match self {
            Self::Debian if program == "cargo" => Command::new("/usr/bin/cargo"),
            _ => Command::new(find(&[program]).unwrap_or_else(|| program.into())),
        };
        command
            .current_dir(root())
            .env("PATH", folders)
            .env("CARGO_TARGET_DIR", root().join("target/wasm"))
            .env_remove("CARGO")
            .env_remove("RUSTC");
        command
    }
}

/// All of it, browser tests included.
pub fn everything() -> Result<()> {
    wasm_toolchain()?;
    wasm_test_tools()?;
    browser()?;
    node_modules()?;
    eprintln!("Nothing is missing.");
    Ok(())
}

/// A compiler for wasm32: rustup's where it has or can get the target, else Debian's.
pub fn wasm_toolchain() -> Result<WasmToolchain> {
    let debian = Path::new("/usr/lib/rustlib").join(TARGET).join("lib");
    let rustup = output(Command::new("rustc").args(["--print", "sysroot"])).map(|sysroot| {
        Path::new(sysroot.trim())
            .join("lib/rustlib")
            .join(TARGET)
            .join("lib")
    });
    if rustup.is_ok_and(|lib| has_std(&lib)) {
        return Ok(WasmToolchain::Rustup);
    }
    if has_std(&debian) {
        return Ok(WasmToolchain::Debian);
    }
    let added = step("Adding the wasm32 target with rustup (some 10 s)", || {
        let status = Command::new("rustup")
            .args(["target", "add", TARGET])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        let added = status.is_ok_and(|status| status.success());
        if !added {
            eprintln!("  rustup can't get it here; taking Debian's compiler instead");
        }
        Ok(added)
    })?;
    if added {
        return Ok(WasmToolchain::Rustup);
    }
    debian_compiler(&debian)?;
    Ok(WasmToolchain::Debian)
}

fn has_std(lib: &Path) -> bool {
    fs::read_dir(lib).is_ok_and(|files| {
        files
            .filter_map(|file| file.ok()?.file_name().into_string().ok())
            .any(|name| name.starts_with("libstd-"))
    })
}

/// Debian carries a current compiler for its browsers, with the sources of the standard library.
fn debian_compiler(lib: &Path) -> Result<()> {
    step(
        "Installing Debian's Rust compiler with apt (some 20 s)",
        || {
            apt(&[
                "rustc-web",
                "cargo-web",
                "rust-web-src",
                "rust-web-llvm",
                "lld-22",
            ])
        },
    )?;
    step(
        "Building the wasm32 standard library, once (some 40 s)",
        || {
            let krate = root().join("target/wasm-std");
            fs::create_dir_all(krate.join("src"))?;
            let manifest = "[package]\nname = \"empty\"\nedition = \"2024\"\n[workspace]\n";
            fs::write(krate.join("Cargo.toml"), manifest)?;
            fs::write(krate.join("src/lib.rs"), "")?;
            run(WasmToolchain::Debian
                .command("cargo")
                .current_dir(&krate)
                .args(["build", "--quiet", "--release", "--target", TARGET])
                .args(["-Z", "build-std=std,panic_abort,panic_unwind,test"])
                .env("CARGO_TARGET_DIR", krate.join("target"))
                .env("RUSTC_BOOTSTRAP", "1")
                // Without it link-time optimisation fails later: "Can't find section .llvmbc".
                .env("RUSTFLAGS", "-C embed-bitcode=yes"))?;
            fs::create_dir_all(lib)?;
            for file in fs::read_dir(krate.join("target").join(TARGET).join("release/deps"))? {
                let file = file?.path();
                let name = file
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                if name.ends_with(".rlib") && !name.starts_with("libempty-") {
                    fs::copy(&file, lib.join(&name))?;
                }
            }
            Ok(())
        },
    )
}

/// wasm-pack, and wasm-bindgen's test runner in the version of Cargo.lock.
pub fn wasm_test_tools() -> Result<()> {
    let version = locked_version("wasm-bindgen")?;
    let has_runner = find(&["wasm-bindgen-test-runner"]).is_some()
        && find(&["wasm-bindgen"]).is_some_and(|bindgen| {
            output(Command::new(bindgen).arg("--version"))
                .is_ok_and(|text| text.trim().ends_with(&version))
        });
    if !has_runner {
        // Not `--locked`: its lock file may name releases that a mirror of the registry lacks.
        install("wasm-bindgen-cli", &["--version", &version])?;
    }
    if find(&["wasm-pack"]).is_none() {
        install("wasm-pack", &["--locked"])?;
    }
    Ok(())
}

fn install(krate: &str, arguments: &[&str]) -> Result<()> {
    step(
        &format!("Installing {krate} into target/tools (some 100 s)"),
        || {
            run(Command::new("cargo")
                .current_dir(root())
                .args(["install", "--quiet", krate])
                .args(arguments)
                .arg("--root")
                .arg(tools())
                .env("CARGO_TARGET_DIR", root().join("target/install")))
        },
    )
}

fn locked_version(krate: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock"))?;
    let at = format!("name = \"{krate}\"\nversion = \"");
    let (_, rest) = lock
        .split_once(&at)
        .with_context(|| format!("Cargo.lock doesn't name {krate}"))?;
    Ok(rest.split('"').next().unwrap_or_default().to_string())
}

/// Chromium and its WebDriver.
pub struct Browser {
    /// The browser itself.
    pub chromium: PathBuf,
    /// What drives it in the tests of wasm-pack.
    pub driver: PathBuf,
}

/// Chromium and its driver, with apt where they are missing.
pub fn browser() -> Result<Browser> {
    let look = || {
        Some(Browser {
            chromium: find(&["chromium", "chromium-browser", "google-chrome"])?,
            driver: find(&["chromedriver"])?,
        })
    };
    if let Some(browser) = look() {
        return Ok(browser);
    }
    step(
        "Installing Chromium and its driver with apt (some 30 s)",
        || apt(&["chromium", "chromium-driver", "fonts-dejavu"]),
    )?;
    look()
        .context("Chromium was installed, but neither `chromium` nor `chromedriver` is on the PATH")
}

fn apt(packages: &[&str]) -> Result<()> {
    let by_hand = format!(
        "apt-get install --no-install-recommends {}",
        packages.join(" ")
    );
    if find(&["apt-get"]).is_none() {
        bail!("this machine has no apt-get: install by hand what `{by_hand}` brings on Debian");
    }
    let quiet = |command: &mut Command| {
        run(command
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null()))
    };
    quiet(Command::new("apt-get").args(["update", "-qq"]))
        .and_then(|()| {
            quiet(
                Command::new("apt-get")
                    .args(["install", "-y", "-qq", "--no-install-recommends"])
                    .args(packages),
            )
        })
        .with_context(|| format!("run `{by_hand}` as root, then try again"))
}

/// Whether the packages of package-lock.json are there; false, with a message, without Node.
pub fn node_modules() -> Result<bool> {
    let Some(npm) = find(&["npm"]) else {
        eprintln!(
            "· No Node on this machine: no browser tests, and the wasm stays as the compiler wrote it"
        );
        return Ok(false);
    };
    let stamp = root().join("node_modules/.brigade-lock");
    let lock = fs::read_to_string(root().join("package-lock.json"))?;
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(true);
    }
    step(
        "Getting the browser tests' packages with npm (some 10 s)",
        || {
            run(Command::new(npm)
                .current_dir(root())
                .args([
                    "ci",
                    "--no-audit",
                    "--no-fund",
                    "--ignore-scripts",
                    "--loglevel",
                    "error",
                ])
                .stdout(Stdio::null()))?;
            Ok(fs::write(stamp, lock)?)
        },
    )?;
    Ok(true)
}
