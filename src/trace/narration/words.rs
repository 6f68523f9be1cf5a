//! The words that sentences are put together from.

use crate::trace::World;
use crate::trace::event::{GoroutineId, WORLD};
use crate::trace::state::State;
use crate::trace::text::grouped;

pub(in crate::trace) fn name(world: World, g: GoroutineId) -> String {
    match (g, world) {
        (WORLD, _) => "the world".into(),
        (1, _) => "main".into(),
        (_, World::Kitchen) => format!("chef g{g}"),
        (_, World::Library) => format!("student g{g}"),
        (_, World::None) => format!("goroutine {g}"),
    }
}

pub(super) fn nouns(world: World, count: u64) -> &'static str {
    match world {
        World::Kitchen => plural(count, "chef", "chefs"),
        World::Library => plural(count, "student", "students"),
        World::None => plural(count, "goroutine", "goroutines"),
    }
}

/// An order or a source.
pub(super) fn thing(world: World, state: &State, number: u64) -> String {
    let named = usize::try_from(number)
        .ok()
        .and_then(|i| state.meta.sources.get(i))
        .map(|source| source.name.as_str());
    match (world, named) {
        (World::Library, Some(name)) if !name.is_empty() => name.to_owned(),
        (World::Library, _) => format!("shelf {number}"),
        _ => format!("order {number}"),
    }
}

pub(super) fn bytes(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..0x10_0000 => format!("{} KiB", bytes / 1024),
        _ if bytes.is_multiple_of(1 << 20) => format!("{} MiB", grouped(bytes >> 20)),
        _ => format!(
            "{}.{} MiB",
            grouped(bytes >> 20),
            ((bytes % (1 << 20)) * 10) >> 20
        ),
    }
}

pub(super) fn percent(share: f32) -> u32 {
    (share * 100.0) as u32
}

pub(super) fn words(count: u64) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    usize::try_from(count)
        .ok()
        .and_then(|i| WORDS.get(i))
        .map_or_else(|| grouped(count), |word| (*word).to_owned())
}

pub(super) fn plural<'a>(count: u64, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        // A Go name stays as it is written.
        Some(_) if text.starts_with("main") => text.to_owned(),
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

pub(super) fn shorten(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.trim_end().lines().next().unwrap_or_default();
    if line.chars().count() <= MOST && line.len() == text.trim_end().len() {
        line.to_owned()
    } else {
        line.chars().take(MOST).chain(['…']).collect()
    }
}
