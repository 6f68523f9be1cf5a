//! The students. What a coat's colour says, hands say too: a book, a quill, a sheet, or nothing.

use super::{book, quill};
use crate::app::canvas::pen::Pen;
use crate::scene::{Errand, Library, Rect, Student};

/// Those who stand or walk behind the table, and those before it; each from the back to the front.
pub(super) fn ranks(library: &Library) -> (Vec<&Student>, Vec<&Student>) {
    let mut all: Vec<&Student> = library.students.iter().collect();
    all.sort_by(|a, b| a.y.total_cmp(&b.y));
    all.into_iter().partition(|student| {
        !matches!(
            student.errand,
            Errand::Queue | Errand::Counter | Errand::Connection
        )
    })
}

pub(super) fn paint(pen: &Pen, students: &[&Student], h: f64) {
    const LEAST: f64 = 9.0;
    if h < LEAST {
        dots(pen, students, h);
        return;
    }
    for student in students {
        figure(pen, student, h);
    }
}

const ERRANDS: [Errand; 9] = [
    Errand::Out,
    Errand::Back,
    Errand::Empty,
    Errand::Connection,
    Errand::Queue,
    Errand::Pen,
    Errand::Copy,
    Errand::Counter,
    Errand::Table,
];

/// A dot each; those who carry a book have a square one.
fn dots(pen: &Pen, students: &[&Student], h: f64) {
    let r = h * 0.4;
    for errand in ERRANDS {
        pen.path();
        for student in students.iter().filter(|student| student.errand == errand) {
            let (x, y) = (student.x, student.y - h * 0.5);
            if carries(errand) {
                pen.rect(Rect {
                    x: x - r,
                    y: y - r,
                    w: 2.0 * r,
                    h: 2.0 * r,
                });
            } else {
                pen.circle(x, y, r);
            }
        }
        pen.fill(coat(pen, errand));
    }
}

fn carries(errand: Errand) -> bool {
    matches!(errand, Errand::Back | Errand::Queue | Errand::Counter)
}

fn coat<'a>(pen: &'a Pen, errand: Errand) -> &'a str {
    let p = pen.palette;
    match errand {
        Errand::Out | Errand::Connection | Errand::Queue | Errand::Counter => &p.saffron,
        Errand::Back | Errand::Pen | Errand::Copy => &p.steel,
        Errand::Empty => &p.rail,
        Errand::Table => &p.whites,
    }
}

fn figure(pen: &Pen, student: &Student, h: f64) {
    let p = pen.palette;
    let (x, y) = (student.x, student.y);
    let line = (h * 0.045).clamp(0.7, 1.8);
    pen.alpha(0.16);
    pen.path().oval(x, y, h * 0.34, h * 0.07).fill(&p.outline);
    pen.alpha(1.0);
    // Shoulders and coat.
    pen.path().to(x - h * 0.3, y).curve(
        (x - h * 0.31, y - h * 0.36),
        (x - h * 0.22, y - h * 0.52),
        (x, y - h * 0.52),
    );
    pen.curve(
        (x + h * 0.22, y - h * 0.52),
        (x + h * 0.31, y - h * 0.36),
        (x + h * 0.3, y),
    )
    .close();
    pen.fill(coat(pen, student.errand)).stroke(&p.outline, line);
    if h >= 24.0 {
        // The collar.
        pen.path()
            .to(x - h * 0.11, y - h * 0.5)
            .line(x, y - h * 0.36)
            .line(x + h * 0.11, y - h * 0.5)
            .close();
        pen.fill(&p.paper).stroke(&p.outline, line * 0.7);
    }
    head(pen, x, y - h * 0.68, h, line);
    hands(pen, student, h, line);
}

fn head(pen: &Pen, x: f64, y: f64, h: f64, line: f64) {
    let p = pen.palette;
    pen.path()
        .circle(x, y, h * 0.2)
        .fill(&p.skin)
        .stroke(&p.outline, line);
    // Hair.
    pen.path().to(x - h * 0.215, y + h * 0.03).curve(
        (x - h * 0.27, y - h * 0.31),
        (x + h * 0.27, y - h * 0.31),
        (x + h * 0.215, y + h * 0.03),
    );
    pen.curve(
        (x + h * 0.13, y - h * 0.09),
        (x - h * 0.02, y - h * 0.06),
        (x - h * 0.215, y + h * 0.03),
    )
    .close()
    .fill(&p.outline);
    if h >= 30.0 {
        let eye = (h * 0.022).max(0.9);
        pen.path()
            .circle(x - h * 0.065, y + h * 0.035, eye)
            .circle(x + h * 0.075, y + h * 0.035, eye)
            .fill(&p.outline);
        pen.path()
            .to(x - h * 0.06, y + h * 0.11)
            .bend((x + h * 0.005, y + h * 0.155), (x + h * 0.07, y + h * 0.11))
            .stroke(&p.outline, line * 0.8);
    }
}

fn hands(pen: &Pen, student: &Student, h: f64, line: f64) {
    let p = pen.palette;
    let (x, y) = (student.x, student.y);
    let hand = |dx: f64, dy: f64| {
        pen.path()
            .circle(x + h * dx, y + h * dy, h * 0.07)
            .fill(&p.skin)
            .stroke(&p.outline, line * 0.8);
    };
    match student.errand {
        errand if carries(errand) => {
            book(
                pen,
                Rect {
                    x: x + h * 0.08,
                    y: y - h * 0.42,
                    w: h * 0.28,
                    h: h * 0.34,
                },
            );
            hand(0.1, -0.18);
        }
        Errand::Empty => {
            hand(-0.34, -0.3);
            hand(0.34, -0.3);
        }
        Errand::Pen => {
            quill(pen, x + h * 0.26, y - h * 0.1, h * 0.55);
            hand(0.27, -0.16);
        }
        Errand::Copy => {
            let sheet = Rect {
                x: x - h * 0.16,
                y: y - h * 0.3,
                w: h * 0.36,
                h: h * 0.26,
            };
            pen.path()
                .rounded(sheet, h * 0.03)
                .fill(&p.card)
                .stroke(&p.outline, line * 0.8);
            pen.path();
            for i in 1..4 {
                let y = sheet.y + sheet.h * 0.25 * f64::from(i);
                pen.to(sheet.x + sheet.w * 0.15, y)
                    .line(sheet.right() - sheet.w * 0.15, y);
            }
            pen.stroke(&p.muted, line * 0.6);
        }
        _ => {}
    }
}
