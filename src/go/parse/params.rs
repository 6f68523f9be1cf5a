//! Signatures and parameter lists.

use super::super::ast::*;
use super::super::source::Pos;
use super::super::token::Tok;
use super::Parser;
use super::struct_type::Brackets;

/// An entry of a parameter list, before it is known whether a lone name is a parameter or a type.
struct Param {
    pos: Pos,
    name: Option<Ident>,
    ellipsis: Option<Pos>,
    typ: Option<Expr>,
}

impl Parser<'_> {
    /// `[ TypeParams ] "(" params ")" results`. With a context, type parameters are a mistake.
    pub(super) fn func_type(&mut self, context: &str) -> (Vec<Field>, Signature) {
        let mut type_params = Vec::new();
        let pos = self.pos();
        if self.got(Tok::Lbrack) {
            if !context.is_empty() {
                self.syntax_error_at(pos, &format!("{context} must have no type parameters"));
            }
            if self.tok() == Tok::Rbrack {
                self.syntax_error("empty type parameter list");
                self.next();
            } else {
                type_params = self.param_list(None, Tok::Rbrack, true, false).0;
            }
        }
        let lparen = self.pos();
        self.want(Tok::Lparen);
        let (params, rparen) = self.param_list(None, Tok::Rparen, false, true);
        let results = self.results();
        (
            type_params,
            Signature {
                lparen,
                params,
                rparen,
                results,
            },
        )
    }

    /// `Parameters | Type`, or nothing.
    fn results(&mut self) -> Vec<Field> {
        if self.got(Tok::Lparen) {
            return self.param_list(None, Tok::Rparen, false, false).0;
        }
        let pos = self.pos();
        let typ = self.type_or_none();
        typ.map(|typ| Field {
            pos,
            names: Vec::new(),
            ellipsis: None,
            typ,
        })
        .into_iter()
        .collect()
    }

    /// A list of parameters after its opening bracket, up to and with `close`: `]` if they are type parameters (or
    /// arguments). The first name, or name and constraint, may have been read. `all_named` where none can be
    /// a type alone, `variadic` where the last may be. Gives the place of `close` too.
    pub(super) fn param_list(
        &mut self,
        first: Option<(Ident, Option<Expr>)>,
        close: Tok,
        all_named: bool,
        variadic: bool,
    ) -> (Vec<Field>, Pos) {
        let mut params = Vec::new();
        let mut first_name = None;
        match first {
            Some((name, Some(typ))) => {
                params.push(Param {
                    pos: name.pos,
                    name: Some(name),
                    ellipsis: None,
                    typ: Some(typ),
                });
                let end = self.pos();
                if self.got(close) {
                    return (self.fields(params, all_named, variadic, end), end);
                }
                self.after_first_param(close);
            }
            Some((name, None)) => first_name = Some(name),
            None => {}
        }
        let end = self.list("parameter list", Tok::Comma, close, |p| {
            params.extend(p.param(first_name.take(), close));
            false
        });
        (self.fields(params, all_named, variadic, end), end)
    }

    /// The comma after a first type parameter that was read as an expression.
    fn after_first_param(&mut self, close: Tok) {
        if !self.got(Tok::Comma) {
            let expected = close.text();
            self.syntax_error(&format!(
                "in parameter list; possibly missing comma or {expected}"
            ));
            self.skip_to(|t| matches!(t, Tok::Rparen | Tok::Rbrack | Tok::Rbrace));
        }
    }

    /// `[ name ] [ "..." ] Type`, or a name alone.
    fn param(&mut self, name: Option<Ident>, close: Tok) -> Option<Param> {
        let unions = close == Tok::Rbrack;
        let pos = name.as_ref().map_or(self.pos(), |n| n.pos);
        let mut param = Param {
            pos,
            name,
            ellipsis: None,
            typ: None,
        };
        if param.name.is_none() && unions && self.tok() == Tok::Tilde {
            param.typ = Some(self.union_from(None));
            return Some(param);
        }
        if param.name.is_some() || self.tok() == Tok::Name {
            let name = match param.name.take() {
                Some(name) => name,
                None => self.name(),
            };
            match self.named_type(name, unions) {
                (Some(name), None) => param.name = Some(name),
                (name, typ) => return Some(Param { name, typ, ..param }),
            }
        }
        let ellipsis = self.pos();
        if self.got(Tok::DotDotDot) {
            param.typ = self.type_or_none();
            if param.typ.is_some() {
                param.ellipsis = Some(ellipsis);
            } else {
                param.typ = Some(self.bad());
                self.syntax_error("... is missing type");
            }
            return Some(param);
        }
        if unions && self.tok() == Tok::Tilde {
            param.typ = Some(self.union_from(None));
            return Some(param);
        }
        param.typ = self.type_or_none();
        if unions && self.tok() == Tok::Operator(BinaryOp::Or) {
            param.typ = param.typ.map(|typ| self.union_from(Some(typ)));
        }
        if param.name.is_some() || param.typ.is_some() {
            return Some(param);
        }
        self.syntax_error(&format!("expected {}", close.text()));
        self.skip_to(|t| t == Tok::Comma || t == close);
        None
    }

    /// What a parameter's first name turns out to be by what follows directly: a type, a name with its type,
    /// or, with neither, still a name.
    fn named_type(&mut self, name: Ident, unions: bool) -> (Option<Ident>, Option<Expr>) {
        let (name, typ) = match self.tok() {
            Tok::Lbrack => match self.brackets() {
                Brackets::Arguments {
                    lbracket,
                    arguments,
                } => (None, self.instance(name, lbracket, arguments)),
                Brackets::Type(typ) => (Some(name), typ),
            },
            Tok::Dot => (None, self.qualified_name(Some(name))),
            Tok::Operator(BinaryOp::Or) if unions => (None, self.name_expr(name)),
            _ => return (Some(name), None),
        };
        if unions && self.tok() == Tok::Operator(BinaryOp::Or) {
            return (name, Some(self.union_from(Some(typ))));
        }
        (name, Some(typ))
    }

    fn union_from(&mut self, first: Option<Expr>) -> Expr {
        let first = first.map(|typ| UnionTerm {
            pos: typ.pos,
            tilde: false,
            typ,
        });
        let terms = self.union(first);
        self.constraint(terms)
    }

    /// Gives the types to the names before them, and says what is missing.
    fn fields(
        &mut self,
        mut params: Vec<Param>,
        all_named: bool,
        variadic: bool,
        end: Pos,
    ) -> Vec<Field> {
        let named = params
            .iter()
            .filter(|p| p.name.is_some() && p.typ.is_some())
            .count();
        if named == 0 && !all_named {
            for param in &mut params {
                if let Some(name) = param.name.take() {
                    param.typ = Some(self.name_expr(name));
                }
            }
        } else if named != params.len() {
            self.complain_of_missing(&params, all_named, end);
        }
        self.check_ellipses(&mut params, variadic);
        let mut fields = Vec::new();
        let mut names = Vec::new();
        let mut start = None;
        for param in params {
            let pos = *start.get_or_insert(param.pos);
            if param.typ.is_some() && param.name.is_none() && named > 0 {
                names.push(Ident {
                    id: self.ids.fresh(),
                    pos: param.pos,
                    name: "_".into(),
                });
            }
            names.extend(param.name);
            if let Some(typ) = param.typ {
                let names = std::mem::take(&mut names);
                fields.push(Field {
                    pos,
                    names,
                    ellipsis: param.ellipsis,
                    typ,
                });
                start = None;
            }
        }
        if let Some(pos) = start {
            let typ = self.node(pos, ExprKind::Bad);
            fields.push(Field {
                pos,
                names,
                ellipsis: None,
                typ,
            });
        }
        fields
    }

    /// Some parameters are named: then all must be, and each must have a type, its own or a later one's.
    fn complain_of_missing(&mut self, params: &[Param], all_named: bool, end: Pos) {
        let message = match params.iter().find(|p| p.name.is_none()) {
            Some(_) if all_named && params.len() == 1 => {
                "missing type parameter name or invalid array length"
            }
            Some(_) if all_named => "missing type parameter name",
            Some(_) => "missing parameter name",
            None if params.last().is_none_or(|p| p.typ.is_some()) => return,
            None if all_named => "missing type constraint",
            None => "missing parameter type",
        };
        let nameless = params.iter().find(|p| p.name.is_none());
        self.syntax_error_at(nameless.map_or(end, |p| p.pos), message);
    }

    /// Only the last parameter may be variadic, if at all.
    fn check_ellipses(&mut self, params: &mut [Param], variadic: bool) {
        let shares_type = |p: &Param| p.typ.is_none();
        let last_alone = params.len() < 2 || !shares_type(&params[params.len() - 2]);
        let candidates = params.len() - usize::from(variadic && last_alone && !params.is_empty());
        let misplaced: Vec<Pos> = params[..candidates]
            .iter_mut()
            .filter_map(|p| p.ellipsis.take())
            .collect();
        if let Some(&pos) = misplaced.first() {
            let last = "can only use ... with final parameter";
            self.error_at(pos, if variadic { last } else { "invalid use of ..." });
        }
    }
}
