//! Statements.

use super::Checker;
use super::operand::{Operand, constant_text};
use super::typexpr::strip;
use crate::go::ast::{
    self, BinaryOp, Block, CaseClause, ChanDir, Decl, Expr, ExprKind, Ident, Stmt, StmtKind,
    UnaryOp,
};
use crate::go::source::Pos;
use crate::go::types::info::Mode;
use crate::go::types::object::{Builtin, Kind, ObjId, Place};
use crate::go::types::{Basic, Const, Signature, Type, TypeId};
use std::collections::BTreeMap;

/// Where a statement stands in a switch, for `fallthrough`.
#[derive(Clone, Copy, PartialEq)]
enum InSwitch {
    No,
    /// The last statement of a clause that another follows.
    Clause,
    FinalClause,
    TypeSwitch,
}

impl<'a> Checker<'a> {
    /// The body of a function of package level, with all literals in it.
    pub(super) fn function_body(&mut self, block: &'a Block) {
        let from = self.objects.len();
        self.statements_of(block);
        self.report_unused(from);
    }

    /// The statements of a function, whose parameters' scope is the current one.
    pub(super) fn statements_of(&mut self, block: &'a Block) {
        self.statements(&block.stmts, InSwitch::No);
        let returns = self
            .cx
            .results
            .as_ref()
            .is_some_and(|r| !r.types.is_empty());
        if returns && !self.terminates(block) {
            self.error(block.rbrace, "missing return");
        }
    }

    fn block(&mut self, block: &'a Block) {
        self.in_scope(|c| c.statements(&block.stmts, InSwitch::No));
    }

    fn statements(&mut self, stmts: &'a [Stmt], switch: InSwitch) {
        let last = stmts
            .iter()
            .rposition(|s| !matches!(s.kind, StmtKind::Empty));
        for (i, stmt) in stmts.iter().enumerate() {
            let switch = if Some(i) == last {
                switch
            } else {
                InSwitch::No
            };
            self.stmt(stmt, switch);
        }
    }

    fn simple(&mut self, stmt: Option<&'a Stmt>) {
        if let Some(stmt) = stmt {
            self.stmt(stmt, InSwitch::No);
        }
    }

    fn stmt(&mut self, stmt: &'a Stmt, switch: InSwitch) {
        match &stmt.kind {
            StmtKind::Empty | StmtKind::Break(_) | StmtKind::Continue(_) | StmtKind::Goto(_) => {}
            StmtKind::Decl(decls) => decls.iter().for_each(|d| self.local_decl(d)),
            StmtKind::Labeled { stmt, .. } => self.stmt(stmt, switch),
            StmtKind::Expr(e) => self.expr_stmt(e),
            StmtKind::Send { channel, value, .. } => self.send(stmt, channel, value),
            StmtKind::IncDec { operand, op, .. } => self.inc_dec(operand, *op),
            StmtKind::Assign { lhs, rhs, .. } => self.assign_all(lhs, rhs),
            StmtKind::OpAssign {
                lhs,
                op,
                op_pos,
                rhs,
            } => {
                let x = self.expr(lhs, None);
                let y = self.expr(rhs, None);
                let z = self.binary_op(lhs, *op, *op_pos, x, y, Some(()));
                let recorded = self.exprs[lhs.id.index()].clone();
                if z.is_invalid() {
                    return;
                }
                self.assign_value(lhs, z, "assignment operation");
                if recorded.is_some() {
                    self.exprs[lhs.id.index()] = recorded;
                }
            }
            StmtKind::Define { lhs, op_pos, rhs } => self.define(lhs, rhs, *op_pos),
            StmtKind::Go(call) => self.go_or_defer("go", call),
            StmtKind::Defer(call) => self.go_or_defer("defer", call),
            StmtKind::Return(values) => self.return_stmt(stmt.pos, values),
            StmtKind::Fallthrough => {
                let message = match switch {
                    InSwitch::Clause => return,
                    InSwitch::FinalClause => "cannot fallthrough final case in switch",
                    InSwitch::TypeSwitch => "cannot fallthrough in type switch",
                    InSwitch::No => "fallthrough statement out of place",
                };
                self.error(stmt.pos, message);
            }
            StmtKind::Block(block) => self.block(block),
            StmtKind::If {
                init,
                cond,
                then,
                otherwise,
            } => self.in_scope(|c| {
                c.simple(init.as_deref());
                c.condition(cond, "if");
                c.block(then);
                c.simple(otherwise.as_deref());
            }),
            StmtKind::Switch {
                init, tag, clauses, ..
            } => self.in_scope(|c| {
                c.simple(init.as_deref());
                c.switch(tag.as_ref(), clauses);
            }),
            StmtKind::TypeSwitch {
                init,
                binding,
                operand,
                clauses,
                ..
            } => self.in_scope(|c| {
                c.simple(init.as_deref());
                c.type_switch(binding.as_ref(), operand, clauses);
            }),
            StmtKind::Select { clauses, .. } => self.select(clauses),
            StmtKind::For {
                init,
                cond,
                post,
                body,
            } => self.in_scope(|c| {
                c.simple(init.as_deref());
                if let Some(cond) = cond {
                    c.condition(cond, "for");
                }
                c.simple(post.as_deref());
                c.block(body);
            }),
            StmtKind::Range { .. } => self.range(stmt),
        }
    }

