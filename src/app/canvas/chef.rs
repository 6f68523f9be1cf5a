//! A chef, large with a face or small as a figure. Coordinates are shares of its height, from the middle of its feet.

use super::pen::{Align, Face, Pen};
use crate::scene::{Chef, Tone};

/// How somebody looks.
#[derive(Clone, Copy)]
pub(super) struct Dress<'a> {
    pub(super) jacket: &'a str,
    pub(super) seam: &'a str,
    pub(super) scarf: &'a str,
    pub(super) mood: Mood,
}

/// What a face says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    Content,
    Waiting,
    Asleep,
    Alarmed,
}

/// The colour of a tone.
pub(super) fn colour<'a>(pen: &Pen<'a>, tone: Tone) -> &'a str {
    match tone {
        Tone::Io => &pen.palette.steel,
        Tone::Cpu => &pen.palette.tomato,
        Tone::Waiting => &pen.palette.saffron,
        Tone::Ready => &pen.palette.herb,
        Tone::Asleep => &pen.palette.muted,
    }
}

/// A chef with a face, `h` tall.
pub(super) fn figure(pen: &Pen, x: f64, y: f64, h: f64, dress: Dress) {
    let p = pen.palette;
    let at = |dx: f64, dy: f64| (x + dx * h, y - dy * h);
    let line = (0.021 * h).clamp(0.8, 2.6);

    pen.alpha(0.13);
    pen.path().oval(x, y, 0.33 * h, 0.035 * h).fill(&p.outline);
    pen.alpha(1.0);

    // The jacket: sloping shoulders, straight down to the hem.
    let jacket = || {
        let (left, right) = (at(-0.3, 0.0), at(0.3, 0.0));
        pen.path()
            .to(left.0, left.1)
            .curve(at(-0.3, 0.2), at(-0.27, 0.33), at(-0.1, 0.385))
            .line(at(0.1, 0.385).0, at(0.1, 0.385).1)
            .curve(at(0.27, 0.33), at(0.3, 0.2), right)
            .close()
    };
    jacket().fill(dress.jacket).stroke(&p.outline, line);
    // Sleeves, the double row of buttons, and the overlap between them.
    let ((l1x, l1y), (r1x, r1y)) = (at(-0.185, 0.0), at(0.185, 0.0));
    pen.path()
        .to(l1x, l1y)
        .bend(at(-0.2, 0.1), at(-0.19, 0.17))
        .to(r1x, r1y)
        .bend(at(0.2, 0.1), at(0.19, 0.17))
        .stroke(dress.seam, line * 0.6);
    let (ox, oy) = at(-0.02, 0.0);
    pen.path()
        .to(ox, oy)
        .bend(at(-0.03, 0.12), at(0.035, 0.27))
        .stroke(dress.seam, line * 0.6);
    pen.path();
    for row in [0.06, 0.135, 0.21] {
        for side in [-0.07, 0.06] {
            let (bx, by) = at(side, row);
            pen.circle(bx, by, 0.0135 * h);
        }
    }
    pen.fill(dress.seam);

    // Neck and head.
    let (nx, ny) = at(0.0, 0.4);
    pen.path().oval(nx, ny, 0.062 * h, 0.06 * h).fill(&p.skin);
    let (fx, fy) = at(0.0, 0.545);
    for ear in [-1.0, 1.0] {
        pen.path()
            .circle(fx + ear * 0.142 * h, fy + 0.005 * h, 0.026 * h)
            .fill(&p.skin)
            .stroke(&p.outline, line * 0.8);
    }
    pen.path()
        .to(fx - 0.14 * h, fy - 0.1 * h)
        .curve(
            (fx - 0.155 * h, fy + 0.16 * h),
            (fx + 0.155 * h, fy + 0.16 * h),
            (fx + 0.14 * h, fy - 0.1 * h),
        )
        .close()
        .fill(&p.skin)
        .stroke(&p.outline, line);

    // The scarf: two folds and a knot.
    let knot = at(0.0, 0.365);
    let (a, b) = (at(-0.105, 0.405), at(0.105, 0.405));
    pen.path()
        .to(a.0, a.1)
        .bend(at(0.0, 0.36), b)
        .line(at(0.088, 0.355).0, at(0.088, 0.355).1)
        .bend(at(0.0, 0.32), at(-0.088, 0.355))
        .close();
    pen.fill(dress.scarf).stroke(&p.outline, line * 0.7);
    let (la, lb, ra, rb) = (
        at(-0.062, 0.255),
        at(-0.005, 0.275),
        at(0.062, 0.255),
        at(0.005, 0.275),
    );
    pen.path()
        .to(knot.0, knot.1 + 0.02 * h)
        .line(la.0, la.1)
        .line(lb.0, lb.1)
        .close()
        .to(knot.0, knot.1 + 0.02 * h)
        .line(ra.0, ra.1)
        .line(rb.0, rb.1)
        .close();
    pen.fill(dress.scarf).stroke(&p.outline, line * 0.6);
    pen.path()
        .circle(knot.0, knot.1 + 0.02 * h, 0.022 * h)
        .fill(dress.scarf)
        .stroke(&p.outline, line * 0.6);

    face(pen, fx, fy, h, line, dress.mood);
    hat(pen, x, y, h, line);
}

