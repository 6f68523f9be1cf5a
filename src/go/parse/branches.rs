//! Labels, and the statements that jump: `break`, `continue`, `goto`, `fallthrough`. Checked for each function
//! body on its own, once it is parsed without an error.

use super::super::ast::*;
use super::super::source::Pos;
use super::Parser;
use indexmap::IndexMap;
use std::sync::Arc;

impl Parser<'_> {
    /// Reports the jumps of a function's body that have no legal target, and labels that are not used.
    pub(super) fn check_branches(&mut self, body: &Block) {
        let mut checker = Checker {
            parser: self,
            labels: IndexMap::new(),
            blocks: Vec::new(),
        };
        let context = Context {
            breakable: None,
            in_loop: false,
            clause: None,
        };
        let unresolved = checker.block(None, context, None, body.lbrace, &body.stmts);
        checker.finish(&unresolved);
    }
}

struct Checker<'p, 'a> {
    parser: &'p mut Parser<'a>,
    /// The labels of the function by name, in the order of their declarations.
    labels: IndexMap<Arc<str>, Label>,
    blocks: Vec<BlockScope>,
}

struct Label {
    pos: Pos,
    /// The block that it is declared in.
    block: usize,
    /// What `break` and `continue` may leave by this label.
    kind: Option<Breakable>,
    used: bool,
}

struct BlockScope {
    parent: Option<usize>,
    start: Pos,
    /// The label of the statement whose block this is.
    label: Option<Pos>,
}

#[derive(Clone, Copy, PartialEq)]
enum Breakable {
    Loop,
    Switch,
    TypeSwitch,
    Select,
}

#[derive(Clone, Copy)]
struct Context {
    /// The innermost statement that `break` leaves.
    breakable: Option<Breakable>,
    in_loop: bool,
    /// Directly in a clause of a switch: whether that is the last one.
    clause: Option<Clause>,
}

#[derive(Clone, Copy)]
struct Clause {
    is_last: bool,
}

/// A `goto` whose label wasn't met yet, and the variable declaration that it jumps over in the block at hand.
#[derive(Clone)]
struct Goto {
    label: Ident,
    over: Option<(Pos, String)>,
}

impl Checker<'_, '_> {
    fn error(&mut self, pos: Pos, message: String) {
        self.parser.report(pos, message);
    }

    /// `FILE:LINE:COLUMN` of a place, as it stands in messages.
    fn place(&self, pos: Pos) -> String {
        let at = self.parser.map.position(pos);
        format!("./{}:{}:{}", self.parser.source.name, at.line, at.column)
    }

    /// Says which labels were never declared where they are jumped to, and which never used.
    fn finish(&mut self, unresolved: &[Goto]) {
        for Goto { label, .. } in unresolved {
            let name = &label.name;
            let message = match self.labels.get_mut(name) {
                Some(declared) => {
                    declared.used = true;
                    let start = self.blocks[declared.block].start;
                    format!(
                        "goto {name} jumps into block starting at {}",
                        self.place(start)
                    )
                }
                None => format!("label {name} not defined"),
            };
            self.error(label.pos, message);
        }
        let unused = self.labels.iter().filter(|(_, label)| !label.used);
        let unused: Vec<_> = unused
            .map(|(name, l)| (l.pos, format!("label {name} defined and not used")))
            .collect();
        for (pos, message) in unused {
            self.error(pos, message);
        }
    }

    /// Checks a block and gives the jumps whose labels it doesn't have (yet).
    fn block(
        &mut self,
        parent: Option<usize>,
        context: Context,
        label: Option<Pos>,
        start: Pos,
        stmts: &[Stmt],
    ) -> Vec<Goto> {
        let block = self.blocks.len();
        self.blocks.push(BlockScope {
            parent,
            start,
            label,
        });
        let mut pending = Vec::new();
        let last = stmts
            .iter()
            .rposition(|s| !matches!(s.kind, StmtKind::Empty));
        for (i, stmt) in stmts.iter().enumerate() {
            self.stmt(block, context, stmt, last == Some(i), &mut pending);
        }
        for goto in &mut pending {
            goto.over = None;
        }
        pending
    }

    fn stmt(
        &mut self,
        block: usize,
        context: Context,
        stmt: &Stmt,
        is_last: bool,
        pending: &mut Vec<Goto>,
    ) {
        let mut stmt = stmt;
        let mut label = None;
        while let StmtKind::Labeled {
            label: name,
            stmt: inner,
        } = &stmt.kind
        {
            label = self.declare(block, name, inner, pending).or(label);
            stmt = inner;
        }
        match &stmt.kind {
            StmtKind::Decl(decls) => {
                let variable = decls
                    .iter()
                    .find_map(|d| if let Decl::Var(v) = d { Some(v) } else { None });
                if let Some(variable) = variable {
                    jump_over(pending, variable.pos, &variable.names[0].name);
                }
            }
            StmtKind::Define { lhs, op_pos, .. } => {
                let names: Vec<_> = lhs.iter().map(Expr::to_string).collect();
                jump_over(pending, *op_pos, &names.join(", "));
            }
            StmtKind::Break(None) if context.breakable.is_none() => {
                self.error(
                    stmt.pos,
                    "break is not in a loop, switch, or select".to_string(),
                );
            }
            StmtKind::Continue(None) if !context.in_loop => {
                self.error(stmt.pos, "continue is not in a loop".to_string());
            }
            StmtKind::Fallthrough => self.fallthrough(stmt.pos, context, is_last),
            StmtKind::Break(Some(name)) => self.labeled_exit(block, name, "break", |_| true),
            StmtKind::Continue(Some(name)) => {
                self.labeled_exit(block, name, "continue", |k| k == Breakable::Loop)
            }
            StmtKind::Goto(name) => {
                if !self.encloses(block, &name.name) {
                    pending.push(Goto {
                        label: name.clone(),
                        over: None,
                    });
                }
            }
            _ => self.inner_blocks(block, context, label, stmt, pending),
        }
    }