    fn local_decl(&mut self, decl: &'a Decl) {
        match decl {
            Decl::Const(decl) => self.local_const(decl),
            Decl::Type(decl) => self.local_type(decl),
            Decl::Var(decl) => self.local_var(decl),
            Decl::Import(_) | Decl::Func(_) => {}
        }
    }

    fn local_var(&mut self, decl: &'a ast::VarDecl) {
        let ty = decl
            .typ
            .as_ref()
            .map_or(TypeId::INVALID, |t| self.var_type(t));
        let vars: Vec<ObjId> = decl
            .names
            .iter()
            .map(|n| self.new_var(n, ty, Place::Local))
            .collect();
        let wrong_type = decl.typ.is_some() && ty.is_invalid();
        if wrong_type {
            decl.values.iter().for_each(|v| self.use_expr(v));
            for &var in &vars {
                self.extras[var.index()].used = true;
            }
        } else if decl.values.len() == vars.len() {
            for (&var, value) in vars.iter().zip(&decl.values) {
                self.init_var(var, value, "variable declaration", vars.len() == 1);
            }
        } else if decl.values.len() == 1 {
            self.init_vars(&vars, &decl.values, None, decl.pos);
        } else if !decl.values.is_empty() {
            decl.values.iter().for_each(|v| self.use_expr(v));
            if let Some(extra) = decl.values.get(vars.len()) {
                self.error(extra.pos, format!("extra init expr {extra}"));
            } else {
                let name = &decl.names[decl.values.len()];
                self.error(name.pos, format!("missing init expr for {}", name.name));
            }
            for &var in &vars {
                self.extras[var.index()].used = true;
            }
        }
        for (name, var) in decl.names.iter().zip(vars) {
            self.declare(&name.name, name.pos, var);
        }
    }

    fn expr_stmt(&mut self, e: &'a Expr) {
        let x = self.raw(e, None);
        if x.is_invalid() && !matches!(x.mode, Mode::Builtin(_)) {
            return;
        }
        let problem = match x.mode {
            Mode::Builtin(_) => "must be called",
            Mode::Type => "is not an expression",
            _ if self.is_statement(e) => return,
            _ => "is not used",
        };
        let what = self.describe(&x);
        self.error(e.pos, format!("{what} {problem}"));
    }

    /// Whether an expression may stand alone: a call other than of a function without effect, or a receive operation.
    fn is_statement(&self, e: &Expr) -> bool {
        match &strip(e).kind {
            ExprKind::Unary { op, .. } => *op == UnaryOp::Receive,
            ExprKind::Call { fun, .. } => match self.called(fun) {
                Called::Conversion => false,
                Called::Builtin(builtin) => matches!(
                    builtin,
                    Builtin::Clear
                        | Builtin::Close
                        | Builtin::Copy
                        | Builtin::Delete
                        | Builtin::Panic
                        | Builtin::Print
                        | Builtin::Println
                        | Builtin::Recover
                ),
                Called::Function => true,
            },
            _ => false,
        }
    }

