//! The panel at the right: plates, spike, board, and main at the door.

use super::chef::{self, Dress, Mood};
use super::pen::{Align, Face, Pen};
use crate::scene::{Board, HeadChef, Pass, Post, Rect};

pub(super) fn paint(pen: &Pen, pass: &Pass) {
    let p = pen.palette;
    let r = pass.rect;
    let u = pen.unit;
    pen.path()
        .rounded(r, 10.0 * u)
        .fill(&p.card)
        .stroke(&p.line, 1.2);
    if let Some(title) = pass.title {
        pen.text(
            title,
            r.x + 12.0 * u,
            r.y + pen.size(19.0) * 1.2,
            Face::Serif,
            19.0,
            &p.ink,
            Align::Left,
        );
    }
    let (rx, ry) = (pass.plate / 2.0, pass.plate * 0.2);
    let line = (rx * 0.16).clamp(0.8, 1.8);
    pen.path();
    for &(x, y) in &pass.plates {
        pen.oval(x, y, rx, ry);
    }
    pen.fill(&p.herb_soft).stroke(&p.herb, line);
    pen.path();
    for &(x, y) in &pass.plates {
        pen.oval(x, y + ry * 0.1, rx * 0.55, ry * 0.5);
    }
    pen.stroke(&p.herb, line * 0.6);

    let size = pen.size(14.0);
    let y = pass.shelf.bottom() + size * 1.2;
    pen.text(
        &pass.served,
        pass.shelf.x,
        y,
        Face::SansBold,
        14.0,
        &p.herb,
        Align::Left,
    );
    spike(pen, pass, y);
    board(pen, &pass.board);
    main(pen, &pass.main);
}

/// A nail with the tickets that failed.
fn spike(pen: &Pen, pass: &Pass, above: f64) {
    let p = pen.palette;
    let u = pen.unit;
    let failed = pass.spike.tickets > 0;
    let size = pen.size(14.0);
    let y = above + size * 1.3;
    let colour = if failed { &p.tomato } else { &p.muted };
    let face = if failed { Face::SansBold } else { Face::Sans };
    pen.text(
        &pass.spike.caption,
        pass.shelf.x,
        y,
        face,
        14.0,
        colour,
        Align::Left,
    );
    let x = pass.shelf.right() - 12.0 * u;
    let (foot, tip) = (y + 3.0 * u, y - size * 2.1);
    pen.path()
        .to(x, foot)
        .line(x, tip)
        .stroke(&p.ink, (1.6 * u).max(1.0));
    pen.path()
        .oval(x, foot, 11.0 * u, 2.6 * u)
        .fill(&p.wood)
        .stroke(&p.outline, (1.0 * u).max(0.7));
    let step = (foot - tip - 6.0 * u) / 10.0;
    for i in 0..pass.spike.tickets {
        let bottom = foot - 3.0 * u - f64::from(i) * step;
        let lean = [-1.2, 0.8, -0.4, 1.4][i as usize % 4] * u;
        let w = 9.0 * u;
        pen.path()
            .to(x - w, bottom - lean)
            .line(x + w, bottom + lean)
            .line(x + w, bottom + lean - step * 0.8)
            .line(x - w, bottom - lean - step * 0.8)
            .close();
        pen.fill(&p.tomato_soft).stroke(&p.tomato, 0.8);
    }
}

