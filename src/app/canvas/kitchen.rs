//! The kitchen: rail, range, hatch, knives, floor.

use super::crowd;
use super::pen::{Align, Face, Pen};
use crate::scene::{Burner, Detail, Hatch, Kitchen, Knives, Rail, Range, Rect};

pub(super) fn paint(pen: &Pen, kitchen: &Kitchen, width: f64, height: f64, burning: bool) {
    let p = pen.palette;
    pen.block(
        Rect {
            x: 0.0,
            y: 0.0,
            w: width,
            h: height,
        },
        &p.wall,
    );
    // The wall's tiles end where the floor begins: a band behind rail and range.
    let band = kitchen.floor.rect.y - 6.0 * pen.unit;
    pen.alpha(0.55);
    pen.block(
        Rect {
            x: 0.0,
            y: 0.0,
            w: width,
            h: band,
        },
        &p.sand,
    );
    pen.alpha(1.0);
    if let Some(rail) = &kitchen.rail {
        paint_rail(pen, rail);
    }
    if let Some(range) = &kitchen.range {
        paint_range(pen, range);
    }
    if let Some(hatch) = &kitchen.hatch {
        paint_hatch(pen, hatch);
    }
    if let Some(knives) = &kitchen.knives {
        paint_knives(pen, knives);
    }
    crowd::paint(pen, &kitchen.floor, &kitchen.crowd, burning);
    threads(pen, kitchen);
    if kitchen.crowd.detail != Detail::Dot || kitchen.crowd.chefs.is_empty() || !burning {
        crowd::caption(pen, &kitchen.floor);
    }
}

fn paint_rail(pen: &Pen, rail: &Rail) {
    let p = pen.palette;
    let r = rail.rect;
    let bar = Rect {
        h: (8.0 * pen.unit).max(4.0),
        ..r
    };
    let (w, top) = (rail.ticket, bar.y + bar.h * 0.55);
    let h = (r.h - bar.h * 0.55).min(w * 1.55);
    for (i, ticket) in rail.tickets.iter().enumerate() {
        // Paper never hangs quite straight.
        let lean =
            [(0.4, -0.3), (-0.5, 0.2), (0.2, 0.5), (-0.2, -0.4)][(ticket.order % 4) as usize];
        let (left, right) = (ticket.x - w / 2.0, ticket.x + w / 2.0);
        let (a, b) = (lean.0 * pen.unit, lean.1 * pen.unit);
        pen.path()
            .to(left, top)
            .line(right, top)
            .line(right + a, top + h + b)
            .line(left + a, top + h - b)
            .close();
        pen.fill(&p.ticket).stroke(&p.line, 0.8);
        let ink = |share: f64, short: f64| {
            pen.to(left + w * 0.2 + a * share, top + h * share)
                .line(right - w * short + a * share, top + h * share);
        };
        pen.path();
        ink(0.38, 0.2);
        ink(0.56, 0.2);
        ink(0.74, 0.45);
        pen.stroke(&p.muted, (1.0 * pen.unit).max(0.6));
        if i == 0 {
            pen.path()
                .to(left + w * 0.2, top + h * 0.2)
                .line(right - w * 0.2, top + h * 0.2)
                .stroke(&p.tomato, (1.6 * pen.unit).max(0.8));
        }
    }
    pen.path().rounded(bar, bar.h / 2.0).fill(&p.rail);
    pen.alpha(0.4);
    pen.block(
        Rect {
            x: bar.x + bar.h,
            y: bar.y + bar.h * 0.18,
            w: bar.w - 2.0 * bar.h,
            h: bar.h * 0.18,
        },
        &p.card,
    );
    pen.alpha(1.0);
    pen.text(
        &rail.caption,
        r.right() - 6.0 * pen.unit,
        bar.bottom() + pen.size(13.0) * 1.25,
        Face::Sans,
        13.0,
        &p.muted,
        Align::Right,
    );
}

