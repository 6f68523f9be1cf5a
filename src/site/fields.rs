//! The keys of a TOML table, taken one by one with the line each stands on; what is left over at the end was unknown.

use crate::go::suggest::nearest;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Something wrong at a line of the text that was read, counted from 0.
pub type Wrong = (usize, String);

/// A table under way.
pub struct Fields<'a> {
    text: &'a str,
    line: usize,
    left: DeTable<'a>,
    asked: Vec<String>,
}

/// A value and its line.
pub struct Field<'a> {
    text: &'a str,
    /// Its line, from 0.
    pub line: usize,
    name: String,
    value: DeValue<'a>,
}

fn line_of(text: &str, offset: usize) -> usize {
    text.as_bytes()[..offset.min(text.len())]
        .iter()
        .filter(|&&byte| byte == b'\n')
        .count()
}

impl<'a> Fields<'a> {
    /// Reads a whole text.
    ///
    /// # Errors
    /// What isn't TOML.
    pub fn parse(text: &'a str) -> Result<Fields<'a>, Wrong> {
        let table = DeTable::parse(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            (line_of(text, at), error.message().to_owned())
        })?;
        Ok(Fields::new(text, 0, table.into_inner()))
    }

    fn new(text: &'a str, line: usize, left: DeTable<'a>) -> Fields<'a> {
        Fields {
            text,
            line,
            left,
            asked: Vec::new(),
        }
    }

    /// The line where it begins, from 0.
    pub fn line(&self) -> usize {
        self.line
    }

    /// Takes a key's value, if it is there.
    pub fn take(&mut self, name: &str) -> Option<Field<'a>> {
        self.asked.push(name.to_owned());
        let (key, value) = self.left.remove_entry(name)?;
        Some(self.field(key, value))
    }

    fn field(
        &self,
        key: Spanned<toml::de::DeString<'a>>,
        value: Spanned<DeValue<'a>>,
    ) -> Field<'a> {
        Field {
            text: self.text,
            line: line_of(self.text, key.span().start),
            name: key.get_ref().to_string(),
            value: value.into_inner(),
        }
    }

    /// Takes a key's value.
    ///
    /// # Errors
    /// Where it is missing.
    pub fn need(&mut self, name: &str) -> Result<Field<'a>, Wrong> {
        let line = self.line;
        self.take(name)
            .ok_or_else(|| (line, format!("`{name}` is missing")))
    }

    /// Takes an array of tables, empty where it is missing.
    ///
    /// # Errors
    /// Where it is something else.
    pub fn tables(&mut self, name: &str) -> Result<Vec<Fields<'a>>, Wrong> {
        let Some(field) = self.take(name) else {
            return Ok(Vec::new());
        };
        let wrong = field.wrong(&format!("takes tables: write `[[{name}]]`"));
        let DeValue::Array(items) = field.value else {
            return Err(wrong);
        };
        let table = |item: Spanned<DeValue<'a>>| {
            let line = line_of(self.text, item.span().start);
            match item.into_inner() {
                DeValue::Table(table) => Ok(Fields::new(self.text, line, table)),
                _ => Err(wrong.clone()),
            }
        };
        items.into_iter().map(table).collect()
    }

    /// All that is left, in the order of the names.
    pub fn rest(&mut self) -> Vec<Field<'a>> {
        let left = std::mem::take(&mut self.left);
        left.into_iter()
            .map(|(key, value)| self.field(key, value))
            .collect()
    }

    /// The complaint about an unknown key; `others` are names that were possible beside those asked for.
    pub fn unknown<'n>(
        &'n self,
        field: &Field<'_>,
        others: impl Iterator<Item = &'n str>,
    ) -> Wrong {
        let possible: Vec<&str> = self
            .asked
            .iter()
            .map(String::as_str)
            .chain(others)
            .collect();
        let meant = nearest(&field.name, possible.iter().copied());
        let hint = match meant {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("there are: {}", possible.join(", ")),
        };
        (field.line, format!("unknown key `{}`; {hint}", field.name))
    }
}

impl Field<'_> {
    /// Its key.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// A complaint about it.
    pub fn wrong(&self, what: &str) -> Wrong {
        (self.line, format!("`{}` {what}", self.name))
    }

    /// A text.
    ///
    /// # Errors
    /// Where it is something else.
    pub fn text(&self) -> Result<String, Wrong> {
        match &self.value {
            DeValue::String(text) => Ok(text.to_string()),
            _ => Err(self.wrong("takes a text in quotes")),
        }
    }

    /// A whole number.
    ///
    /// # Errors
    /// Where it is something else.
    pub fn number(&self) -> Result<u64, Wrong> {
        let scalar = self.scalar()?;
        scalar
            .parse()
            .map_err(|_| self.wrong("takes a whole number"))
    }

    /// A text, or a number as it is written.
    ///
    /// # Errors
    /// Where it is something else.
    pub fn scalar(&self) -> Result<String, Wrong> {
        match &self.value {
            DeValue::String(text) => Ok(text.to_string()),
            DeValue::Integer(number) => Ok(number.to_string().replace('_', "")),
            DeValue::Float(number) => Ok(number.to_string().replace('_', "")),
            _ => Err(self.wrong("takes a text or a number")),
        }
    }

    /// Texts or numbers in an array.
    ///
    /// # Errors
    /// Where it is something else.
    pub fn list(&self) -> Result<Vec<String>, Wrong> {
        let DeValue::Array(items) = &self.value else {
            return Err(self.wrong("takes an array: `[…]`"));
        };
        let scalar = |item: &Spanned<DeValue<'_>>| {
            Field {
                text: self.text,
                line: line_of(self.text, item.span().start),
                name: self.name.clone(),
                value: item.get_ref().clone(),
            }
            .scalar()
        };
        items.iter().map(scalar).collect()
    }
}
