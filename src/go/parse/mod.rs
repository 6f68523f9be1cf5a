//! The parser: one file's text in, its syntax tree and what is wrong with it out.
//!
//! Recursive descent in the order of the specification's grammar. Messages, their places and the recovery from
//! them are the Go compiler's; it doesn't know names or types. The depth of the tree is bounded (see [`MAX_DEPTH`]),
//! so that neither this nor any later stage overflows the stack.

mod branches;
mod composite;
mod control;
mod decl;
mod expr;
mod head;
mod interface_type;
mod params;
mod stmt;
mod struct_type;
mod type_decl;
mod types;

use super::ast::{Expr, ExprKind, File, Ident, NodeId};
use super::diagnostic::{self, Diagnostic};
use super::lex::Lexer;
use super::source::{FileId, Pos, SourceFile, SourceMap};
use super::token::{Keyword, Semi, Tok, Token};

/// How many levels the nodes of a tree may be nested.
pub const MAX_DEPTH: u32 = 200;

/// Hands out node numbers, over all files of one compilation.
#[derive(Debug, Default)]
pub struct NodeIds {
    next: u32,
}

impl NodeIds {
    /// A number not given before.
    pub fn fresh(&mut self) -> NodeId {
        self.next += 1;
        NodeId(self.next - 1)
    }

    /// How many were given: the length of a side table for all of them.
    pub fn count(&self) -> usize {
        self.next as usize
    }
}

/// Parses a file. There is always a tree; it is worth checking if none of the sorted diagnostics
/// [is a syntax error](Diagnostic::is_syntax_error).
pub fn parse(map: &SourceMap, file: FileId, ids: &mut NodeIds) -> (File, Vec<Diagnostic>) {
    let mut parser = Parser::new(map, file, ids);
    let tree = parser.file();
    let errors = std::mem::take(&mut parser.errors);
    let met = errors
        .into_iter()
        .map(|(pos, message)| Diagnostic::new(map, pos, message))
        .collect();
    (tree, diagnostic::report(met))
}

struct Parser<'a> {
    map: &'a SourceMap,
    source: &'a SourceFile,
    file: FileId,
    ids: &'a mut NodeIds,
    lexer: Lexer<'a>,
    token: Token,
    /// The end of the token before.
    previous_end: Pos,
    errors: Vec<(Pos, String)>,
    /// How many errors there were, with those that aren't reported, and without those of jumps.
    error_count: usize,
    /// The line of the syntax error reported last.
    syntax_error_line: u32,
    /// How many functions are open around here.
    function_depth: u32,
    /// Below 0 directly in the head of an `if`, `for` or `switch`, where `{` opens the body.
    expression_level: i32,
    /// How many nodes are open around here.
    depth: u32,
    /// A bound of the height of the trees that were built since the innermost open node began.
    height: u32,
    /// Whether the tree got too deep, or the imports can't be read; there are only ends of file from then on.
    stopped: bool,
    /// Whether only the package clause and imports have been met. `go build` reads them before the compiler does, and
    /// with other words for what is wrong.
    in_head: bool,
}

/// What [`Parser::enter`] hands to [`Parser::leave`].
struct Outer {
    height: u32,
}

