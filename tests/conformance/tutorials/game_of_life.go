package main

import (
	"fmt"
	"strings"
	"sync"
)

type Grid [][]bool

func (g Grid) alive(x, y int) bool {
	h, w := len(g), len(g[0])
	return g[(y+h)%h][(x+w)%w]
}

func (g Grid) Next() Grid {
	next := make(Grid, len(g))
	var wg sync.WaitGroup
	for y := range g {
		next[y] = make([]bool, len(g[y]))
		wg.Go(func() {
			for x := range g[y] {
				n := 0
				for dy := -1; dy <= 1; dy++ {
					for dx := -1; dx <= 1; dx++ {
						if (dx != 0 || dy != 0) && g.alive(x+dx, y+dy) {
							n++
						}
					}
				}
				next[y][x] = n == 3 || n == 2 && g[y][x]
			}
		})
	}
	wg.Wait()
	return next
}

func (g Grid) String() string {
	var sb strings.Builder
	for _, row := range g {
		for _, c := range row {
			if c {
				sb.WriteRune('█')
			} else {
				sb.WriteRune('·')
			}
		}
		sb.WriteByte('\n')
	}
	return sb.String()
}

func main() {
	g := make(Grid, 5)
	for i := range g {
		g[i] = make([]bool, 5)
	}
	for _, p := range [][2]int{{1, 0}, {2, 1}, {0, 2}, {1, 2}, {2, 2}} {
		g[p[1]][p[0]] = true
	}
	for range 3 {
		fmt.Println(g)
		g = g.Next()
	}
}