    /// The blocks of a statement. Jumps that leave them are this block's to resolve.
    fn inner_blocks(
        &mut self,
        block: usize,
        context: Context,
        label: Option<Pos>,
        stmt: &Stmt,
        pending: &mut Vec<Goto>,
    ) {
        let parent = Some(block);
        let inner = Context {
            clause: None,
            ..context
        };
        let kind = breakable(stmt);
        let body = Context {
            breakable: kind.or(context.breakable),
            ..inner
        };
        let looping = Context {
            in_loop: true,
            ..body
        };
        match &stmt.kind {
            StmtKind::Block(b) => {
                pending.extend(self.block(parent, inner, label, b.lbrace, &b.stmts))
            }
            StmtKind::If {
                then, otherwise, ..
            } => {
                pending.extend(self.block(parent, inner, label, then.lbrace, &then.stmts));
                if let Some(otherwise) = otherwise {
                    let only = std::slice::from_ref(&**otherwise);
                    pending.extend(self.block(parent, inner, label, otherwise.pos, only));
                }
            }
            StmtKind::For { body, .. } | StmtKind::Range { body, .. } => {
                pending.extend(self.block(parent, looping, label, body.lbrace, &body.stmts));
            }
            StmtKind::Switch { clauses, .. } | StmtKind::TypeSwitch { clauses, .. } => {
                for (i, c) in clauses.iter().enumerate() {
                    let clause = Some(Clause {
                        is_last: i + 1 == clauses.len(),
                    });
                    pending.extend(self.block(
                        parent,
                        Context { clause, ..body },
                        label,
                        c.pos,
                        &c.body,
                    ));
                }
            }
            StmtKind::Select { clauses, .. } => {
                for c in clauses {
                    pending.extend(self.block(parent, body, label, c.pos, &c.body));
                }
            }
            _ => {}
        }
    }

    /// Declares a label and resolves the jumps forward to it. Gives its place if it is a new one.
    fn declare(
        &mut self,
        block: usize,
        name: &Ident,
        stmt: &Stmt,
        pending: &mut Vec<Goto>,
    ) -> Option<Pos> {
        if &*name.name == "_" {
            return None;
        }
        if let Some(other) = self.labels.get(&name.name).map(|l| l.pos) {
            let message = format!(
                "label {} already defined at {}",
                name.name,
                self.place(other)
            );
            self.error(name.pos, message);
        } else {
            let label = Label {
                pos: name.pos,
                block,
                kind: breakable(stmt),
                used: false,
            };
            self.labels.insert(name.name.clone(), label);
        }
        let (here, elsewhere) = std::mem::take(pending)
            .into_iter()
            .partition(|g| g.label.name == name.name);
        *pending = elsewhere;
        let here: Vec<Goto> = here;
        if let Some(label) = self.labels.get_mut(&name.name) {
            label.used |= !here.is_empty();
        }
        for goto in here {
            if let Some((pos, variable)) = goto.over {
                let place = self.place(pos);
                let message = format!(
                    "goto {} jumps over declaration of {variable} at {place}",
                    name.name
                );
                self.error(goto.label.pos, message);
            }
        }
        Some(name.pos)
    }

    fn fallthrough(&mut self, pos: Pos, context: Context, is_last: bool) {
        let message = match (context.breakable, context.clause) {
            (Some(Breakable::TypeSwitch), _) => "cannot fallthrough in type switch",
            (Some(Breakable::Switch), Some(clause)) if is_last => {
                if !clause.is_last {
                    return;
                }
                "cannot fallthrough final case in switch"
            }
            _ => "fallthrough statement out of place",
        };
        self.error(pos, message.to_string());
    }

    /// Whether the label is declared already, in this block or one around it.
    fn encloses(&mut self, block: usize, name: &str) -> bool {
        let Some(label) = self.labels.get_mut(name) else {
            return false;
        };
        label.used = true;
        let home = label.block;
        self.around(block).any(|b| b == home)
    }

    fn around(&self, block: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(block), |&b| self.blocks[b].parent)
    }

    /// Checks a `break` or `continue` with a label, which must be that of a statement around it that it can leave.
    fn labeled_exit(
        &mut self,
        block: usize,
        name: &Ident,
        keyword: &str,
        fits: impl Fn(Breakable) -> bool,
    ) {
        let Some(label) = self.labels.get_mut(&name.name) else {
            return self.error(
                name.pos,
                format!("{keyword} label not defined: {}", name.name),
            );
        };
        label.used = true;
        let (pos, kind) = (label.pos, label.kind);
        let is_around = self
            .around(block)
            .any(|b| self.blocks[b].label == Some(pos));
        if !is_around || !kind.is_some_and(fits) {
            self.error(name.pos, format!("invalid {keyword} label {}", name.name));
        }
    }
}

/// Notes that the jumps still pending would jump over a variable's declaration.
fn jump_over(pending: &mut [Goto], pos: Pos, variable: &str) {
    for goto in pending {
        goto.over = Some((pos, variable.to_string()));
    }
}

fn breakable(stmt: &Stmt) -> Option<Breakable> {
    match stmt.kind {
        StmtKind::For { .. } | StmtKind::Range { .. } => Some(Breakable::Loop),
        StmtKind::Switch { .. } => Some(Breakable::Switch),
        StmtKind::TypeSwitch { .. } => Some(Breakable::TypeSwitch),
        StmtKind::Select { .. } => Some(Breakable::Select),
        _ => None,
    }
}
