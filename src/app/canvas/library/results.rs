//! The table, and what results lie in on it: slots, one ledger, pigeon-holes.

use super::{book, cross};
use crate::app::canvas::pen::{Align, Face, Pen};
use crate::scene::{Library, Rect, Results, Slot};
use crate::trace::state::Place;

/// The table, and what lies on it.
pub(super) fn table(pen: &Pen, library: &Library) {
    let p = pen.palette;
    let t = library.table;
    let (x, y, rx, ry) = (t.x + t.w / 2.0, t.y + t.h / 2.0, t.w / 2.0, t.h / 2.0);
    let line = (2.0 * pen.unit).max(1.2);
    pen.alpha(0.14);
    pen.path()
        .oval(x, y + t.h * 0.16, rx * 1.03, ry)
        .fill(&p.outline);
    pen.alpha(1.0);
    pen.path().oval(x, y + t.h * 0.07, rx, ry).fill(&p.outline);
    pen.path()
        .oval(x, y, rx, ry)
        .fill(&p.wood)
        .stroke(&p.outline, line);
    match library.results {
        Results::Slots => slots(pen, library),
        Results::Counter { .. } => arrived(pen, library),
        Results::Ledger { .. } => ledger(pen, library),
        Results::PigeonHoles => pigeon_holes(pen, library),
    }
}

/// A slot each, with its number.
fn slots(pen: &Pen, library: &Library) {
    for (i, slot) in library.slots.iter().enumerate() {
        place(pen, slot);
        let r = slot.rect;
        if library.slots.len() <= 40 && r.w >= 11.0 {
            let size = (r.w * 0.5).min(pen.size(11.0)).max(7.0);
            pen.text_sized(
                &i.to_string(),
                r.x + r.w / 2.0,
                r.bottom() + size * 1.05,
                Face::Mono,
                size,
                &pen.palette.outline,
                Align::Centre,
            );
        }
    }
}

fn place(pen: &Pen, slot: &Slot) {
    let p = pen.palette;
    let r = slot.rect;
    let radius = (r.w * 0.12).min(3.0);
    match slot.place {
        Place::Served => book(pen, r),
        Place::Failed => {
            pen.path()
                .rounded(r, radius)
                .fill(&p.tomato_soft)
                .stroke(&p.tomato, (r.w * 0.06).clamp(0.5, 1.4));
            cross(pen, r, &p.tomato);
        }
        Place::Lost => {
            pen.dashed(r.w * 0.14, r.w * 0.14);
            pen.path()
                .rounded(r, radius)
                .stroke(&p.outline, (r.w * 0.05).clamp(0.5, 1.2));
            pen.solid();
        }
        Place::Waiting | Place::InFlight => {
            pen.path()
                .rounded(r, radius)
                .fill(&p.sand)
                .stroke(&p.outline, (r.w * 0.04).clamp(0.4, 1.2));
        }
    }
}

/// Books in the order in which they came.
fn arrived(pen: &Pen, library: &Library) {
    for slot in &library.slots {
        if slot.place == Place::Served {
            book(pen, slot.rect);
        } else {
            pen.alpha(0.35);
            place(
                pen,
                &Slot {
                    place: Place::Lost,
                    ..*slot
                },
            );
            pen.alpha(1.0);
        }
    }
}

/// An open book: a line for each entry, written or not yet.
fn ledger(pen: &Pen, library: &Library) {
    let p = pen.palette;
    let top = library.desk_top;
    let page = Rect {
        x: top.x - top.w * 0.04,
        y: top.y - top.h * 0.1,
        w: top.w * 1.08,
        h: top.h * 1.2,
    };
    let line = (1.6 * pen.unit).max(1.0);
    pen.path()
        .rounded(page, 4.0 * pen.unit)
        .fill(&p.ticket)
        .stroke(&p.outline, line);
    let middle = page.x + page.w / 2.0;
    pen.path()
        .to(middle, page.y)
        .line(middle, page.bottom())
        .stroke(&p.outline, line * 0.7);
    pen.path();
    for slot in &library.slots {
        let r = slot.rect;
        let y = r.y + r.h * 0.82;
        pen.to(r.x, y).line(r.right(), y);
    }
    pen.alpha(0.35);
    pen.stroke(&p.steel, (0.8 * pen.unit).max(0.6));
    pen.alpha(1.0);
    // Written lines, as a hand writes: none as long as the next.
    pen.path();
    for (i, slot) in library.slots.iter().enumerate() {
        if slot.place != Place::Served {
            continue;
        }
        let r = slot.rect;
        let (y, step) = (r.y + r.h * 0.5, (r.h * 0.5).max(1.4));
        let end = r.x + r.w * (0.62 + 0.3 * ((i * 7) % 5) as f64 / 4.0);
        pen.to(r.x + r.w * 0.04, y);
        let mut x = r.x + r.w * 0.04;
        let mut up = true;
        while x < end {
            x += step;
            pen.line(x, y + if up { -r.h * 0.16 } else { r.h * 0.16 });
            up = !up;
        }
    }
    pen.stroke(&p.outline, (1.3 * pen.unit).clamp(0.8, 1.8));
}

/// A cabinet with a hole for each source.
fn pigeon_holes(pen: &Pen, library: &Library) {
    let p = pen.palette;
    let pad = (4.0 * pen.unit).max(2.0);
    let cabinet = library.slots.iter().fold(None, |all: Option<Rect>, slot| {
        let r = slot.rect;
        Some(all.map_or(r, |all| Rect {
            x: all.x.min(r.x),
            y: all.y.min(r.y),
            w: all.right().max(r.right()) - all.x.min(r.x),
            h: all.bottom().max(r.bottom()) - all.y.min(r.y),
        }))
    });
    let Some(holes) = cabinet else { return };
    let frame = Rect {
        x: holes.x - pad,
        y: holes.y - pad,
        w: holes.w + 2.0 * pad,
        h: holes.h + 2.0 * pad,
    };
    pen.path()
        .rounded(frame, pad)
        .fill(&p.outline)
        .stroke(&p.wood, (1.4 * pen.unit).max(1.0));
    for (i, slot) in library.slots.iter().enumerate() {
        let r = slot.rect;
        pen.path().rounded(r, r.w * 0.06).fill(&p.wood);
        let hole = Rect {
            x: r.x + r.w * 0.08,
            y: r.y + r.h * 0.06,
            w: r.w * 0.84,
            h: r.h * 0.66,
        };
        pen.alpha(0.62);
        pen.path().rounded(hole, r.w * 0.06).fill(&p.outline);
        pen.alpha(1.0);
        match slot.place {
            Place::Served => {
                let w = (hole.w * 0.5).min(hole.h * 0.7);
                book(
                    pen,
                    Rect {
                        x: hole.x + (hole.w - w) / 2.0,
                        y: hole.y + hole.h * 0.1,
                        w,
                        h: hole.h * 0.86,
                    },
                );
            }
            Place::Failed => cross(pen, hole, &p.card),
            _ => {}
        }
        let name = library.shelves.get(i).map_or("", |shelf| &*shelf.name);
        let size = pen.size(9.0).min(r.w * 0.4);
        if library.slots.len() <= 16 && size >= 6.5 {
            pen.text_sized(
                name,
                r.x + r.w / 2.0,
                r.bottom() - size * 0.28,
                Face::Sans,
                size,
                &p.outline,
                Align::Centre,
            );
        }
    }
}
