//! Where things stand in the source text: files, byte offsets over all of them, lines and columns.

use std::sync::Arc;

/// A place in one of the files of a [`SourceMap`]: a byte offset over all its files laid end to end, from 1.
/// [`Pos::NONE`] is the place of what was never written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pos(pub u32);

impl Pos {
    /// No place at all.
    pub const NONE: Pos = Pos(0);

    /// Whether this is a place in a file.
    pub fn is_some(self) -> bool {
        self != Pos::NONE
    }
}

/// The index of a file in its [`SourceMap`]. The learner's own file is number 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A place as people read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The file.
    pub file: FileId,
    /// The line, from 1; 0 where there is no place.
    pub line: u32,
    /// The column in bytes, from 1, as the Go compiler counts; 0 where there is no place.
    pub column: u32,
}

/// One file's name and text, with the offsets of its lines.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The name as diagnostics print it, such as `main.go`.
    pub name: Arc<str>,
    /// The text as given.
    pub text: Arc<str>,
    base: u32,
    line_starts: Vec<u32>,
}

impl SourceFile {
    /// The place of the byte at `offset` of the text; `offset` may be the text's length, for its end.
    pub fn pos(&self, offset: usize) -> Pos {
        Pos(self.base + offset as u32)
    }
}

/// All files of one compilation: the learner's first, library packages after it.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// A map of no files.
    pub fn new() -> SourceMap {
        SourceMap::default()
    }

    /// Adds a file at the end and gives its number.
    pub fn add(&mut self, name: &str, text: &str) -> FileId {
        let base = self
            .files
            .last()
            .map_or(1, |f| f.base + f.text.len() as u32 + 1);
        let newlines = text.bytes().enumerate().filter(|&(_, b)| b == b'\n');
        let line_starts = std::iter::once(0)
            .chain(newlines.map(|(i, _)| i as u32 + 1))
            .collect();
        self.files.push(SourceFile {
            name: name.into(),
            text: text.into(),
            base,
            line_starts,
        });
        FileId(self.files.len() as u32 - 1)
    }

    /// The file of that number.
    ///
    /// # Panics
    /// If the number came from another map.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// File, line and column of a place. [`Pos::NONE`] gives line 0 of the first file.
    pub fn position(&self, pos: Pos) -> Position {
        let after = self.files.partition_point(|f| f.base <= pos.0);
        let Some(index) = after.checked_sub(1) else {
            return Position {
                file: FileId(0),
                line: 0,
                column: 0,
            };
        };
        let file = &self.files[index];
        let offset = pos.0 - file.base;
        let line = file.line_starts.partition_point(|&start| start <= offset);
        let column = offset - file.line_starts[line - 1] + 1;
        Position {
            file: FileId(index as u32),
            line: line as u32,
            column,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_bytes_and_files_do_not_run_into_each_other() {
        let mut map = SourceMap::new();
        let a = map.add("a.go", "é = 1\nx");
        let b = map.add("b.go", "y");
        let place = |p: Pos| {
            let p = map.position(p);
            (p.file.0, p.line, p.column)
        };
        assert_eq!(place(map.file(a).pos(3)), (0, 1, 4));
        assert_eq!(place(map.file(a).pos(7)), (0, 2, 1));
        assert_eq!(place(map.file(a).pos(8)), (0, 2, 2));
        assert_eq!(place(map.file(b).pos(0)), (1, 1, 1));
        assert_eq!(place(Pos::NONE), (0, 0, 0));
    }
}
