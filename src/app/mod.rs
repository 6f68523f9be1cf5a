//! app

pub mod canvas;