    fn called(&self, fun: &Expr) -> Called {
        match self.exprs[fun.id.index()].as_ref().map(|i| &i.mode) {
            Some(Mode::Type) => Called::Conversion,
            Some(Mode::Builtin(builtin)) => Called::Builtin(*builtin),
            _ => Called::Function,
        }
    }

    fn go_or_defer(&mut self, word: &str, e: &'a Expr) {
        let x = self.raw(e, None);
        let ExprKind::Call { fun, .. } = &strip(e).kind else {
            return;
        };
        if x.is_invalid() {
            return;
        }
        let what = self.describe(&x);
        match self.called(fun) {
            Called::Conversion => self.error(
                e.pos,
                format!("{word} requires function call, not conversion {what}"),
            ),
            Called::Builtin(_) if !self.is_statement(e) => {
                self.error(e.pos, format!("{word} discards result of {what}"))
            }
            _ => {}
        }
    }

    fn send(&mut self, stmt: &'a Stmt, channel: &'a Expr, value: &'a Expr) {
        let chan = self.expr(channel, None);
        let mut x = self.generic_expr(value, None);
        if chan.is_invalid() || x.is_invalid() {
            return;
        }
        let (what, shown) = (self.describe(&chan), self.display(chan.ty));
        match self
            .types
            .core_type(chan.ty)
            .map(|c| self.types.get(c))
            .as_deref()
        {
            Some(Type::Chan {
                dir: ChanDir::Receive,
                ..
            }) => {
                self.error(
                    stmt.pos,
                    format!(
                        "invalid operation: cannot send to receive-only channel {shown} {what}"
                    ),
                );
            }
            Some(Type::Chan { elem, .. }) => {
                self.instantiate_for(&mut x, *elem);
                self.assign(&mut x, Some(*elem), "send");
            }
            _ => self.error(
                stmt.pos,
                format!("invalid operation: cannot send to non-channel {shown} {what}"),
            ),
        }
    }

    fn inc_dec(&mut self, operand: &'a Expr, op: BinaryOp) {
        let x = self.expr(operand, None);
        if x.is_invalid() {
            return;
        }
        if !self.all_basic(x.ty, Basic::is_numeric) {
            let (sign, shown) = (op.text(), self.display(x.ty));
            self.error(
                operand.pos,
                format!("invalid operation: {operand}{sign}{sign} (non-numeric type {shown})"),
            );
            return;
        }
        self.assignee(operand);
    }

    fn condition(&mut self, e: &'a Expr, word: &str) {
        let mut x = self.expr(e, None);
        if x.is_invalid() {
            return;
        }
        if !self.all_basic(x.ty, Basic::is_boolean) {
            self.error(e.pos, format!("non-boolean condition in {word} statement"));
            return;
        }
        self.use_default(&mut x);
    }

    fn return_stmt(&mut self, pos: Pos, values: &'a [Expr]) {
        let Some(results) = self.cx.results.clone() else {
            return;
        };
        if !values.is_empty() {
            if results.types.is_empty() {
                let xs = self.unpack(values, false);
                if xs.iter().any(Operand::is_invalid) {
                    return;
                }
                if let [only] = &xs[..]
                    && matches!(only.mode, Mode::NoValue)
                {
                    return;
                }
                let have = self.summary(&xs.iter().map(|x| x.ty).collect::<Vec<_>>(), false, false);
                self.error(
                    values[0].pos,
                    format!("too many return values\n\thave {have}\n\twant ()"),
                );
                return;
            }
            self.return_values(values, &results.types, pos);
            return;
        }
        if results.types.is_empty() {
            return;
        }
        if results.named.iter().all(Option::is_none) {
            let want = self.summary(&results.types, false, false);
            self.error(
                pos,
                format!("not enough return values\n\thave ()\n\twant {want}"),
            );
            return;
        }
        for object in results.named.iter().flatten() {
            let name = self.object(*object).name.clone();
            if let Some(inner) = self.shadowed_result(&name, *object) {
                let at = self.place(self.object(inner).pos);
                let what = match &self.object(inner).kind {
                    Kind::Var(_) => format!("var {name} {}", self.display(self.object(inner).ty)),
                    _ => name.to_string(),
                };
                self.error(pos, format!("result parameter {name} not in scope at return\n\t{at}: inner declaration of {what}"));
            }
            self.note_capture(*object);
        }
    }

