//! The room: rings of equal latency, the lanes to the shelves, and the shelves.

use super::cross;
use crate::app::canvas::pen::{Align, Face, Pen};
use crate::scene::{Library, Names, Rect, Ring, Shelf};
use crate::trace::state::Place;
use std::f64::consts::{FRAC_PI_2, PI};

/// Half rings, each a little lighter than the one beyond: the table is the horizon.
pub(super) fn rings(pen: &Pen, library: &Library) {
    let p = pen.palette;
    let mut all: Vec<&Ring> = library.rings.iter().collect();
    all.sort_by(|a, b| b.radius.0.total_cmp(&a.radius.0));
    for ring in all {
        half(pen, ring);
        pen.alpha(0.4);
        pen.fill(&p.tile_alt);
        pen.alpha(1.0);
        half(pen, ring);
        if ring.bell {
            pen.dashed(6.0 * pen.unit, 5.0 * pen.unit);
            pen.stroke(&p.tomato, (2.0 * pen.unit).max(1.2));
            pen.solid();
        } else {
            pen.stroke(&p.line, (1.5 * pen.unit).max(1.0));
        }
    }
}

fn half(pen: &Pen, ring: &Ring) {
    const STEPS: i32 = 64;
    pen.path();
    for i in 0..=STEPS {
        let (x, y) = on(ring, PI * f64::from(i) / f64::from(STEPS));
        if i == 0 {
            pen.to(x, y);
        } else {
            pen.line(x, y);
        }
    }
}

fn on(ring: &Ring, angle: f64) -> (f64, f64) {
    (
        ring.centre.0 + libm::cos(angle) * ring.radius.0,
        ring.centre.1 - libm::sin(angle) * ring.radius.1,
    )
}

/// Each ring's latency, where it crosses the horizon at the left; the bell's at the right.
pub(super) fn ring_labels(pen: &Pen, library: &Library) {
    let p = pen.palette;
    let size = pen.size(11.0);
    for ring in &library.rings {
        let (angle, colour, face) = if ring.bell {
            (0.02, &p.tomato, Face::SansBold)
        } else {
            (PI - 0.02, &p.muted, Face::Sans)
        };
        let text = if ring.bell {
            format!("bell · {}", ring.label)
        } else {
            ring.label.clone()
        };
        let (x, y) = on(ring, angle);
        let w = pen.width(&text, face, size) + size * 0.8;
        let x = x.clamp(
            library.map.x + w / 2.0 + 2.0,
            library.map.right() - w / 2.0 - 2.0,
        );
        let pill = Rect {
            x: x - w / 2.0,
            y: y - size * 0.2,
            w,
            h: size * 1.4,
        };
        pen.path().rounded(pill, size * 0.7).fill(&p.wall);
        pen.text_sized(
            &text,
            x,
            pill.y + size * 1.02,
            face,
            size,
            colour,
            Align::Centre,
        );
    }
}

/// The way to each shelf.
pub(super) fn lanes(pen: &Pen, library: &Library) {
    const FEW: usize = 150;
    if library.shelves.len() > FEW {
        return;
    }
    pen.dashed(1.5 * pen.unit, 5.0 * pen.unit);
    pen.path();
    for shelf in &library.shelves {
        pen.to(shelf.from.0, shelf.from.1).line(shelf.x, shelf.y);
    }
    pen.alpha(if library.shelves.len() > 40 { 0.3 } else { 0.6 });
    pen.stroke(&pen.palette.muted, (1.2 * pen.unit).max(0.8));
    pen.alpha(1.0);
    pen.solid();
}

pub(super) fn shelves(pen: &Pen, library: &Library) {
    let w = library.shelf;
    if w < 6.0 {
        dots(pen, library);
        return;
    }
    for (i, shelf) in library.shelves.iter().enumerate() {
        bookcase(pen, shelf, i, w);
        match library.names {
            Names::Below => below(pen, shelf, w),
            Names::Along => along(pen, shelf, w),
            Names::None => {}
        }
    }
}

/// Shelves in aggregate: a mark each, in the colour of what they answered.
fn dots(pen: &Pen, library: &Library) {
    let p = pen.palette;
    let w = library.shelf;
    let fates: [(&str, fn(Place) -> bool); 3] = [
        (&p.wood, |place| {
            matches!(place, Place::Waiting | Place::InFlight | Place::Lost)
        }),
        (&p.herb, |place| place == Place::Served),
        (&p.tomato, |place| place == Place::Failed),
    ];
    for (colour, of) in fates {
        pen.path();
        for shelf in library.shelves.iter().filter(|shelf| of(shelf.place)) {
            pen.rect(Rect {
                x: shelf.x - w / 2.0,
                y: shelf.y - w / 2.0,
                w,
                h: w,
            });
        }
        pen.fill(colour);
    }
}

