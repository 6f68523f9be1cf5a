//! What real Go did with the lessons' listings, as `cargo xtask twin` writes it and `tests/twin.rs` reads it: a file of
//! JSON for each listing, one entry a run. It knows neither Go nor Brigade.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Where the table of runs and the recordings are.
pub const FOLDER: &str = "tests/twin";

/// A run that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The listing in `lessons/`.
    pub listing: String,
    /// Its settings, as `BRIGADE_SET` has them.
    pub set: String,
}

/// All runs, in the order of the table. `root` is that of the checkout.
pub fn runs(root: &Path) -> io::Result<Vec<Run>> {
    let table = fs::read_to_string(root.join(FOLDER).join("runs.txt"))?;
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    Ok(lines
        .filter_map(|line| line.split_once(' '))
        .map(|(listing, set)| Run {
            listing: listing.to_owned(),
            set: set.to_owned(),
        })
        .collect())
}

/// What a run showed and counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The exit status.
    pub exit: i32,
    /// Standard output, to the letter.
    pub stdout: String,
    /// Standard error, without what no two runs share.
    pub stderr: String,
    /// Orders (or sources) served.
    pub served: u64,
    /// Orders that failed.
    pub failed: u64,
    /// Orders that were neither when the process ended.
    pub lost: u64,
}

/// One run as recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// Its settings.
    pub set: String,
    /// Which Go, as in `go1.27.3`.
    pub go: String,
    /// The digest of the listing, and of the packages that it runs on.
    pub program: String,
    /// What happened each time.
    pub outcome: Outcome,
}

/// All recorded runs of a listing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recording {
    /// The digest of the runs.
    digest: String,
    /// In the table's order.
    pub runs: Vec<Recorded>,
}

impl Recording {
    /// Of these runs.
    pub fn new(runs: Vec<Recorded>) -> Recording {
        Recording {
            digest: digest_of(&runs),
            runs,
        }
    }

    /// Reads it; an error when it was edited by hand.
    pub fn parse(text: &str) -> Result<Recording, String> {
        let recording: Recording = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if recording.digest != digest_of(&recording.runs) {
            return Err("its digest isn't that of its runs: it was edited by hand".to_owned());
        }
        Ok(recording)
    }
}

fn digest_of(runs: &[Recorded]) -> String {
    digest(&format!("{runs:?}"))
}

/// Where the recording of a listing is.
pub fn path(root: &Path, listing: &str) -> PathBuf {
    root.join(FOLDER).join(listing).with_extension("json")
}

/// The folders of `lessons/` that hold the packages for real Go.
pub const PACKAGES: [&str; 4] = ["kitchen", "library", "internal/orders", "internal/scenario"];

/// The digest of a listing and of all that it runs on under real Go.
pub fn program(root: &Path, listing: &str) -> io::Result<String> {
    let lessons = root.join("lessons");
    let mut text = fs::read_to_string(lessons.join(listing))?;
    for package in PACKAGES {
        let files = fs::read_dir(lessons.join(package))?;
        let mut files: Vec<PathBuf> = files
            .map(|file| Ok(file?.path()))
            .collect::<io::Result<_>>()?;
        files.sort();
        for file in files {
            text += &fs::read_to_string(file)?;
        }
    }
    Ok(digest(&text))
}

fn digest(text: &str) -> String {
    let bytes = Sha256::digest(text.as_bytes());
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
