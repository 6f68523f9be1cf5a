//! From a point of the picture to the goroutine that stands there, and back.

use super::{Crowd, Detail, Picture, Post, Rect, Scene};

impl Scene {
    /// The goroutine that is drawn at a point.
    pub fn who_at(&self, x: f64, y: f64) -> Option<u32> {
        let hit = |rect: &Rect| {
            (rect.x..=rect.right()).contains(&x) && (rect.y..=rect.bottom()).contains(&y)
        };
        match &self.picture {
            Picture::Kitchen(kitchen) => {
                let crowd = &kitchen.crowd;
                let chefs = crowd.chefs.iter().rev();
                let chef = chefs.map(|chef| (chef.g, crowd.place(chef.x, chef.y)));
                let main = (1, kitchen.pass.main.rect);
                let at_door = kitchen.pass.main.post == Post::Door;
                chef.chain(at_door.then_some(main))
                    .find(|(_, place)| hit(place))
                    .map(|(g, _)| g)
            }
            Picture::Library(library) => {
                // A student is drawn as large as a finger can point at.
                let near = 14.0 * self.unit;
                let students = library.students.iter().rev();
                let mut found = students.filter(|student| {
                    (student.x - x).abs() < near && (y..y + 3.0 * near).contains(&student.y)
                });
                found.next().map(|student| student.g)
            }
        }
    }

    /// Where a goroutine is drawn, if it is.
    pub fn place_of(&self, g: u32) -> Option<Rect> {
        match &self.picture {
            Picture::Kitchen(kitchen) => {
                let crowd = &kitchen.crowd;
                let chef = crowd.chefs.iter().find(|chef| chef.g == g);
                let main = (g == 1 && kitchen.pass.main.post == Post::Door)
                    .then_some(kitchen.pass.main.rect);
                chef.map(|chef| crowd.place(chef.x, chef.y)).or(main)
            }
            Picture::Library(library) => {
                let near = 14.0 * self.unit;
                let student = library.students.iter().find(|student| student.g == g)?;
                Some(Rect {
                    x: student.x - near,
                    y: student.y - 3.0 * near,
                    w: 2.0 * near,
                    h: 3.0 * near,
                })
            }
        }
    }
}

impl Crowd {
    /// The space that a figure takes whose feet are there.
    fn place(&self, x: f64, y: f64) -> Rect {
        let size = self.size;
        match self.detail {
            Detail::Dot => Rect {
                x: x - size / 2.0,
                y: y - size / 2.0,
                w: size,
                h: size,
            },
            Detail::Large | Detail::Small => Rect {
                x: x - 0.34 * size,
                y: y - size,
                w: 0.68 * size,
                h: size,
            },
        }
    }
}
