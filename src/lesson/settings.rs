//! A [`Scenario`] in JSON: a map from the name of every setting to its value, as `--set` takes both.

use crate::runtime::scenario::{SETTINGS, Scenario};
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::Serializer;
use std::collections::BTreeMap;

/// Writes all settings, the defaults too: nothing that shapes a run is hidden.
///
/// # Errors
/// The serializer's own.
pub fn serialize<S: Serializer>(scenario: &Scenario, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(SETTINGS.iter().map(|s| (s.name, s.get(scenario))))
}

/// Reads settings; what isn't named keeps its default.
///
/// # Errors
/// Unknown names, impossible values and impossible combinations.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Scenario, D::Error> {
    let values = BTreeMap::<String, String>::deserialize(deserializer)?;
    let mut scenario = Scenario::default();
    for (name, value) in &values {
        scenario.set(name, value).map_err(D::Error::custom)?;
    }
    scenario.check().map_err(D::Error::custom)?;
    Ok(scenario)
}
