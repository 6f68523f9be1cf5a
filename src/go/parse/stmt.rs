//! Statements.

use super::super::ast::*;
use super::super::source::Pos;
use super::super::token::{Keyword, Tok};
use super::head::{RangeHead, Simple, ident_of};
use super::{Parser, SEMI};

impl Parser<'_> {
    pub(super) fn stmt_node(&mut self, pos: Pos, kind: StmtKind) -> Stmt {
        Stmt {
            id: self.ids.fresh(),
            pos,
            end: self.previous_end.max(pos),
            kind,
        }
    }

    pub(super) fn func_body(&mut self) -> Block {
        self.function_depth += 1;
        let errors = self.error_count;
        let level = std::mem::take(&mut self.expression_level);
        let body = self.block("");
        self.expression_level = level;
        self.function_depth -= 1;
        if self.error_count == errors {
            self.check_branches(&body);
        }
        body
    }

    /// `"{" StatementList "}"`, which follows `context`.
    pub(super) fn block(&mut self, context: &str) -> Block {
        let lbrace = self.pos();
        if !self.got(Tok::Lbrace) {
            self.syntax_error(&format!("expected {{ after {context}"));
            self.skip_to(|t| matches!(t, Tok::Name | Tok::Rbrace));
            let rbrace = self.pos();
            if self.got(Tok::Rbrace) {
                return Block {
                    lbrace,
                    stmts: Vec::new(),
                    rbrace,
                };
            }
        }
        let stmts = self.stmt_list();
        let rbrace = self.pos();
        self.want(Tok::Rbrace);
        Block {
            lbrace,
            stmts,
            rbrace,
        }
    }

    /// `{ Statement ";" }`
    pub(super) fn stmt_list(&mut self) -> Vec<Stmt> {
        let mut stmts = Vec::new();
        while !matches!(
            self.tok(),
            Tok::Eof | Tok::Rbrace | Tok::Keyword(Keyword::Case | Keyword::Default)
        ) {
            let Some(stmt) = self.stmt_or_none() else {
                break;
            };
            stmts.push(stmt);
            if !self.got(SEMI) && self.tok() != Tok::Rbrace {
                self.syntax_error("at end of statement");
                self.skip_to(|t| {
                    let clause = matches!(t, Tok::Keyword(Keyword::Case | Keyword::Default));
                    clause || matches!(t, Tok::Semi(_) | Tok::Rbrace)
                });
                self.got(SEMI);
            }
        }
        stmts
    }

    fn stmt_or_none(&mut self) -> Option<Stmt> {
        let pos = self.pos();
        let Some(outer) = self.enter("statement") else {
            return Some(self.stmt_node(pos, StmtKind::Empty));
        };
        let stmt = self.stmt_here(pos);
        self.leave(outer);
        stmt
    }

    fn stmt_here(&mut self, pos: Pos) -> Option<Stmt> {
        let kind = match self.tok() {
            Tok::Name => return self.simple_or_labeled(pos),
            Tok::Keyword(keyword) => return self.keyword_stmt(pos, keyword),
            Tok::Lbrace => StmtKind::Block(self.block("")),
            Tok::Semi(_) => StmtKind::Empty,
            Tok::Tilde => return None,
            Tok::Literal | Tok::Lparen | Tok::Lbrack | Tok::Star => {
                return Some(self.simple_stmt());
            }
            _ if self.unary_op().is_some() => return Some(self.simple_stmt()),
            _ => return None,
        };
        Some(self.stmt_node(pos, kind))
    }

    fn keyword_stmt(&mut self, pos: Pos, keyword: Keyword) -> Option<Stmt> {
        use Keyword::*;
        let kind = match keyword {
            Var | Const | Type => {
                let mut decls = Vec::new();
                self.value_or_type_declaration(&mut decls);
                StmtKind::Decl(decls)
            }
            Func | Struct | Map | Chan | Interface => return Some(self.simple_stmt()),
            For => self.for_stmt(),
            Switch => self.switch_stmt(),
            Select => self.select_stmt(),
            If => return Some(self.if_stmt()),
            Fallthrough => {
                self.next();
                StmtKind::Fallthrough
            }
            Break => StmtKind::Break(self.optional_label()),
            Continue => StmtKind::Continue(self.optional_label()),
            Go => StmtKind::Go(self.called()),
            Defer => StmtKind::Defer(self.called()),
            Goto => {
                self.next();
                StmtKind::Goto(self.name())
            }
            Return => {
                self.next();
                let none = matches!(self.tok(), Tok::Semi(_) | Tok::Rbrace);
                StmtKind::Return(if none { Vec::new() } else { self.expr_list() })
            }
            _ => return None,
        };
        Some(self.stmt_node(pos, kind))
    }

    fn optional_label(&mut self) -> Option<Ident> {
        self.next();
        (self.tok() == Tok::Name).then(|| self.name())
    }

    /// What follows `go` or `defer`. Whether it is a call is the checker's to say.
    fn called(&mut self) -> Expr {
        let keyword = self.text();
        self.next();
        let mut x = self.primary_expr(None);
        if matches!(x.kind, ExprKind::Paren(_)) {
            self.error_at(
                x.pos,
                format!("expression in {keyword} must not be parenthesized"),
            );
            x = super::decl::unparen(x);
        }
        x
    }

    fn simple_or_labeled(&mut self, pos: Pos) -> Option<Stmt> {
        let mut lhs = self.expr_list();
        let is_label =
            lhs.len() == 1 && matches!(lhs[0].kind, ExprKind::Name(_)) && self.tok() == Tok::Colon;
        if !is_label {
            return Some(match self.simple_stmt_after(pos, lhs, None) {
                Simple::Stmt(stmt) => *stmt,
                Simple::Range(_) => self.stmt_node(pos, StmtKind::Empty),
            });
        }
        let label = lhs.pop().and_then(ident_of)?;
        let colon = self.pos();
        self.next();
        let stmt = if self.tok() == Tok::Rbrace {
            let here = self.pos();
            Some(self.stmt_node(here, StmtKind::Empty))
        } else {
            self.stmt_or_none()
        };
        let Some(stmt) = stmt else {
            self.syntax_error_at(colon, "missing statement after label");
            return None;
        };
        Some(self.stmt_node(
            pos,
            StmtKind::Labeled {
                label,
                stmt: stmt.into(),
            },
        ))
    }

    pub(super) fn simple_stmt(&mut self) -> Stmt {
        let pos = self.pos();
        match self.simple_stmt_in(None) {
            Simple::Stmt(stmt) => *stmt,
            Simple::Range(_) => self.stmt_node(pos, StmtKind::Empty),
        }
    }

    /// A simple statement, in the head of the statement of that keyword if there is one.
    pub(super) fn simple_stmt_in(&mut self, head: Option<Keyword>) -> Simple {
        let pos = self.pos();
        if head == Some(Keyword::For) && self.at_keyword(Keyword::Range) {
            return Simple::Range(self.range_head(Vec::new(), false));
        }
        let lhs = self.expr_list();
        self.simple_stmt_after(pos, lhs, head)
    }

    /// The rest of a simple statement, whose expressions on the left have been read.
    fn simple_stmt_after(&mut self, pos: Pos, mut lhs: Vec<Expr>, head: Option<Keyword>) -> Simple {
        let op_pos = self.pos();
        let tok = self.tok();
        let kind = if matches!(tok, Tok::Assign | Tok::Define) {
            self.next();
            if head == Some(Keyword::For) && self.at_keyword(Keyword::Range) {
                return Simple::Range(self.range_head(lhs, tok == Tok::Define));
            }
            let rhs = self.expr_list();
            match tok {
                Tok::Define => StmtKind::Define { lhs, op_pos, rhs },
                _ => StmtKind::Assign { lhs, op_pos, rhs },
            }
        } else {
            let single = lhs.len() == 1;
            let first = lhs.swap_remove(0);
            match tok {
                _ if !single => {
                    self.syntax_error("expected := or = or comma");
                    self.skip_to(|t| matches!(t, Tok::Semi(_) | Tok::Rbrace));
                    StmtKind::Expr(first)
                }
                Tok::AssignOp(op) => {
                    self.next();
                    StmtKind::OpAssign {
                        lhs: first,
                        op,
                        op_pos,
                        rhs: self.expr(),
                    }
                }
                Tok::IncDec(op) => {
                    self.next();
                    StmtKind::IncDec {
                        operand: first,
                        op,
                        op_pos,
                    }
                }
                Tok::Arrow => {
                    self.next();
                    StmtKind::Send {
                        channel: first,
                        arrow: op_pos,
                        value: self.expr(),
                    }
                }
                _ => StmtKind::Expr(first),
            }
        };
        Simple::Stmt(self.stmt_node(pos, kind).into())
    }

    fn range_head(&mut self, lhs: Vec<Expr>, define: bool) -> RangeHead {
        let pos = self.pos();
        self.next();
        RangeHead {
            pos,
            lhs,
            define,
            operand: self.expr(),
        }
    }
}