    // ---- switch

    fn only_one_default(&mut self, defaults: impl Iterator<Item = Pos>) {
        let mut first: Option<Pos> = None;
        for pos in defaults {
            match first {
                None => first = Some(pos),
                Some(first) => {
                    let at = self.place(first);
                    self.error(pos, format!("multiple defaults (first at {at})"));
                }
            }
        }
    }

    fn switch(&mut self, tag: Option<&'a Expr>, clauses: &'a [CaseClause]) {
        let mut on = tag.map(|tag| self.expr(tag, None));
        let mut wrong = false;
        if let Some(x) = &mut on
            && !x.is_invalid()
        {
            if x.is_nil() {
                self.error(x.pos(), "use of untyped nil in switch expression");
                wrong = true;
            } else if !self.assign(x, None, "switch expression") {
                wrong = true;
            } else if !self.types.comparable(x.ty, false) && !self.types.has_nil(x.ty) {
                let (what, shown) = (self.describe(x), self.display(x.ty));
                self.error(
                    x.pos(),
                    format!("cannot switch on {what} ({shown} is not comparable)"),
                );
                wrong = true;
            }
        }
        wrong |= on.as_ref().is_some_and(Operand::is_invalid);
        self.only_one_default(clauses.iter().filter(|c| c.exprs.is_none()).map(|c| c.pos));
        let mut seen: BTreeMap<String, Pos> = BTreeMap::new();
        for (i, clause) in clauses.iter().enumerate() {
            for e in clause.exprs.iter().flatten() {
                self.case(e, on.as_ref(), wrong, &mut seen);
            }
            let place = if i + 1 == clauses.len() {
                InSwitch::FinalClause
            } else {
                InSwitch::Clause
            };
            self.in_scope(|c| c.statements(&clause.body, place));
        }
    }

    fn case(
        &mut self,
        e: &'a Expr,
        on: Option<&Operand<'a>>,
        wrong: bool,
        seen: &mut BTreeMap<String, Pos>,
    ) {
        let mut x = self.expr(e, None);
        if x.is_invalid() || wrong {
            return;
        }
        match on {
            Some(on) => {
                let y = on.clone();
                if self.is_untyped(x.ty)
                    && let Err(misfit) = self.convert_untyped(&mut x, y.ty)
                {
                    self.not_representable(&x, y.ty, misfit);
                    return;
                }
                let compared = x.clone();
                if self
                    .comparison(e, BinaryOp::Equal, compared, y, true)
                    .is_invalid()
                {
                    return;
                }
            }
            None => {
                if self.is_untyped(x.ty) && !self.all_basic(x.ty, Basic::is_boolean) {
                    self.not_representable(&x, TypeId::BOOL, super::constant::Misfit::Other);
                    return;
                }
                if !self.all_basic(x.ty, Basic::is_boolean) {
                    let shown = self.display(x.ty);
                    self.error(
                        x.pos(),
                        format!(
                            "invalid case {} in switch on true (mismatched types {shown} and bool)",
                            x.expr
                        ),
                    );
                    return;
                }
                self.use_default(&mut x);
            }
        }
        let Some(value) = x.constant().cloned() else {
            return;
        };
        if matches!(value, Const::Bool(_)) && on.is_none() {
            return;
        }
        if self.is_untyped(x.ty) {
            self.use_default(&mut x);
        }
        let identity = match &value {
            Const::String(bytes) => format!("{}:{bytes:?}", x.ty.0),
            other => format!("{}:{}", self.types.canonical(x.ty).0, constant_text(other)),
        };
        if let Some(&previous) = seen.get(&identity) {
            let (what, at) = (self.describe(&x), self.place(previous));
            self.error(
                x.pos(),
                format!("duplicate case {what} in expression switch\n\t{at}: previous case"),
            );
            return;
        }
        seen.insert(identity, x.pos());
    }

