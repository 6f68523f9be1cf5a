use super::*;
use crate::go::diagnostic::{render, report};
use crate::go::parse::{NodeIds, parse};

fn diagnostics(text: &str) -> String {
    let mut map = SourceMap::new();
    let file = map.add("main.go", text);
    let mut ids = NodeIds::default();
    let (tree, syntax) = parse(&map, file, &mut ids);
    assert!(syntax.is_empty(), "{syntax:?}");
    let unit = Unit {
        path: "main".into(),
        file: &tree,
        hidden: "",
    };
    let (_, diagnostics) = check(&map, &[unit], ids.count());
    render(&report(diagnostics))
}

#[test]
fn accepts_an_ordinary_program() {
    let text = "package main\n\ntype shape interface{ area() float64 }\n\ntype square struct{ side float64 }\n\nfunc (s square) area() float64 { return s.side * s.side }\n\nfunc sum[T ~int | ~float64](xs ...T) (total T) {\n\tfor _, x := range xs {\n\t\ttotal += x\n\t}\n\treturn\n}\n\nfunc main() {\n\tvar s shape = square{2}\n\tdone := make(chan bool)\n\tgo func() { done <- s.area() > 3 }()\n\tif <-done {\n\t\tprintln(sum(1, 2), sum(1.5))\n\t}\n}\n";
    assert_eq!(diagnostics(text), "");
}
