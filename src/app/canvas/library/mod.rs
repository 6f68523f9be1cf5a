//! The library, painted: the room, the table, the students, and the panel beside.

mod aside;
mod desk;
mod results;
mod room;
mod student;

use super::ending;
use super::pen::Pen;
use crate::scene::{Library, Rect, Scene};

pub(super) fn paint(pen: &Pen, library: &Library, scene: &Scene) {
    let stage = Rect {
        x: 0.0,
        y: 0.0,
        w: scene.width,
        h: scene.height,
    };
    pen.block(stage, &pen.palette.wall);
    room::rings(pen, library);
    room::lanes(pen, library);
    room::shelves(pen, library);
    room::ring_labels(pen, library);
    let (behind, before) = student::ranks(library);
    student::paint(pen, &behind, library.student);
    results::table(pen, library);
    student::paint(pen, &before, library.student);
    aside::paint(pen, library);
    ending::paint(pen, scene, library.desk.rect, None);
    // The curtain that falls leaves the torn page in sight.
    aside::torn(pen, library, scene.ending.is_some());
    desk::paint(pen, &library.desk);
}

/// A closed book, standing or lying.
fn book(pen: &Pen, rect: Rect) {
    let p = pen.palette;
    let line = (rect.w * 0.08).clamp(0.5, 1.5);
    pen.path()
        .rounded(rect, rect.w.min(rect.h) * 0.14)
        .fill(&p.tomato)
        .stroke(&p.outline, line);
    if rect.w >= 6.0 {
        let y = rect.y + rect.h * 0.3;
        pen.path()
            .to(rect.x + rect.w * 0.28, y)
            .line(rect.right() - rect.w * 0.28, y)
            .stroke(&p.paper, (rect.w * 0.1).max(0.8));
    }
}

/// A quill that writes at (x, y).
fn quill(pen: &Pen, x: f64, y: f64, h: f64) {
    let p = pen.palette;
    pen.path()
        .to(x, y)
        .bend((x + h * 0.08, y - h * 0.5), (x + h * 0.5, y - h))
        .bend((x + h * 0.5, y - h * 0.45), (x, y))
        .close();
    pen.fill(&p.whites)
        .stroke(&p.outline, (h * 0.06).clamp(0.6, 1.4));
    pen.path()
        .to(x, y)
        .bend((x + h * 0.16, y - h * 0.4), (x + h * 0.44, y - h * 0.86))
        .stroke(&p.outline, (h * 0.04).clamp(0.5, 1.0));
}

/// A cross in the middle of a rectangle: something failed.
fn cross(pen: &Pen, rect: Rect, colour: &str) {
    let k = rect.w.min(rect.h) * 0.26;
    let (x, y) = (rect.x + rect.w / 2.0, rect.y + rect.h / 2.0);
    pen.path()
        .to(x - k, y - k)
        .line(x + k, y + k)
        .to(x + k, y - k)
        .line(x - k, y + k);
    pen.stroke(colour, (k * 0.45).clamp(0.7, 2.4));
}
