//! The lexer: source text in, tokens out, with the semicolons that line ends imply.
//!
//! It never fails: what isn't a token is a complaint and is skipped. It knows offsets in one text, no files.

mod highlight;
mod literal;

pub use highlight::{Class, Span, highlight};

use super::ast::BinaryOp::{self, *};
use super::token::{Keyword, Semi, Tok, Token};
use std::ops::Range;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// A complaint about the byte at an offset.
pub type Complaint = (usize, String);

/// Walks over a text, token by token.
#[derive(Debug)]
pub struct Lexer<'a> {
    src: &'a str,
    at: usize,
    line_may_end_statement: bool,
    /// What was wrong with the text so far.
    pub complaints: Vec<Complaint>,
    /// Where the comments so far stand, without the newline that ends a `//` comment.
    pub comments: Vec<Range<usize>>,
}

impl<'a> Lexer<'a> {
    /// A lexer at the beginning of a text.
    pub fn new(src: &'a str) -> Lexer<'a> {
        Lexer {
            src,
            at: 0,
            line_may_end_statement: false,
            complaints: Vec::new(),
            comments: Vec::new(),
        }
    }

    /// The next token; at the end of the text, [`Tok::Eof`] for ever.
    pub fn next_token(&mut self) -> Token {
        let may_end = std::mem::take(&mut self.line_may_end_statement);
        let (start, line_ended) = self.skip_to_token(may_end);
        let (kind, literal) = match self.peek() {
            _ if line_ended => (Tok::Semi(Semi::Newline), None),
            None if may_end => (Tok::Semi(Semi::Eof), None),
            None => (Tok::Eof, None),
            Some('\n') => {
                self.at += 1;
                (Tok::Semi(Semi::Newline), None)
            }
            Some('0'..='9') => (Tok::Literal, self.number()),
            Some('.') if self.rest()[1..].starts_with(|c: char| c.is_ascii_digit()) => {
                (Tok::Literal, self.number())
            }
            Some('"') => (Tok::Literal, self.string()),
            Some('`') => (Tok::Literal, self.raw_string()),
            Some('\'') => (Tok::Literal, self.rune()),
            Some(c) if c == '_' || c.is_ascii_alphabetic() || !c.is_ascii() => (self.name(), None),
            Some(c) => (self.punctuation(c), None),
        };
        self.line_may_end_statement = kind.ends_statement();
        Token {
            kind,
            start,
            end: self.at,
            literal,
        }
    }

    /// Skips white space, comments and what isn't Go. Gives where the next token starts, and whether that is an
    /// implied semicolon: a comment of several lines, where a line may end the statement.
    fn skip_to_token(&mut self, may_end: bool) -> (usize, bool) {
        while let Some(c) = self.peek() {
            match c {
                '\n' if may_end => break,
                ' ' | '\t' | '\r' | '\n' => self.at += 1,
                '\0' => self.complain_and_skip("invalid NUL character"),
                BYTE_ORDER_MARK if self.at == 0 => self.at += c.len_utf8(),
                BYTE_ORDER_MARK => self.complain_and_skip("invalid BOM in the middle of the file"),
                '/' if self.rest().starts_with("//") => self.line_comment(),
                '/' if self.rest().starts_with("/*") => {
                    let start = self.at;
                    self.full_comment();
                    if may_end && self.src[start..self.at].contains('\n') {
                        return (start, true);
                    }
                }
                '@' | '#' | '$' | '?' | '\\' | '\x01'..='\x1f' | '\x7f' => {
                    self.complain_and_skip(format!("invalid character {}", describe(c)));
                }
                _ => break,
            }
        }
        (self.at, false)
    }

    fn line_comment(&mut self) {
        let length = self.rest().find('\n').unwrap_or(self.rest().len());
        self.comments.push(self.at..self.at + length);
        self.at += length;
    }

    fn full_comment(&mut self) {
        let length = match self.rest()[2..].find("*/") {
            Some(i) => i + 4,
            None => {
                self.complain(self.at, "comment not terminated");
                self.rest().len()
            }
        };
        self.comments.push(self.at..self.at + length);
        self.at += length;
    }

    /// An identifier or keyword. Characters beyond ASCII that can't be in one are complained of and taken along.
    fn name(&mut self) -> Tok {
        let start = self.at;
        while let Some(c) = self.peek() {
            if c == '_'
                || c.is_ascii_alphanumeric()
                || is_letter(c)
                || (is_digit(c) && self.at > start)
            {
            } else if c.is_ascii() {
                break;
            } else if is_digit(c) {
                self.complain(
                    self.at,
                    format!("identifier cannot begin with digit {}", describe(c)),
                );
            } else {
                self.complain(
                    self.at,
                    format!("invalid character {} in identifier", describe(c)),
                );
            }
            self.at += c.len_utf8();
        }
        Keyword::of(&self.src[start..self.at]).map_or(Tok::Name, Tok::Keyword)
    }

    fn punctuation(&mut self, first: char) -> Tok {
        self.at += 1;
        match first {
            '(' => Tok::Lparen,
            '[' => Tok::Lbrack,
            '{' => Tok::Lbrace,
            ')' => Tok::Rparen,
            ']' => Tok::Rbrack,
            '}' => Tok::Rbrace,
            ',' => Tok::Comma,
            ';' => Tok::Semi(Semi::Semicolon),
            '~' => Tok::Tilde,
            '.' if self.take("..") => Tok::DotDotDot,
            '.' => Tok::Dot,
            ':' if self.take("=") => Tok::Define,
            ':' => Tok::Colon,
            '=' if self.take("=") => Tok::Operator(Equal),
            '=' => Tok::Assign,
            '!' if self.take("=") => Tok::Operator(NotEqual),
            '!' => Tok::Not,
            '+' if self.take("+") => Tok::IncDec(Add),
            '+' => self.operator(Add),
            '-' if self.take("-") => Tok::IncDec(Sub),
            '-' => self.operator(Sub),
            '*' if self.take("=") => Tok::AssignOp(Mul),
            '*' => Tok::Star,
            '/' => self.operator(Div),
            '%' => self.operator(Rem),
            '^' => self.operator(Xor),
            '&' if self.take("&") => Tok::Operator(LogicalAnd),
            '&' if self.take("^") => self.operator(AndNot),
            '&' => self.operator(And),
            '|' if self.take("|") => Tok::Operator(LogicalOr),
            '|' => self.operator(Or),
            '<' if self.take("<") => self.operator(ShiftLeft),
            '<' if self.take("=") => Tok::Operator(LessEqual),
            '<' if self.take("-") => Tok::Arrow,
            '<' => Tok::Operator(Less),
            '>' if self.take(">") => self.operator(ShiftRight),
            '>' if self.take("=") => Tok::Operator(GreaterEqual),
            _ => Tok::Operator(Greater),
        }
    }

    fn operator(&mut self, op: BinaryOp) -> Tok {
        if self.take("=") {
            Tok::AssignOp(op)
        } else {
            Tok::Operator(op)
        }
    }

    fn take(&mut self, text: &str) -> bool {
        let there = self.rest().starts_with(text);
        if there {
            self.at += text.len();
        }
        there
    }

    fn rest(&self) -> &'a str {
        &self.src[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn complain(&mut self, offset: usize, message: impl Into<String>) {
        self.complaints.push((offset, message.into()));
    }

    fn complain_and_skip(&mut self, message: impl Into<String>) {
        self.complain(self.at, message);
        self.at += self.peek().map_or(0, char::len_utf8);
    }
}

/// Go's letters: Unicode's categories L, and not Nl as in Unicode's own identifiers.
fn is_letter(c: char) -> bool {
    c == '_' || (unicode_ident::is_xid_start(c) && !c.is_numeric())
}

/// Unicode's category Nd: what may stand in an identifier and is a number, but not a letter-like one.
fn is_digit(c: char) -> bool {
    c.is_numeric() && unicode_ident::is_xid_continue(c) && !unicode_ident::is_xid_start(c)
}

/// `U+0040 '@'`
fn describe(c: char) -> String {
    let code = format!("U+{:04X}", c as u32);
    if c.is_control() {
        code
    } else {
        format!("{code} '{c}'")
    }
}
