//! From a learner's file to a program: finds the packages that it imports, parses, checks and compiles them all.
//!
//! The library packages are Go source in `pkg/`; their functions without a body the runtime provides.

use super::ast::{Decl, File, ImportDecl};
use super::check::{Unit, check};
use super::compile as compiler;
use super::diagnostic::{self, Diagnostic};
use super::parse::{NodeIds, parse};
use super::program::Program;
use super::source::{Pos, SourceMap};
use super::suggest::nearest;
use super::types::info::Package;
use std::sync::Arc;

/// A Go file of `pkg/`, whose lines of comments are empty ones here: what is loaded and read with the app is a quarter
/// less for it.
macro_rules! source {
    ($file:expr) => {{
        const WRITTEN: &[u8] = include_bytes!(concat!("pkg/", $file));
        #[allow(long_running_const_eval, reason = "it ends with the file")]
        const LEN: usize = without_comments::<0>(WRITTEN).1;
        #[allow(long_running_const_eval, reason = "it ends with the file")]
        const BARE: &[u8] = &without_comments::<LEN>(WRITTEN).0;
        match std::str::from_utf8(BARE) {
            Ok(text) => text,
            Err(_) => panic!("a Go file is UTF-8"),
        }
    }};
}

/// The first bytes of a text without the lines that are only a comment, and how many there are in all.
const fn without_comments<const N: usize>(text: &[u8]) -> ([u8; N], usize) {
    let mut bare = [0; N];
    let (mut at, mut len) = (0, 0);
    while at < text.len() {
        let mut start = at;
        while start < text.len() && text[start] == b'\t' {
            start += 1;
        }
        let comment = start + 1 < text.len() && text[start] == b'/' && text[start + 1] == b'/';
        let mut within = true;
        while within && at < text.len() {
            within = text[at] != b'\n';
            if !(comment && within) {
                if len < N {
                    bare[len] = text[at];
                }
                len += 1;
            }
            at += 1;
        }
    }
    (bare, len)
}

macro_rules! packages {
    ($($path:literal $($file:literal)*;)*) => {
        &[$(($path, &[$(source!($file)),*])),*]
    };
}

/// The packages there are: import path and sources. The first source has the package clause that counts.
static PACKAGES: &[(&str, &[&str])] = packages![
    "brigade/kitchen" "kitchen.go";
    "brigade/library" "library.go";
    "bufio" "bufio.go" "bufio_reader.go" "bufio_writer.go";
    "bytes" "bytes.go" "bytes_buffer.go" "bytes_reader.go";
    "cmp" "cmp.go";
    "container/heap" "heap.go";
    "container/list" "list.go";
    "container/ring" "ring.go";
    "context" "context.go";
    "crypto/md5" "md5.go" "blocks.go";
    "crypto/sha1" "sha1.go" "blocks.go";
    "crypto/sha256" "sha256.go" "blocks.go";
    "encoding/base64" "base64.go";
    "encoding/hex" "hex.go";
    "encoding/json" "json.go" "json_encode.go" "json_parse.go" "json_decode.go" "json_stream.go";
    "errors" "errors.go";
    "flag" "flag.go" "flag_value.go";
    "fmt" "fmt.go";
    "golang.org/x/exp/constraints" "constraints.go";
    "golang.org/x/sync/errgroup" "errgroup.go";
    "golang.org/x/sync/semaphore" "semaphore.go";
    "golang.org/x/sync/singleflight" "singleflight.go";
    "golang.org/x/time/rate" "rate.go";
    "hash" "hash.go";
    "hash/crc32" "crc32.go";
    "hash/fnv" "fnv.go";
    "io" "io.go";
    "iter" "iter.go";
    "log" "log.go";
    "log/slog" "slog.go" "slog_value.go" "slog_handler.go";
    "maps" "maps.go";
    "math" "math.go";
    "math/big" "big.go" "big_text.go";
    "math/bits" "bits.go";
    "math/cmplx" "cmplx.go";
    "math/rand" "rand.go";
    "math/rand/v2" "randv2.go";
    "os" "os.go";
    "os/signal" "signal.go";
    "path" "path.go";
    "path/filepath" "filepath.go";
    "reflect" "reflect.go" "reflect_value.go" "reflect_set.go" "reflect_equal.go";
    "regexp" "regexp.go";
    "runtime" "runtime.go";
    "runtime/debug" "debug.go";
    "slices" "slices.go";
    "sort" "sort.go";
    "strconv" "strconv.go" "strconv_complex.go";
    "strings" "strings.go";
    "sync" "sync.go";
    "sync/atomic" "atomic.go";
    "syscall" "syscall.go";
    "text/tabwriter" "tabwriter.go";
    "time" "time.go" "time_format.go" "time_text.go";
    "unicode" "unicode.go";
    "unicode/utf8" "utf8.go";
    "unsafe" "unsafe.go";
];

/// What of a package is read only where the learner's file has this word, in whatever case: few ask for it, and everybody
/// would wait for it.
static ON_DEMAND: &[(&str, &str, &[&str])] = &[
    (
        "fmt",
        "scan",
        &[
            source!("scan.go"),
            source!("scan_value.go"),
            source!("scanf.go"),
        ],
    ),
    ("os", "env", &[source!("os_env.go")]),
];

/// The import paths of the standard library of Go 1.27, a line each.
const STD: &str = include_str!("std.txt");

/// The names that packages of Go 1.27 have but don't export, as far as they are exported in other letter case and the
/// Go compiler knows them: a line for each package, its path first.
const HIDDEN: &str = include_str!("hidden.txt");