/// A bookcase; the book that was fetched is missing from its upper board.
fn bookcase(pen: &Pen, shelf: &Shelf, number: usize, w: f64) {
    let p = pen.palette;
    let spines: [&str; 5] = [&p.tomato, &p.steel, &p.herb, &p.saffron, &p.whites];
    let h = w * 0.8;
    let case = Rect {
        x: shelf.x - w / 2.0,
        y: shelf.y - h / 2.0,
        w,
        h,
    };
    pen.path()
        .rounded(case, w * 0.06)
        .fill(&p.wood)
        .stroke(&p.outline, (w * 0.04).clamp(0.7, 1.6));
    let (columns, rows) = if w >= 20.0 {
        (7_usize, 2_usize)
    } else {
        (4, 1)
    };
    let inner = w * 0.84;
    let book = inner / columns as f64;
    let board = h * 0.8 / rows as f64;
    for row in 0..rows {
        let top = case.y + h * 0.1 + board * row as f64;
        let space = Rect {
            x: shelf.x - inner / 2.0,
            y: top,
            w: inner,
            h: board * 0.86,
        };
        pen.block(space, &p.outline);
        for k in 0..columns {
            let fetched = row == 0 && k == columns / 2 && shelf.place == Place::Served;
            if fetched {
                continue;
            }
            let tall = space.h * (0.72 + 0.24 * ((k * 3 + number + row) % 3) as f64 / 2.0);
            let spine = Rect {
                x: space.x + k as f64 * book + book * 0.09,
                y: space.bottom() - tall,
                w: book * 0.82,
                h: tall,
            };
            pen.block(spine, spines[(k + 2 * number + 3 * row) % 5]);
        }
    }
    if shelf.place == Place::Failed {
        let r = (w * 0.2).clamp(3.5, 9.0);
        let badge = Rect {
            x: case.right() - r,
            y: case.y - r,
            w: 2.0 * r,
            h: 2.0 * r,
        };
        pen.path()
            .circle(case.right(), case.y, r)
            .fill(&p.tomato)
            .stroke(&p.card, 1.2);
        cross(pen, badge, &p.card);
    }
}

fn below(pen: &Pen, shelf: &Shelf, w: f64) {
    let p = pen.palette;
    let size = pen.size(if w >= 40.0 * pen.unit { 13.0 } else { 11.5 });
    let colour = if shelf.late { &p.tomato } else { &p.ink };
    let (name, latency) = (&shelf.name, format!(" {}", shelf.latency));
    let (first, second) = (
        pen.width(name, Face::SansBold, size),
        pen.width(&latency, Face::Sans, size),
    );
    let y = shelf.y + w * 0.4 + size * 1.1;
    let left = shelf.x - (first + second) / 2.0;
    // The lane behind would cross the letters.
    pen.alpha(0.75);
    pen.path().rounded(
        Rect {
            x: left - size * 0.3,
            y: y - size * 0.9,
            w: first + second + size * 0.6,
            h: size * 1.2,
        },
        size * 0.4,
    );
    pen.fill(&p.wall);
    pen.alpha(1.0);
    pen.text_sized(name, left, y, Face::SansBold, size, colour, Align::Left);
    let muted = if shelf.late { &p.tomato } else { &p.muted };
    pen.text_sized(
        &latency,
        left + first,
        y,
        Face::Sans,
        size,
        muted,
        Align::Left,
    );
}

/// Beyond the shelf, along its direction, and never upside down.
fn along(pen: &Pen, shelf: &Shelf, w: f64) {
    let p = pen.palette;
    let size = pen.size(9.5).min(11.0);
    let colour = if shelf.late { &p.tomato } else { &p.muted };
    let off = w * 0.62;
    let (x, y) = (
        shelf.x + libm::cos(shelf.angle) * off,
        shelf.y - libm::sin(shelf.angle) * off,
    );
    let (turn, align) = if shelf.angle <= FRAC_PI_2 {
        (-shelf.angle, Align::Left)
    } else {
        (PI - shelf.angle, Align::Right)
    };
    pen.text_turned(&shelf.name, (x, y), turn, Face::Sans, size, colour, align);
}
