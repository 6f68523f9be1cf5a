//! Expressions and simple statements as the Go compiler's messages quote them: on one line, with the bodies of
//! function literals and the elements of composite literals left out.

use super::ast::*;
use std::fmt::{self, Display, Formatter, Result};

/// Things with commas between.
struct List<'a, T>(&'a [T]);

impl<T: Display> Display for List<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for (i, item) in self.0.iter().enumerate() {
            let comma = if i > 0 { ", " } else { "" };
            write!(f, "{comma}{item}")?;
        }
        Ok(())
    }
}

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match &self.kind {
            ExprKind::Bad => write!(f, "<bad expr>"),
            ExprKind::Name(name) => write!(f, "{name}"),
            ExprKind::Literal(literal) => write!(f, "{}", literal.text),
            ExprKind::Composite { typ, elements, .. } => {
                write_option(f, typ.as_deref())?;
                write!(f, "{}", if elements.is_empty() { "{}" } else { "{…}" })
            }
            ExprKind::KeyValue { key, value, .. } => write!(f, "{key}: {value}"),
            ExprKind::FuncLit { signature, body } => {
                let body = if body.stmts.is_empty() { "{}" } else { "{…}" };
                write!(f, "func{signature} {body}")
            }
            ExprKind::Paren(x) => write!(f, "({x})"),
            ExprKind::Selector { operand, name } => write!(f, "{operand}.{}", name.name),
            ExprKind::Index {
                operand, indices, ..
            } => write!(f, "{operand}[{}]", List(indices)),
            ExprKind::Slice {
                operand,
                low,
                high,
                max,
                ..
            } => {
                write!(f, "{operand}[")?;
                write_option(f, low.as_deref())?;
                write!(f, ":")?;
                write_option(f, high.as_deref())?;
                if let Some(max) = max {
                    write!(f, ":{max}")?;
                }
                write!(f, "]")
            }
            ExprKind::TypeAssert { operand, typ } => write!(f, "{operand}.({typ})"),
            ExprKind::TypeSwitchGuard(operand) => write!(f, "{operand}.(type)"),
            ExprKind::Call {
                fun,
                args,
                ellipsis,
                ..
            } => {
                let dots = if ellipsis.is_some() { "..." } else { "" };
                write!(f, "{fun}({}{dots})", List(args))
            }
            ExprKind::Star(x) => write!(f, "*{x}"),
            ExprKind::Unary { op, operand } => write!(f, "{}{operand}", op.text()),
            ExprKind::Binary {
                op, left, right, ..
            } => write!(f, "{left} {} {right}", op.text()),
            kind => write_type(f, kind),
        }
    }
}

fn write_option(f: &mut Formatter<'_>, x: Option<&Expr>) -> Result {
    x.map_or(Ok(()), |x| write!(f, "{x}"))
}

fn write_type(f: &mut Formatter<'_>, kind: &ExprKind) -> Result {
    match kind {
        ExprKind::ArrayType {
            len: Some(len),
            elem,
        } => write!(f, "[{len}]{elem}"),
        ExprKind::ArrayType { len: None, elem } => write!(f, "[...]{elem}"),
        ExprKind::SliceType(elem) => write!(f, "[]{elem}"),
        ExprKind::StructType(fields) => {
            write!(f, "struct{{")?;
            write_separated(f, fields)?;
            write!(f, "}}")
        }
        ExprKind::FuncType(signature) => write!(f, "func{signature}"),
        ExprKind::InterfaceType {
            elems,
            implicit: true,
        } => write_separated(f, elems),
        ExprKind::InterfaceType { elems, .. } => {
            write!(f, "interface{{")?;
            write_separated(f, elems)?;
            write!(f, "}}")
        }
        ExprKind::MapType { key, value } => write!(f, "map[{key}]{value}"),
        ExprKind::ChanType {
            dir: ChanDir::Both,
            elem,
        } => match elem.kind {
            ExprKind::ChanType {
                dir: ChanDir::Receive,
                ..
            } => write!(f, "chan ({elem})"),
            _ => write!(f, "chan {elem}"),
        },
        ExprKind::ChanType {
            dir: ChanDir::Send,
            elem,
        } => write!(f, "chan<- {elem}"),
        ExprKind::ChanType {
            dir: ChanDir::Receive,
            elem,
        } => write!(f, "<-chan {elem}"),
        _ => Ok(()),
    }
}

fn write_separated<T: Display>(f: &mut Formatter<'_>, items: &[T]) -> Result {
    for (i, item) in items.iter().enumerate() {
        let semicolon = if i > 0 { "; " } else { "" };
        write!(f, "{semicolon}{item}")?;
    }
    Ok(())
}

fn write_names(f: &mut Formatter<'_>, names: &[Ident]) -> Result {
    for (i, name) in names.iter().enumerate() {
        let comma = if i > 0 { ", " } else { "" };
        write!(f, "{comma}{}", name.name)?;
    }
    if names.is_empty() {
        Ok(())
    } else {
        write!(f, " ")
    }
}

impl Display for StructField {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write_names(f, &self.names)?;
        write!(f, "{}", self.typ)?;
        match &self.tag {
            Some(tag) => write!(f, " {:?}", String::from_utf8_lossy(tag)),
            None => Ok(()),
        }
    }
}

impl Display for InterfaceElem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            InterfaceElem::Method { name, signature } => write!(f, "{}{signature}", name.name),
            InterfaceElem::Union(terms) => {
                for (i, term) in terms.iter().enumerate() {
                    let bar = if i > 0 { " | " } else { "" };
                    let tilde = if term.tilde { "~" } else { "" };
                    write!(f, "{bar}{tilde}{}", term.typ)?;
                }
                Ok(())
            }
        }
    }
}

impl Display for Field {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write_names(f, &self.names)?;
        let dots = if self.ellipsis.is_some() { "..." } else { "" };
        write!(f, "{dots}{}", self.typ)
    }
}

/// Parameters and results, without the `func` or name before them.
impl Display for Signature {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "({})", List(&self.params))?;
        match &self.results[..] {
            [] => Ok(()),
            [only] if only.names.is_empty() => write!(f, " {only}"),
            results => write!(f, " ({})", List(results)),
        }
    }
}

/// A simple statement; of others, nothing.
impl Display for Stmt {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match &self.kind {
            StmtKind::Expr(x) => write!(f, "{x}"),
            StmtKind::Send { channel, value, .. } => write!(f, "{channel} <- {value}"),
            StmtKind::IncDec { operand, op, .. } => write!(f, "{operand}{0}{0}", op.text()),
            StmtKind::OpAssign { lhs, op, rhs, .. } => write!(f, "{lhs} {}= {rhs}", op.text()),
            StmtKind::Define { lhs, rhs, .. } => write!(f, "{} := {}", List(lhs), List(rhs)),
            StmtKind::Assign { lhs, rhs, .. } => {
                write!(f, "assignment {} = {}", Emphasized(lhs), Emphasized(rhs))
            }
            _ => Ok(()),
        }
    }
}

/// One side of an assignment where `==` was probably meant: operations get parentheses, so that the `=` is seen.
struct Emphasized<'a>(&'a [Expr]);

impl fmt::Display for Emphasized<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self.0 {
            [x] if matches!(x.kind, ExprKind::Binary { .. }) => write!(f, "({x})"),
            list => write!(f, "{}", List(list)),
        }
    }
}
