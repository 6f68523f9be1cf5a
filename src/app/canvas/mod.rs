//! Painters: put a scene onto a canvas.
//!
//! Takes a [`Scene`] and a [`Palette`]; changes nothing but the canvas, and gives the same pixels for the same scene. It
//! doesn't know the run: what a scene doesn't say isn't painted.

mod chef;
mod crowd;
mod ending;
mod kitchen;
mod library;
mod palette;
mod pen;
mod side;

pub use palette::Palette;

use crate::scene::{Ending, Picture, Rect, Scene};
use pen::Pen;
use web_sys::CanvasRenderingContext2d;

/// Paints `scene` over all of a canvas that has `ratio` pixels for each unit of the scene.
pub fn paint(context: &CanvasRenderingContext2d, scene: &Scene, palette: &Palette, ratio: f64) {
    let pen = Pen::new(context, palette, scene.unit, ratio);
    pen.begin();
    match &scene.picture {
        Picture::Kitchen(kitchen) => {
            let burning = matches!(scene.ending, Some(Ending::Fire { .. }));
            kitchen::paint(&pen, kitchen, scene.width, scene.height, burning);
            ending::paint(&pen, scene, kitchen.pass.rect, Some(kitchen));
            side::paint(&pen, &kitchen.pass);
        }
        Picture::Library(library) => library::paint(&pen, library, scene),
    }
}

/// Marks whoever stands at a place of the scene: the one who is followed.
pub fn mark(
    context: &CanvasRenderingContext2d,
    scene: &Scene,
    place: Rect,
    palette: &Palette,
    ratio: f64,
) {
    let pen = Pen::new(context, palette, scene.unit, ratio);
    pen.begin();
    let room = (3.0 * scene.unit).max(2.0);
    let around = Rect {
        x: place.x - room,
        y: place.y - room,
        w: place.w + 2.0 * room,
        h: place.h + 2.0 * room,
    };
    let width = (3.0 * scene.unit).max(2.0);
    pen.path()
        .rounded(around, 3.0 * room)
        .stroke(&palette.card, 2.0 * width)
        .stroke(&palette.tomato, width);
}
