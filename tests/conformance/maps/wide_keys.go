// A map keeps a key of its own: what happens to the variable afterwards is nothing to it.
package main

import "fmt"

type pos struct{ x, y int }

type path struct {
	name  string
	steps [2]pos
}

func main() {
	grid := map[[2]int]int{}
	var at [2]int
	for i := range 3 {
		at[1] = i
		grid[at] = i * i
		grid[at]++
	}
	fmt.Println(len(grid), grid)

	seen := map[pos]bool{}
	p := pos{}
	for range 3 {
		seen[p] = true
		p.x, p.y = p.x+1, p.y-1
	}
	fmt.Println(seen, seen[pos{2, -2}], seen[p])

	p, seen[p] = pos{9, 9}, true
	fmt.Println(p, seen)

	counts := map[path][]string{}
	one := path{name: "one"}
	counts[one] = append(counts[one], "a")
	one.steps[1].x = 7
	counts[one] = append(counts[one], "b", "c")
	one.name = "two"
	for k, v := range counts {
		k.steps[0].y = 100
		if len(v) == 2 {
			fmt.Println(k)
		}
	}
	fmt.Println(counts)

	anys := map[any]int{}
	var key any = at
	anys[key]++
	at[0] = 5
	anys[at]++
	fmt.Println(anys)
}