pub(super) fn board(pen: &Pen, board: &Board) {
    let p = pen.palette;
    let r = board.rect;
    let Some(count) = &board.count else {
        let said = "no board: nobody counts";
        let size = pen.size(13.0).min(r.w / (0.5 * said.len() as f64));
        pen.text_sized(
            said,
            r.x,
            r.y + r.h * 0.55,
            Face::SerifItalic,
            size,
            &p.muted,
            Align::Left,
        );
        return;
    };
    let frame = (2.5 * pen.unit).max(1.2);
    pen.path()
        .rounded(r, 7.0 * pen.unit)
        .fill(&p.board)
        .stroke(&p.wood, frame);
    let left = r.x + (11.0 * pen.unit).max(6.0);
    let small = (r.h * 0.17).max(8.5).min(r.w * 0.105);
    let digits = 0.6 * count.len() as f64;
    pen.text_sized(
        "sync.WaitGroup",
        left,
        r.y + small * 1.6,
        Face::Mono,
        small,
        &p.board_ink,
        Align::Left,
    );
    if r.h >= 66.0 {
        let large = (r.h * 0.42).min(40.0).min(r.w * 0.86 / digits);
        pen.text_sized(
            count,
            left,
            r.y + small * 1.5 + large,
            Face::MonoBold,
            large,
            &p.board_ink,
            Align::Left,
        );
        pen.text_sized(
            "still out",
            left,
            r.bottom() - small * 0.6,
            Face::Mono,
            small,
            &p.board_ink,
            Align::Left,
        );
    } else {
        // Too low for three lines.
        let large = (r.h * 0.46).min(r.w * 0.5 / digits);
        let y = r.bottom() - small * 0.8;
        pen.text_sized(
            count,
            left,
            y,
            Face::MonoBold,
            large,
            &p.board_ink,
            Align::Left,
        );
        let after = left + pen.width(count, Face::MonoBold, large) + small * 0.5;
        pen.text_sized(
            "out",
            after,
            y,
            Face::Mono,
            small,
            &p.board_ink,
            Align::Left,
        );
    }
}

/// Main, beside the door: it opens when main has returned.
fn main(pen: &Pen, main: &HeadChef) {
    let p = pen.palette;
    let r = main.rect;
    let u = pen.unit;
    let text = pen.size(11.0).min(r.w / 9.6);
    let foot = r.bottom() - text * 1.7;
    let height = foot - r.y;
    let door = Rect {
        x: r.right() - height * 0.46 - 4.0 * u,
        y: r.y + 4.0 * u,
        w: height * 0.46,
        h: height - 4.0 * u,
    };
    let gone = main.post == Post::Gone;
    pen.path()
        .rect(door)
        .fill(if gone { &p.saffron_soft } else { &p.sand })
        .stroke(&p.rail, (2.4 * u).max(1.4));
    if gone {
        // The leaf stands open, seen from the side.
        let leaf = door.w * 0.3;
        pen.path()
            .to(door.x, door.y)
            .line(door.x - leaf, door.y + door.h * 0.05)
            .line(door.x - leaf, door.bottom() + 2.0 * u)
            .line(door.x, door.bottom())
            .close();
        pen.fill(&p.sand).stroke(&p.rail, (2.0 * u).max(1.2));
    } else {
        pen.alpha(0.5);
        let panel = |y: f64, h: f64| Rect {
            x: door.x + door.w * 0.2,
            y: door.y + door.h * y,
            w: door.w * 0.6,
            h: door.h * h,
        };
        pen.path()
            .rect(panel(0.1, 0.34))
            .rect(panel(0.54, 0.36))
            .stroke(&p.rail, 1.0);
        pen.alpha(1.0);
        pen.path()
            .circle(
                door.x + door.w * 0.12,
                door.y + door.h * 0.5,
                (2.6 * u).max(1.5),
            )
            .fill(&p.saffron);
    }
    let dress = Dress {
        jacket: &p.board,
        seam: &p.muted,
        scarf: &p.tomato,
        mood: Mood::Content,
    };
    let size = height * 0.96;
    match main.post {
        Post::Door => chef::figure(pen, r.x + (door.x - r.x) * 0.52, foot, size, dress),
        Post::Gone => chef::figure(pen, door.x + door.w * 0.55, foot, size * 0.94, dress),
        Post::Floor => {}
    }
    pen.text_sized(
        &main.caption,
        r.x + 3.0 * u,
        r.bottom() - text * 0.35,
        Face::Mono,
        text,
        &p.muted,
        Align::Left,
    );
}
