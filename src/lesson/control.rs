//! How a setting is offered to the learner: its words, its unit and the range of its slider.

use super::block::SceneKind;

/// What a control shows of a setting. What the setting takes at all, and the words it can be, [`crate::runtime::scenario`]
/// knows: a number typed in may go beyond the slider.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Control {
    /// The setting's name.
    pub name: &'static str,
    /// The kitchen's word for it; also its accessible name.
    pub label: &'static str,
    /// The library's word, where that is another.
    library: Option<&'static str>,
    /// The field's word for it.
    pub field: &'static str,
    /// The unit, as printed after the value; may be empty. A share with `%` is shown times 100.
    pub unit: &'static str,
    /// The slider's range and step, in the setting's own unit; for words all 0.
    pub min: f64,
    /// See `min`.
    pub max: f64,
    /// See `min`.
    pub step: f64,
}

/// The controls there are, in the order of the settings.
pub static CONTROLS: &[Control] = &[
    number("tasks", "Orders", "tasks", "", [0.0, 10_000.0, 10.0]),
    number("workers", "Chefs at once", "bound", "", [1.0, 100.0, 1.0]).or("Friends at once"),
    number(
        "service_ms",
        "Cooking time",
        "service time",
        "ms",
        [0.0, 200.0, 1.0],
    ),
    words("distribution", "Distribution", "of service times"),
    number(
        "spread",
        "Spread",
        "of service times",
        "%",
        [0.0, 1.0, 0.05],
    ),
    number(
        "stragglers",
        "Stragglers",
        "share of slow tasks",
        "%",
        [0.0, 1.0, 0.01],
    ),
    number(
        "straggler_factor",
        "Stragglers take",
        "times as long",
        "×",
        [1.0, 50.0, 1.0],
    ),
    number(
        "fail_rate",
        "Burnt orders",
        "share of failures",
        "%",
        [0.0, 1.0, 0.01],
    )
    .or("Empty hands"),
    number("cores", "Knives", "cores", "", [1.0, 64.0, 1.0]).or("Processors"),
    number("memory_mib", "Floor", "memory", "MiB", [16.0, 2048.0, 16.0]).or("Memory"),
    number(
        "task_kib",
        "Ingredients",
        "memory a task holds",
        "KiB",
        [0.0, 1024.0, 16.0],
    ),
    number(
        "spawn_ns",
        "Hiring",
        "cost of a go statement",
        "ns",
        [0.0, 20_000.0, 500.0],
    ),
    number("stoves", "Stoves", "connections", "", [0.0, 200.0, 1.0]),
    number(
        "connect_ms",
        "Lighting a stove",
        "time to connect",
        "ms",
        [0.0, 50.0, 1.0],
    ),
    words("stove_policy", "No stove free", "policy on refusal"),
    number("sources", "Shelves", "sources", "", [0.0, 1000.0, 1.0]),
    number(
        "latency_ms",
        "Way and back",
        "latency",
        "ms",
        [0.0, 1000.0, 10.0],
    ),
    number(
        "connections",
        "Library cards",
        "connections, 0 for no limit",
        "",
        [0.0, 100.0, 1.0],
    ),
    number(
        "copy_us",
        "Copying a book",
        "CPU time",
        "µs",
        [0.0, 20_000.0, 500.0],
    ),
    number(
        "deadline_ms",
        "Closing bell",
        "deadline, 0 for none",
        "ms",
        [0.0, 1000.0, 10.0],
    ),
];

const fn number(
    name: &'static str,
    label: &'static str,
    field: &'static str,
    unit: &'static str,
    [min, max, step]: [f64; 3],
) -> Control {
    Control {
        name,
        label,
        library: None,
        field,
        unit,
        min,
        max,
        step,
    }
}

const fn words(name: &'static str, label: &'static str, field: &'static str) -> Control {
    number(name, label, field, "", [0.0; 3])
}

impl Control {
    const fn or(self, library: &'static str) -> Control {
        Control {
            library: Some(library),
            ..self
        }
    }

    /// The word for it in that world.
    pub fn label_in(&self, scene: SceneKind) -> &'static str {
        match scene {
            SceneKind::Kitchen => self.label,
            SceneKind::Library => self.library.unwrap_or(self.label),
        }
    }
}

/// The control of that setting, if there is one.
pub fn control(name: &str) -> Option<&'static Control> {
    CONTROLS.iter().find(|control| control.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::scenario::{Scenario, Values, setting};

    #[test]
    fn every_control_offers_what_its_setting_takes() {
        for control in CONTROLS {
            let setting = setting(control.name).unwrap();
            match setting.values() {
                Values::Words(_) => assert_eq!(control.step, 0.0, "{}", control.name),
                Values::Numbers { min, max, .. } => {
                    assert!(min <= control.min && control.max <= max, "{}", control.name);
                    let default: f64 = setting.get(&Scenario::default()).parse().unwrap();
                    assert!(
                        (control.min..=control.max).contains(&default),
                        "{}",
                        control.name
                    );
                }
            }
        }
    }
}
