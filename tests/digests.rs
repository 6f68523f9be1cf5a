//! The traces of the talk's listings, by their digests: a run is the same wherever it runs. `tests/web` holds the
//! browser to the same file. `BRIGADE_RECORD=1 cargo test --test digests` writes it anew, which a change of what a run is,
//! or of how it is recorded, needs.
#![cfg(not(target_arch = "wasm32"))]

use brigade::runtime::Settings;
use std::fmt::Write as _;
use std::path::Path;

#[test]
fn the_listings_run_as_they_were_recorded() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = root.join("tests/digests.txt");
    let recorded = std::fs::read_to_string(&file).unwrap();
    let mut now = String::new();
    for line in recorded.lines() {
        let Some((run, _)) = line.split_once(" = ") else {
            writeln!(now, "{line}").unwrap();
            continue;
        };
        let mut words = run.split_whitespace();
        let listing = words.next().unwrap();
        let mut settings = Settings::default();
        for word in words {
            let (name, value) = word.split_once('=').unwrap();
            settings.scenario.set(name, value).unwrap();
        }
        let text = std::fs::read_to_string(root.join("lessons").join(listing)).unwrap();
        let ran = brigade::run(listing, &text, &settings);
        assert!(ran.trace.is_some(), "{listing} doesn't compile");
        writeln!(now, "{run} = {}", ran.report.trace_digest).unwrap();
    }
    if std::env::var_os("BRIGADE_RECORD").is_some() {
        std::fs::write(&file, &now).unwrap();
    } else {
        assert_eq!(
            now, recorded,
            "another run than was recorded; if that is meant: BRIGADE_RECORD=1 cargo test --test digests"
        );
    }
}