    fn type_switch(
        &mut self,
        binding: Option<&'a Ident>,
        operand: &'a Expr,
        clauses: &'a [CaseClause],
    ) {
        let x = self.expr(operand, None);
        let mut valid = !x.is_invalid();
        if valid && self.types.is_param(x.ty) {
            let what = self.describe(&x);
            self.error(
                x.pos(),
                format!("cannot use type switch on type parameter value {what}"),
            );
            valid = false;
        } else if valid && !self.types.is_interface(x.ty) {
            let what = self.describe(&x);
            self.error(x.pos(), format!("{what} is not an interface"));
            valid = false;
        }
        self.only_one_default(clauses.iter().filter(|c| c.exprs.is_none()).map(|c| c.pos));
        if let Some(name) = binding
            && &*name.name == "_"
        {
            self.error(name.pos, "no new variable on left side of :=");
        }
        let mut vars = vec![];
        let mut seen: BTreeMap<TypeId, Pos> = BTreeMap::new();
        for clause in clauses {
            let types: Vec<TypeId> = clause
                .exprs
                .iter()
                .flatten()
                .map(|e| self.type_case(e, &x, valid, &mut seen))
                .collect();
            self.in_scope(|c| {
                if let Some(name) = binding {
                    let ty = match types[..] {
                        [one] if one != TypeId::UNTYPED_NIL => one,
                        _ if !valid => TypeId::INVALID,
                        _ => x.ty,
                    };
                    let ident = Ident {
                        id: clause.id,
                        pos: name.pos,
                        name: name.name.clone(),
                    };
                    let var = c.new_var(&ident, ty, Place::Local);
                    if &*name.name != "_" {
                        c.declare(&name.name, name.pos, var);
                    }
                    vars.push(var);
                }
                c.statements(&clause.body, InSwitch::TypeSwitch);
            });
        }
        let Some(name) = binding else { return };
        let used = vars.iter().any(|v| self.extras[v.index()].used);
        for var in &vars {
            self.extras[var.index()].used = true;
        }
        if !used && &*name.name != "_" {
            self.error(name.pos, format!("{} declared and not used", name.name));
        }
    }

    fn type_case(
        &mut self,
        e: &'a Expr,
        x: &Operand<'a>,
        valid: bool,
        seen: &mut BTreeMap<TypeId, Pos>,
    ) -> TypeId {
        let is_nil = match &strip(e).kind {
            ExprKind::Name(name) if &**name == "nil" => self
                .lookup(name)
                .is_some_and(|o| matches!(self.object(o).kind, Kind::Nil)),
            _ => false,
        };
        let ty = if is_nil {
            self.use_expr(e);
            TypeId::UNTYPED_NIL
        } else {
            self.var_type(e)
        };
        if ty.is_invalid() {
            return ty;
        }
        let canonical = self.types.canonical(ty);
        if let Some(&previous) = seen.get(&canonical) {
            let at = self.place(previous);
            let shown = if is_nil {
                "nil".into()
            } else {
                self.display(ty)
            };
            let message = format!("duplicate case {shown} in type switch");
            self.error(e.pos, format!("{message}\n\t{at}: previous case"));
            return ty;
        }
        seen.insert(canonical, e.pos);
        if valid
            && !is_nil
            && let Some(cause) = self.impossible(x.ty, ty)
        {
            let (what, shown) = (self.describe(x), self.display(ty));
            self.error(e.pos, format!("impossible type switch case: {e}\n\t{what} cannot have dynamic type {shown} {cause}"));
            return TypeId::INVALID;
        }
        ty
    }

