//! The prediction: committed to before play, marked by the run.

use super::Html;
use crate::lesson::figure::{Figure, Value};
use serde::{Deserialize, Serialize};

/// A question about a figure of a run. Which option is right is nowhere written: the run says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Predict {
    /// Its address in the page.
    pub id: String,
    /// The stage it is about, by its `id`.
    pub sim: String,
    /// The stage's tab it is about.
    pub tab: String,
    /// What is asked.
    pub question: Html,
    /// The figure that answers it.
    pub figure: Figure,
    /// What can be answered.
    pub options: Vec<Choice>,
    /// Asked once the run has answered: why?
    pub then: Option<Html>,
}

/// A possible answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The answer.
    pub text: Html,
    /// For which values of the figure it is right.
    pub test: Test,
    /// Why it is right, or what one would have to believe to think so.
    pub explanation: Html,
}

/// A condition on a figure, in its own unit (ns, bytes, a count) or as its word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// Exactly this.
    Is(Value),
    /// This or more.
    AtLeast(f64),
    /// This or less.
    AtMost(f64),
    /// From the first to the second, both included.
    Between(f64, f64),
}

impl Test {
    /// Whether it holds.
    pub fn holds(&self, value: &Value) -> bool {
        let number = || match value {
            Value::Number(number) => *number,
            Value::Word(_) => f64::NAN,
        };
        match self {
            Test::Is(wanted) => wanted == value,
            Test::AtLeast(least) => number() >= *least,
            Test::AtMost(most) => number() <= *most,
            Test::Between(low, high) => (*low..=*high).contains(&number()),
        }
    }
}

impl Predict {
    /// The options that are right where the figure has this value: one, unless the preset was changed so far that none
    /// fits any more.
    pub fn right(&self, value: &Value) -> Vec<usize> {
        let holds = |index: &usize| self.options[*index].test.holds(value);
        (0..self.options.len()).filter(holds).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_compares_numbers_with_numbers_and_words_with_words() {
        let four = Value::Number(4e9);
        assert!(Test::Between(3e9, 4e9).holds(&four));
        assert!(!Test::AtMost(3e9).holds(&four));
        assert!(Test::AtLeast(4e9).holds(&four));
        let killed = Value::Word("out_of_memory".into());
        assert!(Test::Is(killed.clone()).holds(&killed));
        assert!(!Test::AtMost(1e300).holds(&killed));
        assert!(!Test::Is(four).holds(&killed));
    }
}
