package main

import (
	"fmt"
	"sort"
)

type Planet struct {
	name     string
	mass     float64
	distance float64
}

type By func(p1, p2 *Planet) bool

func (by By) Sort(planets []Planet) {
	sort.Sort(&planetSorter{planets, by})
}

type planetSorter struct {
	planets []Planet
	by      By
}

func (s *planetSorter) Len() int           { return len(s.planets) }
func (s *planetSorter) Swap(i, j int)      { s.planets[i], s.planets[j] = s.planets[j], s.planets[i] }
func (s *planetSorter) Less(i, j int) bool { return s.by(&s.planets[i], &s.planets[j]) }

func main() {
	planets := []Planet{{"Mercury", 0.055, 0.4}, {"Venus", 0.815, 0.7}, {"Earth", 1.0, 1.0}, {"Mars", 0.107, 1.5}}
	mass := func(a, b *Planet) bool { return a.mass < b.mass }
	farther := func(a, b *Planet) bool { return a.distance > b.distance }
	By(mass).Sort(planets)
	fmt.Println("by mass:", planets)
	By(farther).Sort(planets)
	fmt.Println("by decreasing distance:", planets)
}