/// Part of every program: the machine panics with values of its types.
const IMPLIED: &str = "runtime";

/// The import paths that there are, in alphabetical order.
pub fn paths() -> impl Iterator<Item = &'static str> {
    PACKAGES.iter().map(|package| package.0)
}

/// Compiles a learner's program of one file, which diagnostics call `name`. There is a program exactly where there are no
/// diagnostics.
pub fn compile(name: &str, text: &str) -> (Option<Program>, Vec<Diagnostic>) {
    let mut load = Load {
        map: SourceMap::new(),
        ids: NodeIds::default(),
        loaded: Vec::new(),
        diagnostics: Vec::new(),
        unknown: false,
        words: text.to_ascii_lowercase(),
    };
    load.file("main", name, text);
    let Load {
        map,
        ids,
        loaded,
        mut diagnostics,
        unknown,
        ..
    } = load;
    let ends = |d: &Diagnostic| d.is_syntax_error() || d.gave_up;
    if !unknown && !diagnostics.iter().any(ends) {
        let units: Vec<Unit<'_>> = loaded
            .iter()
            .map(|(path, file)| Unit {
                path: (*path).into(),
                file,
                hidden: hidden(path),
            })
            .collect();
        let (info, found) = check(&map, &units, ids.count());
        diagnostics.extend(found);
        if diagnostics.is_empty() && !info.packages.last().is_some_and(has_main) {
            let package = loaded
                .last()
                .map_or(Pos::NONE, |(_, file)| file.package.pos);
            let message = "function main is undeclared in the main package";
            diagnostics.push(Diagnostic::new(&map, package, message));
        }
        if diagnostics.is_empty() {
            let files: Vec<File> = loaded.into_iter().map(|package| package.1).collect();
            match compiler::compile(&info, &files, Arc::new(map)) {
                Ok(program) => return (Some(program), vec![]),
                Err(found) => diagnostics = found,
            }
        }
    }
    (None, diagnostic::report(diagnostics))
}

fn hidden(path: &str) -> &'static str {
    let of = |line: &'static str| line.strip_prefix(path)?.strip_prefix(' ');
    HIDDEN.lines().find_map(of).unwrap_or_default()
}

/// Whether a package is one that can be run, or isn't meant to be.
fn has_main(package: &Package) -> bool {
    &*package.name != "main" || package.scope.contains_key("main")
}

/// The packages loaded so far, each after those that it imports.
struct Load {
    map: SourceMap,
    ids: NodeIds,
    loaded: Vec<(&'static str, File)>,
    diagnostics: Vec<Diagnostic>,
    /// Whether a package that isn't known was imported, after which Go doesn't look at types.
    unknown: bool,
    /// The learner's file in lower case.
    words: String,
}

impl Load {
    /// Parses a file and loads what it imports, then adds it. Library packages import each other without cycles.
    fn file(&mut self, path: &'static str, name: &str, text: &str) {
        let id = self.map.add(name, text);
        let (tree, found) = parse(&self.map, id, &mut self.ids);
        let broken = found.iter().any(Diagnostic::is_syntax_error);
        self.diagnostics.extend(found);
        if !broken {
            if path == "main" {
                self.package(IMPLIED);
            }
            for import in imports(&tree) {
                self.import(import);
            }
        }
        match self.loaded.iter().position(|package| package.0 == path) {
            // After what this further file imports, too.
            Some(at) => {
                let (_, mut first) = self.loaded.remove(at);
                join(&mut first, tree);
                self.loaded.push((path, first));
            }
            None => self.loaded.push((path, tree)),
        }
    }

    fn import(&mut self, import: &ImportDecl) {
        if !self.package(&import.path) {
            self.unknown = true;
            let message = unknown(&import.path);
            self.diagnostics
                .push(Diagnostic::new(&self.map, import.path_pos, message));
        }
    }

    /// Loads a package unless it is loaded; says whether there is such a one.
    fn package(&mut self, wanted: &str) -> bool {
        let Some(&(path, texts)) = PACKAGES.iter().find(|package| package.0 == wanted) else {
            return false;
        };
        if self.loaded.iter().all(|package| package.0 != path) {
            let asked = |(of, word, _): &&(&str, &str, _)| *of == path && self.words.contains(word);
            let further = ON_DEMAND.iter().filter(asked).flat_map(|more| more.2);
            let further: Vec<&str> = further.copied().collect();
            for text in texts.iter().copied().chain(further) {
                self.file(path, &format!("{path}.go"), text);
            }
        }
        true
    }
}

/// Adds a package's further file to its first, which has most of its imports.
fn join(first: &mut File, further: File) {
    let known: Vec<_> = imports(first).map(|import| import.path.clone()).collect();
    let new = |decl: &Decl| !matches!(decl, Decl::Import(import) if known.contains(&import.path));
    first.decls.extend(further.decls.into_iter().filter(new));
}

fn imports(file: &File) -> impl Iterator<Item = &ImportDecl> {
    file.decls.iter().filter_map(|decl| match decl {
        Decl::Import(import) => Some(import),
        _ => None,
    })
}

/// A path whose first element has a dot is a module's; others are the standard library's, if it has them.
fn unknown(path: &str) -> String {
    let meant = nearest(path, paths())
        .map(|near| format!("; did you mean {near}?"))
        .unwrap_or_default();
    let first = path.split('/').next().unwrap_or_default();
    if first.contains('.') {
        format!(
            "no required module provides package {path}: Brigade has no modules to download{meant}"
        )
    } else if STD.lines().any(|known| known == path) {
        format!("package {path} is not in Brigade{meant}")
    } else {
        format!("package {path} is not in std{meant}")
    }
}
