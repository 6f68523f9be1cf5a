//! The library: rings, shelves, the table with its slots, students, and the panel beside.

use super::chef::colour;
use super::ending;
use super::pen::{Align, Face, Pen};
use super::side;
use crate::scene::{Clock, Desk, Errand, Library, Rect, Results, Ring, Scene, Student};
use crate::trace::state::Place;

pub(super) fn paint(pen: &Pen, library: &Library, scene: &Scene) {
    let p = pen.palette;
    pen.block(
        Rect {
            x: 0.0,
            y: 0.0,
            w: scene.width,
            h: scene.height,
        },
        &p.wall,
    );
    for ring in &library.rings {
        paint_ring(pen, ring);
    }
    paths(pen, library);
    shelves(pen, library);
    table(pen, library);
    students(pen, library);
    results(pen, library);
    ending::paint(pen, scene, library.desk.rect, None);
    desk(pen, &library.desk);
}

/// Half a ring: the table is the horizon.
fn paint_ring(pen: &Pen, ring: &Ring) {
    let p = pen.palette;
    let ((x, y), (rx, ry)) = (ring.centre, ring.radius);
    let steps = 48;
    pen.path();
    for i in 0..=steps {
        let angle = std::f64::consts::PI * f64::from(i) / f64::from(steps);
        let (px, py) = (x - libm::cos(angle) * rx, y - libm::sin(angle) * ry);
        if i == 0 {
            pen.to(px, py);
        } else {
            pen.line(px, py);
        }
    }
    let (at, top) = (libm::cos(1.02), libm::sin(1.02));
    if ring.bell {
        pen.dashed(6.0 * pen.unit, 5.0 * pen.unit);
        pen.stroke(&p.tomato, (2.0 * pen.unit).max(1.2));
        pen.solid();
        pen.text(
            &ring.label,
            x + at * rx + 6.0,
            y - top * ry - 4.0,
            Face::SansBold,
            11.5,
            &p.tomato,
            Align::Left,
        );
    } else {
        pen.stroke(&p.line, (1.5 * pen.unit).max(1.0));
        pen.text(
            &ring.label,
            x - at * rx - 6.0,
            y - top * ry - 4.0,
            Face::Sans,
            11.0,
            &p.muted,
            Align::Right,
        );
    }
}

/// The way of each who walks.
fn paths(pen: &Pen, library: &Library) {
    const FEW: usize = 150;
    if library.shelves.len() > FEW {
        return;
    }
    let centre = library.rings.first().map_or(
        (library.table.x + library.table.w / 2.0, library.table.y),
        |ring| ring.centre,
    );
    pen.dashed(1.5 * pen.unit, 5.0 * pen.unit);
    pen.path();
    for shelf in &library.shelves {
        let from = (
            centre.0 + (shelf.x - centre.0) * 0.3,
            centre.1 + (shelf.y - centre.1) * 0.22,
        );
        pen.to(from.0, from.1).line(shelf.x, shelf.y);
    }
    pen.alpha(0.55);
    pen.stroke(&pen.palette.muted, (1.2 * pen.unit).max(0.8));
    pen.alpha(1.0);
    pen.solid();
}

fn shelves(pen: &Pen, library: &Library) {
    let p = pen.palette;
    let w = library.shelf;
    let h = w * 0.8;
    if w < 9.0 {
        pen.path();
        for shelf in &library.shelves {
            pen.rect(Rect {
                x: shelf.x - w / 2.0,
                y: shelf.y - w / 2.0,
                w,
                h: w,
            });
        }
        pen.fill(&p.wood);
        return;
    }
    let spines: [&str; 5] = [&p.tomato, &p.steel, &p.herb, &p.saffron, &p.paper];
    for (i, shelf) in library.shelves.iter().enumerate() {
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
        let inner = w * 0.84;
        let book = inner / 7.0;
        for row in 0..2usize {
            let top = case.y + h * (0.1 + 0.46 * row as f64);
            pen.block(
                Rect {
                    x: shelf.x - inner / 2.0,
                    y: top,
                    w: inner,
                    h: h * 0.36,
                },
                &p.outline,
            );
            for k in 0..7usize {
                let tall = h * (0.27 + 0.08 * ((k * 3 + i + row) % 3) as f64 / 2.0);
                let spine = Rect {
                    x: shelf.x - inner / 2.0 + k as f64 * book + book * 0.08,
                    y: top + h * 0.36 - tall,
                    w: book * 0.84,
                    h: tall,
                };
                pen.block(spine, spines[(k + 2 * i + 3 * row) % 5]);
            }
        }
        if !shelf.label.is_empty() {
            let size = pen.size(11.0);
            let (colour, face) = if shelf.late {
                (&p.tomato, Face::SansBold)
            } else {
                (&p.ink, Face::Sans)
            };
            pen.text_sized(
                &shelf.label,
                shelf.x,
                case.bottom() + size * 1.15,
                face,
                size,
                colour,
                Align::Centre,
            );
        }
    }
}