fn face(pen: &Pen, x: f64, y: f64, h: f64, line: f64, mood: Mood) {
    let p = pen.palette;
    pen.alpha(0.35);
    pen.path()
        .oval(x - 0.085 * h, y + 0.035 * h, 0.026 * h, 0.018 * h)
        .oval(x + 0.085 * h, y + 0.035 * h, 0.026 * h, 0.018 * h)
        .fill(&p.tomato);
    pen.alpha(1.0);
    let (eye, brow) = (y - 0.02 * h, y - 0.062 * h);
    match mood {
        Mood::Asleep => {
            for side in [-0.058, 0.058] {
                let ex = x + side * h;
                pen.path()
                    .to(ex - 0.022 * h, eye)
                    .bend((ex, eye + 0.02 * h), (ex + 0.022 * h, eye))
                    .stroke(&p.outline, line * 0.8);
            }
        }
        _ => {
            let look = if mood == Mood::Waiting {
                -0.008 * h
            } else {
                0.0
            };
            let r = if mood == Mood::Alarmed { 0.02 } else { 0.0165 };
            pen.path()
                .circle(x - 0.058 * h, eye + look, r * h)
                .circle(x + 0.058 * h, eye + look, r * h)
                .fill(&p.outline);
            let tilt = match mood {
                Mood::Waiting => 0.012 * h,
                Mood::Alarmed => -0.016 * h,
                _ => 0.0,
            };
            for side in [-1.0, 1.0] {
                let bx = x + side * 0.058 * h;
                pen.path()
                    .to(bx - side * 0.024 * h, brow - tilt)
                    .line(bx + side * 0.024 * h, brow + tilt)
                    .stroke(&p.outline, line * 0.7);
            }
        }
    }
    let mouth = y + 0.055 * h;
    match mood {
        Mood::Content => {
            pen.path()
                .to(x - 0.042 * h, mouth - 0.006 * h)
                .bend((x, mouth + 0.036 * h), (x + 0.042 * h, mouth - 0.006 * h));
            pen.stroke(&p.outline, line * 0.85);
        }
        Mood::Waiting => {
            pen.path()
                .to(x - 0.032 * h, mouth + 0.006 * h)
                .line(x + 0.028 * h, mouth)
                .stroke(&p.outline, line * 0.85);
        }
        Mood::Asleep => {
            pen.path()
                .circle(x, mouth + 0.004 * h, 0.011 * h)
                .stroke(&p.outline, line * 0.7);
        }
        Mood::Alarmed => {
            pen.path()
                .oval(x, mouth + 0.008 * h, 0.02 * h, 0.026 * h)
                .fill(&p.outline);
        }
    }
    // The nose.
    pen.path()
        .to(x - 0.006 * h, y - 0.004 * h)
        .bend(
            (x + 0.018 * h, y + 0.022 * h),
            (x - 0.006 * h, y + 0.024 * h),
        )
        .stroke(&p.outline, line * 0.55);
}

