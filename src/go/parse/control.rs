//! Statements with blocks: `if`, `for`, `switch`, `select`.

use super::super::ast::*;
use super::super::source::Pos;
use super::super::token::{Keyword, Tok};
use super::Parser;
use super::head::{Cond, Head, RangeHead};

impl Parser<'_> {
    pub(super) fn for_stmt(&mut self) -> StmtKind {
        let head = self.head(Keyword::For);
        let body = self.block("for clause");
        match head {
            Head::Clauses { init, cond, post } => StmtKind::For {
                init,
                cond: cond.map(Cond::into_expr),
                post,
                body,
            },
            Head::Range(RangeHead {
                pos,
                lhs,
                define,
                operand,
            }) => {
                let mut lhs = lhs.into_iter();
                let [key, value, extra] = [lhs.next(), lhs.next(), lhs.next()];
                StmtKind::Range {
                    key,
                    value,
                    extra,
                    define,
                    range_pos: pos,
                    operand,
                    body,
                }
            }
        }
    }

    pub(super) fn if_stmt(&mut self) -> Stmt {
        let pos = self.pos();
        let Some(outer) = self.enter("statement") else {
            return self.stmt_node(pos, StmtKind::Empty);
        };
        let head = self.head(Keyword::If);
        let then = self.block("if clause");
        let otherwise = if self.got(Tok::Keyword(Keyword::Else)) {
            self.otherwise()
        } else {
            None
        };
        let (init, cond) = match head {
            Head::Clauses { init, cond, .. } => (init, cond.map(Cond::into_expr)),
            Head::Range(_) => (None, None),
        };
        let cond = cond.unwrap_or_else(|| self.bad());
        self.leave(outer);
        self.stmt_node(
            pos,
            StmtKind::If {
                init,
                cond,
                then,
                otherwise: otherwise.map(Box::new),
            },
        )
    }

    fn otherwise(&mut self) -> Option<Stmt> {
        let pos = self.pos();
        match self.tok() {
            Tok::Keyword(Keyword::If) => Some(self.if_stmt()),
            Tok::Lbrace => {
                let block = self.block("");
                Some(self.stmt_node(pos, StmtKind::Block(block)))
            }
            _ => {
                self.syntax_error("else must be followed by if or statement block");
                self.skip_to(|t| matches!(t, Tok::Name | Tok::Rbrace));
                None
            }
        }
    }

    pub(super) fn switch_stmt(&mut self) -> StmtKind {
        let (init, cond) = match self.head(Keyword::Switch) {
            Head::Clauses { init, cond, .. } => (init, cond),
            Head::Range(_) => (None, None),
        };
        let (clauses, lbrace, rbrace) = self.clauses("switch clause", Self::case_clause);
        match cond {
            Some(Cond::TypeSwitchGuard { binding, operand }) => StmtKind::TypeSwitch {
                init,
                binding,
                operand,
                clauses,
                lbrace,
                rbrace,
            },
            Some(Cond::Expr(tag)) => StmtKind::Switch {
                init,
                tag: Some(tag),
                clauses,
                lbrace,
                rbrace,
            },
            None => StmtKind::Switch {
                init,
                tag: None,
                clauses,
                lbrace,
                rbrace,
            },
        }
    }

    pub(super) fn select_stmt(&mut self) -> StmtKind {
        self.next();
        let (clauses, lbrace, rbrace) = self.clauses("select clause", Self::comm_clause);
        StmtKind::Select {
            clauses,
            lbrace,
            rbrace,
        }
    }

    /// `"{" { clause } "}"`
    fn clauses<T>(
        &mut self,
        context: &str,
        mut clause: impl FnMut(&mut Self) -> T,
    ) -> (Vec<T>, Pos, Pos) {
        let lbrace = self.pos();
        if !self.got(Tok::Lbrace) {
            self.syntax_error(&format!("missing {{ after {context}"));
            self.skip_to(|t| {
                matches!(
                    t,
                    Tok::Keyword(Keyword::Case | Keyword::Default) | Tok::Rbrace
                )
            });
        }
        let mut clauses = Vec::new();
        while !matches!(self.tok(), Tok::Eof | Tok::Rbrace) {
            clauses.push(clause(self));
        }
        let rbrace = self.pos();
        self.want(Tok::Rbrace);
        (clauses, lbrace, rbrace)
    }

    fn case_clause(&mut self) -> CaseClause {
        let pos = self.pos();
        let exprs = if self.got(Tok::Keyword(Keyword::Case)) {
            Some(self.expr_list())
        } else {
            self.want_default();
            None
        };
        let (colon, body) = self.clause_body();
        CaseClause {
            id: self.ids.fresh(),
            pos,
            exprs,
            colon,
            body,
        }
    }

    fn comm_clause(&mut self) -> CommClause {
        let pos = self.pos();
        let comm = if self.got(Tok::Keyword(Keyword::Case)) {
            Some(self.simple_stmt().into())
        } else {
            self.want_default();
            None
        };
        let (colon, body) = self.clause_body();
        CommClause {
            id: self.ids.fresh(),
            pos,
            comm,
            colon,
            body,
        }
    }

    fn want_default(&mut self) {
        if !self.got(Tok::Keyword(Keyword::Default)) {
            self.syntax_error("expected case or default or }");
            self.skip_to(|t| {
                let clause = matches!(t, Tok::Keyword(Keyword::Case | Keyword::Default));
                clause || matches!(t, Tok::Colon | Tok::Rbrace)
            });
        }
    }

    fn clause_body(&mut self) -> (Pos, Vec<Stmt>) {
        let colon = self.pos();
        self.want(Tok::Colon);
        (colon, self.stmt_list())
    }
}
