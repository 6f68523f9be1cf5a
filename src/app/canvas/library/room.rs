//! The room: rings of equal latency, the lanes to the shelves, and the shelves.

use super::cross;
use crate::app::canvas::pen::{Align, Face, Pen};
use crate::scene::{LETTERS, Library, Names, Rect, Ring, Shelf};
use crate::trace::state::Place;
use std::f64::consts::{FRAC_PI_2, PI};

fn from_the_widest(library: &Library) -> Vec<&Ring> {
    let mut all: Vec<&Ring> = library.rings.iter().collect();
    all.sort_by(|a, b| b.radius.0.total_cmp(&a.radius.0));
    all
}

/// Half rings, each a little lighter than the one beyond: the table is the horizon.
pub(super) fn rings(pen: &Pen, library: &Library) {
    let p = pen.palette;
    for ring in from_the_widest(library) {
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

/// Each ring's latency, where it meets the horizon at the left, as far as there is room; the bell's at the right.
pub(super) fn ring_labels(pen: &Pen, library: &Library) {
    let p = pen.palette;
    let size = pen.size(11.0);
    let mut free = f64::MIN;
    for ring in from_the_widest(library) {
        let (angle, colour, face) = if ring.bell {
            (0.0, &p.tomato, Face::SansBold)
        } else {
            (PI, &p.muted, Face::Sans)
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
        if !ring.bell {
            if x - w / 2.0 < free {
                continue;
            }
            free = x + w / 2.0;
        }
        pen.text_sized(&text, x, y + size * 1.15, face, size, colour, Align::Centre);
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
    }
    for shelf in &library.shelves {
        match library.names {
            Names::Beside => beside(pen, shelf, w),
            Names::Along => along(pen, shelf, w),
            Names::None => {}
        }
    }
}

/// Shelves in aggregate: a mark each, in the colour of what they answered.
fn dots(pen: &Pen, library: &Library) {
    let p = pen.palette;
    let w = library.shelf;
    let colour = |place: Place| match place {
        Place::Waiting | Place::InFlight | Place::Lost => &p.wood,
        Place::Served => &p.herb,
        Place::Failed => &p.tomato,
    };
    for fate in [&p.wood, &p.herb, &p.tomato] {
        pen.path();
        for shelf in library
            .shelves
            .iter()
            .filter(|shelf| colour(shelf.place) == fate)
        {
            pen.rect(Rect {
                x: shelf.x - w / 2.0,
                y: shelf.y - w / 2.0,
                w,
                h: w,
            });
        }
        pen.fill(fate);
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

/// Beyond the shelf as the table sees it: left of those at the left, right of those at the right, else above.
fn beside(pen: &Pen, shelf: &Shelf, w: f64) {
    let p = pen.palette;
    let size = pen.size(if w >= 50.0 * pen.unit { 13.0 } else { 11.5 });
    let (name, latency) = if shelf.late {
        (&p.tomato, &p.tomato)
    } else {
        (&p.ink, &p.muted)
    };
    let turned = libm::cos(shelf.angle);
    let (x, y, align) = if turned < -0.4 {
        (shelf.x - w * 0.5 - size * 0.4, shelf.y, Align::Right)
    } else if turned > 0.4 {
        (shelf.x + w * 0.5 + size * 0.4, shelf.y, Align::Left)
    } else {
        (shelf.x, shelf.y - w * 0.4 - size * 1.15, Align::Centre)
    };
    // A ring behind would cross the letters.
    let wide = pen.width(&shelf.name, Face::SansBold, size).max(pen.width(
        &shelf.latency,
        Face::Sans,
        size,
    ));
    let left = match align {
        Align::Left => x,
        Align::Centre => x - wide / 2.0,
        Align::Right => x - wide,
    };
    pen.alpha(0.8);
    pen.path()
        .rounded(
            Rect {
                x: left - size * 0.2,
                y: y - size * 0.95,
                w: wide + size * 0.4,
                h: size * 2.2,
            },
            size * 0.4,
        )
        .fill(&p.wall);
    pen.alpha(1.0);
    pen.text_sized(
        &shelf.name,
        x,
        y - size * 0.1,
        Face::SansBold,
        size,
        name,
        align,
    );
    pen.text_sized(
        &shelf.latency,
        x,
        y + size * 0.95,
        Face::Sans,
        size,
        latency,
        align,
    );
}

/// Beyond the shelf, along its direction, and never upside down.
fn along(pen: &Pen, shelf: &Shelf, w: f64) {
    let p = pen.palette;
    let size = pen.size(LETTERS);
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