fn paint_range(pen: &Pen, range: &Range) {
    let p = pen.palette;
    let r = range.rect;
    pen.path().rounded(r, 7.0 * pen.unit).fill(&p.stove);
    pen.alpha(0.25);
    pen.path()
        .rounded(
            Rect {
                h: 3.0 * pen.unit,
                x: r.x + 4.0,
                w: r.w - 8.0,
                ..r
            },
            1.5 * pen.unit,
        )
        .fill(&p.card);
    pen.alpha(1.0);

    let radius = range.pitch * 0.4;
    let of = |burner: Burner| {
        pen.path();
        range
            .burners
            .iter()
            .enumerate()
            .filter(|(_, b)| **b == burner)
            .map(|(i, _)| range.burner(i))
            .collect::<Vec<_>>()
    };
    let rings = |burner: Burner, r: f64| {
        for (x, y) in of(burner) {
            pen.circle(x, y, r);
        }
    };
    let line = (range.pitch * 0.07).clamp(0.5, 1.8);
    rings(Burner::Free, radius);
    pen.stroke(&p.burner, line);
    rings(Burner::Free, radius * 0.45);
    pen.alpha(0.5);
    pen.stroke(&p.burner, line);
    pen.alpha(1.0);
    rings(Burner::Others, radius);
    pen.fill(&p.rail).stroke(&p.burner, line);
    pen.dashed(range.pitch * 0.12, range.pitch * 0.16);
    rings(Burner::Reserved, radius);
    pen.alpha(0.7);
    pen.stroke(&p.burner, line);
    pen.alpha(1.0);
    pen.solid();
    rings(Burner::Connecting, radius);
    pen.stroke(&p.flame, line * 1.3);
    rings(Burner::Connecting, radius * 0.3);
    pen.fill(&p.flame);

    rings(Burner::Lit, radius * 1.05);
    pen.alpha(0.28);
    pen.fill(&p.flame);
    pen.alpha(1.0);
    rings(Burner::Lit, radius);
    pen.stroke(&p.flame, line * 1.5);
    let lit = of(Burner::Lit);
    let flame = |s: f64| {
        pen.path();
        for &(x, y) in &lit {
            let (h, base) = (radius * 1.55 * s, y + radius * 0.66 * s);
            pen.to(x, base - h);
            pen.curve(
                (x + h * 0.16, base - h * 0.62),
                (x + h * 0.5, base - h * 0.45),
                (x + h * 0.36, base - h * 0.14),
            );
            pen.curve(
                (x + h * 0.24, base + h * 0.06),
                (x - h * 0.24, base + h * 0.06),
                (x - h * 0.36, base - h * 0.14),
            );
            pen.curve(
                (x - h * 0.46, base - h * 0.4),
                (x - h * 0.1, base - h * 0.55),
                (x, base - h),
            )
            .close();
        }
    };
    if range.pitch >= 7.0 {
        flame(1.0);
        pen.fill(&p.flame);
        flame(0.55);
        pen.fill("#fff3c4");
    } else {
        rings(Burner::Lit, radius * 0.6);
        pen.fill(&p.flame);
    }

    let y = r.bottom() + pen.size(11.5) * 1.08;
    pen.text(
        &range.caption,
        r.right(),
        y,
        Face::Sans,
        11.5,
        &p.muted,
        Align::Right,
    );
    if let Some(error) = &range.error {
        let room = r.w - pen.width(&range.caption, Face::Sans, pen.size(11.5)) - 16.0 * pen.unit;
        pen.text_within(
            error,
            r.x + 2.0,
            y,
            Face::Mono,
            11.0,
            &p.tomato,
            Align::Left,
            room,
        );
    }
}

/// From each stove a thread to the chef who has it.
fn threads(pen: &Pen, kitchen: &Kitchen) {
    let Some(range) = kitchen
        .range
        .as_ref()
        .filter(|_| !kitchen.threads.is_empty())
    else {
        return;
    };
    let edge = range.rect.bottom();
    let width = (1.7 * pen.unit).max(1.0);
    pen.dashed(1.5 * pen.unit, 4.0 * pen.unit);
    pen.path();
    for thread in &kitchen.threads {
        let (x, y) = thread.from;
        pen.to(x, y + range.pitch * 0.5).line(x, edge);
    }
    pen.alpha(0.7);
    pen.stroke(&pen.palette.flame, width);
    pen.alpha(1.0);
    pen.path();
    for thread in &kitchen.threads {
        let (x, (tx, ty)) = (thread.from.0, thread.to);
        let reach = (ty - edge).max(4.0);
        pen.to(x, edge).curve(
            (x, edge + reach * 0.6),
            (tx, edge + reach * 0.3),
            (tx, ty - 2.0),
        );
    }
    pen.stroke(&pen.palette.steel, width);
    pen.solid();
}

