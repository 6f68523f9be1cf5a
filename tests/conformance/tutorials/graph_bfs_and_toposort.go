package main

import (
	"fmt"
	"sort"
)

type Graph map[string][]string

func (g Graph) BFS(start string) []string {
	seen := map[string]bool{start: true}
	queue := []string{start}
	var order []string
	for len(queue) > 0 {
		n := queue[0]
		queue = queue[1:]
		order = append(order, n)
		for _, m := range g[n] {
			if !seen[m] {
				seen[m] = true
				queue = append(queue, m)
			}
		}
	}
	return order
}

func (g Graph) Topo() ([]string, error) {
	const (
		white = iota
		grey
		black
	)
	colour := map[string]int{}
	var out []string
	var visit func(string) error
	visit = func(n string) error {
		switch colour[n] {
		case grey:
			return fmt.Errorf("cycle at %s", n)
		case black:
			return nil
		}
		colour[n] = grey
		for _, m := range g[n] {
			if err := visit(m); err != nil {
				return fmt.Errorf("%s -> %w", n, err)
			}
		}
		colour[n] = black
		out = append([]string{n}, out...)
		return nil
	}
	keys := make([]string, 0, len(g))
	for k := range g {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		if err := visit(k); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func main() {
	g := Graph{"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": nil}
	fmt.Println(g.BFS("a"))
	fmt.Println(g.Topo())
	g["d"] = []string{"a"}
	fmt.Println(g.Topo())
}
