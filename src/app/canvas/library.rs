//! library
use super::pen::Pen;
use crate::scene::{Library, Scene};
pub(super) fn paint(_: &Pen, _: &Library, _: &Scene) {}