/// The supplier's hatch: a parcel for each call under way.
fn paint_hatch(pen: &Pen, hatch: &Hatch) {
    let p = pen.palette;
    let r = hatch.rect;
    pen.path()
        .rounded(r, 7.0 * pen.unit)
        .fill(&p.wood)
        .stroke(&p.outline, 1.2 * pen.unit);
    let inset = 6.0 * pen.unit;
    let window = Rect {
        x: r.x + inset,
        y: r.y + inset,
        w: r.w - 2.0 * inset,
        h: r.h * 0.52 - inset,
    };
    pen.path().rect(window).fill(&p.board);
    let size = (7.0 * pen.unit).max(4.0);
    let columns = (window.w / (size * 1.3)).floor().max(1.0);
    let rows = (window.h / (size * 1.3)).floor().max(1.0);
    pen.path();
    for i in 0..hatch.in_flight.min((columns * rows) as u64) {
        let (column, row) = (i as f64 % columns, (i as f64 / columns).floor());
        pen.rect(Rect {
            x: window.x + column * size * 1.3 + 2.0,
            y: window.y + row * size * 1.3 + 2.0,
            w: size,
            h: size,
        });
    }
    pen.fill(&p.saffron);
    let calls = match hatch.limit {
        0 => format!("{} calling", hatch.in_flight),
        limit => format!("{} of {limit} calling", hatch.in_flight),
    };
    let text = pen.size(11.0);
    let said = if hatch.refused > 0 {
        format!("429 × {}", hatch.refused)
    } else {
        hatch.caption.clone()
    };
    pen.text_within(
        &calls,
        r.x + inset,
        window.bottom() + text * 1.15,
        Face::Sans,
        11.0,
        &p.outline,
        Align::Left,
        window.w,
    );
    pen.text_within(
        &said,
        r.x + inset,
        window.bottom() + text * 2.3,
        Face::SansBold,
        11.0,
        &p.outline,
        Align::Left,
        window.w,
    );
}

/// The chopping board: a knife for each core, lifted out while it is in use.
fn paint_knives(pen: &Pen, knives: &Knives) {
    let p = pen.palette;
    let r = knives.rect;
    pen.path()
        .rounded(r, 7.0 * pen.unit)
        .fill(&p.wood)
        .stroke(&p.outline, 1.2 * pen.unit);
    let most = knives.cores.min(16);
    let pitch = (r.w - 16.0 * pen.unit) / f64::from(most.max(1));
    for i in 0..most {
        let busy = i < knives.busy;
        let x = r.x + 8.0 * pen.unit + (f64::from(i) + 0.5) * pitch;
        let w = (pitch * 0.5).min(9.0 * pen.unit);
        let (top, tip) = (r.y + r.h * 0.1, r.y + r.h * 0.62);
        let handle = top + (tip - top) * 0.38;
        pen.path()
            .to(x - w / 2.0, handle)
            .line(x + w / 2.0, handle)
            .line(x + w / 2.0, tip - w)
            .bend((x + w / 2.0, tip), (x - w / 2.0, tip))
            .close();
        pen.fill(if busy { &p.tomato } else { &p.burner })
            .stroke(&p.outline, 0.8 * pen.unit);
        pen.path()
            .rounded(
                Rect {
                    x: x - w * 0.32,
                    y: top,
                    w: w * 0.64,
                    h: handle - top,
                },
                w * 0.25,
            )
            .fill(&p.outline);
    }
    let said = format!("{} of {} knives", knives.busy, knives.cores);
    pen.text_within(
        &said,
        r.x + r.w / 2.0,
        r.bottom() - 6.0 * pen.unit,
        Face::Sans,
        11.0,
        &p.outline,
        Align::Centre,
        r.w - 8.0,
    );
}
