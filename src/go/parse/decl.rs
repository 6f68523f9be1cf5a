//! Source files and declarations.

use super::super::ast::*;
use super::super::token::{Keyword, Tok};
use super::{Parser, SEMI};
use std::sync::Arc;

/// The type and values of a line of constants.
type Repeated = (Option<Arc<Expr>>, Arc<[Expr]>);

/// Where a group of constants stands, and what a line without type and value repeats.
#[derive(Default)]
struct ConstGroup {
    iota: u32,
    last: Option<Repeated>,
}

impl Parser<'_> {
    /// `PackageClause ";" { ImportDecl ";" } { TopLevelDecl ";" }`
    pub(super) fn file(&mut self) -> File {
        let go_minor = self.build_constraint();
        let mut decls = Vec::new();
        let package = if self.got(Tok::Keyword(Keyword::Package)) {
            if self.tok() == Tok::Name {
                let name = self.name();
                self.want(SEMI);
                name
            } else {
                self.head_expected("IDENT");
                self.placeholder()
            }
        } else {
            self.head_expected("package");
            self.placeholder()
        };
        if self.errors.is_empty() {
            self.top_level(&mut decls);
        }
        let end = self.source.pos(self.source.text.len());
        File {
            file: self.file,
            package,
            decls,
            go_minor,
            end,
        }
    }

    /// The 21 of a `//go:build go1.21` before the package clause. As for all files that are named on a command
    /// line, other constraints exclude nothing.
    fn build_constraint(&self) -> Option<u32> {
        let comments = self
            .lexer
            .comments
            .iter()
            .map(|range| &self.source.text[range.clone()]);
        let mut versions =
            comments.filter_map(|c| c.strip_prefix("//go:build ")?.trim().strip_prefix("go1."));
        versions.next()?.parse().ok()
    }

    fn placeholder(&mut self) -> Ident {
        Ident {
            id: self.ids.fresh(),
            pos: self.pos(),
            name: "_".into(),
        }
    }

    fn top_level(&mut self, decls: &mut Vec<Decl>) {
        let mut previous = Tok::Keyword(Keyword::Import);
        while self.tok() != Tok::Eof {
            let import = Tok::Keyword(Keyword::Import);
            if self.tok() == import && previous != import {
                self.syntax_error("imports must appear before other declarations");
            }
            previous = self.tok();
            if !self.declaration(decls) {
                let headless = matches!(decls.last(), Some(Decl::Func(f)) if f.body.is_none());
                if self.tok() == Tok::Lbrace && headless {
                    self.syntax_error("unexpected semicolon or newline before {");
                } else {
                    self.syntax_error("non-declaration statement outside function body");
                }
                self.skip_to(begins_declaration);
            } else if self.tok() != Tok::Eof && !self.got(SEMI) {
                self.syntax_error("after top level declaration");
                self.skip_to(begins_declaration);
            }
        }
    }

    /// A declaration, or false where there is none.
    fn declaration(&mut self, decls: &mut Vec<Decl>) -> bool {
        match self.tok() {
            Tok::Keyword(Keyword::Import) => {
                self.next();
                let grouped = self.tok() == Tok::Lparen;
                self.group(|p| {
                    let import = p.import_spec();
                    decls.extend(import.map(Decl::Import));
                    if p.in_head
                        && grouped
                        && !matches!(p.tok(), Tok::Semi(_) | Tok::Rparen | Tok::Eof)
                    {
                        p.head_expected(";");
                    }
                });
                return true;
            }
            _ => self.in_head = false,
        }
        match self.tok() {
            Tok::Keyword(Keyword::Func) => decls.push(Decl::Func(self.func_decl())),
            _ => return self.value_or_type_declaration(decls),
        }
        true
    }

    /// Constants, variables or types, as they may stand in a function too; false where there are none.
    pub(super) fn value_or_type_declaration(&mut self, decls: &mut Vec<Decl>) -> bool {
        let keyword = self.tok();
        match keyword {
            Tok::Keyword(Keyword::Const) => {
                self.next();
                let mut constants = ConstGroup::default();
                self.group(|p| decls.push(Decl::Const(p.const_spec(&mut constants))));
            }
            Tok::Keyword(Keyword::Var) => {
                self.next();
                self.group(|p| decls.push(Decl::Var(p.var_spec())));
            }
            Tok::Keyword(Keyword::Type) => {
                self.next();
                self.group(|p| decls.push(Decl::Type(p.type_spec())));
            }
            _ => return false,
        }
        true
    }

    /// `spec | "(" { spec ";" } ")"`
    fn group(&mut self, mut spec: impl FnMut(&mut Self)) {
        if !self.got(Tok::Lparen) {
            return spec(self);
        }
        self.list("grouped declaration", SEMI, Tok::Rparen, |p| {
            spec(p);
            false
        });
    }

    /// `[ "." | PackageName ] ImportPath`
    fn import_spec(&mut self) -> Option<ImportDecl> {
        let pos = self.pos();
        let name = match self.tok() {
            Tok::Name => Some(self.name()),
            Tok::Dot => {
                let dot = Ident {
                    id: self.ids.fresh(),
                    pos,
                    name: ".".into(),
                };
                self.next();
                Some(dot)
            }
            _ => None,
        };
        let path_pos = self.pos();
        if self.tok() != Tok::Literal {
            if self.in_head {
                self.head_error(path_pos, "missing import path");
                return None;
            }
            self.syntax_error("missing import path");
            self.skip_to(|t| matches!(t, Tok::Semi(_) | Tok::Rparen));
            return None;
        }
        let literal = self.token.literal.clone();
        self.next();
        match literal {
            Some(LiteralValue::String(bytes)) => {
                let path = String::from_utf8_lossy(&bytes).into();
                Some(ImportDecl {
                    id: self.ids.fresh(),
                    pos,
                    name,
                    path_pos,
                    path,
                })
            }
            Some(_) => {
                self.syntax_error_at(path_pos, "import path must be a string");
                None
            }
            None => None,
        }
    }

    /// `IdentifierList [ [ Type ] "=" ExpressionList ]`
    fn const_spec(&mut self, group: &mut ConstGroup) -> ConstDecl {
        let pos = self.pos();
        let first = self.name();
        let names = self.names(first);
        let mut typ = None;
        let mut values = Vec::new();
        if !matches!(self.tok(), Tok::Eof | Tok::Semi(_) | Tok::Rparen) {
            typ = self.type_or_none().map(Arc::new);
            if self.got_assign() {
                values = self.expr_list();
            }
        }
        let inherited = typ.is_none() && values.is_empty() && group.last.is_some();
        if !inherited {
            group.last = Some((typ, values.into()));
        }
        let (typ, values) = group.last.clone().unwrap_or_default();
        let iota = group.iota;
        group.iota += 1;
        ConstDecl {
            pos,
            names,
            typ,
            values,
            inherited,
            iota,
        }
    }

    /// `IdentifierList ( Type [ "=" ExpressionList ] | "=" ExpressionList )`
    fn var_spec(&mut self) -> VarDecl {
        let pos = self.pos();
        let first = self.name();
        let names = self.names(first);
        let mut typ = None;
        let mut values = Vec::new();
        if self.got_assign() {
            values = self.expr_list();
        } else {
            typ = Some(self.type_());
            if self.got_assign() {
                values = self.expr_list();
            }
        }
        VarDecl {
            pos,
            names,
            typ,
            values,
        }
    }

    /// `"func" [ Receiver ] name [ TypeParams ] Signature [ Body ]`
    fn func_decl(&mut self) -> FuncDecl {
        let id = self.ids.fresh();
        let pos = self.pos();
        self.next();
        let is_method = self.got(Tok::Lparen);
        let receiver = if is_method { self.receiver() } else { None };
        let name;
        let mut type_params = Vec::new();
        let signature;
        if self.tok() == Tok::Name {
            name = self.name();
            (type_params, signature) = self.func_type("");
        } else {
            name = self.placeholder();
            let here = self.pos();
            signature = Signature {
                lparen: here,
                params: Vec::new(),
                rparen: here,
                results: Vec::new(),
            };
            self.syntax_error(if is_method {
                "expected name"
            } else {
                "expected name or ("
            });
            self.skip_to(|t| matches!(t, Tok::Lbrace | Tok::Semi(_)));
        }
        let body = (self.tok() == Tok::Lbrace).then(|| self.func_body());
        FuncDecl {
            id,
            pos,
            receiver,
            name,
            type_params,
            signature,
            body,
        }
    }

    fn receiver(&mut self) -> Option<Field> {
        let (fields, _) = self.param_list(None, Tok::Rparen, false, false);
        let count: usize = fields.iter().map(|f| f.names.len().max(1)).sum();
        let pos = self.pos();
        match count {
            0 => self.error_at(pos, "method has no receiver"),
            1 => {}
            _ => self.error_at(pos, "method has multiple receivers"),
        }
        let mut first = fields.into_iter().next()?;
        first.names.truncate(1);
        Some(first)
    }
}

fn begins_declaration(tok: Tok) -> bool {
    use Keyword::*;
    matches!(tok, Tok::Keyword(Import | Const | Type | Var | Func))
}

/// An expression without the parentheses around it.
pub(super) fn unparen(mut x: Expr) -> Expr {
    while let ExprKind::Paren(inner) = x.kind {
        x = *inner;
    }
    x
}