impl<'a> Parser<'a> {
    fn new(map: &'a SourceMap, file: FileId, ids: &'a mut NodeIds) -> Parser<'a> {
        let source = map.file(file);
        let none = Token {
            kind: Tok::Eof,
            start: 0,
            end: 0,
            literal: None,
        };
        let mut parser = Parser {
            map,
            source,
            file,
            ids,
            lexer: Lexer::new(&source.text),
            token: none,
            previous_end: source.pos(0),
            errors: Vec::new(),
            error_count: 0,
            syntax_error_line: 0,
            function_depth: 0,
            expression_level: 0,
            depth: 0,
            height: 0,
            stopped: false,
            in_head: true,
        };
        parser.next();
        parser
    }

    fn tok(&self) -> Tok {
        self.token.kind
    }

    /// The place of the current token.
    fn pos(&self) -> Pos {
        self.source.pos(self.token.start)
    }

    fn text(&self) -> &'a str {
        &self.source.text[self.token.start..self.token.end]
    }

    fn next(&mut self) {
        if self.stopped {
            return;
        }
        self.previous_end = self.source.pos(self.token.end);
        self.token = self.lexer.next_token();
        for (offset, message) in std::mem::take(&mut self.lexer.complaints) {
            let literal = self.tok() == Tok::Literal && self.in_head;
            if literal && message == "newline in string" {
                self.head_error(self.pos(), "string literal not terminated");
            } else if literal && message == "more than one character in rune literal" {
                self.head_error(self.pos(), "illegal rune literal");
            } else {
                self.error_at(self.source.pos(offset), message);
            }
        }
    }

    /// Reports what is wrong with the package clause or an import, after which nothing is read.
    fn head_error(&mut self, pos: Pos, message: impl Into<String>) {
        self.error_at(pos, message);
        self.stopped = true;
        self.token.kind = Tok::Eof;
    }

    /// Reports that something else was expected in the package clause or in an import.
    fn head_expected(&mut self, expected: &str) {
        let found = match self.tok() {
            Tok::Semi(Semi::Newline) => "newline".to_string(),
            Tok::Eof | Tok::Semi(Semi::Eof) => "'EOF'".to_string(),
            Tok::Name | Tok::Literal => self.text().to_string(),
            _ => format!("'{}'", self.text()),
        };
        self.head_error(self.pos(), format!("expected '{expected}', found {found}"));
    }

    fn at_keyword(&self, keyword: Keyword) -> bool {
        self.tok() == Tok::Keyword(keyword)
    }

    fn at_semi(&self) -> bool {
        matches!(self.tok(), Tok::Semi(_))
    }

    fn got(&mut self, tok: Tok) -> bool {
        let there = self.tok() == tok || (matches!(tok, Tok::Semi(_)) && self.at_semi());
        if there {
            self.next();
        }
        there
    }

    fn want(&mut self, tok: Tok) {
        if !self.got(tok) {
            self.syntax_error(&format!("expected {}", tok.text()));
            self.skip_one();
        }
    }

    /// Like `got(Assign)`, but `:=` is taken for it, with a complaint.
    fn got_assign(&mut self) -> bool {
        if self.tok() == Tok::Define {
            self.syntax_error("expected =");
            self.next();
            return true;
        }
        self.got(Tok::Assign)
    }

    /// Reports an error. Only one syntax error is reported a line, and nothing twice on a line.
    fn error_at(&mut self, pos: Pos, message: impl Into<String>) {
        self.error_count += 1;
        self.report(pos, message.into());
    }

    fn report(&mut self, pos: Pos, message: String) {
        if self.stopped {
            return;
        }
        let line = self.map.position(pos).line;
        if message.starts_with("syntax error") {
            if line == self.syntax_error_line {
                return;
            }
            self.syntax_error_line = line;
        }
        self.errors.push((pos, message));
    }

    fn syntax_error(&mut self, message: &str) {
        self.syntax_error_at(self.pos(), message);
    }

    /// Reports a syntax error. A message that begins with `expected`, `in`, `at` or `after` is put
    /// behind the name of the token that was found instead.
    fn syntax_error_at(&mut self, pos: Pos, message: &str) {
        if self.tok() == Tok::Eof && self.error_count > 0 {
            return;
        }
        let found = match self.tok() {
            Tok::Name => format!("name {}", self.text()),
            Tok::Literal => format!("literal {}", self.text()),
            Tok::Semi(semi) => semi.text().to_string(),
            Tok::IncDec(_) => self.text().to_string(),
            tok => tok.text(),
        };
        let starts = |words: &[&str]| words.iter().any(|w| message.starts_with(w));
        let message = if starts(&["in ", "at ", "after "]) {
            format!("syntax error: unexpected {found} {message}")
        } else if starts(&["expected "]) {
            format!("syntax error: unexpected {found}, {message}")
        } else {
            format!("syntax error: {message}")
        };
        self.error_at(pos, message);
    }

    /// Skips one token, to get ahead after an error.
    fn skip_one(&mut self) {
        if self.tok() != Tok::Eof {
            self.next();
        }
    }

    /// Skips to one of the tokens that may follow, or, within a function, to one that begins a statement.
    fn skip_to(&mut self, follow: impl Fn(Tok) -> bool) {
        while self.tok() != Tok::Eof
            && !follow(self.tok())
            && !(self.function_depth > 0 && begins_statement(self.tok()))
        {
            self.next();
        }
    }

    /// Opens a node. `None`, with an error, if that would make the tree too deep. Else [`Parser::leave`] it.
    fn enter(&mut self, what: &str) -> Option<Outer> {
        if self.depth + 1 >= MAX_DEPTH {
            self.too_deep(what);
            return None;
        }
        self.depth += 1;
        Some(Outer {
            height: std::mem::take(&mut self.height),
        })
    }

    fn leave(&mut self, outer: Outer) {
        self.depth -= 1;
        self.height = outer.height.max(self.height + 1);
    }

    /// Notes that what was built within the open node goes one level down: `a+b` in `a+b+c`.
    fn lengthen_chain(&mut self) {
        self.height += 1;
        if self.depth + self.height >= MAX_DEPTH {
            self.too_deep("expression");
        }
    }

    fn too_deep(&mut self, what: &str) {
        let pos = self.pos();
        self.error_at(pos, format!("syntax error: {what} nested too deeply"));
        self.stopped = true;
        self.token.kind = Tok::Eof;
    }

    fn name(&mut self) -> Ident {
        let id = self.ids.fresh();
        let pos = self.pos();
        if self.tok() == Tok::Name {
            let name = self.text().into();
            self.next();
            return Ident { id, pos, name };
        }
        self.syntax_error("expected name");
        self.skip_one();
        Ident {
            id,
            pos,
            name: "_".into(),
        }
    }

    /// `first { "," name }`
    fn names(&mut self, first: Ident) -> Vec<Ident> {
        let mut names = vec![first];
        while self.got(Tok::Comma) {
            names.push(self.name());
        }
        names
    }

    /// `[ element { separator element } [ separator ] ] close`. No more elements are taken once one gives
    /// true. Gives the place of `close`.
    fn list(
        &mut self,
        context: &str,
        separator: Tok,
        close: Tok,
        mut element: impl FnMut(&mut Self) -> bool,
    ) -> Pos {
        let mut done = false;
        while self.tok() != Tok::Eof && self.tok() != close && !done {
            done = element(self);
            if !self.got(separator) && self.tok() != close {
                let [separator, expected] = [separator, close].map(Tok::text);
                self.syntax_error(&format!(
                    "in {context}; possibly missing {separator} or {expected}"
                ));
                self.skip_to(|t| matches!(t, Tok::Rparen | Tok::Rbrack | Tok::Rbrace));
                if self.tok() != close {
                    return self.pos();
                }
            }
        }
        let pos = self.pos();
        self.want(close);
        pos
    }

    fn node(&mut self, pos: Pos, kind: ExprKind) -> Expr {
        Expr {
            id: self.ids.fresh(),
            pos,
            end: self.previous_end.max(pos),
            kind,
        }
    }

    fn bad(&mut self) -> Expr {
        let pos = self.pos();
        self.node(pos, ExprKind::Bad)
    }

    fn name_expr(&self, ident: Ident) -> Expr {
        let end = Pos(ident.pos.0 + ident.name.len() as u32);
        Expr {
            id: ident.id,
            pos: ident.pos,
            end,
            kind: ExprKind::Name(ident.name),
        }
    }
}

const SEMI: Tok = Tok::Semi(Semi::Semicolon);

fn begins_statement(tok: Tok) -> bool {
    use Keyword::*;
    matches!(
        tok,
        Tok::Keyword(
            Break
                | Const
                | Continue
                | Defer
                | Fallthrough
                | For
                | Go
                | Goto
                | If
                | Return
                | Select
                | Switch
                | Type
                | Var
        )
    )
}
