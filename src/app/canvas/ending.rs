//! How the end shows: fire, lights out, or a curtain with Go's own words.

use super::pen::{Align, Face, Pen};
use crate::scene::{Burner, Ending, Kitchen, Rect, Scene};

pub(super) fn paint(pen: &Pen, scene: &Scene, side: Rect, kitchen: Option<&Kitchen>) {
    let stage = Rect {
        x: 0.0,
        y: 0.0,
        w: side.x - 6.0 * pen.unit,
        h: scene.height,
    };
    match &scene.ending {
        None => {}
        Some(Ending::Fire { title, line }) => {
            let floor = kitchen.map_or(stage, |kitchen| kitchen.floor.rect);
            fire(pen, floor);
            banner(pen, floor, title, line);
        }
        Some(Ending::LightsOut { title, line }) => {
            pen.block(stage, &pen.palette.shade);
            if let Some(kitchen) = kitchen {
                embers(pen, kitchen);
                light(pen, kitchen, stage);
            }
            words(pen, stage, title, line);
        }
        Some(Ending::Stopped { title, line }) => {
            pen.block(stage, &pen.palette.shade);
            words(pen, stage, title, line);
        }
    }
}

/// The stoves burn on in the dark: nobody told those who cook.
fn embers(pen: &Pen, kitchen: &Kitchen) {
    let Some(range) = &kitchen.range else { return };
    let lit = || {
        let burners = range.burners.iter().enumerate();
        let lit = burners.filter(|(_, burner)| **burner == Burner::Lit);
        lit.map(|(i, _)| range.burner(i))
    };
    for (share, alpha) in [(0.62, 0.22), (0.4, 0.5), (0.2, 0.9)] {
        pen.alpha(alpha);
        pen.path();
        for (x, y) in lit() {
            pen.circle(x, y, range.pitch * share);
        }
        pen.fill(&pen.palette.flame);
    }
    pen.alpha(1.0);
}

/// Light falls from the open door across the floor.
fn light(pen: &Pen, kitchen: &Kitchen, stage: Rect) {
    let door = kitchen.pass.main.rect;
    pen.alpha(0.18);
    pen.path()
        .to(stage.right(), door.y + door.h * 0.1)
        .line(stage.right(), door.bottom())
        .line(stage.right() - stage.w * 0.22, stage.bottom());
    pen.line(stage.right() - stage.w * 0.42, stage.bottom())
        .close()
        .fill(&pen.palette.saffron_soft);
    pen.alpha(1.0);
}

fn words(pen: &Pen, stage: Rect, title: &str, line: &str) {
    let (x, y) = (stage.x + stage.w / 2.0, stage.y + stage.h * 0.58);
    let room = stage.w * 0.92;
    pen.text_within(
        title,
        x,
        y,
        Face::SerifItalic,
        36.0,
        "#fbeed0",
        Align::Centre,
        room,
    );
    pen.text_within(
        line,
        x,
        y + pen.size(36.0) * 0.85,
        Face::Sans,
        17.0,
        "#f3e8d0",
        Align::Centre,
        room,
    );
}

/// A card at the floor's upper edge.
fn banner(pen: &Pen, floor: Rect, title: &str, line: &str) {
    let text = format!("{title} · {line}");
    let size = pen.size(15.0);
    let w = (pen.width(&text, Face::SansBold, size) + 2.0 * size).min(floor.w);
    let card = Rect {
        x: floor.x + (floor.w - w) / 2.0,
        y: floor.y + floor.h * 0.2,
        w,
        h: size * 2.1,
    };
    pen.path()
        .rounded(card, size * 0.5)
        .fill(&pen.palette.card)
        .stroke(&pen.palette.tomato, 1.6);
    pen.text_within(
        &text,
        card.x + w / 2.0,
        card.y + size * 1.4,
        Face::SansBold,
        15.0,
        &pen.palette.tomato,
        Align::Centre,
        w - size,
    );
}

/// Tongues of flame along the lower edge, three layers, each its own shape.
fn fire(pen: &Pen, floor: Rect) {
    let p = pen.palette;
    let layers: [(&str, f64, f64, usize); 3] = [
        (&p.fire, 0.5, 0.09, 0),
        (&p.flame, 0.33, 0.062, 5),
        ("#ffd768", 0.19, 0.036, 3),
    ];
    for (colour, tall, wide, shift) in layers {
        let w = floor.w * wide;
        let run = floor.w - w;
        let count = (run / (w * 0.74)).floor().max(1.0) as usize;
        let pitch = run / count as f64;
        pen.alpha(0.93);
        pen.path();
        for i in 0..count {
            let wild = ((i * 7 + shift) % 11) as f64 / 10.0;
            let h = floor.h * tall * (0.5 + 0.5 * wild);
            let sway = (((i * 5 + shift) % 7) as f64 / 3.0 - 1.0) * w * 0.3;
            let (x, y) = (
                floor.x + w * 0.5 + (i as f64 + 0.5) * pitch,
                floor.bottom() + 2.0,
            );
            pen.to(x + sway, y - h);
            pen.curve(
                (x + sway * 0.4 + w * 0.12, y - h * 0.68),
                (x + w * 0.62, y - h * 0.42),
                (x + w * 0.5, y - h * 0.14),
            );
            pen.curve(
                (x + w * 0.42, y),
                (x - w * 0.42, y),
                (x - w * 0.5, y - h * 0.14),
            );
            pen.curve(
                (x - w * 0.6, y - h * 0.45),
                (x + sway * 0.4 - w * 0.06, y - h * 0.6),
                (x + sway, y - h),
            )
            .close();
        }
        pen.fill(colour);
    }
    pen.alpha(1.0);
}
