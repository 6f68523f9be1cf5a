//! Types as messages print them.

use super::{DeclId, Interface, PackageId, Param, Signature, Type, TypeId, Types};
use crate::go::ast::ChanDir;
use std::fmt::Write;

impl Types {
    /// A type as messages in package `here` print it: names of other packages with theirs in front.
    pub fn display(&self, ty: TypeId, here: Option<PackageId>) -> String {
        let mut out = String::new();
        self.printer(here, false, &mut out).ty(ty);
        out
    }

    /// A type with the import paths of all packages in it.
    pub fn display_with_path(&self, ty: TypeId) -> String {
        let mut out = String::new();
        self.printer(None, true, &mut out).ty(ty);
        out
    }

    /// A signature without the word `func`, as after a method's name: `(n int) error`.
    pub fn display_signature(&self, signature: &Signature, here: Option<PackageId>) -> String {
        let mut out = String::new();
        self.printer(here, false, &mut out).signature(signature);
        out
    }

    fn printer<'a>(
        &'a self,
        here: Option<PackageId>,
        paths: bool,
        out: &'a mut String,
    ) -> Printer<'a> {
        Printer {
            types: self,
            here,
            paths,
            out,
            depth: 0,
        }
    }

    /// The results of a signature in parentheses: `(n int, err error)`.
    pub fn display_results(&self, signature: &Signature, here: Option<PackageId>) -> String {
        let mut out = String::new();
        self.printer(here, false, &mut out)
            .params(&signature.results, false);
        out
    }

    /// The name of a declared type as messages in package `here` print it.
    pub fn display_decl(&self, decl: DeclId, here: Option<PackageId>) -> String {
        let (name, package) = self.decl_with(decl, |d| (d.name.clone(), d.package));
        match package {
            Some(package) if Some(package) != here => {
                format!("{}.{name}", self.package(package).shown)
            }
            _ => name.to_string(),
        }
    }
}

struct Printer<'a> {
    types: &'a Types,
    here: Option<PackageId>,
    /// Whether packages are named by their import paths.
    paths: bool,
    out: &'a mut String,
    depth: usize,
}

impl Printer<'_> {
    fn ty(&mut self, ty: TypeId) {
        self.depth += 1;
        if self.depth > 50 {
            self.out.push('…');
        } else {
            self.within(ty);
        }
        self.depth -= 1;
    }

    fn within(&mut self, ty: TypeId) {
        match &*self.types.get(ty) {
            Type::Basic(basic) => self.out.push_str(basic.text()),
            Type::Named { decl, args } => {
                let package = self.types.decl_with(*decl, |d| d.package);
                let name = match package {
                    Some(package) if self.paths => {
                        let name = self.types.decl_with(*decl, |d| d.name.clone());
                        format!("{}.{name}", self.types.package(package).path)
                    }
                    _ => self.types.display_decl(*decl, self.here),
                };
                self.out.push_str(&name);
                let own = self.types.decl_with(*decl, |d| d.own_params);
                if own > 0 {
                    self.out.push('[');
                    self.list(&args[..own.min(args.len())], ", ");
                    self.out.push(']');
                }
            }
            Type::Pointer(elem) => self.prefixed("*", *elem),
            Type::Slice(elem) => self.prefixed("[]", *elem),
            Type::Array { len, elem } => self.prefixed(&format!("[{len}]"), *elem),
            Type::Struct(fields) => {
                self.out.push_str("struct{");
                for (i, field) in fields.iter().enumerate() {
                    if i > 0 {
                        self.out.push_str("; ");
                    }
                    if !field.embedded {
                        self.out.push_str(&field.name.text);
                        self.out.push(' ');
                    }
                    self.ty(field.ty);
                    if !field.tag.is_empty() {
                        let _ = write!(self.out, " {:?}", String::from_utf8_lossy(&field.tag));
                    }
                }
                self.out.push('}');
            }
            Type::Map { key, elem } => {
                self.out.push_str("map[");
                self.ty(*key);
                self.prefixed("]", *elem);
            }
            Type::Chan { dir, elem } => self.chan(*dir, *elem),
            Type::Func(signature) => {
                self.out.push_str("func");
                self.signature(signature);
            }
            Type::Interface(interface) => self.interface(interface),
            Type::Union(terms) => {
                for (i, term) in terms.iter().enumerate() {
                    if i > 0 {
                        self.out.push_str(" | ");
                    }
                    self.prefixed(if term.tilde { "~" } else { "" }, term.ty);
                }
            }
            Type::Tuple(parts) => {
                self.out.push('(');
                self.list(parts, ", ");
                self.out.push(')');
            }
            Type::Param(param) => {
                let param = self.types.param(*param);
                let name = &param.name;
                self.out.push_str(name);
                if let Some(place) = &param.hides {
                    let _ = write!(self.out, " /* with {name} declared at {place} */");
                }
            }
        }
    }

    fn prefixed(&mut self, prefix: &str, ty: TypeId) {
        self.out.push_str(prefix);
        self.ty(ty);
    }

    fn list(&mut self, types: &[TypeId], separator: &str) {
        for (i, &ty) in types.iter().enumerate() {
            if i > 0 {
                self.out.push_str(separator);
            }
            self.ty(ty);
        }
    }

    fn chan(&mut self, dir: ChanDir, elem: TypeId) {
        let receives = matches!(
            &*self.types.get(elem),
            Type::Chan {
                dir: ChanDir::Receive,
                ..
            }
        );
        let parens = dir != ChanDir::Receive && receives;
        self.out.push_str(match dir {
            ChanDir::Both => "chan ",
            ChanDir::Send => "chan<- ",
            ChanDir::Receive => "<-chan ",
        });
        if parens {
            self.out.push('(');
        }
        self.ty(elem);
        if parens {
            self.out.push(')');
        }
    }

    fn interface(&mut self, interface: &Interface) {
        if interface.comparable && interface.methods.is_empty() && interface.embeds.is_empty() {
            return self.out.push_str("comparable");
        }
        if interface.implicit
            && let ([], [one]) = (&*interface.methods, &*interface.embeds)
        {
            return self.ty(*one);
        }
        if interface.methods.is_empty() && interface.embeds.is_empty() {
            return self.out.push_str("interface{}");
        }
        self.out.push_str("interface{");
        let mut first = true;
        for method in &interface.methods {
            if !std::mem::take(&mut first) {
                self.out.push_str("; ");
            }
            self.out.push_str(&method.name.text);
            if let Type::Func(signature) = &*self.types.get(method.signature) {
                self.signature(signature);
            }
        }
        for &embedded in &interface.embeds {
            if !std::mem::take(&mut first) {
                self.out.push_str("; ");
            }
            self.ty(embedded);
        }
        self.out.push('}');
    }

    fn signature(&mut self, signature: &Signature) {
        self.params(&signature.params, signature.variadic);
        match &*signature.results {
            [] => {}
            [one] if one.name.is_empty() => self.prefixed(" ", one.ty),
            many => {
                self.out.push(' ');
                self.params(many, false);
            }
        }
    }

    fn params(&mut self, params: &[Param], variadic: bool) {
        self.out.push('(');
        for (i, param) in params.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            if !param.name.is_empty() {
                self.out.push_str(&param.name);
                self.out.push(' ');
            }
            match &*self.types.get(param.ty) {
                Type::Slice(elem) if variadic && i + 1 == params.len() => {
                    self.prefixed("...", *elem)
                }
                _ => self.ty(param.ty),
            }
        }
        self.out.push(')');
    }
}