    fn select(&mut self, clauses: &'a [ast::CommClause]) {
        self.only_one_default(clauses.iter().filter(|c| c.comm.is_none()).map(|c| c.pos));
        for clause in clauses {
            let receives = |e: &Expr| {
                matches!(
                    &strip(e).kind,
                    ExprKind::Unary {
                        op: UnaryOp::Receive,
                        ..
                    }
                )
            };
            let fits = match clause.comm.as_deref().map(|s| &s.kind) {
                None | Some(StmtKind::Send { .. }) => true,
                Some(StmtKind::Expr(e)) => receives(e),
                Some(StmtKind::Assign { rhs, .. } | StmtKind::Define { rhs, .. }) => {
                    matches!(&rhs[..], [one] if receives(one))
                }
                Some(_) => false,
            };
            if !fits {
                let pos = clause.comm.as_ref().map_or(clause.pos, |c| c.pos);
                self.error(
                    pos,
                    "select case must be send or receive (possibly with assignment)",
                );
                continue;
            }
            self.in_scope(|c| {
                c.simple(clause.comm.as_deref());
                c.statements(&clause.body, InSwitch::No);
            });
        }
    }

    // ---- range

    fn range(&mut self, stmt: &'a Stmt) {
        let StmtKind::Range {
            key,
            value,
            extra,
            define,
            operand,
            body,
            ..
        } = &stmt.kind
        else {
            return;
        };
        let mut x = self.expr(operand, None);
        let lhs = [key.as_ref(), value.as_ref()];
        let mut types = [None, None];
        let mut valid = !x.is_invalid();
        if valid {
            match self.range_types(&x) {
                Ok((key_ty, value_ty, most)) => {
                    types = [key_ty, value_ty];
                    let what = self.describe(&x);
                    if let Some(extra) = extra {
                        self.error(
                            extra.pos,
                            "range clause permits at most two iteration variables",
                        );
                    } else if let (Some(key), 0) = (key, most) {
                        self.error(
                            key.pos,
                            format!("range over {what} permits no iteration variables"),
                        );
                        valid = false;
                    } else if let (Some(value), 1) = (value, most) {
                        self.error(
                            value.pos,
                            format!("range over {what} permits only one iteration variable"),
                        );
                    }
                }
                Err(cause) => {
                    let what = self.describe(&x);
                    let cause = if cause.is_empty() {
                        cause
                    } else {
                        format!(": {cause}")
                    };
                    self.error(x.pos(), format!("cannot range over {what}{cause}"));
                    valid = false;
                }
            }
        }
        let _ = valid;
        self.in_scope(|c| {
            // An untyped number takes its type from the variable that is assigned.
            let untyped = c.is_untyped(x.ty) && !x.is_invalid();
            if untyped {
                let mut target = c.default_type(x.ty);
                if let (Some(key), false) = (key, *define)
                    && let Some(ty) = c.assignee(key)
                    && !ty.is_invalid()
                {
                    target = ty;
                }
                let key_untyped = types[0].is_some_and(|t| c.is_untyped(t));
                let assigned = c.assign(&mut x, Some(target), "assignment");
                if key_untyped {
                    types[0] = assigned.then_some(x.ty);
                }
            }
            if *define {
                c.range_variables(&lhs, types);
            } else {
                for (e, ty) in lhs.into_iter().zip(types) {
                    let Some(e) = e else { continue };
                    match ty {
                        Some(ty) => c.assign_value(e, Operand::value(e, ty), "assignment"),
                        None => {
                            c.assignee(e);
                        }
                    }
                }
            }
            c.block(body);
        });
    }