/// The toque: a cloud above a band.
fn hat(pen: &Pen, x: f64, y: f64, h: f64, line: f64) {
    let p = pen.palette;
    let at = |dx: f64, dy: f64| (x + dx * h, y - dy * h);
    let start = at(-0.15, 0.66);
    pen.path()
        .to(start.0, start.1)
        .curve(at(-0.165, 0.72), at(-0.16, 0.75), at(-0.165, 0.765))
        .curve(at(-0.29, 0.77), at(-0.28, 0.94), at(-0.155, 0.925))
        .curve(at(-0.13, 1.015), at(0.0, 1.02), at(0.015, 0.965))
        .curve(at(0.05, 1.025), at(0.165, 1.0), at(0.16, 0.92))
        .curve(at(0.275, 0.93), at(0.285, 0.77), at(0.165, 0.765))
        .curve(at(0.16, 0.75), at(0.165, 0.72), at(0.15, 0.66));
    pen.bend(at(0.0, 0.69), start)
        .close()
        .fill(&p.whites)
        .stroke(&p.outline, line);
    // Pleats, and the band's upper edge.
    let pleats = [
        (-0.07, 0.8, -0.085, 0.735),
        (0.0, 0.82, 0.0, 0.73),
        (0.07, 0.8, 0.085, 0.735),
    ];
    pen.alpha(0.35);
    pen.path();
    for (ax, ay, bx, by) in pleats {
        let (a, b) = (at(ax, ay), at(bx, by));
        pen.to(a.0, a.1).line(b.0, b.1);
    }
    pen.stroke(&p.outline, line * 0.7);
    pen.alpha(1.0);
    let (left, right) = (at(-0.158, 0.715), at(0.158, 0.715));
    pen.path()
        .to(left.0, left.1)
        .bend(at(0.0, 0.742), right)
        .stroke(&p.outline, line * 0.7);
}

/// How far a chef is, as a ring with its figure, or as three dots where there is no telling.
pub(super) fn ring(pen: &Pen, chef: &Chef, size: f64) {
    let p = pen.palette;
    let r = 0.135 * size;
    let (x, y) = (chef.x + 0.29 * size, chef.y - 0.13 * size);
    let tone = colour(pen, chef.tone);
    pen.path()
        .circle(x, y, r)
        .fill(&p.card)
        .stroke(&p.line, 0.028 * size);
    match chef.progress {
        Some(share) => {
            pen.path()
                .arc(x, y, r, f64::from(share))
                .stroke(tone, 0.036 * size);
            if size >= 60.0 {
                let text = format!("{}%", (share * 100.0) as u32);
                let small = (0.085 * size).max(7.5);
                pen.text_sized(
                    &text,
                    x,
                    y + small * 0.36,
                    Face::Mono,
                    small,
                    &p.ink,
                    Align::Centre,
                );
            }
        }
        None => {
            pen.path();
            for i in [-1.0, 0.0, 1.0] {
                pen.circle(x + i * r * 0.48, y, r * 0.15);
            }
            pen.fill(tone);
        }
    }
}

/// A few strokes: hat, head and jacket, as paths of one colour for many chefs.
pub(super) fn small_jackets(pen: &Pen, chefs: &[&Chef], h: f64) {
    pen.path();
    for chef in chefs {
        let (x, y) = (chef.x, chef.y);
        pen.to(x - 0.28 * h, y).curve(
            (x - 0.28 * h, y - 0.3 * h),
            (x - 0.16 * h, y - 0.42 * h),
            (x, y - 0.42 * h),
        );
        pen.curve(
            (x + 0.16 * h, y - 0.42 * h),
            (x + 0.28 * h, y - 0.3 * h),
            (x + 0.28 * h, y),
        )
        .close();
    }
}

pub(super) fn small_heads(pen: &Pen, chefs: &[Chef], h: f64) {
    pen.path();
    for chef in chefs {
        pen.circle(chef.x, chef.y - 0.53 * h, 0.15 * h);
    }
}

pub(super) fn small_hats(pen: &Pen, chefs: &[Chef], h: f64) {
    pen.path();
    for chef in chefs {
        let (x, y) = (chef.x, chef.y);
        pen.to(x - 0.15 * h, y - 0.62 * h)
            .line(x - 0.15 * h, y - 0.72 * h);
        pen.curve(
            (x - 0.32 * h, y - 0.78 * h),
            (x - 0.2 * h, y - 0.98 * h),
            (x - 0.07 * h, y - 0.92 * h),
        );
        pen.curve(
            (x - 0.03 * h, y - 1.02 * h),
            (x + 0.08 * h, y - 1.0 * h),
            (x + 0.08 * h, y - 0.92 * h),
        );
        pen.curve(
            (x + 0.22 * h, y - 0.98 * h),
            (x + 0.31 * h, y - 0.77 * h),
            (x + 0.15 * h, y - 0.72 * h),
        );
        pen.line(x + 0.15 * h, y - 0.62 * h).close();
    }
}
