//! Brigade: a workbook on Go concurrency whose listings really run.
//!
//! The rooms, in the order in which data flows through them, and never back:
//! lessons → [`site`] (at build time) → a page's blocks ([`lesson`]) → [`go`] → [`runtime`] → [`trace`] → [`scene`] → [`app`].
//! `tests/tidy.rs` holds these arrows.

#[cfg(any(target_arch = "wasm32", feature = "app"))]
pub mod app;
pub mod go;
pub mod lesson;
pub mod runtime;
pub mod scene;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
pub mod trace;
