//! The panel: books back, the two clocks on one scale, what bounds the time, the bell, the board, and main.

use crate::app::canvas::pen::{Align, Face, Pen};
use crate::app::canvas::side;
use crate::scene::{Bell, Clock, Desk, Rect};

pub(super) fn paint(pen: &Pen, desk: &Desk) {
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
    let room = (left + width - after).max(1.0);
    let size = (large * 0.5).min(room / (0.62 * desk.of.chars().count() as f64));
    pen.text_sized(&desk.of, after, y, Face::Mono, size, &p.muted, Align::Left);

    // What follows shares the room down to the board.
    let room = (desk.board.rect.y - y - 4.0).max(0.0);
    let rows = if desk.bell.is_some() { 11.6 } else { 9.4 };
    let text = pen.size(13.0).min(room / (rows * 1.12)).max(6.0);
    y += text * 1.5;
    let column = Column { left, width, text };
    y = column.clock(pen, &desk.alone, &p.tomato, None, y);
    y = column.clock(
        pen,
        &desk.run,
        &p.herb,
        desk.speed_up.as_deref(),
        y + text * 0.45,
    );
    y += text * 0.7;
    pen.text_sized(
        "Bounded by",
        left,
        y,
        Face::SansBold,
        text,
        &p.ink,
        Align::Left,
    );
    y = column.words(pen, &desk.bound, y + text * 1.2);
    if let Some(bell) = &desk.bell {
        column.bell(pen, bell, y + text * 1.75);
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

/// What is written below each other, at one size.
struct Column {
    left: f64,
    width: f64,
    text: f64,
}

impl Column {
    /// Words in as many lines as they need; gives where the last one stands.
    fn words(&self, pen: &Pen, said: &str, y: f64) -> f64 {
        let Column { left, width, text } = *self;
        let mut lines: Vec<String> = Vec::new();
        for word in said.split(' ') {
            let longer = lines.last().map(|last| format!("{last} {word}"));
            match longer.filter(|longer| pen.width(longer, Face::Sans, text) <= width) {
                Some(longer) => {
                    lines.pop();
                    lines.push(longer);
                }
                None => lines.push(word.to_owned()),
            }
        }
        let mut at = y;
        for (i, line) in lines.iter().enumerate() {
            at = y + text * 1.15 * i as f64;
            pen.text_sized(
                line,
                left,
                at,
                Face::Sans,
                text,
                &pen.palette.ink,
                Align::Left,
            );
        }
        at
    }

    /// A time as a bar with its label above and its figure behind that; gives where the next thing goes.
    fn clock(&self, pen: &Pen, clock: &Clock, colour: &str, speed_up: Option<&str>, y: f64) -> f64 {
        let p = pen.palette;
        let Column { left, width, text } = *self;
        pen.text_sized(
            clock.label,
            left,
            y,
            Face::Sans,
            text,
            &p.muted,
            Align::Left,
        );
        // The figure stands at the label's right, and in small where that is narrow.
        let label = pen.width(clock.label, Face::Sans, text) + text * 0.4;
        let wide = pen.width(&clock.said, Face::Mono, text * 0.92);
        let said = text * 0.92 * ((width - label) / wide.max(1.0)).min(1.0);
        pen.text_sized(
            &clock.said,
            left + width,
            y,
            Face::Mono,
            said,
            &p.ink,
            Align::Right,
        );
        let bar = Rect {
            x: left,
            y: y + text * 0.4,
            w: width * clock.length,
            h: text * 0.5,
        };
        let radius = bar.h / 2.0;
        pen.path()
            .rounded(Rect { w: width, ..bar }, radius)
            .fill(&p.sand);
        pen.alpha(0.32);
        pen.path().rounded(bar, radius).fill(colour);
        pen.alpha(1.0);
        let gone = Rect {
            w: bar.w * clock.passed,
            ..bar
        };
        pen.path().rounded(gone, radius).fill(colour);
        let Some(speed_up) = speed_up else {
            return bar.bottom() + text * 1.1;
        };
        pen.text_sized(
            &format!("{speed_up} as fast"),
            left + width,
            bar.bottom() + text * 1.1,
            Face::MonoBold,
            text * 0.92,
            &p.herb,
            Align::Right,
        );
        bar.bottom() + text * 1.9
    }

    fn bell(&self, pen: &Pen, bell: &Bell, y: f64) {
        let p = pen.palette;
        let text = self.text;
        ring(
            pen,
            self.left + text * 0.8,
            y + text * 0.2,
            text * 1.7,
            bell.rung,
        );
        let x = self.left + text * 2.1;
        let colour = if bell.rung { &p.tomato } else { &p.ink };
        let fits = |said: &str, face| {
            let wide = pen.width(said, face, text * 0.95);
            text * 0.95 * ((self.width - text * 2.1) / wide.max(1.0)).min(1.0)
        };
        let size = fits(&bell.said, Face::SansBold);
        pen.text_sized(&bell.said, x, y, Face::SansBold, size, colour, Align::Left);
        let size = fits(&bell.by_then, Face::Sans);
        pen.text_sized(
            &bell.by_then,
            x,
            y + text * 1.15,
            Face::Sans,
            size,
            &p.muted,
            Align::Left,
        );
    }
}

/// A bell; it swings once it has rung.
fn ring(pen: &Pen, x: f64, y: f64, h: f64, rung: bool) {
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
