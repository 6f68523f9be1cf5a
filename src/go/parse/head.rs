//! What stands between `if`, `for` or `switch` and the `{`.

use super::super::ast::*;
use super::super::source::Pos;
use super::super::token::{Keyword, Semi, Tok};
use super::{Parser, SEMI};

/// What stands between `if`, `for` or `switch` and the `{`.
pub(super) enum Head {
    Clauses {
        init: Option<Box<Stmt>>,
        cond: Option<Cond>,
        post: Option<Box<Stmt>>,
    },
    Range(RangeHead),
}

/// `key, value := range operand`
pub(super) struct RangeHead {
    pub(super) pos: Pos,
    pub(super) lhs: Vec<Expr>,
    pub(super) define: bool,
    pub(super) operand: Expr,
}

/// What a statement depends on.
pub(super) enum Cond {
    Expr(Expr),
    TypeSwitchGuard {
        binding: Option<Ident>,
        operand: Expr,
    },
}

/// A simple statement, or, in the head of a `for`, a range clause.
pub(super) enum Simple {
    Stmt(Box<Stmt>),
    Range(RangeHead),
}

impl Parser<'_> {
    /// What stands between the keyword and the `{`. A `{` within doesn't open a composite literal there.
    pub(super) fn head(&mut self, keyword: Keyword) -> Head {
        self.next();
        if self.tok() == Tok::Lbrace {
            let mut cond = None;
            if keyword == Keyword::If {
                self.syntax_error("missing condition in if statement");
                cond = Some(Cond::Expr(self.bad()));
            }
            return Head::Clauses {
                init: None,
                cond,
                post: None,
            };
        }
        let outer = std::mem::replace(&mut self.expression_level, -1);
        let head = self.head_clauses(keyword);
        self.expression_level = outer;
        head
    }

    fn head_clauses(&mut self, keyword: Keyword) -> Head {
        let mut init = None;
        if !self.at_semi() {
            if self.got(Tok::Keyword(Keyword::Var)) {
                let message = format!(
                    "var declaration not allowed in {} initializer",
                    keyword.text()
                );
                self.syntax_error(&message);
            }
            match self.simple_stmt_in(Some(keyword)) {
                Simple::Range(range) => return Head::Range(range),
                Simple::Stmt(stmt) => init = Some(stmt),
            }
        }
        if self.tok() == Tok::Lbrace {
            let cond = init.and_then(|stmt| self.cond_of(*stmt, keyword));
            return Head::Clauses {
                init: None,
                cond,
                post: None,
            };
        }
        let mut semi = None;
        if let Tok::Semi(kind) = self.tok() {
            semi = Some((self.pos(), kind));
            self.next();
        } else {
            self.want(Tok::Lbrace);
            if self.tok() != Tok::Lbrace {
                self.skip_to(|t| matches!(t, Tok::Lbrace | Tok::Rbrace));
            }
        }
        let (cond, post) = if keyword == Keyword::For {
            self.loop_clauses()
        } else {
            (self.clause(keyword), None)
        };
        let cond = match cond {
            Some(stmt) => self.cond_of(*stmt, keyword),
            None => self.missing_cond(keyword, semi),
        };
        Head::Clauses { init, cond, post }
    }

    /// The clause before `{`, if there is one.
    fn clause(&mut self, keyword: Keyword) -> Option<Box<Stmt>> {
        if self.tok() == Tok::Lbrace {
            return None;
        }
        match self.simple_stmt_in(Some(keyword)) {
            Simple::Stmt(stmt) => Some(stmt),
            Simple::Range(_) => None,
        }
    }

    /// `[ cond ] ";" [ post ]`
    fn loop_clauses(&mut self) -> (Option<Box<Stmt>>, Option<Box<Stmt>>) {
        let mut cond = None;
        if !self.at_semi() {
            if self.tok() == Tok::Lbrace {
                self.syntax_error("expected for loop condition");
                return (None, None);
            }
            cond = Some(self.simple_stmt().into());
        }
        self.want(SEMI);
        if self.tok() == Tok::Lbrace {
            return (cond, None);
        }
        let post = self.simple_stmt();
        if let StmtKind::Define { op_pos, .. } = post.kind {
            self.syntax_error_at(op_pos, "cannot declare in post statement of for loop");
        }
        (cond, Some(post.into()))
    }

    fn missing_cond(&mut self, keyword: Keyword, semi: Option<(Pos, Semi)>) -> Option<Cond> {
        let (pos, semi) = semi.filter(|_| keyword == Keyword::If)?;
        if semi == Semi::Semicolon {
            self.syntax_error_at(pos, "missing condition in if statement");
        } else {
            self.syntax_error_at(
                pos,
                &format!("unexpected {}, expected {{ after if clause", semi.text()),
            );
        }
        Some(Cond::Expr(self.node(pos, ExprKind::Bad)))
    }

    /// What a statement in a condition's place stands for. Only an expression may, or a type switch's guard.
    fn cond_of(&mut self, stmt: Stmt, keyword: Keyword) -> Option<Cond> {
        let shown = stmt.to_string();
        let pos = match stmt.kind {
            StmtKind::Expr(x) => return Some(guard_or_expr(x, keyword)),
            StmtKind::Define {
                mut lhs,
                rhs,
                op_pos,
            } => {
                let guard = rhs.len() == 1 && matches!(rhs[0].kind, ExprKind::TypeSwitchGuard(_));
                let named = lhs.len() == 1 && matches!(lhs[0].kind, ExprKind::Name(_));
                if keyword == Keyword::Switch && guard && named {
                    let binding = lhs.pop().and_then(ident_of);
                    let ExprKind::TypeSwitchGuard(operand) = rhs.into_iter().next()?.kind else {
                        return None;
                    };
                    return Some(Cond::TypeSwitchGuard {
                        binding,
                        operand: *operand,
                    });
                }
                op_pos
            }
            StmtKind::Assign { op_pos, .. }
            | StmtKind::OpAssign { op_pos, .. }
            | StmtKind::IncDec { op_pos, .. } => op_pos,
            StmtKind::Send { arrow, .. } => arrow,
            _ => stmt.pos,
        };
        self.syntax_error_at(pos, &format!("cannot use {shown} as value"));
        None
    }
}

impl Cond {
    /// As the condition of an `if` or `for`, where a type switch's guard is one more expression.
    pub(super) fn into_expr(self) -> Expr {
        match self {
            Cond::Expr(x) | Cond::TypeSwitchGuard { operand: x, .. } => x,
        }
    }
}

fn guard_or_expr(x: Expr, keyword: Keyword) -> Cond {
    match x.kind {
        ExprKind::TypeSwitchGuard(operand) if keyword == Keyword::Switch => Cond::TypeSwitchGuard {
            binding: None,
            operand: *operand,
        },
        _ => Cond::Expr(x),
    }
}

pub(super) fn ident_of(x: Expr) -> Option<Ident> {
    match x.kind {
        ExprKind::Name(name) => Some(Ident {
            id: x.id,
            pos: x.pos,
            name,
        }),
        _ => None,
    }
}