    fn range_variables(&mut self, lhs: &[Option<&'a Expr>; 2], types: [Option<TypeId>; 2]) {
        let mut declared: Vec<(&'a Expr, ObjId)> = vec![];
        for (e, ty) in lhs.iter().zip(types) {
            let Some(e) = e else { continue };
            let ExprKind::Name(name) = &e.kind else {
                self.error(e.pos, format!("non-name {e} on left side of :="));
                continue;
            };
            let ident = Ident {
                id: e.id,
                pos: e.pos,
                name: name.clone(),
            };
            let var = self.new_var(&ident, ty.unwrap_or(TypeId::INVALID), Place::Local);
            if ty.is_none() {
                self.extras[var.index()].used = true;
            }
            if declared.iter().any(|(_, v)| self.object(*v).name == *name) && &**name != "_" {
                self.error(e.pos, format!("{name} repeated on left side of :="));
                continue;
            }
            declared.push((e, var));
        }
        for (e, var) in declared {
            let name = self.object(var).name.clone();
            self.declare(&name, e.pos, var);
        }
    }

    /// The types of the key and value that ranging over an operand gives, and how many variables there may be.
    fn range_types(
        &self,
        x: &Operand<'a>,
    ) -> Result<(Option<TypeId>, Option<TypeId>, usize), String> {
        let shared = self.packages[self.cx.unit].shared_loop_variables;
        let old =
            |what: &str| format!("requires go1.22 or later (file declares //go:build go1.{what})");
        let minor = self.units[self.cx.unit]
            .file
            .go_minor
            .unwrap_or(27)
            .to_string();
        if x.is_nil() {
            return Err(String::new());
        }
        if self.is_untyped(x.ty) && self.all_basic(x.ty, Basic::is_numeric) {
            let whole = self.all_basic(x.ty, Basic::is_integer);
            return match (whole, shared) {
                (true, true) => Err(old(&minor)),
                (true, false) => Ok((Some(x.ty), None, 1)),
                (false, _) => Err(String::new()),
            };
        }
        if self.all_basic(x.ty, Basic::is_string) {
            return Ok((Some(TypeId::INT), Some(TypeId::RUNE), 2));
        }
        if self.all_basic(x.ty, Basic::is_integer) {
            return if shared {
                Err(old(&minor))
            } else {
                Ok((Some(x.ty), None, 1))
            };
        }
        let Some(core) = self.types.core_type(x.ty) else {
            return Err("no specific type".into());
        };
        match &*self.types.get(core) {
            Type::Slice(elem) | Type::Array { elem, .. } => Ok((Some(TypeId::INT), Some(*elem), 2)),
            Type::Pointer(array) => match &*self.types.under(*array) {
                Type::Array { elem, .. } => Ok((Some(TypeId::INT), Some(*elem), 2)),
                _ => Err(String::new()),
            },
            Type::Map { key, elem } => Ok((Some(*key), Some(*elem), 2)),
            Type::Chan {
                dir: ChanDir::Send, ..
            } => Err(format!(
                "receive from send-only channel {}",
                self.display(x.ty)
            )),
            Type::Chan { elem, .. } => Ok((Some(*elem), None, 1)),
            Type::Func(signature) if !shared => self.range_function(signature),
            Type::Func(_) => Err("requires go1.23 or later".into()),
            _ => Err(String::new()),
        }
    }

    fn range_function(
        &self,
        signature: &Signature,
    ) -> Result<(Option<TypeId>, Option<TypeId>, usize), String> {
        let bad = |why: &str| Err(format!("func must be func(yield func(...) bool): {why}"));
        if signature.params.len() != 1 || !signature.results.is_empty() {
            return bad(if signature.params.len() != 1 {
                "wrong argument count"
            } else {
                "unexpected result"
            })
            .map_err(|e| {
                if signature.params.len() == 1 {
                    e.to_string()
                        .replace("unexpected result", "unexpected results")
                } else {
                    e
                }
            });
        }
        let core = self
            .types
            .core_type(signature.params[0].ty)
            .map(|c| self.types.get(c));
        let Some(Type::Func(yields)) = core.as_deref() else {
            return bad("argument is not func");
        };
        if yields.params.len() > 2 {
            return bad("yield func has too many parameters");
        }
        if yields.results.len() != 1 || !self.all_basic(yields.results[0].ty, Basic::is_boolean) {
            return bad("yield func does not return bool");
        }
        let ty = |i: usize| yields.params.get(i).map(|p: &crate::go::types::Param| p.ty);
        Ok((ty(0), ty(1), yields.params.len()))
    }
}

/// What a call calls.
enum Called {
    Conversion,
    Builtin(Builtin),
    Function,
}
