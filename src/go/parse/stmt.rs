//! Statements.

use super::super::ast::*;
use super::super::source::Pos;
use super::super::token::{Keyword, Semi, Tok};
use super::{Parser, SEMI};

/// What stands between `if`, `for` or `switch` and the `{`.
enum Head {
    Clauses {
        init: Option<Box<Stmt>>,
        cond: Option<Cond>,
        post: Option<Box<Stmt>>,
    },
    Range(RangeHead),
}

/// `key, value := range operand`
struct RangeHead {
    pos: Pos,
    lhs: Vec<Expr>,
    define: bool,
    operand: Expr,
}

/// What a statement depends on.
enum Cond {
    Expr(Expr),
    TypeSwitchGuard {
        binding: Option<Ident>,
        operand: Expr,
    },
}

/// A simple statement, or, in the head of a `for`, a range clause.
enum Simple {
    Stmt(Box<Stmt>),
    Range(RangeHead),
}

impl Parser<'_> {
    fn stmt_node(&mut self, pos: Pos, kind: StmtKind) -> Stmt {
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
    fn block(&mut self, context: &str) -> Block {
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
    fn stmt_list(&mut self) -> Vec<Stmt> {
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
            x = super::decl::strip_parens(x);
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

    fn simple_stmt(&mut self) -> Stmt {
        let pos = self.pos();
        match self.simple_stmt_in(None) {
            Simple::Stmt(stmt) => *stmt,
            Simple::Range(_) => self.stmt_node(pos, StmtKind::Empty),
        }
    }

    /// A simple statement, in the head of the statement of that keyword if there is one.
    fn simple_stmt_in(&mut self, head: Option<Keyword>) -> Simple {
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

    /// What stands between the keyword and the `{`. A `{` within doesn't open a composite literal there.
    fn head(&mut self, keyword: Keyword) -> Head {
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

    fn for_stmt(&mut self) -> StmtKind {
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

    fn if_stmt(&mut self) -> Stmt {
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

    fn switch_stmt(&mut self) -> StmtKind {
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

    fn select_stmt(&mut self) -> StmtKind {
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

impl Cond {
    /// As the condition of an `if` or `for`, where a type switch's guard is one more expression.
    fn into_expr(self) -> Expr {
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

fn ident_of(x: Expr) -> Option<Ident> {
    match x.kind {
        ExprKind::Name(name) => Some(Ident {
            id: x.id,
            pos: x.pos,
            name,
        }),
        _ => None,
    }
}