fn table(pen: &Pen, library: &Library) {
    let p = pen.palette;
    let t = library.table;
    let (x, y, rx, ry) = (t.x + t.w / 2.0, t.y + t.h / 2.0, t.w / 2.0, t.h / 2.0);
    let line = (2.0 * pen.unit).max(1.2);
    pen.path().oval(x, y + t.h * 0.07, rx, ry).fill(&p.outline);
    pen.path()
        .oval(x, y, rx, ry)
        .fill(&p.wood)
        .stroke(&p.outline, line);
    for (i, slot) in library.slots.iter().enumerate() {
        let r = slot.rect;
        let radius = (r.w * 0.12).min(3.0);
        match slot.place {
            Place::Served => {
                pen.path()
                    .rounded(r, radius)
                    .fill(&p.tomato)
                    .stroke(&p.outline, (r.w * 0.05).clamp(0.5, 1.4));
                if r.w > 7.0 {
                    let (left, right, y) =
                        (r.x + r.w * 0.25, r.right() - r.w * 0.25, r.y + r.h * 0.3);
                    pen.path()
                        .to(left, y)
                        .line(right, y)
                        .stroke(&p.paper, r.w * 0.09);
                }
            }
            Place::Failed => {
                pen.path()
                    .rounded(r, radius)
                    .fill(&p.tomato_soft)
                    .stroke(&p.tomato, (r.w * 0.06).clamp(0.5, 1.4));
                let k = r.w * 0.22;
                let (cx, cy) = (r.x + r.w / 2.0, r.y + r.h / 2.0);
                pen.path()
                    .to(cx - k, cy - k)
                    .line(cx + k, cy + k)
                    .to(cx + k, cy - k)
                    .line(cx - k, cy + k);
                pen.stroke(&p.tomato, (r.w * 0.1).clamp(0.7, 2.0));
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
        if library.named && r.w >= 11.0 {
            let size = (r.w * 0.5).min(pen.size(11.0)).max(7.0);
            pen.text_sized(
                &i.to_string(),
                r.x + r.w / 2.0,
                r.bottom() + size * 1.05,
                Face::Mono,
                size,
                &p.outline,
                Align::Centre,
            );
        }
    }
}

fn students(pen: &Pen, library: &Library) {
    let h = library.student;
    if h < 9.0 {
        for tone in crate::scene::Tone::ALL {
            pen.path();
            for student in library
                .students
                .iter()
                .filter(|student| student.tone == tone)
            {
                pen.circle(student.x, student.y - h * 0.5, h * 0.4);
            }
            pen.fill(colour(pen, tone));
        }
        return;
    }
    for student in &library.students {
        figure(pen, student, h);
    }
}

/// A student, with a book on the way back.
fn figure(pen: &Pen, student: &Student, h: f64) {
    let p = pen.palette;
    let (x, y) = (student.x, student.y);
    let line = (h * 0.045).clamp(0.7, 1.6);
    pen.alpha(0.15);
    pen.path().oval(x, y, h * 0.32, h * 0.06).fill(&p.outline);
    pen.alpha(1.0);
    let coat = match student.errand {
        Errand::Back => &p.steel,
        Errand::Out => &p.saffron,
        _ => colour(pen, student.tone),
    };
    pen.path().to(x - h * 0.3, y).curve(
        (x - h * 0.3, y - h * 0.4),
        (x - h * 0.2, y - h * 0.5),
        (x, y - h * 0.5),
    );
    pen.curve(
        (x + h * 0.2, y - h * 0.5),
        (x + h * 0.3, y - h * 0.4),
        (x + h * 0.3, y),
    )
    .close();
    pen.fill(coat).stroke(&p.outline, line);
    let head = y - h * 0.68;
    pen.path()
        .circle(x, head, h * 0.2)
        .fill(&p.skin)
        .stroke(&p.outline, line);
    pen.path().to(x - h * 0.21, head + h * 0.02).curve(
        (x - h * 0.24, head - h * 0.3),
        (x + h * 0.24, head - h * 0.3),
        (x + h * 0.21, head + h * 0.02),
    );
    pen.curve(
        (x + h * 0.1, head - h * 0.08),
        (x - h * 0.1, head - h * 0.08),
        (x - h * 0.21, head + h * 0.02),
    )
    .close()
    .fill(&p.outline);
    match student.errand {
        Errand::Back => {
            let book = Rect {
                x: x + h * 0.12,
                y: y - h * 0.42,
                w: h * 0.28,
                h: h * 0.34,
            };
            pen.path()
                .rounded(book, h * 0.03)
                .fill(&p.tomato)
                .stroke(&p.outline, line);
            pen.path()
                .to(book.x + h * 0.06, book.y + h * 0.1)
                .line(book.right() - h * 0.06, book.y + h * 0.1)
                .stroke(&p.paper, line);
        }
        Errand::Pen => quill(pen, x + h * 0.28, y - h * 0.15, h * 0.5),
        _ => {}
    }
}

fn quill(pen: &Pen, x: f64, y: f64, h: f64) {
    let p = pen.palette;
    pen.path()
        .to(x, y)
        .bend((x + h * 0.1, y - h * 0.5), (x + h * 0.5, y - h))
        .bend((x + h * 0.45, y - h * 0.45), (x, y))
        .close();
    pen.fill(&p.paper)
        .stroke(&p.outline, (h * 0.06).clamp(0.6, 1.4));
}

/// Where results meet, drawn before the table's right half.
fn results(pen: &Pen, library: &Library) {
    let p = pen.palette;
    let t = library.table;
    let size = pen.size(11.0);
    let w = (60.0 * pen.unit).max(34.0);
    let page = Rect {
        x: t.x - w * 1.25,
        y: t.bottom() - w * 0.8,
        w,
        h: w * 0.68,
    };
    let line = (1.6 * pen.unit).max(1.0);
    let label = |text: &str, colour: &str| {
        pen.text_sized(
            text,
            page.x + w / 2.0,
            page.y - size * 0.45,
            Face::SansBold,
            size,
            colour,
            Align::Centre,
        );
    };
    match &library.results {
        Results::Slots => {}
        Results::Ledger { pen: holder, queue } => {
            pen.path()
                .rounded(page, 3.0)
                .fill(&p.card)
                .stroke(&p.outline, line);
            let middle = page.x + w / 2.0;
            pen.path().to(middle, page.y).line(middle, page.bottom());
            for i in 1..5 {
                let y = page.y + page.h * 0.18 * f64::from(i);
                pen.to(page.x + w * 0.08, y)
                    .line(middle - w * 0.06, y)
                    .to(middle + w * 0.06, y)
                    .line(page.right() - w * 0.08, y);
            }
            pen.stroke(&p.muted, 0.8);
            quill(pen, middle, page.y + page.h * 0.5, w * 0.5);
            let text = match holder {
                Some(g) => format!("g{g} writes, {queue} wait"),
                None if *queue > 0 => format!("{queue} wait"),
                None => "the ledger".into(),
            };
            label(&text, &p.ink);
        }
        Results::Tally { value } => {
            pen.path()
                .rounded(page, w * 0.2)
                .fill(&p.board)
                .stroke(&p.outline, line);
            pen.text_within(
                value,
                page.x + w / 2.0,
                page.y + page.h * 0.66,
                Face::MonoBold,
                22.0,
                &p.board_ink,
                Align::Centre,
                w * 0.9,
            );
            label("tally (atomic)", &p.ink);
        }
        Results::Torn => {
            let (x, y, middle) = (page.x, page.y, page.x + w / 2.0);
            let tear = |side: f64| {
                let edge = middle + side * w * 0.06;
                pen.path()
                    .to(if side < 0.0 { x } else { page.right() }, y)
                    .line(edge, y);
                for i in 1..=6 {
                    let zig = if i % 2 == 0 { w * 0.05 } else { -w * 0.05 };
                    pen.line(edge + zig, y + page.h * f64::from(i) / 6.0);
                }
                pen.line(if side < 0.0 { x } else { page.right() }, page.bottom())
                    .close()
                    .fill(&p.card)
                    .stroke(&p.tomato, line);
            };
            tear(-1.0);
            tear(1.0);
            quill(pen, x + w * 0.2, y + page.h * 0.5, w * 0.45);
            quill(pen, x + w * 0.7, y + page.h * 0.5, w * 0.45);
            label("two pens: a data race", &p.tomato);
        }
    }
}

fn desk(pen: &Pen, desk: &Desk) {
    let p = pen.palette;
    let r = desk.rect;
    let u = pen.unit;
    pen.path()
        .rounded(r, 10.0 * u)
        .fill(&p.card)
        .stroke(&p.line, 1.2);
    let (left, width) = (desk.board.rect.x, desk.board.rect.w);
    let mut y = r.y + 8.0 * u;
    if let Some(title) = desk.title {
        y += pen.size(19.0) * 1.1;
        pen.text_within(
            title,
            left,
            y,
            Face::Serif,
            19.0,
            &p.ink,
            Align::Left,
            width,
        );
    }
    let large = pen.size(34.0).min(r.h * 0.13);
    y += large * 1.08;
    pen.text_sized(
        &desk.back,
        left,
        y,
        Face::MonoBold,
        large,
        &p.herb,
        Align::Left,
    );
    let after = left + pen.width(&desk.back, Face::MonoBold, large) + large * 0.22;
    pen.text_sized(
        &desk.of,
        after,
        y,
        Face::Mono,
        large * 0.5,
        &p.muted,
        Align::Left,
    );

    let room = (desk.board.rect.y - y - 4.0).max(0.0);
    let rows = if desk.bell.is_some() { 8.6 } else { 7.3 };
    let text = pen.size(13.0).min(room / (rows * 1.25));
    y += text * 1.7;
    y = clock(pen, "alone", &desk.alone, &p.tomato, left, y, width, text);
    y = clock(
        pen,
        "together",
        &desk.together,
        &p.herb,
        left,
        y + text * 0.5,
        width,
        text,
    );
    y += text * 0.6;
    pen.text_sized(
        "Bounded by",
        left,
        y,
        Face::SansBold,
        text,
        &p.ink,
        Align::Left,
    );
    y += text * 1.25;
    let size = text.min(width / (0.5 * desk.bound.chars().count().max(1) as f64));
    pen.text_sized(&desk.bound, left, y, Face::Sans, size, &p.ink, Align::Left);
    if let Some((said, rung)) = &desk.bell {
        y += text * 1.8;
        bell(pen, left + text * 0.6, y - text * 0.35, text * 1.3, *rung);
        let colour = if *rung { &p.tomato } else { &p.ink };
        pen.text_sized(
            said,
            left + text * 1.7,
            y,
            Face::SansBold,
            text * 0.95,
            colour,
            Align::Left,
        );
    }
    side::board(pen, &desk.board);
    let size = pen.size(11.0).min(r.w / 11.0);
    pen.text_sized(
        &desk.main.caption,
        left,
        r.bottom() - size * 0.8,
        Face::Mono,
        size,
        &p.muted,
        Align::Left,
    );
}

#[allow(clippy::too_many_arguments, reason = "a labelled bar has these")]
fn clock(
    pen: &Pen,
    label: &str,
    clock: &Clock,
    colour: &str,
    x: f64,
    y: f64,
    width: f64,
    text: f64,
) -> f64 {
    let p = pen.palette;
    pen.text_sized(label, x, y, Face::Sans, text, &p.muted, Align::Left);
    let bar = Rect {
        x,
        y: y + text * 0.4,
        w: width * clock.length,
        h: text * 0.5,
    };
    pen.path()
        .rounded(Rect { w: width, ..bar }, bar.h / 2.0)
        .fill(&p.sand);
    pen.alpha(0.3);
    pen.path().rounded(bar, bar.h / 2.0).fill(colour);
    pen.alpha(1.0);
    pen.path()
        .rounded(
            Rect {
                w: bar.w * clock.passed,
                ..bar
            },
            bar.h / 2.0,
        )
        .fill(colour);
    pen.text_sized(
        &clock.said,
        x,
        bar.bottom() + text * 1.15,
        Face::Mono,
        text * 0.95,
        &p.ink,
        Align::Left,
    );
    bar.bottom() + text * 2.0
}

fn bell(pen: &Pen, x: f64, y: f64, h: f64, rung: bool) {
    let p = pen.palette;
    let lean = if rung { h * 0.16 } else { 0.0 };
    pen.path().to(x - h * 0.45, y + h * 0.3 + lean * 0.5).bend(
        (x - h * 0.28, y + h * 0.1),
        (x - h * 0.26 + lean, y - h * 0.15),
    );
    pen.curve(
        (x - h * 0.22 + lean, y - h * 0.55),
        (x + h * 0.22 + lean, y - h * 0.55),
        (x + h * 0.26 + lean, y - h * 0.15),
    );
    pen.bend(
        (x + h * 0.28, y + h * 0.1),
        (x + h * 0.45, y + h * 0.3 - lean * 0.5),
    )
    .close();
    pen.fill(&p.saffron)
        .stroke(&p.outline, (h * 0.07).clamp(0.7, 1.6));
    pen.path()
        .circle(x - lean * 0.7, y + h * 0.4, h * 0.1)
        .fill(&p.outline);
}
