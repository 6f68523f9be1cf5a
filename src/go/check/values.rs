//! Declarations of constants and variables, at package level and in functions.

use super::define::Target;
use super::{Checker, State};
use crate::go::ast::{self, Expr, Ident};
use crate::go::source::Pos;
use crate::go::types::info::Mode;
use crate::go::types::object::{Kind, ObjId, Place};
use crate::go::types::{Const, Type, TypeId};

impl<'a> Checker<'a> {
    // ---- counts

    pub(super) fn const_counts(&mut self, decl: &'a ast::ConstDecl) {
        let inherited = decl.inherited.then_some(decl.pos);
        self.counts(&decl.names, &decl.values, true, inherited);
    }

    pub(super) fn var_counts(&mut self, decl: &'a ast::VarDecl) {
        if decl.typ.is_none() || !decl.values.is_empty() {
            self.counts(&decl.names, &decl.values, false, None);
        }
    }

    fn counts(&mut self, names: &[Ident], values: &[Expr], constant: bool, inherited: Option<Pos>) {
        if let Some(extra) = values.get(names.len()) {
            match inherited {
                Some(pos) => {
                    let message = format!("extra init expr at {}", self.place(extra.pos));
                    self.error(pos, message);
                }
                None => self.error(extra.pos, format!("extra init expr {extra}")),
            }
        } else if let Some(name) = names.get(values.len())
            && (constant || values.len() != 1)
        {
            // A single value of several variables may be a call that gives them all.
            self.error(name.pos, format!("missing init expr for {}", name.name));
        }
    }

    // ---- constants

    pub(super) fn resolve_const(&mut self, id: ObjId, decl: &'a ast::ConstDecl, i: usize) {
        self.cx.iota = Some(decl.iota);
        let mut typ = None;
        if let Some(e) = decl.typ.as_deref() {
            let ty = self.typ(e);
            if !matches!(&*self.types.under(ty), Type::Basic(_)) {
                let message = format!("invalid constant type {}", self.display(ty));
                self.error(e.pos, message);
                return;
            }
            if ty.is_invalid() {
                return;
            }
            typ = Some(ty);
        }
        let Some(value) = decl.values.get(i) else {
            return;
        };
        // An inherited expression stands elsewhere; what is wrong is wrong for this name.
        self.cx.inherited = decl.inherited.then_some(decl.names[i].pos);
        let mut x = self.expr(value);
        if x.is_invalid() {
            return;
        }
        if x.constant().is_none() {
            let what = self.describe(&x);
            self.error(x.pos(), format!("{what} is not constant"));
            return;
        }
        self.objects[id.index()].ty = typ.unwrap_or(x.ty);
        if typ.is_some() && !self.assign(&mut x, typ, "constant declaration") {
            return;
        }
        if let Mode::Const(value) = x.mode {
            self.objects[id.index()].kind = Kind::Const(Some(value));
        }
    }

    /// Constants declared in a function.
    pub(super) fn local_const(&mut self, decl: &'a ast::ConstDecl) {
        let top = self.delayed.len();
        let mut ids = vec![];
        for (i, name) in decl.names.iter().enumerate() {
            let id = self.add_object(&name.name, name.pos, TypeId::INVALID, Kind::Const(None));
            self.record_name(name.id, id);
            let (iota, inherited) = (self.cx.iota, self.cx.inherited);
            self.resolve_const(id, decl, i);
            (self.cx.iota, self.cx.inherited) = (iota, inherited);
            ids.push(id);
        }
        self.const_counts(decl);
        self.process_delayed(top);
        for (name, id) in decl.names.iter().zip(ids) {
            self.declare(&name.name, name.pos, id);
        }
    }

    /// The value of `iota` here.
    pub(super) fn iota_value(&self) -> Option<Const> {
        self.cx.iota.map(Const::int)
    }

    // ---- variables

    pub(super) fn resolve_var(&mut self, id: ObjId, decl: &'a ast::VarDecl, i: usize) {
        let typ = decl.typ.as_ref().map(|t| self.var_type(t));
        if let Some(ty) = typ {
            self.objects[id.index()].ty = ty;
        }
        if let ([_], 2..) = (&decl.values[..], decl.names.len()) {
            self.resolve_vars(id, decl, typ);
        } else if let Some(value) = decl.values.get(i) {
            self.init_one(id, typ, value);
        }
    }

    /// Several variables by one call: all of them at once.
    fn resolve_vars(&mut self, id: ObjId, decl: &'a ast::VarDecl, typ: Option<TypeId>) {
        let names = decl.names.iter();
        let vars: Vec<ObjId> = names.filter_map(|n| self.names[n.id.index()]).collect();
        for &var in &vars {
            self.extras[var.index()].state = State::Done;
            if let Some(ty) = typ {
                self.objects[var.index()].ty = ty;
            }
        }
        let targets: Vec<Target> = vars.iter().map(|&var| Target { var, typ }).collect();
        self.init_vars(&targets, &decl.values);
        let uses = self.extras[id.index()].uses.clone();
        for &var in &vars {
            self.extras[var.index()].uses.extend(uses.iter().copied());
        }
    }

    pub(super) fn local_var(&mut self, decl: &'a ast::VarDecl) {
        let top = self.delayed.len();
        let new = |c: &mut Self, n: &Ident| c.new_var(n, TypeId::INVALID, Place::Local);
        let vars: Vec<ObjId> = decl.names.iter().map(|n| new(self, n)).collect();
        let mut typ = None;
        for (i, &var) in vars.iter().enumerate() {
            // The type is looked at once for each variable, except where one value is that of all.
            if let Some(e) = &decl.typ {
                let ty = self.var_type(e);
                typ = Some(ty);
                self.objects[var.index()].ty = ty;
            }
            if let [only] = &decl.values[..] {
                if vars.len() == 1 {
                    self.init_one(var, typ, only);
                } else {
                    let ty = typ.unwrap_or(TypeId::INVALID);
                    for var in &vars {
                        self.objects[var.index()].ty = ty;
                    }
                    let targets: Vec<_> = vars.iter().map(|&var| Target { var, typ }).collect();
                    self.init_vars(&targets, &decl.values);
                }
                break;
            }
            if let Some(value) = decl.values.get(i) {
                self.init_one(var, typ, value);
            }
        }
        self.var_counts(decl);
        self.process_delayed(top);
        for (name, var) in decl.names.iter().zip(vars) {
            self.declare(&name.name, name.pos, var);
        }
    }

    fn init_one(&mut self, var: ObjId, typ: Option<TypeId>, value: &'a Expr) {
        let name = self.object(var).name.clone();
        let wanted = typ.and_then(|ty| self.wanted(ty, &name));
        let mut x = self.expr_for(value, wanted.as_ref());
        self.init_var(Target { var, typ }, &mut x, "variable declaration");
    }
}
